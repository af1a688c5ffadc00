import type { Evidence, Tree } from '../../project.ts'
import { literal, readToml, tableOf, textOf, textsOf } from '../toml.ts'
import { linesOf, readIni } from './ini.ts'

/** A command that the manifest names: its name, and the function that it calls. */
interface Script {
  readonly name: string
  /** `package.module:function`. */
  readonly entry: string
  readonly evidence: Evidence
}

/** What a manifest says. */
export interface Manifest {
  readonly name: string | null
  readonly version: string | null
  readonly requires: string | null
  readonly scripts: readonly Script[]
  readonly dependencies: readonly string[]
  /** The manifest says how the project is installed. */
  readonly installable: boolean
  readonly evidence: readonly Evidence[]
}

/**
 * What `pyproject.toml` says (PEP 621: [project], [project.scripts], [project.gui-scripts]; Poetry's own tables as well),
 * else `setup.cfg` (setuptools: [metadata], [options], [options.entry_points]). Null without any of them. Pure.
 * @throws BuildError `unreadable-project` for a pyproject.toml that is not TOML
 */
export function readManifest(tree: Tree): Manifest | null {
  const toml = tree.read('pyproject.toml')
  const cfg = tree.read('setup.cfg')
  const hasSetup = tree.files.includes('setup.py')
  const fromToml = toml === null ? null : readPyproject(toml)
  const fromCfg = cfg === null ? null : readSetupCfg(cfg)
  const [first, second] = [fromToml, fromCfg].filter(m => m !== null)
  if (!first) return hasSetup ? { ...empty, installable: true, evidence: [seen('setup.py', 'setup.py', null)] } : null
  return {
    name: first.name ?? second?.name ?? null,
    version: first.version ?? second?.version ?? null,
    requires: first.requires ?? second?.requires ?? null,
    scripts: first.scripts.length > 0 ? first.scripts : (second?.scripts ?? []),
    dependencies: first.dependencies.length > 0 ? first.dependencies : (second?.dependencies ?? []),
    installable: first.installable || second?.installable === true || hasSetup,
    evidence: [...first.evidence, ...(second?.evidence ?? [])],
  }
}

const empty = { name: null, version: null, requires: null, scripts: [], dependencies: [], evidence: [] }

const seen = (fact: string, file: string, line: number | null): Evidence => ({ fact, file, line })

function readPyproject(text: string): Manifest | null {
  const file = 'pyproject.toml'
  const root = readToml(file, text)
  const project = tableOf(root['project'])
  const poetry = tableOf(tableOf(root['tool'])['poetry'])
  const describes = Object.keys(project).length > 0 || Object.keys(poetry).length > 0
  // many a pyproject.toml has only the settings of tools, and says nothing of a Python application
  if (!describes && root['build-system'] === undefined) return null
  const tables = [project['scripts'], project['gui-scripts'], poetry['scripts']].map(tableOf)
  const scripts = tables.flatMap(Object.entries).flatMap(([name, value]): Script[] => {
    const said = textOf(value) ?? poetryEntry(tableOf(value))
    if (said === null) return []
    const entry = plainEntry(said)
    return [{ name, entry, evidence: seen(`entry point ${name} = ${entry}`, file, lineOf(text, name)) }]
  })
  return {
    name: textOf(project['name']) ?? textOf(poetry['name']),
    version: textOf(project['version']) ?? textOf(poetry['version']),
    requires: textOf(project['requires-python']),
    scripts,
    dependencies: textsOf(project['dependencies']),
    installable: describes && root['build-system'] !== undefined,
    evidence: [seen('pyproject.toml', file, null)],
  }
}

/** Poetry's long forms; a script of the type `file` is no entry point. */
const poetryEntry = ({ callable, reference, type }: ReturnType<typeof tableOf>): string | null =>
  textOf(callable) ?? (type === 'console' ? textOf(reference) : null)

/** `pkg.cli : main [extra]` is `pkg.cli:main` (packaging.python.org, "Entry points specification"). */
const plainEntry = (text: string): string =>
  text
    .replace(/\s*\[[^\]]*\]\s*$/, '')
    .replace(/\s*:\s*/, ':')
    .trim()

function readSetupCfg(text: string): Manifest | null {
  const file = 'setup.cfg'
  const ini = readIni(text)
  const points = ini['options.entry_points'] ?? {}
  const lines = [...linesOf(points['console_scripts']), ...linesOf(points['gui_scripts'])]
  const scripts = lines.flatMap((line): Script[] => {
    const [, name, said] = /^([^\s=]+)\s*=\s*(.+)$/.exec(line) ?? []
    if (name === undefined || said === undefined) return []
    const entry = plainEntry(said)
    return [{ name, entry, evidence: seen(`entry point ${name} = ${entry}`, file, lineOf(text, name)) }]
  })
  const { metadata, options } = ini
  if (metadata === undefined && options === undefined) return null
  const version = metadata?.['version'] ?? null
  return {
    name: metadata?.['name'] ?? null,
    version: version === null || /^(attr|file):/.test(version) ? null : version,
    requires: options?.['python_requires'] ?? null,
    scripts,
    dependencies: linesOf(options?.['install_requires']),
    installable: true,
    evidence: [seen('setup.cfg', file, null)],
  }
}

/** The line on which a key stands, 1-based, or null. */
function lineOf(text: string, key: string): number | null {
  const index = text.split('\n').findIndex(line => new RegExp(`^\\s*["']?${literal(key)}["']?\\s*=`).test(line))
  return index < 0 ? null : index + 1
}
