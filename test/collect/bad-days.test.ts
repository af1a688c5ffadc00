import { existsSync, mkdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { report } from '../support/report.ts'

import {
  amd64,
  arm64,
  bare,
  bothLegs,
  collect,
  dir,
  legReport,
  matrix,
  out,
  put,
  say,
  tarOf,
  whole,
  wrong,
} from './legs.ts'

describe('bad days', () => {
  const bareTar = (files: Readonly<Record<string, string>>) => {
    rmSync(join(dir, `legs/${arm64}/hello-${arm64}.tar.gz`))
    say(arm64, { artifacts: bare(arm64) })
    tarOf(arm64, files)
  }

  it.each([
    [
      'a missing leg',
      () => rmSync(join(dir, 'legs', arm64), { recursive: true }),
      [/^missing-leg: the leg hello-aarch64/],
    ],
    [
      'a changed file',
      () => put(`legs/${arm64}/hello-${arm64}.tar.gz`, `Archive of ${arm64}`),
      [/^changed-artifact: hello-aarch64/],
    ],
    [
      'a report without its file',
      () => rmSync(join(dir, `legs/${arm64}/hello-${arm64}.tar.gz`)),
      [/^missing-artifact: /],
    ],
    [
      'a tar with another executable',
      () => bareTar({ hello: `ARCHIVE of ${arm64}` }),
      [/^changed-artifact: hello-aarch64-linux-musl\.tar is not what was judged as hello-aarch64/],
    ],
    [
      'a tar that was cut off',
      () => {
        bareTar({ hello: `archive of ${arm64}` })
        truncateSync(join(dir, `legs/${arm64}/hello-${arm64}.tar`), 520)
      },
      [/^changed-artifact: hello-aarch64-linux-musl\.tar cannot be read: .*ends before/],
    ],
    ['a file without its report', () => rmSync(join(dir, `legs/${arm64}/report.json`)), [/^missing-leg: /]],
    [
      'a report that was cut off',
      () => truncateSync(join(dir, `legs/${arm64}/report.json`), 500),
      [/no JSON: cut off/, /^missing-leg/],
    ],
    [
      'a huge report',
      () => truncateSync(join(dir, `legs/${arm64}/report.json`), 65 * 1024 * 1024),
      [/larger than 67108864/, /^missing-leg/],
    ],
    [
      'a report that is none',
      () => put(`legs/${arm64}/report.json`, '{"tool":{"name":"portable-build"}}'),
      [/no report of schema 1/, /^missing-leg/],
    ],
    [
      'one leg twice',
      () => say(arm64, { notices: ['other'] }, 'again'),
      [/^wrong-leg: the leg hello-aarch64.* has 2 reports/],
    ],
    [
      'a leg of no matrix',
      () => say(arm64, { jobs: ['stray'] }, 'again'),
      [/^wrong-leg: again\/report.json is of no leg/],
    ],
    [
      'another commit',
      () => say(arm64, { project: { name: 'hello', language: 'c', commit: 'f'.repeat(40) } }),
      [/another commit/],
    ],
    ['another version', () => say(arm64, { tool: { name: 'portable-build', version: '9.9.9' } }), [/another version/]],
    [
      'another plan',
      () => say(arm64, { plan: { ...whole, projects: whole.projects.map(p => ({ ...p, epoch: 5 })) } }),
      [/another plan/],
    ],
    ['one name twice', () => say(arm64, { artifacts: legReport(amd64).artifacts }), [/both hand over hello-x86_64/]],
    [
      'a leg that failed',
      () => say(arm64, { verified: false, artifacts: [], failures: report().failures }),
      [/^step-failed: build failed/],
    ],
    ['a leg that is not verified', () => say(arm64, { verified: false }), [/hello-aarch64-linux-musl is not verified/]],
    ['a leg that hands over nothing', () => say(arm64, { artifacts: [] }), [/is not verified/]],
    [
      'nothing at all',
      () => rmSync(join(dir, 'legs'), { recursive: true }) ?? mkdirSync(join(dir, 'legs')),
      [/^missing-leg/, /^missing-leg/],
    ],
  ])('%s', async (_, happens, expected) => {
    bothLegs()
    happens()
    const said = await wrong()
    expect(said).toEqual(expected.map(e => expect.stringMatching(e)))
  })

  it('a job of the plan that nobody did is missed without a matrix too', async () => {
    bothLegs()
    rmSync(join(dir, 'legs', arm64), { recursive: true })
    expect(await wrong(null)).toEqual([expect.stringMatching(/^missing-leg: the leg hello-aarch64/)])
  })

  it('an empty directory is not verified without a matrix either', async () => {
    mkdirSync(join(dir, 'legs'))
    expect(await wrong(null)).toEqual([expect.stringMatching(/^missing-leg: there is no report/)])
  })

  it.each(['../../evil', '/etc/evil', '.hidden', 'a/b', 'SHA256SUMS', 'x\n::error::'])(
    'a file called %j',
    async name => {
      bothLegs()
      say(arm64, { artifacts: legReport(arm64).artifacts.map(a => ({ ...a, name })) })
      expect(await wrong()).toEqual([expect.stringMatching(/no verified artifact/)])
      expect(existsSync(join(dir, 'evil'))).toBe(false)
    },
  )

  it('does not follow links', async () => {
    bothLegs()
    rmSync(join(dir, `legs/${arm64}/hello-${arm64}.tar.gz`))
    put('elsewhere', `archive of ${arm64}`)
    symlinkSync('../../elsewhere', join(dir, `legs/${arm64}/hello-${arm64}.tar.gz`))
    expect(await wrong()).toEqual([expect.stringMatching(/^missing-artifact/)])
  })

  it('takes back what an earlier run has collected', async () => {
    bothLegs()
    await collect()
    rmSync(join(dir, 'legs', arm64), { recursive: true })
    await wrong()
  })

  it.each([
    '',
    '{',
    '[]',
    '{"include":[]}',
    '{"include":[{"name":"a"}]}',
    `{"include":[{"name":"a","only":"x"},{"name":"a","only":"y"}]}`,
  ])('refuses the matrix %j', async text => {
    bothLegs()
    await expect(collect(text)).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/^the matrix /),
    })
    expect(existsSync(out)).toBe(false)
  })

  it('refuses to write where the legs are', async () => {
    bothLegs()
    await expect(collect(matrix, join(dir, 'legs'))).rejects.toMatchObject({ code: 'bad-input' })
  })
})
