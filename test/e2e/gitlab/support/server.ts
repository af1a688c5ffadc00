import { spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { sh } from '../../support/shell.ts'

/** A server of bare repositories, as `include: component` wants one. */
export interface GitServer {
  /** `127.0.0.1:port`: what becomes CI_SERVER_FQDN. */
  readonly host: string
  close(): void
}

/** Serves every bare repository below a directory by git's own smart HTTP program. */
export async function serveRepositories(root: string): Promise<GitServer> {
  const program = join(sh(['git', '--exec-path']).trim(), 'git-http-backend')
  const server = createServer((request, response) => answer(program, root, request, response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { host: `127.0.0.1:${port}`, close: () => void server.close() }
}

/** CGI: RFC 3875; the variables that git-http-backend(1) names. */
function answer(program: string, root: string, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, search } = new URL(request.url ?? '/', 'http://git.example')
  const child = spawn(program, [], {
    env: {
      PATH: process.env['PATH'],
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: pathname,
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  request.pipe(child.stdin)
  const parts: Buffer[] = []
  child.stdout.on('data', part => parts.push(part))
  child.on('close', () => {
    const whole = Buffer.concat(parts)
    const end = whole.indexOf('\r\n\r\n')
    const heads = whole.subarray(0, end).toString('latin1').split('\r\n')
    for (const head of heads) {
      const [name = '', value = ''] = head.split(/: ?/, 2)
      if (name === 'Status') response.statusCode = Number.parseInt(value, 10)
      else if (name !== '') response.setHeader(name, value)
    }
    response.end(whole.subarray(end + 4))
  })
}
