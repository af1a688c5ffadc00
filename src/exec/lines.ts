import { StringDecoder } from 'node:string_decoder'

/** Longest line that is handed on, in characters; the rest of a longer one is dropped. */
const maxLine = 1024 * 1024

/** Takes the chunks of a stream and hands on its lines. */
export interface LineSplitter {
  write(chunk: Buffer): void
  /** Hands on what came after the last line end. */
  end(): void
}

/**
 * Cuts a byte stream into lines: UTF-8 across chunk borders, `\n`, `\r\n` and a lone `\r` (progress bars) end a line,
 * a line without end is bounded. The line ends are not part of what `onLine` gets.
 */
export function splitLines(onLine: (line: string) => void): LineSplitter {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  let afterReturn = false
  let overlong = false

  const emit = (line: string) => {
    if (!overlong) onLine(line)
    overlong = false
  }
  const add = (text: string) => {
    if (text === '') return
    const parts = (afterReturn && text.startsWith('\n') ? text.slice(1) : text).split(/\r\n|\n|\r/)
    afterReturn = text.endsWith('\r')
    const last = parts.pop() ?? ''
    for (const part of parts) {
      emit(rest + part)
      rest = ''
    }
    if (!overlong) rest += last
    if (rest.length > maxLine) {
      onLine(`${rest.slice(0, maxLine)}…`)
      rest = ''
      overlong = true
    }
  }
  return {
    write: chunk => add(decoder.write(chunk)),
    end: () => {
      add(decoder.end())
      if (rest !== '') emit(rest)
      rest = ''
    },
  }
}
