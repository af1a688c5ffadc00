import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { machineArch } from '../../../src/doctor/probe.ts'
import { spawnCommand } from '../../../src/exec/spawn.ts'
import { pinnedZig, pinnedZigbuild } from '../../../src/toolchains/catalog.ts'
import type { ToolContext } from '../../../src/toolchains/context.ts'
import { installToolchain } from '../../../src/toolchains/install.ts'
import { testZig } from '../../../src/toolchains/selftest.ts'
import { recordingLog } from '../../toolchains/fixture.ts'

const toolsDir = mkdtempSync(join(tmpdir(), 'pb-e2e-tools-'))
afterAll(() => rmSync(toolsDir, { recursive: true, force: true }))

const log = recordingLog()
const context: ToolContext = {
  exec: spawnCommand,
  env: process.env,
  log,
  signal: new AbortController().signal,
  toolsDir,
  arch: machineArch(process.arch, 'LE'),
  mirrors: {},
}

const run = async (...argv: string[]) => (await spawnCommand({ argv, cwd: '/', env: {} })).stdout.trim()

describe('the pinned toolchains, from the Python package index of this machine', () => {
  it('cargo-zigbuild is installed and starts', async () => {
    const dir = await installToolchain({ name: 'cargo-zigbuild', version: pinnedZigbuild }, context)
    expect(await run(join(dir, 'cargo-zigbuild'), '--version')).toContain(pinnedZigbuild)
  })

  it('zig is installed with its library beside it, and progress was shown', async () => {
    const dir = await installToolchain({ name: 'zig', version: pinnedZig }, context)
    expect(await run(join(dir, 'zig'), 'version')).toBe(pinnedZig)
    expect(existsSync(join(dir, 'lib/libc/include/generic-musl/stdio.h'))).toBe(true)
    expect(JSON.parse(readFileSync(join(dir, '.portable-build.json'), 'utf8'))).toMatchObject({ version: pinnedZig })
    expect(log.text()).toMatch(/pip downloads ziglang: .* MB of [0-9.]+ MB/)
  })

  it('zig passes the self-test that other versions have to pass', async () => {
    const dir = await installToolchain({ name: 'zig', version: pinnedZig }, context)
    const seen = await testZig(join(dir, 'zig'), { ...context, tell: () => {} })
    const own = context.arch
    expect(seen).toEqual([
      'no AVX at -O3: SSE2 only',
      expect.stringContaining(`errno and floor on ${own}-linux-gnu.2.17: judged`),
      expect.stringMatching(/^floor on \S+-linux-gnu\.2\.17: judged$/),
      `C++ exceptions in a static program on ${own}-linux-musl: judged and ran`,
    ])
  })
})
