import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { appears, runs } from '../../support/processes.ts'
import { action, jobIn, services, smallGo } from './support.ts'

/** What a run has begun and not finished: temporary files, and anything to hand over. */
const halfDone = (workspace: string) =>
  readdirSync(workspace, { recursive: true })
    .map(String)
    .filter(f => f.includes('pb-tmp') || f.startsWith('dist'))

describe('a workflow that is cancelled', () => {
  it.each([
    ['at once', 'sleep 600'],
    ['when its tools do not listen', "trap '' TERM INT; while :; do sleep 1; done"],
  ])('ends %s, with all its tools, before it would be killed, and hands over nothing', async (_, script) => {
    const workspace = smallGo()
    const { env, state } = await services()
    const [shell, child] = [join(workspace, 'shell'), join(workspace, 'child')]
    const inputs = {
      targets: 'linux/amd64',
      'before-script': `sh -c 'echo $$ > ${child}; exec sleep 600' & echo $$ > ${shell}; ${script}`,
    }
    const step = jobIn(workspace, { env }).start(action('build', inputs))
    const pids = [Number(await appears(shell)), Number(await appears(child))]
    expect([...pids, step.pid].map(runs)).toEqual([true, true, true])
    step.cancel()
    const result = await step.done
    expect([result.code, result.signals], result.log).toEqual([130, ['SIGINT']])
    expect([...pids, step.pid].map(runs)).toEqual([false, false, false])
    expect(result.log).toContain('the workflow was cancelled')
    expect(result.outputs).toEqual({ verified: 'false' })
    expect(halfDone(workspace)).toEqual([])
    expect(state.artifacts).toEqual([])
  })

  it('while it hands over: ends, and says that nothing is verified', async () => {
    const workspace = smallGo()
    const { env, state } = await services({ stuck: true })
    const step = jobIn(workspace, { env }).start(action('build', { targets: 'linux/amd64' }))
    await step.saw('Beginning upload')
    step.cancel()
    const result = await step.done
    expect([result.code, result.signals], result.log).toEqual([130, ['SIGINT']])
    expect(result.outputs).toEqual({ verified: 'false' })
    expect(state.artifacts.filter(a => a.digest !== null)).toEqual([])
  })
})
