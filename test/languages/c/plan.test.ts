import { describe, expect, it } from 'vitest'
import { zig } from '../../../src/backends/zig.ts'
import type { Inputs } from '../../../src/inputs/inputs.ts'
import { c } from '../../../src/languages/c.ts'
import type { Recipe } from '../../../src/languages/language.ts'
import type { Step } from '../../../src/plan.ts'
import { parseTarget, settleTargets } from '../../../src/target.ts'
import { noContainer } from '../../support/container.ts'
import { inputsWith } from '../../support/inputs.ts'
import { memoryTree } from '../../support/memory-tree.ts'

const trees = {
  cmake: { 'CMakeLists.txt': 'project(hello C)' },
  meson: { 'meson.build': "project('hello', 'c')" },
  autotools: { configure: '# GNU Autoconf', 'configure.ac': 'AC_INIT([hello],[1])' },
  make: { Makefile: 'all:' },
}

function plan(
  files: Record<string, string>,
  names: readonly string[],
  some: Partial<Inputs> = {},
  ninja = true,
): Recipe {
  const inputs = inputsWith(some)
  const project = c.detect(memoryTree(files, '/src/hello'), inputs)
  if (!project) throw new Error('no project')
  const { targets } = settleTargets(names.map(parseTarget), { libc: 'musl', glibc: null })
  const requests = targets.map(target => {
    const container = noContainer
    return { target, project, language: 'c' as const, needsC: true, cpu: inputs.cpu, zigVersion: '0.15.2', container }
  })
  const machine = { arch: 'x86_64', cpus: 3, glibc: '2.36', tools: {}, emulators: {}, toolsDir: '/tools' } as const
  return c.plan(
    {
      project,
      inputs,
      source: { commit: null, epoch: 1700000000, dirty: false, tag: null, why: 'no git' },
      answers: { ninja: { code: 0, stdout: ninja ? '/usr/bin/ninja\n' : '', stderr: '' } },
      kit: zig.kit(requests, machine),
      workDir: '/src/hello/.portable-build/hello-zig',
      cpus: 3,
      toolsDir: '/tools',
    },
    targets,
  )
}

/** A command without hashes, so that it can be compared. */
const plain = (text: string): string =>
  text.replace(/-[0-9a-f]{8}\b/g, '-HASH').replace(/wrappers\/[0-9a-f]{16}/g, 'wrappers/HASH')
const commands = ({ steps }: Recipe): string[] => steps.map(s => plain(s.argv.join(' ')))
const work = '/src/hello/.portable-build/hello-zig'
const W = '/tools/wrappers/HASH'

const step = ({ steps }: Recipe, verb: string): Step => {
  const found = steps.find(s => s.id.includes(verb))
  if (!found) throw new Error(`no step ${verb} in ${steps.map(s => s.id)}`)
  return found
}

describe('a CMake project', () => {
  const recipe = plan(trees.cmake, ['aarch64-linux-musl'], { args: ['-DWITH_X=ON'] })
  const dir = `${work}/aarch64-linux-musl`

  it('is configured with a toolchain file, then built', () => {
    expect(commands(recipe)).toEqual([
      `cmake -S /src/hello -B ${dir}/build-HASH -G Ninja -DCMAKE_TOOLCHAIN_FILE=${dir}/build-HASH.toolchain.cmake -DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=OFF -DBUILD_TESTING=OFF -DCMAKE_FIND_USE_PACKAGE_REGISTRY=OFF -DWITH_X=ON`,
      `cmake --build ${dir}/build-HASH --parallel 3`,
    ])
    expect(commands(plan(trees.cmake, ['aarch64'], {}, false))[0]).toContain('-G Unix Makefiles')
  })

  it('looks for headers and libraries only below the project', () => {
    const toolchain = plain(recipe.files?.find(f => f.path.endsWith('.toolchain.cmake'))?.content ?? '')
    expect(toolchain).toBe(`set(CMAKE_SYSTEM_NAME [==[Linux]==])
set(CMAKE_SYSTEM_PROCESSOR [==[aarch64]==])
set(CMAKE_C_COMPILER [==[${W}/aarch64-linux-musl-cc]==])
set(CMAKE_CXX_COMPILER [==[${W}/aarch64-linux-musl-c++]==])
set(CMAKE_ASM_COMPILER [==[${W}/aarch64-linux-musl-cc]==])
set(CMAKE_AR [==[${W}/aarch64-linux-musl-ar]==])
set(CMAKE_C_COMPILER_AR [==[${W}/aarch64-linux-musl-ar]==])
set(CMAKE_CXX_COMPILER_AR [==[${W}/aarch64-linux-musl-ar]==])
set(CMAKE_RANLIB [==[${W}/aarch64-linux-musl-ranlib]==])
set(CMAKE_C_COMPILER_RANLIB [==[${W}/aarch64-linux-musl-ranlib]==])
set(CMAKE_CXX_COMPILER_RANLIB [==[${W}/aarch64-linux-musl-ranlib]==])
set(CMAKE_EXE_LINKER_FLAGS_INIT [==[-static]==])
set(CMAKE_BUILD_WITH_INSTALL_RPATH ON)
set(CMAKE_STRIP true)
list(APPEND CMAKE_FIND_ROOT_PATH [==[${dir}/no-libraries]==])
list(APPEND CMAKE_FIND_ROOT_PATH [==[/src/hello]==])
list(APPEND CMAKE_FIND_ROOT_PATH [==[${dir}/build-HASH]==])
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
`)
  })

  it('tells its executables by the file API that it asks for', () => {
    const [collect] = recipe.collect
    expect(collect).toMatchObject({ from: 'cmake', target: 'aarch64-linux-musl', bins: null })
    const buildDir = collect?.from === 'cmake' ? collect.buildDir : ''
    expect(recipe.files?.map(f => f.path)).toContain(`${buildDir}/.cmake/api/v1/query/codemodel-v2`)
  })

  it('is built from a directory below when that was asked for', () => {
    const files = { Makefile: '', 'build/cmake/CMakeLists.txt': 'project(hello C)' }
    expect(commands(plan(files, ['x86_64'], { 'build-system': 'cmake' }))[0]).toContain('-S /src/hello/build/cmake ')
  })
})

