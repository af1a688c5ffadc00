import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BuildError } from '../../src/errors.ts'
import { loadInputs } from '../../src/inputs/load.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb inputs '))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const load = (flags: Record<string, string> = {}, file?: string, env: Record<string, string> = {}) => {
  if (file !== undefined) writeFileSync(join(dir, 'portable-build.yml'), file)
  return loadInputs({ dir, flags, env })
}
const inputsOf = async (...args: Parameters<typeof load>) => (await load(...args)).projects[0]?.loaded.inputs
async function refusal(...args: Parameters<typeof load>): Promise<BuildError> {
  try {
    await load(...args)
  } catch (error) {
    if (error instanceof BuildError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('loadInputs', () => {
  it('has the defaults of the table when nothing is said', async () => {
    expect(await inputsOf()).toMatchObject({
      targets: [],
      libc: null,
      backend: 'auto',
      locked: true,
      'output-dir': 'dist',
      env: {},
    })
  })

  it('prefers flag to variable to file to default, and says where each value came from', async () => {
    const file = 'libc: musl\nprofile: dist\nbackend: zig\n'
    const env = { PORTABLE_BUILD_LIBC: 'glibc', PORTABLE_BUILD_PROFILE: 'fast' }
    const { projects } = await load({ libc: 'musl' }, file, env)
    expect(projects[0]?.loaded.inputs).toMatchObject({ libc: 'musl', profile: 'fast', backend: 'zig' })
    const where = Object.fromEntries(projects[0]?.loaded.settings.map(s => [s.name, [s.origin, s.where]]) ?? [])
    expect(where).toMatchObject({
      libc: ['flag', '--libc'],
      profile: ['environment', 'PORTABLE_BUILD_PROFILE'],
      backend: ['file', 'portable-build.yml:3'],
      'output-dir': ['default', ''],
    })
  })

  it('keeps a version as it was written: 2.30 is not 2.3', async () => {
    expect(await inputsOf({}, 'glibc: 2.30\ntoolchain: 1.80\n')).toMatchObject({ glibc: '2.30', toolchain: '1.80' })
  })

  it('reads lists, words, maps and switches from text and from YAML', async () => {
    const expected = {
      targets: ['amd64', 'arm64'],
      args: ['-D', 'A=b c', "it's"],
      env: { A: '1', B: '' },
      workspace: true,
    }
    const flags = { targets: 'amd64,\narm64', args: `-D 'A=b c' "it's"`, env: 'A=1\nB', workspace: 'true' }
    expect(await inputsOf(flags)).toMatchObject(expected)
    const file = 'targets: [amd64, arm64]\nargs: [-D, A=b c, "it\'s"]\nenv:\n  A: 1\n  B:\nworkspace: yes\n'
    expect(await inputsOf({}, file)).toMatchObject(expected)
  })

  it('takes aliases with a notice, and refuses an alias that disagrees with the name', async () => {
    const { projects } = await load({ platforms: 'linux/arm64' })
    expect(projects[0]?.loaded.inputs.targets).toEqual(['linux/arm64'])
    expect(projects[0]?.loaded.notices).toEqual(['--platforms: platforms is called targets here'])
    const error = await refusal({ targets: 'amd64', target: 'arm64' })
    expect(error.message).toContain('--targets and --target are the same input')
  })

  it('lists every problem at once', async () => {
    const error = await refusal({ libc: 'uclibc', workspace: 'maybe', args: "'open", env: '=x' })
    expect(error.code).toBe('bad-input')
    expect(error.lines).toHaveLength(4)
    expect(error.exitCode).toBe(2)
  })

  it('suggests the nearest name for a mistyped flag, variable, key and choice', async () => {
    expect((await refusal({ tragets: 'x' })).hint).toContain('targets')
    expect((await refusal({}, undefined, { PORTABLE_BUILD_TRAGETS: 'x' })).hint).toContain('PORTABLE_BUILD_TARGETS')
    const key = await refusal({}, 'libc: musl\ntragets: x\n')
    expect(key.message).toBe('portable-build.yml:2: unknown key "tragets"; did you mean targets?')
    expect((await refusal({ backend: 'zgi' }, '')).message).toBe('--backend is "zgi"; did you mean zig?')
  })

  it('gives one set of inputs for each of several projects, with the common ones beneath', async () => {
    const file = 'glibc: 2.17\nprojects:\n  - service\n  - working-directory: tools\n    glibc: 2.28\n'
    const { projects } = await load({}, file)
    expect(projects.map(p => [p.dir, p.loaded.inputs.glibc])).toEqual([
      [join(dir, 'service'), '2.17'],
      [join(dir, 'tools'), '2.28'],
    ])
  })

  it.each([
    ['targets: [a\n', 'portable-build.yml:'],
    ['- a\n', 'must be a mapping'],
    ['projects: none\n', 'must be a list'],
    ['projects:\n  - [a]\n', 'a project is a directory'],
    ['libc: {a: b}\n', 'portable-build.yml:1: libc must be one text'],
    ['libc: musl\nlibc: glibc\n', 'portable-build.yml:2'],
    ['targets: *nowhere\n', 'portable-build.yml:1'],
  ])('refuses the file %j', async (file, message) => {
    const error = await refusal({}, file)
    expect(error.code).toBe('bad-config')
    expect(error.message).toContain(message)
  })

  it('reads the file beside the project when a flag says that it is further down', async () => {
    mkdirSync(join(dir, 'sub'))
    writeFileSync(join(dir, 'sub/portable-build.yml'), 'profile: of-sub\n')
    const { projects } = await load({ workdir: 'sub' }, 'profile: of-root\n')
    expect(projects).toMatchObject([{ dir: join(dir, 'sub'), loaded: { inputs: { profile: 'of-sub' } } }])
    rmSync(join(dir, 'sub/portable-build.yml'))
    expect(await inputsOf({ workdir: 'sub' })).toMatchObject({ profile: 'of-root', 'working-directory': 'sub' })
    const several = await refusal({ workdir: 'sub' }, 'projects: [a, b]\n')
    expect(several.message).toBe('--workdir: the file has 2 projects, each with a directory of its own')
  })

  it.each(['../out', '/etc/x', '..', 'a/b'])('does not let %s be the name of an executable', async name => {
    expect((await refusal({ 'bin-name': name })).message).toBe(
      `--bin-name is "${name}", not a file name without directories`,
    )
    expect(await inputsOf({ 'bin-name': "it's a..tool" })).toMatchObject({ 'bin-name': "it's a..tool" })
  })

  it('survives names that are special to JavaScript', async () => {
    const inputs = await inputsOf({ env: '__proto__=x\nconstructor=y' })
    expect(Object.keys(inputs?.env ?? {})).toEqual(['__proto__', 'constructor'])
  })

  it('refuses a file that was named and is not there', async () => {
    await expect(loadInputs({ dir, flags: {}, env: {}, config: join(dir, 'no.yml') })).rejects.toThrow(/cannot be read/)
  })
})
