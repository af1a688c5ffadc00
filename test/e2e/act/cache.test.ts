import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Services, startServices } from '../../support/services/services.ts'
import { act, newMachine } from './support/run.ts'
import { scratchRepository } from './support/scratch.ts'

let services: Services
beforeEach(async () => {
  services = await startServices()
})
afterEach(() => services.stop())

/** The C example as one command for one target: each new machine starts without anything compiled, not even a C library. */
const repository = () =>
  scratchRepository('c', {
    'portable-build.yml': `targets: x86_64-linux-gnu.2.17\nbuild-command: ${command}\n`,
    '.github/workflows/one-target.yml': JSON.stringify({
      on: ['push', 'pull_request'],
      jobs: { build: { uses: './.github/workflows/own-build.yml' } },
    }),
  })
const command = `$CC $CFLAGS -D_GNU_SOURCE -DTREESUM_VERSION='"1"' src/*.c -pthread -o "$PB_OUT/treesum"`
const keys = () => services.state.caches.filter(entry => entry.finalized).map(entry => entry.key)
/** Nothing can be downloaded: what is not in the cache comes from nowhere. */
const offline = { PIP_INDEX_URL: 'http://127.0.0.1:9/', HTTPS_PROXY: 'http://127.0.0.1:9/', NO_PROXY: '127.0.0.1' }
const fork = {
  event: 'pull_request',
  payload: {
    pull_request: {
      head: { repo: { full_name: 'mallory/app' } },
      base: { ref: 'main', repo: { full_name: 'acme/app' } },
    },
  },
}
const installed = /zig 0\S* is installed \(\d+ s\)/
const fromTheCache = /zig 0\S* is installed \(\d+ s, from the cache\)/

describe('compilers across machines', () => {
  it('the first run saves the archive, a new machine takes it from there instead of downloading', async () => {
    const dir = repository()
    const first = await act(dir, 'one-target.yml', { env: services.envFor({ run: '1' }), home: newMachine() })
    expect(first.code, first.log).toBe(0)
    expect(first.log).toMatch(installed)
    const [compiler, runtime, ...others] = keys().sort()
    expect(compiler).toMatch(/^portable-build-toolchain-zig-/)
    expect(runtime).toMatch(/^portable-build-zig-runtime-x86_64-linux-gnu\.2\.17-/)
    expect(others).toEqual([])
    const requests = services.state.requests.length
    const env = { ...services.envFor({ run: '2' }), ...offline }
    const second = await act(dir, 'one-target.yml', { env, home: newMachine() })
    expect(second.code, second.log).toBe(0)
    expect(second.log).toMatch(fromTheCache)
    expect(services.state.requests.slice(requests)).not.toContain('CacheService/CreateCacheEntry')
  })

  it("the same by act's own server, which speaks the first protocol", async () => {
    const dir = repository()
    const ownCache = mkdtempSync(join(tmpdir(), 'pb-act-cache-'))
    // the emulator has the artifacts only
    const env = (run: string) => ({ ...services.envFor({ run }), ACTIONS_CACHE_SERVICE_V2: '' })
    const first = await act(dir, 'one-target.yml', { env: env('1'), home: newMachine(), ownCache })
    expect(first.code, first.log).toBe(0)
    expect(first.log).toMatch(installed)
    expect(first.log).not.toContain('the cache is of no help')
    const second = await act(dir, 'one-target.yml', { env: { ...env('2'), ...offline }, home: newMachine(), ownCache })
    expect(second.code, second.log).toBe(0)
    expect(second.log).toMatch(fromTheCache)
    expect(services.state.requests.filter(r => r.startsWith('CacheService'))).toEqual([])
  })

  it("a fork's pull request builds and verifies, and never asks to save", async () => {
    const env = services.envFor({ run: '3' })
    const run = await act(repository(), 'one-target.yml', { env, home: newMachine(), ...fork })
    expect(run.code, run.log).toBe(0)
    expect(run.results['collect']).toBe('success')
    expect(services.state.requests).not.toContain('CacheService/CreateCacheEntry')
    expect(keys()).toEqual([])
  })
})
