import { BuildError } from '../../errors.ts'
import type { Collect, Step } from '../../plan.ts'
import { archOf, type Target } from '../../target.ts'
import type { Context, Recipe } from '../language.ts'
import { scriptStep, targetEnv } from '../scripts.ts'
import { cgoNeed, toolchainEnv } from './cgo.ts'
import { stamped, toGenerate } from './facts.ts'
import { joinLdflags, otherArgs, tagsOf } from './flags.ts'

/** Levels of x86-64 as `cpu` names them and as GOAMD64 does. */
const amd64Levels: Readonly<Record<string, string>> = { x86_64_v2: 'v2', x86_64_v3: 'v3', x86_64_v4: 'v4' }

/**
 * One `go build` per target for all main packages: pure Go needs nothing else, cgo gets the backend's compilers.
 * @throws BuildError `no-executable`, `bad-input`, `no-backend`
 */
export function planModule(context: Context, targets: readonly Target[]): Recipe {
  const { project, inputs, answers } = context
  if (project.executables.length === 0) {
    throw new BuildError('no-executable', `${project.name} has no main package`, {
      hint: 'A library gives nothing to ship. Is the program in another module? Set `working-directory`.',
    })
  }
  const cgo = cgoNeed(project, inputs, answers)
  const steps: Step[] = []
  const collect: Collect[] = []
  for (const target of targets) {
    const id = (verb: string) => `${steps.length + 1}-${verb}`
    const script = (kind: 'before-script' | 'after-script', text: string | null) => {
      const env = goEnv(context, target, cgo.needed)
      // Without GOARCH and GOOS: what a script starts (go generate, go run) has to run here.
      const { GOARCH: _arch, GOOS: _os, ...rest } = env
      if (text) {
        steps.push(
          scriptStep({
            kind,
            text,
            target,
            kit: context.kit,
            cwd: project.dir,
            id: id(kind),
            env: { ...rest, ...scriptFlags(context) },
          }),
        )
      }
    }
    script('before-script', inputs['before-script'])
    if (!inputs['before-script']) steps.push(...generateSteps(context, target, id('generate')))
    const out = `${context.workDir}/out/${target.name}`
    steps.push(buildStep(context, target, cgo.needed, out, id('build')))
    script('after-script', inputs['after-script'])
    for (const { name } of project.executables)
      collect.push({ from: 'file', target: target.name, path: `${out}/${name}`, name })
  }
  return { steps, collect, notices: noticesOf(context, cgo.why) }
}

function buildStep(context: Context, target: Target, cgo: boolean, out: string, id: string): Step {
  const { project, inputs } = context
  const only = project.executables.length === 1 ? project.executables[0] : undefined
  // -mod is left to go: readonly is its default, and a vendor directory has to win (`go help modules`).
  const argv = [
    ...['go', 'build', ...(inputs.trimpath ? ['-trimpath'] : []), `-buildvcs=${vcsStamp(context)}`],
    ...[`-tags=${tagsOf(inputs)}`, `-ldflags=${ldflags(context, target, cgo)}`],
    ...otherArgs(inputs),
    // A directory with several packages, a name with one: go would call the executable of ./cmd `cmd`.
    ...['-o', only ? `${out}/${only.name}` : `${out}/`, '--', ...project.executables.map(e => e.source ?? '.')],
  ]
  return {
    id,
    title: `go build for ${target.name}`,
    targets: [target.name],
    argv,
    cwd: project.dir,
    env: goEnv(context, target, cgo),
    mkdir: [out],
  }
}

/** `auto` stamps where git answers; a build never ends with "error obtaining VCS status". */
function vcsStamp({ inputs, source, kit }: Context): string {
  const asked = inputs['vcs-stamp']
  // history is not in a container
  return asked === 'auto' && (source.why !== null || kit.container) ? 'false' : asked
}

