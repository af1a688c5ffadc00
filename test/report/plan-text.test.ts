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

  it('names what each target gives, as far as it is known before the build', () => {
    const given = (archive: 'zip' | 'none', executables: readonly string[]) => {
      const projects = plan.projects.map(p => ({
        ...p,
        packaging: { ...p.packaging, archive },
        executables: executables.map(name => ({ name, source: null })),
      }))
      return /→ (.*)/.exec(planText({ ...plan, projects }, options))?.[1]
    }
    expect(given('zip', [])).toBe('hello-x86_64-linux-musl.zip')
    expect(given('none', ['hello'])).toBe('hello-x86_64-linux-musl (no archive)')
    expect(given('none', ['hello', 'extra'])).toBe('hello-x86_64-linux-musl-<executable> for each')
    expect(given('none', [])).toMatch(/^hello-x86_64-linux-musl, or /)
  })

  it('makes foreign text harmless', () => {
    const [project] = plan.projects
    const projects = project ? [{ ...project, name: 'a\u001b[2Jb' }] : []
    expect(planText({ ...plan, projects }, options)).not.toContain('\u001b')
  })
})
