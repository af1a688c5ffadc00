// What a run costs, as ratios to the same work by hand in the same run: `bench/run [--quick] [--rounds N]`.
//
// CPU times (user + system, all children) stand still on a busy machine, wall times do not: wall times are medians.
// `--quick` leaves out the cold builds. Sources and toolchains are taken from the cache of the end-to-end suites.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { childEnv, needNode24, root } from '../scripts/lib/node24.mjs'

needNode24(import.meta.url)

const { actionRows } = await import('./action.mjs')
const { gitlabRows } = await import('./gitlab.mjs')
const { reportRows } = await import('./report.mjs')
const { verifyRows } = await import('./verify.mjs')
const { toolsDir } = await import('../test/e2e/support/places.ts')
const { rustToolchain } = await import('../test/e2e/support/rust.ts')
const { crateSource, goModuleSource } = await import('../test/e2e/support/sources.ts')

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '9' },
  },
})
const rounds = Math.max(3, Number(values.rounds) || 9)
const cli = join(root, 'dist/cli/index.js')
const work = mkdtempSync(join(tmpdir(), 'pb-bench-'))
const env = childEnv({ PORTABLE_BUILD_TOOLS_DIR: toolsDir, NO_COLOR: '1' })
const both = ['--targets', 'linux/amd64,linux/arm64']
/** @type {string[][]} */
const table = []

try {
  if (!values.quick) {
    await coldRust()
    await coldGo()
  }
  overhead()
  starts()
  table.push(...(await actionRows(rounds)), ...gitlabRows(rounds), ...verifyRows(3))
  if (spawnSync('chromium', ['--version']).error) skip('`report.html` of 1,000 executables', 'no chromium')
  else table.push(...(await reportRows(5)))
} finally {
  rmSync(work, { recursive: true, force: true })
}
print()

/**
 * Two architectures against one native `cargo build --release`; dependencies are downloaded, zig's C library is made.
 * hyperfine, because it is the same work for every target: ripgrep compiles jemalloc for musl, and only there. The native
 * build is done before and after, since CPU times of a shared machine drift.
 */
async function coldRust() {
  const toolchain = rustToolchain()
  if (toolchain === null) return skip('cold Rust, 2 architectures / 1 native', 'no toolchain with std for the targets')
  const rust = { ...env, RUSTUP_TOOLCHAIN: toolchain }
  const source = await crateSource('hyperfine', '1.20.0')
  must(cpu(['node', cli, 'build', copy(join(root, 'examples/rust'), 'warm'), ...both, '--json'], rust))
  /** @param {string} name */
  const native = name => {
    const manifest = join(copy(source, name), 'Cargo.toml')
    must(cpu(['cargo', 'fetch', '--locked', '--manifest-path', manifest], rust))
    return must(cpu(['cargo', 'build', '--release', '--locked', '--manifest-path', manifest], rust)).cpu
  }
  const before = native('native')
  const two = must(cpu(['node', cli, 'build', copy(source, 'portable'), ...both, '--json'], rust))
  const one = (before + native('native-again')) / 2
  row('cold Rust (hyperfine), 2 architectures / 1 native, CPU', two.cpu / one, '<= 1.80', `${s(two.cpu)} / ${s(one)}`)
}

/** Two architectures against one, goimports, each with an empty build cache. */
async function coldGo() {
  if (spawnSync('go', ['version'], { stdio: 'ignore' }).error) return skip('cold Go, 2 architectures / 1', 'no go')
  const source = await goModuleSource('golang.org/x/tools', 'v0.52.0')
  const main = ['--main', './cmd/goimports']
  /** @param {string} name @param {string[]} targets */
  const build = (name, targets) => {
    const cold = { ...env, GOCACHE: join(work, `${name}-cache`) }
    return must(cpu(['node', cli, 'build', copy(source, name), ...targets, ...main, '--json'], cold))
  }
  const dir = copy(source, 'by-hand')
  must(cpu(['go', 'mod', 'download'], env, dir))
  const hand = { ...env, GOCACHE: join(work, 'hand-cache'), CGO_ENABLED: '0' }
  const argv = [
    'go',
    'build',
    '-trimpath',
    '-tags=osusergo,netgo',
    '-ldflags=-s -w',
    '-o',
    join(work, 'out'),
    './cmd/goimports',
  ]
  const one = must(cpu(argv, hand, dir))
  const two = build('go-two', both)
  row(
    'cold Go (goimports), 2 architectures / 1 by hand, CPU',
    two.cpu / one.cpu,
    '<= 2.05',
    `${s(two.cpu)} / ${s(one.cpu)}`,
  )
}

/**
 * A run in which the compiler has nothing left to do, against the commands of its plan by hand; starting the executables
 * is work that the plan's commands do not do, so it is left out and measured beside.
 */
