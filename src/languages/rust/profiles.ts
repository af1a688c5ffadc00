import { type Table, tableOf, textOf } from '../toml.ts'

/**
 * Names of the profiles of a manifest or cargo configuration that settle `key`, by themselves or by `inherits`.
 * Rules: the Cargo Book, chapter Profiles.
 */
export function profilesWith(root: Table, key: string): readonly string[] {
  const profiles = tableOf(root['profile'])
  const settles = (name: string, seen: readonly string[]): boolean => {
    const profile = tableOf(profiles[name])
    if (key in profile) return true
    const parent = textOf(profile['inherits'])
    return parent !== null && !seen.includes(parent) && settles(parent, [...seen, parent])
  }
  return Object.keys(profiles).filter(name => settles(name, [name]))
}
