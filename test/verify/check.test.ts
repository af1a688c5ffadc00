import { describe, expect, it } from 'vitest'
import { type ArchName, archs } from '../../src/arch.ts'
import type { Finding } from '../../src/report/schema.ts'
import { parseTarget, settleTargets } from '../../src/target.ts'
import { findingTable } from '../../src/verify/findings.ts'
import { anyPolicy, policyFor } from '../../src/verify/policies.ts'
import type { Policy } from '../../src/verify/policy.ts'
import type { FileFacts } from '../../src/verify/subject.ts'
import { Writer } from '../support/byte-writer.ts'
import { type ElfSpec, writeElf } from '../support/elf-writer.ts'
import { judgeBytes } from '../support/judge-bytes.ts'

const pie = 0x08000000
const glibc = (version: string, name = 'f') => ({ name, version: ['libc.so.6', version] as const })
const program: ElfSpec = {
  type: 3,
  flags1: pie,
  bindNow: true,
  interpreter: '/lib64/ld-linux-x86-64.so.2',
  needed: ['libc.so.6'],
  imports: [glibc('GLIBC_2.2.5', 'puts')],
}
const bare: ElfSpec = {}
const abiNote = { owner: 'GNU', type: 1, data: new Writer(true, true).u32(0).u32(3).u32(2).u32(0).bytes() }

const policy = (name: string, allowLibraries: string[] = []): Policy => {
  const [target] = settleTargets([parseTarget(name)], { libc: 'none', glibc: null }).targets
  if (!target) throw new Error(name)
  return policyFor(target, { allowLibraries })
}
const gnu = policy('x86_64-linux-gnu.2.17')
const musl = policy('x86_64-linux-musl')
const none = policy('x86_64-linux')

const judge = (spec: ElfSpec, against: Policy, facts: Partial<FileFacts> = {}) =>
  judgeBytes(writeElf(spec).bytes, against, facts)
const ids = (findings: readonly Finding[]) => findings.map(f => `${f.severity} ${f.id}`)

/** Go's build information in its section. */
const goSection = (...settings: string[]) => {
  const lines = ['path\ta/b', ...settings.map(s => `build\t${s}`), ''].join('\n')
  const info = Buffer.from(`${'0'.repeat(16)}${lines}${'9'.repeat(16)}`)
  const counted = (b: Buffer) => Buffer.concat([Buffer.from([(b.length & 0x7f) | 0x80, b.length >> 7]), b])
  const data = Buffer.concat([
    ...[Buffer.from('\xff Go buildinf:\x08\x02', 'latin1'), Buffer.alloc(16)],
    ...[counted(Buffer.from('go1.26.8')), counted(info)],
  ])
  return { name: '.go.buildinfo', data }
}
const trimmed = ['-trimpath=true', 'GOARCH=amd64']

describe('a good file has nothing against it', () => {
  it('dynamic for glibc, with position independence and full protection', () => {
    expect(judge(program, gnu).findings).toEqual([])
  })

  it('static for musl, and static-pie', () => {
    expect(ids(judge(bare, musl).findings)).toEqual(['info no-pie'])
    expect(judge({ type: 3, flags1: pie }, musl).findings).toEqual([])
  })

  it('Go without cgo, also for a glibc target: it needs no libc', () => {
    const go = { sections: [goSection(...trimmed, 'CGO_ENABLED=0')] }
    for (const p of [none, musl, gnu]) expect(judge(go, p).verified).toBe(true)
    expect(ids(judge({ sections: [goSection(...trimmed, 'CGO_ENABLED=1')] }, gnu).findings)).toContain(
      'error linkage-mismatch',
    )
  })

  it('every architecture of the table, by its own row', () => {
    for (const [name, { elf }] of Object.entries(archs)) {
      const rule = elf.flags.reduce((flags, r) => (flags | (r.values[0] ?? 0)) >>> 0, 0)
      const spec: ElfSpec = {
        ...program,
        ...{ is64: elf.class === 64, littleEndian: elf.data === 'LE', machine: elf.machine, flags: rule },
        ...{ interpreter: elf.glibcInterpreter, align: elf.pageSize },
      }
      const demanded = { ...anyPolicy(), arch: name as ArchName, allowLibraries: [] }
      expect(judge(spec, demanded).findings, name).toEqual([])
    }
  })
})

