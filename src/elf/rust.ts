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
  // Not imported above: few files have the list, and the module takes as long to load as several files to judge.
  const { inflateSync } = process.getBuiltinModule('node:zlib')
  try {
    const list: unknown = JSON.parse(inflateSync(bytes, { maxOutputLength: limits.dependencies }).toString('utf8'))
    const packages = typeof list === 'object' && list !== null && 'packages' in list ? list.packages : null
    if (!Array.isArray(packages)) return { corrupt: 'no list of packages' }
    const roots = packages.filter(p => typeof p === 'object' && p !== null && 'root' in p && p.root === true).length
    if (roots !== 1) return { corrupt: `${roots} root packages` }
    const wrong = wrongEdge(packages)
    return wrong === null ? { packages: packages.length } : { corrupt: wrong }
  } catch (error) {
    return { corrupt: error instanceof Error ? error.message : String(error) }
  }
}

/** Dependencies are indices of the list and form no circle: null, or what is wrong. */
function wrongEdge(packages: readonly unknown[]): string | null {
  const edges = packages.map((p): readonly unknown[] =>
    typeof p === 'object' && p !== null && 'dependencies' in p && Array.isArray(p.dependencies) ? p.dependencies : [],
  )
  const isIndex = (to: unknown): to is number => typeof to === 'number' && Number.isInteger(to) && to in packages
  const stray = edges.flat().find(to => !isIndex(to))
  if (stray !== undefined) return `a dependency on package ${String(stray)} of ${packages.length}`
  // Packages that wait for nothing are taken away, until none is left or a circle is.
  const waiting = edges.map(to => new Set(to.filter(isIndex)))
  const users = packages.map((): number[] => [])
  for (const [from, to] of waiting.entries()) for (const index of to) users[index]?.push(from)
  const ready = [...waiting.entries()].filter(([, to]) => to.size === 0).map(([index]) => index)
  for (const done of ready) {
    for (const user of users[done] ?? []) {
      waiting[user]?.delete(done)
      if (waiting[user]?.size === 0) ready.push(user)
    }
  }
  return ready.length === packages.length ? null : 'dependencies in a circle'
}
