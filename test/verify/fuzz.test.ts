import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readElf } from '../../src/elf/elf.ts'
import { hasMagic } from '../../src/elf/header.ts'
import { ElfError } from '../../src/elf/problem.ts'
import { anyPolicy } from '../../src/verify/policies.ts'
import { sourceOf } from '../support/elf-source.ts'
import { tryMutant } from '../support/fuzz.ts'
import { judgeBytes } from '../support/judge-bytes.ts'
import { refusalOf } from '../support/loader-model.ts'
import { specimens } from '../support/specimens.ts'

const samples: readonly Buffer[] = specimens.map(s => s.bytes)

/** Values that sit at the edges of what fields can hold. */
const extremes = fc.constantFrom(0, 1, 2, 7, 0x7f, 0x80, 0xff)
const change = fc.record({ at: fc.nat(), value: fc.oneof(extremes, fc.nat(255)), run: fc.constantFrom(1, 1, 2, 4, 8) })

/** Either a judgement or the reader's own error; everything else fails the test. */
function survives(bytes: Buffer): void {
  const { verified } = judgeBytes(bytes, anyPolicy())
  // The magic is looked at before all this.
  if (verified && hasMagic(bytes)) expect(refusalOf(bytes)).toBeNull()
}

describe('damaged files', () => {
  it('never crash the reader or the check, whatever bytes are changed', () => {
    const property = fc.property(
      fc.constantFrom(...samples),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      (s, changes) => {
        const bytes = Buffer.from(s)
        for (const { at, value, run } of changes)
          bytes.fill(value, at % bytes.length, Math.min((at % bytes.length) + run, bytes.length))
        survives(bytes)
      },
    )
    fc.assert(property, { numRuns: 1500, seed: 20261121 })
  })

  it('random bytes after the magic never crash the reader', () => {
    const property = fc.property(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom(1, 2),
      fc.constantFrom(1, 2),
      (tail, cls, data) => survives(Buffer.from([0x7f, 0x45, 0x4c, 0x46, cls, data, 1, ...tail])),
    )
    fc.assert(property, { numRuns: 1000, seed: 20261121 })
  })

  it('mutants of every structure: no crash, and none is verified that the kernel or a loader refuses', async () => {
    let verified = 0
    for (let number = 0; number < 1000; number++) {
      const mutant = await tryMutant(number)
      expect(mutant.defect, `mutant ${number} of ${mutant.specimen}`).toBeNull()
      if (mutant.verified) verified++
    }
    // Neither everything nor nothing: or the mutants show nothing.
    expect(verified).toBeGreaterThan(100)
    expect(verified).toBeLessThan(800)
  })

  it('every specimen is verified whole, and its model of the kernel and the loader agrees', () => {
    for (const { name, bytes } of specimens) {
      expect([name, judgeBytes(bytes, anyPolicy()).verified, refusalOf(bytes)]).toEqual([name, true, null])
    }
  })

  it('cut off at any place are never verified', () => {
    for (const sample of samples) {
      for (let length = 0; length < sample.length; length++) {
        const cut = judgeBytes(sample.subarray(0, length), anyPolicy())
        expect(cut.verified, `${length} of ${sample.length} bytes`).toBe(false)
      }
    }
  })
})

describe('programs of this machine', () => {
  const files = [process.execPath, '/bin/sh', '/usr/bin/git', '/usr/bin/python3'].filter(f => existsSync(f))

  it.each(files)('%s with changed tables never crashes the reader, and only ranges of it are read', file => {
    const fd = openSync(file, 'r')
    try {
      const { size } = statSync(file)
      const whole = { size, read: (target: Uint8Array, at: number) => readSync(fd, target, 0, target.length, at) }
      const { problems, dynamic, segments } = readElf(whole)
      expect(problems).toEqual([])
      const places = [0, dynamic?.strings.offset ?? 0, ...segments.map(s => s.offset)].filter(at => at < size)
      const one = fc.record({
        place: fc.constantFrom(...places),
        at: fc.nat(2000),
        value: fc.oneof(extremes, fc.nat(255)),
      })
      const property = fc.property(fc.array(one, { minLength: 1, maxLength: 4 }), changes => {
        const damaged = {
          size,
          read: (target: Uint8Array, at: number) => {
            const got = whole.read(target, at)
            for (const c of changes) {
              const index = c.place + c.at - at
              if (index >= 0 && index < got) target[index] = c.value
            }
            return got
          },
        }
        try {
          readElf(damaged)
        } catch (error) {
          expect(error).toBeInstanceOf(ElfError)
        }
      })
      fc.assert(property, { numRuns: 60, seed: 20261121 })
    } finally {
      closeSync(fd)
    }
  })

  it('a file of 4 GiB of zeros after a program costs no more than the program', () => {
    const bytes = samples[0] ?? Buffer.alloc(0)
    let most = 0
    const sparse = {
      size: 2 ** 32,
      read: (target: Uint8Array, at: number) => {
        most += target.length
        target.fill(0)
        if (at < bytes.length) bytes.copy(target, 0, at, at + target.length)
        return target.length
      },
    }
    expect(readElf(sparse).dynamic?.needed).toEqual(['libstdc++.so.6', 'libc.so.6'])
    expect(most).toBeLessThan(1 << 20)
    expect(sourceOf(bytes).size).toBe(bytes.length)
  })
})
