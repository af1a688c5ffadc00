const dot = 0x2e
const zero = 0x30

/**
 * Compares dotted numbers part by part (`2.9` < `2.17`); a missing part counts as 0. Returns <0, 0 or >0. It makes nothing:
 * one file is held against every release of every distribution.
 */
export function compareVersions(a: string, b: string): number {
  for (let i = 0, j = 0; i < a.length || j < b.length; i++, j++) {
    let left = 0
    let right = 0
    for (; i < a.length && a.charCodeAt(i) !== dot; i++) left = left * 10 + a.charCodeAt(i) - zero
    for (; j < b.length && b.charCodeAt(j) !== dot; j++) right = right * 10 + b.charCodeAt(j) - zero
    if (left !== right) return left - right
  }
  return 0
}

/** The greater of two dotted versions; null is less than everything. */
export function maxVersion(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return compareVersions(a, b) >= 0 ? a : b
}
