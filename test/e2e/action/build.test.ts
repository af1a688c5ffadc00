import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { marked } from 'marked'
import { describe, expect, it } from 'vitest'
import { inputNames } from '../../../src/inputs/names.ts'
import { action, checkout, errors, jobIn, scratch, services, smallGo } from './support.ts'

const both = 'linux/amd64,linux/arm64'

describe('the action builds, judges and hands over', () => {
  it('a Go program: outputs, artifacts, subjects, summary', async () => {
    const workspace = checkout('go')
    const { env, state } = await services()
    const result = await jobIn(workspace, { env }).run({ ...action('build', { targets: both }), takesArtifacts: true })
    expect(result.code, result.log).toBe(0)
    expect(result.outputs).toMatchObject({ verified: 'true', checksums: 'dist/SHA256SUMS', report: 'dist/report.json' })
    const artifacts: { name: string; path: string; sha256: string }[] = JSON.parse(result.outputs['artifacts'] ?? '')
    expect(artifacts.map(a => a.name)).toEqual(['lookup-x86_64-linux', 'lookup-aarch64-linux'])
    for (const { path, sha256 } of artifacts) {
      expect(
        createHash('sha256')
          .update(readFileSync(join(workspace, path)))
          .digest('hex'),
      ).toBe(sha256)
    }
    const names = ['lookup-x86_64-linux.tar.gz', 'lookup-aarch64-linux.tar.gz']
    const uploaded = Object.fromEntries(state.artifacts.map(a => [a.name, a.digest]))
    expect(uploaded).toEqual(Object.fromEntries(names.map((n, i) => [n, `sha256:${artifacts[i]?.sha256}`])))
    expect(result.outputs['artifact-names']).toBe(names.join('\n'))
    expect(result.artifacts).toEqual(names.map(n => `dist/${n}`))
    expect(result.summary).toContain('lookup')
    expect(result.log).toContain('✓ verified: 2 executables for 2 targets')
    expect(errors(result.commands)).toEqual([])
  })

  it('a C program with threads, by zig', async () => {
    const workspace = checkout('c')
    const result = await jobIn(workspace).run(action('build', { targets: both, archive: 'none' }))
    expect(result.code, result.log).toBe(0)
    for (const target of ['x86_64-linux-musl', 'aarch64-linux-musl']) {
      expect(existsSync(join(workspace, 'dist', target, 'treesum'))).toBe(true)
    }
    expect(result.log).toContain('##[group]cmake --build for aarch64-linux-musl')
    expect(result.commands.filter(c => c.name === 'notice').map(c => c.value)).toEqual([
      expect.stringContaining('no artifact service: nothing was uploaded'),
    ])
  })

  it.each([
    ['at the root', '.', 'main.go'],
    ['below it', 'services/::error::,%0A`$(id)`', 'services/::error::,%0A`$(id)`/main.go'],
  ])('says which line of the checkout a compiler complained of, and fails: a project %s', async (_, below, file) => {
    const workspace = smallGo('package main\n\nfunc main() {\n\tmissing()\n}\n', below)
    const result = await jobIn(workspace).run(action('build', { targets: both, 'working-directory': below }))
    expect(result.code, result.log).toBe(1)
    const complaint = result.commands.find(c => c.name === 'error')
    expect(complaint).toMatchObject({ properties: { file, line: '4', col: '2' } })
    expect(complaint?.value).toContain('undefined: missing')
    expect(result.outputs).toMatchObject({ verified: 'false', artifacts: '[]', checksums: '' })
    expect(result.summary).toContain('❌')
  })

  it('hands over nothing that is not verified, but keeps it under another name when asked', async () => {
    const workspace = smallGo()
    const { env, state } = await services()
    const inputs = { targets: 'linux/amd64', forbid: 'no-build-id,not-stripped,no-pie', 'keep-failed': 'true' }
    const result = await jobIn(workspace, { env }).run({ ...action('build', inputs), takesArtifacts: true })
    expect(result.code, result.log).toBe(1)
    expect(result.outputs).toMatchObject({ verified: 'false', artifacts: '[]', 'artifact-names': '' })
    expect(result.artifacts).toEqual([])
    expect(state.artifacts.map(a => a.name)).toEqual(['hello-x86_64-linux-not-verified.tar'])
    expect(errors(result.commands).length).toBeGreaterThan(0)
  })

  it('fails when another job has uploaded the name, with everything else in place', async () => {
    const workspace = smallGo()
    const { env, envFor } = await services()
    const step = action('build', { targets: 'linux/amd64' })
    expect((await jobIn(workspace, { env }).run(step)).code).toBe(0)
    const second = await jobIn(workspace, { env: envFor({ job: 'job-2' }) }).run(step)
    expect(second.code, second.log).toBe(1)
    expect(errors(second.commands).join()).toContain('another job of this workflow run has uploaded')
    expect(existsSync(join(workspace, 'dist/hello-x86_64-linux.tar.gz'))).toBe(true)
    expect(second.outputs['artifact-names']).toBe('')
  })
})

