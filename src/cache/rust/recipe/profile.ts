import { type Table, tableOf, textOf } from '../../../languages/toml.ts'

/**
 * What is said of a profile and of those that it inherits from, by their names; of one that inherits nothing, what is said
 * of itself. Rules: the Cargo Book, chapter Profiles; configuration wins over the manifest, table by table.
 * @param said tables of profiles, the weakest first
 */
export function profileTable(name: string, said: readonly Table[]): Table {
  const all = said.reduce(merged, {})
  const chain: string[] = []
  for (let next: string | null = name; next !== null && !chain.includes(next); ) {
    chain.push(next)
    next = textOf(tableOf(all[next])['inherits'])
  }
  if (chain.length === 1) return tableOf(all[name])
  return Object.fromEntries(chain.map(profile => [profile, tableOf(all[profile])]))
}

function merged(weak: Table, strong: Table): Table {
  const both = Object.entries(strong).map(([key, value]): [string, unknown] => {
    const before = weak[key]
    return [key, isTable(before) && isTable(value) ? merged(before, value) : value]
  })
  return { ...weak, ...Object.fromEntries(both) }
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
