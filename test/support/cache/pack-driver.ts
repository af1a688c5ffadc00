import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { restoreEntry, saveEntry } from '../../../src/cache/bring.ts'
import { cacheEntry } from '../../../src/cache/entry.ts'
import { listMembers } from '../../../src/cache/pack/list.ts'
import { directoryStore } from '../../../src/cache/stores/directory.ts'
import { BuildError } from '../../../src/errors.ts'
import { levelLog } from '../level-log.ts'

/*
 * Saves or restores a directory in a process of its own, for tests that fill its disk or kill it:
 *   node pack-driver.ts save|restore DIR CACHE SCRATCH
 * Prints one line of JSON: what came out, the most memory it had (bytes), and what was told.
 */
const [verb = '', dir = '', cache = '', scratch = ''] = process.argv.slice(2)
const entry = cacheEntry({ kind: 'rust-hot', name: 'driver', ingredients: { a: 'b' } })
const log = levelLog()
mkdirSync(scratch, { recursive: true })
const context = {
  ...{ log, scratch, signal: new AbortController().signal },
  store: directoryStore({ dir: cache, maxBytes: 1e10, log }),
  tell: () => {},
}

async function run(): Promise<unknown> {
  if (verb === 'save') return saveEntry(context, { entry, members: await listMembers({ dir, root: 't' }) })
  return (await restoreEntry(context, { entry, roots: { t: join(dir, 'to') } }))?.pack.head.members ?? null
}

const result = await run().catch(error => (error instanceof BuildError ? error.code : String(error)))
const peak = process.resourceUsage().maxRSS * 1024
console.log(JSON.stringify({ result, peak, told: log.lines.map(l => l.text) }))
