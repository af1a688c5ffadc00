import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { rustCachesBin } from '../../test/e2e/support/rust-caches.ts'
import { type Measured, measure } from './measure.ts'
import type { Run } from './run.ts'
import { type MetadataPackage, pruneByNames, rustCacheKey } from './rust-cache.ts'
import type { Packed, Stand } from './stand.ts'

/** Another way to keep what cargo has made. */
export interface RustPeer {
  readonly name: string
  /** A program of its own that it needs, absolute; none: cargo alone. */
  readonly needs?: string
  /** The entry of a checkout. */
  entry(stand: Stand): Promise<Packed>
  /** What is done where nothing was restored, in an empty directory at the place of the checkout: it is a part of the build. */
  prepare?(stand: Stand): Promise<Measured>
  /** The command that builds; none: plain cargo, so that the first build can be that of others. */
  readonly build?: readonly string[]
  readonly env?: (stand: Stand) => Readonly<Record<string, string>>
  /** Before it is saved. */
  prune?(stand: Stand): Promise<void>
}

const cargoBuild = ['cargo', 'build', '--release', '--locked', '--message-format', 'json-render-diagnostics']
const [chef, sccache] = [join(rustCachesBin, 'cargo-chef'), join(rustCachesBin, 'sccache')]
const sha = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')
const lockHash = (stand: Stand) => sha(readFileSync(join(stand.project, 'Cargo.lock')))
const registry = ['cargo/registry/index', 'cargo/registry/cache', 'cargo/git/db']

/** A server as long as the build takes, so that what it uses is counted. */
const sccacheScript = `"$SCCACHE" --start-server >/dev/null 2>&1 & server=$!
for n in $(seq 100); do [ -S "$SCCACHE_SERVER_UDS" ] && break; sleep 0.05; done
"$@"; code=$?; "$SCCACHE" --stop-server >/dev/null; wait $server; exit $code`

/** Those that build with plain cargo come first, that which removes before it saves last of them: they share a first build. */
export const rustPeers: readonly RustPeer[] = [
  {
    name: 'actions/cache of target',
    entry: async stand => ({ key: `cargo-${lockHash(stand)}`, near: 'cargo-', paths: [...registry, 'project/target'] }),
  },
  {
    name: "rust-cache's rules",
    env: () => ({ CARGO_INCREMENTAL: '0' }),
    async entry(stand) {
      const { stdout } = await inProject(stand, ['rustc', '-vV'])
      return { ...rustCacheKey(stand.project, stdout), paths: ['cargo/registry', 'cargo/git', 'project/target'] }
    },
    async prune(stand) {
      const { stdout } = await inProject(stand, [
        'cargo',
        'metadata',
        '--format-version',
        '1',
        '--locked',
        '--offline',
        ...(await onlyHost(stand)),
      ])
      const { packages }: { packages: MetadataPackage[] } = JSON.parse(stdout)
      pruneByNames(join(stand.project, 'target'), join(stand.dir, 'cargo'), packages)
    },
  },
  {
    name: 'cargo-chef',
    needs: chef,
    async entry(stand) {
      const recipe = join(stand.dir, 'temp/recipe.json')
      await inProject(stand, [chef, 'chef', 'prepare', '--recipe-path', recipe])
      return { key: `chef-${sha(readFileSync(recipe))}`, paths: [...registry, 'project/target'] }
    },
    prepare(stand) {
      const recipe = join(stand.dir, 'temp/recipe.json')
      return inProject(stand, [chef, 'chef', 'cook', '--release', '--locked', '--recipe-path', recipe])
    },
  },
  {
    name: 'sccache',
    needs: sccache,
    entry: async stand => ({ key: `sccache-${lockHash(stand)}`, near: 'sccache-', paths: [...registry, 'sccache'] }),
    build: ['sh', '-c', sccacheScript, 'sh', ...cargoBuild],
    env: stand => ({
      ...{ SCCACHE: sccache, RUSTC_WRAPPER: sccache, SCCACHE_DIR: join(stand.dir, 'sccache'), SCCACHE_NO_DAEMON: '1' },
      ...{ SCCACHE_SERVER_UDS: join(stand.dir, 'temp/s'), CARGO_INCREMENTAL: '0' },
    }),
  },
]

/** Why a peer cannot run here; null: it can. */
export function whyMissing({ needs }: RustPeer): string | null {
  return needs === undefined || existsSync(needs) ? null : 'not installed: bash scripts/ci/rust-caches.sh'
}

/** Whether the first build of a peer is that of plain cargo. */
export const isPlain = ({ build, prepare }: RustPeer): boolean => build === undefined && prepare === undefined

