import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Names of files that other C and C++ files include; some headers have no ending. */
const includable = /^([^.]+|.*\.(h|hh|hpp|hxx|h\+\+|inc|inl|ipp|tcc|tpp|def|x))$/i
const compiled = /\.(c|cc|cpp|cxx|c\+\+|m|mm|s|sx|asm)$/i

/** What C compilers never read: version control, our own work, other languages' packages. */
const skipped: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', '.portable-build', 'node_modules'])

/** What the C and C++ sources of a project mean for those who keep what was compiled of them. Digests: 16 hexadecimal digits. */
export interface CTree {
  /** Of the names of what can be included: a new name may come before an old one in the include path. */
  readonly names: string
  /** Of all sources, with their names. */
  readonly content: string
  /** The first source that has `#embed`, or null. */
  readonly embeds: string | null
}

/** Also with blanks, and with the other spellings of `#` (C23 6.4.6, 5.2.1.1). A comment that looks like it does no harm. */
const embed = /^[ \t]*(?:#|%:|\?\?=)[ \t]*embed\b|\b__has_embed\b/m

/**
 * Reads the C and C++ sources below a directory; what cannot be read is as if it were not there, for compilers too.
 * @param skip absolute paths to leave out: output directories
 */
export async function readCTree(dir: string, skip: readonly string[] = []): Promise<CTree> {
  const files = (await list(dir, '', new Set(skip))).sort()
  const content = createHash('sha256')
  const names = createHash('sha256')
  let embeds: string | null = null
  for (const file of files) {
    const bytes = await readFile(join(dir, file)).catch(() => null)
    if (bytes === null) continue
    if (!compiled.test(file)) names.update(`${file}\n`)
    content.update(`${file}\n${bytes.length}\n`).update(bytes)
    if (embeds === null && embed.test(bytes.toString('latin1'))) embeds = file
  }
  return { names: names.digest('hex').slice(0, 16), content: content.digest('hex').slice(0, 16), embeds }
}

async function list(dir: string, path: string, skip: ReadonlySet<string>): Promise<string[]> {
  const found: string[] = []
  const entries = await readdir(join(dir, path), { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    const below = path === '' ? entry.name : `${path}/${entry.name}`
    if (skipped.has(entry.name) || skip.has(join(dir, below))) continue
    if (entry.isDirectory()) found.push(...(await list(dir, below, skip)))
    // a link is followed, as compilers do; one that leads to a directory cannot be read
    else if (includable.test(entry.name) || compiled.test(entry.name)) found.push(below)
  }
  return found
}
