/** Compares dotted numbers part by part (`2.9` < `2.17`); a missing part counts as 0. Returns <0, 0 or >0. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number)
  const right = b.split('.').map(Number)
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** The greater of two dotted versions; null is less than everything. */
export function maxVersion(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return compareVersions(a, b) >= 0 ? a : b
}
