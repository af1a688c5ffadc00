import { describe, expect, it } from 'vitest'
import { type ArchName, archNames } from '../../src/arch.ts'
import { isKnownGlibc } from '../../src/glibc.ts'
import { reach } from '../../src/verify/distributions.ts'
import { backports, families } from '../../src/verify/distributions-data.ts'
import { gccFor } from '../../src/verify/gcc.ts'
import { compareVersions } from '../../src/version.ts'

describe('where a floor runs', () => {
  it('is the first release with it in each family, and the last one without', () => {
    expect(reach('x86_64', 'glibc', '2.28')).toEqual({
      runsOn: [
        ...['Debian 10+', 'Ubuntu 20.04+', 'RHEL 8+', 'Amazon Linux 2023+', 'SLES 15 SP3+', 'Fedora 40+'],
        'Arch Linux',
      ],
      fails: ['Debian 9', 'Ubuntu 18.04', 'RHEL/CentOS 7', 'Amazon Linux 2', 'SLES 15'],
      depends: [],
    })
  })

  it('between two releases is the later one: 2.29 needs Ubuntu 20.04', () => {
    expect(reach('x86_64', 'glibc', '2.29').runsOn).toContain('Ubuntu 20.04+')
  })

  it('names no release that does not exist for the architecture', () => {
    const { runsOn } = reach('riscv64', 'glibc', '2.27')
    expect(runsOn).toEqual(['Debian 13+', 'Ubuntu 20.04+', 'RHEL 10+'])
    expect(reach('x86_64', 'glibc', '2.99').runsOn).toEqual([])
  })

  it('ends where the port of an architecture has ended', () => {
    expect(reach('mips64el', 'glibc', '2.25').runsOn).toEqual(['Debian 10–12'])
    expect(reach('mips', 'glibc', '2.28').runsOn).toEqual(['Debian 10'])
    expect(reach('mips', 'glibc', '2.31')).toEqual({ runsOn: [], fails: ['Debian 10'], depends: [] })
  })

  it('of a rolling distribution is the present, never the past', () => {
    const { runsOn, fails } = reach('x86_64', 'glibc', '2.99')
    expect([...runsOn, ...fails]).not.toContain('Arch Linux')
  })

  it('of musl is Alpine', () => {
    expect(reach('x86_64', 'musl', '1.2.3').runsOn).toEqual(['Alpine 3.16+'])
    expect(reach('x86_64', 'musl', null)).toEqual({ runsOn: ['Alpine 3.11+'], fails: [], depends: [] })
  })

  it('is later where libstdc++ must be newer than the libc: RHEL 9 has glibc 2.34, but no GLIBCXX_3.4.30', () => {
    const gcc = gccFor({ glibcxx: '3.4.30', cxxabi: '1.3.5', gcc: '3.0' })
    expect(reach('x86_64', 'glibc', '2.17', { gcc }).runsOn).toEqual(
      expect.arrayContaining(['Debian 12+', 'Ubuntu 22.04+', 'RHEL 10+']),
    )
    expect(reach('x86_64', 'glibc', '2.17', { gcc: gccFor({ glibcxx: '3.4.99', cxxabi: null, gcc: null }) })).toEqual(
      expect.objectContaining({ runsOn: [] }),
    )
    expect(gccFor({ glibcxx: null, cxxabi: null, gcc: null })).toBeNull()
    expect(gccFor({ glibcxx: '3.4', cxxabi: null, gcc: '7.0.0' })).toBe('7.0.0')
  })

  it('depends on patches where a property of a newer glibc is needed', () => {
    const { runsOn, fails, depends } = reach('x86_64', 'glibc', '2.36', { markers: ['GLIBC_ABI_DT_X86_64_PLT'] })
    expect(runsOn).toEqual(['Debian 13+', 'Ubuntu 26.04+', 'Fedora 44+'])
    expect(depends).toEqual(['Ubuntu 25.10', 'RHEL 10', 'SLES 16', 'Fedora 43', 'Arch Linux'])
    expect(fails).toEqual(['Debian 12', 'Ubuntu 22.04', 'RHEL 9', 'Amazon Linux 2023', 'SLES 15 SP3'])
  })
})

describe('the table of distributions', () => {
  it.each(families.map(family => [family.name, family] as const))('%s is in order and has sources', (_, family) => {
    for (const part of ['libc', 'gcc'] as const) {
      const versions = family.releases.map(r => r[part])
      expect([...versions].sort(compareVersions)).toEqual(versions)
    }
    for (const release of family.releases) {
      expect(release.source).not.toBe('')
      if (family.libc === 'glibc') expect(isKnownGlibc(release.libc), release.name).toBe(true)
    }
    const names = family.releases.map(r => r.name)
    expect(new Set(names).size).toBe(names.length)
    for (const [arch, span] of Object.entries(family.archs)) {
      expect(archNames).toContain(arch as ArchName)
      expect(names).toContain(span.since)
      expect(names).toContain(span.until ?? span.since)
      expect(names.indexOf(span.until ?? span.since)).toBeGreaterThanOrEqual(names.indexOf(span.since))
    }
  })

  it('has backports of releases that it knows', () => {
    for (const { family, since } of Object.values(backports).flat()) {
      expect(families.find(f => f.name === family)?.releases.map(r => r.name)).toContain(since)
    }
  })
})
