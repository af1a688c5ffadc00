import type { Backend, BackendName, Request } from './backends/backend.ts'
import { readLimits } from './backends/container/limits.ts'
import { BuildError } from './errors.ts'
import type { Inputs, LoadedInputs } from './inputs/inputs.ts'
import type { Context, Language, ProbeAnswer, Source } from './languages/language.ts'
import type { Machine } from './machine.ts'
import { artifactName, checkUnique, type Named } from './package/names.ts'
import type { Job, Plan, PlannedOffer, PlannedProject, PlannedTarget, Step } from './plan.ts'
import { type Share, share } from './planner/share.ts'
import type { Project } from './project.ts'
import { parseTarget, readFloor, settleTargets, type Target } from './target.ts'
import { tool } from './tool.ts'
import { checkZigVersion } from './toolchains/catalog.ts'
import { policyFor } from './verify/policies.ts'

/** One project as the planner gets it: what was asked, what was found, what its probes answered. */
export interface Subject {
  readonly project: Project
  readonly loaded: LoadedInputs
  readonly source: Source
  readonly language: Language
  readonly answers: Readonly<Record<string, ProbeAnswer>>
  /** Absolute. */
  readonly outputDir: string
}

/** A target with what every backend said to it, and what it will give. */
export interface Offered {
  readonly target: Target
  readonly request: Request
  readonly backend: BackendName
  readonly offers: readonly PlannedOffer[]
  readonly artifact: Named
}

/**
 * Decides everything: which backend builds which target, in which jobs, by which commands. Pure.
 * @param backends in order of preference: the first that can build a target gets it
 * @throws BuildError for targets that cannot be, and `no-backend` with the reason of each backend
 */
export function makePlan(subjects: readonly Subject[], machine: Machine, backends: readonly Backend[]): Plan {
  const projects: PlannedProject[] = []
  const jobs: Job[] = []
  const notices: string[] = []
  const named: Named[] = []
  for (const subject of subjects) {
    const { targets, notices: raised } = targetsOf(subject, machine)
    const offered = targets.map(target => offer(subject, target, machine, backends))
    const planned: Job[] = []
    for (const part of backends.flatMap(b => share(subject, offered, b, machine))) {
      const { job, notices: said } = makeJob(unique(part.name, jobs), subject, part, machine)
      planned.push(job)
      jobs.push(job)
      notices.push(...said)
    }
    notices.push(...subject.loaded.notices, ...raised)
    named.push(...offered.map(o => o.artifact))
    projects.push(describe(subject, offered, planned, machine))
  }
  checkUnique(named)
  return { schema: 1, tool, projects, jobs, notices: [...new Set(notices)] }
}

function targetsOf({ project, loaded: { inputs }, language, answers }: Subject, machine: Machine) {
  const written = (inputs.targets.length > 0 ? inputs.targets : [machine.arch]).map(parseTarget)
  const wantsGlibc = inputs.glibc !== null || inputs.policy === 'glibc'
  const libc = inputs.libc ?? (wantsGlibc ? 'glibc' : language.defaultLibc(project, inputs, answers))
  return settleTargets(written, { libc, glibc: inputs.glibc === null ? null : readFloor(inputs.glibc) })
}

function offer(subject: Subject, target: Target, machine: Machine, backends: readonly Backend[]): Offered {
  const { project, language, answers } = subject
  const { inputs } = subject.loaded
  const request: Request = {
    target,
    project,
    language: language.name,
    needsC: language.needsC(project, inputs, answers),
    cpu: inputs.cpu,
    zigVersion: checkZigVersion(inputs['zig-version']),
    container: { image: inputs.image, dockerfile: inputs.dockerfile, limits: readLimits(inputs.limits, machine.cpus) },
  }
  const said = backends.map(b => ({
    backend: b.name,
    ...consider(b, request, machine, inputs, language.runsTarget === true),
  }))
  const best = said.find(s => s.can)
  if (!best) {
    throw new BuildError('no-backend', `nothing here can build ${project.name} for ${target.name}`, {
      lines: said.map(s => `${s.backend}: ${s.reason}`),
    })
  }
  const offers = said.map(s => ({ ...s, chosen: s === best }))
  return { target, request, backend: best.backend, offers, artifact: nameOf(subject, target) }
}

function consider(backend: Backend, request: Request, machine: Machine, inputs: Inputs, runsTarget: boolean) {
  if (inputs.backend !== 'auto' && inputs.backend !== backend.name) {
    return { can: false, reason: `\`backend: ${inputs.backend}\` was asked for` }
  }
  const { image, dockerfile } = request.container
  if (backend.name !== 'container' && (image ?? dockerfile) !== null) {
    return { can: false, reason: `\`${dockerfile === null ? 'image' : 'dockerfile'}\` was given` }
  }
  const foreign = runsTarget && request.target.arch !== machine.arch && backend.name !== 'container'
  if (!foreign) return backend.offer(request, machine)
  // the plan is made here, and carried out there
  const offered = backend.offer(request, { ...machine, arch: request.target.arch })
  const where = `it starts programs of the target while it builds, so it is built on ${request.target.arch} itself (this machine is ${machine.arch})`
  return { ...offered, reason: offered.can ? `${offered.reason}; ${where}` : offered.reason }
}

