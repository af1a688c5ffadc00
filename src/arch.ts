/** What `e_flags` of an ELF header must say: `flags & mask` is one of `values`. `dynamicOnly`: Go's static ARM files lie. */
export interface FlagRule {
  readonly mask: number
  readonly values: readonly number[]
  readonly dynamicOnly?: true
}

/** Everything that differs between architectures: one row each; adding an architecture is adding a row. */
export interface Arch {
  /** Other spellings: Rust, Go, Debian, Docker (`arm/v7`), manylinux. */
  readonly aliases: readonly string[]
  readonly rust: { readonly glibc: string | null; readonly musl: string | null }
  readonly go: { readonly goarch: string; readonly env: Readonly<Record<string, string>> } | null
  /** zig's CPU name, the suffix of its ABI and, where the default is not the baseline, `-mcpu`. */
  readonly zig: { readonly arch: string; readonly abi: string; readonly cpu?: string } | null
  readonly docker: string | null
  readonly debian: string | null
  /** GNU triple for `configure --host`, without floor. */
  readonly gnu: { readonly glibc: string; readonly musl: string }
  /** CMake's and Meson's names of the processor. */
  readonly cpu: { readonly cmake: string; readonly family: string }
  /** qemu-user's name and the CPU model that stands for the baseline. */
  readonly qemu: { readonly name: string; readonly baseline: string }
  readonly elf: {
    readonly class: 32 | 64
    readonly data: 'LE' | 'BE'
    readonly machine: number
    readonly flags: readonly FlagRule[]
    readonly glibcInterpreter: string
    readonly muslInterpreter: readonly string[]
    /** Least alignment of a PT_LOAD in bytes: kernels of some architectures have 16 or 64 KiB pages. */
    readonly pageSize: number
  }
  /** The first glibc of the port: nothing older can be a floor. */
  readonly firstGlibc: string
  readonly defaultFloor: string
}

const loose: readonly FlagRule[] = []
const only = (...values: number[]): readonly FlagRule[] => [{ mask: 0xffffffff, values }]
const armEabi5 = { mask: 0xff000000, values: [0x05000000] } as const

