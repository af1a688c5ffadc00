import type { Trouble } from '../../cache/patience.ts'
import { plainLine } from '../../exec/plain.ts'

/** What became of saving an entry. */
export type Saving =
  | { readonly kind: 'saved' }
  /** Another run was first, or this run may not. */
  | { readonly kind: 'exists' | 'denied'; readonly why: string }
  | Trouble

/**
 * What `@actions/cache` says when it has not saved. It throws nothing and returns -1 for all of this (the first protocol:
 * an id, even when the upload has failed), and the line for people takes every refusal for a key that exists; the
 * service's own words are in a line of debugging.
 */
const complaints: readonly RegExp[] = [
  /^Failed to reserve cache: (?:Error: )?(.*)/,
  /^Failed to save: (.*)/,
  /^(Cache save skipped: .*)/,
]

/** The first that fits a complaint says what it means. */
const meanings: readonly { readonly kind: 'exists' | 'denied'; readonly pattern: RegExp }[] = [
  { kind: 'denied', pattern: /cache write denied|cache-mode '[a-z-]+' does not permit writes/i },
  { kind: 'exists', pattern: /\(409\)|already[ _]exist/i },
]

/** What the service owes next, by lines that the client has written. */
const steps: readonly { readonly pattern: RegExp; readonly next: NextStep }[] = [
  { pattern: /^Reserving Cache$/, next: 'answer' },
  { pattern: /^(Attempting to upload cache|Saving Cache \(ID)/, next: 'transfer' },
  { pattern: /^Sent \d+ of/, next: 'progress' },
  { pattern: /^(\[Request\] FinalizeCacheEntryUpload|Commiting cache)/, next: 'answer' },
]

/** `answer`: of a call. `progress`: more bytes than before. `transfer`: something within the time for all of it. */
export type NextStep = 'answer' | 'progress' | 'transfer'

/** A line that tells what comes next: `said` is the same again where nothing has happened since. Null for others. Pure. */
export function stepOf(line: string): { readonly next: NextStep; readonly said: string } | null {
  const { text } = read(line)
  for (const { pattern, next } of steps) {
    const said = pattern.exec(text)?.[0]
    if (said !== undefined) return { next, said }
  }
  return null
}

/**
 * What became of it, from what the client wrote and how its process ended. Pure.
 * @param code exit status: 0 when it had an id to return
 */
export function savingOf(lines: readonly string[], code: number | null): Saving {
  const said = lines.map(read)
  const found = complaints.flatMap(c => said.flatMap(({ text }) => c.exec(text)?.[1] ?? []))[0]
  if (code === 0 && found === undefined) return { kind: 'saved' }
  const alarm = said.findLast(({ command }) => command === 'warning' || command === 'error')?.text
  const why = reason(found ?? alarm ?? said.findLast(({ text }) => text !== '')?.text ?? 'its client ended')
  const known = meanings.find(m => m.pattern.test(why))
  return { kind: known?.kind ?? 'trouble', why }
}

interface Said {
  /** `debug`, `warning`, …; empty for a line of the log. */
  readonly command: string
  readonly text: string
}

/** A workflow command or a plain line. Source: `@actions/core`, command.ts. */
function read(line: string): Said {
  const [, command = '', text = ''] = /^::([a-z-]+)(?: [^:]*)?::(.*)$/.exec(line) ?? []
  if (command === '') return { command, text: line }
  return { command, text: text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%') }
}

/** One line without what opens an upload. */
function reason(text: string): string {
  const line = plainLine(text.split('\n', 1)[0] ?? '').replaceAll(/https?:\/\/\S+/g, '<address>')
  return line.length > 300 ? `${line.slice(0, 300)}…` : line
}
