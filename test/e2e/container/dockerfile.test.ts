import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { build, writeProject } from '../support/build.ts'
import { readelf } from '../support/readelf.ts'
import { builderImage } from './support/images.ts'
import { hello, onlyFailure, project } from './support/projects.ts'

const image = await builderImage('amd64')
const arm = await builderImage('arm64')

/** A project with a Dockerfile that compiles it in a stage of its own. */
function dockerProject(from: string, compile: string, last = 'FROM scratch\nCOPY --from=build /src/hello /\n'): string {
  const dockerfile = `FROM ${from} AS build\nWORKDIR /src\nCOPY . .\nRUN ${compile}\n\n${last}`
  return project({ 'hello.c': hello, 'docker/Dockerfile': dockerfile })
}

const asked = { dockerfile: 'docker/Dockerfile', targets: 'amd64' }

describe('a Dockerfile', () => {
  it('gives an executable that is judged and started', async () => {
    const dir = dockerProject(image, 'cc -static -o hello hello.c')
    const built = await build(dir, asked)
    const path = built.artifact('x86_64-linux-musl', 'hello')
    expect(spawnSync(path, { encoding: 'utf8' }).stdout).toBe('hello from x86_64\n')
    // what an earlier run left is no part of what is sent to the engine
    mkdirSync(join(dir, 'dist/old'), { recursive: true })
    expect((await build(dir, asked)).bytes(['x86_64-linux-musl'], 'hello')).toEqual(
      built.bytes(['x86_64-linux-musl'], 'hello'),
    )
  })

  it('fails where a target that must be static got a dynamic file, with the reason', async () => {
    const { report } = await build(dockerProject(image, 'cc -o hello hello.c'), asked)
    expect(report.verified).toBe(false)
    const errors = report.files[0]?.findings.filter(f => f.severity === 'error').map(f => f.message)
    expect(errors?.join('\n')).toMatch(/dynamic|interpreter|loader/)
  })

  it('is built for arm64 under QEMU', async () => {
    const built = await build(dockerProject(arm, 'cc -static -o hello hello.c'), { ...asked, targets: 'arm64' })
    expect(readelf(built.artifact('aarch64-linux-musl', 'hello')).machine).toBe('AArch64')
  })

  it('is not taken for the platform that was asked for when its base image is another’s', async () => {
    const failure = onlyFailure(
      await build(dockerProject(image, 'cc -static -o hello hello.c'), { ...asked, targets: 'arm64' }),
    )
    expect(failure).toMatchObject({
      code: 'image-unfit',
      message: expect.stringMatching(/is here for linux\/amd64, and the build for linux\/arm64 took it/),
      hint: expect.stringContaining('docker pull --platform linux/arm64'),
    })
  })

  it.each([
    ['a command that fails', 'cc -o hello nothing.c', 4],
    ['an instruction that does not exist', 'true\nRUNN x', 5],
    ['a file that is not there', 'true\nCOPY nothing /', 5],
  ])('annotates its line: %s', async (_, compile, line) => {
    const { report } = await build(dockerProject(image, compile), asked)
    expect(report.failures[0]).toMatchObject({ code: 'step-failed' })
    const places = report.failures[0]?.diagnostics?.map(d => `${d.file}:${d.line}`)
    expect(places).toContain(`docker/Dockerfile:${line}`)
  })

  it('takes of a whole system only what was named', async () => {
    const dir = dockerProject(image, 'cc -static -o /usr/bin/hello hello.c', '')
    const failure = onlyFailure(await build(dir, asked))
    expect(failure).toMatchObject({ code: 'no-executable', hint: expect.stringMatching(/`bin`/) })
    expect((await build(dir, { ...asked, bin: 'hello' })).report.verified).toBe(true)
  })

  it('hands arguments over and chooses a stage', async () => {
    const compile = 'cc -static -DEXTRA="\\"$EXTRA\\"" -o hello hello.c'
    const dir = dockerProject(image, compile, 'FROM scratch AS one\nCOPY --from=build /src/hello /one\nFROM scratch\n')
    writeProject(dir, {
      'docker/Dockerfile': `FROM ${image} AS build\nARG EXTRA\nWORKDIR /src\nCOPY . .\nRUN test "$EXTRA" = yes && cc -static -o hello hello.c\nFROM scratch AS one\nCOPY --from=build /src/hello /one\nFROM scratch\nCOPY --from=build /src/hello.c /\n`,
    })
    const built = await build(dir, { ...asked, 'dockerfile-stage': 'one', 'build-args': 'EXTRA=yes' })
    expect(built.report.files.map(f => f.path.split('/').at(-1))).toEqual(['one'])
  })

  it('ends when its time is over', async () => {
    const failure = onlyFailure(await build(dockerProject(image, 'sleep 600'), { ...asked, limits: 'time=5s' }))
    expect(failure).toMatchObject({ code: 'limit-exceeded', message: expect.stringContaining('longer than 5 s') })
  })
})
