import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diagnosticsOf, type Places } from '../../src/report/diagnostics.ts'

const places: Places = { cwd: '/p/app', projectDir: '/p/app', requestDir: '/p', copies: [] }
const copied: Places = {
  ...{ cwd: '/p/app/.portable-build/j/build', projectDir: '/p/app', requestDir: '/p/app' },
  copies: [{ from: '/p/app', to: '/p/app/.portable-build/j/copy' }],
}

/** `file:line:column severity[code] message` of each. */
function read(text: string, where: Places = places): string[] {
  return diagnosticsOf(text.split('\n'), where).map(
    d => `${d.file}:${d.line}:${d.column} ${d.severity}[${d.code}] ${d.message}`,
  )
}

/** Output of the real compilers (gcc 12.2, zig 0.15.2, go 1.26, cargo 1.96, CMake 3.25, Meson 1.0), shortened. */
const cases: readonly { readonly name: string; readonly text: string; readonly found: readonly string[] }[] = [
  {
    name: 'gcc',
    text: `src/a.c: In function ‘f’:
src/a.c:2:33: error: ‘x’ undeclared (first use in this function)
    2 | int f(void){ int unused; return x; }
      |                                 ^
src/a.c:2:33: note: each undeclared identifier is reported only once for each function it appears in
src/a.c:2:18: warning: unused variable ‘unused’ [-Wunused-variable]
src/b.c:1:10: fatal error: nope.h: No such file or directory
    1 | #include "nope.h"
compilation terminated.`,
    found: [
      'app/src/a.c:2:33 error[null] ‘x’ undeclared (first use in this function)',
      'app/src/b.c:1:10 error[null] nope.h: No such file or directory',
      'app/src/a.c:2:18 warning[-Wunused-variable] unused variable ‘unused’',
    ],
  },
  {
    name: 'BuildKit and a compiler in it',
    text: `#8 0.616 src/a.c:2:33: error: ‘x’ undeclared
#8 ERROR: process "/bin/sh -c make" did not complete successfully: exit code: 2
------
 > [build 4/4] RUN make:
0.616 src/a.c:2:33: error: ‘x’ undeclared
------
Dockerfile:4
--------------------
   2 |     WORKDIR /src
   3 |     COPY . .
   4 | >>> RUN make
   5 |     
--------------------
ERROR: failed to build: failed to solve: process "/bin/sh -c make" did not complete successfully: exit code: 2`,
    found: [
      'app/src/a.c:2:33 error[null] ‘x’ undeclared',
      'app/Dockerfile:4:null error[null] process "/bin/sh -c make" did not complete successfully: exit code: 2',
    ],
  },
  {
    name: 'zig cc with colours',
    text: "\u001b[1ma.c:3:26: \u001b[0m\u001b[0;1;31merror: \u001b[0m\u001b[1mtoo many arguments [-Werror,-Wfoo]\u001b[0m\na.c:2:5: note: 'f' declared here\n3 errors generated.",
    found: ['app/a.c:3:26 error[-Werror,-Wfoo] too many arguments'],
  },
  {
    name: 'a linker, which knows no line',
    text: `/usr/bin/ld: /tmp/ccwDFFIT.o: in function \`main':
l.c:(.text+0x5): undefined reference to \`g'
collect2: error: ld returned 1 exit status
ld.lld: error: undefined symbol: g
>>> referenced by l.c:1
error: linking with \`cc\` failed: exit status: 1
  |
  = note: rust-lld: error: undefined symbol: g`,
    found: [],
  },
  {
    name: 'go',
    text: `# example.com/x/sub
sub/s.go:2:19: too many return values
\thave (number)
\twant ()
# example.com/x
./main.go:4:6: undefined: x
vet: ./main.go:4:6: undefined: x
./main.go:7: too many errors`,
    found: [
      'app/sub/s.go:2:19 error[null] too many return values have (number) want ()',
      'app/main.go:4:6 error[null] undefined: x',
      'app/main.go:7:null error[null] too many errors',
    ],
  },
  {
    name: 'go about its own files, not a panic’s trace',
    text: `go: errors parsing go.mod:
go.mod:3: unknown directive: bad
main.go:2:8: no required module provides package example.com/nope; to add it:
\tgo get example.com/nope
panic: oh no
\t/p/app/gen.go:12 +0x1d`,
    found: [
      'app/go.mod:3:null error[null] unknown directive: bad',
      'app/main.go:2:8 error[null] no required module provides package example.com/nope; to add it: go get example.com/nope',
    ],
  },
  {
    name: 'rustc',
    text: `   Compiling x v0.1.0 (/p/app)
warning: unused variable: \`n\`
 --> src/main.rs:2:9
  |
2 |     let n = 1;
  |         ^ help: if this is intentional, prefix it with an underscore: \`_n\`

error[E0308]: mismatched types
  --> src/main.rs:13:18
   |
13 |     let a: i32 = "x";
   |                  ^^^ expected \`i32\`, found \`&str\`
   |
note: defined here
  --> src/lib.rs:1:1

Some errors have detailed explanations: E0308, E0425.
error: could not compile \`x\` (bin "x") due to 2 previous errors`,
    found: [
      'app/src/main.rs:13:18 error[E0308] mismatched types',
      'app/src/main.rs:2:9 warning[null] unused variable: `n`',
    ],
  },
  {
    name: 'cargo’s JSON, and what a build script’s C compiler said',
    text: `${JSON.stringify({ reason: 'compiler-message', message: { rendered: 'error: no\n --> src/main.rs:1:2\n  |\n' } })}
{"reason":"compiler-message", broken
warning: x@0.1.0: csrc/a.c:1:10: fatal error: nope.h: No such file or directory`,
    found: ['app/src/main.rs:1:2 error[null] no', 'app/csrc/a.c:1:10 error[null] nope.h: No such file or directory'],
  },
  {
    name: 'CMake and Meson',
    text: `CMake Error at CMakeLists.txt:4 (find_package):
  By not providing "FindNope.cmake" in CMAKE_MODULE_PATH this project has
  asked CMake to find it.

  Could not find a package configuration file.


CMake Warning (dev) in sub/CMakeLists.txt:1:
  Old.
Call Stack (most recent call first):
  CMakeLists.txt:9 (include)

meson.build:2:0: ERROR: Dependency "nope" not found`,
    found: [
      'app/CMakeLists.txt:4:null error[find_package] By not providing "FindNope.cmake" in CMAKE_MODULE_PATH this project has asked CMake to find it.',
      'app/meson.build:2:null error[null] Dependency "nope" not found',
      'app/sub/CMakeLists.txt:1:null warning[null] Old.',
    ],
  },
]

