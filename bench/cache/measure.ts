import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

/** What something took, seconds. */
export interface Cost {
  readonly wall: number
  /** User and system, of all processes that were waited for. */
  readonly cpu: number
}

/** A command that went well. */
export interface Measured extends Cost {
  readonly stdout: string
  readonly stderr: string
}

/** A command to measure. */
export interface Command {
  readonly argv: readonly string[]
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
}

/** The shell counts what its children use; on a descriptor of its own, since the others belong to the command. */
const script = '"$@" 3>&-; code=$?; times >&3; exit $code'

/**
 * Runs a command and measures it. Not synchronously: the cache server lives in this process.
 * @throws Error with the end of what it said, when it fails
 */
export async function measure({ argv, cwd, env }: Command): Promise<Measured> {
  const start = performance.now()
  const child = spawn('sh', ['-c', script, 'sh', ...argv], { cwd, env, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
  const [, out, err, times] = child.stdio
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  const all = [out, err, times].map(stream => text(stream as NodeJS.ReadableStream))
  const [stdout = '', stderr = '', used = ''] = await Promise.all(all)
  const code = await ended
  const wall = (performance.now() - start) / 1000
  if (code !== 0) {
    const said = `${argv.join(' ')}\n${stdout.slice(-1500)}\n${stderr.slice(-3000)}`
    throw new Error(`it ended with ${code}\n${said}`)
  }
  return { wall, cpu: secondsOf(used), stdout, stderr }
}

/** The last line of `times`: what the children used, user and system. */
function secondsOf(times: string): number {
  const children = times.trim().split('\n').at(-1) ?? ''
  return [...children.matchAll(/([0-9]+)m([0-9.]+)s/g)].reduce((sum, m) => sum + Number(m[1]) * 60 + Number(m[2]), 0)
}
