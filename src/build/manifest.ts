import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from './write-file.ts'

/** The file in an output directory that says what we wrote into it. */
export const manifestName = '.portable-build.json'

/** Paths relative to the output directory, with the sha256 of what we wrote. */
export type Manifest = Readonly<Record<string, string>>

/** Reads what earlier runs wrote; a manifest that is missing or damaged claims nothing: all files are the user's then. */
export async function readManifest(outputDir: string): Promise<Manifest> {
  try {
    const data: unknown = JSON.parse(await readFile(join(outputDir, manifestName), 'utf8'))
    const files = typeof data === 'object' && data !== null && 'files' in data ? data.files : null
    if (typeof files !== 'object' || files === null) return {}
    return Object.fromEntries(Object.entries(files).filter(([path, sha]) => isOurs(path) && typeof sha === 'string'))
  } catch {
    return {}
  }
}

/** Replaces the manifest. @throws BuildError `disk-full`, `cannot-write` */
export async function writeManifest(outputDir: string, files: Manifest): Promise<void> {
  const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)))
  await writeWhole(join(outputDir, manifestName), `${JSON.stringify({ schema: 1, files: sorted }, null, 2)}\n`)
}

/** A path that leads out of the directory is not ours, whoever put it into the file. */
function isOurs(path: string): boolean {
  return path !== '' && !path.startsWith('/') && !path.split('/').some(part => part === '..' || part === '')
}
