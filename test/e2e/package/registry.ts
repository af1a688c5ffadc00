import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A package registry with one package in one version, as npm asks for it. */
export interface Registry {
  readonly url: string
  close(): void
}

/** Serves a tarball of `npm pack` under a name and a version. */
export async function serveTarball(path: string, name: string, version: string): Promise<Registry> {
  const bytes = readFileSync(path)
  const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`
  const server: Server = createServer((request, response) => {
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    if (request.url === '/package.tgz') return response.end(bytes)
    if (request.url !== `/${name}`) return response.writeHead(404).end()
    const bin = { [name]: 'dist/cli/index.js' }
    const dist = { tarball: `${base}/package.tgz`, integrity }
    response.setHeader('content-type', 'application/json')
    return response.end(
      JSON.stringify({ name, 'dist-tags': { latest: version }, versions: { [version]: { name, version, bin, dist } } }),
    )
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() }
}
