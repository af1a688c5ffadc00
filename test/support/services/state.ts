/** One entry of the cache: reserved when it was created, found by lookups once it is finalized. */
export interface CacheEntry {
  readonly scope: string
  readonly key: string
  readonly version: string
  readonly blob: string
  finalized: boolean
}

/** One artifact of a run. */
export interface ArtifactEntry {
  readonly id: number
  readonly run: string
  readonly job: string
  readonly name: string
  readonly blob: string
  readonly createdAt: string
  /** `sha256:<hex>` once it is finalized. */
  digest: string | null
}

/** A blob: its committed content, and blocks that wait for a block list. */
export interface StoredBlob {
  content: Buffer | null
  type: string
  etag: string
  readonly blocks: Map<string, Buffer>
}

/** What goes wrong, until a test says otherwise; each may be changed while the server runs. */
export interface Faults {
  /** The cache answers as it does to a token that may not write, or not read. */
  denyWrite?: boolean
  denyRead?: boolean
  /** The next `times` calls of the cache service get 429, with Retry-After in seconds if given. */
  status429?: { times: number; retryAfter?: number } | undefined
  /** The next `times` calls of any service get 500. */
  status500?: { times: number } | undefined
  /** Calls of the cache service are never answered. */
  hang?: boolean
  /** Uploads are taken and never answered. */
  stuck?: boolean
  /** Downloads wait so long before each 64 KiB, ms. */
  slow?: number
  /** The next `times` downloads end in the middle. */
  cut?: { times: number } | undefined
  /** Downloads have one other byte than what was uploaded. */
  corrupt?: boolean
  /** FinalizeArtifact and FinalizeCacheEntryUpload answer `ok: false`. */
  refuseFinalize?: boolean
}

/** Everything that a server knows; tests look at it, and change it to make another world. */
export interface ServiceState {
  readonly caches: CacheEntry[]
  readonly artifacts: ArtifactEntry[]
  readonly blobs: Map<string, StoredBlob>
  /** Each request: `CacheService/CreateCacheEntry`, `PUT`, `PUT block`, `PUT blocklist`, `HEAD`, `GET`. */
  readonly requests: string[]
  readonly faults: Faults
}

/** A server that nobody has used. */
export function emptyState(faults: Faults): ServiceState {
  return { caches: [], artifacts: [], blobs: new Map(), requests: [], faults }
}

/** Uses up one of a fault's times; whether there was one. */
export function strikes(fault: { times: number } | undefined): boolean {
  if (!fault || fault.times <= 0) return false
  fault.times -= 1
  return true
}
