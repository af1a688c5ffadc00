import { describe, expect, it } from 'vitest'
import { rust } from '../../src/languages/rust.ts'
import { inputsWith } from '../support/inputs.ts'
import { detected } from './rust/support.ts'

describe('the Rust language', () => {
  const project = detected({ 'Cargo.toml': '[package]\nname = "app"\n', 'src/main.rs': '' })

  it('is static with musl unless a glibc is named', () => {
    expect(rust.defaultLibc(project, inputsWith(), {})).toBe('musl')
    expect(rust.defaultLibc(project, inputsWith({ glibc: '2.17' }), {})).toBe('glibc')
  })

  it('always wants a C compiler, as rustc links with one', () => {
    expect(rust.needsC(project, inputsWith(), {})).toBe(true)
  })

  it('says how to get cargo', () => {
    expect(rust.needs(project, inputsWith())).toEqual([{ tool: 'cargo', get: expect.stringContaining('rustup') }])
  })
})
