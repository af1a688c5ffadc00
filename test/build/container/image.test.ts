import { describe, expect, it } from 'vitest'
import { readLimits } from '../../../src/backends/container/limits.ts'
import { getImage, readImage } from '../../../src/build/container/image.ts'
import { type FakeAnswer, fakeExec } from '../../support/fake-exec.ts'

const docker = { name: 'docker', path: '/usr/bin/docker' } as const
const spec = { image: 'sdk:1', platform: 'linux/arm64', emulatedCpu: null, limits: readLimits({}, 2) }
const image = (arch: string) =>
  JSON.stringify([{ Id: 'sha256:1', Os: 'linux', Architecture: arch, Config: { Env: ['A=1', 'PATH=/sdk/bin'] } }])

function get(answer: FakeAnswer) {
  const { exec, commands } = fakeExec(answer)
  const context = { exec, env: {}, signal: new AbortController().signal }
  return {
    done: getImage(docker, spec, context, { update() {} }),
    said: () => commands.map(c => c.argv.slice(1, 3).join(' ')),
  }
}

describe('getImage', () => {
  it('pulls nothing that is here', async () => {
    const { done, said } = get(() => ({ stdout: image('arm64') }))
    expect(await done).toEqual({ id: 'sha256:1', path: '/sdk/bin' })
    expect(said()).toEqual(['image inspect'])
  })

  it('asks for the platform where the tag is here for several', async () => {
    const { done } = get(({ argv }) => ({ stdout: image(argv.includes('--platform') ? 'arm64' : 'amd64') }))
    expect(await done).toMatchObject({ id: 'sha256:1' })
  })

  it('gets it where only another platform’s is', async () => {
    let here = 'amd64'
    const { done, said } = get(({ argv }) => {
      if (argv[1] === 'pull') here = 'arm64'
      return { stdout: image(here) }
    })
    expect(await done).toMatchObject({ id: 'sha256:1' })
    expect(said()).toContain('pull --platform')
  })

  it('does not take what the registry gave for another platform', async () => {
    await expect(get(() => ({ stdout: image('amd64') })).done).rejects.toMatchObject({ code: 'image-unfit' })
  })

  it('says why it cannot be had', async () => {
    const gone = { code: 1, stderr: 'Error response from daemon: manifest unknown\n' }
    await expect(get(() => gone).done).rejects.toMatchObject({ code: 'image-unavailable' })
    const strange = { code: 1, stderr: 'Error: something new\n' }
    await expect(get(() => strange).done).rejects.toMatchObject({
      message: 'docker cannot get sdk:1: Error: something new',
    })
  })
})

describe('readImage', () => {
  const variant = (v: string) => JSON.stringify([{ Id: 'i', Os: 'linux', Architecture: 'arm', Variant: v }])
  it('tells variants apart', () => {
    expect(readImage(variant('v7'), 'linux/arm/v7')).not.toBeNull()
    expect(readImage(variant('v6'), 'linux/arm/v7')).toBeNull()
    expect(readImage(variant(''), 'linux/arm/v7')).not.toBeNull()
  })

  it('has the engines’ PATH where the image says none, and nothing where it is no image', () => {
    expect(readImage(image('amd64').replace('PATH=/sdk/bin', 'X=1'), 'linux/amd64')?.path).toContain('/usr/bin')
    expect(readImage('not json', 'linux/amd64')).toBeNull()
  })
})
