import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { countPackages, isGoObject, postponeTrim, selectGoObjects } from '../../../src/cache/go/objects.ts'
import { listFiles } from '../../../src/cache/kept/files.ts'
import { makeTree, scratchDir, type TreePlan } from '../../support/cache/trees.ts'

const stamp = Date.UTC(2000, 0, 1) / 1000
const id = (digit: string) => digit.repeat(64)
const at = (digit: string, kind: 'a' | 'd') => `${digit.repeat(2)}/${id(digit)}-${kind}`
const action = (of: string, output: string) => `v1 ${id(of)} ${id(output)}            1     1795279249\n`

/** Actions 1 and 2 were used, 3 was not; 4 has lost its output. Go has not touched the output of 2. */
const cache: TreePlan = {
  [at('1', 'a')]: action('1', 'a'),
  [at('a', 'd')]: '!<arch>\n__.PKGDEF',
  [at('2', 'a')]: action('2', 'b'),
  [at('b', 'd')]: { content: 'go index v2\nmain', mtime: stamp },
  [at('3', 'a')]: { content: action('3', 'c'), mtime: stamp },
  [at('c', 'd')]: { content: 'old', mtime: stamp },
  [at('4', 'a')]: action('4', 'e'),
  [at('f', 'd')]: 'an output alone',
  'trim.txt': '1',
  README: 'This directory holds cached build artifacts',
  'fuzz/x': 'corpus',
}

describe('objects in a GOCACHE', () => {
  it('are those that were used, with their outputs; nothing of this machine', async () => {
    const dir = makeTree(scratchDir(), cache)
    const files = await listFiles(dir, isGoObject)
    expect(files.map(f => f.path)).not.toContain('trim.txt')
    const chosen = await selectGoObjects(dir, files)
    expect(chosen.map(f => f.path).sort()).toEqual([at('1', 'a'), at('2', 'a'), at('a', 'd'), at('b', 'd')].sort())
  })

  it('are counted by package: what a directory imports is none', async () => {
    const dir = makeTree(scratchDir(), cache)
    expect(await countPackages(dir, [at('2', 'a'), at('b', 'd')])).toBe(0)
    expect(await countPackages(dir, [at('2', 'a'), at('1', 'a'), at('a', 'd'), at('4', 'a')])).toBe(1)
  })

  it('are not cleaned away by the first command: go reads seconds', async () => {
    const dir = scratchDir()
    await postponeTrim(dir, 1_795_279_249_999)
    expect(readFileSync(join(dir, 'trim.txt'), 'utf8')).toBe('1795279249')
  })
})
