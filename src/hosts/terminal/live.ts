import type { Style } from '../../report/style.ts'
import { endLine, frame } from './frame.ts'
import type { Screen, TaskState, View } from './view.ts'

const hideCursor = '\x1b[?25l'
const showCursor = '\x1b[?25h'
const clearBelow = '\x1b[J'
const clearRight = '\x1b[K'
const drawMs = 100

/** A view that renews its lines in place; each picture is one write, so that it does not flicker. */
export function liveView(screen: Screen, style: Style, clock: () => number): View {
  const tasks = new Map<number, TaskState>()
  /** The tasks since nothing ran: their lines are aligned. */
  const seen: TaskState[] = []
  let next = 0
  let height = 0
  let timer: NodeJS.Timeout | null = null
  let closed = false

  /** Writes lines that stay above a new picture. */
  const draw = (staying: readonly string[] = []) => {
    if (closed) return
    const size = { columns: screen.columns(), rows: screen.rows() }
    const lines = frame([...tasks.values()], size, clock(), style)
    const up = height > 0 ? `\x1b[${height}A\r` : ''
    const text = [...staying, ...lines].map(l => `${l}${clearRight}\n`).join('')
    screen.write(`${up}${text}${clearBelow}`)
    height = lines.length
  }
  const animate = () => {
    if (tasks.size === 0) {
      if (timer) {
        clearInterval(timer)
        screen.write(showCursor)
      }
      timer = null
    } else if (!timer) {
      screen.write(hideCursor)
      timer = setInterval(draw, drawMs).unref()
    }
  }
  return {
    line(text) {
      draw(text.split('\n'))
    },
    begin(task) {
      if (tasks.size === 0) seen.length = 0
      seen.push(task)
      tasks.set(next, task)
      animate()
      draw()
      return next++
    },
    update(id, text) {
      const task = tasks.get(id)
      if (task) tasks.set(id, { ...task, text })
    },
    end(id, ending) {
      const task = tasks.get(id)
      if (!task) return
      tasks.delete(id)
      draw([endLine(task, ending, seen, screen.columns(), clock(), style)])
      animate()
    },
    close() {
      if (closed) return
      tasks.clear()
      draw()
      animate()
      closed = true
    },
  }
}
