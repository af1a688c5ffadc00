import { join, resolve, sep } from 'node:path'

/** The directories of a job on GitLab, absolute. All are below the checkout: GitLab carries nothing else from job to job. */
export interface GitlabPlaces {
  /** The checkout: paths in outputs are relative to it. */
  readonly project: string
  readonly toolsDir: string
  /** One packed file for each entry; what `cache:` names. */
  readonly cacheDir: string
  /** Each job's results, in a directory with its name: artifacts of all jobs are unpacked over one another. */
  readonly legsDir: string
  /** What the plan says that must be there. */
  readonly matrix: string
  /** For `artifacts:reports:dotenv` and `artifacts:reports:annotations`. */
  readonly outputs: string
  readonly annotations: string
}

/**
 * Where a job keeps things, in `.portable-build/`, which no look at the sources enters. Pure. `PORTABLE_BUILD_TOOLS_DIR` and
 * `PORTABLE_BUILD_CACHE_DIR` win, as on every host: a runner with a disk of its own needs no `cache:`.
 */
export function gitlabPlaces(env: Readonly<Record<string, string | undefined>>, cwd: string): GitlabPlaces {
  const project = checkoutOf(env['CI_PROJECT_DIR'], resolve(cwd))
  const below = (name: string) => placeOf(project, name)
  const given = (name: string) => (env[name] ? resolve(project, env[name]) : null)
  return {
    project,
    toolsDir: given('PORTABLE_BUILD_TOOLS_DIR') ?? below('tools'),
    cacheDir: given('PORTABLE_BUILD_CACHE_DIR') ?? below('cache'),
    legsDir: legsOf(project),
    matrix: below('matrix.json'),
    outputs: below('outputs.env'),
    annotations: below('annotations.json'),
  }
}

/** Where the legs leave their results, by the checkout. */
export const legsOf = (project: string): string => placeOf(project, 'legs')

const placeOf = (project: string, name: string): string => join(project, '.portable-build', 'ci', name)

/** Jobs start in the checkout; a runner that says otherwise (one for containers, on a plain machine) is not believed. */
function checkoutOf(said: string | undefined, cwd: string): string {
  return said && `${cwd}${sep}`.startsWith(`${resolve(said)}${sep}`) ? resolve(said) : cwd
}
