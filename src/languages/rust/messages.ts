import { BuildError } from '../../errors.ts'
import type { Collect } from '../../plan.ts'

/** An executable that cargo says it built. */
export interface CargoExecutable {
  readonly target: string
  readonly name: string
  /** Absolute. */
  readonly path: string
}

/** The fields of a `compiler-artifact` message that are read; format: the Cargo Book, chapter External Tools. */
interface Artifact {
  readonly reason: 'compiler-artifact'
  readonly package_id: string
  readonly target: { readonly kind: readonly string[]; readonly name: string }
  readonly executable: string
}

/**
 * The executables that cargo reported on stdout (`--message-format json…`): of kind `bin`, of the triples and names that
 * were asked for. The triple is the directory that cargo put the file in: `<target-dir>/<triple>/<profile>/<name>`.
 * @param lines stdout of the step and of its fallbacks; other lines than cargo's (of build scripts) are passed over
 * @throws BuildError `same-name` where two packages gave the same file
 */
export function executablesFromCargo(
  lines: readonly string[],
  collect: Extract<Collect, { readonly from: 'cargo-json' }>,
): readonly CargoExecutable[] {
  const found = new Map<string, CargoExecutable & { readonly owner: string }>()
  for (const line of lines) {
    const artifact = readArtifact(line)
    if (!artifact || (collect.bins !== null && !collect.bins.includes(artifact.target.name))) continue
    const path = artifact.executable
    const triple = path.split('/').at(-3) ?? ''
    const target = Object.hasOwn(collect.triples, triple) ? collect.triples[triple] : undefined
    if (target === undefined) continue
    const other = found.get(path)
    if (other && other.owner !== artifact.package_id) {
      const who = [other.owner, artifact.package_id].map(packageName).join(' and ')
      throw new BuildError(
        'same-name',
        `${who} both build an executable ${artifact.target.name}: one overwrote the other`,
      )
    }
    found.set(path, { target, name: artifact.target.name, path, owner: artifact.package_id })
  }
  return [...found.values()].map(({ target, name, path }) => ({ target, name, path }))
}

function readArtifact(line: string): Artifact | null {
  // Most lines are long and of no interest; parsing them all costs more than everything else here.
  if (!line.startsWith('{') || !line.includes('"compiler-artifact"')) return null
  try {
    const message: Partial<Artifact> = JSON.parse(line)
    const { reason, target, executable, package_id } = message
    if (reason !== 'compiler-artifact' || typeof executable !== 'string' || typeof package_id !== 'string') return null
    return target?.kind.includes('bin') ? { reason, target, executable, package_id } : null
  } catch {
    return null
  }
}

/** `path+file:///p/app#1.0.0`, `registry+…#app@1.0.0` and the older `app 1.0.0 (…)` to `app`. */
function packageName(id: string): string {
  const [url = '', fragment] = id.split('#')
  if (fragment === undefined) return url.split(' ')[0] ?? id
  return fragment.includes('@') ? (fragment.split('@')[0] ?? id) : (url.split('/').at(-1) ?? id)
}

const noise = /^error(: could not compile|: aborting due to|: build failed)/

/**
 * The compile errors in cargo's output, whole (message, source lines, notes), to be shown as the last lines of a failure:
 * warnings of a hundred crates would push them out of sight.
 * @param lines stderr of the step, or stdout with `compiler-message`s; @param most lines to return
 */
export function compileErrors(lines: readonly string[], most = 40): readonly string[] {
  const text = lines.flatMap(line => rendered(line) ?? [line])
  const errors: string[] = []
  let inside = false
  for (const line of text) {
    const plain = line.replace(/\x1b\[[0-9;]*m/g, '')
    if (/^error(\[E[0-9]+\])?: /.test(plain)) inside = !noise.test(plain)
    else if (/^(warning(: |\[)|\s+(Compiling|Finished|Checking|Fresh|Running) )/.test(plain)) inside = false
    if (inside) errors.push(line)
  }
  while (errors.at(-1)?.trim() === '') errors.pop()
  return errors.slice(0, most)
}

/** The text of a `compiler-message` that is an error. */
function rendered(line: string): string[] | null {
  if (!line.startsWith('{') || !line.includes('"compiler-message"')) return null
  try {
    const { message }: { message?: { level?: string; rendered?: string | null } } = JSON.parse(line)
    return message?.level === 'error' ? (message.rendered ?? '').split('\n') : []
  } catch {
    return null
  }
}
