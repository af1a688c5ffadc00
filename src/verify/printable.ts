/** What is shown as it is: almost every text, and told faster than by what is not. */
const plain = /^[ -~]*$/

/**
 * Text from a file, safe to show: control, formatting and undecodable characters escaped, at most `most` characters.
 * Bidirectional marks are among them: they could make a verdict read as another one.
 */
export function printable(text: string, most: number): string {
  return text.length <= most && plain.test(text) ? text : escaped(text, most)
}

function escaped(text: string, most: number): string {
  // The rest of a very long text is not even looked at.
  const shown = text
    .slice(0, most + 1)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffd]/gu, c => `\\u{${c.codePointAt(0)?.toString(16)}}`)
  return shown.length <= most ? shown : `${shown.slice(0, most - 1)}…`
}
