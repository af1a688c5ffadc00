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

describe('cargoPlaces', () => {
  it('knows every target directory, triple and variable of a job', () => {
    const places = cargoPlaces({ job, env: { HOME: '/h', UNRELATED: '1' } })
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
  ])('%j: sources from outside are in %s', (env, home) => expect(cargoPlaces({ job, env }).cargoHome).toBe(home))

  it.each([
    [{ CI: 'true' }, true],
    [{ CI: '1' }, true],
    [{ CI: 'false' }, false],
    [{ CI: '' }, false],
    [{}, false],
  ])('%j: times may be set: %s', (env, disposable) => expect(cargoPlaces({ job, env }).disposable).toBe(disposable))
})
