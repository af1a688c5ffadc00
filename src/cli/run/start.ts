import { probeMachine } from '../../doctor/probe.ts'
import { spawnCommand } from '../../exec/spawn.ts'
import { notAChoice } from '../../inputs/mistakes.ts'
import type { Verdict } from '../../report/schema.ts'
import { makeFloors } from '../../smoke/floor/floors.ts'
import { startVerdict } from '../../smoke/verdict.ts'
import { readInput } from '../../verify/demands.ts'
import type { Policy } from '../../verify/policy.ts'
import { smokeModes } from '../formats.ts'
import type { Invocation } from '../parse.ts'
import { onHost } from './request.ts'

/** Starts the verified files of a verdict as `--smoke` says. @throws BuildError `bad-input`, `interrupted` */
export async function startVerified(
  verdict: Verdict,
  invocation: Invocation,
  demands: readonly Policy[],
): Promise<Verdict> {
  const said = invocation.options['smoke'] ?? 'off'
  const mode = smokeModes.find(m => m === said)
  if (mode === undefined) throw notAChoice('--smoke', said, smokeModes)
  const setting = readInput('smoke-floor', invocation.inputs)
  const words = readInput('smoke-command', invocation.inputs)
  const mirror = readInput('mirrors', invocation.inputs)['debian'] ?? null
  if (mode === 'off') return verdict
  return onHost(invocation, async ({ log, signal, toolsDir }) => {
    const context = { exec: spawnCommand, env: process.env, log, signal, toolsDir }
    const machine = await probeMachine({ ...context, tools: [] })
    return startVerdict(verdict, {
      machine,
      command: words.length > 0 ? words : null,
      cpu: demands[0]?.cpu ?? null,
      floor: mode === 'native' ? null : { setting, mirror, floors: makeFloors(context) },
      promised: file => demands.find(d => d.target === file.target)?.floor.glibc ?? null,
      when: mode === 'require' ? 'require' : 'auto',
      exec: spawnCommand,
      signal,
    })
  })
}
