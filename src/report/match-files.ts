import type { FileReport } from './schema.ts'

/** Two reports of what is the same file to a person: an earlier one and a later one. */
export interface Pair {
  readonly before: FileReport
  readonly after: FileReport
}

/** Files of two reports, side by side. */
export interface Matched {
  readonly pairs: readonly Pair[]
  /** Files that are only in the earlier report. */
  readonly lost: readonly FileReport[]
}

/** A name without its directory and without what looks like a version: `tool-1.2.3-linux` is `tool-linux`. */
function withoutVersion(path: string): string {
  const name = path.split(/[/!]/).at(-1) ?? path
  return name.replace(/[-_.]?v?[0-9]+(\.[0-9]+)+([-+.](alpha|beta|rc|pre)[.0-9]*)?/gi, '')
}

const nameOf = (file: FileReport) => file.path.split(/[/!]/).at(-1) ?? file.path

/** What makes two files the same, surest first: directories, version numbers and floors change between releases. */
const keys: readonly ((file: FileReport) => string | null)[] = [
  f => [f.path, f.target, f.arch].join('\0'),
  f => [f.path, f.arch].join('\0'),
  f => (f.target === null ? null : [nameOf(f), f.target].join('\0')),
  f => (f.arch === null ? null : [nameOf(f), f.arch].join('\0')),
  f => (f.arch === null ? null : [withoutVersion(f.path), f.arch].join('\0')),
  f => f.path, // the same place, now for another architecture or not readable any more
]

/** Every file and everything that is packed in it; a packed file is named `package!member`. */
export function allFiles(files: readonly FileReport[]): FileReport[] {
  return files.flatMap(file => {
    const inside = file.payload.map(member => ({ ...member, path: memberPath(file.path, member.path) }))
    return [file, ...allFiles(inside)]
  })
}

/** The name of a packed file for those who do not see its package beside it. */
function memberPath(outer: string, member: string): string {
  return member.startsWith(`${outer}!`) ? member : `${outer}!${member}`
}

/** Finds each file's earlier self. A key that fits several files on one side decides nothing: nothing is guessed. */
export function matchFiles(before: readonly FileReport[], after: readonly FileReport[]): Matched {
  let [old, now] = [allFiles(before), allFiles(after)]
  const pairs: Pair[] = []
  for (const key of keys) {
    const olds = single(old, key)
    const found = [...single(now, key)].flatMap(([k, file]) => {
      const earlier = olds.get(k)
      return earlier ? [{ before: earlier, after: file }] : []
    })
    pairs.push(...found)
    const taken = new Set(found.flatMap(p => [p.before, p.after]))
    old = old.filter(f => !taken.has(f))
    now = now.filter(f => !taken.has(f))
  }
  return { pairs, lost: old }
}

/** The files that are alone with their key. */
function single(files: readonly FileReport[], key: (file: FileReport) => string | null): Map<string, FileReport> {
  const found = new Map<string, FileReport | null>()
  for (const file of files) {
    const k = key(file)
    if (k !== null) found.set(k, found.has(k) ? null : file)
  }
  return new Map([...found].flatMap(([k, file]) => (file ? [[k, file] as const] : [])))
}
