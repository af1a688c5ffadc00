import type { BuildError } from '../errors.ts'
import { errorJson, errorText } from '../report/error-text.ts'
import { asBuildError, bugText, exitCodeFor } from '../report/thrown.ts'
import { tool } from '../tool.ts'

import { errorStyle, type Output, standardOutput } from './output.ts'
import { type Invocation, parseCommandLine } from './parse.ts'

/** Runs one command line and returns its exit code (design section 5); every error has been told. */
export async function main(argv: readonly string[]): Promise<number> {
  const { env, stdout, stderr } = process
  const output = standardOutput(stdout, env)
  stderr.on('error', () => {}) // nobody reads it: nothing to tell, and no reason to stop a build
  const code = await attempt(() => dispatch(argv, output), argv, output)
  return attempt(() => output.flush().then(() => code), [], output)
}

async function attempt(run: () => Promise<number>, argv: readonly string[], output: Output): Promise<number> {
  try {
    return await run()
  } catch (thrown) {
    const error = asBuildError(thrown)
    tell(error, thrown)
    if (error && argv.includes('--json')) output.json(errorJson(error))
    return exitCodeFor(error, error?.code === 'interrupted')
  }
}

function tell(error: BuildError | null, thrown: unknown): void {
  process.stderr.write(`${error ? errorText(error, errorStyle()) : bugText(thrown)}\n`)
}

async function dispatch(argv: readonly string[], output: Output): Promise<number> {
  if (argv.every(w => w.startsWith('-')) && argv.some(w => w === '--version' || w === '-V')) {
    output.print(`${tool.name} ${tool.version}`)
    return 0
  }
  const parsed = await parseCommandLine(argv, { columns: output.columns, style: output.style })
  if ('run' in parsed) return runCommand(parsed.run, output)
  if (parsed.asked) output.print(parsed.help.trimEnd())
  else process.stderr.write(parsed.help)
  return parsed.asked ? 0 : 2
}

/** Each command is loaded when it is asked for: `verify` starts without what `build` needs. */
async function runCommand(invocation: Invocation, output: Output): Promise<number> {
  switch (invocation.command) {
    case 'build':
      return (await import('./run/build.ts')).build(invocation, output)
    case 'plan':
      return (await import('./run/plan.ts')).plan(invocation, output)
    case 'verify':
      return (await import('./run/verify.ts')).verify(invocation, output)
    case 'init':
      return (await import('./run/init.ts')).init(invocation, output)
    case 'collect':
      return (await import('./run/collect.ts')).collect(invocation, output)
    case 'doctor':
      return (await import('./run/doctor.ts')).doctor(invocation, output)
    case 'cache':
      return (await import('./run/cache.ts')).cache(invocation, output)
    case 'gitlab':
      return (await import('./run/gitlab.ts')).gitlab(invocation, output)
    case 'completion':
      return (await import('./run/completion.ts')).completion(invocation, output)
  }
}
