import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { goModuleSource } from '../../test/e2e/support/sources.ts'
import { type Cost, measure } from './measure.ts'
import { runOurs } from './ours.ts'
import { apply, checkOut, type Edit } from './projects.ts'
import { recorder } from './recorder.ts'
import type { Run } from './run.ts'
import type { Packed, Stand } from './stand.ts'
import { rates, type Wanted } from './wanted.ts'

const project = { name: 'caddy', module: 'github.com/caddyserver/caddy/v2', version: 'v2.10.2', main: './cmd/caddy' }

/** A declaration in a package that the program has between its `main` and the rest. */
const change: Edit = {
  file: 'cmd/commands.go',
  change: (text, n) =>
    `${text.replace(/\nvar benchChange = .*\n.*\n$/, '')}\nvar benchChange = ${n + 1000}\nfunc init() { println(benchChange == 0) }\n`,
}
const readme: Edit = { file: 'README.md', change: (text, n) => `${text}\nChange ${n}.\n` }
const scenes = { nothing: [], readme: [readme], 'code change': [change] } as const

/** What we do with the defaults, by hand. */
const byHand = [
  'go',
  'build',
  '-trimpath',
  '-tags=osusergo,netgo',
  '-ldflags=-s -w',
  '-o',
  '../temp/program',
  project.main,
]

/** A large Go program: ours, setup-go's rules, and a developer's own machine. */
export async function goPart(stand: Stand, wanted: Wanted): Promise<void> {
  const add = recorder(project.name, wanted)
  const source = await goModuleSource(project.module, project.version)
  let n = 0
  const fresh = (scene: keyof typeof scenes) => {
    stand.reset()
    checkOut(source, stand.project, scenes[scene], n)
  }
  const inputs = { targets: 'linux/amd64', main: project.main }
  const contenders = [
    { by: 'ours', run: (saves: boolean) => runOurs(stand, { inputs, saves }) },
    { by: "setup-go's rules", run: (saves: boolean) => runSetupGo(stand, saves) },
  ]
  stand.speed(rates.none)
  for (const { by, run } of contenders) {
    fresh('nothing')
    add({ by, scene: 'cold' }, await run(true))
  }
  // the machine of the last one becomes the developer's
  const native = join(stand.dir, 'native')
  mkdirSync(native)
  for (const name of ['gocache', 'gopath']) renameSync(join(stand.dir, name), join(native, name))
  checkOut(source, join(native, 'caddy'), [], n)
  for (const { by, run } of contenders) {
    fresh('readme')
    add({ by, scene: 'readme' }, await run(false))
  }
  for (let round = 0; round < wanted.rounds; round++) {
    for (const [rate, speed] of wanted.speeds) {
      n += 1
      const scene = 'code change'
      apply(join(native, 'caddy'), scenes[scene], n)
      add({ by: 'native', scene, rate, round }, await runNative(stand, native))
      for (const { by, run } of round % 2 === 0 ? contenders : contenders.toReversed()) {
        fresh(scene)
        stand.speed(speed)
        add({ by, scene, rate, round }, await run(false))
        stand.speed(rates.none)
      }
    }
  }
  n += 1
  for (const { by, run } of contenders) {
    fresh('code change')
    add({ by, scene: 'code change, saved' }, await run(true))
  }
}

/** One entry of modules and build cache, by a digest of the dependency file; not saved again when it was there. */
async function runSetupGo(stand: Stand, saves: boolean): Promise<Run> {
  const dependencies = createHash('sha256')
    .update(readFileSync(join(stand.project, 'go.mod')))
    .digest('hex')
  const version = execFileSync('go', ['env', 'GOVERSION'], {
    cwd: stand.project,
    env: stand.env,
    encoding: 'utf8',
  }).trim()
  const entry: Packed = { key: `setup-go-Linux-x64-${version}-${dependencies}`, paths: ['gopath/pkg/mod', 'gocache'] }
  const { result, traffic } = await stand.watch(async () => {
    const restore = await stand.official(entry, 'restore')
    return { restore, build: await go(stand, stand.project, {}) }
  })
  const { restore, build } = result
  const sum = {
    wall: restore.wall + build.wall,
    cpu: restore.cpu + build.cpu,
    restore: { wall: restore.wall, cpu: restore.cpu },
  }
  const run: Run = { ...sum, ...traffic, restored: { all: traffic.downBytes }, saved: {} }
  if (!saves || restore.key !== null) return run
  const { traffic: sent } = await stand.watch(() => stand.official(entry, 'save'))
  return { ...run, upBytes: sent.upBytes, saved: { all: sent.upBytes } }
}

async function runNative(stand: Stand, dir: string): Promise<Run> {
  mkdirSync(join(dir, 'temp'), { recursive: true })
  const own = { GOCACHE: join(dir, 'gocache'), GOPATH: join(dir, 'gopath') }
  const { wall, cpu } = await go(stand, join(dir, 'caddy'), own)
  return { wall, cpu, downBytes: 0, upBytes: 0, requests: 0, restored: {}, saved: {} }
}

function go(stand: Stand, cwd: string, more: Readonly<Record<string, string>>): Promise<Cost> {
  return measure({ argv: byHand, cwd, env: { ...stand.env, CGO_ENABLED: '0', ...more } })
}
