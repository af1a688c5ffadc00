import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { spawnCommand } from '../../../src/exec/spawn.ts'
import { libraryDirs, packageSources } from '../../../src/smoke/floor/packages.ts'
import { extractDebData } from '../../../src/toolchains/deb.ts'
import { type PackagedSystem, packagedSystems } from '../../../src/toolchains/systems.ts'
import { memoryLog } from '../../support/jobs.ts'
import { scratch } from '../../toolchains/fixture.ts'
import { deadUrl, serve, startMirror, status } from '../../toolchains/mirror.ts'
import { arOf, type DebMember, debOf, publish } from './deb.ts'

const signal = new AbortController().signal
const pool = 'pool/main/g/glibc/libc6_2.31-1+deb1_amd64.deb'
const root = './lib/x86_64-linux-gnu/'
const libc: readonly DebMember[] = [
  { name: './', type: 'directory' },
  { name: './lib64/ld.so', type: 'symlink', linkname: '/lib/ld.so' },
  { name: './usr/share/doc/copyright', content: 'text' },
  { name: `${root}ld-2.31.so`, mode: 0o755, content: 'loader' },
  { name: `${root}ld.so`, type: 'symlink', linkname: 'ld-2.31.so' },
  { name: `${root}libc.so.6`, content: 'libc' },
]

let usual: Promise<Buffer> | undefined

async function setUp(members?: readonly DebMember[]) {
  const archive = scratch()
  usual ??= debOf(libc)
  const deb = await (members === undefined ? usual : debOf(members))
  const pin = publish(archive, pool, deb, root)
  const system: PackagedSystem = {
    ...{ name: 'Old 2', glibc: '2.31', musl: '1.2', archives: [await deadUrl()] },
    archs: { x86_64: { libc6: pin } },
  }
  const { log, said } = memoryLog()
  const context = { exec: spawnCommand, env: process.env, log, signal, toolsDir: join(scratch(), 'tools') }
  const get = (mirror: string | null = archive, from = system, names = ['libc6']) =>
    libraryDirs({ system: from, arch: 'x86_64', names, mirror }, context)
  return { archive, deb, pin, system, said, context, get }
}

describe('libraryDirs', () => {
  it('unpacks the libraries and nothing else, once', async () => {
    const { archive, get, said, context } = await setUp()
    const [dir = ''] = await get()
    expect(dir.startsWith(join(context.toolsDir, 'old-2-x86_64', 'libc6-'))).toBe(true)
    expect(readdirSync(dir).sort()).toEqual(['ld-2.31.so', 'ld.so', 'libc.so.6'])
    expect(lstatSync(join(dir, 'ld-2.31.so')).mode & 0o777).toBe(0o755)
    expect(readlinkSync(join(dir, 'ld.so'))).toBe('ld-2.31.so')
    rmSync(archive, { recursive: true })
    expect(await get()).toEqual([dir])
    expect(said.filter(s => s.startsWith('done'))).toHaveLength(1)
  })

  it('takes a mirror by URL, a directory of files, and a file:// address', async () => {
    const { archive, deb, get, context } = await setUp()
    const mirror = await startMirror(serve(deb))
    await get(`${mirror.url}/debian/`)
    expect(mirror.requests[0]?.path).toBe(`/debian/${pool}`)
    const again = async (place: string) => {
      rmSync(context.toolsDir, { recursive: true })
      const [dir = ''] = await get(place)
      return readFileSync(join(dir, 'libc.so.6'), 'utf8')
    }
    const flat = scratch()
    writeFileSync(join(flat, basename(pool)), deb)
    expect(await again(flat)).toBe('libc')
    expect(await again(`file://${archive}`)).toBe('libc')
  })

  it('asks the archives one after the other', async () => {
    const { deb, get, system } = await setUp()
    const gone = await startMirror(status(404))
    const there = await startMirror(serve(deb))
    await get(null, { ...system, archives: [gone.url, there.url] })
    expect([gone.requests.length, there.requests.length]).toEqual([1, 1])
  })

  it('uses nothing of another file than the pinned one', async () => {
    const { archive, get, context } = await setUp()
    publish(archive, pool, await debOf([{ name: `${root}libc.so.6`, content: 'evil' }]), root)
    await expect(get()).rejects.toMatchObject({ code: 'digest-mismatch' })
    expect(readdirSync(context.toolsDir)).toEqual(['.install'])
  })

  it('says where it looked when there is nothing', async () => {
    const { get, system } = await setUp()
    await expect(get(scratch())).rejects.toMatchObject({
      code: 'download-failed',
      hint: expect.stringContaining('debian='),
    })
    const [dead = ''] = system.archives
    await expect(get(null)).rejects.toThrow(`packages of Old 2 cannot be had (${dead}/: the connection was refused`)
  })

  it.each<[string, DebMember]>([
    ['a link out of it', { name: `${root}x`, type: 'symlink', linkname: '../../../etc/passwd' }],
    ['a device', { name: `${root}x`, type: 'character-device' }],
  ])('refuses %s', async (_, member) => {
    const { get, context } = await setUp([...libc, member])
    await expect(get()).rejects.toMatchObject({ code: 'unsafe-archive' })
    expect(existsSync(join(context.toolsDir, 'old-2-x86_64'))).toBe(false)
  })

  it('is interrupted like everything else', async () => {
    const { context, system } = await setUp()
    const never = await startMirror(() => {})
    const abort = new AbortController()
    const request = { system, arch: 'x86_64', names: ['libc6'], mirror: never.url } as const
    const running = libraryDirs(request, { ...context, signal: abort.signal })
    setTimeout(() => abort.abort(), 100)
    await expect(running).rejects.toMatchObject({ code: 'interrupted' })
  })
})

