import type { ArchName } from '../arch.ts'

/** A release of a distribution and the libraries that it came with. */
export interface Release {
  readonly name: string
  /** Version of glibc or musl. */
  readonly libc: string
  /** The GCC whose libstdc++ and libgcc it has at least; updates may bring newer ones. */
  readonly gcc: string
  /** Where these are recorded. */
  readonly source: string
  /** Name of its part of the distribution's package index, where `scripts/distributions.mjs` can look it up. */
  readonly suite?: string
  /** How it is named where it is the last one that is too old, if not `<family> <name>`. */
  readonly alias?: string
}

/** Releases of a family that exist for an architecture. */
interface Span {
  readonly since: string
  /** The last one; missing while the port goes on. */
  readonly until?: string
}

/** A family of distributions: its releases, oldest first. */
export interface Family {
  readonly name: string
  readonly libc: 'glibc' | 'musl'
  /** One release that is always the newest: nothing is too old for long there. */
  readonly rolling?: true
  readonly releases: readonly Release[]
  /** Architectures with their releases; a missing one is not supported. */
  readonly archs: Readonly<Partial<Record<ArchName, Span>>>
}

const from = (since: string, until?: string): Span => (until === undefined ? { since } : { since, until })

const debian = (name: string, libc: string, gcc: string, suite: string): Release => ({
  ...{ name, libc, gcc, suite },
  source: `packages libc6 and libstdc++6 of ${suite}`,
})

const ubuntu = (name: string, libc: string, gcc: string, suite: string): Release => ({
  ...{ name, libc, gcc, suite },
  source: `packages libc6 and libstdc++6 of ${suite}, as released`,
})

const rhel = (name: string, libc: string, gcc: string, alias?: string): Release => ({
  ...{ name, libc, gcc, ...(alias ? { alias } : {}) },
  source: `packages glibc and libstdc++ of Red Hat Enterprise Linux ${name}.0`,
})

const fedora = (name: string, libc: string, gcc: string): Release => ({
  ...{ name, libc, gcc },
  source: `Fedora change "GNU Toolchain Update" of F${name}`,
})

const alpine = (name: string, libc: string, gcc: string): Release => ({
  ...{ name, libc, gcc },
  source: `packages musl and libstdc++ of v${name}/main`,
})

