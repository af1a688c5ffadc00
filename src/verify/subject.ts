import { type Arch, archs } from '../arch.ts'
import type { Elf } from '../elf/elf.ts'
import type { FileReport } from '../report/schema.ts'
import { floorsOf } from './floors.ts'
import { classify, type Identity, identify } from './identity.ts'
import type { Linkage, Policy } from './policy.ts'
import type { Hit } from './scan.ts'

/** What is known of a file beside its structures. */
export interface FileFacts {
  /** Bytes. */
  readonly size: number
  /** Permission bits. */
  readonly mode: number
  /** UPX's mark is where its stub has it. */
  readonly packed: boolean
  readonly hits: readonly Hit[]
}

/** Everything that a check may look at: facts and demands, no file. */
export interface Subject {
  readonly elf: Elf
  readonly file: FileFacts
  readonly policy: Policy
  readonly identity: Identity
  /** The row of the file's own architecture, or null. */
  readonly row: Arch | null
  readonly linkage: Linkage
  readonly floor: FileReport['floor']
}

/** Puts together what follows from the bytes alone; `hits` may be added later, when the file has been scanned. */
export function makeSubject(elf: Elf, policy: Policy, file: FileFacts): Subject {
  const identity = identify(elf, policy)
  const row = identity.arch === null ? null : archs[identity.arch]
  const linkage = classify(elf, row)
  return { elf, file, policy, identity, row, linkage, floor: floorsOf(elf, linkage) }
}

/** Whether the linkage is one that a loader is part of. */
export function isDynamic(linkage: Linkage): boolean {
  return linkage === 'dynamic-glibc' || linkage === 'dynamic-musl' || linkage === 'dynamic-other'
}

/** Whether the file is complete in itself. */
export function isStatic(linkage: Linkage): boolean {
  return linkage === 'static' || linkage === 'static-pie'
}
