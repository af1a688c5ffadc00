import { execFileSync } from 'node:child_process'

/** What GNU readelf says about an executable: a judge that shares no code with ours. */
interface ElfFacts {
  /** `Advanced Micro Devices X86-64`, `AArch64`. */
  readonly machine: string
  /** `DYN`: it may be loaded anywhere; `EXEC`: at one address only. */
  readonly type: string
  readonly interpreter: string | null
  readonly needed: readonly string[]
  /** Every GLIBC_ version that it needs, ascending; empty for a static one. */
  readonly glibc: readonly string[]
}

/** Reads a file with readelf. @throws Error when readelf refuses it */
export function readelf(path: string): ElfFacts {
  const text = execFileSync(
    'readelf',
    ['--wide', '--file-header', '--program-headers', '--dynamic', '--version-info', path],
    {
      encoding: 'utf8',
    },
  )
  const needs = text.slice(text.indexOf('Version needs section'))
  return {
    machine: /^ +Machine: +(.*)$/m.exec(text)?.[1] ?? '',
    type: /^ +Type: +(\w+)/m.exec(text)?.[1] ?? '',
    interpreter: /\[Requesting program interpreter: (.*)\]/.exec(text)?.[1] ?? null,
    needed: [...text.matchAll(/\(NEEDED\) +Shared library: \[(.*)\]/g)].map(m => m[1] ?? ''),
    glibc: text.includes('Version needs section')
      ? [...new Set([...needs.matchAll(/Name: GLIBC_([0-9.]+)/g)].map(m => m[1] ?? ''))].sort(byVersion)
      : [],
  }
}

/** Orders versions by their numbers. */
function byVersion(a: string, b: string): number {
  const [left = [], right = []] = [a, b].map(v => v.split('.').map(Number))
  const differing = left.findIndex((n, i) => n !== right[i])
  return differing < 0 ? left.length - right.length : (left[differing] ?? 0) - (right[differing] ?? 0)
}

/** Whether a version is at most another. */
export function atMost(version: string, limit: string): boolean {
  return byVersion(version, limit) <= 0
}
