import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { spawnCommand } from '../../../src/exec/spawn.ts'
import type { ToolContext } from '../../../src/toolchains/context.ts'
import { installToolchain } from '../../../src/toolchains/install.ts'
import { makeFixture, recordingLog, scratch } from '../../toolchains/fixture.ts'

const zig = { name: 'zig', version: '9.9.9' } as const
const fixture = makeFixture()

/** The real pip, kept from every network, with a directory for its index. */
function context(index: string, pinned = fixture.catalog): ToolContext & { log: ReturnType<typeof recordingLog> } {
  const settings = { PIP_NO_INDEX: '1', PIP_FIND_LINKS: index, PIP_CONFIG_FILE: '/dev/null' }
  return {
    exec: spawnCommand,
    env: { PATH: process.env['PATH'], HOME: scratch(), ...settings },
    log: recordingLog(),
    signal: new AbortController().signal,
    toolsDir: join(scratch(), 'tools'),
    arch: 'x86_64',
    mirrors: {},
    catalog: pinned,
  }
}

describe('the real pip', () => {
  it('brings the pinned wheel from the index that the user has set', async () => {
    const dir = await installToolchain(zig, context(fixture.dir))
    expect(existsSync(join(dir, 'zig'))).toBe(true)
  })

  it('refuses another file of the same name, and we say which', async () => {
    await expect(installToolchain(zig, context(makeFixture(10).dir))).rejects.toMatchObject({
      code: 'digest-mismatch',
      lines: [expect.stringMatching(/pip .*another file than the pinned one \(sha256 [0-9a-f]{64}\)/)],
    })
  })

  it('has no such version: the reason is its own', async () => {
    await expect(installToolchain(zig, context(scratch()))).rejects.toMatchObject({
      code: 'download-failed',
      lines: expect.arrayContaining([expect.stringContaining('No matching distribution')]),
    })
  })
})
