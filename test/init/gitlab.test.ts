import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { gitlabPipeline, type PipelineFacts } from '../../src/init/gitlab.ts'

const facts: PipelineFacts = {
  projects: [{ name: 'lookup', language: 'go', buildSystem: 'go' }],
  tools: ['go'],
  inputs: { targets: 'linux/amd64, linux/arm64' },
  ref: '1',
}
const golden: Record<string, PipelineFacts> = {
  'go-gitlab': facts,
  'cmake-gitlab': {
    projects: [{ name: 'tree\nsum: x', language: 'c', buildSystem: 'cmake' }],
    tools: ['cmake', 'ninja'],
    inputs: { 'working-directory': 'tools/tree sum', glibc: '2.10', targets: 'arm64' },
    ref: '1.2.3',
  },
}
const inputsOf = (some: PipelineFacts) => parse(gitlabPipeline(some).text).include[0].inputs

describe('a pipeline', () => {
  it.each(Object.entries(golden))('%s', async (name, some) => {
    await expect(gitlabPipeline(some).text).toMatchFileSnapshot(`../golden/init/${name}.yaml`)
  })

  it('has values of the types that the component wants, whatever they look like', () => {
    const inputs = { targets: 'linux/amd64,\n2.17', glibc: '2.10', locked: 'TRUE', bin: 'on', args: "--x 'a: b' # no" }
    expect(inputsOf({ ...facts, inputs, projects: [] })).toEqual({
      targets: ['linux/amd64', '2.17'],
      glibc: '2.10',
      locked: true,
      bin: 'on',
      args: "--x 'a: b' # no",
    })
  })

  it('leaves the targets to portable-build.yml where that has them', () => {
    expect(inputsOf({ ...facts, inputs: {} })).not.toHaveProperty('targets')
  })
})
