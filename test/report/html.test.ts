import { describe, expect, it } from 'vitest'
import { reportHtml, verdictHtml } from '../../src/report/html.ts'
import type { FileReport, Finding } from '../../src/report/schema.ts'
import { fileReport, report, tooNew, warned } from '../support/report.ts'

const hostile = `<script>alert(1)</script>"'><img src=x onerror=alert(1)></style>\u202e\u001b[31m\u0000&lt;`

/** A report in which every text is hostile. */
const everywhere = report({
  project: { name: hostile, language: hostile, commit: hostile },
  notices: [hostile],
  files: [
    fileReport({
      ...{ path: hostile, target: hostile, arch: hostile, sha256: hostile, interpreter: hostile, kind: hostile },
      ...{ needed: [hostile], runsOn: [hostile], notOn: [hostile], dependsOn: [hostile], verified: false },
      explanations: [{ version: hostile, library: hostile, symbols: [hostile] }],
      smoke: [{ where: hostile, ok: false, ms: 1, command: [hostile], output: hostile }],
      findings: [{ id: hostile, severity: 'error', message: hostile, evidence: hostile, hint: hostile }],
      payload: [fileReport({ path: hostile })],
    }),
  ],
  artifacts: [
    { name: hostile, path: hostile, target: hostile, sha256: hostile, size: 1, files: [hostile], verified: true },
  ],
  cache: [
    { id: hostile, key: hostile, hit: 'miss', bytes: 0, ms: 1, why: hostile, ingredients: { [hostile]: hostile } },
  ],
  steps: [{ id: hostile, title: hostile, job: hostile, startMs: 0, ms: 10, ok: false }],
  failures: [
    {
      ...{ code: hostile, message: hostile, hint: hostile, job: hostile, targets: [hostile], step: hostile },
      ...{ command: hostile, lines: [hostile] },
      diagnostics: [{ severity: 'error', file: hostile, line: 1, column: 1, message: hostile, code: hostile }],
    },
  ],
})

const many = (change: (i: number) => FileReport) => Array.from({ length: 1000 }, (_, i) => change(i))

/** Values of an attribute. */
const values = (page: string, name: string) => [...page.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(m => m[1])

describe('report.html', () => {
  it('says the verdict first, then what broke and why', () => {
    const page = reportHtml(report())
    const order = ['not verified: 1 of 2', 'step-failed', 'GLIBC_2.34 of libc.so.6', 'floor-glibc', 'build | link']
    const places = order.map(text => page.indexOf(text))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect(reportHtml(report({ files: [fileReport()], failures: [], verified: true }))).toContain(
      '1 executable verified',
    )
  })

  it('adds no markup for any text', () => {
    const page = reportHtml(everywhere)
    const tags = [...page.matchAll(/<([a-z][a-z0-9]*)[^>]*>/g)]
    const foreign = tags.filter(([tag]) => /\s(on\w+|style|src)=/.test(tag.replace(/"[^"]*"/g, '""')))
    expect(foreign.map(([tag]) => tag)).toEqual([])
    expect(tags.filter(([, name]) => name === 'script' || name === 'img')).toEqual([])
    expect(page.match(/<\/style>/g)).toHaveLength(1)
    expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/)
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).toContain('&amp;lt;')
  })

  it('fetches nothing: the policy allows its own style and an icon that is in it', () => {
    const page = reportHtml(report())
    expect(page).toMatch(/default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]+'; img-src data:/)
    expect(page.match(/(?:src|srcset|action|data|poster)=|url\(|@import/g)).toBeNull()
    expect(
      values(page, 'href').filter(h => !/^(#|data:image|https:\/\/github\.com\/[^/]+\/portable-build\/)/.test(h ?? '')),
    ).toEqual([])
  })

  it('has every name once, and no link into nothing', () => {
    for (const page of [
      reportHtml(report({ files: [fileReport(), tooNew, warned] })),
      verdictHtml({ ...verdict, files: [tooNew, warned] }),
    ]) {
      const ids = values(page, 'id')
      expect(new Set(ids).size).toBe(ids.length)
      const links = values(page, 'href').filter(h => h?.startsWith('#'))
      expect(links.filter(h => !ids.includes(h?.slice(1)))).toEqual([])
      expect(links.length).toBeGreaterThan(5)
    }
  })

  it('says where each executable runs: patches, libraries, no such architecture', () => {
    const depends = fileReport({ runsOn: ['Debian 12+'], dependsOn: ['Ubuntu 20.04'], linkage: 'dynamic-glibc' })
    const page = reportHtml(report({ files: [depends, warned, tooNew] }))
    for (const cell of ['"y">12+', '"q">patches', '"w">10+ with library', '"n">no', '"u">n/a'])
      expect(page).toContain(cell)
  })

  it('is at most 1 MB for a thousand files, each of them in it', () => {
    const files = many(i => ({ ...(i % 3 === 0 ? tooNew : warned), path: `dist/target/command-number-${i}` }))
    const page = reportHtml(report({ files }))
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(1_000_000)
    expect(files.filter(f => !page.includes(`<b>${f.path.split('/').at(-1)}</b>`))).toEqual([])
  })

  it('leaves rows out, and says so, rather than grow without end', () => {
    const [one] = tooNew.findings
    const findings = Array.from({ length: 20 }, () => ({ ...one, evidence: 'e'.repeat(200) }) as Finding)
    const page = reportHtml(report({ files: many(i => ({ ...tooNew, path: `bin/${i}`, findings })) }))
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(1_000_000)
    expect(page).toMatch(/… and \d+ more in report\.json/)
  })
})

const verdict = {
  schema: 1 as const,
  files: [warned],
  policy: { target: null, arch: null, linkage: null, floor: { glibc: null }, allowLibraries: [] },
  verified: true,
}

describe('the page of verify', () => {
  it('says what was judged, and what got worse', () => {
    expect(verdictHtml(verdict)).toContain('<h1>1 file verified</h1>')
    const worse = [{ path: 'a', kind: 'size' as const, message: '2 MB, was <1 MB', before: '1', after: '2' }]
    const page = verdictHtml({ ...verdict, comparison: { files: 1, worse } })
    expect(page).toContain('class="verdict bad"')
    expect(page).toContain('2 MB, was &lt;1 MB')
  })
})
