import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { endGroup } from '../../src/exec/group.ts'
import { appears, runs } from '../support/processes.ts'

const dir = mkdtempSync(join(tmpdir(), 'pb-group-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe('endGroup', () => {
  it('kills what ignores SIGTERM when the grace is over, grandchildren too', async () => {
    const file = join(dir, 'pids')
    const script = `trap "" TERM; (trap "" TERM; while :; do sleep 1; done) & echo $! > ${file}; wait`
    const child = spawn('sh', ['-c', script], { detached: true, stdio: 'ignore' })
    const grandchild = Number(await appears(file))
    expect(runs(grandchild)).toBe(true)
    const exit = once(child, 'exit')
    await endGroup(child.pid ?? 0, 100)
    expect(runs(grandchild)).toBe(false)
    expect((await exit)[1]).toBe('SIGKILL')
  })

  it('is silent about a group that has ended', async () => {
    const child = spawn('true', { detached: true, stdio: 'ignore' })
    await once(child, 'exit')
    await expect(endGroup(child.pid ?? 0)).resolves.toBeUndefined()
  })
})
