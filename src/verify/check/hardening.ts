import { hasTextRelocations, isBoundNow, isPie } from '../../elf/elf.ts'
import { elfTypes } from '../../elf/header.ts'
import { hex } from '../../elf/problem.ts'
import { segmentFlags, segmentTypes } from '../../elf/segments.ts'
import type { Finding } from '../../report/schema.ts'
import { finding } from '../findings.ts'
import { libcNames } from '../identity.ts'
import { isDynamic, isStatic, type Subject } from '../subject.ts'

const machineMips = 8

/** How the kernel and the loader will map the file. */
export function checkHardening(subject: Subject): Finding[] {
  if (subject.linkage === 'not-elf') return []
  return [...stack(subject), ...segments(subject), ...relocations(subject), ...position(subject)]
}

/** Without PT_GNU_STACK several architectures make the stack executable; the tools of MIPS still ask for it. */
function stack({ elf }: Subject): Finding[] {
  const segment = elf.segments.find(s => s.type === segmentTypes.gnuStack)
  if (segment && (segment.flags & segmentFlags.execute) === 0) return []
  const severity = elf.header.machine === machineMips ? 'warning' : 'error'
  const evidence = segment ? `PT_GNU_STACK flags ${hex(segment.flags)}` : 'no PT_GNU_STACK'
  return [finding('exec-stack', 'the stack will be executable', evidence, { severity })]
}

function segments({ elf, row, policy }: Subject): Finding[] {
  const loads = elf.segments.filter(s => s.type === segmentTypes.load)
  const both = segmentFlags.execute | segmentFlags.write
  const open = loads.filter(s => (s.flags & both) === both)
  const findings = open.map(s => finding('rwx-segment', 'a segment is writable and executable', `at ${hex(s.vaddr)}`))
  const least = loads.reduce((low, s) => Math.min(low, s.align), Number.POSITIVE_INFINITY)
  const page = policy.pageSize ?? row?.elf.pageSize ?? 0
  if (least >= page) return findings
  const who = policy.pageSize === undefined ? 'kernels of this architecture have' : 'demanded are'
  const message = `${who} pages of up to ${hex(page)} bytes, the file is aligned to ${hex(least)}`
  return [
    ...findings,
    finding('page-size', message, `p_align ${hex(least)}`, { hint: `Link with -z max-page-size=${hex(page)}.` }),
  ]
}

function relocations({ elf, linkage }: Subject): Finding[] {
  if (!hasTextRelocations(elf)) return []
  const isMusl = linkage === 'dynamic-musl' || elf.dynamic?.needed.some(name => libcNames.musl.test(name))
  const severity = isMusl ? 'error' : 'warning'
  return [finding('textrel', 'code is changed while it is loaded', 'DT_TEXTREL', { severity })]
}

/** A static file at a fixed address has nothing to relocate; binding at once only protects together with RELRO. */
function position({ elf, linkage }: Subject): Finding[] {
  const findings: Finding[] = []
  const fixed = elf.header.type === elfTypes.executable
  if (!(isStatic(linkage) && fixed)) {
    if (!elf.segments.some(s => s.type === segmentTypes.gnuRelro)) {
      findings.push(finding('relro', 'the loader’s tables stay writable', 'no PT_GNU_RELRO'))
    } else if (linkage !== 'static-pie' && !isBoundNow(elf)) {
      findings.push(finding('bind-now', 'functions are bound when they are first called', 'no DF_BIND_NOW'))
    }
  }
  if (fixed && (isDynamic(linkage) || isStatic(linkage)) && !isPie(elf)) {
    const severity = isStatic(linkage) ? 'info' : 'warning'
    findings.push(finding('no-pie', 'the program loads at a fixed address', 'ET_EXEC', { severity }))
  }
  return findings
}
