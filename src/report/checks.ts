import type { FindingId } from '../verify/findings.ts'

/** What is checked of every file, in the order of telling; each kind of finding belongs to one check. */
export const checks = {
  whole: [
    'unreadable',
    'malformed',
    'truncated',
    'limit',
    'not-elf',
    'elf-kind',
    'os-abi',
    'mode',
    'upx',
    'trailing-data',
  ],
  architecture: ['arch-unknown', 'arch-mismatch', 'abi-flags', 'go-arch'],
  linkage: [
    ...(['linkage-mismatch', 'interpreter', 'interp-without-needed', 'go-cgo'] as const),
    ...(['static-glibc', 'static-glibc-nss', 'static-dlopen'] as const),
  ],
  floor: [
    ...(['floor-glibc', 'floor-musl', 'floor-libstdcxx', 'glibc-abi-unknown', 'glibc-private'] as const),
    ...(['relr-unmarked', 'unversioned', 'payload-floor'] as const),
  ],
  libraries: ['needed-not-allowed', 'needed-path', 'needed-duplicate', 'runpath', 'runpath-origin', 'audit'],
  machine: ['isa-baseline', 'kernel-floor', 'page-size'],
  hardening: ['exec-stack', 'rwx-segment', 'textrel', 'relro', 'bind-now', 'no-pie'],
  origin: [
    ...(['secret', 'leaked-path', 'go-revision', 'go-modified', 'go-trimpath', 'auditable-corrupt'] as const),
    ...(['not-stripped', 'build-id', 'no-build-id', 'toolchain'] as const),
  ],
  content: ['payload-unreadable', 'payload-path', 'payload-member', 'payload-unknown'],
  start: ['smoke'],
} as const satisfies Record<string, readonly FindingId[]>

/** The name of a check. */
export type CheckName = keyof typeof checks

/** Their names, in the order of telling. */
export const checkNames = Object.keys(checks) as CheckName[]

const byFinding: ReadonlyMap<string, CheckName> = new Map(
  checkNames.flatMap(name => checks[name].map(id => [id, name] as const)),
)

/** The check that a finding belongs to; of ids that newer versions write, that of whole files. */
export function checkOf(id: string): CheckName {
  return byFinding.get(id) ?? 'whole'
}
