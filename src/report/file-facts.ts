import type { FileReport, Report } from './schema.ts'

/** What a machine must have to start a file. */
export interface Needs {
  /** `glibc 2.34`, `musl 1.2.3`. */
  readonly libc: readonly string[]
  /** Libraries beside those of the C library. */
  readonly libraries: readonly string[]
}

const ofLibc = /^(libc|libm|libpthread|libdl|librt|ld-linux.*|ld|ld-musl.*|libc\.musl.*)\.so/

/** What a machine must have; both lists are empty for a file that needs nothing, null where nothing is known. */
export function needsOf({ floor, needed, linkage }: FileReport): Needs | null {
  if (linkage === 'not-elf') return null
  const versions = [floor.glibc === null ? '' : `glibc ${floor.glibc}`, floor.musl === null ? '' : `musl ${floor.musl}`]
  return { libc: versions.filter(text => text !== ''), libraries: needed.filter(name => !ofLibc.test(name)) }
}

/** Whether it is complete in itself: no loader, no library. */
export function needsNothing({ linkage, needed }: Pick<FileReport, 'linkage' | 'needed'>): boolean {
  return linkage.startsWith('static') && needed.length === 0
}

/** Where a file was started. Of an old system the version is what counts; the report has its name and how it was emulated. */
export function startsOf(file: FileReport): { readonly ok: boolean; readonly where: string }[] {
  return (file.smoke ?? []).map(s => ({
    ok: s.ok,
    where: s.where === file.arch ? 'here' : s.where.replace(/ \(.*/, ''),
  }))
}

/** A target that got no executable. */
interface LostTarget {
  readonly target: string
  /** The stable code of what failed. */
  readonly code: string
}

/** The targets of failures for which nothing was built, each once. */
export function lostTargets({ files, failures }: Pick<Report, 'files' | 'failures'>): LostTarget[] {
  const built = new Set(files.map(f => f.target))
  const lost = new Map(failures.flatMap(f => f.targets.map(target => [target, f.code] as const)).reverse())
  return [...lost].reverse().flatMap(([target, code]) => (built.has(target) ? [] : [{ target, code }]))
}

/** The name of a file without its directory. */
export function baseName(path: string): string {
  return path.split('/').at(-1) ?? path
}
