import type { Target } from '../../target.ts'

/** Older names of a floor, which wheels still have (PEP 513, 571, 599). */
const legacy: readonly (readonly [minor: number, name: string])[] = [
  [17, 'manylinux2014'],
  [12, 'manylinux2010'],
  [5, 'manylinux1'],
]

/**
 * Platform tags of the wheels that start on the target's floor, the newest first (PEP 600): `manylinux_2_17_x86_64`, …,
 * `manylinux1_x86_64`. Pure.
 */
export function platformTags(target: Target): readonly string[] {
  const minor = Number(target.floor?.split('.')[1] ?? 0)
  const arch = wheelArch(target)
  const all = Array.from({ length: Math.max(0, minor - 4) }, (_, i) => minor - i)
  return all.flatMap(n => [
    `manylinux_2_${n}_${arch}`,
    ...legacy.filter(([of]) => of === n).map(([, name]) => `${name}_${arch}`),
  ])
}

/** Architectures that wheels call otherwise. */
const wheelArchs: Readonly<Record<string, string>> = { armv7: 'armv7l', x86: 'i686' }
const wheelArch = ({ arch }: Target): string => wheelArchs[arch] ?? arch

/** What pip has to be told to resolve for a target and a Python, whatever machine it runs on. */
export function pipTarget(target: Target, version: string): readonly string[] {
  const [major = '3', minor = '11'] = version.split('.')
  return [
    '--only-binary=:all:',
    ...['--implementation', 'cp', '--python-version', `${major}.${minor}`],
    ...['--abi', `cp${major}${minor}`, '--abi', 'abi3', '--abi', 'none'],
    ...platformTags(target).flatMap(tag => ['--platform', tag]),
  ]
}
