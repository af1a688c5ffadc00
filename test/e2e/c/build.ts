import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import * as anyProject from '../support/build.ts'
import { root } from '../support/places.ts'

/** Writes a project into a new temporary directory that goes away with the test. */
export function project(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'pb-c-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  anyProject.writeProject(dir, files)
  return dir
}

/** The C example of the repository, copied to a directory with a space and a quote in its name. */
export function example(): string {
  const dir = join(project({}), "the user's tree")
  const isSource = (path: string) => !/\/(dist|\.portable-build)(\/|$)/.test(path.slice(root.length))
  cpSync(join(root, 'examples/c'), dir, { recursive: true, filter: isSource })
  return dir
}

/** Builds with a fixed time of the sources. */
export function build(dir: string, flags: Readonly<Record<string, string>>): Promise<anyProject.ProjectBuild> {
  return anyProject.build(dir, flags, { env: { SOURCE_DATE_EPOCH: '1700000000' } })
}
