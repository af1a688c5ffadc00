import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { act } from './support/run.ts'
import { scratchRepository } from './support/scratch.ts'

// What act 0.2.89 does not do as GitHub does. Each is worked around in support/, and checked where act cannot: when one of these
// tests fails, act has learnt it, and the workaround goes.

const expression = (text: string) => `\${{ ${text} }}`

/** A repository with one workflow that is not made fit for act: it is written after that. */
async function run(job: object, on: object = { push: null }) {
  const workflow = JSON.stringify({ on, jobs: { job: { 'runs-on': 'ubuntu-24.04', ...job } } })
  const dir = scratchRepository('go')
  writeFileSync(`${dir}/.github/workflows/gap.yml`, workflow)
  return act(dir, 'gap.yml')
}

describe('what act does not do', () => {
  it('`$/`: own actions by the running commit (so `$/plan` is `./own/plan` here)', async () => {
    const { code, log } = await run({ steps: [{ uses: '$/plan' }] })
    expect(code).not.toBe(0)
    expect(log).toMatch(/\$\/plan|Expected format/)
  })

  it('own actions in a job without a checkout (so collect gets one here)', async () => {
    const { code, log } = await run({ steps: [{ uses: './own/collect' }] })
    expect(code).not.toBe(0)
    expect(log).toContain("failed to read 'action.yml' from action './own/collect'")
  })

  it('a checkout whose ref is an expression (so it has none here)', async () => {
    const { code, log } = await run({
      steps: [{ uses: 'actions/checkout@v7', with: { ref: expression('inputs.ref') } }],
    })
    expect(code).not.toBe(0)
    expect(log).toContain('git clone')
  })

  it('fail-fast as an expression', async () => {
    const strategy = { 'fail-fast': expression('github.event_name == 1'), matrix: { leg: ['a', 'b'] } }
    const { log } = await run({ strategy, steps: [{ run: 'true' }] })
    expect(log).toContain("Failed to parse 'fail-fast' option")
  })

  it('permissions, identity tokens, and where a runner comes from', async () => {
    const { code, output } = await run({
      permissions: { 'id-token': 'write' },
      steps: [
        { run: 'echo "token=[$ACTIONS_ID_TOKEN_REQUEST_URL] hosted=[$RUNNER_ENVIRONMENT] ref=[$GITHUB_WORKFLOW_REF]"' },
      ],
    })
    expect(code).toBe(0)
    expect(output('job')).toContain('token=[] hosted=[] ref=[]')
  })

  it('services of its own that today’s clients could use (so the emulator’s are named to it)', async () => {
    const { output } = await run({
      steps: [{ run: 'echo "results=[$ACTIONS_RESULTS_URL] v2=[$ACTIONS_CACHE_SERVICE_V2]"' }],
    })
    expect(output('job')).toContain('results=[] v2=[]')
  })
})
