/** Families of distributions, by the package manager that one would use. */
export type Family = 'apt' | 'dnf' | 'apk' | 'pacman' | 'zypper' | 'brew'

/** One program that builds may need. */
interface ToolRow {
  /** What it is for, in a few words. */
  readonly use: string
  /** Arguments that make it print its version; null: it cannot say. */
  readonly ask: readonly string[] | null
  /** A file beside the program whose first line has the version. */
  readonly versionFile?: string
  /** Package names by family. */
  readonly packages: Readonly<Partial<Record<Family, string>>>
  /** Where the distributions' packages are not the usual way. */
  readonly get?: string
}

const version = ['--version']
const same = (name: string) => ({ apt: name, dnf: name, apk: name, pacman: name, zypper: name, brew: name })
const rustup = 'Install Rust with rustup: https://rustup.rs'
const go = 'Install Go: https://go.dev/dl'

/** Every program that a build may start or that the installation of a toolchain may use. */
export const toolTable = {
  sh: { use: 'scripts', ask: null, packages: {} },
  git: { use: 'commit and dates', ask: version, packages: same('git') },
  python3: {
    use: 'installing toolchains with pip',
    ask: version,
    packages: { apt: 'python3 python3-pip', dnf: 'python3-pip', apk: 'py3-pip', pacman: 'python-pip', brew: 'python3' },
  },
  xz: {
    use: 'unpacking toolchains from archives',
    ask: version,
    packages: { apt: 'xz-utils', dnf: 'xz', apk: 'xz', pacman: 'xz', zypper: 'xz', brew: 'xz' },
  },
  cargo: { use: 'Rust', ask: version, packages: {}, get: rustup },
  rustc: { use: 'Rust', ask: version, packages: {}, get: rustup },
  rustup: { use: 'adding Rust targets', ask: version, packages: {}, get: rustup },
  go: { use: 'Go', ask: ['version'], versionFile: '../VERSION', packages: {}, get: go },
  cmake: { use: 'CMake projects', ask: version, packages: same('cmake') },
  ninja: {
    use: 'CMake and Meson projects',
    ask: version,
    packages: { ...same('ninja'), apt: 'ninja-build', dnf: 'ninja-build', apk: 'ninja-build' },
  },
  meson: { use: 'Meson projects', ask: version, packages: same('meson') },
  make: { use: 'make and Autotools projects', ask: version, packages: same('make') },
  autoreconf: { use: 'Autotools projects without configure', ask: version, packages: same('autoconf') },
  libtoolize: { use: 'Autotools projects with libraries', ask: version, packages: same('libtool') },
  'pkg-config': {
    use: 'finding libraries',
    ask: version,
    packages: { apt: 'pkg-config', dnf: 'pkgconf-pkg-config', apk: 'pkgconf', pacman: 'pkgconf', brew: 'pkgconf' },
  },
  cc: {
    use: 'the native backend, build scripts of crates',
    ask: version,
    packages: { apt: 'build-essential', dnf: 'gcc', apk: 'build-base', pacman: 'base-devel', zypper: 'gcc' },
  },
  // the client says nothing of the engine behind it, so it is not asked
  docker: {
    use: 'building in images, starting at the floor',
    ask: null,
    packages: { apt: 'docker.io', dnf: 'docker', apk: 'docker', pacman: 'docker', zypper: 'docker' },
  },
  podman: { use: 'building in images, in place of docker', ask: null, packages: same('podman') },
} as const satisfies Record<string, ToolRow>

/** What is known of a program, or null. */
export function rowOf(name: string): ToolRow | null {
  const rows: Readonly<Record<string, ToolRow>> = toolTable
  return Object.hasOwn(rows, name) ? (rows[name] ?? null) : null
}

const install: Readonly<Record<Family, string>> = {
  apt: 'apt-get install',
  dnf: 'dnf install',
  apk: 'apk add',
  pacman: 'pacman -S',
  zypper: 'zypper install',
  brew: 'brew install',
}

/** The family that an os-release file speaks of; null: none that we know. Format: os-release(5), ID and ID_LIKE. Pure. */
export function familyOf(osRelease: string): Family | null {
  const value = (key: string) => new RegExp(`^${key}=["']?([^"'\\n]*)`, 'm').exec(osRelease)?.[1] ?? ''
  const ids = `${value('ID')} ${value('ID_LIKE')}`.toLowerCase().split(/\s+/)
  const known: readonly (readonly [Family, readonly string[]])[] = [
    ['apt', ['debian', 'ubuntu']],
    ['dnf', ['fedora', 'rhel', 'centos', 'amzn']],
    ['apk', ['alpine', 'wolfi']],
    ['pacman', ['arch']],
    ['zypper', ['suse', 'opensuse', 'opensuse-leap', 'opensuse-tumbleweed']],
  ]
  return known.find(([, names]) => ids.some(id => names.includes(id)))?.[0] ?? null
}

/** How to get a program here: a command for this distribution, else a place, else its bare name. Pure. */
export function howToGet(name: string, family: Family | null): string {
  const row = rowOf(name)
  if (row?.get) return row.get
  const packages = family && row?.packages[family]
  return packages ? `${install[family]} ${packages}` : `Install ${name} with the package manager of this system.`
}
