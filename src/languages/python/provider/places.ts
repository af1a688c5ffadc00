const isUrl = (mirror: string): boolean => /^https?:\/\//i.test(mirror)

/** A mirror without slashes at its end: a URL of http, or a path, also where it is written `file://…`. Pure. */
export function plainMirror(mirror: string): string {
  const base = mirror.replace(/\/+$/, '')
  return isUrl(base) ? base : base.replace(/^file:\/\//i, '')
}

/**
 * Where a file of Debian's archive can come from: the user's mirror alone when there is one (a machine that names it reaches
 * nothing else), else the archives. A directory may be an archive (`pool/…`) or hold the files themselves. Pure.
 * @param pool path below an archive's base: `pool/main/z/zlib/…`
 */
export function poolPlaces(pool: string, mirror: string | null, archives: readonly string[]): readonly string[] {
  if (mirror === null) return archives.map(base => `${base}/${pool}`)
  const base = plainMirror(mirror)
  return isUrl(base) ? [`${base}/${pool}`] : [`${base}/${pool}`, `${base}/${pool.slice(pool.lastIndexOf('/') + 1)}`]
}
