import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Asset, type Existing, nextStep, type Release } from './decide.ts'

/** Starts `gh` and gives its output. @throws Error with what it said */
export type Gh = (argv: readonly string[], input?: string) => string

/** `gh` of this machine, which takes its token and repository from the environment. */
export const gh: Gh = (argv, input = '') => {
  const done = spawnSync('gh', argv, { input, encoding: 'utf8' })
  if (done.error) throw new Error(`gh cannot be started: ${done.error.message}`)
  if (done.status !== 0) throw new Error(`gh ${argv.slice(0, 2).join(' ')}: ${done.stderr.trim()}`)
  return done.stdout
}

/**
 * What `SHA256SUMS` of a directory names, each file hashed again, and `SHA256SUMS` itself.
 * @throws Error when a file is not what it says, or a name leads out of the directory
 */
export function builtAssets(dir: string): Asset[] {
  const sums = readFileSync(join(dir, 'SHA256SUMS'), 'utf8').trimEnd().split('\n')
  const listed = sums.map(line => {
    const [, expected, name] = /^([0-9a-f]{64}) {2}([^/\0]+)$/.exec(line) ?? []
    if (!expected || !name)
      throw new Error(`SHA256SUMS has a line that names no file beside it: ${JSON.stringify(line)}`)
    const sha256 = digest(join(dir, name))
    if (sha256 !== expected) throw new Error(`${name} is not what SHA256SUMS says`)
    return { name, sha256 }
  })
  return [...listed, { name: 'SHA256SUMS', sha256: digest(join(dir, 'SHA256SUMS')) }]
}

function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

/**
 * Brings a release to the state "published with these files, tags in place"; safe to run again after any interruption.
 * @throws Error when something else is published under that tag
 */
export function publish(release: Release, dir: string, commit: string, run: Gh): void {
  const tag = `v${release.version}`
  const assets = builtAssets(dir)
  const next = nextStep(existingRelease(tag, run), assets)
  if (next === 'create') {
    const kind = release.prerelease ? ['--prerelease'] : []
    run(
      ['release', 'create', tag, '--draft', '--verify-tag', '--title', tag, '--notes-file', '-', ...kind],
      release.notes,
    )
  }
  if (next !== 'done') {
    run(['release', 'upload', tag, '--clobber', ...assets.map(asset => join(dir, asset.name))])
    run(['release', 'edit', tag, '--draft=false'])
  }
  for (const { name, moves } of release.tags) placeTag(name, moves, commit, run)
}

function existingRelease(tag: string, run: Gh): Existing | null {
  // Drafts are not found by their tag, so all are listed; there are few.
  const all: { tagName: string }[] = JSON.parse(run(['release', 'list', '--limit', '1000', '--json', 'tagName']))
  if (!all.some(release => release.tagName === tag)) return null
  const found: { isDraft: boolean; assets: { name: string; digest?: string | null }[] } = JSON.parse(
    run(['release', 'view', tag, '--json', 'isDraft,assets']),
  )
  const assets = found.assets.map(({ name, digest }) => ({ name, sha256: digest?.replace(/^sha256:/, '') ?? null }))
  return { isDraft: found.isDraft, assets }
}

/** @throws Error when a tag that must not move names another commit */
function placeTag(name: string, moves: boolean, commit: string, run: Gh): void {
  const ref = `repos/{owner}/{repo}/git/refs/tags/${name}`
  const refs: { ref: string; object: { sha: string } }[] = JSON.parse(
    run(['api', `repos/{owner}/{repo}/git/matching-refs/tags/${name}`]),
  )
  const current = refs.find(r => r.ref === `refs/tags/${name}`)?.object.sha
  if (current === commit) return
  if (current === undefined) {
    run(['api', 'repos/{owner}/{repo}/git/refs', '-f', `ref=refs/tags/${name}`, '-f', `sha=${commit}`])
  } else if (moves) {
    run(['api', '--method', 'PATCH', ref, '-f', `sha=${commit}`, '-F', 'force=true'])
  } else {
    throw new Error(`the tag ${name} is there and names ${current}, not ${commit}`)
  }
}
