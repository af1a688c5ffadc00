import { lstatSync, mkdirSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { writeReports } from '../build/reports.ts'
import { ownMachine } from '../cache/policy.ts'
import { BuildError } from '../errors.ts'
import type { Host } from '../host.ts'
import { styleFor, wantsColor } from '../report/style.ts'
import { type Places, placesOf } from './places.ts'
import { listenTo } from './signals.ts'
import { liveView } from './terminal/live.ts'
import { type Loudness, makeLog } from './terminal/log.ts'
import { plainView } from './terminal/plain.ts'
import type { Screen } from './terminal/view.ts'

/** A host that holds the terminal and the signals until it is closed. */
export interface LocalHost extends Host {
  /** Restores the terminal and the signals' defaults. */
  close(): void
}

/**
 * A person's machine, or any machine without a better host: progress on stderr, files in the output directories.
 * The first SIGINT, SIGTERM or SIGHUP aborts `signal`, the second ends the process at once.
 * @throws BuildError `cannot-write` when only a temporary directory of someone else is left for the toolchains
 */
export function localHost(options: Loudness & { env: NodeJS.ProcessEnv; stderr: NodeJS.WriteStream }): LocalHost {
  const { env, stderr } = options
  const style = styleFor(wantsColor(env, stderr.isTTY))
  const clock = () => performance.now()
  const view = isLive(env, stderr)
    ? liveView(screenOf(stderr), style, clock)
    : plainView(screenOf(stderr), style, clock)
  const log = makeLog(view, options, style, clock)
  const places = findPlaces(env)
  if (places.shared !== null) {
    log.warn(
      `there is no home directory: toolchains are kept in ${places.shared}`,
      'Set HOME, or PORTABLE_BUILD_TOOLS_DIR and PORTABLE_BUILD_CACHE_DIR.',
    )
  }
  const { signal, release } = listenTo(
    ['SIGINT', 'SIGTERM', 'SIGHUP'],
    name => log.warn(`${name}: stopping; once more to stop at once`),
    () => view.close(),
  )
  const restore = () => view.close()
  process.on('exit', restore) // whatever ends us, the cursor comes back
  return {
    name: 'local',
    log,
    toolsDir: places.toolsDir,
    cacheDir: places.cacheDir,
    cache: null,
    cachePolicy: ownMachine,
    signal,
    publish: report => writeReports(report),
    close() {
      release()
      process.off('exit', restore)
      restore()
    },
  }
}

function isLive(env: NodeJS.ProcessEnv, stream: NodeJS.WriteStream): boolean {
  return stream.isTTY && env['TERM'] !== 'dumb' && !env['CI']
}

function screenOf(stream: NodeJS.WriteStream): Screen {
  return {
    write: text => void stream.write(text),
    columns: () => stream.columns || 80,
    rows: () => stream.rows || 24,
  }
}

function findPlaces(env: NodeJS.ProcessEnv): Places {
  const uid = process.getuid?.() ?? 0
  const places = placesOf({ env, home: homeOf(), uid, tmp: tmpdir(), cwd: process.cwd() })
  if (places.shared !== null) claim(places.shared, uid)
  return places
}

function homeOf(): string | null {
  try {
    return userInfo().homedir
  } catch {
    return null // no entry in the user database
  }
}

/** Anyone can make a directory in /tmp under our name and put compilers into it: only this user's own will do. */
function claim(dir: string, uid: number): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const stat = lstatSync(dir)
  if (stat.isDirectory() && stat.uid === uid && (stat.mode & 0o022) === 0) return
  throw new BuildError('cannot-write', `${dir} is not a directory that only this user can write`, {
    hint: 'Set HOME, or PORTABLE_BUILD_TOOLS_DIR and PORTABLE_BUILD_CACHE_DIR.',
  })
}
