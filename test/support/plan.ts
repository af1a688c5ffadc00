import type { Plan, PlannedTarget } from '../../src/plan.ts'

function target(name: string, arch: 'x86_64' | 'aarch64'): PlannedTarget {
  return {
    name,
    job: 'hello-zig',
    artifact: `hello-${name}`,
    offers: [
      { backend: 'native', can: false, chosen: false, reason: 'no musl-gcc here' },
      { backend: 'zig', can: true, chosen: true, reason: 'zig 0.15.2 brings a C compiler and musl' },
    ],
    policy: {
      target: name,
      arch,
      linkage: ['static', 'static-pie'],
      floor: { glibc: null },
      allowLibraries: [],
    },
  }
}

/** A plan of a C project for two targets, with one of everything that can be printed. */
export const plan: Plan = {
  schema: 1,
  tool: { name: 'portable-build', version: '0.1.0' },
  projects: [
    {
      name: 'hello',
      dir: '/home/me/my hello',
      language: 'c',
      buildSystem: 'cmake',
      executables: [{ name: 'hello', source: null }],
      evidence: [
        { fact: 'a CMake project named hello', file: 'CMakeLists.txt', line: 2 },
        { fact: 'a Makefile', file: 'Makefile', line: null },
      ],
      declined: ['make: CMakeLists.txt writes its own Makefile'],
      commit: '0123456789abcdef0123456789abcdef01234567',
      epoch: 1_700_000_000,
      outputDir: '/home/me/my hello/dist',
      tools: [
        { name: 'cmake', version: '3.25.1', path: '/usr/bin/cmake' },
        { name: 'ninja', version: null, path: null },
      ],
      targets: [target('x86_64-linux-musl', 'x86_64'), target('aarch64-linux-musl', 'aarch64')],
      settings: [
        { name: 'targets', value: 'amd64\narm64', origin: 'flag', where: '--targets' },
        { name: 'strip', value: 'false', origin: 'file', where: 'portable-build.yml:3' },
        { name: 'profile', value: 'release', origin: 'default', where: '' },
      ],
      smoke: { when: 'auto', command: null, floor: 'auto' },
      binName: null,
      packaging: { archive: 'tar.gz', include: [], leadingDir: false },
      distribute: 'auto',
    },
  ],
  jobs: [
    {
      id: 'hello-zig',
      project: 'hello',
      backend: 'zig',
      targets: ['x86_64-linux-musl', 'aarch64-linux-musl'],
      runner: ['ubuntu-24.04'],
      toolchains: [{ name: 'zig', version: '0.15.2' }],
      files: [{ path: '/home/me/.cache/portable-build/tools/kits/ab12/cc', content: '#!/bin/sh\n', executable: true }],
      path: ['/home/me/.cache/portable-build/tools/kits/ab12'],
      passEnv: {},
      steps: [
        {
          id: 'hello-zig/1-configure',
          title: 'configure for x86_64-linux-musl',
          targets: ['x86_64-linux-musl'],
          argv: ['cmake', '-S', '.', '-B', '/home/me/my hello/.portable-build/hello-zig/x86_64'],
          cwd: '/home/me/my hello',
          env: { ZIG_GLOBAL_CACHE_DIR: '/home/me/.cache/portable-build/zig' },
          mkdir: ['/home/me/my hello/.portable-build/hello-zig/x86_64'],
        },
        {
          id: 'hello-zig/2-after',
          title: 'after-script',
          targets: ['x86_64-linux-musl'],
          argv: ['sh', '-eu', '-c', "echo 'done'\nls"],
          cwd: '/home/me/my hello',
          env: {},
          optional: true,
          copySources: { from: '/home/me/my hello', to: '/home/me/my hello/.portable-build/hello-zig/src' },
        },
      ],
      collect: [{ from: 'tree', target: 'x86_64-linux-musl', dirs: ['/home/me/my hello'], bins: null }],
      workDir: '/home/me/my hello/.portable-build/hello-zig',
    },
  ],
  notices: ['--target: target is called targets here'],
}
