import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { atMost } from '../support/readelf.ts'
import { build, linkage, writeFiles } from './build.ts'

const made: string[] = []
afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true })
})

function directory(name = 'pb-rust-'): string {
  const dir = mkdtempSync(join(tmpdir(), name))
  made.push(dir)
  return dir
}

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
const manifest = (name: string) => `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2021"\n`
const hello = 'fn main() { println!("hello from {} {}", env!("CARGO_BIN_NAME"), std::env::consts::ARCH) }\n'
const example = join(import.meta.dirname, '../../../examples/rust')
const musl = ['x86_64-linux-musl', 'aarch64-linux-musl']

describe('cargo through zig', () => {
  it('builds two executables of a workspace for three targets in one call', async () => {
    const dir = directory()
    writeFiles(dir, {
      'Cargo.toml': '[workspace]\nmembers = ["one", "two"]\nresolver = "2"\n',
      'one/Cargo.toml': manifest('one'),
      'one/src/main.rs': hello,
      'two/Cargo.toml': manifest('two'),
      'two/src/bin/deux.rs': hello,
    })
    const { job, result, executables, path, says } = await build(dir, [...musl, 'x86_64-linux-gnu.2.17'])
    expect(result.failures).toEqual([])
    expect(job.steps).toHaveLength(1)
    expect(executables).toHaveLength(6)
    expect(await says('x86_64-linux-musl', 'one')).toBe('hello from one x86_64')
    expect(await says('aarch64-linux-musl', 'deux')).toBe('hello from deux aarch64')
    expect(linkage(path('aarch64-linux-musl', 'one')).isStatic).toBe(true)
    expect(await says('x86_64-linux-gnu.2.17', 'deux')).toBe('hello from deux x86_64')
    expect(linkage(path('x86_64-linux-gnu.2.17', 'one')).isStatic).toBe(false)
    expect(atMost(linkage(path('x86_64-linux-gnu.2.17', 'one')).floor ?? '99', '2.17')).toBe(true)
  })

  it('builds two floors of one triple, each as asked', async () => {
    const dir = directory()
    // gettid came with glibc 2.30: the newer floor may need it, the older must not.
    const source = `extern "C" { fn gettid() -> i32; }\nfn main() { println!("{}", unsafe { gettid() } > 0) }\n`
    writeFiles(dir, {
      'Cargo.toml': `${manifest('app')}[features]\nnew = []\n`,
      'src/main.rs': source,
      'src/bin/plain.rs': hello,
    })
    const old = await build(dir, ['x86_64-linux-gnu.2.17', 'x86_64-linux-gnu.2.31'])
    expect(old.job.steps).toHaveLength(2)
    expect(old.result.failed).toEqual(['x86_64-linux-gnu.2.17'])
    expect(linkage(old.path('x86_64-linux-gnu.2.31', 'app')).floor).toBe('2.30')
    const plain = await build(dir, ['x86_64-linux-gnu.2.17', 'x86_64-linux-gnu.2.31'], { bin: ['plain'] })
    expect(plain.result.failures).toEqual([])
    const [first, second] = plain.executables
    expect(first?.path).not.toBe(second?.path)
  })

  it('gives the same bytes in two directories, for Rust and for the C in crates', async () => {
    const [a, b] = [directory('pb-a-'), directory('pb other directory-')]
    for (const dir of [a, b]) {
      cpSync(example, dir, { recursive: true, filter: path => !/\/(target|dist|\.portable-build)$/.test(path) })
      // A file that names itself, in Rust generated below OUT_DIR and in C.
      writeFiles(dir, {
        'build.rs': `fn main() {
  let out = std::env::var("OUT_DIR").unwrap();
  std::fs::write(format!("{out}/gen.rs"), "pub fn place() -> &'static str { file!() }").unwrap();
  let here = std::env::current_dir().unwrap();
  cc::Build::new().file(here.join("csrc/crc32c.c")).file(here.join("csrc/name.c")).compile("crc32c");
}\n`,
        'csrc/name.c': 'const char *treesum_name(void) { return __FILE__; }\n',
        'src/bin/place.rs': `include!(concat!(env!("OUT_DIR"), "/gen.rs"));
extern "C" { fn treesum_name() -> *const std::ffi::c_char; }
fn main() { println!("{} {}", place(), unsafe { std::ffi::CStr::from_ptr(treesum_name()) }.to_str().unwrap()) }\n`,
      })
    }
    const targets = ['x86_64-linux-musl', 'aarch64-linux-gnu.2.17']
    const first = await build(a, targets)
    const second = await build(b, targets)
    expect(first.result.failures).toEqual([])
    expect(second.result.failures).toEqual([])
    expect(await first.says('x86_64-linux-musl', 'treesum', '--self-test')).toBe('ok')
    expect(await first.says('x86_64-linux-musl', 'place')).toMatch(/^\/target\/\S+\/gen\.rs \/project\/csrc\/name\.c$/)
    for (const target of targets) {
      for (const name of ['treesum', 'place']) {
        expect(sha256(second.path(target, name)), `${name} for ${target}`).toBe(sha256(first.path(target, name)))
        expect(readFileSync(first.path(target, name)).includes(a)).toBe(false)
      }
    }
  })

  it('keeps the executables of the other target when one does not compile', async () => {
    const dir = directory()
    const source = `#[cfg(target_arch = "aarch64")]\ncompile_error!("not for ARM");\n${hello}`
    writeFiles(dir, { 'Cargo.toml': manifest('app'), 'src/main.rs': source })
    const { result, executables, says } = await build(dir, musl)
    expect(result.failed).toEqual(['aarch64-linux-musl'])
    expect(result.failures).toHaveLength(1)
    expect(result.failures[0]?.lines.join('\n')).toContain('not for ARM')
    expect(executables.map(e => e.target)).toEqual(['x86_64-linux-musl'])
    expect(await says('x86_64-linux-musl', 'app')).toBe('hello from app x86_64')
  })

  it("keeps the user's own flags of every place that cargo knows", async () => {
    const dir = directory()
    const source = `fn main() { println!("{} {} {}", cfg!(from_build), cfg!(from_target), cfg!(from_env)) }\n`
    writeFiles(dir, {
      'Cargo.toml': manifest('app'),
      'src/main.rs': source,
      '.cargo/config.toml':
        '[build]\nrustflags = ["--cfg", "from_build"]\n[target.\'cfg(target_arch = "aarch64")\']\nrustflags = "--cfg from_target"\n',
    })
    const files = await build(dir, musl)
    expect(await files.says('x86_64-linux-musl', 'app')).toBe('true false false')
    expect(await files.says('aarch64-linux-musl', 'app')).toBe('false true false')
    const env = await build(dir, ['x86_64-linux-musl'], { env: { RUSTFLAGS: '--cfg from_env' } })
    expect(await env.says('x86_64-linux-musl', 'app')).toBe('false false true')
  })

  it('links build scripts and procedural macros on a machine without a C compiler', async () => {
    const dir = directory()
    const bin = directory('pb-bin-')
    for (const tool of ['cargo', 'rustc', 'rustup', 'sh', 'cat', 'uname', 'dirname']) {
      symlinkSync(spawnSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).stdout.trim(), join(bin, tool))
    }
    writeFiles(dir, {
      'Cargo.toml': `[workspace]\nmembers = ["made"]\n${manifest('app')}[dependencies]\nmade = { path = "made" }\n`,
      'build.rs': 'fn main() { println!("cargo::rustc-env=BUILT=yes") }\n',
      'src/main.rs': 'fn main() { println!("{} {}", env!("BUILT"), made::made!()) }\n',
      'made/Cargo.toml': `${manifest('made')}[lib]\nproc-macro = true\n`,
      'made/src/lib.rs':
        '#[proc_macro]\npub fn made(_: proc_macro::TokenStream) -> proc_macro::TokenStream { "42".parse().unwrap() }\n',
    })
    // Also for the triple of this machine, whose linker cargo must not mix up with the target's.
    const targets = ['aarch64-linux-musl', 'x86_64-linux-gnu.2.17']
    const { result, says } = await build(dir, targets, {}, { ...process.env, PATH: bin })
    expect(result.failures).toEqual([])
    expect(await says('aarch64-linux-musl', 'app')).toBe('yes 42')
    expect(await says('x86_64-linux-gnu.2.17', 'app')).toBe('yes 42')
  })
})
