import type { Step } from '../../plan.ts'

/**
 * What cargo-chef does before a build: the recipe is the project without its sources; cooked, it gives the crates from
 * outside, in the target directory that the build goes on with. It is cooked beside the project, because cargo-chef writes
 * over the sources where it is started, and by our own cargo call (`--no-build`), so that flags and floors are those of the
 * build: cargo-chef itself loses its way in a target directory when a target has a floor (cargo-chef#367).
 * A step that fails is told, and the build does without what it would have made.
 * @param build the cargo call of the build
 * @param id unique for the first step; the others follow it
 */
export function chefSteps(build: Step, workDir: string, id: (n: number) => string): readonly Step[] {
  const dir = `${workDir}/chef`
  const recipe = `${dir}/recipe.json`
  const { targets, env, argv, cwd } = build
  const chef = (n: number, title: string, at: string, ...words: string[]): Step => ({
    ...{ id: id(n), title, targets, cwd: at, env, mkdir: [dir], optional: true },
    argv: ['cargo', 'chef', ...words],
  })
  return [
    chef(0, 'cargo chef prepare', cwd, 'prepare', '--recipe-path', recipe),
    chef(1, 'cargo chef cook', dir, 'cook', '--no-build', '--recipe-path', recipe),
    { ...chef(2, 'compile the crates from outside', dir), argv: withoutMessages(argv) },
  ]
}

/** Nobody reads what was built of placeholders. */
function withoutMessages(argv: readonly string[]): readonly string[] {
  const at = argv.indexOf('--message-format')
  return at === -1 ? argv : argv.toSpliced(at, 2)
}
