import { expect, it } from 'vitest'
import type { Row } from '../../src/doctor/doctor.ts'
import { doctorText } from '../../src/report/doctor-text.ts'
import { styleFor } from '../../src/report/style.ts'

const rows: readonly Row[] = [
  { section: 'machine', name: 'system', state: 'ok', detail: 'Debian 12, x86_64, glibc 2.36, 2 CPUs', hint: null },
  { section: 'programs', name: 'go', state: 'missing', detail: 'not here; for Go projects', hint: 'https://go.dev/dl' },
  {
    section: 'programs',
    name: 'meson',
    state: 'optional',
    detail: 'not here; for Meson',
    hint: 'apt-get install meson',
  },
  { section: 'toolchains', name: 'zig 0.15.2', state: 'will-install', detail: 'a build installs it', hint: null },
]

it('tells what is here, what comes, what is missing and how to get it', async () => {
  await expect(doctorText(rows, styleFor(false))).toMatchFileSnapshot('../golden/doctor.txt')
})

it('says that a build can start and what it brings', () => {
  const fine = rows.filter(r => r.state !== 'missing')
  expect(doctorText(fine, styleFor(false))).toMatch(/✓ ready; a build installs zig 0\.15\.2$/)
})
