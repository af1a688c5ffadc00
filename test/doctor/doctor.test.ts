import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { examine, isReady, type Wants } from '../../src/doctor/doctor.ts'
import { type Facts, gatherFacts } from '../../src/doctor/facts.ts'
import type { Machine } from '../../src/machine.ts'
import { pinnedZig } from '../../src/toolchains/catalog.ts'
import { fakeExec, when } from '../support/fake-exec.ts'

const machine: Machine = {
  arch: 'x86_64',
  cpus: 4,
  glibc: '2.36',
  tools: {
    git: { path: '/usr/bin/git', version: '2.39.5' },
    python3: { path: '/usr/bin/python3', version: '3.11.2' },
    cmake: null,
  },
  emulators: {},
  toolsDir: '/home/me/.cache/tools',
}

const facts: Facts = {
  distribution: 'Debian GNU/Linux 12 (bookworm)',
  family: 'apt',
  node: '24.0.0',
  freeBytes: 50e9,
  canWrite: true,
  installed: {},
  hasPip: true,
}

const zig = { name: 'zig', version: pinnedZig } as const
const wants: Wants = { tools: [{ tool: 'cmake', get: 'get cmake' }], toolchains: [zig] }

function row(name: string, change: { machine?: Partial<Machine>; facts?: Partial<Facts>; wants?: Wants } = {}) {
  const rows = examine({ ...machine, ...change.machine }, { ...facts, ...change.facts }, change.wants ?? wants)
  return rows.find(r => r.name === name)
}

describe('the doctor', () => {
  it('says what is here', () => {
    expect(row('system')?.detail).toBe('Debian GNU/Linux 12 (bookworm), x86_64, glibc 2.36, 4 CPUs')
    expect(row('git')).toMatchObject({ state: 'ok', detail: '2.39.5 /usr/bin/git', hint: null })
  })

  it('says what the project is missing, and the command that brings it', () => {
    expect(row('cmake')).toMatchObject({ state: 'missing', hint: 'apt-get install cmake' })
    expect(row('cmake', { facts: { family: 'apk' } })?.hint).toBe('apk add cmake')
    expect(row('zag', { wants: { tools: [{ tool: 'zag', get: 'ask Zoe' }], toolchains: [] } })?.hint).toBe('ask Zoe')
  })

  it('does not call missing what no project asks for', () => {
    const none = { tools: [], toolchains: [] }
    expect(row('cmake', { wants: none })?.state).toBe('optional')
    expect(isReady(examine(machine, facts, none))).toBe(true)
    expect(isReady(examine(machine, facts, wants))).toBe(false)
  })

  it('says what a build would install, with sizes, and what is there already', () => {
    const name = `zig ${pinnedZig}`
    expect(row(name)).toMatchObject({
      state: 'will-install',
      detail: expect.stringMatching(/with pip: 93\.5 MB .* 343\.3 MB/),
    })
    expect(row(name, { facts: { installed: { [`zig-${pinnedZig}`]: true } } })).toMatchObject({ state: 'ok' })
    expect(row(name, { facts: { hasPip: false } })?.detail).toContain('archive')
    expect(row(name, { machine: { arch: 's390x' } })).toMatchObject({
      state: 'missing',
      hint: expect.stringContaining('native'),
    })
  })

  it.each<[string, Partial<Facts>, string]>([
    ['tools directory', { canWrite: false }, 'PORTABLE_BUILD_TOOLS_DIR'],
    ['disk space', { freeBytes: 1e9 }, 'Free space'],
    ['node', { node: '20.20.2' }, '22.15'],
  ])('sees a bad %s', (name, changed, hint) => {
    expect(row(name)?.state).toBe('ok')
    expect(row(name, { facts: changed })).toMatchObject({ state: 'missing', hint: expect.stringContaining(hint) })
  })

  it('tells python3 without pip', () => {
    expect(row('python3', { facts: { hasPip: false } })).toMatchObject({
      detail: expect.stringContaining('without pip'),
      hint: 'apt-get install python3 python3-pip',
    })
  })

  it('is plain JSON', () => {
    const rows = examine(machine, facts, wants)
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows)
  })

  it('gathers its facts from this machine', async () => {
    const { exec } = fakeExec(when(['/usr/bin/python3'], { code: 1 }))
    const toolsDir = join(mkdtempSync(join(tmpdir(), 'pb-doctor-')), 'not/yet')
    const seen = await gatherFacts({ ...machine, toolsDir }, [zig], { exec, env: {} })
    expect(seen).toMatchObject({ canWrite: true, hasPip: false, node: process.versions.node })
    expect(seen.installed).toEqual({ [`zig-${pinnedZig}`]: false })
    expect(seen.freeBytes).toBeGreaterThan(0)
    const below = await gatherFacts({ ...machine, toolsDir: '/dev/null/tools' }, [], { exec, env: {} })
    expect(below.canWrite).toBe(false)
  })
})