describe('extractDebData', () => {
  const magic = Buffer.from('!<arch>\n')
  const tooLong = arOf([['data.tar.xz', Buffer.from('12345')]])
  it.each<[string, Buffer, string]>([
    ['an empty file', Buffer.alloc(0), 'does not begin'],
    ['another file', Buffer.from('PK\x03\x04 and more'), 'does not begin'],
    ['no members', magic, 'no data.tar.xz'],
    ['another compression', arOf([['data.tar.zst', Buffer.from('x')]]), 'no data.tar.xz'],
    ['a member that ends after the file', tooLong.subarray(0, tooLong.length - 2), 'member 1 is damaged'],
    [
      'a size that is no number',
      Buffer.concat([magic, Buffer.from(`${'data.tar.xz'.padEnd(48)}-1        \`\n`)]),
      'member 1',
    ],
    [
      'a header without end',
      Buffer.concat([magic, Buffer.from(`${'data.tar.xz'.padEnd(48)}1         xx1`)]),
      'member 1',
    ],
  ])('refuses %s', async (_, bytes, why) => {
    const dir = scratch()
    const path = join(dir, 'a.deb')
    writeFileSync(path, bytes)
    const reading = extractDebData(path, join(dir, 'data'), signal)
    await expect(reading).rejects.toMatchObject({ code: 'unsafe-archive', message: expect.stringContaining(why) })
    expect(existsSync(join(dir, 'data'))).toBe(false)
  })
})

describe('the catalog of systems', () => {
  it('is in order, and every package has archives that keep it', () => {
    const versions = packagedSystems.map(s => Number(s.glibc.split('.')[1]))
    expect(versions).toEqual([...versions].sort((a, b) => a - b))
    expect(versions.length).toBeGreaterThan(0)
    for (const system of packagedSystems) {
      for (const row of Object.values(system.archs)) {
        const pin = row.libc6
        expect(pin?.sha256).toMatch(/^[0-9a-f]{64}$/)
        expect(pin?.root).toMatch(/\/$/)
        if (!pin) continue
        const [source] = packageSources(pin, system, null)
        expect(source).toMatchObject({
          from: 'url',
          urls: expect.arrayContaining([expect.stringContaining('snapshot')]),
        })
      }
    }
  })
})
