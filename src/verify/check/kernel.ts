import type { Finding } from '../../report/schema.ts'
import { compareVersions } from '../../version.ts'
import { finding } from '../findings.ts'
import type { Subject } from '../subject.ts'

/** Oldest kernel of Go releases, newest first. Source: release notes of Go 1.18 and 1.24 ("Ports", Linux). */
const goKernels: readonly { readonly since: string; readonly kernel: string }[] = [
  { since: '1.24', kernel: '3.2' },
  { since: '1.18', kernel: '2.6.32' },
  { since: '0', kernel: '2.6.23' },
]

/** Whether the file says that it needs a newer kernel than is promised; most files say nothing. */
export function checkKernel({ elf, policy }: Subject): Finding[] {
  const promised = policy.kernel
  if (promised === undefined) return []
  const release = /^go([0-9]+(?:\.[0-9]+)*)/.exec(elf.go?.version ?? '')?.[1]
  const go = release === undefined ? undefined : goKernels.find(row => compareVersions(release, row.since) >= 0)
  return [
    { kernel: elf.notes.kernel, evidence: `NT_GNU_ABI_TAG Linux ${elf.notes.kernel}` },
    { kernel: go?.kernel ?? null, evidence: elf.go?.version ?? '' },
  ].flatMap(({ kernel, evidence }) =>
    kernel !== null && compareVersions(kernel, promised) > 0
      ? [finding('kernel-floor', `Linux ${kernel} is needed, ${promised} is promised`, evidence)]
      : [],
  )
}