describe('each finding is made by the file that deserves it', () => {
  const section = (name: string, size = 8) => ({ name, data: Buffer.alloc(size) })
  const need = (library: string, version: string) => ({
    ...program,
    needed: [library, 'libc.so.6'],
    imports: [{ name: 'f', version: [library, version] as const }],
  })
  const isa = { owner: 'GNU', type: 5, data: new Writer(true, true).u32(0xc0008002).u32(4).u32(4).u32(0).bytes() }
  const hit = (id: string, text = 'text') => ({ hits: [{ id, offset: 16, text }] })
  const relr = { ...program, dynamic: [[35, 0] as const, [36, 0] as const, [37, 8] as const] }
  const cases: [finding: string, spec: ElfSpec, against: Policy, facts?: Partial<FileFacts>][] = [
    ['error elf-kind', { ...bare, type: 1 }, musl],
    ['error os-abi', { ...bare, osAbi: 9 }, musl],
    ['error arch-unknown', { ...bare, machine: 9999 }, anyPolicy()],
    ['error arch-unknown', { ...bare, is64: false }, anyPolicy()], // x32
    ['error arch-mismatch', { ...bare, machine: 183 }, musl],
    ['error abi-flags', { ...bare, flags: 1 }, musl],
    ['error linkage-mismatch', program, musl],
    ['error linkage-mismatch', bare, gnu],
    ['error interpreter', { ...program, interpreter: '/nix/store/x/ld-linux-x86-64.so.2' }, gnu],
    ['error interpreter', { needed: ['libc.so.6'] }, anyPolicy()],
    ['warning interp-without-needed', { ...program, needed: [], imports: [] }, gnu],
    ['error needed-not-allowed', { ...program, needed: ['libc.so.6', 'libz.so.1'] }, gnu],
    ['error needed-not-allowed', { ...program, needed: ['libc.so.6', 'libc.so'] }, anyPolicy()],
    ['error needed-path', { ...program, needed: ['libc.so.6', '/opt/lib/libx.so'] }, anyPolicy()],
    ['info needed-duplicate', { ...program, needed: ['libc.so.6', 'libc.so.6'] }, gnu],
    ['error floor-glibc', { ...program, imports: [glibc('GLIBC_2.34', '__libc_start_main')] }, gnu],
    ['error floor-libstdcxx', need('libstdc++.so.6', 'GLIBCXX_3.4.20'), { ...gnu, allowLibraries: ['*'] }],
    ['error glibc-abi-unknown', { ...program, imports: [glibc('GLIBC_ABI_NEW')] }, anyPolicy()],
    ['error glibc-private', { ...program, imports: [glibc('GLIBC_PRIVATE')] }, anyPolicy()],
    ['error relr-unmarked', relr, gnu],
    [
      'info relr-unmarked',
      {
        type: 3,
        flags1: pie,
        dynamic: [
          [35, 0],
          [36, 0],
          [37, 8],
        ],
      },
      musl,
    ],
    ['warning unversioned', { ...program, imports: [] }, gnu],
    ['error runpath', { ...program, runpath: '/opt/lib' }, gnu],
    ['error runpath', { ...program, rpath: '$ORIGIN/../lib:' }, gnu],
    ['error runpath', { ...program, rpath: 'lib' }, gnu],
    ['info runpath-origin', { ...program, runpath: '$ORIGIN/../lib' }, gnu],
    ['error audit', { ...program, dynamic: [[0x6ffffefc, 1]] }, gnu],
    ['error exec-stack', { ...bare, stack: 7 }, musl],
    ['error exec-stack', { ...bare, stack: null }, musl],
    ['error rwx-segment', { ...bare, codeFlags: 7 }, musl],
    ['warning textrel', { ...program, dynamic: [[22, 0]] }, gnu],
    [
      'error textrel',
      { ...program, dynamic: [[30, 4]], interpreter: '/lib/ld-musl-x86_64.so.1', needed: [], imports: [] },
      anyPolicy(),
    ],
    ['warning relro', { ...program, relro: false }, gnu],
    ['warning bind-now', { ...program, bindNow: false }, gnu],
    ['warning no-pie', { ...program, type: 2, flags1: 0 }, gnu],
    ['error page-size', { ...bare, machine: 183 }, policy('aarch64-linux-musl')],
    ['error isa-baseline', { ...bare, notes: [isa] }, musl],
    ['error isa-baseline', { sections: [goSection(...trimmed, 'GOAMD64=v3')] }, musl],
    ['warning static-glibc', { notes: [abiNote] }, musl, hit('mark:gconv')],
    [
      'error static-glibc-nss',
      { notes: [abiNote] },
      musl,
      { hits: [...hit('mark:gconv').hits, ...hit('mark:libnss').hits] },
    ],
    ['error go-cgo', { sections: [goSection(...trimmed, 'CGO_ENABLED=1')] }, none],
    ['error go-arch', { sections: [goSection('-trimpath=true', 'GOARCH=arm64')] }, none],
    ['error go-revision', { sections: [goSection(...trimmed, 'vcs.revision=abc')] }, { ...none, commit: 'def' }],
    ['warning go-modified', { sections: [goSection(...trimmed, 'vcs.modified=true')] }, none],
    ['warning go-trimpath', { sections: [goSection('GOARCH=amd64')] }, none],
    ['warning auditable-corrupt', { sections: [section('.dep-v0')] }, musl],
    ['warning leaked-path', bare, musl, hit('leak:/home/u/project', '/home/u/project/main.c')],
    ['info not-stripped', { sections: [section('.debug_info')] }, musl],
    ['info not-stripped', { sections: [{ ...section('.symtab'), type: 2 }] }, musl],
    ['warning mode', bare, musl, { mode: 0o644 }],
    ['error upx', bare, musl, { packed: true }],
    ['info trailing-data', bare, musl, { size: 1 << 20 }],
    ['info build-id', { notes: [{ owner: 'GNU', type: 3, data: Buffer.from('ab') }] }, musl],
    ['info toolchain', { sections: [{ name: '.comment', data: Buffer.from('zig\0') }] }, musl],
  ]

  it.each(cases)('%s', (wanted, spec, against, facts) => {
    const { findings, verified } = judge(spec, against, facts)
    expect(ids(findings)).toContain(wanted)
    if (wanted.startsWith('error')) expect(verified).toBe(false)
  })

  it('and the list is complete: only the ids of reading and starting are not in it', () => {
    const elsewhere = [
      'unreadable',
      'malformed',
      'truncated',
      'limit',
      'not-elf',
      'smoke',
      'floor-musl',
      'static-dlopen',
      'kernel-floor',
      'no-build-id',
      'secret',
    ]
    const covered = new Set([...cases.map(([id]) => id.split(' ')[1]), ...elsewhere])
    const ids = Object.keys(findingTable).filter(id => !id.startsWith('payload-'))
    expect(ids.filter(id => !covered.has(id))).toEqual([])
  })
})

