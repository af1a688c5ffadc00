import { BuildError } from '../errors.ts'
import type { Outcome } from '../exec.ts'
import type { Job, Step } from '../plan.ts'
import type { Failure } from '../report/schema.ts'
import { commandLine } from './command-line.ts'

const noSpace = /No space left on device|Disk quota exceeded|ENOSPC/

/** A step that ended badly, as the report tells it. @param lines the last of its output, cleaned */
export function stepFailure(
  job: Job,
  step: Step,
  targets: readonly string[],
  ended: Outcome | BuildError,
  lines: readonly string[],
): Failure {
  const error = ended instanceof BuildError ? ended : judge(step, targets, ended, lines)
  return {
    code: error.code,
    message: error.message,
    hint: error.hint,
    job: job.id,
    targets: [...targets],
    step: step.id,
    command: commandLine(step, job),
    lines: [...error.lines, ...lines],
  }
}

function judge(step: Step, targets: readonly string[], outcome: Outcome, lines: readonly string[]): BuildError {
  const what = `${step.title} failed for ${targets.join(', ')}`
  if (lines.some(line => noSpace.test(line))) {
    return new BuildError('disk-full', `${what}: no space left on the device`)
  }
  if (outcome.signal === 'SIGKILL' || outcome.code === 137) {
    return new BuildError('step-failed', `${what}: it was killed`, {
      hint: 'Something outside killed it, most often because memory ran out: free some, or let fewer jobs run at a time.',
    })
  }
  const how = outcome.signal === null ? `exit status ${outcome.code}` : `ended by ${outcome.signal}`
  return new BuildError('step-failed', `${what} (${how})`, {
    hint: 'Its last lines are shown; the command can be run by hand as printed.',
  })
}
