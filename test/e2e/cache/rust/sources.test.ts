import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it, onTestFinished } from 'vitest'
import { type Files, serveRegistry, workspace } from './crates.ts'
import { type Machine, makeMachine } from './machine.ts'
import { expanded, readingCrates, scripted } from './reading.ts'

const made: (() => void)[] = []
afterEach(() => {
  for (const dispose of made.splice(0)) dispose()
})

/** A machine of its own: each project here has a lock of its own. */
function fresh(): Machine {
  const machine = makeMachine(readingCrates)
  made.push(() => machine.dispose())
  return machine
}

const home = ({ project }: Machine) => join(project, '.portable-build/app-native/cargo')

/** Sources from outside as cargo finds them: paths below `registry/src/<index>`, with what is in them. */
function sourcesOf(machine: Machine): Files {
  const src = join(home(machine), 'registry/src')
  const paths = readdirSync(src, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const all = paths.map(entry => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    all.map(path => [path.slice(src.length).replace(/^\/[^/]+\//, ''), readFileSync(path, 'utf8')]),
  )
}

async function likeClean(machine: Machine, files: Files, online = false) {
  machine.checkout(files)
  const built = await machine.build({ online })
  const found = sourcesOf(machine)
  const clean = await machine.clean({ online })
  expect(clean.ok, clean.says).toBe(true)
  expect({ says: built.says, digest: built.digest }).toEqual({ says: clean.says, digest: clean.digest })
  return { ...built, found }
}

it('comes back as what cargo reads of it, and nothing that could be compiled', async () => {
  const machine = fresh()
  machine.checkout(workspace)
  await machine.build()
  const { external, recovered, found } = await likeClean(machine, workspace)
  expect({ external, recovered }).toEqual({ external: [], recovered: null })
  expect(found['extlib-1.0.0/Cargo.toml']).toContain('name = "extlib"')
  expect(found['extlib-1.0.0/src/lib.rs']).toMatch(/^compile_error!/)
  expect(found['extenv-1.0.0/build.rs']).toMatch(/^compile_error!/)
})

it('is whole for what build scripts of the project read, also when they run again', async () => {
  const machine = fresh()
  machine.checkout(scripted)
  expect((await machine.build()).says).toBe('tooled handed true\n')
  const edited = { ...scripted, 'build.rs': `${scripted['build.rs']}// edited\n` }
  const built = await likeClean(machine, edited)
  expect(built).toMatchObject({ says: 'tooled handed true\n', external: [], own: ['app'], recovered: null })
  expect(built.found['exttool-1.0.0/data/word.txt']).toBe('tooled')
  expect(built.found['extplain-1.0.0/src/lib.rs']).toMatch(/^compile_error!/)
})

it('is fetched where a procedural macro reads what is not there', async () => {
  const machine = fresh()
  machine.checkout(expanded)
  await machine.build()
  const built = await likeClean(machine, { ...expanded, 'src/main.rs': `${expanded['src/main.rs']}// edited\n` })
  expect(built).toMatchObject({ says: 'expanded\n', external: [] })
  expect(built.recovered).toContain('was read')
})

it('is unpacked from archives of the cache when crates are compiled again: the network is not asked', async () => {
  const machine = fresh()
  const { requests, config, close } = await serveRegistry(machine.registry)
  onTestFinished(() => void close())
  const files = { ...workspace, '.cargo/config.toml': config }
  machine.checkout(workspace) // settles the lock, of the registry as a directory
  machine.checkout(files)
  await machine.build({ online: true })
  requests.length = 0
  machine.forgetCargo()
  machine.checkout(files)
  const built = await machine.build({ online: true, env: { EXT_MODE: 'fast' } })
  expect(built).toMatchObject({ external: ['extenv', 'extlib'], recovered: null })
  expect(built.says).toContain('mode=fast')
  expect(requests).toEqual([])
})

it('is downloaded again where the archives are not in the cache any more', async () => {
  const machine = fresh()
  const { requests, config, close } = await serveRegistry(machine.registry)
  onTestFinished(() => void close())
  machine.checkout(workspace)
  machine.checkout({ ...workspace, '.cargo/config.toml': config })
  await machine.build({ online: true })
  for (const key of machine.entries.keys()) if (key.includes('rust-cold')) machine.entries.delete(key)
  requests.length = 0
  machine.forgetCargo()
  const built = await likeClean(
    machine,
    { ...workspace, '.cargo/config.toml': `${config}[env]\nEXT_MODE = "fast"\n` },
    true,
  )
  expect(built.says).toContain('mode=fast')
  expect(built.recovered).toMatch(/all is built again$/)
  expect(requests.filter(path => path.startsWith('/dl/')).length).toBeGreaterThan(0)
})

it('of a directory that was left as it is: placeholders of an earlier run are noticed', async () => {
  const machine = fresh()
  machine.checkout(workspace)
  await machine.build()
  machine.checkout(workspace)
  expect(await machine.build()).toMatchObject({ external: [], own: [], recovered: null })
  const built = await machine.build({ features: 'extra' })
  expect(built.says).toContain('extra=true')
  expect(built.recovered).not.toBeNull()
  // now nothing is a placeholder any more, and what is here is newer than the cache
  writeFileSync(join(machine.project, 'crates/leaf/src/lib.rs'), 'pub fn leaf() -> &\'static str { "leaf 2" }\n')
  expect(await machine.build({ features: 'extra' })).toMatchObject({ external: [], recovered: null })
})
