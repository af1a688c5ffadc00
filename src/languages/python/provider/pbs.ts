import { createHash } from 'node:crypto'
import type { ArchName } from '../../../arch.ts'
import { BuildError } from '../../../errors.ts'
import type { Target } from '../../../target.ts'
import { compareVersions } from '../../../version.ts'
import type { Context } from '../../language.ts'
import data from './pbs.json' with { type: 'json' }
import { plainMirror } from './places.ts'
import type { Provider } from './provider.ts'

/** One archive of python-build-standalone (`…-install_only_stripped.tar.gz`): a directory `python/`. */
export interface PbsPin {
  readonly version: string
  /** Date of the release, which is its tag. */
  readonly release: string
  readonly arch: ArchName
  readonly file: string
  readonly sha256: string
  /** Null for an archive of the user's own. */
  readonly bytes: number | null
}

/** What is pinned, newest last; written by `scripts/catalog-python.mjs` from the digests that the project publishes. */
const pins: readonly PbsPin[] = data as readonly PbsPin[]

/** Oldest glibc that its archives start on (its documentation, "Running"). */
const floors: Partial<Readonly<Record<ArchName, string>>> = { x86_64: '2.17', aarch64: '2.17' }

/** Moves what was unpacked to its place, unless it is there, and leaves nothing behind. */
const placing = 'mv -T "$1/python" "$2" 2>/dev/null || test -x "$2/bin/python3"; rm -rf "$1"'

const releases = 'https://github.com/astral-sh/python-build-standalone/releases/download'

/**
 * A Python of python-build-standalone, by sha256. `mirrors: python=` is a directory or URL that holds the archive; a
 * directory with a file `SHA256SUMS` may hold archives that are not pinned here: the digests are the user's own then. Pure.
 * @param sums text of that `SHA256SUMS`, or null
 * @throws BuildError `bad-input` when nothing fits, `impossible-floor`
 */
export function pbsProvider(context: Context, target: Target, sums: string | null): Provider {
  const { inputs, project, toolsDir, workDir } = context
  const oldest = floors[target.arch]
  if (oldest === undefined) {
    throw new BuildError('bad-input', `python-provider: python-build-standalone has no floor for ${target.arch}`, {
      hint: 'Use `python-provider: source`.',
    })
  }
  if (target.floor !== null && compareVersions(target.floor, oldest) < 0) {
    throw new BuildError(
      'impossible-floor',
      `python-build-standalone starts on glibc ${oldest} and newer, not ${target.floor}`,
      {
        hint: 'Use `python-provider: source`, which compiles Python for the floor.',
      },
    )
  }
  const mirror = inputs.mirrors['python'] === undefined ? null : plainMirror(inputs.mirrors['python'])
  const pin = choose(inputs['python-version'] ?? project.toolchain, target.arch, [...pins, ...readSums(sums)])
  const name = `pbs-${pin.version}-${pin.arch}-${pin.sha256.slice(0, 16)}`
  const home = `${toolsDir}/python/${name}`
  const archive = `${toolsDir}/sources/${pin.sha256.slice(0, 16)}-${pin.file}`
  // beside its place, so that the move is one: a work directory may be on another file system; its lock makes the name ours
  const fresh = `${toolsDir}/python/.${name}-${createHash('sha256').update(workDir).digest('hex').slice(0, 16)}`
  return {
    python: `${home}/bin/python3`,
    version: pin.version,
    isStatic: false,
    files: [],
    steps: [
      {
        title: `unpack Python ${pin.version} for ${target.name}`,
        argv: ['tar', '-xzf', archive, '-C', fresh],
        cwd: workDir,
        fresh: [fresh],
        mkdir: [fresh],
        env: {},
        unless: home,
        fetch: [{ path: archive, sha256: pin.sha256, bytes: pin.bytes, from: [placeOf(pin, mirror)] }],
      },
      {
        title: `place Python ${pin.version} for ${target.name}`,
        // another run may have been quicker
        argv: ['sh', '-eu', '-c', placing, 'sh', fresh, home],
        cwd: workDir,
        env: {},
      },
    ],
    notices: [],
  }
}

function placeOf({ release, file }: PbsPin, mirror: string | null): string {
  return `${mirror ?? `${releases}/${release}`}/${mirror === null ? encodeURIComponent(file) : file}`
}

/** The file that the mirror's `SHA256SUMS` is read from before planning; null: there is none to look for. */
export function sumsFile(mirror: string | undefined): string | null {
  return mirror === undefined || /^https?:/i.test(mirror) ? null : `${plainMirror(mirror)}/SHA256SUMS`
}

const named =
  /^cpython-(3\.[0-9]+\.[0-9]+)\+([0-9]{8})-(x86_64|aarch64)-unknown-linux-gnu-install_only(_stripped)?\.tar\.gz$/

/** Reads `SHA256SUMS` as sha256sum writes it; what is no archive of python-build-standalone is left out. Pure. */
export function readSums(text: string | null): PbsPin[] {
  return (text ?? '').split('\n').flatMap((line): PbsPin[] => {
    const [, sha256, file = ''] = /^([0-9a-f]{64})[ *]+(\S+)$/.exec(line.trim()) ?? []
    const [, version, release, arch] = named.exec(file) ?? []
    if (sha256 === undefined || version === undefined || release === undefined) return []
    return [{ version, release, arch: arch === 'aarch64' ? 'aarch64' : 'x86_64', file, sha256, bytes: null }]
  })
}

function choose(version: string | null, arch: ArchName, all: readonly PbsPin[]): PbsPin {
  const mine = all.filter(p => p.arch === arch).sort((a, b) => compareVersions(a.version, b.version))
  const found = mine.findLast(p => version === null || p.version === version || p.version.startsWith(`${version}.`))
  if (found) return found
  const known = mine.map(p => p.version).join(', ')
  throw new BuildError(
    'bad-input',
    `python-provider: no archive of Python ${version ?? '3'} for ${arch} is pinned by its sha256`,
    {
      hint: `Pinned: ${known || 'none'}. Use \`python-provider: source\`, or name a directory that holds archives and their SHA256SUMS with \`mirrors: python=<directory>\`.`,
    },
  )
}
