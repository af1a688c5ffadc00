// What the cache brings, beside what others do, in one run: `bench/cache.mjs [--only rust-workspace,go,…] [--rounds N] [--rate 125,40]`.
//
// Every job runs on a machine that was just made: a checkout with new times, toolchains, and nothing else. Entries go through a server
// of the cache's own protocol over a link of so many MB/s and 20 ms; those of the others by GitHub's own client. Parts replace what
// the raw file (--raw, default bench/cache/raw.json) says of them, and docs/benchmarks.md is written from all of it; `--only none` writes it only.
// `--by NAME,…` measures only those, and leaves what is known of the others; `--dist DIR` measures another build than dist/.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { needNode24, root } from '../scripts/lib/node24.mjs'

needNode24(import.meta.url)

const { describeMachine } = await import('./cache/machine.ts')
const { benchmarkPage } = await import('./cache/page.ts')
const { parts } = await import('./cache/parts.ts')
const { openStand } = await import('./cache/stand.ts')
const { rawText } = await import('./cache/raw.ts')
const { rates } = await import('./cache/wanted.ts')

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(parts).join(',') },
    rounds: { type: 'string', default: '3' },
    rate: { type: 'string', default: '125,40' },
    by: { type: 'string', default: '' },
    dist: { type: 'string', default: join(root, 'dist') },
    raw: { type: 'string', default: join(root, 'bench/cache/raw.json') },
  },
})
const list = (/** @type {string} */ text) => text.split(',').filter(Boolean)
const speeds = /** @type {const} */ ([
  [125, rates[125]],
  [40, rates[40]],
])
const options = {
  rounds: Number(values.rounds),
  speeds: speeds.filter(([rate]) => list(values.rate).includes(String(rate))),
  by: list(values.by),
  tell: (/** @type {string} */ line) => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`),
}

/** @type {Record<string, import('./cache/run.ts').Part>} */
const raw = existsSync(values.raw) ? JSON.parse(readFileSync(values.raw, 'utf8')) : {}
const wanted = list(values.only).filter(name => name !== 'none')
const stand = wanted.length > 0 ? await openStand(resolve(values.dist)) : null
try {
  for (const name of wanted) if (stand) await measureOne(stand, name)
} finally {
  await stand?.close()
}
writeFileSync(join(root, 'docs/benchmarks.md'), benchmarkPage(raw))

/** @param {import('./cache/stand.ts').Stand} stand @param {string} name */
async function measureOne(stand, name) {
  const measurePart = parts[name]
  if (!measurePart) throw new Error(`there is no part ${name}; there are ${Object.keys(parts).join(', ')}`)
  const before = raw[name]?.runs ?? []
  /** @type {import('./cache/run.ts').Recorded[]} */
  const runs = []
  /** @type {Record<string, string>} */
  const notRun = {}
  const description = { ...(await describeMachine(stand)), rounds: options.rounds }
  // a benchmark that is stopped has written what it knows
  const keep = () => {
    const others = options.by.length === 0 ? [] : before.filter(old => !runs.some(run => run.by === old.by))
    raw[name] = { ...description, notRun, runs: [...others, ...runs] }
    writeFileSync(values.raw, rawText(raw))
  }
  stand.clear()
  await measurePart(stand, {
    ...options,
    record(run) {
      runs.push(run)
      keep()
    },
    miss(what, why) {
      notRun[what] = why
      keep()
    },
  })
}
