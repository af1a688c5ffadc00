// Judges many mutants of small ELF files: `node scripts/fuzz.mjs [--mutants 1000000] [--first 0] [--workers 1]`.
//
// A number is a mutant, on every machine the same (test/support/fuzz.ts). A defect is a crash, a hang, or a file that is
// verified although the kernel or a loader would refuse it; each is written to a file to start from, and the exit code is 1.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { needNode24, root } from './lib/node24.mjs'

/** Milliseconds after which a mutant counts as a hang. */
const patience = 20_000
/** Mutants between two words of a worker. */
const batch = 500

/** @typedef {{ count: number, verified: number, slowest: { ms: number, number: number }, defects: { number: number, defect: string, bytes: Uint8Array }[] }} Batch */

if (isMainThread) {
  needNode24(import.meta.url)
  await main()
} else await work(workerData)

async function main() {
  const { values } = parseArgs({
    options: {
      mutants: { type: 'string', default: '1000000' },
      first: { type: 'string', default: '0' },
      workers: { type: 'string', default: '1' },
    },
  })
  const [mutants, first, workers] = [Number(values.mutants), Number(values.first), Number(values.workers)]
  const started = performance.now()
  const share = Math.ceil(mutants / workers)
  const results = await Promise.all(
    Array.from({ length: workers }, (_, i) => watch(first + i * share, Math.min(share, mutants - i * share))),
  )
  const total = results.flat().reduce(add, empty())
  const seconds = (performance.now() - started) / 1000
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(
    [
      `${total.count} mutants, numbers ${first} to ${first + mutants - 1}, in ${seconds.toFixed(0)} s`,
      `${total.verified} of them verified, ${total.defects.length} defects`,
      `slowest ${total.slowest.ms.toFixed(0)} ms (number ${total.slowest.number}), memory at most ${megabytes} MiB`,
    ].join('\n'),
  )
  const dir = join(root, '.build/fuzz')
  for (const { number, defect, bytes } of total.defects) {
    mkdirSync(dir, { recursive: true })
    writeFileSync(join(dir, `${number}.elf`), bytes)
    console.log(`  ${number}: ${defect}`)
  }
  process.exitCode = total.defects.length === 0 && total.count === mutants ? 0 : 1
}

/**
 * Runs a share in a thread of its own; a thread that says nothing for a long time hangs, and its mutant is a defect.
 * @param {number} from @param {number} count @returns {Promise<Batch[]>}
 */
async function watch(from, count) {
  /** @type {Batch[]} */
  const done = []
  const current = new Int32Array(new SharedArrayBuffer(4))
  for (let next = from; next < from + count; ) {
    const worker = new Worker(new URL(import.meta.url), { workerData: { from: next, to: from + count, current } })
    let seen = -1
    let hangs = false
    const timer = setInterval(() => {
      hangs = current[0] === seen
      seen = current[0] ?? -1
      if (hangs) void worker.terminate()
    }, patience)
    worker.on('message', (/** @type {Batch} */ result) => {
      done.push(result)
      next += result.count
    })
    const failed = await new Promise(resolve => worker.once('error', resolve).once('exit', () => resolve(null)))
    clearInterval(timer)
    if (next >= from + count) break
    const number = current[0] ?? next
    const defect = hangs ? `hangs for more than ${patience} ms` : `the thread ended: ${failed}`
    done.push({ ...empty(), count: number - next + 1, defects: [{ number, defect, bytes: new Uint8Array() }] })
    next = number + 1
  }
  return done
}

/** @param {{ from: number, to: number, current: Int32Array }} share */
async function work({ from, to, current }) {
  const { tryMutant } = await import('../test/support/fuzz.ts')
  let result = empty()
  for (let number = from; number < to; number++) {
    current[0] = number
    const { bytes, ms, verified, defect } = await tryMutant(number)
    const defects = defect === null ? [] : [{ number, defect, bytes }]
    result = add(result, { count: 1, verified: verified ? 1 : 0, slowest: { ms, number }, defects })
    if (result.count === batch || number === to - 1) {
      parentPort?.postMessage(result)
      result = empty()
    }
  }
}

/** @returns {Batch} */
function empty() {
  return { count: 0, verified: 0, slowest: { ms: 0, number: 0 }, defects: [] }
}

/** @param {Batch} a @param {Batch} b @returns {Batch} */
function add(a, b) {
  return {
    count: a.count + b.count,
    verified: a.verified + b.verified,
    slowest: a.slowest.ms >= b.slowest.ms ? a.slowest : b.slowest,
    defects: b.defects.length === 0 ? a.defects : [...a.defects, ...b.defects],
  }
}
