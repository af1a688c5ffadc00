import { deflateSync } from 'node:zlib'
import { policyFrom } from '../../src/verify/policies.ts'
import {
  abiNote,
  armAttributes,
  findingCase as c,
  demands,
  type FindingCase,
  glibc,
  goSection,
  isaNote,
  needOf,
  pie,
  policies,
  program,
  symbolSections,
} from './finding-cases.ts'

const { any, gnu, musl, none } = policies
const debug = (name: string) => ({ name, data: Buffer.alloc(8) })
const crates = (...packages: object[]) => ({ name: '.dep-v0', data: deflateSync(JSON.stringify({ packages })) })
const onMusl = { interpreter: '/lib/ld-musl-x86_64.so.1', needed: ['libc.so'], imports: [{ name: 'puts' }] }
const trimmed = ['-trimpath=true', 'GOARCH=amd64']
const go = (...settings: string[]) => ({ spec: { sections: [goSection([...trimmed, ...settings])] } })
const staticGlibc = { notes: [abiNote(3, 2, 0)] }
const token = { name: 'RELEASE_TOKEN', value: 'ghx_0123456789abcdef' }

/** For each finding a file that deserves it and a control that does not; the first of an id is its example in the docs. */
export const findingTableCases: readonly FindingCase[] = [
  // whether it is a whole program
  c('error not-elf', { against: any }, { bytes: Buffer.from('#!/bin/sh\necho hello\n') }, {}),
  c('error truncated', {}, { bytes: Buffer.from('\x7fELF\x02\x01\x01', 'latin1') }, {}),
  c('error malformed', { against: any }, { spec: { ...program, dynamic: [[5, 0x7f000000]] } }, { spec: program }),
  c('error elf-kind', {}, { spec: { type: 1 } }, {}),
  c('error os-abi', {}, { spec: { osAbi: 9 } }, { spec: { osAbi: 3 } }),
  c('warning mode', {}, { mode: 0o644 }, { mode: 0o755 }),
  // machine, loader, CPU
  c('error arch-unknown', { against: any }, { spec: { machine: 9999 } }, {}),
  c('error arch-unknown', { against: any }, { spec: { is64: false } }, { spec: { is64: false, machine: 3 } }), // x32
  c('error arch-mismatch', {}, { against: demands('aarch64-linux-musl') }, {}),
  c('error abi-flags', {}, { spec: { flags: 1 } }, { spec: { flags: 0 } }),
  c('error linkage-mismatch', { spec: program }, { against: musl }, { against: gnu }),
  c('error linkage-mismatch', { against: gnu }, {}, go('CGO_ENABLED=0')),
  c('error linkage-mismatch', { spec: program }, { against: policyFrom('static') }, { against: policyFrom('glibc') }),
  c('error interpreter', { spec: program, against: gnu }, { spec: { interpreter: '/nix/store/x/ld-linux.so.2' } }, {}),
  c('error interpreter', { against: any }, { spec: { needed: ['libc.so.6'] } }, { spec: program }),
  c(
    'warning interp-without-needed',
    { spec: program, against: gnu },
    { spec: { needed: [], imports: [], sections: [goSection([...trimmed, 'CGO_ENABLED=0', '-buildmode=pie'])] } },
    {},
  ),
  c('error interp-without-needed', { spec: { ...program, needed: [], imports: [] } }, {}, { against: gnu }),
  c('error page-size', { spec: { machine: 183 }, against: any }, {}, { spec: { align: 0x10000 } }),
  c('error page-size', {}, { against: policyFrom(null, { maxPageSize: '16K' }) }, { against: any }),
  c('error isa-baseline', {}, { spec: { notes: [isaNote(4)] } }, { spec: { notes: [isaNote(1)] } }),
  c('error isa-baseline', { against: none }, go('GOAMD64=v3'), go('GOAMD64=v1')),
  c(
    'error isa-baseline',
    { spec: { is64: false, machine: 40, flags: 0x05000400 }, against: demands('armv7-linux-musl') },
    { spec: { sections: [armAttributes({ 6: 14 })] } },
    { spec: { sections: [armAttributes({ 6: 10, 10: 3, 12: 1 })] } },
  ),
  c(
    'error isa-baseline',
    { spec: { is64: false, machine: 40, flags: 0x05000400 }, against: demands('armv6-linux-musl') },
    { spec: { sections: [armAttributes({ 6: 6, 12: 1 })] } },
    { spec: { sections: [armAttributes({ 6: 6, 10: 2 })] } },
  ),
  c(
    'error isa-baseline',
    { spec: { is64: false, littleEndian: false, machine: 8 }, against: any },
    { spec: { flags: 0x90001000 } },
    { spec: { flags: 0x70001000 } },
  ),
  c(
    'error kernel-floor',
    { spec: staticGlibc },
    { against: policyFrom(null, { kernel: '2.6.32' }) },
    { against: policyFrom(null, { kernel: '3.10' }) },
  ),
  c('error kernel-floor', { against: policyFrom(null, { kernel: '2.6.32' }) }, go(), {
    spec: { sections: [goSection(trimmed, 'go1.22.1')] },
  }),
  // libraries and versions
  c('error needed-not-allowed', { spec: program, against: gnu }, { spec: { needed: ['libc.so.6', 'libz.so.1'] } }, {}),
  c(
    'error needed-not-allowed',
    { spec: program },
    { spec: { needed: ['libc.so.6', 'libc.so'] }, against: any },
    { against: any },
  ),
  c(
    'error needed-not-allowed',
    { spec: { ...program, needed: ['libc.so.6', 'libssl.so.1.1'] } },
    { against: policyFrom(null, { forbidLibraries: ['libssl.so.1.1'] }) },
    { against: policyFrom(null, { forbidLibraries: ['libssl.so.3'] }) },
  ),
  c(
    'error needed-not-allowed',
    { spec: { type: 3, soname: 'x.so', needed: ['libc.so.6'] } },
    { against: policyFrom('musl') },
    { against: policyFrom('glibc') },
  ),
  c('error needed-path', { spec: program, against: any }, { spec: { needed: ['libc.so.6', '/opt/x/libx.so'] } }, {}),
  c('info needed-duplicate', { spec: program, against: gnu }, { spec: { needed: ['libc.so.6', 'libc.so.6'] } }, {}),
  c(
    'error floor-glibc',
    { spec: program, against: gnu },
    { spec: { imports: [glibc('GLIBC_2.34', '__libc_start_main')] } },
    {},
  ),
  c(
    'error floor-musl',
    { spec: { ...program, ...onMusl }, against: policyFrom('musl', { musl: '1.2.3' }) },
    { spec: { imports: [{ name: 'statx' }] } },
    { spec: { imports: [{ name: 'qsort_r' }] } },
  ),
  c(
    'error floor-libstdcxx',
    { against: demands('x86_64-linux-gnu.2.17', { allowLibraries: ['*'] }) },
    { spec: needOf('libstdc++.so.6', 'GLIBCXX_3.4.20') },
    { spec: needOf('libstdc++.so.6', 'GLIBCXX_3.4.19') },
  ),
  c(
    'error glibc-abi-unknown',
    { spec: program, against: any },
    { spec: { imports: [glibc('GLIBC_ABI_NEW')] } },
    { spec: { imports: [glibc('GLIBC_ABI_DT_RELR')] } },
  ),
  c(
    'error glibc-private',
    { spec: program, against: any },
    { spec: { imports: [glibc('GLIBC_PRIVATE', '__libc_dlopen_mode')] } },
    {},
  ),
  c(
    'error relr-unmarked',
    { spec: { ...program, dynamic: [[36, 0]] }, against: any },
    {},
    { spec: { imports: [glibc('GLIBC_ABI_DT_RELR'), glibc('GLIBC_2.2.5', 'puts')] } },
  ),
  c('info relr-unmarked', { spec: { type: 3, flags1: pie } }, { spec: { dynamic: [[36, 0]] } }, {}),
  c('warning unversioned', { spec: program, against: gnu }, { spec: { imports: [] } }, {}),
  c(
    'error runpath',
    { spec: program, against: gnu },
    { spec: { runpath: '/opt/acme/lib' } },
    { spec: { runpath: '$ORIGIN/../lib' } },
  ),
  c(
    'error runpath',
    { spec: program, against: gnu },
    { spec: { rpath: '$ORIGIN/../lib:' } },
    { spec: { rpath: '$ORIGIN/../lib' } },
  ),
  c('error runpath', { spec: program, against: gnu }, { spec: { rpath: 'lib' } }, {}),
  c('info runpath-origin', { spec: program, against: gnu }, { spec: { runpath: '$ORIGIN/../lib' } }, {}),
  c(
    'error runpath-origin',
    { spec: { ...program, runpath: '$ORIGIN' } },
    { against: policies.forbidding('rpath') },
    { against: any },
  ),
  c('error audit', { spec: program, against: gnu }, { spec: { dynamic: [[0x6ffffefc, 1]] } }, {}),
  c(
    'warning static-glibc',
    { spec: { data: 'Fatal glibc error: gconv module reference counter overflow\0' } },
    { spec: staticGlibc },
    {},
  ),
  c(
    'error static-glibc-nss',
    { spec: staticGlibc },
    { spec: { data: 'gconv\0libnss_files.so.2\0' } },
    { spec: { data: 'gconv\0nsswitch.conf\0' } },
  ),
  c(
    'warning static-dlopen',
    { spec: { ...staticGlibc, data: 'gconv\0' } },
    { spec: { sections: symbolSections(['main', 'dlopen']) } },
    { spec: { sections: symbolSections(['main', 'dlopen', 'dlinfo']) } },
  ),
  // memory
  c('error exec-stack', {}, { spec: { stack: 7 } }, { spec: { stack: 6 } }),
  c('error exec-stack', {}, { spec: { stack: null } }, {}),
  c(
    'warning exec-stack',
    { spec: { is64: false, machine: 8, littleEndian: false, flags: 0x1000 }, against: any },
    { spec: { stack: 7 } },
    {},
  ),
  c('error rwx-segment', {}, { spec: { codeFlags: 7 } }, { spec: { codeFlags: 5 } }),
  c('warning textrel', { spec: program, against: gnu }, { spec: { dynamic: [[22, 0]] } }, {}),
  c('error textrel', { spec: { ...program, ...onMusl }, against: any }, { spec: { dynamic: [[30, 4]] } }, {}),
  c('warning relro', { spec: program, against: gnu }, { spec: { relro: false } }, {}),
  c(
    'error relro',
    { spec: { ...program, relro: false } },
    { against: policies.forbidding('hardening') },
    { spec: { relro: true } },
  ),
  c('warning bind-now', { spec: program, against: gnu }, { spec: { bindNow: false } }, {}),
  c('warning no-pie', { spec: program, against: gnu }, { spec: { type: 2, flags1: 0 } }, {}),
  c('info no-pie', {}, {}, { spec: { type: 3, flags1: pie } }),
  // origin
  c('error go-cgo', { against: none }, go('CGO_ENABLED=1'), go('CGO_ENABLED=0')),
  c('error go-arch', { against: none }, { spec: { sections: [goSection(['-trimpath=true', 'GOARCH=arm64'])] } }, go()),
  c('error go-revision', { against: { ...none, commit: 'def' } }, go('vcs.revision=abc'), go('vcs.revision=def')),
  c('warning go-modified', { against: none }, go('vcs.modified=true'), go('vcs.modified=false')),
  c('warning go-trimpath', { against: none }, { spec: { sections: [goSection(['GOARCH=amd64'])] } }, go()),
  c('warning auditable-corrupt', {}, { spec: { sections: [debug('.dep-v0')] } }, {}),
  c(
    'warning auditable-corrupt',
    {},
    { spec: { sections: [crates({ root: true, dependencies: [1] }, { dependencies: [0] })] } },
    { spec: { sections: [crates({ root: true, dependencies: [1, 2] }, { dependencies: [2] }, { dependencies: [] })] } },
  ),
  c(
    'warning auditable-corrupt',
    {},
    { spec: { sections: [crates({ root: true, dependencies: [7] })] } },
    { spec: { sections: [crates({ root: true })] } },
  ),
  c(
    'warning leaked-path',
    { forbiddenPaths: ['/home/u/project'] },
    { spec: { data: 'at /home/u/project/src/main.c:7\0' } },
    { spec: { data: 'at /home/u/project2/src/main.c:7 /rustc/abc/library/core\0' } },
  ),
  c(
    'error leaked-path',
    { spec: { data: '/builds/acme/x\0' } },
    { against: policyFrom(null, { forbid: ['build-paths'], forbidPaths: ['/builds/acme'] }) },
    { against: any },
  ),
  c('error secret', { secrets: [token] }, { spec: { data: `key=${token.value}\0` } }, { spec: { data: 'key=none\0' } }),
  c(
    'info not-stripped',
    {},
    { spec: { sections: [debug('.debug_info')] } },
    { spec: { sections: [debug('.comment')] } },
  ),
  c('info not-stripped', {}, { spec: { sections: symbolSections(['main']) } }, {}),
  c(
    'info build-id',
    {},
    { spec: { notes: [{ owner: 'GNU', type: 3, data: Buffer.from('8c34bee15b5aeae9', 'hex') }] } },
    {},
  ),
  c(
    'error no-build-id',
    { against: policies.forbidding('no-build-id') },
    {},
    { spec: { notes: [{ owner: 'GNU', type: 3, data: Buffer.from('ab') }] } },
  ),
  c('info toolchain', {}, { spec: { sections: [{ name: '.comment', data: Buffer.from('zig 0.15.2\0') }] } }, {}),
]
