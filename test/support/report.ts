import type { FileReport, Report } from '../../src/report/schema.ts'

/** A verified static executable; tests change what they are about. */
export function fileReport(change: Partial<FileReport> = {}): FileReport {
  return {
    path: '/home/me/demo/dist/x86_64-linux-musl/hello',
    sha256: 'a'.repeat(64),
    size: 41_234,
    target: 'x86_64-linux-musl',
    arch: 'x86_64',
    linkage: 'static',
    interpreter: null,
    needed: [],
    floor: { glibc: null, musl: null, glibcxx: null, cxxabi: null, gcc: null },
    explanations: [],
    runsOn: ['any Linux'],
    smoke: [{ where: 'x86_64', ok: true, ms: 3, command: ['hello', '--version'], output: 'hello 1.0' }],
    findings: [],
    payload: [],
    verified: true,
    ...change,
  }
}

/** A dynamic executable that needs a newer glibc than its target promises. */
export const tooNew: FileReport = fileReport({
  path: '/home/me/demo/dist/aarch64-linux-gnu.2.17/hello',
  target: 'aarch64-linux-gnu.2.17',
  arch: 'aarch64',
  linkage: 'dynamic-glibc',
  interpreter: '/lib/ld-linux-aarch64.so.1',
  needed: ['libc.so.6'],
  floor: { glibc: '2.34', musl: null, glibcxx: null, cxxabi: null, gcc: null },
  explanations: [{ version: 'GLIBC_2.34', library: 'libc.so.6', symbols: ['__libc_start_main', 'dlsym'] }],
  runsOn: ['Debian 12+', 'RHEL 9+'],
  smoke: [{ where: 'qemu-aarch64', ok: false, ms: 40, output: "version `GLIBC_2.34' not found" }],
  findings: [
    {
      id: 'floor-glibc',
      severity: 'error',
      message: 'glibc 2.34 is needed, 2.17 is promised: it does not start on Debian 11',
      evidence: 'GLIBC_2.34 libc.so.6: __libc_start_main, dlsym',
      hint: 'Build with the zig backend.',
    },
  ],
  verified: false,
})

/** A verified dynamic executable with a warning, a floor and a library. */
export const warned: FileReport = fileReport({
  path: './server',
  target: null,
  linkage: 'dynamic-glibc',
  interpreter: '/lib64/ld-linux-x86-64.so.2',
  needed: ['libc.so.6', 'libz.so.1'],
  floor: { glibc: '2.25', musl: null, glibcxx: null, cxxabi: null, gcc: null },
  explanations: [{ version: 'GLIBC_2.25', library: 'libc.so.6', symbols: ['getrandom'] }],
  runsOn: ['Debian 10+ with libz.so.1', 'RHEL 8+ with libz.so.1'],
  notOn: ['Debian 9', 'RHEL/CentOS 7'],
  smoke: [],
  findings: [
    {
      id: 'bind-now',
      severity: 'warning',
      message: 'functions are bound late',
      evidence: 'no DF_BIND_NOW',
      hint: 'Link with -z now.',
    },
  ],
})

/** A run with one target that passed, one that did not, and one that was never built. */
export function report(change: Partial<Report> = {}): Report {
  return {
    schema: 1,
    tool: { name: 'portable-build', version: '0.1.0' },
    project: { name: 'hello', language: 'c', commit: '0123456789abcdef0123456789abcdef01234567' },
    plan: { projects: [{ outputDir: '/home/me/demo/dist' }] },
    jobs: ['hello-zig'],
    policy: {},
    files: [fileReport(), tooNew],
    artifacts: [],
    cache: [],
    steps: [
      { id: 'hello-zig/1-configure', title: 'configure', job: 'hello-zig', startMs: 100, ms: 900, ok: true },
      { id: 'hello-zig/2-build', title: 'build | link', job: 'hello-zig', startMs: 1000, ms: 9000, ok: false },
    ],
    failures: [
      {
        code: 'step-failed',
        message: 'build failed for riscv64-linux-musl (exit status 2)',
        hint: 'Its last lines are shown; the command can be run by hand as printed.',
        job: 'hello-zig',
        targets: ['riscv64-linux-musl'],
        step: 'hello-zig/2-build',
        command: "cd /home/me/demo && env CC='zig cc' make",
        lines: ['main.c:3: error: `x` undeclared', '\u001b[31mred\u001b[0m ``` fence'],
      },
    ],
    notices: ['riscv64: the floor 2.17 is raised to 2.27'],
    verified: false,
    ...change,
  }
}
