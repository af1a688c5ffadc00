import type { RecipeFacts } from '../../../../src/cache/rust/recipe.ts'

/** A workspace with one of everything that a mask has to know, and its lock. */
export const files: Readonly<Record<string, string>> = {
  'Cargo.toml': `
[workspace]
members = ["crates/*"]
resolver = "2"

[workspace.package]
version = "1.0.0"
edition = "2021"

[workspace.dependencies]
serde = { version = "1.0.200", features = ["derive", "alloc"] }
core = { path = "crates/core", version = "1.0.0" }
proptest = "1.4"

[profile.release]
lto = "thin"
strip = true

[profile.bench]
debug = true
`,
  'crates/app/Cargo.toml': `
[package]
name = "app"
version.workspace = true
edition.workspace = true
description = "An app"
authors = ["A. Nonym"]
keywords = ["cli"]

[lints.clippy]
all = "warn"

[[bin]]
name = "app"
path = "src/main.rs"

[features]
default = ["json"]
json = ["dep:serde_json"]

[dependencies]
core = { workspace = true }
serde.workspace = true
serde_json = { version = "1", optional = true }
old = { package = "itoa", version = "0.4" }

[build-dependencies]
cc = "1"

[dev-dependencies]
proptest = { workspace = true }

[target.'cfg(unix)'.dependencies]
libc = { version = "0.2", default-features = false }
`,
  'crates/core/Cargo.toml': `
[package]
name = "core"
version = "1.0.0"
edition = "2021"

[dependencies]
serde = { workspace = true }
helper = { path = "../../helper", version = "0.3.1" }
`,
  'helper/Cargo.toml': `
[package]
name = "helper"
version = "0.3.1"

[dependencies]
memchr = "2"
`,
  'Cargo.lock': `
version = 4

[[package]]
name = "app"
version = "1.0.0"
dependencies = ["cc", "core", "itoa 0.4.8", "libc", "proptest", "serde", "serde_json"]

[[package]]
name = "core"
version = "1.0.0"
dependencies = ["helper", "serde"]

[[package]]
name = "helper"
version = "0.3.1"
dependencies = ["memchr"]
${crate('cc', '1.2.1', ['shlex'])}
${crate('itoa', '0.4.8')}
${crate('itoa', '1.0.11')}
${crate('libc', '0.2.155')}
${crate('memchr', '2.7.4')}
${crate('proptest', '1.4.0', ['rand'])}
${crate('rand', '0.8.5')}
${crate('serde', '1.0.203', ['serde_derive'])}
${crate('serde_derive', '1.0.203')}
${crate('serde_json', '1.0.118', ['itoa 1.0.11', 'serde'])}
${crate('shlex', '1.3.0')}
`,
}

function crate(name: string, version: string, dependencies: readonly string[] = []): string {
  const checksum = Buffer.from(`${name} ${version}`).toString('hex')
  return `
[[package]]
name = "${name}"
version = "${version}"
source = "registry+https://github.com/rust-lang/crates.io-index"
checksum = "${checksum}"${dependencies.length > 0 ? `\ndependencies = ${JSON.stringify(dependencies)}` : ''}
`
}

/** Packages with a build script; the rest have none. */
const scripts = ['crates/app/Cargo.toml']

/** What is gathered of a workspace with these files, on a machine that is always the same. */
export function factsOf(texts: Readonly<Record<string, string>> = files, more: Partial<RecipeFacts> = {}): RecipeFacts {
  const { 'Cargo.lock': lock = '', ...manifests } = texts
  return {
    packages: Object.entries(manifests).map(([path, text]) => ({
      path,
      text,
      member: path !== 'helper/Cargo.toml',
      buildScript: scripts.includes(path),
      executables: path === 'crates/app/Cargo.toml',
    })),
    lock,
    configs: [
      { path: '/home/me/.cargo/config.toml', text: '[build]\njobs = 4\nrustflags = ["-Cforce-frame-pointers"]\n' },
    ],
    rustc: `rustc 1.95.0 (59807616e 2026-04-14)
binary: rustc
commit-hash: 59807616e1fa2540724bfbac14d7976d7e4a3860
commit-date: 2026-04-14
host: x86_64-unknown-linux-gnu
release: 1.95.0
LLVM version: 22.1.2
`,
    cargo: 'cargo 1.95.0 (f2d3ce0bd 2026-03-21)\n',
    machine: 'debian 12, libc 2.36, cc 12.2.0',
    targets: ['x86_64-linux-musl', 'aarch64-linux-gnu.2.17'],
    toolchains: [
      { name: 'zig', version: '0.15.2' },
      { name: 'cargo-zigbuild', version: '0.20.1' },
    ],
    kit: '/tools/wrappers/1f/x86_64-linux-musl-cc: exec zig cc -target x86_64-linux-musl',
    directories: { project: '/src/app', work: '/src/app/.portable-build/app-zig', cargoHome: '/home/me/.cargo' },
    argv: [
      ...['cargo', 'zigbuild', '--target', 'x86_64-unknown-linux-musl', '--target', 'aarch64-unknown-linux-gnu.2.17'],
      ...['--release', '--bins', '--features', 'fast,tls', '--locked'],
      ...['--target-dir', '/src/app/.portable-build/app-zig/target', '--message-format', 'json-render-diagnostics'],
      ...[
        '--config',
        'target.x86_64-unknown-linux-musl.rustflags=["-Cforce-frame-pointers","--remap-path-prefix=/src/app=/project"]',
      ],
    ],
    env: {
      SOURCE_DATE_EPOCH: '1700000000',
      CFLAGS_x86_64_unknown_linux_musl: '-ffile-prefix-map=/src/app=/project',
    },
    passed: { DATABASE_URL: 'sqlite://app.db' },
    ...more,
  }
}

/** The files with a text replaced by another one; it fails where the text is not there exactly once. */
export function edited(path: string, before: string, after: string): Record<string, string> {
  const text = files[path] ?? ''
  if (text.split(before).length !== 2) throw new Error(`${path} does not have ${JSON.stringify(before)} once`)
  return { ...files, [path]: text.replace(before, () => after) }
}
