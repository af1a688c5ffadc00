import { plainLine } from '../../exec/plain.ts'
import type { Log, Task } from '../../host.ts'
import type { Style } from '../../report/style.ts'
import type { TaskState, View } from './view.ts'

/** How much a person wants to see. */
export interface Loudness {
  /** Errors only. */
  readonly quiet: boolean
  /** The tools' output too. */
  readonly verbose: boolean
}

const silent: Task = { update() {}, done() {}, fail() {} }

/** A log that makes every text harmless and shows it through a view. @param clock milliseconds, as the view's */
export function makeLog(view: View, loudness: Loudness, style: Style, clock: () => number): Log {
  const say = (word: string, text: string, hint?: string) => {
    const [first = '', ...more] = text.split('\n').map(plainLine)
    const lines = [`${word}${first}`, ...more.map(l => `  ${l}`)]
    if (hint) lines.push(`  ${style.cyan('help')}: ${plainLine(hint)}`)
    view.line(lines.join('\n'))
  }
  return {
    info: text => void (loudness.quiet || say('', text)),
    warn: (text, hint) => void (loudness.quiet || say(`${style.yellow('warning')}: `, text, hint)),
    error: (text, hint) => say(`${style.red('error')}: `, text, hint),
    detail: text => void (loudness.verbose && say(style.dim('  '), text)),
    task(name, title) {
      if (loudness.quiet) return silent
      return viewedTask(view, { name: plainLine(name), title: plainLine(title), text: '', startedMs: clock() })
    },
    output: () => ({ line: text => void (loudness.verbose && say(style.dim('  '), text)), end() {} }),
  }
}

function viewedTask(view: View, state: TaskState): Task {
  const id = view.begin(state)
  return {
    update: text => view.update(id, plainLine(text.split('\n').at(-1) ?? '')),
    done: text => view.end(id, { ok: true, text: plainLine(text) }),
    fail: text => view.end(id, { ok: false, text: plainLine(text) }),
  }
}
