import { createHash } from 'node:crypto'
import type { Machine } from '../machine.ts'
import type { GeneratedFile } from '../plan.ts'
import { archOf, rustTriple, type Target } from '../target.ts'
import { compareVersions } from '../version.ts'
import type { Backend, Compilers, Kit, Offer, Request } from './backend.ts'
import { archiverWrapper, compilerWrapper, plainWrapper } from './wrapper.ts'

/** Builds with what this machine has: Go for every target, C and Rust where this machine's glibc is old enough. */
export const native: Backend = {
  name: 'native',

  offer(request, machine): Offer {
    const { target, language, needsC } = request
    if (language === 'go' && archOf(target).go === null) return no(`Go does not know ${target.arch}`)
    if (language === 'go' && !needsC) return yes("Go's own compiler builds for every architecture")
    if (language === 'python')
      return no("what is compiled into a Python application must not need this machine's glibc")
    if (target.arch !== machine.arch)
      return no(`this machine is ${machine.arch}: its compilers do not build for ${target.arch}`)
    if (target.libc !== 'glibc') return no('the C compiler of this machine does not link static musl executables')
    if (machine.glibc === null) return no('this machine has no glibc')
    if (target.floor !== null && compareVersions(machine.glibc, target.floor) > 0) {
      return no(`this machine's glibc ${machine.glibc} is newer than the floor ${target.floor}`)
    }
    if (language === 'rust' && rustTriple(target) === null) return no(`Rust has no target for ${target.name}`)
    if (!machine.tools['cc']) return no('this machine has no C compiler (cc)')
    return yes(`this machine is ${machine.arch} with glibc ${machine.glibc}: its own compiler is enough`)
  },

  kit(requests, machine): Kit {
    const sets = requests.filter(r => r.needsC || r.language !== 'go').map(r => wrappers(r, machine))
    return {
      backend: 'native',
      toolchains: [],
      files: sets.flatMap(set => set.files),
      compilers: Object.fromEntries(sets.map(set => [set.target.name, set.compilers])),
      env: {},
      path: [],
      identity: hash([
        'native',
        machine.arch,
        machine.glibc ?? '',
        machine.tools['cc']?.version ?? '',
        ...sets.map(s => s.hash),
      ]),
    }
  },
}

const no = (reason: string): Offer => ({ can: false, reason })
const yes = (reason: string): Offer => ({ can: true, reason })

/** The compilers of one target, as commands of one word. */
interface WrapperSet {
  readonly target: Target
  readonly files: readonly GeneratedFile[]
  readonly compilers: Compilers
  readonly hash: string
}

/** Wraps the compilers of a machine, by their paths where those are known and else by their names. */
export function wrappers({ target, cpu }: Request, machine: Pick<Machine, 'tools' | 'toolsDir'>): WrapperSet {
  // What comes with a C compiler is not probed for: PATH has it.
  const found = (name: string): string => machine.tools[name]?.path ?? name
  // GCC's runtime libraries go into the executable: their versions are a floor of their own.
  const model = cpu === null ? [] : [`-march=${cpu.replaceAll('_', '-')}`]
  const compiler = (command: readonly string[]) =>
    compilerWrapper({ target, command: [...command, ...model], cpu, zigArch: null })
  const texts = {
    cc: compiler([found('cc'), '-static-libgcc']),
    'c++': compiler([found('c++'), '-static-libgcc', '-static-libstdc++']),
    ar: archiverWrapper([found('ar')]),
    ranlib: plainWrapper([found('ranlib')]),
  }
  const digest = hash(Object.values(texts))
  const path = (tool: string): string => `${machine.toolsDir}/wrappers/${digest.slice(0, 16)}/${target.name}-${tool}`
  const files = Object.entries(texts).map(([tool, content]) => ({ path: path(tool), content, executable: true }))
  return {
    target,
    files,
    compilers: {
      ...{ cc: path('cc'), cxx: path('c++'), ar: path('ar'), ranlib: path('ranlib') },
      strip: machine.tools['strip']?.path ?? null,
      triple: archOf(target).gnu.glibc,
    },
    hash: digest,
  }
}

const hash = (parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex')
