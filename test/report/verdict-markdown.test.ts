import { describe, expect, it } from 'vitest'
import { verdictMarkdown } from '../../src/report/verdict-markdown.ts'
import { fileReport, tooNew, warned } from '../support/report.ts'

describe('the verdict as Markdown', () => {
  it('is what a summary needs: what is wrong first, then every file', async () => {
    const worse = [{ path: 'a|b', kind: 'size' as const, message: '2 MB, it was 1 MB', before: '1', after: '2' }]
    const inner = { ...tooNew, path: 'pkg!lib.so' }
    const packed = fileReport({ path: 'pkg', payload: [inner], verified: false })
    const text = verdictMarkdown({ files: [warned, tooNew, packed], verified: false, comparison: { files: 1, worse } })
    await expect(text).toMatchFileSnapshot('../golden/verdict.md')
  })

  it('says that nothing got worse', () => {
    const text = verdictMarkdown({ files: [warned], verified: true, comparison: { files: 1, worse: [] } })
    expect(text).toMatch(/^# ✅ Verified: 1 file\n\nNothing is worse than in the baseline \(1 file compared\)\./)
  })

  it('is a failure when something got worse, though all is verified', () => {
    const worse = [{ path: 'a', kind: 'size' as const, message: 'm', before: null, after: null }]
    expect(verdictMarkdown({ files: [warned], verified: true, comparison: { files: 1, worse } })).toMatch(
      /^# ❌ Worse than the baseline: 1 file verified/,
    )
  })

  it('adds no markup from names', () => {
    const path = '</td><img src=x onerror=1>`|\n# @team ![x](y)'
    const lines = verdictMarkdown({ files: [{ ...tooNew, path }], verified: false }).split('\n')
    const outside = lines.map(line => line.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, '')).join('\n')
    expect(outside).not.toMatch(/<img|@team|!\[x\]/)
    expect(lines.filter(l => l.startsWith('# '))).toHaveLength(1)
  })

  it('stays small enough for a summary with ten thousand files', () => {
    const files = Array.from({ length: 10_000 }, (_, i) => ({ ...(i % 2 ? tooNew : warned), path: `file${i}` }))
    const text = verdictMarkdown({ files, verified: false })
    expect(text.length).toBeLessThan(500_000)
    expect(text).toContain('… and 4900 more; the JSON has all of them.')
    expect(text).toContain('| 5000 | x86_64, ')
  })
})
