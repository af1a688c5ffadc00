import { describe, expect, it } from 'vitest'
import type { Machine } from '../../src/machine.ts'
import type { Verdict } from '../../src/report/schema.ts'
import { startVerdict, type VerdictStart } from '../../src/smoke/verdict.ts'
import { anyPolicy, printedPolicy } from '../../src/verify/policies.ts'
import { fakeExec } from '../support/fake-exec.ts'
import { fileReport } from '../support/report.ts'

const machine: Machine = { arch: 'x86_64', cpus: 2, glibc: '2.36', tools: {}, emulators: {}, toolsDir: '/tools' }
const good = fileReport({ path: '/dist/app', arch: 'x86_64', linkage: 'static', interpreter: null })

function started(files: Verdict['files'], code = 0, change: Partial<VerdictStart> = {}) {
  const verdict: Verdict = {
    schema: 1,
    files,
    policy: printedPolicy(anyPolicy()),
    verified: files.every(f => f.verified),
  }
  const { exec, commands } = fakeExec(() => ({ code, stdout: 'app 1\n' }))
  const how: VerdictStart = {
    ...{ machine, command: null, cpu: null, floor: null, promised: () => null, when: 'auto', exec },
    signal: new AbortController().signal,
    ...change,
  }
  return startVerdict(verdict, how).then(result => ({ result, commands }))
}

describe('startVerdict', () => {
  it('starts what is verified and says where', async () => {
    const { result } = await started([good])
    expect(result).toMatchObject({
      verified: true,
      files: [{ smoke: [{ where: 'x86_64', ok: true, output: 'app 1' }] }],
    })
  })

  it('runs nothing that its bytes rule out, and no libraries', async () => {
    const bad = { ...good, verified: false }
    const { result, commands } = await started([bad, { ...good, linkage: 'shared-library' }])
    expect(commands).toEqual([])
    expect(result).toMatchObject({ verified: false, files: [bad, { linkage: 'shared-library', findings: [] }] })
  })

  it('takes the verdict back from what does not start', async () => {
    const { result } = await started([good, good], 3)
    expect(result).toMatchObject({ verified: false, files: [{ verified: false }, { verified: false }] })
  })

  it('counts what cannot be started only when it is demanded', async () => {
    const foreign = { ...good, arch: 'riscv64' }
    expect((await started([foreign])).result.verified).toBe(true)
    expect((await started([foreign], 0, { when: 'require' })).result.verified).toBe(false)
  })
})
