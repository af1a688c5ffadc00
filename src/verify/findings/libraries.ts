import type { FindingRow } from './row.ts'

/** What the file needs of the C library and of others. */
export const libraries = {
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
    fixed: true,
    key: 'glibc',
  },
  'floor-libstdcxx': {
    severity: 'error',
    title: 'A newer libstdc++ or libgcc is needed than systems with this glibc have',
    hint: 'Link with -static-libstdc++ -static-libgcc, or build with the zig backend.',
    key: 'glibc',
  },
  'floor-musl': {
    severity: 'error',
    title: 'A newer musl is needed than the policy promises',
    hint: 'Link statically, or build with the musl of the oldest Alpine that must do; the evidence says what raised it.',
    fixed: true,
    key: 'musl',
  },
  'glibc-abi-unknown': {
    severity: 'error',
    title: 'The file needs something of glibc that is not known',
    hint: 'Rebuild it with an older default of the linker (`-Wl,-z,nopack-relative-relocs`, `-mtls-dialect=gnu`).',
    fixed: true,
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
  'static-dlopen': {
    severity: 'warning',
    title: 'A statically linked glibc loads libraries at run time',
    hint: 'What it loads brings the system’s own glibc, which must be exactly the one that was linked: link dynamically, or build for musl without plugins.',
  },
} as const satisfies Record<string, FindingRow>
