/** Programs whose output is read for the one line that matters. */
export type SpokenTool = 'nuitka' | 'pyinstaller' | 'pip'

/** The lines that say why, by tool; the first pattern that any line fits decides, and its last line is taken. */
const reasons: Readonly<Record<SpokenTool, readonly RegExp[]>> = {
  nuitka: [
    /^FATAL: (?!Failed unexpectedly)(.+)/,
    /^(.*\berror: .+)/,
    /^(?:Nuitka[\w:-]*|Nuitka-Scons):\s*(?:FATAL|ERROR):?\s*(.+)/,
    /^((?:[A-Z]\w*Error|SyntaxError|ModuleNotFoundError)\b.*)/,
    /^FATAL: (.+)/,
  ],
  pip: [/^ERROR: (.+)/, /^error: (.+)/],
  pyinstaller: [/^\d+ ERROR: (.+)/, /^ERROR: (.+)/, /^((?:[\w.]*Error|SystemExit)\b: .+)/],
}

/** Why a tool failed, in its own words; null when it does not say. Pure. */
export function reasonOf(tool: SpokenTool, lines: readonly string[]): string | null {
  for (const pattern of reasons[tool]) {
    const found = lines.map(line => pattern.exec(line.trim())?.[1]).findLast(text => text !== undefined)
    if (found !== undefined) return found.trim().slice(0, 300)
  }
  return null
}

/** What a step of ours says of its failure: `portable-build: error[no-wheel]: …`. */
const own = /^portable-build: error\[([a-z-]+)\]: (.+)$/

/** The code and text with which one of our own scripts ended, or null. Pure. */
export function ownError(lines: readonly string[]): { readonly code: string; readonly text: string } | null {
  for (const line of lines.toReversed()) {
    const [, code, text] = own.exec(line) ?? []
    if (code !== undefined && text !== undefined) return { code, text }
  }
  return null
}

/** Signs that a command or a child of its was ended because memory ran out. */
const outOfMemory = /\b(?:Killed|out of memory|Cannot allocate memory|MemoryError|std::bad_alloc|Error -9)\b/i

/** Whether a failure is one of too little memory. Pure. */
export function ranOutOfMemory(
  ended: { readonly code: number | null; readonly signal: string | null },
  lines: readonly string[],
): boolean {
  return ended.signal === 'SIGKILL' || ended.code === 137 || lines.some(line => outOfMemory.test(line))
}
