import { type Arch, onlyFlags } from './row.ts'

/** x86: the i386 and x86-64 psABI; loaders of glibc (`sysdeps/unix/sysv/linux/<arch>/shlib-versions`) and musl. */
export const x86 = {
  x86_64: {
    aliases: ['amd64', 'x64', 'x86-64'],
    rust: { glibc: 'x86_64-unknown-linux-gnu', musl: 'x86_64-unknown-linux-musl' },
    go: { goarch: 'amd64', env: { GOAMD64: 'v1' } },
    zig: { arch: 'x86_64', abi: '' },
    docker: 'linux/amd64',
    debian: 'amd64',
    gnu: { glibc: 'x86_64-linux-gnu', musl: 'x86_64-linux-musl' },
    cpu: { cmake: 'x86_64', family: 'x86_64' },
    qemu: { name: 'x86_64', baseline: 'qemu64' },
    elf: {
      class: 64,
      data: 'LE',
      machine: 62,
      flags: onlyFlags(0),
      glibcInterpreter: '/lib64/ld-linux-x86-64.so.2',
      muslInterpreter: ['/lib/ld-musl-x86_64.so.1'],
      pageSize: 0x1000,
    },
    firstGlibc: '2.2.5',
    defaultFloor: '2.17',
  },
  i686: {
    aliases: ['i386', 'i586', '386', 'x86'],
    rust: { glibc: 'i686-unknown-linux-gnu', musl: 'i686-unknown-linux-musl' },
    go: { goarch: '386', env: { GO386: 'sse2' } },
    zig: { arch: 'x86', abi: '' },
    docker: 'linux/386',
    debian: 'i386',
    gnu: { glibc: 'i686-linux-gnu', musl: 'i686-linux-musl' },
    cpu: { cmake: 'i686', family: 'x86' },
    qemu: { name: 'i386', baseline: 'qemu32' },
    elf: {
      class: 32,
      data: 'LE',
      machine: 3,
      flags: onlyFlags(0),
      glibcInterpreter: '/lib/ld-linux.so.2',
      muslInterpreter: ['/lib/ld-musl-i386.so.1'],
      pageSize: 0x1000,
    },
    firstGlibc: '2.0',
    defaultFloor: '2.17',
  },
} as const satisfies Record<string, Arch>
