import { spawnCommand } from '../../../src/exec/spawn.ts'
import { pinnedZig, pinnedZigbuild } from '../../../src/toolchains/catalog.ts'
import { installToolchain } from '../../../src/toolchains/install.ts'
import { memoryLog } from '../../support/jobs.ts'
import { toolsDir } from './places.ts'

/** Before a suite that compiles: the pinned toolchains, by the product's own installer, once per machine. */
export async function setup(): Promise<void> {
  const context = {
    exec: spawnCommand,
    env: process.env,
    log: memoryLog().log,
    signal: new AbortController().signal,
    toolsDir,
    arch: process.arch === 'arm64' ? 'aarch64' : 'x86_64',
    mirrors: {},
  } as const
  await installToolchain({ name: 'zig', version: pinnedZig }, context)
  await installToolchain({ name: 'cargo-zigbuild', version: pinnedZigbuild }, context)
}
