import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { digestSources, isBelow } from '../../../src/cache/result/sources.ts'

let root = ''
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'pb-sources-')))
  mkdirSync(join(root, 'src'))
  writeFileSync(join(root, 'src/main.c'), 'int main(void) { return 0; }\n')
  writeFileSync(join(root, 'Makefile'), 'all:\n')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const live = new AbortController().signal
const digest = (skip = '') => digestSources(root, path => path === skip, live)

describe('the digest of the sources', () => {
  it.each<[string, () => void]>([
    ['a byte', () => writeFileSync(join(root, 'src/main.c'), 'int main(void) { return 1; }\n')],
    ['a new file, ignored by git or not', () => writeFileSync(join(root, 'src/generated.h'), '')],
    ['a file that is gone', () => rmSync(join(root, 'Makefile'))],
    ['an exec bit', () => chmodSync(join(root, 'Makefile'), 0o755)],
    [
      'a link instead of a file',
      () => {
        rmSync(join(root, 'Makefile'))
        symlinkSync('src/main.c', join(root, 'Makefile'))
      },
    ],
  ])('changes with %s', async (_, change) => {
    const before = await digest()
    change()
    expect(await digest()).not.toEqual(before)
  })

  it('is the same for other times, for what version control keeps, and for what is skipped', async () => {
    const before = await digest(join(root, 'dist'))
    utimesSync(join(root, 'Makefile'), 1, 1)
    for (const name of ['.git', 'dist', '.portable-build']) {
      mkdirSync(join(root, name))
      writeFileSync(join(root, name, 'x'), 'x')
    }
    expect(await digest(join(root, 'dist'))).toEqual(before)
  })

  it('cannot be said when a link leads out', async () => {
    symlinkSync('/usr/include', join(root, 'src/include'))
    expect(await digest()).toEqual({ why: 'src/include is a link to elsewhere' })
  })

  it('is given up for a directory that is more than sources', async () => {
    expect(await digestSources(root, () => false, live, { files: 1, bytes: 1 << 20 })).toEqual({
      why: 'there are more than 1 files',
    })
    expect(await digestSources(root, () => false, live, { files: 9, bytes: 8 })).toEqual({
      why: expect.stringContaining('MiB'),
    })
  })

  it('ends when the run is interrupted', async () => {
    await expect(digestSources(root, () => false, AbortSignal.abort())).rejects.toMatchObject({ code: 'interrupted' })
  })
})

it.each<[string, string, boolean]>([
  ['/r', '/r', true],
  ['/r', '/r/a', true],
  ['/r', '/r/..a', true],
  ['/r', '/ra', false],
  ['/r/a', '/r', false],
])('%s holds %s: %s', (root, path, expected) => {
  expect(isBelow(root, path)).toBe(expected)
})
