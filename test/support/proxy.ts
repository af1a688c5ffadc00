import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { onTestFinished } from 'vitest'

/** An HTTP proxy on this machine that is gone when the test is over. */
export interface TestProxy {
  readonly url: string
  /** What it was asked for: `index.invalid:80` by CONNECT, `http://index.invalid/simple/` by a plain request. */
  readonly asked: readonly string[]
}

/** Starts a proxy that takes every host for one server of this machine: names that nobody can resolve show who used it. */
export async function startProxy(originPort: number): Promise<TestProxy> {
  const asked: string[] = []
  const server = createServer((asking, answer) => forward(asking, answer))
  server.on('connect', (asking: IncomingMessage, socket: Duplex) => {
    asked.push(asking.url ?? '')
    const origin = connect(originPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      origin.pipe(socket).pipe(origin)
    })
    socket.on('error', () => origin.destroy())
    origin.on('error', () => socket.destroy())
  })
  function forward(asking: IncomingMessage, answer: ServerResponse): void {
    asked.push(asking.url ?? '')
    const { pathname, search } = new URL(asking.url ?? '/', 'http://none.invalid')
    const { method, headers } = asking
    const to = { host: '127.0.0.1', port: originPort, path: `${pathname}${search}`, agent: new Agent() } // the global one may be ours
    const passed = request({ ...to, method, headers })
    passed.on('response', got => got.pipe(answer.writeHead(got.statusCode ?? 502, got.headers)))
    passed.on('error', () => answer.writeHead(502).end())
    asking.pipe(passed)
  }
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}
