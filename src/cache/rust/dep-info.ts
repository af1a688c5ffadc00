import { isAbsolute, join, normalize } from 'node:path'

/**
 * The files that a compiler read, from its `.d` file: rules of make, a space in a name is written `\ `.
 * @param root what relative names are relative to, see {@link compileRoot}
 */
export function filesOfDepInfo(text: string, root: string): readonly string[] {
  const names = text
    .split('\n')
    .filter(line => !line.startsWith('#'))
    .flatMap(line => namesOf(/^.+?:(?: (.*))?$/.exec(line)?.[1] ?? ''))
  return [...new Set(names)].map(name => (isAbsolute(name) ? normalize(name) : join(root, name))).sort()
}

function namesOf(words: string): readonly string[] {
  return words
    .split(/(?<!\\) /)
    .filter(Boolean)
    .map(word => word.replaceAll('\\ ', ' '))
}

/**
 * The directory in which cargo started the compiler: the workspace's or the package's. A `.d` file names the root source file
 * relative to it, and the message of the unit absolutely. Null where the two do not fit together.
 */
export function compileRoot(text: string, source: string): string | null {
  for (const name of filesOfDepInfo(text, '/')) {
    if (name === source) return '/'
    if (source.endsWith(name)) return source.slice(0, -name.length)
  }
  return null
}
