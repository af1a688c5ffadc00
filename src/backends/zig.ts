import { createHash } from 'node:crypto'
import type { GeneratedFile } from '../plan.ts'
import { archOf, rustTriple, type Target, zigTarget } from '../target.ts'
import { pinnedZig, pinnedZigbuild } from '../toolchains/catalog.ts'
import { type ToolchainRef, toolchainDir } from '../toolchains/toolchain.ts'
import { compareVersions } from '../version.ts'
import type { Backend, Compilers, Kit, Offer, Request } from './backend.ts'
import { archiverWrapper, compilerWrapper, plainWrapper, zigArchOf } from './wrapper.ts'

/** The newest glibc that each zig can link for: asked for a newer one it warns and takes this. Measured. */
const newestGlibc: readonly (readonly [zig: string, glibc: string])[] = [
  ['0.12', '2.38'],
  ['0.13', '2.39'],
  ['0.14', '2.41'],
  ['0.15', '2.42'],
  ['0.16', '2.43'],
  ['0.17', '2.44'],
]

/** glibc floors that zig has no files for, although the architecture has the port. Measured with 0.15.2. */
const oldestGlibc: Readonly<Record<string, string>> = { ppc64le: '2.19' }

/** Machines that zig is packaged for. */
const hosts: readonly string[] = ['x86_64', 'aarch64']

/** Cross compiles with zig's clang and its own C libraries: no emulation, nothing of this machine in the result. */
export const zig: Backend = {
  name: 'zig',

  offer(request, machine): Offer {
    const { target, language, needsC, zigVersion: version } = request
    if (language === 'go' && !needsC) return no('no C to compile: Go needs no C compiler here')
    if (!hosts.includes(machine.arch)) return no(`zig ${version} is packaged for ${hosts.join(' and ')} machines`)
    if (language === 'rust' && rustTriple(target) === null) return no(`Rust has no target for ${target.name}`)
    if (language === 'python' && target.libc !== 'glibc') return no(noMuslPython)
    if (zigTarget(target) === null) return no(`zig does not build for ${target.arch}`)
    if (target.arch === 'ppc64' && target.libc === 'glibc') {
      return no('zig makes ELFv2 programs for ppc64, and the distributions with glibc are ELFv1: take musl')
    }
    const oldest = oldestGlibc[target.arch]
    if (target.floor !== null && oldest !== undefined && compareVersions(target.floor, oldest) < 0) {
      return no(`zig ${version} has glibc for ${target.arch} only from ${oldest} on: ask for glibc ${oldest}`)
    }
    const newest = newestFor(version)
    if (target.floor !== null && compareVersions(target.floor, newest) > 0) {
      return no(`glibc ${target.floor} is newer than ${newest}, the newest that zig ${version} knows`)
    }
    return { can: true, reason: `zig ${version} compiles for ${zigTarget(target)} without emulation` }
  },

  kit(requests, machine): Kit {
    const version = requests[0]?.zigVersion ?? pinnedZig
    const ref: ToolchainRef = { name: 'zig', version }
    const sets = requests.map(request => wrappers(request, version, machine.toolsDir))
    const rust = requests.some(r => r.language === 'rust')
    const zigbuild: ToolchainRef = { name: 'cargo-zigbuild', version: pinnedZigbuild }
    const executable = `${toolchainDir(machine.toolsDir, ref)}/zig`
    return {
      backend: 'zig',
      toolchains: rust ? [ref, zigbuild] : [ref],
      files: sets.flatMap(set => set.files),
      compilers: Object.fromEntries(sets.map(set => [set.target.name, set.compilers])),
      env: {
        ZIG_GLOBAL_CACHE_DIR: globalCache(machine.toolsDir),
        ...(rust && {
          CARGO_ZIGBUILD_ZIG_PATH: executable,
          CARGO_ZIGBUILD_CACHE_DIR: `${machine.toolsDir}/cargo-zigbuild-cache`,
        }),
      },
      path: rust ? [toolchainDir(machine.toolsDir, zigbuild)] : [],
      identity: hash([version, rust ? pinnedZigbuild : '', ...sets.map(set => set.hash)]),
    }
  },
}

const noMuslPython =
  'a static musl Python cannot load the shared libraries that Python packages are made of: ask for glibc, whose floor 2.17 starts nearly everywhere'

const no = (reason: string): Offer => ({ can: false, reason })

/** zig's C libraries and runtime, compiled once per target; safe to share, unlike its local cache. */
const globalCache = (toolsDir: string): string => `${toolsDir}/zig-cache`

function newestFor(version: string): string {
  const known = newestGlibc.filter(([zigVersion]) => compareVersions(version, zigVersion) >= 0)
  return known.at(-1)?.[1] ?? '2.17'
}

interface WrapperSet {
  readonly target: Target
  readonly files: readonly GeneratedFile[]
  readonly compilers: Compilers
  readonly hash: string
}

/** The compilers of one target, in a directory named after their content: another flag is another path. */
function wrappers({ target, cpu }: Request, version: string, toolsDir: string): WrapperSet {
  const executable = `${toolchainDir(toolsDir, { name: 'zig', version })}/zig`
  const triple = zigTarget(target) ?? target.name
  const model = cpu ?? archOf(target).zig?.cpu
  // zig compiles with undefined-behaviour traps unless told otherwise: programs that run elsewhere would stop.
  const flags = [
    '-target',
    triple,
    '-fno-sanitize=undefined',
    ...(model ? [`-mcpu=${model.replaceAll('-', '_')}`] : []),
  ]
  const compiler = (driver: string) =>
    compilerWrapper({
      target,
      command: [executable, driver, ...flags],
      cpu,
      zigArch: zigArchOf(target),
      globalCache: globalCache(toolsDir),
    })
  const texts = {
    cc: compiler('cc'),
    'c++': compiler('c++'),
    ar: archiverWrapper([executable, 'ar']),
    ranlib: plainWrapper([executable, 'ranlib']),
  }
  const digest = hash([version, ...Object.values(texts)])
  const path = (tool: string): string => `${toolsDir}/wrappers/${digest.slice(0, 16)}/${target.name}-${tool}`
  return {
    target,
    files: Object.entries(texts).map(([tool, content]) => ({ path: path(tool), content, executable: true })),
    compilers: { cc: path('cc'), cxx: path('c++'), ar: path('ar'), ranlib: path('ranlib'), strip: null, triple },
    hash: digest,
  }
}

const hash = (parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex')
