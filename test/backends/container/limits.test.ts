import { describe, expect, it } from 'vitest'
import { bytesText, limitsText, readLimits } from '../../../src/backends/container/limits.ts'
import { BuildError } from '../../../src/errors.ts'

function problem(given: Record<string, string>): BuildError {
  try {
    readLimits(given, 4)
  } catch (error) {
    if (error instanceof BuildError) return error
  }
  throw new Error('nothing was wrong')
}

describe('readLimits', () => {
  it('has defaults that grow with the cores', () => {
    expect(limitsText(readLimits({}, 1))).toBe('1 CPU, 4 GiB, 768 processes, 2 h, network bridge')
    expect(limitsText(readLimits({}, 16))).toBe('16 CPUs, 64 GiB, 4608 processes, 2 h, network bridge')
  })

  it.each([
    ['cpus', '1.5', { cpus: 1.5 }],
    ['cpus', '64', { cpus: 4 }],
    ['memory', '512m', { memory: 512 * 2 ** 20 }],
    ['memory', '1.5 GiB', { memory: 1.5 * 2 ** 30 }],
    ['memory', '8000000', { memory: 8_000_000 }],
    ['pids', '100', { pids: 100 }],
    ['time', '90s', { time: 90 }],
    ['time', '30m', { time: 1800 }],
    ['network', 'none', { network: 'none' }],
  ])('reads %s=%s', (name, text, expected) => {
    expect(readLimits({ [name]: text }, 4)).toEqual({ ...readLimits({}, 4), ...expected })
  })

  it.each([
    ['cpus', '0'],
    ['cpus', '-1'],
    ['cpus', '1e3'],
    ['memory', '4'],
    ['memory', '4 x'],
    ['memory', ''],
    ['pids', '2.5k'],
    ['pids', '100x'],
    ['pids', '16.5'],
    ['pids', '3'],
    ['time', '0s'],
    ['time', '2d'],
    ['network', 'my-net'],
  ])('refuses %s=%s and says what it can be', (name, text) => {
    const { code, message } = problem({ [name]: text })
    expect(code).toBe('bad-input')
    expect(message).toMatch(new RegExp(`^limits: ${name} is ${JSON.stringify(text)}, not .+`))
  })

  it('names every wrong line at once, and the limit that was meant', () => {
    const { lines } = problem({ memroy: '4g', time: 'soon' })
    expect(lines).toEqual([
      'limits: "memroy" is no limit; did you mean memory?',
      'limits: time is "soon", not a time such as `90s`, `30m` or `2h`',
    ])
  })
})

it('says bytes as people do', () => {
  expect([bytesText(512 * 2 ** 20), bytesText(1.5 * 2 ** 30)]).toEqual(['512 MiB', '1.5 GiB'])
})
