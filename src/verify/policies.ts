import type { Target } from '../target.ts'
import type { Policy } from './policy.ts'

/** What is allowed or demanded beyond what the target says. */
export interface PolicyExtra {
  readonly allowLibraries: readonly string[]
  /** `cpu`: the CPU that users are sure to have, or null for the baseline. */
  readonly cpu?: string | null
  /** Commit that is being built, or null when it is not known. */
  readonly commit?: string | null
}

/**
 * What a target promises its users, as demands on a file: static for musl and for programs without libc, dynamic with a
 * floor for glibc (the check accepts a static file there only if it provably uses no libc: pure Go).
 */
export function policyFor(target: Target, extra: PolicyExtra): Policy {
  return {
    target: target.name,
    arch: target.arch,
    linkage: target.libc === 'glibc' ? ['dynamic-glibc'] : ['static', 'static-pie'],
    floor: { glibc: target.floor },
    allowLibraries: extra.allowLibraries,
    ...(extra.cpu ? { cpu: extra.cpu } : {}),
    ...(extra.commit ? { commit: extra.commit } : {}),
    ...(target.libc === 'none' ? { cgo: false } : {}),
  }
}

/** Demands nothing but integrity: the architecture comes from the file, its defaults apply, every library is allowed. */
export function anyPolicy(): Policy {
  return { target: null, arch: null, linkage: null, floor: { glibc: null }, allowLibraries: ['*'] }
}
