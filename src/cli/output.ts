import { BuildError } from '../errors.ts'
import { type Style, styleFor, wantsColor } from '../report/style.ts'

/** Where a command prints; stdout carries the answer alone. */
export interface Output {
  /** Colours of stdout. */
  readonly style: Style
  /** Columns of stdout; without a terminal nothing is cut. */
  readonly columns: number
  /** A text of the answer; a line end is added. */
  print(text: string): void
  /** A JSON document as the answer. */
  json(value: unknown): void
  /** Waits until all of it is written. @throws BuildError `cannot-write` when stdout did not take it */
  flush(): Promise<void>
}

/** Colours of stderr, where errors go. */
export function errorStyle(): Style {
  return styleFor(wantsColor(process.env, process.stderr.isTTY))
}

/** The process's own stdout. A reader that has seen enough (`| head`) is no error; a full disk behind it is one. */
export function standardOutput(stdout: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Output {
  let failure: Error | null = null
  stdout.on('error', error => {
    failure ??= error
  })
  const print = (text: string) => void stdout.write(`${text}\n`)
  return {
    style: styleFor(wantsColor(env, stdout.isTTY)),
    columns: stdout.isTTY ? stdout.columns || 80 : Number.POSITIVE_INFINITY,
    print,
    json: value => print(JSON.stringify(value, null, 2)),
    async flush() {
      await new Promise(resolve => stdout.write('', resolve))
      const code = failure && 'code' in failure ? failure.code : null
      if (failure && code !== 'EPIPE') {
        throw new BuildError('cannot-write', `the answer could not be written to stdout (${code ?? failure})`, {
          hint: 'Check where stdout goes: a full disk or a closed file.',
        })
      }
    },
  }
}
