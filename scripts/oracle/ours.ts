import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { type Elf, readElf } from '../../src/elf/elf.ts'
import { segmentTypes } from '../../src/elf/segments.ts'
import type { FileReport } from '../../src/report/schema.ts'
import { judgeFile } from '../../src/verify/judge.ts'
import { anyPolicy } from '../../src/verify/policies.ts'
import type { OurFacts } from './facts.ts'

/** Older than every glibc: with this floor the report explains every version, not only the greatest. */
const beforeAll = { ...anyPolicy(), floor: { glibc: '1.0' } }

/**
 * The verifier's answers about a file: from its report, and from its reader where the report only has findings.
 * @param explained whether to name the symbols behind every version of glibc
 */
export async function judgeOurs(path: string, explained: boolean): Promise<OurFacts> {
  const report = await judgeFile(path, explained ? beforeAll : anyPolicy(), { digest: 'never' })
  const elf = open(path)
  const loads = elf.segments.filter(s => s.type === segmentTypes.load)
  return {
    arch: report.arch,
    linkage: report.linkage,
    interpreter: report.interpreter,
    needed: report.needed,
    floor: report.floor,
    rpath: elf.dynamic?.rpath ?? null,
    runpath: elf.dynamic?.runpath ?? null,
    execStack: report.findings.some(f => f.id === 'exec-stack'),
    pageSize: loads.length === 0 ? null : Math.min(...loads.map(s => s.align)),
    symbols: explained ? symbolsOf(report) : null,
    findings: report.findings.filter(f => !(explained && f.id.startsWith('floor-'))),
  }
}

function symbolsOf({ explanations }: FileReport): Record<string, readonly string[]> {
  return Object.fromEntries(explanations.map(e => [`${e.library} ${e.version}`, e.symbols]))
}

function open(path: string): Elf {
  const file = openSync(path, 'r')
  try {
    const read = (target: Uint8Array, at: number) => readSync(file, target, 0, target.length, at)
    return readElf({ size: fstatSync(file).size, read })
  } finally {
    closeSync(file)
  }
}