/** Source of the ELF columns: the psABI of each architecture and the loaders' own paths (glibc shlib-versions, musl). */
const rows = {
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
      flags: only(0),
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
      flags: only(0),
      glibcInterpreter: '/lib/ld-linux.so.2',
      muslInterpreter: ['/lib/ld-musl-i386.so.1'],
      pageSize: 0x1000,
    },
    firstGlibc: '2.0',
    defaultFloor: '2.17',
  },
  aarch64: {
    aliases: ['arm64', 'arm64/v8', 'armv8'],
    rust: { glibc: 'aarch64-unknown-linux-gnu', musl: 'aarch64-unknown-linux-musl' },
    go: { goarch: 'arm64', env: { GOARM64: 'v8.0' } },
    zig: { arch: 'aarch64', abi: '' },
    docker: 'linux/arm64',
    debian: 'arm64',
    gnu: { glibc: 'aarch64-linux-gnu', musl: 'aarch64-linux-musl' },
    cpu: { cmake: 'aarch64', family: 'aarch64' },
    qemu: { name: 'aarch64', baseline: 'cortex-a53' },
    elf: {
      class: 64,
      data: 'LE',
      machine: 183,
      flags: loose,
      glibcInterpreter: '/lib/ld-linux-aarch64.so.1',
      muslInterpreter: ['/lib/ld-musl-aarch64.so.1'],
      pageSize: 0x10000,
    },
    firstGlibc: '2.17',
    defaultFloor: '2.17',
  },
  armv7: {
    aliases: ['armv7l', 'armhf', 'arm/v7', 'armv7hf'],
    rust: { glibc: 'armv7-unknown-linux-gnueabihf', musl: 'armv7-unknown-linux-musleabihf' },
    go: { goarch: 'arm', env: { GOARM: '7' } },
    zig: { arch: 'arm', abi: 'eabihf' },
    docker: 'linux/arm/v7',
    debian: 'armhf',
    gnu: { glibc: 'arm-linux-gnueabihf', musl: 'arm-linux-musleabihf' },
    cpu: { cmake: 'armv7-a', family: 'arm' },
    qemu: { name: 'arm', baseline: 'cortex-a7' },
    elf: {
      class: 32,
      data: 'LE',
      machine: 40,
      flags: [armEabi5, { mask: 0x400, values: [0x400], dynamicOnly: true }],
      glibcInterpreter: '/lib/ld-linux-armhf.so.3',
      muslInterpreter: ['/lib/ld-musl-armhf.so.1'],
      pageSize: 0x1000,
    },
    firstGlibc: '2.4',
    defaultFloor: '2.17',
  },
  armv6: {
    aliases: ['armv6l', 'arm', 'arm/v6', 'armv6hf'],
    rust: { glibc: 'arm-unknown-linux-gnueabihf', musl: 'arm-unknown-linux-musleabihf' },
    go: { goarch: 'arm', env: { GOARM: '6' } },
    zig: { arch: 'arm', abi: 'eabihf', cpu: 'arm1176jzf_s' },
    docker: 'linux/arm/v6',
    debian: null,
    gnu: { glibc: 'arm-linux-gnueabihf', musl: 'arm-linux-musleabihf' },
    cpu: { cmake: 'armv6', family: 'arm' },
    qemu: { name: 'arm', baseline: 'arm1176' },
    elf: {
      class: 32,
      data: 'LE',
      machine: 40,
      flags: [armEabi5, { mask: 0x400, values: [0x400], dynamicOnly: true }],
      glibcInterpreter: '/lib/ld-linux-armhf.so.3',
      muslInterpreter: ['/lib/ld-musl-armhf.so.1'],
      pageSize: 0x1000,
    },
    firstGlibc: '2.4',
    defaultFloor: '2.17',
  },
  armel: {
    aliases: ['armv5te', 'armv5', 'armv5tel', 'arm/v5'],
    rust: { glibc: 'arm-unknown-linux-gnueabi', musl: 'arm-unknown-linux-musleabi' },
    go: { goarch: 'arm', env: { GOARM: '5' } },
    zig: { arch: 'arm', abi: 'eabi', cpu: 'arm926ej_s' },
    docker: 'linux/arm/v5',
    debian: 'armel',
    gnu: { glibc: 'arm-linux-gnueabi', musl: 'arm-linux-musleabi' },
    cpu: { cmake: 'armv5', family: 'arm' },
    qemu: { name: 'arm', baseline: 'arm926' },
    elf: {
      class: 32,
      data: 'LE',
      machine: 40,
      flags: [armEabi5, { mask: 0x200, values: [0x200], dynamicOnly: true }],
      glibcInterpreter: '/lib/ld-linux.so.3',
      muslInterpreter: ['/lib/ld-musl-arm.so.1'],
      pageSize: 0x1000,
    },
    firstGlibc: '2.4',
    defaultFloor: '2.17',
  },
  riscv64: {
    aliases: ['riscv64gc'],
    rust: { glibc: 'riscv64gc-unknown-linux-gnu', musl: 'riscv64gc-unknown-linux-musl' },
    go: { goarch: 'riscv64', env: { GORISCV64: 'rva20u64' } },
    zig: { arch: 'riscv64', abi: '' },
    docker: 'linux/riscv64',
    debian: 'riscv64',
    gnu: { glibc: 'riscv64-linux-gnu', musl: 'riscv64-linux-musl' },
    cpu: { cmake: 'riscv64', family: 'riscv64' },
    qemu: { name: 'riscv64', baseline: 'rv64,v=false' },
    elf: {
      class: 64,
      data: 'LE',
      machine: 243,
      flags: [{ mask: 0xe, values: [4] }],
      glibcInterpreter: '/lib/ld-linux-riscv64-lp64d.so.1',
      muslInterpreter: ['/lib/ld-musl-riscv64.so.1'],
      pageSize: 0x1000,
    },
    firstGlibc: '2.27',
    defaultFloor: '2.31',
  },
  ppc64le: {
    aliases: ['powerpc64le', 'ppc64el'],
    rust: { glibc: 'powerpc64le-unknown-linux-gnu', musl: 'powerpc64le-unknown-linux-musl' },
    go: { goarch: 'ppc64le', env: { GOPPC64: 'power8' } },
    zig: { arch: 'powerpc64le', abi: '' },
    docker: 'linux/ppc64le',
    debian: 'ppc64el',
    gnu: { glibc: 'powerpc64le-linux-gnu', musl: 'powerpc64le-linux-musl' },
    cpu: { cmake: 'ppc64le', family: 'ppc64' },
    qemu: { name: 'ppc64le', baseline: 'power8' },
    elf: {
      class: 64,
      data: 'LE',
      machine: 21,
      flags: [{ mask: 3, values: [2, 0] }],
      glibcInterpreter: '/lib64/ld64.so.2',
      muslInterpreter: ['/lib/ld-musl-powerpc64le.so.1'],
      pageSize: 0x10000,
    },
    firstGlibc: '2.17',
    defaultFloor: '2.17',
  },
  ppc64: {
    aliases: ['powerpc64'],
    rust: { glibc: 'powerpc64-unknown-linux-gnu', musl: 'powerpc64-unknown-linux-musl' },
    go: { goarch: 'ppc64', env: { GOPPC64: 'power8' } },
    zig: { arch: 'powerpc64', abi: '' },
    docker: null,
    debian: 'ppc64',
    gnu: { glibc: 'powerpc64-linux-gnu', musl: 'powerpc64-linux-musl' },
    cpu: { cmake: 'ppc64', family: 'ppc64' },
    qemu: { name: 'ppc64', baseline: 'power8' },
    elf: {
      class: 64,
      data: 'BE',
      machine: 21,
      flags: [{ mask: 3, values: [1, 2] }],
      glibcInterpreter: '/lib64/ld64.so.1',
      muslInterpreter: ['/lib/ld-musl-powerpc64.so.1'],
      pageSize: 0x10000,
    },
    firstGlibc: '2.3',
    defaultFloor: '2.17',
  },
  s390x: {
    aliases: [],
    rust: { glibc: 's390x-unknown-linux-gnu', musl: 's390x-unknown-linux-musl' },
    go: { goarch: 's390x', env: {} },
    zig: { arch: 's390x', abi: '' },
    docker: 'linux/s390x',
    debian: 's390x',
    gnu: { glibc: 's390x-linux-gnu', musl: 's390x-linux-musl' },
    cpu: { cmake: 's390x', family: 's390x' },
    qemu: { name: 's390x', baseline: 'z10EC' },
    elf: {
      class: 64,
      data: 'BE',
      machine: 22,
      flags: only(0, 1),
      glibcInterpreter: '/lib/ld64.so.1',
      muslInterpreter: ['/lib/ld-musl-s390x.so.1'],
      pageSize: 0x1000,
    },
    firstGlibc: '2.2',
    defaultFloor: '2.17',
  },
  loongarch64: {
    aliases: ['loong64'],
    rust: { glibc: 'loongarch64-unknown-linux-gnu', musl: 'loongarch64-unknown-linux-musl' },
    go: { goarch: 'loong64', env: {} },
    zig: { arch: 'loongarch64', abi: '' },
    docker: 'linux/loong64',
    debian: 'loong64',
    gnu: { glibc: 'loongarch64-linux-gnu', musl: 'loongarch64-linux-musl' },
    cpu: { cmake: 'loongarch64', family: 'loongarch64' },
    qemu: { name: 'loongarch64', baseline: 'la464' },
    elf: {
      class: 64,
      data: 'LE',
      machine: 258,
      flags: [{ mask: 7, values: [3] }],
      glibcInterpreter: '/lib64/ld-linux-loongarch-lp64d.so.1',
      muslInterpreter: ['/lib/ld-musl-loongarch64.so.1'],
      pageSize: 0x4000,
    },
    firstGlibc: '2.36',
    defaultFloor: '2.36',
  },
} as const satisfies Record<string, Arch>

/** The canonical name of an architecture. */
export type ArchName = keyof typeof rows

/** The architecture table. */
export const archs: Readonly<Record<ArchName, Arch>> = rows

/** The names of all architectures, in the order of the table. */
export const archNames = Object.keys(rows) as ArchName[]
