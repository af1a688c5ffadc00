import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { BuildError } from '../../src/errors.ts'
import { spawnCommand } from '../../src/exec/spawn.ts'
import type { Exec } from '../../src/exec.ts'
import type { ToolContext } from '../../src/toolchains/context.ts'
import { installToolchain } from '../../src/toolchains/install.ts'
import { type Fixture, later, makeFixture, pathWith, recordingLog, scratch } from './fixture.ts'
import { deadUrl, type Mirror, serve, startMirror, status } from './mirror.ts'

const zig = { name: 'zig', version: '9.9.9' } as const
const fixture = makeFixture()
const noTools = pathWith({})

function context(more: Partial<ToolContext> = {}): ToolContext & { log: ReturnType<typeof recordingLog> } {
  return {
    exec: spawnCommand,
    env: { PATH: noTools },
    signal: new AbortController().signal,
    toolsDir: join(scratch(), 'tools'),
    arch: 'x86_64',
    mirrors: { zig: fixture.dir },
    catalog: fixture.catalog,
    pause: async () => {},
    ...more,
    log: recordingLog(),
  }
}

async function failure(run: ToolContext): Promise<BuildError> {
  const error: unknown = await installToolchain(zig, run).then(
    () => null,
    e => e,
  )
  if (error instanceof BuildError) return error
  throw new Error(`no BuildError but ${error}`)
}

/** What is in the tools directory besides the places of locks. */
function installed(toolsDir: string): string[] {
  return existsSync(toolsDir) ? readdirSync(toolsDir).filter(n => n !== '.install') : []
}

/** Files that an installation has left in its own place. */
function leftovers(toolsDir: string): string[] {
  const place = join(toolsDir, '.install', 'zig-9.9.9')
  return existsSync(place) ? readdirSync(place).filter(n => n !== '.gitignore') : []
}

describe('an installation', () => {
  it('puts the program and its library where a plan says, and does nothing the second time', async () => {
    const run = context()
    const dir = await installToolchain(zig, run)
    expect(dir).toBe(join(run.toolsDir, 'zig-9.9.9'))
    expect(readdirSync(dir).sort()).toEqual(['.portable-build.json', 'lib', 'zig'])
    expect((await spawnCommand({ argv: [join(dir, 'zig')], cwd: '/', env: {} })).stdout).toBe('9.9.9\n')
    expect(leftovers(run.toolsDir)).toEqual([])
    const again = context({ toolsDir: run.toolsDir, mirrors: {} })
    expect(await installToolchain(zig, again)).toBe(dir)
    expect(again.log.text()).toBe('')
  })

  it('comes from a URL with progress in bytes', async () => {
    const mirror = await startMirror(serve(fixture.bytes))
    const run = context({ mirrors: { zig: mirror.url } })
    await installToolchain(zig, run)
    expect(mirror.requests.map(r => r.path)).toEqual([`/${fixture.file}`])
    expect(run.log.text()).toContain('installing zig 9.9.9')
    expect(leftovers(run.toolsDir)).toEqual([])
  })

  it('replaces what is not whole: no marker, a cut program, the files of an older pin', async () => {
    const run = context()
    const dir = join(run.toolsDir, 'zig-9.9.9')
    mkdirSync(dir, { recursive: true })
    writeFileSync(join(dir, 'zig'), 'half')
    await installToolchain(zig, run)
    expect(existsSync(join(dir, 'lib/payload'))).toBe(true)
    truncateSync(join(dir, 'zig'), 3)
    await installToolchain(zig, run)
    expect(statSync(join(dir, 'zig')).size).toBeGreaterThan(3)
    const other = makeFixture(1000)
    await installToolchain(zig, { ...run, catalog: other.catalog, mirrors: { zig: other.dir } })
    expect(statSync(join(dir, 'lib/payload')).size).toBe(1000)
    expect(installed(run.toolsDir)).toEqual(['zig-9.9.9'])
  })

  it('names every source with its reason when there is no network at all', async () => {
    const run = context({ mirrors: { zig: await deadUrl() } })
    const error = await failure(run)
    expect(error.code).toBe('download-failed')
    expect(error.exitCode).toBe(3)
    expect(error.lines.join('\n')).toMatch(/127\.0\.0\.1.*refused.*pip \(ziglang 9\.9\.9\): python3 is not installed/s)
    expect(error.hint).toContain(`mirrors: zig=<directory or URL>`)
    expect(error.hint).toContain(fixture.file)
    expect([...installed(run.toolsDir), ...leftovers(run.toolsDir)]).toEqual([])
  })

  it('uses nothing of a file with another digest, and says so', async () => {
    const dir = scratch()
    writeFileSync(join(dir, fixture.file), makeFixture(10).bytes)
    const run = context({ mirrors: { zig: dir } })
    const error = await failure(run)
    expect(error.code).toBe('digest-mismatch')
    expect(error.lines.join('\n')).toContain(join(dir, fixture.file))
    expect(run.log.text()).toContain('not the pinned file')
    expect([...installed(run.toolsDir), ...leftovers(run.toolsDir)]).toEqual([])
  })

  it('says that the disk is full, and leaves nothing', async () => {
    const { url } = await startMirror(serve(fixture.bytes))
    const run = context({ mirrors: { zig: url } })
    const place = join(run.toolsDir, '.install', 'zig-9.9.9')
    mkdirSync(place, { recursive: true })
    const sha256 = fixture.catalog.zig.hosts.x86_64?.wheel.sha256 ?? ''
    symlinkSync('/dev/full', join(place, `${sha256.slice(0, 16)}-${fixture.file}`))
    expect((await failure(run)).code).toBe('disk-full')
    expect([...installed(run.toolsDir), ...leftovers(run.toolsDir)]).toEqual([])
  })

  it('says that the tools directory cannot be written, and where to set another', async () => {
    const file = join(scratch(), 'file')
    writeFileSync(file, '')
    const error = await failure(context({ toolsDir: join(file, 'tools') }))
    expect(error.code).toBe('cannot-write')
    expect(error.hint).toContain('PORTABLE_BUILD_TOOLS_DIR')
  })

  it('refuses an archive without the program', async () => {
    const entry = { ...fixture.catalog.zig, executable: 'zag' }
    const run = context({ catalog: { ...fixture.catalog, zig: entry } })
    expect((await failure(run)).code).toBe('unsafe-archive')
    expect(installed(run.toolsDir)).toEqual([])
  })
})

