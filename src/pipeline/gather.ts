import { resolve } from 'node:path'
import type { Backend } from '../backends/backend.ts'
import { container } from '../backends/container.ts'
import { native } from '../backends/native.ts'
import { zig } from '../backends/zig.ts'
import { engineNames } from '../build/container/engine.ts'
import { buildEnv } from '../build/environment.ts'
import { storeSettings } from '../cache/stores/settings.ts'
import { detect } from '../detect.ts'
import { probeMachine } from '../doctor/probe.ts'
import { BuildError } from '../errors.ts'
import type { Exec } from '../exec.ts'
import type { Host } from '../host.ts'
import { loadInputs } from '../inputs/load.ts'
import { c } from '../languages/c.ts'
import { dockerfile } from '../languages/dockerfile.ts'
import { go } from '../languages/go.ts'
import type { Language, ProbeAnswer } from '../languages/language.ts'
import { python } from '../languages/python.ts'
import { refusePrRelease } from '../languages/rust/pr.ts'
import { rust } from '../languages/rust.ts'
import type { Machine } from '../machine.ts'
import type { RunRequest } from '../pipeline.ts'
import type { Subject } from '../planner.ts'
import type { Project } from '../project.ts'
import { readSource } from '../source.ts'
import { readTree } from '../tree.ts'
import type { KeptSources } from './sources.ts'

/** Every language, in the order in which they are asked. */
const languages: readonly Language[] = [rust, go, python, c, dockerfile]

/** Every backend, the preferred one first (design section 4). */
export const backends: readonly Backend[] = [native, zig, container]

/** What a run has to know before it decides. */
export interface Gathered {
  readonly subjects: readonly Subject[]
  readonly machine: Machine
}

/** A project that was found, before anybody was asked anything. */
export type FoundProject = Pick<Subject, 'loaded' | 'outputDir' | 'project' | 'language'>

/**
 * Reads inputs and the projects' files, and nothing else.
 * @throws BuildError bad inputs, those of the cache too; no project, more than one answer
 */
export async function findProjects(request: RunRequest): Promise<FoundProject[]> {
  const { projects } = await loadInputs(request)
  for (const { loaded } of projects) storeSettings(loaded.inputs, request.env)
  for (const { dir } of projects) refuseLineEnds(dir)
  return projects.map(({ dir, loaded }) => {
    const outputDir = resolve(dir, loaded.inputs['output-dir'])
    const project = detect(readTree(dir, [outputDir]), loaded.inputs, languages)
    return { loaded, outputDir, project, language: languageOf(project) }
  })
}

/**
 * Reads inputs and projects, asks the machine and the tools; changes nothing.
 * @param sources what tools need for their answers, brought back from the cache
 * @throws BuildError what the user must settle
 */
export async function gather(
  request: RunRequest,
  exec: Exec,
  { toolsDir, signal, cachePolicy }: Host,
  sources: Pick<KeptSources, 'restore' | 'distrust'> | null,
): Promise<Gathered> {
  const found = await findProjects(request)
  if (cachePolicy.forRelease) for (const f of found) refusePrRelease(f.project, f.loaded.inputs)
  await sources?.restore(found)
  const answersOf = async ({ language, project, loaded }: FoundProject) => {
    const answers = await ask(language, project, loaded.inputs, exec, request.env, signal)
    const refused = await sources?.distrust(Object.values(answers).map(answer => answer.stderr))
    return refused ? ask(language, project, loaded.inputs, exec, request.env, signal) : answers
  }
  const tools = found.flatMap(f => f.language.needs(f.project, f.loaded.inputs).map(n => n.tool))
  const [machine, subjects] = await Promise.all([
    probeMachine({ exec, env: request.env, toolsDir, tools: [...new Set(['git', 'cc', ...engineNames, ...tools])] }),
    Promise.all(
      found.map(
        async (f): Promise<Subject> => ({
          ...f,
          source: await readSource(f.project.dir, exec, request.env),
          answers: isInContainer(f) ? {} : await answersOf(f),
        }),
      ),
    ),
  ])
  return { machine, subjects }
}

/** Go refuses such a directory, and the dependency files of C compilers cannot name it: said here, before a compiler fails oddly. */
function refuseLineEnds(dir: string): void {
  if (!/[\n\r]/.test(dir)) return
  throw new BuildError('bad-input', `the path ${JSON.stringify(dir)} has a line end: compilers cannot build there`, {
    hint: 'Rename the directory; every other character is fine.',
  })
}

/** What the tools of this machine would say does not hold for those of an image. */
function isInContainer({ loaded: { inputs } }: FoundProject): boolean {
  return (inputs.image ?? inputs.dockerfile) !== null
}

function languageOf(project: Project): Language {
  const language = languages.find(l => l.name === project.language)
  if (!language) throw new Error(`no language ${project.language}`)
  return language
}

/** Asks a language's questions. A tool that is missing is an answer too: the build names it, a plan can do without. */
async function ask(
  language: Language,
  project: Project,
  inputs: Subject['loaded']['inputs'],
  exec: Exec,
  env: RunRequest['env'],
  signal: AbortSignal,
): Promise<Record<string, ProbeAnswer>> {
  const own = buildEnv(env, inputs.env, `${project.dir}/.portable-build/home`)
  const answers = language.probes(project, inputs).map(async (probe): Promise<[string, ProbeAnswer]> => {
    try {
      const { code, stdout, stderr } = await exec({
        argv: probe.argv,
        cwd: probe.cwd,
        env: { ...own, ...probe.env },
        signal,
      })
      return [probe.id, { code: code ?? 1, stdout, stderr }]
    } catch (error) {
      if (signal.aborted) throw error
      return [probe.id, { code: 127, stdout: '', stderr: error instanceof Error ? error.message : String(error) }]
    }
  })
  return Object.fromEntries(await Promise.all(answers))
}
