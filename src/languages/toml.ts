import { parse, TomlError } from 'smol-toml'
import { BuildError } from '../errors.ts'

/** A table of a TOML file, not yet looked at. */
export type Table = Readonly<Record<string, unknown>>

/**
 * Reads a TOML file.
 * @param file how the error names it
 * @throws BuildError `unreadable-project` with file and line where it is not TOML
 */
export function readToml(file: string, text: string): Table {
  try {
    return parse(text)
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const why = error.message.split('\n')[0]?.replace(/^Invalid TOML document: /, '')
    throw new BuildError('unreadable-project', `${file}:${error.line} is not valid TOML: ${why}`, {
      hint: `Correct line ${error.line} of ${file}.`,
      cause: error,
    })
  }
}

/** The value as a table; an empty one where it is anything else. */
export function tableOf(value: unknown): Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : {}
}

/** The value as a text, or null. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** The texts of an array; none where the value is no array. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(v => typeof v === 'string') : []
}

/**
 * The 1-based line on which a key stands, or null: the parser keeps no positions, and evidence needs one.
 * @param section header as it is written (`[package]`, `[[bin]]`), '' for any; @param key beginning of the line
 */
export function lineOf(text: string, section: string, key: RegExp): number | null {
  let inside = section === ''
  for (const [i, line] of text.split('\n').entries()) {
    const trimmed = line.trim()
    if (section !== '' && trimmed.startsWith('[')) inside = trimmed.replace(/\s*#.*$/, '') === section
    if (inside && key.test(trimmed)) return i + 1
  }
  return null
}

/** A text that matches itself in a regular expression. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
