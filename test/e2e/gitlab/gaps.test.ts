import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { componentServerRoot, including, userRepository } from './support/project.ts'
import { pipeline } from './support/run.ts'
import { type GitServer, serveRepositories } from './support/server.ts'

// What gitlab-ci-local 4.75.1 does not do as GitLab does. Each is covered by test/component/template.test.ts or by a workaround in
// support/: when one of these tests fails, gitlab-ci-local has learnt it, and the workaround goes.

let server: GitServer
beforeAll(async () => {
  server = await serveRepositories(componentServerRoot())
})
afterAll(() => server.close())

const repository = (inputs: object) =>
  userRepository(server.host, null, { ...including({ targets: ['linux/amd64'], ...inputs }) })

describe('what gitlab-ci-local does not do', () => {
  it('takes an empty list of tags, as `Entry::Tags` of GitLab does (so that check of its schema is off)', async () => {
    const { code, log } = await pipeline(repository({}), {
      flags: ['--force-shell-executor', '--shell-isolation'],
      jobs: ['--list'],
    })
    expect(code).not.toBe(0)
    expect(log).toContain("property 'tags' must not have fewer than 1 items")
  })

  it('refuses inputs that the component does not have (GitLab: "unknown input arguments")', async () => {
    const { code, log } = await pipeline(repository({ 'no-such-input': 'x' }), { jobs: ['--list'] })
    expect(code, log).toBe(0)
  })

  it('says GITLAB_CI (so the jobs of the component have a command of their own)', async () => {
    const dir = userRepository(server.host, null, {
      '.gitlab-ci.yml': JSON.stringify({ x: { script: ['echo "ci=[$GITLAB_CI]"'] } }),
    })
    const { log } = await pipeline(dir)
    expect(log).toContain('ci=[false]')
  })
})
