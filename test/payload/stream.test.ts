import { describe, expect, it } from 'vitest'
import { ByteStream } from '../../src/payload/stream.ts'

const bytes = Buffer.from('first\0\0second\0rest')

/** The bytes in pieces that lie in the middle of something larger, as those of a decoder do. */
async function* piecesOf(length: number): AsyncGenerator<Buffer> {
  const around = Buffer.concat([Buffer.from('before'), bytes, Buffer.from('after')])
  for (let at = 0; at < bytes.length; at += length) {
    yield around.subarray(6 + at, 6 + Math.min(at + length, bytes.length))
  }
}

describe('a stream of pieces', () => {
  it.each(Array.from(bytes, (_, i) => i + 1))('gives names and what follows them from pieces of %i bytes', async n => {
    const stream = new ByteStream(piecesOf(n))
    expect(await stream.text(16)).toBe('first')
    expect(stream.position).toBe(6)
    expect(await stream.text(16)).toBe('')
    expect(await stream.text(6)).toBe('second')
    expect(stream.position).toBe(14)
    expect((await stream.exactly(4)).toString()).toBe('rest')
    expect(await stream.isAtEnd()).toBe(true)
  })

  it('refuses a name that is longer than it may be, and one that never ends', async () => {
    await expect(new ByteStream(piecesOf(64)).text(4)).rejects.toThrow('a name has no end')
    const stream = new ByteStream(piecesOf(3))
    await stream.skip(14)
    await expect(stream.text(16)).rejects.toThrow('a name has no end')
  })
})
