import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { basename, join } from 'node:path'
import { archs } from '../../src/arch.ts'
import { compareVersions } from '../../src/version.ts'
import { isProgram } from './corpus.ts'
import { explainedStarts } from './explained.ts'
import { type OurFacts, type Series, series } from './facts.ts'
import { judgeOurs } from './ours.ts'
import { debianArchs, libraryPackages, startedPackages, systemPackages } from './packages.ts'
import { launcher, type Start, start } from './starts.ts'
import { askOthers } from './theirs.ts'

/** A release, unpacked: directories by package. */
export interface Release {
  readonly name: string
  readonly arch: string
  readonly dirs: ReadonlyMap<string, string>
}

/** One program of a release on the C library of the same or an older one. */
export interface Trial {
  readonly arch: string
  readonly program: string
  readonly from: string
  readonly on: string
  /** What our floors say: the file and the version because of which it is refused, or null: it starts. */
  readonly refusedFor: string | null
  readonly start: Start
  /** Why a difference is none, or null. */
  readonly why: string | null
}

/** The C library and the compilers' libraries of a release, ready to start programs. */
interface System {
  readonly release: Release
  readonly loader: string
  readonly dirs: readonly string[]
  readonly provides: Readonly<Record<Series, string | null>>
}

/** Starts programs of every release on every release that is not newer; empty where this machine cannot. */
export async function tryLoaders(
  all: readonly Release[],
  python: string,
  most: number,
  scratch: string,
): Promise<Trial[]> {
  const trials: Trial[] = []
  for (const arch of new Set(all.map(r => r.arch))) {
    const prefix = launcher(debianArchs[arch]?.qemu ?? '')
    if (prefix === null) continue
    const releases = all.filter(r => r.arch === arch)
    for (const [i, from] of releases.entries()) {
      const programs = await programsOf(from, prefix.length === 0 ? most : Math.ceil(most / 4))
      for (const older of releases.slice(0, i + 1)) {
        const system = await systemOf(older, python)
        for (const program of programs) {
          const trial = await tryProgram(program, from, system, prefix, scratch)
          if (trial !== null) trials.push(trial)
        }
      }
    }
  }
  return trials
}

/** The programs that can be asked for their version, at most `most`, of each package in turn. */
async function programsOf({ dirs }: Release, most: number): Promise<string[]> {
  const piles: string[][] = []
  for (const name of startedPackages) {
    const root = dirs.get(name)
    if (root === undefined) continue
    const pile: string[] = []
    for (const bin of ['bin', 'usr/bin', 'usr/sbin'].map(b => join(root, b)).filter(existsSync)) {
      const entries = readdirSync(bin, { withFileTypes: true }).filter(e => e.isFile())
      for (const path of entries.map(e => join(bin, e.name))) {
        if (isProgram(path) && (await ours(path)).linkage === 'dynamic-glibc') pile.push(path)
      }
    }
    piles.push(pile)
  }
  const rounds = Math.max(0, ...piles.map(p => p.length))
  return Array.from({ length: rounds }, (_, i) => piles.flatMap(p => p.slice(i, i + 1)))
    .flat()
    .slice(0, most)
}

async function systemOf(release: Release, python: string): Promise<System> {
  const dirs = libraryDirs(release, systemPackages)
  const name = basename(archs[debianArchs[release.arch]?.arch ?? 'x86_64'].elf.glibcInterpreter)
  const find = (library: string) => dirs.map(dir => join(dir, library)).find(existsSync)
  const files = [name, 'libc.so.6', 'libgcc_s.so.1', 'libstdc++.so.6'].flatMap(library => find(library) ?? [])
  const [loader] = files
  if (loader === undefined || basename(loader) !== name) throw new Error(`no loader in ${release.name} ${release.arch}`)
  // What a release has is read by others: their definitions against our needs.
  const opinions = await askOthers(python, files, files.length + 1)
  const greatest = (s: Series) => opinions.map(o => o.provides[s]).reduce((a, b) => newer(a, b), null)
  return {
    release,
    loader: realpathSync(loader),
    dirs,
    provides: {
      glibc: greatest('glibc'),
      glibcxx: greatest('glibcxx'),
      cxxabi: greatest('cxxabi'),
      gcc: greatest('gcc'),
    },
  }
}

function newer(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && compareVersions(b, a) > 0) ? b : a
}

/** Directories with libraries, of some packages only. */
function libraryDirs({ arch, dirs }: Release, packages: readonly string[]): string[] {
  const triplet = debianArchs[arch]?.triplet ?? ''
  return packages
    .flatMap(name => dirs.get(name) ?? [])
    .flatMap(root => [`lib/${triplet}`, `usr/lib/${triplet}`, 'lib', 'usr/lib', 'lib64'].map(sub => join(root, sub)))
    .filter(existsSync)
}

/** Null when a library that the program needs is in none of the packages. */
async function tryProgram(
  program: string,
  from: Release,
  system: System,
  prefix: readonly string[],
  scratch: string,
): Promise<Trial | null> {
  const search = [...system.dirs, ...libraryDirs(from, libraryPackages)]
  const files = await closure(program, search)
  if (files === null) return null
  const foreign = files.filter(({ path }) => !system.dirs.some(dir => path.startsWith(`${dir}/`)))
  const reasons = foreign.flatMap(({ path, facts }) => lacking(facts, system, from).map(v => `${basename(path)}: ${v}`))
  const refusedFor = reasons[0] ?? null
  const options = ['--inhibit-cache', '--library-path', search.join(':')]
  const began = start([...prefix, system.loader, ...options, program, '--version'], scratch)
  const row = { arch: from.arch, program: basename(program), from: from.name, on: system.release.name, refusedFor }
  return { ...row, start: began, why: explainedStarts.find(e => e.fits({ ...row, start: began }))?.why ?? null }
}

/** The program and all libraries that it brings in, as the search path finds them; null when one is not there. */
async function closure(
  program: string,
  search: readonly string[],
): Promise<{ path: string; facts: OurFacts }[] | null> {
  const found = new Map<string, { path: string; facts: OurFacts }>([
    ['', { path: program, facts: await ours(program) }],
  ])
  for (const { facts } of found.values()) {
    for (const name of facts.needed.filter(n => !found.has(n))) {
      const path = search.map(dir => join(dir, name)).find(existsSync)
      if (path === undefined) return null
      found.set(name, { path, facts: await ours(path) })
    }
  }
  return [...found.values()]
}

/** The versions that a file needs, by our report, and a system has not. */
function lacking({ floor, findings }: OurFacts, { provides, release }: System, from: Release): string[] {
  const numbers = series.flatMap(s => {
    const [need, has] = [floor[s], provides[s]]
    return need !== null && (has === null || compareVersions(need, has) > 0) ? [`${s} ${need}`] : []
  })
  const bound = findings.filter(f => f.id === 'glibc-abi-unknown' || (f.id === 'glibc-private' && from !== release))
  return [...numbers, ...bound.map(f => f.evidence)]
}

const known = new Map<string, OurFacts>()

async function ours(path: string): Promise<OurFacts> {
  const before = known.get(path)
  if (before) return before
  const facts = await judgeOurs(path, false)
  known.set(path, facts)
  return facts
}
