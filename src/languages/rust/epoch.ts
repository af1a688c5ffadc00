import type { Evidence, Tree } from '../../project.ts'
import { lineOf, literal } from '../toml.ts'
import type { Package } from './packages.ts'

/** Crates whose build script or macro writes SOURCE_DATE_EPOCH into what it makes. Source: their own documentation. */
const stampers = ['build-data', 'build-info-build', 'built', 'compile-time', 'shadow-rs', 'vergen', 'vergen-lib']

/**
 * Where a project, or a crate that it takes for this, reads SOURCE_DATE_EPOCH: the place; null when nobody does.
 * Crates that compile C ask cargo to run them again whenever the variable changes (the `cc` crate does so for all of them). The
 * time of each commit would compile ring, openssl and sqlite again for a program that is the same to the byte, so that only
 * those who read it get it.
 */
export function readsEpoch(tree: Tree, members: readonly Package[]): Evidence | null {
  const dirs = members.map(member => (member.dir === '' ? '' : `${member.dir}/`))
  const sources = tree.files.filter(file => file.endsWith('.rs') && dirs.some(dir => file.startsWith(dir)))
  for (const file of sources) {
    const text = tree.read(file) ?? ''
    if (!text.includes('SOURCE_DATE_EPOCH')) continue
    const line = text.split('\n').findIndex(l => l.includes('SOURCE_DATE_EPOCH')) + 1
    return { fact: 'SOURCE_DATE_EPOCH is read: it is the time of the commit', file, line }
  }
  const lock = tree.read('Cargo.lock')
  // it is above the tree, or not there yet
  if (lock === null) return askedFor(members)
  for (const crate of stampers) {
    const line = lineOf(lock, '[[package]]', new RegExp(`^name = "${literal(crate)}"$`))
    if (line === null) continue
    return { fact: factOf(crate), file: 'Cargo.lock', line }
  }
  return null
}

const factOf = (crate: string): string => `${crate} reads SOURCE_DATE_EPOCH: it is the time of the commit`

/** A manifest that names such a crate, or one that brings it (`vergen-gix`). */
function askedFor(members: readonly Package[]): Evidence | null {
  const names = new RegExp(
    `^(?:\\[.*dependencies\\.)?["']?((?:${stampers.map(literal).join('|')})(?:-[\\w-]+)?)["']?\\s*[=.\\]]`,
  )
  for (const { text, file } of members) {
    for (const [i, line] of text.split('\n').entries()) {
      const [, crate] = names.exec(line.trim()) ?? []
      if (crate !== undefined) return { fact: factOf(crate), file, line: i + 1 }
    }
  }
  return null
}
