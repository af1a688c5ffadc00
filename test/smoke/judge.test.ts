import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/exec.ts'
import { judgeStart, type StartFacts, type StartVerdict } from '../../src/smoke/judge.ts'

const silent: Outcome = { code: 0, signal: null, stdout: '', stderr: '', ms: 1, timedOut: false }
const said = (code: number, stderr: string, stdout = ''): Outcome => ({ ...silent, code, stderr, stdout })

const native: StartFacts = { foreign: false, startedBefore: false }
const foreign: StartFacts = { foreign: true, startedBefore: false }

/** Texts as the tools print them (glibc 2.36, musl 1.2, qemu 7.2, dash, bash, Go 1.26, Rust 1.96). */
const cases: readonly (readonly [string, Outcome, StartVerdict, string])[] = [
  ['a version', said(0, '', 'app 1.2.3\nmore\n'), 'ok', 'app 1.2.3'],
  ['a version on stderr', said(0, '\n  java 1.8\n'), 'ok', 'java 1.8'],
  ['nothing, in peace', silent, 'ok', ''],
  [
    'getopt',
    said(1, "app: unrecognized option '--version'\nTry 'app --help'\n"),
    'refused',
    "app: unrecognized option '--version'",
  ],
  [
    'Go flags',
    said(2, 'flag provided but not defined: -version\nUsage of app:\n'),
    'refused',
    'flag provided but not defined: -version',
  ],
  [
    'clap',
    said(2, "error: unexpected argument '--version' found\n"),
    'refused',
    "error: unexpected argument '--version' found",
  ],
  ['usage with 64', said(64, 'usage: app FILE\n'), 'refused', 'usage: app FILE'],
  ['usage with 255', said(255, 'usage: app FILE\n'), 'refused', 'usage: app FILE'],
  ['no word', said(1, ''), 'failed', 'exit status 1'],
  [
    'an import of Python that fails',
    said(
      1,
      'Traceback (most recent call last):\n  File "app.py", line 3\nModuleNotFoundError: No module named \'pkg\'\n',
    ),
    'failed',
    "exit status 1: ModuleNotFoundError: No module named 'pkg'",
  ],
  [
    'another trouble',
    said(1, 'cannot connect to the database\n'),
    'failed',
    'exit status 1: cannot connect to the database',
  ],
  [
    'Go panic',
    said(2, 'panic: Binary was compiled with CGO_ENABLED=0, unknown option\n\ngoroutine 1 [running]:'),
    'failed',
    'exit status 2: panic: Binary',
  ],
  [
    'Go runtime',
    said(2, 'fatal error: unexpected signal\n[signal SIGSEGV: invalid option'),
    'failed',
    'exit status 2: fatal error',
  ],
  [
    'Rust panic',
    said(101, "thread 'main' panicked at src/main.rs:1:1:\nunknown flag"),
    'failed',
    "exit status 101: thread 'main'",
  ],
  [
    'C++',
    said(134, "terminate called after throwing an instance of 'std::invalid_argument'"),
    'failed',
    'ended by SIGABRT',
  ],
  ['SIGILL', { ...silent, code: null, signal: 'SIGILL' }, 'illegal-instruction', 'SIGILL'],
  ['SIGILL seen by a shell', said(132, ''), 'illegal-instruction', 'SIGILL'],
  ['SIGSEGV', { ...silent, code: null, signal: 'SIGSEGV', stderr: 'usage' }, 'failed', 'ended by SIGSEGV: usage'],
  ['SIGTRAP', said(133, 'usage'), 'failed', 'ended by SIGTRAP'],
  ['time', { ...silent, code: null, signal: 'SIGTERM', timedOut: true }, 'hung', 'did not end in time'],
  [
    'glibc too old',
    said(1, "app: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.38' not found (required by app)\n"),
    'failed',
    "version `GLIBC_2.38' not found",
  ],
  [
    'a library',
    said(127, 'app: error while loading shared libraries: libz.so.1: cannot open shared object file\n'),
    'failed',
    'libz.so.1',
  ],
  [
    'musl',
    said(127, 'Error loading shared library libz.so.1: No such file or directory (needed by app)\n'),
    'failed',
    'libz.so.1',
  ],
  ['a symbol', said(127, 'app: symbol lookup error: app: undefined symbol: flag\n'), 'failed', 'undefined symbol'],
  ['not executable', said(126, ''), 'failed', 'exit status 126'],
  ['exec format', said(1, 'exec /app: exec format error\n'), 'failed', 'exec format error'],
  ['dash reads it', said(2, '/tmp/a b/app: 1: Syntax error: "(" unexpected\n'), 'failed', 'Syntax error'],
  ['bash reads it', said(2, '/tmp/app: line 1: syntax error near unexpected token `('), 'failed', 'syntax error near'],
  ['escape codes', said(0, '', '\x1b[32mapp\x1b[0m\x07\n'), 'ok', 'app\\x07'],
]

