import { describe, expect, it } from 'vitest'
import { releaseOf } from '../../scripts/release/decide.ts'
import { type Npm, publishPackage } from '../../scripts/release/npm.ts'

const release = releaseOf('v1.2.3', '1.2.3', '## 1.2.3\n- New.\n')
const early = releaseOf('v2.0.0-rc.1', '2.0.0-rc.1', '## 2.0.0-rc.1\n- New.\n')
const packed = { version: '1.2.3', integrity: 'sha512-a' }

/** A registry that has this digest for every version, or none of them; and what it was asked. */
function registry(published: string | null) {
  const calls: (readonly string[])[] = []
  const run: Npm = argv => {
    calls.push(argv)
    return argv[0] === 'view' ? published : ''
  }
  return { run, calls }
}

describe('the package', () => {
  it('is published with provenance; a pre-release is not the newest', () => {
    for (const [what, tag] of [
      [release, 'latest'],
      [early, 'next'],
    ] as const) {
      const { run, calls } = registry(null)
      publishPackage(what, packed, run)
      expect(calls[0]).toEqual(['view', `portable-build@${what.version}`, 'dist.integrity'])
      expect(calls[1]).toEqual(expect.arrayContaining(['publish', '--provenance', '--tag', tag]))
    }
  })

  it('is left alone when it is there, and never replaced', () => {
    const same = registry('sha512-a\n')
    publishPackage(release, packed, same.run)
    expect(same.calls).toHaveLength(1)
    const other = registry('sha512-b\n')
    expect(() => publishPackage(release, packed, other.run)).toThrow('is published as sha512-b')
    expect(other.calls).toHaveLength(1)
  })

  it('is not said to be published when the registry answers 404, as it does to who may not', () => {
    const run: Npm = () => null
    expect(() => publishPackage(release, packed, run)).toThrow('portable-build@1.2.3 is not published')
  })
})
