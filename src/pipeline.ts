import { join } from 'node:path'
import { lockWorkDir } from './build/lock.ts'
import { checksums, placeArtifacts, writeOutputFiles } from './build/output.ts'
import { runJob } from './build/run.ts'
import { BuildError } from './errors.ts'
import type { Exec } from './exec.ts'
import { spawnCommand } from './exec/spawn.ts'
import type { Host } from './host.ts'
import type { LoadedInputs } from './inputs/inputs.ts'
import type { Machine } from './machine.ts'
import { collectFrom } from './pipeline/collect.ts'
import { gather, type Gathered } from './pipeline/gather.ts'
import { judge } from './pipeline/judge.ts'
import { prepareToolchains } from './pipeline/toolchains.ts'
import type { Job, Plan } from './plan.ts'
import { makePlan } from './planner.ts'
import { makeReport, type JobOutcome } from './report/assemble.ts'
import type { Report } from './report/schema.ts'

/** What a door asks for. */
export interface RunRequest {
  /** Directory of the project. */
  readonly dir: string
  /** Inputs given on the command line, by name or alias. */
  readonly flags: Readonly<Record<string, string>>
  readonly env: NodeJS.ProcessEnv
  /** Another file than `<dir>/portable-build.yml`. */
  readonly config?: string
  /** Job ids to run; all when missing. */
  readonly only?: readonly string[]
}

/** A plan with what was gathered to make it. */
export interface PlannedRun {
  readonly plan: Plan
  readonly machine: Machine
  readonly inputs: readonly LoadedInputs[]
}
