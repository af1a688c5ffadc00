import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BuildError } from '../src/errors.ts'
import { readTree } from '../src/tree.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "tree of 'ä\n"))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function put(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(join(dir, dirname(path)), { recursive: true })
    writeFileSync(join(dir, path), `text of ${path}`)
  }
}

function refusal(act: () => unknown): BuildError {
  try {
    act()
  } catch (error) {
    if (error instanceof BuildError) return error
  }
  throw new Error('nothing was refused')
}

describe('readTree', () => {
  it('lists the files of a project with any name, sorted, and reads them', () => {
    put('b/new\nline', 'a', "b/it's ü", 'b/.hidden')
    const tree = readTree(dir)
    expect(tree.files).toEqual(['a', 'b/.hidden', "b/it's ü", 'b/new\nline'])
    expect(tree.read('b/new\nline')).toBe('text of b/new\nline')
    expect(tree.notices).toEqual([])
  })

  it('leaves out version control, dependencies, caches, virtual environments and what builds wrote', () => {
    put('Cargo.toml', 'target/debug/a', '.git/config', 'node_modules/x/index.js', '.portable-build/job/out/a')
    put('venv/pyvenv.cfg', 'venv/bin/python', 'cache/CACHEDIR.TAG', 'cache/x', 'dist/x86_64-linux/a')
    put('vendor/modules.txt', 'vendor/example.com/x/x.go')
    expect(readTree(dir).files).toEqual(['Cargo.toml', 'vendor/modules.txt'])
  })

  it('knows a target directory of cargo from a package that is called target', () => {
    put('go.mod', 'cmd/target/main.go')
    expect(readTree(dir).files).toContain('cmd/target/main.go')
  })

  it.each(['out/put', './out/put/', 'absolute'])('leaves out the output directory, written as %s', written => {
    put('main.c', 'out/put/x', 'out/kept')
    const skip = written === 'absolute' ? join(dir, 'out/put') : written
    expect(readTree(dir, [skip]).files).toEqual(['main.c', 'out/kept'])
  })

  it('follows no links: a circle ends, and nothing outside is read', () => {
    put('src/main.c')
    symlinkSync('..', join(dir, 'src/up'))
    symlinkSync('/etc/passwd', join(dir, 'passwd'))
    symlinkSync('loop', join(dir, 'loop'))
    const tree = readTree(dir)
    expect(tree.files).toEqual(['src/main.c'])
    expect(tree.read('passwd')).toBeNull()
    expect(tree.read('../outside')).toBeNull()
  })

  it('has no text for what is not UTF-8, too big or gone', () => {
    put('gone')
    writeFileSync(join(dir, 'binary'), Buffer.from([0xff, 0xfe, 0x00]))
    writeFileSync(join(dir, 'big'), Buffer.alloc(1024 * 1024 + 1, 'a'))
    const tree = readTree(dir)
    rmSync(join(dir, 'gone'))
    expect(['binary', 'big', 'gone'].map(tree.read)).toEqual([null, null, null])
  })

  it('says where it stopped', () => {
    put(`${'d/'.repeat(14)}deep`, 'near')
    const tree = readTree(dir)
    expect(tree.files).toEqual(['near'])
    expect(tree.notices).toEqual(['directories more than 12 deep were not looked at'])
  })

  it('keeps the nearest files of too many', () => {
    put('many/1', 'many/2', 'many/3', 'zz-near')
    const tree = readTree(dir, [], { files: 3, depth: 12 })
    expect(tree.files).toHaveLength(3)
    expect(tree.files).toContain('zz-near')
    expect(tree.notices).toEqual(['only the first 3 files were looked at'])
    expect(readTree(dir, [], { files: 4, depth: 12 }).notices).toEqual([])
  })

  it('refuses a directory that is not there, or is a file', () => {
    put('file')
    expect(refusal(() => readTree(join(dir, 'missing')))).toMatchObject({ code: 'unreadable-project' })
    expect(refusal(() => readTree(join(dir, 'missing'))).message).toContain('it does not exist')
    expect(refusal(() => readTree(join(dir, 'file'))).message).toContain('it is not a directory')
    symlinkSync('loop', join(dir, 'loop'))
    expect(refusal(() => readTree(join(dir, 'loop'))).message).toContain('circles')
  })

  it('tells of a directory that may not be read; the project itself must be', () => {
    put('closed/x', 'open/y')
    chmodSync(dir, 0o755)
    chmodSync(join(dir, 'closed'), 0)
    const tree = asNobody(() => readTree(dir))
    expect(tree.files).toEqual(['open/y'])
    expect(tree.notices).toEqual(['closed/ was not looked at: permission denied'])
    expect(asNobody(() => refusal(() => readTree(join(dir, 'closed')))).message).toContain('permission denied')
    chmodSync(join(dir, 'closed'), 0o700)
  })
})

/** root may read everything. */
function asNobody<T>(act: () => T): T {
  if (process.geteuid?.() !== 0) return act()
  process.seteuid?.(65534)
  try {
    return act()
  } finally {
    process.seteuid?.(0)
  }
}
