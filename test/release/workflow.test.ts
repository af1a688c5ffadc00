import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: { readonly 'node-version'?: number }
}

it('starts what is written in TypeScript with Node 24, whose npm also made the pin', () => {
  const { jobs }: { jobs: Record<string, { steps?: Step[] }> } = parse(
    readFileSync('.github/workflows/release.yml', 'utf8'),
  )
  const starting = Object.values(jobs).flatMap(({ steps = [] }) => {
    const first = steps.findIndex(s => s.run?.startsWith('node scripts/'))
    return first < 0 ? [] : [steps.slice(0, first)]
  })
  expect(starting.length).toBeGreaterThan(2)
  for (const before of starting) {
    const node = before.find(s => s.uses?.startsWith('actions/setup-node@'))
    expect(node?.with?.['node-version']).toBe(24)
  }
})
