import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { errno } from '../../build/file-error.ts'
import type { CacheEntry } from '../../cache/entry.ts'
import { explainEntries } from '../../cache/explain.ts'
import { wantedEntries, wantedSources } from '../../cache/wanted.ts'
import { BuildError } from '../../errors.ts'
import { spawnCommand } from '../../exec/spawn.ts'
import type { Host } from '../../host.ts'
import { resultSubject } from '../../pipeline/cache.ts'
import { chooseJobs, projectOf } from '../../pipeline/preflight.ts'
import { hasKeptSources, sourceContext } from '../../pipeline/sources.ts'
import { type PlannedRun, planRun } from '../../pipeline.ts'
import { type Explanation, explanationText } from '../../report/cache-text.ts'
import type { CacheReport } from '../../report/schema.ts'
import type { Output } from '../output.ts'
import type { Invocation } from '../parse.ts'
import { onHost, requestOf } from './request.ts'

/** `cache explain`: the keys of a run now, held against those of the last run; nothing is built or restored. */
export async function explain(invocation: Invocation, output: Output): Promise<number> {
  const { options } = invocation
  const explanation = await onHost(invocation, host => explanationOf(host, invocation))
  if (options['json']) output.json({ schema: 1, ...explanation })
  else output.print(explanationText(explanation, { ...output, verbose: options['verbose'] === 'true' }))
  return 0
}

async function explanationOf(host: Host, invocation: Invocation): Promise<Explanation> {
  const request = requestOf(invocation)
  const run = await planRun(host, request)
  const given = invocation.options['report']
  const last = await lastRows(given === undefined ? reportPaths(run) : [given], given !== undefined, host.log)
  const scratch = await mkdtemp(join(tmpdir(), 'portable-build-explain-'))
  const exec = spawnCommand
  const now: CacheEntry[] = []
  const without: Explanation['without'][number][] = []
  try {
    for (const subject of run.subjects.filter(hasKeptSources)) {
      const sources = await wantedSources(sourceContext({ host, request, exec, scratch }, subject))
      if (sources !== null) now.push(sources)
    }
    for (const job of chooseJobs(run.plan, request.only ?? [])) {
      const { planned, subject } = projectOf(run, job)
      const { log, signal } = host
      const rustDepsCache = subject.loaded.inputs['rust-deps-cache']
      const context = { rustDepsCache, job, planned, exec, env: request.env, log, signal, scratch }
      const found = await wantedEntries(context, resultSubject(run, subject), last.rows)
      now.push(...found.entries)
      without.push(...found.without)
    }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
  return { entries: explainEntries(last.rows, now), without, report: last.path }
}

const reportPaths = ({ plan }: PlannedRun) => plan.projects.map(p => join(p.outputDir, 'report.json'))

/** The rows of the first report that is there. @throws BuildError `bad-input` for a named one that is none */
async function lastRows(paths: readonly string[], named: boolean, log: Host['log']): Promise<Rows> {
  for (const path of paths) {
    const read = await readRows(path)
    if (read === null && !named) continue
    if (read !== null && 'rows' in read) return { rows: read.rows, path: shown(path) }
    const why = read?.why ?? 'it is not there'
    const hint = 'Give a report.json of `build`.'
    if (named) throw new BuildError('bad-input', `--report ${path}: ${why}`, { hint })
    log.warn(`${shown(path)} is not used: ${why}`, 'The next build writes another one.')
  }
  return { rows: [], path: null }
}

interface Rows {
  readonly rows: readonly CacheReport[]
  readonly path: string | null
}

/** Null where there is no file. */
async function readRows(path: string): Promise<{ rows: CacheReport[] } | { why: string } | null> {
  try {
    const data: unknown = JSON.parse(await readFile(path, 'utf8'))
    const { reportSchema } = await import('../../report/schema.ts')
    const read = reportSchema.pick({ schema: true, cache: true }).safeParse(data)
    return read.success ? { rows: read.data.cache } : { why: 'it is no report of schema 1' }
  } catch (error) {
    if (errno(error) === 'ENOENT') return null
    return { why: error instanceof SyntaxError ? 'it is not JSON' : `it cannot be read (${errno(error) || 'error'})` }
  }
}

const shown = (path: string) => {
  const near = relative('', path)
  return near.startsWith('..') ? path : near
}
