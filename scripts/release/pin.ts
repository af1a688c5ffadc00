import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The npm package that the GitLab component installs by itself. */
export interface Pin {
  readonly version: string
  /** `sha512-…`, as registries say it; null between releases. */
  readonly integrity: string | null
}

/** The component's pin; the file is not part of the package, or the digest would be of itself. */
export const pinFile = 'templates/gitlab/cli.json'

/** What `npm pack` of this tree gives: the same everywhere, since `dist/` is committed and npm writes no times. */
export function packedPin(root: string): Pin {
  const said = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' })
  const [{ version, integrity }] = JSON.parse(said)
  return { version, integrity }
}

/** Writes the pin for the release that is about to be tagged; `npm run generate` puts it into the template. */
export function writePin(root: string): void {
  writeFileSync(join(root, pinFile), `${JSON.stringify(packedPin(root), null, 2)}\n`)
}

/** @throws Error when the template would install something else than what is released */
export function checkPin(written: Pin, packed: Pin): void {
  if (written.version === packed.version && written.integrity === packed.integrity) return
  throw new Error(
    `${pinFile} has ${written.version} ${written.integrity}, but the package is ${packed.version} ${packed.integrity}: run \`node scripts/release.mjs pin && npm run generate\`, commit, and tag that`,
  )
}

/** The pin as it is committed. */
export function readPin(root: string): Pin {
  return JSON.parse(readFileSync(join(root, pinFile), 'utf8'))
}
