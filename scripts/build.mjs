// dist/ from src/: tsc to plain JavaScript, then ncc to one directory per entry that runs without node_modules.
//
//   node scripts/build.mjs [--check] [--out DIR]
//
// It is built beside and put in place when it is whole; `--out` puts it elsewhere (DIR is replaced). `--check` leaves dist/ alone and
// compares instead, so that dist/ is what src/ gives, and no larger than what one is willing to fetch.
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { minify } from 'terser'
import { childEnv, needNode24, root } from './lib/node24.mjs'

needNode24(import.meta.url)

/**
 * What users run or import: `src/cli.ts` becomes `dist/cli/index.js`. A library has its declarations beside it. An action is fetched by
 * every job that uses it, so white space goes and local names get short; the library stays as readable as ncc leaves it.
 */
const entries = [
  { name: 'cli', source: 'cli', kind: 'program' },
  { name: 'verify', source: 'verify/index', kind: 'library' },
  { name: 'main', source: 'main', kind: 'action' },
]

/** Doors of the sub-actions: the main one with its kind. `dist/verify` is the library, so the action has another name. */
const starters = { plan: 'plan', collect: 'collect', 'verify-action': 'verify' }

/** What dist/ may weigh: every job that uses the action fetches all of it. */
const largest = 6 * 1024 * 1024

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false }, out: { type: 'string' } } })
const committed = values.out === undefined ? join(root, 'dist') : resolve(values.out)
// In the repository, whose package.json and node_modules ncc needs; for --out a directory of this run alone: builds may run at the same time.
const work = join(root, '.build', values.out === undefined ? '' : `out-${process.pid}`)
const [js, out] = [join(work, 'js'), join(work, 'dist')]
if (values.out !== undefined) process.on('exit', () => rmSync(work, { recursive: true, force: true }))

/** @param {string[]} argv */
function run(argv) {
  const [command = '', ...args] = argv
  const done = spawnSync(command, args, { cwd: root, env: childEnv(), encoding: 'utf8' })
  if (done.status === 0) return
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error ? `${done.error}\n` : ''}`)
  console.error(`failed: ${argv.join(' ')}`)
  process.exit(1)
}

rmSync(js, { recursive: true, force: true })
run(['tsc', '-p', 'tsconfig.build.json', '--outDir', js])
// Chunks have numbers: without a clean start the ones of an earlier build would stay.
rmSync(out, { recursive: true, force: true })
for (const { name, source, kind } of entries) {
  const dir = join(out, name)
  mkdirSync(dir, { recursive: true })
  run(['ncc', 'build', join(js, `${source}.js`), '-o', dir, '--license', 'licenses.txt', '--no-cache'])
  if (kind === 'library') declare(source, dir)
  else await shrink(dir)
  if (kind === 'program') chmodSync(join(dir, 'index.js'), 0o755)
}
for (const [name, kind] of Object.entries(starters)) {
  mkdirSync(join(out, name), { recursive: true })
  writeFileSync(join(out, name, 'index.js'), `process.argv[2] = '${kind}'\nawait import('../main/index.js')\n`)
  writeFileSync(join(out, name, 'package.json'), '{"type":"module"}\n')
}

const total = sizeOf(out)
if (total > largest) {
  console.error(`dist/ is ${total} bytes, ${largest} are allowed`)
  process.exit(1)
}
if (values.check) {
  const differences = compare(committed, out)
  if (differences.length > 0) {
    console.error('dist/ is not what src/ gives; run `npm run build` and commit dist/:')
    for (const line of differences) console.error(`  ${line}`)
    process.exit(1)
  }
  console.log('dist/ is what src/ gives')
} else {
  rmSync(committed, { recursive: true, force: true })
  cpSync(out, committed, { recursive: true })
  for (const { name } of entries) console.log(`dist/${name}: ${kib(sizeOf(join(committed, name)))} KiB`)
  console.log(`dist: ${kib(total)} KiB`)
}

/**
 * ncc's own `-m` leaves out the chunks of `import()`. Names of functions and classes stay: they are in stack traces, and libraries ask for them.
 * @param {string} dir
 */
async function shrink(dir) {
  const settings = {
    module: true,
    compress: false,
    mangle: { keep_classnames: true, keep_fnames: true },
    format: { comments: false },
  }
  for (const file of readdirSync(dir).filter(f => f.endsWith('.js'))) {
    const path = join(dir, file)
    const { code = '' } = await minify(readFileSync(path, 'utf8'), settings)
    writeFileSync(path, `${code}\n`)
  }
}

/**
 * The declarations of a library's entry. They must stand alone: what they would import is not published.
 * @param {string} source @param {string} dir
 */
function declare(source, dir) {
  run(['tsc', '-p', 'tsconfig.build.json', '--declaration', '--emitDeclarationOnly', '--outDir', join(work, 'types')])
  const text = readFileSync(join(work, `types/${source}.d.ts`), 'utf8')
  if (/^\s*(import|export .* from)\b|import\(/m.test(text)) {
    console.error(`src/${source}.ts: its declarations need other files; declare its types in it`)
    process.exit(1)
  }
  writeFileSync(join(dir, 'index.d.ts'), text)
}

/**
 * Files that differ between two directories: content, presence, or the exec bit that starting them needs.
 * @param {string} a @param {string} b
 */
function compare(a, b) {
  /** @param {string} dir */
  const list = dir =>
    existsSync(dir) ? readdirSync(dir, { recursive: true, withFileTypes: true }).filter(e => e.isFile()) : []
  /** @param {string} dir */
  const names = dir => list(dir).map(e => relative(dir, join(e.parentPath, e.name)))
  const all = [...new Set([...names(a), ...names(b)])].sort()
  return all.flatMap(name => {
    const [left, right] = [join(a, name), join(b, name)]
    if (!existsSync(left)) return [`missing: ${name}`]
    if (!existsSync(right)) return [`not built any more: ${name}`]
    if (!readFileSync(left).equals(readFileSync(right))) return [`differs: ${name}`]
    return (statSync(left).mode & 0o100) === (statSync(right).mode & 0o100) ? [] : [`exec bit differs: ${name}`]
  })
}

/** Bytes of all files below a directory. @param {string} dir */
function sizeOf(dir) {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter(e => e.isFile())
  return files.reduce((sum, e) => sum + statSync(join(e.parentPath, e.name)).size, 0)
}

/** @param {number} bytes */
function kib(bytes) {
  return Math.round(bytes / 1024)
}
