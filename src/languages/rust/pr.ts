import { BuildError } from '../../errors.ts'
import type { Inputs } from '../../inputs/inputs.ts'
import type { Project } from '../../project.ts'

const name = 'pr'

/**
 * Whether the input asks for the profile of pull requests: that of releases, but own crates are compiled incrementally. A change
 * then costs what it touches; the executable has 256 code units, so it is larger and slower. Where the project has a profile of
 * that name itself, it is meant.
 */
export function isPr({ cargo }: Pick<Project, 'cargo'>, { profile }: Pick<Inputs, 'profile'>): boolean {
  return profile === name && cargo?.profiles.includes(name) !== true
}

/** The profile that cargo is asked for. */
export function cargoProfile(project: Pick<Project, 'cargo'>, inputs: Pick<Inputs, 'profile'>): string {
  return isPr(project, inputs) ? 'release' : inputs.profile
}

/** What the report says of it. */
export const prNotice =
  'profile: pr: the project was compiled incrementally, for a quick answer; these executables are not for publishing'

/** @throws BuildError `bad-input`: a release would publish it */
export function refusePrRelease(project: Pick<Project, 'cargo'>, inputs: Pick<Inputs, 'profile'>): void {
  if (!isPr(project, inputs)) return
  throw new BuildError('bad-input', '`profile: pr` is for pull requests, and this run is a release', {
    hint: 'Set `profile: release`, for example only on tags.',
  })
}
