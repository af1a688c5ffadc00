import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { readLimits } from '../../../src/backends/container/limits.ts'
import { openContainer } from '../../../src/build/container/open.ts'
import { fakeExec } from '../../support/fake-exec.ts'
import { makeJob, memoryLog } from '../../support/jobs.ts'

vi.mock('node:os', async original => ({ ...(await original<typeof import('node:os')>()), homedir: vi.fn() }))

const json = JSON.stringify([
  { Id: 'sha256:1', Os: 'linux', Architecture: 'amd64', Config: { Env: ['PATH=/sdk/bin'] } },
])

/** What a container of a project in a new directory can see, `$` for that directory; a plus means that it can write there. */
async function seen(files: readonly string[], project = '', home = '/home/me', security = '[]') {
  const dir = mkdtempSync(join(tmpdir(), 'pb-open-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  vi.mocked(homedir).mockReturnValue(home.replace('$', dir))
  for (const file of files) {
    mkdirSync(join(dir, file, '..'), { recursive: true })
    if (file.endsWith('/')) mkdirSync(join(dir, file))
    else writeFileSync(join(dir, file), '')
  }
  const projectDir = join(dir, project)
  const { exec, commands } = fakeExec(({ argv }) => ({ stdout: argv[1] === 'info' ? security : json }))
  const spec = { image: 'sdk', platform: 'linux/amd64', emulatedCpu: null, limits: readLimits({}, 2) }
  const generated = [{ path: join(dir, 'tools/wrappers/1/cc'), content: '', executable: true }]
  const job = makeJob({ workDir: join(projectDir, '.portable-build/job'), steps: [], files: generated })
  const context = { exec, env: {}, signal: new AbortController().signal, log: memoryLog().log, projectDir }
  const opened = await openContainer({ ...job, container: spec }, { name: 'docker', path: '/docker' }, context)
  const argv = commands.find(c => c.argv[1] === 'run')?.argv ?? []
  const mounts = argv
    .filter((_, i) => argv[i - 1] === '--mount')
    .map(text => {
      const [, source = '', target = '', isReadOnly] = text.replaceAll(dir, '$').split(',')
      const [from, to] = [source, target].map(t => t.split('=')[1])
      return `${isReadOnly ? '' : '+'}${from === to ? to : `${to} is ${from}`}`
    })
  return { mounts, path: opened.path, user: argv[argv.indexOf('--user') + 1] }
}

const tools = '$/tools/wrappers/1'

it('shows the repository without its history, and what it may write', async () => {
  const { mounts, path } = await seen(['.git/', 'app/Makefile'], 'app')
  const work = '$/app/.portable-build/job'
  expect(mounts).toEqual(['$', `$/.git is ${work}/nothing`, `+${work}`, tools])
  expect(path).toBe('/sdk/bin')
})

it('shows an empty file where a worktree has one', async () => {
  expect((await seen(['.git', 'Makefile'])).mounts[1]).toBe('$/.git is /dev/null')
})

it('shows the project alone where there is no repository, or only one that is the whole home directory', async () => {
  const alone = ['$/me/app', '+$/me/app/.portable-build/job', tools]
  expect((await seen(['me/app/Makefile'], 'me/app')).mounts).toEqual(alone)
  expect((await seen(['me/.git/', 'me/app/Makefile'], 'me/app', '$/me')).mounts).toEqual(alone)
  expect((await seen(['.git/', 'me/app/Makefile'], 'me/app', '$/me')).mounts).toEqual(alone)
})

it('is root in a rootless engine, because that is the user', async () => {
  expect((await seen(['Makefile'], '', '/home/me', '["name=seccomp,profile=builtin","name=rootless"]')).user).toBe(
    '0:0',
  )
  expect((await seen(['Makefile'])).user).toBe(`${process.getuid?.()}:${process.getgid?.()}`)
})
