import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { copyOf } from '../support/sources.ts'

/** A copy of sources in a temporary directory that goes away with the test. */
export function freshCopy(source: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'pb-project-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return copyOf(source, join(dir, 'src'))
}