/** Which distribution has which libraries, and for which architectures. Only what is recorded: nothing is interpolated. */
export const families: readonly Family[] = [
  {
    name: 'Debian',
    libc: 'glibc',
    releases: [
      debian('6', '2.11', '4.4', 'squeeze'),
      debian('7', '2.13', '4.7', 'wheezy'),
      debian('8', '2.19', '4.9', 'jessie'),
      debian('9', '2.24', '6.3', 'stretch'),
      debian('10', '2.28', '8.3', 'buster'),
      debian('11', '2.31', '10.2', 'bullseye'),
      debian('12', '2.36', '12.2', 'bookworm'),
      debian('13', '2.41', '14.2', 'trixie'),
    ],
    archs: {
      ...{ x86_64: from('6'), i686: from('6'), aarch64: from('8'), ppc64le: from('8'), s390x: from('7') },
      ...{ armv7: from('7'), armv6: from('7'), armel: from('6', '13'), riscv64: from('13') },
      ...{ mips: from('6', '10'), mipsel: from('6', '12'), mips64el: from('9', '12') },
    },
  },
  {
    name: 'Ubuntu',
    libc: 'glibc',
    releases: [
      ubuntu('14.04', '2.19', '4.8', 'trusty'),
      ubuntu('16.04', '2.23', '5.3', 'xenial'),
      ubuntu('18.04', '2.27', '8.0', 'bionic'),
      ubuntu('20.04', '2.31', '10.0', 'focal'),
      ubuntu('22.04', '2.35', '12.0', 'jammy'),
      ubuntu('24.04', '2.39', '14.0', 'noble'),
      ubuntu('25.10', '2.42', '15.2', 'questing'),
      ubuntu('26.04', '2.43', '15.2', 'resolute'),
    ],
    archs: {
      ...{ x86_64: from('14.04'), i686: from('14.04', '18.04'), aarch64: from('14.04'), armv7: from('14.04') },
      ...{ armv6: from('14.04'), ppc64le: from('14.04'), s390x: from('16.04'), riscv64: from('20.04') },
    },
  },
  {
    name: 'RHEL',
    libc: 'glibc',
    releases: [
      rhel('6', '2.12', '4.4', 'RHEL/CentOS 6'),
      rhel('7', '2.17', '4.8', 'RHEL/CentOS 7'),
      rhel('8', '2.28', '8.2'),
      rhel('9', '2.34', '11.2'),
      rhel('10', '2.39', '14.2'),
    ],
    archs: {
      ...{ x86_64: from('6'), i686: from('6', '6'), aarch64: from('7'), ppc64: from('6', '7'), ppc64le: from('7') },
      ...{ s390x: from('6'), riscv64: from('10') },
    },
  },
  {
    name: 'Amazon Linux',
    libc: 'glibc',
    releases: [
      { name: '1', libc: '2.17', gcc: '4.8', source: 'release notes of Amazon Linux AMI 2018.03' },
      { name: '2', libc: '2.26', gcc: '7.3', source: 'release notes of Amazon Linux 2' },
      { name: '2023', libc: '2.34', gcc: '11.3', source: 'release notes of Amazon Linux 2023' },
    ],
    archs: { x86_64: from('1'), aarch64: from('2') },
  },
  {
    name: 'SLES',
    libc: 'glibc',
    releases: [
      { name: '12', libc: '2.19', gcc: '4.8', source: 'release notes of SUSE Linux Enterprise Server 12' },
      { name: '15', libc: '2.26', gcc: '7.3', source: 'release notes of SUSE Linux Enterprise Server 15' },
      { name: '15 SP3', libc: '2.31', gcc: '10.2', source: 'release notes of SUSE Linux Enterprise Server 15 SP3' },
      { name: '15 SP6', libc: '2.38', gcc: '13.2', source: 'release notes of SUSE Linux Enterprise Server 15 SP6' },
      { name: '16', libc: '2.40', gcc: '13.2', source: 'release notes of SUSE Linux Enterprise Server 16.0' },
    ],
    archs: { x86_64: from('12'), aarch64: from('15'), ppc64le: from('12'), s390x: from('12') },
  },
  {
    name: 'Fedora',
    libc: 'glibc',
    releases: [
      fedora('40', '2.39', '14.0'),
      fedora('41', '2.40', '14.2'),
      fedora('42', '2.41', '15.0'),
      fedora('43', '2.42', '15.2'),
      fedora('44', '2.43', '16.0'),
    ],
    archs: { x86_64: from('40'), aarch64: from('40'), ppc64le: from('40'), s390x: from('40') },
  },
  {
    name: 'Arch Linux',
    libc: 'glibc',
    rolling: true,
    releases: [
      { name: 'rolling', libc: '2.42', gcc: '15.2', source: 'packages glibc and gcc-libs of core, the end of 2025' },
    ],
    archs: { x86_64: from('rolling') },
  },
  {
    name: 'Alpine',
    libc: 'musl',
    releases: [
      ...[alpine('3.11', '1.1.24', '9.2'), alpine('3.12', '1.1.24', '9.3'), alpine('3.13', '1.2.2', '10.2')],
      ...[alpine('3.14', '1.2.2', '10.3'), alpine('3.15', '1.2.2', '10.3'), alpine('3.16', '1.2.3', '11.2')],
      ...[alpine('3.17', '1.2.3', '12.2'), alpine('3.18', '1.2.4', '12.2'), alpine('3.19', '1.2.4', '13.2')],
      ...[alpine('3.20', '1.2.5', '13.2'), alpine('3.21', '1.2.5', '14.2'), alpine('3.22', '1.2.5', '14.2')],
      ...[alpine('3.23', '1.2.5', '15.2'), alpine('3.24', '1.2.6', '15.2')],
    ],
    archs: {
      ...{ x86_64: from('3.11'), i686: from('3.11'), aarch64: from('3.11'), armv7: from('3.11'), armv6: from('3.11') },
      ...{ ppc64le: from('3.11'), s390x: from('3.11'), riscv64: from('3.20'), loongarch64: from('3.21') },
    },
  },
]

/**
 * Properties that glibc names as versions, and the releases older than the glibc that introduced them which have them all the
 * same, by a patch of the distribution. Measured in the libc6 packages of Debian 12 (none), 13 and testing.
 */
export const backports: Readonly<Record<string, readonly { readonly family: string; readonly since: string }[]>> = {
  GLIBC_ABI_GNU2_TLS: [{ family: 'Debian', since: '13' }],
  GLIBC_ABI_GNU_TLS: [],
  GLIBC_ABI_DT_X86_64_PLT: [{ family: 'Debian', since: '13' }],
}
