import { describe, expect, it } from 'vitest'
import { merged } from '../../../src/cache/rust/job-recipe.ts'

describe('the recipe of several cargo calls', () => {
  it('has each value once, and all of them where the calls differ', () => {
    const first = { rustc: '1.95.0', targets: 'x86_64-linux-gnu.2.17', rustflags: 'none' }
    const second = { rustc: '1.95.0', targets: 'x86_64-linux-gnu.2.31' }
    expect(merged([first])).toEqual(first)
    expect(merged([first, second])).toEqual({
      rustc: '1.95.0',
      targets: 'x86_64-linux-gnu.2.17 | x86_64-linux-gnu.2.31',
      rustflags: 'none',
    })
  })
})
