import { describe, expect, it } from 'vitest'
import { savingOf, stepOf } from '../../../src/hosts/github/cache-said.ts'

// What the client of the pinned version really says is shown by cache-save.test.ts and the suite `services`.

const reserved = (more: string) =>
  `Failed to save: Unable to reserve cache with key k, another job may be creating this cache.${more}`

describe('what the client of the cache has said', () => {
  it('nothing of it, and an id: saved', () => {
    const lines = ['::debug::Reserving Cache', '[command]/usr/bin/tar --posix', 'Sent 5 of 5 (100.0%), 0.1 MBs/sec']
    expect(savingOf(lines, 0)).toEqual({ kind: 'saved' })
  })

  it('an id, and a complaint: not saved (the first protocol returns one when the upload has failed)', () => {
    expect(savingOf(['::warning::Failed to save: Cache service responded with 500 during upload chunk.'], 0)).toEqual({
      kind: 'trouble',
      why: 'Cache service responded with 500 during upload chunk.',
    })
  })

  it.each([
    ['exists', '::debug::Failed to reserve cache: Error: Failed to CreateCacheEntry: (409) Conflict', reserved('')],
    ['exists', '', reserved(' More details: Cache already exists. Scope: refs/heads/main, Key: k, Version: 1')],
    ['exists', '', '::warning::Failed to save: {"error":"cache 1 k: already complete"} already exist'],
    ['trouble', '::debug::Failed to reserve cache: Error: Failed to CreateCacheEntry: (429) Too many', reserved('')],
    ['trouble', '::debug::Failed to reserve cache: Error: connect ECONNREFUSED 127.0.0.1:9', reserved('')],
    ['trouble', '', '::warning::not today'],
    ['trouble', '', 'node:internal/modules/run_main: Cannot find module'],
    ['denied', '', '::warning::Failed to save: Unable to reserve. More details: cache write denied: read-only'],
    ['denied', '', "Cache save skipped: the effective cache-mode 'read' does not permit writes."],
  ])('%s: %s %s', (kind, ...lines) => {
    expect(savingOf(lines, 1)).toMatchObject({ kind, why: expect.stringMatching(/.+/) })
  })

  it('the reason is that of the service, one harmless line without an address', () => {
    const lines = [
      '::debug::Failed to reserve cache: Error: PUT https://x.test/blob?sig=geheim failed 100%25%0Asecond line\x1b[2J',
      reserved(''),
    ]
    expect(savingOf(lines, 1)).toEqual({ kind: 'trouble', why: 'PUT <address> failed 100%' })
    expect(savingOf([], null)).toEqual({ kind: 'trouble', why: 'its client ended' })
  })

  it('what comes next is known by its lines; the same again is no news', () => {
    expect(stepOf('::debug::Reserving Cache')).toMatchObject({ next: 'answer' })
    expect(stepOf('::debug::Saving Cache (ID: 7)')).toMatchObject({ next: 'transfer' })
    expect(stepOf('Sent 5 of 9 (1.0%), 0.1 MBs/sec')).toEqual(stepOf('Sent 5 of 9 (1.0%), 0.05 MBs/sec'))
    expect(stepOf('Sent 5 of 9 (1.0%), 0.1 MBs/sec')).not.toEqual(stepOf('Sent 6 of 9 (1.0%), 0.1 MBs/sec'))
    expect(stepOf('something else')).toBeNull()
  })
})
