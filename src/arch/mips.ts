import type { Arch } from './row.ts'

const abi2 = 0x20
const nan2008 = 0x400
const abiMask = 0xf000
const abiO32 = 0x1000
/** o32 with the old encoding of NaN: nan2008 has a loader of its own and another CPU. */
const o32 = [{ mask: abiMask | abi2 | nan2008, values: [abiO32] }] as const
/** n64 says nothing: neither o32 nor n32 (ABI2). */
const n64 = [{ mask: abiMask | abi2 | nan2008, values: [0] }] as const

/** MIPS: o32 and n64; `e_flags` of the MIPS ABI supplement (the top four bits are the instruction set). */
export const mips = {
  mips: {
    aliases: ['mips32'],
    rust: { glibc: 'mips-unknown-linux-gnu', musl: 'mips-unknown-linux-musl' },
    go: { goarch: 'mips', env: { GOMIPS: 'hardfloat' } },
    zig: { arch: 'mips', abi: 'eabihf' },
    docker: null,
    debian: 'mips',
    gnu: { glibc: 'mips-linux-gnu', musl: 'mips-linux-musl' },
    cpu: { cmake: 'mips', family: 'mips' },
    qemu: { name: 'mips', baseline: '24Kf' },
    elf: {
      class: 32,
      data: 'BE',
      machine: 8,
      flags: o32,
      glibcInterpreter: '/lib/ld.so.1',
      muslInterpreter: ['/lib/ld-musl-mips.so.1'],
      pageSize: 0x10000,
    },
    firstGlibc: '2.0',
    defaultFloor: '2.17',
  },
  mipsel: {
    aliases: ['mipsle', 'mips32el'],
    rust: { glibc: 'mipsel-unknown-linux-gnu', musl: 'mipsel-unknown-linux-musl' },
    go: { goarch: 'mipsle', env: { GOMIPS: 'hardfloat' } },
    zig: { arch: 'mipsel', abi: 'eabihf' },
    docker: null,
    debian: 'mipsel',
    gnu: { glibc: 'mipsel-linux-gnu', musl: 'mipsel-linux-musl' },
    cpu: { cmake: 'mipsel', family: 'mips' },
    qemu: { name: 'mipsel', baseline: '24Kf' },
    elf: {
      class: 32,
      data: 'LE',
      machine: 8,
      flags: o32,
      glibcInterpreter: '/lib/ld.so.1',
      muslInterpreter: ['/lib/ld-musl-mipsel.so.1'],
      pageSize: 0x10000,
    },
    firstGlibc: '2.0',
    defaultFloor: '2.17',
  },
  mips64: {
    aliases: [],
    rust: { glibc: 'mips64-unknown-linux-gnuabi64', musl: 'mips64-unknown-linux-muslabi64' },
    go: { goarch: 'mips64', env: { GOMIPS64: 'hardfloat' } },
    zig: { arch: 'mips64', abi: 'abi64' },
    docker: null,
    debian: 'mips64',
    gnu: { glibc: 'mips64-linux-gnuabi64', musl: 'mips64-linux-muslabi64' },
    cpu: { cmake: 'mips64', family: 'mips64' },
    qemu: { name: 'mips64', baseline: 'MIPS64R2-generic' },
    elf: {
      class: 64,
      data: 'BE',
      machine: 8,
      flags: n64,
      glibcInterpreter: '/lib64/ld.so.1',
      muslInterpreter: ['/lib/ld-musl-mips64.so.1'],
      pageSize: 0x10000,
    },
    firstGlibc: '2.3',
    defaultFloor: '2.17',
  },
  mips64el: {
    aliases: ['mips64le'],
    rust: { glibc: 'mips64el-unknown-linux-gnuabi64', musl: 'mips64el-unknown-linux-muslabi64' },
    go: { goarch: 'mips64le', env: { GOMIPS64: 'hardfloat' } },
    zig: { arch: 'mips64el', abi: 'abi64' },
    docker: 'linux/mips64le',
    debian: 'mips64el',
    gnu: { glibc: 'mips64el-linux-gnuabi64', musl: 'mips64el-linux-muslabi64' },
    cpu: { cmake: 'mips64el', family: 'mips64' },
    qemu: { name: 'mips64el', baseline: 'MIPS64R2-generic' },
    elf: {
      class: 64,
      data: 'LE',
      machine: 8,
      flags: n64,
      glibcInterpreter: '/lib64/ld.so.1',
      muslInterpreter: ['/lib/ld-musl-mips64el.so.1'],
      pageSize: 0x10000,
    },
    firstGlibc: '2.3',
    defaultFloor: '2.17',
  },
} as const satisfies Record<string, Arch>
