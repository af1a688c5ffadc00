import { afterAll, expect, it } from 'vitest'
import { type Files, manifest } from './crates.ts'
import { makeMachine } from './machine.ts'

const machine = makeMachine()
afterAll(() => machine.dispose())

/** What each commit of a project is like that goes on: modules come and go, files are renamed, versions are raised. */
function commit(n: number): Files {
  const modules = [n % 3, (n % 5) + 3, n].map(k => `part${k}`)
  const unique = [...new Set(modules)]
  const library = [
    ...unique.map(m => `mod ${m};`),
    `pub fn all() -> u32 { ${unique.map(m => `${m}::n()`).join(' + ')} }`,
  ]
  const parts = unique.map(m => [`kern/src/${m}.rs`, `pub fn n() -> u32 { ${n} }\n`])
  return {
    'Cargo.toml': `${manifest('app', `1.0.${n}`, '')}[dependencies]\nkern = { path = "kern" }\nexthelp = "1"\n[workspace]\n`,
    'Cargo.lock': lock(n),
    'src/main.rs': `fn main() { println!("{} {}", exthelp::quoted("${n}"), kern::all()) }\n`,
    'kern/Cargo.toml': manifest('kern', `0.${n}.0`, ''),
    'kern/src/lib.rs': `${library.join('\n')}\n`,
    ...Object.fromEntries(parts),
  }
}

const lock = (n: number) =>
  machine
    .lock()
    .replace(/(name = "app"\nversion = )".+"/, `$1"1.0.${n}"`)
    .replace(/(name = "kern"\nversion = )".+"/, `$1"0.${n}.0"`)

/** Bytes of the newest entry of each kind: what the next run brings back. */
function sizes(): Readonly<Record<string, number>> {
  const all = [...machine.entries].map(([key, content]) => [/rust-\w+/.exec(key)?.[0] ?? key, content.length])
  return Object.fromEntries(all)
}

const commits = 30

it.each([
  ['release', {}],
  ['pr', { CARGO_INCREMENTAL: '1' }],
])(
  `profile %s: after ${commits} commits a pack is at most one twentieth larger than a fresh one`,
  {
    timeout: commits * 60_000,
  },
  async (_profile, env) => {
    machine.entries.clear()
    const first = Object.entries(commit(0)).filter(([path]) => path !== 'Cargo.lock')
    machine.checkout(Object.fromEntries(first)) // settles the lock
    for (let n = 0; n < commits; n++) {
      machine.checkout(commit(n))
      expect(await machine.build({ commit: `commit ${n}`, env })).toMatchObject({ ok: true, recovered: null })
    }
    const grown = sizes()
    machine.entries.clear()
    machine.checkout(commit(commits - 1))
    await machine.build({ commit: 'fresh', env })
    const fresh = sizes()
    expect(Object.keys(grown).sort()).toEqual(['rust-cold', 'rust-hot', 'rust-own'])
    for (const [kind, bytes] of Object.entries(grown))
      expect(bytes / (fresh[kind] ?? 0), kind).toBeLessThanOrEqual(1.05)
  },
)