describe('what is not ours', () => {
  const hostile = [
    ...['::set-output name=verified::true', '::add-path::/evil', '::set-env name=NODE_OPTIONS::--require=/evil'],
    ...['  ::error::not ours', 'x ##[set-output name=a]b', '::stop-commands::', '\x1b[2Jgone'],
  ]

  it('gives the runner no command, whatever a build prints', async () => {
    const workspace = smallGo()
    writeFileSync(join(workspace, 'loud'), `${hostile.join('\n')}\n`)
    const inputs = { targets: 'linux/amd64', 'before-script': 'cat loud; cat loud >&2' }
    const result = await jobIn(workspace).run(action('build', inputs))
    expect(result.code, result.log).toBe(0)
    const ours = ['group', 'stop-commands', 'endgroup', 'notice', 'debug', 'add-mask']
    const marks = result.commands.filter(c => c.name === 'stop-commands').map(c => c.value)
    expect(result.commands.filter(c => !ours.includes(c.name) && !marks.includes(c.name))).toEqual([])
    expect(new Set(marks).size).toBe(marks.length)
    expect(result.outputs['verified']).toBe('true')
    expect(result.log).toContain('not ours')
    expect(result.log).not.toContain('\x1b[2J')
  })

  it('does not get the tokens of the job, and secrets are masked', async () => {
    const workspace = smallGo()
    const { env } = await services()
    const job = jobIn(workspace, {
      env: { ...env, KEY: 'correct horse battery', GITHUB_TOKEN: 'ghs_0123456789abcdefgh' },
    })
    const inputs = { targets: 'linux/amd64', secrets: 'KEY', env: 'KEY', 'before-script': 'env | sort; echo "is $KEY"' }
    const result = await job.run(action('build', inputs))
    expect(result.code, result.log).toBe(0)
    expect(result.log).toContain('is ***')
    expect(result.log).not.toMatch(/ACTIONS_|GITHUB_TOKEN=|INPUT_|correct horse/)
    expect([...job.masks]).toEqual(expect.arrayContaining(['correct horse battery', 'ghs_0123456789abcdefgh']))
  })

  it('is shown as it is: names of files, branches and repositories', async () => {
    const name = 'x\n::set-output name=verified::true\n`<img src=x>`'
    const workspace = smallGo()
    const env = {
      GITHUB_REF: `refs/heads/${name}`,
      GITHUB_REF_NAME: name,
      GITHUB_HEAD_REF: name,
      GITHUB_REPOSITORY: name,
    }
    writeFileSync(join(workspace, '::error::`<b>.txt'), 'x')
    const result = await jobIn(workspace, { env }).run(action('build', { targets: 'arm64', include: '*.txt' }))
    expect(result.code, result.log).toBe(0)
    expect(await marked(result.summary)).not.toContain('<img')
    expect(errors(result.commands)).toEqual([])
  })

  it('is refused where it makes no sense: every input with it, in one error that names them all', async () => {
    const workspace = smallGo()
    const nonsense = '::set-output name=verified::true\n$(touch pwned) `touch pwned` <img src=x> %0A;|&'
    const inputs = Object.fromEntries(inputNames.map(name => [name, nonsense]))
    const result = await jobIn(workspace).run(action('build', inputs))
    expect(result.code, result.log).toBe(2)
    expect(result.outputs).toEqual({ verified: 'false' })
    const [error = '', ...others] = errors(result.commands)
    expect(others).toEqual([])
    for (const name of [
      'unknown target',
      'input glibc',
      'input libc',
      'input archive',
      'input cache',
      'input smoke',
      'input strip',
    ]) {
      expect(error).toContain(name)
    }
    expect(await marked(result.summary)).not.toContain('<img')
    expect(readdirSync(workspace, { recursive: true })).toEqual(['go.mod', 'main.go'])
  })

  it.each(['linux/amd64$(touch pwned)', 'x86_64;id', '`id`', '--help', '../../etc/passwd', 'linux/arm64\nlinux/🙂'])(
    'is no target: %j',
    async targets => {
      const workspace = smallGo()
      const result = await jobIn(workspace).run(action('build', { targets }))
      expect([result.code, errors(result.commands).length], result.log).toEqual([2, 1])
      expect(readdirSync(workspace)).toEqual(['go.mod', 'main.go'])
    },
  )
})

describe('on a poor machine', () => {
  it('does without git, Python and docker, with its temporary files on another disk', async () => {
    const workspace = smallGo()
    const bin = join(scratch(), 'bin')
    mkdirSync(bin)
    for (const program of ['go', 'sh'])
      symlinkSync(execFileSync('which', [program], { encoding: 'utf8' }).trim(), join(bin, program))
    const temp = join(scratch('/dev/shm'), 'temp')
    const { env } = await services()
    const job = jobIn(workspace, { temp, env: { ...env, PATH: bin } })
    expect(statSync(temp).dev).not.toBe(statSync(workspace).dev)
    // the executables travel in tars, which are made there
    const result = await job.run(action('build', { targets: both, archive: 'none' }))
    expect(result.code, result.log).toBe(0)
    expect(result.outputs['verified']).toBe('true')
    expect(result.outputs['artifact-names']).toBe('hello-x86_64-linux.tar\nhello-aarch64-linux.tar')
  })

  it('says what is missing, once, and exits as the command line does', async () => {
    const result = await jobIn(smallGo(), { env: { PATH: '/nowhere' } }).run(action('build', { targets: both }))
    expect(result.code).toBe(3)
    expect(errors(result.commands)).toEqual([expect.stringContaining('go is not installed')])
    expect(result.outputs).toEqual({ verified: 'false' })
    expect(result.summary).toContain('go is not installed')
  })

  it('tells a directory without a project from one with a mistake', async () => {
    const empty = join(scratch(), 'empty')
    mkdirSync(empty)
    const none = await jobIn(empty).run(action('build'))
    expect([none.code, none.commands.find(c => c.name === 'error')?.properties['title']]).toEqual([
      ...[2, 'portable-build: no-project'],
    ])
    const typo = await jobIn(smallGo()).run(action('build', { tragets: 'arm64' }))
    expect([typo.code, errors(typo.commands)[0]]).toEqual([2, expect.stringContaining('did you mean targets?')])
  })
})
