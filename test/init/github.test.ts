import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { githubWorkflow, type WorkflowFacts } from '../../src/init/github.ts'

const sha = '0123456789abcdef0123456789abcdef01234567'
const facts: WorkflowFacts = {
  kind: 'ci',
  projects: [{ name: 'treesum', language: 'rust', buildSystem: 'cargo' }],
  tools: ['cargo'],
  inputs: { targets: 'linux/amd64, linux/arm64' },
  ref: 'v1',
}
const meson: WorkflowFacts = {
  ...facts,
  projects: [{ name: 'x', language: 'c', buildSystem: 'meson' }],
  tools: ['meson', 'ninja'],
}
const golden: Record<string, WorkflowFacts> = {
  'rust-ci': facts,
  'go-release': {
    ...facts,
    kind: 'release',
    projects: [{ name: 'lookup', language: 'go', buildSystem: 'go' }],
    ref: sha,
  },
  'cmake-ci': {
    ...facts,
    projects: [{ name: 'treesum', language: 'c', buildSystem: 'cmake' }],
    inputs: { 'working-directory': 'tools/tree sum', glibc: '2.10', targets: 'arm64' },
  },
  'meson-ci': meson,
}
/** A workflow as GitHub reads it. */
const read = (text: string) => parse(text)

describe('a workflow', () => {
  // The same files are read by actionlint and zizmor: scripts/lint-workflows.mjs.
  it.each(Object.entries(golden))('%s', async (name, some) => {
    await expect(githubWorkflow(some).text).toMatchFileSnapshot(`../golden/init/${name}.yml`)
  })

  it('gives no job more than it asks for by name, and no run a right of its own', () => {
    for (const some of Object.values(golden)) {
      const { permissions, jobs } = read(githubWorkflow(some).text)
      expect(permissions).toEqual({})
      for (const job of Object.values<{ permissions: object }>(jobs)) expect(job.permissions).toBeTypeOf('object')
    }
    expect(read(githubWorkflow(facts).text).jobs.build.permissions).toEqual({ contents: 'read' })
  })

  it('hands inputs on as they were said, whatever they look like', () => {
    const inputs = {
      glibc: '2.10',
      bin: 'on',
      args: "--define 'a: b' # no comment",
      targets: 'arm64,\namd64',
      tags: '- x',
      env: '*x',
      main: 'ümlaut',
    }
    expect(read(githubWorkflow({ ...facts, inputs }).text).jobs.build.with).toEqual(inputs)
  })

  it('stays one comment whatever the project is called', () => {
    const projects = [{ ...facts.projects[0], name: 'x\non: [push]\u2028jobs: {}\r' }] as WorkflowFacts['projects']
    const odd = read(githubWorkflow({ ...facts, projects }).text)
    expect(odd).toEqual(read(githubWorkflow(facts).text))
  })

  it('uses the version that was asked for, and others only by a commit that our own workflows use too', () => {
    const ours = globSync(['.github/workflows/*.yml', 'examples/workflows/*.yml']).map(f => readFileSync(f, 'utf8'))
    const used = Object.values(golden).flatMap(some =>
      [...githubWorkflow({ ...some, ref: sha }).text.matchAll(/uses: (.*)/g)].map(m => m[1] ?? ''),
    )
    const others = used.filter(u => !/^org\/portable-build.*@[0-9a-f]{40}$/.test(u))
    expect(used.length).toBeGreaterThan(others.length)
    expect(others.filter(u => !ours.some(text => text.includes(u)))).toEqual([])
  })

  it('releases as the example does', () => {
    const scriptOf = (text: string) => read(text).jobs.release.steps.at(-1).run
    const example = readFileSync('examples/workflows/release.yml', 'utf8')
    expect(scriptOf(githubWorkflow({ ...facts, kind: 'release' }).text)).toBe(scriptOf(example))
  })

  it('is refused for a release that the machines of the reusable workflow cannot build', () => {
    expect(githubWorkflow(meson).canRelease).toBe(false)
    expect(() => githubWorkflow({ ...meson, kind: 'release' })).toThrow('without meson and ninja-build')
  })
})
