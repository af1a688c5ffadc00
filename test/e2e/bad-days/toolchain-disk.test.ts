import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { makeFixture, pathWith, scratch } from '../../toolchains/fixture.ts'
import { serve, startMirror } from '../../toolchains/mirror.ts'

const child = fileURLToPath(new URL('../../toolchains/install-child.ts', import.meta.url))
const tiny = 'mount -t tmpfs -o size=1m none small'
const readOnly = 'mount --bind small small; mount -o remount,ro,bind small'

/** Installs into `small`, which is a file system of this kind; then lists what is on it. */
function installOn(mount: string, mirror: string, catalog: unknown): Promise<{ said: string; left: string[] }> {
  const dir = scratch()
  mkdirSync(join(dir, 'small'))
  const options = JSON.stringify({ toolsDir: join(dir, 'small/tools'), mirror, catalog, path: pathWith({}) })
  const script = `${mount}\n"$1" "$2" "$3" || true\nfind small -type f`
  const argv = ['--mount', 'sh', '-c', script, 'sh', process.execPath, child, options]
  return new Promise((resolve, reject) =>
    execFile('unshare', argv, { cwd: dir }, (error, stdout) => {
      if (error) return reject(error)
      const [said = '', ...left] = stdout.split('\n').filter(line => line !== '')
      resolve({ said, left })
    }),
  )
}

describe('a disk without room for a toolchain', () => {
  const fixture = makeFixture(3_000_000)

  it('while it is downloaded: disk-full, and what came is removed to make room', async () => {
    const { url } = await startMirror(serve(fixture.bytes))
    const { said, left } = await installOn(tiny, url, fixture.catalog)
    expect(said).toBe('disk-full')
    expect(left).toEqual(['small/tools/.install/zig-9.9.9/.gitignore'])
  })

  it('while it is unpacked: disk-full, and nothing of it stays', async () => {
    const { said, left } = await installOn(tiny, fixture.dir, fixture.catalog)
    expect(said).toBe('disk-full')
    expect(left).toEqual(['small/tools/.install/zig-9.9.9/.gitignore'])
  })

  it('that is read-only: cannot-write', async () => {
    const { said, left } = await installOn(readOnly, fixture.dir, fixture.catalog)
    expect(said).toBe('cannot-write')
    expect(left).toEqual([])
  })
})
