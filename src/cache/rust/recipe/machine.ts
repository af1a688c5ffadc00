import { parseVersion } from '../../../doctor/probe.ts'
import type { GatherOptions } from './gather.ts'

interface MachineOptions extends Pick<GatherOptions, 'exec' | 'env' | 'signal' | 'read'> {
  readonly system: string
}

/**
 * What build scripts and procedural macros of this machine need of it, which neither cargo nor rustc looks at: one that was
 * linked on a newer system does not load on an older one. `debian 12, glibc 2.36, cc 12.2.0`.
 * @throws BuildError `interrupted`
 */
export async function machineText(options: MachineOptions): Promise<string> {
  const { exec, env, signal, read, system } = options
  const version = async (...argv: string[]) => {
    try {
      const { stdout, stderr } = await exec({ argv, cwd: '/', env, signal })
      // musl's ldd says its version among its complaints
      return parseVersion(stdout) ?? parseVersion(stderr) ?? 'unknown'
    } catch (error) {
      if (signal.aborted) throw error
      return 'none'
    }
  }
  const [release, libc, cc] = await Promise.all([
    read('/etc/os-release'),
    version('ldd', '--version'),
    version('cc', '--version'),
  ])
  return `${systemOf(release ?? '')}, libc ${libc}, cc ${cc}${system === '' ? '' : `, packages ${system}`}`
}

/** `debian 12` from `/etc/os-release` (freedesktop.org); rolling distributions have no version. */
function systemOf(text: string): string {
  const value = (name: string) => new RegExp(`^${name}="?([^"\n]+)"?$`, 'm').exec(text)?.[1]
  return [value('ID') ?? 'unknown system', value('VERSION_ID')].filter(v => v !== undefined).join(' ')
}
