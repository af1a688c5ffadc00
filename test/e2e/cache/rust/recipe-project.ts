/** A workspace with what recipes have to see: features, inherited values, crates for tests and for build scripts. */
export const files: Readonly<Record<string, string>> = {
  'Cargo.toml': `
[workspace]
members = ["app", "core", "spare"]
resolver = "2"

[workspace.package]
version = "1.0.0"
edition = "2021"

[workspace.dependencies]
log = "0.4"

[profile.release]
opt-level = 1
`,
  'app/Cargo.toml': `
[package]
name = "app"
version.workspace = true
edition.workspace = true
description = "An app"

[features]
loud = ["log/std"]

[dependencies]
core = { path = "../core", version = "1.0.0", package = "recipe-core" }
log.workspace = true

[build-dependencies]
autocfg = "1"
`,
  'app/src/main.rs': 'fn main() { log::info!("{}", core::text(1)) }\n',
  'core/Cargo.toml': `
[package]
name = "recipe-core"
version = "1.0.0"
edition = "2021"

[dependencies]
itoa = "1"
memchr = { version = "2", default-features = false }

[dev-dependencies]
cfg-if = "1"
`,
  'core/src/lib.rs': 'pub fn text(n: u32) -> String { itoa::Buffer::new().format(n).to_string() }\n',
  'spare/Cargo.toml': `
[package]
name = "spare"
version = "1.0.0"
edition = "2021"

[dependencies]
once_cell = "1"
`,
  'spare/src/lib.rs': 'pub fn nothing() {}\n',
}
