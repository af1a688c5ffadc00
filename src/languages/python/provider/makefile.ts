import type { Recipe } from './recipe.ts'

/** Where things are while Python is compiled; absolute directories. */
export interface Places {
  /** Of the tarballs, by {@link sourcePath}. */
  readonly sources: string
  /** Of what is generated: the only one that may have any character in its name. */
  readonly scripts: string
  readonly work: string
  /** Where Python will be. */
  readonly prefix: string
}

/** Where the tarball of a recipe is expected. */
export const sourcePath = (sources: string, { source }: Recipe): string =>
  `${sources}/${source.sha256.slice(0, 16)}-${source.pool.slice(source.pool.lastIndexOf('/') + 1)}`

/**
 * A Makefile, for the work directory, that builds recipes side by side, as far as one does not need the other. What is done
 * stays done when it is started again. Each prints one line when it starts and one when it is done; its output is kept,
 * and shown if it fails. Pure.
 */
export function makefile(recipes: readonly Recipe[], { scripts }: Places): string {
  const rules = recipes.map(({ name, after }) => {
    const needed = after.filter(a => recipes.some(r => r.name === a)).map(a => `${a}.done`)
    return `${name}.done: ${needed.join(' ')}\n\t@sh ${quoted(`${scripts}/${name}.sh`).replaceAll('$', '$$$$')}\n`
  })
  return `.PHONY: all\nall: ${recipes.map(r => `${r.name}.done`).join(' ')}\n\n${rules.join('\n')}`
}

/** The script that builds one recipe (POSIX sh). Environment: `CC CXX AR RANLIB JOBS OPENSSL`. Pure. */
export function script(recipe: Recipe, places: Places): string {
  const { name, version, patches = [], cflags = [], env = {}, commands } = recipe
  const { work } = places
  const title = `${name} ${version}`
  return `${[
    '#!/bin/sh',
    `# Builds ${title}. Written by portable-build.`,
    'set -eu',
    // what is compiled once needs no cache of objects
    'unset PB_CCACHE PB_BUILD_DIR',
    `SYSROOT=${quoted(`${work}/sysroot`)} PREFIX=${quoted(places.prefix)} STAGE=${quoted(`${work}/stage`)}`,
    `CFLAGS=${quoted(['-O2', '-fPIC', ...cflags].join(' '))} CXXFLAGS='-O2 -fPIC'`,
    `ZIG_LOCAL_CACHE_DIR=${quoted(`${work}/zig/${name}`)} PB_SOURCE_DIR=${quoted(`${work}/${name}`)}`,
    'export SYSROOT PREFIX STAGE CFLAGS CXXFLAGS ZIG_LOCAL_CACHE_DIR PB_SOURCE_DIR',
    ...Object.entries(env).map(([variable, value]) => `export ${variable}=${expanded(value)}`),
    `log=${quoted(`${work}/${name}.log`)}`,
    `echo ${quoted(`compiling ${title}`)}`,
    'build() {',
    `  rm -rf ${quoted(`${work}/${name}`)}`,
    `  mkdir -p ${quoted(`${work}/${name}`)}`,
    `  tar -xf ${quoted(sourcePath(places.sources, recipe))} --strip-components=1 -C ${quoted(`${work}/${name}`)}`,
    `  cd ${quoted(`${work}/${name}`)}`,
    ...patches.flatMap(({ file, sed, why }) => [
      `  # ${why}`,
      `  cp ${quoted(file)} .before`,
      `  sed -e ${quoted(sed)} .before >${quoted(file)}`,
      `  if cmp -s .before ${quoted(file)}; then echo 'the patch fits nothing'; exit 1; fi`,
    ]),
    ...commands.map(words => `  ${words.map(expanded).join(' ')}`),
    '}',
    // not `if build`: in a condition, sh goes on after a command that failed
    '(set -e; build) >"$log" 2>&1 &',
    'wait $! || {',
    `  echo ${quoted(`${title} does not compile; the end of its output:`)} >&2`,
    '  tail -n 40 "$log" >&2',
    '  exit 1',
    '}',
    `rm -rf ${quoted(`${work}/${name}`)}`,
    `touch ${quoted(`${work}/${name}.done`)}`,
    `echo ${quoted(`compiled ${title}`)}`,
  ].join('\n')}\n`
}

/** One word of sh that stands for any text. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** One word of sh in which variables are filled in. */
const expanded = (text: string): string =>
  /^[A-Za-z0-9_./=:+-]+$/.test(text) ? text : `"${text.replaceAll(/["\\`]/g, '\\$&')}"`
