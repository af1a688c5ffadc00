import type { ArchName } from './arch.ts'

/** A program found on this machine. */
export interface Tool {
  readonly path: string
  /** Its own version (`1.26.8`), or null where it would not say. */
  readonly version: string | null
}

/** Facts of the machine that a plan depends on; gathered once by {@link file://./doctor/probe.ts}, plain data in tests. */
export interface Machine {
  readonly arch: ArchName
  readonly cpus: number
  /** glibc of this machine, or null (musl). */
  readonly glibc: string | null
  /** By command name: cargo, rustc, rustup, go, cmake, ninja, meson, make, autoreconf, pkg-config, git, python3, sh. */
  readonly tools: Readonly<Record<string, Tool | null>>
  /** How to start programs of other architectures: `binfmt` (the kernel does it) or the path of a qemu-user. */
  readonly emulators: Readonly<Partial<Record<ArchName, string>>>
  /** Where toolchains are kept between runs. */
  readonly toolsDir: string
}