/** Restores and builds on a machine that was reset, in a checkout that is there; saves if asked to, as its rules say. */
export async function runPeer(stand: Stand, peer: RustPeer, saves: boolean): Promise<Run> {
  const { result, traffic } = await stand.watch(async () => {
    const entry = await peer.entry(stand)
    const restore = await stand.official(entry, 'restore')
    const first = restore.key === null && peer.prepare ? [await aside(stand, peer.prepare)] : []
    const env = { ...stand.env, ...peer.env?.(stand) }
    const build = await measure({ argv: peer.build ?? cargoBuild, cwd: stand.project, env })
    return { entry, restore, costs: [restore, ...first, build], first, build }
  })
  const { entry, restore, costs, first, build } = result
  const { external, own } = cratesOf(build.stdout)
  const before = first.reduce((sum, { stderr }) => sum + compiledOutside(stderr), 0)
  const run: Run = {
    wall: costs.reduce((sum, cost) => sum + cost.wall, 0),
    cpu: costs.reduce((sum, cost) => sum + cost.cpu, 0),
    ...{ ...traffic, crates: { external: external + before, own } },
    ...{ restore: { wall: restore.wall, cpu: restore.cpu }, restored: { all: traffic.downBytes }, saved: {} },
  }
  const upBytes = saves && restore.key !== entry.key ? await savePeer(stand, peer) : 0
  return { ...run, upBytes, saved: upBytes > 0 ? { all: upBytes } : {} }
}

/** Saves what a build has left. @returns what was sent, bytes */
export async function savePeer(stand: Stand, peer: RustPeer): Promise<number> {
  const entry = await peer.entry(stand)
  await peer.prune?.(stand)
  return (await stand.watch(() => stand.official(entry, 'save'))).traffic.upBytes
}

/** Works where the checkout is, without it; what came out lies in it afterwards, and is older than it. */
async function aside(stand: Stand, work: (stand: Stand) => Promise<Measured>): Promise<Measured> {
  const [from, to] = [stand.project, join(stand.dir, 'aside')]
  renameSync(from, to)
  mkdirSync(from)
  const done = await work(stand)
  renameSync(join(from, 'target'), join(to, 'target'))
  const script = 'rm -rf "$1"; mv "$2" "$1"; find "$1" -path "$1/target" -prune -o -type f -exec touch {} +'
  await measure({ argv: ['sh', '-eu', '-c', script, 'sh', from, to], cwd: stand.dir, env: stand.env })
  return done
}

/** Of what cargo tells people: crates of a path have it in parentheses. */
function compiledOutside(stderr: string): number {
  return new Set(stderr.match(/^ *Compiling \S+ v\S+$/gm) ?? []).size
}

/** The checkout and the crates of a developer's own machine: what they have built stays. */
const ownPlaces = ['project', 'cargo']

/** Remembers this machine as a developer's own; cargo compares times to the nanosecond. */
export async function keepNative(stand: Stand): Promise<void> {
  const native = join(stand.dir, 'native')
  mkdirSync(native, { recursive: true })
  await measure({ argv: ['cp', '-a', ...ownPlaces, native], cwd: stand.dir, env: stand.env })
}

/** Builds on the developer's machine, of which nothing is restored. @param edit changes the checkout */
export async function runNative(stand: Stand, edit: () => void): Promise<Run> {
  stand.reset()
  const move = (from: string, to: string) => {
    for (const name of ownPlaces) renameSync(join(from, name), join(to, name))
  }
  await measure({
    argv: ['rm', '-rf', ...ownPlaces.map(name => join(stand.dir, name))],
    cwd: stand.dir,
    env: stand.env,
  })
  move(join(stand.dir, 'native'), stand.dir)
  edit()
  const { wall, cpu, stdout } = await plainBuild(stand)
  move(stand.dir, join(stand.dir, 'native'))
  return { wall, cpu, downBytes: 0, upBytes: 0, requests: 0, crates: cratesOf(stdout), restored: {}, saved: {} }
}

/** What plain cargo does in the checkout. */
export const plainBuild = (stand: Stand): Promise<Measured> => inProject(stand, cargoBuild)

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

async function onlyHost(stand: Stand): Promise<string[]> {
  const { stdout } = await inProject(stand, ['rustc', '-vV'])
  return ['--filter-platform', /^host: (.+)$/m.exec(stdout)?.[1] ?? '']
}

function inProject(stand: Stand, argv: readonly string[]): Promise<Measured> {
  return measure({ argv, cwd: stand.project, env: stand.env })
}
