import type { Inputs } from '../../src/inputs/inputs.ts'
import { type InputRow, inputTable } from '../../src/inputs/table.ts'

/** Inputs as they are when nothing is said, with some of them set. */
export function inputsWith(some: Partial<Inputs> = {}): Inputs {
  const empty = (row: InputRow): unknown => {
    if (row.kind === 'list' || row.kind === 'words') return []
    if (row.kind === 'map') return {}
    if (row.kind === 'switch') return row.default === 'true'
    return row.default ?? null
  }
  const all = Object.fromEntries(Object.entries(inputTable).map(([name, row]) => [name, empty(row)]))
  return { ...(all as unknown as Inputs), ...some }
}
