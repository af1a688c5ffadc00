import type { Evidence } from '../../project.ts'

/** What go.mod says; format: the Go Modules Reference, "go.mod files". */
export interface GoModule {
  readonly path: string
  /** The `go` line, or null. */
  readonly go: string | null
  /** The `toolchain` line (`go1.24.5`), or null. */
  readonly toolchain: string | null
  /** Where it requires other modules, or null: only then can there be C that the tree does not show. */
  readonly requires: Evidence | null
  readonly evidence: readonly Evidence[]
}

/** Reads go.mod; null where it has no module line. */
export function readGoMod(text: string): GoModule | null {
  const evidence: Evidence[] = []
  const find = (keyword: string): string | null => {
    const lines = text.split('\n')
    for (const [index, line] of lines.entries()) {
      const value = new RegExp(`^${keyword}\\s+("?)([^\\s"]+)\\1\\s*(?://.*)?$`).exec(line.trim())?.[2]
      if (value === undefined) continue
      evidence.push({ fact: `${keyword} ${value}`, file: 'go.mod', line: index + 1 })
      return value
    }
    return null
  }
  const path = find('module')
  if (path === null) return null
  const at = text.split('\n').findIndex(line => /^\s*require\b/.test(line))
  const requires = at < 0 ? null : { fact: 'require', file: 'go.mod', line: at + 1 }
  return { path, go: find('go'), toolchain: find('toolchain'), requires, evidence }
}

/** The name that `go build` gives to an executable: the last element of the path that is no major version (cmd/go, load). */
export function executableName(importPath: string): string {
  const parts = importPath.split('/')
  const last = parts.at(-1) ?? ''
  return /^v([2-9]|[1-9][0-9]+)$/.test(last) ? (parts.at(-2) ?? last) : last
}

/** The value of GOTOOLCHAIN for a version as people write it; since Go 1.21 a release has three numbers (`go help toolchain`). */
export function toolchainName(version: string): string {
  if (/^(local|auto|path)$|\+(auto|path)$/.test(version)) return version
  const number = version.replace(/^go/, '')
  const [major = 1, minor = 0] = number.split('.').map(Number)
  const short = /^[0-9]+\.[0-9]+$/.test(number) && (major > 1 || minor >= 21)
  return `go${number}${short ? '.0' : ''}`
}
