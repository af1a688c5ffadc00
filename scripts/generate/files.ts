import { z } from 'zod'
import { indexSchema } from '../../src/collect/index-file.ts'
import { configSchema } from '../../src/inputs/schema.ts'
import { reportSchema, verdictSchema } from '../../src/report/schema.ts'
import { actionFiles, actionPage, outputsTable } from './actions.ts'
import { cachePage } from './cache.ts'
import { componentFile, gitlabPage, pipelineExample } from './component.ts'
import { distributionsPage } from './distributions.ts'
import { findingPages } from './findings.ts'
import { manPage } from './man.ts'
import { replaceSection } from './markdown.ts'
import { inputsPage, inputsTable, targetsPage, troubleshootingPage, verifyPage } from './pages.ts'
import { workflowExample, workflowFiles } from './workflows.ts'

/** A file as it must be. */
interface GeneratedFile {
  /** Relative to the repository. */
  readonly path: string
  readonly content: string
}

/**
 * Every generated file; pages that are written by hand but for a table are read first.
 * @param read the text of a file of the repository, empty where there is none
 */
export async function generatedFiles(read: (path: string) => string): Promise<GeneratedFile[]> {
  const workflow = workflowExample(read)
  const readme = fill(read('README.md'), {
    workflow,
    inputs: inputsTable(),
    outputs: outputsTable('build'),
    gitlab: pipelineExample(read),
  })
  return [
    { path: 'schema/report.schema.json', content: schema(reportSchema, 'report.json of portable-build') },
    { path: 'schema/index.schema.json', content: schema(indexSchema, 'index.json of portable-build collect') },
    { path: 'schema/verdict.schema.json', content: schema(verdictSchema, 'Output of portable-build verify --json') },
    { path: 'schema/portable-build.schema.json', content: `${JSON.stringify(configSchema(), null, 2)}\n` },
    { path: 'man/portable-build.1', content: manPage() },
    { path: 'docs/inputs.md', content: inputsPage() },
    { path: 'docs/troubleshooting.md', content: troubleshootingPage() },
    { path: 'docs/targets.md', content: targetsPage() },
    { path: 'docs/distributions.md', content: distributionsPage() },
    { path: 'docs/verify.md', content: verifyPage(read('docs/verify.md')) },
    { path: 'docs/cache.md', content: cachePage(read('docs/cache.md')) },
    ...(await findingPages()),
    ...actionFiles(),
    ...workflowFiles(read),
    componentFile(read),
    { path: 'docs/gitlab.md', content: gitlabPage(read('docs/gitlab.md'), read) },
    { path: 'docs/action.md', content: fill(actionPage(read('docs/action.md')), { workflow }) },
    { path: 'README.md', content: readme },
  ]
}

function fill(page: string, sections: Readonly<Record<string, string>>): string {
  return Object.entries(sections).reduce((text, [name, content]) => replaceSection(text, name, content), page)
}

function schema(type: z.ZodType, title: string): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(type, { io: 'input' }) }, null, 2)}\n`
}