function overhead() {
  if (spawnSync('go', ['version'], { stdio: 'ignore' }).error) return skip('own overhead', 'no go')
  const dir = copy(join(root, 'examples/go'), 'overhead')
  const started = ['node', cli, 'build', dir, ...both, '--json']
  const judged = [...started, '--smoke', 'off']
  must(cpu(started, env))
  const planned = spawnSync('node', [cli, 'plan', dir, ...both, '--json'], { env, encoding: 'utf8' })
  /** @type {import('../src/plan.ts').Plan} */
  const plan = JSON.parse(planned.stdout)
  const steps = plan.jobs.flatMap(job => job.steps)
  /** @type {Record<'judged' | 'started' | 'hand', { wall: number, cpu: number }[]>} */
  const runs = { judged: [], started: [], hand: [] }
  for (let i = 0; i < rounds; i++) {
    runs.judged.push(must(cpu(judged, env)))
    runs.started.push(must(cpu(started, env)))
    const byHand = steps.map(step => must(cpu([...step.argv], { ...env, ...step.env }, step.cwd)))
    runs.hand.push({ wall: sum(byHand.map(r => r.wall)), cpu: sum(byHand.map(r => r.cpu)) })
  }
  /** @param {keyof typeof runs} name */
  const wall = name => median(runs[name].map(r => r.wall))
  /** @param {keyof typeof runs} name */
  const used = name => median(runs[name].map(r => r.cpu))
  const hand = wall('hand')
  const extra = `CPU ${s(used('judged') - used('hand'))}`
  row(
    'own overhead (examples/go, nothing to compile), wall',
    wall('judged') - hand,
    '<= 0.6 s',
    `${s(wall('judged'))} - ${s(hand)}; ${extra}`,
    ' s',
  )
  row('the same with both executables started', wall('started') - hand, '', `${s(wall('started'))} - ${s(hand)}`, ' s')
}

/** How long a user waits for commands that build nothing. */
function starts() {
  const commands = [
    { name: '`node -e 0` (for comparison)', argv: ['node', '-e', '0'], limit: '' },
    { name: '`--help`', argv: ['node', cli, '--help'], limit: '<= 0.15 s' },
    { name: '`plan examples/c`', argv: ['node', cli, 'plan', join(root, 'examples/c'), ...both], limit: '<= 0.4 s' },
    { name: '`verify` of one file', argv: ['node', cli, 'verify', '/bin/sh'], limit: '<= 0.2 s' },
  ]
  const walls = commands.map(() => /** @type {number[]} */ ([]))
  // In turns, so that a busy moment hits all of them.
  for (let i = 0; i < rounds; i++) {
    for (const [n, c] of commands.entries()) walls[n]?.push(must(cpu(c.argv, env)).wall)
  }
  for (const [n, c] of commands.entries()) {
    const all = walls[n] ?? []
    row(`${c.name}, wall`, median(all), c.limit, `least ${s(Math.min(...all))}`, ' s')
  }
}

/**
 * Runs a command and measures it: `times` of the shell counts all its children, waited for.
 * @param {string[]} argv @param {NodeJS.ProcessEnv} environment @param {string} [cwd]
 */
function cpu(argv, environment, cwd = root) {
  const started = performance.now()
  const script = '"$@" >/dev/null; code=$?; times; exit $code'
  const done = spawnSync('sh', ['-c', script, 'sh', ...argv], {
    env: environment,
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const wall = (performance.now() - started) / 1000
  const children = done.stdout.trim().split('\n').at(-1) ?? ''
  const used = [...children.matchAll(/([0-9]+)m([0-9.]+)s/g)].reduce(
    (sum, m) => sum + Number(m[1]) * 60 + Number(m[2]),
    0,
  )
  return { argv, status: done.status, stderr: done.stderr, wall, cpu: used }
}

/** @template {ReturnType<typeof cpu>} T @param {T} result @returns {T} */
function must(result) {
  if (result.status === 0) return result
  throw new Error(`${result.argv.join(' ')} ended with ${result.status}:\n${result.stderr.slice(-2000)}`)
}

/** @param {string} from @param {string} name */
function copy(from, name) {
  const to = join(work, name)
  const skipped = new Set([join(from, 'target'), join(from, 'dist'), join(from, '.portable-build')])
  cpSync(from, to, { recursive: true, filter: path => !skipped.has(path) })
  return to
}

/** @param {string} name @param {number} value @param {string} limit @param {string} detail @param {string} [unit] */
function row(name, value, limit, detail, unit = '') {
  table.push([name, `${value.toFixed(2)}${unit}`, limit, detail])
}

/** @param {string} name @param {string} why */
function skip(name, why) {
  table.push([name, 'not run', '', why])
}

/** @param {number[]} values */
function sum(values) {
  return values.reduce((total, value) => total + value, 0)
}

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** @param {number} value */
function s(value) {
  return `${value.toFixed(2)} s`
}

function print() {
  /** @param {string[]} argv */
  const version = argv =>
    spawnSync(argv[0] ?? '', argv.slice(1), { env, encoding: 'utf8' }).stdout?.split('\n')[0] || 'none'
  const model = /model name\s*: (.*)/.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? process.arch
  console.log(
    `Machine: ${cpus().length} cores, ${model}, load ${loadavg()[0]?.toFixed(1)} at the end; medians of ${rounds}.`,
  )
  const rustc = ['rustc', `+${rustToolchain() ?? 'stable'}`, '--version']
  console.log(`Versions: node ${process.version}, ${version(['go', 'version'])}, ${version(rustc)}.\n`)
  console.log('| figure | value | must reach | from |\n|---|---|---|---|')
  for (const cells of table) console.log(`| ${cells.join(' | ')} |`)
}
