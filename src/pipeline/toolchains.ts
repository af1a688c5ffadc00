import type { Run } from '../pipeline.ts'
import type { Job } from '../plan.ts'
import type { CacheReport } from '../report/schema.ts'
import { installToolchain } from '../toolchains/install.ts'
import { ensureRustTargets } from '../toolchains/rust.ts'
import type { ToolchainRef } from '../toolchains/toolchain.ts'
import { projectOf } from './preflight.ts'

interface Wanted {
  readonly ref: ToolchainRef
  readonly mirrors: Readonly<Record<string, string>>
}

/**
 * Installs what the jobs need, each toolchain once.
 * @param onCache told what the host's cache did for it
 * @throws BuildError see installToolchain and ensureRustTargets
 */
export async function prepareToolchains(
  run: Run,
  jobs: readonly Job[],
  onCache: (row: CacheReport) => void,
): Promise<void> {
  const { host, exec, machine, request, timeline } = run
  const refs = new Map<string, Wanted>()
  for (const job of jobs) {
    const { mirrors } = projectOf(run, job).subject.loaded.inputs
    for (const ref of job.toolchains) refs.set(`${ref.name}-${ref.version}`, { ref, mirrors })
  }
  const context = {
    exec,
    env: request.env,
    log: host.log,
    signal: host.signal,
    toolsDir: host.toolsDir,
    arch: machine.arch,
    cache: host.cache,
    onCache,
  }
  const stage = 'toolchains'
  const install = ([name, { ref, mirrors }]: readonly [string, Wanted]) =>
    timeline.time({ stage, id: `toolchains/${name}`, title: `${ref.name} ${ref.version}` }, () =>
      installToolchain(ref, { ...context, mirrors }),
    )
  await Promise.all([...refs].map(install))
  for (const job of jobs.filter(j => j.backend !== 'container')) {
    const triples = job.collect.flatMap(c => (c.from === 'cargo-json' ? Object.keys(c.triples) : []))
    if (triples.length === 0) continue
    const { planned, subject } = projectOf(run, job)
    const toolchain = subject.loaded.inputs.toolchain
    await timeline.time({ stage, id: `${job.id}/rust-targets`, title: 'standard libraries of Rust', job: job.id }, () =>
      ensureRustTargets({ dir: planned.dir, toolchain, triples: [...new Set(triples)] }, context),
    )
  }
}
