import type { Kit } from '../backends/backend.ts'
import type { Step } from '../plan.ts'
import { archOf, type Target } from '../target.ts'

/** One of the user's scripts, for one target. */
interface ScriptRequest {
  readonly kind: 'before-script' | 'after-script'
  /** The user's own lines, for `sh -eu`. */
  readonly text: string
  readonly target: Target
  readonly kit: Kit
  readonly cwd: string
  /** Id of the step, unique in the plan. */
  readonly id: string
  /** What the language adds (`PB_OUT`, `CGO_ENABLED`); it wins over the variables of {@link targetEnv}. */
  readonly env?: Readonly<Record<string, string>>
}

/**
 * The step that runs a `before-script` or `after-script` for one target, with the target's variables.
 * A `before-script` that fails ends the target; an `after-script` that fails is only told.
 */
export function scriptStep(request: ScriptRequest): Step {
  const { kind, text, target, kit, cwd, id } = request
  const step = {
    id,
    title: `${kind} for ${target.name}`,
    targets: [target.name],
    argv: ['sh', '-eu', '-c', text],
    cwd,
    env: { ...targetEnv(target, kit), ...request.env },
  }
  return kind === 'after-script' ? { ...step, optional: true } : step
}

/**
 * What a script or build command can ask about its target: `PB_TARGET` (canonical name), `PB_ARCH`, `PB_LIBC`,
 * `PB_FLOOR`, Go's name of the architecture as `TARGET` and `PB_GOARCH`, the compilers as `CC CXX AR RANLIB STRIP`.
 *
 * `GOARCH` itself is left alone on purpose: with it, `go generate` would build the generators for the target and then
 * fail to start them on this machine.
 */
export function targetEnv(target: Target, kit: Kit): Record<string, string> {
  const goarch = archOf(target).go?.goarch
  const compilers = kit.compilers[target.name]
  return {
    ...kit.env,
    TARGET: goarch ?? target.arch,
    PB_TARGET: target.name,
    PB_ARCH: target.arch,
    PB_LIBC: target.libc,
    PB_FLOOR: target.floor ?? '',
    ...(goarch && { PB_GOARCH: goarch }),
    ...(compilers && {
      CC: compilers.cc,
      CXX: compilers.cxx,
      AR: compilers.ar,
      RANLIB: compilers.ranlib,
      // `true` where stripping happens at link time: a script that strips must not damage foreign files.
      STRIP: compilers.strip ?? 'true',
    }),
  }
}
