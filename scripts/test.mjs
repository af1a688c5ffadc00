// Every test that this machine can run; `npm test`.
//
//   node scripts/test.mjs [STAGE...]     stages: build, lint, generated, unit, and the suites of test/e2e/suites.ts
//
// A suite that needs more than is here is listed with the command that enables it; PB_REQUIRE=all makes it a failure, and
// with it every test that skips itself; a suite that is marked `extra` only when PB_REQUIRE names it (PB_REQUIRE=all,engine). The last line is `N passed, N failed, N skipped`: checks count as one test each.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { childEnv, needNode24, root } from './lib/node24.mjs'

needNode24(import.meta.url)

const { suites } = await import('../test/e2e/suites.ts')
const { missingNeeds } = await import('../test/e2e/support/needs.ts')

const required = (process.env['PB_REQUIRE'] ?? '').split(',')
const requireAll = required.includes('all')
const only = process.argv.slice(2)
const started = Date.now()
const total = { passed: 0, failed: 0, skipped: 0 }
/** What to tell at the end, where it is read. @type {string[]} */
const remarks = []

/** @param {string} dir relative to the repository */
const inFolder = dir => readdirSync(join(root, dir)).map(name => `${dir}/${name}`)

/** @type {{ stage: string, name: string, argv: string[], enable?: string }[]} */
const checks = [
  { stage: 'build', name: 'dist/ is what src/ gives', argv: ['node', 'scripts/build.mjs', '--check'] },
  { stage: 'lint', name: 'biome', argv: ['biome', 'check', '--error-on-warnings', '.'] },
  { stage: 'lint', name: 'types', argv: ['tsc', '--noEmit'] },
  { stage: 'lint', name: 'unused files and exports', argv: ['knip'] },
  {
    stage: 'lint',
    name: 'shell scripts',
    argv: ['shellcheck', '.ci/run', 'templates/gitlab/start.sh', ...inFolder('scripts/ci')],
  },
  {
    stage: 'lint',
    name: 'workflows',
    argv: ['node', 'scripts/lint-workflows.mjs', 'actionlint'],
    enable: 'go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12',
  },
  {
    stage: 'lint',
    name: 'security of workflows',
    argv: ['node', 'scripts/lint-workflows.mjs', 'zizmor'],
    enable: 'pip install zizmor==1.32.0',
  },
  {
    stage: 'lint',
    name: 'metadata of the actions',
    argv: [
      'check-jsonschema',
      '--builtin-schema',
      'vendor.github-actions',
      'action.yml',
      'plan/action.yml',
      'verify/action.yml',
      'collect/action.yml',
    ],
    enable: 'pip install check-jsonschema==0.39.0',
  },
  {
    stage: 'lint',
    name: "GitLab's schema",
    argv: ['node', 'scripts/lint-gitlab.mjs'],
    enable: 'pip install check-jsonschema==0.39.0',
  },
  { stage: 'generated', name: 'generated files are up to date', argv: ['node', 'scripts/generate.mjs', '--check'] },
]

const known = [...new Set(checks.map(c => c.stage)), 'unit', ...suites.map(s => s.name)]
const unknown = only.filter(name => !known.includes(name))
if (unknown.length > 0) {
  console.error(`unknown stage ${unknown.join(', ')}; there are: ${known.join(', ')}`)
  process.exit(2)
}
/** @param {string} stage */
const wanted = stage => only.length === 0 || only.includes(stage)

for (const { name, argv, enable } of checks.filter(c => wanted(c.stage))) {
  heading(name)
  const [command = '', ...args] = argv
  const done = spawnSync(command, args, { cwd: root, env: childEnv(), stdio: 'inherit' })
  if ((done.error || done.status === 127) && !requireAll) {
    total.skipped += 1
    remarks.push(`not run: ${name}. Enable it: ${enable ?? `apt-get install -y ${command}`}`)
    continue
  }
  const ok = done.status === 0
  total[ok ? 'passed' : 'failed'] += 1
  if (!ok) remarks.push(`failed: ${name} (${argv.join(' ')})`)
}

if (wanted('unit')) runVitest('unit', 10 * 60)
for (const suite of suites.filter(s => wanted(s.name))) {
  if (suite.long && !only.includes(suite.name) && !required.includes(suite.name)) {
    total.skipped += 1
    remarks.push(`not run, it takes long: ${suite.name} (${suite.shows}). Run it: node scripts/test.mjs ${suite.name}`)
    continue
  }
  const missing = missingNeeds(suite.needs)
  if (missing.length === 0) {
    runVitest(suite.name, 60 * 60)
    continue
  }
  const isRequired = required.includes(suite.name) || (requireAll && !suite.extra)
  total[isRequired ? 'failed' : 'skipped'] += 1
  remarks.push(`${isRequired ? 'failed, could not run' : 'not run'}: ${suite.name} (${suite.shows})`)
  for (const { need, why, enable } of missing) remarks.push(`    needs ${need}: ${why}. Enable it: ${enable}`)
}

console.log(`\n${'-'.repeat(72)}`)
for (const line of remarks) console.log(line)
console.log(`${seconds()} s\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)

/**
 * Runs one vitest project and adds its counts; one that executes nothing or dies counts as a failure.
 * @param {string} project @param {number} timeout seconds
 */
function runVitest(project, timeout) {
  heading(`${project} tests`)
  const file = join(root, '.build/test', `${project}.json`)
  mkdirSync(join(root, '.build/test'), { recursive: true })
  rmSync(file, { force: true })
  const argv = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const done = spawnSync('vitest', argv, {
    cwd: root,
    env: childEnv(),
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: timeout * 1000,
  })
  const counts = readCounts(file)
  const skippedFails = requireAll ? counts.skipped : 0
  const broken = (done.status !== 0 && counts.failed === 0) || counts.passed + counts.failed === 0
  total.passed += counts.passed
  total.failed += counts.failed + skippedFails + (broken ? 1 : 0)
  total.skipped += counts.skipped - skippedFails
  if (broken) remarks.push(`failed: ${project}: the suite ran no test or ended with ${done.signal ?? done.status}`)
  for (const name of counts.failures) remarks.push(`failed: ${project}: ${name}`)
  for (const name of counts.skips) remarks.push(`${requireAll ? 'failed, skipped' : 'skipped'}: ${project}: ${name}`)
}

/**
 * Totals of vitest's JSON report (the fields of Jest's); zeros when it was not written.
 * @param {string} file
 */
function readCounts(file) {
  /** @type {{ fullName: string, status: string }[]} */
  let tests = []
  try {
    /** @type {{ testResults: { assertionResults: { fullName: string, status: string }[] }[] }} */
    const report = JSON.parse(readFileSync(file, 'utf8'))
    tests = report.testResults.flatMap(t => t.assertionResults)
  } catch {
    // The caller counts a suite without a report as failed.
  }
  const failures = tests.filter(t => t.status === 'failed').map(t => t.fullName)
  const passed = tests.filter(t => t.status === 'passed').length
  const skips = tests.filter(t => t.status !== 'failed' && t.status !== 'passed').map(t => t.fullName)
  return { passed, failed: failures.length, skipped: skips.length, failures, skips }
}

function seconds() {
  return Math.round((Date.now() - started) / 1000)
}

/** @param {string} text */
function heading(text) {
  console.log(`\n[${String(seconds()).padStart(4)} s] ${text}`)
}
