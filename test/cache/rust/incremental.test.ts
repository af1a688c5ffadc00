import { describe, expect, it } from 'vitest'
import type { PackMember } from '../../../src/cache/pack/pack.ts'
import { isState, liveStates } from '../../../src/cache/rust/incremental.ts'
import type { Unit } from '../../../src/cache/rust/messages.ts'

const top = 'target/x86_64-unknown-linux-gnu/release'
const file = (path: string): PackMember => ({ type: 'file', path, from: `/w/${path}`, mode: 0o644, mtimeNs: 1n })
const unit = (path: string, own = true): Unit => ({
  ...{ packageId: path, name: '', own, fresh: true, kinds: ['lib'], manifest: '', source: '', files: [`/w/${path}`] },
})
/** A finished session with its lock. */
const session = (dir: string, time: string) =>
  [`${dir}/s-${time}-1abc.lock`, `${dir}/s-${time}-1abc-9xyz/dep-graph.bin`].map(file)
const paths = (members: readonly PackMember[]) => members.map(m => m.path)

describe('states of incremental compilation', () => {
  it('are those of own crates, of each the last session that was finished', () => {
    const [kern, other] = [`${top}/incremental/kern-0abc`, `${top}/incremental/other-0abc`]
    const working = [`${kern}/s-h3-2abc.lock`, `${kern}/s-h3-2abc-working/dep-graph.part`].map(file)
    const last = session(kern, 'h2')
    const members = [...session(kern, 'h1'), ...last, ...working, ...session(other, 'h1')]
    const units = [unit(`${top}/deps/libkern-0123456789abcdef.rmeta`), unit(`${top}/deps/libother-1.rmeta`, false)]
    expect(liveStates(members, units, '/w')).toEqual(last)
  })

  it('are not more of a name than crates of it were built: an older version of one is left', () => {
    const dirs = ['0old', '1new', '2new'].map(hash => `target/release/incremental/build_script_build-${hash}`)
    const members = dirs.flatMap((dir, i) => session(dir, `h${i}`))
    const units = ['app-1', 'kern-1'].map(name => unit(`target/release/build/${name}/build-script-build`))
    expect(liveStates(members, units, '/w')).toEqual(members.slice(2))
  })

  it('of an executable and a library of one name are two', () => {
    const dirs = ['my_app-0a', 'my_app-0b', 'my_app-0c'].map(name => `${top}/incremental/${name}`)
    const members = dirs.flatMap((dir, i) => session(dir, `h${i}`))
    expect(liveStates(members, [unit(`${top}/my-app`), unit(`${top}/libmy_app.rlib`)], '/w')).toEqual(members.slice(2))
  })

  it('have files of their own where the session that they share them with is left', () => {
    const dir = `${top}/incremental/kern-0abc`
    const [, shared] = session(dir, 'h1')
    const links = ['a.o', 'b.o'].map(
      (name): PackMember => ({ type: 'hardlink', path: `${dir}/s-h2-1abc-9xyz/${name}`, to: shared?.path ?? '' }),
    )
    const units = [unit(`${top}/deps/libkern-0123456789abcdef.rmeta`)]
    const kept = liveStates([...session(dir, 'h1'), ...links], units, '/w')
    expect(paths(kept)).toEqual(paths(links))
    expect(kept).toMatchObject([
      { type: 'file', from: `/w/${shared?.path}` },
      { type: 'hardlink', to: links[0]?.path },
    ])
  })

  it.each([
    [`${top}/incremental`, true],
    [`${top}/incremental/kern-0abc/s-1-1-1/x.o`, true],
    [`${top}/deps/libincremental-0123456789abcdef.rlib`, false],
  ])('%s is one: %s', (path, is) => expect(isState(path)).toBe(is))
})
