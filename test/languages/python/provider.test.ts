import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Kit } from '../../../src/backends/backend.ts'
import type { Inputs } from '../../../src/inputs/inputs.ts'
import type { Context } from '../../../src/languages/language.ts'
import { pythons } from '../../../src/languages/python/provider/cpython.ts'
import { libraries } from '../../../src/languages/python/provider/libraries.ts'
import { pbsProvider, readSums, sumsFile } from '../../../src/languages/python/provider/pbs.ts'
import { poolPlaces } from '../../../src/languages/python/provider/places.ts'
import { providerKey, sourceProvider } from '../../../src/languages/python/provider/source.ts'
import { systemProvider } from '../../../src/languages/python/provider/system.ts'
import { python } from '../../../src/languages/python.ts'
import { makeTarget } from '../../../src/target.ts'
import { inputsWith } from '../../support/inputs.ts'
import { memoryTree } from '../../support/memory-tree.ts'

const target = makeTarget('x86_64', 'glibc', '2.17')
const compilers = { cc: '/w/cc', cxx: '/w/c++', ar: '/w/ar', ranlib: '/w/ranlib', strip: null, triple: 't' }

function contextOf(inputs: Partial<Inputs> = {}, kit: Partial<Kit> = {}): Context {
  const all = inputsWith({ preset: 'ansible', ...inputs })
  const project = python.detect(memoryTree({}), all)
  if (!project) throw new Error('not detected')
  return {
    ...{ project, inputs: all, answers: {}, workDir: '/src/.portable-build/job', cpus: 2, toolsDir: '/tools' },
    source: { commit: null, tag: null, epoch: 1, dirty: false, why: null },
    kit: {
      ...{ backend: 'zig', toolchains: [], files: [], env: {}, path: [], identity: 'zig 1' },
      ...{ compilers: { [target.name]: compilers }, ...kit },
    },
  }
}

describe('recipes', () => {
  const all = [...libraries, ...pythons]

  it('name sources by digest, and only recipes that exist', () => {
    expect(all.filter(r => !/^[0-9a-f]{64}$/.test(r.source.sha256) || r.source.bytes < 1000)).toEqual([])
    const names = all.map(r => r.name)
    expect(all.flatMap(r => r.after).filter(name => !names.includes(name))).toEqual([])
  })

  it('build Python after everything that its configure looks for', () => {
    for (const one of pythons) expect([...one.after].sort()).toEqual(libraries.map(l => l.name).sort())
  })
})

describe('Python from its sources', () => {
  it('is in a directory that is named after all that decides its content', () => {
    const [first, ...rest] = libraries
    if (!first) throw new Error('no library')
    const key = providerKey(libraries, ['a'])
    expect(key).toMatch(/^[0-9a-f]{16}$/)
    expect(providerKey([{ ...first, cflags: ['-O3'] }, ...rest], ['a'])).not.toBe(key)
    expect(providerKey(libraries, ['b'])).not.toBe(key)
    const other = sourceProvider(contextOf({}, { identity: 'zig 2' }), target)
    expect(sourceProvider(contextOf(), target).python).not.toBe(other.python)
  })

  it('does nothing where it is, and takes its sources from the mirror', () => {
    const { steps, python: path } = sourceProvider(contextOf({ mirrors: { debian: '/mnt/debian/' } }), target)
    expect(`${steps[0]?.unless}/bin/python3`).toBe(path)
    const zlib = steps[0]?.fetch?.find(f => f.path.includes('zlib'))
    expect(zlib?.from).toEqual([
      '/mnt/debian/pool/main/z/zlib/zlib_1.2.13.dfsg.orig.tar.bz2',
      '/mnt/debian/zlib_1.2.13.dfsg.orig.tar.bz2',
    ])
  })

  it.each([
    [{ 'python-version': '3.7' }, target, 'there is no recipe for Python 3.7'],
    [{}, makeTarget('s390x', 'glibc', '2.17'), 'no C compiler for s390x-linux-gnu.2.17'],
  ])('says what it cannot do: %o', (inputs, wanted, why) => {
    expect(() => sourceProvider(contextOf(inputs), wanted)).toThrow(why)
  })
})

