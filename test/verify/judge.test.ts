import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verdictSchema } from '../../src/report/schema.ts'
import { finding } from '../../src/verify/findings.ts'
import { judgeFile } from '../../src/verify/judge.ts'
import { withFindings } from '../../src/verify/outcome.ts'
import { anyPolicy } from '../../src/verify/policies.ts'
import { writeElf } from '../support/elf-writer.ts'
import { unprivileged } from '../support/unprivileged.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'judge-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const file = (name: string, bytes: Buffer | string, mode = 0o755) => {
  const path = join(dir, name)
  writeFileSync(path, bytes, { mode })
  return path
}
const judge = (path: string, forbiddenPaths: string[] = []) => judgeFile(path, anyPolicy(), { forbiddenPaths })
const program = writeElf({
  ...{ type: 3, flags1: 0x08000000, bindNow: true, interpreter: '/lib64/ld-linux-x86-64.so.2' },
  needed: ['libz.so.1', 'libc.so.6'],
  imports: [{ name: 'getrandom', version: ['libc.so.6', 'GLIBC_2.25'] }],
}).bytes

describe('a file that is fine', () => {
  it('is reported whole, in the shape of the published schema', async () => {
    const report = await judge(file('tool', program))
    expect(report).toMatchObject({
      sha256: createHash('sha256').update(program).digest('hex'),
      size: program.length,
      arch: 'x86_64',
      linkage: 'dynamic-glibc',
      needed: ['libz.so.1', 'libc.so.6'],
      floor: { glibc: '2.25', musl: null },
      explanations: [{ version: 'GLIBC_2.25', library: 'libc.so.6', symbols: ['getrandom'] }],
      findings: [],
      verified: true,
    })
    expect(report.runsOn).toContain('Debian 10+ with libz.so.1')
    const policy = { ...anyPolicy(), linkage: null, allowLibraries: ['*'] }
    expect(() => verdictSchema.parse({ schema: 1, files: [report], policy, verified: true })).not.toThrow()
  })

  it('gives equal bytes twice', async () => {
    const path = file('tool', program)
    expect(JSON.stringify(await judge(path))).toBe(JSON.stringify(await judge(path)))
  })

  it('is not verified any more when it did not start', async () => {
    const report = await judge(file('tool', program))
    const failed = withFindings(report, [finding('smoke', 'it did not start', 'exit 127')])
    expect([failed.verified, failed.findings.map(f => f.id)]).toEqual([false, ['smoke']])
  })
})

describe('what is no program', () => {
  const foreign: [what: string, content: Buffer | string, says: RegExp][] = [
    ['nothing', '', /an empty file/],
    ['a script', '#!/bin/sh\n', /a script/],
    ['text', 'hello\n', /a text file/],
    ['an archive', '!<arch>\nx', /a static library/],
    ['another platform', Buffer.from('cffaedfe07000001', 'hex'), /a macOS program/],
    ['another platform', 'MZ\x90\0', /a Windows program/],
    ['data', Buffer.from([0, 1, 2, 3]), /unknown kind/],
  ]
  it.each(foreign)('%s is named and refused', async (_what, content, says) => {
    const report = await judge(file('tool', content))
    expect(report.verified).toBe(false)
    expect(report.findings).toMatchObject([{ id: 'not-elf', message: expect.stringMatching(says) }])
    expect(report.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('a damaged ELF file is a finding', async () => {
    const report = await judge(file('tool', program.subarray(0, 30)))
    expect(report).toMatchObject({ verified: false, linkage: 'not-elf', findings: [{ id: 'truncated' }] })
  })

  it('a directory, a pipe, a device, nothing, a loop of links: refused without waiting', async () => {
    const pipe = join(dir, 'pipe')
    spawnSync('mkfifo', [pipe])
    mkdirSync(join(dir, 'sub'))
    symlinkSync('loop', join(dir, 'loop'))
    const refused = ['sub', 'pipe', 'missing', 'loop'].map(name => join(dir, name)).concat('/dev/zero', 'a\0b')
    for (const path of refused) {
      const report = await judge(path)
      expect(report, path).toMatchObject({ verified: false, sha256: null, findings: [{ id: 'unreadable' }] })
    }
    expect((await judge(pipe)).findings[0]?.message).toContain('a named pipe')
  })

  it('a file without permission is unreadable', async () => {
    const path = file('tool', program)
    chmodSync(dir, 0o755)
    chmodSync(path, 0)
    expect((await unprivileged(() => judge(path))).findings).toMatchObject([{ id: 'unreadable', evidence: 'EACCES' }])
  })

  it('a packed file is not looked into', async () => {
    const { bytes } = writeElf({ data: `\0\0\0\0UPX!${'x'.repeat(64)}` })
    // The mark stands right after the program headers of UPX's own files; here after those of the writer.
    const end = 64 + bytes.readUInt16LE(56) * 56
    bytes.write('UPX!', end + 4)
    expect((await judge(file('tool', bytes))).findings.map(f => f.id)).toContain('upx')
  })
})

describe('bytes of the build machine', () => {
  const withText = (text: string) => file('tool', writeElf({ data: text }).bytes)
  const leaks = async (text: string, paths: string[]) =>
    (await judge(withText(text), paths)).findings.filter(f => f.id === 'leaked-path')

  it('are found with the text they stand in, wherever they start', async () => {
    const [leak] = await leaks('error in\0/home/u/project/src/main.c\0', ['/home/u/project/'])
    expect(leak).toMatchObject({ severity: 'warning', message: 'the file holds /home/u/project' })
    expect(leak?.evidence).toMatch(/^0x[0-9a-f]+: \/home\/u\/project\/src\/main\.c$/)
    expect(await leaks('text/home/u/project/x', ['/home/u/project'])).toHaveLength(1)
    expect(await leaks('/home/u/project\0', ['/home/u/project'])).toHaveLength(1)
  })

  it('are told once for each place: of paths inside each other the longest', async () => {
    const paths = ['/home/u', '/home/u/project', '/home/u/project/.portable-build/x']
    const found = await leaks('/home/u/project/.portable-build/x/main.c', paths)
    expect(found.map(f => f.message)).toEqual(['the file holds /home/u/project/.portable-build/x'])
    expect(await leaks('/home/u/.cargo/a /home/u/project/b', paths)).toHaveLength(2)
  })

  it('are not found in names that only start alike, in foreign paths, or in public directories', async () => {
    expect(await leaks('/home/u/project2/x /build/musl-1.2.3/src', ['/home/u/project'])).toEqual([])
    expect(await leaks('/data/root/x and /root', ['/root'])).toEqual([])
    expect(await leaks(' /root/.cargo/registry', ['/root'])).toHaveLength(1)
    expect(await leaks('/tmp/x /usr/lib/x', ['/tmp', '/usr', '/', ''])).toEqual([])
  })

  it('are found across the pieces in which a large file is read', async () => {
    for (const shift of [0, 7, 300, 600]) {
      const path = file('tool', writeElf({}).bytes)
      appendFileSync(path, Buffer.alloc((1 << 20) - shift, 0x20))
      appendFileSync(path, '/home/u/project/src')
      appendFileSync(path, Buffer.alloc(1 << 20, 0x20))
      const report = await judge(path, ['/home/u/project'])
      expect(
        report.findings.filter(f => f.id === 'leaked-path'),
        String(shift),
      ).toHaveLength(1)
    }
  })
})
