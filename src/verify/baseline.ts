import { readFile } from 'node:fs/promises'
import { errno } from '../build/file-error.ts'
import { BuildError } from '../errors.ts'
import { asFlag, type Spell } from '../inputs/names.ts'
import { type Comparable, compareReports } from '../report/baseline.ts'
import type { Verdict } from '../report/schema.ts'

/**
 * An earlier `report.json`, or what `verify --json` printed.
 * @throws BuildError `bad-input` when it is not there, or is something else: a comparison with nothing would pass
 */
export async function readBaseline(path: string, spell: Spell = asFlag): Promise<Comparable> {
  const refuse = (why: string) =>
    new BuildError('bad-input', `${spell('baseline')} ${path}: ${why}`, {
      hint: 'Give a report.json of `build`, or what `verify --json` printed.',
    })
  let data: unknown
  try {
    data = JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    throw refuse(error instanceof SyntaxError ? 'it is not JSON' : `it cannot be read (${errno(error) || 'error'})`)
  }
  const { baselineSchema } = await import('../report/schema.ts')
  const read = baselineSchema.safeParse(data)
  if (!read.success) {
    const [issue] = read.error.issues
    throw refuse(`it is no report of schema 1 (${issue?.path.join('.') || 'the document'}: ${issue?.message ?? ''})`)
  }
  if (read.data.files.length === 0) throw refuse('it has no files')
  return read.data
}

/** The growth of a file that is no news, percent. */
const usualGrowth = 10

/** The verdict with what got worse. @throws BuildError `bad-input` for a growth that is no percentage */
export function compared(
  verdict: Verdict,
  baseline: Comparable,
  growth: string | undefined,
  spell: Spell = asFlag,
): Verdict {
  const percent = growth === undefined ? usualGrowth : Number(growth.replace(/%$/, ''))
  if (!Number.isFinite(percent) || percent < 0 || growth === '') {
    throw new BuildError('bad-input', `${spell('max-growth')} ${JSON.stringify(growth)} is no percentage`, {
      hint: 'Write a number, such as 25.',
    })
  }
  return { ...verdict, comparison: compareReports(baseline, verdict, percent) }
}
