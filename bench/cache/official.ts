// What the actions of others use: the official client of the cache. `official.ts restore|save DIR KEY [--near PREFIX] PATH…`, paths
// below DIR. Prints what it took as JSON; loading the client is not counted, since actions have it in one small file.
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({ options: { near: { type: 'string' } }, allowPositionals: true })
const [way = '', dir = '', key = '', ...paths] = positionals
process.chdir(dir)
process.env['GITHUB_WORKSPACE'] = dir
const client = await import('@actions/cache')
const [start, before] = [performance.now(), process.cpuUsage()]
const found = way === 'save' ? await client.saveCache(paths, key) : await client.restoreCache(paths, key, nearOf())
const started = (before.user + before.system) / 1e6
const ended = { key: typeof found === 'string' ? found : null, wall: (performance.now() - start) / 1000, started }
console.log(`\n${JSON.stringify(ended)}`)
process.exit(way === 'save' && found === -1 ? 1 : 0)

function nearOf(): string[] {
  return values.near === undefined ? [] : [values.near]
}
