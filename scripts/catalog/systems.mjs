// The C libraries of released Debian systems, for starting programs at the floor: names, sizes and sha256 of their packages,
// from the signed index of an archive. What cannot be checked here (an archive that does not answer, a release that it no
// longer has) keeps the entry of the last run, or has none.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { archNames, archs } from '../../src/arch.ts'

/** Releases that are asked for, oldest first; those before 11 are only in archives of old releases. */
const releases = {
  'Debian 9': 'stretch',
  'Debian 10': 'buster',
  'Debian 11': 'bullseye',
  'Debian 12': 'bookworm',
  'Debian 13': 'trixie',
}

/** Packages, the file by which their directory of libraries is known, and the name that older releases use. */
/** @type {Record<string, { file: string, before?: string }>} */
const wanted = {
  libc6: { file: 'libc.so.6' },
  'libgcc-s1': { file: 'libgcc_s.so.1', before: 'libgcc1' },
  'libstdc++6': { file: 'libstdc++.so.6' },
  libatomic1: { file: 'libatomic.so.1' },
  musl: { file: 'libc.so' },
}

const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg'

/**
 * @typedef {{ pool: string, sha256: string, bytes: number, root: string }} Package
 * @typedef {{ name: string, glibc: string, musl: string, archives: string[], archs: Record<string, Record<string, Package>> }} System
 */

/**
 * Asks every archive for every release; the first that has it counts.
 * @param {readonly string[]} archives base URLs @param {readonly System[]} before entries of the last run
 * @returns {Promise<System[]>}
 */
export async function pinSystems(archives, before) {
  const work = mkdtempSync(join(tmpdir(), 'systems-'))
  const systems = []
  for (const [name, suite] of Object.entries(releases)) {
    const found = await firstOf(archives, archive => pinSystem(name, suite, archive, work))
    const entry = found ?? before.find(b => b.name === name)
    console.log(`${name}: ${found ? 'pinned' : entry ? 'not reachable: as it was' : 'not reachable: no entry'}`)
    if (entry) systems.push(entry)
  }
  rmSync(work, { recursive: true, force: true })
  return systems
}

/** @template T @param {readonly string[]} archives @param {(archive: string) => Promise<T>} ask @returns {Promise<T | null>} */
async function firstOf(archives, ask) {
  for (const archive of archives) {
    try {
      return await ask(archive)
    } catch (error) {
      console.log(`  ${archive}: ${error instanceof Error ? error.message : error}`)
    }
  }
  return null
}

/** @param {string} name @param {string} suite @param {string} archive @param {string} work @returns {Promise<System>} */
async function pinSystem(name, suite, archive, work) {
  const release = await signedRelease(`${archive}/dists/${suite}/InRelease`, join(work, suite))
  /** @type {System['archs']} */
  const found = {}
  const versions = { libc6: '', musl: '' }
  for (const arch of archNames) {
    const { debian } = archs[arch]
    const index = `main/binary-${debian}/Packages.xz`
    const digest = new RegExp(`^ ([0-9a-f]{64}) +[0-9]+ ${index}$`, 'm').exec(release)?.[1]
    if (debian === null || digest === undefined) continue
    const packages = stanzas(await get(`${archive}/dists/${suite}/${index}`, digest))
    if (!packages.has('libc6')) continue
    /** @type {Record<string, Package>} */
    const row = {}
    for (const [pkg, { file, before = '' }] of Object.entries(wanted)) {
      const stanza = packages.get(pkg) ?? packages.get(before)
      if (!stanza) continue
      row[pkg] = await pinPackage(archive, stanza, file, work)
      if (pkg === 'libc6' || pkg === 'musl') versions[pkg] = (stanza['Version'] ?? '').replace(/-.*/, '')
    }
    found[arch] = row
  }
  const date = new Date(/^Date: (.*)$/m.exec(release)?.[1] ?? '')
  // the archive of all states of the archive takes a new one several times a day
  const settled = new Date(date.getTime() + 86_400_000).toISOString().replace(/[-:]|\.[0-9]+/g, '')
  const places = ['https://deb.debian.org/debian', 'https://archive.debian.org/debian']
  const snapshot = `https://snapshot.debian.org/archive/debian/${settled}`
  return { name, glibc: versions.libc6, musl: versions.musl, archives: [...places, snapshot], archs: found }
}

/** @param {string} archive @param {Record<string, string>} stanza @param {string} file @param {string} work @returns {Promise<Package>} */
async function pinPackage(archive, stanza, file, work) {
  const { Filename: pool = '', SHA256: sha256 = '' } = stanza
  const bytes = await get(`${archive}/${pool}`, sha256)
  const deb = join(work, basename(pool))
  writeFileSync(deb, bytes)
  const tar = execFileSync('dpkg-deb', ['--fsys-tarfile', deb], { maxBuffer: 1 << 28 })
  const places = execFileSync('tar', ['-t'], { input: tar, encoding: 'utf8' })
    .split('\n')
    .filter(path => basename(path) === file)
  // the one without subdirectories for special CPUs
  const [path] = places.sort((a, b) => a.length - b.length)
  if (path === undefined) throw new Error(`${pool} has no ${file}`)
  return { pool, sha256, bytes: bytes.length, root: `${dirname(path)}/` }
}

/** @param {Buffer} index @returns {Map<string, Record<string, string>>} by package name */
function stanzas(index) {
  const text = execFileSync('xz', ['-dc'], { input: index, encoding: 'utf8', maxBuffer: 1 << 28 })
  const names = new Set(Object.entries(wanted).flatMap(([name, { before = name }]) => [name, before]))
  const all = text
    .split('\n\n')
    .map(stanza => Object.fromEntries(stanza.split('\n').map(line => line.split(/: (.*)/s))))
  return new Map(all.filter(s => names.has(s['Package'])).map(s => [s['Package'], s]))
}

/** The content of a signed index. @param {string} url @param {string} path */
async function signedRelease(url, path) {
  if (!existsSync(keyring)) throw new Error(`${keyring} is not here (Debian: debian-archive-keyring)`)
  writeFileSync(path, await get(url, null))
  execFileSync('gpgv', ['--quiet', '--keyring', keyring, '--output', `${path}.text`, path], { stdio: 'pipe' })
  return readFileSync(`${path}.text`, 'utf8')
}

/** @param {string} url @param {string | null} sha256 */
async function get(url, sha256) {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url}: HTTP ${answer.status}`)
  const bytes = Buffer.from(await answer.arrayBuffer())
  if (sha256 !== null && createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new Error(`${url}: wrong sha256`)
  return bytes
}
