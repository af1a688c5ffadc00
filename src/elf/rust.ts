import { inflateSync } from 'node:zlib'
import { limits } from './limits.ts'
import type { Reader } from './reader.ts'
import { type Section, sectionBytes } from './sections.ts'

/** The dependency list that cargo-auditable embeds: how many packages, or why it cannot be read. */
export type Dependencies = { readonly packages: number } | { readonly corrupt: string }

/**
 * Reads `.dep-v0` (zlib over JSON; source: cargo-auditable PARSING.md); null for a file without it.
 * @throws ElfError `limit`
 */
export function readDependencies(reader: Reader, sections: readonly Section[]): Dependencies | null {
  const bytes = sectionBytes(reader, sections, '.dep-v0', limits.dependencies)
  if (!bytes) return null
  try {
    const list: unknown = JSON.parse(inflateSync(bytes, { maxOutputLength: limits.dependencies }).toString('utf8'))
    const packages = typeof list === 'object' && list !== null && 'packages' in list ? list.packages : null
    if (!Array.isArray(packages)) return { corrupt: 'no list of packages' }
    const roots = packages.filter(p => typeof p === 'object' && p !== null && 'root' in p && p.root === true).length
    return roots === 1 ? { packages: packages.length } : { corrupt: `${roots} root packages` }
  } catch (error) {
    return { corrupt: error instanceof Error ? error.message : String(error) }
  }
}
