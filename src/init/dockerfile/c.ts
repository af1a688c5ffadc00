import { linkFlags } from '../../languages/c/layout.ts'
import { archOf } from '../../target.ts'
import { type DockerfileFacts, file, kept, type Leg, run, type Stages, word } from './facts.ts'
import { toolImages, toolStage, variables, wrappers, zigCache, zigEnv, zigName } from './tools.ts'

/** How a build system is told about one target; `below`: the directory of its build file in the project. */
interface System {
  readonly packages: readonly string[]
  readonly commands: (facts: DockerfileFacts, leg: Leg, below: string) => readonly string[]
}

/** Build systems that a Dockerfile is written for. */
export const cSystems: Readonly<Partial<Record<DockerfileFacts['project']['buildSystem'], System>>> = {
  cmake: { packages: ['cmake', 'ninja-build'], commands: cmake },
  make: { packages: ['make'], commands: make },
}

/** Copies what was built: ELF executables, but no libraries and nothing that CMake tried. */
const take = [
  '#!/bin/sh',
  '# take FROM TO [NAME...]: the executables below FROM, or those of these names; none at all is an error.',
  'set -eu',
  'from=$1 to=$2',
  'shift 2',
  'mkdir -p "$to"',
  `find "$from" -type f -perm -u+x ! -name '*.so*' ! -path '*/CMakeFiles/*' > /tmp/found`,
  'while IFS= read -r path; do',
  '  [ "$(head -c 4 "$path" | tail -c 3)" = ELF ] || continue',
  '  wanted=$([ $# -eq 0 ] && echo yes || echo no)',
  `  for name do [ "$name" != "\${path##*/}" ] || wanted=yes; done`,
  '  [ "$wanted" = no ] || cp "$path" "$to/"',
  'done < /tmp/found',
  'for name do [ -e "$to/$name" ] || { echo "no $name was built" >&2; exit 1; }; done',
  '[ -n "$(ls -A "$to")" ] || { echo "no executable was built" >&2; exit 1; }',
]

/**
 * C and C++ with zig's compilers: a build directory for each target.
 * @throws BuildError `bad-input`, `no-backend`
 */
export function cStages(facts: DockerfileFacts, legs: readonly Leg[], { packages, commands }: System): Stages {
  const { project, inputs } = facts
  const names = inputs.bin.length > 0 ? inputs.bin : project.executables.map(e => e.name)
  const buildFile = project.c?.buildFile ?? ''
  const below = buildFile.includes('/') ? `/${buildFile.slice(0, buildFile.lastIndexOf('/'))}` : ''
  for (const { target } of legs) zigName(target)
  return {
    images: { BUILD_IMAGE: 'debian:12', ...toolImages },
    lines: [
      ...toolStage(['zig'], inputs['zig-version']),
      '',
      `FROM --platform=$BUILDPLATFORM \${BUILD_IMAGE} AS build`,
      ...run(
        [kept('/var/cache/apt', ',sharing=locked'), kept('/var/lib/apt', ',sharing=locked')],
        ['apt-get update', `apt-get install -y --no-install-recommends ${packages.join(' ')}`],
      ),
      'COPY --from=tools /opt/tools /opt/tools',
      ...variables({ ...zigEnv, PKG_CONFIG_LIBDIR: '/nowhere' }),
      ...legs.flatMap(wrappers),
      ...(project.buildSystem === 'cmake' ? legs.flatMap(leg => toolchainFile(facts, leg)) : []),
      ...file('/opt/take', take, true),
      'WORKDIR /src',
      'COPY . .',
      ...legs.flatMap(leg => {
        const taken = ['/opt/take', `/build/${leg.dir}`, `/out/${leg.dir}`, ...names].map(word).join(' ')
        return run([zigCache], [...commands(facts, leg, below), taken])
      }),
    ],
  }
}

function cmake({ inputs }: DockerfileFacts, { dir }: Leg, below: string): string[] {
  const configure = [
    ...['cmake', '-S', `/src${below}`, '-B', `/build/${dir}`, '-G', 'Ninja'],
    ...[`-DCMAKE_TOOLCHAIN_FILE=/opt/cc/${dir}/toolchain.cmake`, '-DCMAKE_BUILD_TYPE=Release'],
    ...['-DBUILD_SHARED_LIBS=OFF', '-DBUILD_TESTING=OFF', ...inputs.args],
  ]
  return [configure.map(word).join(' '), `cmake --build /build/${dir}`]
}

/** cmake-toolchains(7): headers, libraries and packages are looked for only in the project and the build. */
function toolchainFile({ inputs }: DockerfileFacts, { target, dir }: Leg): string[] {
  const set = (name: string, value: string) => `set(${name} "${value}")`
  const flags = [...linkFlags(target), ...(inputs.strip ? ['-s'] : [])]
  const tool = (names: readonly string[], program: string) => names.map(n => set(n, `/opt/cc/${dir}/${program}`))
  return file(`/opt/cc/${dir}/toolchain.cmake`, [
    set('CMAKE_SYSTEM_NAME', 'Linux'),
    set('CMAKE_SYSTEM_PROCESSOR', archOf(target).cpu.cmake),
    ...tool(['CMAKE_C_COMPILER', 'CMAKE_ASM_COMPILER'], 'cc'),
    ...tool(['CMAKE_CXX_COMPILER'], 'c++'),
    ...tool(['CMAKE_AR', 'CMAKE_C_COMPILER_AR', 'CMAKE_CXX_COMPILER_AR'], 'ar'),
    ...tool(['CMAKE_RANLIB', 'CMAKE_C_COMPILER_RANLIB', 'CMAKE_CXX_COMPILER_RANLIB'], 'ranlib'),
    set('CMAKE_EXE_LINKER_FLAGS_INIT', flags.join(' ')),
    'set(CMAKE_BUILD_WITH_INSTALL_RPATH ON)',
    `set(CMAKE_FIND_ROOT_PATH /src /build/${dir})`,
    'set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)',
    ...['LIBRARY', 'INCLUDE', 'PACKAGE'].map(kind => `set(CMAKE_FIND_ROOT_PATH_MODE_${kind} ONLY)`),
  ])
}

/** In a copy of the sources: make builds where they are. Compilers win over the Makefile's, flags do not. */
function make({ project, inputs }: DockerfileFacts, { target, dir }: Leg, below: string): string[] {
  const at = `/build/${dir}${below}`
  const flags = [...linkFlags(target), ...(inputs.strip ? ['-s'] : [])].join(' ')
  const tools = ['CC=cc', 'CXX=c++', 'AR=ar', 'RANLIB=ranlib', 'LD=cc'].map(t => t.replace('=', `=/opt/cc/${dir}/`))
  const build = ['make', '-C', at, ...tools, 'STRIP=true', ...inputs.args].map(word).join(' ')
  return [
    `mkdir -p /build && cp -a /src /build/${dir}`,
    ...(project.c?.hasObjects ? [`{ make -C ${word(at)} clean || true; }`] : []),
    `${flags === '' ? '' : `LDFLAGS=${word(flags)} `}${build} -j"$(nproc)"`,
  ]
}
