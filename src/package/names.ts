import { BuildError } from '../errors.ts'
import { nearest } from '../nearest.ts'

/** What the placeholders of `artifact-name` stand for. */
export interface NameParts {
  /** The only executable, or the project where there are several. */
  readonly bin: string
  readonly target: string
  readonly project: string
  /** Null: neither the project nor a tag says one. */
  readonly version: string | null
  readonly arch: string
}

const placeholders = ['bin', 'target', 'project', 'version', 'arch'] as const satisfies readonly (keyof NameParts)[]
type Placeholder = (typeof placeholders)[number]
const known = placeholders.map(p => `$${p}`).join(', ')

/**
 * Names are file names, names of CI artifacts, release assets and provenance subjects at once: flat, ASCII, without `=`
 * (subjects of attestations are `name=digest` lines) and without what a shell or an option parser would take for its own.
 */
const safeName = /^[A-Za-z0-9_+][A-Za-z0-9._+-]*$/

/** Room for an ending, and for the name of a temporary file beside it, in the 255 bytes of a file name. */
const longest = 200

/** What a run writes beside its artifacts, and what a CI host calls the reports of legs. */
const taken =
  /^(SHA256SUMS|index\.json|report\.(json|md|html)|junit\.xml|gl-code-quality-report\.json|metrics\.txt|portable-build-report-.*)$/i

/**
 * Fills in the placeholders of `artifact-name`. The values become safe (a project can be called anything); what was
 * written between them must be.
 * @throws BuildError `bad-input` for a placeholder that there is not, one without a value, or a name that is none
 */
export function artifactName(template: string, parts: NameParts): string {
  const name = template.replace(/\$(?:\{([^}]*)\}|([A-Za-z]*))/g, (written, braced?: string, bare?: string) =>
    fillIn(braced ?? bare ?? '', written, parts),
  )
  return checkName(name, template)
}

/** The name of one of several executables that are handed over unpacked. */
export function executableName(artifact: string, executable: string): string {
  return checkName(`${artifact}-${safePart(executable)}`, artifact)
}

/** Whether it is the name of what a run writes beside its artifacts. */
export function isRunFile(name: string): boolean {
  return taken.test(name)
}

/** Whether a text from elsewhere can be the name of an artifact. */
export function isArtifactName(name: string): boolean {
  return safeName.test(name) && name.length <= longest && !isRunFile(name)
}

function fillIn(word: string, written: string, parts: NameParts): string {
  const placeholder = placeholders.find(p => p === word)
  if (placeholder === undefined) {
    const guess = nearest(word, placeholders)
    throw new BuildError('bad-input', `artifact-name has ${JSON.stringify(written)}, which is no placeholder`, {
      hint: guess ? `Did you mean $${guess}? There are ${known}.` : `There are ${known}.`,
    })
  }
  const value = parts[placeholder]
  if (value !== null) return safePart(value)
  throw new BuildError('bad-input', `artifact-name asks for $version, but ${parts.project} has none`, {
    hint: 'Write one into its manifest, tag the commit (v1.2.3), or leave $version out.',
  })
}

function safePart(value: string): string {
  return value.replace(/[^A-Za-z0-9._+-]+/g, '-').replace(/^[-.]+|-+$/g, '') || 'executable'
}

function checkName(name: string, template: string): string {
  const refuse = (why: string) =>
    new BuildError('bad-input', `artifact-name ${JSON.stringify(template)} gives ${JSON.stringify(name)}, ${why}`)
  if (!safeName.test(name)) throw refuse('but names are letters, digits and `. _ + -`, and start with no dot or dash')
  if (name.length > longest) throw refuse(`which has ${name.length} characters; ${longest} are possible`)
  if (isRunFile(name)) throw refuse('which is the name of another file of the run')
  return name
}

/** A name and what it was made of. */
export interface Named {
  readonly name: string
  readonly parts: NameParts
}

/**
 * Every name is there once, also where upper and lower case are the same.
 * @throws BuildError `same-artifact` that says which placeholder would tell the two apart
 */
export function checkUnique(named: readonly Named[]): void {
  const seen = new Map<string, NameParts>()
  for (const { name, parts } of named) {
    const other = seen.get(name.toLowerCase())
    if (other === undefined) seen.set(name.toLowerCase(), parts)
    else {
      throw new BuildError('same-artifact', `${describe(other)} and ${describe(parts)} give artifacts named ${name}`, {
        hint: hintFor(other, parts),
      })
    }
  }
}

const describe = ({ project, target }: NameParts) => `${project} for ${target}`

/** Most telling first: two targets differ in `$target` for sure, in `$arch` perhaps. */
const telling: readonly Placeholder[] = ['target', 'project', 'bin']

function hintFor(one: NameParts, other: NameParts): string {
  const missing = telling.find(p => one[p] !== other[p])
  return missing
    ? `Put $${missing} into artifact-name.`
    : 'Give one of the two projects an artifact-name of its own in portable-build.yml.'
}