function nameOf({ project, source, loaded: { inputs } }: Subject, target: Target): Named {
  const [only, ...others] = project.executables.length > 0 ? project.executables.map(e => e.name) : inputs.bin
  const bin = inputs['bin-name'] ?? (others.length === 0 ? only : undefined) ?? project.name
  const version = project.version ?? source.tag?.replace(/^v/, '') ?? null
  const parts = { bin, target: target.name, project: project.name, version, arch: target.arch }
  return { name: artifactName(inputs['artifact-name'], parts), parts }
}

function makeJob(id: string, subject: Subject, { backend, mine, runner }: Share, machine: Machine) {
  const kit = backend.kit(
    mine.map(o => o.request),
    machine,
  )
  const { project, source, answers, language, loaded } = subject
  const workDir = `${project.dir}/.portable-build/${id}`
  const { container } = kit
  const cpus = container ? Math.max(1, Math.floor(container.limits.cpus)) : machine.cpus
  // What the tools of this machine said does not hold for those of an image.
  const known = container ? {} : answers
  const context: Context = {
    project,
    inputs: loaded.inputs,
    source,
    answers: known,
    kit,
    workDir,
    cpus,
    toolsDir: machine.toolsDir,
  }
  const targets = mine.map(o => o.target)
  const recipe = language.plan(context, targets)
  const job: Job = {
    id,
    project: project.name,
    backend: backend.name,
    targets: targets.map(t => t.name),
    ...(language.runsTarget && !container && mine[0] && { arch: mine[0].target.arch }),
    runner,
    toolchains: kit.toolchains,
    files: [...kit.files, ...(recipe.files ?? [])],
    path: [...kit.path, ...(recipe.path ?? [])],
    ...(container && { container }),
    passEnv: loaded.inputs.env,
    steps: recipe.steps.map(s => withEnv(s, id, kit.env)),
    collect: recipe.collect.map(c => (c.from === 'cargo-json' ? { ...c, step: `${id}/${c.step}` } : c)),
    workDir,
  }
  return { job, notices: recipe.notices }
}

/** Ids become unique in the plan, and what the kit demands is part of every command that one can copy. */
function withEnv(step: Step, job: string, env: Readonly<Record<string, string>>): Step {
  const own = { ...step, id: `${job}/${step.id}`, env: { ...env, ...step.env } }
  return step.fallback ? { ...own, fallback: step.fallback.map(s => withEnv(s, job, env)) } : own
}

function describe(
  subject: Subject,
  offered: readonly Offered[],
  jobs: readonly Job[],
  machine: Machine,
): PlannedProject {
  const { project, source, loaded } = subject
  const { inputs } = loaded
  const targets = offered.map(
    (o): PlannedTarget => ({
      name: o.target.name,
      job: jobs.find(j => j.targets.includes(o.target.name))?.id ?? '',
      artifact: o.artifact.name,
      offers: o.offers,
      policy: policyFor(o.target, {
        preset: inputs.policy,
        allowLibraries: inputs['allow-libraries'],
        forbidLibraries: inputs['forbid-libraries'],
        forbidPaths: inputs['forbid-paths'],
        secrets: inputs.secrets,
        musl: inputs.musl,
        kernel: inputs.kernel,
        maxPageSize: inputs['max-page-size'],
        allow: inputs.allow,
        forbid: inputs.forbid,
        cpu: inputs.cpu,
        commit: source.commit,
      }),
    }),
  )
  const command = inputs['smoke-command']
  return {
    name: project.name,
    dir: project.dir,
    language: project.language,
    buildSystem: project.buildSystem,
    executables: project.executables,
    evidence: project.evidence,
    declined: project.declined,
    commit: source.commit,
    epoch: source.epoch,
    outputDir: subject.outputDir,
    targets,
    tools: neededHere(subject, jobs).map(name => ({
      name,
      version: machine.tools[name]?.version ?? null,
      path: machine.tools[name]?.path ?? null,
    })),
    settings: loaded.settings,
    smoke: { when: inputs.smoke, command: command.length > 0 ? command : null, floor: inputs['smoke-floor'] },
    binName: inputs['bin-name'],
    packaging: { archive: inputs.archive, include: inputs.include, leadingDir: inputs['leading-dir'] },
    distribute: inputs.distribute,
  }
}

/** Programs of this machine that the jobs call; those of an image are not among them. */
function neededHere({ project, loaded, language }: Subject, jobs: readonly Job[]): readonly string[] {
  if (jobs.every(job => job.backend === 'container')) return []
  return language.needs(project, loaded.inputs).map(need => need.tool)
}

function unique(id: string, jobs: readonly Job[]): string {
  let name = id
  for (let n = 2; jobs.some(j => j.id === name); n++) name = `${id}-${n}`
  return name
}
