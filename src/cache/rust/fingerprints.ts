import { type UnitId, unitOf } from './live.ts'

/** A file of cargo's own that says how fresh a unit is. */
export interface FingerprintFile {
  /** Relative to the work directory. */
  readonly path: string
  readonly text: string
}

/** Whether a path is one of a unit's fingerprint, in the old layout of target directories or in the new one. */
export function isFingerprint(path: string): boolean {
  return /\/(?:\.fingerprint\/[^/]+|fingerprint)\/[^/]+$/.test(path)
}

/**
 * The units whose libraries are read when one of `roots` is compiled: what it links, and what that links in turn. Runs of
 * build scripts are not followed: nothing is linked through them.
 *
 * Read from cargo's fingerprints: `lib-<name>` is a hash in hexadecimal, `lib-<name>.json` lists the dependencies with
 * theirs, as numbers of 64 bits (cargo, `core/compiler/fingerprint/mod.rs`, up to 1.97). Where they say something else,
 * nothing is found, and what is missing is fetched when it is needed.
 */
export function linkedUnits(files: readonly FingerprintFile[], roots: ReadonlySet<UnitId>): ReadonlySet<UnitId> {
  const byHash = new Map<string, UnitId>()
  const links = new Map<UnitId, string[]>()
  for (const { path, text } of files) {
    const id = unitOf(path)
    if (id === null || /\/run-build-script-/.test(path)) continue
    const top = id.split('/')[0]
    if (path.endsWith('.json')) links.set(id, [...(links.get(id) ?? []), ...dependencies(text).map(d => `${top}/${d}`)])
    else if (/^[0-9a-f]{16}$/.test(text)) byHash.set(`${top}/${text}`, id)
  }
  const found = new Set<UnitId>()
  const queue = [...roots]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const hash of links.get(next) ?? []) {
      const id = byHash.get(hash)
      if (id === undefined || found.has(id)) continue
      found.add(id)
      queue.push(id)
    }
  }
  return found
}

/** `[package, "name", public, hash]`, read from the text: the numbers are too long for a double. */
function dependencies(text: string): readonly string[] {
  const found = text.matchAll(/\[\d+,"[^"]*",(?:true|false),(\d+)\]/g)
  return [...found].map(([, number = '0']) => littleEndian(BigInt(number)))
}

function littleEndian(number: bigint): string {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt.asUintN(64, number))
  return bytes.toString('hex')
}
