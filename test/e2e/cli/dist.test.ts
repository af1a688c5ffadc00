import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tool } from '../../../src/tool.ts'
import { cliFile, portableBuild } from '../support/cli.ts'
import { root } from '../support/places.ts'

let dir = ''
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb-cli-'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe('the committed dist/', () => {
  it('starts as a program, through a link as npm makes them', () => {
    const link = join(dir, 'portable-build')
    symlinkSync(cliFile, link)
    const done = spawnSync(link, ['--version'], { encoding: 'utf8', cwd: dir })
    expect(done).toMatchObject({ status: 0, stdout: `portable-build ${tool.version}\n`, stderr: '' })
    expect(statSync(cliFile).mode & 0o111).toBe(0o111)
  })

  it('runs from a copy without node_modules', () => {
    const copy = join(dir, 'copy')
    spawnSync('cp', ['-r', join(root, 'dist/cli'), copy])
    const plan = spawnSync(process.execPath, [join(copy, 'index.js'), 'plan', join(root, 'examples/c'), '--json'], {
      encoding: 'utf8',
      cwd: dir,
    })
    expect(plan.stderr).toBe('')
    expect(JSON.parse(plan.stdout)).toMatchObject({ schema: 1, projects: [{ language: 'c' }] })
  })

  it('prints a matrix with a leg per job', async () => {
    const { code, stdout } = await portableBuild([
      ...['plan', join(root, 'examples/c')],
      ...['--targets', 'linux/amd64,linux/arm64', '--backend', 'zig', '--matrix'],
    ])
    expect(code).toBe(0)
    expect(JSON.parse(stdout).include.length).toBeGreaterThan(0)
  })
})

describe('exit codes', () => {
  it('is 2 for a flag that does not exist, and names the nearest', async () => {
    const { code, stdout, stderr } = await portableBuild(['build', '--target-dir', 'x'])
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/--target-dir/)
    expect(stderr).toMatch(/Did you mean/)
  })

  it('is 2 for an unknown target, before anything is started', async () => {
    const { code, stderr } = await portableBuild(['build', join(root, 'examples/c'), '--targets', 'linux/amd46'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/unknown-target/)
    expect(stderr).toMatch(/linux\/amd64/)
  })

  it('is 2 for a pattern that matches nothing: a check of nothing is a failed check', async () => {
    const { code, stderr } = await portableBuild(['verify', join(dir, 'no-such-*')])
    expect(code).toBe(2)
    expect(stderr).toMatch(/nothing-matched/)
  })

  it('is 1 for a file that is no executable, with a verdict as JSON', async () => {
    const file = join(dir, 'notes.txt')
    writeFileSync(file, 'not a program\n')
    const { code, stdout } = await portableBuild(['verify', file, '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ schema: 1, verified: false })
  })

  it('is 0 for a good one: the Node that runs this test', async () => {
    const { code, stdout, stderr } = await portableBuild(['verify', process.execPath, '--json'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({ verified: true, files: [{ linkage: 'dynamic-glibc' }] })
  })
})
