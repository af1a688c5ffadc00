import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root, toolsDir } from '../support/places.ts'
import { type Registry, serveTarball } from './registry.ts'

const page = readFileSync(join(root, 'docs/other-ci.md'), 'utf8')

/** The fenced block below a heading. */
function blockOf(heading: string, language: string): string {
  const section = page.split(/^## /m).find(s => s.startsWith(`${heading}\n`)) ?? ''
  const block = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(section)?.[1]
  if (block === undefined) throw new Error(`docs/other-ci.md has no ${language} below "${heading}"`)
  return block
}

let home = ''
let project = ''
let registry: Registry

/** A home directory in which npx finds the package of this tree as version 1.0.0, and a project that is a clone. */
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'pb-other-ci-'))
  const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--pack-destination', home], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(packed.status, packed.stderr).toBe(0)
  const tarball = readdirSync(home).find(name => name.endsWith('.tgz')) ?? ''
  registry = await serveTarball(join(home, tarball), 'portable-build', '1.0.0')
  writeFileSync(join(home, '.npmrc'), `registry=${registry.url}\nfund=false\nupdate-notifier=false\n`)
  mkdirSync(join(home, '.cache/portable-build'), { recursive: true })
  symlinkSync(toolsDir, join(home, '.cache/portable-build/tools'))
  const origin = join(home, 'origin')
  const filter = (path: string) => !/\/(dist|\.portable-build)$/.test(path)
  cpSync(join(root, 'examples/c'), origin, { recursive: true, filter })
  for (const argv of [
    ['init', '-q'],
    ['add', '.'],
    ['commit', '-qm', 'All of it'],
  ])
    git(origin, ...argv)
  project = join(home, 'project')
  git(home, 'clone', '-q', origin, project)
})
afterAll(() => {
  registry.close()
  rmSync(home, { recursive: true, force: true })
})

function git(cwd: string, ...args: string[]): void {
  const done = spawnSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@localhost', ...args], {
    cwd,
    encoding: 'utf8',
  })
  expect(done.status, done.stderr).toBe(0)
}

/** Runs a script as a CI service does: nothing in the environment but PATH and HOME. */
function shell(script: string, cwd: string): Promise<{ code: number | null; output: string }> {
  const env = { PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`, HOME: home }
  const child = spawn('sh', ['-eu', '-c', script], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  return new Promise((resolve, reject) => child.on('error', reject).on('close', code => resolve({ code, output })))
}

function fresh(): void {
  for (const name of ['dist', 'legs', 'matrix.json']) rmSync(join(project, name), { recursive: true, force: true })
}

const missing = (...names: string[]) => names.filter(name => !existsSync(join(project, 'dist', name)))

describe('docs/other-ci.md in a bare shell', () => {
  it('builds in any shell', async () => {
    fresh()
    const { code, output } = await shell(blockOf('Any shell', 'sh'), project)
    expect(code, output).toBe(0)
    expect(missing('report.html', 'junit.xml', 'SHA256SUMS', 'aarch64-linux-musl/treesum')).toEqual([])
  })

  it('builds in Jenkins, and leaves what its steps look for', async () => {
    const steps = blockOf('Jenkins', 'groovy')
    const commands = [...steps.matchAll(/\bsh '([^']+)'/g)].map(m => m[1] ?? '')
    expect(commands).toHaveLength(1)
    fresh()
    const { code, output } = await shell(commands.join('\n'), project)
    expect(code, output).toBe(0)
    const read = /junit '([^']+)'/.exec(steps)?.[1] ?? ''
    expect(existsSync(join(project, read))).toBe(true)
  })

  it('says nothing by night unless something broke', async () => {
    fresh()
    const script = blockOf('cron', 'sh')
    expect(await shell(script, home)).toEqual({ code: 0, output: '' })
    writeFileSync(join(home, 'origin/CMakeLists.txt'), 'message(FATAL_ERROR "broken by a commit")\n')
    git(join(home, 'origin'), 'commit', '-qam', 'Break it')
    const broken = await shell(script, home)
    expect(broken.code).toBe(1)
    expect(broken.output).toContain('broken by a commit')
    git(join(home, 'origin'), 'revert', '--no-edit', 'HEAD')
    git(project, 'pull', '-q')
  })

  it('puts the legs of several machines together', async () => {
    fresh()
    const { code, output } = await shell(blockOf('Several machines', 'sh'), project)
    expect(code, output).toBe(0)
    expect(missing('index.json', 'report.html', 'SHA256SUMS')).toEqual([])
  })
})
