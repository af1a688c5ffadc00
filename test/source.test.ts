import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BuildError } from '../src/errors.ts'
import { spawnCommand } from '../src/exec/spawn.ts'
import type { Exec } from '../src/exec.ts'
import { readSource } from '../src/source.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'source '))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

// What the user's own git configuration says (signing, templates) must not matter here.
const env = () => ({ PATH: process.env['PATH'], HOME: dir })
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    cwd: dir,
    encoding: 'utf8',
    env: { ...env(), GIT_COMMITTER_DATE: '2001-02-03T04:05:06Z', GIT_AUTHOR_DATE: '1999-01-01T00:00:00Z' },
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim()

function commit(): string {
  git('init', '-q')
  writeFileSync(join(dir, 'a'), '1')
  git('add', 'a')
  git('commit', '-qm', 'one')
  return git('rev-parse', 'HEAD')
}

const answers = (stderr: string): Exec => {
  return async () => ({ code: 128, signal: null, stdout: '', stderr, ms: 1, timedOut: false })
}

describe('readSource', () => {
  it('gives the commit, its time and its version tag', async () => {
    const id = commit()
    git('tag', 'latest')
    git('tag', 'v1.2.3')
    expect(await readSource(dir, spawnCommand, env())).toEqual({
      ...{ commit: id, tag: 'v1.2.3', epoch: Date.UTC(2001, 1, 3, 4, 5, 6) / 1000, dirty: false, why: null },
    })
  })

  it('calls a tree dirty for changed files, not for files that git does not know', async () => {
    commit()
    writeFileSync(join(dir, 'artifact'), '')
    expect(await readSource(dir, spawnCommand, env())).toMatchObject({ dirty: false, tag: null })
    writeFileSync(join(dir, 'a'), '2')
    expect(await readSource(dir, spawnCommand, env())).toMatchObject({ dirty: true })
  })

  it('says why there is no commit, and dates the build all the same', async () => {
    const epoch = Date.UTC(1980, 0, 1) / 1000
    expect(await readSource(dir, spawnCommand, env())).toMatchObject({ commit: null, epoch, why: 'not a repository' })
    git('init', '-q')
    expect(await readSource(dir, spawnCommand, env())).toMatchObject({ commit: null, why: 'no commit yet' })
    expect(await readSource(dir, spawnCommand, { PATH: dir })).toMatchObject({ commit: null, why: 'no git' })
  })

  it('names the owner of the tree as the reason, whatever else git says', async () => {
    const stderr = `fatal: detected dubious ownership in repository at '/x'\nTo add an exception, call:\n`
    expect((await readSource(dir, answers(stderr), {})).why).toBe('owned by another user: git asks for safe.directory')
    expect((await readSource(dir, answers('fatal: bad object HEAD\nmore\n'), {})).why).toBe('bad object HEAD')
  })

  it('is not led to another repository by the variables of a git hook', async () => {
    const id = commit()
    const source = await readSource(dir, spawnCommand, { ...env(), GIT_DIR: '/nowhere', GIT_WORK_TREE: '/' })
    expect(source.commit).toBe(id)
  })

  it('starts no program that the repository names', async () => {
    commit()
    git('config', 'core.fsmonitor', `touch ${JSON.stringify(join(dir, 'started'))}; false`)
    await readSource(dir, spawnCommand, env())
    expect(execFileSync('ls', [dir], { encoding: 'utf8' })).not.toContain('started')
  })

  it('takes SOURCE_DATE_EPOCH before the time of the commit, and refuses what is no time', async () => {
    commit()
    expect(await readSource(dir, spawnCommand, { ...env(), SOURCE_DATE_EPOCH: '0' })).toMatchObject({ epoch: 0 })
    expect((await readSource(dir, spawnCommand, { ...env(), SOURCE_DATE_EPOCH: '' })).epoch).toBeGreaterThan(9e8)
    for (const text of ['yesterday', '-1', '1.5', '999999999999', '1e9']) {
      const refused = readSource(dir, spawnCommand, { SOURCE_DATE_EPOCH: text })
      await expect(refused).rejects.toMatchObject({ code: 'bad-input', message: expect.stringContaining(text) })
    }
  })

  it('does not take an interruption for a missing git', async () => {
    const exec: Exec = async () => {
      throw new BuildError('interrupted', 'interrupted')
    }
    await expect(readSource(dir, exec, {})).rejects.toMatchObject({ code: 'interrupted' })
  })
})
