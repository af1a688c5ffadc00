import { exitCodes } from '../../errors.ts'
import { errorJson, errorText } from '../../report/error-text.ts'
import { verdictLine, verdictText } from '../../report/verdict-text.ts'
import { NothingMatched } from '../../verify/verify.ts'
import { errorStyle, type Output } from '../output.ts'
import type { Invocation } from '../parse.ts'
import { demandsOf, judgeByDemands } from './demands.ts'

/** `verify`: judges files that any tool built; 0 only when at least one was judged and all are as demanded. */
export async function verify(invocation: Invocation, output: Output): Promise<number> {
  const { args, options } = invocation
  const demands = demandsOf(invocation.inputs)
  try {
    const verdict = await judgeByDemands(args, demands)
    if (options['json']) output.json(verdict)
    else if (options['quiet']) output.print(verdictLine(verdict, output.style))
    else output.print(`${verdictText(verdict.files, output.style)}\n${verdictLine(verdict, output.style)}`)
    return verdict.verified ? exitCodes.done : exitCodes.failed
  } catch (error) {
    if (!(error instanceof NothingMatched)) throw error
    process.stderr.write(`${errorText(error, errorStyle())}\n`)
    if (options['json']) output.json({ ...error.verdict, ...errorJson(error) })
    return error.exitCode
  }
}
