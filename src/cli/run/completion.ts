import { completionScript } from '../completion.ts'
import type { Output } from '../output.ts'
import type { Invocation } from '../parse.ts'

/** `completion`: a script for the shell that was named. */
export async function completion({ args }: Invocation, output: Output): Promise<number> {
  output.print(completionScript(args[0] ?? 'bash'))
  return 0
}
