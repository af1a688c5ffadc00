import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { StepResult } from '../../support/runner.ts'
import type { ServiceState } from '../../support/services/state.ts'
import { action, checkout, errors, jobIn, scratch, services, smallGo } from './support.ts'

interface Leg {
  readonly name: string
  readonly only: string
}

/** What is unusual about a run of a matrix. */
interface Unusual {
  /** The project; an example when missing. */
  readonly project?: () => string
  /** Legs that never start. */
  readonly skip?: readonly number[]
  /** What happens between the legs and `collect`. */
  readonly meanwhile?: (state: ServiceState) => void
}

/** Plans, then builds every leg as a job of its own on the same services, then collects on a runner with two disks. */
async function matrixRun(inputs: Readonly<Record<string, string>>, unusual: Unusual = {}) {
  const { project = () => checkout('go'), skip = [], meanwhile = () => {} } = unusual
  const { envFor, state } = await services()
  const planned = await jobIn(project()).run(action('plan', inputs))
  expect(planned.code, planned.log).toBe(0)
  const { include }: { include: Leg[] } = JSON.parse(planned.outputs['matrix'] ?? '')
  const codes: (number | null)[] = []
  for (const [i, { only }] of include.entries()) {
    if (skip.includes(i)) continue
    const job = jobIn(project(), { env: envFor({ job: `job-${i}` }) })
    codes.push((await job.run(action('build', { ...inputs, only }))).code)
  }
  meanwhile(state)
  const workspace = scratch()
  const job = jobIn(workspace, { env: envFor({ job: 'collect' }), temp: join(scratch('/dev/shm'), 'temp') })
  const collected = await job.run(action('collect', { matrix: planned.outputs['matrix'] ?? '' }))
  return { planned, include, codes, state, collected, workspace }
}

/** Nothing is handed over, and why. */
function expectNothing({ collected, workspace }: { collected: StepResult; workspace: string }, why: RegExp): void {
  expect(collected.code, collected.log).toBe(1)
  expect(errors(collected.commands).join('\n')).toMatch(why)
  expect(collected.outputs).toMatchObject({ verified: 'false', artifacts: '[]', index: '', checksums: '' })
  expect(collected.outputs['artifact-names']).toBe('')
  const left = readdirSync(workspace, { recursive: true }).map(String)
  expect(left.filter(f => f.endsWith('.tar.gz') || f.endsWith('SHA256SUMS') || f.includes('pb-tmp'))).toEqual([])
}

const inputs = { targets: 'linux/amd64,linux/arm64', distribute: 'always' }

