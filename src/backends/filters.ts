/**
 * What GNU toolchains understand and zig's compiler driver does not. Source: every row was linked with zig 0.12 to 0.17;
 * only flags that fail there, or that would make an executable wrong, are listed. Everything else goes through untouched.
 */

/** An argument for the linker that zig refuses: its name without dashes, and the values it is about (sh pattern). */
export interface LinkerRule {
  readonly option: string
  /** Null: the option takes no value. */
  readonly value: string | null
  /** The value only comes after `=`, never as the next argument. */
  readonly joined?: true
  /** `drop` is told on stderr; `refuse` ends the compilation with the reason. */
  readonly action: 'drop' | 'refuse'
  /** What the user should know. */
  readonly why: string
}

const layout = 'only changes the layout of the file'
const diagnostics = 'only changes what the linker prints'

const drop = (why: string, ...options: readonly string[]): LinkerRule[] =>
  options.map(option => ({ option, value: null, action: 'drop', why }))
const dropWith = (why: string, value: string, ...options: readonly string[]): LinkerRule[] =>
  options.map(option => ({ option, value, action: 'drop', why }))
const joined = (rules: readonly LinkerRule[]): LinkerRule[] => rules.map(rule => ({ ...rule, joined: true }))
const refuse = (why: string, value: string | null, ...options: readonly string[]): LinkerRule[] =>
  options.map(option => ({ option, value, action: 'refuse', why }))

/** Rules for `-Wl,…`, `-Xlinker …` and `-z …`. Patterns of values have no quotes, blanks or `)`: they go into sh. */
export const linkerRules: readonly LinkerRule[] = [
  ...drop('lld needs no erratum workaround for the baseline', 'fix-cortex-a53-843419', 'fix-cortex-a53-835769'),
  ...drop(layout, 'no-rosegment', 'rosegment', 'relax', 'no-relax', 'no-omagic', 'gdb-index'),
  ...drop(diagnostics, 'warn-common', 'warn-once', 'fatal-warnings', 'no-fatal-warnings', 'cref', 'stats', 'trace'),
  ...drop(diagnostics, 't', 'demangle', 'no-demangle', 'no-warn-mismatch'),
  ...drop('only saves memory of the linker', 'no-keep-memory', 'reduce-memory-overheads', 'threads', 'no-threads'),
  ...drop(
    'lld never copies them',
    'copy-dt-needed-entries',
    'no-copy-dt-needed-entries',
    'add-needed',
    'no-add-needed',
  ),
  ...drop('only matters for shared libraries', 'Bsymbolic-functions', 'Bsymbolic-non-weak-functions'),
  ...joined(dropWith(layout, '*', 'icf', 'sort-common', 'orphan-handling')),
  ...joined(dropWith(diagnostics, '*', 'trace-symbol')),
  ...dropWith(diagnostics, '*', 'Map', 'y'),
  ...dropWith('the target says it', 'elf_*', 'm'),
  ...dropWith('lld does not search libraries of libraries', '*', 'rpath-link'),
  ...dropWith('lld optimizes without plugins', '*', 'plugin', 'plugin-opt'),
  ...dropWith('symbols of static libraries become visible', '*', 'exclude-libs'),
  ...dropWith('needs glibc 2.36 to start', 'pack-relative-relocs', 'z'),
  ...[
    'nostart-stop-gc',
    'start-stop-gc',
    'separate-code',
    'noseparate-code',
    'text',
    'combreloc',
    'shstk',
    'ibt',
  ].flatMap(value => dropWith(layout, value, 'z')),
  ...['keep-text-section-prefix', 'cet-report=*', 'nognustack'].flatMap(value => dropWith(layout, value, 'z')),
  ...refuse('zig cannot wrap symbols: call the replacement by its own name', '*', 'wrap'),
  ...refuse('zig cannot define symbols on the command line: define them in a source file', '*', 'defsym'),
  ...refuse('two definitions of one symbol: keep one of them', null, 'allow-multiple-definition'),
  ...refuse('two definitions of one symbol: keep one of them', 'muldefs', 'z'),
  ...joined(refuse('an executable with missing symbols fails when it runs: link them', '*', 'unresolved-symbols')),
  ...refuse('zig has no list of dynamic symbols: use -rdynamic or a version script', '*', 'dynamic-list'),
  ...refuse('an executable stack is a hole: remove -z execstack', 'execstack', 'z'),
]

/** How the names of CPUs that compilers take become zig's. `names`: dashes to underscores. */
interface CpuDialect {
  /** Values of `-march` and `-mcpu` that say no more than the target: dropped. */
  readonly baseline: readonly string[]
  /** `armv8`: `armv8.2-a+crc` is spelled out; `power`: power9 is pwr9; `names`: dashes become underscores. */
  readonly spelling: 'names' | 'armv8' | 'power'
  /** `-march` cannot be said to zig at all: dropped with a note. */
  readonly dropsMarch?: true
}

/** By zig's name of the architecture; missing: names go through as they are. */
export const cpuDialects: Readonly<Record<string, CpuDialect>> = {
  x86_64: { baseline: ['x86-64', 'x86_64', 'generic'], spelling: 'names' },
  x86: { baseline: ['generic'], spelling: 'names' },
  aarch64: { baseline: ['armv8-a', 'armv8', 'generic'], spelling: 'armv8' },
  arm: { baseline: ['generic'], spelling: 'names', dropsMarch: true },
  riscv64: { baseline: ['rv64gc', 'rv64imafdc', 'rv64g'], spelling: 'names', dropsMarch: true },
  powerpc64le: { baseline: ['powerpc64le', 'power8', 'pwr8'], spelling: 'power' },
  powerpc64: { baseline: ['powerpc64'], spelling: 'power' },
  loongarch64: { baseline: ['loongarch64', 'la64v1.0'], spelling: 'names' },
}

/** Features of `-march=armv8-a+…` that LLVM calls otherwise. Source: GCC's manual, "AArch64 Options"; `zig targets`. */
export const armFeatures: Readonly<Record<string, string>> = {
  fp16: 'fullfp16',
  fp: 'fp_armv8',
  simd: 'neon',
  rdma: 'rdm',
  rng: 'rand',
  memtag: 'mte',
  profile: 'spe',
}

/** Directories of this machine's own headers and libraries: never those of a target (sh patterns). */
export const hostDirectories = {
  headers: ['/usr/include', '/usr/local/include'],
  libraries: ['/lib', '/lib32', '/lib64', '/usr/lib', '/usr/lib32', '/usr/lib64', '/usr/local/lib'],
} as const
