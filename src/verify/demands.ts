import { BuildError } from '../errors.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { badInputs, mistakeLines, notAChoice } from '../inputs/mistakes.ts'
import { asFlag, findInput, type Spell } from '../inputs/names.ts'
import { type InputName, type InputRow, inputTable } from '../inputs/table.ts'
import { readValue } from '../inputs/values.ts'
import { nearest } from '../nearest.ts'
import type { FileReport, Verdict } from '../report/schema.ts'
import { parseTarget, readFloor, settleTargets } from '../target.ts'
import { isKnownCpu, knownCpus } from './cpu.ts'
import { finding } from './findings.ts'
import { judgeFile } from './judge.ts'
import { withFindings } from './outcome.ts'
import { anyPolicy, policyFor, policyFrom, printedPolicy } from './policies.ts'
import type { Policy } from './policy.ts'
import { secretsOf } from './secrets.ts'
import { type VerifyOptions, verifyPaths } from './verify.ts'

type Written = Readonly<Record<string, string>>
type Demands = readonly [Policy, ...Policy[]]

/** The inputs that are keys of a policy. */
const policyInputs = [
  ...(['libc', 'policy', 'glibc', 'musl', 'kernel', 'cpu', 'max-page-size', 'targets'] as const),
  ...(['allow', 'forbid', 'allow-libraries', 'forbid-libraries', 'forbid-paths', 'secrets'] as const),
] as const satisfies readonly InputName[]

/**
 * What the inputs of `verify` demand: one policy for each target, or one for files of any architecture.
 * @throws BuildError for values that cannot be, all of them at once; for a single one with the nearest that can
 */
export function demandsOf(written: Written, spell: Spell = asFlag): Demands {
  const given = readInputs(policyInputs, written, spell)
  const mistakes: BuildError[] = []
  const targets = given.targets.flatMap(name => noting(mistakes, () => [parseTarget(name)]) ?? [])
  const floor = given.glibc === null ? null : readFloor(given.glibc)
  const cpu = noting(mistakes, () => checkCpu(given.cpu, spell)) ?? null
  throwAll(mistakes)
  const { libc, policy: said } = given
  const preset = said ?? (libc === 'musl' ? 'static' : libc)
  const keys = {
    allowLibraries: given['allow-libraries'],
    forbidLibraries: given['forbid-libraries'],
    musl: given.musl,
    kernel: given.kernel,
    cpu,
    maxPageSize: given['max-page-size'],
    allow: given.allow,
    forbid: given.forbid,
    forbidPaths: given['forbid-paths'],
    secrets: given.secrets,
  }
  const standard = libc ?? (floor !== null || preset === 'glibc' ? 'glibc' : 'musl')
  const settled = settleTargets(targets, { libc: standard, glibc: floor })
  const [first, ...rest] = settled.targets.map(t => policyFor(t, { ...keys, preset: said }))
  return first ? [first, ...rest] : [policyFrom(preset, { ...keys, glibc: given.glibc })]
}

/** The value of an input by its name or one of its aliases. @throws BuildError `bad-input` */
export function readInput<N extends InputName>(name: N, written: Written, spell: Spell = asFlag): Inputs[N] {
  return readInputs([name], written, spell)[name]
}

/** Values of inputs by their names or aliases, checked as the table says. @throws BuildError `bad-input` for all that are wrong */
function readInputs<N extends InputName>(names: readonly N[], written: Written, spell: Spell): Pick<Inputs, N> {
  const mistakes: BuildError[] = []
  const values: Record<string, unknown> = {}
  for (const name of names) {
    const said = Object.keys(written).find(key => findInput(key) === name && written[key]?.trim() !== '') ?? name
    const text = written[said] ?? ''
    const read = readValue(name, text)
    const { choices }: InputRow = inputTable[name]
    if ('value' in read) values[name] = read.value
    else if (choices) mistakes.push(notAChoice(spell(said), text.trim(), choices))
    else mistakes.push(new BuildError('bad-input', `${spell(said)} ${read.problem}`))
  }
  throwAll(mistakes)
  return values as Pick<Inputs, N>
}

/** What `read` gives, or undefined when it made a mistake, which is noted. */
function noting<T>(mistakes: BuildError[], read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    mistakes.push(error)
    return undefined
  }
}

function throwAll(mistakes: readonly BuildError[]): void {
  const [first] = mistakes
  if (first === undefined) return
  throw mistakes.length === 1 ? first : badInputs(mistakes.flatMap(mistakeLines))
}

/** A CPU that nothing is known of would pass every file, so it is refused here; compilers know more of them. */
function checkCpu(cpu: string | null, spell: Spell): string | null {
  if (cpu === null || isKnownCpu(cpu)) return cpu
  const guess = nearest(cpu.replaceAll('-', '_'), knownCpus)
  throw new BuildError('bad-input', `${spell('cpu')} ${JSON.stringify(cpu)} is no CPU whose level is known`, {
    hint: guess
      ? `Did you mean ${guess}?`
      : `Known: ${knownCpus.join(', ')}. To lift the check: ${spell('allow')} isa-baseline.`,
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
