import { plainLine } from '../exec/plain.ts'
import type { Project } from '../project.ts'
import type { Target } from '../target.ts'
import { defaultRef } from './pins.ts'

/** What `init` did. */
export interface Written {
  /** Relative to the repository. */
  readonly path: string
  readonly host: 'github' | 'gitlab'
  readonly kind: 'ci' | 'release'
  readonly ref: string
  readonly canRelease: boolean
  readonly projects: readonly Pick<Project, 'name' | 'language' | 'buildSystem'>[]
  /** As they stand in the workflow, or null where portable-build.yml says them. */
  readonly targets: string | null
}

/** On GitLab nothing is left to be pinned: the version of the component is an exact one, or moves as its number says. */
const gitlabSteps = [
  'Commit it and push; the pipeline’s job `portable-collect` has the files, the merge request the checks.',
]

const starts = {
  ci: ['Commit it and push, or open a pull request; the summary of the run says where each file runs.'],
  release: [
    'Make an environment `release` in the settings of the repository, with reviewers, for tags `v*` only.',
    'Commit it, then push a tag: git tag v0.1.0 && git push origin v0.1.0',
  ],
} as const

/** What was written and what to do next, for people. */
export function initText({ path, host, kind, ref, canRelease, projects, targets }: Written): string {
  const what = projects.map(p => `${plainLine(p.name)} (${p.language === 'c' ? p.buildSystem : p.language})`).join(', ')
  const next = [
    ...starts[kind],
    ...(ref === defaultRef ? ['Pin it: put the full sha of a release where it says so.'] : []),
    ...(kind === 'ci' && canRelease ? ['For releases: portable-build init --github --release'] : []),
  ]
  const steps = ['Read it: each line that matters says why it is there.', ...(host === 'github' ? next : gitlabSteps)]
  return [
    `written: ${path}`,
    `for ${what}, ${targets === null ? 'targets as in portable-build.yml' : `targets ${targets}`}`,
    '',
    'Next:',
    ...steps.map((step, i) => `  ${i + 1}. ${step}`),
  ].join('\n')
}

/** What `init --dockerfile` did. */
export interface WrittenDockerfile {
  readonly project: Pick<Project, 'name' | 'language' | 'buildSystem'>
  readonly targets: readonly Target[]
  /** Whether a .dockerignore was written too: else there was one. */
  readonly ignores: boolean
}

/** What was written and what to do next, for people. */
export function dockerfileText({ project, targets, ignores }: WrittenDockerfile): string {
  const what = `${plainLine(project.name)} (${project.language === 'c' ? project.buildSystem : project.language})`
  const steps = [
    'Read it: its first lines say how it is built, and what is not in it.',
    'Name the base images by digest, as ARG or with --build-arg.',
    ...(ignores
      ? []
      : ['Look at .dockerignore, which was there already: .git and results of builds need not be sent.']),
  ]
  return [
    `written: Dockerfile${ignores ? ', .dockerignore' : ''}`,
    `for ${what}, targets ${targets.map(t => t.name).join(', ')}`,
    '',
    'Next:',
    ...steps.map((step, i) => `  ${i + 1}. ${step}`),
  ].join('\n')
}
