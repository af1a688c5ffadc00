import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { directoryStore } from '../../../src/cache/stores/directory.ts'
import { parseCommandLine } from '../../../src/cli/parse.ts'
import { cache } from '../../../src/cli/run/cache.ts'
import { BuildError } from '../../../src/errors.ts'
import { styleFor } from '../../../src/report/style.ts'

let dir = ''
let hello = ''

const manifest = '[package]\nname = "hello"\nversion = "1.0.0"\nedition = "2021"\n\n[dependencies]\nitoa = "1"\n'
const programs: Readonly<Record<string, string>> = {
  cargo: `case $1 in
  metadata) printf '{"workspace_root":"%s","packages":[{"manifest_path":"%s/Cargo.toml","targets":[{"kind":["bin"]}]}]}' "$PWD" "$PWD" ;;
  *) echo 'cargo 1.95.0 (f2d3ce0bd 2026-03-21)' ;;
esac`,
  go: `case "$1 $2" in
  'version ') echo 'go version go1.26.0 linux/amd64' ;;
  'env -json') printf '{"GOVERSION":"go1.26.0","GOMODCACHE":"%s/modules","GOMOD":"%s/go.mod"}' "$PWD" "$PWD" ;;
  *) exit 1 ;;
esac`,
  rustc: "printf 'rustc 1.95.0 (59807616e 2026-04-14)\\nhost: x86_64-unknown-linux-gnu\\nLLVM version: 22.1.2\\n'",
}

function write(path: string, text: string, mode = 0o644): void {
  mkdirSync(join(dir, path, '..'), { recursive: true })
  writeFileSync(join(dir, path), text, { mode })
}

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb cache ')) // a space, as in many real paths
  hello = join(dir, 'hello')
  vi.stubEnv('PATH', `${dir}/bin:${process.env['PATH']}`)
  vi.stubEnv('HOME', dir)
  vi.stubEnv('PORTABLE_BUILD_CACHE_DIR', join(dir, 'cache'))
  vi.stubEnv('PORTABLE_BUILD_TOOLS_DIR', join(dir, 'tools'))
  for (const [name, text] of Object.entries(programs)) write(`bin/${name}`, `#!/bin/sh\n${text}\n`, 0o755)
  write('hello/Cargo.toml', manifest)
  write('hello/src/main.rs', 'fn main() {}\n')
  const crate = 'name = "itoa"\nversion = "1.0.0"\nsource = "registry+x"\nchecksum = "00"\n'
  write(
    'hello/Cargo.lock',
    `version = 4\n[[package]]\nname = "hello"\nversion = "1.0.0"\ndependencies = ["itoa"]\n[[package]]\n${crate}`,
  )
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(dir, { recursive: true, force: true })
})

const look = { columns: 80, style: styleFor(false) }

/** What a command line prints, here and not in a process of its own: starting twenty takes long. */
async function run(...words: string[]): Promise<string> {
  const parsed = await parseCommandLine(['cache', ...words], look)
  if (!('run' in parsed)) throw new Error('that is help')
  let text = ''
  const print = (line: string) => {
    text += `${line}\n`
  }
  const output = { ...look, print, json: (value: unknown) => print(JSON.stringify(value)), flush: async () => {} }
  expect(await cache(parsed.run, output)).toBe(0)
  return text
}

interface Entry {
  readonly kind: string
  readonly name: string
  readonly state: string
  readonly key: string
  readonly ingredients: Record<string, string>
  readonly changed: readonly { readonly name: string }[]
}
async function explained(...words: string[]): Promise<{ entries: Entry[]; report: string | null }> {
  return JSON.parse(await run('explain', hello, '--targets', 'x86_64-linux-musl', '--json', ...words))
}

/** The report of a build that asked for these entries. */
function reportOf(entries: readonly Pick<Entry, 'kind' | 'name' | 'key' | 'ingredients'>[]): string {
  const cache = entries.map(({ kind, name, key, ingredients }) => ({
    ...{ id: `${kind} ${name}`, key, ingredients },
    ...{ hit: 'exact', bytes: 1000, ms: 5, why: 'everything that it is made of is the same' },
  }))
  return JSON.stringify({ schema: 1, cache })
}

