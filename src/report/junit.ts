import { type CheckName, checkNames, checkOf } from './checks.ts'
import { lostTargets } from './file-facts.ts'
import { document, type TestCase, type TestSuite } from './junit/xml.ts'
import { allFiles } from './match-files.ts'
import type { Change, Failure, FileReport, Finding, Report } from './schema.ts'
import { type Judged, placesOf, whatOf } from './verdict-words.ts'

/** With more files than this, packed ones included, a file without an error is one test: services refuse very long lists. */
const mostInDetail = 2000

/**
 * JUnit XML of what `verify` found, as CI services read it: a test for each check of each file, packed ones included, so that
 * a merge request shows what broke; and a suite of its own for what got worse.
 */
export function junit({ files, comparison }: Judged): string {
  const baseline = comparison ? [{ name: 'baseline', cases: comparison.worse.map(worseCase) }] : []
  return document([filesSuite(files), ...baseline])
}

/** JUnit XML of a run: its targets, then what `verify` found. */
export function reportJunit(report: Report): string {
  return document([buildSuite(report), filesSuite(report.files)])
}

/** A test for each target: it was built, or what failed. Failures that are of no target have a test of their own. */
function buildSuite(report: Report): TestSuite {
  const { files, failures } = report
  const targets = [...new Set(files.flatMap(f => f.target ?? []))]
  const lost = new Set(lostTargets(report).map(l => l.target))
  const failed = failures.flatMap(f => f.targets.map(target => buildCase(target, f)))
  const general = failures.filter(f => f.targets.length === 0).map(f => buildCase('run', f))
  const built = targets.filter(t => !lost.has(t) && !failures.some(f => f.targets.includes(t)))
  return { name: 'build', cases: [...built.map(t => buildCase(t, null)), ...failed, ...general] }
}

function buildCase(target: string, failure: Failure | null): TestCase {
  if (failure === null) return { group: target, name: 'build' }
  const { code, message, lines, command, hint } = failure
  const body = [message, ...lines.slice(-40), ...(command ? [`  run: ${command}`] : []), `  help: ${hint}`]
  return { group: target, name: 'build', failure: { type: code, message, body } }
}

function filesSuite(files: readonly FileReport[]): TestSuite {
  const all = allFiles(files)
  const detailed = all.length <= mostInDetail
  const cases = all.flatMap(f => (detailed || !f.verified ? fileCases(f) : [{ group: groupOf(f), name: f.path }]))
  return { name: 'verify', cases }
}

const groupOf = (file: FileReport) => file.target ?? file.arch ?? file.linkage

function fileCases(file: FileReport): TestCase[] {
  const found = Map.groupBy(file.findings, f => checkOf(f.id))
  const shown = checkNames.filter(name => name !== 'content' || file.payload.length > 0 || found.has(name))
  return shown.map(name => checkCase(file, name, found.get(name) ?? []))
}

function checkCase(file: FileReport, check: CheckName, findings: readonly Finding[]): TestCase {
  const errors = findings.filter(f => f.severity === 'error')
  const [first] = errors
  const told = [
    ...(check === 'whole' ? aboutOf(file) : []),
    ...findings.filter(f => f.severity === 'warning').map(sentence),
  ]
  const base = { group: groupOf(file), name: `${file.path}: ${check}`, output: told }
  if (first !== undefined) {
    const type = [...new Set(errors.map(f => f.id))].join(' ')
    return { ...base, failure: { type, message: first.message, body: errors.flatMap(helped) } }
  }
  if (check === 'content' && !file.verified && file.payload.some(m => !m.verified)) {
    return { ...base, failure: { type: 'payload-member', message: 'a packed file is not verified', body: [] } }
  }
  return check === 'start' && !file.smoke?.length ? { ...base, skipped: 'it was not started here' } : base
}

function aboutOf(file: FileReport): string[] {
  const places = placesOf(file)
  return [whatOf(file), ...(places === '' ? [] : [`runs on ${places}`])]
}

const helped = (f: Finding) => [sentence(f), ...(f.hint === '' ? [] : [`  help: ${f.hint}`])]

function sentence(finding: Finding): string {
  const evidence = finding.evidence === '' ? '' : ` (${finding.evidence})`
  return `${finding.severity}[${finding.id}]: ${finding.message}${evidence}`
}

function worseCase({ path, kind, message }: Change): TestCase {
  const whole = `${path}: ${message}`
  return { group: `baseline.${kind}`, name: whole, failure: { type: kind, message, body: [whole] } }
}
