import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { archs } from '../../../src/arch.ts'
import { probeMachine } from '../../../src/doctor/probe.ts'
import { spawnCommand } from '../../../src/exec/spawn.ts'
import type { Machine } from '../../../src/machine.ts'
import { smokeFindings } from '../../../src/smoke/findings.ts'
import { makeFloors } from '../../../src/smoke/floor/floors.ts'
import { smokeFile } from '../../../src/smoke/smoke.ts'
import { parseTarget, settleTargets, zigTarget } from '../../../src/target.ts'
import { pinnedZig } from '../../../src/toolchains/catalog.ts'
import { packagedSystems } from '../../../src/toolchains/systems.ts'
import { judgeFile } from '../../../src/verify/judge.ts'
import { policyFor } from '../../../src/verify/policies.ts'
import { memoryLog } from '../../support/jobs.ts'
import { pinnedPackages } from '../support/debian.ts'
import { root } from '../support/places.ts'

const zig = `${process.env['PB_TEST_TOOLS_DIR']}/zig-${pinnedZig}/zig`
const signal = new AbortController().signal

/** The programs: `math` needs little, `threads` what moved into libc.so.6 with 2.34, `wide` a CPU with AVX2. */
const sources = {
  math: `#include <math.h>
#include <stdio.h>
int main(int argc, char **argv) { return printf("%s %.3f\\n", argv[1], sqrt(argc)) < 0; }
`,
  threads: `#include <pthread.h>
static void *run(void *given) { return given; }
int main(void) { pthread_t one; return pthread_create(&one, 0, run, 0) || pthread_join(one, 0); }
`,
  wide: `#include <immintrin.h>
#include <stdio.h>
int main(void) {
  int out[8];
  __m256i four = _mm256_set1_epi32(4);
  __asm__ volatile("vpmulld %0, %0, %0" : "+x"(four));
  _mm256_storeu_si256((__m256i *)out, four);
  return printf("%d\\n", out[3]) < 0;
}
`,
} as const

let dir = ''
let packages = ''
let machine: Machine
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'floor-'))
  for (const [name, text] of Object.entries(sources)) writeFileSync(join(dir, `${name}.c`), text)
  packages = await pinnedPackages('Debian 11', ['x86_64', 'aarch64'], ['libc6'])
  machine = await probeMachine({ exec: spawnCommand, env: process.env, toolsDir: join(dir, 'tools'), tools: [] })
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function build(source: keyof typeof sources, targetName: string, flags: readonly string[] = []) {
  const [target] = settleTargets([parseTarget(targetName)], { libc: 'musl', glibc: null }).targets
  if (!target) throw new Error(targetName)
  const path = join(dir, `${source}-${targetName}`)
  const cpu = archs[target.arch].zig?.cpu
  const args = ['cc', '-target', zigTarget(target) ?? '', ...(cpu ? [`-mcpu=${cpu}`] : []), '-O1', '-s', ...flags]
  const built = spawnSync(zig, [...args, '-o', path, join(dir, `${source}.c`), '-lm'], { encoding: 'utf8' })
  if (built.status !== 0) throw new Error(built.stderr)
  return { path, policy: policyFor(target, { allowLibraries: [] }) }
}

async function start({ path, policy }: ReturnType<typeof build>, setting = 'auto', mirror: string | null = packages) {
  const file = await judgeFile(path, policy)
  expect(file.findings.filter(f => f.severity === 'error')).toEqual([])
  const { log } = memoryLog()
  const context = { exec: spawnCommand, env: process.env, log, signal, toolsDir: join(dir, 'tools') }
  const floors = { ...makeFloors(context), engine: async () => ({ why: 'packages are what is tested here' }) }
  const floor = { setting, promised: policy.floor.glibc, mirror, floors }
  const result = await smokeFile({ path, file, machine, command: null, cpu: null, floor, exec: spawnCommand, signal })
  return { ...result, atFloor: result.smokes.find(s => s.where.startsWith('glibc ')) }
}

const emulated = { x86_64: '', aarch64: ', qemu-aarch64 cortex-a53' } as const

