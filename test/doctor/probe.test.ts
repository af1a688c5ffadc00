import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { machineArch, onPath, parseVersion, probeMachine } from '../../src/doctor/probe.ts'
import { spawnCommand } from '../../src/exec/spawn.ts'

function programs(scripts: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'pb-probe-'))
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(dir, name), script)
    chmodSync(join(dir, name), 0o755)
  }
  return dir
}

const probe = (dir: string, more: { tools?: string[]; versions?: boolean } = {}) =>
  probeMachine({ exec: spawnCommand, env: { PATH: dir }, toolsDir: '/tools', ...more })

describe('this machine', () => {
  it('has an architecture, CPUs and its programs', async () => {
    const dir = programs({
      cmake: '#!/bin/sh\necho cmake version 3.25.1\n',
      make: '#!/bin/sh\nexit 1\n',
      'qemu-s390x-static': '',
    })
    const machine = await probe(dir, { tools: ['cmake', 'make', 'meson'] })
    expect(machine.arch).toBe(machineArch(process.arch, 'LE'))
    expect(machine.cpus).toBeGreaterThan(0)
    expect(machine.toolsDir).toBe('/tools')
    expect(machine.tools).toEqual({
      cmake: { path: join(dir, 'cmake'), version: '3.25.1' },
      make: { path: join(dir, 'make'), version: null },
      meson: null,
    })
    expect(['binfmt', join(dir, 'qemu-s390x-static')]).toContain(machine.emulators.s390x)
  })

  it('is asked for nothing but what a plan needs', async () => {
    const dir = programs({ cmake: '#!/bin/sh\ntouch "$0.ran"\n' })
    const machine = await probe(dir, { tools: ['cmake'], versions: false })
    expect(machine.tools).toEqual({ cmake: { path: join(dir, 'cmake'), version: null } })
    expect(await onPath('cmake.ran', { PATH: dir })).toBe(null)
  })

  it('reads the version of Go without starting it', async () => {
    const root = programs({})
    mkdirSync(join(root, 'bin'))
    writeFileSync(join(root, 'VERSION'), 'go1.26.8\ntime 2026-05-01\n')
    writeFileSync(join(root, 'bin/go'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    const dir = programs({})
    symlinkSync(join(root, 'bin/go'), join(dir, 'go'))
    const machine = await probe(dir, { tools: ['go'] })
    expect(machine.tools['go']).toEqual({ path: join(dir, 'go'), version: '1.26.8' })
  })

  it('takes programs from absolute directories of PATH only, and only what can be started', async () => {
    const dir = programs({})
    writeFileSync(join(dir, 'plain'), '')
    mkdirSync(join(dir, 'folder'))
    expect(await onPath('plain', { PATH: dir })).toBe(null)
    expect(await onPath('folder', { PATH: dir })).toBe(null)
    expect(await onPath('package.json', { PATH: '.:' })).toBe(null)
    expect(await onPath('sh', {})).toBe(null)
  })
})

describe('versions and names', () => {
  it.each([
    ['cmake version 3.25.1\n\nCMake suite', '3.25.1'],
    ['autoreconf (GNU Autoconf) 2.71', '2.71'],
    ['rustup 1.29.0 (28d1352db 2026-03-05)', '1.29.0'],
    ['1.11.1', '1.11.1'],
    ['no version here', null],
  ])('%j', (text, version) => {
    expect(parseVersion(text)).toBe(version)
  })

  it('map every architecture that Node runs on', () => {
    expect(machineArch('x64', 'LE')).toBe('x86_64')
    expect(machineArch('ppc64', 'LE')).toBe('ppc64le')
    expect(machineArch('ppc64', 'BE')).toBe('ppc64')
    expect(() => machineArch('riscv128', 'LE')).toThrow(expect.objectContaining({ code: 'tool-missing' }))
  })
})
