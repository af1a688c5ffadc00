import { describe, expect, it } from 'vitest'
import { prNotice, refusePrRelease } from '../../../src/languages/rust/pr.ts'
import { rust } from '../../../src/languages/rust.ts'
import { inputsWith } from '../../support/inputs.ts'
import { contextFor, detected, targetsOf } from './support.ts'

const manifest = '[package]\nname = "app"\nedition = "2021"\n'
const plain = { 'Cargo.toml': manifest, 'Cargo.lock': '', 'src/main.rs': '' }
const withOwn = { ...plain, 'Cargo.toml': `${manifest}[profile.pr]\ninherits = "dev"\n` }
const plan = (files: Readonly<Record<string, string>>, profile: string) => {
  const { steps, notices } = rust.plan(contextFor(detected(files), { profile }), targetsOf('x86_64-linux-musl'))
  const [step] = steps
  return { argv: step?.argv.join(' ') ?? '', incremental: step?.env['CARGO_INCREMENTAL'], notices }
}

describe('profile: pr', () => {
  it('is the one of releases, incrementally, and the report says what such an executable is not for', () => {
    const [pr, release] = [plan(plain, 'pr'), plan(plain, 'release')]
    expect(pr.argv).toBe(release.argv)
    expect([pr.incremental, release.incremental]).toEqual(['1', '0'])
    expect(pr.notices).toContain(prNotice)
    expect(release.notices).not.toContain(prNotice)
  })

  it("is the project's own where it has one of that name", () => {
    const own = plan(withOwn, 'pr')
    expect(own.argv).toContain('--profile pr')
    expect(own).toMatchObject({ incremental: '0' })
    expect(own.notices).not.toContain(prNotice)
  })

  it('is refused for a release, and nothing else is', () => {
    const refuse = (files: Readonly<Record<string, string>>, profile: string) => () =>
      refusePrRelease(detected(files), inputsWith({ profile }))
    expect(refuse(plain, 'pr')).toThrow(expect.objectContaining({ code: 'bad-input' }))
    expect(refuse(plain, 'release')).not.toThrow()
    expect(refuse(withOwn, 'pr')).not.toThrow()
  })
})
