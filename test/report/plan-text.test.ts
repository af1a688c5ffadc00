import { describe, expect, it } from 'vitest'
import { planText } from '../../src/report/plan-text.ts'
import { styleFor } from '../../src/report/style.ts'
import { plan } from '../support/plan.ts'

const options = { style: styleFor(false), toolsDir: '/home/me/.cache/portable-build/tools', verbose: false }

describe('the readable plan', () => {
  it('tells what was found and why, who builds and who does not, and every command', async () => {
    await expect(planText(plan, options)).toMatchFileSnapshot('../golden/plan.txt')
  })

  it('hides defaults until they are asked for', () => {
    expect(planText(plan, options)).not.toContain('profile')
    expect(planText(plan, { ...options, verbose: true })).toMatch(/profile +release \(default\)/)
  })

  it('makes foreign text harmless', () => {
    const [project] = plan.projects
    const projects = project ? [{ ...project, name: 'a\u001b[2Jb' }] : []
    expect(planText({ ...plan, projects }, options)).not.toContain('\u001b')
  })
})
