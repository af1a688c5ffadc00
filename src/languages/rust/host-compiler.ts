import { archNames, archs } from '../../arch.ts'
import type { Kit } from '../../backends/backend.ts'
import type { GeneratedFile } from '../../plan.ts'
import type { Surroundings } from './probe.ts'

/** Programs that stand in for those that this machine lacks. */
export interface StandIns {
  readonly files: readonly GeneratedFile[]
  readonly path: readonly string[]
  readonly notices: readonly string[]
}

/**
 * Build scripts and procedural macros run on this machine, and rustc links them with `cc`. Where there is none, zig does
 * it: a machine with Rust alone can build. Only for glibc, the C library of the Rust that runs here then.
 */
export function hostCompiler(kit: Kit, workDir: string, { withoutCompiler }: Surroundings): StandIns {
  const zig = kit.env['CARGO_ZIGBUILD_ZIG_PATH']
  const arch = archNames.find(a => a === withoutCompiler || archs[a].aliases.some(alias => alias === withoutCompiler))
  const name = arch && archs[arch].zig?.arch
  if (withoutCompiler === null || zig === undefined || name === undefined) return { files: [], path: [], notices: [] }
  const dir = `${workDir}/host`
  const quoted = `'${zig.replaceAll("'", `'\\''`)}'`
  const compile = (driver: string) => `${quoted} ${driver} -target ${name}-linux-gnu.2.17 -fno-sanitize=undefined`
  const commands = { cc: compile('cc'), 'c++': compile('c++'), ar: `${quoted} ar` }
  return {
    files: Object.entries(commands).map(([file, command]) => ({
      path: `${dir}/${file}`,
      content: `#!/bin/sh\nexec ${command} "$@"\n`,
      executable: true,
    })),
    path: [dir],
    notices: ['this machine has no C compiler (cc): zig links the build scripts and procedural macros'],
  }
}
