import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A registry on loopback, which engines take without TLS. */
export interface Registry {
  /** `127.0.0.1:5000`. */
  readonly host: string
  stop(): Promise<void>
}

/** Starts Debian's docker-registry on a free port. */
export async function startRegistry(): Promise<Registry> {
  const port = await freePort()
  const dir = mkdtempSync(join(tmpdir(), 'pb-registry-'))
  const config = join(dir, 'registry.yml')
  writeFileSync(
    config,
    `version: 0.1\nstorage:\n  filesystem: {rootdirectory: ${dir}/data}\nhttp: {addr: 127.0.0.1:${port}}\n`,
  )
  const child = spawn('docker-registry', ['serve', config], {
    stdio: 'ignore',
    env: { ...process.env, OTEL_TRACES_EXPORTER: 'none' },
  })
  const host = `127.0.0.1:${port}`
  for (let attempt = 0; ; attempt++) {
    const answer = await fetch(`http://${host}/v2/`).catch(() => null)
    if (answer?.ok) break
    if (attempt === 100 || child.exitCode !== null) throw new Error('docker-registry does not start')
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return {
    host,
    async stop() {
      const ended = new Promise(resolve => child.once('exit', resolve))
      child.kill()
      await ended
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** A server that answers as a registry does on a bad day. */
export async function startServer(listener: RequestListener): Promise<Registry> {
  const server = createServer(listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { host: `127.0.0.1:${port}`, stop: () => new Promise(resolve => void server.close(() => resolve())) }
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = await startServer(() => {})
  await server.stop()
  return Number(server.host.split(':')[1])
}
