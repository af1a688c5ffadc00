import { judgeBytes } from '../../src/verify/judge-bytes.ts'
import { anyPolicy } from '../../src/verify/policies.ts'
import { sourceOf } from './elf-source.ts'
import { refusalOf } from './loader-model.ts'
import { mutate, randomOf } from './mutate.ts'
import { specimens } from './specimens.ts'

/** What one mutant showed. */
export interface Mutant {
  readonly specimen: string
  readonly bytes: Buffer
  /** Milliseconds. */
  readonly ms: number
  readonly verified: boolean
  /** What must not be: a crash, or a verdict that the kernel or a loader contradicts. */
  readonly defect: string | null
}

/** Judges the mutant with a number: the same number is the same mutant on every machine. Never throws. */
export async function tryMutant(number: number): Promise<Mutant> {
  const random = randomOf(number)
  const specimen = specimens[random(specimens.length)]
  if (!specimen) throw new Error('no specimens')
  const bytes = mutate(specimen, random)
  const start = performance.now()
  const seen = (verified: boolean, defect: string | null): Mutant => ({
    ...{ specimen: specimen.name, bytes, ms: performance.now() - start, verified, defect },
  })
  try {
    const facts = { name: specimen.name, mode: 0o755 }
    const report = await judgeBytes(sourceOf(bytes), facts, anyPolicy(), { forbiddenPaths: ['/home/u'] })
    const { ms } = seen(report.verified, null)
    // Memory can always be read: what is unreadable here is an exception that nobody expected.
    const crash = report.findings.find(f => f.id === 'unreadable')
    const refusal = report.verified ? refusalOf(bytes) : null
    const defect = crash ? `crash: ${crash.evidence}` : refusal === null ? null : `verified, but ${refusal}`
    return { ...seen(report.verified, defect), ms }
  } catch (error) {
    return seen(false, `crash: ${error instanceof Error ? error.stack : String(error)}`)
  }
}
