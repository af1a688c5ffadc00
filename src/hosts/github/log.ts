import { plainLine } from '../../exec/plain.ts'
import type { Log, Output, Task } from '../../host.ts'
import type { Style } from '../../report/style.ts'
import { count, humanTime } from '../../report/text.ts'
import { commandLine, disarmed, harmlessLine, maskLine } from './commands.ts'

/** What a log needs from its place. */
export interface LogSurroundings {
  /** Takes a line, without its end. */
  readonly write: (line: string) => void
  readonly style: Style
  /** Milliseconds. */
  readonly clock: () => number
  /** A word that no tool can guess: ends the region in which the runner takes no commands. */
  readonly token: () => string
  /** Details are printed; else they are seen when the workflow runs with debug logging. */
  readonly verbose: boolean
}

/** The log of a step on GitHub. */
export interface GithubLog extends Log {
  /** Lines whose colours are ours and whose texts are harmless already: a table, a verdict. */
  print(text: string): void
  /** What may have a file and a line: shown in the log and on the page of the run. */
  annotate(severity: 'error' | 'warning' | 'notice', message: string, at?: Where): void
  /** The runner shows `***` for this text from now on. */
  mask(secret: string): void
  /** What is written while `work` goes on, be it by the runner's own clients, is a group that can be opened. */
  within<T>(title: string, work: () => Promise<T>): Promise<T>
  /** Nothing is said after it. */
  close(): void
}

/** Where an annotation points. */
interface Where {
  readonly title?: string
  /** Relative to the workspace. */
  readonly file?: string | undefined
  readonly line?: number | undefined
  readonly column?: number | null | undefined
}

/** A task tells what it is at no more often, ms; and then only what is new. */
const tellMs = 10_000

/**
 * The log of a step on GitHub: what a tool says is a group in which the runner takes no commands, and which is closed
 * before anything of ours is said; a task is a line when it begins, when it ends, and at most every ten seconds.
 */
export function makeGithubLog(surroundings: LogSurroundings): GithubLog {
  const { write, style, verbose } = surroundings
  let open: ToolGroup | null = null
  const tasks = new Set<ToldTask>()
  const say = (line: string) => {
    open?.close()
    write(disarmed(line))
  }
  const sayAll = (text: string) => {
    for (const line of text.split('\n')) say(plainLine(line))
  }
  const issue = (name: string, where: Where | undefined, text: string) => {
    open?.close()
    const { title, file, line, column } = where ?? {}
    write(commandLine(name, { file, line, col: column, title }, text))
  }
  const timer = setInterval(() => {
    // while a tool is talking, that is the sign of life
    if (!open?.isOpen()) for (const task of tasks) task.tell()
  }, tellMs).unref()

  return {
    info: sayAll,
    warn: (text, hint) => issue('warning', undefined, withHint(text, hint)),
    error: (text, hint) => issue('error', undefined, withHint(text, hint)),
    detail: text => (verbose ? sayAll(text) : issue('debug', undefined, text)),
    print: text => {
      for (const line of text.split('\n')) say(line)
    },
    annotate: (severity, message, where) => issue(severity, where, message),
    mask(secret) {
      open?.close()
      write(maskLine(secret))
    },
    async within(title, work) {
      issue('group', undefined, title)
      try {
        return await work()
      } finally {
        issue('endgroup', undefined, '')
      }
    },
    task(name, title) {
      const task = new ToldTask(plainLine(name), plainLine(title), { say, style, clock: surroundings.clock })
      tasks.add(task)
      return task.port(() => tasks.delete(task))
    },
    output(title): Output {
      open?.close()
      const group = new ToolGroup(title, surroundings)
      open = group
      return {
        line: text => group.line(text),
        end() {
          group.close()
          if (open === group) open = null
        },
      }
    },
    close() {
      clearInterval(timer)
      open?.close()
      open = null
    },
  }
}

function withHint(text: string, hint: string | undefined): string {
  return hint ? `${text}\n${hint}` : text
}

/** What one tool says; a group that is opened by the first line, so that a silent tool leaves none. */
class ToolGroup {
  readonly #title: string
  readonly #to: LogSurroundings
  #token: string | null = null
  #told = 0

  constructor(title: string, to: LogSurroundings) {
    this.#title = title
    this.#to = to
  }

  isOpen(): boolean {
    return this.#token !== null
  }

  line(text: string): void {
    if (this.#token === null) {
      this.#token = this.#to.token()
      const again = this.#told > 0 ? ` (after ${count(this.#told, 'line')})` : ''
      this.#to.write(commandLine('group', {}, `${this.#title}${again}`))
      this.#to.write(`::stop-commands::${this.#token}`)
    }
    this.#told++
    this.#to.write(harmlessLine(text))
  }

  close(): void {
    if (this.#token === null) return
    this.#to.write(`::${this.#token}::`)
    this.#to.write('::endgroup::')
    this.#token = null
  }
}

/** A task as lines. */
class ToldTask {
  readonly #name: string
  readonly #title: string
  readonly #to: { say(line: string): void; style: Style; clock(): number }
  readonly #startedMs: number
  #told: string
  #text: string

  constructor(name: string, title: string, to: { say(line: string): void; style: Style; clock(): number }) {
    this.#name = name
    this.#title = title
    this.#to = to
    this.#startedMs = to.clock()
    this.#text = title
    this.#told = title
    to.say(`  ${to.style.bold(name)}  ${title}`)
  }

  /** Says what is going on, if that is news. */
  tell(): void {
    if (this.#text === this.#told) return
    this.#told = this.#text
    this.#to.say(`… ${this.#line(this.#text)}`)
  }

  port(forget: () => void): Task {
    const end = (mark: string, text: string) => {
      forget()
      this.#to.say(`${mark} ${this.#line(plainLine(text))}`)
    }
    const { style } = this.#to
    return {
      update: text => {
        this.#text = plainLine(text.split('\n').at(-1) ?? '') || this.#title
      },
      done: text => end(style.green('✓'), text),
      fail: text => end(style.red('✗'), text),
    }
  }

  #line(text: string): string {
    const { style, clock } = this.#to
    return `${style.bold(this.#name)}  ${style.dim(humanTime(clock() - this.#startedMs))}  ${text}`
  }
}
