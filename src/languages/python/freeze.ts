import { BuildError } from '../../errors.ts'
import type { Collect, GeneratedFile } from '../../plan.ts'
import type { Target } from '../../target.ts'
import type { Context } from '../language.ts'
import type { FreezerName } from './freezers.ts'
import { mainScript, presetScript } from './main-script.ts'
import { nuitkaArguments, pluginText } from './nuitka.ts'
import { presets } from './presets.ts'
import type { PlainStep } from './provider/provider.ts'
import { pyinstallerArguments } from './pyinstaller.ts'

/** What is frozen, with what. */
interface Freezing {
  readonly context: Context
  readonly target: Target
  /** Whether the interpreter has an archive of itself to link. */
  readonly isStatic: boolean
  /** The libgcc_s.so.1 to put in. */
  readonly library: { readonly dir: string; readonly path: string } | null
  readonly freezer: FreezerName
  /** Directory of the target. */
  readonly dir: string
  readonly jobs: number
}

/** What freezing needs. */
interface Frozen {
  readonly steps: readonly PlainStep[]
  readonly files: readonly GeneratedFile[]
  readonly collect: readonly Collect[]
}

/** One run of the freezer per entry point. Pure. @throws BuildError `bad-input`, `no-backend` */
export function freezeSteps(freezing: Freezing): Frozen {
  const { context, target, dir, freezer } = freezing
  const compilers = context.kit.compilers[target.name]
  if (!compilers) throw new BuildError('no-backend', `there is no C compiler for ${target.name}: the freezer needs one`)
  const plugin = `${dir}/portable_build.py`
  const parts = context.project.executables.map(({ name, source }) => {
    const main = mainOf(context, name, source ?? '', dir)
    const out = `${dir}/${freezer}-${name}`
    const step = freezer === 'nuitka' ? nuitkaStep : pyinstallerStep
    return {
      step: step(freezing, { name, main: main.path, out, plugin }),
      files: main.file === null ? [] : [main.file],
      collect: { from: 'file', target: target.name, path: `${out}/${name}`, name } as const,
    }
  })
  const shims = [
    // a name that Nuitka takes for clang; one with "zig" in it would mean another mode of its
    { path: `${dir}/bin/clang`, content: shim(compilers.cc), executable: true },
    { path: `${dir}/bin/clang++`, content: shim(compilers.cxx), executable: true },
    { path: `${dir}/bin/ar`, content: shim(compilers.ar), executable: true },
    { path: plugin, content: pluginText(ownModules(context)), executable: false },
  ]
  return {
    steps: parts.map(p => p.step),
    files: [...shims, ...parts.flatMap(p => p.files)],
    collect: parts.map(p => p.collect),
  }
}

interface Part {
  readonly name: string
  readonly main: string
  readonly out: string
  readonly plugin: string
}

/**
 * A command under another name. Asked for its version, zig's clang answers, and then fails, because it does not know the floor in
 * its target: the answer counts.
 */
function shim(command: string): string {
  const word = `'${command.replaceAll("'", "'\\''")}'`
  return `#!/bin/sh\ncase $1 in -dump*) ${word} "$@" 2>/dev/null || :; exit 0 ;; esac\nexec ${word} "$@"\n`
}

/** The script that the freezer starts from: the project's own, or one that calls the entry point. */
function mainOf({ project, inputs }: Context, name: string, source: string, dir: string) {
  // the name of the script is that of its module, and of the directories that the freezer makes; that of two commands may be one
  const path = `${dir}/main/${name}/${name.replace(/[^A-Za-z0-9_]/g, '_')}_main.py`
  const text = inputs.preset === null ? mainScript(source) : presetScript(presets[inputs.preset], name)
  if (text === null) return { path: `${project.dir}/${source}`, file: null }
  return { path, file: { path, content: text, executable: false } }
}

/** Top-level names that become C where packages stay bytecode; null: everything becomes C. */
function ownModules({ project, inputs }: Context): readonly string[] | null {
  return inputs['python-compile'] === 'all' ? null : ['__main__', ...(project.python?.modules ?? [])]
}

function nuitkaStep(
  { context, target, isStatic, library, dir, jobs }: Freezing,
  { name, main, out, plugin }: Part,
): PlainStep {
  const { inputs, project } = context
  const request = {
    inputs,
    name,
    main,
    plugin,
    jobs,
    isStatic,
    library: library?.path ?? null,
    outputDir: out,
    projectDir: project.dir,
  }
  return {
    title: `Nuitka: ${name} for ${target.name}`,
    // a CC of the user's would take the place of our clang, and break the bootstrap of the onefile
    argv: [...unset, `${dir}/venv/bin/python`, '-m', 'nuitka', ...nuitkaArguments(request)],
    cwd: project.dir,
    env: {
      ...freezerEnv(context, dir),
      // zig takes two sources of one text for the same, whatever they embed, unless each directory has a cache of its own
      ZIG_LOCAL_CACHE_DIR: `${out}.zig-cache`,
      PB_BUILD_DIR: out,
      // what is downloaded or remembered is part of this build only
      NUITKA_CACHE_DIR: `${dir}/nuitka-cache`,
      ...(inputs.strip && { PB_STRIP: '1' }),
    },
    mkdir: [out],
    fresh: [out, `${out}.zig-cache`],
    tool: 'nuitka',
    counts: out,
    halve: '--jobs=',
  }
}

function pyinstallerStep({ context, target, library, dir }: Freezing, { name, main, out }: Part): PlainStep {
  const { inputs, project } = context
  const request = { inputs, name, main, outputDir: out, projectDir: project.dir }
  return {
    title: `PyInstaller: ${name} for ${target.name}`,
    argv: [...unset, `${dir}/venv/bin/python`, '-m', 'PyInstaller', ...pyinstallerArguments(request)],
    cwd: dir,
    env: {
      ...freezerEnv(context, dir),
      // it takes the libraries that the loader of this machine would find
      ...(library && { LD_LIBRARY_PATH: library.dir }),
      PYINSTALLER_CONFIG_DIR: `${dir}/pyinstaller-cache`,
    },
    mkdir: [out],
    fresh: [out],
    tool: 'pyinstaller',
  }
}

/** Variables with which a user sets up compilers of this machine. */
const unset = ['env', ...['CC', 'CXX', 'CFLAGS', 'CXXFLAGS', 'CPPFLAGS', 'LDFLAGS'].flatMap(v => ['-u', v])]

function freezerEnv({ project, source }: Context, dir: string): Record<string, string> {
  const roots = project.python?.installable ? [] : (project.python?.roots ?? [])
  const paths = roots.map(root => (root === '.' ? project.dir : `${project.dir}/${root}`))
  return {
    PATH: [`${dir}/bin`, `${dir}/venv/bin`, '/usr/local/bin', '/usr/bin', '/bin'].join(':'),
    ...(paths.length > 0 && { PYTHONPATH: paths.join(':') }),
    PYTHONHASHSEED: '0',
    SOURCE_DATE_EPOCH: String(source.epoch),
    // a name of a locale that is not here makes tools of Python complain
    LC_ALL: 'C.UTF-8',
  }
}
