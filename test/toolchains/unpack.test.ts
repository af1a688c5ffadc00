import { execFileSync } from 'node:child_process'
import { existsSync, lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { type Header, pack } from 'tar-stream'
import { describe, expect, it } from 'vitest'
import { spawnCommand } from '../../src/exec/spawn.ts'
import { unpack } from '../../src/toolchains/unpack.ts'
import { pathWith, scratch } from './fixture.ts'
import { type ZipMember, zipOf } from './zip.ts'

const runner = { exec: spawnCommand, env: { PATH: process.env['PATH'] ?? '' }, signal: new AbortController().signal }

function zip(members: readonly ZipMember[]): string {
  const path = join(scratch(), 'a.whl')
  writeFileSync(path, zipOf(members))
  return path
}

const python = execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).trim()

async function tarXz(members: readonly (Partial<Header> & { name: string; content?: string })[]): Promise<string> {
  const path = join(scratch(), 'a.tar.xz')
  const tar = pack()
  for (const { content, ...header } of members) tar.entry(header, content ?? '')
  tar.finalize()
  const compress = 'import lzma, sys; open(sys.argv[1], "wb").write(lzma.compress(sys.stdin.buffer.read()))'
  execFileSync(python, ['-c', compress, path], { input: await buffer(tar) })
  return path
}

async function unpacked(path: string, root = 'zig/', using = runner): Promise<string> {
  const to = join(scratch(), 'fresh')
  await unpack({ path, name: path.endsWith('.whl') ? 'a.whl' : 'a.tar.xz', root }, to, using)
  return to
}

const mode = (path: string) => statSync(path).mode & 0o7777

describe('a wheel', () => {
  it('is unpacked with content and permissions', async () => {
    const big = 'x'.repeat(3_000_000)
    const to = await unpacked(
      zip([
        ['zig/zig', 0o104755, '#!/bin/sh\n'],
        ['zig/lib/big', 0o100666, big],
        ['zig/empty', 0, ''],
        ['other', 0o100644, 'x'],
      ]),
    )
    expect(readdirSync(to).sort()).toEqual(['empty', 'lib', 'zig'])
    expect(readFileSync(join(to, 'lib/big'), 'utf8')).toBe(big)
    expect([mode(join(to, 'zig')), mode(join(to, 'lib/big'))]).toEqual([0o755, 0o644])
  })

  it.each<[string, [string, number, string]]>([
    ['climbs', ['zig/../../evil', 0o100644, 'x']],
    ['has an absolute path', ['/tmp/pb-evil', 0o100644, 'x']],
    ['has a link', ['zig/link', 0o120777, '/etc']],
    ['has a device', ['zig/null', 0o020666, '']],
  ])('that %s is refused', async (_, member) => {
    await expect(unpacked(zip([member]))).rejects.toMatchObject({ code: 'unsafe-archive' })
    expect(existsSync('/tmp/pb-evil')).toBe(false)
  })

  it('with one name twice is refused', async () => {
    const twice = zip([
      ['zig/a', 0o100644, 'x'],
      ['zig/a', 0o100644, 'y'],
    ])
    await expect(unpacked(twice)).rejects.toMatchObject({ code: expect.stringMatching(/unsafe-archive/) })
  })

  it('that is cut or damaged is refused', async () => {
    const path = zip([['zig/a', 0o100644, 'abc'.repeat(10_000)]])
    const bytes = readFileSync(path)
    writeFileSync(path, bytes.subarray(0, bytes.length - 30))
    await expect(unpacked(path)).rejects.toMatchObject({ code: 'unsafe-archive' })
    const damaged = Buffer.from(bytes)
    damaged.fill(0, 40, 50)
    writeFileSync(path, damaged)
    await expect(unpacked(path)).rejects.toMatchObject({ code: 'unsafe-archive' })
  })
})

describe('a tar.xz archive', () => {
  it('is unpacked with links', async () => {
    const to = await unpacked(
      await tarXz([
        { name: 'zig/', type: 'directory' },
        { name: 'zig/zig', mode: 0o6755, content: 'tool' },
        { name: 'zig/alias', type: 'symlink', linkname: 'zig' },
        { name: 'README', content: 'outside' },
      ]),
    )
    expect(readdirSync(to).sort()).toEqual(['alias', 'zig'])
    expect(readFileSync(join(to, 'alias'), 'utf8')).toBe('tool')
    expect(lstatSync(join(to, 'alias')).isSymbolicLink()).toBe(true)
    expect(mode(join(to, 'zig'))).toBe(0o755)
  })

  it('is unpacked without xz, by python3', async () => {
    const env = { PATH: pathWith({ python3: `#!/bin/sh\nexec ${python} "$@"\n` }) }
    const to = await unpacked(await tarXz([{ name: 'zig/zig', content: 'tool' }]), 'zig/', { ...runner, env })
    expect(readFileSync(join(to, 'zig'), 'utf8')).toBe('tool')
  })

  it('says what to install where neither xz nor python3 is', async () => {
    const path = await tarXz([{ name: 'zig/zig', content: 'tool' }])
    const env = { PATH: pathWith({}) }
    await expect(unpacked(path, 'zig/', { ...runner, env })).rejects.toMatchObject({
      code: 'tool-missing',
      hint: expect.stringContaining('xz-utils'),
    })
  })

  it.each<[string, Partial<Header> & { name: string }]>([
    ['climbs', { name: 'zig/../../evil' }],
    ['links out', { name: 'zig/a', type: 'symlink', linkname: '../..' }],
    ['has a hard link', { name: 'zig/a', type: 'link', linkname: '/etc/passwd' }],
    ['has a device', { name: 'zig/a', type: 'character-device' }],
  ])('that %s is refused', async (_, header) => {
    await expect(unpacked(await tarXz([header]))).rejects.toMatchObject({ code: 'unsafe-archive' })
  })

  it('that is cut is refused', async () => {
    const path = await tarXz([{ name: 'zig/zig', content: 'tool'.repeat(1000) }])
    writeFileSync(path, readFileSync(path).subarray(0, 100))
    await expect(unpacked(path)).rejects.toMatchObject({ code: 'unsafe-archive' })
  })
})