describe('a mirror', () => {
  const pool = 'pool/main/z/zlib/zlib.tar.gz'

  it('is asked alone; a directory may be written as a URL', () => {
    expect(poolPlaces(pool, null, ['https://a', 'https://b'])).toEqual([`https://a/${pool}`, `https://b/${pool}`])
    expect(poolPlaces(pool, 'https://m/debian/', ['https://a'])).toEqual([`https://m/debian/${pool}`])
    expect(poolPlaces(pool, 'file:///mnt/d', ['https://a'])).toEqual([`/mnt/d/${pool}`, '/mnt/d/zlib.tar.gz'])
    expect(sumsFile('file:///mnt/pbs/')).toBe('/mnt/pbs/SHA256SUMS')
    expect(sumsFile('https://m/pbs')).toBeNull()
  })
})

describe('python-build-standalone', () => {
  const digest = 'a'.repeat(64)
  const file = 'cpython-3.12.7+20260101-x86_64-unknown-linux-gnu-install_only_stripped.tar.gz'
  const sums = `${digest}  ${file}\n${digest}  cpython-3.13.0+20260101-x86_64-apple-darwin-install_only.tar.gz\nrubbish\n`

  it('is what a directory of the user’s has, by its SHA256SUMS', () => {
    expect(readSums(sums).map(p => p.version)).toEqual(['3.12.7'])
    const context = contextOf({ mirrors: { python: '/mnt/pbs' }, 'python-version': '3.12' })
    const { steps, version } = pbsProvider(context, target, sums)
    expect(version).toBe('3.12.7')
    expect(steps[0]?.fetch?.[0]).toMatchObject({ sha256: digest, from: [`/mnt/pbs/${file}`] })
    // it appears as a whole: what is moved is on the same file system, and nobody else's
    const [from = '', to = ''] = steps[1]?.argv.slice(-2) ?? []
    expect(dirname(from)).toBe(dirname(to))
    const elsewhere = pbsProvider({ ...context, workDir: '/other/.portable-build/job' }, target, sums)
    expect(elsewhere.steps[1]?.argv.at(-2)).not.toBe(from)
  })

  it.each([
    [{ 'python-version': '3.9' }, target, 'no archive of Python 3.9'],
    [{}, makeTarget('x86_64', 'glibc', '2.12'), 'starts on glibc 2.17 and newer, not 2.12'],
    [{}, makeTarget('riscv64', 'glibc', '2.31'), 'has no floor for riscv64'],
  ])('says what it cannot do: %o', (inputs, wanted, why) => {
    expect(() => pbsProvider(contextOf(inputs), wanted, sums)).toThrow(why)
  })
})

describe('the Python of this machine', () => {
  const said = {
    code: 0,
    stderr: '',
    stdout: '{"python": "/usr/bin/python3.11", "version": "3.11.2", "glibc": "glibc 2.36"}',
  }

  it('costs its floor, and says so', () => {
    expect(() => systemProvider(contextOf(), target, said)).toThrow(
      'the Python of this machine needs glibc 2.36: a program that is frozen with it does not start on 2.17',
    )
    const { notices } = systemProvider(contextOf(), makeTarget('x86_64', 'glibc', '2.36'), said)
    expect(notices[0]).toContain('needs glibc 2.36 and newer')
  })

  it.each([[undefined], [{ code: 127, stdout: '', stderr: '' }], [{ code: 0, stdout: 'not json', stderr: '' }]])(
    'has to answer: %o',
    answer => {
      expect(() => systemProvider(contextOf(), target, answer)).toThrow('has no Python 3 that answers')
    },
  )
})
