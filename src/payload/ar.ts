/** First bytes of an ar archive (ar(5)). */
export const arMagic = '!<arch>\n'
/** Bytes before each member. */
export const arHeaderSize = 60

/**
 * The header of a member of an ar archive: name 16 bytes, size as decimal text at 48, two end marks (ar(5), deb(5)). The content
 * follows; the next header is on an even offset. Null when it makes no sense.
 */
export function readArHeader(header: string): { readonly name: string; readonly size: number } | null {
  const size = header.slice(48, 58)
  if (!/^[0-9]+ *$/.test(size) || header.slice(58, arHeaderSize) !== '`\n') return null
  return { name: header.slice(0, 16).trimEnd().replace(/\/$/, ''), size: Number(size) }
}
