import type { FindingRow } from './row.ts'

/** How the kernel and the loader map the file. */
export const hardening = {
  'exec-stack': {
    severity: 'error',
    title: 'The stack is executable',
    hint: 'Link with -z noexecstack; an assembler file lacks `.section .note.GNU-stack,"",%progbits`.',
  },
  'rwx-segment': {
    severity: 'error',
    title: 'Memory is writable and executable at once',
    hint: 'Remove -N (omagic) or the linker script that puts code and data together.',
  },
  textrel: {
    severity: 'warning',
    title: 'Code is changed while it is loaded',
    hint: 'Compile everything with -fPIC; musl and SELinux refuse it.',
  },
  relro: { severity: 'warning', title: 'Tables of the loader stay writable', hint: 'Link with -z relro -z now.' },
  'bind-now': { severity: 'warning', title: 'Functions are bound late', hint: 'Link with -z now.' },
  'no-pie': { severity: 'warning', title: 'The file always loads at the same address', hint: 'Link with -pie.' },
} as const satisfies Record<string, FindingRow>
