import type { LanguageName } from '../languages/language.ts'
import type { Machine } from '../machine.ts'
import type { GeneratedFile } from '../plan.ts'
import type { Project } from '../project.ts'
import type { Target } from '../target.ts'
import type { ToolchainRef } from '../toolchains/toolchain.ts'
import type { Limits } from './container/limits.ts'
import type { ContainerSpec } from './container/spec.ts'

/** Ways to build a target. */
export type BackendName = 'native' | 'zig' | 'container'

/** Whether a backend can build a target, and why (not). */
export type Offer = { readonly can: true; readonly reason: string } | { readonly can: false; readonly reason: string }

/** C compiler and binutils for one target: absolute paths of one-word commands. */
export interface Compilers {
  readonly cc: string
  readonly cxx: string
  readonly ar: string
  readonly ranlib: string
  /** Null: strip at link time (`-s`), because no strip for this architecture is sure to be here. */
  readonly strip: string | null
  /** `cc -target` of zig, or the GNU triple; for messages and keys. */
  readonly triple: string
}

/** What a language needs to know of a backend. */
export interface Kit {
  readonly backend: BackendName
  readonly toolchains: readonly ToolchainRef[]
  /** Wrappers, written before the first step; content-addressed paths outside the project. */
  readonly files: readonly GeneratedFile[]
  /** By canonical target name; missing when the job compiles no C. */
  readonly compilers: Readonly<Record<string, Compilers>>
  /** Environment that every step gets (ZIG_GLOBAL_CACHE_DIR, CARGO_ZIGBUILD_ZIG_PATH, …). */
  readonly env: Readonly<Record<string, string>>
  /** Directories to put before PATH (where `cargo-zigbuild` is). */
  readonly path: readonly string[]
  /** What is built with the compilers besides sources: part of cache keys later. */
  readonly identity: string
  /** Every step runs in it; missing: on this machine. */
  readonly container?: ContainerSpec
}

/** What a target asks of a backend. */
export interface Request {
  readonly target: Target
  readonly project: Project
  readonly language: LanguageName
  readonly needsC: boolean
  /** `cpu`: the CPU that the user allows beyond the baseline, or null. */
  readonly cpu: string | null
  readonly zigVersion: string
  readonly container: ContainerWish
}

/** What was said of containers. */
export interface ContainerWish {
  /** The image to build in; `$arch` stands for the architecture. */
  readonly image: string | null
  /** The Dockerfile to build, relative to the project. */
  readonly dockerfile: string | null
  readonly limits: Limits
}

/** The port. All members are pure. */
export interface Backend {
  readonly name: BackendName
  /** A job of its builds one target: another target is another container. */
  readonly oneTarget?: true
  offer(request: Request, machine: Machine): Offer
  kit(requests: readonly Request[], machine: Machine): Kit
}
