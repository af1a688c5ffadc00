import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { chmod, copyFile, lstat, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BuildError } from '../errors.ts'
import { writeError } from './file-error.ts'
import { sha256OfFile } from './hash.ts'
import { makeDirectory } from './make-directory.ts'
import { type Manifest, readManifest, writeManifest } from './manifest.ts'
import { temporaryName, writeWhole } from './write-file.ts'

/** An executable where the build left it. */
export interface Artifact {
  /** Canonical name of its target. */
  readonly target: string
  /** What it is called in the output directory. */
  readonly name: string
  /** Absolute. */
  readonly path: string
}

/** An executable in the output directory. */
export interface Placed extends Artifact {
  /** `<target>/<name>`, as in SHA256SUMS. */
  readonly relative: string
  readonly sha256: string
}

/**
 * Makes the output directory hold these executables as `<target>/<name>`, mode 0755, and removes what earlier runs of
 * ours left there beside them. All are copied under other names first: a disk that fills up changes nothing.
 * Files that are not ours are kept; one that is in the way is an error, and then nothing is changed either.
 * @throws BuildError `cannot-write`, `disk-full`, `same-name`
 */
export async function placeArtifacts(outputDir: string, artifacts: readonly Artifact[]): Promise<Placed[]> {
  const old = await readManifest(outputDir)
  const wanted = artifacts.map(a => ({ ...a, relative: relativePath(a) }))
  for (const { relative } of wanted) await refuseForeign(outputDir, relative, old)
  const staged: { placed: Placed; temporary: string }[] = []
  try {
    for (const artifact of wanted) {
      const temporary = temporaryName(join(outputDir, artifact.relative))
      staged.push({ temporary, placed: { ...artifact, path: join(outputDir, artifact.relative), sha256: '' } })
      const sha256 = await stage(artifact.path, temporary)
      staged[staged.length - 1] = {
        temporary,
        placed: { ...artifact, path: join(outputDir, artifact.relative), sha256 },
      }
    }
    const now = Object.fromEntries(staged.map(({ placed }) => [placed.relative, placed.sha256]))
    // First what may be ours, then the files: a run that dies in between leaves nothing that nobody dares to replace.
    await writeManifest(outputDir, { ...old, ...now })
    for (const { placed, temporary } of staged) await rename(temporary, placed.path)
    await removeStale(outputDir, old, now)
    await writeManifest(outputDir, now)
  } catch (error) {
    for (const { temporary } of staged) {
      await rm(temporary, { force: true }).catch(() => {})
      await rmdir(dirname(temporary)).catch(() => {}) // not empty: it was there before
    }
    await rmdir(outputDir).catch(() => {})
    throw writeError(error, outputDir)
  }
  return staged.map(s => s.placed)
}

/**
 * Writes our other files (`report.json`, `SHA256SUMS`) beside the artifacts, each whole or not at all.
 * @param files by path relative to the output directory
 * @throws BuildError `cannot-write` (a file that is not ours is in the way), `disk-full`
 */
export async function writeOutputFiles(outputDir: string, files: Readonly<Record<string, string>>): Promise<void> {
  const old = await readManifest(outputDir)
  for (const relative of Object.keys(files)) await refuseForeign(outputDir, relative, old)
  const now = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, sha256Of(text)]))
  await writeManifest(outputDir, { ...old, ...now })
  for (const [relative, text] of Object.entries(files)) await writeWhole(join(outputDir, relative), text)
}

/** A file that is whole, under a temporary name in the output directory. */
export interface StagedFile {
  /** Path relative to the output directory. */
  readonly relative: string
  readonly temporary: string
  readonly sha256: string
}

/**
 * Gives files that were written beside their places (archives) their names, all or none, and claims them as ours.
 * @throws BuildError `cannot-write` (a file that is not ours is in the way), `disk-full`; the temporary files are gone then
 */
export async function keepStagedFiles(outputDir: string, staged: readonly StagedFile[]): Promise<void> {
  try {
    const old = await readManifest(outputDir)
    for (const { relative } of staged) await refuseForeign(outputDir, relative, old)
    await writeManifest(outputDir, { ...old, ...Object.fromEntries(staged.map(s => [s.relative, s.sha256])) })
    for (const { relative, temporary } of staged) await rename(temporary, join(outputDir, relative))
  } catch (error) {
    for (const { temporary } of staged) await rm(temporary, { force: true }).catch(() => {})
    throw writeError(error, outputDir)
  }
}

/** The text of SHA256SUMS, sorted, as `sha256sum -c` reads it (GNU coreutils: a name with `\` or a line end is escaped). */
export function checksums(placed: readonly Pick<Placed, 'relative' | 'sha256'>[]): string {
  const lines = placed.map(({ relative, sha256 }) => {
    const escaped = relative.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
    return { key: relative, line: `${escaped === relative ? '' : '\\'}${sha256}  ${escaped}\n` }
  })
  return lines
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(l => l.line)
    .join('')
}

function relativePath({ target, name }: Artifact): string {
  const isOneName = (part: string) => part !== '' && part !== '.' && part !== '..' && !/[/\0]/.test(part)
  if (!isOneName(name) || !isOneName(target)) {
    throw new BuildError('cannot-write', `${JSON.stringify(`${target}/${name}`)} is no name for an executable`)
  }
  return `${target}/${name}`
}

/** A file that no run of ours wrote is not replaced, nor do we write through a link of somebody else. */
async function refuseForeign(outputDir: string, relative: string, old: Manifest): Promise<void> {
  const path = join(outputDir, relative)
  const directory = dirname(path)
  const hint = 'Move it away, or choose another place with `output-dir`.'
  const inside = directory === outputDir ? null : await lstat(directory).catch(() => null)
  if (inside !== null && !inside.isDirectory()) {
    throw new BuildError('cannot-write', `${directory} is in the way: it is not a directory of ours`, { hint })
  }
  const there = await lstat(path).catch(() => null)
  if (there === null || (relative in old && !there.isDirectory())) return
  throw new BuildError('cannot-write', `${path} is in the way: no earlier run of ours wrote it`, { hint })
}

/** Copies under a temporary name; returns the sha256 of the copy, which is what the user gets. */
async function stage(from: string, temporary: string): Promise<string> {
  await makeDirectory(dirname(temporary))
  await copyFile(from, temporary, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL)
  await chmod(temporary, 0o755)
  return sha256OfFile(temporary)
}

/** Removes what earlier runs wrote and this one did not, unless somebody has changed it since. */
async function removeStale(outputDir: string, old: Manifest, now: Manifest): Promise<void> {
  for (const [relative, sha256] of Object.entries(old)) {
    const path = join(outputDir, relative)
    if (relative in now || (await sha256OfFile(path).catch(() => null)) !== sha256) continue
    await rm(path, { force: true })
    if (dirname(path) !== outputDir) await rmdir(dirname(path)).catch(() => {}) // not empty: somebody else's are in it
  }
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
