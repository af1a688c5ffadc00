import { describe, expect, it } from 'vitest'
import { metricsText } from '../../src/report/metrics.ts'
import { fileReport, report, tooNew } from '../support/report.ts'

/** A line of OpenMetrics 1.0: a name, labels with escaped values, a number. */
const sample = /^[a-z_]+\{(?:[a-z]+="(?:[^"\\\n]|\\["\\n])*",?)+\} \d+$/

describe('metrics', () => {
  it('are sizes and floors, each with its type and an end', () => {
    const lines = metricsText(report()).split('\n')
    expect(lines).toContain('# TYPE portable_build_executable_bytes gauge')
    expect(lines).toContain('portable_build_executable_bytes{target="x86_64-linux-musl",executable="hello"} 41234')
    expect(lines).toContain('portable_build_glibc_floor{target="aarch64-linux-gnu.2.17",executable="hello"} 2034')
    expect(lines.slice(-2)).toEqual(['# EOF', ''])
    for (const line of lines.slice(0, -1)) expect(line.startsWith('# ') || sample.test(line), line).toBe(true)
  })

  it('grow with the floor: 2.9 is older than 2.17', () => {
    const floorOf = (glibc: string) => {
      const text = metricsText(report({ files: [{ ...tooNew, floor: { ...tooNew.floor, glibc } }] }))
      return Number(/^portable_build_glibc_floor\{.*\} (\d+)$/m.exec(text)?.[1])
    }
    expect(floorOf('2.9')).toBeLessThan(floorOf('2.17'))
    expect(floorOf('2.2.5')).toBe(2002)
  })

  it('have no line of their own for any name, and no series twice', () => {
    const path = 'dist/a"\\\n} 1\n# EOF'
    const lines = metricsText(report({ files: [fileReport({ path }), fileReport({ path, size: 1 })] })).split('\n')
    const samples = lines.filter(l => l.startsWith('portable_build_executable_bytes{'))
    expect(samples).toHaveLength(1)
    expect(samples[0]).toMatch(sample)
    expect(lines.indexOf('# EOF')).toBe(lines.length - 2)
  })
})
