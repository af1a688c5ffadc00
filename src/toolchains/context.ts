import type { ArchName } from '../arch.ts'
import type { CacheStore } from '../cache/store.ts'
import type { Exec } from '../exec.ts'
import type { Log } from '../host.ts'
import type { CacheReport } from '../report/schema.ts'
import type { Catalog } from './catalog.ts'

/** What an installation needs from its run. */
export interface ToolContext {
  readonly exec: Exec
  /** Our own environment: pip, rustup and proxies are set up in it by the user. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly log: Log
  readonly signal: AbortSignal
  /** Directory of toolchains that survives between runs. */
  readonly toolsDir: string
  /** The machine that will run the toolchain. */
  readonly arch: ArchName
  /** The `mirrors` input: directory or URL by toolchain name. */
  readonly mirrors: Readonly<Record<string, string>>
  /** Keeps archives of pinned toolchains across machines; null or missing where the directory is all there is. */
  readonly cache?: CacheStore | null
  /** Told of each entry that was asked for. */
  readonly onCache?: (row: CacheReport) => void
  /** Other pins than ours; tests bring small files of their own. */
  readonly catalog?: Catalog
  /** Waits between attempts; tests give one that does not. */
  readonly pause?: (ms: number, signal: AbortSignal) => Promise<void>
}

/** The environment for the package clients: ours, because index, certificates and proxies are the user's settings. */
export function clientEnv(
  env: ToolContext['env'],
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const own = Object.entries(env).filter((e): e is [string, string] => e[1] !== undefined)
  return { ...Object.fromEntries(own), LC_ALL: 'C.UTF-8', ...more }
}
