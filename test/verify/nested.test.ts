import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FileReport } from '../../src/report/schema.ts'
import { judgeBytes } from '../../src/verify/judge-bytes.ts'
import { anyPolicy } from '../../src/verify/policies.ts'
import type { Policy } from '../../src/verify/policy.ts'
import { NothingMatched, verifyPaths } from '../../src/verify/verify.ts'
import { sourceOf } from '../support/elf-source.ts'
import { type ElfSpec, writeElf } from '../support/elf-writer.ts'
import { debOf, type Packed, sealTar, tarOf, zipOf } from '../support/payload/archives.ts'
import {
  appImageOf,
  nuitkaPayload,
  nuitkaProgram,
  pyInstallerArchive,
  pyInstallerProgram,
} from '../support/payload/onefile.ts'
import { squashfsOf } from '../support/payload/squashfs.ts'

const program: ElfSpec = { interpreter: '/lib64/ld-linux-x86-64.so.2', needed: ['libc.so.6'], bindNow: true }
const needs = (version: string, symbol = 'puts', spec: ElfSpec = program): ElfSpec => ({
  ...spec,
  imports: [{ name: symbol, version: ['libc.so.6', version] }],
})
const library: ElfSpec = { type: 3, soname: 'libfoo.so.1', needed: ['libc.so.6'], bindNow: true }
const file = (path: string, spec: ElfSpec = {}): Packed => ({ path, data: writeElf(spec).bytes })
const text: Packed = { path: 'README', data: Buffer.from('text'), mode: 0o644 }

const judge = (bytes: Buffer, policy: Policy = anyPolicy(), name = 'package'): Promise<FileReport> =>
  judgeBytes(sourceOf(bytes), { name, mode: 0o755 }, policy)
const ids = (report: FileReport) => report.findings.filter(f => f.severity === 'error').map(f => f.id)
const gnu: Policy = {
  ...anyPolicy(),
  arch: 'x86_64',
  linkage: ['dynamic-glibc'],
  floor: { glibc: '2.17' },
  allowLibraries: [],
}

describe('an archive', () => {
  it('is judged by its members: kind, floor, architecture and where it runs are theirs', async () => {
    const report = await judge(
      tarOf([file('bin/a', needs('GLIBC_2.17')), text, file('bin/b', needs('GLIBC_2.28', 'fcntl64'))]),
    )
    expect(report).toMatchObject({
      ...{ kind: 'tar', linkage: 'not-elf', arch: 'x86_64', verified: true, skipped: 1 },
      ...{ floor: { glibc: '2.28' }, runsOn: expect.arrayContaining(['Debian 10+']) },
      payload: [{ path: 'bin/a', linkage: 'dynamic-glibc', verified: true }, { path: 'bin/b' }],
    })
    expect(report.findings).toMatchObject([
      { id: 'payload-floor', message: expect.stringContaining('bin/b'), evidence: 'fcntl64' },
    ])
  })

  it('is not verified when one member is not, and says which', async () => {
    const report = await judge(zipOf([file('good', program), file('bad', { ...program, stack: 7 })]))
    expect(report).toMatchObject({ verified: false, payload: [{ verified: true }, { verified: false }] })
    expect(report.findings).toMatchObject([{ id: 'payload-member', evidence: 'bad' }])
  })

  it('with nothing in it to judge is never verified', async () => {
    const report = await judge(tarOf([text]))
    expect([report.verified, ids(report)]).toEqual([false, ['not-elf']])
  })

  it('for several architectures promises no place, and each member is judged for its own', async () => {
    const arm = { ...program, machine: 183, align: 0x10000, interpreter: '/lib/ld-linux-aarch64.so.1' }
    const report = await judge(tarOf([file('x', needs('GLIBC_2.17')), file('arm', needs('GLIBC_2.17', 'puts', arm))]))
    expect(report).toMatchObject({
      arch: null,
      verified: true,
      runsOn: [],
      payload: [{ arch: 'x86_64' }, { arch: 'aarch64' }],
    })
  })

  it('of static programs runs on any Linux', async () => {
    expect((await judge(tarOf([file('a'), file('b')]))).runsOn).toEqual(['any Linux'])
  })

  it('in an archive is judged too, and an archive without programs is skipped like any other file', async () => {
    const inner = zipOf([file('tool', { ...program, stack: 7 })])
    const report = await judge(
      tarOf([{ path: 'inner.zip', data: inner }, { path: 'texts.zip', data: zipOf([text, text]) }, file('tool')]),
    )
    expect(report).toMatchObject({
      verified: false,
      skipped: 3,
      payload: [{ kind: 'zip', payload: [{ path: 'tool' }] }, { path: 'tool' }],
    })
    expect(report.payload).toHaveLength(2)
  })

  it('three deep is read, four deep is refused', async () => {
    const nest = (n: number): Buffer => tarOf([n === 0 ? file('tool') : { path: 'inner.tar', data: nest(n - 1) }])
    expect((await judge(nest(2))).verified).toBe(true)
    const deep = await judge(nest(3))
    expect([deep.verified, JSON.stringify(deep)]).toEqual([false, expect.stringContaining('more than 3 deep')])
  })

  it('that is damaged is not verified, with what was read before', async () => {
    const tar = tarOf([file('first'), file('second')])
    const report = await judge(tar.subarray(0, tar.indexOf('second') + 600))
    expect(report).toMatchObject({ kind: 'tar', verified: false, payload: [{ path: 'first' }] })
    expect(ids(report)).toEqual(['payload-unreadable'])
  })

  it.each([['/etc/passwd'], ['../up'], ['a/../../b'], ['C:\\tool'], ['..\\up']])(
    'with the name %s is not verified',
    async path => {
      const report = await judge(zipOf([file(path), file('tool')]))
      expect(report.findings).toMatchObject([{ id: 'payload-path', evidence: path.replaceAll('\u0000', '') }])
      expect(report.verified).toBe(false)
    },
  )

  it('links are never followed', async () => {
    const report = await judge(tarOf([{ path: 'link', link: '/bin/sh' }, { path: 'tool', link: '../../x' }, text]))
    expect([report.payload, report.verified]).toEqual([[], false])
  })

  it('compressed by what is not read says so', async () => {
    const report = await judge(Buffer.from('BZh91AY&SY'), anyPolicy(), 'tool.tar.bz2')
    expect(report.findings).toMatchObject([{ id: 'payload-unreadable', evidence: 'bzip2' }])
  })
})

