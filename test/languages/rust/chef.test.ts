import { describe, expect, it } from 'vitest'
import { rust } from '../../../src/languages/rust.ts'
import { inputsWith } from '../../support/inputs.ts'
import { app, plan } from './calls.ts'
import { detected } from './support.ts'

const chef = { 'rust-deps-cache': 'chef' } as const
const dir = '/home/me/app/.portable-build/app-zig/chef'

describe('cargo-chef', () => {
  it('cooks the very call of the build beside the project, and may fail', () => {
    const { steps, collect } = plan(['x86_64-linux-musl', 'aarch64-linux-gnu.2.17'], chef)
    expect(steps.map(s => s.id)).toEqual(['1-chef', '2-chef', '3-chef', '4-build'])
    const [prepare, cook, compile, build] = steps
    expect(prepare).toMatchObject({ argv: ['cargo', 'chef', 'prepare', '--recipe-path', `${dir}/recipe.json`] })
    expect(cook?.argv).toEqual(['cargo', 'chef', 'cook', '--no-build', '--recipe-path', `${dir}/recipe.json`])
    expect([prepare?.cwd, cook?.cwd, compile?.cwd]).toEqual([build?.cwd, dir, dir])
    expect(compile?.argv).toEqual(build?.argv.filter(word => !/^--message-format$|^json/.test(word)))
    expect(compile?.env).toEqual(build?.env)
    expect(steps.map(s => [s.optional, s.stdout])).toEqual([
      ...[1, 2, 3].map(() => [true, undefined]),
      [undefined, 'cargo-json'],
    ])
    expect(collect).toEqual([expect.objectContaining({ step: '4-build' })])
  })

  it('cooks for each target directory', () => {
    const { steps } = plan(['x86_64-linux-gnu.2.17', 'x86_64-linux-gnu.2.28'], chef)
    const places = steps.map(s => s.argv[s.argv.indexOf('--target-dir') + 1]?.split('/').at(-1))
    expect([places[2], places[3], places[6], places[7]]).toEqual(['target', 'target', 'target-2.28', 'target-2.28'])
  })
})

describe('what keeps the crates from outside', () => {
  it.each([
    ['builtin', ['cargo']],
    ['chef', ['cargo', 'cargo-chef']],
    ['sccache', ['cargo', 'sccache']],
    ['off', ['cargo']],
  ] as const)('%s needs %j', (choice, tools) => {
    expect(rust.needs(detected(app), inputsWith({ 'rust-deps-cache': choice })).map(n => n.tool)).toEqual(tools)
  })
})
