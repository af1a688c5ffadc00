import { describe, expect, it } from 'vitest'
import { type ArchName, archs } from '../../src/arch.ts'
import type { Finding } from '../../src/report/schema.ts'
import { anyPolicy } from '../../src/verify/policies.ts'
import type { Policy } from '../../src/verify/policy.ts'
import type { FileFacts } from '../../src/verify/subject.ts'
import { type ElfSpec, writeElf } from '../support/elf-writer.ts'
import { armAttributes, demands, glibc, goSection, pie, policies, program } from '../support/finding-cases.ts'
import { judgeBytes } from '../support/judge-bytes.ts'

const { gnu, musl, none } = policies

const judge = (spec: ElfSpec, against: Policy, facts: Partial<FileFacts> = {}) =>
  judgeBytes(writeElf(spec).bytes, against, facts)
const ids = (findings: readonly Finding[]) => findings.map(f => `${f.severity} ${f.id}`)

const trimmed = ['-trimpath=true', 'GOARCH=amd64']

describe('a good file has nothing against it', () => {
  it('dynamic for glibc, with position independence and full protection', () => {
    expect(judge(program, gnu).findings).toEqual([])
  })

  it('static for musl, and static-pie', () => {
    expect(ids(judge({}, musl).findings)).toEqual(['info no-pie'])
    expect(judge({ type: 3, flags1: pie }, musl).findings).toEqual([])
  })

  it('Go without cgo, also for a glibc target: it needs no libc', () => {
    const go = { sections: [goSection([...trimmed, 'CGO_ENABLED=0'])] }
    for (const p of [none, musl, gnu]) expect(judge(go, p).verified).toBe(true)
    expect(ids(judge({ sections: [goSection([...trimmed, 'CGO_ENABLED=1'])] }, gnu).findings)).toContain(
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

  it('that only a property raises name the option that turns it off', () => {
    const hint = (...names: string[]) =>
      judge({ ...program, imports: names.map(n => glibc(n, `f${n}`)) }, gnu).findings[0]?.hint
    expect(hint('GLIBC_2.2.5', 'GLIBC_ABI_DT_RELR')).toContain('-z,nopack-relative-relocs')
    expect(hint('GLIBC_ABI_GNU2_TLS')).toContain('-mtls-dialect=gnu')
    expect(hint('GLIBC_2.36', 'GLIBC_ABI_DT_RELR')).not.toContain('nopack')
    const [found] = judge({ ...program, imports: [glibc('GLIBC_ABI_GNU2_TLS')] }, gnu).findings
    expect(found?.message).toContain('with its own patches')
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

  it('a program without dynamic table is damaged for the loaders of glibc and musl, and klibc’s own way otherwise', () => {
    const of = (interpreter: string) => ids(judge({ interpreter }, anyPolicy()).findings)
    expect(of('/lib64/ld-linux-x86-64.so.2')).toContain('error malformed')
    expect(of('/lib/ld-musl-x86_64.so.1')).toContain('error malformed')
    const klibc = of('/lib/klibc-BYE5P.so')
    expect(klibc).toContain('error interpreter')
    expect(klibc).not.toContain('error malformed')
  })

  it('ARM: Go’s static flags fit every float ABI, a dynamic file must say which', () => {
    const arm: ElfSpec = { is64: false, machine: 40, flags: 0x05000002 }
    for (const [GOARM, name] of [
      ['5', 'armel'],
      ['6', 'armv6'],
      ['7', 'armv7'],
    ] as const) {
      const go = { ...arm, sections: [goSection(['-trimpath=true', 'GOARCH=arm', 'CGO_ENABLED=0', `GOARM=${GOARM}`])] }
      expect(judge(go, anyPolicy()).subject?.identity).toEqual({ arch: name, flagsFit: true })
      expect(judge(go, demands(`${name}-linux`)).verified).toBe(true)
    }
    const dynamic = { ...program, ...arm, interpreter: '/lib/ld-linux-armhf.so.3', imports: [glibc('GLIBC_2.4')] }
    expect(ids(judge(dynamic, anyPolicy()).findings)).toContain('error abi-flags')
    expect(judge({ ...dynamic, flags: 0x05000400 }, anyPolicy()).subject?.identity.arch).toBe('armv7')
  })

  it('ARM: Go for ARMv6 with C for ARMv7 inside needs ARMv7', () => {
    const header = { is64: false, machine: 40, flags: 0x05000400, interpreter: '/lib/ld-linux-armhf.so.3' }
    const sections = (cpu: number) => [
      goSection(['-trimpath=true', 'GOARCH=arm', 'CGO_ENABLED=1', 'GOARM=6']),
      armAttributes({ 6: cpu }),
    ]
    const of = (cpu: number) => judge({ ...program, ...header, sections: sections(cpu) }, anyPolicy())
    expect(of(10).subject?.identity.arch).toBe('armv7')
    expect(ids(of(10).findings)).not.toContain('error isa-baseline')
    expect(of(6).subject?.identity.arch).toBe('armv6')
  })

  it('Go’s flags and alignment on every port that has flags', () => {
    const ports: readonly (readonly [ArchName, goarch: string, flags: number])[] = [
      ...([['mips', 'mips', 0x50001004] as const, ['mipsel', 'mipsle', 0x50001004] as const] as const),
      ...([['mips64', 'mips64', 0x20000004] as const, ['mips64el', 'mips64le', 0x20000004] as const] as const),
      ...([['ppc64', 'ppc64', 1] as const, ['ppc64le', 'ppc64le', 2] as const] as const),
      ...([['riscv64', 'riscv64', 4] as const, ['s390x', 's390x', 1] as const] as const),
      ['loongarch64', 'loong64', 3],
    ]
    for (const [name, goarch, flags] of ports) {
      const { elf } = archs[name]
      const layout = { is64: elf.class === 64, littleEndian: elf.data === 'LE', machine: elf.machine }
      const sections = [goSection(['-trimpath=true', `GOARCH=${goarch}`, 'CGO_ENABLED=0'])]
      const file = { ...layout, flags, sections, align: 0x10000 }
      const { findings } = judge(file, demands(`${name}-linux`))
      expect(ids(findings), name).toEqual(['info no-pie', 'info toolchain'])
    }
  })

  it('a CPU that users are promised allows what it has, another name lifts the check', () => {
    const v3 = { sections: [goSection([...trimmed, 'GOAMD64=v3'])] }
    expect(judge(v3, { ...none, cpu: 'x86_64_v3' }).verified).toBe(true)
    expect(judge(v3, { ...none, cpu: 'znver2' }).verified).toBe(true)
    expect(judge(v3, { ...none, cpu: 'nehalem' }).verified).toBe(false)
    expect(judge(v3, { ...none, cpu: 'power9' }).verified).toBe(false)
    expect(judge(v3, { ...none, cpu: 'x86_64_v2' }).verified).toBe(false)
    expect(judge(v3, { ...none, cpu: 'of_the_future' }).verified).toBe(true)
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
