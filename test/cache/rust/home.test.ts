import { lstatSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { canStandFor, dependsOnItsPlace, prepareHome } from '../../../src/cache/rust/home.ts'
import { readToml } from '../../../src/languages/toml.ts'
import { makeTree, scratchDir } from '../../support/cache/trees.ts'

describe('settings that mean the same in another place', () => {
  it.each([
    ['', false],
    ['[net]\ngit-fetch-with-cli = true\n', false],
    ['[target.aarch64-unknown-linux-gnu]\nlinker = "aarch64-linux-gnu-gcc"\n', false],
    ['[build]\nrustc-wrapper = "/usr/bin/sccache"\n', false],
    ['[source.near]\nregistry = "sparse+https://example.org/index/"\n', false],
    ['[target.x]\nlinker = "tools/ld"\n', true],
    ['[target.x]\nrunner = ["../qemu", "-L"]\n', true],
    ['[source.near]\nlocal-registry = "crates"\n', true],
    ['[http]\ncainfo = "ca.pem"\n', true],
    ['[http]\nproxy-cainfo = "ca.pem"\n', true],
    ['[patch.crates-io]\nlog = { path = "log" }\n', true],
    ['[patch.crates-io]\nlog = { path = "/src/log" }\n', false],
    ['[env]\nDATA = { value = "data", relative = true }\n', true],
  ])('%j: no, %s', (text, depends) => expect(dependsOnItsPlace(readToml('config.toml', text))).toBe(depends))

  it('are looked for in the file of the user, and no guess is made of one that cannot be read', async () => {
    expect(await canStandFor(scratchDir())).toBe(true)
    expect(await canStandFor(makeTree(scratchDir(), { 'config.toml': '[http]\ncainfo = "ca.pem"\n' }))).toBe(false)
    expect(await canStandFor(makeTree(scratchDir(), { config: '[http' }))).toBe(false)
  })

  it('are not, where the index of a registry is a repository: it would be fetched as a whole', async () => {
    expect(await canStandFor(makeTree(scratchDir(), { 'registry/index/main-1/config.json': '' }))).toBe(true)
    expect(await canStandFor(makeTree(scratchDir(), { 'registry/index/main-1/.git/HEAD': '' }))).toBe(false)
  })
})

describe('a CARGO_HOME of ours', () => {
  it('leads to the settings and tokens of the user, and has no copy of them', async () => {
    const dir = scratchDir()
    const theirs = makeTree(join(dir, 'theirs'), { 'config.toml': '', 'credentials.toml': 'token', 'registry/x': '' })
    const home = join(dir, 'work/cargo')
    await prepareHome(home, theirs, [dir])
    await prepareHome(home, theirs, [dir])
    expect(readlinkSync(join(home, 'credentials.toml'))).toBe(join(theirs, 'credentials.toml'))
    expect(readFileSync(join(home, 'credentials.toml'), 'utf8')).toBe('token')
    for (const name of ['registry', 'config', 'bin']) expect(() => lstatSync(join(home, name))).toThrow()
  })

  it('follows when the settings go, and when the home is another one', async () => {
    const dir = scratchDir()
    const home = join(dir, 'home')
    await prepareHome(home, makeTree(join(dir, 'one'), { 'credentials.toml': 'one' }), [dir])
    const two = makeTree(join(dir, 'two'), { 'config.toml': 'two' })
    await prepareHome(home, two, [dir])
    expect(readlinkSync(join(home, 'config.toml'))).toBe(join(two, 'config.toml'))
    expect(() => lstatSync(join(home, 'credentials.toml'))).toThrow()
  })

  it('has no link to a configuration that cargo comes past on its way up: its flags would count twice', async () => {
    const dir = scratchDir()
    const files = { '.cargo/config.toml': 'config', '.cargo/credentials.toml': 'token', 'project/Cargo.toml': '' }
    const theirs = join(makeTree(join(dir, 'me'), files), '.cargo')
    const home = join(dir, 'home')
    await prepareHome(home, theirs, [join(dir, 'elsewhere')])
    expect(readlinkSync(join(home, 'config.toml'))).toBe(join(theirs, 'config.toml'))
    await prepareHome(home, theirs, [join(dir, 'me/project')])
    expect(() => lstatSync(join(home, 'config.toml'))).toThrow()
    expect(readlinkSync(join(home, 'credentials.toml'))).toBe(join(theirs, 'credentials.toml'))
  })

  it('has the link where cargo comes past in some directories only: without it the others would have no settings', async () => {
    const dir = scratchDir()
    const theirs = join(makeTree(join(dir, 'me'), { '.cargo/config.toml': '', 'project/Cargo.toml': '' }), '.cargo')
    await prepareHome(join(dir, 'home'), theirs, [join(dir, 'me/project'), join(dir, 'work/chef')])
    expect(readlinkSync(join(dir, 'home/config.toml'))).toBe(join(theirs, 'config.toml'))
  })
})
