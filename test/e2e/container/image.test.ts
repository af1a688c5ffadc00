import { spawn, spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { build, writeProject } from '../support/build.ts'
import { readelf } from '../support/readelf.ts'
import { builderImage, containersOf } from './support/images.ts'
import { buildLines, makeProject, project } from './support/projects.ts'

const image = await builderImage('amd64')
const arm = await builderImage('arm64')

const amd64 = 'x86_64-linux-gnu.2.36'
const arm64 = 'aarch64-linux-gnu.2.36'

describe('a build in an image', () => {
  it('gives an executable that is judged and started, and leaves nothing in the engine', async () => {
    const dir = project(makeProject)
    const built = await build(dir, { image, targets: 'amd64', glibc: '2.36' })
    expect(spawnSync(built.artifact(amd64, 'hello'), { encoding: 'utf8' }).stdout).toBe('hello from x86_64\n')
    expect(readdirSync(dir).sort()).toEqual(['.portable-build', 'Makefile', 'dist', 'hello.c'])
    expect(containersOf(dir)).toEqual([])
    expect(built.said.join('\n')).toMatch(/at most [\d.]+ MiB of \d+ GiB.* in its container/)
  })

  it('fails where the executable is not what its target promises', async () => {
    const { report } = await build(project(makeProject), { image, targets: 'amd64', glibc: '2.17', smoke: 'off' })
    expect(report.verified).toBe(false)
    expect(report.files[0]?.findings.map(f => f.id)).toContain('floor-glibc')
  })

  it('builds for arm64 under QEMU, says so, and the result runs', async () => {
    const dir = project(makeProject)
    const built = await build(dir, { image: arm, targets: 'arm64', glibc: '2.36', 'smoke-floor': 'off' })
    const path = built.artifact(arm64, 'hello')
    expect(readelf(path).machine).toBe('AArch64')
    // by the kernel's own table, with this machine's libraries of arm64 out of the way
    const inside = ['run', '--rm', '--platform', 'linux/arm64', '-v', `${path}:/hello:ro`, arm, '/hello']
    expect(spawnSync('docker', inside, { encoding: 'utf8' }).stdout).toBe('hello from aarch64\n')
    const plan = built.report.plan as { projects: { targets: { offers: { reason: string }[] }[] }[] }
    const [reason] = plan.projects[0]?.targets[0]?.offers.map(o => o.reason).slice(-1) ?? []
    expect(reason).toMatch(/under QEMU.*10 to 20 times/)
  })

  it('writes files that belong to the user who builds', async () => {
    const dir = project(makeProject)
    for (const path of [dir, ...readdirSync(dir).map(f => join(dir, f))]) chownSync(path, 1000, 1000)
    mkdirSync(join(dir, '.portable-build'))
    chownSync(join(dir, '.portable-build'), 1000, 1000)
    const socket = statSync('/var/run/docker.sock')
    const as = ['setpriv', '--reuid=1000', '--regid=1000', `--groups=${socket.gid}`, '--no-new-privs']
    const cli = join(import.meta.dirname, '../../../src/cli.ts')
    const flags = ['--image', image, '--targets', 'amd64', '--glibc', '2.36', '--smoke-floor', 'off']
    const [command = '', ...args] = [...as, process.execPath, cli, 'build', dir, ...flags]
    const env = {
      PATH: process.env['PATH'],
      HOME: join(dir, '.portable-build'),
      PORTABLE_BUILD_TOOLS_DIR: join(dir, '.portable-build/tools'),
    }
    const done = spawnSync(command, args, { env, encoding: 'utf8' })
    expect([done.status, done.stdout]).toEqual([0, expect.stringContaining('verified')])
    const owners = readdirSync(dir, { recursive: true, encoding: 'utf8' }).map(f => statSync(join(dir, f)).uid)
    expect([...new Set(owners)]).toEqual([1000])
  })
})

describe('what a build in an image may do', () => {
  it('has no rights, no tokens, no history, nothing to write but its own', async () => {
    const lines = `
facts=$PB_OUT/../facts
{
  grep -E '^(CapEff|NoNewPrivs):' /proc/self/status | tr -d '\\t'
  for place in / /etc "$SOURCES"; do (: >"$place/probe") 2>/dev/null && echo "writes $place"; done
  (: >/tmp/probe) && echo 'writes /tmp'
  echo "history $(ls -A "$SOURCES/.git" | wc -l)"
  echo "foreign $(env | grep -c -E 'SECRET|GITHUB|RUNNER' || :)"
  echo "networks $(ls /sys/class/net | tr '\\n' ' ')"
  echo "given $GIVEN"
} >"$facts"
cc -o "$PB_OUT/hello" hello.c`
    const dir = project({
      'hello.c': makeProject['hello.c'],
      '.git/config': '[http]\n extraheader = AUTHORIZATION: secret\n',
    })
    const flags = {
      image,
      targets: 'amd64',
      glibc: '2.36',
      'build-command': lines,
      limits: 'network=none',
      'smoke-floor': 'off',
    }
    const env = { MY_SECRET: 'x', GITHUB_TOKEN: 'y', RUNNER_TEMP: '/tmp', GIVEN: 'by name' }
    const built = await build(dir, { ...flags, env: `GIVEN\nSOURCES=${dir}` }, { env })
    expect(built.report.failures).toEqual([])
    const facts = readFileSync(join(dir, `.portable-build/${built.report.jobs[0]}/${amd64}/facts`), 'utf8')
    expect(facts.split('\n').filter(Boolean).sort()).toEqual([
      'CapEff:0000000000000000',
      'NoNewPrivs:1',
      'foreign 0',
      'given by name',
      'history 0',
      'networks lo ',
      'writes /tmp',
    ])
  })

  it('cannot change the sources, and is told so by its own tools', async () => {
    const dir = project({ 'hello.c': makeProject['hello.c'] })
    const flags = { image, targets: 'amd64', 'build-command': `echo changed >${dir}/hello.c` }
    const { report } = await build(dir, flags)
    expect(report.failures[0]?.lines.join('\n')).toMatch(/Read-only file system/)
    expect(report.failures[0]?.hint).toContain('Only the work directory and /tmp can be written')
    expect(readFileSync(join(dir, 'hello.c'), 'utf8')).toBe(makeProject['hello.c'])
  })
})

describe('limits', () => {
  it('tell memory that was used up, with the most that was seen', async () => {
    const { report } = await buildLines(image, 'head -c 300m /dev/zero | tail', { limits: 'memory=64m' })
    expect(report.failures).toMatchObject([
      {
        code: 'limit-exceeded',
        message: expect.stringMatching(/memory of the container was used up: at most \d+(\.\d)? MiB of 64 MiB/),
      },
    ])
  })

  it('tell too many processes', async () => {
    const many = 'for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do sleep 5 & done; wait'
    const { report } = await buildLines(image, many, { limits: 'pids=16' })
    expect(report.failures).toMatchObject([
      { code: 'limit-exceeded', message: expect.stringContaining('more than 16 processes') },
    ])
  })

  it('end a build that takes too long, container and all', async () => {
    const dir = project({ 'hello.c': '' })
    const flags = { image, targets: 'amd64', 'build-command': 'sleep 600', limits: 'time=4s' }
    const { report } = await build(dir, flags)
    expect(report.failures).toMatchObject([
      { code: 'limit-exceeded', message: expect.stringContaining('longer than 4 s') },
    ])
    expect(containersOf(dir)).toEqual([])
  })
})

describe('an end that nobody planned', () => {
  it('leaves no container of a cancelled run', async () => {
    const cancel = new AbortController()
    const dir = project({ 'hello.c': '' })
    const flags = { image, targets: 'amd64', 'build-command': 'echo "it builds"; sleep 600' }
    const running = build(dir, flags, {
      host: { signal: cancel.signal, whileBuilding: () => void setTimeout(() => cancel.abort(), 2000) },
    })
    await expect(running).rejects.toMatchObject({ code: 'interrupted' })
    expect(containersOf(dir)).toEqual([])
  })

  it('tells a container that was removed by somebody else, and the next run does not mind', async () => {
    const dir = project({ 'hello.c': '' })
    const remove = () => spawnSync('docker', ['rm', '--force', ...containersOf(dir)])
    const flags = { image, targets: 'amd64', 'build-command': 'sleep 600' }
    const { report } = await build(dir, flags, { host: { whileBuilding: () => void setTimeout(remove, 2000) } })
    expect(report.failures).toMatchObject([{ code: 'engine-failed' }])
  })

  it('takes the place of a container that a killed run left', async () => {
    const dir = project({ ...makeProject, Makefile: 'hello:\n\tsleep 600\n' })
    const cli = join(import.meta.dirname, '../../../src/cli.ts')
    const flags = ['--image', image, '--targets', 'amd64', '--glibc', '2.36']
    const child = spawn(process.execPath, [cli, 'build', dir, ...flags], { stdio: 'ignore' })
    const killed = new Promise(resolve => child.once('exit', (_, signal) => resolve(signal)))
    await expect.poll(() => containersOf(dir), { timeout: 60_000, interval: 500 }).toHaveLength(1)
    child.kill('SIGKILL')
    expect(await killed).toBe('SIGKILL')
    expect(containersOf(dir)).toHaveLength(1)
    writeProject(dir, makeProject)
    const built = await build(dir, { image, targets: 'amd64', glibc: '2.36', 'smoke-floor': 'off' })
    expect(built.report.verified).toBe(true)
    expect(containersOf(dir)).toEqual([])
  })
})
