import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/toolchains/catalog.ts'
import { type Source, sourcesOf } from '../../src/toolchains/sources.ts'
import type { ToolchainRef } from '../../src/toolchains/toolchain.ts'

const zig = { name: 'zig', version: catalog.zig.version } as const
const wheel = catalog.zig.hosts.x86_64?.wheel.file ?? ''
const archive = catalog.zig.hosts.x86_64?.archive?.file ?? ''

function sources(ref: ToolchainRef, mirror?: string, random = () => 0): readonly Source[] {
  return sourcesOf(ref, 'x86_64', mirror, random, catalog)
}

const kinds = (list: readonly Source[]) => list.map(s => s.from)

describe('sources', () => {
  it('come in the order: pip, vendor', () => {
    const list = sources(zig)
    expect(kinds(list)).toEqual(['pip', 'url'])
    expect(list[0]).toMatchObject({ package: 'ziglang', version: zig.version, file: { file: wheel } })
  })

  it('ask pip for the platforms of the wheel', () => {
    const [pip] = sources(zig)
    expect(pip?.from === 'pip' && pip.platforms).toEqual([
      'manylinux_2_12_x86_64',
      'manylinux2010_x86_64',
      'musllinux_1_1_x86_64',
    ])
  })

  it('try different mirrors of the vendor, the vendor itself last', () => {
    const urls = (random: () => number) =>
      sources(zig, undefined, random).flatMap(s => (s.from === 'url' ? s.urls : []))
    const first = urls(() => 0)
    expect(first).toHaveLength(4)
    expect(new Set(first).size).toBe(4)
    expect(first.at(-1)).toBe(`${catalog.zig.vendor}/${archive}`)
    expect(urls(() => 0.99)[0]).not.toBe(first[0])
  })

  it('begin with the mirror of the user', () => {
    expect(kinds(sources(zig, '/srv/mirror'))).toEqual(['directory', 'pip', 'url'])
    expect(sources(zig, 'file:///srv/mirror')[0]).toMatchObject({ path: '/srv/mirror' })
    const base = sources(zig, 'https://mirror.example/zig/')
    expect(base.flatMap(s => (s.from === 'url' ? s.urls[0] : []))).toEqual([
      `https://mirror.example/zig/${archive}`,
      `https://mirror.example/zig/${wheel}`,
      expect.stringContaining(archive),
    ])
    const whole = sources(zig, `https://mirror.example/${wheel}?token=1`)
    expect(whole[0]).toMatchObject({ urls: [`https://mirror.example/${wheel}?token=1`], file: { file: wheel } })
    expect(kinds(whole)).toEqual(['url', 'pip', 'url'])
  })

  it('are pip alone for a version whose digest nobody has written down', () => {
    const list = sources({ name: 'zig', version: '0.16.0' }, '/srv/mirror')
    expect(list).toMatchObject([{ from: 'pip', version: '0.16.0', root: 'ziglang/', file: null }])
  })

  it('end with cargo where the registry has the sources', () => {
    const list = sources({ name: 'cargo-zigbuild', version: '0.24.0' })
    expect(kinds(list)).toEqual(['pip', 'cargo'])
  })

  it('are none for a machine that the vendor has no files for', () => {
    expect(() => sourcesOf(zig, 's390x', undefined, () => 0, catalog)).toThrow(
      expect.objectContaining({ code: 'tool-missing', hint: expect.stringContaining('x86_64, aarch64') }),
    )
  })
})
