import { describe, expect, it } from 'vitest'
import { BuildError } from '../../src/errors.ts'
import { errorJson, errorText } from '../../src/report/error-text.ts'
import { styleFor } from '../../src/report/style.ts'
import { report } from '../support/report.ts'

const plain = styleFor(false)

describe('an error on a terminal', () => {
  it('has a code, a sentence, the lines and what to do', () => {
    const error = new BuildError('no-backend', 'nothing here can build it', {
      lines: ['native: no', 'zig: no'],
      hint: 'Try x.',
    })
    expect(errorText(error, plain)).toBe(
      'error[no-backend]: nothing here can build it\n  | native: no\n  | zig: no\n  help: Try x.',
    )
  })

  it('shows the command to run by hand', async () => {
    const [failure] = report().failures
    await expect(failure && errorText(failure, plain)).toMatchFileSnapshot('../golden/failure.txt')
  })

  it('lets no tool write escape codes to the terminal', () => {
    const error = new BuildError('step-failed', 'x \u001b]0;title\u0007y', {
      lines: ['\u001b[2Jgone'],
      hint: '\u009bm',
    })
    expect(errorText(error, plain)).not.toMatch(/[\u001b\u009b\u0007]/)
  })
})

it('is JSON for a program', () => {
  expect(errorJson(new BuildError('unknown-target', 'unknown target "x"', { hint: 'y' }))).toEqual({
    error: { code: 'unknown-target', message: 'unknown target "x"', hint: 'y', lines: [] },
  })
})
