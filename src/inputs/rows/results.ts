import type { InputRow } from './row.ts'

/** What is handed over. */
export const resultRows = {
  'output-dir': {
    kind: 'text',
    default: 'dist',
    description: 'Where the artifacts and the report go: `<output-dir>/<target>/<executable>`.',
    aliases: [],
  },
  archive: {
    kind: 'choice',
    choices: ['tar.gz', 'tar.zst', 'zip', 'none'],
    default: 'tar.gz',
    description:
      'What each target is packed into, beside its directory: the executables and what `include` names, with the exec bit, byte for byte the same from the same files; `none` packs nothing.',
    aliases: [],
  },
  include: {
    kind: 'list',
    description: 'Files that go into the archives too: names or patterns below the project (`LICENSE`, `docs/*.md`).',
    aliases: [],
  },
  'leading-dir': {
    kind: 'switch',
    default: 'false',
    description: 'Put everything in an archive into one directory that has the name of the archive.',
    aliases: [],
  },
  'artifact-name': {
    kind: 'text',
    default: '$bin-$target',
    defaultText: '`$bin-$target`; with several executables `$project-$target`',
    description:
      'Name of an archive (without its ending) and of the uploaded artifact; `$bin`, `$target`, `$project`, `$version` and `$arch` are filled in.',
    pattern: '^[^/\\\\\\u0000":<>|*?]+$',
    accepts: 'a name without `/ \\ " : < > | * ?`',
    aliases: ['asset-name'],
  },
  'artifact-upload': {
    kind: 'switch',
    default: 'true',
    description: 'GitHub: upload what was verified, one artifact per target.',
    aliases: [],
  },
  'artifact-retention-days': {
    kind: 'text',
    defaultText: 'what the repository says',
    description: 'GitHub: after how many days uploaded artifacts are deleted.',
    pattern: '^[1-9][0-9]{0,2}$',
    accepts: 'a number of days from 1 to 999',
    aliases: ['retention-days'],
  },
  'keep-failed': {
    kind: 'switch',
    default: 'false',
    description:
      'Keep executables that were not verified too, to look into them: under another name, never as a result.',
    aliases: [],
  },
} as const satisfies Record<string, InputRow>
