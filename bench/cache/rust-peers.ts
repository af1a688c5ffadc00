import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cost, measure } from './measure.ts'
import type { Run } from './run.ts'
import { type MetadataPackage, pruneByNames, rustCacheKey } from './rust-cache.ts'
import { type Packed, peersDir, type Stand } from './stand.ts'

/** Another way to keep what cargo has made. */
export interface RustPeer {
  readonly name: string
  /** Why it cannot run here; null: it can. */
  missing(): string | null
  /** The entry of a checkout. */
  entry(stand: Stand): Promise<Packed>
  /** What is done when nothing was restored, before the sources are there. */
  prepare?(stand: Stand): Promise<void>
  /** The command that builds; none: plain cargo. */
  readonly build?: readonly string[]
  readonly env?: (stand: Stand) => Readonly<Record<string, string>>
  /** Before it is saved. */
  prune?(stand: Stand): Promise<void>
}

const cargoBuild = ['cargo', 'build', '--release', '--locked', '--message-format', 'json-render-diagnostics']
const chef = join(peersDir, 'bin/cargo-chef')
const sccache = join(peersDir, 'bin/sccache')
const sha = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')
const lockHash = (stand: Stand) => sha(readFileSync(join(stand.project, 'Cargo.lock')))
const registry = ['cargo/registry/index', 'cargo/registry/cache', 'cargo/git/db']
const installed = (program: string) => () =>
  existsSync(program) ? null : `${program.split('/').at(-1)} is not installed`
const always = () => null

/** A server as long as the build takes, so that what it uses is counted. */
const sccacheScript = `"$SCCACHE" --start-server >/dev/null 2>&1 & server=$!
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do [ -S "$SCCACHE_SERVER_UDS" ] && break; sleep 0.05; done
"$@"; code=$?; "$SCCACHE" --stop-server >/dev/null; wait $server; exit $code`

/** The others, by what their documentation says. */
export const rustPeers: readonly RustPeer[] = [
  {
    name: "rust-cache's rules",
    missing: always,
    env: () => ({ CARGO_INCREMENTAL: '0' }),
    async entry(stand) {
      const { stdout } = await run(stand, ['rustc', '-vV'])
      return { ...rustCacheKey(stand.project, stdout), paths: ['cargo/registry', 'cargo/git', 'project/target'] }
    },
    async prune(stand) {
      const { stdout } = await run(stand, [
        'cargo',
        'metadata',
        '--format-version',
        '1',
        '--locked',
        '--filter-platform',
        await hostOf(stand),
      ])
      const { packages }: { packages: MetadataPackage[] } = JSON.parse(stdout)
      pruneByNames(join(stand.project, 'target'), join(stand.dir, 'cargo'), packages)
    },
  },
  {
    name: 'actions/cache of target',
    missing: always,
    entry: async stand => ({ key: `cargo-${lockHash(stand)}`, near: 'cargo-', paths: [...registry, 'project/target'] }),
  },
  {
    name: 'cargo-chef',
    missing: installed(chef),
    async entry(stand) {
      const recipe = join(stand.dir, 'temp/recipe.json')
      await run(stand, [chef, 'chef', 'prepare', '--recipe-path', recipe])
      return { key: `chef-${sha(readFileSync(recipe))}`, paths: [...registry, 'project/target'] }
    },
    async prepare(stand) {
      await run(stand, [
        chef,
        'chef',
        'cook',
        '--release',
        '--locked',
        '--recipe-path',
        join(stand.dir, 'temp/recipe.json'),
      ])
    },
  },
  {
    name: 'sccache',
    missing: installed(sccache),
    entry: async stand => ({ key: `sccache-${lockHash(stand)}`, near: 'sccache-', paths: [...registry, 'sccache'] }),
    build: ['sh', '-c', sccacheScript, 'sh', ...cargoBuild],
    env: stand => ({
      ...{ SCCACHE: sccache, RUSTC_WRAPPER: sccache, SCCACHE_DIR: join(stand.dir, 'sccache'), SCCACHE_NO_DAEMON: '1' },
      ...{ SCCACHE_SERVER_UDS: join(stand.dir, 'temp/s'), CARGO_INCREMENTAL: '0' },
    }),
  },
]

