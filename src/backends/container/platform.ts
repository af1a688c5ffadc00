import type { ArchName } from '../../arch.ts'

/** Why containers of a platform cannot start here, and what changes that. Pure. */
export function notRegistered(arch: ArchName, platform: string): string {
  const word = platform.split('/')[1] ?? arch
  return `the kernel starts no ${arch} programs (binfmt_misc); \`docker run --privileged --rm tonistiigi/binfmt --install ${word}\` registers QEMU for them`
}