describe('what compilers said', () => {
  for (const { name, text, found } of cases) {
    it(`is read: ${name}`, () => {
      expect(read(text)).toEqual(found)
    })
  }

  it('is about the sources, also when a copy of them was compiled', () => {
    const copy = '/p/app/.portable-build/j/copy'
    expect(read(`${copy}/src/a.c:1:1: error: no\n../copy/b.c:2:1: error: no`, copied)).toEqual([
      'src/a.c:1:1 error[null] no',
      'b.c:2:1 error[null] no',
    ])
    expect(read('CMake Error at sub/CMakeLists.txt:3 (foo):\n  Unknown command.', copied)).toEqual([
      'sub/CMakeLists.txt:3:null error[foo] Unknown command.',
    ])
  })

  it('follows recursive makes into their directories and out again', () => {
    const text = `make[1]: Entering directory '/p/app/lib'
z.c:1:1: error: in lib
make[1]: Leaving directory '/p/app/lib'
z.c:1:1: error: in app`
    expect(read(text)).toEqual(['app/lib/z.c:1:1 error[null] in lib', 'app/z.c:1:1 error[null] in app'])
  })

  it('leaves out what is not a file of the project', () => {
    const text = `/usr/include/stdio.h:1:1: error: a
../other/x.c:1:1: error: b
/p/app/.portable-build/j/generated.c:1:1: error: c
/p/application/x.c:1:1: error: d`
    expect(read(text)).toEqual([])
  })

  it('is said once for several targets, errors first, and not more than GitHub shows', () => {
    const lines = Array.from(
      { length: 30 },
      (_, i) => `a.c:${i}:1: warning: w\na.c:${i}:1: error: e\na.c:${i}:1: error: e`,
    )
    const found = diagnosticsOf(lines.join('\n').split('\n'), places)
    expect(found.map(d => d.severity)).toEqual([...Array(10).fill('error'), ...Array(10).fill('warning')])
    expect(found.slice(0, 3).map(d => d.line)).toEqual([0, 1, 2])
  })

  it('never leaves the directory that was asked for, whatever the output', () => {
    const word = fc.constantFrom(
      ...[
        'a.c',
        '../',
        '/',
        ':1',
        ':2:',
        ' error: ',
        'error: x',
        '\n',
        ' --> ',
        '\u001b[1m',
        '{"compiler-message"',
        '.go',
      ],
      ...["make: Entering directory '", "'", 'CMake Error at ', ' (x):', '\n  y', 'é'],
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), words => {
        for (const { file, line, message } of diagnosticsOf(words.join('').split('\n'), places)) {
          expect(file.startsWith('/') || file.startsWith('..')).toBe(false)
          expect(Number.isInteger(line)).toBe(true)
          expect(message).not.toMatch(/[\n\u001b]/)
        }
      }),
    )
  })
})

it('names a Dockerfile below the project by its path', () => {
  const text =
    'Dockerfile:1\n--------------------\n   1 | >>> RUNN x\n--------------------\nERROR: failed to solve: unknown instruction: RUNN'
  expect(read(text, { ...places, dockerfile: 'docker/Dockerfile' })).toEqual([
    'app/docker/Dockerfile:1:null error[null] unknown instruction: RUNN',
  ])
})
