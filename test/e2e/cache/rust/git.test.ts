import { execFileSync } from 'node:child_process'
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { writeFiles } from '../../rust/build.ts'
import { type Files, manifest } from './crates.ts'
import { makeMachine } from './machine.ts'

const machine = makeMachine()
afterAll(() => machine.dispose())

const upstream = join(machine.registry, 'extgit')

/** A repository with a crate in it. Returns its commit. */
function makeRepository(): string {
  writeFiles(upstream, {
    'Cargo.toml': manifest('extgit', '1.0.0', ''),
    'data.txt': 'from git',
    'build.rs': `fn main() {
    println!("cargo:rerun-if-changed=data.txt");
    println!("cargo:rustc-env=DATA={}", std::fs::read_to_string("data.txt").unwrap());
}
`,
    'src/lib.rs': 'pub fn data() -> &\'static str { env!("DATA") }\n',
  })
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', upstream, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
      encoding: 'utf8',
    }).trim()
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '-m', 'first')
  return git('rev-parse', 'HEAD')
}

it('crates of git repositories come back: the repository is not asked', async () => {
  const source = `git+file://${upstream}#${makeRepository()}`
  const files = (n: number): Files => ({
    'Cargo.toml': `${manifest('app', '1.0.0', '')}[dependencies]\nextgit = { git = "file://${upstream}" }\n`,
    'Cargo.lock': `version = 4

[[package]]
name = "app"
version = "1.0.0"
dependencies = ["extgit"]

[[package]]
name = "extgit"
version = "1.0.0"
source = "${source}"
`,
    'src/main.rs': `fn main() { println!("{} ${n}", extgit::data()) }\n`,
  })
  machine.checkout(files(1))
  expect(await machine.build({ online: true })).toMatchObject({ ok: true, external: ['extgit'] })
  renameSync(upstream, `${upstream}-gone`)
  machine.forgetCargo()
  machine.checkout(files(2))
  const built = await machine.build({ online: true })
  expect(built).toMatchObject({ ok: true, says: 'from git 2\n', external: [], own: ['app'], recovered: null })
  renameSync(`${upstream}-gone`, upstream)
  const clean = await machine.clean({ online: true })
  expect(built.digest).toBe(clean.digest)
})
