import { describe, expect, it } from 'vitest'
import { nextStep, releaseOf } from '../../scripts/release/decide.ts'

const changelog =
  '# Changelog\n\n## Unreleased\n\n## 1.2.3 - 2026-11-21\n\n### Added\n\n- A door.\n\n## [1.2.2] - x\n\n- Old.\n'
const a = { name: 'a.tar.gz', sha256: 'aa' }
const b = { name: 'b.tar.gz', sha256: 'bb' }

describe('releaseOf', () => {
  it('takes the words of its version only, and the tags of both forges', () => {
    expect(releaseOf('v1.2.3', '1.2.3', changelog)).toEqual({
      version: '1.2.3',
      prerelease: false,
      notes: '### Added\n\n- A door.',
      tags: [
        { name: 'v1', moves: true },
        { name: '1.2.3', moves: false },
      ],
    })
    expect(releaseOf('v1.2.2', '1.2.2', changelog).notes).toBe('- Old.')
  })

  it('moves nothing for a pre-release', () => {
    const release = releaseOf('v2.0.0-rc.1', '2.0.0-rc.1', '## 2.0.0-rc.1\n- New.\n')
    expect(release).toMatchObject({ prerelease: true, tags: [] })
  })

  it.each(['1.2.3', 'v1.2', 'v01.2.3', 'v1.2.3\nx', 'v1.2.3;id', ''])('refuses the tag %j', tag => {
    expect(() => releaseOf(tag, '1.2.3', changelog)).toThrow('is not a tag of a release')
  })

  it('refuses a tag of another version, and one without words', () => {
    expect(() => releaseOf('v1.2.3', '1.2.4', changelog)).toThrow('package.json says 1.2.4')
    expect(() => releaseOf('v1.2.4', '1.2.4', changelog)).toThrow('no words for 1.2.4')
    expect(() => releaseOf('v1.2.3', '1.2.3', '## 1.2.3\n\n## 1.2.2\n- Old.\n')).toThrow('no words for 1.2.3')
  })
})

describe('nextStep', () => {
  it('creates, fills a draft whatever is in it, and leaves alone what is published and equal', () => {
    expect(nextStep(null, [a, b])).toBe('create')
    expect(nextStep({ isDraft: true, assets: [{ ...a, sha256: 'xx' }] }, [a, b])).toBe('fill')
    expect(nextStep({ isDraft: false, assets: [b, a] }, [a, b])).toBe('done')
  })

  it.each([
    ['another digest', [a, { ...b, sha256: 'xx' }]],
    ['an unknown digest', [a, { ...b, sha256: null }]],
    ['one missing', [a]],
    ['one more', [a, b, { name: 'c', sha256: 'cc' }]],
  ])('refuses what is published with %s', (_, assets) => {
    expect(() => nextStep({ isDraft: false, assets }, [a, b])).toThrow('published with other files')
  })
})