describe('cache explain', () => {
  it('says what a first run would ask for, and changes nothing', async () => {
    const before = readdirSync(hello)
    const { entries, report } = await explained()
    expect(report).toBeNull()
    expect(entries.find(e => e.kind === 'rust-hot')).toMatchObject({
      ...{ state: 'new', name: 'hello-zig' },
      ingredients: { rustc: '1.95.0 (59807616e 2026-04-14), LLVM 22.1.2', lock: expect.stringMatching(/^1 crate, /) },
    })
    expect(readdirSync(hello)).toEqual(before)
  })

  it('holds the keys against the report of the last build, or another one', async () => {
    const first = await explained()
    write('hello/dist/report.json', reportOf(first.entries))
    write('hello/Cargo.toml', manifest.replace('1.0.0', '1.1.0'))
    expect((await explained()).entries.map(e => e.state)).toEqual(first.entries.map(() => 'same'))

    write('hello/Cargo.toml', manifest.replace('itoa = "1"', 'itoa = { version = "1", default-features = false }'))
    const text = await run('explain', hello, '--targets', 'x86_64-linux-musl')
    const change =
      '~ rust-hot hello-zig: another key, by 1 of 17 ingredients (last run: exact)\n    manifests  1 package, '
    expect(text).toContain(change)
    expect(text).toContain(`Held against ${hello}/dist/report.json`)

    const now = await explained()
    write('other.json', reportOf(now.entries))
    const again = await explained('--report', join(dir, 'other.json'))
    expect(again.entries.map(e => e.state)).toEqual(now.entries.map(() => 'same'))
  })

  it('says what is wrong with a report', async () => {
    await expect(run('explain', hello, '--report', 'none.json')).rejects.toThrow('--report none.json: it is not there')
    write('hello/dist/report.json', '{')
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    expect(await run('explain', hello)).toContain('There is no report of an earlier run')
    const told = stderr.mock.calls.map(([text]) => String(text)).join('')
    stderr.mockRestore()
    rmSync(join(hello, 'dist'), { recursive: true })
    expect(told).toContain('hello/dist/report.json is not used: it is not JSON')
  })

  it('says it of whole results, and of own crates once a compilation of the others is known', async () => {
    write('hello/Cargo.toml', manifest)
    vi.stubEnv('CI_PROJECT_DIR', hello)
    const first = await explained()
    expect(first.entries.map(e => e.kind)).toEqual(expect.arrayContaining(['rust-hot', 'zig-runtime', 'result']))
    const own = { kind: 'rust-own', name: 'hello-zig', key: 'k', ingredients: { compilation: 'c0ffee' } }
    const last = ['--report', join(dir, 'last.json')]
    write('last.json', reportOf([...first.entries, own]))
    const { entries } = await explained(...last)
    write('last.json', reportOf(entries))
    expect((await explained(...last)).entries.map(e => e.state)).toEqual(entries.map(() => 'same'))

    write('hello/src/main.rs', 'fn main() { println!() }\n')
    const states = (await explained(...last)).entries.map(({ kind, state, changed }) => [
      kind,
      state,
      changed.map(c => c.name),
    ])
    write('hello/src/main.rs', 'fn main() {}\n')
    vi.stubEnv('CI_PROJECT_DIR', '')
    expect(states.sort()).toEqual([
      ['result', 'changed', ['sources']],
      ['rust-hot', 'same', []],
      ['rust-own', 'changed', ['sources']],
      ['zig-runtime', 'same', []],
    ])
  })

  it('says it of what Go downloads and compiles', async () => {
    const sum = (version: string) => `example.com/a ${version} h1:${'A'.repeat(43)}=\n`
    write('lookup/go.mod', 'module example.com/lookup\n\ngo 1.26\n\nrequire example.com/a v1.0.0\n')
    write('lookup/go.sum', sum('v1.0.0'))
    write('lookup/main.go', 'package main\n\nfunc main() {}\n')
    const ask = async () => {
      const flags = ['--targets', 'x86_64-linux', '--json']
      const { entries }: { entries: Entry[] } = JSON.parse(await run('explain', join(dir, 'lookup'), ...flags))
      return entries
    }
    const first = await ask()
    write('lookup/dist/report.json', reportOf(first))
    write('lookup/go.sum', sum('v1.1.0'))
    expect((await ask()).map(({ kind, changed }) => [kind, changed.map(c => c.name)])).toEqual([
      ['go-modules', ['modules']],
      ['go-build', ['modules']],
    ])
  })

  it('says why there is no key', async () => {
    write('hello/Cargo.toml', manifest)
    write('hello/.cargo/config.toml', 'paths = ["../itoa"]\n')
    expect(await run('explain', hello)).toMatch(/· rust-hot hello-zig: nothing is kept\n {4}.*has\s+`paths`/)
    rmSync(join(hello, '.cargo'), { recursive: true })
  })
})

describe('cache list and cache prune', () => {
  it('show the entries of this machine, and make room', async () => {
    expect(await run('list')).toBe(`The cache is empty: nothing in ${join(dir, 'cache')}\n`)
    write('pack', 'x'.repeat(2000))
    const log = { warn: () => {}, detail: () => {} }
    const store = directoryStore({ dir: join(dir, 'cache'), maxBytes: 1e6, log })
    const key = (kind: string) => `portable-build-${kind}-hello-0123456789abcdef-0123456789abcdef`
    for (const kind of ['rust-hot', 'rust-cold']) await store.save({ key: key(kind), path: join(dir, 'pack') })

    expect(await run('list')).toMatch(/rust-(hot|cold) hello +2\.0 kB +just now +just now\n/)
    expect(JSON.parse(await run('list', '--json'))).toMatchObject({ entries: [{ bytes: 2000 }, { bytes: 2000 }] })
    expect(await run('prune')).toBe('Nothing had to go: 2 entries (4.0 kB) stay\n')
    expect(await run('prune', '--max-size', '3kB')).toBe('✓ 1 entry removed, 2.0 kB; 1 entry (2.0 kB) stay\n')
    expect(await run('prune', '--max-size', '0')).toBe('✓ 1 entry removed, 2.0 kB; 0 entries (0 B) stay\n')
    expect(JSON.parse(await run('prune', '--max-size', '0', '--json'))).toMatchObject({ removed: [], left: [] })
  })

  it.each<[words: string[], code: BuildError['code'], message: RegExp]>([
    [['prune', '--cache-max-size', 'much'], 'bad-input', /"much", not a size/],
    [['prune', '--max-size', 'little'], 'bad-input', /^--max-size is "little", not a size$/],
    [['list', 'hello'], 'bad-input', /^`cache list` is about all projects of this machine, not one$/],
    [['lits'], 'bad-input', /lits/],
    [[], 'bad-input', /^`cache` needs <what>$/],
    [['list', 'a', 'b'], 'unknown-flag', /^`cache` takes <what> \[dir\] only, not "b" too$/],
  ])('%j is a mistake', async (words, code, message) => {
    const error = await run(...words).catch((thrown: unknown) => thrown)
    if (!(error instanceof BuildError)) throw new Error('no mistake')
    expect(error.code).toBe(code)
    expect(error.message).toMatch(message)
  })
})
