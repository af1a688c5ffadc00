import { nearest } from '../nearest.ts'
import { type InputName, type InputRow, inputTable } from './table.ts'

/** A value, or what is wrong with it (a clause that follows the input's name). */
export type Read = { readonly value: unknown } | { readonly problem: string }

const truths: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  '1': true,
  false: false,
  no: false,
  '0': false,
}

/** Reads a text as the kind of an input; an empty text is an input that was not given (CI hosts pass those). */
export function readValue(name: InputName, text: string): Read {
  const row: InputRow = inputTable[name]
  const given = text.trim() === '' ? (row.default ?? '') : text
  return readers[row.kind](given, row)
}

const readers: Readonly<Record<InputRow['kind'], (text: string, row: InputRow) => Read>> = {
  text: (text, row) => {
    const value = text.trim()
    if (/[\n\r\0]/.test(value)) return { problem: 'must be one line' }
    if (value !== '' && row.pattern !== undefined && !new RegExp(row.pattern).test(value)) {
      return { problem: `is ${JSON.stringify(value)}, not ${row.accepts ?? row.pattern}` }
    }
    return { value: value === '' && row.default === undefined ? null : value }
  },
  script: text =>
    text.includes('\0') ? { problem: 'holds a NUL character' } : { value: text.trim() === '' ? null : text },
  list: text => ({
    value: text
      .split(/[,\n]/)
      .map(part => part.trim())
      .filter(part => part !== ''),
  }),
  words: splitWords,
  switch: text => {
    const value = truths[text.trim().toLowerCase()]
    return value === undefined ? { problem: `is ${JSON.stringify(text)}, not true or false` } : { value }
  },
  choice: (text, row) => {
    const value = text.trim()
    if (value === '') return { value: null }
    const choices = row.choices ?? []
    if (choices.includes(value)) return { value }
    const guess = nearest(value, choices)
    return {
      problem: `is ${JSON.stringify(value)}; ${guess ? `did you mean ${guess}?` : `it can be ${choices.join(', ')}`}`,
    }
  },
  map: text => {
    const value: Record<string, string> = {}
    for (const line of text.split('\n').map(l => l.trim())) {
      if (line === '' || line.startsWith('#')) continue
      const at = line.indexOf('=')
      const key = at < 0 ? line : line.slice(0, at).trim()
      if (key === '') return { problem: `has a line without a name: ${JSON.stringify(line)}` }
      if (Object.hasOwn(value, key)) return { problem: `says ${key} twice` }
      Object.defineProperty(value, key, {
        value: at < 0 ? '' : line.slice(at + 1),
        enumerable: true,
        configurable: true,
      })
    }
    return { value }
  },
}

/**
 * Splits a line as a POSIX shell would split words, without expanding anything: single and double quotes, backslash.
 * Source: POSIX.1-2024 Shell Command Language, 2.2 Quoting.
 */
function splitWords(text: string): Read {
  const words: string[] = []
  let word: string | null = null
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? ''
    if (/\s/.test(c)) {
      if (word !== null) words.push(word)
      word = null
    } else if (c === "'" || c === '"') {
      const end = closing(text, i)
      if (end < 0) return { problem: `has a ${c} that is not closed` }
      word = (word ?? '') + unquote(text.slice(i + 1, end), c)
      i = end
    } else if (c === '\\') {
      if (++i >= text.length) return { problem: 'ends in a backslash' }
      if (text[i] !== '\n') word = (word ?? '') + text[i]
    } else word = (word ?? '') + c
  }
  if (word !== null) words.push(word)
  return { value: words }
}

function closing(text: string, open: number): number {
  const quote = text[open]
  for (let i = open + 1; i < text.length; i++) {
    if (quote === '"' && text[i] === '\\') i++
    else if (text[i] === quote) return i
  }
  return -1
}

function unquote(text: string, quote: string): string {
  return quote === "'" ? text : text.replace(/\\([$`"\\])/g, '$1').replace(/\\\n/g, '')
}