describe('plan, build and collect', () => {
  it.each(['tar.gz', 'none'])('give one result of two legs (archive: %s)', async archive => {
    const { planned, include, codes, collected, workspace, state } = await matrixRun({ ...inputs, archive })
    expect(codes).toEqual([0, 0])
    expect(JSON.parse(planned.outputs['targets'] ?? '')).toEqual(['x86_64-linux', 'aarch64-linux'])
    expect(include).toHaveLength(2)
    expect(collected.code, collected.log).toBe(0)
    const ending = archive === 'none' ? '' : `.${archive}`
    expect(readFileSync(join(workspace, 'dist/SHA256SUMS'), 'utf8').trim().split('\n')).toEqual(
      ['aarch64', 'x86_64'].map(arch =>
        expect.stringMatching(new RegExp(`^[0-9a-f]{64} {2}lookup-${arch}-linux${ending}$`)),
      ),
    )
    // an executable by itself can be started, although the service keeps no such bit
    const { mode } = statSync(join(workspace, `dist/lookup-x86_64-linux${ending}`))
    expect(mode & 0o777).toBe(archive === 'none' ? 0o755 : 0o644)
    expect(collected.outputs).toMatchObject({ verified: 'true', index: 'dist/index.json', report: 'dist/report.json' })
    const names = collected.outputs['artifact-names']?.split('\n') ?? []
    expect(names).toHaveLength(2)
    for (const name of names) expect(state.artifacts.map(a => a.name)).toContain(name)
    expect(collected.summary).toContain('✅')
  })

  it('fail when a leg is missing, and hand over nothing', async () => {
    expectNothing(await matrixRun(inputs, { project: smallGo, skip: [1] }), /gave no report/)
  })

  it('fail when a leg failed, say which one and why, and hand over nothing', async () => {
    const project = () => {
      const workspace = smallGo()
      writeFileSync(join(workspace, 'only_arm64.go'), 'package main\n\nvar broken int = "no number"\n')
      return workspace
    }
    const run = await matrixRun(inputs, { project })
    expect(run.codes).toEqual([0, 1])
    expect(run.state.artifacts.map(a => a.name)).not.toContain('hello-aarch64-linux.tar.gz')
    expectNothing(run, /cannot use "no number"/)
    const complaint = run.collected.commands.find(c => c.properties['file'] !== undefined)
    expect(complaint?.properties).toMatchObject({ file: 'only_arm64.go', line: '3' })
    expect(run.collected.summary).toContain('aarch64-linux')
  })

  it('fail when an artifact is not the one that was judged, whatever its service says', async () => {
    const meanwhile = (state: ServiceState) => {
      const victim = state.artifacts.find(a => a.name === 'hello-x86_64-linux.tar.gz')
      const blob = state.blobs.get(victim?.blob ?? '')
      if (!victim || !blob?.content) throw new Error('nothing was uploaded')
      blob.content = Buffer.concat([blob.content, Buffer.from('more')])
      victim.digest = `sha256:${createHash('sha256').update(blob.content).digest('hex')}`
    }
    const run = await matrixRun(inputs, { project: smallGo, meanwhile })
    expect(run.codes).toEqual([0, 0])
    expectNothing(run, /hello-x86_64-linux\.tar\.gz/)
  })

  it('do not begin when two legs would hand over under one name', async () => {
    const planned = await jobIn(smallGo()).run(action('plan', { ...inputs, 'artifact-name': 'one' }))
    expect([planned.code, planned.outputs], planned.log).toEqual([2, {}])
    expect(errors(planned.commands).join()).toContain('$target')
  })

  it('say what is wrong with a matrix, and that there is no service', async () => {
    const nonsense = await jobIn(scratch(), { env: (await services()).env }).run(action('collect', { matrix: 'x' }))
    expect([nonsense.code, nonsense.commands.find(c => c.name === 'error')?.value]).toEqual([
      ...[2, expect.stringContaining('the matrix is no JSON')],
    ])
    const alone = await jobIn(scratch()).run(action('collect', { matrix: '{"include":[{"name":"a","only":"a"}]}' }))
    expect([alone.code, alone.outputs]).toEqual([3, { verified: 'false' }])
  })
})

describe('verify alone', () => {
  it('judges what another tool built, and compares it with before', async () => {
    const workspace = checkout('go')
    const built = await jobIn(workspace).run(action('build', { targets: 'linux/amd64,linux/arm64' }))
    expect(built.code, built.log).toBe(0)
    const job = jobIn(workspace)
    const good = await job.run(action('verify', { files: 'dist/*/lookup', targets: 'linux/amd64,linux/arm64' }))
    expect(good.code, good.log).toBe(0)
    expect(good.outputs['verified']).toBe('true')
    const report = JSON.parse(readFileSync(good.outputs['report'] ?? '', 'utf8'))
    expect(report.files).toHaveLength(2)
    expect(good.summary).toContain('✅ Verified: 2 files')

    const wrong = await job.run(action('verify', { files: 'dist/*/lookup', targets: 'linux/amd64', smoke: 'native' }))
    expect([wrong.code, wrong.outputs['verified']]).toEqual([1, 'false'])
    expect(wrong.commands.find(c => c.name === 'error')?.properties['title']).toBe('arch-mismatch')

    writeFileSync(join(workspace, 'baseline.json'), JSON.stringify(report))
    const fewer = { files: 'dist/x86_64-linux/lookup', baseline: 'baseline.json' }
    const worse = await job.run(action('verify', fewer))
    expect([worse.code, worse.outputs['verified']]).toEqual([1, 'false'])
    expect(worse.commands.find(c => c.name === 'error')?.properties['title']).toMatch(/^worse than the baseline/)
  })

  it('fails where nothing matches, and lists every mistake', async () => {
    const job = jobIn(scratch())
    const nothing = await job.run(action('verify', { files: 'dist/**' }))
    expect([nothing.code, nothing.outputs]).toEqual([2, { verified: 'false' }])
    const mistakes = await job.run(
      action('verify', { files: 'x', policy: 'statik', smoke: 'loud', baseline: 'gone.json' }),
    )
    expect(mistakes.code).toBe(2)
    const text = mistakes.commands.find(c => c.name === 'error')?.value
    for (const part of ['did you mean static', 'input smoke', 'input baseline gone.json']) {
      expect(text?.toLowerCase()).toContain(part)
    }
  })
})
