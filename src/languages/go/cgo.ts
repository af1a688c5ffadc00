import { archs } from '../../arch.ts'
import type { Inputs } from '../../inputs/inputs.ts'
import type { Project } from '../../project.ts'
import { parseTarget } from '../../target.ts'
import type { Probe, ProbeAnswer } from '../language.ts'
import { facts, has } from './facts.ts'
import { tagsOf } from './flags.ts'
import { toolchainName } from './module.ts'

/** Whether C has to be compiled, and why we think so. */
export interface CgoNeed {
  readonly needed: boolean
  readonly why: string
}

/** GOTOOLCHAIN: the version that was asked for; else what go.mod says, which `auto` honours (`go help toolchain`). */
export function toolchainEnv(inputs: Inputs): Record<string, string> {
  return { GOTOOLCHAIN: inputs.toolchain === null ? 'auto' : toolchainName(inputs.toolchain) }
}

/**
 * Asks go which packages outside the standard library have C, once per architecture. Nothing is asked where the tree
 * alone answers: no other modules are required, or the user said it with CGO_ENABLED.
 */
export function cgoProbes(project: Project, inputs: Inputs): readonly Probe[] {
  if (inputs.env['CGO_ENABLED'] !== undefined || !has(project, facts.requires)) return []
  const goarchs = inputs.targets.map(text => archs[parseTarget(text).arch].go?.goarch).filter(g => g !== undefined)
  const format = '{{if and .CgoFiles (not .Standard)}}{{.ImportPath}}{{end}}'
  const mains = project.executables.map(e => e.source ?? '.')
  // -e: a package that does not load yet (go generate has not run) must not hide the others.
  const argv = ['go', 'list', '-e', '-deps', `-tags=${tagsOf(inputs)}`, '-f', format, '--', ...mains]
  return [...new Set(goarchs.length > 0 ? goarchs : [''])].map(goarch => ({
    id: `cgo ${goarch}`,
    argv,
    cwd: project.dir,
    env: { ...toolchainEnv(inputs), CGO_ENABLED: '1', ...(goarch === '' ? {} : { GOOS: 'linux', GOARCH: goarch }) },
  }))
}

/** Reads the answers; where go could not be asked, the tree's own sources decide and the plan says so. */
export function cgoNeed(project: Project, inputs: Inputs, answers: Readonly<Record<string, ProbeAnswer>>): CgoNeed {
  const said = inputs.env['CGO_ENABLED']
  if (said === '0' || said === '1') return { needed: said === '1', why: `env says CGO_ENABLED=${said}` }
  const own = project.evidence.find(e => e.fact === facts.importsC)
  const ofModules = Object.entries(answers).filter(([id]) => id.startsWith('cgo '))
  const packages = ofModules.flatMap(([, { stdout }]) => stdout.split('\n').filter(line => line !== ''))
  const [first] = packages
  if (first !== undefined) return { needed: true, why: `${first} has C` }
  const failed = ofModules.find(([, { code }]) => code !== 0)?.[1]
  if (own && (failed || ofModules.length === 0)) return { needed: true, why: `${own.file}:${own.line} imports C` }
  if (failed) {
    const line = failed.stderr.trim().split('\n')[0] ?? ''
    return { needed: false, why: `no file here imports C; go list could not tell about other modules: ${line}` }
  }
  return { needed: false, why: 'no package outside the standard library has C' }
}
