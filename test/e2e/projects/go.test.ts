import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildProject } from '../support/cli.ts'
import { somePairs } from '../support/pairs.ts'
import { goModuleSource } from '../support/sources.ts'
import { expectArtifact } from './artifacts.ts'
import { freshCopy } from './directory.ts'

describe('Go programs', () => {
  it('goimports (no C)', async () => {
    const dir = freshCopy(await goModuleSource('golang.org/x/tools', 'v0.52.0'))
    const targets = ['x86_64-linux', 'aarch64-linux']
    const built = await buildProject(dir, { targets: 'amd64,arm64', main: './cmd/goimports' })
    expect(built.code, built.stderr).toBe(0)
    const unformatted = 'package main\nfunc main() { fmt.Println("x") }\n'
    for (const target of targets) {
      await expectArtifact(built, target, 'goimports', [{ args: [], input: unformatted, prints: /import "fmt"/ }])
    }
  })

  it('a small program with mattn/go-sqlite3 (cgo): static and for glibc 2.17', async () => {
    const dir = freshCopy(join(import.meta.dirname, 'go-sqlite3'))
    const built = await buildProject(dir, { targets: somePairs.join(',') })
    expect(built.code, built.stderr).toBe(0)
    for (const target of somePairs) {
      // Without cgo the same sources compile and fail only when they are started.
      await expectArtifact(built, target, 'go-sqlite3', [{ args: [], prints: /^42 3\.[0-9.]+ root$/m }])
    }
  })
})
