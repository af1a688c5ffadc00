import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { atMost, readelf } from '../support/readelf.ts'
import { start } from '../support/start.ts'
import { build, example, project } from './build.ts'

const musl = ['x86_64-linux-musl', 'aarch64-linux-musl']
const gnu = 'x86_64-linux-gnu.2.17'
const all = { targets: [...musl, gnu].join(',') }

/** Prints its arguments, from a library of the project, with the name of its own source. */
const sources = {
  'hello.c':
    '#include <stdio.h>\nint answer(void);\nint main(void) { printf("%d %s\\n", answer(), __FILE__); return 0; }\n',
  'answer.c': 'int answer(void) { return 42; }\n',
}

const systems: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  meson: {
    ...sources,
    'meson.build': `project('hello', 'c', version: '1.0')
answer = static_library('answer', 'answer.c')
executable('hello', 'hello.c', link_with: answer, install: true)
executable('sample', 'hello.c', link_with: answer)
`,
  },
  autotools: {
    ...sources,
    'configure.ac': `AC_INIT([hello], [1.0])
AM_INIT_AUTOMAKE([foreign])
AC_PROG_CC
AC_FUNC_MALLOC
AC_CHECK_FUNCS([getrandom])
AM_PROG_AR
AC_PROG_RANLIB
AC_CONFIG_FILES([Makefile])
AC_OUTPUT
`,
    'Makefile.am': `bin_PROGRAMS = hello
noinst_PROGRAMS = sample
noinst_LIBRARIES = libanswer.a
libanswer_a_SOURCES = answer.c
hello_SOURCES = hello.c
hello_LDADD = libanswer.a
sample_SOURCES = hello.c
sample_LDADD = libanswer.a
`,
  },
  // A compiler with a flag in its variable, an archiver with its operation: what lua and many others do.
  make: {
    ...sources,
    Makefile: `CC = gcc -std=gnu99
AR = ar rcu
CFLAGS = -O2 -Wall
hello: hello.o libanswer.a
\t$(CC) $(CFLAGS) $(LDFLAGS) -o $@ hello.o libanswer.a
libanswer.a: answer.o
\t$(AR) $@ answer.o
\tranlib --version >/dev/null && $(RANLIB) $@
`,
  },
}

describe('C projects', () => {
  it.each(Object.keys(systems))('%s: static for two architectures and for glibc 2.17, and they run', async system => {
    const dir = project(systems[system] ?? {})
    const built = await build(dir, { ...all, bin: 'hello' })
    expect(built.report.verified).toBe(true)
    for (const target of musl) {
      const path = built.artifact(target, 'hello')
      expect(readelf(path)).toMatchObject({ type: 'EXEC', interpreter: null, needed: [] })
      expect(await start(target, [path])).toMatch(/^42 /)
      // No path of this machine is in the program.
      expect(await start(target, [path])).not.toContain(dir)
    }
    const { glibc, ...facts } = readelf(built.artifact(gnu, 'hello'))
    expect(facts).toMatchObject({ type: 'DYN', interpreter: '/lib64/ld-linux-x86-64.so.2' })
    const hardening = built.report.files.flatMap(f => (f.target === gnu ? f.findings.map(each => each.id) : []))
    expect(hardening).not.toContain('no-pie')
    expect(glibc.filter(version => !atMost(version, '2.17'))).toEqual([])
    // The tree of the user has no products of the build.
    expect(existsSync(join(dir, 'hello.o'))).toBe(false)
    expect(existsSync(join(dir, 'configure'))).toBe(false)
  })

  it.each(['meson', 'autotools'])('%s: takes what is installed and leaves samples', async system => {
    const built = await build(project(systems[system] ?? {}), { targets: 'x86_64-linux-musl' })
    expect(built.report.files.map(f => f.path.split('/').at(-1))).toEqual(['hello'])
  })

  it('a build command puts its program into PB_OUT', async () => {
    const built = await build(project(sources), {
      targets: musl.join(','),
      'build-command': '$CC $CFLAGS $LDFLAGS *.c -o "$PB_OUT/hello-$PB_ARCH"',
    })
    expect(await start('aarch64-linux-musl', [built.artifact('aarch64-linux-musl', 'hello-aarch64')])).toMatch(/^42 /)
  })

  it('-march=native in a Makefile stops the build with what to do', async () => {
    const files = { ...sources, Makefile: 'hello: hello.c answer.c\n\t$(CC) -O2 -march=native -o $@ $^\n' }
    const { report } = await build(project(files), { targets: 'x86_64-linux-musl' })
    expect(report.verified).toBe(false)
    expect(report.failures.flatMap(f => f.lines).join('\n')).toContain("the input 'cpu'")
  })

  it('embeds the file of each directory, though the sources have the same text', async () => {
    const embed = 'const unsigned char data[] = {\n#embed "data"\n, 0};\n'
    const files = {
      'a/data': 'first',
      'b/data': 'second',
      'a/embed.c': embed,
      'b/embed.c': embed,
      'main.c': 'int main(void) { return 0; }\n',
      Makefile: `show: main.c
\tcd a && $(CC) -std=c23 -c embed.c -o ../a.o
\tcd b && $(CC) -std=c23 -c embed.c -o ../b.o
\tgrep -q first a.o
\tgrep -q second b.o
\t$(CC) -o show main.c
`,
    }
    const { report } = await build(project(files), { targets: 'x86_64-linux-musl' })
    expect(report.failures).toEqual([])
  })
})

describe('the C example', () => {
  it('is static and loads anywhere where its flags say so', async () => {
    const args = '-DCMAKE_C_FLAGS=-fPIE\n-DCMAKE_EXE_LINKER_FLAGS=-static-pie'
    const built = await build(example(), { targets: musl.join(','), args })
    for (const target of musl) {
      const path = built.artifact(target, 'treesum')
      expect(readelf(path)).toMatchObject({ type: 'DYN', interpreter: null, needed: [] })
      expect(await start(target, [path, '--version'])).toBe('treesum 1.0.0\n')
    }
  })

  it('gives the same bytes in two directories, and works', async () => {
    const one = await build(example(), all)
    const two = await build(example(), all)
    const targets = [...musl, gnu]
    expect(two.bytes(targets, 'treesum')).toEqual(one.bytes(targets, 'treesum'))
    for (const target of musl) {
      const path = one.artifact(target, 'treesum')
      expect(await start(target, [path, '--version'])).toBe('treesum 1.0.0\n')
    }
    const sum = await start('x86_64-linux-musl', [one.artifact('x86_64-linux-musl', 'treesum'), '/etc/hostname'])
    expect(sum).toMatch(/^[0-9a-f]{64} {2}\/etc\/hostname\n$/)
  })
})
