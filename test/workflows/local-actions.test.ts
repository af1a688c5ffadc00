import { describe, expect, it } from 'vitest'
import { localReferences } from '../../scripts/lib/local-actions.mjs'

describe('own actions made local', () => {
  it.each([
    ['uses: $/', 'uses: ./own'],
    ['uses: $/plan', 'uses: ./own/plan'],
    ['uses: org/portable-build@v1', 'uses: ./own'],
    ['uses: org/portable-build/verify@v1', 'uses: ./own/verify'],
    ['uses: $/.github/workflows/build.yml', 'uses: ./.github/workflows/own-build.yml'],
    ['uses: org/portable-build/.github/workflows/attested.yml@v1', 'uses: ./.github/workflows/own-attested.yml'],
    ['uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1', null],
  ])('%s', (line, expected) => {
    expect(localReferences(`      - ${line}\n        with:\n`)).toBe(`      - ${expected ?? line}\n        with:\n`)
  })
})
