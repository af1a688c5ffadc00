import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { hold } from '../../src/payload/held.ts'
import { PayloadError } from '../../src/payload/problem.ts'

const piece = Buffer.from(Array.from({ length: 65_521 }, (_, i) => i % 251))

async function* pieces(count: number) {
  for (let i = 0; i < count; i++) yield piece
}

/** The byte at a place of the pieces one after the other. */
const byteAt = (at: number) => (at % piece.length) % 251

describe('what is unpacked', () => {
  // 1,100 pieces are more than the 64 MiB that stay in memory.
  it.each([3, 1_100])('can be read anywhere: %d pieces', async count => {
    const { source, close } = await hold(pieces(count))
    expect(source.size).toBe(count * piece.length)
    const target = Buffer.alloc(3_000_000)
    for (const at of [0, 65_500, source.size - 100, Math.floor(source.size / 2)]) {
      const got = source.read(target, at)
      expect(got).toBe(Math.min(target.length, source.size - at))
      const wrong = target.subarray(0, got).findIndex((byte, i) => byte !== byteAt(at + i))
      expect(wrong, `from ${at}`).toBe(-1)
    }
    expect(source.read(target, source.size)).toBe(0)
    close()
  })

  it('leaves no file that has a name', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'held-'))
    vi.stubEnv('TMPDIR', dir)
    try {
      const { close } = await hold(pieces(1_100))
      expect(readdirSync(dir)).toEqual([])
      close()
      vi.stubEnv('TMPDIR', join(dir, 'missing'))
      await expect(hold(pieces(1_100))).rejects.toThrow('no room')
    } finally {
      vi.unstubAllEnvs()
      rmSync(dir, { recursive: true })
    }
  })

  it('ends at its limit', async () => {
    await expect(hold(pieces(3), 100_000)).rejects.toThrow(PayloadError)
  })
})