describe('demands on members', () => {
  it('are those on the file, but a library is none too many', async () => {
    const good = tarOf([file('tool', needs('GLIBC_2.17')), file('lib/libfoo.so.1', library)])
    expect((await judge(good, gnu)).verified).toBe(true)
    const bad = await judge(tarOf([file('tool', needs('GLIBC_2.34')), file('static')]), gnu)
    expect(bad.payload.map(ids)).toEqual([['floor-glibc'], ['linkage-mismatch']])
    expect(ids(bad)).toEqual(['payload-member'])
  })

  it('a library that lies beside is no unmet need; one of the libc never lies beside', async () => {
    const user = { ...program, needed: ['libfoo.so.1', 'libc.so.6'] }
    const beside = [file('lib/libfoo.so.1.2', library), { path: 'lib/libfoo.so.1', link: 'libfoo.so.1.2' }]
    expect((await judge(tarOf([file('tool', user)]), gnu)).payload.map(ids)).toEqual([['needed-not-allowed']])
    expect((await judge(tarOf([file('tool', user), ...beside]), gnu)).verified).toBe(true)
    const musl = { ...program, needed: ['libc.musl-x86_64.so.1', 'libc.so.6'] }
    const mixed = await judge(tarOf([file('tool', musl), file('libc.musl-x86_64.so.1', library)]), gnu)
    expect(mixed.payload.map(ids)).toEqual([['needed-not-allowed'], []])
  })

  it('what a policy allows is allowed inside', async () => {
    const stack = tarOf([file('tool', { ...program, stack: 7 })])
    expect((await judge(stack, { ...anyPolicy(), allow: ['exec-stack'] })).verified).toBe(true)
  })
})

