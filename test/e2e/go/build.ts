import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { writeProject } from '../support/build.ts'
import { root } from '../support/places.ts'
import { sh } from '../support/shell.ts'

/** A directory that goes away with the test, with spaces, a quote and letters beyond ASCII in its name. */
function temporary(): string {
  const dir = mkdtempSync(join(tmpdir(), "go's wörk "))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** Writes a project into a new temporary directory. */
export function project(files: Readonly<Record<string, string>>): string {
  const dir = join(temporary(), 'src')
  writeProject(dir, files)
  return dir
}

/** The example of the repository, in a repository of its own with one commit of a fixed time. */
export function exampleRepository(): string {
  const dir = join(temporary(), 'lookup')
  const isSource = (path: string) => !/\/(dist|\.portable-build)(\/|$)/.test(path.slice(root.length))
  cpSync(join(root, 'examples/go'), dir, { recursive: true, filter: isSource })
  const env = { ...process.env, GIT_COMMITTER_DATE: '2001-02-03T04:05:06Z', GIT_AUTHOR_DATE: '2001-02-03T04:05:06Z' }
  const git = (...args: string[]) =>
    sh(['git', '-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false', ...args], {
      cwd: dir,
      env,
    })
  git('init', '-q', '-b', 'main')
  git('add', '.')
  git('commit', '-qm', 'one')
  git('tag', 'v1.2.3')
  return dir
}
