/** Every key of ours begins so; a file or object that does not is somebody else's. */
const ours = 'portable-build-'
const suffix = '.entry'
/** What file systems take, bytes. */
const longest = 255

/**
 * The name of an entry's file or object: its key, so that a person sees what it is, and a beginning of a key is the
 * beginning of a name. Pure.
 */
export function fileNameOf(key: string): string {
  const name = `${beginningOf(key)}${suffix}`
  // keys are made by this program, of names that it shortens
  if (!key.startsWith(ours) || name.length > longest) throw new Error(`not a key: ${JSON.stringify(key)}`)
  return name
}

/** What the names of all keys with this beginning begin with. Pure. */
export function beginningOf(beginning: string): string {
  return encodeURIComponent(beginning)
}

/** Whether it is one that this program could have made. Pure. */
export function isKey(text: string): boolean {
  return /^[\w.+-]+$/.test(text) && text.startsWith(ours) && text.length <= longest - suffix.length
}

/** The key of a file or object; null for one that is not ours. Pure. */
export function keyOfFile(name: string): string | null {
  if (!name.startsWith(ours) || !name.endsWith(suffix)) return null
  try {
    const key = decodeURIComponent(name.slice(0, -suffix.length))
    return fileNameOf(key) === name ? key : null
  } catch {
    return null
  }
}
