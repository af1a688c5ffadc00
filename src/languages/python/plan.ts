import { BuildError } from '../../errors.ts'
import type { Collect, GeneratedFile, Step } from '../../plan.ts'
import type { Target } from '../../target.ts'
import { policyFor } from '../../verify/policies.ts'
import type { Context, Recipe } from '../language.ts'
import { scriptStep } from '../scripts.ts'
import { freezeSteps } from './freeze.ts'
import { freezerPackages, readFreezer } from './freezers.ts'
import { libgcc } from './libgcc.ts'
import { jobsFor } from './memory.ts'
import { pipTarget } from './platforms.ts'
import { distributionOf, presetPackages, presets } from './presets.ts'
import { pbsProvider } from './provider/pbs.ts'
import type { PlainStep, Provider } from './provider/provider.ts'
import { sourceProvider } from './provider/source.ts'
import { systemProvider } from './provider/system.ts'
import { isAllowed } from './requires.ts'
import { wheelsScript } from './wheels.ts'

/**
 * A Python application as one program per entry point: an interpreter with an old floor, wheels that fit it, and a freezer
 * that compiles with the backend's compilers. Pure.
 * @throws BuildError `no-executable`, `bad-input`, `impossible-floor`, `no-backend`, `tool-missing`
 */
export function planPython(context: Context, targets: readonly Target[]): Recipe {
  const { inputs, project, kit } = context
  const freezer = readFreezer(inputs['python-freezer'])
  if (inputs['python-mode'] !== 'onefile') {
    throw new BuildError('bad-input', 'python-mode: only `onefile` can be handed over in this version', {
      hint: 'A onefile unpacks itself into a temporary directory when it starts; nuitka-args can say into which one.',
    })
  }
  if (project.executables.length === 0) {
    throw new BuildError('no-executable', `${project.name} has no entry point`, {
      hint: 'Add `[project.scripts]` to pyproject.toml, a `__main__.py` to the package, or a script with `if __name__ == "__main__":`.',
    })
  }
  const steps: Step[] = []
  const collect: Collect[] = []
  const files: GeneratedFile[] = []
  const notices: string[] = []
  for (const target of targets) {
    const provider = providerOf(context, target)
    checkVersion(context, provider)
    const dir = `${context.workDir}/${target.name}`
    const add = (verb: string, step: PlainStep) =>
      steps.push({ ...step, id: `${steps.length + 1}-${verb}`, targets: [target.name] })
    const script = (kind: 'before-script' | 'after-script') => {
      const text = inputs[kind]
      const id = `${steps.length + 1}-${kind}`
      if (text !== null) steps.push(scriptStep({ kind, text, target, kit, cwd: project.dir, id }))
    }
    files.push(...provider.files, { path: `${dir}/wheels.py`, content: wheelsScript, executable: false })
    notices.push(...provider.notices)
    script('before-script')
    for (const step of provider.steps) add('python', step)
    for (const step of packageSteps(context, target, provider, dir)) add('packages', step)
    const library = libgcc(context, target)
    if (library !== null) add('libgcc', library.step)
    const freezing = {
      context,
      target,
      library,
      isStatic: provider.isStatic,
      freezer,
      dir,
      jobs: jobsFor(context.cpus, context.answers['memory']),
    }
    const frozen = freezeSteps(freezing)
    for (const step of frozen.steps) add('freeze', step)
    files.push(...frozen.files)
    collect.push(...frozen.collect)
    script('after-script')
  }
  return { steps, collect, files, notices: [...notices, ...preconditions(context)] }
}

function providerOf(context: Context, target: Target): Provider {
  switch (context.inputs['python-provider']) {
    case 'source':
      return sourceProvider(context, target)
    case 'pbs':
      return pbsProvider(context, target, context.answers['sums']?.code === 0 ? context.answers['sums'].stdout : null)
    case 'system':
      return systemProvider(context, target, context.answers['python'])
  }
}

/** @throws BuildError `bad-input` for a Python that the project does not want: pip asks only where it installs the project */
function checkVersion({ project }: Context, { version }: Provider): void {
  const requires = project.python?.requires ?? null
  if (requires === null || isAllowed(version, requires)) return
  throw new BuildError('bad-input', `${project.name} wants Python ${requires}, and the interpreter is ${version}`, {
    hint: 'Choose another one with `python-version`; `python-provider: pbs` and `system` can have newer ones than `source`.',
  })
}

