// What a job of the GitLab component costs when all is cached: a row for bench/run.mjs, or alone `node bench/gitlab.mjs [ENTRY]`.
//
// A leg in a fresh checkout with the cache of an earlier pipeline beside it, as the runner leaves them: from the start of the script in
// template.yml to its end. The result comes back and is judged; nothing is compiled. What the runner itself does (clone, archives) is not
// in it. ENTRY: another program than dist/cli/index.js.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { needNode24, root } from '../scripts/lib/node24.mjs'

/**
 * Figure, value, limit and what it is made of.
 * @param {number} rounds @param {string} entry the program @returns {string[][]}
 */
export function gitlabRows(rounds, entry = join(root, 'dist/cli/index.js')) {
  const work = mkdtempSync(join(tmpdir(), 'pb-bench-gitlab-'))
  try {
    const source = join(work, 'source')
    cpSync(join(root, 'examples/go'), source, {
      recursive: true,
      filter: path => !/\/(dist|\.portable-build)$/.test(path),
    })
    const git = ['-C', source, '-c', 'user.name=t', '-c', 'user.email=t@example.org']
    execFileSync('git', ['init', '--quiet', '--initial-branch=main', source])
    execFileSync('git', [...git, 'add', '--all'])
    execFileSync('git', [...git, 'commit', '--quiet', '--message=all'])
    // One place for every job, as a runner has it: what was built is used again only where it would be built alike.
    const checkout = join(work, 'checkout')
    const kept = join(work, 'kept')
    const walls = []
    for (let i = 0; i <= rounds; i++) {
      rmSync(checkout, { recursive: true, force: true })
      cpSync(source, checkout, { recursive: true })
      if (i > 0) cpSync(kept, join(checkout, '.portable-build/ci/cache'), { recursive: true })
      const wall = leg(checkout, entry)
      if (i > 0) walls.push(wall)
      else cpSync(join(checkout, '.portable-build/ci/cache'), kept, { recursive: true })
      const report = JSON.parse(readFileSync(join(checkout, '.portable-build/ci/legs/linux-amd64/report.json'), 'utf8'))
      /** @type {{ id: string, hit: string }[]} */
      const rows = report.cache
      if (i > 0 && !rows.some(({ id, hit }) => id.startsWith('result ') && hit === 'exact')) {
        throw new Error('the result did not come from the cache')
      }
    }
    const detail = `least ${s(Math.min(...walls))}; examples/go for one target, script of the template included`
    return [['a job on GitLab when all is cached', s(median(walls)), '<= 1.0 s', detail]]
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Runs a leg and gives its wall time, seconds. @param {string} cwd @param {string} entry */
function leg(cwd, entry) {
  const started = performance.now()
  const done = spawnSync('sh', [join(root, 'templates/gitlab/start.sh')], {
    cwd,
    encoding: 'utf8',
    env: {
      ...{ PATH: process.env['PATH'], HOME: process.env['HOME'], GOCACHE: process.env['GOCACHE'], CI: 'true' },
      ...{ CI_PIPELINE_SOURCE: 'push', CI_COMMIT_BRANCH: 'main', CI_DEFAULT_BRANCH: 'main' },
      ...{ PB_JOB: 'build', PB_CLI: entry, PB_SETUP: '', PB_NODE: '' },
      ...{ PB_LEGS: '["linux/amd64"] ', PB_LEG: 'linux/amd64', PORTABLE_BUILD_SMOKE: 'off' },
    },
  })
  const wall = (performance.now() - started) / 1000
  if (done.status !== 0) throw new Error(`the leg ended with ${done.status}:\n${done.stdout}${done.stderr}`)
  return wall
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
  const [, , entry] = process.argv
  for (const cells of gitlabRows(5, entry === undefined ? undefined : resolve(entry)))
    console.log(`| ${cells.join(' | ')} |`)
}
