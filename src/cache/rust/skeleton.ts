import { relative } from 'node:path'
import type { PackMember } from '../pack/pack.ts'
import { type LiveUnits, type UnitId, unitOf } from './live.ts'

/** What stands in for a build script. An empty file would not do: libc hands it to a shell, and the shell says success. */
const stopScript = `#!/bin/sh
echo 'portable-build: cold pack needed: this build script is a placeholder' >&2
exit 97
`

/** Files of target directories as they go into packs; each list is sorted as the members were. */
export interface Skeleton {
  /** Everything of the crates from outside, placeholders for what cargo only looks at. */
  readonly hot: readonly PackMember[]
  /** The bytes that `hot` lacks, under the same names. */
  readonly cold: readonly PackMember[]
  /** All of the project's own crates. */
  readonly own: readonly PackMember[]
}

/** What is known of a build when its target directories are packed. */
export interface Built {
  /** Everything in the target directories, sorted; paths relative to the work directory. */
  readonly members: readonly PackMember[]
  readonly live: LiveUnits
  /** Triples that were built for: what lies below none of them is for the building machine. */
  readonly triples: readonly string[]
  /** Units of the building machine that the project's own build scripts and procedural macros are compiled with. */
  readonly needed: ReadonlySet<UnitId>
  /** Files without a hash in their names that the messages name: the executables; absolute. */
  readonly finals: readonly string[]
  readonly workDir: string
}

/**
 * Divides target directories into what a build over unchanged dependencies reads, and what it only looks at: cargo compares
 * times of libraries and build scripts and never opens them while nothing that needs them is dirty. It holds because every
 * build names its target: without `--target` the libraries of the building machine and of the target are the same files.
 */
export function skeletonOf(built: Built): Skeleton {
  const hot: PackMember[] = []
  const cold: PackMember[] = []
  const own: PackMember[] = []
  const finals = new Set(built.finals.flatMap(file => withDepInfo(relative(built.workDir, file))))
  const stubbed = new Map<string, PackMember>()
  for (const member of built.members) {
    const id = unitOf(member.path)
    const unit = id === null ? undefined : built.live.get(id)
    if (id === null ? finals.has(member.path) : unit?.own === true) own.push(member)
    else if (id === null ? isShared(member.path) : unit !== undefined) {
      const linked = member.type === 'hardlink' && stubbed.has(member.to)
      const stub = linked ? member : stubOf(member, built)
      if (stub === null) hot.push(member)
      else {
        stubbed.set(member.path, stub)
        hot.push(stub)
        cold.push(member)
      }
    }
  }
  return { hot, cold, own }
}

/** `release/app` and `release/app.d`, `release/libapp.rlib` and `release/libapp.d`. */
function withDepInfo(path: string): readonly string[] {
  return [path, `${path}.d`, path.replace(/\.[^./]+$/, '.d')]
}

/** What cargo keeps for all units: the compiler's answers, the mark of a directory that backups leave out. */
function isShared(path: string): boolean {
  return /^[^/]+\/(?:\.rustc_info\.json|CACHEDIR\.TAG)$/.test(path)
}

function stubOf(member: PackMember, { live, triples, needed }: Built): PackMember | null {
  const id = unitOf(member.path)
  if (member.type !== 'file' || id === null) return null
  const [, place = ''] = member.path.split('/')
  if (live.get(id)?.what === 'script') {
    return isProgram(member) ? { ...member, from: Buffer.from(stopScript), mode: 0o755 } : null
  }
  const library = /\.(?:rlib|rmeta)$/.test(member.path) && !triples.includes(place) && !needed.has(id)
  return library ? { ...member, from: Buffer.alloc(0) } : null
}

/** `build-script-build`, `build_script_build-<hash>`; beside it are its `.d` and what is known of its freshness. */
function isProgram({ path, mode }: Extract<PackMember, { readonly type: 'file' }>): boolean {
  return /\/build[-_]script[-_][^/]*$/.test(path) && !path.endsWith('.d') && (mode & 0o111) !== 0
}
