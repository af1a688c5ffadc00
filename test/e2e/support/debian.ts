import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { ArchName } from '../../../src/arch.ts'
import { packagedSystems } from '../../../src/toolchains/systems.ts'
import { prepared } from './prepared.ts'
import { sh } from './shell.ts'

const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg'

/** The mirror that this machine uses already: a test machine may reach no other. */
export function mirror(): string {
  const dir = '/etc/apt/sources.list.d'
  const texts = [
    ...readdirSync(dir).map(name => readFileSync(join(dir, name), 'utf8')),
    ...(readdirSync('/etc/apt').includes('sources.list') ? [readFileSync('/etc/apt/sources.list', 'utf8')] : []),
  ]
  const found = texts.map(text => /^(?:URIs:|deb(?: \[.*\])?) *(\S+\/debian)\/?(?:\s|$)/m.exec(text)?.[1]).find(Boolean)
  if (!found) throw new Error('no Debian mirror in /etc/apt')
  return found
}

/** The `apt-get` command line for a directory: lists of its own, nothing of the system's. */
function aptGet(dir: string): string[] {
  const settings = [
    `Dir::Etc::sourcelist=${dir}/sources.list`,
    'Dir::Etc::sourceparts=/dev/null',
    `Dir::State::lists=${dir}/lists`,
    `Dir::State::status=${dir}/status`,
    `Dir::Cache=${dir}/cache`,
    'APT::Sandbox::User=root',
    'APT::Architectures::=amd64',
    'APT::Architectures::=arm64',
    'Acquire::Retries=3',
  ]
  return ['apt-get', '-q', ...settings.flatMap(s => ['-o', s])]
}

/** Lists of bookworm's sources and bullseye's packages, fetched once per machine. */
function lists(): Promise<string> {
  return prepared('apt', async dir => {
    for (const sub of ['lists/partial', 'cache/archives/partial']) mkdirSync(join(dir, sub), { recursive: true })
    const sources = [
      `deb-src [signed-by=${keyring}] ${mirror()} bookworm main`,
      `deb [signed-by=${keyring} arch=amd64,arm64] ${mirror()} bullseye main`,
    ]
    writeFileSync(join(dir, 'sources.list'), `${sources.join('\n')}\n`)
    writeFileSync(join(dir, 'status'), '')
    sh([...aptGet(dir), 'update'])
  })
}

/** Downloads into `cwd`; lists that are older than a point release are fetched again. */
async function apt(cwd: string, ...args: string[]): Promise<void> {
  const command = aptGet(await lists())
  try {
    sh([...command, ...args], { cwd })
  } catch {
    sh([...command, 'update'])
    sh([...command, ...args], { cwd })
  }
}

/** The upstream sources of a package, unpacked and without Debian's patches. */
export function debianSource(name: string): Promise<string> {
  return prepared(`sources/debian-${name}`, async dir => {
    const work = join(dir, '.apt')
    mkdirSync(work)
    await apt(work, 'source', '--download-only', name)
    const orig = readdirSync(work).find(file => /\.orig\.tar\.[a-z0-9]+$/.test(file))
    if (!orig) throw new Error(`${name} has no orig tarball`)
    sh(['tar', '-xf', join(work, orig), '--strip-components=1', '-C', dir])
    sh(['rm', '-rf', work])
  })
}

/** Packages of Debian 11, unpacked into a directory and never installed. */
export async function packagesInto(dir: string, names: readonly string[]): Promise<void> {
  const work = join(dir, '.apt')
  mkdirSync(work)
  await apt(work, 'download', ...names.map(name => `${name}:amd64/bullseye`))
  for (const file of readdirSync(work)) sh(['dpkg-deb', '-x', join(work, file), dir])
  sh(['rm', '-rf', work])
}

/** Debian 11's C library (glibc 2.31) for both architectures: `<dir>/amd64` and `<dir>/arm64`, unpacked and never installed. */
export function oldGlibc(): Promise<string> {
  return prepared('glibc-2.31', async dir => {
    const work = join(dir, '.apt')
    mkdirSync(work)
    for (const arch of ['amd64', 'arm64']) {
      await apt(work, 'download', `libc6:${arch}/bullseye`, `libgcc-s1:${arch}/bullseye`)
      for (const file of readdirSync(work).filter(f => f.endsWith(`_${arch}.deb`))) {
        sh(['dpkg-deb', '-x', join(work, file), join(dir, arch)])
      }
    }
    sh(['rm', '-rf', work])
  })
}

/**
 * A directory with the packages of a system of the catalog, for the `mirrors` input: from the mirror that this machine uses,
 * else from the catalog's archives. What they are is for the product to check.
 */
export async function pinnedPackages(
  name: string,
  archs: readonly ArchName[],
  packages: readonly string[],
): Promise<string> {
  const system = packagedSystems.find(s => s.name === name)
  const pins = archs.flatMap(arch => packages.flatMap(p => system?.archs[arch]?.[p] ?? []))
  const digest = pins.map(p => p.sha256.slice(0, 4)).join('')
  return prepared(`packages-${digest}`, async dir => {
    for (const { pool } of pins)
      await download(pool, [...ownMirror(), ...(system?.archives ?? [])], join(dir, basename(pool)))
  })
}

function ownMirror(): string[] {
  try {
    return [mirror()]
  } catch {
    return [] // no Debian: its archives are reached by their own names
  }
}

async function download(pool: string, bases: readonly string[], to: string): Promise<void> {
  for (const base of bases) {
    const answer = await fetch(`${base}/${pool}`).catch(() => null)
    if (answer?.ok) return writeFileSync(to, Buffer.from(await answer.arrayBuffer()))
  }
  throw new Error(`${pool} is in none of ${bases.join(', ')}`)
}
