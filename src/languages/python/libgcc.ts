import type { FetchedFile } from '../../plan.ts'
import type { Target } from '../../target.ts'
import { packagedSystems } from '../../toolchains/systems.ts'
import { compareVersions } from '../../version.ts'
import type { Context } from '../language.ts'
import { poolPlaces } from './provider/places.ts'
import type { PlainStep } from './provider/provider.ts'

/** The newest symbol of glibc in the libgcc_s of Debian 11, by reading it: 2.14 on x86_64; aarch64 begins with 2.17. */
const oldest = '2.14'

/** A library to put into a program, and what brings it. */
interface Library {
  /** Absolute directory that has it, and nothing else. */
  readonly dir: string
  readonly path: string
  readonly step: PlainStep
}

/**
 * The libgcc_s.so.1 that wheels made of Rust and C++ want from the system: an old one, so that it raises no floor, where this
 * machine's would. Null where none is pinned. Pure.
 */
export function libgcc({ inputs, kit, toolsDir }: Context, target: Target): Library | null {
  const compilers = kit.compilers[target.name]
  const system = packagedSystems.find(s => s.archs[target.arch]?.['libgcc-s1'] !== undefined)
  const pin = system?.archs[target.arch]?.['libgcc-s1']
  if (!system || !pin || !compilers || target.floor === null || compareVersions(target.floor, oldest) < 0) return null
  const digest = pin.sha256.slice(0, 16)
  const dir = `${toolsDir}/libgcc/${target.arch}-${digest}`
  const path = `${dir}/libgcc_s.so.1`
  const deb = `${toolsDir}/sources/${digest}-${pin.pool.slice(pin.pool.lastIndexOf('/') + 1)}`
  const from = poolPlaces(pin.pool, inputs.mirrors['debian'] ?? null, system.archives)
  const fetch: FetchedFile[] = [{ path: deb, sha256: pin.sha256, bytes: pin.bytes, from }]
  // a link of it is written beside and renamed: another run may do the same
  const script =
    'mkdir -p "$3" && "$1" p "$2" data.tar.xz | xz -dc | tar -xOf - "$4" >"$3/$$.new" && mv "$3/$$.new" "$3/libgcc_s.so.1"'
  const member = `${pin.root}libgcc_s.so.1`
  return {
    dir,
    path,
    step: {
      title: `libgcc_s of ${system.name} for ${target.name}`,
      argv: ['sh', '-eu', '-c', script, 'sh', compilers.ar, deb, dir, member],
      cwd: toolsDir,
      env: {},
      unless: path,
      fetch,
    },
  }
}
