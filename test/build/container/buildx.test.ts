import { expect, it } from 'vitest'
import { buildxExec } from '../../../src/build/container/buildx.ts'
import { type FakeOutcome, fakeExec } from '../../support/fake-exec.ts'

const argv = [
  ...['docker', 'buildx', 'build', '--progress', 'plain', '--platform', 'linux/arm64', '--file', 'Dockerfile'],
  ...['--output', 'type=local,dest=/out', '.'],
]

/** A step of a Dockerfile's job, done by an engine that answers so. */
async function built(name: 'docker' | 'podman', answer: FakeOutcome = {}, command: readonly string[] = argv) {
  const { exec, commands } = fakeExec(() => answer)
  const said: string[] = []
  const env = { DOCKER_HOST: 'tcp://x', SOURCE_DATE_EPOCH: '5' }
  const run = buildxExec({ name, path: `/bin/${name}` }, 90, { exec, env, signal: new AbortController().signal })
  const step = { argv: command, cwd: '/src', env: { SOURCE_DATE_EPOCH: '17', OTHER: 'x' } }
  const outcome = await run({ ...step, onLine: line => void said.push(line) }).catch(error => error)
  return { outcome, said, command: commands[0] }
}

it('is done by the client of the engine that is here, with the time of the commit', async () => {
  const { command, said } = await built('docker', { stderr: '#1 load build definition' })
  expect(command?.argv).toEqual(['/bin/docker', ...argv.slice(1)])
  expect(command?.env).toMatchObject({ DOCKER_HOST: 'tcp://x', SOURCE_DATE_EPOCH: '17' })
  expect(command?.env).not.toHaveProperty('OTHER')
  expect(said).toEqual(['#1 load build definition'])
})

it('is `podman build` with podman, which knows no --progress', async () => {
  const { command } = await built('podman')
  expect(command?.argv.join(' ')).toBe(
    '/bin/podman build --platform linux/arm64 --file Dockerfile --output type=local,dest=/out .',
  )
})

it('leaves every other command as it is', async () => {
  const { command } = await built('docker', {}, ['rm', '-rf', '--', '/out'])
  expect(command).toMatchObject({ argv: ['rm', '-rf', '--', '/out'], env: { OTHER: 'x' } })
})

it('tells time that ran out, and what is not the fault of the Dockerfile', async () => {
  expect((await built('docker', { code: null, timedOut: true })).outcome).toMatchObject({
    code: 'limit-exceeded',
    message: 'the build took longer than 90 s, and was ended',
  })
  const denied = 'ERROR: failed to solve: base:1: failed to resolve source metadata for base:1: 401 Unauthorized'
  expect((await built('docker', { code: 1, stderr: denied })).outcome.code).toBe('image-unavailable')
  expect((await built('docker', { code: 1, stderr: '#7 ERROR: cc: not found' })).outcome.code).toBe(1)
})
