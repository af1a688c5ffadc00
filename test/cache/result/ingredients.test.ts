import { describe, expect, it } from 'vitest'
import { changedIngredients } from '../../../src/cache/entry.ts'
import { type ResultFacts, resultIngredients, whyNoResult } from '../../../src/cache/result/ingredients.ts'
import { makeJob, shStep } from '../../support/jobs.ts'
import { memoryTree } from '../../support/memory-tree.ts'
import { plan } from '../../support/plan.ts'

const [
  planned = (() => {
    throw new Error('the plan of the tests has a project')
  })(),
] = plan.projects
const cc = { id: '1-build', title: 'build', targets: [], argv: ['cmake', '--build', '.'], cwd: '/r/app', env: {} }

function facts(change: Partial<ResultFacts> = {}): ResultFacts {
  return {
    job: makeJob({ workDir: '/r/app/.portable-build/app-zig', steps: [cc], passEnv: { FLAVOUR: '' } }),
    planned,
    source: { commit: 'c0ffee', tag: null, epoch: 1_700_000_000, dirty: false, why: null },
    answers: { packages: 'a' },
    root: '/r',
    tree: memoryTree({ 'CMakeLists.txt': '' }, '/r/app'),
    env: { PATH: '/usr/bin', HOME: '/home/me', FLAVOUR: 'sweet', GOFLAGS: '-mod=mod' },
    version: '0.1.0',
    ...change,
  }
}

describe('what a whole result is made of', () => {
  const before = resultIngredients(facts(), 'aa')
  const step = (change: object) => ({ job: { ...facts().job, steps: [{ ...cc, ...change }] } })
  it.each<[string, Partial<ResultFacts>, string]>([
    ['a flag of a command', step({ argv: ['cmake', '--build', '.', '-v'] }), 'commands'],
    ['the environment of a command', step({ env: { CFLAGS: '-O3' } }), 'commands'],
    ['the time of the commit', { source: { ...facts().source, epoch: 1 } }, 'epoch'],
    ['what go list said', { answers: { packages: 'b' } }, 'answers'],
    ['a variable that was asked for', { env: { ...facts().env, FLAVOUR: 'sour' } }, 'env'],
    ['a variable that go reads', { env: { ...facts().env, GOFLAGS: '' } }, 'env'],
    ['another cmake', { planned: { ...planned, tools: [{ name: 'cmake', version: '4', path: '/c' }] } }, 'tools'],
    ['our own version', { version: '0.2.0' }, 'portable-build'],
  ])('changes with %s, and says so', (_, change, name) => {
    expect(changedIngredients(before, resultIngredients(facts(change), 'aa'))).toEqual([name])
  })

  it('changes with the sources', () => {
    expect(changedIngredients(before, resultIngredients(facts(), 'bb'))).toEqual(['sources'])
  })

  it('is the same for another home, search path and runner', () => {
    const elsewhere = { ...facts().env, HOME: '/root', PATH: '/opt/bin' }
    const job = { ...facts().job, runner: ['ubuntu-26.04'] }
    expect(resultIngredients(facts({ env: elsewhere, job }), 'aa')).toEqual(before)
  })
})

describe('when a result is not taken from the cache', () => {
  const rust = { ...planned, language: 'rust' as const }
  const job = (change: object) => ({ job: { ...facts().job, ...change } })
  it.each<[string, Partial<ResultFacts>, string | null]>([
    ['C by zig', {}, null],
    [
      'a script of the user',
      job({ steps: [shStep('1-before-script', '/r/app', 'curl x')] }),
      '1-before-script may read anything',
    ],
    ['the compiler of this machine', job({ backend: 'native' }), 'it is linked with libraries of this machine'],
    ['Go by itself', { planned: { ...planned, language: 'go' }, ...job({ backend: 'native' }) }, null],
    ['no repository', { root: null }, 'without a repository it is not known what the build reads'],
    [
      'no lock',
      { planned: rust, tree: memoryTree({ 'Cargo.toml': '' }, '/r/app') },
      'without a Cargo.lock, versions move',
    ],
    ['a crate beside the project', { tree: memoryTree({ 'Cargo.toml': 'x = { path = "../x" }' }, '/r/app') }, null],
    [
      'a crate elsewhere',
      { tree: memoryTree({ 'a/Cargo.toml': "x = { path = '../../../x' }" }, '/r/app') },
      '../../../x is outside of /r',
    ],
    [
      'a module elsewhere',
      { tree: memoryTree({ 'go.mod': 'replace a => ../../a\n' }, '/r/app') },
      '../../a is outside of /r',
    ],
    ['a comment in go.mod', { tree: memoryTree({ 'go.mod': '// the module\nmodule a\n' }, '/r/app') }, null],
    [
      'modules of a workspace elsewhere',
      { tree: memoryTree({ 'go.work': 'use (\n\t.\n\t/srv/b\n)\n' }, '/r/app') },
      '/srv/b is outside of /r',
    ],
  ])('%s', (_, change, why) => {
    expect(whyNoResult(facts(change))).toBe(why)
  })
})
