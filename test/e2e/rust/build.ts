import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Kit } from '../../../src/backends/backend.ts'
import { buildEnv } from '../../../src/build/environment.ts'
import { type JobResult, runJob } from '../../../src/build/run.ts'
import type { Inputs } from '../../../src/inputs/inputs.ts'
import { type CargoExecutable, executablesFromCargo } from '../../../src/languages/rust/messages.ts'
import { rust } from '../../../src/languages/rust.ts'
import type { Job, Step } from '../../../src/plan.ts'
import type { Tree } from '../../../src/project.ts'
import { targetsOf } from '../../languages/rust/support.ts'
import { inputsWith } from '../../support/inputs.ts'
import { makeJob, memoryLog, realContext } from '../../support/jobs.ts'
import { readelf } from '../support/readelf.ts'
import { start } from '../support/start.ts'

/** Directory with `zig-0.15.2/zig` and `cargo-zigbuild-0.24.0/cargo-zigbuild`. */
const tools = process.env['PB_TEST_TOOLS_DIR'] ?? ''

/** What a build gave. */
interface Built {
  readonly job: Job
  readonly result: JobResult
  readonly executables: readonly CargoExecutable[]
  /** Path of an executable; fails the test where it was not built. */
  path(target: string, name: string): string
  /** What an executable prints when it is started here, by qemu-user where it must. */
  says(target: string, name: string, ...args: string[]): Promise<string>
}

/** Writes a project. */
export function writeFiles(dir: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(dir, path, '..'), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
}

/** Detects, plans and builds a directory with the real cargo, cargo-zigbuild and zig. */
export async function build(
  dir: string,
  targets: readonly string[],
  some: Partial<Inputs> = {},
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Built> {
  const inputs = inputsWith({ toolchain: process.env['PB_TEST_RUST'] || null, ...some })
  const project = rust.detect(readDirectory(dir), inputs)
  if (!project) throw new Error(`no Cargo.toml in ${dir}`)
  const answers = Object.fromEntries(
    rust.probes(project, inputs).map(probe => {
      const [command = '', ...args] = probe.argv
      const env = { ...buildEnv(environment, inputs.env), ...probe.env }
      const done = spawnSync(command, args, { cwd: probe.cwd, env, encoding: 'utf8' })
      return [probe.id, { code: done.status ?? -1, stdout: done.stdout, stderr: done.stderr }]
    }),
  )
  const workDir = `${dir}/.portable-build/app-zig`
  const source = { commit: null, epoch: 1700000000, dirty: false, tag: null, why: 'a test' }
  const recipe = rust.plan(
    { project, inputs, source, answers, kit, workDir, cpus: 2, toolsDir: tools },
    targetsOf(...targets),
  )
  const job = makeJob({
    workDir,
    targets: targetsOf(...targets).map(t => t.name),
    steps: recipe.steps.map(withKit),
    collect: recipe.collect,
    files: recipe.files ?? [],
    path: [...kit.path, ...(recipe.path ?? [])],
    passEnv: inputs.env,
  })
  const result = await runJob(job, { ...realContext(memoryLog().log), env: environment })
  const executables = recipe.collect.flatMap(c =>
    c.from === 'cargo-json' ? executablesFromCargo(result.messages[c.step] ?? [], c) : [],
  )
  const path = (target: string, name: string): string => {
    const found = executables.find(e => e.target === target && e.name === name)
    if (!found) throw new Error(`${name} was not built for ${target}: ${JSON.stringify(result.failures, null, 1)}`)
    return found.path
  }
  const says = async (target: string, name: string, ...args: string[]) =>
    (await start(target, [path(target, name), ...args])).trim()
  return { job, result, executables, path, says }
}

/** As the planner does. */
function withKit(step: Step): Step {
  const own = { ...step, env: { ...kit.env, ...step.env } }
  return step.fallback ? { ...own, fallback: step.fallback.map(withKit) } : own
}

const kit: Kit = {
  backend: 'zig',
  toolchains: [],
  files: [],
  compilers: {},
  env: {
    CARGO_ZIGBUILD_ZIG_PATH: `${tools}/zig-0.15.2/zig`,
    CARGO_ZIGBUILD_CACHE_DIR: process.env['PB_TEST_CACHE_DIR'] ?? `${tools}/cache-zigbuild`,
    ZIG_GLOBAL_CACHE_DIR: process.env['ZIG_GLOBAL_CACHE_DIR'] ?? `${tools}/cache-zig`,
  },
  path: [`${tools}/cargo-zigbuild-0.24.0`],
  identity: 'zig-0.15.2',
}

function readDirectory(root: string): Tree {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(root, join(entry.parentPath, entry.name)))
    .filter(path => !/(^|\/)(target|\.portable-build|\.git)\//.test(path))
    .sort()
  return { root, files, read: path => (files.includes(path) ? readFileSync(join(root, path), 'utf8') : null) }
}

/** The greatest glibc that the file needs says binutils, and whether it asks for a dynamic loader. */
export function linkage(path: string): { readonly floor: string | null; readonly isStatic: boolean } {
  const { glibc, interpreter, needed } = readelf(path)
  return { floor: glibc.at(-1) ?? null, isStatic: interpreter === null && needed.length === 0 }
}
