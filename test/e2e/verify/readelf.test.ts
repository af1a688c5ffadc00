import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ArchName, archs } from '../../../src/arch.ts'
import type { FileReport } from '../../../src/report/schema.ts'
import { parseTarget, settleTargets, zigTarget } from '../../../src/target.ts'
import { pinnedZig } from '../../../src/toolchains/catalog.ts'
import { judgeFile } from '../../../src/verify/judge.ts'
import { anyPolicy, policyFor } from '../../../src/verify/policies.ts'
import { compareVersions } from '../../../src/version.ts'

/** The second opinion: binutils' readelf, read as text. */
function readelf(path: string) {
  const { stdout } = spawnSync('readelf', ['-hldVW', path], { encoding: 'utf8', maxBuffer: 1 << 28 })
  const versions: string[] = []
  let library = ''
  for (const line of stdout.split('\n')) {
    library = /Version: 1 {2}File: (\S+)/.exec(line)?.[1] ?? library
    const need = /Name: (GLIBC_[0-9.]+|GLIBC_ABI_DT_RELR) {2}Flags: (\S+)/.exec(line)
    // glibc 2.36 is the first that has this property.
    const version = need?.[1] === 'GLIBC_ABI_DT_RELR' ? '2.36' : need?.[1]?.slice(6)
    if (version && need?.[2] === 'none' && !library.startsWith('libgcc_s')) versions.push(version)
  }
  return {
    machine: /Machine:\s+(.*)/.exec(stdout)?.[1],
    interpreter: /program interpreter: (.*)\]/.exec(stdout)?.[1] ?? null,
    needed: [...stdout.matchAll(/\(NEEDED\)\s+Shared library: \[(.*)\]/g)].map(m => m[1]),
    glibc: versions.sort(compareVersions).at(-1) ?? null,
    stack: /GNU_STACK.* (RWE|RW) /.exec(stdout)?.[1] ?? null,
  }
}

const machines: Readonly<Partial<Record<ArchName, RegExp>>> = {
  x86_64: /X86-64/,
  i686: /80386/,
  aarch64: /AArch64/,
  armv7: /^ARM$/,
  armel: /^ARM$/,
  riscv64: /RISC-V/,
  ppc64le: /PowerPC64/,
  s390x: /S\/390/,
  loongarch64: /LoongArch/,
  mips: /MIPS/,
  mipsel: /MIPS/,
  mips64el: /MIPS/,
}

function expectAgreement(report: FileReport, path: string) {
  const other = readelf(path)
  expect(other.machine, path).toMatch(machines[report.arch as ArchName] ?? /none/)
  expect(report.interpreter, path).toBe(other.interpreter)
  expect(report.needed, path).toEqual(other.needed)
  expect(report.floor.glibc, path).toBe(other.glibc)
  expect(report.findings.some(f => f.id === 'exec-stack') ? 'RWE' : 'RW', path).toBe(other.stack)
}

describe('agreement with readelf', () => {
  it('on 200 programs of this machine', async () => {
    const paths = readdirSync('/usr/bin')
      .sort()
      .map(name => join('/usr/bin', name))
    let judged = 0
    for (const path of paths) {
      const report = await judgeFile(path, anyPolicy())
      if (report.linkage === 'not-elf') continue
      expectAgreement(report, path)
      expect(
        report.findings.filter(f => ['malformed', 'truncated', 'limit'].includes(f.id)),
        path,
      ).toEqual([])
      if (++judged === 200) break
    }
    expect(judged).toBeGreaterThan(100)
  })
})

const zig = `${process.env['PB_TEST_TOOLS_DIR']}/zig-${pinnedZig}/zig`

describe('agreement with readelf on what zig builds', () => {
  let dir = ''
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'readelf-'))
    writeFileSync(join(dir, 'hello.c'), '#include <stdio.h>\nint main(void) { return puts("hello") < 0; }\n')
  })
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  // musl is compiled for each architecture, glibc only gets a stub: the rarer architectures take the cheap way.
  const targets = [
    ...['x86_64', 'aarch64', 'armv7'].map(arch => `${arch}-linux-musl`),
    ...['x86_64', 'aarch64', 'i686', 'armv7', 'armel', 's390x', 'mips', 'mipsel', 'mips64el'].map(
      arch => `${arch}-linux-gnu.2.17`,
    ),
    ...['ppc64le-linux-gnu.2.19', 'riscv64-linux-gnu.2.27', 'loongarch64-linux-gnu.2.36'],
  ]

  it.each(targets)('%s', name => build(name), 300_000)

  async function build(name: string) {
    const [target] = settleTargets([parseTarget(name)], { libc: 'musl', glibc: null }).targets
    if (!target) throw new Error(name)
    const path = join(dir, name)
    const cpu = archs[target.arch].zig?.cpu
    const args = ['cc', '-target', zigTarget(target) ?? '', ...(cpu ? [`-mcpu=${cpu}`] : []), '-O1', '-s', '-o', path]
    const built = spawnSync(zig, [...args, join(dir, 'hello.c')], { encoding: 'utf8' })
    expect(built.stderr + built.status, name).toMatch(/0$/)
    const report = await judgeFile(path, policyFor(target, { allowLibraries: [] }))
    expectAgreement(report, path)
    expect(
      report.findings.filter(f => f.severity === 'error'),
      name,
    ).toEqual([])
    expect(report).toMatchObject({ arch: target.arch, verified: true })
  }
})
