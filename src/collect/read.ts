import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { BuildError } from '../errors.ts'
import { type Report, reportSchema } from '../report/schema.ts'
import { tool } from '../tool.ts'
import { type LegPlan, readPlan } from './plan.ts'

/** A leg's report that could be read. */
export interface LegReport {
  /** Relative to the directory of the legs, for messages. */
  readonly path: string
  readonly sha256: string
  readonly report: Report
  readonly plan: LegPlan
}

/** What is below the directory. */
export interface Gathered {
  readonly reports: readonly LegReport[]
  /** Reports that cannot be used, and why. */
  readonly broken: readonly { readonly path: string; readonly why: string }[]
  /** Absolute paths of all regular files that are no reports. */
  readonly files: readonly string[]
}

/** Bytes of a report; one of a thousand files has about three million. */
const largestReport = 64 * 1024 * 1024
const mostFiles = 100_000

/** `report.json`, and as CI artifacts are called. */
const reportName = /^report\.json$|^portable-build-report-.*$/

/**
 * Finds the reports and the files below a directory, which may be anyone's: links are not followed, sizes are bounded,
 * everything is checked by the report's schema.
 * @param skip absolute path of a directory to leave out
 * @throws BuildError `bad-input` when the directory cannot be read or holds too much
 */
export async function readLegs(dir: string, skip: string): Promise<Gathered> {
  const all = await filesBelow(resolve(dir), skip)
  const reports: LegReport[] = []
  const broken: { path: string; why: string }[] = []
  for (const path of all.filter(p => reportName.test(basename(p)))) {
    const name = path.slice(resolve(dir).length + 1)
    const read = await readReport(path)
    if (read === null) continue
    if ('why' in read) broken.push({ path: name, why: read.why })
    else if (!reports.some(r => r.sha256 === read.sha256)) reports.push({ path: name, ...read })
  }
  return { reports, broken, files: all.filter(p => !reportName.test(basename(p))) }
}

async function filesBelow(root: string, skip: string): Promise<string[]> {
  const found: string[] = []
  const queue = [root]
  for (let dir = queue.pop(); dir !== undefined; dir = queue.pop()) {
    const entries = await readdir(dir, { withFileTypes: true }).catch((cause: unknown) => {
      throw new BuildError('bad-input', `${dir} is no directory that can be read`, { cause })
    })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(dir, entry.name)
      if (entry.isDirectory() && path !== skip) queue.push(path)
      else if (entry.isFile()) found.push(path)
    }
    if (found.length + queue.length > mostFiles)
      throw new BuildError('bad-input', `${root} holds over ${mostFiles} files`)
  }
  return found.sort()
}

/** Null: a `report.json` of some other tool. */
async function readReport(path: string): Promise<Omit<LegReport, 'path'> | { readonly why: string } | null> {
  const bytes = await readBounded(path)
  if (bytes === null) return { why: `it is larger than ${largestReport} bytes, or cannot be read` }
  let data: unknown
  try {
    data = JSON.parse(bytes.toString('utf8'))
  } catch {
    return { why: 'it is no JSON: cut off, or never finished' }
  }
  if (!isOurs(data)) return null
  const report = reportSchema.safeParse(data)
  if (!report.success) {
    const [issue] = report.error.issues
    return { why: `it is no report of schema 1: ${issue?.path.join('.')}: ${issue?.message}` }
  }
  const plan = readPlan(report.data.plan)
  if (plan === null) return { why: 'its plan is none' }
  return { sha256: createHash('sha256').update(bytes).digest('hex'), report: report.data, plan }
}

function isOurs(data: unknown): boolean {
  if (!(data instanceof Object) || !('tool' in data) || !(data.tool instanceof Object)) return false
  return 'name' in data.tool && data.tool.name === tool.name
}

async function readBounded(path: string): Promise<Buffer | null> {
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
    try {
      return (await file.stat()).size > largestReport ? null : await file.readFile()
    } finally {
      await file.close()
    }
  } catch {
    return null
  }
}
