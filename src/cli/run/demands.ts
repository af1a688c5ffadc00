import { BuildError } from '../../errors.ts'
import { isKnownGlibc, nearestGlibc } from '../../glibc.ts'
import type { FileReport, Verdict } from '../../report/schema.ts'
import { parseTarget, readFloor, settleTargets } from '../../target.ts'
import { judgeFile } from '../../verify/judge.ts'
import { anyPolicy, policyFor } from '../../verify/policies.ts'
import type { Policy } from '../../verify/policy.ts'
import { verifyPaths } from '../../verify/verify.ts'
import { notAChoice } from '../suggest.ts'

const libcs = ['musl', 'glibc'] as const

/**
 * What the flags of `verify` demand: one policy for each target, or one for files of any architecture.
 * @throws BuildError for targets and versions that cannot be
 */
export function demandsOf(inputs: Readonly<Record<string, string>>): readonly [Policy, ...Policy[]] {
  const given = (...names: string[]) => names.map(n => inputs[n]).find(v => v !== undefined && v.trim() !== '') ?? null
  const allowLibraries = listOf(given('allow-libraries'))
  const said = given('libc')
  const libc = libcs.find(l => l === said) ?? null
  if (said !== null && libc === null) throw notAChoice('--libc', said, libcs)
  const floor = given('glibc', 'glibc-version', 'manylinux')
  const glibc = floor === null ? null : readFloor(floor)
  const written = listOf(given('targets', 'target', 'platforms')).map(parseTarget)
  const { targets } = settleTargets(written, { libc: libc ?? (glibc === null ? 'musl' : 'glibc'), glibc })
  const [first, ...rest] = targets.map(t => policyFor(t, { allowLibraries }))
  return first ? [first, ...rest] : [forAnyTarget(libc, glibc, allowLibraries)]
}

function listOf(text: string | null): string[] {
  const items = (text ?? '').split(/[,\n]/).map(t => t.trim())
  return items.filter(t => t !== '')
}

/** Demands that hold for every architecture. */
function forAnyTarget(libc: (typeof libcs)[number] | null, glibc: string | null, allowLibraries: string[]): Policy {
  if (glibc !== null && !isKnownGlibc(glibc)) {
    throw new BuildError('unknown-glibc', `glibc ${glibc} does not exist`, {
      hint: `The nearest version is ${nearestGlibc(glibc)}.`,
    })
  }
  const any = anyPolicy()
  const linkage: Policy['linkage'] =
    libc === 'musl' ? ['static', 'static-pie'] : libc === 'glibc' || glibc !== null ? ['dynamic-glibc'] : null
  const libraries = linkage === null && allowLibraries.length === 0 ? any.allowLibraries : allowLibraries
  return { ...any, linkage, floor: { glibc }, allowLibraries: libraries }
}

/**
 * Judges files by the demand that is theirs: the target of their architecture (of several, one that they fulfil).
 * @throws NothingMatched when an argument stands for no file
 */
export async function judgeByDemands(
  args: readonly string[],
  demands: readonly [Policy, ...Policy[]],
): Promise<Verdict> {
  if (demands.length === 1) return verifyPaths(args, demands[0])
  const { files: readable } = await verifyPaths(args, { ...anyPolicy(), allowLibraries: demands[0].allowLibraries })
  const files: FileReport[] = []
  for (const file of readable) files.push(await judgeByBest(file, demands))
  return {
    schema: 1,
    files,
    policy: {
      target: demands.map(d => d.target).join(', '),
      arch: null,
      linkage: null,
      floor: { glibc: null },
      allowLibraries: [...demands[0].allowLibraries],
    },
    verified: files.every(f => f.verified) && files.length > 0,
  }
}

/** The judgement of a file whose arch is known; a file for none of the targets is judged by the first, and fails. */
async function judgeByBest(file: FileReport, demands: readonly [Policy, ...Policy[]]): Promise<FileReport> {
  if (file.arch === null) return { ...file, verified: false }
  const mine = demands.filter(d => d.arch === file.arch)
  const fitting = mine.filter(d => d.linkage?.includes(file.linkage))
  let judged: FileReport | null = null
  for (const demand of fitting.length > 0 ? fitting : [mine[0] ?? demands[0]]) {
    judged = await judgeFile(file.path, demand)
    if (judged.verified) return judged
  }
  return judged ?? file
}
