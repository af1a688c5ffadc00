import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg'

/** A release and an architecture, with a directory of apt's own for them. */
export interface Shelf {
  readonly release: string
  readonly arch: string
  readonly dir: string
}

/** Runs a command without a shell. @throws Error with the end of what it said when it fails */
export function command(argv: readonly string[], cwd?: string): string {
  const [program = '', ...args] = argv
  const done = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (done.status === 0) return done.stdout
  const said = (done.stderr ?? done.error?.message ?? '').trim().split('\n').slice(-5).join('\n')
  throw new Error(`${argv.slice(0, 1)} ${args.at(-1)} failed: ${said || done.error?.message}`)
}

/** The Debian mirror that apt uses on this machine already. @throws Error where it uses none */
export function systemMirror(): string {
  const wanted = ['indextargets', '--format', '$(REPO_URI) $(COMPONENT)', 'Created-By: Packages', 'Origin: Debian']
  const lines = command(['apt-get', ...wanted]).split('\n')
  const found = lines.map(line => /^(\S+\/debian)\/? main$/.exec(line)?.[1]).find(Boolean)
  if (!found) throw new Error('apt knows no Debian mirror here (or needs `apt-get update`): name one with --mirror')
  return found
}

/**
 * apt itself with lists of its own, in one directory: it checks the archive's signature and every package's SHA-256,
 * goes on where a download stopped, and touches nothing of the system.
 */
function apt({ dir, arch }: Shelf, ...args: string[]): string {
  const settings = [
    `Dir::Etc::sourcelist=${dir}/debian.sources`,
    'Dir::Etc::sourceparts=/dev/null',
    `Dir::State::lists=${dir}/lists`,
    `Dir::State::status=${dir}/status`,
    `Dir::Cache=${dir}/cache`,
    `APT::Architecture=${arch}`,
    `APT::Architectures=${arch}`,
    'APT::Update::Post-Invoke-Success=',
    'APT::Sandbox::User=root',
    'Acquire::Languages=none',
    'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false',
    'Acquire::Retries=3',
    'Acquire::GzipIndexes=true',
  ]
  return command(['apt-get', '-q', ...settings.flatMap(s => ['-o', s]), ...args], join(dir, 'packages'))
}

/** Makes sure that the lists of a release are there; they are fetched again when a week old. */
export function openShelf(cache: string, mirror: string, release: string, arch: string): Shelf {
  const shelf = { release, arch, dir: join(cache, `${release}-${arch}`) }
  for (const sub of ['lists/partial', 'cache/archives/partial', 'packages']) {
    mkdirSync(join(shelf.dir, sub), { recursive: true })
  }
  const source = { Types: 'deb', URIs: mirror, Suites: release, Components: 'main', 'Signed-By': keyring }
  const lines = Object.entries(source).map(([key, value]) => `${key}: ${value}\n`)
  writeFileSync(join(shelf.dir, 'debian.sources'), lines.join(''))
  writeFileSync(join(shelf.dir, 'status'), '')
  const stamp = join(shelf.dir, 'updated')
  const week = 7 * 24 * 3600 * 1000
  if (!existsSync(stamp) || Date.now() - statSync(stamp).mtimeMs > week) {
    apt(shelf, 'update', '--error-on=any')
    writeFileSync(stamp, '')
  }
  return shelf
}

/** Paths of the downloaded packages by name, those that the release has; what was downloaded before is not again. */
export function downloadPackages(shelf: Shelf, names: readonly string[]): Map<string, string> {
  const known = join(shelf.dir, 'known')
  const offered = new Set(offeredNames(shelf, names))
  const wanted = names.filter(name => offered.has(name))
  const have = downloaded(shelf)
  const missing = wanted.filter(name => !have.has(name))
  try {
    if (missing.length > 0) apt(shelf, 'download', ...missing)
  } catch (error) {
    // A point release came between: the lists name files that are gone.
    rmSync(known, { force: true })
    rmSync(join(shelf.dir, 'updated'), { force: true })
    throw error
  }
  const now = downloaded(shelf)
  return new Map(wanted.flatMap(name => (now.has(name) ? [[name, now.get(name) ?? ''] as const] : [])))
}

function downloaded({ dir }: Shelf): Map<string, string> {
  const packages = join(dir, 'packages')
  const files = readdirSync(packages).filter(file => file.endsWith('.deb'))
  return new Map(files.map(file => [file.split('_')[0] ?? '', join(packages, file)]))
}

/** The names that this release and architecture has; asked of apt once. */
function offeredNames(shelf: Shelf, names: readonly string[]): string[] {
  const known = join(shelf.dir, 'known')
  if (!existsSync(known)) {
    const settings = ['Packages', 'Created-By: Packages']
    const [index] = apt(shelf, 'indextargets', '--format', '$(FILENAME)', ...settings.slice(1))
      .trim()
      .split('\n')
    const text = command(['/usr/lib/apt/apt-helper', 'cat-file', index ?? ''])
    writeFileSync(known, [...text.matchAll(/^Package: (.*)$/gm)].map(m => m[1]).join('\n'))
  }
  const all = new Set(readFileSync(known, 'utf8').split('\n'))
  return names.filter(name => all.has(name))
}
