import { describe, expect, it } from 'vitest'
import type { Kit } from '../../../src/backends/backend.ts'
import { BuildError } from '../../../src/errors.ts'
import type { Inputs } from '../../../src/inputs/inputs.ts'
import { go } from '../../../src/languages/go.ts'
import type { ProbeAnswer, Source } from '../../../src/languages/language.ts'
import { makeTarget, type Target } from '../../../src/target.ts'
import { inputsWith } from '../../support/inputs.ts'
import { memoryTree } from '../../support/memory-tree.ts'

const main = 'package main\n\nvar version = "dev"\n\nfunc main() {\n}\n'
const source: Source = { commit: 'a'.repeat(40), tag: 'v1.2.3', epoch: 1700000000, dirty: false, why: null }
const noGit: Source = { commit: null, tag: null, epoch: 315532800, dirty: false, why: 'no git' }
const kit: Kit = { backend: 'native', toolchains: [], files: [], compilers: {}, env: {}, path: [], identity: '' }
const amd64 = makeTarget('x86_64', 'none', null)
const arm64 = makeTarget('aarch64', 'none', null)

interface Case {
  readonly inputs?: Partial<Inputs>
  readonly source?: Source
  readonly files?: Record<string, string>
  readonly answers?: Record<string, ProbeAnswer>
  readonly kit?: Kit
  readonly targets?: readonly Target[]
}

function plan(options: Case = {}) {
  const inputs = inputsWith(options.inputs)
  const files = { 'go.mod': 'module example.com/rover\n\ngo 1.24\n', 'main.go': main, ...options.files }
  const project = go.detect(memoryTree(files), inputs)
  if (!project) throw new Error('not detected')
  const answers = options.answers ?? {}
  const context = {
    ...{ project, inputs, answers, source: options.source ?? source, kit: options.kit ?? kit },
    ...{ workDir: '/src/hello/.portable-build/rover-native', cpus: 2, toolsDir: '/tools' },
  }
  return { project, ...go.plan(context, options.targets ?? [amd64]), needsC: go.needsC(project, inputs, answers) }
}

const build = (options?: Case) => plan(options).steps.find(s => s.id.endsWith('-build'))
const flag = (name: string, options?: Case) => build(options)?.argv.find(a => a.startsWith(`-${name}=`))

