import { describeMachine, elfTypes } from '../../elf/header.ts'
import { hex } from '../../elf/problem.ts'
import { segmentTypes } from '../../elf/segments.ts'
import type { Finding } from '../../report/schema.ts'
import { finding } from '../findings.ts'
import { isDynamic, isStatic, type Subject } from '../subject.ts'

const kinds: Readonly<Record<number, string>> = {
  [elfTypes.relocatable]: 'an object file',
  [elfTypes.core]: 'a core dump',
}
/** EI_OSABI of System V and GNU: Linux writes both. */
const linuxAbis: readonly number[] = [0, 3]

/** Whether the file is a whole program for Linux, of the architecture and linkage that were demanded. */
export function checkStructure(subject: Subject): Finding[] {
  return [...problems(subject), ...kind(subject), ...architecture(subject), ...linkage(subject), ...loader(subject)]
}

function problems({ elf }: Subject): Finding[] {
  return elf.problems.map(p => finding(p.kind, p.message, p.evidence, { severity: p.severity }))
}

function kind({ elf, file, linkage }: Subject): Finding[] {
  const findings: Finding[] = []
  const { type, osAbi } = elf.header
  if (type !== elfTypes.executable && type !== elfTypes.dynamic) {
    findings.push(finding('elf-kind', `the file is ${kinds[type] ?? 'no program'}`, `e_type ${type}`))
  }
  if (!linuxAbis.includes(osAbi)) findings.push(finding('os-abi', 'the file is not for Linux', `EI_OSABI ${osAbi}`))
  if (file.packed) findings.push(finding('upx', 'UPX packed the program, so its content is hidden', 'UPX!'))
  if ((isDynamic(linkage) || isStatic(linkage)) && (file.mode & 0o111) === 0) {
    findings.push(finding('mode', 'nobody may execute the file', `mode ${(file.mode & 0o777).toString(8)}`))
  }
  return findings
}

function architecture({ elf, policy, identity }: Subject): Finding[] {
  if (identity.arch === null) {
    const message = 'the architecture is not one that can be judged'
    return [finding('arch-unknown', message, describeMachine(elf.header))]
  }
  if (policy.arch !== null && policy.arch !== identity.arch) {
    const message = `the file is for ${identity.arch}, the target is ${policy.arch}`
    return [finding('arch-mismatch', message, describeMachine(elf.header))]
  }
  if (!identity.flagsFit) {
    return [finding('abi-flags', `the ABI flags are not those of ${identity.arch}`, hex(elf.header.flags))]
  }
  return []
}

function linkage(subject: Subject): Finding[] {
  const { policy, linkage, elf } = subject
  if (policy.linkage === null || policy.linkage.includes(linkage) || linkage === 'not-elf') return []
  if (policy.linkage.includes('dynamic-glibc') && isStatic(linkage) && usesNoLibc(subject)) return []
  const needs = [elf.interpreter, ...(elf.dynamic?.needed ?? [])].filter(n => n !== null).join(' ')
  const evidence = needs || 'no PT_INTERP, no DT_NEEDED'
  const message = `the file is ${linkage}, demanded is ${policy.linkage.join(' or ')}`
  return [finding('linkage-mismatch', message, evidence)]
}

/** A static file that any glibc target may ship: Go without cgo never asks a libc for anything. */
function usesNoLibc({ elf }: Subject): boolean {
  return elf.go?.settings['CGO_ENABLED'] === '0'
}

function loader({ elf, linkage, row, policy }: Subject): Finding[] {
  const { interpreter, dynamic } = elf
  if (linkage === 'dynamic-other') {
    const right = row ? [row.elf.glibcInterpreter, ...row.elf.muslInterpreter].join(' or ') : 'unknown'
    if (interpreter !== null) {
      return [finding('interpreter', `the loader is not that of the architecture (${right})`, interpreter)]
    }
    const needed = dynamic?.needed.join(' ') ?? ''
    return [finding('interpreter', `libraries are needed but no loader is named (${right})`, needed)]
  }
  // Programs of klibc have none: theirs is no loader, only a library at a fixed address. All others read it first.
  if (isDynamic(linkage) && !elf.segments.some(s => s.type === segmentTypes.dynamic)) {
    return [finding('malformed', 'a loader is named but there is no dynamic table', interpreter ?? '')]
  }
  if (isDynamic(linkage) && dynamic?.needed.length === 0) {
    const severity = policy.linkage?.some(isDynamic) === false ? 'error' : 'warning'
    return [
      finding('interp-without-needed', 'a loader is named but no library is needed', interpreter ?? '', { severity }),
    ]
  }
  return []
}
