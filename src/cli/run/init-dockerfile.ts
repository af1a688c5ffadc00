import { basename, join, relative } from 'node:path'
import { BuildError } from '../../errors.ts'
import { dockerfileFor, dockerignoreFor } from '../../init/dockerfile.ts'
import { dockerfileText } from '../../init/text.ts'
import { writeNew } from '../../init/write.ts'
import type { FoundProject } from '../../pipeline/gather.ts'
import { parseTarget, readFloor, settleTargets, type Target } from '../../target.ts'
import { readTree } from '../../tree.ts'
import type { Output } from '../output.ts'

/** What an image is usually asked for. */
const usualTargets = ['linux/amd64', 'linux/arm64']

/**
 * `init --dockerfile`: a Dockerfile in the directory of the project, which is its context, and a .dockerignore where there is none.
 * @throws BuildError `bad-input` for several projects or one that no Dockerfile is written for, `file-exists`
 */
export async function initDockerfile(found: readonly FoundProject[], output: Output): Promise<number> {
  const [first, ...others] = found
  if (first === undefined || others.length > 0) {
    throw new BuildError('bad-input', 'a Dockerfile builds one project, and here are several', {
      hint: `Name its directory: ${found.map(f => basename(f.project.dir)).join(', ')}.`,
    })
  }
  const { project, loaded, outputDir } = first
  const targets = targetsOf(first)
  const facts = { project, inputs: loaded.inputs, targets, tree: readTree(project.dir, [outputDir]) }
  const written = dockerfileFor(facts)
  await writeNew(join(project.dir, written.path), written.text)
  const ignore = dockerignoreFor(project, relative(project.dir, outputDir))
  const ignores = await writeNew(join(project.dir, ignore.path), ignore.text).then(
    () => true,
    error => {
      if (error instanceof BuildError && error.code === 'file-exists') return false
      throw error
    },
  )
  output.print(dockerfileText({ project, targets, ignores }))
  return 0
}

/** As the plan settles them, without asking any tool: where only `go list` knows of C, the file says how to get it. */
function targetsOf({ project, language, loaded: { inputs } }: FoundProject): readonly Target[] {
  const written = (inputs.targets.length > 0 ? inputs.targets : usualTargets).map(parseTarget)
  const wantsGlibc = inputs.glibc !== null || inputs.policy === 'glibc'
  const libc = inputs.libc ?? (wantsGlibc ? 'glibc' : language.defaultLibc(project, inputs, {}))
  return settleTargets(written, { libc, glibc: inputs.glibc === null ? null : readFloor(inputs.glibc) }).targets
}
