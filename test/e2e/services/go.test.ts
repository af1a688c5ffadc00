import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openEntry } from '../../../src/hosts/github/cache-entry.ts'
import { levelLog } from '../../support/level-log.ts'
import { compressions, tarOf } from '../../support/services/entry.ts'
import { type ClientOptions, startServices } from '../../support/services/services.ts'
import type { ServiceState } from '../../support/services/state.ts'
import { cacheDir } from '../support/places.ts'
import { someBytes } from './bytes.ts'
import { ourStore } from './store.ts'

const run = promisify(execFile)
const client = join(cacheDir, 'go-actions-cache/go-client')

beforeAll(async () => {
  const cwd = join(import.meta.dirname, 'go-client')
  await run('go', ['build', '-mod=readonly', '-trimpath', '-o', client, '.'], { cwd })
})

/** What BuildKit's client takes for the version of its entries (its `cache.go`). */
const goVersion = createHash('sha256').update('|go-actionscache-1.0').digest('hex')

async function world() {
  const services = await startServices()
  onTestFinished(() => services.stop())
  const dir = mkdtempSync(join(tmpdir(), 'pb-go-cache-'))
  const log = levelLog()
  const ours = ourStore({ PATH: process.env['PATH'], ...services.env }, log)
  const go = async (args: readonly string[], who: ClientOptions = {}) => {
    const env = { PATH: process.env['PATH'], ...services.envFor(who) }
    return (await run(client, [...args], { env })).stdout.trim()
  }
  const at = (name: string) => join(dir, name)
  const file = (name: string, content: Buffer) => {
    writeFileSync(at(name), content)
    return at(name)
  }
  return { ...services, ours, go, at, file, log }
}

/** Clients name their entries by versions of their own: gives all entries another one, as if that client had saved them. */
function become(state: ServiceState, version: string): void {
  for (const [i, entry] of state.caches.entries()) state.caches[i] = { ...entry, version }
}

describe('what BuildKit’s client', () => {
  it.each([
    ['5 kB at once', 5000, 0],
    ['150 MiB in blocks of 1 MiB', 150 << 20, 151],
  ])('saves comes back with ours: %s', async (_, size, blocks) => {
    const w = await world()
    const content = someBytes(size)
    await w.go(['save', 'entry', w.file('in', compressions.zstd.compress(await tarOf([{ content }])))])
    expect(w.state.requests.filter(r => r === 'PUT block')).toHaveLength(blocks)
    become(w.state, compressions.zstd.version)
    const wanted = { key: 'entry', fallbacks: [], path: w.at('out') }
    expect(await w.ours.restore(wanted)).toEqual({ key: 'entry', bytes: size })
    expect(readFileSync(w.at('out')).equals(content)).toBe(true)
    expect(w.log.lines).toEqual([])
  })

  it.each([
    ['5 kB', 5000, false],
    ['140 MiB, which are more than one upload may have', 140 << 20, true],
  ])('loads is what was saved through us: %s', async (_, size, inBlocks) => {
    const w = await world()
    const content = someBytes(size)
    expect(await w.ours.save({ key: 'entry', path: w.file('in', content) })).toBe('saved')
    expect(w.state.requests.includes('PUT block')).toBe(inBlocks)
    become(w.state, goVersion)
    expect(await w.go(['load', w.at('out'), 'entry'])).toBe('entry')
    const opened = await openEntry(w.at('out'), w.at('opened'), new AbortController().signal)
    expect(opened).toEqual({ kind: 'done', bytes: size })
    expect(readFileSync(w.at('opened')).equals(content)).toBe(true)
  })

  it('and ours do not save twice', async () => {
    const w = await world()
    const path = w.file('in', someBytes(100))
    await w.go(['save', 'a', path])
    become(w.state, compressions.zstd.version)
    expect(await w.ours.save({ key: 'a', path })).toBe('exists')
    await w.ours.save({ key: 'b', path })
    become(w.state, goVersion)
    await expect(w.go(['save', 'b', path])).rejects.toThrow(/already_exists|exists/)
  })

  it('and ours find the same beginnings, and miss the same', async () => {
    const w = await world()
    const archive = compressions.zstd.compress(await tarOf([{ content: 'x' }]))
    for (const key of ['obj-1', 'obj-2']) await w.go(['save', key, w.file('in', archive)])
    expect(await w.go(['load', w.at('out'), 'obj-9', 'obj-'])).toBe('obj-2')
    expect(await w.go(['load', w.at('out'), 'other'])).toBe('')
    become(w.state, compressions.zstd.version)
    const ask = (key: string, fallbacks: string[]) => w.ours.restore({ key, fallbacks, path: w.at('restored') })
    expect(await ask('obj-9', ['obj-'])).toMatchObject({ key: 'obj-2' })
    expect(await ask('other', [])).toMatchObject({ key: null })
  })

  it('may not do is refused to it, too', async () => {
    const w = await world()
    await expect(w.go(['save', 'a', w.file('in', someBytes(1))], { mode: 'read' })).rejects.toThrow(/reserve cache/)
    await expect(w.go(['load', w.at('out'), 'a'], { mode: 'none' })).rejects.toThrow(/permission_denied/)
  })
})
