import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { archiverWrapper, compilerWrapper } from '../../src/backends/wrapper.ts'
import { parseTarget, settleTargets, type Target, zigTarget } from '../../src/target.ts'

let dir: string
/** Prints each argument with a NUL behind it, so that blanks and newlines cannot hide. */
const fake = '#!/bin/sh\nfor a do printf "%s\\0" "$a"; done\n'

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "wrapper 'quoted' "))
  writeFileSync(join(dir, 'zig'), fake)
  chmodSync(join(dir, 'zig'), 0o755)
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function target(text: string): Target {
  const [first] = settleTargets([parseTarget(text)], { libc: 'musl', glibc: null }).targets
  if (!first) throw new Error(text)
  return first
}

interface Said {
  readonly code: number | null
  /** What the compiler was given, without `cc -target T`. */
  readonly args: readonly string[]
  readonly stderr: string
}

function run(name: string, args: readonly string[], env: Record<string, string> = {}, cpu: string | null = null): Said {
  const t = target(name)
  const command = [join(dir, 'zig'), 'cc', '-target', zigTarget(t) ?? '']
  const path = join(dir, 'cc')
  writeFileSync(path, compilerWrapper({ target: t, command, cpu, zigArch: (zigTarget(t) ?? '').split('-')[0] ?? null }))
  const { status, stdout, stderr } = spawnSync('sh', [path, ...args], {
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin', ...env },
  })
  const all = stdout.split('\0').slice(0, -1)

  return { code: status, args: all.slice(3), stderr }
}

const x86 = (...args: string[]): Said => run('x86_64-linux-musl', args)