describe('a Meson project', () => {
  const recipe = plan(trees.meson, ['armv7-linux-musl', 's390x-linux-gnu'])

  it('is set up with a cross file of each target, built and installed into a stage', () => {
    const dir = `${work}/armv7-linux-musl`
    expect(commands(recipe).slice(0, 4)).toEqual([
      `meson setup --cross-file ${dir}/build-HASH.cross.ini --buildtype release --default-library static ${dir}/build-HASH /src/hello`,
      `meson compile -C ${dir}/build-HASH -j 3`,
      `rm -rf -- ${dir}/stage`,
      `meson install -C ${dir}/build-HASH --no-rebuild --destdir ${dir}/stage`,
    ])
    expect(recipe.collect).toHaveLength(2)
  })

  it('knows the machine', () => {
    const [arm, s390] = recipe.files ?? []
    expect(arm?.content).toContain("cpu_family = 'arm'\ncpu = 'armv7-a'\nendian = 'little'")
    expect(arm?.content).toContain("c_link_args = ['-static']")
    expect(s390?.content).toContain("endian = 'big'")
    expect(s390?.content).toContain('c_link_args = []')
  })
})

describe('an Autotools project', () => {
  it('is built in a copy, with the answers that configure cannot find out', () => {
    const recipe = plan(trees.autotools, ['x86_64-linux-gnu.2.17'])
    const configure = step(recipe, 'configure')
    expect(configure.copySources?.from).toBe('/src/hello')
    expect(configure.cwd).toBe(configure.copySources?.to)
    expect(configure.argv.slice(0, 5)).toEqual([
      './configure',
      '--host=x86_64-linux-gnu',
      '--config-cache',
      '--disable-shared',
      '--enable-static',
    ])
    expect(configure.env).toMatchObject({ ac_cv_func_malloc_0_nonnull: 'yes', ac_cv_func_getrandom: 'no' })
    expect(commands(recipe).slice(1)).toEqual([
      'make -j3 MAKEINFO=true',
      `rm -rf -- ${work}/x86_64-linux-gnu.2.17/stage`,
      `make install MAKEINFO=true DESTDIR=${work}/x86_64-linux-gnu.2.17/stage`,
    ])
  })

  it('does not deny functions that the floor has', () => {
    expect(step(plan(trees.autotools, ['x86_64-linux-gnu.2.36']), 'configure').env).not.toHaveProperty(
      'ac_cv_func_getrandom',
    )
    expect(step(plan(trees.autotools, ['x86_64-linux-musl']), 'configure').env).not.toHaveProperty('ac_cv_func_strlcpy')
  })

  it('makes configure first where there is none', () => {
    const recipe = plan({ 'configure.ac': 'AC_INIT([hello],[1])' }, ['x86_64-linux-musl'])
    expect(recipe.steps[0]).toMatchObject({ argv: ['autoreconf', '-fi'], copySources: { from: '/src/hello' } })
    expect(step(recipe, 'configure').argv).not.toContain('AUTOMAKE=:')
  })
})

