import type { FindingRow } from './row.ts'

/** Whether the file can be read, is a program, and starts. */
export const integrity = {
  unreadable: {
    severity: 'error',
    title: 'The file could not be read',
    hint: 'Name a regular file that this user may read and that nothing changes meanwhile.',
    fixed: true,
  },
  malformed: {
    severity: 'error',
    title: 'The structures of the file contradict each other',
    hint: 'Was the upload or the download complete? Compare its sha256; else rebuild it.',
    fixed: true,
  },
  truncated: {
    severity: 'error',
    title: 'The file ends before its own tables do',
    hint: 'Was the upload or the download complete? Compare its sha256.',
    fixed: true,
  },
  limit: {
    severity: 'error',
    title: 'The file asks for more than any real program does',
    hint: 'It is damaged or made to harm; rebuild it.',
    fixed: true,
  },
  'not-elf': {
    severity: 'error',
    title: 'The file is no Linux executable',
    hint: 'Name the executable itself, not a script, an archive or another platform’s program.',
    fixed: true,
  },
  'elf-kind': {
    severity: 'error',
    title: 'The file is no finished program',
    hint: 'Name the executable, not the object file or the core dump.',
    fixed: true,
  },
  'os-abi': {
    severity: 'error',
    title: 'The file is for another operating system',
    hint: 'Build it for Linux.',
    fixed: true,
  },
  mode: {
    severity: 'warning',
    title: 'The file is not executable',
    hint: 'chmod +x; upload and download steps of CI lose the bit, tar keeps it.',
  },
  upx: {
    severity: 'error',
    title: 'The content is packed and cannot be inspected',
    hint: 'Verify the file before UPX packs it, and ship it unpacked or compress the download instead.',
    fixed: true,
  },
  smoke: {
    severity: 'error',
    title: 'The program did not start',
    hint: 'The evidence has the first line of what it said; `smoke-command` sets its arguments.',
    fixed: true,
    key: 'smoke',
  },
} as const satisfies Record<string, FindingRow>
