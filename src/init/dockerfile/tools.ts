import { BuildError } from '../../errors.ts'
import { archOf, type Target, zigTarget } from '../../target.ts'
import { catalog, pinnedZig } from '../../toolchains/catalog.ts'
import { file, kept, type Leg, run } from './facts.ts'

/** Where the stage `tools` puts zig. */
export const zig = '/opt/tools/ziglang/zig'

/** Base image of the stage that fetches zig: any with Python and pip. */
export const toolImages = { PYTHON_IMAGE: 'python:3.13-slim-bookworm' } as const

/** zig's own libraries, compiled once per target; safe to share between builds. */
export const zigCache = kept('/var/cache/zig')

/** Environment of everything that starts zig; its local cache must not be shared, up to zig 0.16 it confuses embedded files. */
export const zigEnv = { ZIG_GLOBAL_CACHE_DIR: '/var/cache/zig', ZIG_LOCAL_CACHE_DIR: '/build/zig' } as const

/**
 * The stage `tools`: zig, and cargo-zigbuild for Rust, in exact versions; pip refuses files whose sha256 is another.
 * @throws BuildError `bad-input` for another zig than the one whose sha256 are known
 */
export function toolStage(names: readonly (keyof typeof catalog)[], zigVersion: string | null): string[] {
  if (zigVersion !== null && zigVersion.replace(/^v/, '') !== pinnedZig) {
    throw new BuildError(
      'bad-input',
      `zig-version: a Dockerfile is written for zig ${pinnedZig}, whose sha256 are known`,
      {
        hint: 'Leave it empty, or write the Dockerfile and change its line with `ziglang==`.',
      },
    )
  }
  const requirements = names.map(name => {
    const { package: wheel, version, hosts } = catalog[name]
    const hashes = Object.values(hosts).map(host => `--hash=sha256:${host.wheel.sha256}`)
    return [`${wheel}==${version}`, ...hashes].join(' ')
  })
  return [
    '# The tools, by version and sha256: for builders that are x86_64 or aarch64.',
    `FROM --platform=$BUILDPLATFORM \${PYTHON_IMAGE} AS tools`,
    ...file('/requirements.txt', requirements),
    ...run(
      [kept('/root/.cache/pip')],
      [
        'pip install --no-deps --only-binary :all: --require-hashes --target /opt/tools --requirement /requirements.txt',
      ],
    ),
  ]
}

/** One-word compilers for a target: `/opt/cc/<dir>/cc`, `c++`, `ar`, `ranlib`. */
export function wrappers({ target, dir }: Leg): string[] {
  const model = archOf(target).zig?.cpu
  const cpu = model === undefined ? '' : ` -mcpu=${model.replaceAll('-', '_')}`
  // zig compiles with undefined-behaviour traps unless told otherwise: programs that run elsewhere would stop.
  const flags = `-target ${zigName(target)} -fno-sanitize=undefined${cpu}`
  const script = (tool: string, command: string) =>
    file(`/opt/cc/${dir}/${tool}`, ['#!/bin/sh', `exec ${zig} ${command} "$@"`], true)
  return [
    ...script('cc', `cc ${flags}`),
    ...script('c++', `c++ ${flags}`),
    ...script('ar', 'ar'),
    ...script('ranlib', 'ranlib'),
  ]
}

/** @throws BuildError `no-backend` where zig does not build */
export function zigName(target: Target): string {
  const name = zigTarget(target)
  if (name === null) throw new BuildError('no-backend', `zig does not build for ${target.arch}`)
  return name
}

/** ENV of several variables, a line each. */
export function variables(values: Readonly<Record<string, string>>): string[] {
  const all = Object.entries(values)
  return all.map(([name, text], n) => `${n === 0 ? 'ENV ' : '    '}${name}=${text}${n < all.length - 1 ? ' \\' : ''}`)
}
