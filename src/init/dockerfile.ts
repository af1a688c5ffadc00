import { BuildError } from '../errors.ts'
import type { Project } from '../project.ts'
import { tool } from '../tool.ts'
import { cStages, cSystems } from './dockerfile/c.ts'
import { type DockerfileFacts, type Leg, legsOf, type Stages } from './dockerfile/facts.ts'
import { goStages } from './dockerfile/go.ts'
import { rustStages } from './dockerfile/rust.ts'

/** Where programs that need the system's glibc run in the image. */
const runtimeImages = { RUNTIME_IMAGE: 'debian:13-slim' } as const

/** Inputs that change what is built and that no Dockerfile has; whoever set them has to know. */
const leftOut = ['before-script', 'after-script', 'cpu', 'vcs-stamp'] as const

/**
 * Writes a Dockerfile that builds a project for all its targets on a builder of any architecture, without emulation: the
 * stages of its language, `artifacts` for `--output type=local`, and the image as the last one. Pure.
 * @throws BuildError `bad-input` for a kind of project that no Dockerfile is written for, or two targets of one platform;
 *   `no-executable`, `no-backend`
 */
export function dockerfileFor(facts: DockerfileFacts): { path: string; text: string } {
  const legs = legsOf(facts.targets)
  const { images, lines } = stagesOf(facts, legs)
  const needsLibc = facts.targets.some(t => t.libc === 'glibc')
  const all = { ...images, ...(needsLibc ? runtimeImages : {}) }
  const text = [
    ...head(facts, legs),
    '',
    '# The images that it starts from; a mirror or a digest: --build-arg NAME=mirror.example/image@sha256:...',
    ...Object.entries(all).map(([name, image]) => `ARG ${name}=${image}`),
    '',
    ...lines,
    '',
    '# The files of all targets, for --output type=local.',
    'FROM scratch AS artifacts',
    'COPY --from=build /out/ /',
    '',
    ...runtime(facts, needsLibc),
  ]
  return { path: 'Dockerfile', text: `${text.join('\n')}\n` }
}

/**
 * What no build needs, or what must not get into a layer: history with its tokens, results, secrets.
 * @param outputDir relative to the project
 */
export function dockerignoreFor(project: Pick<Project, 'language'>, outputDir: string): { path: string; text: string } {
  const results = outputDir === '' || outputDir.startsWith('..') ? [] : [outputDir]
  const lines = [
    ...['.git', '.portable-build', ...results, ...(project.language === 'rust' ? ['target'] : [])],
    ...['.env', 'Dockerfile', '.dockerignore'],
  ]
  return { path: '.dockerignore', text: `${lines.join('\n')}\n` }
}

function stagesOf(facts: DockerfileFacts, legs: readonly Leg[]): Stages {
  const { language, buildSystem, name } = facts.project
  if (language === 'rust') return rustStages(facts, legs)
  if (language === 'go') return goStages(facts, legs)
  const system = language === 'c' ? cSystems[buildSystem] : undefined
  if (system !== undefined) return cStages(facts, legs, system)
  throw new BuildError(
    'bad-input',
    `${name} is built by ${buildSystem}, and Dockerfiles are written for Cargo, Go, CMake and make`,
    {
      hint: 'docs/builder-images.md shows what one has to give, for one of your own.',
    },
  )
}

function head({ project, inputs, targets }: DockerfileFacts, legs: readonly Leg[]): string[] {
  const platforms = legs.map(leg => leg.platform)
  // CGO_ENABLED is in it: it decides whether Go gets a C compiler.
  const variables = Object.keys(inputs.env).filter(key => key !== 'CGO_ENABLED')
  const missing = [...leftOut.filter(key => isSet(inputs[key])), ...(variables.length > 0 ? ['env'] : [])]
  const name = project.name.replace(/[^\x20-\x7e]/g, '?').slice(0, 100)
  return [
    `# Builds ${name} for ${targets.map(t => t.name).join(', ')}: cross compiled, on a builder of any architecture.`,
    `# Written by \`${tool.name} init --dockerfile\`, ${tool.name} ${tool.version}; it is yours now, change what you like.`,
    '#',
    `#   docker buildx build --platform ${platforms.join(',')} --tag IMAGE .`,
    `#   docker buildx build --target artifacts --output type=local,dest=dist .   # dist/${legs[0]?.dir}/...`,
    '#',
    `# Whether they run everywhere: ${tool.name} verify --targets ${targets.map(t => t.name).join(',')} dist`,
    ...(missing.length > 0 ? ['#', `# Not in it, although it is set for this project: ${missing.join(', ')}.`] : []),
  ]
}

/** Whether somebody set it; `auto` is what one says by itself. */
const isSet = (value: string | null): boolean => value !== null && value !== 'auto' && value !== 'false'

/** An empty image has none, and the images of the languages do. */
const certificates = [
  '# For a program that speaks TLS: COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/',
]

function runtime({ project, inputs }: DockerfileFacts, needsLibc: boolean): string[] {
  const names = inputs.bin.length > 0 ? inputs.bin : project.executables.map(e => e.name)
  const [only] = names
  return [
    ...(project.language === 'c' ? [] : certificates),
    needsLibc ? `FROM \${RUNTIME_IMAGE}` : 'FROM scratch',
    '# Set by BuildKit for each platform.',
    'ARG TARGETARCH',
    'ARG TARGETVARIANT',
    `COPY --from=build /out/\${TARGETARCH}\${TARGETVARIANT}/ ${needsLibc ? '/usr/local/bin/' : '/'}`,
    'USER 65532:65532',
    ...(only === undefined || names.length > 1
      ? []
      : [`ENTRYPOINT ${JSON.stringify([`${needsLibc ? '/usr/local/bin/' : '/'}${only}`])}`]),
  ]
}
