import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Release, releaseOf } from '../../scripts/release/decide.ts'
import { builtAssets, type Gh, publish } from '../../scripts/release/publish.ts'

const release: Release = releaseOf('v1.2.3', '1.2.3', '## 1.2.3\n- New.\n')
const commit = 'c'.repeat(40)
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
let dir = ''

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb-release-'))
  writeFileSync(join(dir, 'a.tar.gz'), 'a')
  writeFileSync(join(dir, 'stray.json'), '{}')
  writeFileSync(join(dir, 'SHA256SUMS'), `${sha256('a')}  a.tar.gz\n`)
})

/** GitHub as far as a release goes: releases with their files, and tags. */
function github(options: { failOn?: string } = {}) {
  const releases = new Map<string, { isDraft: boolean; assets: Map<string, string>; notes: string }>()
  const tags = new Map<string, string>()
  const calls: string[] = []
  const value = (argv: readonly string[], key: string) => argv.find(a => a.startsWith(`${key}=`))?.slice(key.length + 1)
  const answers: Record<string, (argv: readonly string[], input: string) => unknown> = {
    'release list': () => [...releases.keys()].map(tagName => ({ tagName })),
    'release view': ([, , tag = '']) => {
      const found = releases.get(tag)
      return {
        isDraft: found?.isDraft,
        assets: [...(found?.assets ?? [])].map(([name, digest]) => ({ name, digest: `sha256:${digest}` })),
      }
    },
    'release create': ([, , tag = ''], notes) => void releases.set(tag, { isDraft: true, assets: new Map(), notes }),
    'release upload': ([, , tag = '', , ...files]) => {
      const found = releases.get(tag)
      if (!found?.isDraft) throw new Error('the release is immutable')
      const built = new Map(builtAssets(dir).map(a => [a.name, a.sha256 ?? '']))
      for (const file of files)
        found.assets.set(file.slice(dir.length + 1), built.get(file.slice(dir.length + 1)) ?? '')
    },
    'release edit': ([, , tag = '']) => {
      const found = releases.get(tag)
      if (found) found.isDraft = false
    },
    'api repos/{owner}/{repo}/git/refs': argv =>
      void tags.set(value(argv, 'ref')?.replace('refs/tags/', '') ?? '', value(argv, 'sha') ?? ''),
    'api --method': argv => void tags.set(argv[3]?.split('/').at(-1) ?? '', value(argv, 'sha') ?? ''),
  }
  const run: Gh = (argv, input = '') => {
    const name = argv.slice(0, 2).join(' ')
    calls.push(name)
    if (name === options.failOn) throw new Error(`${name}: the network is down`)
    // As GitHub: every tag that begins like the one that was asked for.
    const asked = /matching-refs\/tags\/(.+)$/.exec(name)?.[1]
    if (asked !== undefined) {
      const refs = [...tags].filter(([tag]) => tag.startsWith(asked))
      return JSON.stringify(refs.map(([tag, sha]) => ({ ref: `refs/tags/${tag}`, object: { sha } })))
    }
    return JSON.stringify(answers[name]?.(argv, input) ?? null)
  }
  return { run, releases, tags, calls }
}

describe('publish', () => {
  it('drafts, uploads what SHA256SUMS names and nothing else, publishes, and sets both tags', () => {
    const { run, releases, tags, calls } = github()
    tags.set('v1', 'old').set('v1.2.2', 'old').set('v10', 'other')
    publish(release, dir, commit, run)
    expect(releases.get('v1.2.3')).toMatchObject({ isDraft: false, notes: '- New.' })
    expect([...(releases.get('v1.2.3')?.assets.keys() ?? [])]).toEqual(['a.tar.gz', 'SHA256SUMS'])
    expect(Object.fromEntries(tags)).toEqual({ v1: commit, 'v1.2.2': 'old', v10: 'other', '1.2.3': commit })
    expect(calls.indexOf('release upload')).toBeLessThan(calls.indexOf('release edit'))
  })

  it('finishes what was interrupted before it was published', () => {
    const broken = github({ failOn: 'release edit' })
    expect(() => publish(release, dir, commit, broken.run)).toThrow('the network is down')
    expect(broken.releases.get('v1.2.3')?.isDraft).toBe(true)
    const healthy = github()
    for (const [tag, found] of broken.releases) healthy.releases.set(tag, found)
    publish(release, dir, commit, healthy.run)
    expect(healthy.releases.get('v1.2.3')?.isDraft).toBe(false)
    expect(healthy.calls).not.toContain('release create')
  })

  it('changes nothing the second time, and never what is published', () => {
    const hub = github()
    publish(release, dir, commit, hub.run)
    hub.calls.length = 0
    publish(release, dir, commit, hub.run)
    expect(hub.calls.filter(call => /create|upload|edit|--method|refs$/.test(call))).toEqual([])
    writeFileSync(join(dir, 'a.tar.gz'), 'another')
    writeFileSync(join(dir, 'SHA256SUMS'), `${sha256('another')}  a.tar.gz\n`)
    expect(() => publish(release, dir, commit, hub.run)).toThrow('published with other files: a.tar.gz')
    expect(hub.releases.get('v1.2.3')?.assets.get('a.tar.gz')).toBe(sha256('a'))
  })

  it('does not move the bare version to another commit', () => {
    const hub = github()
    hub.tags.set('1.2.3', 'somewhere else')
    expect(() => publish(release, dir, commit, hub.run)).toThrow('the tag 1.2.3 is there')
  })
})

describe('builtAssets', () => {
  it('refuses a file that was changed, one that is missing, and a name that leads out', () => {
    writeFileSync(join(dir, 'a.tar.gz'), 'changed')
    expect(() => builtAssets(dir)).toThrow('a.tar.gz is not what SHA256SUMS says')
    writeFileSync(join(dir, 'SHA256SUMS'), `${sha256('a')}  gone\n`)
    expect(() => builtAssets(dir)).toThrow('ENOENT')
    for (const line of [`${sha256('a')}  ../a`, 'a.tar.gz', '']) {
      writeFileSync(join(dir, 'SHA256SUMS'), `${line}\n`)
      expect(() => builtAssets(dir)).toThrow('names no file beside it')
    }
  })
})
