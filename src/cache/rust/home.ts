import { lstat, readdir, readFile, readlink, realpath, rm, symlink } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import { makeDirectory } from '../../build/make-directory.ts'
import { BuildError } from '../../errors.ts'
import { readToml, type Table, tableOf } from '../../languages/toml.ts'

/**
 * What cargo reads in CARGO_HOME beside what it downloads: settings, tokens, subcommands. In a home of our own these are links to
 * the user's: nothing of them is copied, and no pack has any.
 */
const settings = ['bin', 'config', 'config.toml', 'credentials', 'credentials.toml'] as const

/**
 * Makes the directory that stands for the user's CARGO_HOME.
 * @param dirs where cargo is started: below `~` it reads `~/.cargo/config.toml` on its way up. It would not know a link to that
 *   for the same file, and its lists (`rustflags`) would count twice
 * @throws BuildError `cannot-write`, `disk-full`
 */
export async function prepareHome(home: string, theirs: string, dirs: readonly string[]): Promise<void> {
  await makeDirectory(home)
  const comesPast = await Promise.all(dirs.map(dir => isOnTheWayUp(theirs, dir)))
  const isRead = comesPast.length > 0 && comesPast.every(Boolean)
  for (const name of settings) {
    const [from, to] = [join(theirs, name), join(home, name)]
    const isLeft = isRead && name.startsWith('config')
    const isThere = !isLeft && (await exists(from))
    if (isThere && (await readlink(to).catch(() => null)) === from) continue
    await rm(to, { recursive: true, force: true })
    if (isThere) await symlink(from, to)
  }
}

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )

/** Whether a directory is the `.cargo` of one above another. Source: the Cargo Book, chapter Configuration, Hierarchical structure. */
async function isOnTheWayUp(cargo: string, dir: string): Promise<boolean> {
  const real = (path: string) => realpath(path).catch(() => path)
  const wanted = await real(cargo)
  for (let at = await real(dir); ; at = dirname(at)) {
    if ((await real(join(at, '.cargo'))) === wanted) return true
    if (at === dirname(at)) return false
  }
}

/** Settings that name a file or directory. Source: the Cargo Book, chapter Configuration. */
const paths: ReadonlySet<string> = new Set([
  ...['cainfo', 'credential-provider', 'directory', 'global-credential-providers', 'linker', 'local-registry'],
  ...['path', 'proxy-cainfo'], // of a `[patch]`; of `[http]`
  ...['runner', 'rustc', 'rustc-workspace-wrapper', 'rustc-wrapper', 'rustdoc', 'target'],
])
/** Of these a bare word is a file, too; of the others it is a program on PATH or the name of something. */
const always: ReadonlySet<string> = new Set(['cainfo', 'directory', 'local-registry', 'path', 'proxy-cainfo'])

/**
 * Whether the settings in a CARGO_HOME mean something else when they are read through a link: relative paths count from where the
 * file is said to be. Then cargo keeps to the user's own home, and sources from outside are not kept. Pure.
 */
export function dependsOnItsPlace(config: Table): boolean {
  return Object.entries(config).some(([key, value]) => {
    if (key === 'relative' && value === true) return true
    if (!paths.has(key)) return dependsOnItsPlace(tableOf(value))
    const words = [value].flat().filter(each => typeof each === 'string')
    const isRelative = (word: string) => !isAbsolute(word) && (always.has(key) || word.includes('/'))
    return words.some(isRelative) || dependsOnItsPlace(tableOf(value))
  })
}

/**
 * Whether another directory can stand for the user's CARGO_HOME. One whose index is a repository (cargo before 1.70, registries of
 * that kind) is of a machine that stays as it is: it would be fetched again as a whole.
 */
export async function canStandFor(theirs: string): Promise<boolean> {
  const indexes = join(theirs, 'registry/index')
  for (const index of await readdir(indexes).catch(() => [])) {
    if ((await lstat(join(indexes, index, '.git')).catch(() => null)) !== null) return false
  }
  for (const name of ['config', 'config.toml']) {
    const text = await readFile(join(theirs, name), 'utf8').catch(() => null)
    if (text === null) continue
    try {
      if (dependsOnItsPlace(readToml(name, text))) return false
    } catch (error) {
      if (error instanceof BuildError) return false
      throw error
    }
  }
  return true
}
