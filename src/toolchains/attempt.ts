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

const megabyte = 1_000_000

/** Bytes as a reader wants them: `53.7 MB`. */
export function shownBytes(bytes: number): string {
  return bytes < megabyte ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / megabyte).toFixed(1)} MB`
}
