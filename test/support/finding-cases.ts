import { parseTarget, settleTargets } from '../../src/target.ts'
import { anyPolicy, policyFor, policyFrom } from '../../src/verify/policies.ts'
import type { Policy } from '../../src/verify/policy.ts'
import type { Secret } from '../../src/verify/secrets.ts'
import { Writer } from './byte-writer.ts'
import { type ElfSpec, writeElf } from './elf-writer.ts'

/** A file with what is demanded of it. */
export interface CaseFile {
  readonly bytes: Buffer
  readonly policy: Policy
  readonly mode: number
  readonly forbiddenPaths: readonly string[]
  readonly secrets: readonly Secret[]
}

/** A file that deserves a finding, and one that only differs in not deserving it. */
export interface FindingCase {
  readonly severity: 'error' | 'warning' | 'info'
  readonly id: string
  readonly bad: CaseFile
  readonly good: CaseFile
}

/** DF_1_PIE. */
export const pie = 0x08000000

/** An import of glibc. */
export const glibc = (version: string, name = 'f') => ({ name, version: ['libc.so.6', version] as const })

/** A small program for glibc with nothing against it. */
export const program: ElfSpec = {
  ...{ type: 3, flags1: pie, bindNow: true, interpreter: '/lib64/ld-linux-x86-64.so.2' },
  ...{ needed: ['libc.so.6'], imports: [glibc('GLIBC_2.2.5', 'puts')] },
}

/** What a target demands. */
export function demands(name: string, extra: Parameters<typeof policyFor>[1] = {}): Policy {
  const [target] = settleTargets([parseTarget(name)], { libc: 'none', glibc: null }).targets
  if (!target) throw new Error(name)
  return policyFor(target, extra)
}

/** Go's build information in its section: `build` lines, and the release. */
export function goSection(settings: readonly string[], release = 'go1.26.8') {
  const lines = ['path\ta/b', ...settings.map(s => `build\t${s}`), ''].join('\n')
  const info = Buffer.from(`${'0'.repeat(16)}${lines}${'9'.repeat(16)}`)
  const counted = (b: Buffer) => Buffer.concat([Buffer.from([(b.length & 0x7f) | 0x80, b.length >> 7]), b])
  const data = Buffer.concat([
    ...[Buffer.from('\xff Go buildinf:\x08\x02', 'latin1'), Buffer.alloc(16)],
    ...[counted(Buffer.from(release)), counted(info)],
  ])
  return { name: '.go.buildinfo', data }
}

/** `.symtab` and `.strtab` with defined functions, as an x86-64 linker writes them. */
export function symbolSections(names: readonly string[]): NonNullable<ElfSpec['sections']> {
  const strings = new Writer(true, true).u8(0)
  const table = new Writer(true, true).raw(Buffer.alloc(24))
  for (const name of names) {
    table.u32(strings.length).u8(0x12, 0).u16(1).u64(0x401000).u64(16)
    strings.raw(Buffer.from(`${name}\0`))
  }
  return [
    { name: '.symtab', type: 2, data: table.bytes() },
    { name: '.strtab', type: 3, data: strings.bytes() },
  ]
}

/** `.ARM.attributes` with some tags of the file. */
export function armAttributes(tags: Readonly<Record<number, number>>) {
  const pairs = Buffer.from(Object.entries(tags).flatMap(([tag, value]) => [Number(tag), value]))
  const block = new Writer(false, true)
    .u8(1)
    .u32(5 + pairs.length)
    .raw(pairs)
    .bytes()
  const vendor = Buffer.from('aeabi\0')
  const data = new Writer(false, true)
    .u8(0x41)
    .u32(4 + vendor.length + block.length)
    .raw(vendor)
    .raw(block)
    .bytes()
  return { name: '.ARM.attributes', data, type: 0x70000003 }
}

/** NT_GNU_ABI_TAG: Linux and its oldest kernel. */
export const abiNote = (...kernel: [number, number, number]) => ({
  owner: 'GNU',
  type: 1,
  data: kernel.reduce((w, n) => w.u32(n), new Writer(true, true).u32(0)).bytes(),
})

/** GNU_PROPERTY_X86_ISA_1_NEEDED with one bit: 1 is the baseline, 4 is v3. */
export const isaNote = (bit: number) => ({
  owner: 'GNU',
  type: 5,
  data: new Writer(true, true).u32(0xc0008002).u32(4).u32(bit).u32(0).bytes(),
})

interface Made {
  readonly spec?: ElfSpec
  /** In the place of what `spec` gives. */
  readonly bytes?: Buffer
  readonly against?: Policy
  readonly mode?: number
  readonly forbiddenPaths?: readonly string[]
  readonly secrets?: readonly Secret[]
}

function make({ spec = {}, bytes, against = demands('x86_64-linux-musl'), ...rest }: Made): CaseFile {
  const facts = { mode: 0o755, forbiddenPaths: [], secrets: [], ...rest }
  return { bytes: bytes ?? writeElf(spec).bytes, policy: against, ...facts }
}

/** A case: what both files have, what only the bad one has and what only the good one has. */
export function findingCase(wanted: string, both: Made, bad: Made, good: Made): FindingCase {
  const [severity = '', id = ''] = wanted.split(' ')
  const mix = (own: Made): Made => ({ ...both, ...own, spec: { ...both.spec, ...own.spec } })
  return { severity: severity as FindingCase['severity'], id, bad: make(mix(bad)), good: make(mix(good)) }
}

/** A need of a version that another library than glibc supplies. */
export const needOf = (library: string, version: string): ElfSpec => ({
  ...program,
  needed: [library, 'libc.so.6'],
  imports: [{ name: 'f', version: [library, version] as const }],
})

/** Policies that most cases are judged by. */
export const policies = {
  any: anyPolicy(),
  gnu: demands('x86_64-linux-gnu.2.17'),
  musl: demands('x86_64-linux-musl'),
  none: demands('x86_64-linux'),
  forbidding: (...forbid: string[]) => policyFrom(null, { forbid }),
}
