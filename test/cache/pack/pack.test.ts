import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listMembers } from '../../../src/cache/pack/list.ts'
import type { PackMember } from '../../../src/cache/pack/pack.ts'
import { checkPack, readPackHead } from '../../../src/cache/pack/read.ts'
import { keepableNs } from '../../../src/cache/pack/times.ts'
import { unpack } from '../../../src/cache/pack/unpack.ts'
import { writePack } from '../../../src/cache/pack/write.ts'
import { calm, headWith, packTree, unpackTree } from '../../support/cache/packs.ts'
import { makeTree, scratchDir, treeOf } from '../../support/cache/trees.ts'

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

/** A bit of everything that build directories hold. */
const everything = {
  'release/app': { content: 'ELF', mode: 0o755, mtime: 1_700_000_000.5 },
  'release/app-hash': { same: 'release/app' },
  'release/deps/lib.rlib': { content: 'x'.repeat(3_000_000), mode: 0o640, mtime: 1_700_000_001.25 },
  'release/deps/empty.rmeta': { content: '', mode: 0o444, mtime: 1_700_000_002.125 },
  'release/latest': { link: 'deps/lib.rlib', mtime: 1_700_000_003.75 },
  'names/ä ö\u00a0ü ‮': 'beyond ASCII',
  [`long/${'n'.repeat(120)}/${'m'.repeat(200)}`]: 'longer than a header of tar',
  empty: { dir: true, mode: 0o750, mtime: 1_600_000_000 },
  release: { dir: true, mode: 0o755, mtime: 1_600_000_001.5 },
} as const

