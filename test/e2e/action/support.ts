import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type ActionKind, actionTable } from '../../../src/inputs/actions.ts'
import { type Job, type JobOptions, type StepOptions, type StepResult, startJob } from '../../support/runner.ts'
import { type Services, startServices } from '../../support/services/services.ts'
import type { Faults } from '../../support/services/state.ts'
import { cacheDir, root, toolsDir } from '../support/places.ts'

/** A directory that goes away with the test. */
export function scratch(where = tmpdir()): string {
  const dir = mkdtempSync(join(where, 'pb-action-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** A checkout of one of our examples, without what was built in it. */
export function checkout(example: 'go' | 'c'): string {
  const workspace = join(scratch(), 'app')
  const built = new Set(['dist', '.portable-build'])
  cpSync(join(root, 'examples', example), workspace, { recursive: true, filter: path => !built.has(basename(path)) })
  return workspace
}

/** A job on this machine, with the suites' toolchains. */
export function jobIn(workspace: string, options: Partial<JobOptions> = {}): Job {
  const temp = options.temp ?? join(scratch(), 'temp')
  mkdirSync(temp, { recursive: true })
  const env = {
    ...{ NO_COLOR: '1', PORTABLE_BUILD_TOOLS_DIR: toolsDir, GOCACHE: join(cacheDir, 'build/go-action') },
    ...options.env,
  }
  return startJob({ toolCache: join(dirname(temp), 'tools'), ...options, workspace, temp, env })
}

/**
 * A step that uses one of our actions as this repository has it, dist/ included; with PB_TEST_SOURCE=1 its sources, to
 * try a change without building it.
 */
export function action(kind: ActionKind, inputs: Readonly<Record<string, string>> = {}): StepOptions {
  const source = process.env['PB_TEST_SOURCE'] ? { program: [join(root, 'src/main.ts'), kind] } : {}
  return { uses: join(root, actionTable[kind].dir), with: inputs, ...source }
}

/** GitHub's services for one test. */
export async function services(faults: Faults = {}): Promise<Services> {
  const started = await startServices(faults)
  onTestFinished(() => started.stop())
  return started
}

/** A Go program that is built in a moment. @param below where in the checkout it is */
export function smallGo(source = 'package main\n\nfunc main() { println("hello") }\n', below = '.'): string {
  const workspace = join(scratch(), 'app')
  const dir = join(workspace, below)
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, 'go.mod'), 'module example.com/hello\n\ngo 1.24\n')
  writeFileSync(join(dir, 'main.go'), source)
  return workspace
}

/** The errors that a step has told, as they are shown. */
export function errors(commands: StepResult['commands']): string[] {
  return commands.filter(c => c.name === 'error').map(c => c.value)
}
