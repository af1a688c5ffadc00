import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readSurroundings, surroundingsProbe } from '../../../src/languages/rust/probe.ts'
import { detected } from './support.ts'

const made: string[] = []
afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true })
})

function directory(files: Readonly<Record<string, string>>): string {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'pb rust é-')))
  made.push(dir)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(dir, path, '..'), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
  return dir
}

function ask(dir: string, env: Readonly<Record<string, string>>) {
  const project = { ...detected({ 'Cargo.toml': '[package]\nname = "a"\n', 'src/main.rs': '' }), dir }
  const probe = surroundingsProbe(project)
  const [command = '', ...args] = probe.argv
  const done = spawnSync(command, args, {
    cwd: probe.cwd,
    env: { PATH: process.env['PATH'], ...env },
    encoding: 'utf8',
  })
  return readSurroundings({ [probe.id]: { code: done.status ?? -1, stdout: done.stdout, stderr: done.stderr } })
}

describe('the question about the surroundings of a project', () => {
  it('finds configuration here, above and in CARGO_HOME, the nearest first', () => {
    const dir = directory({
      'home/config.toml': 'a = 1\n',
      'w/.cargo/config.toml': 'b = 1\n',
      'w/Cargo.toml': '[workspace]\n',
      'w/Cargo.lock': '',
      'w/crates/app/.cargo/config': 'c = 1\n\n',
      'w/crates/app/.cargo/config.toml': 'ignored = 1\n',
      'w/crates/app/Cargo.toml': '[package]\n',
    })
    const found = ask(join(dir, 'w/crates/app'), { CARGO_HOME: join(dir, 'home'), HOME: '/nowhere', RUSTFLAGS: '-C x' })
    expect(found.configs).toEqual([
      { path: join(dir, 'w/crates/app/.cargo/config'), text: 'c = 1\n\n' },
      { path: join(dir, 'w/.cargo/config.toml'), text: 'b = 1\n' },
      { path: join(dir, 'home/config.toml'), text: 'a = 1\n' },
    ])
    expect(found.parents).toEqual([{ path: join(dir, 'w/Cargo.toml'), text: '[workspace]\n' }])
    expect(found).toMatchObject({ cargoHome: join(dir, 'home'), lock: true, cwd: join(dir, 'w/crates/app') })
    expect(found.env['RUSTFLAGS']).toBe('-C x')
  })

  it('sees through a symbolic link, and lives without HOME', () => {
    const dir = directory({ 'real/Cargo.toml': '' })
    symlinkSync(join(dir, 'real'), join(dir, 'link'))
    const found = ask(join(dir, 'link'), {})
    expect(found).toMatchObject({ cwd: join(dir, 'real'), cargoHome: null, configs: [], lock: false })
  })

  it('tells a machine without a C compiler', () => {
    const dir = directory({ 'bin/x': '', 'compiler/cc': '#!/bin/sh\n' })
    for (const tool of ['sh', 'cat', 'uname', 'dirname']) {
      const path = spawnSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).stdout.trim()
      symlinkSync(path, join(dir, 'bin', tool))
    }
    const machine = spawnSync('uname', ['-m'], { encoding: 'utf8' }).stdout.trim()
    const isMusl = readdirSync('/lib').some(name => name.startsWith('ld-musl-'))
    expect(ask(dir, { PATH: join(dir, 'bin') }).withoutCompiler).toBe(isMusl ? null : machine)
    chmodSync(join(dir, 'compiler/cc'), 0o755)
    expect(ask(dir, { PATH: `${join(dir, 'bin')}:${join(dir, 'compiler')}` }).withoutCompiler).toBeNull()
  })

  it('knows nothing where it could not be asked', () => {
    const nothing = { cargoHome: null, cwd: null, env: {}, configs: [], parents: [], lock: false }
    expect(readSurroundings({})).toEqual({ ...nothing, withoutCompiler: null })
  })
})
