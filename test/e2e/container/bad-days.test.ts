import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { build } from '../support/build.ts'
import { sh } from '../support/shell.ts'
import { emptyImage } from './support/images.ts'
import { buildLines, onlyFailure, project } from './support/projects.ts'
import { freePort, type Registry, startRegistry, startServer } from './support/registry.ts'

let registry: Registry
beforeAll(async () => {
  registry = await startRegistry()
})
afterAll(() => registry.stop())

/** An image of files alone that only the registry has. */
function pushed(name: string, platform = 'linux/amd64'): string {
  const image = emptyImage(`${registry.host}/${name}`, platform)
  sh(['docker', 'push', '--quiet', image])
  sh(['docker', 'rmi', '--force', image])
  onTestFinished(() => void spawnSync('docker', ['rmi', '--force', image], { stdio: 'ignore' }))
  return image
}

const failureOf = async (image: string) => onlyFailure(await buildLines(image, 'true'))

describe('an image', () => {
  it('that is not in its registry', async () => {
    const failure = await failureOf(`${registry.host}/nothing:1`)
    expect(failure).toMatchObject({
      code: 'image-unavailable',
      hint: expect.stringContaining(`docker login ${registry.host}`),
    })
  })

  it('whose registry does not answer', async () => {
    const failure = await failureOf(`127.0.0.1:${await freePort()}/sdk:1`)
    expect(failure).toMatchObject({
      code: 'image-unavailable',
      message: expect.stringMatching(/registry of .* does not answer/),
    })
  })

  it('that is given only after a login', async () => {
    const server = await startServer((_, answer) => {
      answer.writeHead(401, { 'WWW-Authenticate': 'Basic realm="private"' }).end()
    })
    onTestFinished(() => server.stop())
    const failure = await failureOf(`${server.host}/sdk:1`)
    expect(failure).toMatchObject({
      code: 'image-unavailable',
      message: expect.stringContaining('without a login'),
      hint: expect.stringContaining(`docker login ${server.host}`),
    })
  })

  it('that is another than its digest says', async () => {
    const digest = `sha256:${'0'.repeat(64)}`
    const type = 'application/vnd.oci.image.manifest.v1+json'
    const manifest = JSON.stringify({ schemaVersion: 2, mediaType: type })
    const server = await startServer((_, answer) => {
      answer.writeHead(200, {
        'Content-Type': type,
        'Docker-Content-Digest': digest,
        'Content-Length': manifest.length,
      })
      answer.end(manifest)
    })
    onTestFinished(() => server.stop())
    expect(await failureOf(`${server.host}/sdk@${digest}`)).toMatchObject({ code: 'digest-mismatch' })
  })

  it('that exists only for another platform', async () => {
    const failure = await failureOf(pushed('sdk:arm', 'linux/arm64'))
    expect(failure).toMatchObject({
      code: 'image-unfit',
      message: expect.stringContaining('does not exist for linux/amd64'),
    })
  })

  it('that has no shell', async () => {
    const failure = await failureOf(pushed('sdk:data'))
    expect(failure).toMatchObject({ code: 'image-unfit', message: expect.stringContaining('has no shell') })
  })

  it('that a Dockerfile names and nobody has', async () => {
    const dir = project({ Dockerfile: `FROM ${registry.host}/nothing:1\n` })
    const failure = onlyFailure(await build(dir, { dockerfile: 'Dockerfile', targets: 'amd64' }))
    expect(failure).toMatchObject({
      code: 'image-unavailable',
      message: `there is no image ${registry.host}/nothing:1`,
    })
  })
})

describe('an engine', () => {
  const flags = { image: 'sdk:1', targets: 'amd64', 'build-command': 'true' }

  it('that is not installed: the three ways out, before anything is done', async () => {
    const building = build(project({ 'a.c': '' }), flags, { env: { PATH: '/nowhere' } })
    await expect(building).rejects.toMatchObject({
      code: 'engine-missing',
      hint: expect.stringMatching(/Three ways out/),
    })
  })

  it('that does not answer', async () => {
    const env = { DOCKER_HOST: `tcp://127.0.0.1:${await freePort()}` }
    const building = build(project({ 'a.c': '' }), flags, { env })
    await expect(building).rejects.toMatchObject({
      code: 'engine-missing',
      message: expect.stringContaining('does not answer'),
    })
  })

  it('that this user may not use', async () => {
    const dir = project({ 'a.c': '' })
    sh(['chmod', '0777', dir])
    const cli = new URL('../../../src/cli.ts', import.meta.url).pathname
    const args = [
      '--reuid=1000',
      '--regid=1000',
      '--clear-groups',
      process.execPath,
      cli,
      'build',
      dir,
      '--image',
      'sdk:1',
      '--targets',
      'amd64',
      '--build-command',
      'true',
    ]
    const env = { PATH: process.env['PATH'], HOME: dir, PORTABLE_BUILD_TOOLS_DIR: `${dir}/tools` }
    const done = spawnSync('setpriv', args, { env, encoding: 'utf8' })
    expect([done.status, done.stderr]).toEqual([
      3,
      expect.stringMatching(/may not use the container engine[\s\S]*usermod -aG docker/),
    ])
  })
})
