import { describe, expect, it } from 'vitest'
import { behindProxy } from './behind-proxy.ts'
import { pathWith } from './fixture.ts'

// The same by pip is in the suite `toolchains`: it is slow to start.

describe('a wheel from a mirror', () => {
  it('comes through the proxy of the environment', async () => {
    const w = await behindProxy()
    expect(await w.install({ HTTP_PROXY: w.proxy.url }, 'http://mirror.invalid/')).toBe(true)
    expect(w.proxy.asked.join()).toContain('mirror.invalid')
    expect(w.server.requests.map(r => r.path)).toEqual([`/${w.fixture.file}`])
  })

  it('comes directly from a host that NO_PROXY names', async () => {
    const w = await behindProxy()
    expect(await w.install({ HTTP_PROXY: w.proxy.url, NO_PROXY: 'localhost,127.0.0.1' }, w.server.url)).toBe(true)
    expect(w.proxy.asked).toEqual([])
  })

  it('that is only there over https is asked for by CONNECT, and by no other way', async () => {
    const w = await behindProxy()
    const env = { PATH: pathWith({}), HTTPS_PROXY: w.proxy.url, HTTP_PROXY: 'http://127.0.0.1:9' }
    // behind the tunnel is a server that knows no TLS: what counts is who was asked
    await expect(w.install(env, 'https://mirror.invalid/')).rejects.toMatchObject({ code: 'download-failed' })
    expect(new Set(w.proxy.asked)).toEqual(new Set(['mirror.invalid:443']))
  })
})
