import { payloadLimits } from './limits.ts'
import { PayloadError } from './problem.ts'

/** What one named file may cost with everything that is packed in it, however deep. */
export class Budget {
  readonly deadline: number
  #members = 0
  #bytes = 0

  /** @param deadline `performance.now()` after which nothing more is unpacked */
  constructor(deadline: number = performance.now() + payloadLimits.time) {
    this.deadline = deadline
  }

  /** Counts a member. @throws PayloadError `limit` */
  member(): void {
    this.#members++
    if (this.#members > payloadLimits.members) {
      throw new PayloadError('limit', 'more files are packed than any real program has', `${this.#members} files`)
    }
    this.#checkTime()
  }

  /** Counts unpacked bytes. @throws PayloadError `limit` */
  spend(bytes: number): void {
    this.#bytes += bytes
    if (this.#bytes > payloadLimits.total) {
      throw new PayloadError('limit', 'more is packed than any real program holds', `${this.#bytes} bytes`)
    }
    this.#checkTime()
  }

  #checkTime(): void {
    if (performance.now() <= this.deadline) return
    throw new PayloadError('limit', 'unpacking takes too long', `${payloadLimits.time} ms`)
  }
}

/** Watches one packed file: what comes out of it must be in proportion to its size. */
export class Meter {
  readonly #budget: Budget
  readonly #most: number
  #bytes = 0

  /** @param packed bytes of the packed file */
  constructor(budget: Budget, packed: number) {
    this.#budget = budget
    this.#most = payloadLimits.free + packed * payloadLimits.ratio
  }

  /** Counts unpacked bytes. @throws PayloadError `limit` */
  spend(bytes: number): void {
    this.#bytes += bytes
    if (this.#bytes > this.#most) {
      throw new PayloadError('limit', 'a small file unpacks to a huge one', `${this.#bytes} bytes`)
    }
    this.#budget.spend(bytes)
  }

  /** Checks sizes that are only promised, so that nothing is prepared for them. @throws PayloadError `limit` */
  promise(bytes: number, most: number = payloadLimits.member): void {
    if (bytes <= Math.min(this.#most, most)) return
    throw new PayloadError('limit', 'a packed file claims to be larger than any real one', `${bytes} bytes`)
  }
}
