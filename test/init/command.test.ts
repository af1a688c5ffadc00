import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const cli = resolve('src/cli.ts')
const ci = '.github/workflows/portable-build.yml'
let dir = ''

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb init '))
  mkdirSync(join(dir, '.git'))
  write('server/go.mod', 'module example.com/server\n\ngo 1.22\n')
  write('server/main.go', 'package main\n\nfunc main() {}\n')
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true })
  writeFileSync(join(dir, path), text)
}

function init(...args: string[]) {
  const { PATH } = process.env
  const options = { cwd: dir, env: { PATH, HOME: dir, PORTABLE_BUILD_TARGETS: 'riscv64' }, encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'init', ...args], options)
  return { status, stdout, stderr }
}
const settings = (path = ci) => parse(readFileSync(join(dir, path), 'utf8')).jobs.build.with

describe('init', () => {
  it('writes into the repository that the project is in, and says what to do next', () => {
    const done = init('server', '--github')
    expect(done).toMatchObject({ status: 0, stderr: '' })
    expect(done.stdout).toContain(`written: ${ci}\nfor server (go), targets linux/amd64, linux/arm64\n\nNext:\n  1. `)
    expect(settings()).toEqual({ 'working-directory': 'server', targets: 'linux/amd64, linux/arm64' })
  })

  it('writes what was said, and leaves out what portable-build.yml says', () => {
    write('server/portable-build.yml', 'targets: armv7\nglibc: 2.31\n')
    const done = init('server', '--github', '--glibc', '2.28', '--bin', 'server')
    expect(done.stdout).toContain('targets as in portable-build.yml')
    expect(settings()).toEqual({ 'working-directory': 'server', glibc: '2.28', bin: 'server' })
  })

  it('writes a release too, beside the other', () => {
    expect(init('server', '--github')).toMatchObject({ status: 0 })
    expect(init('server', '--github', '--release', '--ref', 'v1.2.3').stdout).toContain('git tag')
    expect(readFileSync(join(dir, '.github/workflows/portable-build-release.yml'), 'utf8')).toContain('@v1.2.3\n')
  })

  it('never touches what is there, not even through a link', () => {
    write(ci, 'mine')
    expect(init('server', '--github')).toMatchObject({ status: 2, stdout: '' })
    expect(readFileSync(join(dir, ci), 'utf8')).toBe('mine')
    rmSync(join(dir, ci))
    symlinkSync(join(dir, 'elsewhere'), join(dir, ci))
    expect(init('server', '--github').stderr).toContain('error[file-exists]')
    expect(existsSync(join(dir, 'elsewhere'))).toBe(false)
  })

  it.each([
    ['no host', ['server'], 'Say `--github`'],
    ['an unknown target', ['server', '--github', '--targets', 'amd46'], 'unknown-target'],
    ['a version that is none', ['server', '--github', '--ref', 'v1\n# x'], 'bad-input'],
    ['no project', ['--github'], '`working-directory: server`'],
    ['no such directory', ['nowhere', '--github'], 'unreadable-project'],
  ])('writes nothing for %s', (_, args, why) => {
    const done = init(...args)
    expect(done).toMatchObject({ status: 2, stdout: '' })
    expect(done.stderr).toContain(why)
    expect(existsSync(join(dir, '.github'))).toBe(false)
  })

  it('writes a pipeline for GitLab, and no second time', () => {
    expect(init('server', '--gitlab')).toMatchObject({ status: 0, stderr: '' })
    const [{ component, inputs }] = parse(readFileSync(join(dir, '.gitlab-ci.yml'), 'utf8')).include
    expect(component).toBe('$CI_SERVER_FQDN/org/portable-build/gitlab@1')
    expect(inputs).toMatchObject({ 'working-directory': 'server', targets: ['linux/amd64', 'linux/arm64'] })
    expect(init('server', '--gitlab')).toMatchObject({ status: 2, stderr: expect.stringContaining('was not touched') })
    expect(init('server', '--gitlab', '--github').stderr).toContain('for which host')
    expect(init('server', '--gitlab', '--release').stderr).toContain('docs/gitlab.md')
  })

  it('writes a Dockerfile beside the project, and a .dockerignore where there is none', () => {
    const done = init('server', '--dockerfile', '--targets', 'linux/arm/v7')
    expect(done).toMatchObject({ status: 0, stderr: '' })
    expect(done.stdout).toContain('written: Dockerfile, .dockerignore\nfor server (go), targets armv7-linux\n')
    expect(readFileSync(join(dir, 'server/Dockerfile'), 'utf8')).toContain('-o /out/armv7/server .')
    rmSync(join(dir, 'server/Dockerfile'))
    write('server/.dockerignore', 'mine')
    expect(init('server', '--dockerfile').stdout).toContain('written: Dockerfile\n')
    expect(readFileSync(join(dir, 'server/.dockerignore'), 'utf8')).toBe('mine')
    expect(init('server', '--dockerfile')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('was not touched'),
    })
    expect(init('server', '--dockerfile', '--github').stderr).toContain('for which host')
    expect(init('server', '--dockerfile', '--release').stderr).toContain('writes no release')
    expect(init('server', '--dockerfile', '--ref', 'v1').stderr).toContain('--ref')
  })
})
