import { createHash } from 'node:crypto'
import type { Job, Step } from '../../plan.ts'
import type { KeptName } from '../kept/layers.ts'
import { compilingValues, type GoAnswers } from './facts.ts'

/** What is known of one `go build` before it runs. */
export interface GoBuildFacts {
  readonly job: Job
  readonly project: string
  /** Its `go build`. */
  readonly step: Step
  readonly target: string
  readonly answers: GoAnswers
  /** go.sum with those of the workspace. */
  readonly sums: string
  /** Digest of C sources that go does not look at when it judges what it has; empty without cgo. */
  readonly headers: string
  /** Digest of this machine's packages, where its own C compiler is used; else empty. */
  readonly system: string
}

/** Options of `go build` that change no object: names of results, what the linker does. */
const idle = /^--?(o|ldflags|buildvcs|v|x|p)(=|$)/
/** Those of them whose value may be the next word. */
const separate = /^--?(o|ldflags|p)$/

/**
 * What the pack of a GOCACHE is named by. go judges each object by itself, so that this only has to say which pack is
 * worth fetching, with two exceptions: of C it knows neither headers outside of the package nor this machine's. Pure.
 */
export function goBuildName({ job, project, step, target, answers, sums, headers, system }: GoBuildFacts): KeptName {
  const words = step.argv.slice(2, step.argv.includes('--') ? step.argv.indexOf('--') : undefined)
  const flags = words.filter((word, i) => !idle.test(word) && !separate.test(words[i - 1] ?? ''))
  const values = compilingValues(answers)
  const hasC = values['CGO_ENABLED'] === '1'
  // without cgo, no C compiler is asked for anything
  const told = Object.entries(values).filter(([name]) => hasC || !/^(CC|CXX|PKG_CONFIG|CGO_[A-Z]+FLAGS)$/.test(name))
  const near = {
    target,
    go: answers.GOVERSION,
    flags: flags.join(' '),
    values: told.map(([name, value]) => `${name}=${value}`).join(' '),
    // with the paths of the sources in the objects, those of another directory are others
    ...(flags.includes('-trimpath') ? {} : { root: digest(step.cwd) }),
    ...(hasC && { zig: zigOf(job), headers, system }),
  }
  return {
    kind: 'go-build',
    name: `${project} ${target}`,
    ingredients: { ...near, modules: digest(sums) },
    near: Object.keys(near),
  }
}

const zigOf = (job: Job): string => job.toolchains.find(t => t.name === 'zig')?.version ?? 'none'

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)