/** A new environment, the wheels that fit, the freezer, and over what it brought, the wheels and the project itself. */
function packageSteps(context: Context, target: Target, provider: Provider, dir: string): PlainStep[] {
  const { project, inputs } = context
  const facts = project.python
  const venv = `${dir}/venv`
  const python = `${venv}/bin/python`
  const lock = `${dir}/requirements.lock`
  const where = `Python ${provider.version.split('.').slice(0, 2).join('.')} on glibc ${target.floor}`
  const env = pipEnv(context, target)
  const common = { cwd: project.dir, env, tool: 'pip' } as const
  const pip = [python, '-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '--quiet']
  const freezer = readFreezer(inputs['python-freezer'])
  const ours = freezerPackages[freezer].map(([name, version]) =>
    name === 'nuitka' ? `nuitka==${inputs['nuitka-version'] ?? version}` : `${name}==${version}`,
  )
  const source = `${dir}/source`
  return [
    {
      ...common,
      title: `new environment of Python ${provider.version} for ${target.name}`,
      argv: [provider.python, '-m', 'venv', '--clear', venv],
      mkdir: [dir],
    },
    {
      ...common,
      title: `wheels for ${where}`,
      argv: [
        ...[python, `${dir}/wheels.py`, `${dir}/wheels`, lock, where],
        ...['--', ...pipTarget(target, provider.version), '--', ...requirementsOf(context)],
      ],
      // what the packages need from outside of the C library is judged with the program
      wheels: { dir: `${dir}/wheels`, policy: policyFor(target, { allowLibraries: ['*'] }) },
    },
    {
      ...common,
      title: `install ${ours.join(', ')}`,
      argv: [...pip, ...(freezer === 'pyinstaller' ? ownBootloader : []), ...ours],
      env: { ...env, ...(freezer === 'pyinstaller' && bootloaderEnv(dir)) },
    },
    {
      ...common,
      title: `install what ${project.name} requires`,
      // where the freezer brought a package of the application in another version, or as a wheel of this machine, the lock decides
      argv: [
        ...[...pip, '--force-reinstall', '--no-index', '--no-deps', '--require-hashes'],
        ...[`--find-links=${dir}/wheels`, '-r', lock],
      ],
    },
    ...(facts?.installable
      ? [
          {
            ...common,
            cwd: source,
            title: `install ${project.name}`,
            argv: [...pip, '--no-deps', source],
            copySources: { from: project.dir, to: source },
          },
        ]
      : []),
  ]
}

/** pip would take one that was compiled for another floor from its cache. */
const ownBootloader = ['--no-binary=pyinstaller', '--no-cache-dir'] as const

/**
 * The bootloader of PyInstaller's wheel needs the libz.so.1 of the machine that the program starts on; ours has its own zlib in
 * it (PyInstaller's manual, "Building the Bootloader").
 */
const bootloaderEnv = (dir: string): Record<string, string> => ({
  PYINSTALLER_COMPILE_BOOTLOADER: '1',
  PYINSTALLER_BOOTLOADER_WAF_ARGS: '--static-zlib',
  CC: `${dir}/bin/clang`,
  PB_STRIP: '1',
})

/** Everything that the application needs, as pip takes it. */
function requirementsOf({ project, inputs }: Context): string[] {
  const facts = project.python
  const preset = inputs.preset === null ? [] : presetPackages(presets[inputs.preset], inputs['python-packages'])
  const odd = inputs['python-packages'].find(p => p.startsWith('-') || distributionOf(p) === '')
  if (odd !== undefined) throw new BuildError('bad-input', `python-packages: ${JSON.stringify(odd)} is no requirement`)
  return [
    ...preset,
    ...inputs['python-packages'],
    ...(facts?.dependencies ?? []),
    ...(facts?.requirements ?? []).flatMap(file => ['-r', `${project.dir}/${file}`]),
  ]
}

/**
 * pip asks the index that the user has set up; what has to be compiled is compiled for the target.
 * @throws BuildError `bad-input` for an index with a password: reports have the commands of steps that failed
 */
function pipEnv({ kit, inputs, source }: Context, target: Target): Record<string, string> {
  const compilers = kit.compilers[target.name]
  const index = inputs.mirrors['pypi']
  if (index !== undefined && /^[a-z]+:\/\/[^/]*@/i.test(index)) {
    throw new BuildError('bad-input', 'mirrors: the URL of `pypi` has a user or a password, which reports would show', {
      hint: 'Put them where pip looks for them: `~/.netrc`, or the URL as `index-url` into `~/.config/pip/pip.conf`.',
    })
  }
  return {
    ...(compilers && { CC: compilers.cc, CXX: compilers.cxx, AR: compilers.ar }),
    ...(index !== undefined && { PIP_INDEX_URL: index }),
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    PYTHONHASHSEED: '0',
    SOURCE_DATE_EPOCH: String(source.epoch),
  }
}

/** What the machine that the program starts on must have, beside a C library: nobody can read it from the bytes. */
function preconditions({ project, inputs }: Context): string[] {
  const preset = inputs.preset === null ? [] : presets[inputs.preset].preconditions
  return [
    `${project.name} unpacks itself when it starts: it needs a temporary directory (TMPDIR, /tmp) that allows programs to be started (no \`noexec\`)`,
    `${project.name}: multiprocessing needs a writable /dev/shm`,
    ...preset.map(text => `${project.name} needs ${text}`),
  ]
}
