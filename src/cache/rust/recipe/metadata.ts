import { posix } from 'node:path'
import { BuildError } from '../../../errors.ts'
import { tableOf, textOf, textsOf } from '../../../languages/toml.ts'
import type { PackageFacts } from './mask.ts'

/** What cargo finds: the root of the workspace and its members. */
export interface CargoMetadata {
  /** Absolute. */
  readonly root: string
  readonly members: readonly Pick<PackageFacts, 'path' | 'buildScript' | 'executables'>[]
}

/**
 * Reads what `cargo metadata --no-deps --format-version 1` prints: it knows the patterns of members, the workspace above a
 * directory, and the files that are targets without being named. Pure.
 * @throws BuildError `unreadable-project` for anything else
 */
export function readMetadata(text: string): CargoMetadata {
  const said = tableOf(parse(text))
  const root = textOf(said['workspace_root'])
  const packages = said['packages']
  if (root === null || !Array.isArray(packages)) throw unreadable()
  const members = packages.map(tableOf).map(p => {
    const manifest = textOf(p['manifest_path'])
    const targets = p['targets']
    if (manifest === null || !Array.isArray(targets)) throw unreadable()
    const kinds = targets.flatMap(t => textsOf(tableOf(t)['kind']))
    return {
      path: posix.relative(root, manifest),
      buildScript: kinds.includes('custom-build'),
      executables: kinds.includes('bin'),
    }
  })
  return { root, members }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const unreadable = () =>
  new BuildError('unreadable-project', '`cargo metadata` did not print what it is known to print')
