import { type ArchName, archNames, archs } from '../arch.ts'
import { BuildError } from '../errors.ts'
import { nearest } from '../nearest.ts'
import { parseTarget, readFloor, type Target, type WrittenTarget } from '../target.ts'

/** The labels of a CI runner: one of a hosted one, several of one's own. */
export type Labels = readonly string[]

/** The `runner` input, read. */
export interface Runners {
  /** The line `default=`; null without one. */
  readonly standard: Labels | null
  readonly own: readonly { readonly of: WrittenTarget; readonly labels: Labels }[]
}

/** GitHub's hosted runners by architecture; jobs of a plan go where the plan was made, so that it comes out the same. */
const hosted: Partial<Readonly<Record<ArchName, string>>> = {
  x86_64: 'ubuntu-24.04',
  aarch64: 'ubuntu-24.04-arm',
}

const mostLabels = 10
const longestLabel = 256

/**
 * Reads `runner`: the keys are `default`, an architecture or any spelling of a target, the values labels with commas.
 * @throws BuildError `bad-input`
 */
export function readRunners(map: Readonly<Record<string, string>>): Runners {
  const own: { of: WrittenTarget; labels: Labels }[] = []
  let standard: Labels | null = null
  for (const [key, text] of Object.entries(map)) {
    const labels = readLabels(key, text)
    if (key === 'default') standard = labels
    else {
      const of = readKey(key)
      const twice = own.find(o => sameKey(o.of, of))
      if (twice) throw new BuildError('bad-input', `runner: ${twice.of.text} and ${key} are the same`)
      own.push({ of, labels })
    }
  }
  return { standard, own }
}

function readLabels(key: string, text: string): Labels {
  const labels = text.split(',').map(label => label.trim())
  const problem =
    labels.includes('') || labels.some(l => l.length > longestLabel)
      ? 'is no list of labels'
      : labels.length > mostLabels
        ? `has ${labels.length} labels; ${mostLabels} are possible`
        : labels.some(l => /\p{Cc}/u.test(l))
          ? 'has a label with a control character'
          : null
  if (problem === null) return labels
  throw new BuildError('bad-input', `runner: ${key}=${JSON.stringify(text)} ${problem}`, {
    hint: 'Write `ubuntu-24.04-arm`, or several labels with commas: `self-hosted,linux,arm64`.',
  })
}

function readKey(key: string): WrittenTarget {
  try {
    const written = parseTarget(key)
    return written.floor === null ? written : { ...written, floor: readFloor(written.floor) }
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    const guess = nearest(key, ['default', ...archNames.flatMap(a => [a, ...archs[a].aliases])])
    throw new BuildError('bad-input', `runner: ${JSON.stringify(key)} is no target, no architecture and not default`, {
      hint: guess ? `Did you mean ${guess}?` : error.hint,
    })
  }
}

const sameKey = (a: WrittenTarget, b: WrittenTarget) => a.arch === b.arch && a.libc === b.libc && a.floor === b.floor

/** The labels that the user wrote for a target itself, the most exact line; null: it goes where all others go. */
export function ownRunner(target: Target, { own }: Runners): Labels | null {
  const fits = own.filter(
    ({ of }) =>
      of.arch === target.arch &&
      (of.libc === null || of.libc === target.libc) &&
      (of.floor === null || of.floor === target.floor),
  )
  const exactness = ({ of }: Runners['own'][number]) => Number(of.libc !== null) + Number(of.floor !== null)
  return (
    fits.reduce<Runners['own'][number] | null>(
      (best, one) => (best === null || exactness(one) > exactness(best) ? one : best),
      null,
    )?.labels ?? null
  )
}

/** The labels for whatever has none of its own. */
export function standardRunner({ standard }: Pick<Runners, 'standard'>, planned: ArchName): Labels {
  return standard ?? [hosted[planned] ?? 'ubuntu-24.04']
}
