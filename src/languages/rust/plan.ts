import type { Collect, Step } from '../../plan.ts'
import { rustTriple, type Target } from '../../target.ts'
import type { Context, Recipe } from '../language.ts'
import { scriptStep } from '../scripts.ts'
import { checkRequest, checkTriples, refuseNativeBuildScripts, refuseOldRust } from './check.ts'
import { chefSteps } from './chef.ts'
import { type Aim, cargoStep, type Group, hasLock } from './command.ts'
import { type CargoConfig, readConfig } from './config.ts'
import { hostCompiler } from './host-compiler.ts'
import { isPr, prNotice } from './pr.ts'
import { readSurroundings, type Surroundings } from './probe.ts'

/**
 * One cargo call for all targets, so that build scripts and procedural macros are compiled once. Two floors of one triple
 * would overwrite each other's files: they get calls and target directories of their own.
 * @throws BuildError `no-executable`, `bad-input`, `native-cpu`, `no-backend`, `toolchain-refused`, `unreadable-project`
 */
export function planCargo(context: Context, targets: readonly Target[]): Recipe {
  const { project, inputs, kit } = context
  checkRequest(project, inputs)
  refuseOldRust(project, inputs)
  refuseNativeBuildScripts(project, inputs)
  const surroundings = readSurroundings(context.answers)
  const config = readConfig(surroundings)
  const steps: Step[] = []
  const collect: Collect[] = []
  const script = (kind: 'before-script' | 'after-script', { target, triple }: Aim): void => {
    const text = inputs[kind]
    if (!text) return
    const id = `${steps.length + 1}-${kind}`
    steps.push(scriptStep({ kind, text, target, kit, cwd: project.dir, id, env: { PB_RUST_TARGET: triple } }))
  }
  const aims = checkTriples(targets.map(target => ({ target, triple: rustTriple(target) })))
  for (const aim of aims) script('before-script', aim)
  for (const group of grouped(aims, context.workDir)) {
    if (inputs['rust-deps-cache'] === 'chef') {
      const build = cargoStep('', group, context, surroundings, config)
      const first = steps.length + 1
      steps.push(...chefSteps(build, context.workDir, n => `${first + n}-chef`))
    }
    const id = `${steps.length + 1}-build`
    steps.push(buildStep(id, group, context, surroundings, config))
    collect.push({
      from: 'cargo-json',
      step: id,
      triples: Object.fromEntries(group.aims.map(a => [a.triple, a.target.name])),
      bins: inputs.bin.length > 0 ? inputs.bin : null,
    })
  }
  for (const aim of aims) script('after-script', aim)
  const { files, path, notices } = hostCompiler(kit, context.workDir, surroundings)
  return { steps, collect, files, path, notices: [...notices, ...noticesOf(context, surroundings)] }
}

/** The first floor of a triple keeps the shared directory; each other has one named after it, so that both stay warm. */
function grouped(aims: readonly Aim[], workDir: string): readonly Group[] {
  const groups: { aims: Aim[]; targetDir: string }[] = []
  for (const aim of aims) {
    const group = groups.find(g => g.aims.every(a => a.triple !== aim.triple))
    if (group) group.aims.push(aim)
    else {
      const name = groups.length === 0 ? 'target' : `target-${aim.target.floor ?? groups.length}`
      groups.push({ aims: [aim], targetDir: `${workDir}/${name}` })
    }
  }
  return groups
}

function buildStep(id: string, group: Group, context: Context, surroundings: Surroundings, config: CargoConfig): Step {
  const whole = cargoStep(id, group, context, surroundings, config)
  if (group.aims.length === 1) return whole
  const fallback = group.aims.map(aim =>
    cargoStep(`${id}-${aim.target.name}`, { ...group, aims: [aim] }, context, surroundings, config),
  )
  return { ...whole, fallback }
}

function noticesOf({ project, inputs }: Context, surroundings: Surroundings): readonly string[] {
  const pr = isPr(project, inputs) ? [prNotice] : []
  if (!inputs.locked || hasLock(project.cargo?.locked, surroundings)) return pr
  return [
    ...pr,
    `${project.name} has no Cargo.lock: this build chooses the versions of its dependencies; commit Cargo.lock to get the same program again`,
  ]
}
