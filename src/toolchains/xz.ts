import { symlink } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { BuildError } from '../errors.ts'
import { plainLine } from '../exec/plain.ts'
import type { Exec, Outcome } from '../exec.ts'

/** How to start the programs that an installation needs. */
export interface Runner {
  readonly exec: Exec
  readonly env: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

const python = `import lzma, shutil, sys
with lzma.open(sys.argv[1]) as source, open(sys.argv[2], 'xb') as target:
    shutil.copyfileobj(source, target, 1 << 20)`

/**
 * Decompresses an xz file into `to` (which is new); Node has no xz, so one of two programs does it.
 * @throws BuildError `tool-missing`, `disk-full`, `unsafe-archive` for a file that is no whole xz stream
 */
export async function decompressXz(path: string, to: string, runner: Runner): Promise<void> {
  // xz writes beside what it reads, and the archive may lie in a directory of the user's
  await symlink(resolve(path), `${to}.xz`)
  const attempts = [
    ['xz', '--decompress', '--keep', '--force', '--threads=0', `${to}.xz`],
    ['python3', '-c', python, path, to],
  ]
  for (const argv of attempts) {
    const outcome = await runIfHere(argv, dirname(to), runner)
    if (outcome === null) continue
    if (outcome.code === 0) return
    if (saysDiskFull(outcome)) throw new BuildError('disk-full', `there is no room to decompress ${path}`)
    throw new BuildError('unsafe-archive', `${path} cannot be decompressed: ${plainLine(lastLine(outcome))}`)
  }
  throw new BuildError('tool-missing', 'neither xz nor python3 is here to decompress a .tar.xz archive', {
    hint: 'Install xz (Debian and Ubuntu: apt-get install xz-utils), or python3 with pip to use the wheel.',
  })
}

/** Runs a program; null when it is not installed. */
export async function runIfHere(argv: readonly string[], cwd: string, runner: Runner): Promise<Outcome | null> {
  try {
    return await runner.exec({ argv, cwd, env: runner.env, signal: runner.signal, maxBytes: 1 << 20 })
  } catch (error) {
    if (error instanceof BuildError && error.code === 'tool-missing') return null
    throw error
  }
}

/** Whether a program failed because the disk is full: none of them has an exit status for it. */
export function saysDiskFull(outcome: Outcome): boolean {
  return /No space left on device|Disk quota exceeded/i.test(outcome.stderr + outcome.stdout)
}

/** The line that says why: the last one that is an error, else the last one at all. */
export function lastLine(outcome: Outcome): string {
  const lines = `${outcome.stdout}\n${outcome.stderr}`.split('\n').filter(line => line.trim() !== '')
  const line = lines.findLast(l => /error/i.test(l)) ?? lines.at(-1)
  return line?.trim().slice(0, 300) ?? (outcome.code === null ? `ended by ${outcome.signal}` : `exit ${outcome.code}`)
}
