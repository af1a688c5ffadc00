import { realpath } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { BuildError } from '../../errors.ts'
import { githubWorkflow } from '../../init/github.ts'
import { defaultComponentRef, gitlabPipeline } from '../../init/gitlab.ts'
import { defaultRef } from '../../init/pins.ts'
import { repositoryRoot } from '../../init/repository.ts'
import { initText } from '../../init/text.ts'
import { writeNew } from '../../init/write.ts'
import { findProjects } from '../../pipeline/gather.ts'
import { parseTarget } from '../../target.ts'
import type { Output } from '../output.ts'
import type { Invocation } from '../parse.ts'
import { initDockerfile } from './init-dockerfile.ts'
import { requestOf } from './request.ts'

/** What most people want; both are built on one machine. */
const usualTargets = 'linux/amd64, linux/arm64'

/** A branch, a tag or a sha, which nothing can be hidden in; `~latest` is GitLab's newest release. */
const refs = /^([\w][\w.-]*|~latest)$/

/** `init`: writes a workflow, a pipeline or a Dockerfile for the project of a directory. */
export async function init(invocation: Invocation, output: Output): Promise<number> {
  const { options } = invocation
  const form = formOf(options)
  const ref = options['ref'] ?? (form === 'gitlab' ? defaultComponentRef : defaultRef)
  if (!refs.test(ref)) throw new BuildError('bad-input', `--ref is ${JSON.stringify(ref)}, not a commit sha or a tag`)

  // Variables of this shell do not reach a workflow: what it would do without them is asked for.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PORTABLE_BUILD_')))
  const request = { ...requestOf(invocation), env }
  const found = await findProjects(request)
  for (const { loaded } of found) loaded.inputs.targets.forEach(parseTarget)
  if (form === 'dockerfile') return initDockerfile(found, output)
  const host = form

  const dir = await realpath(request.dir)
  const root = repositoryRoot(dir)
  const below = relative(root, dir)
  // What the file says is read again by the workflow; what was said here is said there.
  const settings = found.flatMap(f => f.loaded.settings)
  const said = settings.filter(s => s.origin === 'flag').map(s => [s.name, s.value.trim().replaceAll('\n', ',')])
  const hasTargets = settings.some(s => s.name === 'targets' && (s.origin === 'flag' || s.origin === 'file'))
  const inputs = {
    ...(below === '' ? {} : { 'working-directory': below }),
    ...(hasTargets ? {} : { targets: usualTargets }),
    ...Object.fromEntries(said),
  }
  const kind = options['release'] === 'true' ? 'release' : 'ci'
  const projects = found.map(f => f.project)
  const tools = found.flatMap(f => f.language.needs(f.project, f.loaded.inputs).map(n => n.tool))
  const { path, text, canRelease } =
    host === 'github'
      ? githubWorkflow({ kind, projects, tools, inputs, ref })
      : { ...gitlabPipeline({ projects, tools, inputs, ref }), canRelease: false }
  await writeNew(join(root, path), text)
  output.print(initText({ path, host, kind, ref, canRelease, projects, targets: inputs.targets ?? null }))
  return 0
}

const forms = ['github', 'gitlab', 'dockerfile'] as const

/** Why there is no release for it. */
const noRelease = {
  gitlab: 'A job with `release:` that needs `portable-collect` makes one: docs/gitlab.md shows it.',
  dockerfile: 'Its images are pushed by whoever builds them: docker buildx build --push.',
} as const

/** @throws BuildError `bad-input` for none, two, or a release of what has none */
function formOf(options: Invocation['options']): (typeof forms)[number] {
  const said = forms.filter(name => options[name] === 'true')
  const [form] = said
  if (form === undefined || said.length > 1) {
    throw new BuildError('bad-input', '`init` needs to know for which host', {
      hint: 'Say `--github` or `--gitlab`, or `--dockerfile` for an image.',
    })
  }
  if (form === 'dockerfile' && options['ref'] !== undefined) {
    throw new BuildError('bad-input', '`--ref` is a version of the action, and a Dockerfile does not use it')
  }
  if (form !== 'github' && options['release'] === 'true') {
    throw new BuildError('bad-input', `\`init --${form}\` writes no release`, { hint: noRelease[form] })
  }
  return form
}
