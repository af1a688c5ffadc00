import type { ArchName } from '../../src/arch.ts'

/** A Debian architecture: what its packages are made for, and how its programs start on another machine. */
export interface DebianArch {
  /** The row of the architecture table; armhf is armv7 to us. */
  readonly arch: ArchName
  /** Multiarch directory below `/lib` and `/usr/lib`. */
  readonly triplet: string
  /** qemu-user's name; also used to tell whether this machine starts the programs itself. */
  readonly qemu: string
}

/** Debian's architectures that the oracle knows. */
export const debianArchs: Readonly<Record<string, DebianArch>> = {
  amd64: { arch: 'x86_64', triplet: 'x86_64-linux-gnu', qemu: 'x86_64' },
  i386: { arch: 'i686', triplet: 'i386-linux-gnu', qemu: 'i386' },
  arm64: { arch: 'aarch64', triplet: 'aarch64-linux-gnu', qemu: 'aarch64' },
  armhf: { arch: 'armv7', triplet: 'arm-linux-gnueabihf', qemu: 'arm' },
  armel: { arch: 'armel', triplet: 'arm-linux-gnueabi', qemu: 'arm' },
  mipsel: { arch: 'mipsel', triplet: 'mipsel-linux-gnu', qemu: 'mipsel' },
  mips64el: { arch: 'mips64el', triplet: 'mips64el-linux-gnuabi64', qemu: 'mips64el' },
  ppc64el: { arch: 'ppc64le', triplet: 'powerpc64le-linux-gnu', qemu: 'ppc64le' },
  s390x: { arch: 's390x', triplet: 's390x-linux-gnu', qemu: 's390x' },
  riscv64: { arch: 'riscv64', triplet: 'riscv64-linux-gnu', qemu: 'riscv64' },
  loong64: { arch: 'loongarch64', triplet: 'loongarch64-linux-gnu', qemu: 'loongarch64' },
}

/** Debian's releases, oldest first, each with the architectures that its archive has. */
export const releases: Readonly<Record<string, readonly string[]>> = {
  bullseye: ['amd64', 'i386', 'arm64', 'armhf'],
  bookworm: ['amd64', 'i386', 'arm64', 'armhf', 'armel', 'mipsel', 'mips64el', 'ppc64el', 's390x'],
  trixie: ['amd64', 'i386', 'arm64', 'armhf', 'armel', 'ppc64el', 's390x', 'riscv64'],
  forky: ['amd64', 'i386', 'arm64', 'armhf', 'ppc64el', 's390x', 'riscv64', 'loong64'],
}

const list = (text: string) => text.split(/\s+/).filter(name => name !== '')

/** The system itself: what a program is started against. Never taken from the newer release when loaders are tried. */
export const systemPackages = ['libc6', 'libgcc-s1', 'libstdc++6']

/** Libraries and programs whose programs are started: each answers `--version` and does nothing else then. */
export const startedPackages = list(`
  coreutils findutils diffutils grep sed gawk tar gzip bash dash openssl perl-base bsdutils bsdextrautils
  python3.9-minimal python3.11-minimal python3.13-minimal python3.14-minimal xz-utils bzip2 zstd file less patch m4
  make cpio procps gettext-base bc jq sqlite3`)

/** Libraries that those programs need. */
export const libraryPackages = list(`
  libselinux1 libacl1 libattr1 libpcre3 libpcre2-8-0 libgmp10 libtinfo6 libncursesw6 libreadline8 libreadline8t64
  zlib1g libcrypt1 libmpfr6 libcap2 libmount1 libblkid1 libsmartcols1 libuuid1 libssl1.1 libssl3 libssl3t64
  libbz2-1.0 liblzma5 libzstd1 liblz4-1 libmagic1 libmagic1t64 libexpat1 libsigsegv2 libprocps8 libproc2-0
  libsystemd0 libjq1 libonig5 libsqlite3-0 libaudit1 libcap-ng0`)

/** Many executables and libraries in few bytes: plug-ins, modules, and compilers' own libraries of all kinds. */
const ordinary = list(`
  libc-bin libgomp1 libatomic1 libgfortran5 libquadmath0 libitm1 libcc1-0 util-linux mount fdisk e2fsprogs passwd
  login iproute2 iptables apache2-bin libpam-modules libmagickcore-6.q16-6 libmagickcore-7.q16-10 vlc-plugin-base
  libpython3.9-stdlib libpython3.11-stdlib libpython3.13-stdlib libpython3.14-stdlib systemd klibc-utils libklibc
  musl kmod curl libcurl4 libcurl4t64 gpgv libpipewire-0.3-modules libspa-0.2-modules lua5.4 php8.2-common
  php8.4-common samba-libs libsasl2-modules python3-cryptography`)

/** Static programs (C with glibc and klibc, static-pie), and languages with linkers or run-time libraries of their own. */
const unusual = list(`
  busybox-static bash-static sash mksh tini dumb-init catatonit runit age fzf ripgrep`)

/** Only on one architecture: libraries for others (x32, n32, 31-bit). */
const particular: Readonly<Record<string, readonly string[]>> = {
  amd64: ['libc6-i386', 'libc6-x32', 'lib32stdc++6', 'libx32stdc++6', 'lib32gcc-s1'],
  s390x: ['libc6-s390'],
  mips64el: ['libc6-mips32', 'libc6-mipsn32'],
  mipsel: ['libc6-mips64', 'libc6-mipsn32'],
}

/** Too large to be had from every release: taken from this one only. */
const oneRelease: Readonly<Record<string, string>> = {
  'samba-libs': 'bookworm',
  systemd: 'bookworm',
  fzf: 'bookworm',
  age: 'trixie',
  ripgrep: 'trixie',
  'python3-cryptography': 'trixie',
}

/** Names of the packages of one release and architecture; a release has not all of them. */
export function packagesOf(release: string, arch: string): string[] {
  const all = [
    ...systemPackages,
    ...startedPackages,
    ...libraryPackages,
    ...ordinary,
    ...unusual,
    ...(particular[arch] ?? []),
  ]
  return all.filter(name => (oneRelease[name] ?? release) === release)
}

/** The few small ones with many programs: what a test in CI can afford. */
export const quickPackages = list(`
  libc6 libgcc-s1 iptables libpam-modules libselinux1 libacl1 libpcre2-8-0 zlib1g libcap2 klibc-utils libklibc grep sed
  gzip findutils bsdutils libsasl2-modules`)
