import { beginningOf, isKey } from './names.ts'

/*
 * A plain server cannot be asked what it has. So beside an entry small objects are written that say which one is the newest of
 * a beginning: of the ingredients that an entry must share, and of all of them (src/cache/entry.ts). The last writer wins.
 */

/** `portable-build-<kind>-<name>-<digest>-<digest>[-<suffix>]`, or without the first digest. */
const parts = /^(.+?-[0-9a-f]{16}-)([0-9a-f]{16}-)?[0-9a-z]+$/

/** Names of the objects that say of a saved entry that it is the newest. Pure. */
export function pointersOf(key: string): readonly string[] {
  const [, near, whole = ''] = parts.exec(key) ?? []
  if (near === undefined) return []
  return [...new Set([near, near + whole])].map(nameOf)
}

/** The name of the object that says which entry is the newest of a beginning: of all that begins so up to a `-`. Pure. */
export function pointerFor(beginning: string): string {
  return nameOf(beginning.slice(0, beginning.lastIndexOf('-') + 1))
}

/** The key that such an object names; null: it is none of ours, or does not begin so. Pure. */
export function readPointer(text: string, beginning: string): string | null {
  const key = text.trim()
  return isKey(key) && key.startsWith(beginning) ? key : null
}

/** No entry has this ending. */
const nameOf = (beginning: string): string => `${beginningOf(beginning)}newest.txt`
