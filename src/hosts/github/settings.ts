import type { CacheSetting } from '../../cache/policy.ts'
import { BuildError } from '../../errors.ts'
import type { Inputs } from '../../inputs/inputs.ts'
import { loadInputs } from '../../inputs/load.ts'
import type { RunRequest } from '../../pipeline.ts'
import { parseTarget } from '../../target.ts'
import { readInput } from '../../verify/demands.ts'
import { type ActionInputs, asActionInput, checkAll, readList, readSwitch } from './inputs.ts'
import type { Asked } from './session.ts'

/** What the host itself does with a run; the rest of the inputs is the engine's. */
export interface HostSettings {
  readonly upload: boolean
  /** Null: what the repository says. */
  readonly retentionDays: number | null
  readonly keepFailed: boolean
  readonly cache: CacheSetting
  /** Names of variables whose values are secret. */
  readonly secrets: readonly string[]
}

/** What the engine is asked: the project is the workspace, or below it as `working-directory` says. */
export function requestOf({ inputs, places, env }: Asked): RunRequest {
  const { config, only } = inputs.own
  const ids = readList(only)
  return {
    dir: places.workspace,
    flags: inputs.flags,
    env,
    spell: asActionInput,
    ...(config === undefined ? {} : { config }),
    ...(ids.length === 0 ? {} : { only: ids }),
  }
}

/**
 * Reads what concerns the host, and checks the values of all inputs with it.
 * @throws BuildError as loadInputs; `bad-input` that lists every problem at once
 */
export async function hostSettings(request: RunRequest, own: ActionInputs['own']): Promise<HostSettings> {
  const [loaded] = await checkAll([
    () => loadInputs(request),
    () => readInput('targets', request.flags, asActionInput).map(parseTarget),
    () => readSwitch('verbose', own['verbose']),
  ])
  const all = loaded.projects.map(p => p.loaded.inputs)
  const days = common('artifact-retention-days', all)
  return {
    upload: common('artifact-upload', all),
    retentionDays: days === null ? null : Number(days),
    keepFailed: common('keep-failed', all),
    cache: common('cache', all),
    secrets: [...new Set(all.flatMap(inputs => inputs.secrets))],
  }
}

/** The value of an input that the whole run has in common. @throws BuildError `bad-input` when projects differ in it */
function common<N extends 'artifact-upload' | 'artifact-retention-days' | 'keep-failed' | 'cache'>(
  name: N,
  all: readonly Inputs[],
): Inputs[N] {
  const [first, ...others] = all
  if (first === undefined) throw new Error('no project')
  if (others.every(inputs => inputs[name] === first[name])) return first[name]
  throw new BuildError('bad-input', `${name} has a value for each project, but it is a matter of the whole run`, {
    hint: `Write ${name} once, beside \`projects:\`.`,
  })
}
