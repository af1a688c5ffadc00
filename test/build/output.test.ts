import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Artifact, checksums, placeArtifacts, writeOutputFiles } from '../../src/build/output.ts'

let root = ''
let out = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "pb out it's a\nü "))
  out = join(root, 'dist')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** A built file with this content. */
function built(target: string, name: string, content = `${target} ${name}`): Artifact {
  const path = join(root, `built-${target}-${name}`)
  writeFileSync(path, content, { mode: 0o600 })
  return { target, name, path }
}

/** Every file below the output directory but the manifest, with its content. */
function files(): Record<string, string> {
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(
    name => name !== '.portable-build.json' && statSync(join(out, name)).isFile(),
  )
  return Object.fromEntries(names.sort().map(name => [name, readFileSync(join(out, name), 'utf8')]))
}

const sha = (text: string) => createHash('sha256').update(text).digest('hex')

describe('placeArtifacts', () => {
  it('puts executables that everybody may run where they belong, whatever the umask and the name', async () => {
    const before = process.umask(0o077)
    const placed = await placeArtifacts(out, [built('t1', 'app'), built('t1', "it's ü"), built('t2', 'app')])
    process.umask(before)
    expect(files()).toEqual({ 't1/app': 't1 app', "t1/it's ü": "t1 it's ü", 't2/app': 't2 app' })
    expect(placed.map(p => [p.relative, p.sha256, p.path])[0]).toEqual(['t1/app', sha('t1 app'), join(out, 't1/app')])
    expect(statSync(join(out, 't1/app')).mode & 0o777).toBe(0o755)
  })

  it('removes what an earlier run of ours wrote, and only that', async () => {
    await placeArtifacts(out, [built('t1', 'app'), built('t1', 'tool'), built('t2', 'app')])
    await writeOutputFiles(out, { 'report.json': '{"verified":true}' })
    writeFileSync(join(out, 'notes.txt'), 'mine')
    writeFileSync(join(out, 't1/README'), 'mine')
    writeFileSync(join(out, 't1/tool'), 'changed by me')
    await placeArtifacts(out, [built('t3', 'app')])
    expect(files()).toEqual({
      'notes.txt': 'mine',
      't1/README': 'mine',
      't1/tool': 'changed by me',
      't3/app': 't3 app',
    })
    expect(existsSync(join(out, 't2'))).toBe(false)
  })

  it('replaces its own executable, and leaves a running one running', async () => {
    await placeArtifacts(out, [built('t1', 'app', 'old')])
    const inode = statSync(join(out, 't1/app')).ino
    await placeArtifacts(out, [built('t1', 'app', 'new')])
    expect(files()).toEqual({ 't1/app': 'new' })
    expect(statSync(join(out, 't1/app')).ino).not.toBe(inode)
  })

  it.each([
    ['a file', () => writeFileSync(join(out, 't1/app'), 'mine')],
    ['a directory', () => mkdirSync(join(out, 't1/app'))],
    ['a dangling link', () => symlinkSync('nowhere', join(out, 't1/app'))],
  ])('refuses to replace %s that is not ours, and then changes nothing', async (_, put) => {
    mkdirSync(join(out, 't1'), { recursive: true })
    put()
    const attempt = placeArtifacts(out, [built('t0', 'app'), built('t1', 'app')])
    await expect(attempt).rejects.toMatchObject({
      code: 'cannot-write',
      message: expect.stringContaining('t1/app is in the way'),
    })
    expect(readdirSync(out)).toEqual(['t1'])
    expect(readdirSync(join(out, 't1'))).toEqual(['app'])
  })

  it('does not write through a link that somebody put into the output directory', async () => {
    mkdirSync(join(root, 'elsewhere'))
    mkdirSync(out)
    symlinkSync('../elsewhere', join(out, 't1'))
    await expect(placeArtifacts(out, [built('t1', 'app')])).rejects.toMatchObject({ code: 'cannot-write' })
    expect(readdirSync(join(root, 'elsewhere'))).toEqual([])
  })

  it('trusts no manifest that leads out of the directory', async () => {
    mkdirSync(out)
    writeFileSync(join(root, 'precious'), 'mine')
    const manifest = { schema: 1, files: { '../precious': sha('mine'), 't1/../../precious': sha('mine') } }
    writeFileSync(join(out, '.portable-build.json'), JSON.stringify(manifest))
    await placeArtifacts(out, [built('t1', 'app')])
    expect(readFileSync(join(root, 'precious'), 'utf8')).toBe('mine')
  })

  it.each(['../app', '', '.', '..', 'a/b', 'a\0b'])('refuses %j as a name', async name => {
    const path = built('t1', 'app').path
    await expect(placeArtifacts(out, [{ target: 't1', name, path }])).rejects.toMatchObject({ code: 'cannot-write' })
    expect(existsSync(out)).toBe(false)
  })

  it('changes nothing when the disk fills up in the middle, and says so', async () => {
    await placeArtifacts(out, [built('t1', 'app', 'old')])
    const before = { ...files(), manifest: readFileSync(join(out, '.portable-build.json'), 'utf8') }
    const big = built('t2', 'big', 'x'.repeat(200_000))
    const code = `import(${JSON.stringify(new URL('../../src/build/output.ts', import.meta.url))})
      .then(m => m.placeArtifacts(...JSON.parse(process.argv[1])))
      .catch(e => process.stdout.write(JSON.stringify({ code: e.code, exitCode: e.exitCode })))`
    const args = JSON.stringify([out, [built('t1', 'app', 'new'), big]])
    // a limit of the file size is the full disk that needs no root; XFSZ is ignored so that the write fails instead
    const limited = `trap "" XFSZ; ulimit -f 100; exec "$@"`
    const run = spawnSync('sh', ['-c', limited, 'sh', process.execPath, '-e', code, args], { encoding: 'utf8' })
    expect(run.stdout).toBe('{"code":"disk-full","exitCode":3}')
    expect({ ...files(), manifest: readFileSync(join(out, '.portable-build.json'), 'utf8') }).toEqual(before)
    expect(readdirSync(out).sort()).toEqual(['.portable-build.json', 't1'])
  })

  it('says cannot-write where it cannot', async () => {
    writeFileSync(out, 'a file')
    await expect(placeArtifacts(out, [built('t1', 'app')])).rejects.toMatchObject({ code: 'cannot-write', exitCode: 3 })
    await expect(placeArtifacts('/proc/pb/out', [built('t1', 'app')])).rejects.toMatchObject({ code: 'cannot-write' })
    expect(readFileSync(out, 'utf8')).toBe('a file')
  })
})

describe('writeOutputFiles', () => {
  it('replaces its own files and keeps foreign ones', async () => {
    await writeOutputFiles(out, { 'report.json': '1', 'report.md': '1' })
    await writeOutputFiles(out, { 'report.json': '2' })
    expect(files()).toEqual({ 'report.json': '2', 'report.md': '1' })
    writeFileSync(join(out, 'junit.xml'), 'mine')
    await expect(writeOutputFiles(out, { 'report.json': '3', 'junit.xml': '3' })).rejects.toMatchObject({
      code: 'cannot-write',
    })
    expect(files()).toEqual({ 'report.json': '2', 'report.md': '1', 'junit.xml': 'mine' })
  })
})

describe('checksums', () => {
  it('is what sha256sum -c reads, for every name', async () => {
    const odd = ['app', "it's ü", 'a b', 'x\ny', 'back\\slash', '*star']
    const placed = await placeArtifacts(
      out,
      odd.map(name => built('t1', name)),
    )
    await writeOutputFiles(out, { SHA256SUMS: checksums(placed) })
    const said = execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: out, encoding: 'utf8' })
    expect(said.match(/: OK$/gm)).toHaveLength(odd.length)
  })
})
