import { BuildError } from '../../errors.ts'
import { bytesText, type Limits } from './limits.ts'

/** What the kernel counted for a container; null: it does not say. */
export interface Usage {
  /** Bytes. */
  readonly memoryPeak: number | null
  readonly pidsPeak: number | null
  /** Processes that the kernel ended because the memory was used up. */
  readonly oomKills: number
  /** Processes that could not be started because there were too many. */
  readonly pidsRefused: number
}

/** Files of control groups, version 2 and 1. Source: the kernel's admin-guide/cgroup-v2.rst, cgroup-v1/memory.rst, cgroup-v1/pids.rst. */
const files = {
  memoryPeak: ['memory.peak', 'memory/memory.max_usage_in_bytes'],
  oom: ['memory.events', 'memory/memory.oom_control'],
  pidsPeak: ['pids.peak', 'pids/pids.peak'],
  pidsEvents: ['pids.events', 'pids/pids.events'],
} as const

/** The shell line that prints what {@link readUsage} reads: each file that is there, after a line with its name. */
export const usageScript = `cd /sys/fs/cgroup 2>/dev/null || exit 0; for f in ${Object.values(files).flat().join(' ')}; do if [ -r "$f" ]; then echo "= $f"; cat "$f"; fi; done`

/** Reads what {@link usageScript} printed. Pure. */
export function readUsage(text: string): Usage {
  const sections = new Map<string, string>()
  let name = ''
  for (const line of text.split('\n')) {
    if (line.startsWith('= ')) name = line.slice(2)
    else sections.set(name, `${sections.get(name) ?? ''}${line}\n`)
  }
  const whole = (names: readonly string[]): number | null => {
    const found = names.map(n => sections.get(n)?.trim()).find(t => t !== undefined && /^[0-9]+$/.test(t))
    return found === undefined ? null : Number(found)
  }
  const counted = (names: readonly string[], event: string): number => {
    const lines = names.flatMap(n => (sections.get(n) ?? '').split('\n'))
    const found = lines.find(line => line.startsWith(`${event} `))
    return Number(found?.split(' ')[1] ?? 0)
  }
  return {
    memoryPeak: whole(files.memoryPeak),
    pidsPeak: whole(files.pidsPeak),
    oomKills: counted(files.oom, 'oom_kill'),
    pidsRefused: counted(files.pidsEvents, 'max'),
  }
}

/** The limit that a command ran into, by what was counted before and after it; null: none. Pure. */
export function exceeded(before: Usage, after: Usage, limits: Limits): BuildError | null {
  if (after.oomKills > before.oomKills) return outOfMemory(peakText(after, limits))
  return after.pidsRefused > before.pidsRefused ? tooManyProcesses(limits) : null
}

/** @param used what was used of what there is, for people */
export function outOfMemory(used: string): BuildError {
  return new BuildError('limit-exceeded', `the memory of the container was used up: ${used}`, {
    hint: 'Give it more (`limits: memory=…`), or let fewer compilers run at a time (`limits: cpus=1`).',
  })
}

/** All of the job took longer than it may. */
export function outOfTime({ time }: Pick<Limits, 'time'>): BuildError {
  return new BuildError('limit-exceeded', `the build took longer than ${time} s, and was ended`, {
    hint: 'Give it more (`limits: time=…`), or look in its last lines for what it waits for.',
  })
}

/** A program of the build could not be started. */
export function tooManyProcesses({ pids }: Limits): BuildError {
  return new BuildError('limit-exceeded', `the container may not have more than ${pids} processes at a time`, {
    hint: 'Allow more (`limits: pids=…`), or let fewer run at a time (`limits: cpus=1`).',
  })
}

/** The most that was used, of what was allowed: `1.5 GiB of 8 GiB`. Pure. */
export function peakText({ memoryPeak, pidsPeak }: Usage, limits: Limits): string {
  const memory = memoryPeak === null ? 'memory not known' : bytesText(memoryPeak)
  const pids = pidsPeak === null ? '' : `, ${pidsPeak} of ${limits.pids} processes`
  return `at most ${memory} of ${bytesText(limits.memory)}${pids}`
}
