import { describe, expect, it } from 'vitest'
import { count, displayWidth, humanSize, humanTime, pad, shorten } from '../../src/report/text.ts'

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
