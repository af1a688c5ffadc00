import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { spawnCommand } from '../../../src/exec/spawn.ts'
import { makeFloors } from '../../../src/smoke/floor/floors.ts'
import { type SmokeRequest, smokeFile } from '../../../src/smoke/smoke.ts'
import { pinnedZig } from '../../../src/toolchains/catalog.ts'
import { judgeFile } from '../../../src/verify/judge.ts'
import { anyPolicy } from '../../../src/verify/policies.ts'
import { memoryLog } from '../../support/jobs.ts'
import { oldGlibc } from '../support/debian.ts'
import { sh } from '../support/shell.ts'

const zig = `${process.env['PB_TEST_TOOLS_DIR']}/zig-${pinnedZig}/zig`
const signal = new AbortController().signal

/** An image of the catalog's name would be pulled; this one is made here, of nothing but Debian 11's C library. */
const image = 'portable-build-test:glibc-2.31'

const sources = {
  rights: `#include <errno.h>
#include <stdio.h>
#include <unistd.h>
int main(void) {
  int file = fopen("/here", "w") ? 0 : errno;
  int tmp = fopen("/tmp/here", "w") ? 0 : errno;
  int root = setuid(0) ? errno : 0;
  return printf("root %d tmp %d setuid %d\\n", file == EROFS, tmp == 0, root == EPERM || getuid() == 0) < 0;
}
`,
  threads: `#include <pthread.h>
static void *run(void *given) { return given; }
int main(void) { pthread_t one; return pthread_create(&one, 0, run, 0) || pthread_join(one, 0); }
`,
} as const

let dir = ''
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'engine-'))
  const libraries = join(await oldGlibc(), 'amd64')
  sh(['sh', '-c', `tar -C '${libraries}' -c . | docker import --platform linux/amd64 - ${image}`])
})
afterAll(() => {
  spawnSync('docker', ['rmi', '--force', image], { stdio: 'ignore' })
  rmSync(dir, { recursive: true, force: true })
})

function build(name: keyof typeof sources, floor: string): string {
  const source = join(dir, `${name}.c`)
  writeFileSync(source, sources[name])
  sh([zig, 'cc', '-target', `x86_64-linux-gnu.${floor}`, '-O1', '-s', '-o', join(dir, name), source])
  return join(dir, name)
}

/** Starts a program in the image above, as the product would start it in one of the catalog's. */
async function start(path: string) {
  const floors = makeFloors({ exec: spawnCommand, env: process.env, log: memoryLog().log, signal, toolsDir: dir })
  const request: SmokeRequest = {
    ...{ path, file: await judgeFile(path, anyPolicy()), command: null, cpu: null, exec: spawnCommand, signal },
    machine: { arch: 'x86_64', cpus: 2, glibc: null, tools: {}, emulators: {}, toolsDir: dir },
    floor: {
      ...{ setting: '2.31', promised: null, mirror: null },
      floors: {
        engine: floors.engine,
        prepare: (place, program) =>
          floors.prepare(place.from === 'container' ? { ...place, image, platform: 'linux/amd64' } : place, program),
      },
    },
  }
  return smokeFile(request)
}

describe('in a container', () => {
  it('starts a program that may do nothing', async () => {
    const { smokes } = await start(build('rights', '2.17'))
    expect(smokes).toMatchObject([
      { where: 'glibc 2.31 (Debian 11, docker)', ok: true, output: 'root 1 tmp 1 setuid 1' },
    ])
  })

  it('takes files with odd names that only their owner may read', async () => {
    const path = join(dir, 'a,b "c" ü')
    copyFileSync(build('rights', '2.17'), path)
    chmodSync(path, 0o700)
    expect((await start(path)).smokes).toMatchObject([{ ok: true }])
  })

  it('refuses what needs a newer glibc, and leaves no container behind', async () => {
    const { smokes } = await start(build('threads', '2.34'))
    expect(smokes).toMatchObject([{ ok: false, output: "libc.so.6: version `GLIBC_2.34' not found" }])
    expect(sh(['docker', 'ps', '--all', '--quiet', '--filter', 'name=portable-build-smoke'])).toBe('')
  })
})
