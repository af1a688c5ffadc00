import { describe, expect, it } from 'vitest'
import { checkPin } from '../../scripts/release/pin.ts'

describe('the package that the component installs', () => {
  it('is refused for a release when it is not the one of the template', () => {
    const packed = { version: '1.2.3', integrity: 'sha512-a' }
    expect(() => checkPin(packed, packed)).not.toThrow()
    expect(() => checkPin({ version: '1.2.3', integrity: null }, packed)).toThrow('run `node scripts/release.mjs pin')
    expect(() => checkPin({ version: '1.2.2', integrity: 'sha512-a' }, packed)).toThrow('but the package is 1.2.3')
  })
})
