import { describe, expect, it } from 'vitest'
import { styleFor } from '../../src/report/style.ts'
import { verdictLine, verdictText } from '../../src/report/verdict-text.ts'
import { fileReport, tooNew } from '../support/report.ts'

const plain = styleFor(false)

describe('the verdict of verify', () => {
  it('is one line for a file that is as demanded', () => {
    expect(verdictText([fileReport()], plain)).toBe(
      '✓ /home/me/demo/dist/x86_64-linux-musl/hello: x86_64-linux-musl, static, runs on any Linux',
    )
  })

  it('says why a file is not, by which symbols, and what to do', async () => {
    await expect(verdictText([tooNew], plain)).toMatchFileSnapshot('../golden/verdict.txt')
  })

  it('shows what is wrong inside a payload below its file', () => {
    const inner = { ...tooNew, path: 'hello!libssl.so.3' }
    const text = verdictText([fileReport({ payload: [inner], verified: false })], plain)
    expect(text.split('\n')[1]).toMatch(/^ {2}✗ hello!libssl\.so\.3: /)
  })

  it('ends in one line for all', () => {
    expect(verdictLine({ files: [fileReport(), tooNew], verified: false }, plain)).toBe(
      '✗ not verified: 1 of 2 files passed',
    )
    expect(verdictLine({ files: [fileReport()], verified: true }, plain)).toBe('✓ verified: 1 file')
    expect(verdictLine({ files: [], verified: false }, plain)).toBe('✗ not verified: no file was judged')
  })
})

it('leaves out what is only good to know', () => {
  const findings = [{ id: 'no-pie', severity: 'info' as const, message: 'fixed address', evidence: '', hint: '' }]
  expect(verdictText([fileReport({ findings })], plain).split('\n')).toHaveLength(1)
})
