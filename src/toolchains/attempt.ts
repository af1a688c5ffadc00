/** One failed try to get a file: where, and why in a few words. */
export interface Failure {
  readonly where: string
  readonly why: string
  /** It answered with another file than the pinned one. */
  readonly mismatch?: true
}

/** A URL as it may be shown: without user, password, query and fragment. */
export function shownUrl(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url)
    return `${protocol}//${host}${pathname}`
  } catch {
    return JSON.stringify(url)
  }
}

/** Bytes as a reader wants them: `12 kB`, `53.7 MB`, `79.8 GB` (decimal units). */
export function shownBytes(bytes: number): string {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} kB`
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`
}
