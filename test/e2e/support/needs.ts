import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { actProgram } from './act.ts'
import { cacheDir } from './places.ts'
import { rustToolchain } from './rust.ts'
import { hasRustCaches } from './rust-caches.ts'

/** Something that a suite needs beyond Node, git, Python 3 and sh. */
interface Need {
  readonly what: string
  /** The command that brings it. */
  readonly enable: string
  /** Null when it is here, else what is missing. */
  missing(): string | null
}

/** Null when every program answers the argument with exit code 0. */
function programs(argument: string, ...names: string[]): string | null {
  const gone = names.filter(n => spawnSync(n, [argument], { stdio: 'ignore' }).status !== 0)
  return gone.length === 0 ? null : `${gone.join(', ')} not found`
}

function exits0(argv: readonly string[], why: string): string | null {
  const [command = '', ...args] = argv
  return spawnSync(command, args, { stdio: 'ignore', timeout: 60_000 }).status === 0 ? null : why
}

/** Everything that suites may need, each with its check and the way to get it. */
const needs = {
  binutils: {
    what: 'GNU readelf, the independent judge',
    enable: 'apt-get install -y binutils',
    missing: () => programs('--version', 'readelf'),
  },
  qemu: {
    what: 'qemu-user for arm64',
    enable: 'apt-get install -y qemu-user-static',
    missing: () => programs('--version', 'qemu-aarch64-static') && programs('--version', 'qemu-aarch64'),
  },
  'c-builders': {
    what: 'the build systems of C',
    enable: 'apt-get install -y make cmake ninja-build meson autoconf automake libtool gcc tcl',
    missing: () =>
      programs('--version', 'make', 'cmake', 'ninja', 'meson', 'autoreconf', 'automake', 'libtoolize', 'gcc') ??
      exits0(['sh', '-c', 'echo exit | tclsh'], 'tclsh not found'),
  },
  'python-builders': {
    what: 'what CPython and its libraries are compiled with',
    enable: 'apt-get install -y make perl pkg-config tcl xz-utils tar',
    missing: () =>
      programs('--version', 'make', 'perl', 'pkg-config', 'xz', 'tar') ??
      exits0(['sh', '-c', 'echo exit | tclsh'], 'tclsh not found'),
  },
  ccache: {
    what: 'ccache, the cache of compiled C',
    enable: 'apt-get install -y ccache',
    missing: () => programs('--version', 'ccache'),
  },
  act: {
    what: 'nektos/act, which runs workflows without GitHub',
    enable: 'bash scripts/ci/act.sh',
    missing: () => (actProgram() ? null : 'act is not installed'),
  },
  'gitlab-ci-local': {
    what: 'what gitlab-ci-local runs pipelines with',
    enable: 'apt-get install -y rsync bash',
    missing: () => programs('--version', 'rsync', 'bash'),
  },
  go: {
    what: 'Go',
    enable: 'install Go 1.24 or newer from its vendor and put its bin/ on PATH',
    missing: () => programs('version', 'go'),
  },
  'rust-targets': {
    what: 'Rust with std for musl and gnu on x86_64 and aarch64',
    enable:
      'rustup target add {x86_64,aarch64}-unknown-linux-{musl,gnu}, or on Debian 12: bash scripts/ci/rust-targets.sh',
    missing: () => (rustToolchain() ? null : 'no installed Rust toolchain has std for all four targets'),
  },
  'rust-caches': {
    what: 'cargo-chef and sccache',
    enable: 'bash scripts/ci/rust-caches.sh',
    missing: () => (hasRustCaches() ? null : 'cargo-chef and sccache are not installed'),
  },
  chromium: {
    what: 'Chromium, the browser',
    enable: 'apt-get install -y chromium',
    missing: () => programs('--version', 'chromium'),
  },
  shells: {
    what: 'zsh and fish, whose completion is used, and man',
    enable: 'apt-get install -y zsh fish man-db',
    missing: () => programs('--version', 'zsh', 'fish', 'man'),
  },
  packers: {
    what: 'makers of packages: dpkg-deb, rpmbuild, mksquashfs and what PyInstaller and Nuitka need',
    enable: 'apt-get install -y dpkg rpm squashfs-tools xz-utils zstd patchelf gcc binutils python3-dev',
    missing: () =>
      programs('--version', 'dpkg-deb', 'rpmbuild', 'xz', 'zstd', 'patchelf', 'gcc', 'objdump') ??
      programs('-version', 'mksquashfs'),
  },
  registries: {
    what: 'the package registries (Python, crates, Go modules)',
    enable: 'a network that reaches them',
    missing: () =>
      exits0(
        [
          'python3',
          '-m',
          'pip',
          'download',
          '-q',
          '--no-deps',
          '--no-cache-dir',
          '-d',
          '/tmp/portable-build-probe',
          'cargo-zigbuild==0.24.0',
        ],
        'pip cannot download',
      ),
  },
  'debian-sources': {
    what: "Debian's source packages",
    enable: 'run on Debian, as it has apt-get and the keyring of the archive',
    missing: () =>
      programs('--version', 'apt-get', 'dpkg-deb') ??
      exits0(['test', '-r', '/usr/share/keyrings/debian-archive-keyring.gpg'], 'no Debian archive keyring'),
  },
  engine: {
    what: 'a container engine whose daemon answers',
    enable: 'apt-get install -y docker.io, and start dockerd',
    missing: () => exits0(['docker', 'version', '--format', '{{.Server.Version}}'], 'docker does not answer'),
  },
  'image-makers': {
    what: 'buildx, a registry, QEMU 11 and what makes images of packages, for root',
    enable: 'on Debian 12, as root: bash scripts/ci/docker.sh',
    missing: () =>
      exits0(['docker', 'buildx', 'version'], 'docker has no buildx') ??
      programs('--version', 'mmdebstrap', 'docker-registry') ??
      exits0(['test', '-w', '/proc/sys/fs/binfmt_misc'], 'the kernel’s table of interpreters cannot be written') ??
      exits0(['test', '-e', join(cacheDir, 'docker/qemu/done')], 'QEMU 11 is not there'),
  },
  tmpfs: {
    what: 'a small file system of its own, to fill',
    enable: 'run as root (mount -t tmpfs)',
    missing: () =>
      exits0(
        ['unshare', '--mount', 'sh', '-c', 'mount -t tmpfs -o size=64k none /mnt'],
        'mount -t tmpfs is not allowed',
      ),
  },
  unshare: {
    what: 'a network namespace without network',
    enable: 'run as root (unshare --net)',
    missing: () => exits0(['unshare', '--net', 'true'], 'unshare --net is not allowed'),
  },
} as const satisfies Record<string, Need>

/** The name of a need. */
export type NeedName = keyof typeof needs

/** What of `names` this machine lacks, each with the command that brings it; empty when the suite can run. */
export function missingNeeds(names: readonly NeedName[]): { need: string; why: string; enable: string }[] {
  return names.flatMap(name => {
    const need: Need = needs[name]
    const why = missing(name, need)
    return why === null ? [] : [{ need: need.what, why, enable: need.enable }]
  })
}

const known = new Map<NeedName, string | null>()

/** Each need is looked at once: some checks take a second. */
function missing(name: NeedName, need: Need): string | null {
  const before = known.get(name)
  if (before !== undefined) return before
  const why = need.missing()
  known.set(name, why)
  return why
}
