import { BuildError, type ErrorCode, errorTable } from '../errors.ts'
import type { Outcome } from '../exec.ts'
import { ownError, reasonOf } from '../languages/python/said.ts'
import type { Job, Step } from '../plan.ts'
import { diagnosticsOf } from '../report/diagnostics.ts'
import type { Failure } from '../report/schema.ts'
import { commandLine } from './command-line.ts'
import type { StepEnd } from './step.ts'

/** Directories that a report names files by; absolute. */
export interface Dirs {
  readonly project: string
  /** The one that the run was asked for. */
  readonly request: string
}

const isCode = (text: string): text is ErrorCode => Object.hasOwn(errorTable, text)

const noSpace = /No space left on device|Disk quota exceeded|ENOSPC/

/** A step that ended badly, as the report tells it, with the lines of the project that its compilers complained of. */
export function stepFailure(
  job: Job,
  step: Step,
  targets: readonly string[],
  { ended, lines, output }: StepEnd,
  dirs: Dirs,
): Failure {
  const error = ended instanceof BuildError ? ended : judge(job, step, targets, ended, lines)
  return {
    code: error.code,
    message: error.message,
    hint: error.hint,
    job: job.id,
    targets: [...targets],
    step: step.id,
    command: commandLine(step, job),
    lines: [...error.lines, ...lines],
    diagnostics: diagnosticsOf(output, {
      cwd: step.cwd,
      projectDir: dirs.project,
      requestDir: dirs.request,
      copies: job.steps.flatMap(each => each.copySources ?? []),
      ...dockerfileOf(step),
    }),
  }
}

/** `docker buildx build --file docker/Dockerfile`: its messages name `Dockerfile`. */
function dockerfileOf({ argv }: Step): { readonly dockerfile?: string } {
  const file = argv[0] === 'docker' ? argv[argv.indexOf('--file') + 1] : undefined
  return file === undefined ? {} : { dockerfile: file }
}

function judge(
  job: Job,
  step: Step,
  targets: readonly string[],
  outcome: Outcome,
  lines: readonly string[],
): BuildError {
  const what = `${step.title} failed for ${targets.join(', ')}`
  const own = ownError(lines)
  if (own !== null) return new BuildError(isCode(own.code) ? own.code : 'step-failed', own.text)
  if (lines.some(line => noSpace.test(line))) {
    return new BuildError('disk-full', `${what}: no space left on the device`)
  }
  if (outcome.signal === 'SIGKILL' || outcome.code === 137) {
    return new BuildError('step-failed', `${what}: it was killed`, {
      hint: 'Something outside killed it, most often because memory ran out: free some, or let fewer jobs run at a time.',
    })
  }
  const reason = step.tool === undefined ? null : reasonOf(step.tool, lines)
  if (reason !== null) {
    return new BuildError('step-failed', `${what}: ${reason}`, { hint: tryAgain(job, lines) })
  }
  const how = outcome.signal === null ? `exit status ${outcome.code}` : `ended by ${outcome.signal}`
  return new BuildError('step-failed', `${what} (${how})`, { hint: tryAgain(job, lines) })
}

/** What to do about a command that failed by itself. */
function tryAgain({ container }: Job, lines: readonly string[]): string {
  if (container === undefined) return 'Its last lines are shown; the command can be run by hand as printed.'
  if (lines.some(line => /Read-only file system/i.test(line))) {
    return 'Only the work directory and /tmp can be written in a container. A build that writes into its sources needs a copy of them: `build-system: make` or `build-command`.'
  }
  return `Its last lines are shown; the command ran in ${container.image} (${container.platform}).`
}
