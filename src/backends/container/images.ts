import type { ArchName } from '../../arch.ts'
import type { LanguageName } from '../../languages/language.ts'
import type { Target } from '../../target.ts'
import { compareVersions } from '../../version.ts'

/**
 * Builder images for what nothing else can build: C and C++ with compilers for an old glibc. Source: PEP 599 and PEP 600
 * as the manylinux project publishes them, one image for each architecture. Tags, because they are a last resort that
 * every user should replace by an image and digest of their own.
 */
const builders: readonly { readonly glibc: string; readonly archs: readonly ArchName[]; readonly image: string }[] = [
  {
    glibc: '2.17',
    archs: ['x86_64', 'i686', 'aarch64', 'ppc64le', 's390x'],
    image: 'quay.io/pypa/manylinux2014_$arch',
  },
  { glibc: '2.31', archs: ['armv7'], image: 'quay.io/pypa/manylinux_2_31_armv7l' },
  { glibc: '2.39', archs: ['riscv64'], image: 'quay.io/pypa/manylinux_2_39_$arch' },
]

/** The builder image for a target for which none was named, or null: its executables would need a newer glibc, or none is known. */
export function builderImage(target: Target, language: LanguageName): string | null {
  if (language !== 'c' || target.libc !== 'glibc') return null
  const { arch, floor } = target
  const found = builders.find(b => b.archs.includes(arch) && (floor === null || compareVersions(b.glibc, floor) <= 0))
  return found ? fillImage(found.image, target) : null
}

/** An image's name for a target: `$arch` is the architecture. */
export function fillImage(image: string, { arch }: Target): string {
  return image.replaceAll('$arch', arch)
}
