import { describe, expect, it } from 'vitest'
import { styleFor } from '../../src/report/style.ts'
import { summaryLine, tableLines, tableRows } from '../../src/report/table.ts'
import { displayWidth } from '../../src/report/text.ts'
import { fileReport, report } from '../support/report.ts'

const plain = styleFor(false)

describe('the final table', () => {
  it('has a line for what passed, what did not, and what was never built', async () => {
    const rows = tableRows(report())
    const text = [...tableLines(rows, plain, 100), summaryLine(rows, false, plain)].join('\n')
    await expect(text).toMatchFileSnapshot('../golden/table.txt')
  })

  it('says in one line that all is well', () => {
    const rows = tableRows(report({ files: [fileReport()], failures: [] }))
    expect(summaryLine(rows, true, plain)).toBe('✓ verified: 1 executable for 1 target')
  })

  it('never calls a run verified that built nothing', () => {
    expect(summaryLine([], false, plain)).toBe('✗ not verified: nothing was built')
  })

  it('names the projects when there are several', () => {
    const rows = [
      ...tableRows(report()),
      ...tableRows(report({ project: { name: 'other', language: 'go', commit: null } })),
    ]
    const [head = '', first = ''] = tableLines(rows, plain, 200)
    expect(head).toMatch(/^ {2}project {2}target/)
    expect(first).toMatch(/^✓ hello/)
  })

  it('fits the terminal by cutting where it runs, not what it is', () => {
    const runsOn = ['Debian 8+', 'Ubuntu 14.04+', 'RHEL/Alma/Rocky 7+', 'Amazon Linux 2+']
    const lines = tableLines(tableRows(report({ files: [fileReport({ runsOn })], failures: [] })), plain, 90)
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(90)
    expect(lines[1]).toMatch(/static.*Debian 8\+.*…$/)
  })

  it('colours without changing a word', () => {
    const rows = tableRows(report())
    const coloured = tableLines(rows, styleFor(true), 100).join('\n')
    expect(coloured).toContain('\u001b[')
    expect(coloured.replace(/\u001b\[[0-9;]*m/g, '')).toBe(tableLines(rows, plain, 100).join('\n'))
  })

  it('makes a file name with control characters harmless', () => {
    const rows = tableRows(report({ files: [fileReport({ path: '/d/evil\u001b[2Jname' })], failures: [] }))
    expect(tableLines(rows, plain, 200).join('')).not.toContain('\u001b')
  })
})
