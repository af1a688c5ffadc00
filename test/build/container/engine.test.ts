import { describe, expect, it } from 'vitest'
import { findEngine, noEngine } from '../../../src/build/container/engine.ts'
import { type FakeAnswer, fakeExec } from '../../support/fake-exec.ts'
import { pathWith } from '../../toolchains/fixture.ts'

const failing = { code: 1, stderr: 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock.\n' }

/** Answers by the word after the program. */
function context(words: Readonly<Record<string, object>>, programs: readonly string[] = ['docker']) {
  const answer: FakeAnswer = ({ argv }) => words[argv[1] ?? ''] ?? null
  const { exec, commands } = fakeExec(answer)
  const env = {
    PATH: pathWith(Object.fromEntries(programs.map(p => [p, '']))),
    DOCKER_HOST: 'tcp://engine',
    HOME: '/me',
  }
  return { context: { exec, env, signal: new AbortController().signal }, commands }
}

describe('findEngine', () => {
  it('finds the one whose daemon answers', async () => {
    const { context: here, commands } = context({ version: { stdout: '28.5.2\n' } })
    expect(await findEngine(here)).toMatchObject({ name: 'docker', path: expect.stringMatching(/\/docker$/) })
    expect(commands[0]?.env).toMatchObject({ DOCKER_HOST: 'tcp://engine', HOME: '/me' })
  })

  it('takes podman where docker has no daemon', async () => {
    const { context: here } = context({ version: failing, info: { stdout: '5.4\n' } }, ['docker', 'podman'])
    expect(await findEngine(here)).toMatchObject({ name: 'podman' })
  })

  it('says why there is none', async () => {
    expect(await findEngine(context({}, []).context)).toEqual({ why: 'there is no docker or podman', said: '' })
    const said = 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock.'
    expect(await findEngine(context({ version: failing }).context)).toEqual({ why: 'docker does not answer', said })
    const silent = { code: null, signal: 'SIGTERM', timedOut: true } as const
    expect(await findEngine(context({ version: silent }).context)).toMatchObject({ why: 'docker does not answer' })
  })
})

describe('noEngine', () => {
  it('has the three ways out', () => {
    const { code, hint, message } = noEngine({ why: 'there is no docker or podman', said: '' })
    expect([code, message]).toEqual([
      'engine-missing',
      'the build asks for a container, and there is no docker or podman',
    ])
    expect(hint).toMatch(/install Docker.*DOCKER_HOST.*leave `image`/)
  })

  it('knows a user who may not', () => {
    const said = 'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock'
    expect(noEngine({ why: 'docker does not answer', said }).hint).toContain('usermod -aG docker')
  })
})
