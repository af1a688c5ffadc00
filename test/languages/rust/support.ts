import type { Kit } from '../../../src/backends/backend.ts'
import type { Inputs } from '../../../src/inputs/inputs.ts'
import type { Context, ProbeAnswer } from '../../../src/languages/language.ts'
import { rust } from '../../../src/languages/rust.ts'
import type { Project, Tree } from '../../../src/project.ts'
import { parseTarget, settleTargets, type Target } from '../../../src/target.ts'
import { inputsWith } from '../../support/inputs.ts'

/** A tree that lies nowhere. */
export function memoryTree(files: Readonly<Record<string, string>>, root = '/home/me/app'): Tree {
  return { root, files: Object.keys(files).sort(), read: path => files[path] ?? null }
}

/** What the Rust language finds in these files; fails the test where it finds nothing. */
export function detected(files: Readonly<Record<string, string>>, inputs: Partial<Inputs> = {}): Project {
  const project = rust.detect(memoryTree(files), inputsWith(inputs))
  if (!project) throw new Error('no project was detected')
  return project
}

/** Targets by any spelling. */
export function targetsOf(...names: string[]): readonly Target[] {
  return settleTargets(names.map(parseTarget), { libc: 'musl', glibc: null }).targets
}

/** A zig kit without C compilers of our own: cargo-zigbuild brings them. */
export const zigKit: Kit = {
  backend: 'zig',
  toolchains: [],
  files: [],
  compilers: {},
  env: {},
  path: ['/tools/cargo-zigbuild/bin'],
  identity: 'zig',
}

/** The answer of the probe on a machine with these variables and files. */
export function surroundings(
  env: Readonly<Record<string, string>> = { HOME: '/home/me' },
  files: Readonly<Record<string, string>> = {},
): Readonly<Record<string, ProbeAnswer>> {
  const pairs = [
    ...Object.entries(env),
    ...Object.entries(files).map(([path, text]): [string, string] =>
      path.endsWith('Cargo.lock') ? ['lock', path] : [`file:${path}`, text],
    ),
  ]
  const stdout = pairs.map(([key, value]) => `${key}\0${value}\0`).join('')
  return { 'cargo-surroundings': { code: 0, stdout, stderr: '' } }
}

/** A context to plan in. */
export function contextFor(project: Project, inputs: Partial<Inputs> = {}, more: Partial<Context> = {}): Context {
  return {
    project,
    inputs: inputsWith(inputs),
    source: { commit: 'abc', epoch: 1700000000, dirty: false, tag: null, why: null },
    answers: surroundings(),
    kit: zigKit,
    workDir: '/home/me/app/.portable-build/app-zig',
    cpus: 2,
    toolsDir: '/tools',
    ...more,
  }
}
