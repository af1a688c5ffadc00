import { plainLine } from '../../exec/plain.ts'
import type { Log, Output } from '../../host.ts'
import type { Style } from '../../report/style.ts'
import { count } from '../../report/text.ts'
import { type Loudness, makeLog } from '../terminal/log.ts'
import { plainView } from '../terminal/plain.ts'

/** What a log needs from its place. */
export interface LogSurroundings extends Loudness {
  readonly write: (text: string) => void
  readonly style: Style
  /** Milliseconds. */
  readonly clock: () => number
  /** Seconds since 1970: GitLab shows how long a section took. */
  readonly time: () => number
  /** Takes out what nobody may read. */
  readonly masked: (text: string) => string
}

/** The log of a job on GitLab. */
export interface GitlabLog extends Log {
  /** Nothing is said after it. */
  close(): void
}

/**
 * The log of a job on GitLab: lines that stay, never one that is renewed; what a tool says is a section that can be opened, closed before
 * anything of ours is said. Sections are told by control characters, of which nothing foreign has any left.
 * Source: https://docs.gitlab.com/ci/jobs/job_logs/#custom-collapsible-sections
 */
export function makeGitlabLog(surroundings: LogSurroundings): GitlabLog {
  const { style, clock, masked, time } = surroundings
  const write = (text: string) => surroundings.write(masked(text))
  let open: Section | null = null
  let sections = 0
  const view = plainView(
    {
      write(text) {
        open?.close()
        write(text)
      },
    },
    style,
    clock,
  )
  return {
    ...makeLog(view, surroundings, style, clock),
    output(title): Output {
      open?.close()
      const section = new Section(plainLine(title), () => `portable_build_${++sections}`, write, time)
      open = section
      return {
        line: text => section.line(text),
        end() {
          section.close()
          if (open === section) open = null
        },
      }
    },
    close() {
      open?.close()
      view.close()
    },
  }
}

/** What one tool says, collapsed; opened by the first line, so that a silent tool leaves none. */
class Section {
  readonly #title: string
  readonly #nextName: () => string
  readonly #write: (text: string) => void
  readonly #time: () => number
  #name: string | null = null
  #told = 0

  constructor(title: string, nextName: () => string, write: (text: string) => void, time: () => number) {
    this.#title = title
    this.#nextName = nextName
    this.#write = write
    this.#time = time
  }

  line(text: string): void {
    if (this.#name === null) {
      this.#name = this.#nextName()
      const again = this.#told > 0 ? ` (after ${count(this.#told, 'line')})` : ''
      this.#write(`\x1b[0Ksection_start:${this.#time()}:${this.#name}[collapsed=true]\r\x1b[0K${this.#title}${again}\n`)
    }
    this.#told++
    this.#write(`${plainLine(text)}\n`)
  }

  close(): void {
    if (this.#name === null) return
    this.#write(`\x1b[0Ksection_end:${this.#time()}:${this.#name}\r\x1b[0K\n`)
    this.#name = null
  }
}
