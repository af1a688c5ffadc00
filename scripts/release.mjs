// The release of this repository, for the tag that GitHub runs it for (.github/workflows/release.yml).
//
//   node scripts/release.mjs pin              before the tag: the sha512 of the package, for the GitLab component; then `npm run generate`
//   node scripts/release.mjs check            the tag is the version of package.json and has its words in CHANGELOG.md
//   node scripts/release.mjs package          the package → npm, with provenance, unless that version is there already
//   node scripts/release.mjs publish DIR      what SHA256SUMS of DIR names → draft → published, then the other tags
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib/node24.mjs'
import { releaseOf } from './release/decide.ts'
import { npm, publishPackage } from './release/npm.ts'
import { checkPin, packedPin, readPin, writePin } from './release/pin.ts'
import { gh, publish } from './release/publish.ts'

const [command = '', dir = ''] = process.argv.slice(2)
const tag = process.env['GITHUB_REF_NAME'] ?? ''
const commit = process.env['GITHUB_SHA'] ?? ''

/** @type {Record<string, (release: import('./release/decide.ts').Release) => void>} */
const commands = {
  check: release => {
    checkPin(readPin(root), packedPin(root))
    console.log(`${release.version}\n\n${release.notes}`)
  },
  package: release => {
    const packed = packedPin(root)
    checkPin(readPin(root), packed)
    publishPackage(release, packed, npm)
  },
  publish: release => publish(release, dir, commit, gh),
}

try {
  if (command === 'pin') writePin(root)
  else runCommand(command)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

/** @param {string} name */
function runCommand(name) {
  const run = commands[name]
  if (!run) throw new Error(`release.mjs pin|${Object.keys(commands).join('|')}`)
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  run(releaseOf(tag, manifest.version, readFileSync(join(root, 'CHANGELOG.md'), 'utf8')))
}
