import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { markedNames, unmark } from '../../../src/cache/rust/external.ts'
import { stepsOf } from '../../../src/cache/rust/keepers.ts'
import { cargoPlaces } from '../../../src/cache/rust/places.ts'
import { makeTree, scratchDir } from '../../support/cache/trees.ts'
import { makeJob, shStep } from '../../support/jobs.ts'

const jobIn = (workDir: string) => {
  const env = { CARGO_BUILD_BUILD_DIR: `${workDir}/target` }
  const steps = [shStep('before', '/p', 'true'), shStep('1-build', '/p', '', [], { stdout: 'cargo-json', env })]
  return makeJob({ workDir, steps })
}
const placesIn = (workDir: string, apart = true) =>
  cargoPlaces({ job: jobIn(workDir), env: { HOME: '/h' } }, async () => apart)

it('a directory says of which packages it has placeholders, until it has none', async () => {
  const dir = scratchDir()
  const places = await placesIn(dir)
  expect(await markedNames(places)).toBeNull()
  makeTree(dir, { 'target/placeholders.json': '["serde", 1]' })
  expect(await markedNames(places)).toEqual(['serde'])
  await unmark(places)
  expect(existsSync(join(dir, 'target/placeholders.json'))).toBe(false)
})

it('a mark that cannot be read is one nevertheless', async () => {
  expect(await markedNames(await placesIn(makeTree(scratchDir(), { 'target/placeholders.json': '{' })))).toEqual([])
})

it('only cargo has another home, and only where there is one', async () => {
  expect(stepsOf(jobIn('/w'), await placesIn('/w'))).toEqual({ '1-build': { CARGO_HOME: '/w/cargo' } })
  expect(stepsOf(jobIn('/w'), await placesIn('/w', false))).toEqual({})
})
