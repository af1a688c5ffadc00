/** A unit that cargo finished, or found finished: the fields of a `compiler-artifact` message that are read. */
export interface Unit {
  readonly packageId: string
  /** Name of the package. */
  readonly name: string
  /** Of the project itself: it has no other source than a directory. */
  readonly own: boolean
  /** `lib`, `bin`, `proc-macro`, `custom-build`, … */
  readonly kinds: readonly string[]
  /** Absolute path of the Cargo.toml. */
  readonly manifest: string
  /** Absolute path of the root source file. */
  readonly source: string
  /** Absolute paths of what was made. */
  readonly files: readonly string[]
  /** Nothing was compiled. */
  readonly fresh: boolean
}

/** A build script that ran, or did not need to run again: a `build-script-executed` message. */
export interface ScriptRun {
  readonly packageId: string
  readonly name: string
  readonly own: boolean
  /** Absolute. */
  readonly outDir: string
}

/** What cargo says of a build. */
export interface BuildMessages {
  readonly units: readonly Unit[]
  readonly runs: readonly ScriptRun[]
}

interface Message {
  readonly reason?: unknown
  readonly package_id?: unknown
  readonly manifest_path?: unknown
  readonly target?: { readonly kind?: unknown; readonly src_path?: unknown }
  readonly filenames?: unknown
  readonly fresh?: unknown
  readonly out_dir?: unknown
}

/**
 * Reads the messages of one or more cargo calls; a unit that several calls name counts as fresh only if it was in all.
 * Format: the Cargo Book, chapter External Tools. Other lines (those of programs that cargo started) are passed over.
 */
export function readMessages(lines: readonly string[]): BuildMessages {
  const units = new Map<string, Unit>()
  const runs = new Map<string, ScriptRun>()
  for (const line of lines) {
    const message = parse(line)
    if (message === null) continue
    const packageId = text(message.package_id)
    const of = { packageId, name: packageName(packageId), own: isOwn(packageId) }
    if (message.reason === 'build-script-executed') {
      runs.set(text(message.out_dir), { ...of, outDir: text(message.out_dir) })
      continue
    }
    const unit: Unit = {
      ...of,
      kinds: texts(message.target?.kind),
      manifest: text(message.manifest_path),
      source: text(message.target?.src_path),
      files: texts(message.filenames),
      fresh: message.fresh === true,
    }
    const id = `${packageId}\n${unit.files.join('\n')}`
    units.set(id, { ...unit, fresh: unit.fresh && (units.get(id)?.fresh ?? true) })
  }
  return { units: [...units.values()], runs: [...runs.values()] }
}

function parse(line: string): Message | null {
  if (!line.startsWith('{') || !/"reason":"(?:compiler-artifact|build-script-executed)"/.test(line)) return null
  try {
    const message: Message = JSON.parse(line)
    return message
  } catch {
    return null
  }
}

/** `path+file:///p#app@1.0.0`, and `app 1.0.0 (path+file:///p)` before Rust 1.77. */
function isOwn(packageId: string): boolean {
  return /^path\+|\(path\+/.test(packageId)
}

/** Source: the Cargo Book, chapter Package ID Specifications. */
function packageName(id: string): string {
  const [url = '', fragment] = id.split('#')
  if (fragment === undefined) return url.split(' ')[0] ?? id
  return fragment.includes('@') ? (fragment.split('@')[0] ?? id) : (url.split('/').at(-1)?.split('?')[0] ?? id)
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter(each => typeof each === 'string') : []
