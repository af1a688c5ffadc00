// `npm run demo`: three small programs, in C, Go and Rust, for two architectures, built and verified by the committed dist/.
// Installs what is missing of the repository's own packages; a language whose compiler is not here is named, with how to
// get it, and the demo goes on. C needs nothing but the downloaded zig.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { binDir, childEnv, needNode24, root } from './lib/node24.mjs'

if (!existsSync(join(binDir, 'node')) && Number(process.versions.node.split('.')[0]) < 24) {
  console.error('Installing the packages of this repository (npm ci) …')
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit' })
  if (done.status !== 0) process.exit(3)
}
needNode24(import.meta.url)

const { styleFor, wantsColor } = await import('../src/report/style.ts')
const { summaryLine, tableLines, tableRows } = await import('../src/report/table.ts')
const { tool } = await import('../src/tool.ts')

const targets = 'linux/amd64,linux/arm64'
const style = styleFor(wantsColor(process.env, process.stdout.isTTY))

/** The C example is a CMake build; where CMake is missing, the same four files in one line, because zig is all that C needs. */
function cmakeOrNot() {
  if (!spawnSync('cmake', ['--version'], { stdio: 'ignore' }).error) return []
  console.log('CMake is not installed: the C example is built by its `build-command` instead.\n')
  const flags = '-std=c11 -O2 -D_GNU_SOURCE -DTREESUM_VERSION=\'"1.0.0"\' -pthread $CFLAGS'
  return ['--build-command', `"$CC" ${flags} src/*.c $LDFLAGS -o "$PB_OUT/treesum"`]
}

/** The examples; `needs` is the compiler that we do not bring. */
const examples = [
  { dir: 'examples/c', language: 'C', needs: null, get: '', args: cmakeOrNot() },
  { dir: 'examples/go', language: 'Go', needs: 'go', get: 'install Go from its vendor (go.dev) or your distribution' },
  { dir: 'examples/rust', language: 'Rust', needs: 'cargo', get: 'install Rust with rustup (rustup.rs)' },
]

/** @typedef {import('../src/report/schema.ts').Report} Report */
/** By language: two of the examples have the same name. @type {{ language: string, report: Report }[]} */
const reports = []
/** Languages that were left out, with how to get them. @type {string[]} */
const leftOut = []
let failed = false

console.log(`${style.bold(tool.name)} ${tool.version}: real programs for ${targets}, without emulation.\n`)
for (const { dir, language, needs, get, args = [] } of examples) {
  if (needs !== null && spawnSync(needs, ['version'], { stdio: 'ignore' }).error) {
    leftOut.push(`${language}: ${needs} is not installed; ${get}`)
    continue
  }
  console.log(style.dim(`$ portable-build build ${dir} --targets ${targets}`))
  const argv = [join(root, 'dist/cli/index.js'), 'build', dir, '--targets', targets, ...args, '--json']
  const done = spawnSync(process.execPath, argv, {
    cwd: root,
    env: childEnv(),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const report = readReport(done.stdout)
  if (report) reports.push({ language, report })
  if (done.status === 130 || done.signal) process.exit(130)
  if (done.status === 3 && needs !== null) leftOut.push(`${language}: this machine lacks something for it, see above`)
  else if (done.status !== 0) failed = true
  console.log('')
}

const rows = reports.flatMap(({ language, report }) => tableRows(report).map(r => ({ ...r, project: language })))
for (const line of tableLines(rows, style, process.stdout.columns ?? 120)) console.log(line)
console.log('')
for (const text of leftOut) console.log(`${style.yellow('not built')} ${text}`)
const verified = !failed && reports.length > 0 && reports.every(r => r.report.verified)
console.log(summaryLine(rows, verified, style))
if (verified) {
  console.log(
    style.dim(
      `They are in examples/*/dist. Next: \`node dist/cli/index.js build <your project> --targets ${targets}\``,
    ),
  )
}
process.exit(verified ? 0 : 1)

/**
 * @param {string} text what `build --json` printed; empty when the run as a whole failed
 * @returns {Report | null}
 */
function readReport(text) {
  return text.trim() === '' ? null : JSON.parse(text)
}
