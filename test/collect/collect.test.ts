import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { indexSchema } from '../../src/collect/index-file.ts'
import { usualFiles } from '../../src/report/files.ts'
import { reportSchema } from '../../src/report/schema.ts'

import {
  amd64,
  arm64,
  bare,
  bothLegs,
  collect,
  dir,
  jobOf,
  log,
  out,
  put,
  say,
  sha,
  tarOf,
  type whole,
} from './legs.ts'

describe('legs that are all there', () => {
  it('become one verified result, checked again from the bytes', async () => {
    bothLegs()
    const merged = await collect()
    expect(merged.failures).toEqual([])
    expect(merged.verified).toBe(true)
    expect(reportSchema.parse(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')))).toEqual(merged)
    expect(merged.steps.map(s => s.leg)).toEqual([jobOf(amd64), jobOf(arm64)])
    expect(merged.cache.map(c => c.leg)).toEqual([jobOf(amd64), jobOf(arm64)])
    expect(merged.notices).toEqual(['said once'])
    const names = ['hello-aarch64-linux-musl.tar.gz', 'hello-x86_64-linux-musl.tar.gz']
    expect(readdirSync(out).sort()).toEqual(
      ['.portable-build.json', 'SHA256SUMS', ...names, 'index.json', ...usualFiles].sort(),
    )
    expect(readFileSync(join(out, 'SHA256SUMS'), 'utf8')).toBe(
      names.map(n => `${sha(readFileSync(join(out, n)))}  ${n}\n`).join(''),
    )
    const index = indexSchema.parse(JSON.parse(readFileSync(join(out, 'index.json'), 'utf8')))
    expect(index.artifacts[0]).toEqual({
      ...{ name: `hello-${amd64}`, file: `hello-${amd64}.tar.gz`, target: amd64, sha256: sha(`archive of ${amd64}`) },
      ...{ size: 28, linkage: 'static', floor: { glibc: null, musl: null }, runsOn: ['any Linux'] },
      executables: [{ name: 'hello', sha256: sha(amd64) }],
    })
  })

  it('are known by their jobs without a matrix, and files by their bytes', async () => {
    bothLegs()
    rmSync(join(dir, `legs/${amd64}/hello-${amd64}.tar.gz`))
    put('legs/deep/er/as-the-host-calls-it', `archive of ${amd64}`)
    put('legs/notes/report.json', '{"another":"tool"}')
    say(amd64, {}, 'the same report again')
    expect((await collect(null)).verified).toBe(true)
  })

  it('give executables back their bit', async () => {
    bothLegs()
    say(amd64, { artifacts: bare(amd64) })
    expect((await collect()).verified).toBe(true)
    expect(statSync(join(out, `hello-${amd64}`)).mode & 0o777).toBe(0o755)
  })

  it('give executables that came in tars, under the names that SHA256SUMS and the index have', async () => {
    const names = [amd64, arm64].map(target => `hello-${target}`)
    for (const target of [amd64, arm64]) {
      say(target, { artifacts: bare(target) })
      tarOf(target, { other: 'ARCHIVE of nobody', hello: `archive of ${target}` })
    }
    expect((await collect()).failures).toEqual([])
    for (const name of names) {
      expect(readFileSync(join(out, name), 'utf8')).toBe(`archive of ${name.slice('hello-'.length)}`)
      expect(statSync(join(out, name)).mode & 0o777).toBe(0o755)
    }
    execFileSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], { cwd: out })
    const sums = readFileSync(join(out, 'SHA256SUMS'), 'utf8')
    expect(sums.match(/\S+$/gm)).toEqual([...names].sort())
    const index = indexSchema.parse(JSON.parse(readFileSync(join(out, 'index.json'), 'utf8')))
    expect(index.artifacts.map(a => [a.file, a.sha256])).toEqual(
      [amd64, arm64].map(target => [`hello-${target}`, sha(`archive of ${target}`)]),
    )
    expect(existsSync(join(out, `${names[0]}.tar`))).toBe(false)
    expect(log.lines.filter(l => l.level === 'warn')).toEqual([])
  })

  it('say what was read of each, and name the files of no report without handing them over', async () => {
    bothLegs()
    put(`legs/${arm64}/${arm64}/hello`, arm64) // an executable of a leg's own output directory
    put(`legs/${arm64}/SHA256SUMS`, 'of the leg')
    put('legs/coverage/coverage.html', 'of another job')
    put(`legs/older/hello-${arm64}.tar.gz`, 'of another run')
    const merged = await collect()
    expect(merged.verified).toBe(true)
    const left = `2 files of no report are left out: coverage/coverage.html, older/hello-${arm64}.tar.gz`
    expect(merged.notices).toEqual(['said once', left])
    expect(log.lines.filter(l => l.level === 'warn').map(l => l.text)).toEqual([left])
    expect(readFileSync(join(out, 'SHA256SUMS'), 'utf8')).not.toMatch('coverage')
    expect(log.lines.filter(l => l.level === 'task').map(l => l.text)).toEqual(
      [amd64, arm64].flatMap(target => [`hello-${target}`, `1 artifact as judged, ${target.length + 11} B`]),
    )
  })

  it('name no directory of their own in what is merged', async () => {
    bothLegs()
    const { projects } = (await collect()).plan as typeof whole
    expect(projects.map(p => p.outputDir)).toEqual([out])
  })
})
