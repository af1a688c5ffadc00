// The rules of Swatinem/rust-cache 2, written from its documentation ("Cache Details"); nothing is taken from its code.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'smol-toml'

/**
 * Its key: the compiler, and a digest of all manifests and locks. Of a package's manifest its version does not count, and of a lock
 * only what comes from elsewhere does. The prefix serves when nothing has the whole key.
 */
export function rustCacheKey(project: string, rustc: string): { readonly key: string; readonly near: string } {
  const hash = createHash('sha256')
  for (const file of filesOf(project)) {
    const data = parse(readFileSync(join(project, file), 'utf8'))
    hash.update(JSON.stringify(file.endsWith('.lock') ? lockOf(data) : manifestOf(data)))
  }
  const near = `v0-rust-build-Linux-x64-${createHash('sha256').update(rustc).digest('hex').slice(0, 8)}-`
  return { near, key: `${near}${hash.digest('hex').slice(0, 8)}` }
}

type Table = Record<string, unknown>
const isTable = (value: unknown): value is Table => typeof value === 'object' && value !== null && !Array.isArray(value)

function manifestOf(data: Table): Table {
  const own = data['package']
  if (isTable(own)) delete own['version']
  for (const name of ['dependencies', 'dev-dependencies', 'build-dependencies']) {
    const all = data[name]
    for (const one of isTable(all) ? Object.values(all) : []) if (isTable(one) && 'path' in one) delete one['version']
  }
  return data
}

function lockOf(data: Table): unknown {
  const all = data['package']
  return Array.isArray(all) ? all.filter(one => isTable(one) && ('source' in one || 'checksum' in one)) : []
}

function filesOf(project: string): string[] {
  const all = readdirSync(project, { recursive: true, encoding: 'utf8' })
  return all.filter(file => /(^|\/)Cargo\.(toml|lock)$/.test(file) && !file.startsWith('target/')).sort()
}

/** What `cargo metadata` says of a package. */
export interface MetadataPackage {
  readonly name: string
  readonly version: string
  /** Null: a crate of the project. */
  readonly source: string | null
  readonly targets: readonly { readonly name: string }[]
}

/**
 * What it removes before it saves: everything that is not a dependency, by name; incremental state; unpacked sources; archives
 * of crates that are not used.
 */
export function pruneByNames(targetDir: string, cargoHome: string, packages: readonly MetadataPackage[]): void {
  const used = packages.filter(p => p.source !== null)
  const plain = (name: string) => name.replaceAll('-', '_')
  const names = new Set(used.flatMap(p => [p.name, ...p.targets.map(t => t.name)]).map(plain))
  const isUsed = (file: string) =>
    names.has(
      plain(
        file
          .replace(/\.d$|\.[a-z]+$/, '')
          .replace(/-[0-9a-f]{16}$/, '')
          .replace(/^lib(?=.*\.)/, ''),
      ),
    )
  for (const profile of readdirSync(targetDir)) {
    const dir = join(targetDir, profile)
    if (!statSync(dir).isDirectory()) {
      if (profile !== 'CACHEDIR.TAG') rmSync(dir)
      continue
    }
    const kept: Readonly<Record<string, (file: string) => boolean>> = {
      build: isUsed,
      '.fingerprint': isUsed,
      deps: file => isUsed(file) || isUsed(file.replace(/^lib/, '')),
    }
    for (const name of readdirSync(dir)) {
      const keep = kept[name]
      if (!keep) rmSync(join(dir, name), { recursive: true })
      else
        for (const file of readdirSync(join(dir, name)))
          if (!keep(file)) rmSync(join(dir, name, file), { recursive: true })
    }
  }
  const archives = new Set(used.map(p => `${p.name}-${p.version}.crate`))
  const registry = join(cargoHome, 'registry')
  rmSync(join(registry, 'src'), { recursive: true, force: true })
  for (const index of readdirSync(join(registry, 'cache'))) {
    const dir = join(registry, 'cache', index)
    for (const file of readdirSync(dir)) if (!archives.has(file)) rmSync(join(dir, file))
  }
}
