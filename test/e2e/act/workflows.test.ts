import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Services, startServices } from '../../support/services/services.ts'
import { type ActRun, act } from './support/run.ts'
import { scratchRepository } from './support/scratch.ts'

let services: Services
beforeAll(async () => {
  services = await startServices()
})
afterAll(() => services.stop())

const targets = ['x86_64-linux', 'aarch64-linux']
const sha256 = (data: Buffer) => createHash('sha256').update(data).digest('hex')

/** What the artifact storage holds for a run, by name. */
function uploaded(run: string): Map<string, Buffer> {
  const all = services.state.artifacts.filter(a => a.run === run)
  return new Map(all.map(a => [a.name, services.state.blobs.get(a.blob)?.content ?? Buffer.alloc(0)]))
}

/** Modes of the files of a tar.gz, by name. */
function modesOf(archive: Buffer): Record<string, string> {
  const tar = gunzipSync(archive)
  const modes: Record<string, string> = {}
  for (let at = 0; tar[at]; ) {
    const field = (from: number, length: number) =>
      tar.toString('latin1', at + from, at + from + length).split('\0')[0] ?? ''
    modes[field(0, 100)] = field(100, 8).trim()
    at += 512 + Math.ceil(Number.parseInt(field(124, 12), 8) / 512) * 512
  }
  return modes
}

function expectWhole(run: string): void {
  const files = uploaded(run)
  const archives = targets.map(target => `lookup-${target}.tar.gz`)
  expect([...files.keys()]).toEqual(expect.arrayContaining([...archives, 'SHA256SUMS', 'index.json']))
  const sums = files.get('SHA256SUMS')?.toString() ?? ''
  for (const name of archives) {
    const content = files.get(name) ?? Buffer.alloc(0)
    expect(sums).toContain(`${sha256(content)}  ${name}\n`)
    expect(Object.entries(modesOf(content))).toContainEqual([expect.stringMatching(/lookup$/), '0000755'])
  }
}

describe("the README's six lines", () => {
  let run: ActRun
  beforeAll(async () => {
    run = await act(scratchRepository('go'), 'example-ci.yml', { env: services.envFor({ run: 'six' }) })
  })

  it('plan, build and collect', () => {
    expect(run.results, run.log).toEqual({ plan: 'success', 'build lookup-native': 'success', collect: 'success' })
    expect(run.code).toBe(0)
  })

  it('hand over an archive for each target that keeps the exec bit, and the digests of all', () => {
    expectWhole('six')
  })
})

describe('one leg for each target', () => {
  it('each on a runner of its own; the job behind it gets what was verified', async () => {
    const env = services.envFor({ run: 'matrix' })
    const run = await act(scratchRepository('go'), 'example-matrix.yml', { env })
    expect(run.code, run.log).toBe(0)
    expect(Object.keys(run.results).filter(job => job.startsWith('build '))).toHaveLength(2)
    expectWhole('matrix')
    const [, json = '[]'] = /^verified=true\n(.*)$/m.exec(run.output('after')) ?? []
    const artifacts: { name: string; target: string; sha256: string }[] = JSON.parse(json)
    expect(artifacts.map(a => a.target).sort()).toEqual([...targets].sort())
    for (const { name, sha256: expected } of artifacts) {
      expect(sha256(uploaded('matrix').get(`${name}.tar.gz`) ?? Buffer.alloc(0))).toBe(expected)
    }
  })
})

describe('this repository’s own e2e.yml', () => {
  it('builds an example and judges what another builder made', async () => {
    const run = await act(scratchRepository(null), 'own-e2e.yml', { env: services.envFor({ run: 'own' }) })
    expect(run.code, run.log).toBe(0)
    expect(run.results).toMatchObject({ collect: 'success', 'other-builder': 'success' })
    expect(run.output('other-builder')).toMatch(/lookup_linux_arm64_v8\.0.*aarch64.*static/)
  })
})

describe('bad days', () => {
  it('a leg that fails: the others are whole, collect says which one, and the run is red', async () => {
    const dir = scratchRepository('go', {
      'arch_arm64.go': 'package main\n\nvar broken int = "no number"\n',
    })
    const run = await act(dir, 'example-matrix.yml', { env: services.envFor({ run: 'leg-fails' }) })
    expect(run.code).not.toBe(0)
    expect(run.results).toMatchObject({ plan: 'success', collect: 'failure' })
    expect(run.results['after']).toBeUndefined()
    expect(
      Object.entries(run.results)
        .filter(([job]) => job.startsWith('build '))
        .map(([, result]) => result)
        .sort(),
    ).toEqual(['failure', 'success'])
    expect(run.output('collect')).toMatch(/aarch64-linux/)
    expect(run.output('build')).toContain('arch_arm64.go')
    expect([...uploaded('leg-fails').keys()]).not.toContain('lookup-aarch64-linux.tar.gz')
    expect([...uploaded('leg-fails').keys()]).not.toContain('SHA256SUMS')
  })

  it('a target with shell metacharacters: refused by the plan, no leg starts', async () => {
    const dir = scratchRepository('go', {
      'portable-build.yml': "targets: ['linux/amd64$(touch /tmp/pb-pwned)', 'x;id']\n",
    })
    writeFileSync(
      `${dir}/.github/workflows/bad.yml`,
      JSON.stringify({
        on: { push: null },
        jobs: { call: { uses: './.github/workflows/own-build.yml' } },
      }),
    )
    const run = await act(dir, 'bad.yml', { env: services.envFor({ run: 'bad-target' }) })
    expect(run.code).not.toBe(0)
    expect(run.results).toEqual({ plan: 'failure' })
    expect(run.output('plan')).toContain('unknown-target')
    expect(uploaded('bad-target').size).toBe(0)
  })
})
