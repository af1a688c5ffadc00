import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Found } from './find-tree.ts'

/** The fields of a target object that are read; format: cmake-file-api(7), codemodel version 2. */
interface CmakeTarget {
  readonly type?: string
  readonly name?: string
  readonly nameOnDisk?: string
  readonly artifacts?: readonly { readonly path?: string }[]
  readonly install?: object
}

/**
 * The executables that CMake's file API reply names and that were built. Without `bins`: those with an install rule,
 * because tests and examples have none; all of them where nothing has one.
 * @param bins names of targets or of their files
 */
export function findInCmake(buildDir: string, bins: readonly string[] | null): Found[] {
  const targets = readTargets(join(buildDir, '.cmake/api/v1/reply')).filter(t => t.type === 'EXECUTABLE')
  const wanted = bins ? targets.filter(t => namesOf(t).some(n => bins.includes(n))) : targets
  const installed = wanted.filter(t => t.install !== undefined)
  return (bins === null && installed.length > 0 ? installed : wanted).flatMap(target => {
    const path = target.artifacts?.[0]?.path
    if (path === undefined) return []
    const absolute = resolve(buildDir, path)
    const isBuilt = statSync(absolute, { throwIfNoEntry: false })?.isFile() === true
    return isBuilt ? [{ name: basename(absolute), path: absolute }] : []
  })
}

function namesOf(target: CmakeTarget): string[] {
  return [target.name, target.nameOnDisk].filter(name => name !== undefined)
}

function readTargets(reply: string): CmakeTarget[] {
  const index = readJson(reply, lastIndex(reply))
  const model = objectsOf(index).find(o => o['kind'] === 'codemodel')
  const codemodel = readJson(reply, model?.['jsonFile'])
  return listOf(codemodel, 'configurations')
    .flatMap(configuration => listOf(configuration, 'targets'))
    .map(target => readJson(reply, target['jsonFile']) as CmakeTarget)
}

/** The reply that counts is the last by name (cmake-file-api(7), "v1 Reply Files"). */
function lastIndex(reply: string): string | undefined {
  try {
    return readdirSync(reply)
      .filter(name => name.startsWith('index-'))
      .sort()
      .at(-1)
  } catch {
    return undefined
  }
}

type Json = Readonly<Record<string, unknown>>

function objectsOf(index: Json): Json[] {
  return listOf(index, 'objects')
}

function listOf(value: Json, key: string): Json[] {
  const list = value[key]
  return Array.isArray(list) ? list.filter(isJson) : []
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A file of the reply; what is missing or damaged says nothing. A name with a path is not CMake's. */
function readJson(reply: string, name: unknown): Json {
  if (typeof name !== 'string' || basename(name) !== name) return {}
  try {
    const value: unknown = JSON.parse(readFileSync(join(reply, name), 'utf8'))
    return isJson(value) ? value : {}
  } catch {
    return {}
  }
}
