import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCTree } from '../../../src/cache/c/tree.ts'
import { makeTree, scratchDir, type TreePlan } from '../../support/cache/trees.ts'

const plan: TreePlan = {
  'src/main.c': '#include "value.h"\n',
  'include/value.h': '#define VALUE 1\n',
  'include/cpp/vector': 'template <class T> class vector;\n',
  'README.md': 'text',
}
const read = (changes: TreePlan = {}) => readCTree(makeTree(scratchDir(), { ...plan, ...changes }))

describe('C sources', () => {
  it.each<{ what: string; changes: TreePlan; names: boolean; content: boolean }>([
    { what: 'text that no compiler reads', changes: { 'README.md': 'other' }, names: false, content: false },
    {
      what: 'what git and we keep',
      changes: { '.git/x.h': '', '.portable-build/j/x.h': '' },
      names: false,
      content: false,
    },
    { what: 'a source', changes: { 'src/main.c': 'int x;' }, names: false, content: true },
    { what: 'a new source', changes: { 'src/more.c': 'int x;' }, names: false, content: true },
    { what: 'a header', changes: { 'include/value.h': '#define VALUE 2\n' }, names: false, content: true },
    { what: 'a header that comes before another one', changes: { 'src/value.h': '' }, names: true, content: true },
    { what: 'a header without an ending', changes: { 'src/list': '' }, names: true, content: true },
  ])('$what', async ({ changes, names, content }) => {
    const [before, after] = [await read(), await read(changes)]
    expect(after.names !== before.names).toBe(names)
    expect(after.content !== before.content).toBe(content)
  })

  it.each([
    ['#embed "logo.png"', true],
    ['  #\t embed <x> limit(4)', true],
    ['%:embed "x"', true],
    ['#if __has_embed("x")', true],
    ['int embed(void); // see #embed', false],
    ['#define embedded 1', false],
  ])('%s', async (line, embeds) => {
    const tree = await read({ 'src/logo.c': `/* caf\u00e9 */\nint a;\n${line}\n` })
    expect(tree.embeds).toBe(embeds ? 'src/logo.c' : null)
  })

  it('are not looked for in output directories', async () => {
    const dir = makeTree(scratchDir(), plan)
    const before = await readCTree(dir, [join(dir, 'dist')])
    makeTree(dir, { 'dist/include/x.h': '#embed "x"\n' })
    expect(await readCTree(dir, [join(dir, 'dist')])).toEqual(before)
  })
})
