import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type BuildSurroundings, build, type ProjectBuild, writeProject } from '../../support/build.ts'

/** Says where it runs. */
export const hello = `#include <stdio.h>
#include <sys/utsname.h>
int main(void) { struct utsname on; uname(&on); return printf("hello from %s\\n", on.machine) < 0; }
`

/** A C project with a Makefile. */
export const makeProject = { 'hello.c': hello, Makefile: 'hello: hello.c\n\t$(CC) $(LDFLAGS) -o $@ hello.c\n' }

/** Writes a project into a new directory that goes away with the test. */
export function project(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'pb-container-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  writeProject(dir, files)
  return dir
}

/** Builds a project whose build command is these lines of sh, for this machine and dynamically, in an image. */
export function buildLines(
  image: string,
  lines: string,
  flags: Readonly<Record<string, string>> = {},
  surroundings: BuildSurroundings = {},
): Promise<ProjectBuild> {
  const dir = project({ 'hello.c': hello })
  const asked = { image, targets: 'amd64', glibc: '2.36', 'build-command': lines, 'smoke-floor': 'off', ...flags }
  return build(dir, asked, surroundings)
}

/** Code, message and hint of the only failure. @throws Error where there is none, or more than one */
export function onlyFailure({ report }: ProjectBuild): {
  code: string
  message: string
  hint: string
  lines: string[]
} {
  const [failure, ...more] = report.failures
  if (!failure || more.length > 0) throw new Error(`not one failure: ${JSON.stringify(report.failures, null, 1)}`)
  return failure
}
