import { archOf } from '../../target.ts'
import { type Layout, linkFlags, type TargetRecipe, wantedBins } from './layout.ts'

/** CMake in a build directory of its own; executables come from its file API. */
export function cmakeRecipe(layout: Layout): TargetRecipe {
  const { context, target, source, build, empty, env } = layout
  const toolchain = `${build}.toolchain.cmake`
  const ninja = (context.answers['ninja']?.stdout ?? '').trim() !== ''
  return {
    inCopy: false,
    files: [
      { path: toolchain, content: toolchainFile(layout), executable: false },
      // cmake-file-api(7): the mere presence of this file asks for the answer.
      { path: `${build}/.cmake/api/v1/query/codemodel-v2`, content: '', executable: false },
    ],
    steps: [
      {
        title: `cmake for ${target.name}`,
        argv: [
          ...['cmake', '-S', source, '-B', build, '-G', ninja ? 'Ninja' : 'Unix Makefiles'],
          `-DCMAKE_TOOLCHAIN_FILE=${toolchain}`,
          '-DCMAKE_BUILD_TYPE=Release',
          ...['-DBUILD_SHARED_LIBS=OFF', '-DBUILD_TESTING=OFF', '-DCMAKE_FIND_USE_PACKAGE_REGISTRY=OFF'],
          ...context.inputs.args,
        ],
        cwd: source,
        env,
        mkdir: [build, empty],
      },
      {
        title: `cmake --build for ${target.name}`,
        argv: ['cmake', '--build', build, '--parallel', String(context.cpus)],
        cwd: source,
        env,
      },
    ],
    collect: { from: 'cmake', target: target.name, buildDir: build, bins: wantedBins(context) },
  }
}

/**
 * cmake-toolchains(7). Programs are this machine's; headers, libraries and packages are looked for only below the
 * project and the build, so that nothing of this machine gets in by accident.
 */
function toolchainFile({ target, compilers, context, build, empty }: Layout): string {
  const { project, inputs } = context
  const set = (name: string, value: string) => `set(${name} ${bracket(value)})`
  return [
    set('CMAKE_SYSTEM_NAME', 'Linux'),
    set('CMAKE_SYSTEM_PROCESSOR', archOf(target).cpu.cmake),
    set('CMAKE_C_COMPILER', compilers.cc),
    set('CMAKE_CXX_COMPILER', compilers.cxx),
    set('CMAKE_ASM_COMPILER', compilers.cc),
    ...['CMAKE_AR', 'CMAKE_C_COMPILER_AR', 'CMAKE_CXX_COMPILER_AR'].map(name => set(name, compilers.ar)),
    ...['CMAKE_RANLIB', 'CMAKE_C_COMPILER_RANLIB', 'CMAKE_CXX_COMPILER_RANLIB'].map(n => set(n, compilers.ranlib)),
    set('CMAKE_EXE_LINKER_FLAGS_INIT', linkFlags(target).join(' ')),
    // The path of a build directory is no place to load libraries from.
    'set(CMAKE_BUILD_WITH_INSTALL_RPATH ON)',
    ...(inputs.strip ? ['set(CMAKE_STRIP true)'] : []),
    ...[empty, project.dir, build].map(dir => `list(APPEND CMAKE_FIND_ROOT_PATH ${bracket(dir)})`),
    'set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)',
    ...['LIBRARY', 'INCLUDE', 'PACKAGE'].map(kind => `set(CMAKE_FIND_ROOT_PATH_MODE_${kind} ONLY)`),
    '',
  ].join('\n')
}

/** A bracket argument: nothing in it is special, whatever a path holds. */
const bracket = (text: string): string => `[==[${text}]==]`
