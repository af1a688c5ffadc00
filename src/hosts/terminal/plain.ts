import type { Style } from '../../report/style.ts'
import { humanTime } from '../../report/text.ts'
import { endLine } from './frame.ts'
import type { Screen, TaskState, View } from './view.ts'

/** How often a task that says nothing shows that it is alive: CI services end a job that is silent for minutes. */
const heartbeatMs = 30_000

/** A view for logs: a line when a task begins and ends, and a sign of life every 30 s. Lines are never cut. */
export function plainView(screen: Pick<Screen, 'write'>, style: Style, clock: () => number): View {
  const tasks = new Map<number, { state: TaskState; timer: NodeJS.Timeout }>()
  let next = 0
  const line = (text: string) => screen.write(`${text}\n`)
  const beat = (id: number) => {
    const state = tasks.get(id)?.state
    if (!state) return
    line(`… ${state.name}  ${humanTime(clock() - state.startedMs)}  ${state.text || state.title}`)
  }
  const stop = (id: number) => {
    clearInterval(tasks.get(id)?.timer)
    tasks.delete(id)
  }
  return {
    line,
    begin(state) {
      const id = next++
      line(`  ${[state.name, state.title, state.text].filter(t => t !== '').join('  ')}`)
      tasks.set(id, { state, timer: setInterval(beat, heartbeatMs, id).unref() })
      return id
    },
    update(id, text) {
      const task = tasks.get(id)
      if (task) task.state = { ...task.state, text }
    },
    end(id, ending) {
      const task = tasks.get(id)
      if (!task) return
      stop(id)
      line(endLine(task.state, ending, [], Number.POSITIVE_INFINITY, clock(), style))
    },
    close() {
      for (const id of tasks.keys()) stop(id)
    },
  }
}
