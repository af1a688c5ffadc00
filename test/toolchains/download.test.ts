import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Download, download } from '../../src/toolchains/download.ts'
import { useProxy } from '../../src/toolchains/proxy.ts'
import { startProxy } from '../support/proxy.ts'
import { recordingLog, scratch } from './fixture.ts'
import { cutAfter, deadUrl, serve, startMirror, status } from './mirror.ts'

const bytes = randomBytes(300_000)
const file = {
  file: 'zig.tar.xz',
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
  root: 'zig/',
}

function wanting(...urls: string[]): Download {
  return { urls, file, to: join(scratch(), 'part') }
}

function context(signal = new AbortController().signal) {
  const seen: number[] = []
  const waits: number[] = []
  const pause = async (ms: number) => void waits.push(ms)
  return { signal, progress: (n: number) => void seen.push(n), pause, seen, waits }
}

describe('a download', () => {
  it('brings the file and tells its progress', async () => {
    const { url } = await startMirror(serve(bytes))
    const wanted = wanting(`${url}/zig.tar.xz`)
    const run = context()
    expect(await download(wanted, run)).toEqual([])
    expect(readFileSync(wanted.to).equals(bytes)).toBe(true)
    expect(run.seen.at(-1)).toBe(bytes.length)
  })

  it('goes on where a cut connection ended', async () => {
    const to = join(scratch(), 'part')
    const whole = serve(bytes)
    const cut = cutAfter(bytes, 120_000, () => existsSync(to) && statSync(to).size > 0)
    const mirror = await startMirror((q, r, n) => (n === 0 ? cut : whole)(q, r, n))
    const wanted = { ...wanting(`${mirror.url}/zig.tar.xz`), to }
    expect(await download(wanted, context())).toEqual([])
    expect(readFileSync(wanted.to).equals(bytes)).toBe(true)
    expect(mirror.requests[1]?.range).toMatch(/^bytes=[1-9][0-9]*-$/)
  })

  it('goes on with what an interrupted run has left, at another address', async () => {
    const mirror = await startMirror(serve(bytes))
    const wanted = wanting(`${await deadUrl()}/zig.tar.xz`, `${mirror.url}/zig.tar.xz`)
    writeFileSync(wanted.to, bytes.subarray(0, 1000))
    expect(await download(wanted, context())).toEqual([])
    expect(mirror.requests.map(r => r.range)).toEqual(['bytes=1000-'])
    expect(readFileSync(wanted.to).equals(bytes)).toBe(true)
  })

  it('starts anew when what was left is of another file', async () => {
    const mirror = await startMirror(serve(bytes))
    const wanted = wanting(`${mirror.url}/zig.tar.xz`)
    writeFileSync(wanted.to, randomBytes(1000))
    expect(await download(wanted, context())).toEqual([])
    expect(mirror.requests.map(r => r.range)).toEqual(['bytes=1000-', undefined])
    expect(readFileSync(wanted.to).equals(bytes)).toBe(true)
  })

  it('takes the whole from a server that knows no ranges', async () => {
    const mirror = await startMirror((_, r) => void r.writeHead(200).end(bytes))
    const wanted = wanting(`${mirror.url}/zig.tar.xz`)
    writeFileSync(wanted.to, bytes.subarray(0, 1000))
    expect(await download(wanted, context())).toEqual([])
    expect(readFileSync(wanted.to).equals(bytes)).toBe(true)
  })

  it('tries a server again that is busy, after a wait', async () => {
    const mirror = await startMirror((q, r, n) => (n < 2 ? status(n === 0 ? 500 : 503) : serve(bytes))(q, r, n))
    const run = context()
    expect(await download(wanting(`${mirror.url}/zig.tar.xz`), run)).toEqual([])
    expect(run.waits).toHaveLength(2)
    expect(run.waits[1]).toBeGreaterThan(run.waits[0] ?? 0)
  })

  it('does not ask again for what is not there', async () => {
    const mirror = await startMirror(status(404))
    const failures = await download(wanting(`${mirror.url}/zig.tar.xz`), context())
    expect(failures).toEqual([{ where: `${mirror.url}/zig.tar.xz`, why: 'HTTP 404 Not Found' }])
    expect(mirror.requests).toHaveLength(1)
  })

  it('refuses another file and keeps nothing of it', async () => {
    const other = Buffer.from(bytes)
    other[0] = (other[0] ?? 0) ^ 1
    const { url } = await startMirror(serve(other))
    const wanted = wanting(`${url}/zig.tar.xz`)
    const [failure] = await download(wanted, context())
    expect(failure?.mismatch).toBe(true)
    expect(failure?.why).toContain(`instead of ${file.sha256}`)
    expect(existsSync(wanted.to)).toBe(false)
  })

  it('stops reading a file that does not end', async () => {
    let sent = 0
    const endless = await startMirror((_, r) => {
      r.writeHead(200)
      const more = () => {
        sent += 65536
        if (!r.destroyed) r.write(Buffer.alloc(65536), more)
      }
      more()
    })
    const [failure] = await download(wanting(`${endless.url}/zig.tar.xz`), context())
    expect(failure).toMatchObject({ mismatch: true, why: expect.stringContaining('more than') })
    expect(sent).toBeLessThan(100_000_000)
  })

  it('says of a truncated file how much of it came', async () => {
    const { url } = await startMirror((_, r) => void r.writeHead(200).end(bytes.subarray(0, 5000)))
    const [failure] = await download(wanting(`${url}/zig.tar.xz`), context())
    expect(failure?.why).toBe('ended after 5000 of 300000 bytes')
  })

  it('names every address that failed, without the password in it', async () => {
    const dead = await deadUrl()
    const { url } = await startMirror(status(403))
    const failures = await download(
      wanting(dead.replace('//', '//user:secret@'), `${url}/a?token=secret`, 'http://portable-build.invalid/a'),
      context(),
    )
    expect(failures.map(f => f.where)).toEqual([`${dead}/`, `${url}/a`, 'http://portable-build.invalid/a'])
    expect(JSON.stringify(failures)).not.toContain('secret')
    expect(failures[0]?.why).toContain('refused')
    expect(failures[1]?.why).toContain('403')
  })

  it('gives user and password of an address to the server', async () => {
    const given: unknown[] = []
    const mirror = await startMirror((q, r, n) => {
      given.push(q.headers.authorization)
      serve(bytes)(q, r, n)
    })
    const wanted = wanting(`${mirror.url.replace('//', '//me:p%40ss@')}/zig.tar.xz`)
    expect(await download(wanted, context())).toEqual([])
    expect(given).toEqual([`Basic ${Buffer.from('me:p@ss').toString('base64')}`])
  })

  it('follows where it is sent, and takes the password nowhere else', async () => {
    const given: unknown[] = []
    const other = await startMirror((q, r, n) => {
      given.push(q.headers.authorization)
      serve(bytes)(q, r, n)
    })
    const here = await startMirror((q, r) => {
      given.push(q.headers.authorization !== undefined)
      r.writeHead(302, { location: q.url === '/zig.tar.xz' ? '/moved' : `${other.url}/zig.tar.xz` }).end()
    })
    const wanted = wanting(`${here.url.replace('//', '//me:secret@')}/zig.tar.xz`)
    expect(await download(wanted, context())).toEqual([])
    expect(given).toEqual([true, true, undefined])
  })

  it('does not go round in circles, nor where nothing is asked', async () => {
    const circle = await startMirror((_, r) => void r.writeHead(301, { location: '/again' }).end())
    const odd = await startMirror((_, r) => void r.writeHead(301, { location: 'file:///etc/passwd' }).end())
    const failures = await download(wanting(`${circle.url}/a`, `${odd.url}/a`), context())
    expect(failures.map(f => f.why)).toEqual([
      'it sends from one address to the next, 10 times',
      'it sends to file://, where nothing is asked',
    ])
  })

  it('ends at once when the run is interrupted', async () => {
    const stop = new AbortController()
    const { url } = await startMirror((_, r) => {
      r.writeHead(200)
      r.write(bytes.subarray(0, 100), () => stop.abort())
    })
    const wanted = wanting(`${url}/zig.tar.xz`)
    await expect(download(wanted, context(stop.signal))).rejects.toMatchObject({ code: 'interrupted' })
  })

  it('says that a directory cannot be written', async () => {
    const { url } = await startMirror(serve(bytes))
    const wanted = wanting(`${url}/zig.tar.xz`)
    writeFileSync(wanted.to, '')
    const below = { ...wanted, to: join(wanted.to, 'part') }
    await expect(download(below, context())).rejects.toMatchObject({ code: 'cannot-write' })
  })

  it('says that the disk is full', async () => {
    const { url } = await startMirror(serve(bytes))
    const wanted = wanting(`${url}/zig.tar.xz`)
    symlinkSync('/dev/full', wanted.to) // a link: what failed is removed
    await expect(download(wanted, context())).rejects.toMatchObject({ code: 'disk-full' })
    expect(existsSync(wanted.to)).toBe(false)
  })
})

describe('the proxy of the environment', () => {
  it('is used for downloads, and no longer afterwards', async () => {
    const { url } = await startMirror(serve(bytes))
    const { url: address, asked } = await startProxy(Number(new URL(url).port))
    const restore = await useProxy({ HTTP_PROXY: address }, recordingLog())
    const other = await useProxy({ HTTP_PROXY: address }, recordingLog())
    other() // another installation that is done earlier takes nothing away
    try {
      expect(await download(wanting('http://portable-build.invalid/zig.tar.xz'), context())).toEqual([])
      expect(asked).toEqual(['http://portable-build.invalid/zig.tar.xz'])
    } finally {
      restore()
    }
    expect(await download(wanting(`${url}/zig.tar.xz`), context())).toEqual([])
    expect(asked).toHaveLength(1)
  })
})
