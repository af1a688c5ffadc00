import type { InputRow } from './row.ts'

/** What to build, and for what. */
export const projectRows = {
  targets: {
    kind: 'list',
    default: '',
    defaultText: "this machine's architecture",
    description:
      'What to build for: `x86_64-linux-musl`, `aarch64-linux-gnu.2.17`, `linux/arm64`, `arm64`, Rust triples, `manylinux2014_x86_64`. Comma or newline.',
    aliases: ['target', 'platforms'],
  },
  libc: {
    kind: 'choice',
    choices: ['musl', 'glibc'],
    description: 'C library of the targets that name none. Default: musl (static); with `glibc` set, glibc.',
    aliases: [],
  },
  glibc: {
    kind: 'text',
    description: 'Oldest glibc on which the executables must start (`2.17`), for the targets that name none.',
    aliases: ['glibc-version', 'manylinux'],
  },
  language: {
    kind: 'choice',
    choices: ['rust', 'go', 'c', 'python'],
    description: 'Language of the project; detected when empty.',
    aliases: [],
  },
  'build-system': {
    kind: 'choice',
    choices: ['cmake', 'meson', 'autotools', 'make', 'command'],
    description: 'Build system of a C or C++ project; detected when empty.',
    aliases: [],
  },
  backend: {
    kind: 'choice',
    choices: ['auto', 'native', 'zig', 'container'],
    default: 'auto',
    description:
      'How to build: `native` (the tools of this machine), `zig` (cross, no emulation), `container` (in a builder image) or the best of them.',
    aliases: ['build-tool'],
  },
  bin: {
    kind: 'list',
    description: 'Names of the executables to build and keep; all of the project when empty.',
    aliases: ['binary'],
  },
  'bin-name': {
    kind: 'text',
    description: 'Name to give to the only executable.',
    pattern: '^(?!\\.{1,2}$)[^/\\u0000]+$',
    accepts: 'a file name without directories',
    aliases: [],
  },
  'working-directory': {
    kind: 'text',
    default: '.',
    description: 'Directory of the project.',
    aliases: ['workdir', 'source-dir', 'project-path'],
  },
} as const satisfies Record<string, InputRow>
