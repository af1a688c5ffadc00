import { describe, expect, it } from 'vitest'
import { placesOf } from '../../src/hosts/places.ts'

const me = { env: {}, home: '/home/me', uid: 1000, tmp: '/tmp', cwd: '/data' }

describe('where caches are kept', () => {
  it('is the user’s cache directory', () => {
    expect(placesOf({ ...me, env: { HOME: '/home/other' } }).toolsDir).toBe('/home/other/.cache/portable-build/tools')
    expect(placesOf(me)).toEqual({
      toolsDir: '/home/me/.cache/portable-build/tools',
      cacheDir: '/home/me/.cache/portable-build/cache',
      shared: null,
    })
  })

  it('is XDG_CACHE_HOME, if it is absolute', () => {
    expect(placesOf({ ...me, env: { XDG_CACHE_HOME: '/c' } }).cacheDir).toBe('/c/portable-build/cache')
    expect(placesOf({ ...me, env: { XDG_CACHE_HOME: 'c' } }).cacheDir).toBe('/home/me/.cache/portable-build/cache')
  })

  it('is what our own variables say, seen from the current directory', () => {
    const env = { PORTABLE_BUILD_TOOLS_DIR: 'tools', PORTABLE_BUILD_CACHE_DIR: '/c' }
    expect(placesOf({ ...me, home: null, env })).toEqual({ toolsDir: '/data/tools', cacheDir: '/c', shared: null })
  })

  it('is a directory of this user in /tmp where there is no home, and that is told', () => {
    for (const home of [null, '/', 'nonexistent']) {
      const places = placesOf({ ...me, home })
      expect(places.toolsDir).toBe('/tmp/portable-build-1000/tools')
      expect(places.shared).toBe('/tmp/portable-build-1000')
    }
  })
})
