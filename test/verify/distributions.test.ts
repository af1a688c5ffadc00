import { describe, expect, it } from 'vitest'
import { families, reach } from '../../src/verify/distributions.ts'
import { compareVersions } from '../../src/version.ts'

describe('where a floor runs', () => {
  it('is the first release with it in each family, and the last one without', () => {
    expect(reach('x86_64', 'glibc', '2.28')).toEqual({
      runsOn: ['Debian 10+', 'Ubuntu 20.04+', 'RHEL/Alma/Rocky 8+', 'Amazon Linux 2023+', 'SLES 15 SP3+', 'Fedora 40+'],
      fails: ['Debian 9', 'Ubuntu 18.04', 'RHEL/Alma/Rocky 7', 'Amazon Linux 2', 'SLES 15'],
    })
  })

  it('between two releases is the later one: 2.29 needs Ubuntu 20.04', () => {
    expect(reach('x86_64', 'glibc', '2.29').runsOn).toContain('Ubuntu 20.04+')
  })

  it('names no release that does not exist for the architecture', () => {
    const { runsOn } = reach('riscv64', 'glibc', '2.27')
    expect(runsOn).toEqual(['Debian 13+', 'Ubuntu 20.04+', 'RHEL/Alma/Rocky 10+'])
    expect(reach('x86_64', 'glibc', '2.99').runsOn).toEqual([])
  })

  it('of musl is Alpine', () => {
    expect(reach('x86_64', 'musl', '1.2.3').runsOn).toEqual(['Alpine 3.16+'])
    expect(reach('x86_64', 'musl', null)).toEqual({ runsOn: ['Alpine 3.11+'], fails: [] })
  })

  it('the table is in order, and every first release is in it', () => {
    for (const family of families) {
      const versions = family.releases.map(r => r.libc)
      expect([...versions].sort(compareVersions), family.name).toEqual(versions)
      const names = family.releases.map(r => r.name)
      for (const first of Object.values(family.archs)) expect(names, family.name).toContain(first)
      expect(family.source).not.toBe('')
    }
  })
})
