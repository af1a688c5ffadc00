import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandLine, disarmed, harmlessLine, maskLine } from '../../../src/hosts/github/commands.ts'
import { LineReader, parseCommand } from '../../support/runner/commands.ts'

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('::', '##[', ']', '%0A', '%', ',', ':', '\n', '\r', 'set-env', ' ', '\x1b[2J', '\u2028'), {
      maxLength: 12,
    })
    .map(parts => parts.join('')),
)

describe('a workflow command', () => {
  it('escapes as the runner reads it', () => {
    expect(
      commandLine('error', { file: 'a,b:c%.c', line: 3, col: null, title: 'x\ny' }, '50%\nof\r\n::set-output::'),
    ).toBe('::error file=a%2Cb%3Ac%25.c,line=3,title=x\\x0ay::50%25%0Aof%0A::set-output::')
  })

  it('is one line that the runner takes for one command, whatever is in it', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, text) => {
        const line = commandLine('warning', { title, file: text }, text)
        expect(line).not.toMatch(/[\n\r]/)
        const command = parseCommand(line, null)
        expect(command?.name).toBe('warning')
        expect(Object.keys(command?.properties ?? {}).every(k => ['title', 'file'].includes(k))).toBe(true)
        expect(command?.value ?? '').not.toMatch(/[\x00-\x08\x0b-\x1f\x7f]/)
      }),
    )
  })
})

describe('a mask', () => {
  it('is the secret to the byte, on one line', () => {
    const reader = new LineReader(new Set())
    for (const line of [maskLine('50%\r\nof %0A, a:b'), 'she said 50%\r', 'of %0A, a:b']) reader.take(line)
    expect(reader.shown).toEqual(['she said ***', '***']) // each line of a secret is one
    fc.assert(
      fc.property(hostile, secret => {
        const line = maskLine(secret)
        expect(line).not.toMatch(/[\n\r]/)
        expect(parseCommand(line, null)).toEqual({ name: 'add-mask', properties: {}, value: secret })
      }),
    )
  })
})

describe('a line of foreign text', () => {
  it('is never a command, and stays readable', () => {
    expect(harmlessLine('::set-output name=x::y')).toBe('\\::set-output name=x::y')
    expect(harmlessLine('\t ::add-path::/x')).toBe('\t \\::add-path::/x')
    expect(harmlessLine('see ##[error]this')).toBe('see ##\\[error]this')
    expect(harmlessLine('std::vector ::iterator')).toBe('std::vector ::iterator')
    expect(disarmed('\x1b[1m::debug::x')).toBe('\x1b[1m\\::debug::x')
    fc.assert(fc.property(hostile, text => parseCommand(harmlessLine(text.replaceAll('\n', ' ')), null) === null))
  })
})

describe('the runner of the tests', () => {
  it('takes no command between the marks, and masks what it was told', () => {
    const reader = new LineReader(new Set())
    for (const line of [
      ...['::add-mask::hunter22', 'the word is hunter22', '::stop-commands::abc', '::set-env name=PATH::/evil'],
      ...['::error::no', '::abc::', '##[set-output name=a;b=c]yes', '::unknown::stays'],
    ]) {
      reader.take(line)
    }
    expect(reader.commands.map(c => c.name)).toEqual(['add-mask', 'stop-commands', 'set-output'])
    expect(reader.shown).toEqual(['the word is ***', '::set-env name=PATH::/evil', '::error::no', '::unknown::stays'])
  })
})
