import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mirror } from '../../support/debian.ts'
import { cacheDir } from '../../support/places.ts'
import { prepared } from '../../support/prepared.ts'
import { sh } from '../../support/shell.ts'

/** Debian 12's gcc and make, unpacked and never configured: half a minute and no emulation, also for another architecture. */
const packages = 'dash,coreutils,grep,gcc,libc6-dev,make'

/**
 * The name of a builder image with gcc and make, here for one platform (a tag each), made of Debian's packages.
 * @param arch Debian's name of the architecture
 */
export async function builderImage(arch: 'amd64' | 'arm64'): Promise<string> {
  const name = `portable-build-test/gcc-12:${arch}`
  const here = spawnSync('docker', ['image', 'inspect', name], { stdio: 'ignore' }).status === 0
  if (here) return name
  const dir = await prepared(`container/debian-12-gcc-${arch}`, async work => {
    const tar = join(work, 'image.tar')
    // what the packages' own scripts would do
    const cc = '--extract-hook=ln -s gcc "$1/usr/bin/cc"'
    const what = ['--mode=root', '--variant=extract', `--arch=${arch}`, `--include=${packages}`, cc]
    sh(['mmdebstrap', '--quiet', ...what, 'bookworm', tar, mirror()])
  })
  sh(['docker', 'import', '--platform', `linux/${arch}`, '-c', 'ENV PATH=/usr/bin:/bin', join(dir, 'image.tar'), name])
  return name
}

/** An image of files alone, without anything that could start them. */
export function emptyImage(name: string, platform = 'linux/amd64'): string {
  const tar = 'd=$(mktemp -d); echo data >"$d/file"; tar -C "$d" -c file; rm -r "$d"'
  sh(['sh', '-c', `(${tar}) | docker import --platform ${platform} - ${name}`])
  return name
}

const table = '/proc/sys/fs/binfmt_misc'

/**
 * Lets the kernel start arm64 programs by the QEMU that scripts/ci/docker.sh brings, unless it does already.
 * @returns what takes that back
 */
export function registerArm64(): () => void {
  if (!existsSync(`${table}/register`)) sh(['mount', '-t', 'binfmt_misc', 'binfmt_misc', table])
  if (existsSync(`${table}/qemu-aarch64`)) return () => {}
  const qemu = join(cacheDir, 'docker/qemu')
  const line = sh(['cat', `${qemu}/usr/share/qemu/binfmt.d/qemu-aarch64.conf`])
  writeFileSync(`${table}/register`, line.trim().replace('/usr/bin/qemu-aarch64', `${qemu}/usr/bin/qemu-aarch64`))
  return () => writeFileSync(`${table}/qemu-aarch64`, '-1')
}

const label = 'io.github.portable-build.work'

/** Names of the containers of builds below a directory that the engine has, also of those that have ended. */
export function containersOf(dir: string): string[] {
  const format = `{{.Names}} {{.Label "${label}"}}`
  const lines = sh(['docker', 'ps', '--all', '--filter', `label=${label}`, '--format', format]).split('\n')
  return lines.filter(line => line.includes(` ${dir}/`)).map(line => line.split(' ')[0] ?? '')
}
