import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { ByteSource } from '../../src/elf/reader.ts'
import { judgeBytes } from '../../src/verify/judge-bytes.ts'
import { anyPolicy } from '../../src/verify/policies.ts'
import { Writer } from '../support/byte-writer.ts'
import { sourceOf } from '../support/elf-source.ts'
import { writeElf } from '../support/elf-writer.ts'

const kernel = new Writer(true, true).u32(0).u32(3).u32(2).u32(0).bytes()
const abiNote = { owner: 'GNU', type: 1, data: kernel }
const facts = { name: 'tool', mode: 0o755 }

/** A program followed by zeros up to a size, as a sparse file has them; counts what is read of it. */
function sparse(start: Buffer, size: number) {
  const read = { bytes: 0 }
  const source: ByteSource = {
    size,
    read: (target, at) => {
      read.bytes += target.length
      target.fill(0)
      if (at < start.length) start.copy(target, 0, at, at + target.length)
      return target.length
    },
  }
  return { read, source }
}

/** Makes the first loaded segment as long in the file and in memory. */
function enlarge(bytes: Buffer, size: number): Buffer {
  const load = bytes.indexOf(Buffer.from([1, 0, 0, 0, 5, 0, 0, 0]), 64)
  bytes.writeBigUInt64LE(BigInt(size), load + 32)
  bytes.writeBigUInt64LE(BigInt(size), load + 40)
  return bytes
}

describe('the digest', () => {
  const { bytes } = writeElf({ data: 'a program' })
  const sha256 = createHash('sha256').update(bytes).digest('hex')

  it('is there for every file of a usual size, unless it is not wanted', async () => {
    const digests = await Promise.all(
      (['auto', 'always', 'never'] as const).map(digest => judgeBytes(sourceOf(bytes), facts, anyPolicy(), { digest })),
    )
    expect(digests.map(d => d.sha256)).toEqual([sha256, sha256, null])
    expect(digests.map(d => d.verified)).toEqual([true, true, true])
  })

  it('of a huge file is only there when it is wanted: 4 GiB cost no more than the program', async () => {
    const { source, read } = sparse(bytes, 2 ** 32)
    const report = await judgeBytes(source, facts, anyPolicy())
    expect([report.sha256, report.size, report.verified]).toEqual([null, 2 ** 32, true])
    expect(read.bytes).toBeLessThan(1 << 20)
    const text = await judgeBytes(sparse(Buffer.from('text'), 2 ** 32).source, facts, anyPolicy())
    expect([text.sha256, text.findings.map(f => f.id)]).toEqual([null, ['not-elf']])
  })
})

describe('the search in a huge file', () => {
  const glibc = (text: string) => writeElf({ notes: [abiNote], data: `gconv\0${text}\0` }).bytes
  const ids = async (source: ByteSource, options = {}) =>
    (await judgeBytes(source, facts, anyPolicy(), options)).findings.filter(f => f.severity !== 'info').map(f => f.id)

  it('looks through what is loaded, and only that', async () => {
    const { source, read } = sparse(glibc('libnss_dns'), 2 ** 32)
    expect(await ids(source)).toEqual(['static-glibc-nss', 'static-glibc'])
    expect(read.bytes).toBeLessThan(1 << 20)
  })

  it('that is not done says so: not to have searched is not to have found nothing', async () => {
    const { source } = sparse(glibc('libnss_dns'), 2 ** 32)
    expect(await ids(source, { forbiddenPaths: ['/home/u/project'] })).toContain('limit')
    const large = sparse(enlarge(glibc('none'), 2 ** 30), 2 ** 32)
    expect(await ids(large.source)).toContain('limit')
    expect(await ids(sparse(glibc('libnss_dns'), 2 ** 28).source, { deadline: 0 })).toContain('limit')
  })

  it('a path counts in all of a file of usual size, also outside of what is loaded', async () => {
    const debug = writeElf({ sections: [{ name: '.debug_line', data: Buffer.from('/home/u/project/a.c\0') }] }).bytes
    const options = { forbiddenPaths: ['/home/u/project'], digest: 'never' as const }
    expect(await ids(sourceOf(debug), options)).toEqual(['leaked-path'])
  })
})

describe('files made to take long', () => {
  it('thousands of weak versions, of libraries that are there twice, for tens of thousands of symbols', async () => {
    const versions = Array.from({ length: 2000 }, (_, i) => `GLIBC_2.${i}`)
    const imports = Array.from({ length: 50_000 }, (_, i) => ({
      name: `s${i % 50}`,
      weak: true,
      version: ['libc.so.6', versions[i % versions.length] ?? ''] as const,
    }))
    const needed = Array.from({ length: 4000 }, (_, i) => `lib${i % 2000}.so`).concat('libc.so.6')
    const { bytes } = writeElf({
      ...{ interpreter: '/lib64/ld-linux-x86-64.so.2', imports, needed, runpath: ':'.repeat(4000) },
      weakVersions: versions.map(v => `libc.so.6 ${v}`),
    })
    const policy = { ...anyPolicy(), floor: { glibc: '2.17' } }
    const start = performance.now()
    const report = await judgeBytes(sourceOf(bytes), facts, policy)
    expect(report.verified).toBe(false)
    // Generous: what is squared takes minutes here.
    expect(performance.now() - start).toBeLessThan(8_000)
  })
})
