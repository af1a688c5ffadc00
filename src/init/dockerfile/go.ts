import { BuildError } from '../../errors.ts'
import { cgoNeed, toolchainEnv } from '../../languages/go/cgo.ts'
import { facts as goFacts, has, toGenerate } from '../../languages/go/facts.ts'
import { joinLdflags, otherArgs, tagsOf } from '../../languages/go/flags.ts'
import { archOf } from '../../target.ts'
import { type DockerfileFacts, kept, type Leg, run, type Stages, word } from './facts.ts'
import { toolImages, toolStage, variables, wrappers, zigCache, zigEnv, zigName } from './tools.ts'

const modules = kept('/var/cache/go/mod')
const caches = [modules, kept('/var/cache/go/build')]

/**
 * Go: modules first, then one `go build` for each target; a program with C gets zig's compilers.
 * @throws BuildError `no-executable`, `bad-input`, `no-backend`
 */
export function goStages(facts: DockerfileFacts, legs: readonly Leg[]): Stages {
  const { project, inputs } = facts
  if (project.executables.length === 0) throw new BuildError('no-executable', `${project.name} has no main package`)
  const cgo = cgoNeed(project, inputs, {}).needed
  return {
    images: { GO_IMAGE: 'golang:1-bookworm', ...(cgo ? toolImages : {}) },
    lines: [
      ...(cgo ? [...toolStage(['zig'], inputs['zig-version']), ''] : []),
      `FROM --platform=$BUILDPLATFORM \${GO_IMAGE} AS build`,
      ...(mayHaveC(facts) ? moduleWithC : []),
      ...variables({
        CGO_ENABLED: cgo ? '1' : '0',
        GOMODCACHE: '/var/cache/go/mod',
        GOCACHE: '/var/cache/go/build',
        ...toolchainOf(inputs),
        ...(cgo ? { ...zigEnv, PKG_CONFIG_LIBDIR: '/nowhere' } : {}),
      }),
      ...(cgo ? ['COPY --from=tools /opt/tools /opt/tools', ...legs.flatMap(wrappers)] : []),
      'WORKDIR /src',
      ...modulesFirst(facts.tree),
      'COPY . .',
      ...toGenerate(project).flatMap(dir => run(caches, [`go generate ${word(dir)}`])),
      ...legs.flatMap(leg => run(cgo ? [...caches, zigCache] : caches, [command(facts, leg, cgo)])),
    ],
  }
}

/** Only `go list` knows about other modules, and no tool is asked here. */
const moduleWithC = [
  '# Should another module have C (`portable-build plan` says it): `env: CGO_ENABLED=1` in portable-build.yml, and write this again.',
]

function mayHaveC({ project, inputs }: DockerfileFacts): boolean {
  return inputs.env['CGO_ENABLED'] === undefined && has(project, goFacts.requires) && !has(project, goFacts.importsC)
}

function command({ project, inputs }: DockerfileFacts, { target, dir }: Leg, cgo: boolean): string {
  const { go } = archOf(target)
  if (!go) throw new BuildError('no-backend', `Go has no port for ${target.arch}`)
  if (cgo) zigName(target)
  const only = project.executables.length === 1 ? project.executables[0] : undefined
  const ldflags = joinLdflags(inputs.strip ? ['-s', '-w'] : [], inputs, cgo && target.libc === 'musl')
  const env = { GOOS: 'linux', GOARCH: go.goarch, ...go.env, ...(cgo ? compilers(dir) : {}) }
  return [
    ...Object.entries(env).map(([name, value]) => `${name}=${value}`),
    ...['go build', ...(inputs.trimpath ? ['-trimpath'] : []), '-buildvcs=false', word(`-tags=${tagsOf(inputs)}`)],
    ...(ldflags === '' ? [] : [word(`-ldflags=${ldflags}`)]),
    ...otherArgs(inputs).map(word),
    ...['-o', word(`/out/${dir}/${only?.name ?? ''}`)],
    ...project.executables.map(e => word(e.source ?? '.')),
  ].join(' ')
}

const compilers = (dir: string) => ({ CC: `/opt/cc/${dir}/cc`, CXX: `/opt/cc/${dir}/c++`, AR: `/opt/cc/${dir}/ar` })

/** ENV expands what is in it: only a name of a toolchain may stand there. */
function toolchainOf(inputs: DockerfileFacts['inputs']): Record<string, string> {
  const env = toolchainEnv(inputs)
  if (Object.values(env).every(name => /^[\w.+-]+$/.test(name))) return env
  throw new BuildError('bad-input', `toolchain: ${JSON.stringify(inputs.toolchain)} is no name of one`)
}

/** Modules in a layer of their own, where go.mod alone says all of them: not with a vendor directory or modules of this tree. */
function modulesFirst(tree: DockerfileFacts['tree']): string[] {
  const local = /=>\s*"?\.{1,2}(\/|"|\s|$)/m.test(tree.read('go.mod') ?? '')
  if (local || tree.files.some(f => f === 'go.work' || f === 'vendor/modules.txt')) return []
  const sum = tree.files.includes('go.sum') ? ['go.sum'] : []
  return [`COPY ${['go.mod', ...sum].join(' ')} ./`, ...run([modules], ['go mod download'])]
}
