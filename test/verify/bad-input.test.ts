import { spawnSync } from 'node:child_process'
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ByteSource } from '../../src/elf/reader.ts'
import { judgeFile } from '../../src/verify/judge.ts'
import { judgeBytes } from '../../src/verify/judge-bytes.ts'
import { anyPolicy } from '../../src/verify/policies.ts'
import { verifyPaths } from '../../src/verify/verify.ts'
import { sourceOf } from '../support/elf-source.ts'
import { writeElf } from '../support/elf-writer.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'bad-input-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const { bytes } = writeElf({ data: 'a program' })
const put = (name: string, content: Buffer | string = bytes) => {
  const path = join(dir, name)
  writeFileSync(path, content, { mode: 0o755 })
  return path
}
const judge = (path: string) => judgeFile(path, anyPolicy())
const ids = (findings: readonly { id: string }[]) => findings.map(f => f.id)

describe('files that are not what they seem', () => {
  it('a sparse file of 4 GiB: a program costs what its tables cost, zeros are no program', async () => {
    const program = put('program')
    const zeros = put('zeros', '')
    for (const path of [program, zeros]) {
      const fd = openSync(path, 'r+')
      ftruncateSync(fd, 2 ** 32)
      closeSync(fd)
    }
    expect(await judge(program)).toMatchObject({ size: 2 ** 32, sha256: null, verified: true })
    expect(await judge(zeros)).toMatchObject({ size: 2 ** 32, sha256: null, verified: false })
  })

  it('pipes, devices, directories and loops of links among the arguments: each an answer, none waits', async () => {
    spawnSync('mkfifo', [join(dir, 'pipe')])
    symlinkSync('b', join(dir, 'a'))
    symlinkSync('a', join(dir, 'b'))
    mkdirSync(join(dir, 'sub'))
    symlinkSync('..', join(dir, 'sub/up'))
    writeFileSync(join(dir, 'sub/tool'), bytes, { mode: 0o755 })
    const args = ['pipe', 'a', 'sub'].map(name => join(dir, name)).concat('/dev/zero', '/dev/null')
    const { files } = await verifyPaths(args, anyPolicy())
    expect(files.map(f => [f.path.replace(dir, ''), f.verified, ids(f.findings)[0]])).toEqual([
      ['/dev/null', false, 'unreadable'],
      ['/dev/zero', false, 'unreadable'],
      ['/a', false, 'unreadable'],
      ['/pipe', false, 'unreadable'],
      ['/sub/tool', true, 'no-pie'],
    ])
    // A pattern over the same tree: links are not followed round and round.
    expect((await verifyPaths([join(dir, '**/tool')], anyPolicy())).files).toHaveLength(1)
  })

  it('names with line ends and escapes are names', async () => {
    const names = ['new\nline', '\u001b[31mred', '\u202eright to left', 'a\tb', '-dash', ' ']
    for (const name of names) put(name)
    const { files } = await verifyPaths([dir], anyPolicy())
    expect(files.map(f => f.path.slice(dir.length + 1)).sort()).toEqual([...names].sort())
    expect(files.every(f => f.verified)).toBe(true)
  })

  it('a name whose bytes are no text is not passed over: what cannot be opened is not verified', async () => {
    put('tool')
    writeFileSync(Buffer.concat([Buffer.from(`${dir}/`), Buffer.from([0xff, 0xfe])]), bytes)
    const verdict = await verifyPaths([dir], anyPolicy())
    expect(verdict).toMatchObject({
      verified: false,
      files: [{ verified: true }, { findings: [{ id: 'unreadable' }] }],
    })
  })
})

describe('files that change while they are read', () => {
  /** A source that does something before the n-th read. */
  const disturbed = (source: ByteSource, nth: number, act: () => void): ByteSource => {
    let reads = 0
    return {
      size: source.size,
      read: (target, at) => {
        if (++reads === nth) act()
        return source.read(target, at)
      },
    }
  }

  it('shorter: whenever it happens, the file is not verified and nothing is thrown', async () => {
    for (let nth = 1; nth <= 4; nth++) {
      let content = bytes
      const source = disturbed({ size: bytes.length, read: (t, at) => sourceOf(content).read(t, at) }, nth, () => {
        content = bytes.subarray(0, 70)
      })
      const report = await judgeBytes(source, { name: 'tool', mode: 0o755 }, anyPolicy())
      expect(report.verified, `read ${nth}`).toBe(false)
    }
  })

  it('an error of the disk is unreadable, with its name', async () => {
    const broken = disturbed(sourceOf(bytes), 2, () => {
      throw Object.assign(new Error('i/o error'), { code: 'EIO', syscall: 'read' })
    })
    const report = await judgeBytes(broken, { name: 'tool', mode: 0o755 }, anyPolicy())
    expect(report).toMatchObject({ verified: false, findings: [{ id: 'unreadable', evidence: 'EIO' }] })
  })

  it('an exception that nobody expected says that it is ours', async () => {
    const broken = disturbed(sourceOf(bytes), 1, () => {
      throw new TypeError('undefined is no function')
    })
    const [found] = (await judgeBytes(broken, { name: 'tool', mode: 0o755 }, anyPolicy())).findings
    expect(found?.message).toContain('a defect of the verifier')
    expect(found?.evidence).toContain('undefined is no function')
  })

  it('grown, cut, replaced and deleted on the disk', async () => {
    const path = put('tool', Buffer.concat([bytes, Buffer.alloc(32 << 20)]))
    const grown = judge(path)
    writeFileSync(path, 'more', { flag: 'a' })
    expect(ids((await grown).findings)).toContain('unreadable')
    const cut = judge(path)
    truncateSync(path, 100)
    expect(ids((await cut).findings)).toContain('unreadable')
    writeFileSync(path, Buffer.concat([bytes, Buffer.alloc(32 << 20)]))
    // What was opened is judged to its end, whatever its name stands for now.
    const replaced = judge(path)
    renameSync(put('other', 'text'), path)
    expect((await replaced).verified).toBe(true)
    const deleted = judge(put('tool', Buffer.concat([bytes, Buffer.alloc(32 << 20)])))
    unlinkSync(path)
    expect((await deleted).verified).toBe(true)
  })
})

describe('many files', () => {
  it('thousands are judged one after the other, each told as it is ready, in the order of the verdict', async () => {
    for (let i = 0; i < 2000; i++) put(`tool${i}`)
    const told: string[] = []
    const verdict = await verifyPaths([dir], anyPolicy(), { onFile: file => told.push(file.path) })
    expect(verdict.verified).toBe(true)
    expect(told).toEqual(verdict.files.map(f => f.path))
    expect(told).toHaveLength(2000)
  })

  it('a pattern that stands for nothing is an error, also among others that do', async () => {
    put('tool')
    await expect(verifyPaths([join(dir, 'tool'), join(dir, '*.bin')], anyPolicy())).rejects.toThrow('*.bin')
  })
})
