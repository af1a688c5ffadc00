import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { later } from './fixture.ts'

/** Answers one request. `n` counts from 0. */
export type Answer = (request: IncomingMessage, response: ServerResponse, n: number) => void

/** An HTTP server on this machine that is gone when the test is over. */
export interface Mirror {
  readonly url: string
  readonly requests: { readonly path: string; readonly range: string | undefined }[]
}

/** Starts a server; `answer` decides what each request gets. */
export async function startMirror(answer: Answer): Promise<Mirror> {
  const requests: Mirror['requests'] = []
  const server = createServer((request, response) => {
    requests.push({ path: request.url ?? '', range: request.headers.range })
    answer(request, response, requests.length - 1)
  })
  await listen(server)
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests }
}

/** An address where nothing listens. */
export async function deadUrl(): Promise<string> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return `http://127.0.0.1:${port}`
}

async function listen(server: Server): Promise<void> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  later(() => {
    server.closeAllConnections()
    return new Promise(resolve => server.close(resolve))
  })
}

/** Serves bytes as a web server does, with ranges. */
export function serve(bytes: Buffer): Answer {
  return (request, response) => {
    const from = Number(/^bytes=([0-9]+)-$/.exec(request.headers.range ?? '')?.[1] ?? -1)
    if (from < 0) return void response.writeHead(200, { 'content-length': bytes.length }).end(bytes)
    const range = `bytes ${from}-${bytes.length - 1}/${bytes.length}`
    response.writeHead(206, { 'content-range': range, 'content-length': bytes.length - from })
    response.end(bytes.subarray(from))
  }
}

/** Promises all of the bytes, sends the first `count`, and ends the connection when they have `arrived`. */
export function cutAfter(bytes: Buffer, count: number, arrived: () => boolean): Answer {
  return (_, response) => {
    response.writeHead(200, { 'content-length': bytes.length })
    response.write(bytes.subarray(0, count))
    const timer = setInterval(() => {
      if (!arrived() && !response.destroyed) return
      clearInterval(timer)
      response.destroy()
    }, 5)
  }
}

/** Answers with a bare status. */
export function status(code: number): Answer {
  return (_, response) => void response.writeHead(code).end()
}
