import { examine, isReady, type Wants } from '../../doctor/doctor.ts'
import { gatherFacts } from '../../doctor/facts.ts'
import { probeMachine } from '../../doctor/probe.ts'
import { BuildError, exitCodes } from '../../errors.ts'
import { spawnCommand } from '../../exec/spawn.ts'
import type { Host } from '../../host.ts'
import { planRun } from '../../pipeline.ts'
import { doctorText } from '../../report/doctor-text.ts'
import type { Output } from '../output.ts'
import type { Invocation } from '../parse.ts'
import { onHost, requestOf } from './request.ts'

/** `doctor`: what is here, what a build brings, what is missing; 3 when a build could not start. */
export async function doctor(invocation: Invocation, output: Output): Promise<number> {
  const rows = await onHost(invocation, async host => {
    const wants = await findWants(invocation, host)
    const options = { exec: spawnCommand, env: process.env }
    const machine = await probeMachine({ ...options, toolsDir: host.toolsDir })
    return examine(machine, await gatherFacts(machine, wants.toolchains, options), wants)
  })
  const ready = isReady(rows)
  if (invocation.options['json']) output.json({ schema: 1, ready, rows })
  else output.print(doctorText(rows, output.style))
  return ready ? exitCodes.done : exitCodes.environment
}

/** What the project needs. Without a directory named, a place without a project is fine: the machine alone is asked. */
async function findWants(invocation: Invocation, host: Host): Promise<Wants> {
  try {
    const { plan, subjects } = await planRun(host, requestOf(invocation))
    return {
      tools: subjects.flatMap(s => s.language.needs(s.project, s.loaded.inputs)),
      toolchains: plan.jobs.flatMap(j => j.toolchains).filter(isFirst),
    }
  } catch (error) {
    const noProject = error instanceof BuildError && error.code === 'no-project'
    if (noProject && invocation.args.length === 0) return { tools: [], toolchains: [] }
    throw error
  }
}

function isFirst<T extends { name: string; version: string }>(ref: T, i: number, all: readonly T[]): boolean {
  return all.findIndex(r => r.name === ref.name && r.version === ref.version) === i
}
