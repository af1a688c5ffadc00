import { describe, expect, it } from 'vitest'
import { styleFor, wantsColor } from '../../src/report/style.ts'

describe('colours', () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ TERM: 'dumb' }, true, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, false, true],
  ])('with %j on a terminal (%s): %s', (env, terminal, wanted) => {
    expect(wantsColor(env, terminal)).toBe(wanted)
  })

  it('are no part of a text where none are wanted', () => {
    expect(styleFor(false).red('x')).toBe('x')
    expect(styleFor(true).green('x')).toBe('\u001b[32mx\u001b[39m')
  })
})