describe('planning Go', () => {
  it('builds pure Go for each target with the baseline CPU, without libc, paths and symbols', () => {
    const { steps, collect, needsC } = plan({ targets: [amd64, arm64] })
    expect(needsC).toBe(false)
    expect(steps.map(s => s.argv.join(' '))).toEqual([
      'go build -trimpath -buildvcs=auto -tags=osusergo,netgo -ldflags=-s -w -X main.version=v1.2.3 -o /src/hello/.portable-build/rover-native/out/x86_64-linux/rover -- .',
      'go build -trimpath -buildvcs=auto -tags=osusergo,netgo -ldflags=-s -w -X main.version=v1.2.3 -o /src/hello/.portable-build/rover-native/out/aarch64-linux/rover -- .',
    ])
    expect(steps[0]?.env).toMatchObject({ GOOS: 'linux', GOARCH: 'amd64', GOAMD64: 'v1', CGO_ENABLED: '0' })
    expect(steps[1]?.env).toMatchObject({ GOARCH: 'arm64', GOTOOLCHAIN: 'auto' })
    expect(collect.map(c => c.from === 'file' && [c.target, c.name])).toEqual([
      ['x86_64-linux', 'rover'],
      ['aarch64-linux', 'rover'],
    ])
  })

  it('merges tags and linker flags with the user’s, the user’s last', () => {
    expect(flag('tags', { inputs: { tags: ['netgo', 'pro'] } })).toBe('-tags=osusergo,netgo,pro')
    expect(flag('ldflags', { inputs: { ldflags: '-X main.version=9', strip: false } })).toBe(
      '-ldflags=-X main.version=v1.2.3 -X main.version=9',
    )
  })

  it('merges what args say about tags and the linker: go takes only the last of each', () => {
    const args = ['-tags', 'sqlite_fts5,pro', '-v', '--ldflags=-X main.edition="free" -X "main.name=two words"']
    expect(flag('tags', { inputs: { args } })).toBe('-tags=osusergo,netgo,sqlite_fts5,pro')
    expect(flag('ldflags', { source: noGit, inputs: { args } })).toBe(
      `-ldflags=-s -w -X 'main.edition="free"' -X 'main.name=two words'`,
    )
    expect(build({ inputs: { args } })?.argv.filter(a => /tags|ldflags|^-v$/.test(a))).toHaveLength(3)
  })

  it('stamps what the program has variables for, by goreleaser’s names', () => {
    const files = {
      'main.go': 'package main\n\nvar (\n\tversion = "dev"\n\tcommit string\n\tdate string\n)\n\nfunc main() {\n}\n',
    }
    const dirty = { ...source, tag: null, dirty: true }
    expect(flag('ldflags', { files, source: dirty })).toBe(
      `-ldflags=-s -w -X main.version=aaaaaaaaaaaa-dirty -X main.commit=${source.commit} -X main.date=2023-11-14T22:13:20Z`,
    )
    expect(flag('ldflags', { files: { 'main.go': 'package main\n\nfunc main() {\n}\n' } })).toBe('-ldflags=-s -w')
  })

  it('does not count untracked files as changes: artifacts of an earlier run would change the stamp', () => {
    expect(build()?.env).toMatchObject({ GIT_CONFIG_KEY_0: 'status.showUntrackedFiles', GIT_CONFIG_VALUE_0: 'no' })
  })

  it('plans a module with two programs, C, a script and both libcs as the golden file says', async () => {
    const targets = [makeTarget('x86_64', 'musl', null), makeTarget('aarch64', 'glibc', '2.17')]
    const compilers = Object.fromEntries(
      targets.map(({ name }) => {
        const at = (tool: string) => `/tools/wrappers/${name}/${tool}`
        const set = { cc: at('cc'), cxx: at('c++'), ar: at('ar'), ranlib: at('ranlib'), strip: null, triple: name }
        return [name, set]
      }),
    )
    const { steps, collect, notices } = plan({
      files: {
        'main.go': 'package main\n',
        'cmd/a/main.go': main,
        'cmd/b/main.go': main,
        'c/c.go': 'package c\n\nimport "C"\n',
      },
      inputs: { 'before-script': 'make generate', 'after-script': 'ls', tags: ['pro'], cpu: 'x86_64_v2' },
      kit: { ...kit, backend: 'zig', compilers },
      targets,
    })
    const text = `${JSON.stringify({ steps, collect, notices }, null, 2)}\n`
    await expect(text).toMatchFileSnapshot('../../golden/go-cgo-two-libcs.plan.json')
  })

  it('never lets a build die of version control: no stamp where git does not answer', () => {
    expect(flag('buildvcs', { source: noGit })).toBe('-buildvcs=false')
    expect(flag('ldflags', { source: noGit })).toBe('-ldflags=-s -w')
    expect(flag('buildvcs', { source: noGit, inputs: { 'vcs-stamp': 'true' } })).toBe('-buildvcs=true')
    expect(flag('buildvcs', { inputs: { 'vcs-stamp': 'false' } })).toBe('-buildvcs=false')
    expect(plan({ source: noGit }).notices).toContain('rover: no version stamp: no git')
  })

  it('takes the toolchain that was asked for', () => {
    expect(build({ inputs: { toolchain: '1.25' } })?.env['GOTOOLCHAIN']).toBe('go1.25.0')
  })

  it('asks go about C only where other modules are required', () => {
    const inputs = inputsWith({ targets: ['arm64', 'linux/amd64', 'aarch64-linux-musl'] })
    const of = (goMod: string) => go.detect(memoryTree({ 'go.mod': goMod, 'main.go': main }), inputs)
    const [alone, requiring] = [of('module a\n'), of('module a\nrequire b v1.0.0\n')]
    expect(alone && go.probes(alone, inputs)).toEqual([])
    expect(requiring && go.probes(requiring, inputs).map(p => p.env['GOARCH'])).toEqual(['arm64', 'amd64'])
  })

  it('builds C with the backend’s compilers, linked statically on musl', () => {
    const target = makeTarget('aarch64', 'musl', null)
    const compilers = {
      cc: '/w/cc',
      cxx: '/w/c++',
      ar: '/w/ar',
      ranlib: '/w/ranlib',
      strip: null,
      triple: 'aarch64-linux-musl',
    }
    const options: Case = {
      files: { 'go.mod': 'module example.com/rover\nrequire github.com/mattn/go-sqlite3 v1.14.52\n' },
      answers: { 'cgo arm64': { code: 0, stdout: 'github.com/mattn/go-sqlite3\n', stderr: '' } },
      kit: { ...kit, backend: 'zig', compilers: { [target.name]: compilers } },
      targets: [target],
    }
    expect(plan(options).needsC).toBe(true)
    expect(build(options)?.env).toMatchObject({ CGO_ENABLED: '1', CC: '/w/cc', CXX: '/w/c++', AR: '/w/ar' })
    expect(flag('ldflags', options)).toContain('-linkmode=external -extldflags=-static')
    expect(build(options)?.env['PKG_CONFIG_LIBDIR']).toMatch(/no-libraries$/)
    const ldflags = '-X main.a=b -extldflags "-lm -Wl,-z,now"'
    expect(flag('ldflags', { ...options, source: noGit, inputs: { ldflags } })).toBe(
      "-ldflags=-s -w -linkmode=external '-extldflags=-static -lm -Wl,-z,now' -X main.a=b",
    )
    expect(plan(options).notices).toContain('rover: cgo: github.com/mattn/go-sqlite3 has C')
  })

  it('says that it does not know when go could not be asked', () => {
    const answers = { 'cgo ': { code: 1, stdout: '', stderr: 'go: no network\n' } }
    const { needsC, notices } = plan({ files: { 'go.mod': 'module example.com/rover\nrequire x v1.0.0\n' }, answers })
    expect(needsC).toBe(false)
    expect(notices.join()).toContain('go: no network')
    const own = { 'go.mod': 'module example.com/rover\nrequire x v1.0.0\n', 'c.go': 'package main\n\nimport "C"\n' }
    expect(plan({ files: own, answers, targets: [] }).needsC).toBe(true)
  })

  it('runs the user’s script before each target, with the target’s name and no GOARCH', () => {
    const { steps } = plan({ inputs: { 'before-script': 'make generate' }, targets: [amd64, arm64] })
    const scripts = steps.filter(s => s.argv[0] === 'sh')
    expect(scripts.map(s => s.env['TARGET'])).toEqual(['amd64', 'arm64'])
    expect(scripts[0]?.env).not.toHaveProperty('GOARCH')
    expect(scripts[0]?.env).not.toHaveProperty('GOFLAGS')
    expect(steps.map(s => s.id)).toEqual(['1-before-script', '2-build', '3-before-script', '4-build'])
  })

  it('keeps version control out of the user’s own go build too, where git does not answer', () => {
    const env = { GOFLAGS: '-v' }
    const inputs = { 'before-script': 'make linux', env }
    expect(plan({ source: noGit, inputs }).steps[0]?.env['GOFLAGS']).toBe('-v -buildvcs=false')
  })

  it('generates what is evidently missing, unless the user’s script does', () => {
    const files = { 'bpf/gen.go': 'package bpf\n//go:generate bpf2go Rover rover.c\n' }
    const [generate] = plan({ files }).steps
    expect(generate).toMatchObject({ argv: ['go', 'generate', './bpf'] })
    expect(generate?.env).not.toHaveProperty('GOARCH')
    expect(plan({ files, inputs: { 'before-script': 'make generate' } }).steps.map(s => s.argv[0])).toEqual([
      'sh',
      'go',
    ])
  })

  it('refuses the race detector and a module without a program', () => {
    const code = (options: Case) => {
      try {
        plan(options)
      } catch (error) {
        return error instanceof BuildError ? error.code : error
      }
      return null
    }
    expect(code({ inputs: { args: ['-race'] } })).toBe('bad-input')
    expect(code({ inputs: { args: ['--asan=true'] } })).toBe('bad-input')
    expect(code({ inputs: { ldflags: '-X "main.a=b' } })).toBe('bad-input')
    expect(code({ files: { 'main.go': 'package lib\n' } })).toBe('no-executable')
  })
})
