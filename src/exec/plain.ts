/** Colours, cursor movements, titles and hyperlinks: ECMA-48 CSI and OSC sequences and the two-byte escapes. */
const sequences =
  /\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-Z\\^-~]|\x9b[0-?]*[ -/]*[@-~]/g
/** C0 without tab, DEL, C1, and the marks that turn or hide text (bidirectional controls, zero width). */
const controls = /[\x00-\x08\x0a-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/** One line of a tool's output as harmless text: escape sequences dropped, other control characters written `\x1b`. */
export function plainLine(line: string): string {
  return line.replace(sequences, '').replace(controls, escapeControl).trimEnd()
}

function escapeControl(char: string): string {
  const code = char.charCodeAt(0)
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`
}
