import { BuildError } from '../errors.ts'
import type { GeneratedFile, Step } from '../plan.ts'
import type { BuildSystem } from '../project.ts'
import type { Target } from '../target.ts'
import { autotoolsRecipe } from './c/autotools.ts'
import { cmakeRecipe } from './c/cmake.ts'
import { detectC } from './c/detect.ts'
import { type Layout, layoutOf, type TargetRecipe } from './c/layout.ts'
import { commandRecipe, makeRecipe } from './c/make.ts'
import { mesonRecipe } from './c/meson.ts'
import type { Context, Language, Recipe } from './language.ts'
import { scriptStep } from './scripts.ts'

/** How each build system is told about a target, and the programs that it needs. */
const systems: Readonly<Record<BuildSystem, { recipe: (layout: Layout) => TargetRecipe; needs: readonly string[] }>> = {
  cmake: { recipe: cmakeRecipe, needs: ['cmake'] },
  meson: { recipe: mesonRecipe, needs: ['meson', 'ninja'] },
  autotools: { recipe: autotoolsRecipe, needs: ['make'] },
  make: { recipe: makeRecipe, needs: ['make'] },
  command: { recipe: commandRecipe, needs: [] },
}

/** How to get a program, by its name. */
const getting: Readonly<Record<string, string>> = {
  cmake: 'install it from your distribution (cmake) or with `pip install cmake`',
  meson: 'install it from your distribution (meson) or with `pip install meson`',
  ninja: 'install it from your distribution (ninja-build) or with `pip install ninja`',
  make: 'install it from your distribution (make)',
  autoreconf: 'install autoconf, automake and libtool from your distribution',
}

/** C and C++, by the project's own build system: CMake, Meson, Autotools, make, or the user's command. */
export const c: Language = {
  name: 'c',
  detect: detectC,

  needs(project) {
    const { needs } = systems[systemOf(project.buildSystem)]
    const more = project.buildSystem === 'autotools' && project.c?.hasConfigure !== true ? ['autoreconf'] : []
    return [...needs, ...more].map(tool => ({ tool, get: getting[tool] ?? 'install it from your distribution' }))
  },

  probes(project) {
    if (project.buildSystem !== 'cmake') return []
    return [{ id: 'ninja', argv: ['sh', '-c', 'command -v ninja || true'], cwd: project.dir, env: {} }]
  },

  defaultLibc: () => 'musl',
  needsC: () => true,

  plan(context, targets): Recipe {
    if (context.inputs.cpu === 'native') {
      throw new BuildError('native-cpu', '`cpu: native` would build for this machine, and crash on others')
    }
    const { recipe } = systems[systemOf(context.project.buildSystem)]
    const parts = targets.map(target => {
      const layout = layoutOf(context, target)
      return { target, layout, ...recipe(layout) }
    })
    const steps = parts.flatMap(part => withScripts(part, part.layout, context, part.target))
    const files: GeneratedFile[] = parts.flatMap(part => part.files)
    return {
      steps: steps.map((step, n) => ({ ...step, id: `${n + 1}-${verbOf(step)}` })),
      collect: parts.map(part => part.collect),
      files,
      notices: [],
    }
  },
}

function systemOf(name: Context['project']['buildSystem']): BuildSystem {
  return Object.hasOwn(systems, name) ? (name as BuildSystem) : 'command'
}

/** The steps of one target: the copy first, then `before-script`, the build, `after-script`. */
function withScripts(recipe: TargetRecipe, layout: Layout, { inputs, kit, project }: Context, target: Target): Step[] {
  const cwd = recipe.inCopy ? layout.copy : project.dir
  const script = (kind: 'before-script' | 'after-script'): Step[] => {
    const text = inputs[kind]
    const env = { ...layout.env, PB_OUT: layout.stage }
    return text === null ? [] : [scriptStep({ kind, text, target, kit, cwd, id: kind, env })]
  }
  const build = recipe.steps.map((step): Step => ({ ...step, id: '', targets: [target.name] }))
  const [first, ...rest] = [...script('before-script'), ...build, ...script('after-script')]
  if (!first) return []
  const copied = recipe.inCopy ? { ...first, copySources: { from: project.dir, to: layout.copy } } : first
  return [copied, ...rest]
}

/** The word for a step's id: its title without the target. */
function verbOf({ title }: Step): string {
  return title.slice(0, title.lastIndexOf(' for ')).replaceAll(/[^a-z]+/g, '-')
}
