import { setTimeout as sleep } from 'node:timers/promises'

/** What is wrong with an attempt, and may be right with another one. */
export interface Trouble {
  readonly kind: 'trouble'
  /** One clause; never has an address with a signature in it. */
  readonly why: string
  /** How long the service asks us to wait, ms. */
  readonly waitMs?: number
}

/** It answered, and asking again would not change the answer. */
export interface Refusal {
  readonly kind: 'exists' | 'denied' | 'refused'
  readonly why: string
}

/** How much time a run may lose to a service in trouble, however many entries there are. */
export interface Patience {
  /**
   * Runs `work` again while it is in trouble: waits as long as the service says, or longer each time. All that was lost,
   * the failed attempts too, comes off what the run may lose; when that is used up, nothing is tried any more.
   */
  attempt<T extends { readonly kind: string }>(work: () => Promise<T | Trouble>): Promise<T | Trouble>
  /** The same for work that tries again by itself. */
  once<T extends { readonly kind: string }>(work: () => Promise<T | Trouble>): Promise<T | Trouble>
}

/** The first wait without a word of the service, ms; doubled each time. */
const firstWaitMs = 500

/** @param budgetMs what the run may lose; one attempt that was begun in time may still end after it */
export function makePatience(budgetMs: number, signal: AbortSignal): Patience {
  let leftMs = budgetMs
  let last = ''

  /** With `pauseMs` where it may be tried again: after that pause, which is paid for. */
  async function tryOnce<T extends { readonly kind: string }>(work: () => Promise<T | Trouble>, waitMs: number) {
    if (leftMs <= 0) return { result: { kind: 'trouble', why: `it was given up for this run: ${last}` } as const }
    const start = performance.now()
    const result = await work()
    if (!isTrouble(result) || signal.aborted) return { result }
    const pauseMs = result.waitMs ?? waitMs
    last = result.why
    leftMs -= performance.now() - start + pauseMs
    return leftMs <= 0 ? { result } : { result, pauseMs }
  }

  return {
    async attempt(work) {
      for (let wait = firstWaitMs; ; wait *= 2) {
        const { result, pauseMs } = await tryOnce(work, wait)
        if (pauseMs === undefined) return result
        await sleep(pauseMs, undefined, { signal }).catch(() => {})
      }
    },
    once: async work => (await tryOnce(work, 0)).result,
  }
}

function isTrouble(result: { readonly kind: string }): result is Trouble {
  return result.kind === 'trouble'
}
