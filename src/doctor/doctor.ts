import type { Machine } from '../machine.ts'
import { shownBytes } from '../toolchains/attempt.ts'
import { sizeOf } from '../toolchains/catalog.ts'
import type { ToolchainRef } from '../toolchains/toolchain.ts'
import { compareVersions } from '../version.ts'
import type { Facts } from './facts.ts'
import { howToGet, rowOf } from './tools.ts'

/**
 * One line of the doctor's answer. `ok`: here; `will-install`: a build brings it; `optional`: not here, and only needed
 * for what it says; `missing`: a build would fail without it.
 */
export interface Row {
  readonly section: 'machine' | 'programs' | 'toolchains' | 'emulators'
  readonly name: string
  readonly state: 'ok' | 'will-install' | 'optional' | 'missing'
  readonly detail: string
  /** How to get it, or null where there is nothing to do. */
  readonly hint: string | null
}

/** What the detected project would need; both empty without a project. */
export interface Wants {
  readonly tools: readonly { readonly tool: string; readonly get: string }[]
  readonly toolchains: readonly ToolchainRef[]
}

/** Our own minimum; package.json's `engines` says the same. */
const oldestNode = '22.15'
/** What a build writes beside the toolchains (zig's cache of C libraries, objects): measured on the examples, bytes. */
const buildSpace = 1_000_000_000

/** What this machine has, what a build would install, what is missing and how to get it. Pure. */
export function examine(machine: Machine, facts: Facts, wants: Wants): readonly Row[] {
  return [
    ...machineRows(machine, facts, wants),
    ...programRows(machine, facts, wants),
    ...wants.toolchains.map(ref => toolchainRow(ref, machine, facts)),
    ...emulatorRows(machine),
  ]
}

/** Whether a build can start: nothing that it needs is missing. */
export function isReady(rows: readonly Row[]): boolean {
  return rows.every(row => row.state !== 'missing')
}

function machineRows(machine: Machine, facts: Facts, wants: Wants): Row[] {
  const section = 'machine'
  const libc = machine.glibc === null ? 'no glibc' : `glibc ${machine.glibc}`
  const system = facts.distribution === null ? '' : `${facts.distribution}, `
  const node = compareVersions(facts.node, oldestNode) >= 0
  const needed =
    buildSpace +
    wants.toolchains
      .filter(ref => !isInstalled(ref, facts))
      .reduce((sum, ref) => sum + (sizeOf(ref, machine.arch)?.disk ?? 0), 0)
  const room = facts.freeBytes === null || facts.freeBytes >= needed
  return [
    {
      section,
      name: 'system',
      state: 'ok',
      detail: `${system}${machine.arch}, ${libc}, ${machine.cpus} CPUs`,
      hint: null,
    },
    {
      section,
      name: 'node',
      state: node ? 'ok' : 'missing',
      detail: facts.node,
      hint: node ? null : `Node ${oldestNode} or newer is needed: https://nodejs.org`,
    },
    {
      section,
      name: 'tools directory',
      state: facts.canWrite ? 'ok' : 'missing',
      detail: `${machine.toolsDir}${facts.canWrite ? '' : ' cannot be written'}`,
      hint: facts.canWrite ? null : 'Set PORTABLE_BUILD_TOOLS_DIR to a directory that this user may write.',
    },
    {
      section,
      name: 'disk space',
      state: room ? 'ok' : 'missing',
      detail:
        facts.freeBytes === null
          ? 'not known'
          : `${shownBytes(facts.freeBytes)} free, a build needs about ${shownBytes(needed)}`,
      hint: room ? null : 'Free space, or move the toolchains with PORTABLE_BUILD_TOOLS_DIR.',
    },
  ]
}

function programRows(machine: Machine, facts: Facts, wants: Wants): Row[] {
  const asked = wants.tools.filter(w => !Object.hasOwn(machine.tools, w.tool)).map(w => w.tool)
  return [...Object.keys(machine.tools), ...asked].map(name => {
    const tool = machine.tools[name]
    const want = wants.tools.find(w => w.tool === name)
    const use = rowOf(name)?.use ?? 'this project'
    const section = 'programs'
    if (tool) {
      const pip = name === 'python3' && !facts.hasPip ? ', without pip' : ''
      const detail = `${tool.version ?? ''}${pip} ${tool.path}`.trim()
      return { section, name, state: 'ok', detail, hint: pip ? howToGet('python3', facts.family) : null }
    }
    const detail = `not here; for ${use}`
    if (!want) return { section, name, state: 'optional', detail, hint: howToGet(name, facts.family) }
    return { section, name, state: 'missing', detail, hint: getOf(name, want.get, facts) }
  })
}

/** The distribution's own command where the table has one, else what the language says. */
function getOf(name: string, get: string, facts: Facts): string {
  return rowOf(name) ? howToGet(name, facts.family) : get
}

function toolchainRow(ref: ToolchainRef, machine: Machine, facts: Facts): Row {
  const base = { section: 'toolchains', name: `${ref.name} ${ref.version}` } as const
  if (isInstalled(ref, facts)) return { ...base, state: 'ok', detail: 'installed', hint: null }
  const size = sizeOf(ref, machine.arch)
  if (size === null) {
    return { ...base, state: 'missing', detail: `not available for ${machine.arch}`, hint: 'Use `backend: native`.' }
  }
  const how = facts.hasPip ? 'with pip' : "from the vendor's archive or your `mirrors`"
  const detail = `a build installs it ${how}: ${shownBytes(size.download)} to download, ${shownBytes(size.disk)} on disk`
  return { ...base, state: 'will-install', detail, hint: null }
}

function isInstalled(ref: ToolchainRef, facts: Facts): boolean {
  return facts.installed[`${ref.name}-${ref.version}`] === true
}

function emulatorRows(machine: Machine): Row[] {
  const here = Object.entries(machine.emulators)
  const base = { section: 'emulators', name: 'qemu-user' } as const
  if (here.length === 0) {
    return [
      {
        ...base,
        state: 'optional',
        detail: 'not here; only for starting what was built for other architectures (building never needs it)',
        hint: 'Debian and Ubuntu: apt-get install qemu-user-static',
      },
    ]
  }
  const kernel = here.some(([, how]) => how === 'binfmt') ? ' (by the kernel where registered)' : ''
  return [{ ...base, state: 'ok', detail: `starts ${here.map(([arch]) => arch).join(', ')}${kernel}`, hint: null }]
}
