// dist/ from src/: tsc to plain JavaScript, then ncc to one directory per entry that runs without node_modules.
//
//   node scripts/build.mjs [--check]
//
// It is built beside and put in place when it is whole. `--check` leaves dist/ alone and compares instead, so that dist/ is what src/ gives.
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { childEnv, needNode24, root } from './lib/node24.mjs'

needNode24(import.meta.url)

/** What users run or import: `src/cli.ts` becomes `dist/cli/index.js`; a library has its declarations beside it. */
const entries = [
  { name: 'cli', source: 'cli', program: true },
  { name: 'verify', source: 'verify/index', program: false },
]

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
const committed = join(root, 'dist')
const out = join(root, '.build/dist')

/** @param {string[]} argv */
function run(argv) {
  const [command = '', ...args] = argv
  const done = spawnSync(command, args, { cwd: root, env: childEnv(), encoding: 'utf8' })
  if (done.status === 0) return
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error ? `${done.error}\n` : ''}`)
  console.error(`failed: ${argv.join(' ')}`)
  process.exit(1)
}

rmSync(join(root, '.build/js'), { recursive: true, force: true })
run(['tsc', '-p', 'tsconfig.build.json'])
// Chunks have numbers: without a clean start the ones of an earlier build would stay.
rmSync(out, { recursive: true, force: true })
for (const { name, source, program } of entries) {
  const dir = join(out, name)
  mkdirSync(dir, { recursive: true })
  run(['ncc', 'build', `.build/js/${source}.js`, '-o', dir, '--license', 'licenses.txt', '--no-cache'])
  if (program) chmodSync(join(dir, 'index.js'), 0o755)
  else declare(source, dir)
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
  renameSync(out, committed)
  for (const { name } of entries) console.log(`dist/${name}: ${sizeOf(join(committed, name))} KiB`)
}

/**
 * The declarations of a library's entry. They must stand alone: what they would import is not published.
 * @param {string} source @param {string} dir
 */
function declare(source, dir) {
  run(['tsc', '-p', 'tsconfig.build.json', '--declaration', '--emitDeclarationOnly', '--outDir', '.build/types'])
  const text = readFileSync(join(root, `.build/types/${source}.d.ts`), 'utf8')
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

/** @param {string} dir */
function sizeOf(dir) {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter(e => e.isFile())
  return Math.round(files.reduce((sum, e) => sum + statSync(join(e.parentPath, e.name)).size, 0) / 1024)
}
