import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { debianSource } from '../../test/e2e/support/debian.ts'
import { measure } from './measure.ts'
import { runOurs } from './ours.ts'
import { checkOut, type Edit } from './projects.ts'
import { recorder } from './recorder.ts'
import type { Run } from './run.ts'
import type { Packed, Stand } from './stand.ts'
import { rates, type Wanted } from './wanted.ts'

interface CProject {
  readonly name: string
  readonly source: () => Promise<string>
  readonly inputs: Readonly<Record<string, string>>
  /** The same by hand; `CC` is set in the environment. */
  readonly byHand: string
}

const projects: readonly CProject[] = [
  { name: 'lua', source: () => debianSource('lua5.4'), inputs: {}, byHand: 'make -j2 linux CC="$CC"' },
  {
    name: 'zstd',
    source: () => debianSource('libzstd'),
    inputs: { 'build-system': 'make', bin: 'zstd', args: '-C programs zstd HAVE_ZLIB=0 HAVE_LZMA=0 HAVE_LZ4=0' },
    byHand: 'make -j2 -C programs zstd HAVE_ZLIB=0 HAVE_LZMA=0 HAVE_LZ4=0 CC="$CC"',
  },
]

const readme: Edit = { file: 'README.md', change: (text, n) => `${text}\nChange ${n}.\n` }

/** Programs in C: ours, and ccache with gcc set up by hand. What zig compiles of its own is there from the start. */
export async function cPart(stand: Stand, wanted: Wanted): Promise<void> {
  stand.speed(rates.none)
  stand.reset()
  await hello(stand)
  for (const project of projects) {
    const add = recorder(project.name, wanted)
    const source = await project.source()
    const inputs = { targets: 'linux/amd64', ...project.inputs }
    const contenders = [
      { by: 'ours', run: () => ours(stand, inputs) },
      { by: 'ccache by hand, gcc', run: () => byHand(stand, project) },
    ]
    for (const { by, run } of contenders) {
      stand.reset()
      checkOut(source, stand.project, [], 0)
      add({ by, scene: 'cold' }, await run())
    }
    for (let round = 0; round < wanted.rounds; round++) {
      for (const [rate, speed] of wanted.speeds) {
        for (const { by, run } of round % 2 === 0 ? contenders : contenders.toReversed()) {
          stand.reset()
          checkOut(source, stand.project, [readme], 10 * round + rate)
          stand.speed(speed)
          add({ by, scene: 'another runner', rate, round }, await run())
          stand.speed(rates.none)
        }
      }
    }
  }
}

/** Compiles what zig has in sources, and keeps it. */
async function hello(stand: Stand): Promise<void> {
  mkdirSync(stand.project)
  writeFileSync(join(stand.project, 'Makefile'), 'hello: hello.c\n\t$(CC) $(LDFLAGS) -o $@ hello.c\n')
  writeFileSync(join(stand.project, 'hello.c'), '#include <stdio.h>\nint main(void) { puts("hello"); return 0; }\n')
  await runOurs(stand, { inputs: { targets: 'linux/amd64' }, saves: true })
}

/** Saves where something is new: nothing is, and the counts are told. */
async function ours(stand: Stand, inputs: Readonly<Record<string, string>>): Promise<Run> {
  const run = await runOurs(stand, { inputs, saves: true })
  const told = /: \d+ compilations: (\d+) directly, (\d+) after preprocessing, (\d+) compiled/.exec(run.said)
  if (told === null) throw new Error(`nothing is told of ccache:\n${run.said.slice(-2000)}`)
  return { ...run, objects: { direct: Number(told[1]), other: Number(told[2]), compiled: Number(told[3]) } }
}

/** As the documentation of ccache says for a CI machine: one directory, whatever is newest is taken. */
async function byHand(stand: Stand, project: CProject): Promise<Run> {
  const entry: Packed = { key: `ccache-${project.name}-1`, near: `ccache-${project.name}-`, paths: ['ccache'] }
  const env = { ...stand.env, CC: 'ccache gcc', CCACHE_DIR: join(stand.dir, 'ccache'), CCACHE_COMPILERCHECK: 'content' }
  const shell = (script: string) => measure({ argv: ['sh', '-eu', '-c', script], cwd: stand.project, env })
  const { result, traffic } = await stand.watch(async () => {
    const restore = await stand.official(entry, 'restore')
    await shell('ccache --zero-stats')
    return { restore, build: await shell(project.byHand) }
  })
  const { restore, build } = result
  const { stdout } = await shell('ccache --print-stats')
  const count = (name: string) => Number(new RegExp(`^${name}\\t(\\d+)$`, 'm').exec(stdout)?.[1] ?? 0)
  const { traffic: sent } = await stand.watch(async () => {
    if (restore.key === null) await stand.official(entry, 'save')
  })
  return {
    ...{
      wall: restore.wall + build.wall,
      cpu: restore.cpu + build.cpu,
      restore: { wall: restore.wall, cpu: restore.cpu },
    },
    ...{ ...traffic, upBytes: sent.upBytes, restored: { all: traffic.downBytes }, saved: {} },
    objects: {
      direct: count('direct_cache_hit'),
      other: count('preprocessed_cache_hit'),
      compiled: count('cache_miss'),
    },
  }
}
