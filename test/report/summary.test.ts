import fc from 'fast-check'
import { lexer, type Token, walkTokens } from 'marked'
import { describe, expect, it } from 'vitest'
import { gantt } from '../../src/report/gantt.ts'
import { prose } from '../../src/report/markdown-text.ts'
import type { Report } from '../../src/report/schema.ts'
import { summaryMarkdown } from '../../src/report/summary.ts'
import { fileReport, report, tooNew, warned } from '../support/report.ts'

const whole = { maxBytes: 1024 * 1024 }

/** A report with everything in it, all foreign text being the same. */
function reportOf(text: string): Report {
  const step = { id: text, title: text, job: text, startMs: 0, ms: 10, ok: true }
  const finding = { id: text, severity: 'error' as const, message: text, evidence: text, hint: text }
  const explanations = [{ version: text, library: text, symbols: [text] }]
  const file = fileReport({
    ...{ path: text, target: text, linkage: 'dynamic-glibc', needed: [text], findings: [finding], explanations },
    ...{ runsOn: [`Debian 12+ with ${text}`], smoke: [{ where: text, ok: true, ms: 1 }] },
  })
  return report({
    project: { name: text, language: text, commit: text },
    files: [file],
    artifacts: [
      { name: text, path: text, target: text, sha256: 'b'.repeat(64), size: 1, files: [text], verified: true },
    ],
    cache: [
      {
        ...{ id: text, key: text, hit: 'exact', bytes: 1, ms: 1, why: text },
        ingredients: { [text]: text },
        changed: [text],
      },
    ],
    steps: [step],
    failures: [
      {
        ...{ code: text, message: text, hint: text, job: text, targets: [text], step: text, command: text },
        ...{ lines: [text, text] },
        diagnostics: [{ severity: 'error', file: text, line: 1, column: 1, message: text, code: text }],
      },
    ],
    notices: [text],
  })
}

/** Everything that is an element, in order, but for code: an empty text has none. HTML with its text. */
function elements(markdown: string): string[] {
  const found: string[] = []
  walkTokens(lexer(markdown), (token: Token) => {
    if (['text', 'escape', 'space', 'codespan'].includes(token.type)) return
    if (token.type === 'html') {
      if (!/^(<!-- -->|<\/?code>)$/.test(token.raw.trim())) found.push(`html ${token.raw.trim()}`)
    } else if (token.type === 'code') {
      found.push(`code ${token.lang}`)
    } else if (token.type === 'table') {
      found.push(`table ${token.header.length} × ${token.rows.length}`)
    } else {
      found.push(token.type)
    }
  })
  return found
}

