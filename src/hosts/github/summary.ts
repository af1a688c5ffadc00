import { appendFile } from 'node:fs/promises'
import type { BuildError } from '../../errors.ts'
import { block, code, prose } from '../../report/markdown-text.ts'

/** The runner takes 1 MiB of a step; a step of ours may have something in it already (a matrix of one job has not). */
export const summaryBytes = 1024 * 1024 - 16 * 1024

/** Appends Markdown to the job summary; without one (an old runner, act) it is only in the log. */
export async function writeSummary(markdown: string, env: NodeJS.ProcessEnv): Promise<void> {
  if (env['GITHUB_STEP_SUMMARY']) await appendFile(env['GITHUB_STEP_SUMMARY'], `${markdown}\n`)
}

/** What stopped a run before it had a report. */
export function errorMarkdown(title: string, error: Pick<BuildError, 'code' | 'message' | 'lines' | 'hint'>): string {
  return [
    `## ❌ ${prose(title)}: ${prose(error.message)}`,
    '',
    ...(error.lines.length > 0 ? [...block(error.lines), ''] : []),
    `${code(error.code)} · ${prose(error.hint)}`,
    '',
  ].join('\n')
}