describe('floors', () => {
  const floorOf = (spec: ElfSpec) => judge(spec, anyPolicy()).subject?.floor.glibc

  it('compare number by number, not letter by letter', () => {
    expect(floorOf({ ...program, imports: [glibc('GLIBC_2.9'), glibc('GLIBC_2.17', 'g')] })).toBe('2.17')
  })

  it('are raised by weak symbols; only versions marked weak with nothing but weak symbols are not needed', () => {
    const weakSymbol = { ...glibc('GLIBC_2.36', 'arc4random'), weak: true }
    const weakVersions = ['libc.so.6 GLIBC_2.36']
    const imports = [glibc('GLIBC_2.2.5', 'puts'), weakSymbol]
    expect(floorOf({ ...program, imports })).toBe('2.36')
    expect(floorOf({ ...program, imports, weakVersions })).toBe('2.2.5')
    expect(floorOf({ ...program, imports: [...imports, glibc('GLIBC_2.36', 'strong')], weakVersions })).toBe('2.36')
  })

  it('are of glibc only when glibc supplies the version: libgcc_s has a GLIBC_2.0 of its own', () => {
    const imports = [{ name: 'f', version: ['libgcc_s.so.1', 'GLIBC_2.99'] as const }, glibc('GLIBC_2.2.5')]
    expect(floorOf({ ...program, needed: ['libgcc_s.so.1', 'libc.so.6'], imports })).toBe('2.2.5')
  })

  it('count the loader as a supplier, and know the properties with names', () => {
    const imports = [{ name: '__rseq_size', version: ['ld-linux-x86-64.so.2', 'GLIBC_2.35'] as const }]
    expect(floorOf({ ...program, needed: ['ld-linux-x86-64.so.2'], imports })).toBe('2.35')
    expect(floorOf({ ...program, imports: [glibc('GLIBC_ABI_DT_RELR')] })).toBe('2.36')
    expect(floorOf({ ...program, imports: [glibc('GLIBC_ABI_GNU2_TLS')] })).toBe('2.43')
  })

  it('ignore version text in the data of the file', () => {
    const { subject, findings } = judge({ ...program, data: 'GLIBC_2.99\0GLIBC_PRIVATE\0' }, gnu)
    expect(subject?.floor.glibc).toBe('2.2.5')
    expect(findings).toEqual([])
  })

  it('DT_RELR with its version is a floor, and of musl 1.2.4 there', () => {
    const relr = {
      ...program,
      imports: [glibc('GLIBC_ABI_DT_RELR')],
      dynamic: [[35, 0] as const, [36, 0] as const, [37, 8] as const],
    }
    expect(ids(judge(relr, gnu).findings)).toEqual(['error floor-glibc'])
    const onMusl = {
      ...relr,
      interpreter: '/lib/ld-musl-x86_64.so.1',
      needed: ['libc.so'],
      imports: [{ name: 'statx' }],
    }
    expect(judge(onMusl, anyPolicy()).subject?.floor.musl).toBe('1.2.5')
    expect(judge({ ...onMusl, imports: [] }, anyPolicy()).subject?.floor.musl).toBe('1.2.4')
  })

  it('say which symbols raised them and where the file still runs', () => {
    const imports = [
      glibc('GLIBC_2.28', 'fcntl64'),
      glibc('GLIBC_2.34', '__libc_start_main'),
      glibc('GLIBC_2.34', 'dlopen'),
    ]
    const [found] = judge({ ...program, imports }, gnu).findings
    expect(found?.message).toContain('glibc 2.34 is needed, 2.17 is promised: runs on Debian 12+')
    expect(found?.message).toContain('not on Debian 11, Ubuntu 20.04')
    expect(found?.evidence).toBe('GLIBC_2.34 libc.so.6: __libc_start_main, dlopen; GLIBC_2.28 libc.so.6: fcntl64')
    expect(found?.hint).toContain('2.34')
  })
})

