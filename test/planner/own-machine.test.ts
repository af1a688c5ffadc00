import { describe, expect, it } from 'vitest'
import { native } from '../../src/backends/native.ts'
import { zig } from '../../src/backends/zig.ts'
import type { Inputs } from '../../src/inputs/inputs.ts'
import { python } from '../../src/languages/python.ts'
import { checkMachine } from '../../src/pipeline/preflight.ts'
import { makePlan } from '../../src/planner.ts'
import { inputsWith } from '../support/inputs.ts'
import { memoryTree } from '../support/memory-tree.ts'
import { machine } from '../support/subjects.ts'

function planOf(given: Partial<Inputs>, on = machine) {
  const inputs = inputsWith(given)
  const app = 'if __name__ == "__main__":\n    pass\n'
  const project = python.detect(memoryTree({ 'app.py': app }), inputs)
  if (!project) throw new Error('not detected')
  const subject = {
    ...{ project, language: python, answers: {}, outputDir: '/out' },
    loaded: { inputs, settings: [], notices: [] },
    source: { commit: null, tag: null, epoch: 1, dirty: false, why: null },
  }
  return makePlan([subject], on, [native, zig])
}

const both = { targets: ['x86_64', 'arm64'] }

describe('targets that are built on machines of their own', () => {
  it('have a job each, with a runner of the architecture, on whichever machine the plan is made', () => {
    const here = planOf(both).jobs
    expect(here.map(j => [j.id, j.arch, j.runner])).toEqual([
      ['app-x86_64-linux-gnu.2.17', 'x86_64', ['ubuntu-24.04']],
      ['app-aarch64-linux-gnu.2.17', 'aarch64', ['ubuntu-24.04-arm']],
    ])
    const there = planOf(both, { ...machine, arch: 'aarch64' }).jobs
    expect(there.map(j => [j.id, j.runner])).toEqual(here.map(j => [j.id, j.runner]))
  })

  it('go where the user says', () => {
    const { jobs } = planOf({ ...both, runner: { default: 'self-hosted', arm64: 'self-hosted,arm' } })
    expect(jobs.map(j => j.runner)).toEqual([['self-hosted'], ['self-hosted', 'arm']])
  })

  it('say why in the plan', () => {
    const offers = planOf(both).projects[0]?.targets[1]?.offers
    expect(offers?.find(o => o.chosen)?.reason).toContain('it is built on aarch64 itself (this machine is x86_64)')
  })

  it('are refused by another machine, unless they are left out', () => {
    const { jobs } = planOf(both)
    expect(() => checkMachine(jobs, machine)).toThrow('app-aarch64-linux-gnu.2.17: only aarch64 machines can build it')
    expect(() => checkMachine(jobs.slice(0, 1), machine)).not.toThrow()
  })

  it('are no static ones', () => {
    expect(() => planOf({ targets: ['x86_64-linux-musl'] })).toThrow('nothing here can build app for x86_64-linux-musl')
  })
})

describe('the plan of a Python application', () => {
  const steps = planOf({ targets: ['x86_64'] }).jobs[0]?.steps ?? []
  const freeze = steps.at(-1)

  it('takes everything in turn, and what no project changes may be there already', () => {
    expect(steps.map(s => s.title.split(' ')[0])).toEqual([
      'compile',
      'new',
      'wheels',
      'install',
      'install',
      'libgcc_s',
      'Nuitka:',
    ])
    expect(steps.filter(s => s.unless !== undefined).map(s => s.title.split(' ')[0])).toEqual(['compile', 'libgcc_s'])
  })

  it('starts Nuitka with our clang alone, and never in the cache of another directory', () => {
    const cleared = freeze?.argv.slice(0, freeze.argv.indexOf('-m')).join(' ')
    expect(cleared).toMatch(/^env -u CC -u CXX /)
    expect(freeze?.env['PATH']).toMatch(/^[^:]+\/x86_64-linux-gnu\.2\.17\/bin:/)
    expect(freeze?.argv).toEqual(expect.arrayContaining(['--clang', '--disable-cache=ccache']))
    expect(freeze?.env['ZIG_LOCAL_CACHE_DIR']).toContain('/nuitka-app.zig-cache')
    expect(freeze?.fresh).toContain(freeze?.env['ZIG_LOCAL_CACHE_DIR'])
  })

  it('refuses arguments that would undo that', () => {
    expect(() => planOf({ targets: ['x86_64'], 'nuitka-args': ['--zig'] })).toThrow('the compiler is ours')
  })
})
