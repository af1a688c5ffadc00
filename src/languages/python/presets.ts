/** A command of an application, and the function that it starts. */
interface Command {
  readonly name: string
  /** `module:function`. */
  readonly entry: string
}

/** A known application: what to get for it, and what its freezer has to be told. */
export interface Preset {
  readonly name: string
  /** The command that the executable is, unless it is called by the name of another one. */
  readonly main: string
  readonly commands: readonly Command[]
  /** Requirements by the name of the package, which `python-packages` can settle otherwise. */
  readonly packages: Readonly<Record<string, string>>
  /** Packages that bring what one of `packages` brings: when `python-packages` names one, that one is left out. */
  readonly instead: Readonly<Record<string, readonly string[]>>
  readonly includePackage: readonly string[]
  readonly includePackageData: readonly string[]
  /** Lines of Python before the command starts. */
  readonly before: readonly string[]
  /** What a machine must have for it to run, for the report. */
  readonly preconditions: readonly string[]
}

/** One command of ansible-core: `ansible-vault` is `ansible.cli.vault`. */
const ansibleCommand = (name: string): Command => ({
  name: name === 'adhoc' ? 'ansible' : `ansible-${name}`,
  entry: `ansible.cli.${name}:main`,
})

/** Applications by the name that the `preset` input has for them. */
export const presets: Readonly<Record<'ansible', Preset>> = {
  ansible: {
    name: 'ansible',
    main: 'ansible-playbook',
    commands: ['playbook', 'adhoc', 'config', 'console', 'doc', 'galaxy', 'inventory', 'pull', 'vault'].map(
      ansibleCommand,
    ),
    packages: { 'ansible-core': 'ansible-core==2.19.14' },
    instead: { 'ansible-core': ['ansible', 'ansible-base'] },
    // plugins import them, and no import of a compiled module does
    includePackage: ['pty', 'xml', 'ansible.cli', 'ansible.plugins', 'ansible.module_utils'],
    // the loader of plugins, and what is sent to the managed machines, are read as files
    includePackageData: ['ansible:*.py', 'ansible:*.yml', 'ansible:*.ps1', 'ansible:*.psm1', 'ansible:*.cs'],
    before: [
      '# Modules run with a Python of the machine: this program is none that they could be started with.',
      'import shutil',
      "sys.executable = shutil.which('python3') or shutil.which('python') or sys.executable",
    ],
    preconditions: [
      'a UTF-8 locale (glibc before 2.35 has no C.UTF-8 of its own; Debian and Ubuntu add one, CentOS 7 has en_US.utf8)',
      'Python on the managed machines, this one too when it manages itself',
    ],
  },
}

/** Requirements of a preset, with what the user settled otherwise left out. Pure. */
export function presetPackages({ packages, instead }: Preset, users: readonly string[]): readonly string[] {
  const named = users.map(distributionOf)
  const isSettled = (name: string) => named.some(n => n === name || instead[name]?.includes(n) === true)
  return Object.entries(packages).flatMap(([name, requirement]) => (isSettled(name) ? [] : [requirement]))
}

/** The distribution that a requirement names (PEP 508), in its normal form (PEP 503). */
export function distributionOf(requirement: string): string {
  const name = /^\s*([A-Za-z0-9][A-Za-z0-9._-]*)/.exec(requirement)?.[1] ?? ''
  return name.toLowerCase().replace(/[-_.]+/g, '-')
}
