import { readFileSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepableNs } from '../../../src/cache/pack/times.ts'
import { packTree, unpackTree } from '../../support/cache/packs.ts'
import { makeTree, scratchDir, type TreePlan, treeOf } from '../../support/cache/trees.ts'

const name = fc.oneof(
  fc.constantFrom('a', 'b', 'target', 'lib.rlib', '.d', 'ü', ' ', '-', '…', '=', '%2F', '\\'),
  fc.stringMatching(/^[a-z]{1,60}$/),
)
const mtime = fc.double({ min: 0, max: 4e9, noNaN: true })
const file = fc.record({
  content: fc.uint8Array({ maxLength: 3000 }).map(bytes => Buffer.from(bytes)),
  mode: fc.constantFrom(0o644, 0o755, 0o600, 0o444, 0o777, 0o400),
  mtime,
})
const directory = fc.record({ dir: fc.constant(true as const), mode: fc.constantFrom(0o755, 0o700, 0o750), mtime })

/** Two levels of directories with files; some files twice, some links to files beside. */
const plans = fc
  .array(
    fc.tuple(fc.array(name, { minLength: 1, maxLength: 3 }), fc.oneof({ weight: 4, arbitrary: file }, directory)),
    {
      maxLength: 12,
    },
  )
  .chain(entries => fc.record({ entries: fc.constant(entries), again: fc.boolean(), link: fc.boolean(), root: mtime }))
  .map(({ entries, again, link, root }): { plan: TreePlan; root: number } => {
    // depth first in the name, so that no file is where a directory has to be
    const plan: Record<string, TreePlan[string]> = {}
    for (const [parts, what] of entries)
      plan[`${parts.length}/${parts.join('/')}${'dir' in what ? '.dir' : '.file'}`] = what
    const [first] = Object.keys(plan).filter(path => path.endsWith('.file'))
    if (first !== undefined && again) plan['again/same'] = { same: first }
    if (first !== undefined && link) plan['links/one'] = { link: `../${first}`, mtime: root }
    return { plan, root }
  })

describe('any tree', () => {
  it('comes back as it was, and gives the same bytes when it is packed again', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async ({ plan, root }) => {
        const dir = scratchDir()
        const from = makeTree(join(dir, 'from'), plan)
        utimesSync(from, root, root)
        await packTree(from, join(dir, 'a.pack'))
        await unpackTree(join(dir, 'a.pack'), join(dir, 'to'))
        expect(treeOf(join(dir, 'to'))).toEqual(treeOf(from, keepableNs))
        await packTree(join(dir, 'to'), join(dir, 'b.pack'))
        expect(readFileSync(join(dir, 'b.pack')).equals(readFileSync(join(dir, 'a.pack')))).toBe(true)
      }),
      { numRuns: 25 },
    )
  })
})
