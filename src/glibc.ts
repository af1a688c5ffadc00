import { compareVersions } from './version.ts'

/**
 * Every release of glibc that is a sensible floor, from the first one of the oldest port that can be built here.
 * Source: the project's release announcements. A release is added when the pinned zig knows it.
 */
const releases: readonly string[] = [
  ...['2.0', '2.1', '2.2', '2.2.5', '2.3', '2.3.2', '2.3.3', '2.3.4'],
  ...Array.from({ length: 40 }, (_, i) => `2.${i + 4}`),
]

/** Whether this version of glibc was released (`2.17`; a compiler given an unknown one silently takes another). */
export function isKnownGlibc(version: string): boolean {
  return releases.includes(version)
}

/** The released version closest to what was written: the greatest that is not newer, else the oldest. */
export function nearestGlibc(version: string): string {
  const numbers = /^[0-9]+(\.[0-9]+)*$/.test(version) ? version : '2.17'
  return releases.filter(r => compareVersions(r, numbers) <= 0).at(-1) ?? '2.0'
}
