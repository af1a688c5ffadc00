import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verdictSchema } from '../../src/report/schema.ts'
import { compared, readBaseline } from '../../src/verify/baseline.ts'
import { type ElfSpec, writeElf } from '../support/elf-writer.ts'

const cli = resolve('src/cli.ts')
let dir = ''

const program = (...imports: readonly [name: string, version: string][]): ElfSpec => ({
  ...{ type: 3, flags1: 0x08000001, bindNow: true, interpreter: '/lib64/ld-linux-x86-64.so.2', needed: ['libc.so.6'] },
  imports: imports.map(([name, version]) => ({ name, version: ['libc.so.6', version] as const })),
})

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb-verify-'))
  for (const name of ['old', 'new']) mkdirSync(join(dir, name))
  write('old/tool', program(['puts', 'GLIBC_2.2.5']))
  write('new/tool', program(['puts', 'GLIBC_2.2.5'], ['getrandom', 'GLIBC_2.25']))
  writeFileSync(join(dir, 'text'), 'no ELF')
  writeFileSync(join(dir, 'old.json'), run(['verify', '--json', 'old']).stdout)
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function write(path: string, spec: ElfSpec): void {
  writeFileSync(join(dir, path), writeElf(spec).bytes, { mode: 0o755 })
}

function run(args: readonly string[]) {
  const env = { PATH: process.env['PATH'], HOME: dir }
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: dir, env, encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe('verify --format', () => {
  it('prints JUnit, SARIF and Markdown, with the same exit code', () => {
    const junit = run(['verify', 'text', '--format', 'junit'])
    expect([junit.status, junit.stdout]).toEqual([1, expect.stringMatching(/^<\?xml .*\n<testsuites .*failures="1"/)])
    const sarif = run(['verify', 'new', '--format=sarif'])
    expect([sarif.status, JSON.parse(sarif.stdout).version]).toEqual([0, '2.1.0'])
    expect(run(['verify', 'new', '--format', 'markdown']).stdout).toMatch(/^# ✅ Verified: 1 file\n/)
  })

  it('writes a file beside the text on the terminal, whole or not at all', () => {
    const { status, stdout } = run(['verify', 'new', '--format', 'json', '--output', 'out/verdict.json'])
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^✓ new\/tool: .*\n✓ verified: 1 file\n$/)])
    verdictSchema.parse(JSON.parse(readFileSync(join(dir, 'out/verdict.json'), 'utf8')))
    expect(readdirSync(join(dir, 'out'))).toEqual(['verdict.json'])
    expect(run(['verify', 'new', '--format', 'json', '--output', 'text/x'])).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('error[cannot-write]'),
    })
  })

  it('refuses a format that is none, before anything is judged', () => {
    const { status, stdout, stderr } = run(['verify', 'new', '--format', 'junti'])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('Did you mean junit?')
  })
})

describe('verify --baseline', () => {
  it('is content with the same files', () => {
    const { status, stdout } = run(['verify', 'old', '--baseline', 'old.json'])
    expect([status, stdout]).toEqual([0, expect.stringContaining('1 file in both, 0 things worse')])
  })

  it('fails for what got worse, and names it', () => {
    const text = run(['verify', 'new', '--baseline', 'old.json'])
    expect(text.status).toBe(1)
    expect(text.stdout).toContain('worse[floor] new/tool: glibc 2.25 is needed, it was 2.2.5, because of getrandom')
    expect(text.stdout).toMatch(/✗ worse than the baseline: 1 thing; 1 file verified\n$/)
    const json = run(['verify', 'new', '--baseline', 'old.json', '--json'])
    expect(verdictSchema.parse(JSON.parse(json.stdout))).toMatchObject({
      verified: true,
      comparison: { files: 1, worse: [{ kind: 'floor', before: '2.2.5', after: '2.25' }] },
    })
    expect(json.status).toBe(1)
  })

  it.each([
    ['none.json', null, 'cannot be read (ENOENT)'],
    ['bad.json', 'no JSON', 'is not JSON'],
    ['empty.json', '{"schema":1,"files":[],"verified":false}', 'has no files'],
    ['other.json', '{"schema":2}', 'no report of schema 1 (schema: '],
  ])('refuses %s, which is no report: a comparison with nothing would pass', async (name, content, why) => {
    const path = join(dir, name)
    if (content !== null) writeFileSync(path, content)
    await expect(readBaseline(path)).rejects.toMatchObject({ code: 'bad-input', message: expect.stringContaining(why) })
  })

  it('refuses a growth that is no percentage', () => {
    const verdict = verdictSchema.parse(JSON.parse(readFileSync(join(dir, 'old.json'), 'utf8')))
    expect(compared(verdict, verdict, '25%').comparison).toEqual({ files: 1, worse: [] })
    for (const growth of ['x', '', '-1']) expect(() => compared(verdict, verdict, growth)).toThrow('no percentage')
  })
})

describe('verify --explain', () => {
  it('says who needs it, and 1 when nobody does', () => {
    const { status, stdout } = run(['verify', '--explain', 'GLIBC_2.25', 'old', 'new'])
    expect(status).toBe(0)
    expect(stdout).toContain('  new/tool: getrandom\n')
    expect(stdout).not.toContain('old/tool')
    expect(run(['verify', '--explain', 'getrandum', 'new'])).toMatchObject({
      status: 1,
      stdout: 'nothing needs getrandum\n  help: did you mean getrandom?\n',
    })
  })

  it('has a JSON form, and no other', () => {
    const { stdout } = run(['verify', '--explain', 'getrandom', 'new', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ schema: 1, query: 'getrandom', needs: [{ path: 'new/tool' }] })
    expect(run(['verify', '--explain', 'getrandom', 'new', '--format', 'sarif']).status).toBe(2)
  })
})
