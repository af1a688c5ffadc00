import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { runOurs } from './ours.ts'
import { apply, checkOut, type RustProject } from './projects.ts'
import { recorder } from './recorder.ts'
import type { Run } from './run.ts'
import { runNative, runPeer, rustPeers } from './rust-peers.ts'
import type { Stand } from './stand.ts'
import { rates, type Wanted } from './wanted.ts'

const inputs = { targets: 'linux/amd64' }

/** One that takes part: builds a checkout on a fresh machine with what it has kept. */
interface Contender {
  readonly name: string
  run(saves: boolean): Promise<Run>
}

/**
 * A Rust project: everyone saves once, from nothing; then each scene on fresh machines. Times are those of a code change,
 * in turns; what is compiled, restored and uploaded is the same each time.
 */
export async function rustPart(stand: Stand, project: RustProject, wanted: Wanted) {
  const { runs, add } = recorder(project.name, wanted)
  const notRun: Record<string, string> = {}
  const source = await project.source()
  let n = 0
  const fresh = (scene: string) => {
    stand.reset()
    checkOut(source, stand.project, project.scenes[scene]?.edits ?? [], n)
  }

  const ours =
    (more: Readonly<Record<string, string>> = {}): Contender['run'] =>
    saves =>
      runOurs(stand, { inputs: { ...inputs, ...more }, saves })
  const possible: Contender[] = [
    { name: 'ours', run: ours() },
    { name: 'ours, profile: pr', run: ours({ profile: 'pr' }) },
    ...rustPeers.map(peer => ({
      name: peer.name,
      run: (saves: boolean) => {
        const why = peer.missing()
        if (why !== null) throw new Error(why)
        return runPeer(stand, peer, saves)
      },
    })),
  ].filter(({ name }) => wanted.by.length === 0 || wanted.by.some(part => name.includes(part)))

  stand.speed(rates.none)
  const contenders: Contender[] = []
  for (const contender of possible) {
    fresh('nothing')
    try {
      add({ by: contender.name, scene: 'cold' }, await contender.run(true))
      contenders.push(contender)
    } catch (error) {
      notRun[contender.name] = firstLine(error)
      wanted.tell(`${project.name}: ${contender.name} does not run: ${notRun[contender.name]}`)
    }
  }

  const native = join(stand.dir, 'native', project.name)
  mkdirSync(join(stand.dir, 'native'), { recursive: true })
  checkOut(source, native, [], n)
  add({ by: 'native', scene: 'cold' }, await runNative(stand, native))

  for (const scene of Object.keys(project.scenes)) {
    if (scene === 'code change') continue
    n += 1
    for (const contender of contenders) {
      fresh(scene)
      add({ by: contender.name, scene }, await contender.run(scene === 'version bump'))
    }
  }

  // what is ours beside compilers and transport: nothing is to be compiled, and nothing is slow
  const [first] = contenders
  for (let round = 1; first?.name === 'ours' && round <= wanted.rounds; round++) {
    n += 1
    fresh('readme')
    add({ by: 'ours', scene: 'readme', round }, await first.run(false))
  }

  for (let round = 0; round < wanted.rounds; round++) {
    for (const [rate, speed] of wanted.speeds) {
      n += 1
      // the last are the first in the next round: what a machine does beside meets all
      const turn = round % 2 === 0 ? contenders : contenders.toReversed()
      const change = project.scenes['code change']?.edits ?? []
      apply(native, change, n)
      add({ by: 'native', scene: 'code change', rate, round }, await runNative(stand, native))
      for (const contender of turn) {
        fresh('code change')
        stand.speed(speed)
        add({ by: contender.name, scene: 'code change', rate, round }, await contender.run(false))
        stand.speed(rates.none)
      }
    }
  }
  return { runs, notRun }
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n').find(line => line !== '') ?? ''
