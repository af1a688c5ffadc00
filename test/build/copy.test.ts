import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { copySources } from '../../src/build/copy.ts'
import { placeArtifacts } from '../../src/build/output.ts'

let from = ''
let to = ''
const signal = new AbortController().signal
const copy = () => copySources({ from, to, signal })

beforeEach(() => {
  from = mkdtempSync(join(tmpdir(), 'pb copy it\'s a\n"ü" '))
  to = join(from, '.portable-build', 'job', 'src')
})
afterEach(() => rmSync(from, { recursive: true, force: true }))

describe('copySources', () => {
  it('copies names with spaces, quotes, newlines, other alphabets, and bytes that are no UTF-8', async () => {
    const names = ['a b', "it's", '"q"', 'x\ny', 'größe 漢字 😀', '-rf', '$HOME', '.hidden']
    for (const name of names) writeFileSync(join(from, name), name)
    const latin1 = Buffer.concat([Buffer.from(`${from}/gr`), Buffer.from([0xf6]), Buffer.from('sse')])
    writeFileSync(latin1, 'latin1')
    await copy()
    for (const name of names) expect(readFileSync(join(to, name), 'utf8')).toBe(name)
    expect(readdirSync(to, 'buffer').map(b => b.toString('latin1'))).toContain('gr\xf6sse')
  })

  it('keeps modes and times, and links as they are: loops, dangling, out of the tree', async () => {
    mkdirSync(join(from, 'sub'))
    writeFileSync(join(from, 'configure'), '#!/bin/sh\n')
    chmodSync(join(from, 'configure'), 0o755)
    const time = new Date('2020-02-02T02:02:02.123Z')
    utimesSync(join(from, 'configure'), time, time)
    const links = { loop: 'loop', 'sub/up': '..', gone: 'nowhere', out: '/etc/passwd' }
    for (const [name, target] of Object.entries(links)) symlinkSync(target, join(from, name))
    await copy()
    expect(statSync(join(to, 'configure')).mode & 0o777).toBe(0o755)
    expect(statSync(join(to, 'configure')).mtime).toEqual(time)
    for (const [name, target] of Object.entries(links)) expect(readlinkSync(join(to, name))).toBe(target)
  })

  it('leaves out history, unpacked packages, its own work and its own output, at any depth', async () => {
    for (const path of ['.git', 'lib/.git', 'node_modules/x', '.portable-build/old', 'dist']) {
      mkdirSync(join(from, path), { recursive: true })
      writeFileSync(join(from, path, 'file'), '')
    }
    writeFileSync(join(from, 'lib/main.c'), '')
    const built = join(from, 'lib/main.c')
    await placeArtifacts(join(from, 'ours'), [{ target: 't', name: 'app', path: built }])
    await copy()
    expect(readdirSync(to).sort()).toEqual(['dist', 'lib'])
    expect(readdirSync(join(to, 'lib'))).toEqual(['main.c'])
  })

  it('copies again only what changed, removes what is gone, keeps what was built', async () => {
    writeFileSync(join(from, 'same.c'), '1')
    writeFileSync(join(from, 'changed.c'), '1')
    writeFileSync(join(from, 'gone.c'), '1')
    mkdirSync(join(from, 'old'))
    writeFileSync(join(from, 'old/x.c'), '1')
    writeFileSync(join(from, 'becomes-directory'), '1')
    await copy()
    writeFileSync(join(to, 'same.o'), 'object')
    const inode = statSync(join(to, 'same.c')).ino
    writeFileSync(join(from, 'changed.c'), '2')
    rmSync(join(from, 'gone.c'))
    rmSync(join(from, 'old'), { recursive: true })
    rmSync(join(from, 'becomes-directory'))
    mkdirSync(join(from, 'becomes-directory'))
    writeFileSync(join(from, 'becomes-directory/y.c'), '1')
    await copy()
    expect(readdirSync(to).sort()).toEqual(['becomes-directory', 'changed.c', 'same.c', 'same.o'])
    expect(readFileSync(join(to, 'changed.c'), 'utf8')).toBe('2')
    expect(statSync(join(to, 'same.c')).ino).toBe(inode)
    expect(readdirSync(join(to, 'becomes-directory'))).toEqual(['y.c'])
  })

  it('restores what a build changed in its copy', async () => {
    writeFileSync(join(from, 'config.h'), 'mine')
    await copy()
    writeFileSync(join(to, 'config.h'), 'made')
    await copy()
    expect(readFileSync(join(to, 'config.h'), 'utf8')).toBe('mine')
  })

  it('does not ask which of two times is later: files from the future, a copy from the past', async () => {
    const future = new Date('2100-01-01')
    writeFileSync(join(from, 'a.c'), '1')
    utimesSync(join(from, 'a.c'), future, future)
    await copy()
    writeFileSync(join(from, 'a.c'), '2')
    const past = new Date('1999-01-01')
    utimesSync(join(from, 'a.c'), past, past)
    await copy()
    expect(readFileSync(join(to, 'a.c'), 'utf8')).toBe('2')
    expect(statSync(join(to, 'a.c')).mtime).toEqual(past)
  })

  it('removes nothing outside, whatever its list says', async () => {
    writeFileSync(join(from, 'a.c'), '1')
    writeFileSync(join(from, 'precious'), '1')
    mkdirSync(join(from, '.portable-build/job'), { recursive: true })
    writeFileSync(`${to}.copied`, JSON.stringify(['/../../../precious', 'relative', 7]))
    await copy()
    expect(existsSync(join(from, 'precious'))).toBe(true)
  })

  it('passes over sockets and pipes', async () => {
    const { execFileSync } = await import('node:child_process')
    execFileSync('mkfifo', [join(from, 'pipe')])
    writeFileSync(join(from, 'a.c'), '1')
    await copy()
    expect(readdirSync(to)).toEqual(['a.c'])
  })

  it('says which directory cannot be read, and where it cannot write', async () => {
    await expect(copySources({ from: join(from, 'none'), to, signal })).rejects.toMatchObject({
      code: 'unreadable-project',
      message: expect.stringContaining('none cannot be read (ENOENT)'),
    })
    writeFileSync(join(from, 'file'), '')
    await expect(copySources({ from, to: join(from, 'file', 'src'), signal })).rejects.toMatchObject({
      code: 'cannot-write',
    })
    expect(lstatSync(join(from, 'file')).isFile()).toBe(true)
  })

  it('stops when interrupted', async () => {
    await expect(copySources({ from, to, signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'interrupted' })
  })
})
