import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { writeFiles } from '../../rust/build.ts'

/** Sources by path. */
export type Files = Readonly<Record<string, string>>

interface Dependency {
  readonly name: string
  readonly kind: 'normal' | 'build'
}

/** A crate of the registry. */
export interface Crate {
  readonly name: string
  readonly version: string
  readonly dependencies: readonly Dependency[]
  readonly features: Readonly<Record<string, readonly string[]>>
  readonly files: Files
}

/** The beginning of a Cargo.toml. */
export const manifest = (name: string, version: string, rest: string) =>
  `[package]\nname = "${name}"\nversion = "${version}"\nedition = "2021"\n${rest}`

/** Crates from outside with the traps of real ones; small, so that a build from nothing takes seconds. */
const crates: readonly Crate[] = [
  {
    name: 'exthelp',
    version: '1.0.0',
    dependencies: [],
    features: {},
    files: {
      'Cargo.toml': manifest('exthelp', '1.0.0', ''),
      'src/lib.rs': 'pub fn quoted(text: &str) -> String { format!("\\"{}\\"", text.escape_default()) }\n',
    },
  },
  {
    name: 'extplain',
    version: '1.0.0',
    dependencies: [],
    features: {},
    files: {
      'Cargo.toml': manifest('extplain', '1.0.0', ''),
      // says nothing of when to run it again
      'build.rs': 'fn main() { println!("cargo:rustc-cfg=seen"); println!("cargo:rustc-check-cfg=cfg(seen)"); }\n',
      'src/lib.rs': 'pub fn seen() -> bool { cfg!(seen) }\n',
    },
  },
  {
    name: 'extenv',
    version: '1.0.0',
    dependencies: [{ name: 'exthelp', kind: 'build' }],
    features: {},
    files: {
      'Cargo.toml': manifest('extenv', '1.0.0', 'links = "extenv"\n[build-dependencies]\nexthelp = "1"\n'),
      'build.rs': `fn main() {
    println!("cargo:rerun-if-env-changed=EXT_MODE");
    println!("cargo:rustc-check-cfg=cfg(mode, values(any()))");
    let mode = std::env::var("EXT_MODE").unwrap_or_else(|_| "none".into());
    println!("cargo:rustc-cfg=mode={}", exthelp::quoted(&mode));
    println!("cargo:mode={mode}");
}
`,
      'src/lib.rs': `pub fn mode() -> &'static str {
    if cfg!(mode = "fast") { "fast" } else if cfg!(mode = "none") { "none" } else { "other" }
}
`,
    },
  },
  {
    name: 'extmacro',
    version: '1.0.0',
    dependencies: [{ name: 'exthelp', kind: 'normal' }],
    features: {},
    files: {
      'Cargo.toml': manifest('extmacro', '1.0.0', '[lib]\nproc-macro = true\n[dependencies]\nexthelp = "1"\n'),
      'src/lib.rs': `#[proc_macro]
pub fn word(_: proc_macro::TokenStream) -> proc_macro::TokenStream { exthelp::quoted("word").parse().unwrap() }
`,
    },
  },
  {
    name: 'extlib',
    version: '1.0.0',
    dependencies: [
      { name: 'extenv', kind: 'normal' },
      { name: 'extmacro', kind: 'normal' },
      { name: 'extplain', kind: 'normal' },
    ],
    features: { extra: [] },
    files: {
      'Cargo.toml': manifest(
        'extlib',
        '1.0.0',
        '[features]\nextra = []\n[dependencies]\nextenv = "1"\nextmacro = "1"\nextplain = "1"\n',
      ),
      'src/lib.rs': `pub fn describe() -> String {
    format!("{} mode={} seen={} extra={}", extmacro::word!(), extenv::mode(), extplain::seen(), cfg!(feature = "extra"))
}
`,
    },
  },
]

/**
 * Makes a registry in a directory, as cargo reads one that is local (the Cargo Book, chapter Source Replacement).
 * @param more crates beside those that every test finds
 */
export function makeRegistry(dir: string, more: readonly Crate[]): void {
  for (const { name, version, dependencies, features, files } of [...crates, ...more]) {
    const root = `${name}-${version}`
    writeFiles(join(dir, root), files)
    const archive = join(dir, `${root}.crate`)
    execFileSync('tar', ['-czf', archive, '-C', dir, '--mtime=@1000000000', '--owner=0', '--group=0', root])
    rmSync(join(dir, root), { recursive: true })
    const deps = dependencies.map(d => ({
      ...{ name: d.name, req: '^1', features: [], optional: false, default_features: true, target: null },
      kind: d.kind,
    }))
    const cksum = createHash('sha256').update(readFileSync(archive)).digest('hex')
    const index = join(dir, 'index', name.slice(0, 2), name.slice(2, 4))
    mkdirSync(index, { recursive: true })
    writeFileSync(
      join(index, name),
      `${JSON.stringify({ name, vers: version, deps, cksum, features, yanked: false })}\n`,
    )
  }
}