describe('cargo', () => {
  it('builds what nothing else can bring, with the versions that its authors locked', async () => {
    const asked: (readonly string[])[] = []
    const exec: Exec = async command => {
      if (command.argv[0] !== 'cargo') return spawnCommand(command)
      asked.push(command.argv)
      const bin = join(command.argv.at(-1) ?? '', 'bin')
      mkdirSync(bin, { recursive: true })
      writeFileSync(join(bin, 'zig'), '#!/bin/sh\necho built\n')
      return { code: 0, signal: null, stdout: '', stderr: '', ms: 1, timedOut: false }
    }
    const catalog = { ...fixture.catalog, zig: { ...fixture.catalog.zig, crate: 'some-crate' } }
    const run = context({ exec, catalog, mirrors: {} })
    const dir = await installToolchain(zig, run)
    expect(asked[0]?.join(' ')).toMatch(/^cargo install some-crate --version =9\.9\.9 --locked --root \//)
    expect((await spawnCommand({ argv: [join(dir, 'zig')], cwd: '/', env: {} })).stdout).toBe('built\n')
    await installToolchain(zig, run)
    expect(asked).toHaveLength(1)
  })
})

describe('another version than the pinned one', () => {
  /** An index that has the wheel of the fixture under another pin's name. */
  function indexed(): ToolContext & { log: ReturnType<typeof recordingLog> } {
    const exec: Exec = async command => {
      if (command.argv[0] !== 'python3') return spawnCommand(command)
      const to = command.argv[command.argv.indexOf('--dest') + 1] ?? ''
      mkdirSync(to, { recursive: true })
      writeFileSync(join(to, fixture.file), fixture.bytes)
      return { code: 0, signal: null, stdout: '', stderr: '', ms: 1, timedOut: false }
    }
    const older = { ...fixture.catalog.zig, version: '1.0.0' }
    return context({ exec, catalog: { ...fixture.catalog, zig: older } })
  }

  it('is refused when it fails the self-test', async () => {
    const run = indexed()
    const error = await failure(run)
    expect(error.code).toBe('toolchain-refused')
    expect(error.message).toContain('zig 9.9.9 fails the self-test')
    expect([...installed(run.toolsDir), ...leftovers(run.toolsDir)]).toEqual([])
  })

  it('comes with a warning that nothing but the index vouches for it, and not from a mirror', async () => {
    const run = indexed()
    await failure(run)
    expect(run.log.text()).toContain(
      "not the pinned 1.0.0: no sha256 of it is known here, so the Python index's own is used",
    )
    expect(run.log.text()).toContain('mirrors: zig= is not used')
  })
})

describe('processes', () => {
  function start(toolsDir: string, mirror: string, from: Fixture): ChildProcess {
    const options = JSON.stringify({ toolsDir, mirror, catalog: from.catalog, path: noTools })
    const child = spawn(process.execPath, [join(import.meta.dirname, 'install-child.ts'), options])
    later(() => child.kill('SIGKILL'))
    return child
  }

  async function ended(child: ChildProcess): Promise<{ code: number | null; stdout: string; stderr: string }> {
    if (!child.stdout || !child.stderr) throw new Error('no pipes')
    const exit = once(child, 'exit')
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
    const [code] = await exit
    return { code, stdout: stdout.trim(), stderr }
  }

  /** Sends half of the file and then nothing, until `open` is called: the others get all of it. */
  function slowMirror(from: Fixture): Promise<Mirror> {
    const whole = serve(from.bytes)
    return startMirror((q, r, n) => {
      if (n > 0) return whole(q, r, n)
      r.writeHead(200, { 'content-length': from.bytes.length })
      r.write(from.bytes.subarray(0, from.bytes.length / 2))
    })
  }

  async function until(done: () => boolean): Promise<void> {
    for (let i = 0; i < 500 && !done(); i++) await sleep(20)
    expect(done()).toBe(true)
  }

  const partOf = (toolsDir: string) => leftovers(toolsDir).find(n => n.endsWith('.whl'))
  const sizeOfPart = (toolsDir: string) => {
    const part = partOf(toolsDir)
    return part ? statSync(join(toolsDir, '.install/zig-9.9.9', part)).size : 0
  }

  it('that install at once download once, and both have it', async () => {
    const mirror = await startMirror((q, r, n) => void setTimeout(() => serve(fixture.bytes)(q, r, n), 500))
    const toolsDir = join(scratch(), 'tools')
    const both = await Promise.all([1, 2].map(() => ended(start(toolsDir, mirror.url, fixture))))
    expect(both.map(b => b.stdout)).toEqual([join(toolsDir, 'zig-9.9.9'), join(toolsDir, 'zig-9.9.9')])
    expect(mirror.requests).toHaveLength(1)
    expect(both.filter(b => b.stderr.includes('waiting'))).toHaveLength(1)
    expect(installed(toolsDir)).toEqual(['zig-9.9.9'])
  })

  it('that are told to stop leave nothing half-written; the next one goes on', async () => {
    const mirror = await slowMirror(fixture)
    const toolsDir = join(scratch(), 'tools')
    const first = start(toolsDir, mirror.url, fixture)
    const end = ended(first)
    await until(() => sizeOfPart(toolsDir) > 0)
    first.kill('SIGTERM')
    expect(await end).toMatchObject({ code: 1, stdout: 'interrupted' })
    expect(installed(toolsDir)).toEqual([])
    expect(leftovers(toolsDir)).toEqual([partOf(toolsDir)])
    expect(await ended(start(toolsDir, mirror.url, fixture))).toMatchObject({ code: 0 })
    expect(mirror.requests[1]?.range).toMatch(/^bytes=[1-9]/)
    expect(leftovers(toolsDir)).toEqual([])
    const dir = join(toolsDir, 'zig-9.9.9')
    expect(readFileSync(join(dir, 'lib/payload')).equals(fixture.payload)).toBe(true)
  })

  it('that are killed do not stand in the way of the next one', async () => {
    const mirror = await slowMirror(fixture)
    const toolsDir = join(scratch(), 'tools')
    const first = start(toolsDir, mirror.url, fixture)
    const end = ended(first)
    await until(() => sizeOfPart(toolsDir) > 0)
    first.kill('SIGKILL')
    await end
    expect(leftovers(toolsDir)).toEqual(expect.arrayContaining(['lock', 'scratch']))
    expect(await ended(start(toolsDir, mirror.url, fixture))).toMatchObject({ code: 0 })
    expect(leftovers(toolsDir)).toEqual([])
    rmSync(toolsDir, { recursive: true })
  })

  it('fall back from a mirror that is down to the next source', async () => {
    const down = await startMirror(status(502))
    const run = context({ mirrors: { zig: down.url } })
    const error = await failure(run)
    expect(down.requests).toHaveLength(3)
    expect(error.lines[0]).toContain('HTTP 502')
  })
})
