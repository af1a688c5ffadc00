import type { Finding } from '../report/schema.ts'
import { printable } from './printable.ts'

/** A row of the table of findings. */
export interface FindingRow {
  readonly severity: Finding['severity']
  /** What it means, one line. */
  readonly title: string
  /** What to do about it. */
  readonly hint: string
}

/** Every kind of finding by its stable id: what verify can say about a file. */
export const findingTable = {
  unreadable: {
    severity: 'error',
    title: 'The file could not be read',
    hint: 'Name a regular file that this user may read and that nothing changes meanwhile.',
  },
  malformed: {
    severity: 'error',
    title: 'The structures of the file contradict each other',
    hint: 'Was the upload or the download complete? Compare its sha256; else rebuild it.',
  },
  truncated: {
    severity: 'error',
    title: 'The file ends before its own tables do',
    hint: 'Was the upload or the download complete? Compare its sha256.',
  },
  limit: {
    severity: 'error',
    title: 'The file asks for more than any real program does',
    hint: 'It is damaged or made to harm; rebuild it.',
  },
  'not-elf': {
    severity: 'error',
    title: 'The file is no Linux executable',
    hint: 'Name the executable itself, not a script, an archive or another platform’s program.',
  },
  'elf-kind': {
    severity: 'error',
    title: 'The file is no finished program',
    hint: 'Name the executable, not the object file or the core dump.',
  },
  'os-abi': {
    severity: 'error',
    title: 'The file is for another operating system',
    hint: 'Build it for Linux.',
  },
  'arch-unknown': {
    severity: 'error',
    title: 'The architecture is not known',
    hint: 'Nothing is known of this machine, so nothing can be promised.',
  },
  'arch-mismatch': {
    severity: 'error',
    title: 'The file is for another architecture than its target',
    hint: 'Check which entry of `targets` gave this file; a build that ignores its compiler builds for its host.',
  },
  'abi-flags': {
    severity: 'error',
    title: 'The ABI flags of the header do not fit the architecture',
    hint: 'Float ABI or instruction set differ: check the triple and the -mabi and -mfloat-abi options.',
  },
  'linkage-mismatch': {
    severity: 'error',
    title: 'The file is linked in another way than demanded',
    hint: 'Static: build for musl, or Go with CGO_ENABLED=0. Dynamic: build for a gnu target.',
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
  'needed-not-allowed': {
    severity: 'error',
    title: 'A shared library is needed that the target does not promise',
    hint: 'Link it statically, or allow it with `allow-libraries` and ship or document it.',
  },
  'needed-path': {
    severity: 'error',
    title: 'A needed library is named by a path',
    hint: 'Link with -l<name>, or give the library an soname.',
  },
  'needed-duplicate': { severity: 'info', title: 'A library is named twice', hint: 'Harmless.' },
  'floor-glibc': {
    severity: 'error',
    title: 'A newer glibc is needed than the target promises',
    hint: 'Build with the zig backend for the floor (`glibc: 2.17`); the symbols say what raised it.',
  },
  'floor-libstdcxx': {
    severity: 'error',
    title: 'A newer libstdc++ or libgcc is needed than systems with this glibc have',
    hint: 'Link with -static-libstdc++ -static-libgcc, or build with the zig backend.',
  },
  'glibc-abi-unknown': {
    severity: 'error',
    title: 'The file needs something of glibc that is not known',
    hint: 'Rebuild it with an older default of the linker (`-Wl,-z,nopack-relative-relocs`, `-mtls-dialect=gnu`).',
  },
  'glibc-private': {
    severity: 'error',
    title: 'The file is bound to one exact build of glibc',
    hint: 'It took a part of glibc out of its distribution: link against public interfaces only.',
  },
  'relr-unmarked': {
    severity: 'error',
    title: 'Relative relocations are packed without saying so',
    hint: 'Old loaders crash and new ones refuse: `-Wl,-z,nopack-relative-relocs`.',
  },
  unversioned: {
    severity: 'warning',
    title: 'glibc is needed without any version',
    hint: 'Which glibc it needs cannot be known: it was linked against a stub without versions.',
  },
  runpath: {
    severity: 'error',
    title: 'Libraries are searched in a place of the build machine',
    hint: 'Remove -rpath (CMAKE_SKIP_RPATH), or use $ORIGIN.',
  },
  'runpath-origin': { severity: 'info', title: 'Libraries are searched beside the file', hint: 'Ship them with it.' },
  audit: {
    severity: 'error',
    title: 'The file brings in other libraries by audit or filter tags',
    hint: 'Remove --audit, --filter and --auxiliary from the link.',
  },
  'exec-stack': {
    severity: 'error',
    title: 'The stack is executable',
    hint: 'Link with -z noexecstack; an assembler file lacks `.section .note.GNU-stack,"",%progbits`.',
  },
  'rwx-segment': {
    severity: 'error',
    title: 'Memory is writable and executable at once',
    hint: 'Remove -N (omagic) or the linker script that puts code and data together.',
  },
  textrel: {
    severity: 'warning',
    title: 'Code is changed while it is loaded',
    hint: 'Compile everything with -fPIC; musl and SELinux refuse it.',
  },
  relro: { severity: 'warning', title: 'Tables of the loader stay writable', hint: 'Link with -z relro -z now.' },
  'bind-now': { severity: 'warning', title: 'Functions are bound late', hint: 'Link with -z now.' },
  'no-pie': { severity: 'warning', title: 'The file always loads at the same address', hint: 'Link with -pie.' },
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
  'static-glibc': {
    severity: 'warning',
    title: 'glibc is linked statically',
    hint: 'Name lookups and locales load parts of the system’s glibc at run time: build for musl, or dynamically with a floor.',
  },
  'static-glibc-nss': {
    severity: 'error',
    title: 'A statically linked glibc looks up names',
    hint: 'It loads the system’s own glibc for that and crashes where it differs: build for musl, or dynamically with a floor.',
  },
  'go-cgo': {
    severity: 'error',
    title: 'A Go program that should use no libc was built with cgo',
    hint: 'CGO_ENABLED=0, or name a target with a libc.',
  },
  'go-arch': {
    severity: 'error',
    title: 'Go’s build information names another architecture',
    hint: 'Do not copy executables between targets.',
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
  mode: {
    severity: 'warning',
    title: 'The file is not executable',
    hint: 'chmod +x; upload and download steps of CI lose the bit, tar keeps it.',
  },
  upx: {
    severity: 'error',
    title: 'The content is packed and cannot be inspected',
    hint: 'Verify the file before UPX packs it, and ship it unpacked or compress the download instead.',
  },
  'payload-unreadable': {
    severity: 'error',
    title: 'What is packed inside the file cannot be read',
    hint: 'Was the file cut or changed after it was packed? Build it again; zstd needs Node 22.15 or newer.',
  },
  'payload-path': {
    severity: 'error',
    title: 'A packed file would be unpacked outside of its directory',
    hint: 'Never unpack it: the name is absolute, leaves the directory or holds a NUL. Build the package again.',
  },
  'payload-member': {
    severity: 'error',
    title: 'A packed file has errors of its own',
    hint: 'See the findings of the packed file: what is inside runs on the same systems as its package.',
  },
  'payload-unknown': {
    severity: 'warning',
    title: 'Something is packed inside the file that cannot be inspected',
    hint: 'Verify what goes into the package before it is packed.',
  },
  'trailing-data': { severity: 'info', title: 'Data follows the end of the program', hint: 'It was not inspected.' },
  'build-id': { severity: 'info', title: 'The build id', hint: 'Finds debug information.' },
  toolchain: { severity: 'info', title: 'The compilers that took part', hint: 'As the file says itself.' },
  smoke: {
    severity: 'error',
    title: 'The program did not start',
    hint: 'The evidence has the first line of what it said; `smoke-command` sets its arguments.',
  },
} as const satisfies Record<string, FindingRow>

/** A stable id of a finding. */
export type FindingId = keyof typeof findingTable

/**
 * Makes a finding from its row. Evidence comes from the file: it is made printable and cut at 200 characters.
 * @param change severity or hint where they differ from the row's
 */
export function finding(
  id: FindingId,
  message: string,
  evidence: string,
  change: Partial<Pick<Finding, 'severity' | 'hint'>> = {},
): Finding {
  const { severity, hint } = findingTable[id]
  return { id, severity, message: printable(message, 1000), evidence: printable(evidence, 200), hint, ...change }
}

const order = ['error', 'warning', 'info'] as const

/** Sorts findings so that two runs print the same: severity, id, evidence, message. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const key = (f: Finding) => [order.indexOf(f.severity), f.id, f.evidence, f.message].join('\0')
  return [...findings].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}
