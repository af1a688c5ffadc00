import { describe, expect, it } from 'vitest'
import { buildFailure } from '../../../src/backends/container/build-failures.ts'

const act = { engine: 'docker', dockerfile: 'Dockerfile', platform: 'linux/arm64' } as const
const failed = { code: 1 }
const solve = 'ERROR: failed to build: failed to solve: '

describe('buildFailure', () => {
  it('finds a base image for another platform also where the build went well', () => {
    const said =
      '#1 WARN: InvalidBaseImagePlatform: Base image sdk:1 was pulled with platform "linux/amd64", expected "linux/arm64" for current build (line 1)'
    expect(buildFailure(said, { code: 0 }, act)).toMatchObject({
      code: 'image-unfit',
      message: 'sdk:1 is here for linux/amd64, and the build for linux/arm64 took it',
      hint: expect.stringContaining('docker pull --platform linux/arm64 sdk:1'),
    })
  })

  it('names the image and the registry that does not answer', () => {
    const said = `${solve}r.example/nope:1: failed to resolve source metadata for r.example/nope:1: failed to do request: Head "https://r.example/v2/nope/manifests/1": dial tcp 127.0.0.1:5999: connect: connection refused`
    expect(buildFailure(said, failed, act)).toMatchObject({
      code: 'image-unavailable',
      message: 'the registry of r.example/nope:1 does not answer',
    })
  })

  it.each([
    `${solve}process "/bin/sh -c curl x" did not complete successfully: exit code: 7`,
    `${solve}dockerfile parse error on line 2: unknown instruction: RUNN (did you mean RUN?)`,
    `${solve}failed to compute cache key: failed to calculate checksum of ref a::b: "/nix": not found`,
    '#8 0.7 Error: connection refused\n#8 ERROR: process "/bin/sh -c x" did not complete successfully: exit code: 1',
  ])('leaves the Dockerfile’s own failures to the step: %s', said => {
    expect(buildFailure(said, failed, act)).toBeNull()
  })

  it('knows a docker without buildx', () => {
    expect(buildFailure('docker: unknown command: docker buildx', failed, act)).toMatchObject({
      code: 'engine-missing',
    })
  })

  it('ignores what a build says that went well', () => {
    expect(buildFailure('ERROR: (*service).Write failed: connection refused', { code: 0 }, act)).toBeNull()
  })
})
