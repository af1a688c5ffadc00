/** Numbers in the byte order and class of a file. */
export class Writer {
  #room = Buffer.alloc(1024)
  readonly is64: boolean
  readonly little: boolean
  length = 0

  constructor(is64: boolean, little: boolean) {
    this.is64 = is64
    this.little = little
  }

  raw(bytes: Buffer): this {
    const at = this.#grow(bytes.length)
    bytes.copy(this.#room, at)
    return this
  }

  u8(...values: number[]): this {
    return this.raw(Buffer.from(values))
  }

  u16(value: number): this {
    const at = this.#grow(2)
    if (this.little) this.#room.writeUInt16LE(value, at)
    else this.#room.writeUInt16BE(value, at)
    return this
  }

  u32(value: number): this {
    const at = this.#grow(4)
    if (this.little) this.#room.writeUInt32LE(value >>> 0, at)
    else this.#room.writeUInt32BE(value >>> 0, at)
    return this
  }

  u64(value: number): this {
    const [high, low] = [Math.floor(value / 2 ** 32), value % 2 ** 32]
    return this.little ? this.u32(low).u32(high) : this.u32(high).u32(low)
  }

  word(value: number): this {
    return this.is64 ? this.u64(value) : this.u32(value)
  }

  align(to: number): this {
    return this.raw(Buffer.alloc((to - (this.length % to)) % to))
  }

  bytes(): Buffer {
    return Buffer.from(this.#room.subarray(0, this.length))
  }

  /** Makes room for more bytes; returns where they start. */
  #grow(by: number): number {
    const at = this.length
    this.length += by
    if (this.length > this.#room.length) this.#room = Buffer.concat([this.#room, Buffer.alloc(this.length)])
    return at
  }
}
