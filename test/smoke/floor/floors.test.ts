import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Start } from '../../../src/smoke/decide.ts'
import type { FloorPlace } from '../../../src/smoke/floor/decide.ts'
import { makeFloors } from '../../../src/smoke/floor/floors.ts'
import type { PackagedSystem } from '../../../src/toolchains/systems.ts'
import { type FakeAnswer, fakeExec } from '../../support/fake-exec.ts'
import { memoryLog } from '../../support/jobs.ts'
import { pathWith, scratch } from '../../toolchains/fixture.ts'
import { startMirror, status } from '../../toolchains/mirror.ts'

const runner: Start = { where: 'x86_64', prefix: [], env: {}, foreign: false }
const pin = { pool: 'pool/libc6.deb', sha256: '0'.repeat(64), bytes: 3, root: './lib/' }
const system: PackagedSystem = {
  ...{ name: 'Old 2', glibc: '2.31', musl: '1.2', archives: ['http://archive.test'] },
  archs: { x86_64: { libc6: pin } },
}
const packages: FloorPlace = {
  ...{ from: 'packages', where: 'glibc 2.31 (Old 2)', version: '2.31', runner, system },
  ...{ packages: ['libc6'], loader: 'ld.so' },
}
const image: FloorPlace = {
  ...{ from: 'container', where: 'glibc 2.31 (Old 2, docker)', version: '2.31', runner },
  ...{ image: 'old:2', platform: 'linux/amd64' },
}

function floorsWith(answer: FakeAnswer, signal = new AbortController().signal) {
  const { exec, commands } = fakeExec(answer)
  const PATH = pathWith({ docker: '' })
  const context = { exec, env: { PATH }, log: memoryLog().log, signal, toolsDir: scratch() }
  return { floors: makeFloors(context), commands, context }
}

const answering: FakeAnswer = ({ argv }) => (argv[1] === 'image' ? { stdout: 'linux/amd64\n' } : {})

describe('the old systems of a run', () => {
  it('starts a program in a container under a name by which it can be ended', async () => {
    const { floors, commands } = floorsWith(answering)
    const program = { arch: 'x86_64', path: '/dist/app', mirror: null } as const
    const start = await floors.prepare(image, program)
    if ('why' in start) throw new Error(start.why)
    const name = start.prefix[start.prefix.indexOf('--name') + 1] ?? ''
    expect(start).toMatchObject({ where: image.where, foreign: true, floor: { by: 'container', program: '/app' } })
    expect(start.floor?.cleanUp?.slice(1)).toEqual(['rm', '--force', name])
    await floors.prepare(image, program)
    expect(commands.filter(c => c.argv[1] === 'version')).toHaveLength(1)
  })

  it('does not ask again for what the network did not give', async () => {
    const { floors, context } = floorsWith(answering)
    const mirror = await startMirror(status(404))
    const program = { arch: 'x86_64', path: '/dist/app', mirror: mirror.url } as const
    const first = await floors.prepare(packages, program)
    expect(first).toMatchObject({ why: expect.stringContaining('HTTP 404') })
    expect(await floors.prepare(packages, program)).toEqual(first)
    expect(mirror.requests).toHaveLength(1)
    expect(existsSync(join(context.toolsDir, 'old-2-x86_64'))).toBe(false)
  })

  it('says what an image lacks, and lets an interruption through', async () => {
    const { floors } = floorsWith(({ argv }) => (argv[1] === 'version' ? {} : { code: 1, stderr: 'denied\n' }))
    const program = { arch: 'x86_64', path: '/dist/app', mirror: null } as const
    expect(await floors.prepare(image, program)).toEqual({ why: 'docker cannot get old:2: denied' })
    const abort = new AbortController()
    abort.abort()
    const ended = floorsWith(answering, abort.signal)
    await expect(ended.floors.prepare(packages, program)).rejects.toMatchObject({ code: 'interrupted' })
  })
})
