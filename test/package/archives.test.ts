import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ArchiveKind, stageArchive } from '../../src/package/archive.ts'
import { layOut } from '../../src/package/layout.ts'
import type { FileMember, Member } from '../../src/package/member.ts'
import { anyPolicy } from '../../src/verify/policies.ts'
import { verifyPaths } from '../../src/verify/verify.ts'
import { specimens } from '../support/specimens.ts'

const kinds: readonly ArchiveKind[] = ['tar.gz', 'tar.zst', 'zip']
const epoch = Date.UTC(2024, 1, 29, 23, 58, 42) / 1000
const signal = new AbortController().signal

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb-archive-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function file(name: string, content: string | Buffer, executable = false): FileMember {
  const path = join(dir, 'in', name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  chmodSync(path, executable ? 0o700 : 0o600)
  return { kind: 'file', name, executable, path, size: statSync(path).size, sha256: null }
}

/** An executable, text in directories, an empty file, a name beyond ASCII, one longer than a tar name field. */
function sample(): Member[] {
  const long = `docs/${'d'.repeat(60)}/${'n'.repeat(90)}.txt`
  const texts = [file('docs/ü.md', 'text\n'.repeat(40_000)), file('empty', ''), file(long, 'deep'), file('docs-1', 'x')]
  return layOut([file('tool', Buffer.alloc(200_000, 'machine code '), true)], texts, null)
}

const stage = (kind: ArchiveKind, members: readonly Member[], more: Partial<Parameters<typeof stageArchive>[0]> = {}) =>
  stageArchive({ kind, path: join(dir, `out.${kind}`), members, epoch, signal, ...more })

const python = `
import sys, io, json, tarfile, zipfile, stat
kind, path = sys.argv[1:]
rows = []
if kind == 'zip':
    z = zipfile.ZipFile(path)
    assert z.testzip() is None
    for i in z.infolist():
        rows.append([i.filename, oct(i.external_attr >> 16), list(i.date_time), i.create_system, i.extra.hex(), bool(i.flag_bits & 0x800), len(z.read(i))])
else:
    t = tarfile.open(path, 'r:*', encoding='utf-8')
    for m in t:
        assert m.pax_headers == {} and t.pax_headers == {}
        data = t.extractfile(m).read() if m.isfile() else b''
        rows.append([m.name + ('/' if m.isdir() else ''), oct(m.mode), m.mtime, [m.uid, m.gid, m.uname, m.gname], len(data)])
print(json.dumps(rows))
`

/** What Python's own readers say of an archive. */
function readBack(kind: ArchiveKind, path: string): unknown[][] {
  const plain = join(dir, 'plain.tar')
  if (kind === 'tar.zst') writeFileSync(plain, zstdDecompressSync(readFileSync(path)))
  const read = kind === 'tar.zst' ? plain : path
  return JSON.parse(execFileSync('python3', ['-c', python, kind, read], { encoding: 'utf8' }))
}

const long = `docs/${'d'.repeat(60)}/`
const names = ['docs-1', 'docs/', long, `${long}${'n'.repeat(90)}.txt`, 'docs/ü.md', 'empty', 'tool']

describe.each(['tar.gz', 'tar.zst'] as const)('%s', kind => {
  it('is ustar with nobody’s name on it, sorted by bytes', async () => {
    const { temporary } = await stage(kind, sample())
    const rows = readBack(kind, temporary)
    expect(rows.map(r => r[0])).toEqual(names)
    expect(rows.map(r => r[1])).toEqual(['0o644', '0o755', '0o755', '0o644', '0o644', '0o644', '0o755'])
    expect(new Set(rows.map(r => JSON.stringify([r[2], r[3]])))).toEqual(
      new Set([JSON.stringify([epoch, [0, 0, '', '']])]),
    )
    expect(rows.map(r => r[4])).toEqual([1, 0, 0, 4, 200_000, 0, 200_000])
  })
})

it('tar.gz has no time and no system in its header', async () => {
  const { temporary } = await stage('tar.gz', sample())
  expect([...readFileSync(temporary).subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
})

it('zip has UTC times, modes of Unix, names in UTF-8 and no extra fields', async () => {
  const { temporary } = await stage('zip', sample())
  const rows = readBack('zip', temporary)
  expect(rows.map(r => r[0])).toEqual(names)
  expect(rows.map(r => r[1])).toEqual([
    ...['0o100644', '0o40755', '0o40755', '0o100644', '0o100644', '0o100644', '0o100755'],
  ])
  expect(new Set(rows.map(r => JSON.stringify(r.slice(2, 6))))).toEqual(
    new Set([JSON.stringify([[2024, 2, 29, 23, 58, 42], 3, '', true])]),
  )
  expect(rows.map(r => r[6])).toEqual([1, 0, 0, 4, 200_000, 0, 200_000])
})

it.each([
  [0, [1980, 1, 1, 0, 0, 0]],
  [253_402_300_799, [2107, 12, 31, 23, 59, 58]],
])('zip says the nearest time that it can: %i', async (seconds, time) => {
  const { temporary } = await stage('zip', sample(), { epoch: seconds })
  expect(readBack('zip', temporary)[0]?.[2]).toEqual(time)
})

describe.each(kinds)('%s', kind => {
  it('is the same bytes wherever, whenever and in whatever order', async () => {
    const first = await stage(kind, sample())
    const before = { umask: process.umask(0o077), TZ: process.env['TZ'], LC_ALL: process.env['LC_ALL'] }
    Object.assign(process.env, { TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8' })
    try {
      const [tool, ...others] = [...sample()].reverse().filter(m => m.kind === 'file')
      const again = await stage(kind, layOut(tool ? [tool] : [], others, null), { path: join(dir, 'b', 'again') })
      expect(again.sha256).toBe(first.sha256)
      expect(readFileSync(again.temporary).equals(readFileSync(first.temporary))).toBe(true)
      expect(again.size).toBe(statSync(again.temporary).size)
      expect(statSync(again.temporary).mode & 0o777).toBe(0o644)
    } finally {
      process.umask(before.umask)
      for (const name of ['TZ', 'LC_ALL'] as const) {
        if (before[name] === undefined) delete process.env[name]
        else process.env[name] = before[name]
      }
    }
  })

  it('is opened and judged by our own verify', async () => {
    const good = specimens.find(s => s.name === 'static')
    if (!good) throw new Error('no specimen')
    const { temporary } = await stage(
      kind,
      layOut([file('hello', good.bytes, true)], [file('LICENSE', 'free')], 'hello-1'),
    )
    const verdict = await verifyPaths([temporary], anyPolicy(), {})
    expect(verdict.files[0]?.payload.map(p => [p.path, p.arch, p.verified])).toEqual([
      [expect.stringContaining('hello-1/hello'), 'x86_64', true],
    ])
    expect(verdict.files[0]?.skipped).toBe(1)
  })

  it.each([
    ['was changed', (m: FileMember) => ({ ...m, sha256: 'f'.repeat(64) })],
    ['has grown', (m: FileMember) => ({ ...m, size: m.size - 1 })],
    ['has shrunk', (m: FileMember) => ({ ...m, size: m.size + 1 })],
    ['is gone', (m: FileMember) => ({ ...m, path: `${m.path}-gone` })],
    ['is a directory now', (m: FileMember) => ({ ...m, path: join(m.path, '..') })],
  ])('leaves nothing behind when a file %s', async (_, change) => {
    const member = change(file('tool', 'x'.repeat(70_000)))
    await expect(stage(kind, [member])).rejects.toMatchObject({ name: 'MemberChanged', member })
    expect(readdirSync(dir)).toEqual(['in'])
  })

  it('leaves nothing behind when it is interrupted', async () => {
    const stopped = AbortSignal.abort()
    await expect(stage(kind, sample(), { signal: stopped })).rejects.toMatchObject({ code: 'interrupted' })
    expect(readdirSync(dir)).toEqual(['in'])
  })
})

it('a tar refuses a name that has no place in it, a zip takes it', async () => {
  const member = { ...file('x', ''), name: `${'a'.repeat(101)}/b/${'n'.repeat(101)}` }
  await expect(stage('tar.gz', [member])).rejects.toMatchObject({
    code: 'bad-input',
    hint: expect.stringMatching(/zip/),
  })
  expect(readBack('zip', (await stage('zip', [member])).temporary)[0]?.[0]).toBe(member.name)
})

it('a zip refuses what needs zip64, a tar what needs more than 11 octal digits', async () => {
  const huge = { ...file('x', ''), size: 2 ** 32 }
  await expect(stage('zip', [huge])).rejects.toMatchObject({
    code: 'bad-input',
    hint: expect.stringMatching(/tar\.gz/),
  })
  await expect(stage('tar.gz', [{ ...huge, size: 8 ** 11 }])).rejects.toMatchObject({ code: 'bad-input' })
})
