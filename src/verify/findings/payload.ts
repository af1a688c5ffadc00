import type { FindingRow } from './row.ts'

/** What is packed inside the file or follows it. */
export const payload = {
  'payload-unreadable': {
    severity: 'error',
    title: 'What is packed inside the file cannot be read',
    hint: 'Was the file cut or changed after it was packed? Build it again; zstd needs Node 22.15 or newer.',
    fixed: true,
  },
  'payload-path': {
    severity: 'error',
    title: 'A packed file would be unpacked outside of its directory',
    hint: 'Never unpack it: the name is absolute, leaves the directory or holds a NUL. Build the package again.',
    fixed: true,
  },
  'payload-member': {
    severity: 'error',
    title: 'A packed file has errors of its own',
    hint: 'See the findings of the packed file: what is inside runs on the same systems as its package.',
    fixed: true,
  },
  'payload-unknown': {
    severity: 'warning',
    title: 'Something is packed inside the file that cannot be inspected',
    hint: 'Verify what goes into the package before it is packed.',
  },
  'payload-floor': {
    severity: 'info',
    title: 'A packed file needs a newer libc than the file itself',
    hint: 'The whole runs only where all of it does: build or choose that part for an older system to reach more of them.',
  },
  'trailing-data': { severity: 'info', title: 'Data follows the end of the program', hint: 'It was not inspected.' },
} as const satisfies Record<string, FindingRow>
