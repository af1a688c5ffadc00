import { expect } from 'vitest'
import type { Built } from '../support/cli.ts'
import { atMost, readelf } from '../support/readelf.ts'
import { start } from '../support/start.ts'

/** Both architectures of the issue: static musl. */
export const musl = ['x86_64-linux-musl', 'aarch64-linux-musl'] as const

/** The same with a floor: what a program gets that must use the system's C library. */
export const gnu = ['x86_64-linux-gnu.2.17', 'aarch64-linux-gnu.2.17'] as const

const machines = { x86_64: 'Advanced Micro Devices X86-64', aarch64: 'AArch64' } as const

/** Libraries that glibc itself brings. */
const glibcLibraries = /^(libc|libm|libdl|libpthread|librt|libresolv|libutil|ld-linux.*)\.so\.[0-9]+$/

/** A program as it is used: arguments and what it must print. */
export interface Use {
  readonly args: readonly string[]
  readonly input?: string
  readonly prints: RegExp
}

/**
 * Holds one artifact against readelf and starts it: here (arm64 under qemu-user) and, a glibc one, also on glibc 2.31.
 * The report must say the same as readelf.
 */
export async function expectArtifact(built: Built, target: string, name: string, uses: readonly Use[]): Promise<void> {
  const path = built.artifact(target, name)
  const facts = readelf(path)
  const file = built.report.files.find(f => f.target === target && f.path.endsWith(`/${name}`))
  expect(facts.machine).toBe(target.startsWith('aarch64') ? machines.aarch64 : machines.x86_64)
  expect(file?.findings.filter(f => f.severity === 'error')).toEqual([])
  expect(file?.verified).toBe(true)
  expect(file?.needed).toEqual(facts.needed)
  expect(file?.interpreter).toBe(facts.interpreter)
  if (target.includes('-gnu')) {
    expect(facts.interpreter).toMatch(/^\/lib(64)?\/ld-linux-/)
    expect(facts.glibc.filter(v => !atMost(v, '2.17'))).toEqual([])
    expect(facts.needed.filter(library => !glibcLibraries.test(library))).toEqual([])
    expect(file?.floor.glibc).toBe(facts.glibc.at(-1))
  } else {
    expect(facts).toMatchObject({ interpreter: null, needed: [], glibc: [] })
  }
  // An arm64 program for glibc has no C library here: glibc 2.31 is where it runs.
  const places = !target.includes('-gnu')
    ? (['here'] as const)
    : target.startsWith('aarch64')
      ? (['glibc 2.31'] as const)
      : (['here', 'glibc 2.31'] as const)
  for (const place of places) {
    for (const use of uses) {
      const printed = await start(target, [path, ...use.args], { place, input: use.input ?? '' })
      expect(printed, `${target} ${place}: ${name} ${use.args.join(' ')}`).toMatch(use.prints)
    }
  }
}
