import { describe, expect, it } from 'vitest'
import { type ContainerStart, containerPrefix, ensureImage } from '../../../src/smoke/floor/engine.ts'
import { type FakeAnswer, fakeExec } from '../../support/fake-exec.ts'
import { pathWith } from '../../toolchains/fixture.ts'

const signal = new AbortController().signal
const docker = { name: 'docker', path: '/usr/bin/docker' } as const

/** Answers by the word after the program. */
const says = (words: Readonly<Record<string, object>>): FakeAnswer => {
  return ({ argv }) => words[argv[1] ?? ''] ?? null
}

function context(answer: FakeAnswer, programs: readonly string[] = ['docker']) {
  const { exec, commands } = fakeExec(answer)
  const PATH = pathWith(Object.fromEntries(programs.map(p => [p, ''])))
  return { context: { exec, env: { PATH, DOCKER_HOST: 'tcp://engine', HOME: '/home/me' }, signal }, commands }
}

describe('ensureImage', () => {
  it('uses what is there for this platform, and gets it where only another one is', async () => {
    const present = context(says({ image: { stdout: 'linux/amd64\n' } }))
    expect(await ensureImage(docker, 'old:2', 'linux/amd64', present.context)).toBeNull()
    expect(present.commands).toHaveLength(1)
    const other = context(says({ image: { stdout: 'linux/amd64\n' }, pull: {} }))
    expect(await ensureImage(docker, 'old:2', 'linux/arm64', other.context)).toBeNull()
    expect(other.commands[1]?.argv).toEqual([docker.path, 'pull', '--quiet', '--platform', 'linux/arm64', 'old:2'])
  })

  it('says why it cannot be had', async () => {
    const gone = { code: 1, stderr: 'Error response from daemon: no such host\n' }
    const { context: here } = context(says({ image: { code: 1 }, pull: gone }))
    expect(await ensureImage(docker, 'old:2', 'linux/amd64', here)).toMatch(/^docker cannot get old:2: .*no such host/)
    const slow = context(says({ image: { code: 1 }, pull: { code: null, timedOut: true } }))
    expect(await ensureImage(docker, 'old:2', 'linux/amd64', slow.context)).toContain('no answer within 120 s')
  })
})

describe('containerPrefix', () => {
  const start: ContainerStart = {
    ...{ image: 'old:2', platform: 'linux/arm64', path: '/dist/a b/app', program: '/app', name: 'n' },
    ...{ env: { QEMU_CPU: 'cortex-a53' }, user: '1000:1000' },
  }

  it('gives the program no network, no rights, nothing to write and little of everything', () => {
    expect(containerPrefix(docker, start).join(' ')).toBe(
      '/usr/bin/docker run --rm --name n --pull never --platform linux/arm64 --network none --read-only' +
        ' --tmpfs /tmp:rw,exec,size=64m --workdir /tmp --cap-drop ALL --security-opt no-new-privileges' +
        ' --security-opt label=disable --memory 1g --memory-swap 1g --pids-limit 128 --user 1000:1000' +
        ' --env HOME=/tmp --env QEMU_CPU=cortex-a53' +
        ' --mount type=bind,source=/dist/a b/app,target=/app,readonly old:2',
    )
  })

  it('leaves the user to podman, which maps its own', () => {
    const argv = containerPrefix({ name: 'podman', path: '/usr/bin/podman' }, start)
    expect(argv).not.toContain('--user')
  })

  it('names files with commas and quotes as CSV does', () => {
    const argv = containerPrefix(docker, { ...start, path: '/a,b/"c"' })
    expect(argv).toContain('type=bind,"source=/a,b/""c""",target=/app,readonly')
  })
})
