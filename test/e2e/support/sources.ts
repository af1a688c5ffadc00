import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { prepared } from './prepared.ts'
import { sh } from './shell.ts'

/** The sources of a crate as its registry has them, with the author's Cargo.lock. */
export function crateSource(name: string, version: string): Promise<string> {
  return prepared(`sources/crate-${name}-${version}`, async dir => {
    const work = join(dir, '.fetch')
    mkdirSync(join(work, 'src'), { recursive: true })
    // Cargo downloads the sources of dependencies, so the crate is made one.
    const manifest = `[package]\nname = "fetch"\nversion = "0.0.0"\n[dependencies]\n${name} = "=${version}"\n`
    writeFileSync(join(work, 'Cargo.toml'), manifest)
    writeFileSync(join(work, 'src/lib.rs'), '')
    sh(['cargo', 'fetch', '--quiet'], { cwd: work })
    const registry = join(process.env['CARGO_HOME'] ?? join(homedir(), '.cargo'), 'registry/src')
    const found = readdirSync(registry).map(index => join(registry, index, `${name}-${version}`))
    const source = found.find(path => readdirSync(join(path, '..')).includes(`${name}-${version}`))
    if (!source) throw new Error(`cargo fetched no ${name} ${version} into ${registry}`)
    cpSync(source, dir, { recursive: true })
    sh(['rm', '-rf', work])
  })
}

/** The sources of a Go module from the module cache, writable. */
export function goModuleSource(module: string, version: string): Promise<string> {
  return prepared(`sources/go-${module.replaceAll('/', '_')}-${version}`, async dir => {
    const { Dir } = JSON.parse(sh(['go', 'mod', 'download', '-json', `${module}@${version}`], { cwd: dir }))
    cpSync(String(Dir), dir, { recursive: true })
    sh(['chmod', '-R', 'u+w', dir])
  })
}

/** A fresh copy of prepared sources: a test builds where nobody else does. */
export function copyOf(source: string, to: string): string {
  cpSync(source, to, { recursive: true, verbatimSymlinks: true })
  return to
}
