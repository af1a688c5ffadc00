import type { Linkage } from './policy.ts'

/** A row of the table of presets. */
interface PresetRow {
  /** For help and docs: what passes. */
  readonly title: string
  /** How an executable may be linked; null: in any way. */
  readonly linkage: readonly Linkage[] | null
  /** Names of libraries that are allowed beside the C library's own when none is named. */
  readonly allowLibraries: readonly string[]
}

/**
 * What can be demanded in one word. The checks of integrity, loading and hardening are the same in all of them; a preset
 * says what a file may need of the system that it comes to.
 */
export const presets = {
  static: {
    title: 'complete in itself: no loader, no library; starts on any Linux, in an empty container too',
    linkage: ['static', 'static-pie'],
    allowLibraries: [],
  },
  glibc: {
    title: "glibc's loader and libraries and no others, no version above `glibc` where it is set",
    linkage: ['dynamic-glibc'],
    allowLibraries: [],
  },
  musl: {
    title: "static, or musl's loader and library and no others (Alpine)",
    linkage: ['static', 'static-pie', 'dynamic-musl'],
    allowLibraries: [],
  },
  any: {
    title: 'whole, loadable and not dangerous: every linkage and every library is allowed, and told',
    linkage: null,
    allowLibraries: ['*'],
  },
} as const satisfies Record<string, PresetRow>

/** The name of a preset. */
export type Preset = keyof typeof presets

/** All names, in the order of the table. */
export const presetNames = Object.keys(presets) as Preset[]
