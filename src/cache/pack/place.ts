import { lstatSync, readdirSync, renameSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { errno } from '../../build/file-error.ts'
import { PackProblem } from './problem.ts'
import { secondsOf } from './times.ts'

/** One rename, and what is in its way. */
interface Move {
  readonly from: string
  readonly to: string
  readonly replaces: boolean
}

/** Moves into one directory that is there already, and the time that it has afterwards. */
interface Merge {
  readonly dir: string
  readonly mtimeNs: bigint
}

/** What has to be done to put one staged tree into place. */
export interface Placement {
  readonly moves: readonly Move[]
  /** Innermost first. */
  readonly merges: readonly Merge[]
}

/**
 * Finds out how a staged tree gets into place: a directory that is not there yet moves as a whole, one that is there
 * takes what is new and what replaces a file, and keeps the rest. Its own time stays as it is where the pack says none.
 * @param said which staged directories are members, by their paths below the stage
 * @throws PackProblem where a directory meets a file or a link: nothing is followed, nothing is thrown away
 */
export function placementOf(stage: string, to: string, said: ReadonlySet<string>): Placement {
  const moves: Move[] = []
  const merges: Merge[] = []
  function walk(path: string): void {
    const [from, dest] = [join(stage, path), join(to, path)]
    const there = statOf(dest)
    const staged = lstatSync(from, { bigint: true })
    if (there === null || (!staged.isDirectory() && !there.isDirectory())) {
      moves.push({ from, to: dest, replaces: there !== null })
      return
    }
    if (!staged.isDirectory() || !there.isDirectory()) {
      throw new PackProblem(`a directory and a file meet at ${JSON.stringify(dest)}`)
    }
    for (const name of readdirSync(from)) walk(path === '' ? name : `${path}/${name}`)
    merges.push({ dir: dest, mtimeNs: (said.has(path) ? staged : there).mtimeNs })
  }
  walk('')
  return { moves, merges }
}

/**
 * Does it, in one go. When a rename fails (no room for a name in a directory), all are taken back.
 * @param aside a private directory on the same file system for what is replaced
 * @throws whatever the system says
 */
export function place({ moves, merges }: Placement, aside: string): void {
  const undo: (() => void)[] = []
  try {
    for (const [i, { from, to, replaces }] of moves.entries()) {
      const old = join(aside, String(i))
      if (replaces) {
        renameSync(to, old)
        undo.push(() => renameSync(old, to))
      }
      renameSync(from, to)
      undo.push(() => renameSync(to, from))
    }
  } catch (error) {
    for (const back of undo.reverse()) back()
    throw error
  } finally {
    for (const { dir, mtimeNs } of merges) utimesSync(dir, secondsOf(mtimeNs), secondsOf(mtimeNs))
  }
}

function statOf(path: string) {
  try {
    return lstatSync(path, { bigint: true })
  } catch (error) {
    if (errno(error) === 'ENOENT') return null
    throw error
  }
}