describe('with the C library of an old system, from packages', () => {
  it.each(
    (['x86_64', 'aarch64'] as const).flatMap(arch => ['2.17', '2.28', '2.31'].map(floor => [arch, floor] as const)),
  )('starts %s programs for glibc %s', async (arch, floor) => {
    const { atFloor, notAtFloor } = await start(build('math', `${arch}-linux-gnu.${floor}`))
    // Debian 11 is the oldest that is pinned: the report says what was used
    const where = `glibc 2.31 (Debian 11)${arch === machine.arch ? '' : emulated[arch]}`
    expect(atFloor).toMatchObject({ where, ok: true, output: '--version 1.414' })
    expect(notAtFloor).toBeNull()
  })

  it.each(['x86_64', 'aarch64'] as const)('refuses what needs more, with the word of the loader: %s', async arch => {
    const result = await start(build('threads', `${arch}-linux-gnu.2.34`), '2.31')
    expect(result.atFloor).toMatchObject({ ok: false })
    expect(smokeFindings(result, 'auto')).toMatchObject([
      { id: 'smoke', severity: 'error', evidence: "libc.so.6: version `GLIBC_2.34' not found" },
    ])
  })

  it('installs nothing and unpacks once', async () => {
    await start(build('math', 'x86_64-linux-gnu.2.28'))
    const systems = readdirSync(join(dir, 'tools')).filter(name => !name.startsWith('.'))
    expect(systems).toContain('debian-11-x86_64')
    expect((await start(build('math', 'x86_64-linux-gnu.2.28'), 'auto', join(dir, 'nowhere'))).atFloor).toBeDefined()
  })

  it('says why, where nothing can be had, and demands it when asked to', async () => {
    const program = build('math', 'x86_64-linux-gnu.2.28')
    rmSync(join(dir, 'tools'), { recursive: true, force: true })
    const result = await start(program, '2.31', join(dir, 'nowhere'))
    expect(result.atFloor).toBeUndefined()
    const told = { id: 'smoke', message: expect.stringMatching(/^it was not started at its floor: .*nowhere/) }
    expect(smokeFindings(result, 'auto')).toMatchObject([{ ...told, severity: 'info' }])
    expect(smokeFindings(result, 'require')).toMatchObject([{ ...told, severity: 'error' }])
  })

  it('knows the libraries of every architecture that it has packages for', async () => {
    for (const system of packagedSystems) {
      const missing = Object.entries(system.archs).filter(([, row]) => !row['libc6'] || !row['libgcc-s1'])
      expect(missing.map(([arch]) => `${system.name} ${arch}`)).toEqual([])
    }
  })
})

describe('on the baseline CPU', () => {
  it('finds an instruction that older CPUs lack', async () => {
    const result = await start(build('wide', 'x86_64-linux-gnu.2.28', ['-mavx2']))
    expect(smokeFindings(result, 'auto')).toMatchObject([
      { id: 'isa-baseline', severity: 'error', message: expect.stringContaining('qemu64') },
    ])
  })
})

describe('portable-build verify --smoke', () => {
  const verify = (...args: string[]) => {
    const toolsDir = { PORTABLE_BUILD_TOOLS_DIR: join(dir, 'tools') }
    const argv = [join(root, 'src/cli.ts'), 'verify', ...args, '--json', '--mirrors', `debian=${packages}`]
    const done = spawnSync(process.execPath, argv, { encoding: 'utf8', env: { ...process.env, ...toolsDir } })
    return { code: done.status, verdict: JSON.parse(done.stdout) }
  }

  it('runs nothing unless it is told to, and then says where it ran', () => {
    const { path } = build('math', 'x86_64-linux-gnu.2.28')
    expect(verify(path).verdict.files[0].smoke).toBeUndefined()
    const { code, verdict } = verify(path, '--glibc', '2.28', '--smoke', 'floor', '--smoke-floor', '2.31')
    const places = verdict.files[0].smoke.map((s: { where: string }) => s.where)
    expect(places).toContainEqual(expect.stringMatching(/^glibc 2\.31 \(Debian 11/))
    expect(code).toBe(0)
  })

  it('fails for what does not start', () => {
    const { path } = build('threads', 'x86_64-linux-gnu.2.34')
    const { code, verdict } = verify(path, '--smoke', 'floor', '--smoke-floor', '2.31')
    expect([code, verdict.verified]).toEqual([1, false])
  })
})
