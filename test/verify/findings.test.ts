import { describe, expect, it } from 'vitest'
import type { FileReport } from '../../src/report/schema.ts'
import { findingTable, finding as makeFinding, pageOf } from '../../src/verify/findings.ts'
import { judgeBytes } from '../../src/verify/judge-bytes.ts'
import { sourceOf } from '../support/elf-source.ts'
import type { CaseFile } from '../support/finding-cases.ts'
import { findingTableCases } from '../support/finding-table.ts'

const judge = ({ bytes, policy, mode, forbiddenPaths, secrets }: CaseFile): Promise<FileReport> =>
  judgeBytes(sourceOf(bytes), { name: 'file', mode }, policy, { forbiddenPaths, secrets, digest: 'always' })

describe('each finding', () => {
  it.each(findingTableCases.map((c, i) => [`${c.severity} ${c.id} (${i})`, c] as const))(
    '%s: is there for the file that deserves it, and not for the one that only differs in that',
    async (_, c) => {
      const [bad, good] = [await judge(c.bad), await judge(c.good)]
      const found = bad.findings.find(f => f.id === c.id && f.severity === c.severity)
      expect(found, JSON.stringify(bad.findings)).toBeDefined()
      expect(found?.message).not.toBe('')
      if (c.severity === 'error') expect(bad.verified).toBe(false)
      expect(good.findings.filter(f => f.id === c.id && f.severity === c.severity)).toEqual([])
    },
  )

  it('is shown by a case, but for those of reading, starting and packing, which have tests of their own', () => {
    const elsewhere = /^(unreadable|limit|smoke|upx|trailing-data|payload-.*)$/
    const covered = new Set(findingTableCases.map(c => c.id))
    expect(Object.keys(findingTable).filter(id => !covered.has(id) && !elsewhere.test(id))).toEqual([])
  })

  it('has evidence from the file: a name, a number or a place', async () => {
    for (const c of findingTableCases) {
      const found = (await judge(c.bad)).findings.find(f => f.id === c.id)
      expect(found?.evidence, c.id).not.toBe('')
      expect(found?.hint.length, c.id).toBeGreaterThan(5)
    }
  })
})

it('the table has one row for each id, a page for each, and no more', () => {
  expect(pageOf('relro')).toBe('docs/findings/relro.md')
  expect(pageOf('toString')).toBeNull()
  expect(makeFinding('relro', 'm', 'e')).toMatchObject({ id: 'relro', severity: 'warning' })
})

it('no report shows the value of a secret, wherever in the file it is', async () => {
  const c = findingTableCases.find(one => one.id === 'secret')
  const secret = c?.bad.secrets[0]
  if (!c || !secret) throw new Error('no case')
  const bytes = Buffer.from(c.bad.bytes)
  const report = await judge({ ...c.bad, bytes, forbiddenPaths: ['/srv/x'] })
  expect(JSON.stringify(report)).not.toContain(secret.value)
  expect(report.findings.find(f => f.id === 'secret')?.evidence).toMatch(/^RELEASE_TOKEN at 0x[0-9a-f]+$/)
})
