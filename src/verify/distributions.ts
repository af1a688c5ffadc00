import type { ArchName } from '../arch.ts'
import { compareVersions } from '../version.ts'

/** A release of a distribution and the libc that it came with. */
interface Release {
  readonly name: string
  readonly libc: string
}

/** A family of distributions: its releases, oldest first, and the first release for each architecture. */
interface Family {
  readonly name: string
  readonly libc: 'glibc' | 'musl'
  readonly releases: readonly Release[]
  /** First release that exists for an architecture; a missing one is not supported (any more). */
  readonly archs: Readonly<Partial<Record<ArchName, string>>>
  /** Where the versions are recorded. */
  readonly source: string
}

const releases = (text: string): Release[] =>
  text.split(', ').map(entry => {
    const [name = '', libc = ''] = entry.split('=')
    return { name, libc }
  })

/** Which distribution has which libc: public release records, ports included since the release that is named. */
export const families: readonly Family[] = [
  {
    name: 'Debian',
    libc: 'glibc',
    releases: releases('6=2.11, 7=2.13, 8=2.19, 9=2.24, 10=2.28, 11=2.31, 12=2.36, 13=2.41'),
    archs: {
      ...{ x86_64: '6', i686: '6', armel: '6', armv7: '7', aarch64: '8', ppc64le: '8', s390x: '7', riscv64: '13' },
      ...{ mips: '6', mipsel: '6', mips64el: '9' },
    },
    source: 'the version of the package libc6 in the index of each suite, and the release notes of each release',
  },
  {
    name: 'Ubuntu',
    libc: 'glibc',
    releases: releases(
      '14.04=2.19, 16.04=2.23, 18.04=2.27, 20.04=2.31, 22.04=2.35, 24.04=2.39, 25.10=2.42, 26.04=2.43',
    ),
    archs: { x86_64: '14.04', aarch64: '14.04', armv7: '14.04', ppc64le: '14.04', s390x: '16.04', riscv64: '20.04' },
    source: 'packages of libc6 at packages.ubuntu.com',
  },
  {
    name: 'RHEL/Alma/Rocky',
    libc: 'glibc',
    releases: releases('6=2.12, 7=2.17, 8=2.28, 9=2.34, 10=2.39'),
    archs: { x86_64: '6', aarch64: '8', ppc64le: '7', s390x: '6', riscv64: '10' },
    source: 'release notes of Red Hat Enterprise Linux',
  },
  {
    name: 'Amazon Linux',
    libc: 'glibc',
    releases: releases('1=2.17, 2=2.26, 2023=2.34'),
    archs: { x86_64: '1', aarch64: '2' },
    source: 'release notes of Amazon Linux',
  },
  {
    name: 'SLES',
    libc: 'glibc',
    releases: releases('12=2.19, 15=2.26, 15 SP3=2.31, 15 SP6=2.38, 16=2.40'),
    archs: { x86_64: '12', aarch64: '15', ppc64le: '12', s390x: '12' },
    source: 'release notes of SUSE Linux Enterprise Server',
  },
  {
    name: 'Fedora',
    libc: 'glibc',
    releases: releases('40=2.39, 41=2.40, 42=2.41, 43=2.42, 44=2.43'),
    archs: { x86_64: '40', aarch64: '40', ppc64le: '40', s390x: '40' },
    source: 'packages of glibc at packages.fedoraproject.org; releases before 40 are out of support',
  },
  {
    name: 'Alpine',
    libc: 'musl',
    releases: releases(
      '3.11=1.1.24, 3.12=1.1.24, 3.13=1.2.2, 3.16=1.2.3, 3.18=1.2.4, 3.20=1.2.5, 3.21=1.2.5, 3.24=1.2.6',
    ),
    archs: {
      ...{
        x86_64: '3.11',
        i686: '3.11',
        aarch64: '3.11',
        armv7: '3.11',
        armv6: '3.11',
        ppc64le: '3.11',
        s390x: '3.11',
      },
      ...{ riscv64: '3.20', loongarch64: '3.21' },
    },
    source: 'packages of musl at pkgs.alpinelinux.org',
  },
]

/** Where a file starts, and the newest releases where it does not. */
export interface Reach {
  /** `Debian 12+`: the first release of each family with the libc, and all after it. */
  readonly runsOn: readonly string[]
  /** `Debian 11`: the last release of each family that is too old. */
  readonly fails: readonly string[]
}

/**
 * Where an executable starts that needs this libc or a newer one.
 * @param floor greatest version needed; null when none is (every release has it)
 */
export function reach(arch: ArchName, libc: 'glibc' | 'musl', floor: string | null): Reach {
  const runsOn: string[] = []
  const fails: string[] = []
  for (const family of families.filter(f => f.libc === libc)) {
    const since = family.archs[arch]
    if (since === undefined) continue
    const existing = family.releases.slice(family.releases.findIndex(r => r.name === since))
    const enough = existing.find(r => floor === null || compareVersions(r.libc, floor) >= 0)
    const old = existing.findLast(r => floor !== null && compareVersions(r.libc, floor) < 0)
    if (enough) runsOn.push(`${family.name} ${enough.name}+`)
    if (old) fails.push(`${family.name} ${old.name}`)
  }
  return { runsOn, fails }
}
