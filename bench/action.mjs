// What the action costs beside the build itself: rows for bench/run.mjs, or alone `node bench/action.mjs`.
//
// The time of a run minus the time of its steps (the compilers) is our own: reading the project, planning, judging, packing,
// uploading to an artifact service on this machine. Nothing of a build is cached yet, so the steps do run. What the action
// does while a compiler runs (it loads the client of the artifacts) costs nothing as long as the compiler takes longer.
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { needNode24, root } from '../scripts/lib/node24.mjs'

/**
 * Figure, value, limit and what it is made of.
 * @param {number} rounds @returns {Promise<string[][]>}
 */
export async function actionRows(rounds) {
  const { startServices } = await import('../test/support/services/services.ts')
  const work = mkdtempSync(join(tmpdir(), 'pb-bench-action-'))
  const services = await startServices()
  try {
    return [size(), await coldStart(work, rounds), await ownTime(work, services, rounds), await legs(services)]
  } finally {
    await services.stop()
    rmSync(work, { recursive: true, force: true })
  }
}

/** What every job that uses the action fetches. */
function size() {
  const dist = join(root, 'dist')
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map(file => statSync(join(dist, file)))
  const bytes = files.filter(file => file.isFile()).reduce((sum, file) => sum + file.size, 0)
  return ['dist/', `${(bytes / 2 ** 20).toFixed(2)} MiB`, '<= 6 MiB', `${files.length} entries`]
}

/**
 * From the start of the process to the refusal of an input: everything is loaded that each run loads, nothing is done.
 * @param {string} work @param {number} rounds
 */
async function coldStart(work, rounds) {
  const env = jobEnv(work, root, { 'INPUT_NO-SUCH-INPUT': 'x' })
  const walls = []
  for (let i = 0; i < rounds; i++) walls.push((await run(env, root, [1, 2])).wall)
  return row('cold start of the action', median(walls), '<= 0.2 s', `least ${s(Math.min(...walls))}`)
}

/**
 * @param {string} work @param {import('../test/support/services/services.ts').Services} services @param {number} rounds
 */
async function ownTime(work, services, rounds) {
  const project = join(work, 'project')
  cpSync(join(root, 'examples/go'), project, {
    recursive: true,
    filter: path => !/\/(dist|\.portable-build)$/.test(path),
  })
  const own = []
  const walls = []
  for (let i = 0; i <= rounds; i++) {
    const inputs = {
      INPUT_TARGETS: 'linux/amd64,linux/arm64',
      INPUT_SMOKE: 'off',
      ...services.envFor({ run: `own-${i}` }),
    }
    const { wall } = await run(jobEnv(work, project, inputs), project, [0])
    /** @type {import('../src/report/schema.ts').Report} */
    const report = JSON.parse(readFileSync(join(project, 'dist/report.json'), 'utf8'))
    const steps = report.steps.filter(step => step.stage === 'build').reduce((sum, step) => sum + step.ms, 0) / 1000
    if (i === 0) continue // compiles what the others find compiled
    own.push(wall - steps)
    walls.push(wall)
  }
  const detail = `of ${s(median(walls))}; two targets of examples/go, archives uploaded`
  return row("the action's own time, beside the build's steps", median(own), '<= 1.0 s', detail)
}

/** Plan and collect, beside the legs. @param {import('../test/support/services/services.ts').Services} services */
async function legs(services) {
  const { act } = await import('../test/e2e/act/support/run.ts')
  const { scratchRepository } = await import('../test/e2e/act/support/scratch.ts')
  const { actProgram } = await import('../test/e2e/support/act.ts')
  const name = 'two legs and collect, over the longest leg'
  if (actProgram() === null) return [name, 'not run', '', 'no act: bash scripts/ci/act.sh']
  const { code, times, log } = await act(scratchRepository('go'), 'example-matrix.yml', {
    env: services.envFor({ run: 'legs' }),
  })
  if (code !== 0) throw new Error(log)
  const { plan = Number.NaN, collect = Number.NaN, ...rest } = times
  const longest = Math.max(...Object.values(rest))
  const detail = `plan ${s(plan / 1000)}, collect ${s(collect / 1000)}, longest leg ${s(longest / 1000)}, in act`
  return row(name, (plan + collect) / 1000, '<= 2 s', detail)
}

/**
 * The environment of a job on GitHub, as far as a run needs it.
 * @param {string} work @param {string} workspace @param {Record<string, string>} more
 */
function jobEnv(work, workspace, more) {
  const temp = mkdtempSync(join(work, 'runner-'))
  const file = (/** @type {string} */ name) => {
    writeFileSync(join(temp, name), '')
    return join(temp, name)
  }
  mkdirSync(join(temp, 'tools'))
  const cached = process.env['GOCACHE'] ? { GOCACHE: process.env['GOCACHE'] } : {}
  return {
    ...{
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      ...cached,
    },
    ...{ GITHUB_WORKSPACE: workspace, GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main', GITHUB_RUN_ID: '1' },
    ...{ GITHUB_REPOSITORY: 'acme/app', GITHUB_SERVER_URL: 'https://github.com', GITHUB_OUTPUT: file('output') },
    ...{ GITHUB_STEP_SUMMARY: file('summary'), GITHUB_STATE: file('state'), GITHUB_ENV: file('env') },
    ...{ RUNNER_TEMP: temp, RUNNER_TOOL_CACHE: join(temp, 'tools'), RUNNER_OS: 'Linux', RUNNER_ARCH: 'X64' },
    ...more,
  }
}

/**
 * Runs the action; not synchronously, because the services are in this process.
 * @param {Record<string, string>} env @param {string} cwd @param {number[]} expected exit codes
 * @returns {Promise<{ wall: number }>}
 */
function run(env, cwd, expected) {
  const started = performance.now()
  const child = spawn(process.execPath, [join(root, 'dist/main/index.js')], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (log += text))
  return new Promise((resolve, reject) => {
    child.on('close', code => {
      const wall = (performance.now() - started) / 1000
      if (code !== null && expected.includes(code)) resolve({ wall })
      else reject(new Error(`dist/main ended with ${code}:\n${log.slice(-2000)}`))
    })
  })
}

/** @param {string} name @param {number} seconds @param {string} limit @param {string} detail */
function row(name, seconds, limit, detail) {
  return [name, s(seconds), limit, detail]
}

/** @param {number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** @param {number} value */
function s(value) {
  return `${value.toFixed(2)} s`
}

if (process.argv[1] === import.meta.filename) {
  needNode24(import.meta.url)
  for (const cells of await actionRows(5)) console.log(`| ${cells.join(' | ')} |`)
}
