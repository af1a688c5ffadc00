import { deflateSync } from 'node:zlib'
import { Writer } from './byte-writer.ts'
import { type ElfSpec, writeElf } from './elf-writer.ts'
import { type Specimen, specimenOf } from './mutate.ts'

const dynamicProgram: ElfSpec = {
  interpreter: '/lib64/ld-linux-x86-64.so.2',
  needed: ['libstdc++.so.6', 'libc.so.6'],
  bindNow: true,
  imports: [
    { name: 'puts', version: ['libc.so.6', 'GLIBC_2.2.5'] },
    { name: 'getrandom', weak: true, version: ['libc.so.6', 'GLIBC_2.25'] },
    { name: '_Znwm', version: ['libstdc++.so.6', 'GLIBCXX_3.4'] },
  ],
  weakVersions: ['libc.so.6 GLIBC_2.25'],
  notes: [
    { owner: 'GNU', type: 3, data: Buffer.from('12345678') },
    { owner: 'GNU', type: 1, data: new Writer(true, true).u32(0).u32(3).u32(2).u32(0).bytes() },
  ],
  sections: [
    { name: '.comment', data: Buffer.from('GCC\0') },
    { name: '.dep-v0', data: deflateSync('{"packages":[{"name":"a","root":true}]}') },
  ],
}
const goText = 'path\tmain\nmod\ta\t(devel)\nbuild\tCGO_ENABLED=0\nbuild\tGOARCH=amd64\n'
const go = Buffer.concat([
  Buffer.from('\xff Go buildinf:\x08\x02', 'latin1'),
  Buffer.alloc(16),
  Buffer.from([8]),
  Buffer.from('go1.26.8'),
  Buffer.from([goText.length + 32]),
  Buffer.alloc(16, 0x30),
  Buffer.from(goText),
  Buffer.alloc(16, 0x39),
])
const arm = Buffer.concat([
  Buffer.from('A'),
  Buffer.from([25, 0, 0, 0]),
  Buffer.from('aeabi\0'),
  Buffer.from([1, 15, 0, 0, 0, 5]),
  Buffer.from('7-A\0'),
  Buffer.from([6, 10, 28, 1]),
])

const specs: Readonly<Record<string, ElfSpec>> = {
  dynamic: dynamicProgram,
  'gnu hash, PIE': { ...dynamicProgram, hash: 'gnu-empty', type: 3, flags1: 0x08000001 },
  'mips 32 big endian': {
    ...dynamicProgram,
    ...{ is64: false, machine: 8, flags: 0x1000, littleEndian: false, interpreter: '/lib/ld.so.1', align: 0x10000 },
  },
  s390x: { ...dynamicProgram, machine: 22, littleEndian: false, interpreter: '/lib/ld64.so.1' },
  'arm with attributes': {
    ...dynamicProgram,
    ...{ is64: false, machine: 40, flags: 0x05000400, interpreter: '/lib/ld-linux-armhf.so.3', align: 0x10000 },
    sections: [{ name: '.ARM.attributes', data: arm, type: 0x70000003 }],
  },
  'musl, RELR': {
    ...{ type: 3, flags1: 0x08000001, interpreter: '/lib/ld-musl-x86_64.so.1', needed: ['libc.so'] },
    imports: [{ name: 'statx' }],
    dynamic: [
      [35, 0],
      [36, 0],
      [37, 8],
    ],
  },
  'shared library': {
    type: 3,
    soname: 'libx.so.1',
    needed: ['libc.so.6'],
    runpath: '$ORIGIN:$ORIGIN/lib',
    imports: [],
  },
  static: { data: 'static' },
  'static Go': { data: 'static', sections: [{ name: '.go.buildinfo', data: go }] },
}

/** Files of many kinds to make mutants of; each is verified before it is damaged (by a policy that allows everything). */
export const specimens: readonly Specimen[] = Object.entries(specs).map(([name, spec]) =>
  specimenOf(name, writeElf(spec).bytes),
)
