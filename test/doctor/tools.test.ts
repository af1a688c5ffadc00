import { describe, expect, it } from 'vitest'
import { familyOf, howToGet, toolTable } from '../../src/doctor/tools.ts'

describe('the family of a distribution', () => {
  it.each([
    ['ID=debian\nVERSION_ID="12"\n', 'apt'],
    ['NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n', 'apt'],
    ['ID="rocky"\nID_LIKE="rhel centos fedora"\n', 'dnf'],
    ["ID='alpine'\n", 'apk'],
    ['ID="opensuse-leap"\nID_LIKE="suse opensuse"\n', 'zypper'],
    ['ID=plan9\n', null],
    ['', null],
  ])('%j', (text, family) => {
    expect(familyOf(text)).toBe(family)
  })
})

describe('how to get a program', () => {
  it('is a command of the distribution where there is one', () => {
    expect(howToGet('ninja', 'apt')).toBe('apt-get install ninja-build')
    expect(howToGet('ninja', 'brew')).toBe('brew install ninja')
    expect(howToGet('pkg-config', 'dnf')).toBe('dnf install pkgconf-pkg-config')
  })

  it('is the place of the vendor for Rust and Go, whose packages are old', () => {
    expect(howToGet('cargo', 'apt')).toContain('https://rustup.rs')
    expect(howToGet('go', null)).toContain('https://go.dev/dl')
  })

  it('is said for every program on every system', () => {
    for (const name of [...Object.keys(toolTable), 'unknown']) {
      for (const family of ['apt', 'dnf', 'apk', 'pacman', 'zypper', 'brew', null] as const) {
        expect(howToGet(name, family)).toMatch(/\S/)
      }
    }
  })
})
