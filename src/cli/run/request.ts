import { type LocalHost, localHost } from '../../hosts/local.ts'
import type { RunRequest } from '../../pipeline.ts'
import type { Invocation } from '../parse.ts'

/** What the pipeline is asked, from what was typed. */
export function requestOf({ args, inputs, options }: Invocation): RunRequest {
  const { config, only } = options
  return {
    dir: args[0] ?? '.',
    flags: inputs,
    env: process.env,
    ...(config === undefined ? {} : { config }),
    ...(only === undefined ? {} : { only: only.split(',').map(id => id.trim()) }),
  }
}

/**
 * Runs something on this machine's host and gives the terminal back whatever happens. An interruption wins over the
 * errors that it caused.
 */
export async function onHost<T>({ options }: Invocation, run: (host: LocalHost) => Promise<T>): Promise<T> {
  const loudness = { quiet: options['quiet'] === 'true', verbose: options['verbose'] === 'true' }
  const host = localHost({ ...loudness, env: process.env, stderr: process.stderr })
  try {
    return await run(host)
  } catch (error) {
    throw host.signal.aborted ? host.signal.reason : error
  } finally {
    host.close()
  }
}
