import { constants } from 'node:fs'
import { access, readFile, stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Exec } from '../exec.ts'
import type { Machine } from '../machine.ts'
import { clientEnv, type ToolContext } from '../toolchains/context.ts'
import { isInstalled } from '../toolchains/marker.ts'
import { type ToolchainRef, toolchainDir } from '../toolchains/toolchain.ts'
import { type Family, familyOf } from './tools.ts'

/** What the doctor wants to know beyond {@link Machine}; plain data in tests. */
export interface Facts {
  /** As it calls itself (`Debian GNU/Linux 12 (bookworm)`), or null. */
  readonly distribution: string | null
  readonly family: Family | null
  readonly node: string
  /** Bytes that this user may still write where the toolchains go; null when it cannot be known. */
  readonly freeBytes: number | null
  /** Whether the directory of toolchains can be written, or made. */
  readonly canWrite: boolean
  /** By `<name>-<version>`. */
  readonly installed: Readonly<Record<string, boolean>>
  readonly hasPip: boolean
}

/** Gathers the facts about a machine, and about the toolchains that a build would use. */
export async function gatherFacts(
  machine: Machine,
  toolchains: readonly ToolchainRef[],
  options: { readonly exec: Exec; readonly env: Readonly<Record<string, string | undefined>> },
): Promise<Facts> {
  const [osRelease, place, hasPip, installed] = await Promise.all([
    readFile('/etc/os-release', 'utf8').catch(() => readFile('/usr/lib/os-release', 'utf8').catch(() => '')),
    existingParent(machine.toolsDir),
    findPip(machine, options),
    Promise.all(
      toolchains.map(
        async ref =>
          [
            `${ref.name}-${ref.version}`,
            await isInstalled(toolchainDir(machine.toolsDir, ref), ref, machine.arch),
          ] as const,
      ),
    ),
  ])
  return {
    distribution: /^PRETTY_NAME=["']?([^"'\n]*)/m.exec(osRelease)?.[1] ?? null,
    family: familyOf(osRelease),
    node: process.versions.node,
    freeBytes: await statfs(place).then(
      fs => fs.bavail * fs.bsize,
      () => null,
    ),
    canWrite: await access(place, constants.W_OK | constants.X_OK).then(
      async () => (await stat(place)).isDirectory(),
      () => false,
    ),
    installed: Object.fromEntries(installed),
    hasPip,
  }
}

const lookForPip = 'import importlib.util, sys; sys.exit(importlib.util.find_spec("pip") is None)'

/** Whether python3 has pip: four times faster to ask Python than to start pip. */
async function findPip(machine: Machine, options: { exec: Exec; env: ToolContext['env'] }): Promise<boolean> {
  const python = machine.tools['python3']
  if (!python) return false
  const argv = [python.path, '-c', lookForPip]
  const said = await options.exec({ argv, cwd: '/', env: clientEnv(options.env), timeoutMs: 5000 }).catch(() => null)
  return said?.code === 0
}

/** The directory itself, or the nearest one above it that is there. */
async function existingParent(dir: string): Promise<string> {
  for (let at = dir; ; at = dirname(at)) {
    const is = await stat(at).then(
      () => true,
      () => false,
    )
    if (is || at === dirname(at)) return at
  }
}
