import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A directory of a test's own, removed when the test ends. */
export function scratchDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'pb-pack-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** What a directory is to hold, by path; parents are made. Times are seconds. */
export type TreePlan = Readonly<
  Record<
    string,
    | string
    | Buffer
    | { readonly content: string | Buffer; readonly mode?: number; readonly mtime?: number }
    | { readonly dir: true; readonly mode?: number; readonly mtime?: number }
    | { readonly link: string; readonly mtime?: number }
    | { readonly same: string }
  >
>

/** Makes a directory as planned; the times of directories are set last. */
export function makeTree(dir: string, plan: TreePlan): string {
  const later: (() => void)[] = []
  mkdirSync(dir, { recursive: true })
  for (const [path, what] of Object.entries(plan)) {
    const at = join(dir, path)
    mkdirSync(dirname(at), { recursive: true })
    if (typeof what === 'string' || Buffer.isBuffer(what)) writeFileSync(at, what)
    else if ('same' in what) linkSync(join(dir, what.same), at)
    else if ('link' in what) {
      symlinkSync(what.link, at)
      if (what.mtime !== undefined) lutimesSync(at, what.mtime, what.mtime)
    } else {
      const { mode, mtime } = what
      if ('content' in what) writeFileSync(at, what.content)
      else mkdirSync(at, { recursive: true })
      const settle = () => {
        if (mode !== undefined) chmodSync(at, mode)
        if (mtime !== undefined) utimesSync(at, mtime, mtime)
      }
      if ('content' in what) settle()
      else later.unshift(settle)
    }
  }
  for (const settle of later) settle()
  return dir
}

/**
 * Everything that can be seen of a directory, by path: two directories with the same are the same.
 * @param time what counts of a time, nanoseconds
 */
export function treeOf(dir: string, time = (ns: bigint) => ns): Record<string, string> {
  if (!existsSync(dir)) return {}
  const inodes = new Map<bigint, string>()
  const seen: Record<string, string> = {}
  const look = (path: string): void => {
    const at = join(dir, path)
    const { mode, mtimeNs, ino } = lstatSync(at, { bigint: true })
    const stat = lstatSync(at)
    const facts = `${(mode & 0o777n).toString(8)} ${time(mtimeNs)}`
    if (stat.isDirectory()) {
      seen[path || '.'] = `directory ${facts}`
      for (const name of readdirSync(at).sort()) look(path === '' ? name : `${path}/${name}`)
    } else if (stat.isSymbolicLink()) seen[path] = `link to ${readlinkSync(at)} ${time(mtimeNs)}`
    else {
      seen[path] = inodes.has(ino) ? `same as ${inodes.get(ino)}` : `${digest(readFileSync(at))} ${facts}`
      inodes.set(ino, path)
    }
  }
  look('')
  return seen
}

function digest(bytes: Buffer): string {
  return `${bytes.length} bytes ${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`
}
