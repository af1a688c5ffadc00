import { targetEnv } from '../scripts.ts'
import { cleanStage, type Layout, linkFlags, type TargetRecipe, wantedBins, withoutUsers } from './layout.ts'

/**
 * Plain make in a copy of the sources. Compilers are variables of the command line, which win over the Makefile's;
 * flags are variables of the environment, so that the Makefile's own `CFLAGS` and `LDFLAGS` stay.
 */
export function makeRecipe(layout: Layout): TargetRecipe {
  const { context, target, compilers, copy, copiedSource: cwd, empty } = layout
  const { inputs, project, cpus } = context
  const variables = [
    `CC=${compilers.cc}`,
    `CXX=${compilers.cxx}`,
    `AR=${compilers.ar}`,
    `RANLIB=${compilers.ranlib}`,
    `LD=${compilers.cc}`,
    `STRIP=${compilers.strip ?? 'true'}`,
  ]
  const env = withoutUsers({ LDFLAGS: linkFlags(target).join(' '), ...layout.env }, inputs.env)
  const stale = { cwd, env, title: `make clean for ${target.name}`, argv: ['make', 'clean'], optional: true }
  return {
    inCopy: true,
    files: [],
    steps: [
      // Objects of an earlier build in the user's tree are this machine's.
      ...(project.c?.hasObjects ? [stale] : []),
      {
        title: `make for ${target.name}`,
        argv: ['make', `-j${cpus}`, ...variables, ...inputs.args],
        cwd,
        env,
        mkdir: [empty],
      },
    ],
    collect: { from: 'tree', target: target.name, dirs: [copy], bins: wantedBins(context) },
  }
}

/** The user's own command, in a copy of the sources; what it puts into `$PB_OUT` is taken. */
export function commandRecipe(layout: Layout): TargetRecipe {
  const { context, target, copiedSource: cwd, stage, empty, env } = layout
  const { inputs, kit } = context
  const flags = { CFLAGS: '-O2', CXXFLAGS: '-O2', LDFLAGS: linkFlags(target).join(' '), PB_OUT: stage }
  return {
    inCopy: true,
    files: [],
    steps: [
      cleanStage(layout),
      {
        title: `build-command for ${target.name}`,
        argv: ['sh', '-eu', '-c', inputs['build-command'] ?? ''],
        cwd,
        env: withoutUsers({ ...targetEnv(target, kit), ...flags, ...env }, inputs.env),
        mkdir: [stage, empty],
      },
    ],
    collect: { from: 'tree', target: target.name, dirs: [stage], bins: wantedBins(context) },
  }
}
