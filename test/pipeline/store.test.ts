import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ownMachine } from '../../src/cache/policy.ts'
import type { Host } from '../../src/host.ts'
import { buildRun, planRun, type RunRequest } from '../../src/pipeline.ts'
import { startObjectServer } from '../support/cache/object-server.ts'
import { scratchDir } from '../support/cache/trees.ts'
import { levelLog } from '../support/level-log.ts'

/** A Go module with a dependency, and a `go` that answers what it is asked and compiles nothing. */
function goProject() {
  const dir = scratchDir()
  const zeros = `h1:${'A'.repeat(43)}=`
  const answers = { GOVERSION: 'go1.26.0', GOMODCACHE: join(dir, 'modules'), GOMOD: join(dir, 'go.mod') }
  const files = {
    'go.mod': 'module example.com/hello\n\ngo 1.26\n\nrequire example.com/dep v1.0.0\n',
    'go.sum': `example.com/dep v1.0.0 ${zeros}\nexample.com/dep v1.0.0/go.mod ${zeros}\n`,
    'main.go': 'package main\n\nfunc main() {}\n',
    'bin/go': [
      '#!/bin/sh',
      'case "$1 $2" in',
      "'version ') echo 'go version go1.26.0 linux/amd64' ;;",
      `'env -json') printf '%s' '${JSON.stringify(answers)}' ;;`,
      '*) echo "go is pretended" >&2; exit 1 ;;',
      'esac',
      '',
    ].join('\n'),
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
  chmodSync(join(dir, 'bin/go'), 0o755)
  return dir
}

function world(flags: Readonly<Record<string, string>>) {
  const dir = goProject()
  const log = levelLog()
  const host: Host = {
    ...{ name: 'local', log, toolsDir: join(dir, 'tools'), cacheDir: join(dir, 'cache'), cache: null },
    ...{ cachePolicy: ownMachine, signal: new AbortController().signal, publish: async () => {} },
  }
  const env = { PATH: `${join(dir, 'bin')}:${process.env['PATH']}`, HOME: dir }
  const request: RunRequest = { dir, flags: { targets: 'x86_64-linux', 'output-dir': join(dir, 'out'), ...flags }, env }
  return { dir, log, host, request }
}

describe('the store of a run', () => {
  it('is one for modules, objects and results: what is wrong with it is said once', async () => {
    const server = await startObjectServer({ token: 'another one' })
    const { dir, log, host, request } = world({ 'cache-store': server.url })
    const report = await buildRun(host, request)
    expect(report.cache.filter(row => row.hit === 'miss').map(row => row.id.split(' ')[0])).toEqual(
      expect.arrayContaining(['go-modules', 'go-build']),
    )
    expect(server.requests.length).toBeGreaterThan(1)
    const complaints = log.lines.filter(
      line => line.level === 'warn' && line.text.startsWith('the cache is of no help'),
    )
    expect(complaints).toEqual([expect.objectContaining({ text: expect.stringContaining('HTTP 401') })])
    expect(readdirSync(join(dir, 'cache/packs'))).toEqual([])
  })

  it.each([
    ['plan', planRun],
    ['build', buildRun],
  ])('is named rightly, or there is no %s', async (_, run) => {
    const { dir, host, request } = world({ 'cache-store': 's3://bucket?endpint=https://a' })
    await expect(run(host, request)).rejects.toMatchObject({
      code: 'bad-input',
      message: 'cache-store can say endpoint and region, not "endpint"',
    })
    expect(readdirSync(dir).sort()).toEqual(['bin', 'go.mod', 'go.sum', 'main.go'])
  })
})
