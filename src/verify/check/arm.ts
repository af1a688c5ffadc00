import type { ArchName } from '../../arch.ts'
import { attributeTags } from '../../elf/attributes.ts'
import type { Finding } from '../../report/schema.ts'
import { finding } from '../findings.ts'
import type { Subject } from '../subject.ts'

/** Values of an attribute that every CPU of a row has. */
type Baseline = Readonly<Partial<Record<ArchName, readonly number[]>>>

/**
 * Attributes that say what is needed. Source: "Addenda to, and Errata in, the ABI for the Arm Architecture" 2.4.
 * Soft-float rows say nothing of floats: what their files have of VFP is chosen at run time.
 */
const attributes: readonly { readonly tag: number; readonly name: string; readonly runs: Baseline }[] = [
  {
    tag: attributeTags.armCpu,
    name: 'Tag_CPU_arch',
    // 8 is v6T2, 10 v7, 14 v8-A.
    runs: {
      armel: [0, 1, 2, 3, 4, 5],
      armv6: [0, 1, 2, 3, 4, 5, 6, 7, 9],
      armv7: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    },
  },
  {
    tag: attributeTags.armFloat,
    name: 'Tag_FP_arch',
    // 2 is VFPv2, 3 and 4 VFPv3, 5 and 6 VFPv4, 7 and 8 those of v8.
    runs: { armv6: [0, 1, 2], armv7: [0, 1, 2, 3, 4] },
  },
  {
    tag: attributeTags.armSimd,
    name: 'Tag_Advanced_SIMD_arch',
    // 1 is NEON, which compilers take for a part of v7 on Linux (zig does); 2 has fused multiply-add, 3 and 4 are v8.
    runs: { armv6: [0], armv7: [0, 1] },
  },
]

/** What the ARM attributes need beyond the row: the only way to tell v6 from v7. */
export function arm({ elf, identity }: Subject): Finding[] {
  const { arch } = identity
  return attributes.flatMap(({ tag, name, runs }) => {
    const value = elf.attributes.get(tag)
    const known = arch === null ? undefined : runs[arch]
    if (typeof value !== 'number' || known === undefined || known.includes(value)) return []
    return [finding('isa-baseline', `built for a newer CPU than ${arch} has`, `${name} ${value}`)]
  })
}
