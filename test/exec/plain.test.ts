import { describe, expect, it } from 'vitest'
import { plainLine } from '../../src/exec/plain.ts'

describe('plainLine', () => {
  it.each([
    ['colours', '\x1b[1;31merror\x1b[0m: no', 'error: no'],
    ['a window title', '\x1b]0;owned\x07text', 'text'],
    ['a hyperlink', '\x1b]8;;https://example.com\x1b\\text\x1b]8;;\x1b\\', 'text'],
    ['erase and cursor movements', 'a\x1b[2K\x1b[1Ab', 'ab'],
    ['a lone escape', 'a\x1b', 'a\\x1b'],
    ['a bell, a null, DEL and C1', 'a\x07\x00\x7f\x85', 'a\\x07\\x00\\x7f\\x85'],
    ['text turned right to left', 'gpj.\u202eexe', 'gpj.\\u202eexe'],
    ['other alphabets stay', 'größe 漢字 😀\tx', 'größe 漢字 😀\tx'],
  ])('%s', (_, line, plain) => expect(plainLine(line)).toBe(plain))
})