/** Restores and builds on a machine that was reset, in a checkout that is there; saves if asked to, as its rules say. */
export async function runPeer(stand: Stand, peer: RustPeer, saves: boolean): Promise<Run> {
  const { result, traffic } = await stand.watch(() => restoreAndBuild(stand, peer))
  const { entry, restore, build } = result
  const sum = { wall: restore.wall + build.wall, cpu: restore.cpu + build.cpu }
  const run: Run = {
    ...sum,
    ...traffic,
    crates: cratesOf(build.stdout),
    restore: { wall: restore.wall, cpu: restore.cpu },
    restored: { all: traffic.downBytes },
    saved: {},
  }
  if (!saves || restore.key === entry.key) return run
  await peer.prune?.(stand)
  const { traffic: sent } = await stand.watch(() => stand.official(entry, 'save'))
  return { ...run, upBytes: sent.upBytes, saved: { all: sent.upBytes } }
}

async function restoreAndBuild(stand: Stand, peer: RustPeer) {
  const env = { ...stand.env, ...peer.env?.(stand) }
  const entry = await peer.entry(stand)
  const restore = await stand.official(entry, 'restore')
  // it puts other sources at the place of the real ones, and takes them for older
  if (restore.key === null && peer.prepare) await stash(stand, () => peer.prepare?.(stand))
  const build = await measure({ argv: peer.build ?? cargoBuild, cwd: stand.project, env })
  return { entry, restore, build }
}

/** Cooks in an empty directory at the place of the checkout, and puts the checkout back over what came out. */
async function stash(stand: Stand, work: () => Promise<void> | undefined): Promise<void> {
  const [from, aside] = [stand.project, join(stand.dir, 'aside')]
  const shell = (script: string) =>
    measure({ argv: ['sh', '-eu', '-c', script, 'sh', from, aside], cwd: stand.dir, env: stand.env })
  await shell('rm -rf "$2"; mv "$1" "$2"; mkdir "$1"')
  await work()
  await shell(
    'mv "$1/target" "$2/target"; rm -rf "$1"; mv "$2" "$1"; find "$1" -path "$1/target" -prune -o -type f -exec touch {} +',
  )
}

/** A developer's own machine: the target directory is there, one file has changed. Restores nothing. */
export async function runNative(stand: Stand, dir: string): Promise<Run> {
  const env = { ...stand.env, CARGO_HOME: join(dir, '../cargo') }
  const { wall, cpu, stdout } = await measure({ argv: cargoBuild, cwd: dir, env })
  return { wall, cpu, downBytes: 0, upBytes: 0, requests: 0, crates: cratesOf(stdout), restored: {}, saved: {} }
}

/** Crates of which anything was compiled; the project's own are those at a path. */
function cratesOf(stdout: string): { external: number; own: number } {
  const compiled = new Set<string>()
  for (const line of stdout.split('\n').filter(text => text.startsWith('{'))) {
    const message: { reason?: string; fresh?: boolean; package_id?: string } = JSON.parse(line)
    if (message.reason === 'compiler-artifact' && message.fresh === false) compiled.add(message.package_id ?? '')
  }
  const own = [...compiled].filter(id => id.startsWith('path+file:')).length
  return { external: compiled.size - own, own }
}

async function hostOf(stand: Stand): Promise<string> {
  return /^host: (.+)$/m.exec((await run(stand, ['rustc', '-vV'])).stdout)?.[1] ?? ''
}

function run(stand: Stand, argv: readonly string[]): Promise<Cost & { readonly stdout: string }> {
  return measure({ argv, cwd: stand.project, env: stand.env })
}
