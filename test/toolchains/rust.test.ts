import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BuildError } from '../../src/errors.ts'
import type { Exec } from '../../src/exec.ts'
import { ensureRustTargets } from '../../src/toolchains/rust.ts'
import { type FakeAnswer, fakeExec, when } from '../support/fake-exec.ts'
import { recordingLog, scratch } from './fixture.ts'

const musl = 'x86_64-unknown-linux-musl'
const arm = 'aarch64-unknown-linux-musl'

/** A toolchain's directory with the std of some triples. */
function sysroot(...triples: string[]): string {
  const dir = scratch()
  for (const triple of triples) addStd(dir, triple)
  return dir
}

function addStd(dir: string, triple: string): void {
  mkdirSync(join(dir, 'lib/rustlib', triple, 'lib'), { recursive: true })
  writeFileSync(join(dir, 'lib/rustlib', triple, 'lib/libstd-0123.rlib'), '')
}

const notHere: FakeAnswer = command => {
  throw new BuildError('tool-missing', `${command.argv[0]} is not installed`)
}

async function ensure(triples: string[], toolchain: string | null, ...answers: FakeAnswer[]) {
  const { exec, commands } = fakeExec(...answers)
  const log = recordingLog()
  const context = { exec: exec as Exec, env: { PATH: '/bin' }, log, signal: new AbortController().signal }
  const error = await ensureRustTargets({ dir: '/project', toolchain, triples }, context).then(
    () => null,
    e => e,
  )
  return { error, log: log.text(), commands }
}

const rustc = (dir: string) => when(['rustc', '--print', 'sysroot'], { stdout: `${dir}\n` })

describe('Rust targets', () => {
  it('that are there are used as they are: rustup is not called', async () => {
    const { error, commands, log } = await ensure([musl, arm], '+portable', rustc(sysroot(musl, arm)))
    expect(error).toBe(null)
    expect(commands.map(c => c.argv[0])).toEqual(['rustc'])
    expect(commands[0]).toMatchObject({ cwd: '/project', env: { RUSTUP_TOOLCHAIN: 'portable' } })
    expect(log).toBe('')
  })

  it('that are missing are added, and only those, with progress', async () => {
    const dir = sysroot(musl)
    const { error, commands, log } = await ensure([musl, arm], null, rustc(dir), command => {
      if (command.argv[0] !== 'rustup') return null
      addStd(dir, arm)
      return { stderr: 'info: downloading component rust-std\n' }
    })
    expect(error).toBe(null)
    expect(commands[1]?.argv).toEqual(['rustup', 'target', 'add', arm])
    expect(commands[1]?.env['RUSTUP_TOOLCHAIN']).toBeUndefined()
    expect(log).toContain(`adding ${arm} to Rust`)
    expect(log).toContain('downloading component rust-std')
  })

  it('are not there when a directory without libraries is', async () => {
    const dir = sysroot()
    mkdirSync(join(dir, 'lib/rustlib', musl, 'lib'), { recursive: true })
    const { error } = await ensure([musl], null, rustc(dir), when(['rustup'], {}))
    expect(error).toMatchObject({ code: 'tool-missing', message: expect.stringContaining('reported success') })
  })

  it('without rustup say which std is missing and how to get it', async () => {
    const { error } = await ensure([musl, arm], null, rustc(sysroot(musl)), notHere)
    expect(error).toMatchObject({ code: 'tool-missing', hint: expect.stringContaining('https://rustup.rs') })
    expect(error.message).toContain(arm)
    expect(error.message).not.toContain(musl)
  })

  it('without a compiler say how to get one', async () => {
    const { error } = await ensure([musl], null, notHere)
    expect(error).toMatchObject({ code: 'tool-missing', message: 'rustc is not installed' })
  })

  it('bring the toolchain that the project pins', async () => {
    const dir = sysroot(musl)
    let installed = false
    const { error, commands } = await ensure([musl], '1.80', command => {
      if (command.argv[0] === 'rustc') {
        return installed ? { stdout: dir } : { code: 1, stderr: "error: toolchain '1.80-x86_64' is not installed\n" }
      }
      installed = true
      return {}
    })
    expect(error).toBe(null)
    expect(commands[1]?.argv.slice(0, 4)).toEqual(['rustup', 'toolchain', 'install', '1.80-x86_64'])
  })

  it.each([
    ["error: toolchain 'portable' does not support components\n", 'tool-missing', /linked toolchain/],
    ['error: component unavailable for download\n', 'tool-missing', /rustup target list/],
    ['error: could not download file: dns error\n', 'download-failed', /HTTPS_PROXY/],
    ['error: No space left on device (os error 28)\n', 'disk-full', /./],
  ])('that rustup cannot add: %j', async (stderr, code, hint) => {
    const { error } = await ensure([musl], null, rustc(sysroot()), when(['rustup'], { code: 1, stderr }))
    expect(error).toMatchObject({ code })
    expect(error.hint).toMatch(hint)
    expect(error.lines.join('\n')).toContain('error:')
  })
})
