import { type Crate, type Files, manifest } from './crates.ts'

const files = (name: string, rest: string, more: Files): Pick<Crate, 'name' | 'version' | 'features' | 'files'> => ({
  ...{ name, version: '1.0.0', features: {} },
  files: { 'Cargo.toml': manifest(name, '1.0.0', rest), ...more },
})

/** Crates whose sources are read long after they were compiled. */
export const readingCrates: readonly Crate[] = [
  {
    dependencies: [],
    // a library for build scripts, with a file beside its source
    ...files('exttool', '', {
      'data/word.txt': 'tooled',
      'src/lib.rs':
        'pub fn word() -> String { std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/data/word.txt")).unwrap() }\n',
    }),
  },
  {
    dependencies: [],
    // hands a directory of its sources on
    ...files('exthand', 'links = "exthand"\n', {
      'build.rs': 'fn main() { println!("cargo:include={}/include", std::env::var("CARGO_MANIFEST_DIR").unwrap()); }\n',
      'include/word.h': 'handed',
      'src/lib.rs': '',
    }),
  },
  {
    dependencies: [],
    // a procedural macro that reads beside its source when it is expanded
    ...files('extreads', '[lib]\nproc-macro = true\n', {
      'words/word.txt': 'expanded',
      'src/lib.rs': `#[proc_macro]
pub fn read(_: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/words/word.txt");
    format!("{:?}", std::fs::read_to_string(path).expect(path)).parse().unwrap()
}
`,
    }),
  },
]

/** A project whose build script reads sources from outside. */
export const scripted: Files = {
  'Cargo.toml': `[package]
name = "app"
version = "1.0.0"
edition = "2021"
[dependencies]
exthand = "1"
extplain = "1"
[build-dependencies]
exttool = "1"
[profile.release]
opt-level = 0
`,
  'build.rs': `fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let handed = std::fs::read_to_string(format!("{}/word.h", std::env::var("DEP_EXTHAND_INCLUDE").unwrap())).unwrap();
    println!("cargo:rustc-env=WORDS={} {}", exttool::word(), handed);
}
`,
  'src/main.rs': 'fn main() { println!("{} {}", env!("WORDS"), extplain::seen()) }\n',
}

/** A project with a macro that does. */
export const expanded: Files = {
  'Cargo.toml': `[package]
name = "app"
version = "1.0.0"
edition = "2021"
[dependencies]
extreads = "1"
[profile.release]
opt-level = 0
`,
  'src/main.rs': 'fn main() { println!("{}", extreads::read!()) }\n',
}
