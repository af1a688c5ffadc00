/**
 * A pack that cannot be written as asked, or that must not be used: foreign, older, broken, poisoned. The message is one
 * clause that follows the pack's name; names of members in it are quoted. Never shown as an error: a build goes on clean.
 */
export class PackProblem extends Error {
  constructor(why: string, cause?: unknown) {
    super(why, cause === undefined ? undefined : { cause })
    this.name = 'PackProblem'
  }
}
