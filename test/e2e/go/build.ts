import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { ownMachine } from '../../../src/cache/policy.ts'
import { buildRun } from '../../../src/pipeline.ts'
import type { Report } from '../../../src/report/schema.ts'
import { memoryLog } from '../../support/jobs.ts'
import { cacheDir, root, toolsDir } from '../support/places.ts'
import { sh } from '../support/shell.ts'

/** A build by the whole pipeline. */
export interface GoBuild {
  readonly report: Report
  /** Path of an artifact in the output directory; fails the test where the report has none. */
  artifact(target: string, name: string): string
}

/** A directory that goes away with the test, with spaces, a quote and letters beyond ASCII in its name. */
function temporary(): string {
  const dir = mkdtempSync(join(tmpdir(), "go's wörk "))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** Writes a project into a new temporary directory. */
export function project(files: Readonly<Record<string, string>>): string {
  const dir = join(temporary(), 'src')
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
  return dir
}

/** The example of the repository, in a repository of its own with one commit of a fixed time. */
export function exampleRepository(): string {
  const dir = join(temporary(), 'lookup')
  const isSource = (path: string) => !/\/(dist|\.portable-build)(\/|$)/.test(path.slice(root.length))
  cpSync(join(root, 'examples/go'), dir, { recursive: true, filter: isSource })
  const env = { ...process.env, GIT_COMMITTER_DATE: '2001-02-03T04:05:06Z', GIT_AUTHOR_DATE: '2001-02-03T04:05:06Z' }
  const git = (...args: string[]) =>
    sh(['git', '-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false', ...args], {
      cwd: dir,
      env,
    })
  git('init', '-q', '-b', 'main')
  git('add', '.')
  git('commit', '-qm', 'one')
  git('tag', 'v1.2.3')
  return dir
}

/** Builds with the sources of this tree and the suites' toolchains. */
export async function build(
  dir: string,
  flags: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<GoBuild> {
  const { log } = memoryLog()
  const { signal } = new AbortController()
  const host = {
    name: 'local',
    log,
    toolsDir,
    cacheDir,
    cache: null,
    cachePolicy: ownMachine,
    signal,
    publish: async () => {},
  } as const
  const report = await buildRun(host, { dir, flags, env: { ...process.env, ...env } })
  const artifact = (target: string, name: string) => {
    const found = report.files.find(f => f.target === target && f.path.endsWith(`/${name}`))
    if (found?.verified) return join(dir, 'dist', target, name)
    throw new Error(`no verified ${name} for ${target}: ${JSON.stringify([report.failures, found?.findings], null, 1)}`)
  }
  return { report, artifact }
}

/** The bytes of the artifact of each target. */
export function bytes(built: GoBuild, targets: readonly string[], name: string): Buffer[] {
  return targets.map(target => readFileSync(built.artifact(target, name)))
}
