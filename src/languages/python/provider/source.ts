import { createHash } from 'node:crypto'
import { BuildError } from '../../../errors.ts'
import { nearest } from '../../../nearest.ts'
import type { Target } from '../../../target.ts'
import type { Context } from '../../language.ts'
import { pythons } from './cpython.ts'
import { libraries } from './libraries.ts'
import { makefile, type Places, quoted, script, sourcePath } from './makefile.ts'
import { poolPlaces } from './places.ts'
import type { Provider } from './provider.ts'
import { openSslNames, type Recipe } from './recipe.ts'
import { selfTest } from './selftest.ts'

/**
 * Archives that have the sources, each by its own path; the last one keeps every state for ever.
 * `mirrors: debian=` names another one.
 */
const archives: readonly string[] = [
  'https://deb.debian.org/debian',
  'https://snapshot.debian.org/archive/debian/20261120T000000Z',
]

/** Programs of this machine that the recipes start, beside the compilers of the backend. */
export const sourceTools: readonly string[] = ['make', 'perl', 'pkg-config', 'tclsh', 'tar', 'xz']

/**
 * Python and its libraries, compiled for the floor of the target by the backend's compilers, into a directory below
 * `toolsDir` that is named after all that decides its content. Pure.
 * @throws BuildError `bad-input` for a version without a recipe, `no-backend` for an architecture without one
 */
export function sourceProvider(context: Context, target: Target): Provider {
  const { inputs, kit, workDir, toolsDir, cpus, project } = context
  if (/[^\w./@+-]/.test(toolsDir)) {
    throw new BuildError(
      'bad-input',
      `Python does not compile in ${JSON.stringify(toolsDir)}: its name has more than letters and digits`,
      {
        hint: 'Set PORTABLE_BUILD_TOOLS_DIR to a directory with a plain name.',
      },
    )
  }
  const compilers = kit.compilers[target.name]
  const openssl = openSslNames[target.arch]
  if (!compilers) throw new BuildError('no-backend', `there is no C compiler for ${target.name}: Python needs one`)
  if (openssl === undefined) {
    throw new BuildError('no-backend', `Python is not compiled for ${target.arch}`, {
      hint: `There are recipes for ${Object.keys(openSslNames).join(' and ')}.`,
    })
  }
  const python = choose(inputs['python-version'], project.toolchain, pythons)
  const recipes = [...libraries, python]
  const key = providerKey(recipes, [target.name, kit.identity])
  const prefix = `${toolsDir}/python/cpython-${python.version}-${target.name}-${key}`
  const places: Places = {
    sources: `${toolsDir}/sources`,
    scripts: `${workDir}/${target.name}/python-${key}`,
    work: `${toolsDir}/python/.build-${key}`,
    prefix,
  }
  const file = (name: string, content: string) => ({ path: `${places.scripts}/${name}`, content, executable: false })
  return {
    python: `${prefix}/bin/python3`,
    version: python.version,
    isStatic: true,
    files: [
      file('Makefile', makefile(recipes, places)),
      ...recipes.map(recipe => file(`${recipe.name}.sh`, script(recipe, places))),
      file('build.sh', buildScript(places, recipes)),
      file('selftest.py', selfTest),
    ],
    steps: [
      {
        title: `compile Python ${python.version} and its libraries for ${target.name}`,
        argv: ['sh', `${places.scripts}/build.sh`],
        cwd: toolsDir,
        mkdir: [places.work],
        env: {
          ...{ CC: compilers.cc, CXX: compilers.cxx, AR: compilers.ar, RANLIB: compilers.ranlib },
          ...{ JOBS: String(cpus), OPENSSL: openssl },
          // the same in every run, whatever is built with it
          SOURCE_DATE_EPOCH: '1700000000',
        },
        unless: prefix,
        fetch: recipes.map(recipe => ({
          path: sourcePath(places.sources, recipe),
          sha256: recipe.source.sha256,
          bytes: recipe.source.bytes,
          from: poolPlaces(recipe.source.pool, inputs.mirrors['debian'] ?? null, archives),
        })),
      },
    ],
    notices: [],
  }
}

/** Sixteen hexadecimal digits of everything that decides what a provider is. */
export function providerKey(recipes: readonly Recipe[], more: readonly string[]): string {
  const places: Places = { sources: '', scripts: '', work: '', prefix: '' }
  const texts = recipes.map(recipe => [recipe.source.sha256, recipe.license, script(recipe, places)])
  return createHash('sha256')
    .update(JSON.stringify([texts, buildScript(places, recipes), selfTest, more]))
    .digest('hex')
    .slice(0, 16)
}

/**
 * The newest recipe that a version means.
 * @param asked by the input; @param pinned by the project's `.python-version`, which the input overrides
 * @throws BuildError `bad-input`
 */
function choose(asked: string | null, pinned: string | null, all: readonly Recipe[]): Recipe {
  const version = asked ?? pinned
  const fits = ({ version: own }: Recipe) => version === null || own === version || own.startsWith(`${version}.`)
  const found = all.findLast(fits)
  if (found) return found
  const known = all.map(r => r.version)
  const guess = nearest(version ?? '', known)
  const near = guess === null || known.length < 2 ? '' : `; the nearest is ${guess}`
  const override = asked === null ? ' `python-version` overrides the file.' : ''
  throw new BuildError(
    'bad-input',
    `${asked === null ? '.python-version' : 'python-version'}: there is no recipe for Python ${version}`,
    { hint: `Recipes: ${known.join(', ')}${near}.${override} \`python-provider: pbs\` can have others.` },
  )
}

/**
 * Builds everything, puts it together, tests it where it is, and moves it to its place at once (POSIX sh). Of two runs at the
 * same time, the second waits and uses it.
 */
function buildScript({ scripts, work, prefix }: Places, recipes: readonly Recipe[]): string {
  const made = recipes.map(({ name, version, license, source }) => ({ name, version, license, sha256: source.sha256 }))
  return `${[
    '#!/bin/sh',
    '# Written by portable-build.',
    'set -eu',
    `scripts=${quoted(scripts)} work=${quoted(work)} prefix=${quoted(prefix)}`,
    'mkdir -p "$work"',
    'exec 9>"$work.lock"',
    '! command -v flock >/dev/null || flock 9',
    'if test -x "$prefix/bin/python3"; then exit 0; fi',
    'mkdir -p "$work"',
    'make --no-print-directory --directory="$work" --jobs="$JOBS" --file="$scripts/Makefile"',
    'cd "$work/stage$prefix"',
    '# What no program needs: half of the files.',
    'rm -rf share lib/python3.*/test lib/python3.*/idlelib lib/python3.*/turtledemo lib/pkgconfig bin/idle3* bin/2to3*',
    '# Where Nuitka looks for it, wherever the directory is put.',
    'mv lib/python3.*/config-*/libpython3.*.a lib/',
    `printf '%s\\n' ${quoted(JSON.stringify({ schema: 1, made }))} >portable-build.json`,
    './bin/python3 -I "$scripts/selftest.py"',
    'mkdir -p "$(dirname "$prefix")"',
    'mv -T "$work/stage$prefix" "$prefix"',
    'rm -rf "$work" "$work.lock"',
  ].join('\n')}\n`
}
