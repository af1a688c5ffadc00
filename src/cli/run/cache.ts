import { parseSize } from '../../cache/size.ts'
import { listEntries, pruneEntries } from '../../cache/stores/directory.ts'
import { BuildError } from '../../errors.ts'
import { prunedText, storedText } from '../../report/stored-text.ts'
import { readInput } from '../../verify/demands.ts'
import type { Output } from '../output.ts'
import type { Invocation } from '../parse.ts'
import { explain } from './explain.ts'
import { onHost } from './request.ts'

/** `cache`: what is kept on this machine, why keys changed, and how to make room. */
export async function cache(invocation: Invocation, output: Output): Promise<number> {
  const [what] = invocation.args
  if (what === 'explain') return explain({ ...invocation, args: invocation.args.slice(1) }, output)
  if (invocation.args.length > 1) {
    throw new BuildError('bad-input', `\`cache ${what}\` is about all projects of this machine, not one`, {
      hint: 'Leave out the directory; PORTABLE_BUILD_CACHE_DIR says where the cache is.',
    })
  }
  return onHost(invocation, host => (what === 'prune' ? prune : list)(host.cacheDir, invocation, output))
}

async function list(dir: string, { options }: Invocation, output: Output): Promise<number> {
  const entries = await listEntries(dir)
  if (options['json']) output.json({ schema: 1, dir, entries })
  else output.print(storedText(entries, dir, { ...output, now: Date.now() }))
  return 0
}

async function prune(dir: string, { options, inputs }: Invocation, output: Output): Promise<number> {
  const text = options['max-size'] ?? readInput('cache-max-size', inputs)
  const bytes = parseSize(text)
  if (bytes === null) {
    throw new BuildError('bad-input', `--max-size is ${JSON.stringify(text)}, not a size`, {
      hint: 'Write `500MB`, `2GB` or `2GiB`.',
    })
  }
  const removed = await pruneEntries(dir, bytes)
  const left = await listEntries(dir)
  if (options['json']) output.json({ schema: 1, dir, removed, left })
  else output.print(prunedText(removed, left, output.style))
  return 0
}
