// What judging costs, each figure in a process of its own: rows for bench/run.mjs, or alone `node bench/verify.mjs`.
//
// Many files: CPU times (user + system), which stand still on a busy machine. One file: the least wall time, for the same reason.
import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { childEnv, needNode24 } from '../scripts/lib/node24.mjs'

const files = 1000
const dirs = ['/usr/bin', '/usr/sbin', '/usr/libexec', '/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu']

/**
 * Figure, value, limit and what it is made of.
 * @param {number} rounds processes of each kind @returns {string[][]}
 */
export function verifyRows(rounds) {
  const large = process.execPath
  const megabytes = `${(statSync(large).size / 1e6).toFixed(0)} MB`
  const one = Array.from({ length: rounds }, () => child('one', [large]))
  const hashed = child('one', [large], 'always')
  const list = executables()
  const runs = Array.from({ length: rounds }, () => ({
    judged: child('many', list),
    structures: child('many', list, 'never'),
    read: child('read', list),
  }))
  const readelf = viaReadelf(list)
  const judged = median(runs.map(r => r.judged.cpu))
  const structures = median(runs.map(r => r.structures.cpu))
  const read = median(runs.map(r => r.read.cpu))
  const rss = Math.max(...runs.map(r => r.judged.rss), ...one.map(r => r.rss))
  return [
    row(
      `verify, ${megabytes} executable, warm`,
      Math.min(...one.map(r => r.warm)),
      ' ms',
      '<= 5 ms',
      'least, no digest',
    ),
    row('the same, first in its process', Math.min(...one.map(r => r.wall)), ' ms', '<= 20 ms', 'least, no digest'),
    row('the same with its sha256', hashed.warm, ' ms', '', `${megabytes} read and hashed`),
    ...(readelf === null
      ? [['verify against readelf', 'not run', '', 'no readelf']]
      : [
          row(
            `readelf -dlV of ${list.length} files / verify`,
            readelf / structures,
            '',
            '>= 10',
            `${ms(readelf)} / ${ms(structures)}, no digest`,
          ),
        ]),
    row(
      `verify of ${list.length} files / reading them`,
      structures / read,
      '',
      '<= 2',
      `${ms(structures)} / ${ms(read)}, no digest`,
    ),
    row('the same with every sha256', judged / read, '', '', `${ms(judged)} / ${ms(read)}`),
    row('memory at most', rss, ' MiB', '<= 150', 'of all these processes, Node included'),
  ]
}

/** @param {string} name @param {number} value @param {string} unit @param {string} limit @param {string} detail */
function row(name, value, unit, limit, detail) {
  return [name, `${value.toFixed(2)}${unit}`, limit, detail]
}

/** @param {number} value */
function ms(value) {
  return `${value.toFixed(0)} ms`
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** Programs of this machine, then its libraries until there are enough. */
function executables() {
  /** @type {Map<string, string>} */
  const found = new Map()
  for (const dir of dirs.filter(d => existsSync(d))) {
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      const path = join(dir, entry.name)
      if (found.size < files && entry.isFile() && isElf(path)) found.set(path, path)
    }
  }
  return [...found.keys()]
}

/** @param {string} path */
function isElf(path) {
  const fd = openSync(path, 'r')
  const start = Buffer.alloc(4)
  readSync(fd, start, 0, 4, 0)
  closeSync(fd)
  return start.toString('latin1') === '\x7fELF'
}

/** @param {readonly string[]} list @returns {number | null} milliseconds of CPU, or null without readelf */
function viaReadelf(list) {
  if (spawnSync('readelf', ['--version']).error) return null
  const script = 'for path; do readelf -dlVW "$path" >/dev/null 2>&1; done; times'
  const { stdout } = spawnSync('sh', ['-c', script, 'sh', ...list], { encoding: 'utf8', maxBuffer: 1 << 28 })
  const children = [...(stdout.trim().split('\n').at(-1) ?? '').matchAll(/([0-9]+)m([0-9.]+)s/g)]
  return children.reduce((sum, m) => sum + (Number(m[1]) * 60 + Number(m[2])) * 1000, 0)
}

/**
 * Measures in a new process, in ms: `wall` and `cpu` of the first time, `warm` the least wall time of doing it again; `rss` MiB.
 * @param {'one' | 'many' | 'read'} what @param {readonly string[]} paths @param {string} [digest]
 * @returns {{ wall: number, cpu: number, warm: number, rss: number }}
 */
function child(what, paths, digest = what === 'one' ? 'never' : 'auto') {
  const argv = [import.meta.filename, what, digest]
  const done = spawnSync(process.execPath, argv, { env: childEnv(), encoding: 'utf8', input: paths.join('\n') })
  if (done.status !== 0) throw new Error(`bench/verify.mjs ${what}: ${done.stderr}`)
  return JSON.parse(done.stdout)
}

/** @param {string} what @param {string} digest */
async function measure(what, digest) {
  const { text } = await import('node:stream/consumers')
  const paths = (await text(process.stdin)).split('\n')
  // What users import, not src/: Node would strip its types while it is measured.
  const { verify } = await import('../dist/verify/index.js')
  const wish = digest === 'never' || digest === 'always' ? digest : 'auto'
  const act = async () => (what === 'read' ? readAll(paths) : verify(paths, { digest: wish }))
  const walls = []
  const cpus = []
  for (let i = 0; i < (what === 'one' ? 25 : 1); i++) {
    const before = process.cpuUsage()
    const start = performance.now()
    await act()
    walls.push(performance.now() - start)
    const used = process.cpuUsage(before)
    cpus.push((used.user + used.system) / 1000)
  }
  const rss = process.resourceUsage().maxRSS / 1024
  console.log(
    JSON.stringify({ wall: walls[0], cpu: cpus[0], warm: walls.length > 5 ? Math.min(...walls.slice(5)) : null, rss }),
  )
}

/** Pure reading: the same pieces, and nothing done with them. @param {readonly string[]} paths */
function readAll(paths) {
  const piece = Buffer.allocUnsafe(1 << 20)
  for (const path of paths) {
    const fd = openSync(path, 'r')
    for (let at = 0, got = 1; got > 0; at += got) got = readSync(fd, piece, 0, piece.length, at)
    closeSync(fd)
  }
}

if (import.meta.main) {
  needNode24(import.meta.url)
  const [what, digest = ''] = process.argv.slice(2)
  if (what === undefined) for (const cells of verifyRows(3)) console.log(`| ${cells.join(' | ')} |`)
  else await measure(what, digest)
}
