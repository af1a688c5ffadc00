import { runOurs } from './ours.ts'
import { apply, checkOut, type RustProject } from './projects.ts'
import { recorder } from './recorder.ts'
import type { Run } from './run.ts'
import { isPlain, keepNative, plainBuild, runNative, runPeer, rustPeers, savePeer, whyMissing } from './rust-peers.ts'
import type { Stand } from './stand.ts'
import { rates, type Wanted } from './wanted.ts'

const inputs = { targets: 'linux/amd64' }

/** One that takes part: builds a checkout on a fresh machine with what it has kept. */
interface Contender {
  readonly by: string
  run(saves: boolean): Promise<Run>
}

/**
 * A Rust project: everyone saves once, from nothing; then each scene on fresh machines. Times are those of a code change,
 * in turns; what is compiled, restored and uploaded is the same each time.
 */
export async function rustPart(stand: Stand, project: RustProject, wanted: Wanted): Promise<void> {
  const add = recorder(project.name, wanted)
  const source = await project.source()
  const editsOf = (scene: string) => project.scenes[scene]?.edits ?? []
  const isWanted = (by: string) => wanted.by.length === 0 || wanted.by.some(part => by.includes(part))
  let n = 0
  const fresh = (scene: string) => {
    stand.reset()
    checkOut(source, stand.project, editsOf(scene), n)
  }

  const contenders: Contender[] = []
  const enter = async (contender: Contender, first: () => Promise<Run>) => {
    try {
      add({ by: contender.by, scene: 'cold' }, await first())
      contenders.push(contender)
    } catch (error) {
      wanted.miss(contender.by, reasonOf(error))
      wanted.tell(`${project.name}: ${contender.by} does not run: ${error instanceof Error ? error.message : error}`)
    }
  }

  stand.speed(rates.none)
  for (const [by, more] of Object.entries({ ours: {}, 'ours, profile: pr': { profile: 'pr' } }).filter(([by]) =>
    isWanted(by),
  )) {
    const run = (saves: boolean) => runOurs(stand, { inputs: { ...inputs, ...more }, saves })
    fresh('nothing')
    await enter({ by, run }, () => run(true))
  }
  const peers = rustPeers.filter(peer => isWanted(peer.name))
  const isNative = isWanted('native')
  if (isNative || peers.some(isPlain)) {
    fresh('nothing')
    const { wall, cpu } = await plainBuild(stand)
    const first = { wall, cpu, downBytes: 0, upBytes: 0, requests: 0, restored: {}, saved: {} }
    if (isNative) add({ by: 'native', scene: 'cold' }, first)
    await keepNative(stand)
    for (const peer of peers.filter(isPlain)) {
      const run = (saves: boolean) => runPeer(stand, peer, saves)
      await enter({ by: peer.name, run }, async () => ({ ...first, upBytes: await savePeer(stand, peer) }))
    }
  }
  for (const peer of peers.filter(p => !isPlain(p))) {
    const run = (saves: boolean) => runPeer(stand, peer, saves)
    const why = whyMissing(peer)
    if (why !== null) wanted.miss(peer.name, why)
    else {
      fresh('nothing')
      await enter({ by: peer.name, run }, () => run(true))
    }
  }

  const visit = async (scene: string, saves: boolean) => {
    n += 1
    for (const { by, run } of contenders) {
      fresh(scene)
      add({ by, scene }, await run(saves))
    }
  }
  const once = ['nothing', 'readme', 'metadata change', 'leaf change']
  for (const scene of once.filter(name => name in project.scenes)) await visit(scene, false)

  // what is ours beside compilers and transport: nothing is to be compiled, and nothing is slow
  const ours = contenders.find(({ by }) => by === 'ours')
  for (let round = 1; ours && round <= wanted.rounds; round++) {
    n += 1
    fresh('readme')
    add({ by: 'ours', scene: 'readme', round }, await ours.run(false))
  }

  const scene = 'code change'
  for (let round = 0; round < wanted.rounds; round++) {
    for (const [rate, speed] of wanted.speeds) {
      n += 1
      const edit = () => apply(stand.project, editsOf(scene), n)
      if (isNative) add({ by: 'native', scene, rate, round }, await runNative(stand, edit))
      // the last are the first in the next round: what a machine does beside meets all
      for (const { by, run } of round % 2 === 0 ? contenders : contenders.toReversed()) {
        fresh(scene)
        stand.speed(speed)
        add({ by, scene, rate, round }, await run(false))
        stand.speed(rates.none)
      }
    }
  }
  // the last, because the entries that it leaves are nearer to nothing else
  await visit('version bump', true)
}

/** For the page: what the action said, else the first line, which has no path in it. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  const said = /::error title=[^:]*::([^\n%]*)/.exec(text)?.[1]
  return said ?? text.split('\n')[0] ?? ''
}
