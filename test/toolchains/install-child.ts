import { spawnCommand } from '../../src/exec/spawn.ts'
import { installToolchain } from '../../src/toolchains/install.ts'

// Installs one toolchain in a process of its own: `node install-child.ts '{"toolsDir","mirror","catalog","path"}'`.
// Prints what the log is told to stderr, and the directory or the error's code to stdout.
const { toolsDir, mirror, catalog, path } = JSON.parse(process.argv[2] ?? '{}')
const stop = new AbortController()
process.once('SIGTERM', () => stop.abort())
const say = (...text: unknown[]) => console.error(...text)
const log = {
  info: say,
  warn: say,
  error: say,
  detail: say,
  task: (_: string, title: string) => {
    say(title)
    return { update: say, done: say, fail: say }
  },
  output: () => ({ line: say, end() {} }),
}
try {
  const ref = { name: 'zig', version: '9.9.9' } as const
  const env = { PATH: path }
  const context = { exec: spawnCommand, env, log, signal: stop.signal, toolsDir, mirrors: { zig: mirror }, catalog }
  console.log(await installToolchain(ref, { ...context, arch: 'x86_64' }))
} catch (error) {
  console.log(error instanceof Error && 'code' in error ? error.code : error)
  process.exitCode = 1
}
