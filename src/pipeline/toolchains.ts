import type { Run } from '../pipeline.ts'
import type { Job } from '../plan.ts'
import type { CacheReport } from '../report/schema.ts'
import { installToolchain } from '../toolchains/install.ts'
import { ensureRustTargets } from '../toolchains/rust.ts'
import type { ToolchainRef } from '../toolchains/toolchain.ts'
import { projectOf } from './preflight.ts'

/**
 * Installs what the jobs need, each toolchain once. Returns what the host's cache did for it.
 * @throws BuildError see installToolchain and ensureRustTargets
 */
export async function prepareToolchains(run: Run, jobs: readonly Job[]): Promise<CacheReport[]> {
  const { host, exec, machine, request } = run
  const refs = new Map<string, { ref: ToolchainRef; mirrors: Readonly<Record<string, string>> }>()
  for (const job of jobs) {
    const { mirrors } = projectOf(run, job).subject.loaded.inputs
    for (const ref of job.toolchains) refs.set(`${ref.name}-${ref.version}`, { ref, mirrors })
  }
  const rows: CacheReport[] = []
  const context = {
    exec,
    env: request.env,
    log: host.log,
    signal: host.signal,
    toolsDir: host.toolsDir,
    arch: machine.arch,
    cache: host.cache,
    onCache: (row: CacheReport) => void rows.push(row),
  }
  await Promise.all([...refs.values()].map(({ ref, mirrors }) => installToolchain(ref, { ...context, mirrors })))
  for (const job of jobs) {
    const triples = job.collect.flatMap(c => (c.from === 'cargo-json' ? Object.keys(c.triples) : []))
    if (triples.length === 0) continue
    const { planned, subject } = projectOf(run, job)
    const toolchain = subject.loaded.inputs.toolchain
    await ensureRustTargets({ dir: planned.dir, toolchain, triples: [...new Set(triples)] }, context)
  }
  return rows.sort((a, b) => a.id.localeCompare(b.id, 'en'))
}
