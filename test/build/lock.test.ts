import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockWorkDir } from '../../src/build/lock.ts'

let dir = ''
let said: string[] = []
const log = { info: (text: string) => void said.push(text) }
const never = new AbortController().signal

beforeEach(() => {
  said = []
  dir = join(mkdtempSync(join(tmpdir(), 'pb lock ü ')), '.portable-build')
})
afterEach(() => rmSync(join(dir, '..'), { recursive: true, force: true }))

/** A run in a process of its own that holds the lock until it is told to go. */
async function otherRun() {
  const module = new URL('../../src/build/lock.ts', import.meta.url)
  const code = `import(${JSON.stringify(module)}).then(async m => {
    const lock = await m.lockWorkDir(${JSON.stringify(dir)}, { info() {} }, new AbortController().signal)
    process.stdout.write('held')
    process.stdin.once('data', async () => { await lock.release(); process.exit(0) })
  })`
  const child = spawn(process.execPath, ['-e', code], { stdio: ['pipe', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

/** Rewrites what the lock says of its holder. */
function pretend(change: object): void {
  const path = join(dir, 'lock')
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change }))
}

describe('lockWorkDir', () => {
  it('makes the directory, hides it from git, and leaves nothing but that', async () => {
    const lock = await lockWorkDir(dir, log, never)
    expect(readFileSync(join(dir, '.gitignore'), 'utf8')).toBe('*\n')
    await lock.release()
    expect(readdirSync(dir)).toEqual(['.gitignore'])
    expect(said).toEqual([])
  })

  it('waits for a run in another process, names it once, and goes on when that ends', async () => {
    const other = await otherRun()
    const mine = lockWorkDir(dir, log, never)
    await expect.poll(() => said, { timeout: 10_000 }).toHaveLength(1)
    expect(said[0]).toContain(`process ${other.pid}`)
    expect(said[0]).toContain(dir)
    let mineHeld = false
    void mine.then(() => {
      mineHeld = true
    })
    await new Promise(resolve => setTimeout(resolve, 500))
    expect(mineHeld).toBe(false)
    other.stdin.write('go')
    await (await mine).release()
    expect(said).toHaveLength(1)
  })

  it('takes over from a run that was killed', async () => {
    const other = await otherRun()
    other.kill('SIGKILL')
    await once(other, 'exit')
    expect(existsSync(join(dir, 'lock'))).toBe(true)
    await (await lockWorkDir(dir, log, never)).release()
    expect(said).toEqual([])
  })

  it('takes over when the process id belongs to another process now', async () => {
    await lockWorkDir(dir, log, never)
    const innocent = spawn('sleep', ['60'])
    pretend({ pid: innocent.pid, start: '1' })
    await (await lockWorkDir(dir, log, never)).release()
    innocent.kill()
  })

  it('does not take over because of the clock: a lock from the future or of 1970 is a lock', async () => {
    const lock = await lockWorkDir(dir, log, never)
    for (const time of [0, 4_000_000_000]) {
      utimesSync(join(dir, 'lock'), time, time)
      await expect(lockWorkDir(dir, log, AbortSignal.timeout(250))).rejects.toMatchObject({ code: 'interrupted' })
    }
    await lock.release()
  })

  it('does not take over from another container whose process ids mean nothing here', async () => {
    await lockWorkDir(dir, log, never)
    pretend({ place: 'elsewhere', pid: 2 ** 22 + 5 })
    await expect(lockWorkDir(dir, log, AbortSignal.timeout(250))).rejects.toMatchObject({ code: 'interrupted' })
  })

  it('ends the wait when it is interrupted and leaves the lock of the other alone', async () => {
    await lockWorkDir(dir, log, never)
    const abort = new AbortController()
    const mine = lockWorkDir(dir, { info: () => abort.abort() }, abort.signal)
    await expect(mine).rejects.toMatchObject({ code: 'interrupted', exitCode: 130 })
    expect(readdirSync(dir).sort()).toEqual(['.gitignore', 'lock'])
  })

  it('lets only one of many in at a time', async () => {
    let inside = 0
    let most = 0
    const runs = Array.from({ length: 4 }, async () => {
      const lock = await lockWorkDir(dir, log, never)
      most = Math.max(most, ++inside)
      await new Promise(resolve => setTimeout(resolve, 5))
      inside--
      await lock.release()
    })
    await Promise.all(runs)
    expect(most).toBe(1)
  })

  it('says cannot-write where the project cannot be written', async () => {
    writeFileSync(join(dir, '..', 'file'), '')
    const blocked = join(dir, '..', 'file', '.portable-build')
    await expect(lockWorkDir(blocked, log, never)).rejects.toMatchObject({ code: 'cannot-write', exitCode: 3 })
  })
})
