import { chownSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { build } from '../support/build.ts'
import { readelf } from '../support/readelf.ts'
import { start } from '../support/start.ts'
import { exampleRepository, project } from './build.ts'

const targets = ['x86_64-linux', 'aarch64-linux']
const both = { targets: 'linux/amd64,linux/arm64' }

describe('pure Go', () => {
  it('the example runs on both architectures without libc, and says its tag', async () => {
    const built = await build(exampleRepository(), both)
    expect(built.report.verified).toBe(true)
    for (const target of targets) {
      const path = built.artifact(target, 'lookup')
      expect(readelf(path)).toMatchObject({ interpreter: null, needed: [] })
      expect(await start(target, [path, '--version'])).toMatch(/^lookup v1\.2\.3 \(2001-02-03T04:05:06Z\) linux\//)
      expect(await start(target, [path, '127.0.0.1'])).toContain('127.0.0.1')
    }
  })

  it('the same commit gives the same bytes: in two directories, and again beside the artifacts of the first run', async () => {
    const dir = exampleRepository()
    const first = (await build(dir, both)).bytes(targets, 'lookup')
    const again = (await build(dir, both)).bytes(targets, 'lookup')
    const elsewhere = (await build(exampleRepository(), both)).bytes(targets, 'lookup')
    expect(again.map((b, i) => b.equals(first[i] ?? Buffer.alloc(0)))).toEqual([true, true])
    expect(elsewhere.map((b, i) => b.equals(first[i] ?? Buffer.alloc(0)))).toEqual([true, true])
    expect(first[0]?.includes(dir)).toBe(false)
  })

  it('a commit is stamped where git answers, although GOFLAGS of this machine may say no', async () => {
    const built = await build(exampleRepository(), { targets: 'amd64' }, { env: { GOFLAGS: '-buildvcs=false' } })
    expect(readFileSync(built.artifact('x86_64-linux', 'lookup')).includes('vcs.revision=')).toBe(true)
  })

  it.skipIf(process.getuid?.() !== 0)(
    'a tree that belongs to someone else is built without a stamp, and told',
    async () => {
      const dir = exampleRepository()
      for (const path of [dir, join(dir, '.git'), ...readdirSync(dir).map(f => join(dir, f))])
        chownSync(path, 65534, 65534)
      const built = await build(dir, { targets: 'amd64' })
      const path = built.artifact('x86_64-linux', 'lookup')
      expect(await start('x86_64-linux', [path, '--version'])).toMatch(/^lookup dev /)
      expect(built.report.notices.join('\n')).toContain('owned by another user')
    },
  )

  it('before-script runs for each target and its output is compiled in', async () => {
    const dir = project({
      'go.mod': 'module example.com/rover\n\ngo 1.22\n',
      'main.go': 'package main\n\nfunc main() {\n\tprintln(generated)\n}\n',
    })
    const script = `printf 'package main\\n\\nconst generated = "for %s"\\n' "$TARGET" > generated.go`
    const built = await build(dir, { ...both, 'before-script': script })
    const text = (target: string) => readFileSync(built.artifact(target, 'rover')).toString('latin1')
    expect(text('x86_64-linux')).toContain('for amd64')
    expect(text('aarch64-linux')).toContain('for arm64')
  })

  it('several main packages give several executables; an error in one target says where', async () => {
    const main = 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("hello")\n}\n'
    const dir = project({
      'go.mod': 'module example.com/tools\n\ngo 1.22\n',
      'cmd/a/main.go': main,
      'cmd/b/main.go': main,
      'cmd/b/broken_arm64.go': 'package main\n\nvar x int = "no"\n',
    })
    const { report, artifact } = await build(dir, both)
    expect(report.verified).toBe(false)
    for (const name of ['a', 'b']) expect(await start('x86_64-linux', [artifact('x86_64-linux', name)])).toBe('hello\n')
    expect(report.failures).toMatchObject([{ code: 'step-failed', targets: ['aarch64-linux'] }])
    expect(report.failures[0]?.lines.join('\n')).toContain('broken_arm64.go:3')
  })
})
