import { dirname, join } from 'node:path'
import { buildEnv } from '../../build/environment.ts'
import { cargoHomeIn } from '../../languages/rust/flags.ts'
import type { KeeperContext } from '../keeper.ts'

/** Where a job's cargo works, and with which variables. */
export interface CargoPlaces {
  readonly workDir: string
  /** Names of the target directories below the work directory: `target`, and one for each further floor of a triple. */
  readonly targets: readonly string[]
  readonly triples: readonly string[]
  /** Where cargo keeps sources from outside; it takes what is there for unchangeable. Null: not known. */
  readonly cargoHome: string | null
  /** That place and the user's own, where it is another one: placeholders may be in ours alone. */
  readonly apart: { readonly ours: string; readonly theirs: string } | null
  /**
   * Whether the checkout is of this run alone. Only there may times of sources be set: on a developer's machine other tools have
   * built from the same files, and would take a source with an earlier time for the one that they know.
   */
  readonly disposable: boolean
  /** Whether the own crates are compiled incrementally. */
  readonly incremental: boolean
  /** The environment of its build scripts, but for what cargo itself adds. */
  readonly env: Readonly<Record<string, string>>
}

/** @param standsFor whether another directory can stand for a CARGO_HOME, see canStandFor */
export async function cargoPlaces(
  { job, env: ours }: Pick<KeeperContext, 'job' | 'env'>,
  standsFor: (home: string) => Promise<boolean>,
): Promise<CargoPlaces> {
  const steps = job.steps.filter(step => step.stdout === 'cargo-json')
  const dirs = steps.map(step => step.env['CARGO_BUILD_BUILD_DIR'] ?? '')
  const below = dirs.filter(dir => dir.startsWith(`${job.workDir}/`)).map(dir => dir.slice(job.workDir.length + 1))
  const base = buildEnv(ours, job.passEnv, join(dirname(job.workDir), 'home'))
  const env = { ...base, ...Object.assign({}, ...steps.map(step => step.env)) }
  const home: string | undefined = env['HOME']
  const theirs: string | null = env['CARGO_HOME'] ?? (home === undefined ? null : join(home, '.cargo'))
  const isApart = theirs !== null && (await standsFor(theirs))
  const apart = isApart ? { ours: cargoHomeIn(job.workDir), theirs } : null
  return {
    workDir: job.workDir,
    targets: [...new Set(below)].filter(name => name !== '' && !name.includes('/')),
    triples: [...new Set(job.collect.flatMap(c => (c.from === 'cargo-json' ? Object.keys(c.triples) : [])))],
    cargoHome: apart?.ours ?? theirs,
    apart,
    disposable: !['', 'false', '0'].includes(ours['CI'] ?? ''),
    incremental: steps.some(step => step.env['CARGO_INCREMENTAL'] === '1'),
    env: apart === null ? env : { ...env, CARGO_HOME: apart.ours },
  }
}
