import { lstat } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileNameOf, isBare, transportNameOf } from '../package/file-name.ts'
import { PayloadError } from '../payload/problem.ts'
import type { Failure, FileReport, ReportedArtifact } from '../report/schema.ts'
import { memberWith, type Place, sha256At } from './bytes.ts'
import { legFailure } from './failure.ts'

/** What a report knows a file by. */
type Digest = Pick<FileReport, 'sha256' | 'size'>

/** Finds artifacts among files by their bytes, whatever the files are called: CI services call them as they like. */
export interface Search {
  /** Where an artifact is, or why it is not there. */
  find(artifact: ReportedArtifact): Promise<Place | Failure>
  /** The files that are neither what was found, nor named in a failure, nor one of these by their bytes. */
  strays(known: readonly Digest[]): Promise<string[]>
}

/** @param files absolute paths of regular files; each is hashed once at most */
export async function makeSearch(files: readonly string[]): Promise<Search> {
  const sizes = new Map(await Promise.all(files.map(async path => [path, (await lstat(path)).size] as const)))
  const digests = new Map<string, Promise<string>>()
  const told = new Set<string>()
  const digestOf = (path: string): Promise<string> => {
    const digest = digests.get(path) ?? sha256At(path)
    digests.set(path, digest)
    return digest
  }

  async function findFile(artifact: ReportedArtifact): Promise<Place | null> {
    const names = [fileNameOf(artifact), basename(artifact.path)]
    const fits = files.filter(path => sizes.get(path) === artifact.size)
    const [byName, others] = [fits.filter(p => isCalled(p, names)), fits.filter(p => !isCalled(p, names))]
    for (const path of [...byName, ...others]) {
      if ((await digestOf(path)) === artifact.sha256) return { path, member: null }
    }
    return null
  }

  async function findInTar(tars: readonly string[], artifact: ReportedArtifact): Promise<Place | null> {
    for (const path of tars) {
      const member = await memberWith(path, artifact)
      if (member !== null) return { path, member }
    }
    return null
  }

  return {
    async find(artifact) {
      const tars = isBare(artifact) ? files.filter(path => isCalled(path, [transportNameOf(artifact)])) : []
      try {
        const place = (await findFile(artifact)) ?? (await findInTar(tars, artifact))
        if (place !== null) {
          told.add(place.path)
          return place
        }
      } catch (error) {
        if (!(error instanceof PayloadError)) throw error
        return changed(artifact, tars, error.message)
      }
      const others = [...files.filter(path => isCalled(path, [fileNameOf(artifact)])), ...tars]
      return others.length > 0 ? changed(artifact, others, null) : missing(artifact)
    },
    async strays(known) {
      const left: string[] = []
      for (const path of files.filter(p => !told.has(p))) {
        const fits = known.filter(k => k.size === sizes.get(path))
        const digest = fits.length > 0 ? await digestOf(path) : ''
        if (!fits.some(k => k.sha256 === digest)) left.push(path)
      }
      return left
    },
  }

  function changed({ name, target }: ReportedArtifact, lines: readonly string[], why: string | null): Failure {
    for (const path of lines) told.add(path)
    const [first = ''] = lines.map(path => basename(path))
    const what = why === null ? `${first} is not what was judged as ${name}` : `${first} cannot be read: ${why}`
    return legFailure('changed-artifact', what, { targets: [target], lines: [...lines] })
  }
}

const isCalled = (path: string, names: readonly string[]) => names.includes(basename(path))

function missing({ name, target }: ReportedArtifact): Failure {
  return legFailure('missing-artifact', `the file of ${name} is not there`, { targets: [target] })
}
