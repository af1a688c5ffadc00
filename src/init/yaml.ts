/** Words that YAML 1.1 or 1.2 reads as something else than a text. */
const notTexts = /^(true|false|yes|no|on|off|null|y|n)$/i

/** A text as a YAML value on one line; quoted where it would be read as something else (`2.10` is the number 2.1). */
export function scalar(text: string): string {
  const isPlain = /^[A-Za-z./_][\w./,+=$-]*( [\w./,+=$-]+)*$/.test(text) && !notTexts.test(text)
  if (isPlain) return text
  return /[^\x20-\x7e]/.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`
}

/** Lines moved to the right; empty ones stay empty. */
export function indent(lines: readonly string[], columns: number): string[] {
  return lines.map(line => (line === '' ? '' : ' '.repeat(columns) + line))
}