describe('judgeStart', () => {
  it.each(cases)('%s', (_, outcome, verdict, output) => {
    const judged = judgeStart(outcome, native)
    expect(judged.verdict).toBe(verdict)
    expect(judged.output).toContain(output)
  })

  it.each([
    [
      'a loader of another machine',
      said(255, "qemu-aarch64: Could not open '/lib/ld-linux-aarch64.so.1': No such file or directory\n"),
    ],
    ['its old glibc', said(1, "app: version `GLIBC_2.38' not found\n")],
    ['a shell that was given the file', said(2, '/app: 1: Syntax error: word unexpected (expecting ")")\n')],
    [
      'a CPU model that this qemu cannot be',
      said(1, 'qemu-s390x: Some features requested in the CPU model are not available in the configuration: dfp\n'),
    ],
    ['a CPU model that this qemu does not know', said(1, "qemu-riscv64: unable to find CPU model 'rv64,v=false'\n")],
  ])('does not blame the program for %s', (_, outcome) => {
    expect(judgeStart(outcome, foreign).verdict).toBe('unfit')
  })

  it('blames the program for its own crash on another machine', () => {
    expect(judgeStart({ ...silent, code: null, signal: 'SIGSEGV' }, foreign).verdict).toBe('failed')
    expect(judgeStart({ ...silent, code: null, signal: 'SIGILL' }, foreign).verdict).toBe('illegal-instruction')
  })

  const loader: StartFacts = { foreign: true, startedBefore: true, floor: { by: 'loader', program: '/dist/app' } }
  const container: StartFacts = { ...foreign, floor: { by: 'container', program: '/app' } }
  const missing = (by: string) =>
    said(1, `/dist/app: /old/libc.so.6: version \`GLIBC_2.34' not found (required by ${by})\n`)

  it.each<[string, Outcome, StartFacts, StartVerdict, string]>([
    ['the program needs more', missing('/dist/app'), loader, 'failed', "libc.so.6: version `GLIBC_2.34' not found"],
    ['a library needs more', missing('/old/libz.so.1'), loader, 'unfit', 'libz.so.1'],
    [
      'glibc 2.17 names nobody',
      said(1, "/app: /lib64/libc.so.6: version `GLIBC_2.34' not found\n"),
      container,
      'failed',
      "libc.so.6: version `GLIBC_2.34' not found",
    ],
    [
      'a symbol',
      said(127, '/dist/app: symbol lookup error: /dist/app: undefined symbol: statx\n'),
      loader,
      'failed',
      'undefined symbol: statx',
    ],
    [
      'a library that is not there',
      said(127, '/dist/app: error while loading shared libraries: libz.so.1: cannot'),
      loader,
      'unfit',
      'libz',
    ],
    ['the engine cannot', said(125, 'docker: Error response from daemon: no space\n'), container, 'unfit', 'no space'],
    ['a crash', { ...silent, code: null, signal: 'SIGSEGV' }, loader, 'failed', 'SIGSEGV'],
    ['a program that looks for itself', said(1, 'cannot open archive\n'), loader, 'unfit', 'cannot open archive'],
    ['one that has started nowhere', said(1, 'boom\n'), { ...loader, startedBefore: false }, 'failed', 'boom'],
    ['one in a container', said(1, 'boom\n'), { ...container, startedBefore: true }, 'failed', 'boom'],
    ['a flag that it does not know', said(2, 'unknown option --version\n'), loader, 'refused', 'unknown option'],
  ])('at the floor: %s', (_, outcome, facts, verdict, output) => {
    const judged = judgeStart(outcome, facts)
    expect(judged.verdict).toBe(verdict)
    expect(judged.output).toContain(output)
  })
})
