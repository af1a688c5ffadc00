import type { FileReport, Report } from '../../../src/report/schema.ts'
import { fileReport, report, tooNew, warned } from '../../support/report.ts'

const hostile = `"'><script>document.title='x'</script><img src=x onerror="document.title='x'">`

const cache: Report['cache'] = [
  {
    ...{ id: 'rust-crates', key: 'k', hit: 'exact', bytes: 4_100_000, ms: 310, why: '', savedMs: 64_000 },
    ...{ reused: 12, compiled: 2, unit: 'crates', ingredients: { rustc: '1.95.0' }, changed: ['rustc'] },
  },
  { id: 'toolchain', key: 'k', hit: 'miss', bytes: 0, ms: 20, why: 'nothing of this version has been saved' },
]

/** Executables of which every tenth is not verified and every third has a warning. */
function mixed(length: number): FileReport[] {
  return Array.from({ length }, (_, i) => {
    const kind = i % 10 === 0 ? tooNew : i % 3 === 0 ? warned : fileReport()
    return { ...kind, path: `dist/target/command-number-${i}` }
  })
}

/** What people open: a run that went well, one that did not, one in which every name is an attack, one with
 * so many executables that lists are folded, and a very large one. */
export const reports: Readonly<Record<'verified' | 'failed' | 'hostile' | 'folded' | 'large', Report>> = {
  verified: report({ files: [fileReport(), warned], failures: [], verified: true, cache }),
  failed: report({ files: [fileReport(), tooNew, warned], cache }),
  hostile: report({
    project: { name: hostile, language: hostile, commit: hostile },
    files: [
      fileReport({ path: hostile, target: hostile, findings: tooNew.findings.map(f => ({ ...f, id: hostile })) }),
    ],
    notices: [hostile, 'x'.repeat(5000)],
  }),
  folded: report({ files: mixed(60), cache }),
  large: report({ files: mixed(1000), cache }),
}
