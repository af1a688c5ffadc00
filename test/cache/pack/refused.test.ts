import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headFrame } from '../../../src/cache/pack/layout.ts'
import { PackProblem } from '../../../src/cache/pack/problem.ts'
import { checkPack } from '../../../src/cache/pack/read.ts'
import { unpack } from '../../../src/cache/pack/unpack.ts'
import { BuildError } from '../../../src/errors.ts'
import {
  calm,
  type Forged,
  flipBit,
  forgePack,
  headWith,
  packTree,
  partsOf,
  seal,
  unpackTree,
} from '../../support/cache/packs.ts'
import { makeTree, scratchDir } from '../../support/cache/trees.ts'

async function realPack(dir: string, content: string | Buffer = 'content'): Promise<string> {
  const path = join(dir, 'a.pack')
  await packTree(makeTree(join(dir, 'from'), { 'a/b': content, c: 'more' }), path)
  return path
}

describe('a pack that is not whole', () => {
  it('is refused wherever it was cut', async () => {
    const dir = scratchDir()
    const path = await realPack(dir)
    const bytes = readFileSync(path)
    for (let length = 0; length < bytes.length; length += 7) {
      writeFileSync(path, bytes.subarray(0, length))
      await expect(checkPack(path, headWith(), calm), String(length)).rejects.toThrow(PackProblem)
    }
  })

  it('is refused whichever bit was turned', async () => {
    const dir = scratchDir()
    const path = await realPack(dir, randomBytes(2000))
    const { size } = partsOf(path)
    await fc.assert(
      fc.asyncProperty(fc.nat(size - 1), async at => {
        flipBit(path, at)
        await expect(checkPack(path, headWith(), calm)).rejects.toThrow(PackProblem)
        flipBit(path, at)
      }),
    )
    expect(await checkPack(path, headWith(), calm)).toMatchObject({ bytes: size })
  })

  it('is refused when something follows it', async () => {
    const dir = scratchDir()
    const path = await realPack(dir)
    truncateSync(path, partsOf(path).size + 100)
    await expect(checkPack(path, headWith(), calm)).rejects.toThrow(/end is missing/)
  })
})

describe('a pack that is another one', () => {
  it.each([
    ['of an older layout', { schema: 0 }, /has the layout 0, and this version reads 1/],
    ['of a later layout', { schema: 2 }, /has the layout 2/],
    ['of another kind', { kind: 'go-build' }, /of kind "go-build"/],
    ['of another key', { key: 'portable-build-rust-hot-job-1-9' }, /says that it is "portable-build-rust-hot-job-1-9"/],
  ] as const)('%s is refused', async (_, head, why) => {
    const dir = scratchDir()
    await packTree(makeTree(join(dir, 'from'), { a: 'b' }), join(dir, 'a.pack'), headWith(head))
    await expect(checkPack(join(dir, 'a.pack'), headWith(), calm)).rejects.toThrow(why)
  })

  it.each([
    ['nothing', ''],
    ['text', 'a line of text that is longer than the start of a pack'],
    ['a gzip file', Buffer.from('1f8b0800000000000003', 'hex')],
    ['a Zstandard file', Buffer.from('28b52ffd0458110000', 'hex')],
    ['another skippable frame', Buffer.from(`502a4d18${'40000000'}${'00'.repeat(64)}`, 'hex')],
  ])('%s is refused', async (_, content) => {
    const path = join(scratchDir(), 'a.pack')
    writeFileSync(path, content)
    await expect(checkPack(path, headWith(), calm)).rejects.toThrow(/is no pack of portable-build/)
  })

  it('with a head that makes no sense is refused', async () => {
    const dir = scratchDir()
    for (const head of [{ members: -1 }, { content: 0.5 }, { ingredients: { a: 1 } }, { key: 7 }, { schema: '1' }]) {
      const path = await forgePack(dir, [], head as never)
      await expect(checkPack(path, headWith(), calm)).rejects.toThrow(/head makes no sense/)
    }
    const empty = headFrame({ ...headWith(), members: 0, content: 0 })
    empty.fill(0xff, 30)
    await expect(checkPack(seal(dir, empty), headWith(), calm)).rejects.toThrow(/head cannot be read/)
  })
})

