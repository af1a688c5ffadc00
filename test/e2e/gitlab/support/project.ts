import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '../../support/places.ts'
import { sh } from '../../support/shell.ts'

const git = (dir: string) => ['git', '-C', dir, '-c', 'user.name=t', '-c', 'user.email=t@example.org']

/** A directory with the repository of the component, `org/portable-build.git`, and the tags of its releases. */
export function componentServerRoot(): string {
  const at = mkdtempSync(join(tmpdir(), 'pb-gitlab-server-'))
  const work = join(at, 'work')
  cpSync(join(root, 'templates'), join(work, 'templates'), { recursive: true })
  commit(work)
  for (const tag of ['0.9.0', '1.0.0']) sh([...git(work), 'tag', tag])
  const bare = join(at, 'org/portable-build.git')
  sh(['git', 'clone', '--quiet', '--bare', work, bare])
  sh(['git', '-C', bare, 'update-server-info'])
  return at
}

/**
 * A user's repository: a project of examples/, its `.gitlab-ci.yml`, a commit, and a remote on the server.
 * @param files more files, by path; what is null is the example's own
 */
export function userRepository(host: string, project: string | null, files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'pb-gitlab-'))
  const filter = (path: string) => !/\/(target|dist|\.portable-build)$/.test(path)
  if (project !== null) cpSync(join(root, 'examples', project), dir, { recursive: true, filter })
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), content)
  }
  commit(dir)
  sh(['git', '-C', dir, 'remote', 'add', 'origin', `http://${host}/acme/app.git`])
  return dir
}

function commit(dir: string): void {
  sh(['git', 'init', '--quiet', '--initial-branch=main', dir])
  sh([...git(dir), 'add', '--all'])
  sh([...git(dir), 'commit', '--quiet', '--message=all'])
}

/** `.gitlab-ci.yml` that includes the component with these inputs. */
export function including(inputs: Readonly<Record<string, unknown>>, ref = '1.0.0'): Record<string, string> {
  const component = `$CI_SERVER_FQDN/org/portable-build/gitlab@${ref}`
  return { '.gitlab-ci.yml': JSON.stringify({ include: [{ component, inputs }] }) }
}
