import { createCipheriv } from 'node:crypto'

/** Bytes that do not repeat and do not compress, the same each time; quicker than the system's random ones. */
export function someBytes(size: number): Buffer {
  return createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(size))
}
