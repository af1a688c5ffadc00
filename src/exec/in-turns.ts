/**
 * Does the work for every item, so many at a time, whatever becomes of the others: what has begun is never left alone.
 * Returns how each ended, in the order of the items.
 */
export async function inTurns<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): Promise<PromiseSettledResult<R>[]> {
  const results: PromiseSettledResult<R>[] = []
  const queue = items.entries()
  const worker = async () => {
    for (const [i, item] of queue) [results[i]] = await Promise.allSettled([work(item)])
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return results
}

/** What all of them gave. @throws what the first one that failed has thrown */
export function allDone<R>(results: readonly PromiseSettledResult<R>[]): R[] {
  return results.map(result => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
}
