import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startJob } from '../../support/runner.ts'

/** The door as the runner starts it, on the sources: the bundle of them is what CI proves to be the same. */
async function plan(inputs: Readonly<Record<string, string>>) {
  const temp = mkdtempSync(join(tmpdir(), 'action-'))
  onTestFinished(() => rmSync(temp, { recursive: true, force: true }))
  const job = startJob({ workspace: resolve('examples/c'), temp, toolCache: join(temp, 'tools') })
  return job.run({ uses: resolve('plan'), program: [resolve('src/main.ts'), 'plan'], with: inputs })
}

it('gives the matrix of the plan as an output', async () => {
  const step = await plan({ targets: 'linux/amd64, linux/arm64' })
  expect(step.code, step.log).toBe(0)
  const matrix: { include: { targets: string }[] } = JSON.parse(step.outputs['matrix'] ?? '{}')
  expect(matrix.include.map(leg => leg.targets)).toEqual(['x86_64-linux-musl,aarch64-linux-musl'])
})

it('refuses an input that it does not have, and names the one that was meant', async () => {
  const step = await plan({ tagets: 'linux/amd64' })
  expect(step.code).toBe(2)
  expect(step.log).toMatch(/tagets[\s\S]*targets/)
  expect(step.outputs['matrix'] ?? '').toBe('')
})
