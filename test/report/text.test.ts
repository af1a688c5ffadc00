import { describe, expect, it } from 'vitest'
import { count, displayWidth, humanAge, humanSize, humanTime, pad, shorten } from '../../src/report/text.ts'

describe('texts for people', () => {
  it('measures what a terminal shows', () => {
    expect(displayWidth('abc')).toBe(3)
    expect(displayWidth('\u001b[1mabc\u001b[0m')).toBe(3)
    expect(displayWidth('日本')).toBe(4)
    expect(displayWidth('e\u0301')).toBe(1)
    expect(displayWidth('🦀')).toBe(2)
  })

  it('cuts by columns and says so', () => {
    expect(shorten('hello', 5)).toBe('hello')
    expect(shorten('hello!', 5)).toBe('hell…')
    expect(shorten('日本語', 4)).toBe('日…')
    expect(shorten('abc', 0)).toBe('')
  })

  it('fills to either side', () => {
    expect(pad('ab', 4)).toBe('ab  ')
    expect(pad('ab', 4, 'left')).toBe('  ab')
  })

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [41_234, '41.2 kB'],
    [999_950, '1.0 MB'],
    [123_456_789, '123 MB'],
  ])('writes %i bytes as %s', (bytes, text) => expect(humanSize(bytes)).toBe(text))

  it.each([
    [400, '0.4s'],
    [9_940, '9.9s'],
    [12_300, '12s'],
    [59_700, '1m00s'],
    [185_000, '3m05s'],
    [3_720_000, '1h02m'],
  ])('writes %i ms as %s', (ms, text) => expect(humanTime(ms)).toBe(text))

  it('counts', () => {
    expect([count(1, 'file'), count(2, 'file')]).toEqual(['1 file', '2 files'])
  })
})

describe('words for people', () => {
  it.each([
    [1, 'file', '1 file'],
    [2, 'entry', '2 entries'],
    [0, 'key', '0 keys'],
  ])('%d of %s is %s', (n, noun, text) => {
    expect(count(n, noun)).toBe(text)
  })

  it.each([
    [0, 'just now'],
    [59_999, 'just now'],
    [60_000, '1 min ago'],
    [3_600_000, '1 h ago'],
    [47 * 3_600_000, '47 h ago'],
    [48 * 3_600_000, '2 days ago'],
  ])('%d ms is %s', (ms, text) => {
    expect(humanAge(ms)).toBe(text)
  })
})
