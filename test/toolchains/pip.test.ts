import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pipDownload } from '../../src/toolchains/pip.ts'
import { type FakeOutcome, fakeExec, when } from '../support/fake-exec.ts'
import { makeFixture, scratch } from './fixture.ts'

const fixture = makeFixture(100)
const wheel = fixture.catalog.zig.hosts.x86_64?.wheel ?? null
const source = {
  from: 'pip',
  package: 'ziglang',
  version: '9.9.9',
  platforms: ['manylinux_2_12_x86_64', 'musllinux_1_1_x86_64'],
  root: 'ziglang/',
  file: wheel,
} as const

async function run(outcome: FakeOutcome, bytes?: Buffer, file = wheel) {
  const dir = scratch()
  if (bytes) {
    mkdirSync(join(dir, 'wheel'))
    writeFileSync(join(dir, 'wheel', fixture.file), bytes)
  }
  const { exec, commands } = fakeExec(when(['python3', '-m', 'pip', 'download'], outcome))
  const runner = { exec, env: { PIP_CERT: '/ca.pem' }, signal: new AbortController().signal }
  const result = await pipDownload({ ...source, file }, dir, runner, () => {}).catch(error => error)
  return { result, dir, command: commands[0] }
}

describe('pip', () => {
  it('is asked for one version with its digest, as wheels only, without dependencies', async () => {
    const { result, dir, command } = await run({}, fixture.bytes)
    expect(result).toMatchObject({ name: fixture.file, sha256: wheel?.sha256 })
    expect(command?.argv.join(' ')).toContain('--no-deps --only-binary :all:')
    expect(command?.argv.join(' ')).toContain('--platform manylinux_2_12_x86_64 --platform musllinux_1_1_x86_64')
    expect(command?.argv).toContain('--require-hashes')
    expect(readFileSync(join(dir, 'requirements.txt'), 'utf8')).toBe(`ziglang==9.9.9 --hash=sha256:${wheel?.sha256}\n`)
    expect(command?.env).toMatchObject({ PIP_CERT: '/ca.pem', TMPDIR: join(dir, 'tmp') })
  })

  it('is asked without a digest where none is known, and what came is measured', async () => {
    const { result, command } = await run({}, fixture.bytes, null)
    expect(command?.argv).not.toContain('--require-hashes')
    expect(result).toMatchObject({ sha256: wheel?.sha256 })
  })

  it('is not believed about the digest', async () => {
    const { result } = await run({}, Buffer.from('other'))
    expect(result).toMatchObject({ mismatch: true, why: expect.stringContaining(`instead of ${wheel?.sha256}`) })
  })

  it.each<[string, FakeOutcome, object]>([
    ['is missing', { code: 1, stderr: '/usr/bin/python3: No module named pip\n' }, { why: /python3-pip/ }],
    [
      'gets another file',
      { code: 1, stderr: `ERROR: THESE PACKAGES DO NOT MATCH THE HASHES\n   Got        ${'a'.repeat(64)}\n` },
      { why: /another file than the pinned one \(sha256 a{64}\)/, mismatch: true },
    ],
    [
      'has no network',
      {
        code: 1,
        stderr: "WARNING: Retrying (Retry(total=4)) after connection broken by 'NewConnectionError'\nERROR: No match\n",
      },
      { why: /cannot reach its index/ },
    ],
    ['knows no such version', { code: 1, stderr: 'ERROR: No matching distribution found\n' }, { why: /No matching/ }],
  ])('says why when it %s', async (_, outcome, expected) => {
    const { result } = await run(outcome)
    for (const [key, value] of Object.entries(expected)) {
      if (value instanceof RegExp) expect(result[key]).toMatch(value)
      else expect(result[key]).toBe(value)
    }
    expect(result.where).toBe('pip (ziglang 9.9.9)')
  })

  it('says that the disk is full', async () => {
    const { result } = await run({ code: 1, stderr: 'ERROR: [Errno 28] No space left on device\n' })
    expect(result.code).toBe('disk-full')
  })
})