describe('an executable with files inside', () => {
  const inside: Packed[] = [
    file('main', needs('GLIBC_2.17')),
    file('libfoo.so.1', needs('GLIBC_2.35', '_dl_find_object', library)),
    text,
  ]
  const layout = { compress: true, archive: false, checksums: true }
  const outer = needs('GLIBC_2.14', 'execv')
  const packages: readonly (readonly [string, Buffer])[] = [
    ['Nuitka onefile', nuitkaProgram(nuitkaPayload(inside, layout), 'linked in', outer)],
    ['Nuitka onefile', nuitkaProgram(nuitkaPayload(inside, layout), 'appended', outer)],
    ['PyInstaller onefile', pyInstallerProgram(pyInstallerArchive(inside), 'section', outer)],
    ['AppImage', appImageOf(squashfsOf(inside), 2, outer)],
  ]

  it.each(packages)(
    '%s: its floor is the greatest of all, and the member that raises it is named',
    async (kind, bytes) => {
      const report = await judge(bytes)
      expect(report).toMatchObject({
        ...{ kind, arch: 'x86_64', linkage: 'dynamic-glibc', floor: { glibc: '2.35' }, verified: true, skipped: 1 },
        runsOn: expect.arrayContaining(['Ubuntu 22.04+']),
      })
      expect(report.explanations.map(e => e.version)).toContain('GLIBC_2.35')
      expect(report.findings).toContainEqual(
        expect.objectContaining({ id: 'payload-floor', evidence: '_dl_find_object' }),
      )
      expect(report.findings.map(f => f.id)).not.toContain('trailing-data')
    },
  )

  it.each(packages)('%s: a member above the floor makes it fail (libgcc_s of a newer system)', async (_, bytes) => {
    const report = await judge(bytes, gnu)
    expect(report.verified).toBe(false)
    expect(report.payload.flatMap(ids)).toContain('floor-glibc')
    expect(ids(report)).toContain('payload-member')
  })

  it('a member for another machine is no member of it', async () => {
    const payload = nuitkaPayload([file('main', { ...program, machine: 183 })], layout)
    expect((await judge(nuitkaProgram(payload, 'appended', program))).payload.flatMap(ids)).toContain('arch-mismatch')
  })

  it('a static runtime is as good as what it starts', async () => {
    const image = squashfsOf([file('tool', needs('GLIBC_2.17'))])
    expect(await judge(appImageOf(image), gnu)).toMatchObject({
      linkage: 'static',
      verified: true,
      floor: { glibc: '2.17' },
    })
    expect((await judge(appImageOf(squashfsOf([file('tool')])), gnu)).verified).toBe(false)
  })

  it('what is recognized and not opened is said', async () => {
    const pex = Buffer.concat([writeElf(program).bytes, zipOf([text])])
    const report = await judge(pex)
    expect(report.findings.map(f => f.id)).toContain('payload-unknown')
    expect((await judge(pex, { ...anyPolicy(), forbid: ['payload-unknown'] })).verified).toBe(false)
  })

  it('packed by UPX is refused', async () => {
    const bytes = writeElf({ ...program, notes: [] }).bytes
    const end = bytes.readUInt16LE(54) * bytes.readUInt16LE(56) + 64
    bytes.write('UPX!', end + 4, 'latin1')
    expect(ids(await judge(bytes))).toContain('upx')
  })
})

describe('a bomb', () => {
  const zeros = (n: number) => Buffer.alloc(n)
  it('that unpacks out of proportion is stopped, long before its end', async () => {
    const huge = tarOf([{ path: 'zeros', data: zeros(96 << 20) }])
    for (const bytes of [zstdCompressSync(huge), gzipSync(huge)]) {
      const packed = zstdCompressSync(bytes)
      expect(packed.length).toBeLessThan(1 << 20)
      const report = await judge(bytes)
      expect([report.verified, ids(report)]).toEqual([false, ['limit']])
    }
  })

  it('that only claims to be large is refused before anything is prepared for it', async () => {
    const tar = tarOf([{ path: 'claims', data: Buffer.from('x') }])
    tar.write('77777777777\0', 124, 'latin1')
    sealTar(tar)
    expect(ids(await judge(tar))).toEqual(['limit'])
  })
})

describe('verify', () => {
  let dir = ''
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'nested-'))
    writeFileSync(join(dir, 'tool.tar.gz'), gzipSync(tarOf([file('tool'), text])))
    writeFileSync(join(dir, 'texts.zip'), zipOf([text]))
    writeFileSync(join(dir, 'tool.deb'), debOf([['data.tar', tarOf([file('./usr/bin/tool')])]]))
  })
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  it('takes archives by name', async () => {
    const { files, verified } = await verifyPaths([join(dir, 'tool.*')], anyPolicy())
    expect(files.map(f => [f.kind, f.payload.map(p => p.path)])).toEqual([
      ['deb', ['usr/bin/tool']],
      ['tar', ['tool']],
    ])
    expect(verified).toBe(true)
  })

  it('an archive without a program stands for nothing', async () => {
    const error = await verifyPaths([join(dir, 'texts.zip')], anyPolicy()).catch(e => e)
    expect(error).toBeInstanceOf(NothingMatched)
    expect(error.message).toContain('1 file skipped, not ELF')
  })
})
