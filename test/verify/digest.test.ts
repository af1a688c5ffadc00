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

describe('the search for what is in a static glibc', () => {
  const size = 8 << 20
  /** Texts among 8 MiB of constants, each at its place, with a section that says where the constants are. */
  function program(...texts: readonly (readonly [at: number, text: string])[]) {
    const data = Buffer.alloc(size)
    for (const [at, text] of texts) data.write(`${text}\0`, at)
    const written = writeElf({ notes: [abiNote], data, sections: [{ name: '.rodata', data: Buffer.alloc(12_345) }] })
    // The writer does not load its sections: this one is told to be the constants.
    const shoff = Number(written.bytes.readBigUInt64LE(40))
    const row = [1, 2, 3].find(i => written.bytes.readBigUInt64LE(shoff + i * 64 + 32) === 12_345n) ?? 0
    written.bytes.writeBigUInt64LE(BigInt(written.at.data), shoff + row * 64 + 24)
    written.bytes.writeBigUInt64LE(BigInt(size), shoff + row * 64 + 32)
    let read = 0
    const { read: from } = sourceOf(written.bytes)
    const source: ByteSource = {
      size: written.bytes.length,
      read: (target, at) => {
        read += target.length
        return from(target, at)
      },
    }
    const judged = async () => {
      const { findings } = await judgeBytes(source, facts, anyPolicy(), { digest: 'never' })
      return findings.filter(f => f.id.startsWith('static-glibc')).map(f => f.id)
    }
    return { judged, bytesRead: () => read }
  }
  const [early, late] = [1000, size - 5000]

  it('finds it wherever it is linked, and reads little where it is linked last, as by every linker', async () => {
    const usual = program([late, '/usr/lib/gconv'], [late + 1000, 'libnss_'])
    expect(await usual.judged()).toEqual(['static-glibc-nss', 'static-glibc'])
    expect(usual.bytesRead()).toBeLessThan(size / 2)
    const first = program([early, '/usr/lib/gconv'], [early + 1000, 'libnss_'])
    expect(await first.judged()).toEqual(['static-glibc-nss', 'static-glibc'])
    const apart = program([early, 'libnss_'], [late, '/usr/lib/gconv'])
    expect(await apart.judged()).toEqual(['static-glibc-nss', 'static-glibc'])
  })

  it('looks everywhere before it says that there is none', async () => {
    const without = program([late, '/usr/lib/gconv'])
    expect(await without.judged()).toEqual(['static-glibc'])
    expect(without.bytesRead()).toBeGreaterThan(size)
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
