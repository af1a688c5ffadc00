import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { appears, runs } from '../../support/processes.ts'
import { action, jobIn, smallGo } from './support.ts'

describe('a workflow that is cancelled', () => {
  it.each([
    ['at once', 'sleep 600'],
    ['when its tools do not listen', "trap '' TERM INT; while :; do sleep 1; done"],
  ])('ends %s, with its tools, and hands over nothing', async (_, script) => {
    const workspace = smallGo()
    const pids = join(workspace, 'pids')
    const inputs = { targets: 'linux/amd64', 'before-script': `echo $$ > ${pids}; ${script}` }
    const step = jobIn(workspace).start(action('build', inputs))
    const pid = Number(await appears(pids))
    step.cancel()
    const result = await step.done
    expect(result.code, result.log).toBe(130)
    expect([runs(pid), runs(step.pid)]).toEqual([false, false])
    expect(result.log).toContain('the workflow was cancelled')
    expect(result.outputs).toEqual({ verified: 'false' })
    const left = readdirSync(workspace, { recursive: true }).map(String)
    expect(left.filter(f => f.includes('pb-tmp') || f.startsWith('dist'))).toEqual([])
  })
})
