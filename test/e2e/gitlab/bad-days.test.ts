import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { componentServerRoot, including, userRepository } from './support/project.ts'
import { filesOf, type Pipeline, pipeline } from './support/run.ts'
import { type GitServer, serveRepositories } from './support/server.ts'

let server: GitServer
beforeAll(async () => {
  server = await serveRepositories(componentServerRoot())
})
afterAll(() => server.close())

const target = 'linux/amd64'
const leg = `portable-build: [${target}]`
const state = (dir: string, path: string) => join(dir, '.gitlab-ci-local', path)

/** A program that says the text that the linker was given. */
const sources = {
  'go.mod': 'module example.com/hello\n\ngo 1.22\n',
  'main.go': 'package main\n\nvar text = "nothing"\n\nfunc main() { println(text) }\n',
}

function repository(inputs: object, files: Record<string, string> = sources): string {
  return userRepository(server.host, null, { ...files, ...including({ targets: [target], ...inputs }) })
}

/** The plan alone, which is where mistakes are told. */
const planned = (inputs: object, variables = {}) => pipeline(repository(inputs), { jobs: ['portable-plan'], variables })

const failure = ({ code, log }: Pipeline) => {
  expect(code, log).not.toBe(0)
  return log
}

describe('inputs', () => {
  it('of a wrong type stop the pipeline', async () => {
    expect(failure(await planned({ targets: target }))).toMatch(/targets.*input: provided value is not a/)
  })

  it('with values that cannot be are all told by the plan', async () => {
    const log = failure(await planned({ glibc: '2.10.x', ldflags: 'a\nb', smoke: 'auto', targets: ['linux/amd46'] }))
    expect(log).toContain('linux/amd46')
  })

  it('arrive as they were written: quotes, $, backslashes, lines', async () => {
    const text = `it's "$HOME" \\$(id) \\\\ \`id\` %s`
    const dir = repository({
      'before-script': `printf '%s' "$VALUE" > value.txt\n# "it's" $[ ]\necho 'two lines'`,
      env: `VALUE=${text}`,
      'smoke-command': `'${text.replaceAll("'", "'\\''")}'`,
    })
    const run = await pipeline(dir)
    expect(run.code, run.log).toBe(0)
    const [written = ''] = filesOf(dir, 'builds', '/value.txt')
    expect(readFileSync(written, 'utf8')).toBe(text)
    const report = JSON.parse(run.artifact('portable-collect', 'dist/report.json'))
    expect(report.files[0].smoke[0].command).toContain(text)
  })
})

describe('runners', () => {
  it('are named by the plan, so that a job that waits is understood', async () => {
    const run = await planned({
      targets: [target, 'linux/arm64'],
      'runner-tags': ['docker'],
      'runner-tags-arm64': ['arm'],
    })
    expect(run.code, run.log).toBe(0)
    expect(run.log).toContain('linux/amd64: a runner with the tag docker')
    expect(run.log).toContain('linux/arm64: a runner with the tag arm')
  })

  it('of an architecture get what is for it, the others the rest', async () => {
    const dir = repository({ targets: [target, 'linux/arm64'], 'runner-tags-arm64': ['arm'] })
    const { log } = await pipeline(dir, { jobs: ['--list'] })
    expect(log).toMatch(/portable-build: \[linux\/amd64\]/)
    expect(log).toMatch(/portable-build-arm64: \[linux\/arm64\]/)
    expect(log).not.toMatch(/portable-build: \[linux\/arm64\]|portable-build-arm64: \[linux\/amd64\]/)
  })
})

describe('a pipeline', () => {
  it('goes on when a job is retried, its cache is broken, or what it left has expired', async () => {
    const dir = repository({})
    const first = await pipeline(dir)
    expect(first.code, first.log).toBe(0)

    // retried, with a cache that somebody has broken: it is built again, and the other jobs take what it gives now
    const entries = filesOf(dir, 'cache', '.entry')
    expect(entries.length).toBeGreaterThan(0)
    for (const entry of entries) writeFileSync(entry, 'broken')
    const again = await pipeline(dir, { jobs: [leg] })
    expect(again.code, again.log).toBe(0)
    expect(again.log).not.toContain('was built before')
    const collected = await pipeline(dir, { jobs: ['portable-collect'] })
    expect(collected.code, collected.log).toBe(0)

    // expired
    const left = filesOf(dir, 'artifacts', '/legs/linux-amd64')
    expect(left).toHaveLength(1)
    for (const path of left) rmSync(path, { recursive: true })
    const missing = failure(await pipeline(dir, { jobs: ['portable-collect'] }))
    expect(missing).toContain('the leg linux-amd64 gave no report')
    expect(missing).toContain('have expired')
    rmSync(state(dir, 'artifacts/portable-plan'), { recursive: true })
    expect(failure(await pipeline(dir, { jobs: ['portable-collect'] }))).toContain('what the plan left has expired')
  })

  it("of a fork's merge request uses no cache but pinned toolchains, and names the variable that it is not given", async () => {
    const variables = {
      CI_PIPELINE_SOURCE: 'merge_request_event',
      CI_MERGE_REQUEST_IID: '7',
      CI_MERGE_REQUEST_PROJECT_ID: '1',
      CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '2',
    }
    const dir = repository({})
    const run = await pipeline(dir, { variables })
    expect(run.code, run.log).toBe(0)
    expect(run.log).toContain('the code comes from a fork, so only pinned toolchains come from the cache')
    expect(filesOf(dir, 'cache', '.entry')).toEqual([])
    const asked = repository({ secrets: 'DEPLOY_KEY' })
    expect(failure(await pipeline(asked, { variables }))).toContain('DEPLOY_KEY')
  })

  it('of a tag builds without a cache', async () => {
    const dir = repository({})
    execFileSync('git', ['-C', dir, 'tag', 'v1.0.0'])
    const run = await pipeline(dir, { variables: { CI_COMMIT_TAG: 'v1.0.0', CI_PIPELINE_SOURCE: 'push' } })
    expect(run.code, run.log).toBe(0)
    expect(run.log).toContain('a release is built without a cache')
    expect(filesOf(dir, 'cache', '.entry')).toEqual([])
  })

  it('of a shallow clone, with the project in a subdirectory', async () => {
    const below = Object.fromEntries(Object.entries(sources).map(([path, text]) => [`cmd/a b/${path}`, text]))
    const whole = repository({ 'working-directory': 'cmd/a b' }, below)
    const dir = `${whole}-shallow`
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${whole}`, dir])
    execFileSync('git', ['-C', dir, 'remote', 'set-url', 'origin', `http://${server.host}/acme/app.git`])
    const run = await pipeline(dir)
    expect(run.code, run.log).toBe(0)
    expect(JSON.parse(run.artifact('portable-collect', 'dist/index.json')).artifacts).toHaveLength(1)
  })
})