describe('the compiler wrapper', () => {
  it('hands on what it does not know, whatever it holds', () => {
    const odd = ['a b', "it's", '"q"', 'new\nline', '$(touch x)', '`x`', '', '*', '-DX="a b"', '\\', 'ä']
    expect(x86(...odd).args).toEqual(odd)
    // and also when it has to rebuild the list
    expect(x86(...odd, '-Wl,--icf=all', ...odd).args).toEqual([...odd, ...odd])
  })

  it.each([
    [['-Wl,-z,nostart-stop-gc,-z,now'], ['-Wl,-z,now']],
    [['-Wl,-z', '-Wl,nostart-stop-gc', '-lm'], ['-lm']],
    [['-Wl,-z', '-Wl,now'], ['-Wl,-z,now']],
    [['-Xlinker', '-z', '-Xlinker', 'nostart-stop-gc', 'a.o'], ['a.o']],
    [
      ['-Xlinker', '-z', '-Xlinker', 'relro'],
      ['-Xlinker', '-z', '-Xlinker', 'relro'],
    ],
    [['-z', 'pack-relative-relocs'], []],
    [
      ['-z', 'defs'],
      ['-z', 'defs'],
    ],
    [['-Wl,-znostart-stop-gc'], []],
    [['-Wl,--fix-cortex-a53-843419'], []],
    [['-Wl,--no-rosegment,-O1'], ['-Wl,-O1']],
    [['-Wl,--warn-common,--fatal-warnings'], []],
    [['-Wl,-m,elf_x86_64'], []],
    [['-Wl,-rpath-link,/x', '-Wl,-rpath,/y'], ['-Wl,-rpath,/y']],
    [['-Wl,-rpath-link=/x'], []],
    [['-Wl,-Map,a.map'], []],
    [['-Wl,-Map=a.map'], []],
    [['-Xlinker', '-Map=a b,c'], []],
    [['-Wl,--icf=all'], []],
    [['-Wl,-plugin-opt=O2'], []],
    [['-Wl,--exclude-libs,ALL'], []],
    [['-Wl,--exclude-libs=ALL,--gc-sections'], ['-Wl,--gc-sections']],
    [['-Wl,-Bsymbolic-functions'], []],
  ])('drops what zig cannot take: %j', (given, taken) => {
    const said = x86(...given)
    expect(said.args).toEqual(taken)
    expect(said.code).toBe(0)
  })

  it('says what it dropped and why', () => {
    expect(x86('-Wl,--exclude-libs,ALL').stderr).toBe(
      "portable-build: the linker flag '--exclude-libs ALL' is left out: symbols of static libraries become visible\n",
    )
  })

  it.each([
    ['x86_64-linux-musl', ['-Wl,--wrap=malloc'], /wrap/],
    ['x86_64-linux-musl', ['-Wl,--wrap,malloc'], /wrap/],
    ['x86_64-linux-musl', ['-Wl,--defsym,a=b'], /define them in a source file/],
    ['x86_64-linux-musl', ['-Wl,--allow-multiple-definition'], /keep one/],
    ['x86_64-linux-musl', ['-z', 'muldefs'], /keep one/],
    ['x86_64-linux-musl', ['-Wl,--unresolved-symbols=ignore-all'], /missing symbols/],
    ['x86_64-linux-musl', ['-Wl,--dynamic-list=x'], /-rdynamic/],
    ['x86_64-linux-musl', ['-march=native'], /input 'cpu'/],
    ['aarch64-linux-musl', ['-mcpu=native'], /input 'cpu'/],
    ['x86_64-linux-musl', ['-m32'], /for x86_64/],
    ['x86_64-linux-musl', ['--target=aarch64-linux-gnu'], /this compiler is for x86_64-linux-musl/],
    ['x86_64-linux-gnu.2.17', ['-static'], /x86_64-linux-musl/],
    ['aarch64-linux-gnu', ['-static-pie'], /aarch64-linux-musl/],
    ['x86_64-linux-musl', ['/usr/lib/x86_64-linux-gnu/libz.a'], /library of this machine/],
  ])('refuses for %s %j with advice', (name, given, why) => {
    const said = run(name, ['a.o', ...given])
    expect(said.code).toBe(1)
    expect(said.args).toEqual([])
    expect(said.stderr).toMatch(why)
  })

  it('takes -march=native for the CPU that the user named', () => {
    const said = run('x86_64-linux-musl', ['-march=native', 'a.o'], {}, 'x86_64_v3')
    expect(said.args).toEqual(['a.o'])
    expect(said.stderr).toContain('x86_64_v3')
  })

  it.each([
    ['x86_64-linux-musl', '-march=x86-64', []],
    ['x86_64-linux-musl', '-march=x86-64-v3', ['-mcpu=x86_64_v3']],
    ['x86_64-linux-musl', '-march=skylake-avx512', ['-mcpu=skylake_avx512']],
    ['x86_64-linux-musl', '-mtune=native', []],
    ['x86_64-linux-musl', '-mtune=haswell', []],
    ['x86_64-linux-musl', '-mavx2', ['-mavx2']],
    ['aarch64-linux-musl', '-march=armv8-a', []],
    ['aarch64-linux-musl', '-march=armv8-a+crc+nocrypto', ['-mcpu=generic+crc-crypto']],
    ['aarch64-linux-musl', '-march=armv8.2-a+fp16', ['-mcpu=generic+v8_2a+fullfp16']],
    ['aarch64-linux-musl', '-mcpu=cortex-a72+crypto', ['-mcpu=cortex_a72+crypto']],
    ['armv7-linux-musl', '-march=armv7-a', []],
    ['ppc64le-linux-musl', '-mcpu=power9', ['-mcpu=pwr9']],
    ['riscv64-linux-musl', '-march=rv64gc', []],
    ['s390x-linux-musl', '-march=z13', ['-mcpu=z13']],
  ])('says CPUs in the words of zig: %s %s', (name, flag, taken) => {
    expect(run(name, [flag]).args).toEqual(taken)
  })

  it.each([
    [['-I/usr/include', '-Iinclude'], ['-Iinclude']],
    [
      ['-isystem', '/usr/include/x', '-I', 'inc'],
      ['-I', 'inc'],
    ],
    [['-L/usr/lib/x86_64-linux-gnu', '-L', '/usr/local/lib', '-lz'], ['-lz']],
  ])('leaves headers and libraries of this machine out: %j', (given, taken) => {
    expect(x86(...given).args).toEqual(taken)
  })

  it('says which linker it has to Meson, without asking zig', () => {
    expect(x86('-Wl,--version').args).toEqual([])
    expect(spawnSync('sh', [join(dir, 'cc'), '-Wl,--version'], { encoding: 'utf8' }).stdout).toMatch(/^LLD .*GNU/)
  })

  it('gives standard input a language where none was said: zig would ask a clang that does not know the floor', () => {
    expect(x86('-E', '-dM', '-').args).toEqual(['-E', '-dM', '-x', 'c', '-'])
    expect(x86('-E', '-x', 'assembler', '-').args).toEqual(['-E', '-x', 'assembler', '-'])
    expect(x86('-xc++', '-c', '-').args).toEqual(['-xc++', '-c', '-'])
    expect(x86('-c', 'a.c', '-o', '-').args.slice(0, 4)).toEqual(['-c', 'a.c', '-o', '-'])
  })

  it.each([
    [
      ['a.o', '-o', 'x'],
      ['-pie', 'a.o', '-o', 'x'],
    ],
    [
      ['-fPIE', 'a.c'],
      ['-pie', '-fPIE', 'a.c'],
    ],
    [
      ['-c', 'a.c'],
      ['-c', 'a.c'],
    ],
    [
      ['-shared', 'a.o'],
      ['-shared', 'a.o'],
    ],
    [
      ['-r', 'a.o'],
      ['-r', 'a.o'],
    ],
    [
      ['-no-pie', 'a.o'],
      ['-no-pie', 'a.o'],
    ],
    [
      ['-pie', 'a.o'],
      ['-pie', 'a.o'],
    ],
  ])('links executables for glibc that load anywhere, unless something else is said: %j', (given, taken) => {
    expect(run('aarch64-linux-gnu.2.17', given).args.filter(a => !/^-(MD|MF)$|null$/.test(a))).toEqual(taken)
  })

  it('does not look into the value of an option', () => {
    expect(x86('-o', '-static-pie', '-Xclang', '-mtune=x').args).toEqual(['-o', '-static-pie', '-Xclang', '-mtune=x'])
  })

  it('keeps fortification, and takes it out below the glibc that has its functions', () => {
    expect(x86('-Wp,-U_FORTIFY_SOURCE,-D_FORTIFY_SOURCE=3').args).toEqual(['-U_FORTIFY_SOURCE', '-D_FORTIFY_SOURCE=3'])
    expect(run('x86_64-linux-gnu.2.12', ['-D_FORTIFY_SOURCE=2', '-c', 'a.o']).args).toContain('-U_FORTIFY_SOURCE')
    expect(run('x86_64-linux-gnu.2.17', ['-D_FORTIFY_SOURCE=2', '-c', 'a.o']).args).not.toContain('-U_FORTIFY_SOURCE')
  })

  it('asks for a dependency file where there is none: zig then does not reuse another directory’s #embed', () => {
    expect(x86('-c', 'a.c').args).toEqual(['-c', 'a.c', '-MD', '-MF', '/dev/null'])
    expect(x86('-c', 'a.c', '-MMD').args).toEqual(['-c', 'a.c', '-MMD'])
    expect(x86('-c', 'a.s').args).toEqual(['-c', 'a.s'])
  })

  it('strips when it links, and only then', () => {
    const strip = (...args: string[]) => run('x86_64-linux-musl', args, { PB_STRIP: '1' }).args
    expect(strip('a.o', '-o', 'a')).toEqual(['a.o', '-o', 'a', '-s'])
    expect(strip('-c', 'a.s')).toEqual(['-c', 'a.s'])
    expect(strip('-r', 'a.o', 'b.o')).toEqual(['-r', 'a.o', 'b.o'])
  })

  it('leaves directories of this machine out, the inner one after the outer one', () => {
    const env = { PB_SOURCE_DIR: '/a b', PB_BUILD_DIR: '/a b/build' }
    expect(run('x86_64-linux-musl', ['a.o'], env).args).toEqual([
      '-ffile-prefix-map=/a b=.',
      '-ffile-prefix-map=/a b/build=./build',
      'a.o',
    ])
  })
})

describe('the archiver', () => {
  const ar = (...args: string[]): string[] => {
    writeFileSync(join(dir, 'ar'), archiverWrapper([join(dir, 'zig'), 'ar']))
    const out = execFileSync('sh', [join(dir, 'ar'), ...args], { encoding: 'utf8' })
    return out.split('\0').slice(1, -1)
  }

  it('has an operation when the Makefile kept it in its own AR', () => {
    expect(ar('liblua.a', 'x.o')).toEqual(['rcs', 'liblua.a', 'x.o'])
    expect(ar('rcu', 'liblua.a', 'x.o')).toEqual(['rcu', 'liblua.a', 'x.o'])
    expect(ar('csrDT', 'lib/T.a', 'T.o')).toEqual(['csrD', 'lib/T.a', 'T.o'])
  })
})
