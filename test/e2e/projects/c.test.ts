import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildProject } from '../support/cli.ts'
import { debianSource } from '../support/debian.ts'
import { expectArtifact, gnu, musl, type Use } from './artifacts.ts'
import { freshCopy } from './directory.ts'

describe('C programs from their own sources', () => {
  it('lua (make): static and for glibc 2.17', async () => {
    const dir = freshCopy(await debianSource('lua5.4'))
    const targets = [...musl, ...gnu]
    const built = await buildProject(dir, {
      targets: targets.join(','),
      'smoke-command': '-v',
    })
    expect(built.code, built.stderr).toBe(0)
    const uses: Use[] = [
      {
        args: ['-e', 'print(math.pi // 1, #string.rep("x", 100), os.getenv("HOME") ~= nil)'],
        prints: /^3\.0\t100\ttrue$/m,
      },
      { args: ['-'], input: 'print(select("#", table.unpack({1, 2, 3})))', prints: /^3$/m },
    ]
    for (const target of targets) {
      await expectArtifact(built, target, 'lua', uses)
      await expectArtifact(built, target, 'luac', [{ args: ['-v'], prints: /^Lua 5\.4\.4/ }])
    }
  })

  it('jq (autotools)', async () => {
    const dir = freshCopy(await debianSource('jq'))
    const built = await buildProject(dir, {
      targets: musl.join(','),
      bin: 'jq',
      args: '--without-oniguruma --disable-shared --disable-docs --disable-maintainer-mode',
    })
    expect(built.code, built.stderr).toBe(0)
    const uses: Use[] = [{ args: ['-c', '[.[] | . * 2] | add'], input: '[1, 2.5, 3]', prints: /^13$/m }]
    for (const target of musl) await expectArtifact(built, target, 'jq', uses)
  })

  /** Packs a text and unpacks it again, both by the program. */
  function roundTrip(dir: string): Use[] {
    const text = `${dir}/text`
    writeFileSync(text, 'round and round '.repeat(1000))
    return [
      { args: ['-q', '-f', '-19', text, '-o', `${text}.zst`], prints: /^$/ },
      { args: ['-dc', `${text}.zst`], prints: /^(round and round ){1000}$/ },
      { args: ['--version'], prints: /v1\.5\.4/ },
    ]
  }

  it('zstd (make)', async () => {
    const dir = freshCopy(await debianSource('libzstd'))
    const built = await buildProject(dir, {
      targets: musl.join(','),
      'build-system': 'make',
      bin: 'zstd',
      args: '-C programs zstd HAVE_ZLIB=0 HAVE_LZMA=0 HAVE_LZ4=0',
    })
    expect(built.code, built.stderr).toBe(0)
    for (const target of musl) await expectArtifact(built, target, 'zstd', roundTrip(dir))
  })

  it('zstd (cmake, in a subdirectory)', async () => {
    const dir = freshCopy(await debianSource('libzstd'))
    const built = await buildProject(`${dir}/build/cmake`, {
      targets: 'aarch64-linux-musl',
      bin: 'zstd',
      args: '-DZSTD_BUILD_SHARED=OFF -DZSTD_BUILD_TESTS=OFF',
    })
    expect(built.code, built.stderr).toBe(0)
    // The other architecture has the same sources by make.
    await expectArtifact(built, 'aarch64-linux-musl', 'zstd', roundTrip(dir))
  })

  it('sqlite (autotools)', async () => {
    const dir = freshCopy(await debianSource('sqlite3'))
    const built = await buildProject(dir, {
      targets: musl.join(','),
      bin: 'sqlite3',
      args: '--disable-shared --disable-readline --disable-tcl',
    })
    expect(built.code, built.stderr).toBe(0)
    const sql = "create table t(x); insert into t values (40), (2); select sum(x) || ' ' || sqlite_version() from t;"
    for (const target of musl) {
      await expectArtifact(built, target, 'sqlite3', [{ args: [':memory:', sql], prints: /^42 3\./m }])
    }
  })
})
