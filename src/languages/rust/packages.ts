import type { Tree } from '../../project.ts'
import { literal, readToml, type Table, tableOf, textOf, textsOf } from '../toml.ts'

/** A package of the workspace. */
export interface Package {
  readonly name: string
  /** Directory relative to the tree, '' for its root. */
  readonly dir: string
  /** Path of its Cargo.toml relative to the tree. */
  readonly file: string
  readonly text: string
  readonly manifest: Table
  /** With `version.workspace = true` the workspace's; null where a workspace outside the tree has it. */
  readonly version: string | null
}

/** The packages that cargo knows at the root of a tree. */
export interface Workspace {
  readonly root: Table
  /** Text of the manifest at the root. */
  readonly text: string
  /** All members, the root package first. */
  readonly members: readonly Package[]
  /** What cargo builds when no package is named. */
  readonly defaults: readonly Package[]
}

/**
 * The workspace whose root is the tree's root, or null without a Cargo.toml there.
 * Rules: the Cargo Book, chapter Workspaces (members and default-members are globs, exclude are paths; path dependencies
 * below the root are members too).
 * @throws BuildError `unreadable-project` for a manifest that is not TOML
 */
export function readWorkspace(tree: Tree): Workspace | null {
  const text = tree.read('Cargo.toml')
  if (text === null) return null
  const root = readToml('Cargo.toml', text)
  const workspace = tableOf(root['workspace'])
  const shared = textOf(tableOf(workspace['package'])['version'])
  const dirs = tree.files.filter(f => f.endsWith('/Cargo.toml')).map(f => f.slice(0, -'/Cargo.toml'.length))
  const excluded = textsOf(workspace['exclude']).map(normal)
  const members: Package[] = []
  const visit = (dir: string): void => {
    if (members.some(m => m.dir === dir) || excluded.some(e => dir === e || dir.startsWith(`${e}/`))) return
    const found = readPackage(tree, dir, shared)
    if (!found) return
    members.push(found)
    if ('workspace' in root) for (const path of pathDependencies(found)) visit(path)
  }
  visit('')
  for (const dir of matching(dirs, textsOf(workspace['members']))) visit(dir)
  const chosen = textsOf(workspace['default-members'])
  const defaults = chosen.length > 0 ? matching(['', ...dirs], chosen) : 'package' in root ? [''] : null
  return { root, text, members, defaults: defaults ? members.filter(m => defaults.includes(m.dir)) : members }
}

function readPackage(tree: Tree, dir: string, shared: string | null): Package | null {
  const file = dir === '' ? 'Cargo.toml' : `${dir}/Cargo.toml`
  const text = tree.read(file)
  if (text === null) return null
  const manifest = readToml(file, text)
  const info = tableOf(manifest['package'])
  const name = textOf(info['name'])
  if (name === null) return null
  const version = tableOf(info['version'])['workspace'] === true ? shared : textOf(info['version'])
  return { name, dir, file, text, manifest, version }
}

function pathDependencies({ dir, manifest }: Package): string[] {
  const tables = [manifest, ...Object.values(tableOf(manifest['target'])).map(tableOf)]
  const kinds = ['dependencies', 'build-dependencies', 'dev-dependencies']
  const all = tables.flatMap(t => kinds.flatMap(kind => Object.values(tableOf(t[kind]))))
  return all.flatMap(dependency => {
    const path = textOf(tableOf(dependency)['path'])
    const resolved = path === null ? null : normal(`${dir}/${path}`)
    return resolved === null || resolved.startsWith('..') ? [] : [resolved]
  })
}

/** `./a/../b/` is `b`; what leads out of the tree keeps its leading `..`. */
function normal(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else parts.push(part)
  }
  return parts.join('/')
}

function matching(dirs: readonly string[], globs: readonly string[]): string[] {
  const patterns = globs.map(g => globToRegExp(normal(g)))
  return dirs.filter(dir => patterns.some(p => p.test(dir)))
}

/** The syntax of the `glob` crate, which cargo uses: `?`, `*`, `**` as a whole component, `[abc]`, `[!abc]`. */
function globToRegExp(glob: string): RegExp {
  const parts = glob.split('/')
  const source = parts.map((part, i) => {
    const last = i === parts.length - 1
    if (part === '**') return last ? '.*' : '(?:.*/)?'
    return componentSource(part) + (last ? '' : '/')
  })
  return new RegExp(`^${source.join('')}$`)
}

function componentSource(part: string): string {
  return part.replace(/\*+|\?|\[!?[^\]]+\]|[^*?[]+|\[/g, piece => {
    if (piece.startsWith('*')) return '[^/]*'
    if (piece === '?') return '[^/]'
    if (!piece.endsWith(']') || piece.length < 3 || !piece.startsWith('[')) return literal(piece)
    const negated = piece[1] === '!'
    return `[${negated ? '^' : ''}${piece.slice(negated ? 2 : 1, -1).replace(/[\\^]/g, '\\$&')}]`
  })
}
