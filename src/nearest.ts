/**
 * The known name that a mistyped one is most like, or null when none is close (at most a third of it differs).
 * Optimal string alignment distance; two swapped letters cost less than a wrong one, so `amr64` is `arm64`, not `amd64`.
 */
export function nearest(text: string, known: Iterable<string>): string | null {
  let best: string | null = null
  let least = Math.max(1, Math.floor(text.length / 3)) + 1
  for (const name of known) {
    const d = distance(text.toLowerCase(), name.toLowerCase(), least)
    if (d < least) [best, least] = [name, d]
  }
  return best
}

const swapCost = 0.9

function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let d = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d = Math.min(d, (before[j - 2] ?? 0) + swapCost)
      row.push(d)
    }
    before = previous
    previous = row
  }
  return previous[b.length] ?? limit
}
