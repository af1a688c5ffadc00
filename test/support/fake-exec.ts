import type { Command, Exec, Outcome } from '../../src/exec.ts'

/** What a pretended command does: prints, exits; missing parts are those of a silent success. */
export type FakeOutcome = Partial<Outcome>

/** Answers one command; null: not this one. */
export type FakeAnswer = (command: Command) => FakeOutcome | null

/** An `Exec` that starts nothing: it records the commands and answers from a script. */
export interface FakeExec {
  readonly exec: Exec
  readonly commands: Command[]
}

/**
 * Makes an `Exec` for tests. The first answer that is not null counts; its output goes through `onLine` as well.
 * A command that none answers is a mistake of the test and throws.
 */
export function fakeExec(...answers: readonly FakeAnswer[]): FakeExec {
  const commands: Command[] = []
  const exec: Exec = async command => {
    commands.push(command)
    for (const answer of answers) {
      const said = answer(command)
      if (said === null) continue
      const outcome = { code: 0, signal: null, stdout: '', stderr: '', ms: 1, timedOut: false, ...said }
      for (const stream of ['stdout', 'stderr'] as const) {
        for (const line of outcome[stream].split('\n')) if (line !== '') command.onLine?.(line, stream)
      }
      return outcome
    }
    throw new Error(`the test has no answer for ${JSON.stringify(command.argv)}`)
  }
  return { exec, commands }
}

/** Answers commands whose argv starts with these words. */
export function when(words: readonly string[], outcome: FakeOutcome): FakeAnswer {
  return command => (words.every((word, i) => command.argv[i] === word) ? outcome : null)
}
