import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { parseStore } from '../../../src/cache/stores/address.ts'
import { remoteStore } from '../../../src/cache/stores/remote.ts'
import { scratchDir } from '../../support/cache/trees.ts'
import { levelLog } from '../../support/level-log.ts'
import { sh } from '../support/shell.ts'

const setup = fileURLToPath(new URL('moto.py', import.meta.url))

/** A service of other people, which checks signatures by Amazon's own code (botocore), and an access key for it. */
async function startMoto(): Promise<{ url: string; credentials: Record<string, string> }> {
  const dir = scratchDir()
  sh(['python3', '-m', 'venv', dir])
  sh([join(dir, 'bin/pip'), 'install', '-q', '--no-cache-dir', 'moto[s3,iam,server]==5.2.5'])
  const port = String(await freePort())
  // what is asked before that is not checked
  const env = { ...process.env, INITIAL_NO_AUTH_ACTION_COUNT: '4' }
  const server = spawn(join(dir, 'bin/moto_server'), ['-p', port], { stdio: 'ignore', env })
  onTestFinished(() => void server.kill('SIGKILL'))
  const url = `http://127.0.0.1:${port}`
  for (let i = 0; (await fetch(`${url}/moto-api/`).catch(() => null)) === null; i++) {
    if (i > 600) throw new Error('moto did not start')
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return { url, credentials: JSON.parse(sh([join(dir, 'bin/python'), setup, url])) }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

describe('a service that speaks S3', () => {
  it('keeps entries, finds the newest of a beginning, and refuses who has no key', async () => {
    const { url, credentials } = await startMoto()
    const dir = scratchDir()
    const log = levelLog()
    const storeFor = (env: Record<string, string>) => {
      const address = parseStore(`s3://bucket/team a/?endpoint=${url}`, {})
      if ('problem' in address) throw new Error(address.problem)
      return remoteStore({ address, env, log, signal: new AbortController().signal })
    }
    const store = storeFor(credentials)
    const [from, to] = [join(dir, 'from'), join(dir, 'to')]
    const content = randomBytes(5_000_000)
    const save = (key: string, bytes: Buffer) => {
      writeFileSync(from, bytes)
      return store.save({ key: `portable-build-${key}`, path: from })
    }
    expect(await save('a-1', Buffer.from('old'))).toBe('saved')
    await new Promise(resolve => setTimeout(resolve, 1100)) // dates of objects are seconds
    expect(await save("a-2 +'&", content)).toBe('saved')
    expect(await save('a-1', content)).toBe('exists')
    const wanted = { key: 'portable-build-a-9', fallbacks: ['portable-build-a-'], path: to }
    expect(await store.restore(wanted)).toEqual({ key: "portable-build-a-2 +'&", bytes: content.length })
    expect(readFileSync(to).equals(content)).toBe(true)
    expect(await store.restore({ ...wanted, fallbacks: [] })).toMatchObject({ key: null, why: /no entry/ })
    expect(log.lines).toEqual([])
    expect(await storeFor({ ...credentials, AWS_SECRET_ACCESS_KEY: 'wrong' }).restore(wanted)).toMatchObject({
      key: null,
      why: /403/,
    })
  })
})
