import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ownMachine } from '../../../src/cache/policy.ts'
import type { Host } from '../../../src/host.ts'
import { buildRun } from '../../../src/pipeline.ts'
import type { Report } from '../../../src/report/schema.ts'
import { memoryLog } from '../../support/jobs.ts'
import { cacheDir, toolsDir } from './places.ts'

/** A build by the whole pipeline. */
export interface ProjectBuild {
  readonly report: Report
  /** What was said while it went. */
  readonly said: readonly string[]
  /** Path of an artifact in the output directory. @throws Error with the failures where there is none that is verified */
  artifact(target: string, name: string): string
  /** Bytes of the artifact of each target. */
  bytes(targets: readonly string[], name: string): Buffer[]
}

/** What a build gets beside its inputs. */
export interface BuildSurroundings {
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly host?: Partial<Host>
}

/** Builds with the sources of this tree, the suites' toolchains, and a host without a cache. */
export async function build(
  dir: string,
  flags: Readonly<Record<string, string>>,
  { env = {}, host: some = {} }: BuildSurroundings = {},
): Promise<ProjectBuild> {
  const { log, said } = memoryLog()
  const { signal } = new AbortController()
  const host: Host = {
    ...{ name: 'local', log, toolsDir, cacheDir, cache: null, cachePolicy: ownMachine, signal },
    publish: async () => {},
    ...some,
  }
  const report = await buildRun(host, { dir, flags, env: { ...process.env, ...env } })
  const artifact = (target: string, name: string) => {
    const found = report.files.find(f => f.target === target && f.path.endsWith(`/${name}`))
    if (found?.verified) return join(dir, 'dist', target, name)
    throw new Error(`no verified ${name} for ${target}: ${JSON.stringify([report.failures, found?.findings], null, 1)}`)
  }
  const bytes = (targets: readonly string[], name: string) =>
    targets.map(target => readFileSync(artifact(target, name)))
  return { report, said, artifact, bytes }
}

/** Writes the files of a project. */
export function writeProject(dir: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
}
