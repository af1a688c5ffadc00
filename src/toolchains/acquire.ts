import { access, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256OfFile } from '../build/hash.ts'
import { plainLine } from '../exec/plain.ts'
import { type Failure, shownBytes, shownUrl } from './attempt.ts'
import type { PinnedFile } from './catalog.ts'
import { clientEnv, type ToolContext } from './context.ts'
import { download } from './download.ts'
import { pipDownload } from './pip.ts'
import type { Source } from './sources.ts'
import type { Archive } from './unpack.ts'
import { lastLine, type Runner, runIfHere } from './xz.ts'

/** What a source gave: an archive to unpack, or (cargo) a directory that is the toolchain already. */
export type Fetched =
  | {
      readonly archive: Archive
      readonly file: string
      readonly sha256: string
      /** A download that may go when the installation is done. */
      readonly part?: string
      /** The file is one of the user's, in its place. */
      readonly local?: true
    }
  | { readonly archive: null; readonly dir: string; readonly file: null; readonly sha256: null; readonly part?: string }

/** Where the files of an installation are, and how to tell about it. */
interface Desk {
  readonly work: string
  readonly scratch: string
  readonly task: { update(text: string): void }
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>
}

/** Progress is told no more often, ms. */
const tellMs = 250

/**
 * Tries one source. Returns what it gave, or why not, by address.
 * @throws BuildError `disk-full`, `cannot-write`, `interrupted`: no other source would help
 */
export async function fetchFrom(source: Source, desk: Desk, context: ToolContext): Promise<Fetched | Failure[]> {
  const runner: Runner = { exec: context.exec, env: clientEnv(context.env), signal: context.signal }
  switch (source.from) {
    case 'directory':
      return fromDirectory(source.path, source.files)
    case 'url':
      return fromUrls(source.urls, source.file, desk, context)
    case 'pip': {
      const tell = teller(desk, `pip downloads ${source.package}`, source.file?.bytes)
      const got = await pipDownload(source, desk.scratch, runner, tell)
      if (!('path' in got)) return [{ ...got, why: plainLine(got.why) }]
      const archive = { path: got.path, name: got.name, root: source.root }
      return { archive, file: got.name, sha256: got.sha256 }
    }
    case 'cargo':
      return fromCargo(source, desk, runner)
  }
}

async function fromDirectory(path: string, files: readonly PinnedFile[]): Promise<Fetched | Failure[]> {
  const failures: Failure[] = []
  const isFile = await stat(path).then(
    s => s.isFile(),
    () => false,
  )
  for (const file of files) {
    const candidate = isFile ? path : join(path, file.file)
    try {
      await access(candidate)
    } catch {
      failures.push({ where: candidate, why: 'is not there or cannot be read' })
      continue
    }
    const sha256 = await sha256OfFile(candidate)
    if (sha256 === file.sha256) {
      return { archive: { path: candidate, name: file.file, root: file.root }, file: file.file, sha256, local: true }
    }
    failures.push({ where: candidate, why: `has sha256 ${sha256} instead of ${file.sha256}`, mismatch: true })
  }
  return failures
}

async function fromUrls(
  urls: readonly string[],
  file: PinnedFile,
  desk: Desk,
  context: ToolContext,
): Promise<Fetched | Failure[]> {
  // its own name and digest: what an interrupted run has left is this file's beginning
  const part = join(desk.work, `${file.sha256.slice(0, 16)}-${file.file}`)
  const tell = teller(desk, shownUrl(urls[0] ?? ''), file.bytes)
  const failures = await download(
    { urls, file, to: part },
    { signal: context.signal, progress: tell, pause: desk.pause },
  )
  if (failures.length > 0) return [...failures]
  return { archive: { path: part, name: file.file, root: file.root }, file: file.file, sha256: file.sha256, part }
}

/** `--locked`: the versions that the crate's authors tested; cargo checks every crate against its registry's checksums. */
async function fromCargo(
  source: Extract<Source, { from: 'cargo' }>,
  desk: Desk,
  runner: Runner,
): Promise<Fetched | Failure[]> {
  const where = `cargo install ${source.crate} ${source.version}`
  const root = join(desk.scratch, 'cargo')
  desk.task.update(`${where} (built from source, about two minutes)`)
  const env = { ...runner.env, CARGO_TARGET_DIR: join(desk.scratch, 'cargo-target') }
  const argv = ['cargo', 'install', source.crate, '--version', `=${source.version}`, '--locked', '--root', root]
  const outcome = await runIfHere(argv, desk.scratch, { ...runner, env })
  if (outcome === null) return [{ where, why: 'cargo is not installed' }]
  if (outcome.code !== 0) return [{ where, why: plainLine(lastLine(outcome)) }]
  return { archive: null, dir: join(root, 'bin'), file: null, sha256: null }
}

/** Tells how far a download is: bytes, the whole, seconds. */
function teller(desk: Desk, what: string, total: number | undefined): (bytes: number) => void {
  const start = performance.now()
  let last = start
  desk.task.update(what)
  return bytes => {
    const now = performance.now()
    if (now - last < tellMs) return
    last = now
    const seconds = `${Math.round((now - start) / 1000)} s`
    const of = total === undefined ? '' : ` of ${shownBytes(total)}`
    // pip asks its index first
    desk.task.update(bytes === 0 ? `${what}, ${seconds}` : `${what}: ${shownBytes(bytes)}${of}, ${seconds}`)
  }
}
