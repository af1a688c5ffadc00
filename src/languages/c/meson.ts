import { archOf } from '../../target.ts'
import { cleanStage, type Layout, linkFlags, type TargetRecipe, wantedBins } from './layout.ts'

/** Meson with a cross file, in a build directory of its own; what it installs is taken, else what it built. */
export function mesonRecipe(layout: Layout): TargetRecipe {
  const { context, target, source, build, stage, empty, env } = layout
  const cross = `${build}.cross.ini`
  const common = { cwd: source, env }
  return {
    inCopy: false,
    files: [{ path: cross, content: crossFile(layout), executable: false }],
    steps: [
      {
        ...common,
        title: `meson setup for ${target.name}`,
        argv: [
          ...['meson', 'setup', '--cross-file', cross, '--buildtype', 'release'],
          ...['--default-library', 'static', ...context.inputs.args, build, source],
        ],
        mkdir: [empty],
      },
      {
        ...common,
        title: `meson compile for ${target.name}`,
        argv: ['meson', 'compile', '-C', build, '-j', String(context.cpus)],
      },
      cleanStage(layout),
      {
        ...common,
        title: `meson install for ${target.name}`,
        argv: ['meson', 'install', '-C', build, '--no-rebuild', '--destdir', stage],
      },
    ],
    collect: { from: 'tree', target: target.name, dirs: [stage, build], alternatives: true, bins: wantedBins(context) },
  }
}

/** Meson's manual, "Cross compilation": strings are quoted like Python's. */
function crossFile({ target, compilers, empty }: Layout): string {
  const { cpu, elf } = archOf(target)
  const flags = `[${linkFlags(target).map(quote).join(', ')}]`
  return [
    '[binaries]',
    `c = ${quote(compilers.cc)}`,
    `cpp = ${quote(compilers.cxx)}`,
    `ar = ${quote(compilers.ar)}`,
    `strip = ${quote(compilers.strip ?? 'true')}`,
    "pkgconfig = 'pkg-config'",
    '[host_machine]',
    "system = 'linux'",
    `cpu_family = ${quote(cpu.family)}`,
    `cpu = ${quote(cpu.cmake)}`,
    `endian = '${elf.data === 'LE' ? 'little' : 'big'}'`,
    '[properties]',
    'needs_exe_wrapper = true',
    `pkg_config_libdir = ${quote(empty)}`,
    '[built-in options]',
    `c_link_args = ${flags}`,
    `cpp_link_args = ${flags}`,
    '',
  ].join('\n')
}

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
