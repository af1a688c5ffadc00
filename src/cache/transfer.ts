import { BuildError } from '../errors.ts'
import type { Refusal, Trouble } from './patience.ts'

/** When a transfer is not worth waiting for. */
export interface TransferLimits {
  /** Nothing came for so long, ms. */
  readonly stallMs: number
  /** Slower than so many bytes a second on the whole. */
  readonly slowest: number
}

/** A transfer that went through. */
export interface Transferred {
  readonly kind: 'done'
  readonly bytes: number
}

/** Ends a transfer that is not worth waiting for. */
interface Watch {
  readonly signal: AbortSignal
  /** Tells the size as soon as it is known. */
  expect(bytes: number): void
  readonly progress: () => void
}

/** What a transfer is watched with. */
interface Guard {
  readonly limits: TransferLimits
  readonly signal: AbortSignal
  /** What an error of the client means. */
  judge(error: unknown): Trouble | Refusal
}

/**
 * Runs a transfer while it goes well.
 * @param work returns the bytes that went through
 * @throws BuildError what `work` throws of them
 */
export async function guarded(
  { limits, signal, judge }: Guard,
  work: (watch: Watch) => Promise<number>,
): Promise<Transferred | Trouble | Refusal> {
  const stop = new AbortController()
  const end = (why: string) => () => stop.abort(why)
  const stall = setTimeout(end(`nothing came for ${limits.stallMs / 1000} s`), limits.stallMs)
  let whole: NodeJS.Timeout | undefined
  try {
    const bytes = await work({
      signal: AbortSignal.any([signal, stop.signal]),
      progress: () => void stall.refresh(),
      expect(size) {
        const slow = `it was slower than ${limits.slowest / 1e6} MB/s`
        whole = setTimeout(end(slow), limits.stallMs + (size / limits.slowest) * 1000)
      },
    })
    return { kind: 'done', bytes }
  } catch (error) {
    if (error instanceof BuildError) throw error
    if (stop.signal.aborted) return { kind: 'trouble', why: String(stop.signal.reason) }
    return judge(error)
  } finally {
    clearTimeout(stall)
    clearTimeout(whole)
  }
}