describe('a Makefile', () => {
  const recipe = plan(trees.make, ['x86_64-linux-musl'], { args: ['prog', 'V=1'] })

  it('gets the compilers, and keeps its own flags', () => {
    const cc = `${W}/x86_64-linux-musl-cc`
    expect(commands(recipe)).toEqual([
      `make -j3 CC=${cc} CXX=${W}/x86_64-linux-musl-c++ AR=${W}/x86_64-linux-musl-ar RANLIB=${W}/x86_64-linux-musl-ranlib LD=${cc} STRIP=true prog V=1`,
    ])
    expect(recipe.steps[0]?.env).toMatchObject({
      LDFLAGS: '-static',
      SOURCE_DATE_EPOCH: '1700000000',
      LC_ALL: 'C',
      PB_STRIP: '1',
    })
    expect(recipe.steps[0]?.env).not.toHaveProperty('CFLAGS')
  })

  it('is run in a copy: the tree of the user is never written', () => {
    expect(recipe.steps[0]?.copySources?.from).toBe('/src/hello')
    expect(recipe.steps[0]?.cwd).toMatch(/^\/src\/hello\/\.portable-build\//)
  })

  it('cleans objects of this machine out of the copy', () => {
    const again = plan({ Makefile: 'all:', 'main.o': '' }, ['x86_64-linux-musl'])
    expect(again.steps[0]).toMatchObject({
      argv: ['make', 'clean'],
      optional: true,
      copySources: { from: '/src/hello' },
    })
  })
})

describe('a build command', () => {
  it('gets what it needs and puts executables into PB_OUT', () => {
    const recipe = plan({ 'a.c': '' }, ['aarch64-linux-musl'], { 'build-command': '$CC a.c -o "$PB_OUT/a"' })
    const build = step(recipe, 'build-command')
    expect(build.argv).toEqual(['sh', '-eu', '-c', '$CC a.c -o "$PB_OUT/a"'])
    expect(Object.keys(build.env)).toEqual(
      expect.arrayContaining([
        'CC',
        'CXX',
        'AR',
        'RANLIB',
        'STRIP',
        'CFLAGS',
        'LDFLAGS',
        'PKG_CONFIG_LIBDIR',
        'PB_TARGET',
        'PB_ARCH',
      ]),
    )
    expect(build.env['TARGET']).toBe('arm64')
    expect(recipe.collect[0]).toMatchObject({ from: 'tree', dirs: [build.env['PB_OUT']] })
    expect(build.mkdir).toContain(build.env['PB_OUT'])
  })
})

describe('every C project', () => {
  it.each(Object.keys(trees) as (keyof typeof trees)[])(
    '%s: keeps zig’s local cache to one build directory',
    system => {
      const { steps } = plan(trees[system], ['x86_64-linux-musl', 'aarch64-linux-musl'])
      const caches = new Map(steps.map(s => [s.targets[0], s.env['ZIG_LOCAL_CACHE_DIR']]))
      expect(new Set(caches.values()).size).toBe(2)
      expect(caches.values().next().value).toBe(`${steps[0]?.env['PB_BUILD_DIR']}.zig-cache`)
    },
  )

  it('runs the scripts of the user around each target, in the copy where there is one', () => {
    const scripts = { 'before-script': 'make generate', 'after-script': 'ls' }
    const { steps } = plan(trees.make, ['x86_64-linux-musl', 'aarch64-linux-musl'], scripts)
    expect(steps.map(s => s.id)).toEqual([
      '1-before-script',
      '2-make',
      '3-after-script',
      '4-before-script',
      '5-make',
      '6-after-script',
    ])
    expect(steps[0]?.copySources?.from).toBe('/src/hello')
    expect(steps[1]?.copySources).toBeUndefined()
    expect(steps[0]?.env).toMatchObject({ TARGET: 'amd64', PB_TARGET: 'x86_64-linux-musl', PB_ARCH: 'x86_64' })
    expect(steps[0]?.env).not.toHaveProperty('GOARCH')
    expect(steps[2]?.optional).toBe(true)
    expect(plan(trees.cmake, ['x86_64'], scripts).steps[0]?.cwd).toBe('/src/hello')
  })

  it('builds elsewhere when the compiler, an argument or strip changes', () => {
    const dir = (some: Partial<Inputs>) => plan(trees.cmake, ['x86_64'], some).steps[0]?.argv[4]
    const dirs = [dir({}), dir({ args: ['-DX=1'] }), dir({ cpu: 'x86_64_v2' }), dir({ strip: false })]
    expect(new Set(dirs).size).toBe(4)
    expect(dir({})).toBe(dirs[0])
  })

  it('leaves to the user what the user sets', () => {
    const { steps } = plan(trees.make, ['x86_64'], { env: { LDFLAGS: '-lfoo', PKG_CONFIG_LIBDIR: '/sysroot' } })
    expect(steps[0]?.env).not.toHaveProperty('LDFLAGS')
    expect(steps[0]?.env).not.toHaveProperty('PKG_CONFIG_LIBDIR')
  })

  it('refuses the CPU of this machine', () => {
    expect(() => plan(trees.make, ['x86_64'], { cpu: 'native' })).toThrow(/crash on others/)
  })

  it('takes only what `bin` names', () => {
    expect(plan(trees.make, ['x86_64'], { bin: ['lua'] }).collect[0]).toMatchObject({ bins: ['lua'] })
  })
})
