import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tool } from '../../../src/tool.ts'
import { writeElf } from '../../support/elf-writer.ts'
import { root, toolsDir } from '../support/places.ts'

/** The oldest Node that package.json allows, and the one that we use. */
const nodes = { oldest: '22.15.0', own: process.versions.node } as const

/** Bytes of the packed tarball: what `npx` downloads. */
const largest = 1_000_000

let dir = ''
let tarball = ''

interface Place {
  readonly dir: string
  readonly env: NodeJS.ProcessEnv
}
const places = new Map<string, Place>()

/** The package as npm makes it, installed into an empty directory by each Node's own hand. */
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb-package-'))
  const packed = run(['npm', 'pack', '--ignore-scripts', '--pack-destination', dir], { dir: root, env: process.env })
  expect(packed.status, packed.output).toBe(0)
  tarball = join(dir, readdirSync(dir).find(name => name.endsWith('.tgz')) ?? '')
  for (const [name, version] of Object.entries(nodes)) places.set(name, install(name, version))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function run(argv: readonly [string, ...string[]], { dir: cwd, env }: Place) {
  const { status, stdout, stderr } = spawnSync(argv[0], argv.slice(1), {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return { status, stdout, output: `${stdout}${stderr}` }
}

function install(name: string, version: string): Place {
  const place = join(dir, name)
  mkdirSync(place)
  const path = [binOf(version), ...(process.env['PATH'] ?? '').split(delimiter)].join(delimiter)
  const env = { HOME: place, PATH: path, PORTABLE_BUILD_TOOLS_DIR: toolsDir, NO_COLOR: '1' }
  writeFileSync(join(place, 'package.json'), '{"private":true,"type":"module"}\n')
  writeFileSync(join(place, 'tool'), writeElf().bytes, { mode: 0o755 })
  const done = run(['npm', 'install', '--no-audit', '--no-fund', '--foreground-scripts', tarball], { dir: place, env })
  expect(done.status, done.output).toBe(0)
  return { dir: place, env }
}

/** The directory of a Node: ours, or one that the package registry brings. */
function binOf(version: string): string {
  if (version === process.versions.node) return dirname(process.execPath)
  const place = join(dir, 'nodes', version)
  const name = `node-linux-${process.arch}@${version}`
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', place, name] as const
  const done = run(['npm', ...args], { dir, env: process.env })
  expect(done.status, done.output).toBe(0)
  return join(place, `node_modules/node-linux-${process.arch}/bin`)
}

function at(name: string): Place {
  const place = places.get(name)
  if (!place) throw new Error(`no ${name}`)
  return place
}

describe('the tarball', () => {
  it(`has at most ${largest} bytes, a program, a library, a man page and their licences, and nothing of ours alone`, () => {
    expect(statSync(tarball).size).toBeLessThan(largest)
    const listed = run(['tar', '-tzf', tarball], { dir, env: process.env }).stdout.split('\n')
    const wanted = [
      'dist/cli/index.js',
      'dist/verify/index.js',
      'dist/verify/index.d.ts',
      'man/portable-build.1',
      'LICENSE',
    ]
    expect(listed).toEqual(expect.arrayContaining([...wanted, 'dist/cli/licenses.txt'].map(name => `package/${name}`)))
    expect(listed.filter(name => /package\/(src|test|scripts|node_modules|dist\/main|\.)/.test(name))).toEqual([])
  })
})

describe.each(Object.entries(nodes))('in an empty directory with the %s Node (%s)', (name, version) => {
  const npx = (...args: string[]) => run(['npx', '--no-install', 'portable-build', ...args], at(name))

  it('is installed alone', () => {
    const { dir: place, env } = at(name)
    expect(run(['node', '--version'], { dir: place, env }).stdout).toBe(`v${version}\n`)
    expect(readdirSync(join(place, 'node_modules')).filter(n => !n.startsWith('.'))).toEqual(['portable-build'])
    const manifest = JSON.parse(readFileSync(join(place, 'node_modules/portable-build/package.json'), 'utf8'))
    expect(manifest.engines.node).toBe(`>=${nodes.oldest.replace(/\.0$/, '')}`)
  })

  it('starts, explains itself and completes', () => {
    expect(npx('--version')).toMatchObject({ status: 0, stdout: `portable-build ${tool.version}\n` })
    expect(npx('--help').output).toContain('Commands:')
    expect(npx('help', 'floor').output).toContain('The oldest C library')
    expect(npx('completion', 'bash').stdout).toContain('complete -o filenames')
  })

  it('verifies, and says it as a page', () => {
    const verdict = npx('verify', 'tool', '--json')
    expect(JSON.parse(verdict.stdout)).toMatchObject({ verified: true, files: [{ linkage: 'static' }] })
    expect(npx('verify', 'tool', '--format', 'html', '--output', 'verify.html').status).toBe(0)
    expect(readFileSync(join(at(name).dir, 'verify.html'), 'utf8')).toContain('<h1>1 file verified</h1>')
  })

  it('is a library', () => {
    const script =
      "const { verify } = await import('portable-build/verify'); console.log((await verify('tool')).verified)"
    expect(run(['node', '--input-type=module', '--eval', script], at(name))).toMatchObject({
      status: 0,
      stdout: 'true\n',
    })
  })

  it('plans and builds', () => {
    const project = join(at(name).dir, 'project')
    cpSync(join(root, 'examples/c'), project, {
      recursive: true,
      filter: path => !/\/(dist|\.portable-build)$/.test(path),
    })
    const targets = ['--targets', 'x86_64-linux-musl']
    expect(JSON.parse(npx('plan', 'project', ...targets, '--json').stdout)).toMatchObject({ schema: 1 })
    const built = npx('build', 'project', ...targets, '--backend', 'zig')
    expect(built.status, built.output).toBe(0)
    const files = ['report.html', 'report.json', 'junit.xml', 'SHA256SUMS', 'x86_64-linux-musl/treesum']
    expect(files.filter(file => !existsSync(join(project, 'dist', file)))).toEqual([])
  })
})
