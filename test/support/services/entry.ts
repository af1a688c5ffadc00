import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { type Header, pack } from 'tar-stream'
import { entryPath, entryVersions } from '../../../src/hosts/github/cache-entry.ts'
import { addBlob } from './blobs.ts'
import type { ServiceState } from './state.ts'

/** Compressions of the official client, each with the version of entries that have it. */
export const compressions = {
  zstd: { compress: (bytes: Buffer) => zstdCompressSync(bytes), version: entryVersions[0] ?? '' },
  gzip: { compress: (bytes: Buffer) => gzipSync(bytes), version: entryVersions[1] ?? '' },
} as const

/** A member of an archive; the name is that of a good one when none is given. */
export type TarMember = Partial<Header> & { readonly content?: Buffer | string }

/** A tar archive with these members, good or bad. */
export async function tarOf(members: readonly TarMember[]): Promise<Buffer> {
  const tar = pack()
  for (const { content, ...header } of members) {
    const named = { name: entryPath, mtime: new Date(0), ...header }
    if (content === undefined) tar.entry(named)
    else tar.entry(named, Buffer.from(content))
  }
  tar.finalize()
  return buffer(tar)
}

/** Puts an entry of the default branch into a service, whatever its bytes are. */
export function plant(state: ServiceState, key: string, bytes: Buffer, version = compressions.zstd.version): void {
  const blob = addBlob(state, randomUUID())
  const stored = state.blobs.get(blob)
  if (stored) Object.assign(stored, { content: bytes, etag: `"${blob}"` })
  state.caches.push({ scope: 'refs/heads/main', key, version, blob, finalized: true })
}

/** Puts a file into a service as the official client would have. */
export async function plantFile(
  state: ServiceState,
  key: string,
  content: Buffer | string = key,
  compression: keyof typeof compressions = 'zstd',
): Promise<void> {
  const { compress, version } = compressions[compression]
  plant(state, key, compress(await tarOf([{ content: Buffer.from(content) }])), version)
}
