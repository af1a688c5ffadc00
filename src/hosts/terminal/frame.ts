import type { Style } from '../../report/style.ts'
import { count, displayWidth, humanTime, pad, shorten } from '../../report/text.ts'
import type { Ending, TaskState } from './view.ts'

/** What a frame is drawn for. */
export interface FrameSize {
  readonly columns: number
  readonly rows: number
}

const spinner = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const spinMs = 100
/** Names are aligned up to this width; a longer one moves the rest of its own line only. */
const nameColumns = 32

/**
 * The live picture: one line per running task (spinner, name, elapsed, step, last line of its tool), never wider or
 * higher than the terminal. @param now milliseconds on the clock that the tasks were started by
 */
export function frame(tasks: readonly TaskState[], size: FrameSize, now: number, style: Style): string[] {
  const room = Math.max(1, size.rows - 2)
  const shown = tasks.length > room ? tasks.slice(0, room - 1) : tasks
  const names = nameWidth(tasks)
  const spin = style.cyan(spinner[Math.floor(now / spinMs) % spinner.length] ?? '')
  const lines = shown.map(t => `${spin} ${taskLine(t, names, humanTime(now - t.startedMs), size.columns - 3, style)}`)
  const hidden = tasks.length - shown.length
  return hidden > 0 ? [...lines, style.dim(`  and ${count(hidden, 'more task')}`)] : lines
}

/** The line that stays when a task has ended, aligned with the tasks that ran beside it. */
export function endLine(
  task: TaskState,
  ending: Ending,
  beside: readonly TaskState[],
  columns: number,
  now: number,
  style: Style,
): string {
  const mark = ending.ok ? style.green('✓') : style.red('✗')
  const names = nameWidth([task, ...beside])
  const ended = { ...task, text: ending.text }
  return `${mark} ${taskLine(ended, names, humanTime(now - task.startedMs), columns - 3, style)}`
}

function taskLine(task: TaskState, names: number, time: string, columns: number, style: Style): string {
  const head = `${pad(task.name, names)}  ${pad(time, 5, 'left')}`
  if (displayWidth(head) + 3 > columns) return shorten(head, columns)
  return `${style.bold(pad(task.name, names))}  ${style.dim(pad(time, 5, 'left'))}  ${shorten(task.text || task.title, columns - displayWidth(head) - 2)}`
}

function nameWidth(tasks: readonly TaskState[]): number {
  return Math.min(nameColumns, Math.max(0, ...tasks.map(t => displayWidth(t.name))))
}