/** Each with a digest that fits, and everything else as a pack has it. */
const poisoned: readonly (readonly [string, readonly Forged[], RegExp])[] = [
  ['an absolute path', [{ name: '/etc/passwd', content: 'x' }], /absolute path/],
  ['a path that climbs', [{ name: 't/../../x', content: 'x' }], /climbs/],
  ['a path that climbs into itself', [{ name: 't/a/../b', content: 'x' }], /climbs/],
  ['a dot', [{ name: 't/./b', content: 'x' }], /climbs/],
  ['an empty part', [{ name: 't//b', content: 'x' }], /climbs/],
  ['a control character', [{ name: 't/a\u001b[2Jb', content: 'x' }], /control character/],
  ['a line break', [{ name: 't/a\nb', content: 'x' }], /control character/],
  ['a name that is no text', [{ name: 't/\uFFFD', content: 'x' }], /no UTF-8/],
  [
    'a name twice',
    [
      { name: 't/a', content: 'x' },
      { name: 't/a', content: 'y' },
    ],
    /comes twice/,
  ],
  ['a name that no disk takes', [{ name: `t/${'n'.repeat(256)}`, content: 'x' }], /too long/],
  ['a device', [{ name: 't/null', type: 'character-device', devmajor: 1, devminor: 3 }], /is a character-device/],
  ['a disk', [{ name: 't/sda', type: 'block-device' }], /is a block-device/],
  ['a fifo', [{ name: 't/pipe', type: 'fifo' }], /is a fifo/],
  ['a link to an absolute path', [{ name: 't/l', type: 'symlink', linkname: '/etc' }], /links out of its root/],
  ['a link that climbs out', [{ name: 't/a/l', type: 'symlink', linkname: '../../x' }], /links out of its root/],
  ['a link to another root', [{ name: 't/l', type: 'symlink', linkname: '../u/x' }], /links out of its root/],
  ['a root that is a link', [{ name: 't', type: 'symlink', linkname: 'u' }], /links out of its root/],
  [
    'a file below a link',
    [
      { name: 't/l', type: 'symlink', linkname: 'd' },
      { name: 't/d', type: 'directory' },
      { name: 't/l/x', content: 'x' },
    ],
    /lies below what is no directory/,
  ],
  [
    'a file below a link that comes later',
    [
      { name: 't/l/x', content: 'x' },
      { name: 't/l', type: 'symlink', linkname: '/tmp' },
    ],
    /links out of its root/,
  ],
  [
    'a link through another link',
    [
      { name: 't/d', type: 'directory' },
      { name: 't/up', type: 'symlink', linkname: 'd/..' },
      { name: 't/out', type: 'symlink', linkname: 'up/../x' },
    ],
    /links out of its root/,
  ],
  [
    'a file below a file',
    [
      { name: 't/f', content: 'x' },
      { name: 't/f/x', content: 'x' },
    ],
    /lies below|cannot be read/,
  ],
  ['a hard link to outside', [{ name: 't/l', type: 'link', linkname: '/etc/passwd' }], /is no file of its root/],
  ['a hard link that climbs', [{ name: 't/l', type: 'link', linkname: 't/../../x' }], /is no file of its root/],
  [
    'a hard link through a link',
    [
      { name: 't/s', type: 'symlink', linkname: 'd' },
      { name: 't/l', type: 'link', linkname: 't/s/x' },
    ],
    /is no file of its root/,
  ],
  [
    'a hard link into another root',
    [
      { name: 'u/f', content: 'x' },
      { name: 't/l', type: 'link', linkname: 'u/f' },
    ],
    /is no file of its root/,
  ],
]

describe('a poisoned pack', () => {
  it.each(poisoned)('with %s leaves nothing, inside or outside', async (_, members, why) => {
    const dir = scratchDir()
    const path = await forgePack(dir, [{ name: 't/harmless', content: 'first' }, ...members])
    mkdirSync(join(dir, 'work'))
    await expect(unpackTree(path, join(dir, 'work/to'))).rejects.toThrow(why)
    expect(readdirSync(dir).sort()).toEqual(['forged.pack', 'work'])
    expect(readdirSync(join(dir, 'work'))).toEqual([])
  })

  it('is not believed about its size', async () => {
    const dir = scratchDir()
    const members = [{ name: 't/a', content: 'x'.repeat(1000) }, { name: 't/b' }]
    for (const lie of [{ content: 999 }, { members: 1 }, { content: 1001 }, { members: 3 }]) {
      await expect(unpackTree(await forgePack(dir, members, lie), join(dir, 'to'))).rejects.toThrow(/than it says/)
    }
    const huge = await forgePack(dir, members, { content: 200e6 })
    await expect(unpackTree(huge, join(dir, 'to'))).rejects.toThrow(/more than 200 times its size/)
    const many = await forgePack(dir, members, { members: 20_000 })
    await expect(unpackTree(many, join(dir, 'to'))).rejects.toThrow(/more members than bytes/)
    expect(existsSync(join(dir, 'to'))).toBe(false)
  })

  it('gives nobody more rights than files have', async () => {
    const dir = scratchDir()
    const path = await forgePack(dir, [{ name: 't/suid', content: 'x', mode: 0o6755, uid: 0 }])
    await unpackTree(path, join(dir, 'to'))
    expect(statSync(join(dir, 'to/suid')).mode & 0o7777).toBe(0o755)
  })
})

describe('unpacking', () => {
  it('ends with the run, and leaves nothing', async () => {
    const dir = scratchDir()
    const path = await realPack(dir, randomBytes(4_000_000))
    const stop = new AbortController()
    const pack = await checkPack(path, headWith(), calm)
    const unpacking = unpack({ pack, roots: { t: join(dir, 'to') }, signal: stop.signal })
    setTimeout(() => stop.abort(), 5)
    await expect(unpacking).rejects.toMatchObject({ code: 'interrupted' })
    expect(readdirSync(dir).sort()).toEqual(['a.pack', 'from'])
  })

  it('removes what a killed run has left, and nothing of one that goes on', async () => {
    const dir = scratchDir()
    const path = await realPack(dir)
    for (const name of ['.to.1-dead.pb-tmp', '.to.2-alive.pb-tmp'])
      mkdirSync(join(dir, name, 'new'), { recursive: true })
    utimesSync(join(dir, '.to.1-dead.pb-tmp'), 1e9, 1e9)
    await unpackTree(path, join(dir, 'to'))
    expect(readdirSync(dir).sort()).toEqual(['.to.2-alive.pb-tmp', 'a.pack', 'from', 'to'])
  })

  it('says so where nothing can be written', async () => {
    const dir = scratchDir()
    const path = await realPack(dir)
    const unpacking = unpackTree(path, '/proc/self/nowhere/to')
    await expect(unpacking).rejects.toBeInstanceOf(BuildError)
    await expect(unpacking).rejects.toMatchObject({ code: 'cannot-write' })
  })
})
