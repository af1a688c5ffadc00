import { constants } from 'node:fs'
import { access, readdir, readFile, realpath, stat } from 'node:fs/promises'
import { availableParallelism, endianness } from 'node:os'
import { delimiter, dirname, isAbsolute, join } from 'node:path'
import { type ArchName, archNames, archs } from '../arch.ts'
import { BuildError } from '../errors.ts'
import type { Exec } from '../exec.ts'
import type { Machine, Tool } from '../machine.ts'
import { rowOf, toolTable } from './tools.ts'

/** What to find out, and with what. */
export interface ProbeOptions {
  readonly exec: Exec
  readonly env: Readonly<Record<string, string | undefined>>
  readonly toolsDir: string
  /** Only these programs are looked for; all of the table when missing. */
  readonly tools?: readonly string[]
  /** Ask the programs for their versions too (default true); a plan that needs none saves their starts. */
  readonly versions?: boolean
}

/** A program that does not answer `--version` within this time has none, ms. */
const versionTimeout = 5000

/**
 * Looks at this machine: architecture, glibc, programs on PATH with their versions, emulators. Everything at once.
 * @throws BuildError `tool-missing` on a machine whose architecture is not in the table
 */
export async function probeMachine(options: ProbeOptions): Promise<Machine> {
  const names = options.tools ?? Object.keys(toolTable)
  const [found, glibc, emulators] = await Promise.all([
    Promise.all(names.map(async name => [name, await probeTool(name, options)] as const)),
    findGlibc(options),
    findEmulators(options.env),
  ])
  return {
    arch: machineArch(process.arch, endianness()),
    cpus: availableParallelism(),
    glibc,
    tools: Object.fromEntries(found),
    emulators,
    toolsDir: options.toolsDir,
  }
}

/** Node's names of architectures; those that it cannot run on are missing. */
const nodeArchs: Readonly<Record<string, ArchName>> = {
  x64: 'x86_64',
  ia32: 'i686',
  arm64: 'aarch64',
  arm: 'armv7',
  riscv64: 'riscv64',
  s390x: 's390x',
  loong64: 'loongarch64',
}

/** The architecture of this machine by Node's name of it. Pure. @throws BuildError `tool-missing` */
export function machineArch(node: string, order: 'LE' | 'BE'): ArchName {
  const arch = node === 'ppc64' ? (order === 'LE' ? 'ppc64le' : 'ppc64') : nodeArchs[node]
  if (arch) return arch
  throw new BuildError('tool-missing', `this machine's architecture (${node}) is not one that can be built on`, {
    hint: `Builds run on: ${Object.values(nodeArchs).join(', ')}, ppc64le.`,
  })
}

async function probeTool(name: string, options: ProbeOptions): Promise<Tool | null> {
  const path = await onPath(name, options.env)
  if (path === null) return null
  if (options.versions === false) return { path, version: null }
  const row = rowOf(name)
  const version = (await versionFromFile(path, row?.versionFile)) ?? (await askVersion(path, row?.ask ?? null, options))
  return { path, version }
}

/** The first executable regular file of that name in an absolute directory of PATH (relative ones are the project's). */
export async function onPath(name: string, env: ProbeOptions['env']): Promise<string | null> {
  for (const dir of (env['PATH'] ?? '').split(delimiter)) {
    if (!isAbsolute(dir)) continue
    const path = join(dir, name)
    try {
      await access(path, constants.X_OK)
      if ((await stat(path)).isFile()) return path
    } catch {
      // not here
    }
  }
  return null
}

/** Go writes its version beside itself (`<goroot>/VERSION`): reading is 50 times cheaper than starting it. */
async function versionFromFile(path: string, file: string | undefined): Promise<string | null> {
  if (file === undefined) return null
  const text = await realpath(path)
    .then(real => readFile(join(dirname(real), file), 'utf8'))
    .catch(() => '')
  return parseVersion(text.split('\n')[0] ?? '')
}

async function askVersion(path: string, ask: readonly string[] | null, options: ProbeOptions): Promise<string | null> {
  if (ask === null) return null
  const set = Object.entries(options.env).filter((e): e is [string, string] => e[1] !== undefined)
  // rustup's stand-ins must not download a compiler because we looked at them
  const env = { ...Object.fromEntries(set), LC_ALL: 'C', RUSTUP_AUTO_INSTALL: '0', GOTOOLCHAIN: 'local' }
  try {
    const command = { argv: [path, ...ask], cwd: '/', env, timeoutMs: versionTimeout, maxBytes: 1 << 16 }
    const { code, stdout, stderr } = await options.exec(command)
    return code === 0 ? parseVersion(stdout || stderr) : null
  } catch {
    return null // it is there, but will not say
  }
}

/** The first thing in a text that looks like a version (`cmake version 3.25.1` has 3.25.1), or null. Pure. */
export function parseVersion(text: string): string | null {
  return /(?<![0-9.])([0-9]+\.[0-9]+(?:\.[0-9]+)*)/.exec(text)?.[1] ?? null
}

/** glibc of this machine as Node was linked against it; `getconf` where Node would not say (a static Node). */
async function findGlibc(options: ProbeOptions): Promise<string | null> {
  const version = runtimeGlibc()
  if (version !== null) return version
  const getconf = await onPath('getconf', options.env)
  if (getconf === null) return null
  const argv = [getconf, 'GNU_LIBC_VERSION']
  const said = await options.exec({ argv, cwd: '/', env: {}, timeoutMs: versionTimeout }).catch(() => null)
  return said?.code === 0 ? parseVersion(said.stdout) : null
}

function runtimeGlibc(): string | null {
  const report = process.report
  // else it asks the name servers for the name of every open connection; Node 22.13 and newer know it, older ones ignore it
  const before: unknown = Reflect.get(report, 'excludeNetwork')
  Reflect.set(report, 'excludeNetwork', true)
  const made: unknown = report.getReport()
  Reflect.set(report, 'excludeNetwork', before)
  const header: unknown = made instanceof Object ? Reflect.get(made, 'header') : null
  const version: unknown = header instanceof Object ? Reflect.get(header, 'glibcVersionRuntime') : null
  return typeof version === 'string' ? version : null
}

/**
 * By architecture: `binfmt` where the kernel starts its programs, else the path of a user-mode emulator. This machine's
 * own architecture too: there an emulator pretends the baseline CPU, which the real one goes beyond.
 */
async function findEmulators(env: ProbeOptions['env']): Promise<Machine['emulators']> {
  const found = await Promise.all(
    archNames.map(async arch => {
      const name = `qemu-${archs[arch].qemu.name}`
      if (await binfmtEnabled(name)) return [arch, 'binfmt'] as const
      return [arch, (await onPath(`${name}-static`, env)) ?? (await onPath(name, env))] as const
    }),
  )
  return Object.fromEntries(found.filter(([, how]) => how !== null))
}

/** The kernel's table of interpreters; entries are named by whoever registered them, all use `qemu-<arch>`. */
async function binfmtEnabled(name: string): Promise<boolean> {
  const dir = '/proc/sys/fs/binfmt_misc'
  const entries: readonly string[] = await readdir(dir).catch(() => [])
  if (!entries.includes(name)) return false
  const text = await readFile(join(dir, name), 'utf8').catch(() => '')
  return text.startsWith('enabled')
}
