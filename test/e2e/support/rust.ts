import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** What the Rust suites build for. */
const triples = [
  'x86_64-unknown-linux-musl',
  'aarch64-unknown-linux-musl',
  'x86_64-unknown-linux-gnu',
  'aarch64-unknown-linux-gnu',
]

/**
 * The rustup toolchain that has std for every target of the suites: `PB_RUST_TOOLCHAIN`, the default one, or the one that
 * scripts/ci/rust-targets.sh registers; null when none has.
 */
export function rustToolchain(): string | null {
  const active = run('rustup', ['show', 'active-toolchain'])?.split(' ')[0] ?? ''
  const names = [process.env['PB_RUST_TOOLCHAIN'] ?? '', active, 'portable-ci']
  return names.find(name => name !== '' && hasAll(name)) ?? null
}

function hasAll(toolchain: string): boolean {
  return triples.every(triple => {
    const dir = run('rustc', [`+${toolchain}`, '--print', 'target-libdir', '--target', triple])
    return dir !== null && existsSync(dir)
  })
}

function run(command: string, args: string[]): string | null {
  const done = spawnSync(command, args, { encoding: 'utf8' })
  return done.status === 0 ? done.stdout.trim() : null
}
