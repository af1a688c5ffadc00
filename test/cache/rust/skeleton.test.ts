import { describe, expect, it } from 'vitest'
import type { PackMember } from '../../../src/cache/pack/pack.ts'
import { liveUnits, unitOf } from '../../../src/cache/rust/live.ts'
import { type BuildMessages, readMessages } from '../../../src/cache/rust/messages.ts'
import { skeletonOf } from '../../../src/cache/rust/skeleton.ts'

const work = '/p/.portable-build/job'
const triple = 'x86_64-unknown-linux-gnu'
const host = 'target/release'
const target = `target/${triple}/release`
const hash = (n: number) => String(n).padStart(16, '0')

const file = (path: string, mode = 0o644): PackMember => ({
  type: 'file',
  path,
  from: `${work}/${path}`,
  mode,
  mtimeNs: 7n,
})
const link = (path: string, to: string): PackMember => ({ type: 'hardlink', path, to })

/** A message of cargo, as a line. */
const artifact = (id: string, kind: string, files: readonly string[], fresh = false) =>
  JSON.stringify({
    reason: 'compiler-artifact',
    package_id: id,
    manifest_path: '/p/Cargo.toml',
    target: { kind: [kind], src_path: '/p/src/lib.rs' },
    filenames: files.map(path => `${work}/${path}`),
    fresh,
  })
const ran = (id: string, dir: string) =>
  JSON.stringify({ reason: 'build-script-executed', package_id: id, out_dir: `${work}/${dir}/out` })

const outside = (name: string) => `registry+https://example.org/index#${name}@1.0.0`
const own = 'path+file:///p#app@1.0.0'

const messages = readMessages([
  artifact(outside('help'), 'lib', [`${host}/deps/libhelp-${hash(1)}.rlib`, `${host}/deps/libhelp-${hash(1)}.rmeta`]),
  artifact(outside('sys'), 'custom-build', [`${host}/build/sys-${hash(2)}/build-script-build`]),
  ran(outside('sys'), `${target}/build/sys-${hash(3)}`),
  artifact(outside('sys'), 'lib', [`${target}/deps/libsys-${hash(4)}.rlib`, `${target}/deps/libsys-${hash(4)}.rmeta`]),
  artifact(outside('mac'), 'proc-macro', [`${host}/deps/libmac-${hash(5)}.so`]),
  artifact(outside('linked'), 'lib', [`${host}/deps/liblinked-${hash(6)}.rlib`]),
  artifact(own, 'custom-build', [`${host}/build/app-${hash(7)}/build-script-build`]),
  artifact(own, 'bin', [`${target}/my-app`]),
])

const members: readonly PackMember[] = [
  file('target/.rustc_info.json'),
  file('target/CACHEDIR.TAG'),
  file(`${host}/.cargo-lock`),
  file(`${host}/.fingerprint/help-${hash(1)}/lib-help`),
  file(`${host}/.fingerprint/help-${hash(9)}/lib-help`),
  file(`${host}/build/app-${hash(7)}/build-script-build`, 0o755),
  file(`${host}/build/sys-${hash(2)}/build-script-build`, 0o755),
  link(`${host}/build/sys-${hash(2)}/build_script_build-${hash(2)}`, `${host}/build/sys-${hash(2)}/build-script-build`),
  file(`${host}/build/sys-${hash(2)}/build_script_build-${hash(2)}.d`),
  file(`${host}/deps/help-${hash(1)}.d`),
  file(`${host}/deps/libhelp-${hash(1)}.rlib`),
  file(`${host}/deps/libhelp-${hash(1)}.rmeta`),
  file(`${host}/deps/libhelp-${hash(9)}.rlib`),
  file(`${host}/deps/liblinked-${hash(6)}.rlib`),
  file(`${host}/deps/libmac-${hash(5)}.so`, 0o755),
  file(`${target}/build/sys-${hash(3)}/out/lib-0123456789abcdef.rlib`),
  file(`${target}/build/sys-${hash(3)}/output`),
  file(`${target}/deps/libsys-${hash(4)}.rlib`),
  file(`${target}/deps/libsys-${hash(4)}.rmeta`),
  file(`${target}/deps/my_app-${hash(8)}`, 0o755),
  file(`${target}/deps/my_app-${hash(8)}.d`),
  file(`${target}/deps/my_app-${hash(9)}`, 0o755),
  link(`${target}/my-app`, `${target}/deps/my_app-${hash(8)}`),
  file(`${target}/my-app.d`),
  file(`${target}/older-app`, 0o755),
]

const split = (list: readonly PackMember[], said: BuildMessages = messages) =>
  skeletonOf({
    members: list,
    live: liveUnits(said, list, work),
    triples: [triple],
    needed: new Set([`target/${hash(6)}`]),
    finals: said.units.filter(u => u.own).flatMap(u => u.files),
    workDir: work,
  })
const paths = (list: readonly PackMember[]) => list.map(m => m.path)
const bytesOf = (list: readonly PackMember[], path: string) => {
  const member = list.find(m => m.path === path)
  return member?.type === 'file' ? member.from : undefined
}

