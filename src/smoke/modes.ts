/** What `verify` can be asked to start: nothing unless one says so. */
export const smokeModes = ['off', 'native', 'floor', 'require'] as const

/** One of {@link smokeModes}. */
export type SmokeMode = (typeof smokeModes)[number]