describe('linkage traps', () => {
  const linkage = (spec: ElfSpec) => judge(spec, anyPolicy()).subject?.linkage
  it('tells static-pie, shared library and libc itself apart', () => {
    expect(linkage({ type: 3, flags1: pie })).toBe('static-pie')
    expect(linkage({ type: 3, soname: 'libx.so.1' })).toBe('shared-library')
    expect(linkage({ type: 3, needed: [] })).toBe('shared-library')
    expect(linkage({ ...program, soname: 'libc.so.6' })).toBe('shared-library')
    expect(linkage({ ...program, interpreter: '/lib/ld-musl-x86_64.so.1' })).toBe('dynamic-musl')
    expect(linkage({ ...program, interpreter: '/lib/ld-linux.so.2' })).toBe('dynamic-other')
  })

  it('ARM: Go’s static flags fit every float ABI, a dynamic file must say which', () => {
    const arm: ElfSpec = { is64: false, machine: 40, flags: 0x05000002 }
    for (const [GOARM, name] of [
      ['5', 'armel'],
      ['6', 'armv6'],
      ['7', 'armv7'],
    ] as const) {
      const go = { ...arm, sections: [goSection('-trimpath=true', 'GOARCH=arm', 'CGO_ENABLED=0', `GOARM=${GOARM}`)] }
      expect(judge(go, anyPolicy()).subject?.identity).toEqual({ arch: name, flagsFit: true })
      expect(judge(go, policy(`${name}-linux`)).verified).toBe(true)
    }
    const dynamic = { ...program, ...arm, interpreter: '/lib/ld-linux-armhf.so.3', imports: [glibc('GLIBC_2.4')] }
    expect(ids(judge(dynamic, anyPolicy()).findings)).toContain('error abi-flags')
    expect(judge({ ...dynamic, flags: 0x05000400 }, anyPolicy()).subject?.identity.arch).toBe('armv7')
  })

  it('a CPU that users are promised allows what it has, another name lifts the check', () => {
    const v3 = { sections: [goSection(...trimmed, 'GOAMD64=v3')] }
    expect(judge(v3, { ...none, cpu: 'x86_64_v3' }).verified).toBe(true)
    expect(judge(v3, { ...none, cpu: 'x86_64_v2' }).verified).toBe(false)
    expect(judge(v3, { ...none, cpu: 'haswell' }).verified).toBe(true)
  })
})

it('findings are sorted by severity and id, with printable evidence that is cut', () => {
  const { findings } = judge(
    { ...program, needed: ['libc.so.6', '\u001b[31mevil\u202e.so', `${'x'.repeat(400)}.so`], bindNow: false },
    gnu,
  )
  expect(ids(findings)).toEqual(['error needed-not-allowed', 'error needed-not-allowed', 'warning bind-now'])
  expect(findings[0]?.evidence).toBe('\\u{1b}[31mevil\\u{202e}.so')
  expect(findings[1]?.evidence).toHaveLength(200)
})
