import type { Language } from './language.ts'
import { detectPython } from './python/detect.ts'
import { memoryProbe } from './python/memory.ts'
import { planPython } from './python/plan.ts'
import { sumsFile } from './python/provider/pbs.ts'
import { sourceTools } from './python/provider/source.ts'
import { systemQuestion } from './python/provider/system.ts'

/** How to get a program, by its name. */
const getting: Readonly<Record<string, string>> = {
  tclsh: 'install tcl from your distribution: SQLite is made with it',
  'pkg-config': 'install pkg-config from your distribution',
  xz: 'install xz-utils (xz) from your distribution',
}

/** Python applications, as one program with everything in it: Nuitka or PyInstaller over an interpreter with an old floor. */
export const python: Language = {
  name: 'python',
  runsTarget: true,
  detect: detectPython,

  needs(_project, inputs) {
    const tools = inputs['python-provider'] === 'source' ? sourceTools : ['tar', 'gzip', 'xz']
    return tools.map(tool => ({ tool, get: getting[tool] ?? `install ${tool} from your distribution` }))
  },

  probes(project, inputs) {
    const place = { cwd: project.dir, env: {} }
    const sums = sumsFile(inputs.mirrors['python'])
    return [
      memoryProbe(project.dir),
      ...(inputs['python-provider'] === 'system'
        ? [{ id: 'python', argv: ['python3', '-c', systemQuestion], ...place }]
        : []),
      ...(inputs['python-provider'] === 'pbs' && sums !== null ? [{ id: 'sums', argv: ['cat', sums], ...place }] : []),
    ]
  },

  defaultLibc: () => 'glibc',
  needsC: () => true,
  plan: planPython,
}
