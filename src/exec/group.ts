import { readdirSync, readFileSync } from 'node:fs'

/** Process groups that we started and that may still run; each is named by the process id of its leader. */
const live = new Set<number>()

/** From SIGTERM to SIGKILL, ms: within the 7.5 s that a cancelled CI job gives between its two signals. */
const graceMs = 5000
/** How long to wait for the kernel after SIGKILL, ms. */
const reapMs = 1000

/** Ends every group at once when this process ends in whatever way it still can tell. */
function killAll(): void {
  for (const pid of live) signalGroup(pid, 'SIGKILL')
}

/** Remembers a group until {@link forgetGroup}, so that no child outlives us. */
export function watchGroup(pid: number): void {
  if (live.size === 0) process.on('exit', killAll)
  live.add(pid)
}

/** The group has ended, or what is left of it is not ours to end. */
export function forgetGroup(pid: number): void {
  live.delete(pid)
  if (live.size === 0) process.off('exit', killAll)
}

/**
 * Ends a whole group: SIGTERM (and SIGCONT, a stopped process would not see it), SIGKILL after `grace` ms.
 * Resolves when none of it runs any more; grandchildren are waited for too, because they may still write files.
 */
export async function endGroup(pid: number, grace = graceMs): Promise<void> {
  if (!signalGroup(pid, 'SIGTERM')) return
  signalGroup(pid, 'SIGCONT')
  if (await gone(pid, grace)) return
  signalGroup(pid, 'SIGKILL')
  await gone(pid, reapMs)
}

async function gone(pid: number, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs
  while (signalGroup(pid, 0) && hasLiving(pid)) {
    if (performance.now() > end) return false
    await new Promise(resolve => setTimeout(resolve, 25))
  }
  return true
}

/** Whether the group has a process, be it a zombie. */
function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-pid, signal)
  } catch {
    return false
  }
}

/** Whether one of the group is no zombie: a container's first process often reaps late or never. Source: proc(5). */
function hasLiving(group: number): boolean {
  return readdirSync('/proc').some(name => {
    if (!/^[0-9]+$/.test(name)) return false
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1')
      const [state = '', , pgrp] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return Number(pgrp) === group && !'ZX'.includes(state)
    } catch {
      return false // it ended meanwhile
    }
  })
}
