import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parseCommandLine } from '../../../src/cli/parse.ts'
import { cache } from '../../../src/cli/run/cache.ts'
import { styleFor } from '../../../src/report/style.ts'
import { build, writeProject } from '../support/build.ts'
import { toolsDir } from '../support/places.ts'
import { sh } from '../support/shell.ts'
import { temporary } from './support/runner.ts'

const look = { columns: 80, style: styleFor(false) }

/** Kind, state and changed ingredients of what `cache explain` prints. */
async function explained(...words: string[]): Promise<unknown[][]> {
  const parsed = await parseCommandLine(['cache', 'explain', ...words, '--json'], look)
  if (!('run' in parsed)) throw new Error('that is help')
  let said: { entries: { kind: string; state: string; changed: { name: string }[] }[] } = { entries: [] }
  const json = (value: unknown) => {
    said = value as typeof said
  }
  expect(await cache(parsed.run, { ...look, print: () => {}, json, flush: async () => {} })).toBe(0)
  return said.entries.map(({ kind, state, changed }) => [kind, state, changed.map(c => c.name)])
}

it('after a build, each key is the one that the build asked for; after a change, it says which ingredient is another one', async () => {
  const home = temporary()
  const dir = join(home, 'app')
  process.env['PORTABLE_BUILD_TOOLS_DIR'] = toolsDir
  const main = (text: string) => `package main\n\nfunc main() { println("${text}") }\n`
  writeProject(dir, { 'go.mod': 'module example.com/app\n\ngo 1.22\n', 'main.go': main('one'), '.gitignore': 'dist\n' })
  sh(['git', 'init', '--quiet', dir])
  const { report } = await build(dir, { targets: 'amd64', cache: 'true' }, { host: { cacheDir: join(home, 'cache') } })
  expect(report.verified).toBe(true)
  const file = join(home, 'report.json')
  writeFileSync(file, JSON.stringify(report))
  const asked = [dir, '--targets', 'amd64', '--report', file]
  expect(await explained(...asked)).toEqual([
    ['go-build', 'same', []],
    ['result', 'same', []],
  ])
  writeProject(dir, { 'main.go': main('two') })
  expect(await explained(...asked)).toEqual([
    ['go-build', 'same', []],
    ['result', 'changed', ['sources']],
  ])
  expect(await explained(...asked, '--ldflags', '-X main.a=b')).toEqual([
    ['go-build', 'same', []],
    ['result', 'changed', ['commands', 'sources']],
  ])
})
