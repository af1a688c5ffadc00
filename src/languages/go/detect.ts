import { BuildError } from '../../errors.ts'
import type { Inputs } from '../../inputs/inputs.ts'
import { nearest } from '../../nearest.ts'
import type { Evidence, Project, Tree } from '../../project.ts'
import { facts } from './facts.ts'
import { tagsOf } from './flags.ts'
import { missingOutputs } from './generate.ts'
import { executableName, readGoMod } from './module.ts'
import { type MainPackage, readSources } from './packages.ts'

/** A main package and the name of its executable. */
interface Named {
  readonly main: MainPackage
  readonly name: string
}

/**
 * A Go module: its main packages, the version that it pins, what has to happen before it builds.
 * @throws BuildError `bad-input` when `main` or `bin` names nothing of the module, `same-name` for two of one name
 */
export function detectModule(tree: Tree, inputs: Inputs): Project | null {
  const text = tree.read('go.mod')
  const module = text === null ? null : readGoMod(text)
  if (module === null) return null
  const sources = readSources(tree, tagsOf(inputs).split(','))
  const all = sources.mains.map(main => ({
    main,
    name: nameOf(module.path, main.dir, sources.mains.length === 1),
  }))
  const chosen = chooseBins(chooseMains(all, inputs.main, module.path), inputs.bin)
  refuseSameName(chosen)
  const missing = missingOutputs(tree, sources.generate)
  const seen = (fact: string, { file, line }: { file: string; line: number | null }): Evidence => ({ fact, file, line })
  return {
    name: executableName(module.path),
    dir: tree.root,
    language: 'go',
    buildSystem: 'go',
    executables: chosen.map(({ name, main }) => ({ name, source: main.dir })),
    toolchain: module.toolchain ?? module.go,
    version: null,
    evidence: [
      ...module.evidence,
      ...(module.requires ? [seen(facts.requires, module.requires)] : []),
      ...chosen.map(c => c.main.evidence),
      ...chosen.flatMap(c => c.main.stamps.map(s => seen(`${facts.stamp}${s.name}`, s))),
      ...(sources.importsC ? [seen(facts.importsC, sources.importsC)] : []),
      ...missing.map(m => seen(facts.generate, m)),
    ],
    declined: [],
  }
}

/** Directories that are called by what they are; the only program of a module is called as the module then. */
const generic: readonly string[] = ['./cmd', './src', './main']

function nameOf(module: string, dir: string, isOnly: boolean): string {
  return executableName(dir === '.' || (isOnly && generic.includes(dir)) ? module : `${module}/${dir.slice(2)}`)
}

function chooseMains(all: readonly Named[], wanted: readonly string[], module: string): readonly Named[] {
  if (wanted.length === 0) return all
  return wanted.map(text => {
    const inside = text === module ? '.' : text.startsWith(`${module}/`) ? `./${text.slice(module.length + 1)}` : text
    const path = inside.replace(/(.)\/$/, '$1')
    const found = all.find(({ main }) => main.dir === path || main.dir === `./${path}`)
    if (found) return found
    const known = all.map(n => n.main.dir)
    throw unknown('main', text, known)
  })
}

function chooseBins(all: readonly Named[], bins: readonly string[]): readonly Named[] {
  if (bins.length === 0) return all
  const known = all.map(n => n.name)
  const wrong = bins.find(bin => !known.includes(bin))
  if (wrong !== undefined) throw unknown('bin', wrong, known)
  return all.filter(n => bins.includes(n.name))
}

function unknown(input: string, text: string, known: readonly string[]): BuildError {
  const guess = nearest(text, known)
  return new BuildError('bad-input', `${input}: the module has no main package ${JSON.stringify(text)}`, {
    hint: guess ? `Did you mean ${guess}?` : `It has ${known.join(', ') || 'none'}.`,
  })
}

function refuseSameName(chosen: readonly Named[]): void {
  for (const { name, main } of chosen) {
    const other = chosen.find(c => c.name === name && c.main !== main)
    if (!other) continue
    throw new BuildError('same-name', `${main.dir} and ${other.main.dir} both give an executable ${name}`, {
      hint: 'Choose one with `main`.',
    })
  }
}
