import { describe, expect, it } from 'vitest'
import { annotationsOf } from '../../src/report/annotations.ts'
import type { Diagnostic, Failure } from '../../src/report/schema.ts'
import { fileReport, report, tooNew, warned } from '../support/report.ts'

const [failure] = report().failures as [Failure]
const wrong: Diagnostic = {
  ...{ severity: 'error', file: 'src/main.rs', line: 3, column: 5, message: 'mismatched types', code: 'E0308' },
}

describe('annotations', () => {
  it('stand on the line that the compiler named, relative to the repository', () => {
    const diagnostics: Diagnostic[] = [wrong, { ...wrong, severity: 'warning', column: null, code: null }]
    expect(annotationsOf({ files: [], failures: [{ ...failure, diagnostics }] }, 'apps/one')).toEqual([
      {
        severity: 'error',
        title: 'E0308',
        message: 'mismatched types',
        file: 'apps/one/src/main.rs',
        line: 3,
        column: 5,
      },
      {
        severity: 'warning',
        title: 'Compile warning',
        message: 'mismatched types',
        file: 'apps/one/src/main.rs',
        line: 3,
      },
    ])
  })

  it('say an error of two targets once', () => {
    const failures = ['a', 'b'].map(target => ({ ...failure, targets: [target], diagnostics: [wrong] }))
    expect(annotationsOf({ files: [], failures })).toHaveLength(1)
  })

  it('tell a failure that names no line, also when only warnings do', () => {
    const diagnostics: Diagnostic[] = [{ ...wrong, severity: 'warning' }]
    for (const failures of [[failure], [{ ...failure, diagnostics }]]) {
      const [first] = annotationsOf({ files: [], failures })
      expect(first).toMatchObject({ severity: 'error', title: 'step-failed' })
      expect(first?.message).toMatch(
        /^build failed for riscv64-linux-musl.*\nmain.c:3: error: `x` undeclared\nred ``` fence\n/,
      )
    }
  })

  it('tell each finding with its file, target and what to do, errors first, but not what is only good to know', () => {
    const info = fileReport({ findings: [{ id: 'x', severity: 'info', message: 'm', evidence: '', hint: '' }] })
    const inside = fileReport({ path: 'a.tar', payload: [tooNew], verified: false })
    expect(annotationsOf({ files: [info, warned, inside], failures: [] })).toEqual([
      {
        severity: 'error',
        title: 'floor-glibc',
        message:
          'a.tar!/home/me/demo/dist/aarch64-linux-gnu.2.17/hello (aarch64-linux-gnu.2.17): glibc 2.34 is needed, 2.17 is promised: it does not start on Debian 11 (GLIBC_2.34 libc.so.6: __libc_start_main, dlsym)\nBuild with the zig backend.',
      },
      {
        severity: 'warning',
        title: 'bind-now',
        message: './server: functions are bound late (no DF_BIND_NOW)\nLink with -z now.',
      },
    ])
  })

  it('have no control characters of names and tools', () => {
    const text = 'a\u001b[31m\u0007\u202eb\r\n::set-output name=x::y'
    const all = annotationsOf({
      files: [
        fileReport({
          path: text,
          findings: [{ id: 'x', severity: 'error', message: text, evidence: text, hint: text }],
        }),
      ],
      failures: [{ ...failure, message: text, lines: [text], hint: text }],
    })
    expect(all).toHaveLength(2)
    expect(all.map(a => a.message).join('')).not.toMatch(/[\u001b\u0007\u202e\r]/)
  })
})
