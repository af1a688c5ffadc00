import { describe, expect, it } from 'vitest'
import { cargoPlaces } from '../../../src/cache/rust/places.ts'
import { makeJob, shStep } from '../../support/jobs.ts'

const work = '/p/.portable-build/job'
const cargo = (id: string, dir: string, env: Readonly<Record<string, string>> = {}) =>
  shStep(id, '/p', '', [], { stdout: 'cargo-json', env: { CARGO_BUILD_BUILD_DIR: `${work}/${dir}`, ...env } })
const job = makeJob({
  workDir: work,
  steps: [shStep('before', '/p', 'true'), cargo('1', 'target', { MODE: 'x' }), cargo('2', 'target-2.28')],
  collect: [{ from: 'cargo-json', step: '1', triples: { 'x86_64-unknown-linux-gnu': 'x86_64-linux-gnu' }, bins: null }],
  passEnv: { GIVEN: '1' },
})

const [yes, no] = [async () => true, async () => false]

describe('cargoPlaces', () => {
  it('knows every target directory, triple and variable of a job', async () => {
    const places = await cargoPlaces({ job, env: { HOME: '/h', UNRELATED: '1' } }, no)
    expect(places).toMatchObject({
      targets: ['target', 'target-2.28'],
      triples: ['x86_64-unknown-linux-gnu'],
      cargoHome: '/h/.cargo',
    })
    expect(places.env).toMatchObject({ MODE: 'x', GIVEN: '1' })
    expect(places.env).not.toHaveProperty('UNRELATED')
  })

  it.each([
    [{ CARGO_HOME: '/c', HOME: '/h' }, '/c'],
    [{}, '/p/.portable-build/home/.cargo'],
  ])('%j: sources from outside are in %s, or in a place of ours that stands for it', async (env, home) => {
    expect(await cargoPlaces({ job, env }, no)).toMatchObject({ cargoHome: home, apart: null })
    const ours = `${work}/cargo`
    const places = await cargoPlaces({ job, env }, yes)
    expect(places).toMatchObject({ cargoHome: ours, apart: { ours, theirs: home }, env: { CARGO_HOME: ours } })
  })

  it.each([
    [{ CI: 'true' }, true],
    [{ CI: '1' }, true],
    [{ CI: 'false' }, false],
    [{ CI: '' }, false],
    [{}, false],
  ])('%j: times may be set: %s', async (env, disposable) =>
    expect((await cargoPlaces({ job, env }, no)).disposable).toBe(disposable),
  )
})
