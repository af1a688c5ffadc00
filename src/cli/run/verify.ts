import { BuildError, exitCodes } from '../../errors.ts'
import { isKnownGlibc, nearestGlibc } from '../../glibc.ts'
import { errorJson, errorText } from '../../report/error-text.ts'
import { styleFor, wantsColor } from '../../report/style.ts'
import { verdictLine, verdictText } from '../../report/verdict-text.ts'
import { parseTarget, readFloor, settleTargets } from '../../target.ts'
import { anyPolicy, policyFor } from '../../verify/policies.ts'
import type { Policy } from '../../verify/policy.ts'
import { NothingMatched, verifyPaths } from '../../verify/verify.ts'
import type { Output } from '../output.ts'
import type { Invocation } from '../parse.ts'
import { notAChoice } from '../suggest.ts'

/** `verify`: judges files that any tool built; 0 only when at least one was judged and all are as demanded. */
export async function verify(invocation: Invocation, output: Output): Promise<number> {
  const { args, options } = invocation
  const policy = policyOf(invocation.inputs)
  try {
    const verdict = await verifyPaths(args, policy)
    if (options['json']) output.json(verdict)
    else if (options['quiet']) output.print(verdictLine(verdict, output.style))
    else output.print(`${verdictText(verdict.files, output.style)}\n${verdictLine(verdict, output.style)}`)
    return verdict.verified ? exitCodes.done : exitCodes.failed
  } catch (error) {
    if (!(error instanceof NothingMatched)) throw error
    process.stderr.write(`${errorText(error, styleFor(wantsColor(process.env, process.stderr.isTTY)))}\n`)
    if (options['json']) output.json({ ...error.verdict, ...errorJson(error) })
    return error.exitCode
  }
}

const libcs = ['musl', 'glibc'] as const

/** What the flags demand of every file; without any, integrity alone. */
function policyOf(inputs: Readonly<Record<string, string>>): Policy {
  const given = (...names: string[]) => names.map(n => inputs[n]).find(v => v !== undefined && v.trim() !== '') ?? null
  const list = (text: string | null) =>
    (text ?? '')
      .split(/[,\n]/)
      .map(t => t.trim())
      .filter(t => t !== '')
  const targets = list(given('targets', 'target', 'platforms'))
  const allowLibraries = list(given('allow-libraries'))
  const said = given('libc')
  const libc = libcs.find(l => l === said) ?? null
  if (said !== null && libc === null) throw notAChoice('--libc', said, libcs)
  const floor = given('glibc', 'glibc-version', 'manylinux')
  const glibc = floor === null ? null : readFloor(floor)
  if (targets.length > 1) throw manyTargets(targets)
  const [target] = targets
  if (target === undefined) return withoutTarget(libc, glibc, allowLibraries)
  const settled = settleTargets([parseTarget(target)], { libc: libc ?? (glibc === null ? 'musl' : 'glibc'), glibc })
  const [only] = settled.targets
  return only ? policyFor(only, { allowLibraries }) : anyPolicy()
}

/** Demands that hold for every architecture. */
function withoutTarget(libc: (typeof libcs)[number] | null, glibc: string | null, allowLibraries: string[]): Policy {
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

function manyTargets(targets: readonly string[]): BuildError {
  return new BuildError('bad-input', `--targets names ${targets.length} targets, but a file has one`, {
    hint: `Verify the files of each by themselves: ${targets.map(t => `--targets ${t}`).join(', then ')}.`,
  })
}
