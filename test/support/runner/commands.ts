/** A command that an action gave the runner by a line of output. */
export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly value: string
}

/** Commands that the runner knows; other lines of that shape are output. Source: actions/runner, ActionCommandManager.cs. */
const known = new Set([
  ...['add-mask', 'add-matcher', 'add-path', 'debug', 'echo', 'endgroup', 'error', 'group', 'notice'],
  ...['remove-matcher', 'save-state', 'set-env', 'set-output', 'stop-commands', 'warning'],
])

/** `::name key=value,…::value` at the start of a line, or the older `##[name key=value;…]value` anywhere in it. */
export function parseCommand(line: string, also: string | null): Command | null {
  const split = splitSecond(line.trimStart()) ?? splitFirst(line)
  if (split === null) return null
  const { info, value, escapes } = split
  const [name = '', ...rest] = info.split(' ')
  if (!known.has(name.toLowerCase()) && name !== also) return null
  const pairs = rest
    .join(' ')
    .split(escapes.separator)
    .flatMap(part => {
      const at = part.indexOf('=')
      return at < 1 ? [] : [[part.slice(0, at).trim(), decode(part.slice(at + 1), escapes.properties)] as const]
    })
  return { name, properties: Object.fromEntries(pairs), value: decode(value, escapes.text) }
}

interface Split {
  readonly info: string
  readonly value: string
  readonly escapes: {
    readonly separator: string
    readonly text: readonly string[]
    readonly properties: readonly string[]
  }
}

/** The percent sign last: what it gives is not looked at again. */
const second = {
  separator: ',',
  text: ['%0D', '%0A', '%25'],
  properties: ['%0D', '%0A', '%3A', '%2C', '%25'],
} as const
const first = { separator: ';', text: ['%3B', '%0D', '%0A', '%5D'], properties: ['%3B', '%0D', '%0A', '%5D'] } as const

const decode = (text: string, escapes: readonly string[]) =>
  escapes.reduce((rest, written) => rest.replaceAll(written, decodeURIComponent(written)), text)

function splitSecond(line: string): Split | null {
  const end = line.indexOf('::', 2)
  return line.startsWith('::') && end > 0
    ? { info: line.slice(2, end), value: line.slice(end + 2), escapes: second }
    : null
}

function splitFirst(line: string): Split | null {
  const [start, end] = [line.indexOf('##['), line.indexOf(']')]
  return start >= 0 && end > start
    ? { info: line.slice(start + 3, end), value: line.slice(end + 1), escapes: first }
    : null
}

/** The pairs of a command file: `name=value` lines, and `name<<DELIMITER` with lines up to the delimiter. */
export function parsePairs(text: string): Record<string, string> {
  const pairs: Record<string, string> = {}
  const lines = text.split('\n')
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (line === '') continue
    const equals = line.indexOf('=')
    const heredoc = line.indexOf('<<')
    if (heredoc > 0 && (equals < 0 || heredoc < equals)) {
      const delimiter = line.slice(heredoc + 2)
      const end = lines.indexOf(delimiter, i + 1)
      if (delimiter === '' || end < 0) throw new Error(`no end of ${line}`)
      pairs[line.slice(0, heredoc)] = lines.slice(i + 1, end).join('\n')
      i = end
    } else if (equals > 0) pairs[line.slice(0, equals)] = line.slice(equals + 1)
    else throw new Error(`neither name=value nor name<<delimiter: ${line}`)
  }
  return pairs
}

/** What the runner makes of the lines of a step: commands carried out, the rest shown with its secrets masked. */
export class LineReader {
  /** Commands that were carried out, in order. */
  readonly commands: Command[] = []
  /** What the log shows. */
  readonly shown: string[] = []
  readonly #masks: Set<string>
  #stopped: string | null = null

  constructor(masks: Set<string>) {
    this.#masks = masks
  }

  /** Whether commands are taken at the moment. */
  get takesCommands(): boolean {
    return this.#stopped === null
  }

  take(line: string): void {
    const command = parseCommand(line, this.#stopped)
    if (this.#stopped !== null) {
      if (command?.name === this.#stopped) this.#stopped = null
      else this.#show(line)
      return
    }
    if (command === null) this.#show(line)
    else this.#carryOut(command)
  }

  #carryOut(command: Command): void {
    this.commands.push(command)
    if (command.name === 'stop-commands') this.#stop(command.value)
    else if (command.name === 'add-mask') this.#mask(command.value)
    else if (['error', 'warning', 'notice', 'group'].includes(command.name)) {
      this.#show(`##[${command.name}]${command.value}`)
    }
  }

  #stop(token: string): void {
    if (token === '' || token === 'pause-logging' || known.has(token)) throw new Error(`an unsafe token: ${token}`)
    this.#stopped = token
  }

  /** Each line of a secret is one, too. */
  #mask(value: string): void {
    for (const line of [value, ...value.split('\n')]) if (line.trim() !== '') this.#masks.add(line)
  }

  #show(line: string): void {
    this.shown.push([...this.#masks].reduce((text, mask) => text.replaceAll(mask, '***'), line))
  }
}
