import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { BuildError } from '../errors.ts'
import type { WheelCheck } from '../plan.ts'
import type { FileReport } from '../report/schema.ts'
import { count } from '../report/text.ts'
import { judgeFile } from '../verify/judge.ts'

/**
 * Reads every shared library of every wheel in a directory: a tag is a promise, the bytes are what counts.
 * @param tell gets one line for each wheel with libraries, or that cannot be read: the program is judged as well
 * @throws BuildError `wheel-refused` with the libraries that do not start where the target does
 */
export async function checkWheels(
  { dir, policy }: WheelCheck,
  tell: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const wheels = (await readdir(dir).catch(() => [])).filter(name => name.endsWith('.whl')).sort()
  const refused: string[] = []
  const offenders = new Set<string>()
  for (const name of wheels) {
    if (signal.aborted) throw new BuildError('interrupted', 'interrupted while the wheels were read')
    const report = await judgeFile(join(dir, name), policy)
    const faults = report.payload.flatMap(faultsOf)
    if (faults.length > 0) offenders.add(name.split('-').slice(0, 2).join(' '))
    refused.push(...faults.map(fault => `${name}: ${fault}`))
    const unread = report.findings.find(f => f.id === 'payload-unreadable')
    if (unread) tell(`${name}: not read: ${unread.message}`)
    if (report.payload.length > 0) tell(`${name}: ${count(report.payload.length, 'library')}, ${floorOf(report)}`)
  }
  if (offenders.size === 0) return
  throw new BuildError(
    'wheel-refused',
    `${[...offenders].join(' and ')} ${offenders.size === 1 ? 'does' : 'do'} not start on glibc ${policy.floor.glibc}, whatever the tag says`,
    { lines: refused },
  )
}

function faultsOf(member: FileReport): string[] {
  return member.findings.filter(f => f.severity === 'error').map(f => `${member.path}: ${f.message}`)
}

function floorOf({ payload }: FileReport): string {
  const known = payload.flatMap(p => p.floor.glibc ?? [])
  const newest = known.sort((a, b) => Number(a.split('.')[1]) - Number(b.split('.')[1])).at(-1)
  return newest === undefined ? 'no floor' : `glibc ${newest} and newer`
}
