import { expect, it } from 'vitest'
import { configureEntry } from '../../src/cache/c/configure.ts'
import { rustRecipe } from '../../src/cache/rust/recipe.ts'
import { kindWords, wordsOf } from '../../src/cache/words.ts'
import { factsOf } from './rust/recipe/project.ts'

it('has words for every ingredient of compiled crates, and for none that is not there', () => {
  const names = Object.keys(rustRecipe(factsOf())).sort()
  expect(Object.keys(kindWords['rust-hot'].ingredients).sort()).toEqual(names)
  expect(Object.keys(kindWords['rust-own'].ingredients)).toEqual(expect.arrayContaining(names))
})

it('has words for every ingredient of configure', () => {
  const step = { argv: ['./configure', '-I.'], env: {} }
  const texts = { scripts: { configure: 'x' }, sources: 's', system: 'y', wrappers: [], compiler: 'zig 0.15.2' }
  const { ingredients } = configureEntry({ ...texts, project: 'app', target: 'x86_64-linux-musl', step })
  expect(Object.keys(kindWords.autotools.ingredients).sort()).toEqual(Object.keys(ingredients).sort())
})

it('says nothing of what it does not know', () => {
  expect(wordsOf('result', 'weather')).toBeNull()
})
