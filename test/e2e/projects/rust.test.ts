import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildProject } from '../support/cli.ts'
import { rustToolchain } from '../support/rust.ts'
import { crateSource } from '../support/sources.ts'
import { expectArtifact, gnu, musl } from './artifacts.ts'
import { freshCopy } from './directory.ts'

/** Changes the profile: full optimization takes CI many minutes, and what is linked and how does not depend on it. */
function inRelease(dir: string, before: string, now: string): void {
  const manifest = join(dir, 'Cargo.toml')
  const text = readFileSync(manifest, 'utf8')
  expect(text).toContain(`[profile.release]\n${before}\n`)
  writeFileSync(manifest, text.replace(`[profile.release]\n${before}\n`, `[profile.release]\n${now}\n`))
}

describe('Rust programs from the registry', () => {
  it('ripgrep: static and for glibc 2.17', async () => {
    const dir = freshCopy(await crateSource('ripgrep', '15.2.0'))
    inRelease(dir, 'debug = 1', 'debug = 1\nopt-level = 0')
    const targets = [...musl, ...gnu]
    const built = await buildProject(dir, { targets: targets.join(','), toolchain: rustToolchain() ?? '' })
    expect(built.code, built.stderr).toBe(0)
    for (const target of targets) {
      await expectArtifact(built, target, 'rg', [
        { args: ['--version'], prints: /^ripgrep 15\.2\.0/ },
        { args: ['--count', 'b+', '-'], input: 'abbb\nccc\nb\n', prints: /^2$/m },
      ])
    }
  })

  it('fd, with link-time optimization', async () => {
    const dir = freshCopy(await crateSource('fd-find', '10.5.0'))
    inRelease(dir, 'lto = true\ncodegen-units = 1', 'lto = true\nopt-level = 1')
    const built = await buildProject(dir, { targets: musl.join(','), toolchain: rustToolchain() ?? '' })
    expect(built.code, built.stderr).toBe(0)
    for (const target of musl) {
      await expectArtifact(built, target, 'fd', [
        { args: ['--version'], prints: /^fd(find)? 10\.5\.0/ },
        { args: ['--extension', 'toml', '.', dir], prints: /Cargo\.toml/ },
      ])
    }
  })
})
