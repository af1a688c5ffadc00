import { basename } from 'node:path'
import { csvField } from '../backends/container/argv.ts'
import { checkVariable, refuseToken } from '../build/environment.ts'
import { BuildError } from '../errors.ts'
import type { Collect, Step } from '../plan.ts'
import { archOf, type Target } from '../target.ts'
import type { Context, Language, Recipe } from './language.ts'

/**
 * A project that a Dockerfile of its own builds, in whatever language: BuildKit runs it, and the executables in the files of
 * its last stage are taken. It is one only where `dockerfile` says so.
 */
export const dockerfile: Language = {
  name: 'dockerfile',

  detect(tree, inputs) {
    const { dockerfile: path } = inputs
    if (path === null) return null
    if (!tree.files.includes(path)) {
      const others = tree.files.filter(f => /(^|\/)(Dockerfile[^/]*|[^/]*\.Dockerfile)$/.test(f))
      throw new BuildError('bad-input', `dockerfile: ${tree.root} has no ${path}`, {
        hint: others.length > 0 ? `It has ${others.slice(0, 5).join(', ')}.` : 'Give its path inside of the project.',
      })
    }
    return {
      name: basename(tree.root),
      dir: tree.root,
      language: 'dockerfile',
      buildSystem: 'dockerfile',
      executables: inputs.bin.map(name => ({ name, source: null })),
      toolchain: null,
      version: null,
      evidence: [{ fact: 'Dockerfile', file: path, line: null }],
      declined: [],
    }
  },

  needs: () => [],
  probes: () => [],
  defaultLibc: () => 'musl',
  needsC: () => false,

  plan(context, targets): Recipe {
    const { args, 'build-args': buildArgs } = context.inputs
    for (const name of Object.keys(buildArgs)) checkVariable('build-args', name)
    // `--secret id=x,env=NAME`: the client that reads them has our environment
    for (const word of args.flatMap(arg => arg.split(/[=,]/))) refuseToken('args', word)
    const parts = targets.map((target, n) => buildTarget(context, target, n))
    return {
      steps: parts.flatMap(p => p.steps),
      collect: parts.map(p => p.collect),
      notices: noticesOf(context),
    }
  },
}

/** Built in a copy of the sources: history, work and results of earlier runs never reach the engine. */
function buildTarget(
  context: Context,
  target: Target,
  n: number,
): { readonly steps: Step[]; readonly collect: Collect } {
  const { project, inputs, source, workDir } = context
  const platform = archOf(target).docker
  if (platform === null) throw new BuildError('no-backend', `container engines have no name for ${target.arch}`)
  const root = `${workDir}/${target.name}`
  const [sources, out] = [`${root}/source`, `${root}/out`]
  const common = { targets: [target.name], cwd: sources, env: { SOURCE_DATE_EPOCH: String(source.epoch) } }
  const stage = inputs['dockerfile-stage']
  const network = inputs.limits['network']
  const build: Step = {
    ...common,
    id: `${2 * n + 2}-docker-build`,
    title: `docker buildx build for ${target.name}`,
    argv: [
      ...['docker', 'buildx', 'build', '--progress', 'plain', '--platform', platform],
      ...['--file', inputs.dockerfile ?? 'Dockerfile', ...(stage === null ? [] : ['--target', stage])],
      ...Object.entries(inputs['build-args']).flatMap(([k, v]) => ['--build-arg', v === '' ? k : `${k}=${v}`]),
      ...(network === 'none' || network === 'host' ? ['--network', network] : []),
      ...['--output', `type=local,${csvField(`dest=${out}`)}`, ...inputs.args, '.'],
    ],
  }
  const fresh: Step = {
    ...common,
    id: `${2 * n + 1}-clean-output`,
    title: `clean output for ${target.name}`,
    argv: ['rm', '-rf', '--', out],
    copySources: { from: project.dir, to: sources },
  }
  const bins = inputs.bin.length > 0 ? inputs.bin : null
  return { steps: [fresh, build], collect: { from: 'image', target: target.name, dir: out, bins } }
}

/** What BuildKit's own builder decides and no command. */
function noticesOf({ inputs: { limits } }: Context): string[] {
  const idle = ['cpus', 'memory', 'pids'].filter(name => Object.hasOwn(limits, name))
  if (idle.length === 0) return []
  return [
    `limits: ${idle.join(', ')} do not hold for a Dockerfile: they are options of the builder (\`docker buildx create --driver docker-container --driver-opt memory=4g,cpu-quota=200000\`)`,
  ]
}
