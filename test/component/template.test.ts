import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { archNames, archs } from '../../src/arch.ts'
import { everything, itemPattern, type RunnerArch, runnerArchs, sharedInputs } from '../../src/inputs/component.ts'
import { variableOf } from '../../src/inputs/names.ts'

// What gitlab-ci-local 4.75.1 does not check as GitLab does; the rest is shown by test/e2e/gitlab.

interface Spec {
  readonly type: string
  readonly description: string
  readonly default?: unknown
  readonly options?: readonly unknown[]
}
interface Job {
  readonly script?: readonly string[]
  readonly rules?: unknown
  readonly tags?: unknown
  readonly variables?: Readonly<Record<string, unknown>>
  readonly cache?: { readonly key: unknown; readonly paths: readonly string[]; readonly fallback_keys?: unknown }
}

const text = readFileSync('templates/gitlab/template.yml', 'utf8')
const documents = parseAllDocuments(text).map(document => document.toJS())
const inputs: Record<string, Spec> = documents[0].spec.inputs
const jobs: Record<string, Job> = documents[1]
/** What `gsub` or a shell would do with an input that stands in the middle of a text. */
const blocks = /\$\[\[\s*inputs\.([\w-]+)\s*\]\]/g

describe('the header', () => {
  it('is one, and every input has a description, a type that GitLab knows and a default', () => {
    expect(documents).toHaveLength(2)
    for (const [name, spec] of Object.entries(inputs)) {
      expect(name).toMatch(/^[a-z][a-z0-9-]*$/)
      expect(spec.description, name).not.toBe('')
      expect(['string', 'boolean', 'array'], name).toContain(spec.type)
      expect(spec, name).toHaveProperty('default')
      const { default: value, type, options } = spec
      expect(Array.isArray(value) ? 'array' : typeof value, name).toBe(type)
      if (options) expect(options, name).toContain(value)
    }
  })

  it('has every input of a build that means something there', () => {
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining([...sharedInputs]))
    expect(inputs).not.toHaveProperty('artifact-retention-days')
  })

  it('names each input that is used, and uses each that it names', () => {
    const used = new Set([...text.matchAll(blocks)].map(([, name]) => name))
    expect([...used].sort()).toEqual(Object.keys(inputs).sort())
  })
})

describe('the jobs', () => {
  it('have no keyword that would be everybody’s', () => {
    const globals = [
      'default',
      'stages',
      'variables',
      'workflow',
      'image',
      'cache',
      'before_script',
      'after_script',
      'include',
    ]
    expect(Object.keys(jobs).filter(name => globals.includes(name))).toEqual([])
    for (const name of Object.keys(jobs)) expect(name).toContain('$[[ inputs.name ]]')
  })

  it('have no input inside of a script', () => {
    const scripts = Object.values(jobs).flatMap(job => job.script ?? [])
    expect(scripts).toHaveLength(1)
    for (const script of scripts) expect(script).not.toContain('$[[')
  })

  it('hand every value on as it is: not expanded, whole, and a text', () => {
    const variables = jobs['.$[[ inputs.name ]]']?.variables ?? {}
    const expected = [...sharedInputs.map(variableOf), 'PB_LEGS', 'PB_CLI', 'PB_NODE', 'PB_SETUP']
    expect(Object.keys(variables)).toEqual(expect.arrayContaining(expected))
    for (const [name, variable] of Object.entries(variables)) {
      if (typeof variable === 'string') continue
      expect(variable, name).toEqual({ value: expect.any(String), expand: false })
      const { value } = variable as { value: string }
      const [block = '', input = ''] = [...value.matchAll(blocks)][0] ?? []
      // GitLab keeps the type of a value that stands alone, and a variable is a text; a text that stands alone is never touched
      expect(value, name).toBe(inputs[input]?.type === 'string' ? block : `${block} `)
    }
  })

  it('keep a cache below the checkout, under one key that tells protected branches apart', () => {
    const caches = Object.values(jobs).flatMap(job => job.cache ?? [])
    expect(caches).toHaveLength(1)
    expect(caches[0]?.key).toContain('$CI_COMMIT_REF_PROTECTED')
    expect(caches[0]?.paths).toEqual(['.portable-build/ci/cache/'])
    expect(caches[0]).not.toHaveProperty('fallback_keys')
  })

  it('for a tag leave nothing in the cache, whatever the project says', () => {
    const rules = inputs['rules']?.default as { if: string; variables?: object }[]
    expect(rules.find(rule => rule.if === '$CI_COMMIT_TAG')?.variables).toEqual({ PB_CACHE_POLICY: 'pull' })
  })
})

describe('the runners of an architecture', () => {
  const names = Object.keys(runnerArchs) as RunnerArch[]
  const matches = (item: string) => names.filter(name => new RegExp(itemPattern(name)).test(item))

  it('build every spelling of it', () => {
    for (const name of names) {
      const arch = runnerArchs[name]
      const { aliases, docker, rust } = archs[arch]
      const spellings = [arch, ...aliases.filter(a => !a.includes('/')), docker ?? arch, `${arch}-linux-musl`]
      for (const item of [...spellings, rust.musl ?? arch]) expect(matches(item), item).toEqual([name])
    }
    expect(matches('aarch64-linux-gnu.2.17')).toEqual(['arm64'])
    expect(matches('manylinux_2_28_aarch64')).toEqual(['arm64'])
    expect(matches('linux_arm64')).toEqual(['arm64'])
  })

  it('build no other, and no item with several', () => {
    const others = archNames.filter(a => !(Object.values(runnerArchs) as string[]).includes(a))
    for (const item of [...others, 'linux/amd64', everything, 'linux/arm64,linux/amd64'])
      expect(matches(item), item).toEqual([])
  })

  it('are asked by a job of their own, which the others leave them', () => {
    for (const name of names) {
      const condition = `/${itemPattern(name)}/`
      expect(text).toContain(`!= "[] " && $PB_LEG =~ ${condition}`)
      expect(text).toContain(`== "[] " || $PB_LEG !~ ${condition}`)
    }
  })
})

describe("the README's example", () => {
  it('has at most six lines, and is the file that the suite `gitlab` runs', () => {
    const example = readFileSync('examples/gitlab/.gitlab-ci.yml', 'utf8').trimEnd()
    expect(example.split('\n').length).toBeLessThanOrEqual(6)
    for (const page of ['README.md', 'docs/gitlab.md']) {
      expect(readFileSync(page, 'utf8')).toContain(`\`\`\`yaml\n${example}\n\`\`\``)
    }
  })
})
