import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256OfFile } from '../build/hash.ts'
import { BuildError } from '../errors.ts'
import type { Outcome } from '../exec.ts'
import type { Failure } from './attempt.ts'
import type { Source } from './sources.ts'
import { lastLine, type Runner, runIfHere, saysDiskFull } from './xz.ts'

/** A wheel that pip has brought, with the digest that was checked (by us, or only by pip against its index). */
export interface Wheel {
  readonly path: string
  readonly name: string
  readonly sha256: string
}

/** How often the size of what pip has written is looked at, ms. */
const lookMs = 500

/**
 * Downloads a wheel with `python3 -m pip download` into `dir`: index, proxy and certificates are the user's settings.
 * With a pinned file pip is given its sha256 and refuses any other; nothing of a package is ever executed.
 * @param progress called with the bytes that pip has written so far
 * @throws BuildError `disk-full`, `interrupted`
 */
export async function pipDownload(
  source: Extract<Source, { from: 'pip' }>,
  dir: string,
  runner: Runner,
  progress: (bytes: number) => void,
): Promise<Wheel | Failure> {
  const where = `pip (${source.package} ${source.version})`
  const temporary = join(dir, 'tmp')
  const to = join(dir, 'wheel')
  await mkdir(temporary, { recursive: true })
  const requirements = join(dir, 'requirements.txt')
  const requirement = `${source.package}==${source.version}`
  await writeFile(requirements, `${requirement}${source.file ? ` --hash=sha256:${source.file.sha256}` : ''}\n`)
  const argv = [
    ...['python3', '-m', 'pip', 'download', '--no-deps', '--only-binary', ':all:', '--no-cache-dir', '--no-input'],
    ...['--disable-pip-version-check', '--progress-bar', 'off', '--dest', to],
    ...source.platforms.flatMap(p => ['--platform', p]),
    ...(source.file ? ['--require-hashes'] : []),
    ...['--requirement', requirements],
  ]
  const timer = setInterval(() => void sizeBelow(temporary).then(progress), lookMs)
  let outcome: Outcome | null
  try {
    // pip writes to TMPDIR first: where the toolchain goes, and not to a small /tmp
    outcome = await runIfHere(argv, dir, { ...runner, env: { ...runner.env, TMPDIR: temporary } })
  } finally {
    clearInterval(timer)
  }
  if (outcome === null) return { where, why: 'python3 is not installed' }
  if (outcome.code !== 0) {
    if (saysDiskFull(outcome)) throw new BuildError('disk-full', `there is no room for ${source.package} in ${dir}`)
    return { where, ...reasonOf(outcome) }
  }
  const [name] = (await readdir(to)).filter(n => n.endsWith('.whl'))
  if (name === undefined) return { where, why: 'pip brought no wheel' }
  const path = join(to, name)
  const sha256 = await sha256OfFile(path)
  if (source.file && sha256 !== source.file.sha256) {
    return { where, why: `${name} has sha256 ${sha256} instead of ${source.file.sha256}`, mismatch: true }
  }
  return { path, name, sha256 }
}

/** Sources of the texts: pip's own messages (`pip/_internal/exceptions.py`, urllib3's retry warnings). */
function reasonOf(outcome: Outcome): Omit<Failure, 'where'> {
  const said = outcome.stderr + outcome.stdout
  if (/No module named pip/.test(said)) return { why: 'python3 has no pip (Debian and Ubuntu: python3-pip)' }
  if (/DO NOT MATCH THE HASHES/.test(said)) {
    const got = /Got\s+([0-9a-f]{64})/.exec(said)?.[1]
    return { why: `the index serves another file than the pinned one${got ? ` (sha256 ${got})` : ''}`, mismatch: true }
  }
  if (/Retrying \(Retry|NewConnectionError|ConnectTimeout|ProxyError|Max retries exceeded/.test(said)) {
    return { why: 'pip cannot reach its index (network, proxy or index settings)' }
  }
  return { why: lastLine(outcome) }
}

/** Bytes in files below a directory; files that go away meanwhile count as none. */
async function sizeBelow(dir: string): Promise<number> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => [])
  const sizes = entries
    .filter(e => e.isFile())
    .map(e =>
      stat(join(e.parentPath, e.name)).then(
        s => s.size,
        () => 0,
      ),
    )
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
