import type { Finding } from '../../src/report/schema.ts'
import type { FindingRow } from '../../src/verify/findings/row.ts'
import { type FindingId, findingTable, isFixed } from '../../src/verify/findings.ts'
import { judgeBytes } from '../../src/verify/judge-bytes.ts'
import { ruleGroups } from '../../src/verify/rules.ts'
import { sourceOf } from '../../test/support/elf-source.ts'
import { findingTableCases } from '../../test/support/finding-table.ts'
import type { FindingPage } from './findings/page.ts'
import { findingGroups } from './findings/pages.ts'
import { code, table } from './markdown.ts'

const notice = '<!-- Written by `npm run generate` from src/verify/findings and scripts/generate/findings. -->'

const isId = (id: string): id is FindingId => Object.hasOwn(findingTable, id)

/**
 * docs/findings: a page for each finding, and their index. The examples are what verify prints for the files of the tests.
 * @throws Error for a finding without a page, or a page without a finding
 */
export async function findingPages(): Promise<{ path: string; content: string }[]> {
  const written = findingGroups.flatMap(g => Object.keys(g.pages))
  const missing = Object.keys(findingTable).filter(id => !written.includes(id))
  const stray = written.filter(id => !isId(id))
  if (missing.length + stray.length > 0) {
    throw new Error(`scripts/generate/findings: no page for ${missing.join(', ')}; no finding ${stray.join(', ')}`)
  }
  const pages = findingGroups.flatMap(g => Object.entries(g.pages)).filter(([id]) => isId(id))
  const files = await Promise.all(
    pages.map(async ([id, page]) => ({
      path: `docs/findings/${id}.md`,
      content: findingPage(id as FindingId, page, page.example ?? (await examples(id))),
    })),
  )
  return [{ path: 'docs/findings/README.md', content: index() }, ...files]
}

/** What verify says of the files that deserve the finding: each severity once. */
async function examples(id: string): Promise<string[]> {
  const shown: string[] = []
  const seen = new Set<string>()
  for (const { bad, severity, id: caseId } of findingTableCases) {
    if (caseId !== id || seen.has(severity)) continue
    const { bytes, policy, mode, forbiddenPaths, secrets } = bad
    const options = { forbiddenPaths, secrets, digest: 'always' } as const
    const report = await judgeBytes(sourceOf(bytes), { name: 'FILE', mode }, policy, options)
    const found = report.findings.find(f => f.id === id && f.severity === severity)
    if (found === undefined) throw new Error(`no example of ${severity} ${id}`)
    seen.add(severity)
    const forbidden = policy.forbid?.join(',')
    shown.push(...(forbidden === undefined ? [] : [`# --forbid ${forbidden}`]), ...findingLines(found))
  }
  return shown
}

function findingLines(finding: Finding): string[] {
  return [`${finding.severity}[${finding.id}]: ${finding.message} (${finding.evidence})`, `  help: ${finding.hint}`]
}

function findingPage(id: FindingId, page: FindingPage, shown: readonly string[]): string {
  const row: FindingRow = findingTable[id]
  const fixes = Object.entries(page.fix)
    .sort(([a], [b]) => Number(a === 'anything') - Number(b === 'anything'))
    .map(([language, text]) => `- ${language === 'anything' ? '' : `**${language}**: `}${text}`)
  return `${notice}

# ${id}

**${row.title}.** Severity: ${row.severity}. ${policyOf(id, row)}

## What it means

${page.means.join('\n\n')}

## What verify says

\`\`\`text
${shown.join('\n')}
\`\`\`

## See it without us

\`\`\`sh
${page.see.join('\n')}
\`\`\`

## What to do

${fixes.join('\n')}

[All findings](README.md) · [what is verified](../verify.md)
`
}

function policyOf(id: FindingId, row: FindingRow): string {
  const group = Object.entries(ruleGroups).find(([, ids]) => (ids as readonly string[]).includes(id))?.[0]
  const key = row.key === undefined ? '' : ` What is demanded is said by ${code(row.key)}.`
  if (isFixed(id)) return `No policy allows it.${key}`
  const words = [id, group].flatMap(word => (word === undefined ? [] : code(word)))
  return `${code('allow')} makes it an information, ${code('forbid')} an error, by the word ${words.join(' or ')}.${key}`
}

function index(): string {
  const sections = findingGroups.map(({ title, pages }) => {
    const rows = Object.keys(pages)
      .filter(isId)
      .map(id => [`[${id}](${id}.md)`, findingTable[id].severity, findingTable[id].title])
    return `## ${title}\n\n${table(['finding', 'severity', 'what it says'], rows)}`
  })
  const groups = Object.entries(ruleGroups).map(([name, ids]) => [
    code(name),
    ids.map(id => `[${id}](${id}.md)`).join(', '),
  ])
  return `${notice}

# Findings

Everything that \`verify\` can say about a file, by the stable id that it prints in brackets. An error stops the file from being
verified, a warning and an information do not. \`--allow\` makes a finding an information, \`--forbid\` an error; a finding that is
named itself counts before the group that it is in. What no policy allows says so on its page.

${sections.join('\n\n')}

## Groups

${table(['word', 'stands for'], groups)}
`
}
