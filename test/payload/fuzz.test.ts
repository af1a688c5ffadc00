import { gzipSync, zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ElfError } from '../../src/elf/problem.ts'
import { PayloadError } from '../../src/payload/problem.ts'
import { writeElf } from '../support/elf-writer.ts'
import { cpioOf, debOf, type Packed, rpmOf, tarOf, xzOf, zipOf } from '../support/payload/archives.ts'
import {
  appImageOf,
  nuitkaPayload,
  nuitkaProgram,
  pyInstallerArchive,
  pyInstallerProgram,
} from '../support/payload/onefile.ts'
import { unpack } from '../support/payload/open.ts'
import { squashfsOf } from '../support/payload/squashfs.ts'

const files: Packed[] = [
  { path: 'tool', data: writeElf().bytes },
  { path: 'a', data: Buffer.from('text'.repeat(40)) },
  { path: 'link', link: 'tool' },
]
const layout = (compress: boolean, archive: boolean) => ({ compress, archive, checksums: archive })

/** One of each format, and what must be in it. */
const samples: Readonly<Record<string, Buffer>> = {
  tar: tarOf(files),
  'tar.gz': gzipSync(tarOf(files)),
  'tar.zst': zstdCompressSync(tarOf(files)),
  'tar.xz': xzOf([tarOf(files)]),
  zip: zipOf(files),
  deb: debOf([['data.tar.gz', gzipSync(tarOf(files))]]),
  rpm: rpmOf(gzipSync(cpioOf(files))),
  AppImage: appImageOf(squashfsOf(files)),
  'AppImage zstd': appImageOf(squashfsOf(files, 'zstd', true)),
  'Nuitka stored': nuitkaProgram(nuitkaPayload(files, layout(false, false)), 'appended'),
  'Nuitka stream': nuitkaProgram(nuitkaPayload(files, layout(true, false)), 'linked in'),
  'Nuitka archive': nuitkaProgram(nuitkaPayload(files, layout(true, true)), 'appended'),
  'PyInstaller section': pyInstallerProgram(pyInstallerArchive(files), 'section'),
  'PyInstaller appended': pyInstallerProgram(pyInstallerArchive(files), 'appended'),
}
const names = Object.keys(samples)
const sample = (name: string) => samples[name] ?? Buffer.alloc(0)

/** How many members were read; null for an error of ours. Every other error fails the test. */
async function survives(bytes: Buffer): Promise<number | null> {
  try {
    return (await unpack(bytes)).members.length
  } catch (error) {
    if (error instanceof PayloadError || error instanceof ElfError) return null
    throw error
  }
}

/** Values at the edges of what fields can hold. */
const extremes = fc.constantFrom(0, 1, 2, 0x7f, 0x80, 0xff, 0x28, 0x30, 0x37)
const change = fc.record({ at: fc.nat(), value: fc.oneof(extremes, fc.nat(255)), run: fc.constantFrom(1, 1, 2, 4, 8) })

describe('damaged packages', () => {
  it.each(names)('%s, with any bytes changed, is read or refused', async name => {
    const property = fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async changes => {
      const bytes = Buffer.from(sample(name))
      for (const { at, value, run } of changes) {
        bytes.fill(value, at % bytes.length, Math.min((at % bytes.length) + run, bytes.length))
      }
      await survives(bytes)
    })
    await fc.assert(property, { numRuns: 150, seed: 20261121 })
  })

  // The end of these is not needed to read all of it: filling up, section headers.
  const slack: Readonly<Record<string, number>> = { tar: 1024, 'Nuitka stream': 1000, 'AppImage zstd': 8, AppImage: 8 }

  it.each(names)('%s, cut off anywhere, is never read as a whole', async name => {
    const bytes = sample(name)
    const whole = await survives(bytes)
    expect(whole).toBeGreaterThanOrEqual(files.length)
    const step = name.endsWith('xz') ? 61 : 13
    for (let length = 0; length < bytes.length - (slack[name] ?? 0); length += step) {
      const got = await survives(bytes.subarray(0, length))
      expect(got === null || got < (whole ?? 0), `${length} of ${bytes.length} bytes: ${got} members`).toBe(true)
    }
  })

  it('random bytes after each magic are read or refused', async () => {
    const starts = [...names.map(n => sample(n).subarray(0, 120)), Buffer.from('#!/bin/sh\n')]
    const property = fc.asyncProperty(
      fc.constantFrom(...starts),
      fc.nat(120),
      fc.uint8Array({ maxLength: 600 }),
      async (start, keep, tail) => {
        await survives(Buffer.concat([start.subarray(0, keep), tail]))
      },
    )
    await fc.assert(property, { numRuns: 400, seed: 20261121 })
  })
})
