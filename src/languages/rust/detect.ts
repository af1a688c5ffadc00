import { basename } from 'node:path'
import type { Inputs } from '../../inputs/inputs.ts'
import type { Evidence, Project, Tree } from '../../project.ts'
import { lineOf, tableOf } from '../toml.ts'
import { type Binary, binariesOf } from './binaries.ts'
import { compilesC, nativeCpuLines } from './build-scripts.ts'
import { readsEpoch } from './epoch.ts'
import { type Package, readWorkspace, type Workspace } from './packages.ts'
import { readPin } from './pin.ts'
import { profilesWith } from './profiles.ts'

/**
 * Reads a tree with a Cargo.toml at its root: package or workspace, executables, version, pinned toolchain, C inside.
 * Null without one; a library gives a project with no executables, which the plan refuses.
 * @throws BuildError `unreadable-project` for a manifest that is not TOML
 */
export function detectCargo(tree: Tree, inputs: Inputs): Project | null {
  const workspace = readWorkspace(tree)
  if (!workspace) return null
  const all = workspace.members.flatMap(member => binariesOf(tree, member, inputs))
  const choice = choose(workspace, all, inputs)
  const wanted = all.filter(b => choice.packages.some(p => p.name === b.package) && selected(b, inputs))
  const built = wanted.filter(b => b.lacking.length === 0)
  const main = workspace.members.find(m => m.dir === '') ?? only(choice.packages, built)
  const pin = readPin(tree)
  const epoch = readsEpoch(tree, workspace.members)
  return {
    name: main?.name ?? basename(tree.root),
    dir: tree.root,
    language: 'rust',
    buildSystem: 'cargo',
    executables: built.map(b => ({ name: b.name, source: b.package })),
    toolchain: pin?.channel ?? null,
    version: main?.version ?? only(choice.packages, built)?.version ?? null,
    evidence: [
      ...describe(workspace),
      ...choice.evidence,
      ...built.map(b => ({ fact: `executable ${b.name}`, file: b.file, line: b.line })),
      ...(pin ? [pin.evidence] : []),
      ...compilesC(tree, workspace.members),
      ...(epoch ? [epoch] : []),
    ],
    declined: wanted
      .filter(b => b.lacking.length > 0)
      .map(b => `executable ${b.name} is not built: it needs \`features: ${b.lacking.join(',')}\``),
    cargo: {
      packages: choice.named.map(p => p.name),
      profiles: Object.keys(tableOf(workspace.root['profile'])),
      stripSaid: profilesWith(workspace.root, 'strip'),
      locked: tree.files.includes('Cargo.lock'),
      known: { bins: [...new Set(all.map(b => b.name))], packages: workspace.members.map(m => m.name) },
      nativeCpu: nativeCpuLines(tree, workspace.members),
      readsEpoch: epoch !== null,
    },
  }
}

interface Choice {
  readonly packages: readonly Package[]
  /** To name with `--package`, because cargo would choose others. */
  readonly named: readonly Package[]
  readonly evidence: readonly Evidence[]
}

/** The packages to build: the inputs' own, cargo's default, or those that have the executables cargo's default lacks. */
function choose({ members, defaults }: Workspace, all: readonly Binary[], inputs: Inputs): Choice {
  if (inputs.package.length > 0) {
    return { packages: members.filter(m => inputs.package.includes(m.name)), named: [], evidence: [] }
  }
  if (inputs.workspace) return { packages: members, named: [], evidence: [] }
  const wanted = all.filter(b => selected(b, inputs))
  const here = wanted.filter(b => defaults.some(d => d.name === b.package))
  const missing = inputs.bin.some(name => !here.some(b => b.name === name))
  if (here.length > 0 && !missing) return { packages: defaults, named: [], evidence: [] }
  const named = members.filter(m => wanted.some(b => b.package === m.name))
  if (named.length === 0) return { packages: defaults, named: [], evidence: [] }
  const evidence = named.map(p => ({
    fact: `package ${p.name} is built: what cargo builds by default has no such executable`,
    file: p.file,
    line: lineOf(p.text, '[package]', /^name\s*=/),
  }))
  return { packages: named, named, evidence }
}

function selected(binary: Binary, inputs: Inputs): boolean {
  return inputs.bin.length === 0 || inputs.bin.includes(binary.name)
}

/** The package of the executables when all are of one. */
function only(packages: readonly Package[], built: readonly Binary[]): Package | null {
  const owners = packages.filter(p => built.some(b => b.package === p.name))
  return owners.length === 1 ? (owners[0] ?? null) : null
}

function describe({ members, root, text }: Workspace): Evidence[] {
  const main = members.find(m => m.dir === '')
  const evidence: Evidence[] = []
  if (main) {
    const fact = `Cargo package ${main.name}${main.version === null ? '' : ` ${main.version}`}`
    evidence.push({ fact, file: 'Cargo.toml', line: lineOf(text, '[package]', /^name\s*=/) })
  }
  if (members.length > 1 || !main) {
    const fact = `Cargo workspace of ${members.length} package${members.length === 1 ? '' : 's'}`
    const line = 'workspace' in root ? lineOf(text, '', /^\[workspace[\].]/) : null
    evidence.push({ fact, file: 'Cargo.toml', line })
  }
  return evidence
}
