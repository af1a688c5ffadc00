import type { Raw } from './run.ts'

/** The raw file: JSON with a line for each run, so that a difference can be read. Pure. */
export function rawText(raw: Raw): string {
  const parts = Object.entries(raw).map(([name, { runs, ...part }]) => {
    const head = JSON.stringify(part).slice(0, -1)
    return `${JSON.stringify(name)}: ${head},"runs":[\n${runs.map(run => JSON.stringify(run)).join(',\n')}\n]}`
  })
  return `{${parts.join(',\n')}}\n`
}
