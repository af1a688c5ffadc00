import { describe, expect, it } from 'vitest'
import { packedPin, readPin } from '../../../scripts/release/pin.ts'
import { root } from '../support/places.ts'

describe('the package that the component installs', () => {
  it('has a digest that npm says before it is published, and a pin that is not of another version', () => {
    const packed = packedPin(root)
    expect(packed.integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/)
    expect(packedPin(root)).toEqual(packed)
    expect(readPin(root).version).toBe(packed.version)
  })
})
