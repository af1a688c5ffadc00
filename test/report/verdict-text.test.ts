import { describe, expect, it } from 'vitest'
import type { FileReport, Finding } from '../../src/report/schema.ts'
import { styleFor } from '../../src/report/style.ts'
import { displayWidth } from '../../src/report/text.ts'
import { failedText, type VerdictLook, verdictLine, verdictText } from '../../src/report/verdict-text.ts'
import { fileReport, tooNew, warned } from '../support/report.ts'

const style = styleFor(false)
const look: VerdictLook = { style, columns: Number.POSITIVE_INFINITY, verbose: false }
const lines = (files: FileReport[], change: Partial<VerdictLook> = {}) =>
  verdictText({ files, verified: files.every(f => f.verified) }, { ...look, ...change }).split('\n')

describe('the verdict of verify', () => {
  it('is one line for a file that is as demanded', () => {
    expect(lines([fileReport()])).toEqual([
      '✓ /home/me/demo/dist/x86_64-linux-musl/hello: x86_64-linux-musl, static, started on x86_64: any Linux',
      '✓ verified: 1 file',
    ])
  })

  it('says in that line where it runs, because of what, and what there is to mind', () => {
    expect(lines([{ ...warned, smoke: [] }])[0]).toBe(
      '✓ ./server: x86_64, dynamic-glibc, glibc 2.25 (getrandom): Debian 10+, RHEL 8+, with libz.so.1 [bind-now]',
    )
  })

  it('says in that line where it was started, when it was', () => {
    const smoke = ['x86_64', 'glibc 2.31 (Debian 11)'].map(where => ({ where, ok: true, ms: 3 }))
    expect(lines([{ ...warned, smoke }])[0]).toContain(', started on x86_64 and glibc 2.31 (Debian 11): Debian 10+')
    expect(lines([{ ...warned, smoke }], { verbose: true })).toContain('  started x86_64; glibc 2.31 (Debian 11)')
  })

  it('says where it is the distribution that decides', () => {
    const marked = { ...warned, findings: [], runsOn: ['Debian 13+'], dependsOn: ['RHEL 10'] }
    expect(lines([marked])[0]).toMatch(/: Debian 13\+; on older ones it depends on the distribution’s patches$/)
    expect(lines([marked], { verbose: true })).toContain('  depends on the patches of the distribution: RHEL 10')
  })

  it('keeps to one line on a terminal, whatever the names are', () => {
    const long = { ...warned, runsOn: Array.from({ length: 40 }, (_, i) => `Distribution ${i}+`) }
    const [line = ''] = lines([long], { columns: 100 })
    expect(displayWidth(line)).toBeLessThanOrEqual(100)
    expect(line).toMatch(/….*\[bind-now\]$/)
    expect(lines([{ ...warned, path: `${'deep/'.repeat(50)}name` }], { columns: 80 })[0]).toContain('/name')
  })

  it('shows everything about it when asked', () => {
    const text = lines([warned], { verbose: true }).join('\n')
    expect(text).toContain('warning[bind-now]: functions are bound late')
    expect(text).toContain('runs on Debian 10+, RHEL 8+, with libz.so.1')
    expect(text).toContain('not on  Debian 9, RHEL/CentOS 7')
    expect(text).toContain('because getrandom (GLIBC_2.25 of libc.so.6)')
  })

  it('says why a file is not, by which symbols, and what to do', async () => {
    const text = verdictText({ files: [tooNew], verified: false }, look)
    await expect(text).toMatchFileSnapshot('../golden/verdict.txt')
    expect(text).toContain(failedText(tooNew, style))
  })

  it('names the symbols of the floor that is too high, not of all, and only so many', () => {
    const [finding] = tooNew.findings
    const explanations = [
      ...['3.4.21', '3.4.22', '3.4.29'].map(n => {
        return { version: `GLIBCXX_${n}`, library: 'libstdc++.so.6', symbols: [`_Z${'N'.repeat(99)}`] }
      }),
      ...[20, 21, 22, 23, 24, 34].map(n => ({ version: `GLIBC_2.${n}`, library: 'libc.so.6', symbols: [`f${n}`] })),
    ]
    const evidence = 'GLIBCXX_3.4.29 libstdc++.so.6: x'
    const other = { ...finding, id: 'floor-libstdcxx', evidence }
    const text = lines([{ ...tooNew, explanations, findings: [...tooNew.findings, other as Finding] }])
    const [glibc, cxx] = text.join('\n').split('error[floor-libstdcxx]')
    expect(glibc?.match(/because of .*/g)).toEqual([
      ...['f34 (GLIBC_2.34', 'f24 (GLIBC_2.24', 'f23 (GLIBC_2.23', 'f22 (GLIBC_2.22'].map(
        s => `because of ${s} of libc.so.6)`,
      ),
      'because of 2 older versions too',
    ])
    expect(cxx?.match(/because of .*/g)).toHaveLength(3)
    for (const line of cxx?.match(/because of .*/g) ?? []) expect(line.length).toBeLessThan(110)
  })

  it('has failed files last, and a page for each error', () => {
    const text = lines([tooNew, fileReport()])
    expect(text[0]).toMatch(/^✓/)
    expect(text[1]).toMatch(/^✗/)
    expect(text.join('\n')).toContain('see docs/findings/floor-glibc.md')
  })

  it('shows what is wrong inside a payload below its file', () => {
    const inner = { ...tooNew, path: 'hello!libssl.so.3' }
    const text = lines([fileReport({ payload: [inner, fileReport()], verified: false })])
    expect(text[1]).toMatch(/^ {2}✗ hello!libssl\.so\.3: /)
    expect(text.filter(l => l.includes('✓'))).toEqual([])
    expect(lines([fileReport({ payload: [fileReport()] })])[0]).toContain(', 1 file inside')
  })

  it('counts ten thousand files by what they are', () => {
    const many = Array.from({ length: 9_998 }, (_, i) => (i % 3 ? warned : fileReport()))
    expect(lines([...many, tooNew, warned]).slice(0, 4)).toEqual([
      '✓ 6666 files: x86_64, dynamic-glibc, glibc 2.25',
      '✓ 3333 files: x86_64-linux-musl, static',
      '  warnings: bind-now in 6666 files',
      expect.stringMatching(/^✗ .*hello: aarch64-linux-gnu\.2\.17/),
    ])
  })

  it('ends in one line for all, with the reasons where there are many', () => {
    expect(verdictLine({ files: [fileReport(), tooNew], verified: false }, style)).toBe(
      '✗ not verified: 1 of 2 files passed',
    )
    expect(verdictLine({ files: [fileReport()], verified: true }, style)).toBe('✓ verified: 1 file')
    expect(verdictLine({ files: [], verified: false }, style)).toBe('✗ not verified: no file was judged')
    expect(verdictLine({ files: Array(7).fill(tooNew), verified: false }, style)).toBe(
      '✗ not verified: 0 of 7 files passed\n  floor-glibc in 7 files',
    )
  })

  it('says what to do once where many files fail, and once for many findings alike', () => {
    const [finding] = tooNew.findings
    const alike = Array.from({ length: 9 }, (_, i) => ({ ...finding, id: 'truncated', evidence: `at ${i}` }) as Finding)
    const one = lines([{ ...tooNew, findings: alike }]).join('\n')
    expect(one.match(/error\[truncated\]/g)).toHaveLength(4)
    expect(one).toContain('and 5 more of this kind')
    expect(one.match(/help:/g)).toHaveLength(1)
    const many = lines(Array(7).fill(tooNew)).join('\n')
    expect(many.match(/error\[floor-glibc\]/g)).toHaveLength(7)
    expect(many.match(/help:/g)).toHaveLength(1)
    expect(many).toMatch(
      /0 of 7 files passed\n {2}floor-glibc in 7 files\n {4}help: Build .*\n {4}see docs\/findings\/floor-glibc\.md$/,
    )
  })

  it('names what got worse, and is no success then', () => {
    const worse = [
      { path: 'a\u001b[31m', kind: 'size' as const, message: '2 MB, it was 1 MB', before: '1', after: '2' },
    ]
    const text = verdictText({ files: [fileReport()], verified: true, comparison: { files: 1, worse } }, look)
    expect(text).toContain(
      'Compared with the baseline: 1 file in both, 1 thing worse\n  worse[size] a: 2 MB, it was 1 MB',
    )
    expect(text).toMatch(/✗ worse than the baseline: 1 thing; 1 file verified$/)
  })

  it('leaves out what is only good to know', () => {
    const findings = [{ id: 'no-pie', severity: 'info' as const, message: 'fixed address', evidence: '', hint: '' }]
    expect(lines([fileReport({ findings })])).toHaveLength(2)
  })

  it('makes names harmless', () => {
    const bad = { ...tooNew, path: 'x\n\u001b]0;title\u0007\u202egnp.exe' }
    expect(lines([bad]).join('\n')).not.toMatch(/[\u001b\u0007\u202e]/)
    expect(lines([{ ...warned, path: 'x\ny' }])).toHaveLength(2)
  })
})
