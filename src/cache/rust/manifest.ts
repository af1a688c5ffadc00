/**
 * Sources with what was in them and when they were written: absolute path to digest and nanoseconds since 1970. The path of
 * a directory ends with `/`, and its digest is that of the sorted names in it; that of a link is its destination.
 */
export type SourceTimes = Readonly<Record<string, readonly [digest: string, mtimeNs: string]>>

/** Begins the digest of a symbolic link. */
export const linkMark = 'link:'

/** What has become of a source since a manifest was written. */
export interface Change {
  readonly path: string
  readonly how: 'new' | 'changed' | 'deleted'
  /** It is a symbolic link, or was one. */
  readonly link?: true
}

/** What must be done so that cargo sees the truth in the times of the sources. */
export interface TimePlan {
  /** Unchanged: they get their times back, files first, directories last. */
  readonly unchanged: readonly { readonly path: string; readonly mtimeNs: bigint }[]
  /** Changed or new: newer than everything that was made from them, in the same order. Links stand for what they lead to. */
  readonly renewed: readonly string[]
  readonly changes: readonly Change[]
}

/**
 * Compares sources with the manifest of the build whose outputs were restored. Cargo believes in times alone: a file whose
 * content changed and whose time did not (an archive, `cp -p`, `git restore-mtime`) would go unnoticed, and an unchanged file
 * of a fresh checkout would cost a build. Pure.
 */
export function planTimes(before: SourceTimes, now: SourceTimes): TimePlan {
  const unchanged: { path: string; mtimeNs: bigint }[] = []
  const renewed: string[] = []
  const changes: Change[] = []
  for (const [path, [digest]] of Object.entries(now)) {
    const old = before[path]
    if (old?.[0] !== digest) {
      renewed.push(path)
      changes.push({ path, how: old ? 'changed' : 'new', ...linkOf(digest, old?.[0]) })
    } else if (!digest.startsWith(linkMark)) unchanged.push({ path, mtimeNs: BigInt(old[1]) })
  }
  for (const [path, [digest]] of Object.entries(before)) {
    if (!(path in now)) changes.push({ path, how: 'deleted', ...linkOf(digest) })
  }
  const byPath = (a: string, b: string) => depth(a) - depth(b) || (a < b ? -1 : 1)
  return {
    unchanged: unchanged.sort((a, b) => byPath(a.path, b.path)),
    renewed: renewed.sort(byPath),
    changes: changes.sort((a, b) => byPath(a.path, b.path)),
  }
}

const linkOf = (...digests: readonly (string | undefined)[]): { readonly link?: true } =>
  digests.some(digest => digest?.startsWith(linkMark)) ? { link: true } : {}

/** Files before directories, a directory before the one that it is in. */
function depth(path: string): number {
  return path.endsWith('/') ? 1e6 - path.split('/').length : 0
}

/** The newest time of a manifest, 0 for an empty one. */
export function newestOf(times: SourceTimes): bigint {
  return Object.values(times).reduce((newest, [, time]) => (BigInt(time) > newest ? BigInt(time) : newest), 0n)
}
