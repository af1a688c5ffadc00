import type { FindingRow } from '../verify/findings/row.ts'
import { findingTable, pageOf } from '../verify/findings.ts'
import { code, prose } from './markdown-text.ts'
import { allFiles } from './match-files.ts'
import type { Change, Finding } from './schema.ts'
import type { Judged } from './verdict-words.ts'

/** Which program says it. */
export interface Speaker {
  readonly name: string
  readonly version: string
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

/**
 * The verdict as a SARIF 2.1.0 log (OASIS standard), for code scanning: a rule for each kind of finding with its help, a result
 * for each finding. A packed file is located at the package, with its own name as a logical location.
 */
export function sarif({ files, comparison, verified }: Judged, tool: Speaker): object {
  const results = [
    ...files.flatMap(file => allFiles([file]).flatMap(each => each.findings.map(f => result(f, each.path, file.path)))),
    ...(comparison?.worse ?? []).map(change => worseResult(change)),
  ]
  const used = [...new Set(results.map(r => r.ruleId))].sort()
  const rules = used.map(ruleOf)
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: tool.name, semanticVersion: tool.version, rules } },
        columnKind: 'utf16CodeUnits',
        artifacts: files.map(file => ({
          location: { uri: uriOf(file.path) },
          ...(file.size === null ? {} : { length: file.size }),
          ...(file.sha256 === null ? {} : { hashes: { 'sha-256': file.sha256 } }),
        })),
        results: results.map(r => ({ ...r, ruleIndex: used.indexOf(r.ruleId) })),
        properties: { verified },
      },
    ],
  }
}

function result(finding: Finding, path: string, outer: string) {
  const { id, severity, message, evidence, hint } = finding
  const inside = path === outer ? {} : { logicalLocations: [{ fullyQualifiedName: path, kind: 'member' }] }
  return {
    ruleId: id,
    level: levels[severity],
    message: { text: `${path}: ${message}${evidence === '' ? '' : ` (${evidence})`}. ${hint}`.trim() },
    locations: [{ ...place(outer), ...inside }],
    partialFingerprints: { 'findingAndFile/v1': `${id}:${path}:${evidence}` },
  }
}

function worseResult({ path, kind, message }: Change) {
  return {
    ruleId: `worse-${kind}`,
    level: levels.error,
    message: { text: `${path}: ${message}` },
    locations: [place(path)],
    partialFingerprints: { 'findingAndFile/v1': `worse-${kind}:${path}:${message}` },
  }
}

/** Programs have no lines; code scanning services show a result only at one. */
function place(path: string) {
  return { physicalLocation: { artifactLocation: { uri: uriOf(path) }, region: { startLine: 1 } } }
}

/** A path as a URI reference: relative to where it was called, or a file: URI. */
function uriOf(path: string): string {
  const parts = path.toWellFormed().split('/').map(encodeURIComponent).join('/')
  return path.startsWith('/') ? `file://${parts}` : parts.replace(/^\.\//, '')
}

function ruleOf(id: string) {
  const row: FindingRow | undefined = Object.hasOwn(findingTable, id)
    ? findingTable[id as keyof typeof findingTable]
    : undefined
  if (row === undefined) {
    const text = 'Something is worse than in the report that was given as the baseline.'
    return { id, shortDescription: { text }, help: { text } }
  }
  const page = pageOf(id)
  const see = page === null ? '' : ` See ${page} of the documentation.`
  return {
    id,
    name: id.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase()),
    shortDescription: { text: row.title },
    help: { text: `${row.hint}${see}`, markdown: `${prose(row.hint)}${page === null ? '' : ` See ${code(page)}.`}` },
    defaultConfiguration: { level: levels[row.severity] },
  }
}
