import { BuildError } from '../errors.ts'
import type { FileMember, Member } from './member.ts'

/**
 * The members of an archive in their order: sorted by bytes, which puts a directory before what is in it, in a leading
 * directory where one is asked for. Pure.
 * @param executables named as they are called; they stand at the top
 * @param included named by their paths in the project
 * @throws BuildError `bad-input` when two files want one name
 */
export function layOut(
  executables: readonly FileMember[],
  included: readonly FileMember[],
  leadingDir: string | null,
): Member[] {
  const top = leadingDir === null ? '' : `${leadingDir}/`
  const files = [...executables, ...included].map((file): FileMember => ({ ...file, name: `${top}${file.name}` }))
  const directories = new Set(files.flatMap(file => parentsOf(file.name)))
  const members: Member[] = [...files, ...[...directories].map(name => ({ kind: 'directory' as const, name }))]
  const seen = new Set<string>()
  for (const { name } of members) {
    const key = name.replace(/\/$/, '')
    if (seen.has(key)) {
      throw new BuildError('bad-input', `include: ${JSON.stringify(key)} is the name of an executable too`, {
        hint: 'Leave it out, rename it, or give the executable another name with `bin-name`.',
      })
    }
    seen.add(key)
  }
  return members.sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)))
}

/** `a/b/c` → `a/`, `a/b/`. */
function parentsOf(name: string): string[] {
  return [...name.matchAll(/\//g)].map(({ index }) => name.slice(0, index + 1))
}