/** The registry of a directory as one on the network, with what was asked for. The Cargo Book, chapter Registry Index. */
export async function serveRegistry(dir: string) {
  const requests: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    requests.push(path)
    const [, , name = '', version = ''] = path.split('/')
    const file = path.startsWith('/dl/') ? join(dir, `${name}-${version}.crate`) : join(dir, 'index', path)
    if (path === '/config.json') response.end(JSON.stringify({ dl: `${url}/dl` }))
    else if (existsSync(file)) response.end(readFileSync(file))
    else response.writeHead(404).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  const config = `[source.crates-io]\nreplace-with = "near"\n[source.near]\nregistry = "sparse+${url}/"\n`
  return { requests, config, close: () => server.close() }
}

/** A workspace of which every part can go stale in its own way. */
export const workspace: Files = {
  'Cargo.toml': `[workspace]
members = ["crates/*"]
resolver = "2"
[workspace.package]
version = "1.0.0"
edition = "2021"
[package]
name = "app"
version.workspace = true
edition.workspace = true
[features]
extra = ["kern/extra"]
[dependencies]
kern = { path = "crates/kern" }
listed = { path = "crates/listed" }
watching = { path = "crates/watching" }
leaf = { path = "crates/leaf" }
[profile.release]
opt-level = 0
`,
  'README.md': '# app\n',
  'assets/banner.txt': 'banner 1',
  'src/main.rs': `mod part;
fn main() {
    println!("{} {} {}", env!("CARGO_PKG_VERSION"), include_str!("../assets/banner.txt").trim(), part::PART);
    println!("{}\\n{}\\n{}\\n{}", kern::describe(), listed::LIST, watching::describe(), leaf::leaf());
}
`,
  'src/part.rs': 'pub const PART: &str = "part 1";\n',
  'crates/kern/Cargo.toml': `[package]
name = "kern"
version.workspace = true
edition.workspace = true
[features]
extra = ["extlib/extra"]
[dependencies]
extlib = "1"
extmacro = "1"
ownmacro = { path = "../ownmacro" }
`,
  'crates/kern/templates/one.txt': '1',
  'crates/kern/src/lib.rs': `pub fn describe() -> String {
    format!("{} {} {}", extlib::describe(), extmacro::word!(), ownmacro::names!("templates"))
}
`,
  // looks for files, and tells no compiler of it
  'crates/ownmacro/Cargo.toml': `[package]
name = "ownmacro"
version.workspace = true
edition.workspace = true
[lib]
proc-macro = true
[dependencies]
exthelp = "1"
`,
  'crates/ownmacro/src/lib.rs': `use std::{env, fs, path::Path};
#[proc_macro]
pub fn names(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let dir = input.to_string().replace('"', "");
    let path = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap()).join(dir);
    let mut names: Vec<String> = fs::read_dir(path).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    exthelp::quoted(&names.join(",")).parse().unwrap()
}
`,
  // a build script that says nothing of when to run it again
  'crates/listed/Cargo.toml': `[package]
name = "listed"
version.workspace = true
edition.workspace = true
[build-dependencies]
exthelp = "1"
`,
  'crates/listed/build.rs': `use std::{env, fs, path::Path};
fn walk(dir: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.push(format!("{}/", path.display())); walk(&path, found) }
        else { found.push(format!("{}={}", path.display(), fs::read_to_string(&path).unwrap())) }
    }
}
fn main() {
    let mut found = vec![];
    walk(Path::new("data"), &mut found);
    found.sort();
    let text = format!("pub const LIST: &str = {};", exthelp::quoted(&found.join(" ")));
    fs::write(Path::new(&env::var("OUT_DIR").unwrap()).join("list.rs"), text).unwrap();
}
`,
  'crates/listed/src/lib.rs': 'include!(concat!(env!("OUT_DIR"), "/list.rs"));\n',
  'crates/listed/data/a.txt': 'a1',
  'crates/listed/data/sub/b.txt': 'b1',
  // a build script that says it
  'crates/watching/Cargo.toml': `[package]
name = "watching"
version.workspace = true
edition.workspace = true
`,
  'crates/watching/build.rs': `use std::{env, fs};
fn main() {
    println!("cargo:rerun-if-changed=proto");
    println!("cargo:rerun-if-env-changed=WATCHED");
    let mut names: Vec<String> = fs::read_dir("proto").unwrap()
        .map(|e| e.unwrap().path())
        .map(|p| if p.is_dir() { p.display().to_string() } else { fs::read_to_string(p).unwrap() }).collect();
    names.sort();
    println!("cargo:rustc-env=PROTO={} {}", names.join("+"), env::var("WATCHED").unwrap_or_default());
}
`,
  'crates/watching/src/lib.rs': 'pub fn describe() -> &\'static str { env!("PROTO") }\n',
  'crates/watching/proto/x.proto': 'x1',
  'crates/leaf/Cargo.toml': `[package]
name = "leaf"
version.workspace = true
edition.workspace = true
`,
  'crates/leaf/src/lib.rs': 'pub fn leaf() -> &\'static str { "leaf 1" }\n',
}
