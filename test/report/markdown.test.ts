import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportMarkdown } from '../../src/report/markdown.ts'
import { block, code, prose } from '../../src/report/markdown-text.ts'
import { report } from '../support/report.ts'

describe('report.md', () => {
  it('tells verdict, reasons, failures with their command, and time', async () => {
    await expect(reportMarkdown(report())).toMatchFileSnapshot('../golden/report.md')
  })

  it('says that nothing was built', () => {
    expect(reportMarkdown(report({ files: [], failures: [] }))).toContain('### Artifacts\n\nNone.')
  })
})

describe('foreign text in Markdown', () => {
  it('stays in its code span, whatever backticks it has', () => {
    expect(code('a`b')).toBe('``a`b``')
    expect(code('``')).toBe('``` `` ```')
    expect(code('a|b@c')).toBe('<code>a&#124;b&#64;<!-- -->c</code>')
    expect(code('')).toBe('')
  })

  it('keeps names readable in prose', () => {
    expect(prose('x86_64 needs libc.so.6')).toBe('x86_64 needs libc.so.6')
    expect(prose('<b> _x_ [a](b)')).toBe('\\<b\\> \\_x\\_ \\[a\\](b)')
  })

  it('cannot end its block', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('`', 'a', ' ', '\n', '~') }), { maxLength: 5 }), lines => {
        const [open = '', ...rest] = block(lines)
        const fence = /^`+/.exec(open)?.[0] ?? ''
        const inner = rest.slice(0, -1).join('\n').split('\n')
        expect(rest.at(-1)).toBe(fence)
        expect(inner.some(l => l.trim().startsWith(fence))).toBe(false)
      }),
    )
  })
})
