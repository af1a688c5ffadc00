import type { Project } from '../../project.ts'

/**
 * What the sources show beside their main packages, as evidence of the project: the plan prints what it was decided by,
 * and deciding needs nothing but the project.
 */
export const facts = {
  importsC: 'import "C"',
  requires: 'requires other modules',
  generate: 'output of go:generate is missing',
  /** Followed by the variable's name. */
  stamp: 'version variable main.',
} as const

/** Whether the evidence has this fact. */
export function has(project: Project, fact: string): boolean {
  return project.evidence.some(e => e.fact === fact)
}

/** The variables of package main that a release stamps (`version`, `commit`, `date`): goreleaser's names for them. */
export function stamped(project: Project): readonly string[] {
  const found = project.evidence.filter(e => e.fact.startsWith(facts.stamp)).map(e => e.fact.slice(facts.stamp.length))
  return [...new Set(found)]
}

/** Directories with a `go:generate` line whose output is missing, relative to the module. */
export function toGenerate(project: Project): readonly string[] {
  const files = project.evidence.filter(e => e.fact === facts.generate).map(e => e.file)
  return [...new Set(files.map(file => (file.includes('/') ? `./${file.slice(0, file.lastIndexOf('/'))}` : '.')))]
}