function ldflags({ project, inputs, source }: Context, target: Target, cgo: boolean): string {
  const changed = source.dirty ? '-dirty' : ''
  const name = source.tag ?? source.commit?.slice(0, 12)
  const values: Record<string, string | null> = {
    version: name === undefined ? null : `${name}${changed}`,
    commit: source.commit,
    date: source.why === null ? new Date(source.epoch * 1000).toISOString().replace('.000Z', 'Z') : null,
  }
  const stamps = inputs['vcs-stamp'] === 'false' ? [] : stamped(project)
  const known = stamps.filter(variable => values[variable])
  const ours = [
    ...(inputs.strip ? ['-s', '-w'] : []),
    ...known.flatMap(variable => ['-X', `main.${variable}=${values[variable]}`]),
  ]
  return joinLdflags(ours, inputs, cgo && target.libc === 'musl')
}

function goEnv(context: Context, target: Target, cgo: boolean): Record<string, string> {
  const { inputs, kit, source } = context
  const { go } = archOf(target)
  if (!go) throw new BuildError('no-backend', `Go has no port for ${target.arch}`)
  const compilers = kit.compilers[target.name]
  if (cgo && !compilers)
    throw new BuildError('no-backend', `there is no C compiler for ${target.name}, and the program has C`)
  return {
    GOOS: 'linux',
    GOARCH: go.goarch,
    ...go.env,
    ...(inputs.cpu && amd64Levels[inputs.cpu] ? { GOAMD64: amd64Levels[inputs.cpu] ?? 'v1' } : {}),
    ...toolchainEnv(inputs),
    SOURCE_DATE_EPOCH: String(source.epoch),
    CGO_ENABLED: cgo ? '1' : '0',
    ...(cgo && compilers
      ? { CC: compilers.cc, CXX: compilers.cxx, AR: compilers.ar, ...noHostLibraries(context) }
      : {}),
    ...trackedOnly,
  }
}

/** `#cgo pkg-config:` must not find libraries of this machine; `env` can name a directory with those of the target. */
function noHostLibraries({ inputs, workDir }: Context): Record<string, string> {
  const given = inputs.env['PKG_CONFIG_LIBDIR'] ?? inputs.env['PKG_CONFIG_PATH']
  return given === undefined ? { PKG_CONFIG_LIBDIR: `${workDir}/no-libraries`, PKG_CONFIG_PATH: '' } : {}
}

/**
 * go asks git whether the tree was changed. Files that git does not track do not count, as in `git describe --dirty`:
 * the artifacts of an earlier run would make the next one give other bytes.
 */
const trackedOnly = {
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'status.showUntrackedFiles',
  GIT_CONFIG_VALUE_0: 'no',
} as const

/** The user's own `go build` (in a Makefile) must not die of version control either: no edit of it is needed. */
function scriptFlags(context: Context): Record<string, string> {
  if (vcsStamp(context) !== 'false') return {}
  const { inputs } = context
  return { GOFLAGS: `${inputs.env['GOFLAGS'] ?? ''} -buildvcs=false`.trim() }
}

/** `go generate` runs its tools here, so it gets the target as TARGET and not as GOARCH. */
function generateSteps(context: Context, target: Target, id: string): Step[] {
  const dirs = toGenerate(context.project)
  if (dirs.length === 0) return []
  return [
    {
      id,
      title: `go generate for ${target.name}`,
      targets: [target.name],
      argv: ['go', 'generate', ...dirs],
      cwd: context.project.dir,
      env: { ...targetEnv(target, context.kit), ...toolchainEnv(context.inputs), ...scriptFlags(context) },
    },
  ]
}

function noticesOf({ project, inputs, source }: Context, cgo: string): string[] {
  const generate = toGenerate(project)
  return [
    ...(cgo.startsWith('no package') ? [] : [`${project.name}: cgo: ${cgo}`]),
    ...(source.why !== null && inputs['vcs-stamp'] === 'auto'
      ? [`${project.name}: no version stamp: ${source.why}`]
      : []),
    ...(generate.length > 0 && !inputs['before-script']
      ? [`${project.name}: go generate runs first in ${generate.join(', ')}: its output is not in the tree`]
      : []),
  ]
}
