import { describe, expect, it } from 'vitest'
import { archNames, archs } from '../src/arch.ts'
import { isKnownGlibc } from '../src/glibc.ts'
import { compareVersions } from '../src/version.ts'

describe('the architecture table', () => {
  it('no spelling stands for two architectures', () => {
    const spellings = archNames.flatMap(name => [name, ...archs[name].aliases])
    expect(new Set(spellings).size).toBe(spellings.length)
  })

  it('rows differ in what a program tells of itself, except where only the CPU differs', () => {
    const looks = (name: (typeof archNames)[number]) => {
      const { elf } = archs[name]
      return [elf.machine, elf.class, elf.data, elf.glibcInterpreter].join(' ')
    }
    const alike = archNames.filter(a => archNames.some(b => a !== b && looks(a) === looks(b)))
    expect(alike).toEqual(['armv7', 'armv6'])
  })

  it('floors exist, and none is older than the port', () => {
    for (const name of archNames) {
      const { firstGlibc, defaultFloor } = archs[name]
      expect(isKnownGlibc(firstGlibc), name).toBe(true)
      expect(isKnownGlibc(defaultFloor), name).toBe(true)
      expect(compareVersions(defaultFloor, firstGlibc), name).toBeGreaterThanOrEqual(0)
    }
  })

  it('loaders are absolute paths, pages are powers of two, flag rules can be met', () => {
    for (const { elf } of Object.values(archs)) {
      for (const path of [elf.glibcInterpreter, ...elf.muslInterpreter]) expect(path).toMatch(/^\/lib(64)?\/ld/)
      expect(Number.isInteger(Math.log2(elf.pageSize))).toBe(true)
      for (const rule of elf.flags) {
        expect(rule.values.length).toBeGreaterThan(0)
        for (const value of rule.values) expect((value & rule.mask) >>> 0).toBe(value)
      }
    }
  })
})
