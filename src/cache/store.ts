/** An entry to bring back: one packed file. */
interface WantedEntry {
  readonly key: string
  /** Beginnings of keys that will do, the best first; the newest entry of a beginning is taken. Empty for anything executable. */
  readonly fallbacks: readonly string[]
  /** Where the file goes; its directory exists, and there is no file when nothing was brought back. */
  readonly path: string
}

/** What was brought back, or why nothing was. */
export type Restored =
  | {
      /** The key under which it was saved: another one than the wanted key when a fallback matched. */
      readonly key: string
      readonly bytes: number
    }
  | {
      readonly key: null
      /** False: this run may not restore the entry, so it was not asked for. */
      readonly asked: boolean
      /** One clause for the log and the report. */
      readonly why: string
    }

/** Why an entry was not saved: it is there already, this run may not, or the service did not take it (told as a warning). */
export type SaveResult = 'saved' | 'exists' | 'not-allowed' | 'failed'

/**
 * The cache of a host, as the engine sees it: one file per entry, by key (at most 512 characters, no comma). A cache that
 * is not there, slow or broken is a miss with a notice, never an error: only the interruption of the run is thrown.
 * Nobody but the key vouches for what comes back: whoever executes it has to check it first.
 */
export interface CacheStore {
  /** It is there only to say why nothing comes back: nothing need be packed for it. */
  readonly keepsNothing?: true
  restore(entry: WantedEntry): Promise<Restored>
  save(entry: Pick<WantedEntry, 'key' | 'path'>): Promise<SaveResult>
  /**
   * What came back under this key is of no use: it may be forgotten, and saved again. Missing where only people can
   * delete entries.
   */
  reject?(key: string): Promise<void>
}
