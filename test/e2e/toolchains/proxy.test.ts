import { describe, expect, it } from 'vitest'
import { behindProxy } from '../../toolchains/behind-proxy.ts'

describe('a wheel by pip', () => {
  const trusted = { PIP_TRUSTED_HOST: 'index.invalid' }

  it('comes through the proxy of the environment', async () => {
    const w = await behindProxy()
    const env = { ...trusted, PIP_INDEX_URL: 'http://index.invalid/simple/', HTTP_PROXY: w.proxy.url }
    expect(await w.install({ ...env, http_proxy: w.proxy.url })).toBe(true)
    expect(w.proxy.asked).toContain(`http://index.invalid/${w.fixture.file}`)
  })

  it('comes directly from a host that NO_PROXY names', async () => {
    const w = await behindProxy()
    const proxies = { HTTP_PROXY: w.proxy.url, http_proxy: w.proxy.url, NO_PROXY: '127.0.0.1', no_proxy: '127.0.0.1' }
    expect(await w.install({ ...proxies, PIP_INDEX_URL: `${w.server.url}/simple/` })).toBe(true)
    expect(w.proxy.asked).toEqual([])
  })
})
