import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const script = resolve('templates/gitlab/start.sh')
let dir = ''

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb start '))
  mkdirSync(join(dir, 'bin'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** A program of the machine. */
function program(path: string, text: string): void {
  writeFileSync(join(dir, path), `#!/bin/sh\n${text}\n`)
  chmodSync(join(dir, path), 0o755)
}

/** Only what is there by these names: no Node of this machine. */
function machine(...names: string[]): void {
  for (const name of names) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim()
    symlinkSync(found, join(dir, 'bin', name))
  }
}

const tools = ['mkdir', 'uname', 'tar', 'gzip', 'sha256sum', 'cp', 'sh', 'dirname']

/** Starts a job; `curl` finds its answer in the file `answer`, `npm pack` gives the file `package.tgz`. */
function start(env: Record<string, string>) {
  program('bin/curl', `while [ $# -gt 1 ]; do [ "$1" = -o ] && to=$2; shift; done; cp "${dir}/answer" "$to"`)
  program('bin/npm', `cp "${dir}/package.tgz" "$4/package.tgz" && echo package.tgz`)
  const options = {
    cwd: dir,
    env: { PB_JOB: 'plan', HOME: '/home/me', PATH: join(dir, 'bin'), ...env },
    encoding: 'utf8',
  } as const
  const { status, stdout, stderr } = spawnSync('/bin/sh', [script], options)
  return { status, stdout, stderr }
}

/** An archive of the files below a directory, and its digests. */
function archive(to: string, from: string): { sha256: string; sha512: string } {
  spawnSync('tar', ['-czf', join(dir, to), '-C', join(dir, from), '.'])
  const bytes = readFileSync(join(dir, to))
  const digest = (name: string, form: 'hex' | 'base64') => createHash(name).update(bytes).digest(form)
  return { sha256: digest('sha256', 'hex'), sha512: digest('sha512', 'base64') }
}

/** A package whose program says what it was asked. */
function packed(to: string) {
  mkdirSync(join(dir, 'made/package/dist/cli'), { recursive: true })
  writeFileSync(join(dir, 'made/package/dist/cli/index.js'), 'console.log(process.argv.slice(2).join(" "))')
  return archive(to, 'made')
}

describe('portable-build in a job', () => {
  it('is a path of the runner', () => {
    machine('node', ...tools)
    packed('package.tgz')
    expect(start({ PB_CLI: join(dir, 'made/package') })).toMatchObject({ status: 0, stdout: 'gitlab plan\n' })
    expect(start({ PB_CLI: './made/package/dist/cli/index.js' })).toMatchObject({ status: 0, stdout: 'gitlab plan\n' })
    expect(readFileSync(join(dir, '.portable-build/.gitignore'), 'utf8')).toBe('*\n')
    expect(start({ PB_CLI: '/nowhere' })).toMatchObject({ status: 2, stderr: expect.stringContaining('/nowhere') })
  })

  it('is an address, and only with the digest of what comes', () => {
    machine('node', ...tools)
    const { sha256 } = packed('answer')
    const at = 'https://mirror.example/cli.tgz'
    expect(start({ PB_CLI: `${at}#sha256=${sha256}` })).toMatchObject({ status: 0, stdout: 'gitlab plan\n' })
    rmSync(join(dir, '.portable-build'), { recursive: true })
    expect(start({ PB_CLI: `${at}#sha256=${'0'.repeat(64)}` })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(`${at} is not what its sha256 says`),
    })
    expect(existsSync(join(dir, '.portable-build/ci/start/package'))).toBe(false)
    expect(start({ PB_CLI: at })).toMatchObject({ status: 2, stderr: expect.stringContaining('has no #sha256=') })
  })

  it('is an exact version, with the digest that a release has written', () => {
    machine('node', ...tools)
    const { sha512 } = packed('package.tgz')
    expect(start({ PB_CLI: `portable-build@1.2.3 sha512-${sha512}` })).toMatchObject({
      status: 0,
      stdout: 'gitlab plan\n',
    })
    rmSync(join(dir, '.portable-build'), { recursive: true })
    expect(start({ PB_CLI: 'portable-build@1.2.3 sha512-AAAA' })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('not sha512-AAAA'),
    })
    expect(existsSync(join(dir, '.portable-build/ci/start/package'))).toBe(false)
    for (const loose of ['portable-build', 'portable-build@latest', 'portable-build@1', '$(id)']) {
      expect(start({ PB_CLI: loose })).toMatchObject({ status: 2, stderr: expect.stringContaining(`cli is ${loose}`) })
    }
  })
})

describe('a machine', () => {
  it('without Node is told what to do', () => {
    machine(...tools)
    const { status, stderr } = start({ PB_CLI: '/x' })
    expect(status).toBe(3)
    expect(stderr).toMatch(
      /there is no Node 22\.15 or newer here: take a job-image that has it, or say where: node: https:/,
    )
  })

  it('gets one from an archive for its architecture, with a digest', () => {
    machine(...tools)
    mkdirSync(join(dir, 'node/bin'), { recursive: true })
    program('node/bin/node', `exec "${process.execPath}" "$@"`)
    mkdirSync(join(dir, 'outer'))
    spawnSync('mv', [join(dir, 'node'), join(dir, 'outer/node-v24')])
    spawnSync('tar', ['-czf', join(dir, 'answer'), '-C', join(dir, 'outer'), 'node-v24'])
    const sha256 = createHash('sha256')
      .update(readFileSync(join(dir, 'answer')))
      .digest('hex')
    packed('package.tgz')
    const arch = process.arch === 'arm64' ? 'linux-arm64' : 'linux-x64'
    const addresses = ['linux-arm64', 'linux-x64'].map(a => {
      return `https://mirror.example/node-v24-${a}.tar.gz#sha256=${a === arch ? sha256 : '0'.repeat(64)}`
    })
    const env = { PB_CLI: join(dir, 'made/package'), PB_NODE: addresses.join(' ') }
    expect(start(env)).toMatchObject({ status: 0, stdout: 'gitlab plan\n' })
  })

  it('is set up first, and keeps the PATH that this makes', () => {
    machine(...tools)
    packed('package.tgz')
    symlinkSync(process.execPath, join(dir, 'node'))
    const env = { PB_CLI: join(dir, 'made/package'), PB_SETUP: `echo "it's $HOME"\nexport PATH="${dir}:$PATH"` }
    expect(start(env)).toMatchObject({ status: 0, stdout: "it's /home/me\ngitlab plan\n" })
    expect(start({ ...env, PB_SETUP: 'false' })).toMatchObject({ status: 1, stdout: '' })
  })
})
