import { describe, expect, it } from 'vitest'
import { explainText } from '../../src/report/explain-text.ts'
import { allFiles } from '../../src/report/match-files.ts'
import type { FileReport } from '../../src/report/schema.ts'
import { styleFor } from '../../src/report/style.ts'
import { explainQuery } from '../../src/verify/explain-query.ts'
import { judgeBytes } from '../../src/verify/judge-bytes.ts'
import { anyPolicy } from '../../src/verify/policies.ts'
import { sourceOf } from '../support/elf-source.ts'
import { type ElfSpec, writeElf } from '../support/elf-writer.ts'

const libc = (version: string) => ['libc.so.6', version] as const
const spec: ElfSpec = {
  type: 3,
  flags1: 0x08000001,
  interpreter: '/lib64/ld-linux-x86-64.so.2',
  needed: ['libc.so.6', 'libstdc++.so.6'],
  imports: [
    { name: 'puts', version: libc('GLIBC_2.2.5') },
    { name: 'getrandom', version: libc('GLIBC_2.25') },
    { name: 'getentropy', weak: true, version: libc('GLIBC_2.25') },
    { name: 'statx', weak: true, version: libc('GLIBC_2.28') },
    { name: '_ZSt28__throw_bad_array_new_lengthv', version: ['libstdc++.so.6', 'GLIBCXX_3.4.29'] },
    { name: '__tls', version: libc('GLIBC_ABI_GNU2_TLS') },
    { name: 'plain' },
  ],
  weakVersions: ['libc.so.6 GLIBC_2.28'],
}

async function judged(name: string, change: Partial<ElfSpec> = {}): Promise<FileReport> {
  const facts = { name, mode: 0o755 }
  return judgeBytes(sourceOf(writeElf({ ...spec, ...change }).bytes), facts, anyPolicy(), { imports: true })
}

describe('who needs it', () => {
  it('is every file that imports a symbol, with its version, its library and where that is', async () => {
    const files = [await judged('b'), await judged('a'), await judged('c', { imports: [] })]
    const { needs, hint } = explainQuery(files, 'getrandom')
    expect(needs.map(n => n.path)).toEqual(['a', 'b'])
    expect(needs[0]).toMatchObject({
      ...{ library: 'libc.so.6', version: 'GLIBC_2.25', weak: false, symbols: [{ name: 'getrandom', weak: false }] },
      since: expect.arrayContaining(['Debian 10+', 'RHEL 8+']),
      notOn: expect.arrayContaining(['RHEL/CentOS 7']),
    })
    expect(hint).toContain('zig backend')
  })

  it('is asked by version too, and tells weak from hard', async () => {
    const file = await judged('a')
    expect(explainQuery([file], 'GLIBC_2.25').needs).toMatchObject([
      {
        weak: false,
        symbols: [
          { name: 'getentropy', weak: true },
          { name: 'getrandom', weak: false },
        ],
      },
    ])
    expect(explainQuery([file], 'GLIBC_2.28').needs).toMatchObject([{ weak: true, symbols: [{ name: 'statx' }] }])
    expect(explainQuery([file], 'getrandom@GLIBC_2.25').needs).toHaveLength(1)
    expect(explainQuery([file], 'getrandom@GLIBC_2.99').needs).toEqual([])
  })

  it('is asked by library, with what to do about libstdc++', async () => {
    const { needs, hint } = explainQuery([await judged('a')], 'libstdc++.so.6')
    expect(needs).toMatchObject([{ version: 'GLIBCXX_3.4.29', since: expect.arrayContaining(['RHEL 9+']) }])
    expect(hint).toContain('-static-libstdc++')
  })

  it('knows that a property of glibc can be a patch of the distribution', async () => {
    const [need] = explainQuery([await judged('a')], 'GLIBC_ABI_GNU2_TLS').needs
    expect(need?.since).toContain('Debian 13+')
    expect(need?.notOn).toEqual(['Debian 12'])
  })

  it('looks inside packages', async () => {
    const outer = { ...(await judged('pkg', { imports: [] })), payload: [await judged('lib.so')] }
    expect(explainQuery(allFiles([outer]), 'statx').needs.map(n => n.path)).toEqual(['pkg!lib.so'])
  })

  it('is nobody for what nobody needs, with the nearest name', async () => {
    const explained = explainQuery([await judged('a')], 'getrandum')
    expect(explained).toMatchObject({ needs: [], hint: null, nearest: 'getrandom' })
    expect(explainText(explained, styleFor(false))).toBe('nothing needs getrandum\n  help: did you mean getrandom?')
  })

  it('reads well', async () => {
    const text = explainText(explainQuery([await judged('a\u001b[2J')], 'GLIBC_2.25'), styleFor(false))
    expect(text.split('\n')).toEqual([
      'GLIBC_2.25 of libc.so.6',
      expect.stringMatching(/^ {2}is in {5}Debian 10\+, Ubuntu 18\.04\+, RHEL 8\+/),
      expect.stringMatching(/^ {2}is not in Debian 9, Ubuntu 16\.04, RHEL\/CentOS 7/),
      '  a: getentropy (weak), getrandom',
      expect.stringMatching(/^help: /),
      'GLIBC_2.25 is needed by 1 file',
    ])
  })
})

describe('where a file runs', () => {
  it('minds libstdc++ and properties as well as the floor', async () => {
    const { runsOn, notOn, dependsOn, floor } = await judged('a')
    expect(floor).toMatchObject({ glibc: '2.43', glibcxx: '3.4.29' })
    expect(runsOn).toContain('Debian 13+ with libstdc++.so.6')
    expect(notOn).toContain('RHEL 8')
    expect(dependsOn).toContain('RHEL 10')
  })

  it('is not Alpine for a library of Android, whose libc.so is not musl’s', async () => {
    const android = await judged('a', { needed: ['libdl.so', 'libc.so'], imports: [], soname: 'a.so' })
    expect(android.runsOn).toEqual([])
    const musl = await judged('a', { needed: ['libc.so'], imports: [], soname: 'a.so' })
    expect(musl.runsOn).toEqual(['Alpine 3.11+'])
  })

  it('is not said of the symbols that are needed unless it was asked', async () => {
    const source = sourceOf(writeElf(spec).bytes)
    expect(await judgeBytes(source, { name: 'a', mode: 0o755 }, anyPolicy())).not.toHaveProperty('imports')
  })
})
