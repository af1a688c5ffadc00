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

/** Every value of `e_flags` is right: the architecture defines none that matter. */
export const anyFlags: readonly FlagRule[] = []

/** `e_flags` must be one of these. */
export function onlyFlags(...values: number[]): readonly FlagRule[] {
  return [{ mask: 0xffffffff, values }]
}
