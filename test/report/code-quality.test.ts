import { describe, expect, it } from 'vitest'
import { codeQuality } from '../../src/report/code-quality.ts'
import type { Diagnostic } from '../../src/report/schema.ts'
import { report } from '../support/report.ts'

const diagnostic: Diagnostic = {
  severity: 'error',
  file: 'src/main.c',
  line: 3,
  column: 7,
  message: "use of undeclared identifier 'x'",
  code: null,
}

function issues(diagnostics: readonly Diagnostic[], base = '') {
  const failures = report().failures.map(f => ({ ...f, diagnostics: [...diagnostics] }))
  return JSON.parse(codeQuality({ failures }, base))
}

describe('code quality of GitLab', () => {
  it('has the fields that GitLab asks for', () => {
    const [issue] = issues([diagnostic], 'tools/c')
    expect(issue).toEqual({
      description: diagnostic.message,
      check_name: 'compile-error',
      fingerprint: expect.stringMatching(/^[0-9a-f]{40}$/),
      severity: 'blocker',
      location: { path: 'tools/c/src/main.c', lines: { begin: 3 } },
    })
    const [warning] = issues([{ ...diagnostic, severity: 'warning', code: '-Wunused', message: 'a\u001b[31m\u202e' }])
    expect(warning).toMatchObject({ check_name: '-Wunused', severity: 'minor', description: 'a\\u202e' })
  })

  it('knows a line that has moved, and tells two that are alike apart', () => {
    const [here, again] = issues([diagnostic, { ...diagnostic, line: 9 }])
    const [moved] = issues([{ ...diagnostic, line: 300, column: 1 }])
    expect(moved.fingerprint).toBe(here.fingerprint)
    expect(again.fingerprint).not.toBe(here.fingerprint)
    expect(issues([{ ...diagnostic, file: 'src/other.c' }])[0].fingerprint).not.toBe(here.fingerprint)
  })

  it('tells a line once that several targets complained of, and is an empty list without any', () => {
    expect(issues([diagnostic, diagnostic])).toHaveLength(1)
    expect(codeQuality({ failures: [] })).toBe('[]\n')
  })
})
