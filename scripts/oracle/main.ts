import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compare, failed } from './compare.ts'
import { pickFiles, unpack } from './corpus.ts'
import type { OurFacts } from './facts.ts'
import { type Release, tryLoaders } from './loaders.ts'
import { downloadPackages, openShelf, type Shelf, systemMirror } from './mirror.ts'
import { judgeOurs } from './ours.ts'
import { packagesOf, quickPackages, releases } from './packages.ts'
import { page } from './page.ts'
import { defects, describeTrial, isFalseAccept, isFalseReject, type Tally } from './render.ts'
import { askOthers, installReaders } from './theirs.ts'

const usage = `usage: scripts/oracle/run [options]
  --files N        at most so many files in all (10000)
  --releases A,B   only these releases (${Object.keys(releases).join(',')})
  --archs A,B      only these architectures, by Debian's names
  --starts N       at most so many programs of a release are started on each release (200; a quarter of it under qemu)
  --quick          few packages, 300 files, four architectures: two minutes and 60 MB
  --mirror URL     a Debian mirror (the one that apt uses here)
  --cache DIR      where packages and readers are kept (in the user's cache directory)
  --keep DIR       unpack here and leave it there; what is there is not unpacked again
  --write FILE     write the page with the tables too
`
const options = {
  files: { type: 'string' },
  releases: { type: 'string' },
  archs: { type: 'string' },
  starts: { type: 'string' },
  quick: { type: 'boolean', default: false },
  mirror: { type: 'string' },
  cache: { type: 'string' },
  keep: { type: 'string' },
  write: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

/** What the quick run looks at: two releases, and four architectures that differ in class, byte order and loader. */
const quick: Readonly<Record<string, readonly string[]>> = { bookworm: ['amd64', 'mipsel'], trixie: ['amd64', 's390x'] }

const { values } = parseArgs({ options })
if (values.help) {
  process.stdout.write(usage)
  process.exit(0)
}
const say = (line: string) => process.stderr.write(`${line}\n`)
const caches = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache')
const cache = values.cache ?? join(caches, 'portable-build-oracle')
const mirror = values.mirror ?? systemMirror()
const most = Number(values.files ?? (values.quick ? 300 : 10_000))
/** The symbols behind each version are compared for every so many files: they take both readers longest. */
const every = 10
const started = new Date()

mkdirSync(cache, { recursive: true })
const python = installReaders(cache)
const wanted = Object.entries(values.quick ? quick : releases).flatMap(([release, archs]) =>
  archs.filter(arch => chosen(release, values.releases) && chosen(arch, values.archs)).map(arch => ({ release, arch })),
)
const room = values.keep ?? mkdtempSync(join(tmpdir(), 'oracle-'))
const tallies: Tally[] = []
const unpacked: Release[] = []
try {
  for (const [i, { release, arch }] of wanted.entries()) {
    const shelf = openShelf(cache, mirror, release, arch)
    const names = packagesOf(release, arch).filter(name => !values.quick || quickPackages.includes(name))
    const dirs = unpack(downloadPackages(shelf, names), join(room, `${release}-${arch}`))
    unpacked.push({ name: release, arch, dirs })
    // What one release has too few of, the next ones make up for.
    const left = most - tallies.reduce((n, t) => n + t.files, 0)
    tallies.push(await judgeShelf(shelf, dirs, Math.ceil(left / (wanted.length - i))))
    const { files, disagreements } = tallies.at(-1) ?? { files: 0, disagreements: [] }
    say(`${release} ${arch}: ${files} files of ${dirs.size} packages, ${disagreements.length} different answers`)
  }
  const starts = Number(values.starts ?? (values.quick ? 40 : 200))
  const trials = await tryLoaders(unpacked, python, starts, room)
  const report = page({ tallies, trials, started, mode: process.argv.slice(2), ms: Date.now() - started.getTime() })
  process.stdout.write(report)
  if (values.write !== undefined) writeFileSync(values.write, report)
  const wrong = [...defects(tallies), ...trials.filter(t => isFalseAccept(t) || isFalseReject(t)).map(describeTrial)]
  for (const line of wrong) say(`UNEXPLAINED ${line}`)
  for (const trial of trials.filter(t => t.start.outcome === 'crashed')) say(`no answer: ${describeTrial(trial)}`)
  process.exitCode = wrong.length === 0 && tallies.some(t => t.files > 0) ? 0 : 1
} finally {
  if (values.keep === undefined) rmSync(room, { recursive: true, force: true })
}

function chosen(name: string, only: string | undefined): boolean {
  return only === undefined || only.split(',').includes(name)
}

/** Judges the files of a release and architecture by all readers. */
async function judgeShelf(shelf: Shelf, dirs: ReadonlyMap<string, string>, count: number): Promise<Tally> {
  const files = pickFiles(shelf, dirs, count)
  const mine: OurFacts[] = []
  for (const [i, file] of files.entries()) mine.push(await judgeOurs(file.path, i % every === 0))
  const paths = files.map(f => f.path)
  const opinions = await askOthers(python, paths, every)
  const errors: Record<string, number> = {}
  for (const { findings } of mine) {
    const ids = new Set(findings.filter(f => f.severity === 'error').map(f => f.id))
    for (const id of ids) errors[id] = (errors[id] ?? 0) + 1
  }
  return {
    release: shelf.release,
    arch: shelf.arch,
    files: files.length,
    packages: new Set(files.map(f => f.package)).size,
    explained: Math.ceil(files.length / every),
    unread: opinions.flatMap(o => (['pyelftools', 'lief'] as const).filter(reader => failed(o[reader]))),
    disagreements: files.flatMap((file, i) => {
      const [ours, opinion] = [mine[i], opinions[i]]
      return ours && opinion ? compare(file, ours, opinion) : []
    }),
    errors,
  }
}
