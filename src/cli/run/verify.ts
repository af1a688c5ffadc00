import { writeWhole } from '../../build/write-file.ts'
import { BuildError, exitCodes } from '../../errors.ts'
import { errorJson, errorText } from '../../report/error-text.ts'
import { explainText } from '../../report/explain-text.ts'
import { allFiles } from '../../report/match-files.ts'
import type { Verdict } from '../../report/schema.ts'
import { styleFor } from '../../report/style.ts'
import { verdictLine, verdictText } from '../../report/verdict-text.ts'
import { isGood } from '../../report/verdict-words.ts'
import { compared, readBaseline } from '../../verify/baseline.ts'
import { demandsOf, judgeByDemands } from '../../verify/demands.ts'
import { explainQuery } from '../../verify/explain-query.ts'
import type { Policy } from '../../verify/policy.ts'
import { NothingMatched } from '../../verify/verify.ts'
import { formatOf, render } from '../formats.ts'
import { errorStyle, type Output } from '../output.ts'
import type { Invocation } from '../parse.ts'

/**
 * `verify`: judges files that any tool built; 0 only when at least one was judged, all are as demanded and nothing is worse than
 * the baseline.
 */
export async function verify(invocation: Invocation, output: Output): Promise<number> {
  const { options } = invocation
  const format = formatOf(options)
  if (options['explain'] !== undefined) return explain(invocation, options['explain'], output)
  const baseline = options['baseline'] === undefined ? null : await readBaseline(options['baseline'])
  const verdict = await judged(invocation, output)
  if (verdict === null) return exitCodes.usage
  const whole = baseline === null ? verdict : compared(verdict, baseline, options['max-growth'])
  const document = format === 'text' ? null : await render(format, whole)
  const file = options['output']
  if (document !== null && file === undefined) output.print(document.trimEnd())
  else output.print(textOf(whole, invocation, output))
  if (file !== undefined) await writeWhole(file, document ?? `${textOf(whole, invocation, plain(output))}\n`)
  return isGood(whole) ? exitCodes.done : exitCodes.failed
}

/** Formats that say the sha256 of each file. */
const hashed: ReadonlySet<ReturnType<typeof formatOf>> = new Set(['json', 'sarif', 'html'])

const plain = (output: Output): Output => ({ ...output, style: styleFor(false), columns: Number.POSITIVE_INFINITY })

function textOf(verdict: Verdict, { options }: Invocation, { style, columns }: Output): string {
  if (options['quiet']) return verdictLine(verdict, style)
  return verdictText(verdict, { style, columns, verbose: options['verbose'] === 'true' })
}

/** The verdict, or null when nothing was there to be judged: that has been told then. */
async function judged(invocation: Invocation, output: Output): Promise<Verdict | null> {
  const { args, inputs, options } = invocation
  const imports = options['explain'] !== undefined
  // Hashing costs more than all the rest, so only what prints a sha256 asks for it.
  const digest = hashed.has(formatOf(options)) && !imports ? 'auto' : 'never'
  try {
    const demands = demandsOf(inputs)
    const verdict = await judgeByDemands(args, demands, imports ? { imports, digest } : { digest })
    if ((options['smoke'] ?? 'off') === 'off') return verdict
    return await started(verdict, invocation, demands)
  } catch (error) {
    if (!(error instanceof NothingMatched)) throw error
    process.stderr.write(`${errorText(error, errorStyle())}\n`)
    if (formatOf(options) === 'json') output.json({ ...error.verdict, ...errorJson(error) })
    return null
  }
}

/** Starts what is verified as `--smoke` says; loaded when it is asked for. @throws BuildError `bad-input`, `interrupted` */
async function started(verdict: Verdict, invocation: Invocation, demands: readonly Policy[]): Promise<Verdict> {
  const [{ readStart, startVerified }, { onHost }, { spawnCommand }] = await Promise.all([
    import('../../smoke/start.ts'),
    import('./request.ts'),
    import('../../exec/spawn.ts'),
  ])
  const wish = readStart(invocation.options['smoke'] ?? 'off', invocation.inputs)
  if (wish === null) return verdict
  return onHost(invocation, host =>
    startVerified(verdict, wish, demands, { host, exec: spawnCommand, env: process.env }),
  )
}

/** `--explain`: who needs it; 1 when nobody does, as grep says it. */
async function explain(invocation: Invocation, query: string, output: Output): Promise<number> {
  const format = formatOf(invocation.options)
  if (format !== 'text' && format !== 'json') {
    throw new BuildError('bad-input', `--explain has no ${format} format`, { hint: 'It prints text, or JSON.' })
  }
  const verdict = await judged(invocation, output)
  if (verdict === null) return exitCodes.usage
  const explained = explainQuery(allFiles(verdict.files), query)
  if (format === 'json') output.json({ schema: 1, ...explained })
  else output.print(explainText(explained, output.style))
  return explained.needs.length > 0 ? exitCodes.done : exitCodes.failed
}
