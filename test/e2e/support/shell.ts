import { spawnSync } from 'node:child_process'

/** Runs a command and gives its stdout. @throws Error with its last output when it fails */
export function sh(
  argv: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; input?: string } = {},
): string {
  const [command = '', ...args] = argv
  const done = spawnSync(command, args, { ...options, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (done.status === 0) return done.stdout
  const last = `${done.stdout ?? ''}${done.stderr ?? ''}`.split('\n').slice(-20).join('\n')
  throw new Error(`${argv.join(' ')} ended with ${done.status ?? done.signal ?? done.error}:\n${last}`)
}
