import { spawnSync } from 'node:child_process'
import { root } from '../lib/node24.mjs'
import type { Release } from './decide.ts'
import type { Pin } from './pin.ts'

/** Starts `npm` and gives what it prints, or null where what is looked at is not there. @throws Error with what it said */
export type Npm = (argv: readonly string[]) => string | null

/** `npm` of this machine, in the repository; where it publishes, the workflow's identity stands for a token. */
export const npm: Npm = argv => {
  const done = spawnSync('npm', argv, { cwd: root, encoding: 'utf8' })
  if (done.error) throw new Error(`npm cannot be started: ${done.error.message}`)
  if (done.status === 0) return done.stdout
  // of a question only: the registry answers 404, too, to who may not publish
  if (argv[0] === 'view' && /\bE404\b/.test(done.stderr)) return null
  throw new Error(`npm ${argv[0]}: ${done.stderr.trim()}`)
}

/**
 * Brings the registry to the state "this version is there, and it is this tree"; safe to run again. A pre-release is not what
 * `npm install` takes when no version is named.
 * @throws Error when other bytes are published under that version, or the registry does not take these
 */
export function publishPackage({ version, prerelease }: Release, packed: Pin, run: Npm): void {
  const name = `portable-build@${version}`
  const published = run(['view', name, 'dist.integrity'])?.trim() ?? ''
  if (published === packed.integrity) return
  if (published !== '') throw new Error(`${name} is published as ${published}, but this tree gives ${packed.integrity}`)
  const tag = prerelease ? 'next' : 'latest'
  const said = run(['publish', '--provenance', '--access', 'public', '--ignore-scripts', '--tag', tag])
  if (said === null)
    throw new Error(
      `${name} is not published: the registry does not know the package, or this workflow as its publisher`,
    )
}
