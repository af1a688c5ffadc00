import { errno, writeError } from '../build/file-error.ts'
import { BuildError, exitCodes } from '../errors.ts'
import { tool } from '../tool.ts'

/**
 * Any thrown thing as an error for people: ours as it is, the system's full disks and forbidden paths by their code.
 * @returns null for a mistake of this program, which {@link bugText} tells
 */
export function asBuildError(error: unknown): BuildError | null {
  if (error instanceof BuildError) return error
  const path = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : 'a file'
  const known = errno(error) === '' ? error : writeError(error, path)
  return known instanceof BuildError ? known : null
}

/** What to say when this program itself is wrong. */
export function bugText(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `${stack}\n\nThis is a mistake in ${tool.name} ${tool.version}. Please report it with the lines above.`
}

/** The exit code of a run that ended by this error; an interruption hides what it broke. */
export function exitCodeFor(error: BuildError | null, interrupted: boolean): number {
  if (interrupted) return exitCodes.interrupted
  return error?.exitCode ?? exitCodes.failed
}
