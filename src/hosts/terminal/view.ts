/** A task as the views know it. */
export interface TaskState {
  /** What it is for: a target, a download. */
  readonly name: string
  readonly title: string
  /** What is running now and the last thing that it said, one harmless line; the title is shown while it is empty. */
  readonly text: string
  /** Milliseconds on the view's clock. */
  readonly startedMs: number
}

/** How a task ended. */
export interface Ending {
  readonly ok: boolean
  readonly text: string
}

/** Shows what goes on: a live picture on a terminal, plain lines elsewhere. Texts are harmless already. */
export interface View {
  /** A line that stays. */
  line(text: string): void
  begin(task: TaskState): number
  update(id: number, text: string): void
  end(id: number, ending: Ending): void
  /** Leaves the terminal as it was; nothing is shown after it. */
  close(): void
}

/** Where a view writes and what it must know of the place. */
export interface Screen {
  write(text: string): void
  columns(): number
  rows(): number
}
