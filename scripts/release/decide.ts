/** What a tag says, checked against the repository. */
export interface Release {
  /** `1.2.3`, `1.2.3-rc.1`. */
  readonly version: string
  readonly prerelease: boolean
  /** The section of CHANGELOG.md, without its heading. */
  readonly notes: string
  /** Tags beside `v<version>`: the moving `v1` for GitHub and the bare `1.2.3` for GitLab's catalog; a pre-release has none. */
  readonly tags: readonly { readonly name: string; readonly moves: boolean }[]
}

/** A file of a release with its digest in hex, null where it is not known. */
export interface Asset {
  readonly name: string
  readonly sha256: string | null
}

/** What GitHub has for a tag. */
export interface Existing {
  readonly isDraft: boolean
  readonly assets: readonly Asset[]
}

const tagForm = /^v(?<version>(?<major>0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?<pre>-[0-9A-Za-z.-]+)?)$/

/**
 * What is to be released.
 * @throws Error when the tag is no version, is not that of package.json, or has no words in the changelog
 */
export function releaseOf(tag: string, manifestVersion: string, changelog: string): Release {
  const found = tagForm.exec(tag)?.groups
  if (!found) throw new Error(`${JSON.stringify(tag)} is not a tag of a release: v1.2.3`)
  const { version = '', major = '', pre } = found
  if (version !== manifestVersion) throw new Error(`the tag is ${tag}, but package.json says ${manifestVersion}`)
  const prerelease = pre !== undefined
  const tags = [
    { name: `v${major}`, moves: true },
    { name: version, moves: false },
  ]
  return { version, prerelease, notes: sectionOf(changelog, version), tags: prerelease ? [] : tags }
}

/** Text below `## [1.2.3] - …` or `## 1.2.3`, up to the next heading of that level. @throws Error when it is not there or empty */
function sectionOf(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m).slice(1)
  const [, ...lines] = sections.find(s => s.split('\n')[0]?.match(/^\[?([^\]\s]+)/)?.[1] === version)?.split('\n') ?? []
  const text = lines.join('\n').trim()
  if (text === '') throw new Error(`CHANGELOG.md has no words for ${version}`)
  return text
}

/** What is left to do: `create` a draft, `fill` the one that is there, or nothing. */
export type Next = 'create' | 'fill' | 'done'

/**
 * A draft may be filled again; what is published is never changed.
 * @throws Error when the published files are not the same as the built ones
 */
export function nextStep(existing: Existing | null, built: readonly Asset[]): Next {
  if (existing === null) return 'create'
  if (existing.isDraft) return 'fill'
  const published = new Map(existing.assets.map(asset => [asset.name, asset.sha256]))
  const different = built.filter(asset => asset.sha256 === null || published.get(asset.name) !== asset.sha256)
  const extra = existing.assets.filter(asset => !built.some(b => b.name === asset.name))
  if (different.length === 0 && extra.length === 0) return 'done'
  const names = [...different, ...extra].map(asset => asset.name).join(', ')
  throw new Error(`the release is published with other files: ${names}. It stays as it is; release a new version.`)
}
