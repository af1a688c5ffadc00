import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { root, toolsDir } from '../support/places.ts'
import { rustToolchain } from '../support/rust.ts'
import { sh } from '../support/shell.ts'

it('builds all three languages for both architectures and ends in one table', () => {
  const work = mkdtempSync(join(tmpdir(), 'pb-demo-'))
  onTestFinished(() => rmSync(work, { recursive: true, force: true }))
  const clone = join(work, 'clone')
  for (const part of ['package.json', 'dist', 'src', 'scripts', 'examples']) {
    cpSync(join(root, part), join(clone, part), {
      recursive: true,
      filter: path => !/examples\/[^/]+\/(dist|target|\.portable-build)$/.test(path),
    })
  }
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'))
  const env = {
    ...process.env,
    NO_COLOR: '1',
    PORTABLE_BUILD_TOOLS_DIR: toolsDir,
    RUSTUP_TOOLCHAIN: rustToolchain() ?? '',
  }
  const done = spawnSync('node', ['scripts/demo.mjs'], { cwd: clone, env, encoding: 'utf8' })
  expect(done.status, done.stdout + done.stderr).toBe(0)
  const table = done.stdout.split('\n').filter(line => line.startsWith('✓ ') && !line.startsWith('✓ verified'))
  expect(table).toHaveLength(6)
  expect(table.filter(line => /aarch64-linux/.test(line))).toHaveLength(3)
  expect(done.stdout).toMatch(/✓ verified: 6 executables/)
  expect(done.stdout).not.toMatch(/not built/)
  const readelf = (file: string) => sh(['readelf', '-hl', join(clone, 'examples', file)])
  expect(readelf('go/dist/aarch64-linux/lookup')).toMatch(/AArch64/)
  expect(readelf('go/dist/aarch64-linux/lookup')).not.toMatch(/INTERP/)
})
