import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anyPolicy } from '../../src/verify/policies.ts'
import { NothingMatched, verifyPaths } from '../../src/verify/verify.ts'
import { writeElf } from '../support/elf-writer.ts'
import { unprivileged } from '../support/unprivileged.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'verify-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const put = (name: string, bytes: Buffer | string = writeElf().bytes) => {
  const path = join(dir, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, bytes, { mode: 0o755 })
  return path
}
const verify = (...args: string[]) =>
  verifyPaths(
    args.map(a => join(dir, a)),
    anyPolicy(),
  )
const names = async (...args: string[]) => (await verify(...args)).files.map(f => f.path.slice(dir.length + 1))

describe('what the arguments stand for', () => {
  it('a directory stands for the ELF files below it, sorted; other files are skipped', async () => {
    put('b/tool')
    put('a')
    put('SHA256SUMS', 'text')
    expect(await names('.')).toEqual(['a', 'b/tool'])
    expect((await verify('.')).verified).toBe(true)
  })

  it('a pattern stands for files as the shell would give them, also over directories', async () => {
    put('x/linux/tool')
    put('y/linux/tool')
    put('y/notes.txt', 'text')
    expect(await names('*/linux/tool')).toEqual(['x/linux/tool', 'y/linux/tool'])
    expect(await names('**/tool')).toEqual(['x/linux/tool', 'y/linux/tool'])
    expect(await names('?')).toEqual(['x/linux/tool', 'y/linux/tool'])
    expect((await verify('y/*.txt')).verified).toBe(false)
  })

  it('a name that exists is that file, whatever characters it has', async () => {
    const odd = ['[a]*?.bin', 'new\nline', 'späce and "quotes"', '{x,y}']
    for (const name of odd) put(name)
    for (const name of odd) expect(await names(name)).toEqual([name])
  })

  it('each file is judged once, however often it is named or linked', async () => {
    put('tool')
    symlinkSync('tool', join(dir, 'link'))
    symlinkSync('.', join(dir, 'loop'))
    symlinkSync('nowhere', join(dir, 'dangling'))
    expect(await names('.', 'tool', '*ool')).toHaveLength(1)
    expect(await names('.')).toEqual(['tool'])
  })

  it('one file that is not fine makes the run not verified', async () => {
    put('good')
    const bad = put('bad', writeElf({ stack: 7 }).bytes)
    const verdict = await verify('.')
    expect(verdict.files.map(f => f.verified)).toEqual([false, true])
    expect(verdict.verified).toBe(false)
    chmodSync(bad, 0o755)
  })

  it('a directory that cannot be read is not verified', async () => {
    put('sub/tool')
    put('tool')
    chmodSync(dir, 0o755)
    chmodSync(join(dir, 'sub'), 0)
    const verdict = await unprivileged(() => verify('.'))
    chmodSync(join(dir, 'sub'), 0o755)
    expect(verdict).toMatchObject({
      verified: false,
      files: [{ findings: [{ id: 'unreadable' }] }, { verified: true }],
    })
  })
})

describe('nothing', () => {
  it.each([['missing'], ['*.bin'], ['empty'], ['texts']])(
    '%s stands for nothing: an error with an empty verdict',
    async arg => {
      mkdirSync(join(dir, 'empty'))
      put('texts/readme', 'text')
      put('tool')
      const error = await verify('tool', arg).catch(e => e)
      expect(error).toBeInstanceOf(NothingMatched)
      expect(error).toMatchObject({ code: 'nothing-matched', exitCode: 2, verdict: { files: [], verified: false } })
      expect(error.message).toContain(arg)
    },
  )

  it('no argument at all is an error too', async () => {
    await expect(verify()).rejects.toThrow('no file was named')
  })

  it('says how many other files there were', async () => {
    put('texts/readme', 'text')
    await expect(verify('texts')).rejects.toThrow('1 file skipped, not ELF')
  })
})

it('reports come as they are ready', async () => {
  put('a')
  put('b')
  const seen: string[] = []
  await verifyPaths([dir], anyPolicy(), { onFile: r => seen.push(r.path.slice(dir.length + 1)) })
  expect(seen).toEqual(['a', 'b'])
})
