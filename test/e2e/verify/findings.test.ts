import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pinnedZig } from '../../../src/toolchains/catalog.ts'
import { judgeFile } from '../../../src/verify/judge.ts'
import { anyPolicy, policyFrom } from '../../../src/verify/policies.ts'
import type { Policy } from '../../../src/verify/policy.ts'
import { sh } from '../support/shell.ts'

const zig = `${process.env['PB_TEST_TOOLS_DIR']}/zig-${pinnedZig}/zig`
const has = (...argv: [string, ...string[]]) => spawnSync(argv[0], argv.slice(1), { stdio: 'ignore' }).status === 0

let dir = ''
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'findings-'))
  writeFileSync(join(dir, 'hello.c'), '#include <stdio.h>\nint main(void) { return puts("hello") < 0; }\n')
  writeFileSync(
    join(dir, 'names.c'),
    '#include <netdb.h>\nint main(void) { struct addrinfo *r; return getaddrinfo("localhost", 0, 0, &r); }\n',
  )
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** What is said of a file: `severity id`. */
async function findings(path: string, policy: Policy = anyPolicy()): Promise<string[]> {
  const report = await judgeFile(path, policy, { forbiddenPaths: [dir] })
  return report.findings.map(f => `${f.severity} ${f.id}`)
}

describe('files that zig links', () => {
  /** The findings of a program built with some flags, beyond those without them. */
  async function added(target: string, ...flags: string[]): Promise<string[]> {
    const build = async (name: string, more: string[]) => {
      sh([zig, 'cc', '-target', target, '-O1', '-s', '-o', join(dir, name), join(dir, 'hello.c'), ...more])
      return findings(join(dir, name))
    }
    const plain = await build('plain', [])
    const changed = await build('changed', flags)
    return changed.filter(f => !plain.includes(f))
  }
  const gnu = 'x86_64-linux-gnu.2.17'
  const cases: readonly (readonly [wanted: string, target: string, ...flags: string[]])[] = [
    ['error runpath', gnu, '-Wl,-rpath,/opt/acme/lib'],
    ['info runpath-origin', gnu, '-Wl,-rpath,$ORIGIN/../lib'],
    ['warning bind-now', gnu, '-Wl,-z,lazy'],
    ['warning relro', gnu, '-Wl,-z,norelro'],
    ['error page-size', 'aarch64-linux-musl', '-Wl,-z,max-page-size=4096'],
  ]
  it.each(cases)('%s (%s %s)', async (wanted, target, ...flags) => {
    expect(await added(target, ...flags)).toEqual([wanted])
  })
})

describe.skipIf(!has('gcc', '--version'))('files of this system’s gcc', () => {
  const gcc = (name: string, source: string, ...flags: string[]) => {
    sh(['gcc', '-O1', '-s', '-o', join(dir, name), join(dir, source), ...flags])
    return findings(join(dir, name))
  }

  it('static glibc is told, and is an error where it looks up names', async () => {
    const plain = await gcc('static', 'hello.c', '-static')
    expect(plain).toContain('warning static-glibc')
    expect(plain).not.toContain('error static-glibc-nss')
    expect(plain).not.toContain('warning static-dlopen')
    expect(await gcc('names', 'names.c', '-static')).toContain('error static-glibc-nss')
    expect(await gcc('dynamic', 'names.c')).not.toContain('error static-glibc-nss')
    const nss = policyFrom('static', { allow: ['nss'] })
    expect(await findings(join(dir, 'names'), nss)).toContain('info static-glibc-nss')
  })

  it('an executable stack and a fixed address are seen', async () => {
    expect(await gcc('stack', 'hello.c', '-Wl,-z,execstack')).toContain('error exec-stack')
    expect(await gcc('fixed', 'hello.c', '-no-pie')).toContain('warning no-pie')
    const good = await gcc('good', 'hello.c', '-pie', '-Wl,-z,relro,-z,now,-z,noexecstack')
    expect(good.filter(f => !f.startsWith('info'))).toEqual([])
  })

  it('packed relocations are a floor, a level of x86-64 a baseline', async () => {
    await gcc('relr', 'hello.c', '-Wl,-z,pack-relative-relocs')
    expect(await findings(join(dir, 'relr'), policyFrom(null, { glibc: '2.35' }))).toContain('error floor-glibc')
    expect(await findings(join(dir, 'relr'), policyFrom(null, { glibc: '2.36' }))).not.toContain('error floor-glibc')
    expect(await gcc('v3', 'hello.c', '-Wl,-z,x86-64-v3')).toContain('error isa-baseline')
    expect(await findings(join(dir, 'v3'), policyFrom(null, { cpu: 'haswell' }))).not.toContain('error isa-baseline')
  })
})

describe.skipIf(!has('go', 'version'))('files of Go', () => {
  const lookup = 'import "net"\n\nfunc main() { _, err := net.LookupHost("localhost"); println(err == nil) }\n'
  const small = 'func main() { println("hello") }\n'
  const build = (name: string, program: string, env: Record<string, string>, ...flags: string[]) => {
    const source = join(dir, 'go')
    mkdirSync(source, { recursive: true })
    writeFileSync(join(source, 'go.mod'), 'module example.com/hello\n\ngo 1.21\n')
    writeFileSync(join(source, 'main.go'), `package main\n\n${program}`)
    const go = { ...process.env, GOFLAGS: '-buildvcs=false', GOOS: 'linux', CGO_ENABLED: '0', ...env }
    sh(['go', 'build', ...flags, '-o', join(dir, name), '.'], { cwd: source, env: go })
    return findings(join(dir, name))
  }

  it('a static program that looks up names has no glibc; paths are in it without -trimpath', async () => {
    expect(await build('trimmed', lookup, { GOARCH: 'amd64' }, '-trimpath', '-ldflags=-s -w')).not.toContain(
      'warning leaked-path',
    )
    const said = await build('plain', lookup, { GOARCH: 'amd64' })
    expect(said).toEqual(expect.arrayContaining(['warning go-trimpath', 'warning leaked-path', 'info not-stripped']))
    expect(said.filter(f => f.includes('static-glibc'))).toEqual([])
  })

  it('a PIE without cgo names a loader and needs no library', async () => {
    expect(await build('pie', small, { GOARCH: 'amd64' }, '-trimpath', '-buildmode=pie')).toContain(
      'warning interp-without-needed',
    )
    expect(await findings(join(dir, 'pie'), policyFrom('static'))).toContain('error interp-without-needed')
  })

  it('ARM’s architecture is read from what Go says of itself: the flags are those of every ARM', async () => {
    await build('armel', small, { GOARCH: 'arm', GOARM: '5' }, '-trimpath')
    expect(await judgeFile(join(dir, 'armel'), policyFrom('static'))).toMatchObject({ arch: 'armel', verified: true })
  })
})
