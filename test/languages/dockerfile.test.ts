import { describe, expect, it } from 'vitest'
import { container } from '../../src/backends/container.ts'
import { detect } from '../../src/detect.ts'
import type { BuildError } from '../../src/errors.ts'
import type { Inputs } from '../../src/inputs/inputs.ts'
import { dockerfile } from '../../src/languages/dockerfile.ts'
import { rust } from '../../src/languages/rust.ts'
import { makePlan } from '../../src/planner.ts'
import { inputsWith } from '../support/inputs.ts'
import { memoryTree } from '../support/memory-tree.ts'
import { machine, subject } from '../support/subjects.ts'

const files = { 'docker/Dockerfile': 'FROM scratch', 'Cargo.toml': '[package]\nname = "app"' }
const said: Partial<Inputs> = { dockerfile: 'docker/Dockerfile', targets: ['amd64', 'arm64'] }

function plan(more: Partial<Inputs> = {}) {
  const inputs = inputsWith({ ...said, ...more })
  const project = detect(memoryTree(files, '/src/hello'), inputs, [rust, dockerfile])
  const whole = { ...subject({}), project, language: dockerfile, loaded: { inputs, settings: [], notices: [] } }
  return makePlan([whole], machine, [container])
}

describe('a project with `dockerfile`', () => {
  it('is one whatever else its directory holds', () => {
    expect(plan().projects[0]).toMatchObject({ name: 'hello', language: 'dockerfile', buildSystem: 'dockerfile' })
  })

  it('is none without the file, and says which ones there are', () => {
    const wrong = () => dockerfile.detect(memoryTree(files, '/src/hello'), inputsWith({ dockerfile: 'Dockerfile' }))
    expect(wrong).toThrowError(/no Dockerfile/)
    try {
      wrong()
    } catch (error) {
      expect((error as BuildError).hint).toContain('docker/Dockerfile')
    }
  })

  it('builds every target for its platform, in a copy without history and earlier results', () => {
    const [amd64, arm64] = plan().jobs
    const [clean, build] = amd64?.steps ?? []
    const work = '/src/hello/.portable-build/hello-x86_64-linux-musl'
    expect(clean?.copySources).toEqual({ from: '/src/hello', to: `${work}/x86_64-linux-musl/source` })
    expect(build?.argv.join(' ')).toBe(
      'docker buildx build --progress plain --platform linux/amd64 --file docker/Dockerfile' +
        ` --output type=local,dest=${work}/x86_64-linux-musl/out .`,
    )
    expect(build?.env['SOURCE_DATE_EPOCH']).toBe('1')
    expect(arm64?.steps[1]?.argv).toContain('linux/arm64')
    expect(amd64?.collect[0]).toMatchObject({ from: 'image', dir: `${work}/x86_64-linux-musl/out`, bins: null })
  })

  it('hands over stage, arguments, network and names', () => {
    const more = { 'dockerfile-stage': 'out', 'build-args': { A: '1', B: '' }, args: ['--no-cache'], bin: ['app'] }
    const [job] = plan({ ...more, targets: ['amd64'], limits: { network: 'none' } }).jobs
    expect(job?.steps[1]?.argv.join(' ')).toMatch(
      / --target out --build-arg A=1 --build-arg B --network none --output \S+ --no-cache \.$/,
    )
    expect(job?.collect[0]).toMatchObject({ bins: ['app'] })
  })

  it('says which limits are the builder’s and not a command’s', () => {
    expect(plan({ limits: { memory: '1g', time: '5m' } }).notices.join()).toMatch(
      /^limits: memory do not hold .*buildx create/,
    )
    expect(plan({ limits: { time: '5m' } }).notices).toEqual([])
  })

  it('never hands the tokens of the job over', () => {
    expect(() => plan({ 'build-args': { GITHUB_TOKEN: '' } })).toThrowError(/build-args: GITHUB_TOKEN is never given/)
  })

  it.each(['--secret=id=x,env=ACTIONS_RUNTIME_TOKEN', 'id=GITHUB_TOKEN', 'CI_JOB_TOKEN'])(
    'nor by a word for docker: %s',
    arg => {
      expect(() => plan({ args: ['--secret', arg] })).toThrowError(/^args: \w+_TOKEN is never given/)
      expect(() => plan({ args: ['--secret', 'id=npm,env=NPM_TOKEN', '--cache-to=type=gha'] })).not.toThrow()
    },
  )
})
