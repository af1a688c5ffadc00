import { resolve } from 'node:path'
import type { Exec } from './exec.ts'
import type { Host } from './host.ts'
import type { LoadedInputs } from './inputs/inputs.ts'
import type { Machine } from './machine.ts'
import type { Plan } from './plan.ts'
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
  /** How children are started; tests may give their own. */
  readonly exec?: Exec
}

/** A plan with what was gathered to make it. */
export interface PlannedRun {
  readonly plan: Plan
  readonly machine: Machine
  readonly inputs: readonly LoadedInputs[]
}

/** Decides everything and starts nothing but questions (`go list`, `git`). @throws BuildError what the user must settle */
export async function planRun(_host: Host, request: RunRequest): Promise<PlannedRun> {
  throw new Error(`not yet: ${resolve(request.dir)}`)
}

/** The whole flow: plan, toolchains, build, judge, start, place, report. A failed build is a report, not an exception. */
export async function buildRun(_host: Host, request: RunRequest): Promise<Report> {
  throw new Error(`not yet: ${resolve(request.dir)}`)
}
