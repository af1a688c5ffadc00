/** Names that reports hold, each once: files need the same few libraries, versions and functions. */
const names = new Map<string, string>()
const most = 8192

/**
 * The same name, to be held for longer than the file is read. A name that was cut out of a table keeps all of the table in memory,
 * and names that are the same object are found faster in tables of ours.
 */
export function kept(name: string): string {
  const known = names.get(name)
  if (known !== undefined) return known
  const copy = Buffer.from(name).toString()
  if (names.size >= most) names.clear()
  names.set(copy, copy)
  return copy
}
