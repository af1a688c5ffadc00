import type { Log } from 'sarif'
import { describe, expect, it } from 'vitest'
import { sarif } from '../../src/report/sarif.ts'
import { findingTable } from '../../src/verify/findings.ts'
import { fileReport, tooNew, warned } from '../support/report.ts'

const speaker = { name: 'portable-build', version: '1.2.3' }

describe('SARIF', () => {
  const inner = { ...tooNew, path: 'lib.so' }
  const packed = fileReport({ path: 'a dir/ü%.bin', payload: [inner], verified: false })
  const worse = [{ path: 'a', kind: 'size' as const, message: '2 MB, it was 1 MB', before: '1', after: '2' }]
  const log = sarif(
    { files: [warned, tooNew, packed], verified: false, comparison: { files: 1, worse } },
    speaker,
  ) as Log
  const [run] = log.runs

  it('names its version, its tool, and a rule with help for each finding', () => {
    expect([log.version, run?.tool.driver.name, run?.tool.driver.semanticVersion]).toEqual([
      ...['2.1.0', 'portable-build', '1.2.3'],
    ])
    const rules = run?.tool.driver.rules ?? []
    expect(rules.map(r => r.id)).toEqual(['bind-now', 'floor-glibc', 'worse-size'])
    for (const rule of rules) expect(rule.help?.text).not.toBe('')
    expect(rules[1]).toMatchObject({
      shortDescription: { text: findingTable['floor-glibc'].title },
      help: { text: expect.stringContaining('docs/findings/floor-glibc.md') },
      defaultConfiguration: { level: 'error' },
    })
  })

  it('has a result for each finding, packed files’ too, that points to its rule and file', () => {
    const results = run?.results ?? []
    expect(results.map(r => [r.ruleId, r.level])).toEqual([
      ...[
        ['bind-now', 'warning'],
        ['floor-glibc', 'error'],
        ['floor-glibc', 'error'],
        ['worse-size', 'error'],
      ],
    ])
    for (const r of results) expect(run?.tool.driver.rules?.[r.ruleIndex ?? -1]?.id).toBe(r.ruleId)
    const uri = (i: number) => results[i]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri
    expect([uri(0), uri(1), uri(2)]).toEqual(['server', `file://${tooNew.path}`, 'a%20dir/%C3%BC%25.bin'])
    expect(results[2]?.locations?.[0]?.logicalLocations).toMatchObject([{ fullyQualifiedName: 'a dir/ü%.bin!lib.so' }])
    expect(new Set(results.map(r => JSON.stringify(r.partialFingerprints))).size).toBe(results.length)
  })

  it('has results for nothing as an empty list: an absent one would mean that nothing was looked at', () => {
    const empty = sarif({ files: [fileReport()], verified: true }, speaker) as Log
    expect(empty.runs[0]?.results).toEqual([])
  })

  it('survives every name that a file can have', () => {
    const path = 'x\n\u0000\ud800"\\\u{1f600}'
    const bad = sarif({ files: [{ ...tooNew, path }], verified: false }, speaker) as Log
    const uri = bad.runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? ''
    expect(uri).toMatch(/^[A-Za-z0-9%._~!'()*-]+$/)
    expect(JSON.parse(JSON.stringify(bad))).toEqual(bad)
  })
})
