import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DockerfileFacts } from '../../src/init/dockerfile/facts.ts'
import { dockerfileFor, dockerignoreFor } from '../../src/init/dockerfile.ts'
import type { Inputs } from '../../src/inputs/inputs.ts'
import { c } from '../../src/languages/c.ts'
import { go } from '../../src/languages/go.ts'
import { python } from '../../src/languages/python.ts'
import { rust } from '../../src/languages/rust.ts'
import { parseTarget, settleTargets } from '../../src/target.ts'
import { catalog } from '../../src/toolchains/catalog.ts'
import { inputsWith } from '../support/inputs.ts'
import { memoryTree } from '../support/memory-tree.ts'

const languages = [rust, go, python, c]

/** What `init` would know of a project with these files. */
function factsOf(
  files: Readonly<Record<string, string>>,
  targets: string[],
  some: Partial<Inputs> = {},
): DockerfileFacts {
  const [tree, inputs] = [memoryTree(files, '/src/app'), inputsWith(some)]
  for (const language of languages) {
    const project = language.detect(tree, inputs)
    if (project === null) continue
    const libc = inputs.libc ?? language.defaultLibc(project, inputs, {})
    const settled = settleTargets(targets.map(parseTarget), { libc, glibc: null })
    return { project, inputs, targets: settled.targets, tree }
  }
  throw new Error('no project was detected')
}

const cargo = (more = '') => ({
  'Cargo.toml': `[package]\nname = "treesum"\nversion = "1.2.3"\n${more}`,
  'Cargo.lock': 'version = 4\n',
  'src/main.rs': 'fn main() {}\n',
})
const goMod = 'module example.com/lookup\n\ngo 1.24\n'
const goFiles = (more = '') => ({ 'go.mod': goMod + more, 'go.sum': '', 'main.go': 'package main\n\nfunc main() {}\n' })
const withC = { 'go.mod': goMod, 'main.go': 'package main\n\nimport "C"\n\nfunc main() {}\n' }
const cmake = {
  'build/cmake/CMakeLists.txt': 'project(app C)\nadd_executable(app main.c)\n',
  'build/cmake/main.c': 'int main(){}\n',
}
const make = { Makefile: 'app: main.c\n', 'main.c': 'int main(){}\n' }
const both = ['linux/amd64', 'linux/arm64']

const golden: Record<string, DockerfileFacts> = {
  'rust-two-platforms': factsOf(cargo(), both),
  'rust-glibc-pinned': factsOf(
    {
      ...cargo('\n[profile.dist]\ninherits = "release"\nstrip = true\n'),
      'rust-toolchain.toml': '[toolchain]\nchannel = "1.85"\n',
    },
    ['x86_64-linux-gnu.2.17', 'aarch64-linux-musl', 'armv7'],
    { profile: 'dist', features: ['tls', 'json'], args: ['--config', "profile.dist.lto='fat'"] },
  ),
  'go-modules': factsOf(goFiles('\nrequire example.com/x v1.0.0\n'), both, { ldflags: "-X 'main.name=a b'" }),
  'go-cgo': factsOf(withC, both),
  cmake: factsOf(cmake, ['amd64', 'armv7'], { 'build-system': 'cmake', args: ['-DNAME=a b'], env: { CFLAGS: '-O3' } }),
  make: factsOf(make, ['amd64', 'aarch64-linux-gnu.2.28'], { bin: ['app'] }),
}
const textOf = (facts: DockerfileFacts) => dockerfileFor(facts).text

