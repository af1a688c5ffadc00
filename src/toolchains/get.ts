import type { IncomingMessage } from 'node:http'

/** Of one address to the next; more is a circle. */
const mostRedirects = 10

/**
 * Asks for a file, and follows where it is sent. Not by `fetch`: its parser in Node 24 ends the whole process with a failed
 * assertion, which nobody can catch, when a server closes the connection while what it has sent is still being written to
 * a slow disk (undici, `assert(!this.paused)`).
 * @param url with user and password where the server wants them: they go to this server only
 * @throws Error of the network, or `Invalid URL`
 */
export async function get(
  url: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  let address = new URL(url)
  const { origin } = address
  for (let redirects = 0; ; redirects++) {
    const { request } = await (address.protocol === 'https:' ? import('node:https') : import('node:http'))
    const at = address.origin === origin ? address : withoutUser(address)
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request(at, { headers, signal }, resolve).on('error', reject).end()
    })
    const { statusCode = 0 } = response
    const { location } = response.headers
    if (statusCode < 300 || statusCode >= 400 || statusCode === 304 || location === undefined) return response
    response.destroy()
    if (redirects === mostRedirects) throw new Error(`it sends from one address to the next, ${mostRedirects} times`)
    address = new URL(location, address)
    if (!/^https?:$/.test(address.protocol))
      throw new Error(`it sends to ${address.protocol}//, where nothing is asked`)
  }
}

function withoutUser(address: URL): URL {
  const bare = new URL(address)
  bare.username = ''
  bare.password = ''
  return bare
}