const nasty = fc
  .array(
    fc.constantFrom(
      ...['`', '``', '```', '|', '\\', '\n', '\r\n', '<', '>', '&lt;', '<img src=x>', '</details>', '<!--', '-->'],
      ...[
        '[a](b)',
        '![',
        '](',
        '@someone',
        '#12',
        'https://a.example',
        'www.a.example',
        'a@b.example',
        '~~',
        '**',
        '__',
        '*',
      ],
      ...[
        '$$',
        '- ',
        '1. ',
        '+ ',
        '# ',
        '---',
        '===',
        '> ',
        '    ',
        '\t',
        '%%{init}%%',
        ':',
        ';',
        '::set-output name=x::y',
      ],
      ...['~~~', '\u001b[31m', '\u202e', '&#64;', ' with ', '/', 'é', 'word', ' '],
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map(parts => `x${parts.join('')}x`)

/** Text that stands alone at the start of a line is another matter than text between letters. */
const bare = nasty.map(text => text.slice(1, -1)).filter(text => /[\p{L}\p{N}]/u.test(text))

describe('the summary', () => {
  it('says first whether it is verified', () => {
    expect(summaryMarkdown(report(), whole).split('\n')[0]).toBe('## ❌ hello: 1 of 2 executables verified')
    const good = summaryMarkdown(report({ files: [fileReport()], failures: [], verified: true }), whole)
    expect(good.split('\n')[0]).toBe('## ✅ hello: 1 executable verified')
    expect(good).not.toMatch(/### (Findings|Failures|Cache)/)
  })

  it('shows the archive beside the executable, and a target that got neither', () => {
    const file = fileReport()
    const archive = {
      ...{ name: 'hello-x86_64-linux-musl', path: 'dist/hello-x86_64-linux-musl.tar.gz', target: 'x86_64-linux-musl' },
      ...{ sha256: 'c'.repeat(64), size: 20_000, files: [file.path], verified: true },
    }
    const text = summaryMarkdown(report({ files: [file], artifacts: [archive] }), whole)
    expect(text).toContain('| ✅ | `x86_64-linux-musl` | `hello` | 41.2\u00a0kB | static | nothing | ✅ here |')
    expect(text).toContain(`| \`hello-x86_64-linux-musl.tar.gz\` | 20.0\u00a0kB | \`${'c'.repeat(64)}\` |`)
    expect(text).toMatch(/^\| ❌ \| `riscv64-linux-musl` \| `step-failed` \|/m)
    expect(text).toContain(`${'c'.repeat(64)}  dist/hello-x86_64-linux-musl.tar.gz`)
  })

  it('tells on which distributions it runs, where a library is needed, and why', () => {
    const text = summaryMarkdown(report({ files: [fileReport(), warned, { ...tooNew, notOn: ['Debian 11'] }] }), whole)
    const row = (name: string) => text.split('\n').find(l => l.startsWith(`| ${name}`))
    expect(text).toContain(
      '| executable | Debian | Ubuntu | RHEL | Amazon Linux | SLES | Fedora | Arch Linux | Alpine |',
    )
    expect(row('`x86_64-linux-musl`')).toBe('| `x86_64-linux-musl` | ✅ | ✅ | ✅ | ✅ | ✅ | ✅ | ✅ | ✅ |')
    expect(row('`server`')).toBe('| `server` `x86_64` | ⚠️ 10+ | ❌ | ⚠️ 8+ | ❌ | ❌ | ❌ | ❌ | ❌ |')
    expect(row('`aarch64')).toBe('| `aarch64-linux-gnu.2.17` | ✅ 12+ | ❌ | ✅ 9+ | ❌ | ❌ | ❌ | – | ❌ |')
    expect(text).toContain(
      '- `server` `x86_64` needs glibc 2.25 or newer; because of `getrandom` of `GLIBC_2.25` in `libc.so.6`; ⚠️ needs `libz.so.1` to be installed; too old: Debian 9, RHEL/CentOS 7',
    )
    expect(text).toContain('because of `__libc_start_main`, `dlsym` of `GLIBC_2.34` in `libc.so.6`')
  })

  it('tells what the cache gave and took, one row for each entry', () => {
    const toolchain = { id: 'toolchain zig 0.15.2', key: 'k', bytes: 51_000_000, ms: 1200, why: 'same archive' }
    const hot = { id: 'rust-hot app', key: 'h', bytes: 48_800_000, ms: 800, why: 'the nearest entry: lock changed' }
    const cache: Report['cache'] = [
      { ...toolchain, hit: 'exact' },
      { ...toolchain, hit: 'miss', why: 'first run', leg: 'arm64' },
      { ...hot, hit: 'partial', reused: 187, compiled: 3, unit: 'crates', savedMs: 95_000 },
      { ...hot, hit: 'skipped', saved: 'saved', bytes: 49_000_000, ms: 2100, why: '900 files' },
      { ...hot, id: 'rust-own app', hit: 'skipped', saved: 'failed', why: 'the cache did not take it' },
    ]
    const text = summaryMarkdown(report({ cache }), whole)
    expect(text).toContain('About 1m35s saved: an estimate, from the build that compiled all of it.')
    const rows = text.split('\n').filter(l => l.startsWith('| `toolchain') || l.startsWith('| `rust'))
    expect(rows.map(r => r.replaceAll('\u00a0', ' '))).toEqual([
      '| `toolchain zig 0.15.2` | ✅ restored | 51.0 MB in 1.2s | – | – | same archive |',
      '| `toolchain zig 0.15.2` | ➖ not there | – | – | – | first run |',
      '| `rust-hot app` | 🟡 an older one | 48.8 MB in 0.8s | 187 of 190 crates | 49.0 MB in 2.1s | the nearest entry: lock changed |',
      '| `rust-own app` | ➖ new | – | – | ⚠️ failed | the cache did not take it |',
    ])
  })

  it('shows what the keys are made of, once for entries with the same', () => {
    const row = { key: 'k', hit: 'partial' as const, bytes: 1, ms: 1, why: '' }
    const ingredients = { rustc: '1.95.0', lock: '190 crates, 0123456789abcdef' }
    const cache = [
      { ...row, id: 'rust-hot app', ingredients, changed: ['lock'] },
      { ...row, id: 'rust-cold app', ingredients },
    ]
    const text = summaryMarkdown(report({ cache }), whole)
    expect(text).toContain('<details><summary><b>Keys</b></summary>\n\nOf `rust-hot app`, `rust-cold app`:\n')
    expect(text.match(/^\| `rustc` \| `1\.95\.0` \|$/gm)).toHaveLength(1)
    expect(text).toContain('| `lock` (another one) | `190 crates, 0123456789abcdef` |')
  })

  it('leaves out what matters least when it is too long, and says so', () => {
    const lines = Array.from({ length: 40 }, () => 'x'.repeat(900))
    const steps = Array.from({ length: 50 }, (_, i) => ({
      ...reportOf(`step ${i}`).steps[0],
      job: 'j',
    })) as Report['steps']
    const [failure] = report().failures as [Report['failures'][number]]
    const long = report({ failures: [{ ...failure, lines }], steps })
    expect(summaryMarkdown(long, whole)).not.toContain('Left out')
    const shorter = summaryMarkdown(long, { maxBytes: 26_000 })
    expect(shorter).toContain('Left out because the summary would be too long: Digests, Timeline')
    expect(shorter).toContain('### Failures')
    const shortest = summaryMarkdown(long, { maxBytes: 3000 })
    expect(shortest).toContain('## ❌ hello')
    expect(shortest).toMatch(/Left out .*Artifacts, Failures\.$/m)
  })

  it('keeps to its limit in bytes, whatever the texts', () => {
    fc.assert(
      fc.property(nasty, fc.integer({ min: 4000, max: 20_000 }), (text, maxBytes) => {
        const markdown = summaryMarkdown(reportOf(text.repeat(60)), { maxBytes })
        expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(maxBytes)
      }),
    )
  })
})

describe('foreign text', () => {
  /** The elements of the same report with a harmless word. */
  const template = elements(summaryMarkdown(reportOf('word'), whole))

  it('adds no element to the summary', () => {
    expect(template).toContain('code mermaid')
    fc.assert(
      fc.property(fc.oneof(nasty, bare), text => {
        expect(elements(summaryMarkdown(reportOf(text), whole))).toEqual(template)
      }),
      { numRuns: 300 },
    )
  })

  it('calls nobody and links to nothing', () => {
    const text = prose('@someone sees #12 at https://a.example/ or www.b.example, or writes to x@y.example')
    expect(elements(text)).toEqual(['paragraph'])
    expect(text).not.toMatch(/[@#]\w|:\/\/|www\.\w/)
  })

  it('stays the name of its bar in the chart', () => {
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string()), text => {
        const step = { id: '1', title: text, job: text, startMs: 1500, ms: 62_000, ok: false }
        const lines = gantt([step])
        expect(lines).toHaveLength(6)
        expect(lines[4]).toMatch(/^ {2}section [\p{L}\p{N} ._/()+-]+$/u)
        expect(lines[5]).toMatch(
          /^ {4}1 [\p{L}\p{N} ._/()+-]+ :crit, 1970-01-01 00:00:01.500, 1970-01-01 00:01:03.500$/u,
        )
      }),
    )
  })
})

describe('the chart', () => {
  const lasting = (ms: number) => [{ id: '1', title: 'a', job: 'j', startMs: 0, ms, ok: true }]

  it.each([
    [700, '%-S.%L s', '200millisecond'],
    [3_400, '%-S s', '1second'],
    [75_000, '%-M:%S', '10second'],
    [420_000, '%-M min', '1minute'],
    [5_400_000, '%-H:%M h', '30minute'],
  ])('of %d ms has ticks that differ', (ms, format, tick) => {
    expect(gantt(lasting(ms)).slice(2, 4)).toEqual([`  axisFormat ${format}`, `  tickInterval ${tick}`])
  })

  it('has about as many ticks for every length', () => {
    const units: Record<string, number> = { millisecond: 1, second: 1000, minute: 60_000 }
    fc.assert(
      fc.property(fc.integer({ min: 600, max: 5 * 3_600_000 }), ms => {
        const [, n, unit] = /tickInterval (\d+)(\w+)/.exec(gantt(lasting(ms)).join('\n')) ?? []
        const ticks = ms / (Number(n) * (units[unit ?? ''] ?? 0))
        expect(ticks).toBeGreaterThan(1.9)
        expect(ticks).toBeLessThan(12.1)
      }),
    )
  })

  it('has a section for what is done once, in each leg', () => {
    const once = { id: '1', title: 'zig', job: '', stage: 'toolchains' as const, startMs: 0, ms: 9, ok: true }
    const lines = gantt([once, { ...once, leg: 'one' }, { ...once, leg: 'two' }, ...lasting(5)])
    expect(lines.filter(l => l.includes('section'))).toEqual(
      ['toolchains', 'toolchains one', 'toolchains two', 'j'].map(s => `  section ${s}`),
    )
  })

  it('has a section for each job and keeps the longest steps of very many', () => {
    const steps = Array.from({ length: 100 }, (_, i) => {
      return { id: `${i}`, title: `step ${i}`, job: i % 2 ? 'odd' : 'even', startMs: i * 1000, ms: i, ok: true }
    })
    const lines = gantt(steps)
    expect(lines.filter(l => l.includes('section'))).toEqual(['  section even', '  section odd'])
    expect(lines.filter(l => l.includes(' :1970'))).toHaveLength(60)
    expect(lines.join('\n')).not.toContain('step 39 ')
    expect(lines.join('\n')).toContain('step 40 ')
  })
})