describe('a Dockerfile', () => {
  it.each(Object.entries(golden))('%s', async (name, facts) => {
    await expect(textOf(facts)).toMatchFileSnapshot(`../golden/init/${name}.Dockerfile`)
  })

  it.each(Object.entries(golden))('%s: compiles on the builder, never under emulation', (_, facts) => {
    const stages = textOf(facts).match(/^FROM .*$/gm) ?? []
    const compiling = stages.filter(line => /\$\{(?!RUNTIME_)/.test(line))
    expect(compiling.length).toBeGreaterThan(0)
    expect(compiling.filter(line => !line.startsWith('FROM --platform=$BUILDPLATFORM '))).toEqual([])
    // A RUN in a stage of the target's own platform would need QEMU.
    expect(textOf(facts).split('AS artifacts')[1]).not.toMatch(/^RUN /m)
  })

  it.each(Object.entries(golden))('%s: every image can be another one', (_, facts) => {
    const text = textOf(facts)
    const args = [...text.matchAll(/^ARG (\w+)=/gm)].map(m => m[1])
    const bases = (text.match(/^FROM .*$/gm) ?? []).map(line =>
      line.split(' ').find((w, n) => n > 0 && !w.startsWith('--')),
    )
    const fixed = bases.filter(base => base !== 'scratch' && base !== 'chef')
    expect(new Set(fixed)).toEqual(new Set(args.map(name => `\${${name}}`)))
  })

  it('asks cargo the same before and after the sources are there, with the floor, and cooks without one', () => {
    const text = textOf(golden['rust-glibc-pinned'] as DockerfileFacts)
    const calls = text.match(/cargo zigbuild .*/g) ?? []
    expect(calls).toHaveLength(2)
    expect(calls[0]).toBe(calls[1])
    expect(calls[0]).toContain('--target x86_64-unknown-linux-gnu.2.17 --target aarch64-unknown-linux-musl')
    expect(text.match(/cargo chef .*/g)?.join('\n')).not.toContain('2.17')
    expect(text).toContain('/build/target/x86_64-unknown-linux-gnu/dist/treesum')
  })

  it('takes zig only with the sha256 of the catalog, for every builder that has one', () => {
    const text = textOf(golden['cmake'] as DockerfileFacts)
    for (const { wheel } of Object.values(catalog.zig.hosts)) expect(text).toContain(`--hash=sha256:${wheel.sha256}`)
    expect(text).toContain('--require-hashes')
    const other = factsOf(cmake, both, { 'build-system': 'cmake', 'zig-version': '0.14.1' })
    expect(() => dockerfileFor(other)).toThrow('zig-version')
  })

  it.each([
    ['a module of this tree', goFiles('\nreplace example.com/x => ../x\n')],
    ['a workspace', { ...goFiles(), 'go.work': 'go 1.24\nuse .\n' }],
    ['a vendor directory', { ...goFiles(), 'vendor/modules.txt': '' }],
  ])('does not fetch modules from go.mod alone where that cannot work: %s', (_, files) => {
    expect(textOf(factsOf(files, both))).not.toContain('go mod download')
  })

  it('says what is set for the project and is not in it', () => {
    expect(textOf(golden['cmake'] as DockerfileFacts)).toContain('although it is set for this project: env.')
    expect(textOf(golden['go-modules'] as DockerfileFacts)).not.toContain('although it is set')
    const decided = factsOf(goFiles(), both, { env: { CGO_ENABLED: '1' }, 'before-script': 'make assets' })
    expect(textOf(decided)).toContain('although it is set for this project: before-script.')
    expect(textOf(decided)).toContain('CC=/opt/cc/arm64/cc')
  })

  it.each([
    ['two targets of one platform', factsOf(cargo(), ['amd64', 'x86_64-linux-gnu.2.17']), 'linux/amd64'],
    ['a platform without a name', factsOf(goFiles(), ['ppc64']), 'ppc64'],
    ['a build system that it does not know', factsOf({ 'meson.build': "project('x', 'c')\n" }, both), 'meson'],
    [
      'Python',
      factsOf({ 'pyproject.toml': '[project]\nname = "x"\n[project.scripts]\nx = "x:main"\n', 'x.py': '' }, ['amd64'], {
        libc: 'glibc',
      }),
      'python',
    ],
    ['a line end in an argument', factsOf(make, both, { args: ['a\nRUN evil'] }), 'control character'],
    ['a toolchain that would be expanded', factsOf(cargo(), both, { toolchain: '$(id)' }), 'toolchain'],
    ['the same for Go', factsOf(goFiles(), both, { toolchain: '1.24$PATH' }), 'toolchain'],
    ['a library', factsOf({ ...cargo(), 'src/main.rs': '', 'src/lib.rs': '' }, both, { bin: ['nothing'] }), 'nothing'],
  ])('is not written for %s', (_, facts, why) => {
    expect(() => dockerfileFor(facts)).toThrow(why)
  })
})

describe('a .dockerignore', () => {
  it('keeps history, results and secrets out of the context', () => {
    expect(dockerignoreFor({ language: 'rust' }, 'dist').text.split('\n')).toEqual(
      expect.arrayContaining(['.git', '.portable-build', 'dist', 'target', '.env']),
    )
    expect(dockerignoreFor({ language: 'go' }, '../out').text).not.toMatch(/out|target|^$\n/m)
  })
})

describe('the script that takes what a C build gave', () => {
  let dir = ''
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'pb take '))
    for (const [path, mode] of [
      ['app', 0o755],
      ['lib.so.1', 0o755],
      ['data', 0o644],
      ['CMakeFiles/3/a.out', 0o755],
    ] as const) {
      mkdirSync(join(dir, 'from', path, '..'), { recursive: true })
      copyFileSync('/bin/sh', join(dir, 'from', path))
      chmodSync(join(dir, 'from', path), mode)
    }
    writeFileSync(join(dir, 'from/run.sh'), '#!/bin/sh\n', { mode: 0o755 })
    const script = /<<'EOF' \/opt\/take\n([\s\S]*?\n)EOF\n/.exec(textOf(golden['make'] as DockerfileFacts))?.[1]
    writeFileSync(join(dir, 'take'), script ?? '')
  })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))

  const take = (...names: string[]) => {
    const done = spawnSync('sh', [join(dir, 'take'), join(dir, 'from'), join(dir, 'to'), ...names], {
      encoding: 'utf8',
    })
    return { status: done.status, stderr: done.stderr, taken: readdirSync(join(dir, 'to')) }
  }

  it('takes executables, and neither scripts, libraries nor what CMake tried', () => {
    expect(take()).toEqual({ status: 0, stderr: '', taken: ['app'] })
  })

  it('fails for a name that was not built, and for nothing at all', () => {
    expect(take('app')).toMatchObject({ status: 0, taken: ['app'] })
    expect(take('server')).toMatchObject({ status: 1, stderr: 'no server was built\n' })
    rmSync(join(dir, 'from/app'))
    rmSync(join(dir, 'to/app'))
    expect(take()).toMatchObject({ status: 1, stderr: 'no executable was built\n' })
  })
})
