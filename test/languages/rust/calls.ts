import { expect } from 'vitest'
import type { Inputs } from '../../../src/inputs/inputs.ts'
import type { Context } from '../../../src/languages/language.ts'
import { rust } from '../../../src/languages/rust.ts'
import type { Step } from '../../../src/plan.ts'
import { contextFor, detected, targetsOf } from './support.ts'

/** A package with one executable. */
export const app = {
  'Cargo.toml': '[package]\nname = "app"\nversion = "1.2.3"\nedition = "2021"\n',
  'Cargo.lock': 'version = 4\n',
  'src/main.rs': '',
}
/** The environment of someone with a home. */
export const home = { HOME: '/home/me' }

/** What is planned for these targets. */
export function plan(
  targets: readonly string[],
  inputs: Partial<Inputs> = {},
  more: Partial<Context> = {},
  files: Readonly<Record<string, string>> = app,
) {
  return rust.plan(contextFor(detected(files, inputs), inputs, more), targetsOf(...targets))
}

/** The only build step. */
export function build(...args: Parameters<typeof plan>): Step {
  const builds = plan(...args).steps.filter(s => s.stdout === 'cargo-json')
  expect(builds).toHaveLength(1)
  const [step] = builds
  if (!step) throw new Error('no build')
  return step
}

/** The value of `--config <key>=`, parsed, or null. */
export function config(step: Step, key: string): unknown {
  const found = step.argv.find((a, i) => step.argv[i - 1] === '--config' && a.startsWith(`${key}=`))
  return found === undefined ? null : JSON.parse(found.slice(key.length + 1))
}

/** The flags of rustc that a step sets for a triple. */
export const flagsOf = (step: Step, triple: string) => config(step, `target.${triple}.rustflags`)
/** The triple of most tests. */
export const x86 = 'x86_64-unknown-linux-musl'
