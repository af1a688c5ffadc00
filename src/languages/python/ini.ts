/** Sections of an INI file by name; values of several lines are joined by line ends. */
export type Ini = Readonly<Record<string, Readonly<Record<string, string>>>>

/**
 * Reads a `setup.cfg` as Python's configparser does, as far as projects use it: sections, `key = value`, lines that go on by
 * their indentation, comments that are lines of their own. What is none of these is left out. Pure.
 */
export function readIni(text: string): Ini {
  const sections: Record<string, Record<string, string>> = {}
  let section: Record<string, string> = {}
  let key: string | null = null
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*([#;]|$)/.test(line)) continue
    const header = /^\[([^\]]+)\]/.exec(line)
    const pair = /^([^\s=:][^=:]*?)\s*[=:]\s*(.*)$/.exec(line)
    if (header) {
      section = sections[header[1]?.trim() ?? ''] ??= {}
      key = null
    } else if (/^\s/.test(line) && key !== null) {
      section[key] = `${section[key] ?? ''}\n${line.trim()}`
    } else if (pair) {
      key = pair[1]?.toLowerCase() ?? ''
      section[key] = pair[2] ?? ''
    }
  }
  return sections
}

/** The lines of a value that has several. */
export const linesOf = (value: string | undefined): string[] =>
  (value ?? '').split('\n').flatMap(line => (line.trim() === '' ? [] : [line.trim()]))
