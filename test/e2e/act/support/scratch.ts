import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parse, stringify } from 'yaml'
import { copyWithLocalActions } from '../../../../scripts/lib/local-actions.mjs'
import { root } from '../../support/places.ts'
import { sh } from '../../support/shell.ts'

interface Step {
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}

/**
 * A repository of a user, as act needs it: the project, our action in `own/`, all workflows of ours and of the examples, a
 * commit, and a remote that is never asked.
 * @param project a directory of examples/, at the root of the new repository; null for all of them, as in this repository; empty for none
 * @param files more files, by path
 */
export function scratchRepository(project: string | null, files: Readonly<Record<string, string>> = {}): string {
  const dir = mkdtempSync(join(tmpdir(), 'pb-act-'))
  const [from, to] = project === null ? ['examples', join(dir, 'examples')] : [join('examples', project), dir]
  const isSource = (path: string) => !/\/(target|dist|\.portable-build)$/.test(path)
  if (project !== '') cpSync(join(root, from), to, { recursive: true, filter: isSource })
  copyWithLocalActions(root, dir)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), content)
  }
  for (const file of globSync(join(dir, '.github/workflows/*.yml'))) {
    writeFileSync(file, forAct(readFileSync(file, 'utf8')))
  }
  const git = ['git', '-C', dir, '-c', 'user.name=t', '-c', 'user.email=t@example.org']
  sh(['git', 'init', '--quiet', '--initial-branch=main', dir])
  sh([...git, 'add', '--all'])
  sh([...git, 'commit', '--quiet', '--message=all'])
  sh([...git, 'remote', 'add', 'origin', 'https://github.com/acme/app.git'])
  return dir
}

/**
 * A workflow without what act 0.2.89 does not know; gaps.test.ts shows each. Own actions are in the workspace, so a job that
 * uses one needs a checkout; and a checkout with a `ref` is one that act wants to clone.
 */
function forAct(text: string): string {
  const workflow = parse(text)
  for (const job of Object.values<{ steps?: Step[] }>(workflow.jobs)) {
    const steps = job.steps ?? []
    const isCheckout = (step: Step) => step.uses?.startsWith('actions/checkout@') ?? false
    const isLocal = (step: Step) => step.uses?.startsWith('./own') ?? false
    if (steps.some(isLocal) && !steps.some(isCheckout)) steps.unshift({ uses: 'actions/checkout@v7' })
    job.steps &&= steps.map(step => (isCheckout(step) ? { uses: 'actions/checkout@v7' } : step))
  }
  return stringify(workflow)
}
