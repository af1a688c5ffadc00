import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { catalog, checkZigVersion, pinnedZig, pinnedZigbuild } from '../../src/toolchains/catalog.ts'

const files = Object.values(catalog).flatMap(entry =>
  Object.values(entry.hosts).flatMap(host => [host.wheel, ...(host.archive ? [host.archive] : [])]),
)

describe('the catalog', () => {
  it('has zig and cargo-zigbuild for both kinds of machine', () => {
    expect(pinnedZig).toBe('0.15.2')
    expect(pinnedZigbuild).toBe('0.24.0')
    for (const entry of Object.values(catalog)) expect(Object.keys(entry.hosts)).toEqual(['x86_64', 'aarch64'])
  })

  it('names every file by version and digest', () => {
    expect(files).toHaveLength(6)
    for (const entry of Object.values(catalog)) {
      for (const host of Object.values(entry.hosts)) expect(host.wheel.file).toContain(`-${entry.version}-`)
    }
    for (const file of files) {
      expect(file.sha256).toMatch(/^[0-9a-f]{64}$/)
      expect(file.bytes).toBeGreaterThan(1_000_000)
      expect(file.root).toMatch(/\/$/)
    }
    expect(new Set(files.map(f => f.sha256)).size).toBe(files.length)
  })

  it('has more than one source for each toolchain, and names no package registry', () => {
    expect(catalog.zig.vendorMirrors?.length).toBeGreaterThan(3)
    expect(catalog['cargo-zigbuild'].crate).toBe('cargo-zigbuild')
    const text = readFileSync('src/toolchains/catalog.json', 'utf8')
    expect(text).not.toMatch(/pypi|pythonhosted|crates\.io|npmjs|proxy\.golang/)
    for (const url of text.match(/https?:[^"]+/g) ?? []) expect(url).toMatch(/^https:\/\//)
  })
})

describe('zig-version', () => {
  it('is the pin when it is empty', () => {
    expect(checkZigVersion(null)).toBe(pinnedZig)
    expect(checkZigVersion(' v0.16.0 ')).toBe('0.16.0')
    expect(checkZigVersion('0.12.0')).toBe('0.12.0')
    expect(checkZigVersion('0.13.0.post1')).toBe('0.13.0.post1')
  })

  it('refuses what builds wrong programs, with the reason', () => {
    for (const old of ['0.11.0', '0.9.1', '0.2.0']) {
      expect(() => checkZigVersion(old)).toThrow(expect.objectContaining({ code: 'toolchain-refused' }))
    }
    expect(() => checkZigVersion('0.11.0')).toThrow(/errno/)
  })

  it('refuses what is no release', () => {
    for (const text of ['', 'latest', '0.15', '0.16.0-dev.1', '0.15.2; rm -rf /', '../0.15.2', '--help']) {
      expect(() => checkZigVersion(text)).toThrow(expect.objectContaining({ code: 'bad-input' }))
    }
  })
})
