import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../../src/report/schema.ts'
import { measure } from './measure.ts'
import type { Run, Stages } from './run.ts'
import type { Stand } from './stand.ts'

/** How a run of the action is asked for. */
export interface Asked {
  /** Inputs of the action by name. */
  readonly inputs: Readonly<Record<string, string>>
  /** Whether it saves, like a push to the default branch, or only reads, like one that must not. */
  readonly saves: boolean
}

/**
 * One run of the action in the checkout, from the start of its process to the end: it plans, restores, builds, judges, packs
 * an archive, and saves if it is asked to.
 * @throws Error when the run fails
 */
export async function runOurs(
  stand: Stand,
  { inputs, saves }: Asked,
): Promise<Run & { readonly report: Report; readonly said: string }> {
  const given = { smoke: 'off', 'artifact-upload': 'false', cache: saves ? 'auto' : 'read-only', ...inputs }
  // by env: a shell passes on no variable with a hyphen in its name
  const asInputs = Object.entries(given).map(([name, value]) => `INPUT_${name.toUpperCase()}=${value}`)
  const argv = ['env', ...asInputs, process.execPath, stand.action]
  const command = { argv, cwd: stand.project, env: stand.env }
  const { result, traffic } = await stand.watch(() => measure(command))
  const report: Report = JSON.parse(readFileSync(join(stand.project, 'dist/report.json'), 'utf8'))
  const { wall, cpu, stdout } = result
  return {
    wall,
    cpu,
    ...traffic,
    ...entriesOf(report),
    ...cratesOf(report),
    stages: stagesOf(report),
    report,
    said: stdout,
  }
}

/** Seconds by part of the run. */
function stagesOf({ steps }: Report): Stages {
  const stages: Record<string, number> = {}
  for (const { stage, ms } of steps) if (stage) stages[stage] = (stages[stage] ?? 0) + ms / 1000
  return stages
}

/** Sizes by kind of entry. */
function entriesOf({ cache }: Report): Pick<Run, 'restored' | 'saved' | 'fetched'> {
  const sizes = (rows: Report['cache']) => {
    const kinds: Record<string, number> = {}
    for (const { id, bytes } of rows) {
      const kind = id.split(' ')[0] ?? ''
      if (bytes > 0) kinds[kind] = (kinds[kind] ?? 0) + bytes
    }
    return kinds
  }
  const fetched: Record<string, number> = {}
  for (const { id, ms, hit } of cache) {
    const kind = id.split(' ')[0] ?? ''
    if (hit === 'exact' || hit === 'partial') fetched[kind] = (fetched[kind] ?? 0) + ms / 1000
  }
  return {
    fetched,
    restored: sizes(cache.filter(row => row.saved === undefined)),
    saved: sizes(cache.filter(row => row.saved === 'saved')),
  }
}

/** What cargo compiled, by its own messages; missing where nothing was built. */
function cratesOf({ cache }: Report): Pick<Run, 'crates'> {
  const compiled = (kind: string) =>
    cache.find(row => row.id.startsWith(`${kind} `) && row.compiled !== undefined)?.compiled
  const [external, own] = [compiled('rust-hot'), compiled('rust-own')]
  return own === undefined && external === undefined ? {} : { crates: { external: external ?? 0, own: own ?? 0 } }
}
