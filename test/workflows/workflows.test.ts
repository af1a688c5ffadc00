import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { inputTable } from '../../src/inputs/table.ts'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, unknown>>
  /** Of a job that calls a workflow. */
  readonly secrets?: Readonly<Record<string, unknown>>
}

interface Workflow {
  readonly permissions?: unknown
  readonly on: {
    readonly workflow_call?: {
      readonly inputs: Readonly<Record<string, object>>
      readonly secrets?: Readonly<Record<string, object>>
    }
  }
  readonly jobs?: Readonly<Record<string, Step & { readonly permissions?: object; readonly steps?: readonly Step[] }>>
  readonly runs?: { readonly steps?: readonly Step[] }
}

const own = globSync('.github/workflows/*.yml').sort()
const examples = globSync('examples/workflows/*.yml').sort()
const actions = globSync(['action.yml', '{plan,verify,collect}/action.yml'])
const read = (file: string): Workflow => parse(readFileSync(file, 'utf8'))

/** Everything that can have `uses` or `run`: jobs that call workflows, and steps. */
function steps(file: string): Step[] {
  const { jobs = {}, runs } = read(file)
  return [...Object.values(jobs), ...Object.values(jobs).flatMap(job => job.steps ?? []), ...(runs?.steps ?? [])]
}

describe.each([...own, ...examples, ...actions])('%s', file => {
  it('has no expression inside of a script', () => {
    for (const { run = '' } of steps(file)) expect(run).not.toContain('${{')
  })

  it("pins other people's actions by commit, with the version beside it", () => {
    const lines = readFileSync(file, 'utf8').match(/uses: .*/g) ?? []
    const others = lines.filter(line => !/uses: (\$\/|org\/portable-build)/.test(line))
    for (const line of others) expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('leaves no credentials behind a checkout', () => {
    const checkouts = steps(file).filter(step => step.uses?.startsWith('actions/checkout@'))
    for (const step of checkouts) expect(step.with).toMatchObject({ 'persist-credentials': false })
  })

  it('refers to its own actions in a way that works in the repository of a caller', () => {
    for (const { uses = '' } of steps(file)) expect(uses).not.toMatch(/^\.\//)
  })
})

describe.each(own)('%s', file => {
  it('grants nothing but to jobs', () => {
    expect(read(file).permissions).toEqual({})
    for (const job of Object.values(read(file).jobs ?? {})) expect(job).toHaveProperty('permissions')
  })
})

describe('the reusable workflows', () => {
  const names = Object.keys(inputTable)
  const handedOn = (step: Step | undefined) => names.filter(name => step?.with?.[name] === `\${{ inputs.${name} }}`)

  it('take every input of a build, none with a default that would beat the file of the project', () => {
    for (const file of ['build', 'attested']) {
      const inputs = read(`.github/workflows/${file}.yml`).on.workflow_call?.inputs ?? {}
      for (const name of names) expect(inputs[name]).toEqual({ type: 'string', description: expect.any(String) })
    }
  })

  it('hand every input on, to the plan and to the legs alike: a leg selects a job of the same plan', () => {
    const all = steps('.github/workflows/build.yml')
    expect(handedOn(all.find(step => step.uses === '$/plan'))).toEqual(names)
    expect(handedOn(all.find(step => step.uses === '$/'))).toEqual(names)
    const attested = read('.github/workflows/attested.yml')
    expect(handedOn(attested.jobs?.['build'])).toEqual(names)
  })

  it('hand on what is not in the table, too', () => {
    const { inputs = {} } = read('.github/workflows/build.yml').on.workflow_call ?? {}
    const passed = read('.github/workflows/attested.yml').jobs?.['build']?.with ?? {}
    expect(Object.keys(passed).sort()).toEqual(Object.keys(inputs).sort())
  })

  it('take the credentials of a cache-store, all optional, and give them to the step that builds alone', () => {
    const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'PORTABLE_BUILD_CACHE_TOKEN']
    const handedOn = Object.fromEntries(names.map(name => [name, `\${{ secrets.${name} }}`]))
    for (const file of ['build', 'attested']) {
      const { secrets = {} } = read(`.github/workflows/${file}.yml`).on.workflow_call ?? {}
      expect(Object.keys(secrets)).toEqual(names)
      for (const secret of Object.values(secrets)) expect(secret).toMatchObject({ required: false })
    }
    const given = steps('.github/workflows/build.yml').filter(step =>
      JSON.stringify(step.env ?? {}).includes('secrets.'),
    )
    expect(given.map(step => [step.uses, step.env])).toEqual([['$/', handedOn]])
    expect(read('.github/workflows/attested.yml').jobs?.['build']?.secrets).toEqual(handedOn)
  })

  it('build.yml asks for nothing that a caller without id-token lacks, and its collect for nothing at all', () => {
    const { jobs = {} } = read('.github/workflows/build.yml')
    const asked = Object.entries(jobs).map(([name, job]) => [name, job.permissions])
    expect(asked).toEqual([
      ['plan', { contents: 'read' }],
      ['build', { contents: 'read' }],
      ['collect', {}],
    ])
  })

  it('no job that may sign or write runs what the project brings', () => {
    const { jobs = {} } = read('.github/workflows/attested.yml')
    const uses = (jobs['attest']?.steps ?? []).map(step => step.uses?.split('@')[0] ?? 'run')
    expect(uses).toEqual(['actions/download-artifact', 'actions/attest'])
  })
})

describe("the README's example", () => {
  it('is six lines, and the file that act runs', () => {
    const text = readFileSync('examples/workflows/ci.yml', 'utf8').trimEnd()
    expect(text.split('\n')).toHaveLength(6)
    expect(readFileSync('README.md', 'utf8')).toContain(`\`\`\`yaml\n${text}\n\`\`\``)
  })
})
