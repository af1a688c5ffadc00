import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const cli = resolve('src/cli.ts')
let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb gitlab '))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function job(name: string, env: Record<string, string> = {}) {
  const options = { cwd: dir, env: { PATH: process.env['PATH'], HOME: dir, ...env }, encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'gitlab', name], options)
  return { status, text: `${stdout}${stderr}` }
}

describe('a job of the component', () => {
  it('refuses more legs than GitLab runs, before anything is looked at', () => {
    const items = Array.from({ length: 201 }, (_, i) => `x86_64-linux-gnu.2.${i}`)
    const { status, text } = job('plan', { PB_LEGS: JSON.stringify(items) })
    expect(status).toBe(2)
    expect(text).toContain('targets has 201 items, and GitLab runs at most 200 jobs of one kind')
    expect(text).toContain('help: Put several targets into one item, with commas')
  })

  it('that is no leg says who makes it one', () => {
    expect(job('build', { PB_LEGS: '["arm64"]' })).toMatchObject({
      status: 2,
      text: expect.stringContaining('The component sets it'),
    })
  })

  it('that collects says what is missing, and what to do', () => {
    expect(job('collect')).toMatchObject({
      status: 1,
      text: expect.stringMatching(
        /matrix\.json is not there: what the plan left has expired[\s\S]*Run the whole pipeline again/,
      ),
    })
    mkdirSync(join(dir, '.portable-build/ci'), { recursive: true })
    const leg = { name: 'linux-arm64', only: 'hello-aarch64-linux-musl' }
    writeFileSync(join(dir, '.portable-build/ci/matrix.json'), JSON.stringify({ include: [leg] }))
    const { status, text } = job('collect', { PB_LEGS: '["linux/arm64"]' })
    expect(status).toBe(1)
    expect(text).toContain('the leg linux-arm64 gave no report')
    expect(text).toContain('its artifacts have expired. Run it again.')
  })
})
