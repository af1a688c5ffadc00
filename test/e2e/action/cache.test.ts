import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { pinnedZig, pinnedZigbuild } from '../../../src/toolchains/catalog.ts'
import type { JobOptions } from '../../support/runner.ts'
import { toolsDir } from '../support/places.ts'
import { action, jobIn, scratch, services } from './support.ts'

/** A crate that is built in a moment, and needs cargo-zigbuild for it. */
function crate(): string {
  const workspace = join(scratch(), 'app')
  mkdirSync(join(workspace, 'src'), { recursive: true })
  writeFileSync(join(workspace, 'Cargo.toml'), '[package]\nname = "hello"\nversion = "1.0.0"\nedition = "2021"\n')
  writeFileSync(join(workspace, 'src/main.rs'), 'fn main() {\n    println!("hello");\n}\n')
  return workspace
}

/** The tools of a machine that has zig, and that nobody has built a crate on. */
function freshTools(): string {
  const tools = join(scratch(), 'tools')
  mkdirSync(tools)
  const shared = [`zig-${pinnedZig}`, 'zig-cache'].filter(name => existsSync(join(toolsDir, name)))
  for (const name of shared) symlinkSync(join(toolsDir, name), join(tools, name))
  return tools
}

/** Starts to build the crate on a machine of its own. */
function start({ env, ...options }: Partial<JobOptions>) {
  const job = jobIn(crate(), { ...options, env: { ...env, PORTABLE_BUILD_TOOLS_DIR: freshTools() } })
  const inputs = { targets: 'linux/arm64', smoke: 'off', toolchain: process.env['PB_TEST_RUST'] ?? '' }
  return job.start(action('build', { ...inputs, 'artifact-upload': 'false' }))
}

async function build(options: Partial<JobOptions>) {
  const result = await start(options).done
  expect([result.code, result.outputs['verified']], result.log).toEqual([0, 'true'])
  return result
}

const push = { name: 'push', payload: { repository: { default_branch: 'main' } } }
const fork = {
  name: 'pull_request',
  payload: { ...push.payload, pull_request: { head: { repo: { full_name: 'mallory/app' } } } },
}
const key = new RegExp(`^portable-build-toolchain-cargo-zigbuild-${pinnedZigbuild}-`)

describe('the cache of the workflow', () => {
  it('has a toolchain after the first run, and gives it to the next machine, be it for a fork', async () => {
    const { env, state } = await services()
    const first = await build({ env, event: push })
    expect(first.outputs['cache-hit']).toBe('false')
    expect(state.caches).toEqual([
      expect.objectContaining({ key: expect.stringMatching(key), scope: 'refs/heads/main', finalized: true }),
    ])
    for (const event of [push, fork]) {
      const next = await build({ env, event })
      expect(next.outputs['cache-hit'], next.log).toBe('true')
      expect(next.log).toContain('from the cache')
    }
    expect(state.caches).toHaveLength(1)
  })

  it('gets nothing from a fork, which is built and verified all the same', async () => {
    const { env, state } = await services()
    const { log } = await build({ env: { ...env, GITHUB_REF: 'refs/pull/7/merge' }, event: fork })
    expect(log).toContain('the code comes from a fork')
    expect([state.caches, state.requests.filter(r => r.includes('CreateCache'))]).toEqual([[], []])
  })

  it.each([
    ['that says so', { mode: 'read' }],
    ['that does not say so', { scopes: [{ Scope: 'refs/heads/main', Permission: 1 }] }],
  ] as const)('gets nothing by a token that may only read, %s; the build goes on', async (_, client) => {
    const { envFor, state } = await services()
    const { commands } = await build({ env: envFor(client), event: push })
    expect(state.caches).toEqual([])
    expect(commands.filter(c => c.name === 'error')).toEqual([])
  })
})

describe('a workflow that is cancelled while it saves', () => {
  it('ends before it would be killed, and leaves no entry that anybody could find', async () => {
    const { env, state } = await services({ stuck: true })
    const step = start({ env, event: push })
    await vi.waitFor(() => expect(state.requests.filter(r => r.startsWith('PUT'))).not.toEqual([]), 120_000)
    step.cancel()
    const { code, signals, log, outputs } = await step.done
    expect([code, signals, outputs], log).toEqual([130, ['SIGINT'], { verified: 'false' }])
    expect(state.caches.filter(entry => entry.finalized)).toEqual([])
  })
})

describe('a runner without a cache', () => {
  it('builds, and says what it costs', async () => {
    const { log, outputs, summary } = await build({ event: push })
    expect(log).toContain('cache: this runner offers none')
    expect(outputs['cache-hit']).toBe('false')
    expect(summary).toContain('this runner offers no cache')
  })
})
