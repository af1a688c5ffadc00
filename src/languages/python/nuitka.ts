import { BuildError } from '../../errors.ts'
import type { Inputs } from '../../inputs/inputs.ts'
import { presets } from './presets.ts'

/** What is asked of Nuitka for one executable; absolute paths. */
export interface NuitkaRequest {
  readonly inputs: Inputs
  readonly name: string
  /** The script that is the program. */
  readonly main: string
  readonly outputDir: string
  /** Of our user plugin. */
  readonly plugin: string
  readonly projectDir: string
  readonly jobs: number
  /** Whether the interpreter has an archive of itself to link. */
  readonly isStatic: boolean
  /** Of a libgcc_s.so.1, or null. */
  readonly library: string | null
}

/** Arguments that would undo what makes the program portable, and why. */
const refused: readonly { readonly argument: RegExp; readonly why: string }[] = [
  { argument: /^--(gcc|clang|zig|mingw64|msvc)(-|=|$)/, why: 'the compiler is ours, because it decides the floor' },
  {
    argument: /^(--(output-dir|output-filename|jobs|onefile|standalone|module|mode)(=|$)|-[jo])/,
    why: 'it is set by the plan',
  },
  { argument: /^--(run|debugger|gdb)(=|$)/, why: 'it would start the program instead of handing it over' },
]

/** The arguments of `python -m nuitka`. Pure. @throws BuildError `bad-input` for `nuitka-args` that cannot be */
export function nuitkaArguments(request: NuitkaRequest): readonly string[] {
  const { inputs, name, main, outputDir, plugin, projectDir, jobs, isStatic, library } = request
  const preset = inputs.preset === null ? null : presets[inputs.preset]
  for (const argument of inputs['nuitka-args']) {
    const rule = refused.find(r => r.argument.test(argument))
    if (rule) throw new BuildError('bad-input', `nuitka-args: ${argument} cannot be given: ${rule.why}`)
  }
  const packages = [...(preset?.includePackage ?? []), ...inputs['include-package']]
  const data = [...(preset?.includePackageData ?? []), ...inputs['include-package-data']]
  return [
    '--onefile',
    '--clang',
    '--assume-yes-for-downloads',
    `--output-dir=${outputDir}`,
    `--output-filename=${name}`,
    `--jobs=${jobs}`,
    '--lto=no',
    ...(isStatic ? ['--static-libpython=yes'] : []),
    // its ccache is asked in direct mode, which takes what is embedded for unchanged; ours is asked by the compiler
    '--disable-cache=ccache',
    '--progress-bar=none',
    `--user-plugin=${plugin}`,
    ...packages.map(p => `--include-package=${p}`),
    ...data.map(d => `--include-package-data=${d}`),
    ...inputs['include-data-files'].map(pair => {
      const { source, destination } = dataFile(pair, projectDir)
      return `--include-data-files=${source}=${destination}`
    }),
    ...(library === null ? [] : [`--include-data-files=${library}=libgcc_s.so.1`]),
    ...inputs['nuitka-args'],
    main,
  ]
}

/** A file, or a pattern of files, to put in. */
interface DataFile {
  /** Absolute. */
  readonly source: string
  /** Relative to the program's modules; a directory where it ends with `/`. */
  readonly destination: string
}

/** Reads `source=destination`, the source below the project. @throws BuildError `bad-input` */
export function dataFile(pair: string, projectDir: string): DataFile {
  const at = pair.indexOf('=')
  if (at < 1 || at === pair.length - 1) {
    throw new BuildError('bad-input', `include-data-files: ${JSON.stringify(pair)} is no \`source=destination\``, {
      hint: 'Write `config/default.yml=config/default.yml`.',
    })
  }
  const source = pair.slice(0, at)
  return { source: source.startsWith('/') ? source : `${projectDir}/${source}`, destination: pair.slice(at + 1) }
}

/**
 * A plugin of Nuitka's: says how far it is, and leaves packages as bytecode where only the project is to become C. Its hooks
 * are those of Nuitka's PluginBase since 2.0. Pure.
 * @param own top-level names that are compiled although everything else is not; null: everything is compiled
 */
export function pluginText(own: readonly string[] | null): string {
  return `# Written by portable-build: progress of Nuitka${own === null ? '' : ', and packages as bytecode'}.
import sys
from nuitka.plugins.PluginBase import NuitkaPluginBase

OWN = ${own === null ? 'None' : `frozenset(${JSON.stringify(own)})`}


class NuitkaPluginPortableBuild(NuitkaPluginBase):
    plugin_name = "portable-build"
    plugin_desc = "Says how far Nuitka is."

    def __init__(self):
        self.seen = 0

    @staticmethod
    def say(text):
        print("portable-build: " + text, file=sys.stderr, flush=True)

    def onModuleDiscovered(self, module):
        self.seen += 1
        if self.seen % 50 == 0:
            self.say("%d modules found" % self.seen)

    def decideCompilation(self, module_name):
        top = str(module_name).split(".")[0]
        # a name with a dash is code of Nuitka's own, around a module
        if OWN is None or top in OWN or "-" in str(module_name) or top in sys.stdlib_module_names:
            return None
        return "bytecode"
`
}
