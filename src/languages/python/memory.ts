import type { Probe, ProbeAnswer } from '../language.ts'

/** One clang over the C of one large Python module, bytes. */
const perJob = 1.5 * 1024 ** 3

/** How much memory this machine, or the control group that we run in, has left: numbers in lines, kB or bytes. */
export const memoryProbe = (cwd: string): Probe => ({
  id: 'memory',
  argv: ['sh', '-c', 'cat /sys/fs/cgroup/memory.max 2>/dev/null; grep MemAvailable: /proc/meminfo'],
  cwd,
  env: {},
})

/** How many compilers may run at a time. Pure. @param answer of the probe; without one, the CPUs decide */
export function jobsFor(cpus: number, answer: ProbeAnswer | undefined): number {
  const bytes = (answer?.stdout ?? '').split('\n').flatMap(line => {
    const kilobytes = /^MemAvailable:\s+(\d+) kB$/.exec(line)?.[1]
    if (kilobytes !== undefined) return [Number(kilobytes) * 1024]
    return /^\d+$/.test(line) ? [Number(line)] : []
  })
  return Math.max(1, Math.min(cpus, ...bytes.map(b => Math.floor(b / perJob))))
}
