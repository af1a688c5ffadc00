import { describe, expect, it } from 'vitest'
import { providerEntry, providersOf } from '../../../src/cache/python/provider.ts'
import { makeJob, shStep } from '../../support/jobs.ts'

const dir = '/tools/python/cpython-3.11.2-x86_64-linux-gnu.2.17-0123456789abcdef'

describe('the entry of an interpreter', () => {
  it('says what it is made of, and nothing else will do', () => {
    const entry = providerEntry(dir)
    expect(entry?.ingredients).toEqual({
      ...{ python: '3.11.2', target: 'x86_64-linux-gnu.2.17', recipes: '0123456789abcdef', place: '/tools/python/' },
    })
    expect(entry?.fallbacks).toEqual([])
    expect(providerEntry(dir.replace('abcdef', 'abcdee'))?.key).not.toBe(entry?.key)
    expect(providerEntry(dir.replace('/tools', '/other'))?.key).not.toBe(entry?.key)
  })

  it('is asked for by the step that would make it', () => {
    const step = shStep('1', '/', 'true', [], { unless: dir })
    const other = shStep('2', '/', 'true', [], { unless: '/tools/python/pbs-3.12.1-x86_64-0123456789abcdef' })
    expect(providersOf(makeJob({ workDir: '/w', steps: [step, other] }))).toEqual([dir])
  })
})
