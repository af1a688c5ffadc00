import { randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BuildError } from '../errors.ts'
import type { Log } from '../host.ts'
import { errno, writeError } from './file-error.ts'
import { makeDirectory } from './make-directory.ts'
import { writeWhole } from './write-file.ts'

/** Who holds a lock. */
interface Holder {
  readonly pid: number
  /** Start of the process in clock ticks since boot: a process id that was given again has another. */
  readonly start: string | null
  /** The kernel and the process namespace in which `pid` means something. */
  readonly place: string
  readonly id: string
}

/** How often a waiting run looks, ms. */
const pollMs = 200
/** How often a holder shows that it lives, and after how long without a sign another place's holder is dead, ms. */
const beatMs = 5000
const deadMs = 30_000

/** A work directory that is ours until `release`. */
export interface Lock {
  release(): Promise<void>
}

/**
 * Takes the work directory (`<project>/.portable-build`) for this run; makes it, and hides it from git. A second run
 * waits, with a message that names the first. A holder that has died is not waited for: on this machine it is known by
 * process id and start time, elsewhere (another container, a network disk) by signs of life that stay away, counted by
 * our own monotonic clock.
 * @throws BuildError `interrupted` when `signal` ends the wait, `cannot-write`, `disk-full`
 */
export async function lockWorkDir(dir: string, log: Pick<Log, 'info'>, signal: AbortSignal): Promise<Lock> {
  const path = join(dir, 'lock')
  const me: Holder = { pid: process.pid, start: startOf(process.pid), place: placeOf(), id: randomUUID() }
  await makeWorkDir(dir)
  let told = ''
  let sign = { at: performance.now(), text: '' }
  while (!(await take(path, me))) {
    const text = await readFile(path, 'utf8').catch(() => '')
    const seen = `${text}${await stat(path).then(
      s => s.mtimeMs,
      () => '',
    )}`
    if (seen !== sign.text) sign = { at: performance.now(), text: seen }
    const holder = parse(text)
    if (isDead(holder, me, performance.now() - sign.at)) {
      await removeLock(path, text)
      continue
    }
    if (told !== text && holder) {
      log.info(`another run (process ${holder.pid}) is working in ${dir}: waiting for it to end`)
      told = text
    }
    await pause(signal, dir)
  }
  const beat = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => {}), beatMs).unref()
  return {
    release: async () => {
      clearInterval(beat)
      if (parse(await readFile(path, 'utf8').catch(() => ''))?.id === me.id) await rm(path, { force: true })
    },
  }
}

async function makeWorkDir(dir: string): Promise<void> {
  await makeDirectory(dir)
  await writeWhole(join(dir, '.gitignore'), '*\n')
}

/** Whether the lock is ours now. The file is whole before it has its name, so nobody ever reads half of it. */
async function take(path: string, me: Holder): Promise<boolean> {
  const own = `${path}.${me.id}`
  try {
    await writeFile(own, JSON.stringify(me), { flag: 'wx' })
    await link(own, path)
    return true
  } catch (error) {
    if (errno(error) === 'EEXIST') return false
    throw writeError(error, path)
  } finally {
    await rm(own, { force: true }).catch(() => {})
  }
}

/** Removes the lock of a dead holder, unless another run has done so and taken it since we looked. */
async function removeLock(path: string, text: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
  } catch (error) {
    if (errno(error) === 'ENOENT') return
    throw writeError(error, path)
  }
  if ((await readFile(aside, 'utf8')) !== text) await link(aside, path).catch(() => {})
  await rm(aside, { force: true })
}

function isDead(holder: Holder | null, me: Holder, silentMs: number): boolean {
  if (holder === null || holder.place !== me.place) return silentMs > deadMs
  if (holder.pid === me.pid) return holder.start !== me.start
  if (!isRunning(holder.pid)) return true
  const start = startOf(holder.pid)
  return holder.start !== null && start !== null && start !== holder.start
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return errno(error) === 'EPERM' // another user's
  }
}

/** Field 22 of proc(5)'s stat; the name before it may hold spaces and parentheses. Null where it cannot be known. */
function startOf(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

function placeOf(): string {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return 'unknown'
  }
}

function parse(text: string): Holder | null {
  try {
    const data = JSON.parse(text)
    return Number.isInteger(data?.pid) && data.pid > 0 && typeof data.place === 'string' ? data : null
  } catch {
    return null
  }
}

async function pause(signal: AbortSignal, dir: string): Promise<void> {
  await new Promise<void>(resolve => {
    const timer = setTimeout(done, pollMs)
    function done(): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
  })
  if (signal.aborted) throw new BuildError('interrupted', `interrupted while waiting for another run in ${dir}`)
}
