import { describe, expect, it } from 'vitest'
import { flagsOf } from '../../src/cli/commands.ts'
import { spellSwitches } from '../../src/cli/words.ts'

const spell = (line: string) => spellSwitches(line.split(' '), flagsOf('build')).join(' ')

describe('switches', () => {
  it.each([
    ['--locked', '--locked=true'],
    ['--no-locked', '--locked=false'],
    ['--locked false .', '--locked=false .'],
    ['--workspace crates/x', '--workspace=true crates/x'],
    ['--locked=false', '--locked=false'],
    ['--no-default-features', '--no-default-features=true'],
    ['--no-no-default-features', '--no-default-features=false'],
    ['--bin a --no-strip', '--bin=a --strip=false'],
    ['-- --locked', '-- --locked'],
    ['--args --locked', '--args=--locked'],
  ])('%s is %s', (written, spelled) => expect(spell(written)).toBe(spelled))

  it('do not swallow a flag as the value of another', () => {
    expect(() => spell('--targets --libc musl')).toThrow('--targets needs a value, but --libc follows')
    expect(() => spell('--targets')).toThrow('--targets needs a value')
  })
})
