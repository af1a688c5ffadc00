import { probeMachine } from '../doctor/probe.ts'
import type { Exec } from '../exec.ts'
import type { Host } from '../host.ts'
import { notAChoice } from '../inputs/mistakes.ts'
import { asFlag, type Spell } from '../inputs/names.ts'
import type { Verdict } from '../report/schema.ts'
import { readInput } from '../verify/demands.ts'
import type { Policy } from '../verify/policy.ts'
import { makeFloors } from './floor/floors.ts'
import { type SmokeMode, smokeModes } from './modes.ts'
import { startVerdict } from './verdict.ts'

/** How `verify` starts what it has judged. */
export interface StartWish {
  readonly mode: Exclude<SmokeMode, 'off'>
  /** `smoke-floor`. */
  readonly setting: string
  /** `smoke-command`, or null. */
  readonly command: readonly string[] | null
  /** Where Debian's packages are, or null. */
  readonly mirror: string | null
}

/** What was asked, or null when nothing is to be started. @throws BuildError `bad-input` */
export function readStart(
  said: string,
  written: Readonly<Record<string, string>>,
  spell: Spell = asFlag,
): StartWish | null {
  const mode = smokeModes.find(m => m === said.trim())
  if (mode === undefined) throw notAChoice(spell('smoke'), said, smokeModes)
  const setting = readInput('smoke-floor', written, spell)
  const words = readInput('smoke-command', written, spell)
  const mirror = readInput('mirrors', written, spell)['debian'] ?? null
  return mode === 'off' ? null : { mode, setting, command: words.length > 0 ? words : null, mirror }
}

/** Starts the verified files of a verdict. @throws BuildError `interrupted`, and what startVerdict throws */
export async function startVerified(
  verdict: Verdict,
  { mode, setting, command, mirror }: StartWish,
  demands: readonly Policy[],
  { host, exec, env }: { host: Pick<Host, 'log' | 'signal' | 'toolsDir'>; exec: Exec; env: NodeJS.ProcessEnv },
): Promise<Verdict> {
  const context = { exec, env, log: host.log, signal: host.signal, toolsDir: host.toolsDir }
  return startVerdict(verdict, {
    machine: await probeMachine({ ...context, tools: [] }),
    command,
    cpu: demands[0]?.cpu ?? null,
    floor: mode === 'native' ? null : { setting, mirror, floors: makeFloors(context) },
    promised: file => demands.find(d => d.target === file.target)?.floor.glibc ?? null,
    when: mode === 'require' ? 'require' : 'auto',
    exec,
    signal: host.signal,
  })
}