describe('a pack', () => {
  it('gives back what went in: bytes, modes, times, links', async () => {
    const dir = scratchDir()
    const from = makeTree(join(dir, 'from'), everything)
    const stats = await packTree(from, join(dir, 'a.pack'))
    expect(await unpackTree(join(dir, 'a.pack'), join(dir, 'to'))).toEqual(stats)
    const given = treeOf(join(dir, 'to'))
    expect(given).toEqual(treeOf(from, keepableNs))
    expect(given['release/app-hash']).toBe('same as release/app')
    expect(readdirSync(dir).sort()).toEqual(['a.pack', 'from', 'to'])
  })

  it('is the same file for the same content, in whatever order it came, and when it is packed again', async () => {
    const dir = scratchDir()
    const from = makeTree(join(dir, 'from'), everything)
    await packTree(from, join(dir, '1.pack'))
    const members = (await listMembers({ dir: from, root: 't' })).reverse()
    const ingredients = { rustc: '1.95.0', target: 'x86_64-linux-musl' }
    await writePack({ path: join(dir, '2.pack'), head: headWith({ ingredients }), members, signal: calm })
    await unpackTree(join(dir, '1.pack'), join(dir, 'to'))
    await packTree(join(dir, 'to'), join(dir, '3.pack'))
    expect(sha256(join(dir, '2.pack'))).toBe(sha256(join(dir, '1.pack')))
    expect(sha256(join(dir, '3.pack'))).toBe(sha256(join(dir, '1.pack')))
  })

  it('tells what it is before anything is unpacked', async () => {
    const dir = scratchDir()
    await packTree(makeTree(join(dir, 'from'), { a: '12345' }), join(dir, 'a.pack'))
    expect(await readPackHead(join(dir, 'a.pack'))).toEqual({ ...headWith(), members: 2, content: 5 })
  })

  it('can be empty', async () => {
    const dir = scratchDir()
    const path = join(dir, 'a.pack')
    const head = headWith()
    expect(await writePack({ path, head, members: [], signal: calm })).toMatchObject({ members: 0, content: 0 })
    expect(await unpackTree(path, join(dir, 'to'))).toMatchObject({ members: 0 })
    expect(existsSync(join(dir, 'to'))).toBe(false)
  })

  it('is opened by tools that everybody has', async ({ skip }) => {
    const dir = scratchDir()
    await packTree(
      makeTree(join(dir, 'from'), { 'a/b': { content: 'text', mtime: 1_700_000_000.5 } }),
      join(dir, 'a.pack'),
    )
    try {
      execFileSync('zstd', ['-q', '-d', '--long=30', join(dir, 'a.pack'), '-o', join(dir, 'a.tar')], { stdio: 'pipe' })
    } catch {
      skip('zstd is not installed')
    }
    expect(execFileSync('tar', ['-xOf', join(dir, 'a.tar'), 't/a/b'], { encoding: 'utf8' })).toBe('text')
    const listed = execFileSync('tar', ['-tvf', join(dir, 'a.tar'), '--full-time'], {
      encoding: 'utf8',
      env: { TZ: 'UTC' },
    })
    expect(listed).toMatch(/0\/0 +4 2023-11-14 22:13:20\.5 +t\/a\/b/)
  })

  it('takes placeholders, several roots, and leaves out what nobody asked for', async () => {
    const dir = scratchDir()
    const path = join(dir, 'a.pack')
    const file = (at: string, text: string): PackMember => ({
      ...{ type: 'file', path: at, from: Buffer.from(text), mode: 0o755, mtimeNs: 1_700_000_000_000_000_000n },
    })
    const members = [file('target/build', '#!/bin/sh\nexit 97\n'), file('registry/a/lib.rs', ''), file('other/x', 'x')]
    await writePack({ path, head: headWith(), members, signal: calm })
    const pack = await checkPack(path, headWith(), calm)
    await unpack({ pack, roots: { target: join(dir, 'w/target'), registry: join(dir, 'r') }, signal: calm })
    expect(readFileSync(join(dir, 'w/target/build'), 'utf8')).toContain('exit 97')
    expect(statSync(join(dir, 'w/target/build'), { bigint: true }).mtimeNs).toBe(1_700_000_000_000_000_000n)
    expect(readdirSync(join(dir, 'r'))).toEqual(['a'])
    expect(readdirSync(dir).sort()).toEqual(['a.pack', 'r', 'w'])
  })

  it('goes over what is there: replaces files of its names, keeps all others and the times of their directories', async () => {
    const dir = scratchDir()
    const to = makeTree(join(dir, 'to'), {
      'deps/placeholder': { content: '', mtime: 5 },
      'deps/kept': { content: 'mine', mtime: 6 },
      said: { dir: true, mtime: 7 },
      deps: { dir: true, mtime: 1_234 },
    })
    const members: PackMember[] = [
      { type: 'file', path: 't/deps/placeholder', from: Buffer.from('bytes'), mode: 0o644, mtimeNs: 9_000_000_000n },
      { type: 'file', path: 't/deps/new/one', from: Buffer.from('1'), mode: 0o644, mtimeNs: 9_000_000_000n },
      { type: 'directory', path: 't/said', mode: 0o755, mtimeNs: 8_000_000_000n },
    ]
    await writePack({ path: join(dir, 'a.pack'), head: headWith(), members, signal: calm })
    await unpackTree(join(dir, 'a.pack'), to)
    expect(readFileSync(join(to, 'deps/placeholder'), 'utf8')).toBe('bytes')
    expect(readFileSync(join(to, 'deps/kept'), 'utf8')).toBe('mine')
    expect(readFileSync(join(to, 'deps/new/one'), 'utf8')).toBe('1')
    expect(statSync(join(to, 'deps')).mtimeMs).toBe(1_234_000)
    expect(statSync(join(to, 'said')).mtimeMs).toBe(8_000)
    expect(readdirSync(dir).sort()).toEqual(['a.pack', 'to'])
  })

  it('does not go through a link that is there, and changes nothing then', async () => {
    const dir = scratchDir()
    const to = makeTree(join(dir, 'to'), { a: 'old' })
    mkdirSync(join(dir, 'elsewhere'))
    symlinkSync(join(dir, 'elsewhere'), join(to, 'deps'))
    await packTree(makeTree(join(dir, 'from'), { a: 'new', 'deps/x': 'x' }), join(dir, 'a.pack'))
    await expect(unpackTree(join(dir, 'a.pack'), to)).rejects.toThrow(/a directory and a file meet/)
    expect(readFileSync(join(to, 'a'), 'utf8')).toBe('old')
    expect(readdirSync(join(dir, 'elsewhere'))).toEqual([])
    expect(readdirSync(dir).sort()).toEqual(['a.pack', 'elsewhere', 'from', 'to'])
  })

  it('holds thousands of files', async () => {
    const dir = scratchDir()
    const members = Array.from({ length: 2_000 }, (_, i): PackMember => {
      const path = `t/${i % 97}/${i}`
      return { type: 'file', path, from: Buffer.from(String(i)), mode: 0o644, mtimeNs: BigInt(i) * 1_000_000_000n }
    })
    await writePack({ path: join(dir, 'a.pack'), head: headWith(), members, signal: calm })
    expect(await unpackTree(join(dir, 'a.pack'), join(dir, 'to'))).toMatchObject({ members: 2_000 })
    expect(readFileSync(join(dir, 'to', String(1_999 % 97), '1999'), 'utf8')).toBe('1999')
    expect(readdirSync(join(dir, 'to'))).toHaveLength(97)
  })
})

