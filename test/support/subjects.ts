import type { Backend, Offer } from '../../src/backends/backend.ts'
import type { Inputs } from '../../src/inputs/inputs.ts'
import type { Language } from '../../src/languages/language.ts'
import type { Machine } from '../../src/machine.ts'
import type { Subject } from '../../src/planner.ts'
import type { Libc, Target } from '../../src/target.ts'
import { inputsWith } from './inputs.ts'

/** A machine of which the plan knows little. */
export const machine: Machine = { arch: 'x86_64', cpus: 2, glibc: '2.36', tools: {}, emulators: {}, toolsDir: '/tools' }

const language = (libc: Libc = 'musl'): Language => ({
  name: 'c',
  detect: () => null,
  needs: () => [],
  probes: () => [],
  defaultLibc: () => libc,
  needsC: () => true,
  plan: (context, targets) => ({
    steps: targets.map((target, n) => ({
      id: `${n + 1}-build`,
      title: `build for ${target.name}`,
      targets: [target.name],
      argv: ['make'],
      cwd: context.workDir,
      env: { CC: 'own' },
    })),
    collect: [],
    notices: [`${targets.length} targets`],
  }),
})

/** A backend that can build what `can` says. */
export const backend = (name: 'native' | 'zig', can: (target: Target) => boolean): Backend => ({
  name,
  offer: ({ target }): Offer => ({ can: can(target), reason: `${name} says ${can(target) ? 'yes' : 'no'}` }),
  kit: () => ({
    backend: name,
    toolchains: name === 'zig' ? [{ name: 'zig', version: '0.15.2' }] : [],
    files: [],
    compilers: {},
    env: { CC: 'kit', ZIG: name },
    path: [],
    identity: name,
  }),
})

/** A project as the planner gets it. */
export const subject = (inputs: Partial<Inputs>, name = 'hello', libc: Libc = 'musl'): Subject => ({
  project: {
    name,
    dir: `/src/${name}`,
    language: 'c',
    buildSystem: 'make',
    executables: [],
    toolchain: null,
    version: null,
    evidence: [],
    declined: [],
  },
  loaded: { inputs: inputsWith(inputs), settings: [], notices: [] },
  source: { commit: 'abc', epoch: 1, dirty: false, tag: 'v1.2.3', why: null },
  language: language(libc),
  answers: {},
  outputDir: `/src/${name}/dist`,
})
