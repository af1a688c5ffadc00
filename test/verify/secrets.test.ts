import { describe, expect, it } from 'vitest'
import { masked, secretsOf } from '../../src/verify/secrets.ts'

describe('secrets', () => {
  it('are the values of the variables that are named, once each', () => {
    expect(secretsOf(['A', 'A'], { A: ' 0123456789 ' })).toEqual([{ name: 'A', value: '0123456789' }])
    expect(secretsOf([], {})).toEqual([])
  })

  it('that are not there, or could be found by chance, are no check', () => {
    expect(() => secretsOf(['A'], {})).toThrow('the variable A is not set')
    expect(() => secretsOf(['A'], { A: '' })).toThrow('is not set')
    expect(() => secretsOf(['A'], { A: '1234567' })).toThrow('less than 8 characters')
  })

  it('are hidden in every text of plain data, and nothing else changes', () => {
    const secrets = [{ name: 'A', value: 'abcdefgh' }]
    const data = { text: 'x abcdefgh y abcdefgh', list: ['abcdefgh', 1, null], deep: { flag: true, same: 'abc' } }
    expect(masked(data, secrets)).toEqual({
      text: 'x <A> y <A>',
      list: ['<A>', 1, null],
      deep: { flag: true, same: 'abc' },
    })
    expect(masked(data, [])).toBe(data)
  })
})
