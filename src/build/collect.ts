import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, sep } from 'node:path'
import { BuildError, errorTable } from '../errors.ts'
import { executablesFromCargo } from '../languages/rust/messages.ts'
import type { Collect, Job } from '../plan.ts'
import type { Failure } from '../report/schema.ts'
import { findInCmake } from './find-cmake.ts'
import { findInImage } from './find-image.ts'
import { type Found, findInTree } from './find-tree.ts'
import type { Artifact } from './output.ts'
import type { JobResult } from './run.ts'

/** The executables of a job, and what is wrong with the targets that gave none or too many. */
export interface Collected {
  readonly artifacts: readonly Artifact[]
  readonly failures: readonly Failure[]
}

/**
 * Finds the executables of every target that did not fail, as the plan says. A target that gives nothing, lacks a name
 * that was asked for, gives two different programs of one name or a link out of the build's directories has a failure;
 * the other targets keep theirs.
 */
export async function collectArtifacts(job: Job, result: Pick<JobResult, 'failed' | 'messages'>): Promise<Collected> {
  const failures: Failure[] = []
  const found: Artifact[] = []
  for (const collect of job.collect) {
    try {
      found.push(...carryOut(collect, result))
    } catch (error) {
      if (!(error instanceof BuildError)) throw error
      failures.push({ ...failure(job, error.code, error.message, targetsOf(collect)), hint: error.hint })
    }
  }
  const artifacts: Artifact[] = []
  for (const target of job.targets.filter(t => !result.failed.includes(t))) {
    if (failures.some(f => f.targets.includes(target))) continue
    const mine = found.filter(f => f.target === target)
    const rules = job.collect.filter(c => targetsOf(c).includes(target))
    const { kept, problems } = check(job, target, mine, rules)
    artifacts.push(...kept)
    failures.push(...problems)
  }
  return { artifacts, failures }
}

function targetsOf(collect: Collect): string[] {
  return collect.from === 'cargo-json' ? Object.values(collect.triples) : [collect.target]
}

function carryOut(collect: Collect, { messages }: Pick<JobResult, 'messages'>): Artifact[] {
  switch (collect.from) {
    case 'file': {
      const { target, name, path } = collect
      return statSync(path, { throwIfNoEntry: false })?.isFile() ? [{ target, name, path }] : []
    }
    case 'cargo-json':
      return executablesFromCargo(messages[collect.step] ?? [], collect).filter(a => existsSync(a.path))
    case 'tree':
      return treesOf(collect).map(f => ({ target: collect.target, ...f }))
    case 'image':
      return findInImage(collect.dir, collect.bins).map(f => ({ target: collect.target, ...f }))
    case 'cmake':
      return findInCmake(collect.buildDir, collect.bins).map(f => ({ target: collect.target, ...f }))
  }
}

function treesOf({ dirs, bins, alternatives }: Extract<Collect, { from: 'tree' }>): Found[] {
  if (!alternatives) return findInTree(dirs, bins)
  return dirs.map(dir => findInTree([dir], bins)).find(found => found.length > 0) ?? []
}

/** Where a rule looks, for the message. */
function placeOf(collect: Collect): string {
  switch (collect.from) {
    case 'file':
      return collect.path
    case 'cargo-json':
      return `the messages of ${collect.step}`
    case 'tree':
      return collect.dirs.join(', ')
    case 'image':
      return `${collect.dir} (the last stage)`
    case 'cmake':
      return `${collect.buildDir} (CMake file API)`
  }
}

interface Checked {
  readonly kept: Artifact[]
  readonly problems: Failure[]
}

function check(job: Job, target: string, found: readonly Artifact[], rules: readonly Collect[]): Checked {
  const problems: Failure[] = []
  const say = (code: 'no-executable' | 'same-name', message: string, lines: readonly string[] = []) =>
    problems.push(failure(job, code, message, [target], lines))

  const roots = rootsOf(job, rules)
  const inside = found.filter(artifact => {
    const real = realpathSync(artifact.path)
    if (roots.some(root => real.startsWith(root + sep))) return true
    say('no-executable', `${artifact.path} is ${real}, which this build did not make`)
    return false
  })
  const kept: Artifact[] = []
  for (const name of new Set(inside.map(a => a.name))) {
    const same = different(inside.filter(a => a.name === name))
    const [first] = same
    if (same.length === 1 && first) kept.push(first)
    else
      say(
        'same-name',
        `${target} has ${same.length} executables named ${name}`,
        same.map(a => a.path),
      )
  }
  for (const name of missing(found, rules)) {
    say('no-executable', `the build for ${target} produced no executable ${name}`, looked(rules))
  }
  if (found.length === 0 && problems.length === 0) {
    say('no-executable', `the build for ${target} produced no executable`, looked(rules))
  }
  return { kept, problems }
}

function looked(rules: readonly Collect[]): string[] {
  return rules.map(rule => `looked in ${placeOf(rule)}`)
}

/** Names that were asked for and are not there. CMake's may be those of targets, whose files can have others. */
function missing(found: readonly Artifact[], rules: readonly Collect[]): string[] {
  const asked = rules.flatMap(rule => {
    if (rule.from === 'file') return [rule.name]
    const bins = rule.bins ?? []
    return rule.from === 'cmake' && found.length >= bins.length ? [] : bins
  })
  return [...new Set(asked)].filter(name => !found.some(f => f.name === name))
}

/** The directories that the build may have written to, with the links above them followed: a project may live behind one. */
function rootsOf(job: Job, rules: readonly Collect[]): string[] {
  const elsewhere = rules.flatMap(placesOf).filter(place => !place.startsWith(job.workDir + sep))
  return [job.workDir, ...elsewhere].filter(place => existsSync(place)).map(place => realpathSync(place))
}

function placesOf(collect: Collect): readonly string[] {
  if (collect.from === 'tree') return collect.dirs
  if (collect.from === 'image') return [collect.dir]
  if (collect.from === 'cmake') return [collect.buildDir]
  return collect.from === 'file' ? [dirname(collect.path)] : []
}

/** One path of each program: the same file twice, or two files with the same bytes, are one. */
function different(artifacts: readonly Artifact[]): Artifact[] {
  const kept: { artifact: Artifact; bytes: () => Buffer }[] = []
  for (const artifact of artifacts) {
    const bytes = () => readFileSync(artifact.path)
    if (!kept.some(k => realpathSync(k.artifact.path) === realpathSync(artifact.path) || k.bytes().equals(bytes()))) {
      kept.push({ artifact, bytes })
    }
  }
  return kept.map(k => k.artifact)
}

function failure(
  job: Job,
  code: BuildError['code'],
  message: string,
  targets: readonly string[],
  lines: readonly string[] = [],
): Failure {
  const { remedy: hint } = errorTable[code]
  return { code, message, hint, job: job.id, targets: [...targets], step: null, command: null, lines: [...lines] }
}
