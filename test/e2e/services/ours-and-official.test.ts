import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { restoreCache, saveCache } from '@actions/cache'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { entryPath, entryVersions } from '../../../src/hosts/github/cache-entry.ts'
import { levelLog } from '../../support/level-log.ts'
import { compressions, plant, tarOf } from '../../support/services/entry.ts'
import { type ClientOptions, startServices } from '../../support/services/services.ts'
import type { Faults } from '../../support/services/state.ts'
import { someBytes } from './bytes.ts'
import { ourStore } from './store.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

const protocols = ['v1', 'v2'] as const

/** A PATH with what the official client needs, and no zstd. */
function pathWithoutZstd(): string {
  const dir = mkdtempSync(join(tmpdir(), 'pb-path-'))
  for (const name of ['tar', 'gzip']) {
    const found = (process.env['PATH'] ?? '')
      .split(':')
      .map(d => join(d, name))
      .find(existsSync)
    if (found) symlinkSync(found, join(dir, name))
  }
  return dir
}

/** A service, our store, and the official client in a workspace of its own. */
async function world(protocol: 'v1' | 'v2', faults: Faults = {}, path = process.env['PATH'] ?? '') {
  const services = await startServices(faults)
  onTestFinished(() => services.stop())
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'pb-both-')))
  const [temp, workspace] = [join(dir, 'temp'), join(dir, 'workspace')]
  for (const d of [temp, workspace]) mkdirSync(d)
  const log = levelLog()
  const ours = (client: ClientOptions = {}) => {
    const env = { PATH: path, RUNNER_TEMP: temp, ...services.envFor({ protocol, ...client }) }
    return ourStore(env, log)
  }
  const official = {
    RUNNER_TEMP: temp,
    GITHUB_WORKSPACE: workspace,
    PATH: path,
    GITHUB_SERVER_URL: 'https://github.com',
  }
  const stubs = { ACTIONS_CACHE_SERVICE_V2: '', ...official, ...services.envFor({ protocol }) }
  for (const [name, value] of Object.entries(stubs)) vi.stubEnv(name, value)
  vi.spyOn(process, 'cwd').mockReturnValue(workspace)
  let said = ''
  vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    said += text
    return true
  })
  const file = (content: Buffer | string) => {
    writeFileSync(join(dir, 'in'), content)
    return join(dir, 'in')
  }
  const out = join(dir, 'out')
  return { ...services, log, ours, dir, temp, workspace, out, file, at: join(workspace, entryPath), said: () => said }
}

describe.each(protocols)('an entry, protocol %s', protocol => {
  it.each([
    ['zstd', undefined],
    ['gzip', pathWithoutZstd()],
  ] as const)('that we save is restored by the official client: %s', async (compression, path) => {
    const w = await world(protocol, {}, path)
    const content = randomBytes(70_000)
    expect(await w.ours().save({ key: 'a-1', path: w.file(content) })).toBe('saved')
    expect(w.state.caches.map(e => e.version)).toEqual([compressions[compression].version])
    expect(await restoreCache([entryPath], 'a-2', ['a-'])).toBe('a-1')
    expect(readFileSync(w.at).equals(content)).toBe(true)
    expect(readdirSync(w.workspace)).toEqual([entryPath])
    expect(w.said()).not.toContain('::warning')
  })

  it.each([
    ['zstd', undefined],
    ['gzip', pathWithoutZstd()],
  ] as const)('that the official client saves is restored by us: %s', async (compression, path) => {
    const w = await world(protocol, {}, path)
    const content = randomBytes(70_000)
    writeFileSync(w.at, content)
    expect(await saveCache([entryPath], 'a-1')).toBeGreaterThan(0)
    expect(w.state.caches.map(e => e.version)).toEqual([compressions[compression].version])
    const wanted = { key: 'a-2', fallbacks: ['a-'], path: w.out }
    expect(await w.ours().restore(wanted)).toEqual({ key: 'a-1', bytes: 70_000 })
    expect(readFileSync(w.out).equals(content)).toBe(true)
    expect(w.log.lines).toEqual([])
  })

  it('of more than 128 MiB goes there in parts and comes back', async () => {
    const w = await world(protocol)
    const content = someBytes(140 << 20)
    expect(await w.ours().save({ key: 'large', path: w.file(content) })).toBe('saved')
    const parts = protocol === 'v1' ? 'PATCH v1/caches/ID' : 'PUT block'
    expect(w.state.requests.filter(r => r === parts).length).toBeGreaterThan(1)
    expect(await w.ours().restore({ key: 'large', fallbacks: [], path: w.out })).toMatchObject({ bytes: 140 << 20 })
    expect(readFileSync(w.out).equals(content)).toBe(true)
  })

  it('that is there is not saved again, by whomever', async () => {
    const w = await world(protocol)
    writeFileSync(w.at, 'first')
    await saveCache([entryPath], 'a')
    expect(await w.ours().save({ key: 'a', path: w.file('second') })).toBe('exists')
    expect(w.state.caches).toHaveLength(1)
    expect(w.log.lines).toEqual([])
  })

  it.each([
    ['denies writing', { denyWrite: true }, 'not-allowed', 'info', /cache write denied/],
    ['has had too many requests', { status429: { times: 100 } }, 'failed', 'warn', /429|too many requests/i],
    ['does not finish', { refuseFinalize: true }, 'failed', 'warn', /not today|500/],
  ] as const)('is not saved by a service that %s, and the page of the run has our words for it', async (...row) => {
    const [, faults, result, level, text] = row
    const w = await world(protocol, faults)
    expect(await w.ours().save({ key: 'a', path: w.file('x') })).toBe(result)
    expect(w.log.lines).toEqual([{ level, text: expect.stringMatching(text) }])
    expect(w.said()).toBe('')
    expect(w.state.caches.filter(e => e.finalized)).toEqual([])
    expect(readdirSync(w.temp)).toEqual([])
  })

  it.each(['read', 'none'] as const)('is not saved in mode %s', async mode => {
    const w = await world(protocol)
    expect(await w.ours({ mode }).save({ key: 'a', path: w.file('x') })).toBe('not-allowed')
    expect(w.log.lines).toEqual([{ level: 'info', text: expect.stringContaining(`cache-mode '${mode}'`) }])
    expect(w.state.requests).toEqual([])
  })
})

describe('a poisoned entry', () => {
  it('writes where it likes when the official client restores it, and is refused by us', async () => {
    const w = await world('v2')
    const victim = join(w.dir, 'authorized_keys')
    const archive = await tarOf([{ name: victim, content: 'mallory' }, { content: 'x' }])
    plant(w.state, 'a', compressions.zstd.compress(archive), entryVersions[0])
    expect(await restoreCache([entryPath], 'a')).toBe('a')
    expect(readFileSync(victim, 'utf8')).toBe('mallory') // when this fails, restoring may be left to it
    rmSync(victim)
    const got = await w.ours().restore({ key: 'a', fallbacks: [], path: w.out })
    expect(got).toMatchObject({ key: null, why: /another name/ })
    expect(existsSync(victim)).toBe(false)
  })
})
