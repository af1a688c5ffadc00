/** What a file without the ELF magic is, by its first bytes, for a sentence that helps. */
const kinds: readonly { readonly start: string; readonly name: string }[] = [
  { start: '#!', name: 'a script' },
  { start: '!<arch>\n', name: 'a static library' },
  { start: '!<thin>\n', name: 'a static library' },
  { start: 'MZ', name: 'a Windows program' },
  { start: '\xcf\xfa\xed\xfe', name: 'a macOS program' },
  { start: '\xce\xfa\xed\xfe', name: 'a macOS program' },
  { start: '\xca\xfe\xba\xbe', name: 'a macOS program or Java class' },
  { start: '\0asm', name: 'a WebAssembly module' },
  { start: 'BC\xc0\xde', name: 'LLVM bitcode' },
  { start: '\x1f\x8b', name: 'a gzip archive' },
  { start: '\x28\xb5\x2f\xfd', name: 'a zstd archive' },
  { start: '\xfd7zXZ', name: 'an xz archive' },
  { start: 'PK\x03\x04', name: 'a zip archive' },
]

/** Names the kind of file that starts with these bytes. */
export function describeForeign(start: Buffer): string {
  if (start.length === 0) return 'an empty file'
  const text = start.toString('latin1')
  const known = kinds.find(k => text.startsWith(k.start))
  if (known) return known.name
  return /^[\t\n\r\x20-\x7e\x80-\xff]*$/.test(text) ? 'a text file' : 'data of an unknown kind'
}
