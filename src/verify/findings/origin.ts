import type { FindingRow } from './row.ts'

/** What the file tells about how and where it was built. */
export const origin = {
  'go-cgo': {
    severity: 'error',
    title: 'A Go program that should use no libc was built with cgo',
    hint: 'CGO_ENABLED=0, or name a target with a libc.',
    fixed: true,
    key: 'targets',
  },
  'go-arch': {
    severity: 'error',
    title: 'Go’s build information names another architecture',
    hint: 'Do not copy executables between targets.',
    fixed: true,
    key: 'targets',
  },
  'go-revision': {
    severity: 'error',
    title: 'The Go program was built from another commit',
    hint: 'Remove stale files from the output directory and build again.',
  },
  'go-modified': {
    severity: 'warning',
    title: 'The Go program was built from changed sources',
    hint: 'Build from a clean checkout; generated files belong into .gitignore.',
  },
  'go-trimpath': {
    severity: 'warning',
    title: 'The Go program holds paths of the build machine',
    hint: 'Build with -trimpath (`trimpath: true`).',
  },
  'auditable-corrupt': {
    severity: 'warning',
    title: 'The embedded list of crates cannot be read',
    hint: 'Rebuild with cargo-auditable; a post-processing step may have damaged the section.',
  },
  'leaked-path': {
    severity: 'warning',
    title: 'The file holds paths of the build machine',
    hint: 'C: -ffile-prefix-map, Rust: --remap-path-prefix, Go: -trimpath; strip debug information.',
  },
  'not-stripped': {
    severity: 'info',
    title: 'Symbols or debug information are in the file',
    hint: 'Link with -s, or strip.',
  },
  'build-id': { severity: 'info', title: 'The build id', hint: 'Finds debug information.' },
  toolchain: { severity: 'info', title: 'The compilers that took part', hint: 'As the file says itself.' },
  'no-build-id': {
    severity: 'info',
    title: 'The file has no build id',
    hint: 'Link with --build-id=sha1 (Go: -ldflags=-B=gobuildid): without one, debug information and crash reports do not find each other.',
  },
  secret: {
    severity: 'error',
    title: 'The file holds a secret',
    hint: 'Rotate it: whoever has the file has the secret. Then keep it out of the compiler’s environment and arguments.',
    fixed: true,
    key: 'secrets',
  },
} as const satisfies Record<string, FindingRow>
