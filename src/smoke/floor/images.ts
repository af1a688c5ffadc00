import type { ArchName } from '../../arch.ts'

/** An old system as an official image of a container engine. */
export interface ImageSystem {
  /** For people: `Debian 8`. */
  readonly name: string
  readonly glibc: string
  readonly image: string
  readonly archs: readonly ArchName[]
}

const all: readonly ArchName[] = ['x86_64', 'i686', 'armv7', 'aarch64']

/**
 * Old systems, oldest first, with the architectures for which their image is published today. Sources: the official images'
 * library files (`library/debian`, `library/centos`, `library/ubuntu`) at the last update of each tag; glibc as in
 * verify/distributions.ts. Tags, not digests: an image is only started, without network and rights, and names itself.
 */
export const imageSystems: readonly ImageSystem[] = [
  { name: 'CentOS 7', glibc: '2.17', image: 'centos:7', archs: [...all, 'ppc64le'] },
  { name: 'Debian 8', glibc: '2.19', image: 'debian:8-slim', archs: ['x86_64', 'i686', 'armel', 'armv7'] },
  { name: 'Debian 9', glibc: '2.24', image: 'debian:9-slim', archs: [...all, 'armel'] },
  { name: 'Ubuntu 18.04', glibc: '2.27', image: 'ubuntu:18.04', archs: [...all, 'ppc64le', 's390x'] },
  { name: 'Debian 10', glibc: '2.28', image: 'debian:10-slim', archs: all },
  { name: 'Debian 11', glibc: '2.31', image: 'debian:11-slim', archs: all },
  { name: 'Ubuntu 20.04', glibc: '2.31', image: 'ubuntu:20.04', archs: ['ppc64le', 'riscv64', 's390x'] },
  { name: 'Debian 12', glibc: '2.36', image: 'debian:12-slim', archs: [...all, 'armel', 'ppc64le', 's390x'] },
  {
    name: 'Debian 13',
    glibc: '2.41',
    image: 'debian:13-slim',
    archs: [...all, 'armel', 'ppc64le', 'riscv64', 's390x'],
  },
]
