import { limitsText } from '../backends/container/limits.ts'
import type { ContainerSpec } from '../backends/container/spec.ts'
import { commandLine, quote } from '../build/command-line.ts'
import { plainLine } from '../exec/plain.ts'
import type { Setting } from '../inputs/inputs.ts'
import type { Job, Packaging, Plan, PlannedProject, PlannedTarget, Step } from '../plan.ts'
import type { Evidence } from '../project.ts'
import { toolchainDir } from '../toolchains/toolchain.ts'
import type { Style } from './style.ts'
import { count, displayWidth, pad } from './text.ts'

/** How to print a plan. */
export interface PlanTextOptions {
  readonly style: Style
  /** Where toolchains are installed: their directories are printed. */
  readonly toolsDir: string
  /** Settings at their defaults too. */
  readonly verbose: boolean
}

/** The plan for people: what was found and why, what builds each target and what could not, then every command. */
export function planText(plan: Plan, { style, toolsDir, verbose }: PlanTextOptions): string {
  const parts = [
    ...plan.projects.map(p => projectLines(p, style, verbose)),
    ...plan.jobs.map(j => jobLines(j, toolsDir, style)),
    plan.notices.map(n => `${style.yellow('note')}: ${plainLine(n)}`),
    [style.dim(`${count(plan.jobs.length, 'job')}. Nothing was built; \`portable-build build\` runs this plan.`)],
  ]
  return parts
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n')
}

function projectLines(project: PlannedProject, style: Style, verbose: boolean): string[] {
  const commit = project.commit === null ? 'no commit' : `commit ${project.commit.slice(0, 12)}`
  return [
    `${style.bold(`project ${plainLine(project.name)}`)}  ${project.language}, built with ${project.buildSystem}`,
    `  ${style.dim('directory')}  ${plainLine(project.dir)} (${commit}, ${new Date(project.epoch * 1000).toISOString()})`,
    `  ${style.dim('output')}     ${plainLine(project.outputDir)}`,
    ...titled('executables', executableLines(project), style),
    ...titled('evidence', project.evidence.map(evidenceLine(style)), style),
    ...titled('declined', project.declined.map(plainLine), style),
    ...titled('settings', settingLines(project.settings, style, verbose), style),
    ...titled('calls', project.tools.map(toolLine(style)), style),
    ...titled(
      'targets',
      project.targets.flatMap(t => targetLines(t, project, style)),
      style,
    ),
  ]
}

function titled(title: string, lines: readonly string[], style: Style): string[] {
  return lines.length === 0 ? [] : [`  ${style.dim(title)}`, ...lines.map(l => `    ${l}`)]
}

function executableLines({ executables, binName }: PlannedProject): string[] {
  if (executables.length === 0) return ['known when it is built']
  return executables.map(e => {
    const name = binName !== null && executables.length === 1 ? binName : e.name
    return plainLine(e.source === null ? name : `${name} (${e.source})`)
  })
}

function toolLine(style: Style) {
  return ({ name, version, path }: PlannedProject['tools'][number]) =>
    path === null
      ? `${name} ${style.yellow('is not installed')}`
      : `${name}${version === null ? '' : ` ${plainLine(version)}`} ${style.dim(plainLine(path))}`
}

function evidenceLine(style: Style) {
  return ({ fact, file, line }: Evidence) =>
    `${plainLine(fact)} ${style.dim(`(${plainLine(file)}${line === null ? '' : `:${line}`})`)}`
}

/** What someone said or what was found; defaults would hide it, so they are shown only when asked for. */
function settingLines(settings: readonly Setting[], style: Style, verbose: boolean): string[] {
  const said = settings.filter(s => verbose || s.origin !== 'default')
  const rest = settings.length - said.length
  const names = Math.max(0, ...said.map(s => displayWidth(s.name)))
  const lines = said.map(s => {
    const value = s.value.split('\n').map(plainLine).join(', ')
    return `${pad(plainLine(s.name), names)}  ${value} ${style.dim(`(${[s.origin, plainLine(s.where)].filter(t => t !== '').join(': ')})`)}`
  })
  return rest === 0
    ? lines
    : [...lines, style.dim(`${count(rest, 'more setting')} at the default (--verbose shows all)`)]
}

function targetLines(target: PlannedTarget, { packaging, executables }: PlannedProject, style: Style): string[] {
  const names = Math.max(...target.offers.map(o => o.backend.length))
  const { policy } = target
  const floor = policy.floor.glibc === null ? '' : `, glibc at most ${policy.floor.glibc}`
  const given = artifactText(target.artifact, packaging.archive, executables.length)
  return [
    `${style.bold(target.name)} ${style.dim(`must be ${policy.linkage?.join(' or ') ?? 'anything'}${floor}`)}`,
    ...target.offers.map(o => {
      const mark = o.chosen ? style.green('✓') : style.dim('·')
      const text = `${pad(o.backend, names)}  ${o.chosen ? '' : o.can ? 'could too: ' : 'declined: '}${plainLine(o.reason)}`
      return `  ${mark} ${o.chosen ? text : style.dim(text)}`
    }),
    `  ${style.green('→')} ${given}`,
  ]
}

/** What is handed over: an archive, or executables by themselves, whose names may not be known before they are built. */
function artifactText(name: string, archive: Packaging['archive'], executables: number): string {
  if (archive !== 'none') return `${name}.${archive}`
  if (executables === 1) return `${name} (no archive)`
  return executables === 0 ? `${name}, or ${name}-<executable> for each of several` : `${name}-<executable> for each`
}

function jobLines(job: Job, toolsDir: string, style: Style): string[] {
  const toolchains = job.toolchains.map(t => `${t.name} ${t.version} ${style.dim(toolchainDir(toolsDir, t))}`)
  const files = job.files.map(f => `${plainLine(f.path)}${f.executable ? style.dim(' (executable)') : ''}`)
  return [
    `${style.bold(`job ${job.id}`)}  ${job.targets.join(', ')}`,
    ...titled('toolchains', toolchains, style),
    ...titled('container', job.container ? containerLines(job.container) : [], style),
    ...titled('writes', files, style),
    ...titled(
      'runs',
      job.steps.flatMap(s => stepLines(s, job, style)),
      style,
    ),
  ]
}

function containerLines({ image, platform, emulatedCpu, limits }: ContainerSpec): string[] {
  const cpu = emulatedCpu === null ? '' : `, under QEMU as ${emulatedCpu}`
  return [`${plainLine(image)} (${platform}${cpu})`, limitsText(limits)]
}

function stepLines(step: Step, job: Job, style: Style): string[] {
  const copy = step.copySources
  const notes = [
    ...(copy ? [`copies ${plainLine(copy.from)} to ${plainLine(copy.to)}`] : []),
    ...(step.optional ? ['a failure is only told'] : []),
    ...(step.fallback ? [`if it fails: each target by itself (${count(step.fallback.length, 'command')})`] : []),
  ]
  return [
    `${style.cyan(`# ${plainLine(step.title)}`)}`,
    ...notes.map(n => style.dim(`# ${n}`)),
    ...(step.mkdir ?? []).map(d => `mkdir -p ${quote(d)}`),
    commandLine(step, job),
  ]
}
