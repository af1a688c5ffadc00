import type { FindingRow } from './row.ts'

/** Which machines, loaders and CPUs the file is for. */
export const platform = {
  'arch-unknown': {
    severity: 'error',
    title: 'The architecture is not known',
    hint: 'Nothing is known of this machine, so nothing can be promised.',
    fixed: true,
  },
  'arch-mismatch': {
    severity: 'error',
    title: 'The file is for another architecture than its target',
    hint: 'Check which entry of `targets` gave this file; a build that ignores its compiler builds for its host.',
    fixed: true,
    key: 'targets',
  },
  'abi-flags': {
    severity: 'error',
    title: 'The ABI flags of the header do not fit the architecture',
    hint: 'Float ABI or instruction set differ: check the triple and the -mabi and -mfloat-abi options.',
    fixed: true,
    key: 'targets',
  },
  'linkage-mismatch': {
    severity: 'error',
    title: 'The file is linked in another way than demanded',
    hint: 'Static: build for musl, or Go with CGO_ENABLED=0. Dynamic: build for a gnu target.',
    fixed: true,
    key: 'policy',
  },
  interpreter: {
    severity: 'error',
    title: 'The loader that the file names is not that of its architecture',
    hint: 'The program only starts where this loader exists: link with the default of the target, without --dynamic-linker.',
  },
  'interp-without-needed': {
    severity: 'warning',
    title: 'The file names a loader but needs no library',
    hint: 'It starts neither on Alpine nor in an empty container. Go: build without -buildmode=pie.',
  },
  'page-size': {
    severity: 'error',
    title: 'The file does not load on kernels with large pages',
    hint: 'Link with -z max-page-size=0x10000 (the message has the size).',
  },
  'isa-baseline': {
    severity: 'error',
    title: 'A newer CPU is needed than the target promises',
    hint: 'Remove -march=native and the like (Go: GOAMD64=v1), or promise less with `cpu`.',
  },
  'kernel-floor': {
    severity: 'error',
    title: 'A newer kernel is needed than the policy promises',
    hint: 'Use the C library or Go release of an older system, or promise less with `kernel`.',
    key: 'kernel',
  },
} as const satisfies Record<string, FindingRow>
