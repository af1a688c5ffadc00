/** Each architecture and each C library once: what else is in a pair of them is shown by small programs for all four. */
const once = ['x86_64-linux-gnu.2.17', 'aarch64-linux-musl'] as const
const others = ['x86_64-linux-musl', 'aarch64-linux-gnu.2.17'] as const

/** Targets of tests that compile hundreds of C files for each; `PB_PAIRS=all` takes every pair, some minutes each. */
export const somePairs: readonly string[] = process.env['PB_PAIRS'] === 'all' ? [...once, ...others] : once
