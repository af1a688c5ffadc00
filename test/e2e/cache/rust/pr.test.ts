import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { workspace } from './crates.ts'
import { host, makeMachine } from './machine.ts'

const machine = makeMachine()
afterAll(() => machine.dispose())

const pr = { env: { CARGO_INCREMENTAL: '1' }, commit: 'first' }
const part = (name: string, n: number) =>
  `#[inline(never)]\npub fn ${name}(k: u64) -> String { format!("${name} {} ${n}", k.wrapping_mul(${n})) }\n`
/** A library of several modules: rustc compiles each apart. */
const files = (n: number) => ({
  ...workspace,
  'crates/leaf/src/lib.rs': 'mod one;\nmod two;\npub fn leaf() -> String { one::one(1) + &two::two(2) }\n',
  'crates/leaf/src/one.rs': part('one', 1),
  'crates/leaf/src/two.rs': part('two', n),
})

/** Files in the state of the leaf crate, with their times. */
function stateOfLeaf(): { readonly name: string; readonly mtimeMs: number }[] {
  const dir = join(machine.project, '.portable-build/app-native/target', host, 'release/incremental')
  const [leaf = '', ...others] = readdirSync(dir).filter(name => name.startsWith('leaf-'))
  expect(others).toEqual([])
  const found = readdirSync(join(dir, leaf), { recursive: true, withFileTypes: true }).filter(e => e.isFile())
  return found.map(e => ({ name: e.name, mtimeMs: statSync(join(e.parentPath, e.name)).mtimeMs }))
}

it('compiles the crate that changed, with what rustc knew of it on another machine', async () => {
  machine.checkout(files(1))
  expect(await machine.build(pr)).toMatchObject({ ok: true })
  machine.checkout(files(2))
  const start = Date.now()
  const built = await machine.build(pr)
  expect(built).toMatchObject({ ok: true, external: [], own: ['app', 'leaf'], recovered: null })
  expect(built.says).toContain('one 1 1two 4 2')
  const state = stateOfLeaf()
  const objects = state.filter(file => file.name.endsWith('.o'))
  expect(objects.some(file => file.mtimeMs < start)).toBe(true)
  expect(objects.some(file => file.mtimeMs >= start)).toBe(true)
})

it('says what a build from nothing says', async () => {
  machine.checkout(files(3))
  const built = await machine.build(pr)
  const clean = await machine.clean(pr)
  expect(built.says).toBe(clean.says)
})

it('shares the crates from outside with a release, and nothing of the own crates', async () => {
  machine.checkout(files(3))
  const release = await machine.build({ commit: 'first' })
  expect(release).toMatchObject({ external: [], recovered: null })
  expect(release.own).toContain('leaf')
  expect(release.digest).toBe((await machine.clean({ commit: 'first' })).digest)
})
