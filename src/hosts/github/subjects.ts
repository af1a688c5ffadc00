import { appendFile } from 'node:fs/promises'
import { basename, isAbsolute, relative, resolve } from 'node:path'
import type { ReportedArtifact } from '../../report/schema.ts'

/** What the runner attests of a step, and what it cannot. */
export interface Subjects {
  /** Paths relative to the workspace. */
  readonly paths: readonly string[]
  /** Why an artifact is not among them, a sentence each. */
  readonly left: readonly string[]
}

/** The runner takes so many of a job. */
const mostSubjects = 500

/**
 * The verified artifacts as the file `$GITHUB_ARTIFACTS` takes them: a path a line, below the workspace, without `=`;
 * a subject's name is the base name, and must not stand for two contents. Pure. Source: actions/runner#4527.
 */
export function subjectsOf(artifacts: readonly ReportedArtifact[], workspace: string): Subjects {
  const paths: string[] = []
  const left: string[] = []
  const digests = new Map<string, string>()
  for (const { path, sha256, verified } of artifacts) {
    if (!verified) continue
    const inside = relative(workspace, resolve(workspace, path))
    const name = basename(inside)
    const why = whyNot(inside, digests.get(name) ?? sha256, sha256, paths.length)
    if (why !== null) left.push(`${path} is not among the subjects of the provenance: ${why}`)
    else paths.push(inside)
    digests.set(name, digests.get(name) ?? sha256)
  }
  return { paths, left }
}

function whyNot(path: string, known: string, sha256: string, taken: number): string | null {
  if (path === '..' || path.startsWith('../') || isAbsolute(path)) return 'it is outside of the workspace'
  if (/[=\n\r]/.test(path)) return 'its path has `=` or a line end'
  if (known !== sha256) return 'another artifact has the same name'
  return taken < mostSubjects ? null : `a job has at most ${mostSubjects}`
}

/** Names the verified artifacts to the runner where it asks for them; returns what could not be named. */
export async function nameSubjects(
  artifacts: readonly ReportedArtifact[],
  workspace: string,
  env: NodeJS.ProcessEnv,
): Promise<readonly string[]> {
  const file = env['GITHUB_ARTIFACTS']
  if (!file) return []
  const { paths, left } = subjectsOf(artifacts, workspace)
  if (paths.length > 0) await appendFile(file, `${paths.join('\n')}\n`)
  return left
}
