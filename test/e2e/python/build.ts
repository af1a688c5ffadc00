import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { build, type ProjectBuild, writeProject } from '../support/build.ts'
import { mirror } from '../support/debian.ts'

/** The target of the suite; its interpreter is compiled once per machine and kept by its content. */
export const target = 'x86_64-linux-gnu.2.17'

/** A project in a directory of its own, which goes away with the test. */
export function project(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'pb-python-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  writeProject(dir, files)
  return dir
}

/** Builds with the interpreter that all tests share, whose sources come from the machine's own Debian mirror. */
export function buildPython(dir: string, flags: Readonly<Record<string, string>> = {}): Promise<ProjectBuild> {
  const { mirrors = '', ...rest } = flags
  const places = [`debian=${mirror()}`, mirrors].filter(Boolean).join('\n')
  return build(
    dir,
    { targets: target, archive: 'none', mirrors: places, ...rest },
    { env: { SOURCE_DATE_EPOCH: '1700000000' } },
  )
}
