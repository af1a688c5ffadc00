// What judging costs, each figure in a process of its own: rows for bench/run.mjs, or alone `node bench/verify.mjs`.
//
// Many files: what is compared runs in turns, and a ratio is the median of the rounds' ratios. Wall clock times, because that is
// what one waits for; CPU times (user and system, of all threads: Node compiles what is hot on the second one) have a row of their
// own and the same limit. One file: the least wall time of all rounds, because everything else on a machine only adds to it.
// Without a digest, because readelf makes none; the row with it says what it adds. PORTABLE_BUILD_VERIFY names another build of
// the library to measure than dist/.
import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { childEnv, needNode24 } from '../scripts/lib/node24.mjs'

const files = 1000
/** Processes that judge one file: each takes a fifth of a second, and the least of them counts. */
const starts = 15
const dirs = ['/usr/bin', '/usr/sbin', '/usr/libexec', '/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu']

/**
 * Figure, value, limit and what it is made of.
 * @param {number} rounds processes of each kind @returns {string[][]}
 */
export function verifyRows(rounds) {
  const large = process.execPath
  const megabytes = `${(statSync(large).size / 1e6).toFixed(0)} MB`
  const one = Array.from({ length: starts }, () => child('one', [large]))
  const hashed = child('one', [large], 'always')
  const list = executables()
  const hasReadelf = !spawnSync('readelf', ['--version']).error
  const runs = Array.from({ length: rounds }, () => ({
    readelf: hasReadelf ? viaReadelf(list) : null,
    structures: child('many', list, 'never'),
    read: child('read', list),
    judged: child('many', list),
  }))
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
    ...(hasReadelf
      ? compared(
          `a readelf -dlV for each of ${list.length} files / one verify of all, from start to end`,
          '>= 10',
          runs.map(r => [r.readelf ?? r.structures.process, r.structures.process]),
        )
      : [['verify against readelf', 'not run', '', 'no readelf']]),
    ...compared(
      `verify of ${list.length} files / reading them`,
      '<= 2',
      runs.map(r => [r.structures, r.read]),
    ),
    ...compared(
      'the same with every sha256',
      '',
      runs.map(r => [r.judged, r.read]),
    ),
    row('memory at most', rss, ' MiB', '<= 150', 'of all these processes, Node included'),
  ]
}

/** @param {string} name @param {number} value @param {string} unit @param {string} limit @param {string} detail */
function row(name, value, unit, limit, detail) {
  return [name, `${value.toFixed(2)}${unit}`, limit, detail]
}

/**
 * Two rows: the ratio of wall clock times, and that of CPU times.
 * @param {string} name @param {string} limit @param {[Times, Times][]} pairs
 */
function compared(name, limit, pairs) {
  /** @param {'wall' | 'cpu'} kind */
  const ratio = kind => median(pairs.map(([a, b]) => a[kind] / b[kind]))
  /** @param {'wall' | 'cpu'} kind */
  const told = kind => [0, 1].map(side => ms(median(pairs.map(pair => pair[side]?.[kind] ?? Number.NaN)))).join(' / ')
  return [
    row(name, ratio('wall'), '', limit, `wall, ${told('wall')}`),
    row('the same in CPU time', ratio('cpu'), '', limit, told('cpu')),
  ]
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

/**
 * The loop that one writes without us: a process for each file.
 * @param {readonly string[]} list @returns {Times}
 */
function viaReadelf(list) {
  const script = 'for path; do readelf -dlV "$path" >/dev/null 2>&1; done; times'
  const start = performance.now()
  const { stdout } = spawnSync('sh', ['-c', script, 'sh', ...list], { encoding: 'utf8', maxBuffer: 1 << 28 })
  const wall = performance.now() - start
  // The first line is the shell's own (it forks), the second its children's.
  const cpu = [...stdout.matchAll(/([0-9]+)m([0-9.]+)s/g)]
  return { wall, cpu: cpu.reduce((sum, m) => sum + (Number(m[1]) * 60 + Number(m[2])) * 1000, 0) }
}

/** @typedef {{ wall: number, cpu: number }} Times milliseconds */

/**
 * Measures in a new process, in ms: `wall` and `cpu` of the first time, `warm` the least wall time of doing it again, `process`
 * everything from its start to its end, Node's own start included; `rss` MiB.
 * @param {'one' | 'many' | 'read'} what @param {readonly string[]} paths @param {string} [digest]
 * @returns {Times & { warm: number, rss: number, process: Times }}
 */
function child(what, paths, digest = what === 'one' ? 'never' : 'auto') {
  const argv = [import.meta.filename, what, digest]
  const start = performance.now()
  const done = spawnSync(process.execPath, argv, { env: childEnv(), encoding: 'utf8', input: paths.join('\n') })
  const wall = performance.now() - start
  if (done.status !== 0) throw new Error(`bench/verify.mjs ${what}: ${done.stderr}`)
  const { total, ...times } = JSON.parse(done.stdout)
  return { ...times, process: { wall, cpu: total } }
}

/** @param {string} what @param {string} digest */
async function measure(what, digest) {
  const paths = readFileSync(0, 'utf8').split('\n')
  // What users import, not src/: Node would strip its types while it is measured.
  const build = process.env['PORTABLE_BUILD_VERIFY'] ?? new URL('../dist/verify/index.js', import.meta.url).href
  /** @type {typeof import('../src/verify/index.ts')} */
  const { verify } = await import(build)
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
  const { user, system } = process.cpuUsage()
  const warm = walls.length > 5 ? Math.min(...walls.slice(5)) : null
  console.log(JSON.stringify({ wall: walls[0], cpu: cpus[0], warm, rss, total: (user + system) / 1000 }))
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
