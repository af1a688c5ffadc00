import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parse, stringify, type TomlTable } from 'smol-toml'
import { describe, expect, it } from 'vitest'
import { rustRecipe } from '../../../src/cache/rust/recipe.ts'
import { factsOf, files } from './recipe/project.ts'

const example = (name: string) => readFileSync(`examples/rust/${name}`, 'utf8')
const projects: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a workspace': files,
  'the example': { 'Cargo.toml': example('Cargo.toml'), 'Cargo.lock': example('Cargo.lock') },
}

type Next = (n: number) => number

function mixed<T>(values: readonly T[], next: Next): T[] {
  const placed = values.map(value => ({ value, at: next(1 << 20) }))
  return placed.sort((a, b) => a.at - b.at).map(p => p.value)
}

/** A table with its keys, and tables of a list, in another order, all the way down. */
function shuffled(table: TomlTable, next: Next): TomlTable {
  const isTable = (v: unknown): v is TomlTable =>
    typeof v === 'object' && v !== null && !Array.isArray(v) && !(v instanceof Date)
  const entries = mixed(Object.entries(table), next).map(([key, value]): [string, TomlTable[string]] => {
    if (Array.isArray(value) && value.every(isTable)) return [key, mixed(value, next).map(t => shuffled(t, next))]
    return [key, isTable(value) ? shuffled(value, next) : value]
  })
  return Object.fromEntries(entries)
}

/** The same document as somebody else would write it. */
function rewritten(text: string, next: Next): string {
  const lines = stringify(shuffled(parse(text), next)).split('\n')
  const extras = ['', '# a comment', '\t', '#[dependencies]']
  return lines
    .flatMap(line => (next(3) === 0 ? [extras[next(extras.length)] ?? '', line] : [line]))
    .join(next(2) ? '\n' : '\r\n')
}

describe('the recipe', () => {
  it.each(Object.entries(projects))('of %s does not depend on how its files are written', (_, texts) => {
    const before = rustRecipe(factsOf(texts))
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), stream => {
        const next = (n: number) => (stream.next().value ?? 0) % n
        const other = Object.entries(texts).map(([path, text]): [string, string] => [path, rewritten(text, next)])
        expect(rustRecipe(factsOf(Object.fromEntries(mixed(other, next))))).toEqual(before)
      }),
      { numRuns: 150 },
    )
  })
})
