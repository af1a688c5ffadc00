import { createHash } from 'node:crypto'

/** Variables by name, with a digest of their value; null where they were not set. Values may be secret: none is kept. */
export type VariableRecord = Readonly<Record<string, string | null>>

/** Records what build scripts said they depend on. */
export function recordVariables(names: Iterable<string>, env: Readonly<Record<string, string>>): VariableRecord {
  return Object.fromEntries([...new Set(names)].sort().map(name => [name, digest(name, env[name])]))
}

/** Names of the variables that have another value now. */
export function changedVariables(record: VariableRecord, env: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(record).filter(name => record[name] !== digest(name, env[name]))
}

function digest(name: string, value: string | undefined): string | null {
  if (value === undefined) return null
  return createHash('sha256').update(`${name}=${value}`).digest('hex').slice(0, 32)
}
