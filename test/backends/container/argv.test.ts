import { describe, expect, it } from 'vitest'
import { type ContainerStart, execArgs, mountText, startArgs } from '../../../src/backends/container/argv.ts'
import { readLimits } from '../../../src/backends/container/limits.ts'

const start: ContainerStart = {
  spec: {
    ...{ image: 'sdk@sha256:00', platform: 'linux/arm64', emulatedCpu: 'cortex-a53' },
    limits: readLimits({ time: '30m', network: 'none', cpus: '1.5' }, 2),
  },
  name: 'n',
  labels: { 'io.github.portable-build.work': '/p/.portable-build/job' },
  mounts: [
    { source: '/p', target: '/p', writable: false },
    { source: '/p/.portable-build/job', target: '/p/.portable-build/job', writable: true },
  ],
  owner: { uid: 1000, gid: 100, engine: 'docker', isRootless: false },
}

describe('startArgs', () => {
  it('gives no rights, nothing to write but what was mounted, and what the limits give', () => {
    expect(startArgs(start).join(' ')).toBe(
      'run --detach --name n --pull never --platform linux/arm64 --label io.github.portable-build.work=/p/.portable-build/job' +
        ' --cap-drop ALL --security-opt no-new-privileges --security-opt label=disable --read-only' +
        ' --tmpfs /tmp:rw,exec,nosuid,nodev,mode=1777 --tmpfs /var/tmp:rw,exec,nosuid,nodev,mode=1777' +
        ' --tmpfs /run:rw,exec,nosuid,nodev,mode=1777' +
        ' --cpus 1.5 --memory 8589934592 --memory-swap 8589934592 --pids-limit 1024 --network none' +
        ' --env QEMU_CPU=cortex-a53 --user 1000:100' +
        ' --mount type=bind,source=/p,target=/p,readonly' +
        ' --mount type=bind,source=/p/.portable-build/job,target=/p/.portable-build/job' +
        ' --workdir / --entrypoint /bin/sh sdk@sha256:00 -c sleep 1860 & wait $!',
    )
  })

  it.each([
    ['docker', false, '--user 1000:100'],
    ['docker', true, '--user 0:0'],
    ['podman', false, '--user 1000:100'],
    ['podman', true, '--userns keep-id --user 1000:100'],
  ] as const)('writes files that are the user’s: %s, rootless %s', (engine, isRootless, expected) => {
    const args = startArgs({ ...start, owner: { ...start.owner, engine, isRootless } }).join(' ')
    expect(args).toContain(` ${expected} --mount `)
  })

  it('says no CPU where nothing is emulated', () => {
    const args = startArgs({ ...start, spec: { ...start.spec, emulatedCpu: null } })
    expect(args.filter(a => a.includes('QEMU'))).toEqual([])
  })
})

it('mounts paths with any character', () => {
  expect(mountText({ source: '/a,b "c"', target: '/x', writable: true })).toBe(
    'type=bind,"source=/a,b ""c""",target=/x',
  )
})

describe('execArgs', () => {
  const command = {
    argv: ['make', '-j2'],
    cwd: '/p',
    env: { HOME: '/home/other', TOKEN: 's3cret', DOCKER_HOST: 'tcp://x', https_proxy: 'http://me:pw@p' },
  }

  it('hands values over where no list of processes shows them', () => {
    const { args, env } = execArgs('n', command, {
      ...{ HOME: '/home/me', PATH: '/bin', https_proxy: 'http://me:pw@p' },
    })
    expect(args).toEqual([
      ...['exec', '--workdir', '/p', '--env', 'HOME=/home/other', '--env', 'TOKEN', '--env', 'DOCKER_HOST=tcp://x'],
      ...['--env', 'https_proxy', 'n', 'make', '-j2'],
    ])
    expect(env).toEqual({ HOME: '/home/me', PATH: '/bin', TOKEN: 's3cret', https_proxy: 'http://me:pw@p' })
  })

  it('lets no variable of a build change what the client itself does', () => {
    const names = ['LD_LIBRARY_PATH', 'LD_PRELOAD', 'CONTAINERS_CONF', 'XDG_CONFIG_HOME', 'STORAGE_DRIVER']
    const { args, env } = execArgs('n', { ...command, env: Object.fromEntries(names.map(n => [n, '/x'])) }, {})
    expect(args).toEqual(expect.arrayContaining(names.map(name => `${name}=/x`)))
    expect(env).toEqual({})
  })
})
