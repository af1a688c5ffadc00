import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawnCommand } from '../../src/exec/spawn.ts'
import { installToolchain } from '../../src/toolchains/install.ts'
import { startProxy } from '../support/proxy.ts'
import { type Fixture, makeFixture, recordingLog, scratch } from './fixture.ts'
import { type Answer, serve, startMirror, status } from './mirror.ts'

/** A package index ("Simple Repository API") with the wheel of a toolchain, which is also a mirror of it. */
function indexOf({ file, bytes, catalog }: Fixture): Answer {
  const sha256 = catalog.zig.hosts.x86_64?.wheel.sha256
  const page = Buffer.from(`<a href="/${file}#sha256=${sha256}">${file}</a>`)
  return (request, response, n) => {
    if (request.url === '/simple/ziglang/') response.setHeader('content-type', 'text/html')
    const answers: Record<string, Answer> = { '/simple/ziglang/': serve(page), [`/${file}`]: serve(bytes) }
    const answer = answers[request.url ?? ''] ?? status(404)
    answer(request, response, n)
  }
}

/**
 * A package index, which is a mirror too, and a proxy that takes every host for it. `install` installs the toolchain of the
 * fixture on a new machine, and says whether it is whole.
 */
export async function behindProxy() {
  const fixture = makeFixture(1000)
  const server = await startMirror(indexOf(fixture))
  const proxy = await startProxy(Number(new URL(server.url).port))
  async function install(env: Record<string, string>, mirror?: string) {
    const toolsDir = scratch()
    const context = { exec: spawnCommand, log: recordingLog(), signal: new AbortController().signal, toolsDir }
    const own = { PATH: process.env['PATH'] ?? '', HOME: scratch(), PIP_CONFIG_FILE: '/dev/null', PIP_RETRIES: '0' }
    const mirrors = mirror === undefined ? {} : { zig: mirror }
    const more = { arch: 'x86_64', catalog: fixture.catalog, mirrors, pause: async () => {} } as const
    const ref = { name: 'zig', version: '9.9.9' } as const
    const dir = await installToolchain(ref, { ...context, ...more, env: { ...own, ...env } })
    return readFileSync(join(dir, 'lib/payload')).equals(fixture.payload)
  }
  return { fixture, server, proxy, install }
}
