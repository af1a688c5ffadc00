import type { Needle } from './scan.ts'
import type { Secret } from './secrets.ts'

/** Ids of what is looked for in static files beside leaked paths. */
export const marks = { gconv: 'mark:gconv', nss: 'mark:libnss' } as const

const traces: readonly Needle[] = [
  { id: marks.gconv, bytes: Buffer.from('gconv'), anywhere: false },
  { id: marks.nss, bytes: Buffer.from('libnss_'), anywhere: false },
]

const leakPrefix = 'leak:'
const secretPrefix = 'secret:'

/** Directories that programs name for good reasons: as a whole they say nothing about the build machine. */
const publicDirs: ReadonlySet<string> = new Set([
  ...['/', '/bin', '/dev', '/etc', '/home', '/lib', '/lib64', '/mnt', '/opt', '/proc', '/run', '/sbin', '/srv', '/sys'],
  ...[
    '/tmp',
    '/usr',
    '/usr/bin',
    '/usr/lib',
    '/usr/local',
    '/usr/local/bin',
    '/usr/share',
    '/usr/src',
    '/var',
    '/var/tmp',
  ],
])

const slash = 0x2f
const isNameByte = (byte: number | undefined) => byte !== undefined && /[A-Za-z0-9._~-]/.test(String.fromCharCode(byte))

/**
 * What to look for in a file: our own paths (a compiler that put them there leaks the build machine), values of secrets,
 * and the traces of glibc's run-time loading.
 * @param staticGlibc whether the file is static and may hold a glibc: start files of others carry no ABI note
 */
export function needlesFor(
  staticGlibc: boolean,
  forbiddenPaths: readonly string[],
  secrets: readonly Secret[] = [],
): Needle[] {
  const paths = forbiddenPaths.map(p => p.replace(/\/+$/, '')).filter(p => p.startsWith('/') && !publicDirs.has(p))
  const leaks = [...new Set(paths)].map(path => ({
    id: leakPrefix + path,
    bytes: Buffer.from(path),
    anywhere: true,
    counts: isShallow(path) ? countsBelow : countsWhole,
  }))
  const own = [
    ...leaks,
    ...secrets.map(({ name, value }) => ({ id: secretPrefix + name, bytes: Buffer.from(value), anywhere: true })),
  ]
  return staticGlibc ? [...own, ...traces] : own
}

/** The path that a hit is about, or null for another kind of hit. */
export function leakedPath(id: string): string | null {
  return id.startsWith(leakPrefix) ? id.slice(leakPrefix.length) : null
}

/** The name of the secret that a hit is about, or null for another kind of hit. */
export function foundSecret(id: string): string | null {
  return id.startsWith(secretPrefix) ? id.slice(secretPrefix.length) : null
}

/** `/root`: also the end of other paths and a word of its own. */
function isShallow(path: string): boolean {
  return path.lastIndexOf('/') === 0
}

/** A path itself or something below it. Texts without an end of their own (Rust) may stand right before it. */
function countsWhole(_before: number | undefined, after: number | undefined): boolean {
  return !isNameByte(after)
}

function countsBelow(before: number | undefined, after: number | undefined): boolean {
  return after === slash && before !== slash && !isNameByte(before)
}
