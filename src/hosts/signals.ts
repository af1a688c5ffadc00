import { BuildError, exitCodes } from '../errors.ts'

/** The signals that a run listens to until it is released. */
export interface Interruption {
  /** Aborted by the first one, with the error `interrupted` as its reason. */
  readonly signal: AbortSignal
  /** Gives the signals their defaults back. */
  release(): void
}

/**
 * Listens to signals: the first one aborts, so that children end and nothing is left half-written; the second one ends
 * the process at once. @param told called for the first signal; @param leave called before the process ends
 */
export function listenTo(
  names: readonly NodeJS.Signals[],
  told: (name: NodeJS.Signals) => void,
  leave: () => void,
): Interruption {
  const controller = new AbortController()
  const onSignal = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) {
      leave()
      process.exit(exitCodes.interrupted)
    }
    told(name)
    controller.abort(new BuildError('interrupted', `the run was interrupted by ${name}`))
  }
  for (const name of names) process.on(name, onSignal)
  return {
    signal: controller.signal,
    release() {
      for (const name of names) process.off(name, onSignal)
    },
  }
}
