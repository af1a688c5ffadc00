import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { ownMachine } from '../../../src/cache/policy.ts'
import { buildRun } from '../../../src/pipeline.ts'
import type { Report } from '../../../src/report/schema.ts'
import { memoryLog } from '../../support/jobs.ts'
import { cacheDir, root, toolsDir } from '../support/places.ts'

/** A build by the whole pipeline. */
export interface CBuild {
  readonly report: Report
  /** Path of an artifact in the output directory. @throws Error with the failures where there is none that is verified */
  artifact(target: string, name: string): string
}

/** Writes a project into a new temporary directory that goes away with the test. */
export function project(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'pb-c-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
  return dir
}

/** The C example of the repository, copied to a directory with a space and a quote in its name. */
export function example(): string {
  const dir = join(project({}), "the user's tree")
  const isSource = (path: string) => !/\/(dist|\.portable-build)(\/|$)/.test(path.slice(root.length))
  cpSync(join(root, 'examples/c'), dir, { recursive: true, filter: isSource })
  return dir
}

/** Builds with the sources of this tree and the suites' toolchains. */
export async function build(dir: string, flags: Readonly<Record<string, string>>): Promise<CBuild> {
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
  const report = await buildRun(host, { dir, flags, env: { ...process.env, SOURCE_DATE_EPOCH: '1700000000' } })
  const artifact = (target: string, name: string) => {
    const found = report.files.find(f => f.target === target && f.path.endsWith(`/${name}`))
    if (found?.verified) return join(dir, 'dist', target, name)
    throw new Error(`no verified ${name} for ${target}: ${JSON.stringify([report.failures, found?.findings], null, 1)}`)
  }
  return { report, artifact }
}

/** The bytes of the artifact of each target. */
export function bytes(built: CBuild, targets: readonly string[], name: string): Buffer[] {
  return targets.map(target => readFileSync(built.artifact(target, name)))
}