describe('writing a pack', () => {
  it('lists sorted, knows hard links, skips what is not wanted and what is no file', async () => {
    const dir = scratchDir()
    makeTree(dir, { 'b/2': 'x', 'a/1': { same: 'b/2' }, 'c/3': { link: '../b/2' }, 'skip/4': '4', 'b/5.tmp': '5' })
    execFileSync('mkfifo', [join(dir, 'b/fifo')])
    const wanted = (path: string, isDirectory: boolean) => !(isDirectory && path === 'skip') && !path.endsWith('.tmp')
    const members = await listMembers({ dir, root: 'r', wanted })
    expect(members.map(m => `${m.type} ${m.path}${'to' in m ? ` -> ${m.to}` : ''}`)).toEqual([
      ...['directory r', 'directory r/a', 'file r/a/1', 'directory r/b', 'hardlink r/b/2 -> r/a/1'],
      ...['directory r/c', 'symlink r/c/3 -> ../b/2'],
    ])
  })

  it.each([
    ['a link out', [{ type: 'symlink', path: 't/a', to: '/etc/passwd', mtimeNs: 0n }], /links out of its root/],
    ['a name with a line', [{ type: 'directory', path: 't/a\nb', mode: 0, mtimeNs: 0n }], /control character/],
    [
      'a file that is not there',
      [{ type: 'file', path: 't/a', from: '/nonexistent', mode: 0, mtimeNs: 0n }],
      /no file/,
    ],
  ] as const)('refuses %s, and leaves nothing', async (_, members, why) => {
    const dir = scratchDir()
    const writing = writePack({ path: join(dir, 'a.pack'), head: headWith(), members, signal: calm })
    await expect(writing).rejects.toThrow(why)
    expect(readdirSync(dir)).toEqual([])
  })

  it('notices a file that changes meanwhile', async () => {
    const dir = scratchDir()
    const file = join(dir, 'growing')
    writeFileSync(file, 'a')
    const members: PackMember[] = [
      // the first one is read when the size of the second is known already
      { type: 'file', path: 't/a', from: join(dir, 'large'), mode: 0o644, mtimeNs: 0n },
      { type: 'file', path: 't/b', from: file, mode: 0o644, mtimeNs: 0n },
    ]
    writeFileSync(join(dir, 'large'), Buffer.alloc(20_000_000, 'abc'))
    const writing = writePack({ path: join(dir, 'a.pack'), head: headWith(), members, signal: calm })
    await new Promise(resolve => setImmediate(resolve))
    writeFileSync(file, 'longer')
    await expect(writing).rejects.toThrow(/changed while it was packed: .*growing/)
    expect(readdirSync(dir).sort()).toEqual(['growing', 'large'])
  })

  it('ends with the run', async () => {
    const dir = scratchDir()
    const stop = new AbortController()
    const from = Buffer.alloc(8_000_000, 'abc')
    const members: PackMember[] = [{ type: 'file', path: 't/a', from, mode: 0o644, mtimeNs: 0n }]
    const writing = writePack({ path: join(dir, 'a.pack'), head: headWith(), members, signal: stop.signal })
    setTimeout(() => stop.abort(), 10)
    await expect(writing).rejects.toMatchObject({ code: 'interrupted' })
    expect(readdirSync(dir)).toEqual([])
  })
})
