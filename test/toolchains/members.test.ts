import { posix } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BuildError } from '../../src/errors.ts'
import { type Member, makeGate } from '../../src/toolchains/members.ts'

function place(...members: Member[]): (string | null)[] {
  const gate = makeGate('a.tar.xz', 'zig/')
  const placed = members.map(m => gate.place(m))
  gate.finish()
  return placed
}

const file = (name: string): Member => ({ name, kind: 'file' })
const link = (name: string, detail: string): Member => ({ name, kind: 'link', detail })
const unsafe = (why: string) =>
  expect.objectContaining({ code: 'unsafe-archive', message: expect.stringContaining(why) })

describe('members of an archive', () => {
  it('lose the directory of the archive, and what is beside it is left out', () => {
    expect(place(file('zig/lib/a.h'), file('./zig/zig'), file('zig.dist-info/RECORD'), file('zigzag/x'))).toEqual([
      'lib/a.h',
      'zig',
      null,
      null,
    ])
  })

  it('may be links inside', () => {
    expect(
      place(file('zig/lib/a'), link('zig/lib/b', 'a'), link('zig/c', './lib/a'), link('zig/lib/d', '../zig')),
    ).toEqual(['lib/a', 'lib/b', 'c', 'lib/d'])
  })

  it.each<[string, Member[], string]>([
    ['an absolute path', [file('/etc/passwd')], 'absolute'],
    ['a drive', [file('c:/windows')], 'absolute'],
    ['a way up', [file('zig/../../etc/passwd')], 'climbs'],
    ['a way up outside the root too', [file('../x')], 'climbs'],
    ['a backslash', [file('zig\\..\\x')], 'backslash'],
    ['a line break', [file('zig/a\nb')], 'control character'],
    ['a device', [{ name: 'zig/null', kind: 'other', detail: 'a character-device' }], 'character-device'],
    ['an absolute link', [link('zig/a', '/etc')], 'links out'],
    ['a link out', [link('zig/a/b', '../../x')], 'links out'],
    ['an empty link', [link('zig/a', '')], 'links out'],
    ['a link through a link', [link('zig/d/x', '..'), link('zig/y', 'd/x/..')], 'links out'],
    ['a file below a link', [link('zig/a', 'b'), file('zig/a/x')], 'below a link'],
    ['a link that is a file too', [link('zig/a', 'b'), file('zig/a')], 'both'],
  ])('may not be %s', (_, members, why) => {
    expect(() => place(...members)).toThrow(unsafe(why))
  })

  it('are never placed outside, whatever their names', () => {
    const part = fc.constantFrom('..', '.', '', 'a', 'zig', '/', '\\', '\0', 'b')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), parts => {
        try {
          const [path] = place(file(`zig/${parts.join('/')}`))
          if (path == null) return
          const normal = posix.normalize(path)
          expect(posix.isAbsolute(normal) || normal.startsWith('..')).toBe(false)
        } catch (error) {
          expect(error).toBeInstanceOf(BuildError)
        }
      }),
      { numRuns: 500 },
    )
  })
})
