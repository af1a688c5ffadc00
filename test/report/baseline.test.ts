import { describe, expect, it } from 'vitest'
import { compareReports } from '../../src/report/baseline.ts'
import type { Change, FileReport } from '../../src/report/schema.ts'
import { fileReport, tooNew, warned } from '../support/report.ts'

const compare = (before: FileReport[], after: FileReport[], growth = 10) =>
  compareReports({ files: before }, { files: after }, growth)
const kinds = (before: FileReport, after: FileReport) => compare([before], [after]).worse.map(c => c.kind)
const finding = (id: string, severity: 'error' | 'warning' | 'info' = 'warning') => {
  return { id, severity, message: `about ${id}`, evidence: '', hint: '' }
}

describe('what got worse', () => {
  const base = fileReport({ ...warned, findings: [], size: 1_000_000 })

  it('is nothing between a report and itself, or a better one', () => {
    expect(compare([base, tooNew], [base, tooNew])).toEqual({ files: 2, worse: [] })
    const better = { ...base, needed: ['libc.so.6'], floor: { ...base.floor, glibc: '2.17' }, size: 10 }
    expect(kinds(base, better)).toEqual([])
    expect(kinds(warned, { ...warned, findings: [] })).toEqual([])
  })

  const floor = { ...base.floor, glibc: '2.34' }
  it.each<[string, FileReport, Change['kind'][]]>([
    ['a higher floor', { ...base, floor }, ['floor']],
    ['a first floor', { ...base, floor: { ...base.floor, glibcxx: '3.4' } }, ['floor']],
    ['a new library', { ...base, needed: [...base.needed, 'libssl.so.3'] }, ['library']],
    ['a new CPU requirement', { ...base, findings: [finding('isa-baseline')] }, ['cpu']],
    ['a newer kernel', { ...base, findings: [finding('kernel-floor')] }, ['kernel']],
    ['lost hardening', { ...base, findings: [finding('relro')] }, ['hardening']],
    ['a new finding', { ...base, findings: [finding('leaked-path')] }, ['finding']],
    ['more bytes', { ...base, size: 1_200_000 }, ['size']],
    ['another architecture', { ...base, arch: 'aarch64' }, ['arch']],
    ['no verification', { ...base, verified: false }, ['not-verified']],
    ['another linkage', { ...base, linkage: 'dynamic-other' }, ['linkage']],
  ])('is %s', (_, after, expected) => {
    expect(kinds(base, after)).toEqual(expected)
    expect(kinds(after, after)).toEqual([])
  })

  it('says by how much and because of what', () => {
    const explanations = [{ version: 'GLIBC_2.34', library: 'libc.so.6', symbols: ['dlsym', 'pthread_create'] }]
    expect(compare([base], [{ ...base, floor, explanations, size: 2_000_000 }]).worse).toEqual([
      {
        ...{ path: './server', kind: 'floor', before: '2.25', after: '2.34' },
        message: 'glibc 2.34 is needed, it was 2.25, because of dlsym, pthread_create',
      },
      {
        ...{ path: './server', kind: 'size', before: '1000000', after: '2000000' },
        message: '2.0 MB, it was 1.0 MB (+100 %)',
      },
    ])
  })

  it('compares versions as numbers: 2.9 is older than 2.17', () => {
    const old = { ...base, floor: { ...base.floor, glibc: '2.17' } }
    expect(kinds(old, { ...base, floor: { ...base.floor, glibc: '2.9' } })).toEqual([])
    expect(kinds({ ...base, floor: { ...base.floor, glibc: '2.9' } }, old)).toEqual(['floor'])
  })

  it('minds a finding that became an error, not one that became less', () => {
    const [less, more] = [finding('textrel'), finding('textrel', 'error')]
    expect(kinds({ ...base, findings: [less] }, { ...base, findings: [more] })).toEqual(['hardening'])
    expect(kinds({ ...base, findings: [more] }, { ...base, findings: [less] })).toEqual([])
  })

  it('lets a file grow by the percentage that is allowed, and a small one by what nobody notices', () => {
    expect(compare([base], [{ ...base, size: 1_100_000 }]).worse).toEqual([])
    expect(compare([base], [{ ...base, size: 1_200_000 }], 25).worse).toEqual([])
    expect(kinds({ ...base, size: 10 }, { ...base, size: 60_000 })).toEqual([])
  })

  it('does not mind static-pie for static, but does mind a loader', () => {
    const file = fileReport()
    expect(kinds(file, { ...file, linkage: 'static-pie' })).toEqual([])
    expect(kinds({ ...file, linkage: 'static-pie' }, file)).toEqual([])
    expect(kinds(file, { ...file, linkage: 'dynamic-musl' })).toEqual(['linkage'])
    expect(kinds({ ...file, linkage: 'dynamic-glibc' }, file)).toEqual([])
  })
})

describe('the same file in two reports', () => {
  const [amd64, arm64] = [fileReport(), fileReport({ arch: 'aarch64', target: 'aarch64-linux-musl', path: 'd/arm/x' })]

  it('is found where directories, versions and floors in names changed', () => {
    const before = [
      { ...amd64, path: 'old/tool-1.2.3-linux' },
      { ...arm64, path: 'old/arm/x' },
    ]
    const after = [
      { ...amd64, path: '/new/place/tool-2.0.0-rc.1-linux' },
      { ...arm64, path: 'new/x' },
    ]
    expect(compare(before, after)).toEqual({ files: 2, worse: [] })
  })

  it('is not guessed: a name that two files have decides nothing', () => {
    const before = ['a/x', 'b/x'].map(path => ({ ...amd64, path }))
    const after = ['c/x', 'd/x'].map(path => ({ ...amd64, path }))
    expect(compare(before, after)).toMatchObject({ files: 0, worse: [{ kind: 'lost-file' }, { kind: 'lost-file' }] })
  })

  it('is a loss when it is gone, and more of one when its architecture is', () => {
    expect(compare([amd64, arm64], [amd64]).worse).toMatchObject([{ kind: 'lost-arch', path: 'd/arm/x' }])
    expect(compare([amd64, { ...amd64, path: 'y' }], [amd64]).worse).toMatchObject([{ kind: 'lost-file', path: 'y' }])
    expect(compare([amd64], [amd64, arm64])).toEqual({ files: 1, worse: [] })
  })

  it('is found inside packages too', () => {
    const pack = (inner: FileReport) => fileReport({ path: 'pkg', payload: [inner] })
    const inner = { ...warned, path: 'usr/bin/server' }
    const later = { ...inner, floor: { ...inner.floor, glibc: '2.38' } }
    expect(compare([pack(inner)], [pack(later)]).worse).toMatchObject([{ kind: 'floor', path: 'pkg!usr/bin/server' }])
  })
})
