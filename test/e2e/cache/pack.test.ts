import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { makeTree, scratchDir } from '../../support/cache/trees.ts'
import { sh } from '../support/shell.ts'

const driver = fileURLToPath(new URL('../../support/cache/pack-driver.ts', import.meta.url))

interface Told {
  readonly result: unknown
  readonly peak: number
  readonly told: readonly string[]
}

/** @param node more arguments for node */
function drive(verb: 'save' | 'restore', own: string, dir: string, node: readonly string[] = []): Told {
  const argv = [...node, driver, verb, dir, join(own, 'cache'), join(own, 'scratch')]
  const run = spawnSync(process.execPath, argv, { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout)
}

/** Runs the driver where `small` is a file system of this size; then lists what is on it. */
function driveOn(size: string, verb: 'save' | 'restore', own: string, dirs: readonly [string, string, string]) {
  const script = `mount -t tmpfs -o size=${size} none "$1" && shift && "$@"; find "$OLDPWD/small" small -mindepth 1 2>/dev/null | sort -u`
  const argv = ['--mount', 'sh', '-c', script, 'sh', join(own, 'small'), process.execPath, driver, verb, ...dirs]
  const run = spawnSync('unshare', argv, { cwd: own, encoding: 'utf8' })
  const [line = '', ...left] = run.stdout.split('\n').filter(l => l !== '')
  if (!line.startsWith('{')) throw new Error(run.stderr)
  return { ...(JSON.parse(line) as Told), left }
}

describe('many files', () => {
  it('fifty thousand are packed and unpacked in bounded memory', () => {
    const own = scratchDir()
    const from = join(own, 'from')
    for (let i = 0; i < 50_000; i++) {
      if (i % 500 === 0) mkdirSync(join(from, String(i)), { recursive: true })
      writeFileSync(join(from, String(i - (i % 500)), `file-${i}`), `content ${i}`.repeat(i % 20))
    }
    const heap = ['--max-old-space-size=160']
    const saved = drive('save', own, from, heap)
    expect(saved.result).toBe('saved')
    expect(saved.peak).toBeLessThan(600e6)
    const restored = drive('restore', own, own, heap)
    expect(restored.result).toBe(50_101)
    expect(restored.peak).toBeLessThan(400e6)
    expect(sh(['diff', '-r', from, join(own, 'to')])).toBe('')
  })
})

describe('a full disk', () => {
  function packed(content: string | Buffer) {
    const own = scratchDir()
    mkdirSync(join(own, 'small'))
    makeTree(join(own, 'from'), { 'deps/big': content, small: 'x' })
    return { own, from: join(own, 'from') }
  }

  it('while restoring: it is said so, and nothing is left half-restored', () => {
    const { own, from } = packed('x'.repeat(3_000_000))
    expect(drive('save', own, from).result).toBe('saved')
    const run = driveOn('1m', 'restore', own, [join(own, 'small'), join(own, 'cache'), join(own, 'scratch')])
    expect(run).toMatchObject({ result: 'disk-full', left: [] })
  })

  it('while packing: the build goes on, with a warning', () => {
    const { own, from } = packed(randomText(3_000_000))
    const run = driveOn('1m', 'save', own, [from, join(own, 'cache'), join(own, 'small/scratch')])
    expect(run).toMatchObject({ result: 'failed', told: [expect.stringMatching(/is not saved: there is no room/)] })
    expect(run.left).toEqual(['small/scratch'])
    expect(existsSync(join(own, 'cache'))).toBe(false)
  })

  it('in the store: the entry is not there at all', () => {
    const { own, from } = packed(randomText(3_000_000))
    const run = driveOn('1m', 'save', own, [from, join(own, 'small/cache'), join(own, 'scratch')])
    expect(run).toMatchObject({ result: 'failed', left: ['small/cache'] })
  })
})

describe('a run that is killed while it saves', () => {
  it('leaves nothing that is taken for an entry, and the next one saves', async () => {
    const own = scratchDir()
    const from = makeTree(join(own, 'from'), { big: randomText(20_000_000) })
    const cache = join(own, 'cache')
    const child = spawn(process.execPath, [driver, 'save', from, cache, join(own, 'scratch')], { stdio: 'ignore' })
    const scratch = join(own, 'scratch')
    while (!existsSync(scratch) || readdirSync(scratch).length === 0) await new Promise(r => setTimeout(r, 5))
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(readdirSync(scratch).filter(name => name.endsWith('.pb-tmp'))).toHaveLength(1)
    mkdirSync(cache, { recursive: true })
    const half = join(cache, '.portable-build-rust-hot-x.entry.1-dead.pb-tmp')
    writeFileSync(half, 'half')
    utimesSync(half, 1e9, 1e9)
    expect(drive('restore', own, own).result).toBeNull()
    expect(drive('save', own, from).result).toBe('saved')
    expect(existsSync(half)).toBe(false)
    expect(drive('restore', own, own).result).toBe(2)
  })
})

/** What compresses to about two thirds of itself. */
function randomText(length: number): string {
  let state = 1
  let text = ''
  while (text.length < length) {
    state = (state * 48_271) % 2_147_483_647
    text += state.toString(36)
  }
  return text.slice(0, length)
}
