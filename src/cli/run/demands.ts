import { BuildError } from '../../errors.ts'
import type { Inputs } from '../../inputs/inputs.ts'
import { findInput } from '../../inputs/names.ts'
import { type InputName, type InputRow, inputTable } from '../../inputs/table.ts'
import { readValue } from '../../inputs/values.ts'
import { nearest } from '../../nearest.ts'
import type { FileReport, Verdict } from '../../report/schema.ts'
import { parseTarget, readFloor, settleTargets } from '../../target.ts'
import { isKnownCpu, knownCpus } from '../../verify/cpu.ts'
import { finding } from '../../verify/findings.ts'
import { judgeFile } from '../../verify/judge.ts'
import { withFindings } from '../../verify/outcome.ts'
import { anyPolicy, policyFor, policyFrom, printedPolicy } from '../../verify/policies.ts'
import type { Policy } from '../../verify/policy.ts'
import { secretsOf } from '../../verify/secrets.ts'
import { type VerifyOptions, verifyPaths } from '../../verify/verify.ts'
import { notAChoice } from '../suggest.ts'

type Written = Readonly<Record<string, string>>
type Demands = readonly [Policy, ...Policy[]]

/**
 * What the flags of `verify` demand: one policy for each target, or one for files of any architecture.
 * @throws BuildError for values that cannot be, with the nearest one that can
 */
export function demandsOf(inputs: Written): Demands {
  const libc = readInput('libc', inputs)
  const said = readInput('policy', inputs)
  const preset = said ?? (libc === 'musl' ? 'static' : libc)
  const floor = readInput('glibc', inputs)
  const keys = {
    allowLibraries: readInput('allow-libraries', inputs),
    forbidLibraries: readInput('forbid-libraries', inputs),
    musl: readInput('musl', inputs),
    kernel: readInput('kernel', inputs),
    cpu: readCpu(inputs),
    maxPageSize: readInput('max-page-size', inputs),
    allow: readInput('allow', inputs),
    forbid: readInput('forbid', inputs),
    forbidPaths: readInput('forbid-paths', inputs),
    secrets: readInput('secrets', inputs),
  }
  const written = readInput('targets', inputs).map(parseTarget)
  const standard = libc ?? (floor !== null || preset === 'glibc' ? 'glibc' : 'musl')
  const { targets } = settleTargets(written, { libc: standard, glibc: floor === null ? null : readFloor(floor) })
  const [first, ...rest] = targets.map(t => policyFor(t, { ...keys, preset: said }))
  return first ? [first, ...rest] : [policyFrom(preset, { ...keys, glibc: floor })]
}

/** A value of an input by its name or one of its aliases, checked as the table says. @throws BuildError `bad-input` */
export function readInput<N extends InputName>(name: N, inputs: Written): Inputs[N] {
  const row: InputRow = inputTable[name]
  const said = Object.keys(inputs).find(key => findInput(key) === name && inputs[key]?.trim() !== '')
  const text = said === undefined ? '' : (inputs[said] ?? '')
  const read = readValue(name, text)
  if ('value' in read) return read.value as Inputs[N]
  if (row.choices) throw notAChoice(`--${said}`, text.trim(), row.choices)
  throw new BuildError('bad-input', `--${said} ${read.problem}`)
}

/** A CPU that nothing is known of would pass every file, so it is refused here; compilers know more of them. */
function readCpu(inputs: Written): string | null {
  const cpu = readInput('cpu', inputs)
  if (cpu === null || isKnownCpu(cpu)) return cpu
  const guess = nearest(cpu.replaceAll('-', '_'), knownCpus)
  throw new BuildError('bad-input', `--cpu ${JSON.stringify(cpu)} is no CPU whose level is known`, {
    hint: guess ? `Did you mean ${guess}?` : `Known: ${knownCpus.join(', ')}. To lift the check: --allow isa-baseline.`,
  })
}

/**
 * Judges files by the demand that is theirs: the target of their architecture (of several, one that they fulfil).
 * @throws NothingMatched when an argument stands for no file; BuildError `bad-input` for secrets that are not set
 */
export async function judgeByDemands(
  args: readonly string[],
  demands: Demands,
  given: VerifyOptions = {},
): Promise<Verdict> {
  const [first] = demands
  const options = { secrets: secretsOf(first.secrets ?? [], process.env), ...given }
  if (demands.length === 1) return verifyPaths(args, first, options)
  const { files: readable } = await verifyPaths(
    args,
    { ...anyPolicy(), allowLibraries: first.allowLibraries },
    { digest: 'never' },
  )
  const files: FileReport[] = []
  for (const file of readable) files.push(await judgeByBest(file, demands, options))
  const { cgo: _, commit: __, ...common } = printedPolicy(first)
  return {
    schema: 1,
    files,
    policy: {
      ...common,
      target: demands.map(d => d.target).join(', '),
      arch: null,
      linkage: null,
      floor: { ...common.floor, glibc: null },
    },
    verified: files.every(f => f.verified) && files.length > 0,
  }
}

/** The judgement of a file whose arch is known; a file for none of the targets is judged by the first, and fails. */
async function judgeByBest(file: FileReport, demands: Demands, options: VerifyOptions): Promise<FileReport> {
  if (file.arch === null) return withoutTarget(file)
  const mine = demands.filter(d => d.arch === file.arch)
  // A package is what its members are: which demand they fulfil is seen by trying.
  const isPackage = file.kind !== undefined && file.linkage === 'not-elf'
  const fitting = mine.filter(d => isPackage || d.linkage === null || d.linkage.includes(file.linkage))
  let judged: FileReport | null = null
  for (const demand of fitting.length > 0 ? fitting : [mine[0] ?? demands[0]]) {
    judged = await judgeFile(file.path, demand, options)
    if (judged.verified) return judged
  }
  return judged ?? file
}

/** Nobody's target: what has said why already, or a package for several architectures at once. */
function withoutTarget(file: FileReport): FileReport {
  if (!file.verified) return file
  const archs = [...new Set(file.payload.map(p => p.arch))].sort().join(', ')
  const message = 'the package is for several architectures, and each is another target'
  return withFindings(file, [
    finding('arch-mismatch', message, archs, { hint: 'Name its files unpacked, or verify it without `targets`.' }),
  ])
}
