import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { entryPath, openEntry } from '../../../src/hosts/github/cache-entry.ts'
import { compressions, type TarMember, tarOf } from '../../support/services/entry.ts'

/** Opens an archive in a directory of its own. */
async function opened(bytes: Buffer) {
  const dir = mkdtempSync(join(tmpdir(), 'pb-entry-'))
  const [archive, to] = [join(dir, 'archive'), join(dir, 'file')]
  writeFileSync(archive, bytes)
  return { dir, to, result: await openEntry(archive, to, new AbortController().signal) }
}

const packed = async (members: readonly TarMember[]) => zstdCompressSync(await tarOf(members))
const content = randomBytes(300_000)

describe('the archive of an entry', () => {
  it.each(['zstd', 'gzip'] as const)('gives its one file: %s', async name => {
    const { to, result } = await opened(compressions[name].compress(await tarOf([{ content }])))
    expect(result).toEqual({ kind: 'done', bytes: 300_000 })
    expect(readFileSync(to).equals(content)).toBe(true)
  })

  it('gives an empty file', async () => {
    const { to, result } = await opened(await packed([{ content: '' }]))
    expect(result).toEqual({ kind: 'done', bytes: 0 })
    expect(readFileSync(to)).toHaveLength(0)
  })

  it.each<[string, RegExp, TarMember[]]>([
    ['an absolute path', /another name/, [{ name: '/tmp/pb-was-here', content: 'x' }]],
    ['a path that leaves', /another name/, [{ name: `../${entryPath}`, content: 'x' }]],
    ['a path that leaves and comes back', /another name/, [{ name: `../x/${entryPath}`, content: 'x' }]],
    ['another name', /another name, "authorized_keys"/, [{ name: 'authorized_keys', content: 'x' }]],
    ['a symbolic link', /something else/, [{ type: 'symlink', linkname: '/etc/passwd' }]],
    ['a hard link', /something else/, [{ type: 'link', linkname: '/etc/passwd' }]],
    ['a directory', /something else/, [{ type: 'directory' }]],
    ['a device', /something else/, [{ type: 'character-device', devmajor: 1, devminor: 3 }]],
    ['nothing', /empty/, []],
    ['a second file', /more than one/, [{ content: 'x' }, { name: '/tmp/pb-was-here', content: 'x' }]],
    ['the same file twice', /more than one/, [{ content: 'x' }, { content: 'y' }]],
    ['a link, then a file through it', /something else/, [{ type: 'symlink', linkname: '/tmp' }, { content: 'x' }]],
  ])('with %s is refused', async (_, why, members) => {
    const { dir, result } = await opened(await packed(members))
    expect(result).toEqual({ kind: 'refused', why: expect.stringMatching(why) })
    expect(existsSync('/tmp/pb-was-here')).toBe(false)
    expect(readdirSync(dir)).not.toContain(entryPath)
  })

  it('that is cut is refused, wherever', async () => {
    const whole = await packed([{ content }])
    for (const part of [0, 3, 100, 1000, 0.5, 0.99].map(at => Math.floor(at < 1 ? at * whole.length : at))) {
      const { result } = await opened(whole.subarray(0, part))
      expect([part, result.kind]).toEqual([part, 'refused'])
    }
    const cutTar = (await tarOf([{ content }])).subarray(0, 100_000)
    expect((await opened(gzipSync(cutTar))).result).toMatchObject({
      kind: 'refused',
      why: /ends before it is complete/,
    })
  })

  it('with a changed byte is refused where the compression can tell', async () => {
    const whole = gzipSync(await tarOf([{ content }]))
    whole[150_000] = (whole[150_000] ?? 0) ^ 1
    expect((await opened(whole)).result.kind).toBe('refused')
  })

  it('is left when the run is interrupted', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'pb-entry-'))
    writeFileSync(join(dir, 'archive'), await packed([{ content }]))
    const end = openEntry(join(dir, 'archive'), join(dir, 'file'), AbortSignal.abort())
    await expect(end).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('that would fill the disk is refused, long before it does', async () => {
    const { result, to } = await opened(await packed([{ content: Buffer.alloc(200 << 20) }]))
    expect(result).toMatchObject({ kind: 'refused', why: /small file unpacks to a huge one/ })
    expect(readFileSync(to).length).toBeLessThan(70 << 20)
  })

  it.each([
    ['the file itself', content],
    ['an empty one', Buffer.alloc(0)],
    ['a tar without compression', Buffer.alloc(1024)],
    ['a zip', Buffer.from('PK\x03\x04')],
  ])('that is none is refused: %s', async (_, bytes) => {
    expect((await opened(bytes)).result).toMatchObject({ kind: 'refused', why: /not an archive of the Actions cache/ })
  })
})
