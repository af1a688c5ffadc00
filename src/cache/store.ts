/** An entry to bring back: one packed file. */
export interface WantedEntry {
  readonly key: string
  /** Beginnings of keys that will do, the best first; the newest entry of a beginning is taken. Empty for anything executable. */
  readonly fallbacks: readonly string[]
  /** Where the file goes; its directory exists. It is the same path when saving: it is part of an entry's identity on some hosts. */
  readonly path: string
}

/** What was brought back. */
export interface RestoredEntry {
  /** The key under which it was saved: another one than the wanted key when a fallback matched. */
  readonly key: string
  readonly bytes: number
}

/** Why an entry was not saved: it is there already, this run may not, or the service did not take it (told as a warning). */
export type SaveResult = 'saved' | 'exists' | 'not-allowed' | 'failed'

/**
 * The cache of a host, as the engine sees it: one file per entry, by key. A cache that is not there, slow or broken is
 * a miss with a notice, never an error: only the interruption of the run is thrown.
 */
export interface CacheStore {
  restore(entry: WantedEntry): Promise<RestoredEntry | null>
  save(entry: Pick<WantedEntry, 'key' | 'path'>): Promise<SaveResult>
}
