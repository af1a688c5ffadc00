import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { listMembers } from '../../../../src/cache/pack/list.ts'
import { checkPack, readPackHead } from '../../../../src/cache/pack/read.ts'
import { unpack } from '../../../../src/cache/pack/unpack.ts'
import { writePack } from '../../../../src/cache/pack/write.ts'
import { build, type ProjectBuild, writeProject } from '../../support/build.ts'
import { sh } from '../../support/shell.ts'
import { temporary } from '../support/runner.ts'

const target = 'x86_64-linux'

/** A new machine with the cache of the last one: no module is there. */
async function onNewMachine(home: string): Promise<ProjectBuild> {
  const modules = join(home, 'modules')
  sh(['chmod', '-R', 'u+w', modules])
  rmSync(modules, { recursive: true })
  mkdirSync(modules)
  rmSync(join(home, 'app/.portable-build'), { recursive: true, force: true })
  const env = { GOMODCACHE: modules, GOFLAGS: '-buildvcs=false' }
  const host = { cacheDir: join(home, 'cache') }
  // a result that came back whole would ask for no module
  writeProject(join(home, 'app'), { 'note.txt': String(Math.random()) })
  return build(join(home, 'app'), { targets: target, cache: 'true' }, { env, host })
}

/** Puts another source into an archive of a pack, which then fits in everything but go.sum. */
async function poison(path: string): Promise<void> {
  const dir = temporary()
  const { signal } = new AbortController()
  const head = await readPackHead(path)
  const pack = await checkPack(path, head, signal)
  await unpack({ pack, roots: { download: join(dir, 'download') }, signal })
  const zip = join(dir, 'download/rsc.io/quote/@v/v1.5.2.zip')
  chmodSync(zip, 0o644)
  const change = `import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as z: items = [(i.filename, z.read(i)) for i in z.infolist()]
with zipfile.ZipFile(sys.argv[1], 'w') as z:
    for name, data in items: z.writestr(name, data.replace(b'Hello, world.', b'Hello, enemy.'))`
  sh(['python3', '-c', change, zip])
  const members = await listMembers({ dir: join(dir, 'download'), root: 'download' })
  await writePack({ path, head, members: members.filter(m => m.type === 'file'), signal })
}

it('a poisoned archive of a module is refused by go.sum, and the build is a clean one', async () => {
  const home = temporary()
  onTestFinished(() => void sh(['chmod', '-R', 'u+w', home]))
  mkdirSync(join(home, 'modules'))
  const main = 'package main\n\nimport "rsc.io/quote"\n\nfunc main() { println(quote.Hello()) }\n'
  writeProject(join(home, 'app'), {
    'go.mod': 'module example.com/app\n\ngo 1.22\n\nrequire rsc.io/quote v1.5.2\n',
    'main.go': main,
  })
  sh(['go', 'mod', 'tidy'], { cwd: join(home, 'app'), env: { ...process.env, GOMODCACHE: join(home, 'modules') } })
  const modulesOf = ({ report }: ProjectBuild) => report.cache.filter(r => r.id === 'go-modules app')

  const clean = await onNewMachine(home)
  expect(modulesOf(clean).map(r => [r.hit, r.saved])).toEqual([
    ['miss', undefined],
    ['skipped', 'saved'],
  ])
  const packs = readdirSync(join(home, 'cache')).filter(name => name.includes('go-modules'))
  expect(packs).toHaveLength(1)
  await poison(join(home, 'cache', packs[0] ?? ''))
  const wary = await onNewMachine(home)
  expect(wary.said.filter(line => line.startsWith('warn: ') && line.includes('go-modules'))).toHaveLength(1)
  expect(modulesOf(wary)[0]).toMatchObject({ hit: 'miss', why: expect.stringMatching(/^not used: /) })
  expect(wary.report.verified).toBe(true)
  expect(wary.bytes([target], 'app')).toEqual(clean.bytes([target], 'app'))
  expect(modulesOf(await onNewMachine(home))).toMatchObject([{ hit: 'exact' }])
})
