import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { collectArtifacts } from '../../src/build/collect.ts'
import type { Collect } from '../../src/plan.ts'
import { type ElfSpec, writeElf as elf } from '../support/elf-writer.ts'
import { makeJob } from '../support/jobs.ts'

const amd = 'x86_64-linux-musl'
const arm = 'aarch64-linux-musl'
/** Writes an ELF file; by default a program that everybody may run. */
function writeElf(path: string, spec: ElfSpec = {}, mode = 0o755): void {
  writeFileSync(path, elf(spec).bytes, { mode })
}

let root = ''
let work = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "pb collect it's ü "))
  work = join(root, '.portable-build/job')
  mkdirSync(join(work, 'stage/bin'), { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** Collects by these rules; only the amd64 target unless a rule is for another. */
function collect(rules: readonly Collect[], failed: string[] = [], messages: Record<string, string[]> = {}) {
  const targets = [amd, ...(JSON.stringify(rules).includes(arm) ? [arm] : [])]
  return collectArtifacts(makeJob({ workDir: work, steps: [], targets, collect: rules }), { failed, messages })
}

const tree = (bins: readonly string[] | null = null, target = amd, dir = 'stage'): Collect => ({
  from: 'tree',
  target,
  dirs: [join(work, dir)],
  bins,
})
const stage = (name: string) => join(work, 'stage', name)

describe('collectArtifacts from a tree', () => {
  it('takes what one starts, and nothing else', async () => {
    writeElf(stage('bin/static'))
    writeElf(stage('bin/static-pie'), { type: 3, flags1: 0x08000000 })
    writeElf(stage('bin/dynamic'), { type: 3, interpreter: '/lib64/ld-linux-x86-64.so.2' })
    writeElf(stage('bin/größe 漢'))
    writeElf(stage('libfoo.so.1.2'), { type: 3 })
    writeElf(stage('plugin'), { type: 3 })
    writeElf(stage('main.o'), { type: 1 })
    writeElf(stage('object'), { type: 1 })
    writeElf(stage('not-executable'), {}, 0o644)
    writeElf(stage('conftest'))
    writeElf(stage('lt-app'))
    mkdirSync(stage('CMakeFiles/3.25/CompilerIdC'), { recursive: true })
    writeElf(stage('CMakeFiles/3.25/CompilerIdC/a.out'))
    writeFileSync(stage('bin/script'), '#!/bin/sh\n', { mode: 0o755 })
    writeFileSync(stage('bin/empty'), '', { mode: 0o755 })
    symlinkSync('static', stage('bin/also-static'))
    symlinkSync('loop', stage('bin/loop'))
    symlinkSync('..', stage('bin/up'))
    const { artifacts, failures } = await collect([tree()])
    expect(failures).toEqual([])
    expect(artifacts.map(a => a.name)).toEqual(['dynamic', 'größe 漢', 'static', 'static-pie'])
    expect(artifacts[0]).toEqual({ target: amd, name: 'dynamic', path: stage('bin/dynamic') })
  })

  it('hands a damaged program on: verify shall refuse it, not we overlook it', async () => {
    writeFileSync(stage('bin/broken'), Buffer.from('\x7fELF\x02\x01\x01broken', 'latin1'), { mode: 0o755 })
    expect((await collect([tree()])).artifacts.map(a => a.name)).toEqual(['broken'])
  })

  it('takes only the names that were asked for, a link by its own name too', async () => {
    writeElf(stage('bin/lua5.4'))
    writeElf(stage('bin/luac'))
    symlinkSync('lua5.4', stage('bin/lua'))
    expect((await collect([tree(['lua'])])).artifacts).toEqual([{ target: amd, name: 'lua', path: stage('bin/lua') }])
  })

  it('says which name is missing', async () => {
    writeElf(stage('bin/lua'))
    const { failures } = await collect([tree(['lua', 'luac'])])
    expect(failures).toMatchObject([
      { code: 'no-executable', targets: [amd], message: expect.stringContaining('luac') },
    ])
  })

  it('says where it looked when there is nothing, and keeps the other target', async () => {
    mkdirSync(join(work, 'arm'))
    writeElf(join(work, 'arm/app'), { machine: 183 })
    const { artifacts, failures } = await collect([tree(), tree(null, arm, 'arm')])
    expect(artifacts).toEqual([{ target: arm, name: 'app', path: join(work, 'arm/app') }])
    expect(failures).toMatchObject([
      { code: 'no-executable', targets: [amd], job: 'app-zig', lines: [`looked in ${join(work, 'stage')}`] },
    ])
  })

  it('looks for nothing of a target that has failed', async () => {
    writeElf(stage('bin/stale'))
    expect(await collect([tree()], [amd])).toEqual({ artifacts: [], failures: [] })
  })

  it('refuses two different programs of one name, not the same one twice', async () => {
    writeElf(stage('bin/app'), { data: '1' })
    writeElf(stage('app'), { data: '1' })
    expect((await collect([tree()])).artifacts).toHaveLength(1)
    writeElf(stage('app'), { data: '2' })
    const { artifacts, failures } = await collect([tree()])
    expect(artifacts).toEqual([])
    expect(failures).toMatchObject([{ code: 'same-name', targets: [amd], lines: [stage('app'), stage('bin/app')] }])
  })

  it('refuses a link to a program of this machine', async () => {
    symlinkSync('/bin/sh', stage('bin/app'))
    const { artifacts, failures } = await collect([tree(['app'])])
    expect(artifacts).toEqual([])
    expect(failures).toMatchObject([
      { code: 'no-executable', message: expect.stringContaining('which this build did not make') },
    ])
  })

  it('works in a project that is reached through a link', async () => {
    writeElf(stage('bin/app'))
    const link = `${root}-link`
    symlinkSync(root, link)
    const dir = join(link, '.portable-build/job')
    const rule: Collect = { from: 'tree', target: amd, dirs: [join(dir, 'stage')], bins: null }
    const job = makeJob({ workDir: dir, steps: [], targets: [amd], collect: [rule] })
    const { artifacts, failures } = await collectArtifacts(job, { failed: [], messages: {} })
    rmSync(link)
    expect(failures).toEqual([])
    expect(artifacts.map(a => a.path)).toEqual([join(dir, 'stage/bin/app')])
  })
})

describe('collectArtifacts of a file', () => {
  it('takes the path that the step was told to write, or says that it is not there', async () => {
    const rule: Collect = { from: 'file', target: amd, name: 'app', path: join(work, 'out/app') }
    expect((await collect([rule])).failures).toMatchObject([
      { code: 'no-executable', lines: [`looked in ${rule.path}`] },
    ])
    mkdirSync(join(work, 'out'))
    writeElf(rule.path)
    expect(await collect([rule])).toEqual({ artifacts: [{ target: amd, name: 'app', path: rule.path }], failures: [] })
  })
})

describe('collectArtifacts from cargo', () => {
  it('takes what cargo says, for each target', async () => {
    const message = (triple: string, name: string) => {
      const executable = join(work, 'target', triple, 'release', name)
      mkdirSync(join(executable, '..'), { recursive: true })
      writeElf(executable)
      return JSON.stringify({
        reason: 'compiler-artifact',
        package_id: 'path+file:///p#app@1.0.0',
        target: { kind: ['bin'], name },
        executable,
      })
    }
    const rule: Collect = {
      from: 'cargo-json',
      step: 'job/1-build',
      triples: { 'x86_64-unknown-linux-musl': amd, 'aarch64-unknown-linux-musl': arm },
      bins: null,
    }
    const lines = ['Compiling', message('x86_64-unknown-linux-musl', 'app'), message('x86_64-unknown-linux-musl', 'b')]
    const { artifacts, failures } = await collect([rule], [], { 'job/1-build': lines })
    expect(artifacts.map(a => [a.target, a.name])).toEqual([
      [amd, 'app'],
      [amd, 'b'],
    ])
    expect(failures).toMatchObject([
      { code: 'no-executable', targets: [arm], lines: ['looked in the messages of job/1-build'] },
    ])
  })
})

describe('collectArtifacts from CMake', () => {
  const build = () => join(work, 'build')
  const rule = (bins: readonly string[] | null = null): Collect => ({
    from: 'cmake',
    target: amd,
    buildDir: build(),
    bins,
  })

  /** Writes a reply with these targets, and their files. */
  function reply(
    targets: readonly { name: string; type?: string; install?: boolean; file?: string; built?: boolean }[],
  ) {
    const dir = join(build(), '.cmake/api/v1/reply')
    mkdirSync(dir, { recursive: true })
    const put = (name: string, data: unknown) => writeFileSync(join(dir, name), JSON.stringify(data))
    put('index-2020-01-01T00-00-00-0000.json', { objects: [{ kind: 'codemodel', jsonFile: 'stale.json' }] })
    put('index-2026-01-01T00-00-00-0000.json', {
      objects: [
        { kind: 'cache', jsonFile: 'cache.json' },
        { kind: 'codemodel', jsonFile: 'model.json' },
      ],
    })
    put('model.json', { configurations: [{ targets: targets.map(t => ({ jsonFile: `target-${t.name}.json` })) }] })
    for (const { name, type = 'EXECUTABLE', install, file = name, built = true } of targets) {
      put(`target-${name}.json`, {
        name,
        type,
        nameOnDisk: file.split('/').at(-1),
        artifacts: [{ path: file }],
        ...(install ? { install: { prefix: { path: '/usr/local' } } } : {}),
      })
      mkdirSync(join(build(), file, '..'), { recursive: true })
      if (built) writeElf(join(build(), file), { data: name })
    }
  }

  it('takes the executables that are installed, not the tests and the libraries', async () => {
    reply([
      { name: 'app', install: true, file: 'src/app' },
      { name: 'test_app' },
      { name: 'z', type: 'STATIC_LIBRARY', install: true },
    ])
    expect((await collect([rule()])).artifacts).toEqual([{ target: amd, name: 'app', path: join(build(), 'src/app') }])
  })

  it('takes all that were built where none is installed, and those asked for by target or file name', async () => {
    reply([{ name: 'one' }, { name: 'two', file: 'bin/deux' }, { name: 'never', built: false }])
    expect((await collect([rule()])).artifacts.map(a => a.name)).toEqual(['one', 'deux'])
    expect((await collect([rule(['two'])])).artifacts.map(a => a.name)).toEqual(['deux'])
    expect((await collect([rule(['deux'])])).artifacts.map(a => a.name)).toEqual(['deux'])
    expect((await collect([rule(['one', 'never'])])).failures).toMatchObject([
      { code: 'no-executable', message: expect.stringContaining('no executable never') },
    ])
  })

  it('says where it looked when CMake said nothing, or nonsense', async () => {
    const expected = [{ code: 'no-executable', lines: [`looked in ${build()} (CMake file API)`] }]
    expect((await collect([rule()])).failures).toMatchObject(expected)
    reply([])
    writeFileSync(join(build(), '.cmake/api/v1/reply/model.json'), '{"configurations": [null, {"targets": 7}')
    expect((await collect([rule()])).failures).toMatchObject(expected)
  })
})

describe('collectArtifacts from the last stage of a Dockerfile', () => {
  const rule = (bins: readonly string[] | null): Collect => ({
    from: 'image',
    target: amd,
    dir: join(work, 'stage'),
    bins,
  })

  it('takes every program of a stage that has nothing else', async () => {
    writeElf(stage('bin/app'))
    expect((await collect([rule(null)])).artifacts.map(a => a.name)).toEqual(['app'])
  })

  it('takes of a whole system only what was named', async () => {
    mkdirSync(stage('etc'))
    writeFileSync(stage('etc/os-release'), 'ID=debian\n')
    writeElf(stage('bin/app'))
    writeElf(stage('bin/ls'))
    expect((await collect([rule(['app'])])).artifacts.map(a => a.name)).toEqual(['app'])
    const { artifacts, failures } = await collect([rule(null)])
    expect([artifacts, failures.map(f => [f.code, f.hint])]).toEqual([
      [],
      [['no-executable', expect.stringMatching(/`bin`.*FROM scratch/)]],
    ])
  })
})
