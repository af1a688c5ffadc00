import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { oldGlibc } from './debian.ts'

/** How to start programs: on this machine (arm64 ones by qemu-user with a Cortex-A53), or with Debian 11's glibc 2.31. */
export type Place = 'here' | 'glibc 2.31'

/**
 * Starts a program for x86_64 or aarch64 and gives what it printed.
 * @throws Error when it cannot be started or fails
 */
export async function start(
  target: string,
  argv: readonly [string, ...string[]],
  options: { place?: Place; input?: string } = {},
): Promise<string> {
  const [program, ...args] = argv
  const loader = options.place === 'glibc 2.31' ? await oldLoader(target) : []
  const emulator = target.startsWith('aarch64') ? [qemu(), '-cpu', 'cortex-a53'] : []
  const [command = '', ...rest] = [...emulator, ...loader, program, ...args]
  const done = spawnSync(command, rest, { encoding: 'utf8', input: options.input ?? '', timeout: 60_000 })
  if (done.status === 0) return done.stdout
  throw new Error(
    `${[command, ...rest].join(' ')} ended with ${done.status ?? done.signal}:\n${done.stdout}${done.stderr}`,
  )
}

/** The old loader started as a program, with the libraries beside it: nothing of this machine's C library takes part. */
async function oldLoader(target: string): Promise<string[]> {
  const arm = target.startsWith('aarch64')
  const base = join(await oldGlibc(), arm ? 'arm64' : 'amd64')
  const dir = join(base, 'lib', arm ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu')
  const loader = readdirSync(dir).find(name => /^ld-2\.31\.so$/.test(name))
  if (!loader) throw new Error(`no loader of glibc 2.31 in ${dir}`)
  return [join(dir, loader), '--library-path', dir]
}

function qemu(): string {
  return spawnSync('qemu-aarch64', ['--version'], { stdio: 'ignore' }).status === 0
    ? 'qemu-aarch64'
    : 'qemu-aarch64-static'
}
