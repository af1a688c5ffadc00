import { goModuleKeeper, type SourceContext, type SourceKeeper, saysForged } from '../cache/go/modules.ts'
import type { Exec } from '../exec.ts'
import type { Host } from '../host.ts'
import { toolchainEnv } from '../languages/go/cgo.ts'
import type { RunRequest } from '../pipeline.ts'
import type { CacheReport } from '../report/schema.ts'
import type { FoundProject } from './gather.ts'
import type { OpenStore } from './store.ts'

/** What projects download, kept across runs. It is needed before there is a plan: go reads its modules to answer. */
export interface KeptSources {
  /** @throws BuildError `interrupted`, `disk-full`, `cannot-write`; `bad-input` for the inputs of the cache */
  restore(found: readonly FoundProject[]): Promise<void>
  /**
   * Looks at what tools said: of sources that they refuse, what came back is removed, once.
   * @returns a clause for why they are to be asked again; null: nothing was removed
   */
  distrust(said: readonly string[]): Promise<string | null>
  /** What was downloaded since, when this run may save it. @throws BuildError `interrupted` */
  save(): Promise<void>
  rows(): readonly CacheReport[]
}

/** Of one run. @param open its store */
export function keptSources(host: Host, request: RunRequest, exec: Exec, open: OpenStore): KeptSources {
  const rows: CacheReport[] = []
  const keepers: SourceKeeper[] = []
  let maySave = false
  return {
    async restore(found) {
      const modules = found.filter(hasKeptSources)
      const { store, policy, ...stored } = open(found)
      if (store === null || modules.length === 0) return
      maySave = policy.save
      const scratch = await stored.scratch()
      const tell = (row: CacheReport) => void rows.push(row)
      for (const one of modules) {
        const keeper = await goModuleKeeper({ ...sourceContext({ host, request, exec, scratch }, one), store, tell })
        if (keeper === null) continue
        keepers.push(keeper)
        await keeper.restore()
      }
    },
    async distrust(said) {
      if (!said.some(saysForged)) return null
      let dropped = false
      for (const keeper of keepers) dropped = (await keeper.drop()) || dropped
      if (!dropped) return null
      const why = 'a module from the cache was not the one that go.sum names'
      const isUsed = ({ hit, saved }: CacheReport) => saved === undefined && (hit === 'exact' || hit === 'partial')
      for (const [i, row] of rows.entries()) if (isUsed(row)) rows[i] = { ...row, hit: 'miss', why: `not used: ${why}` }
      return why
    },
    async save() {
      if (maySave) for (const keeper of keepers) await keeper.save()
    },
    rows: () => rows,
  }
}

/** Whether something that the project downloads is kept. */
export const hasKeptSources = ({ project }: FoundProject): boolean => project.language === 'go'

/** What the keeper of a project's downloads gets, but for the store. */
export function sourceContext(
  { host, request, exec, scratch }: SourceRun,
  { project, loaded }: FoundProject,
): Omit<SourceContext, 'store' | 'tell'> {
  return {
    ...{ exec, scratch, env: request.env, log: host.log, signal: host.signal },
    ...{ dir: project.dir, name: project.name, passEnv: loaded.inputs.env, goEnv: toolchainEnv(loaded.inputs) },
  }
}

interface SourceRun {
  readonly host: Pick<Host, 'log' | 'signal'>
  readonly request: RunRequest
  readonly exec: Exec
  readonly scratch: string
}
