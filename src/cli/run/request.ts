import type { Host } from '../../host.ts'
import { localHost } from '../../hosts/local.ts'
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

/** A host that has to be closed: it holds signals, and a terminal perhaps. */
type OpenHost = Host & { close(): void }

/**
 * Runs something on the host that this is (a job on GitLab, else this machine) and gives the terminal back whatever happens. An interruption wins over the
 * errors that it caused.
 */
export async function onHost<T>(invocation: Invocation, run: (host: OpenHost) => Promise<T>): Promise<T> {
  const host = await openHost(invocation)
  try {
    return await run(host)
  } catch (error) {
    throw host.signal.aborted ? host.signal.reason : error
  } finally {
    host.close()
  }
}

async function openHost(invocation: Invocation): Promise<OpenHost> {
  const { command, options } = invocation
  const { env, stderr } = process
  const loudness = { quiet: options['quiet'] === 'true', verbose: options['verbose'] === 'true' }
  if (env['GITLAB_CI'] !== 'true') return localHost({ ...loudness, env, stderr })
  const { gitlabHost } = await import('../../hosts/gitlab.ts')
  const request = command === 'build' ? requestOf(invocation) : null
  return gitlabHost({ ...loudness, env, write: text => void stderr.write(text), request })
}
