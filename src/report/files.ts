import type { Report } from './schema.ts'

/** What every run writes beside its artifacts, and what only some services read. */
const makers = {
  'report.json': async report => `${JSON.stringify(report, null, 2)}\n`,
  'report.md': async report => (await import('./markdown.ts')).reportMarkdown(report),
  'report.html': async report => (await import('./html.ts')).reportHtml(report),
  'junit.xml': async report => (await import('./junit.ts')).reportJunit(report),
  'gl-code-quality-report.json': async (report, base) => (await import('./code-quality.ts')).codeQuality(report, base),
  'metrics.txt': async report => (await import('./metrics.ts')).metricsText(report),
} as const satisfies Record<string, (report: Report, base: string) => Promise<string>>

/** The name of a file that tells of a run. */
export type ReportFile = keyof typeof makers

/** What every run writes. */
export const usualFiles = [
  'report.json',
  'report.md',
  'report.html',
  'junit.xml',
] as const satisfies readonly ReportFile[]

/** What GitLab takes as reports of a job. */
export const gitlabFiles = [
  ...usualFiles,
  'gl-code-quality-report.json',
  'metrics.txt',
] as const satisfies readonly ReportFile[]

/**
 * Texts of files by their names; what makes one is loaded when it is asked for.
 * @param base directory that the run was asked for, relative to the root of the repository; empty when it is the root
 */
export async function reportFiles(
  report: Report,
  names: readonly ReportFile[],
  base = '',
): Promise<Readonly<Record<string, string>>> {
  const texts = names.map(async name => [name, await makers[name](report, base)] as const)
  return Object.fromEntries(await Promise.all(texts))
}
