import { BuildError } from '../errors.ts'

/** A leg that must have reported. */
export interface ExpectedLeg {
  readonly name: string
  /** Ids of its jobs. */
  readonly jobs: readonly string[]
}

/** GitHub allows 256 legs; a matrix is a few hundred bytes for each. */
const longest = 4 * 1024 * 1024

/**
 * Reads the matrix as `plan --matrix` printed it.
 * @throws BuildError `bad-input`
 */
export async function readMatrix(text: string): Promise<ExpectedLeg[]> {
  const { z } = await import('zod')
  const schema = z.object({ include: z.array(z.object({ name: z.string().min(1), only: z.string().min(1) })).min(1) })
  const refuse = (why: string) =>
    new BuildError('bad-input', `the matrix ${why}`, { hint: 'Give what `portable-build plan --matrix` has printed.' })
  if (text.length > longest) throw refuse('is too long')
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    throw refuse('is no JSON')
  }
  const read = schema.safeParse(data)
  if (!read.success) throw refuse(`is none: ${read.error.issues[0]?.path.join('.')} ${read.error.issues[0]?.message}`)
  const legs = read.data.include.map(({ name, only }) => ({ name, jobs: only.split(',').map(id => id.trim()) }))
  const names = legs.map(l => l.name)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) throw refuse(`has two legs ${JSON.stringify(twice)}`)
  return legs
}
