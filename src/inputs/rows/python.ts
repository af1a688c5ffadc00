import type { InputRow } from './row.ts'

/** Python applications. */
export const pythonRows = {
  preset: {
    kind: 'choice',
    choices: ['ansible'],
    description:
      'A known application with all that it needs: `ansible` builds `ansible-playbook` from the Python index.',
    aliases: [],
  },
  'python-freezer': {
    kind: 'text',
    default: 'nuitka',
    description: 'What makes one program of the application: `nuitka` (compiled) or `pyinstaller` (packed).',
    aliases: [],
  },
  'python-mode': {
    kind: 'choice',
    choices: ['onefile', 'standalone'],
    default: 'onefile',
    description: 'One file that unpacks itself when it starts, or a directory (not in this version).',
    aliases: [],
  },
  'python-provider': {
    kind: 'choice',
    choices: ['source', 'pbs', 'system'],
    default: 'source',
    description:
      'Where the Python inside comes from: compiled here for the floor (`source`), python-build-standalone (`pbs`), or the one of this machine with its floor (`system`).',
    aliases: [],
  },
  'python-version': {
    kind: 'text',
    defaultText: 'the newest that the provider has',
    description: 'Version of Python: `3.11`, `3.11.2`.',
    pattern: '^3\\.[0-9]{1,2}(\\.[0-9]{1,3})?$',
    accepts: 'a version of Python 3 such as `3.11`',
    aliases: [],
  },
  'python-compile': {
    kind: 'choice',
    choices: ['all', 'project'],
    default: 'all',
    description:
      'Nuitka: what becomes C: everything (`all`), or the modules of the project, with packages as bytecode (`project`), which takes a fraction of the time.',
    aliases: [],
  },
  requirements: {
    kind: 'list',
    defaultText: '`requirements.txt`, if it is there',
    description: 'Files with the requirements of the application.',
    aliases: [],
  },
  'python-packages': {
    kind: 'list',
    description: 'More packages to bring (`zstandard==0.25.0`), beside what the project says that it needs.',
    aliases: [],
  },
  'include-package': {
    kind: 'list',
    description: 'Packages to put in as a whole, although no `import` names their modules.',
    aliases: [],
  },
  'include-package-data': {
    kind: 'list',
    description: 'Packages whose data files go in (`rich`, `ansible:*.yml`).',
    aliases: [],
  },
  'include-data-files': {
    kind: 'list',
    description: 'Files of the project to put in: `source=destination`, as the program finds them beside its modules.',
    aliases: [],
  },
  'nuitka-version': {
    kind: 'text',
    defaultText: 'the one that was tested',
    description: 'Version of Nuitka (`4.3.3`).',
    pattern: '^[0-9]+(\\.[0-9]+){1,3}(rc[0-9]+)?$',
    accepts: 'a version of Nuitka such as `4.3.3`',
    aliases: [],
  },
  'nuitka-args': { kind: 'words', description: 'More arguments for Nuitka.', aliases: [] },
} as const satisfies Record<string, InputRow>
