import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { pinnedZig } from '../../src/toolchains/catalog.ts'
import { root } from '../../test/e2e/support/places.ts'
import { rustCachesBin } from '../../test/e2e/support/rust-caches.ts'
import type { Part } from './run.ts'
import type { Stand } from './stand.ts'

/** Programs by the name that the page gives them, and how they say their version. */
const programs: Readonly<Record<string, readonly string[]>> = {
  rustc: ['rustc', '--version'],
  cargo: ['cargo', '--version'],
  go: ['go', 'version'],
  gcc: ['gcc', '--version'],
  ccache: ['ccache', '--version'],
  'cargo-chef': [join(rustCachesBin, 'cargo-chef'), '--version'],
  sccache: [join(rustCachesBin, 'sccache'), '--version'],
}

/** The machine, what is measured, and with which versions. */
export async function describeMachine(stand: Stand): Promise<Pick<Part, 'date' | 'commit' | 'machine' | 'versions'>> {
  const model = /model name\s*: (.*)/.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? process.arch
  const client: { version: string } = JSON.parse(
    readFileSync(join(root, 'node_modules/@actions/cache/package.json'), 'utf8'),
  )
  const versions = Object.entries(programs).map(([name, argv]) => [name, versionOf(argv, stand)])
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: execFileSync('git', ['-C', root, 'rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    machine: `${cpus().length} cores, ${model}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    versions: {
      ...Object.fromEntries(versions),
      ...{ node: process.version, zig: pinnedZig, '@actions/cache': client.version },
    },
  }
}

function versionOf([program = '', ...args]: readonly string[], { env }: Stand): string {
  try {
    const text = execFileSync(program, args, { env, encoding: 'utf8', stdio: 'pipe' })
    return /\d+\.\d+(\.\d+)?/.exec(text)?.[0] ?? 'unknown'
  } catch {
    return 'none'
  }
}
