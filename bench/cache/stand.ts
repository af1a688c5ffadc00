import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, toolsDir } from '../../test/e2e/support/places.ts'
import { rustToolchain } from '../../test/e2e/support/rust.ts'
import { type Services, startServices } from '../../test/support/services/services.ts'
import { type Link, openLink, type Speed } from './link.ts'
import { type Cost, measure } from './measure.ts'

/** What went over the link in a while. */
export interface Traffic {
  readonly downBytes: number
  readonly upBytes: number
  readonly requests: number
}

/** A machine on which nothing was built, again and again, and the cache server that it talks to. */
export interface Stand {
  /** Everything of it; absolute, and the same for every run, as on a hosted runner. */
  readonly dir: string
  /** The checkout. */
  readonly project: string
  /** What a command sees of the machine; nothing of the user's caches. */
  readonly env: Readonly<Record<string, string>>
  /** The action that is measured: `dist/main/index.js`. */
  readonly action: string
  /** Another runner: only toolchains are there. @param keep further directories that stay: `tools` is a machine that was used */
  reset(keep?: readonly string[]): void
  /** Another repository, which has nothing, or no more than what zig compiles of its own: that is the same for all. */
  clear(left?: 'nothing' | 'runtime'): void
  speed(speed: Speed): void
  /** Measures what `work` sends and gets. */
  watch<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly traffic: Traffic }>
  /** Restores or saves with the official client. @returns the key that was found */
  official(from: Packed, way: 'restore' | 'save'): Promise<Cost & { readonly key: string | null }>
  close(): Promise<void>
}

/** An entry of the official client. */
export interface Packed {
  readonly key: string
  /** Beginning of keys that will do as well. */
  readonly near?: string
  /** Below the stand's directory. */
  readonly paths: readonly string[]
}

/** @param dist what was built of src/: the directory with `main/index.js` */
export async function openStand(dist: string): Promise<Stand> {
  const dir = mkdtempSync(join(tmpdir(), 'pb-bench-cache-'))
  let link: Link | null = null
  const services = await startServices({}, async port => {
    link = await openLink(port)
    return link.port
  })
  const shaped = link as Link | null
  if (shaped === null) throw new Error('the server has no link')
  const project = join(dir, 'project')
  const env = machineEnv(dir, services)
  const reset = (keep: readonly string[] = []) => {
    const kept = new Set(['native', ...keep])
    // Go makes its sources read-only
    if (existsSync(join(dir, 'gopath'))) execFileSync('chmod', ['-R', 'u+w', join(dir, 'gopath')])
    for (const name of readdirSync(dir)) if (!kept.has(name)) rmSync(join(dir, name), { recursive: true, force: true })
    for (const name of ['cargo', 'gopath', 'temp', 'tools']) mkdirSync(join(dir, name), { recursive: true })
    for (const name of ['output', 'summary', 'state', 'env']) writeFileSync(join(dir, 'temp', name), '')
    for (const name of readdirSync(toolsDir)) {
      const isToolchain = /^(zig|cargo-zigbuild)-[0-9.]+$/.test(name)
      if (isToolchain && !existsSync(join(dir, 'tools', name)))
        symlinkSync(join(toolsDir, name), join(dir, 'tools', name))
    }
  }
  reset()
  return {
    clear(left = 'runtime') {
      const { caches } = services.state
      const isLeft = (key: string) => left === 'runtime' && key.startsWith('portable-build-zig-runtime-')
      caches.splice(0, caches.length, ...caches.filter(entry => isLeft(entry.key)))
      rmSync(join(dir, 'native'), { recursive: true, force: true })
      reset()
    },
    ...{ dir, project, env, reset, action: join(dist, 'main/index.js') },
    speed: shaped.set,
    async watch(work) {
      const [before, asked] = [shaped.counts(), services.state.requests.length]
      const result = await work()
      const after = shaped.counts()
      const bytes = { downBytes: after.down - before.down, upBytes: after.up - before.up }
      return { result, traffic: { ...bytes, requests: services.state.requests.length - asked } }
    },
    async official({ key, near, paths }, way) {
      const more = near === undefined ? [] : ['--near', near]
      const argv = [process.execPath, join(root, 'bench/cache/official.ts'), ...more, way, dir, key, ...paths]
      const { stdout, cpu } = await measure({ argv, cwd: root, env })
      const said: { key: string | null; wall: number; started: number } = JSON.parse(
        stdout.trim().split('\n').at(-1) ?? '',
      )
      return { key: said.key, wall: said.wall, cpu: Math.max(0, cpu - said.started) }
    },
    async close() {
      await services.stop()
      shaped.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** A job on GitHub, as far as a run needs it; registries and toolchains are the machine's own. */
function machineEnv(dir: string, services: Services): Record<string, string> {
  const machine = Object.entries(process.env).filter(
    (e): e is [string, string] =>
      e[1] !== undefined && /^(PATH|HOME|LANG|RUSTUP_HOME|GOPROXY|GOFLAGS|GOSUMDB|.*_proxy)$/i.test(e[0]),
  )
  const temp = join(dir, 'temp')
  const toolchain = rustToolchain()
  return {
    ...Object.fromEntries(machine),
    ...(toolchain === null ? {} : { RUSTUP_TOOLCHAIN: toolchain }),
    ...{ CI: 'true', CARGO_HOME: join(dir, 'cargo'), GOPATH: join(dir, 'gopath'), GOCACHE: join(dir, 'gocache') },
    ...{ GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: join(dir, 'project'), GITHUB_EVENT_NAME: 'push' },
    ...{ GITHUB_REF: 'refs/heads/main', GITHUB_RUN_ID: '1', GITHUB_REPOSITORY: 'acme/app' },
    ...{ GITHUB_SERVER_URL: 'https://github.com', GITHUB_OUTPUT: join(temp, 'output') },
    ...{ GITHUB_STEP_SUMMARY: join(temp, 'summary'), GITHUB_STATE: join(temp, 'state'), GITHUB_ENV: join(temp, 'env') },
    ...{ RUNNER_TEMP: temp, RUNNER_OS: 'Linux', RUNNER_ARCH: 'X64', PORTABLE_BUILD_TOOLS_DIR: join(dir, 'tools') },
    ...services.envFor({ run: 'bench' }),
  }
}