describe('unitOf', () => {
  it.each([
    [`${host}/deps/libhelp-${hash(1)}.rlib`, `target/${hash(1)}`],
    [`${target}/build/sys-${hash(3)}/out/x-0123456789abcdef.o`, `target/${hash(3)}`],
    [`target-2.17/release/build/sys/${hash(2)}/out/build-script-build`, `target-2.17/${hash(2)}`],
    [`${target}/my-app`, null],
    ['target/.rustc_info.json', null],
  ])('%s', (path, id) => expect(unitOf(path)).toBe(id))
})

describe('skeletonOf', () => {
  const { hot, cold, own: ours } = split(members)

  it('leaves out what no message names: superseded hashes, other programs, locks', () => {
    const kept = new Set([...paths(hot), ...paths(ours)])
    expect(members.filter(m => !kept.has(m.path)).map(m => m.path)).toEqual([
      `${host}/.cargo-lock`,
      `${host}/.fingerprint/help-${hash(9)}/lib-help`,
      `${host}/deps/libhelp-${hash(9)}.rlib`,
      `${target}/deps/my_app-${hash(9)}`,
      `${target}/older-app`,
    ])
  })

  it('has the bytes of exactly what it replaced in `cold`', () => {
    expect(paths(cold)).toEqual([
      `${host}/build/sys-${hash(2)}/build-script-build`,
      // the same file: it would stay a placeholder
      `${host}/build/sys-${hash(2)}/build_script_build-${hash(2)}`,
      `${host}/deps/libhelp-${hash(1)}.rlib`,
      `${host}/deps/libhelp-${hash(1)}.rmeta`,
    ])
    for (const member of cold) expect(members).toContainEqual(member)
  })

  it('stops who runs a build script that is a placeholder', () => {
    const script = hot.find(m => m.path.endsWith('/build-script-build'))
    expect(script).toMatchObject({ mode: 0o755, mtimeNs: 7n })
    expect(String(bytesOf(hot, `${host}/build/sys-${hash(2)}/build-script-build`))).toMatch(
      /^#!\/bin\/sh\n[\s\S]*exit 97\n$/,
    )
    expect(hot).toContainEqual(members[7])
  })

  it('empties libraries of the building machine alone, and keeps those that own build scripts link', () => {
    const empty = hot.filter(m => m.type === 'file' && m.from.length === 0)
    expect(paths(empty)).toEqual([`${host}/deps/libhelp-${hash(1)}.rlib`, `${host}/deps/libhelp-${hash(1)}.rmeta`])
    expect(empty).toMatchObject([{ mtimeNs: 7n }, { mtimeNs: 7n }])
  })

  it('keeps the own crates whole, with the link that the program is', () => {
    expect(paths(ours)).toEqual([
      `${host}/build/app-${hash(7)}/build-script-build`,
      `${target}/deps/my_app-${hash(8)}`,
      `${target}/deps/my_app-${hash(8)}.d`,
      `${target}/my-app`,
      `${target}/my-app.d`,
    ])
    expect(bytesOf(ours, `${host}/build/app-${hash(7)}/build-script-build`)).toBe(
      `${work}/${host}/build/app-${hash(7)}/build-script-build`,
    )
  })

  it('takes every program of the name where there are no links', () => {
    const copies = members.map(m => (m.path === `${target}/my-app` ? file(m.path, 0o755) : m))
    expect(paths(split(copies).own)).toEqual(
      expect.arrayContaining([8, 9].map(n => `${target}/deps/my_app-${hash(n)}`)),
    )
  })

  it('follows a link whichever of its names comes first', () => {
    const first = `${target}/a-app`
    const said = readMessages([artifact(own, 'bin', [first])])
    const list = [
      file(first, 0o755),
      link(`${target}/deps/a_app-${hash(8)}`, first),
      file(`${target}/deps/a_app-${hash(9)}`),
    ]
    expect(paths(split(list, said).own)).toEqual([first, `${target}/deps/a_app-${hash(8)}`])
  })
})

describe('readMessages', () => {
  it('tells own packages from others, in the new and in the old spelling', () => {
    const ids = [
      'path+file:///p#1.0.0',
      'app 1.0.0 (path+file:///p)',
      outside('x'),
      'x 1.0.0 (git+https://example.org/x#1)',
    ]
    expect(readMessages(ids.map((id, i) => artifact(id, 'lib', [String(i)]))).units.map(u => [u.name, u.own])).toEqual([
      ['p', true],
      ['app', true],
      ['x', false],
      ['x', false],
    ])
  })

  it('counts a unit as fresh only where every call found it so', () => {
    const unit = (fresh: boolean) => artifact(own, 'lib', ['a'], fresh)
    const fresh = (...lines: string[]) => readMessages(lines).units.map(u => u.fresh)
    expect([fresh(unit(true), unit(true)), fresh(unit(false), unit(true)), fresh(unit(true), unit(false))]).toEqual([
      [true],
      [false],
      [false],
    ])
  })

  it('passes over what is no message of cargo', () => {
    expect(readMessages(['', 'text', '{"reason":"compiler-artifact"', '{"reason":"build-finished"}', '{}'])).toEqual({
      units: [],
      runs: [],
    })
  })
})
