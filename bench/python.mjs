// What a Python application costs, on this machine, in one run: `node bench/python.mjs [--rounds N]`. Minutes: it is no part of
// bench/run. Ratios of CPU times (user + system, all children), which stand still on a busy machine. The interpreter is
// compiled when the tools directory (that of the end-to-end suites) has none; the cold build of the preset is one without it.
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { childEnv, needNode24, root } from '../scripts/lib/node24.mjs'

needNode24(import.meta.url)

const { mirror } = await import('../test/e2e/support/debian.ts')
const { toolsDir } = await import('../test/e2e/support/places.ts')

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '9' } } })
const rounds = Math.max(3, Number(values.rounds) || 9)
const target = 'x86_64-linux-gnu.2.17'
const work = mkdtempSync(join(tmpdir(), 'pb-bench-python-'))
const env = childEnv({
  PORTABLE_BUILD_TOOLS_DIR: toolsDir,
  PORTABLE_BUILD_CACHE_DIR: join(work, 'cache'),
  NO_COLOR: '1',
  LC_ALL: 'C.UTF-8',
})
/** @type {string[][]} */
const table = []

try {
  const project = join(work, 'project')
  mkdirSync(project)
  writeFileSync(join(project, 'motd.txt'), 'first\n')
  const cold = buildCold(project)
  const path = join(project, 'dist', target, 'ansible-playbook')
  row('size of ansible-playbook', `${(statSync(path).size / 1e6).toFixed(1)} MB`, '<= 45 MB')

  appendFileSync(join(project, 'motd.txt'), 'second\n')
  const second = build(project)
  row('CPU of a build after a change of a data file / cold', (second.cpu / cold.cpu).toFixed(2), '<= 0.25')
  row('compilers that the interpreter took then', String(second.compiled), '0')

  const venv =
    readdirSync(join(project, '.portable-build')).map(job =>
      join(project, '.portable-build', job, target, 'venv/bin/python'),
    )[0] ?? ''
  const onefile = median(() => cpu([path, '--version'], work))
  const plain = median(() => cpu([venv, '-m', 'ansible', 'playbook', '--version'], work))
  row('CPU of the onefile --version / python -m ansible playbook --version', (onefile / plain).toFixed(2), '')
} finally {
  rmSync(work, { recursive: true, force: true })
}
console.log(`${cpus().length} CPUs, load ${loadavg()[0]?.toFixed(1)}, ${rounds} rounds`)
for (const cells of table) console.log(cells.join(' | '))

/** @param {string} figure @param {string} value @param {string} limit */
function row(figure, value, limit) {
  table.push([figure, value, limit])
}

/** A build without an interpreter: the one that is there is put aside. @param {string} project */
function buildCold(project) {
  const home = join(toolsDir, 'python')
  const aside = join(toolsDir, 'python-aside')
  mkdirSync(home, { recursive: true })
  renameSync(home, aside)
  try {
    return build(project)
  } finally {
    rmSync(home, { recursive: true, force: true })
    renameSync(aside, home)
  }
}

/** @param {string} project */
function build(project) {
  const args = ['--preset', 'ansible', '--targets', target, '--archive', 'none', '--mirrors', `debian=${mirror()}`]
  const files = ['--include-data-files', 'motd.txt=motd.txt']
  const used = cpu([process.execPath, join(root, 'src/cli.ts'), 'build', project, ...args, ...files], work)
  /** @type {{ steps: { title: string, ms: number }[] }} */
  const { steps } = JSON.parse(readFileSync(join(project, 'dist/report.json'), 'utf8'))
  return { cpu: used, compiled: steps.filter(s => s.title.startsWith('compile Python') && s.ms > 1000).length }
}

/** Seconds of a command and all of its children. @param {string[]} argv @param {string} cwd */
function cpu(argv, cwd) {
  const script = '"$@" >/dev/null; code=$?; times; exit $code'
  const done = spawnSync('sh', ['-c', script, 'sh', ...argv], { cwd, env, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (done.status !== 0) throw new Error(`${argv.join(' ')}:\n${done.stderr.slice(-2000)}`)
  const children = done.stdout.trim().split('\n').at(-1) ?? ''
  return [...children.matchAll(/([0-9]+)m([0-9.]+)s/g)].reduce((sum, m) => sum + Number(m[1]) * 60 + Number(m[2]), 0)
}

/** @param {() => number} once */
function median(once) {
  const all = Array.from({ length: rounds }, once).sort((a, b) => a - b)
  return all[Math.floor(all.length / 2)] ?? 0
}
