const second = 1_000_000_000n

/**
 * The time that a file gets when it is to have this one; nanoseconds since 1970. Pure.
 *
 * Node hands times to the system as a double of seconds, so that from 2004 to 2038 only each 238th nanosecond (2^-22 s)
 * can be set (measured, Node 24: 99.7 % of times are missed, by 120 ns at most; `fs.cp` with
 * `preserveTimestamps` goes the same way). A pack therefore holds no other times than those: what it says is what comes back.
 *
 * That is enough for everything that compares times. The nearest double is monotonic: what was not newer than another
 * file is not newer when both were kept, so that what cargo holds for fresh stays fresh. It is idempotent: a file that
 * was kept once is kept as it is. Only what stores a time as text and compares that (cargo, for a package with a
 * `build.rs` without `rerun-if-*`) needs the sources to have such a time before the first build:
 * whoever keeps such sources sets their times to `keepableNs` of themselves.
 */
export function keepableNs(ns: bigint): bigint {
  const seconds = secondsOf(ns)
  const whole = Math.trunc(seconds)
  // as libuv does it (uv__fs_to_timespec)
  return BigInt(whole) * second + BigInt(Math.trunc((seconds - whole) * 1e9))
}

/**
 * A time as `fs.utimes` takes it: the middle of the nanosecond, of which libuv cuts the fraction off. Before 1970 there is
 * nothing: Node would take the present for it.
 */
export function secondsOf(ns: bigint): number {
  return ns <= 0n ? 0 : Number(ns / second) + (Number(ns % second) + 0.5) / 1e9
}

/** A time in an extended header: decimal seconds (POSIX.1-2001, "pax Extended Header File Times"). */
export function paxTime(ns: bigint): string {
  return `${ns / second}.${(ns % second).toString().padStart(9, '0')}`
}

/** Reads what `paxTime` wrote; null for anything else. */
export function parsePaxTime(text: unknown): bigint | null {
  const [, seconds, fraction] = /^(\d{1,12})\.(\d{9})$/.exec(String(text)) ?? []
  return seconds === undefined || fraction === undefined ? null : BigInt(seconds) * second + BigInt(fraction)
}
