import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isProgram } from './elf-kind.ts'

/** A program where the build left it; `name` is what it is called. */
export interface Found {
  readonly name: string
  readonly path: string
}

/** What build systems make for themselves: compiler checks (CMake, Meson, Autotools) and libtool's relinked copies. */
const byproductDirectories: readonly string[] = ['CMakeFiles', 'meson-private', '.git', 'autom4te.cache']
const byproducts = /^(conftest|lt-.+|a\.out|.+\.(o|lo|a|so|so\.[0-9.]+))$/

/**
 * Every program below some directories, sorted by path. Links are not followed, unless one has a name that was asked
 * for (`bin/lua` → `lua5.4`): a link is another name of a program, not another program.
 * @param bins names that were asked for; null takes all
 */
export function findInTree(dirs: readonly string[], bins: readonly string[] | null): Found[] {
  const found: Found[] = []
  for (const dir of dirs) walk(resolve(dir), bins, found)
  return found
}

function walk(dir: string, bins: readonly string[] | null, found: Found[]): void {
  for (const name of list(dir)) {
    const path = join(dir, name)
    const stat = lstatSync(path, { throwIfNoEntry: false })
    if (stat?.isDirectory()) {
      if (!byproductDirectories.includes(name)) walk(path, bins, found)
    } else if (stat && isWanted(name, bins) && isStarted(path, stat, bins)) {
      found.push({ name, path })
    }
  }
}

function isWanted(name: string, bins: readonly string[] | null): boolean {
  return bins === null ? !byproducts.test(name) : bins.includes(name)
}

function isStarted(path: string, stat: Stats, bins: readonly string[] | null): boolean {
  if (stat.isSymbolicLink()) {
    if (bins === null) return false
    const target = statSync(path, { throwIfNoEntry: false })
    return target?.isFile() === true && isProgram(realpathSync(path), target.size)
  }
  return stat.isFile() && (stat.mode & 0o111) !== 0 && isProgram(path, stat.size)
}

/** Names in a directory; a directory that is not there holds nothing. */
function list(dir: string): string[] {
  try {
    return readdirSync(dir).sort()
  } catch {
    return []
  }
}
