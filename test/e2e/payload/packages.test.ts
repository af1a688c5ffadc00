import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judgeFile } from '../../../src/verify/judge.ts'
import { anyPolicy } from '../../../src/verify/policies.ts'
import { sh } from '../support/shell.ts'
import { elfFiles, makeTree, membersOf } from './tree.ts'

let dir = ''
let tree = ''
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'packages-'))
  tree = makeTree(join(dir, 'tree'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** Every ELF file of the tree is found, byte by byte, and is judged as it is outside. */
async function expectTree(path: string, kind: string) {
  const report = await judgeFile(path, anyPolicy())
  expect([report.kind, report.findings.filter(f => f.id.startsWith('payload-un'))]).toEqual([kind, []])
  expect(membersOf(report)).toEqual(elfFiles(tree))
  for (const member of report.payload) {
    const outside = await judgeFile(join(tree, member.path.replace(/^\.\//, '')), anyPolicy(), { name: member.path })
    expect(member).toEqual(outside)
  }
  return report
}

describe('packages made by their own tools', () => {
  it.each(['gzip', 'xz', 'zstd', 'none'])('dpkg-deb -Z%s', async compression => {
    const root = join(dir, `deb-${compression}`)
    cpSync(tree, root, { recursive: true, verbatimSymlinks: true })
    mkdirSync(join(root, 'DEBIAN'))
    const control = [
      'Package: tool',
      'Version: 1',
      'Architecture: amd64',
      'Maintainer: nobody <n@example.org>',
      'Description: x',
    ]
    writeFileSync(join(root, 'DEBIAN/control'), `${control.join('\n')}\n`)
    sh(['dpkg-deb', '--root-owner-group', `-Z${compression}`, '--build', root, `${root}.deb`])
    await expectTree(`${root}.deb`, 'deb')
  })

  it.each(['w6.gzdio', 'w2.xzdio', 'w3.zstdio'])('rpmbuild, payload %s', async payload => {
    const top = join(dir, `rpm-${payload}`)
    mkdirSync(top)
    const spec = [
      ...['Name: tool', 'Version: 1', 'Release: 1', 'Summary: x', 'License: x', 'AutoReqProv: no', '%description', 'x'],
      ...['%install', `cp -a ${tree}/. %{buildroot}/`, '%files', '/usr'],
    ]
    writeFileSync(join(top, 'tool.spec'), `${spec.join('\n')}\n`)
    const defines = [`_topdir ${top}`, `_binary_payload ${payload}`, '__os_install_post %{nil}', 'debug_package %{nil}']
    sh(['rpmbuild', '-bb', ...defines.flatMap(d => ['--define', d]), join(top, 'tool.spec')])
    const path = sh(['find', top, '-name', '*.rpm']).trim()
    await expectTree(path, 'rpm')
  })

  it.each([
    ['tar.gz', ['tar', '-czf']],
    ['tar.xz', ['tar', '-cJf']],
    ['tar.zst', ['tar', '--zstd', '-cf']],
    ['tar', ['tar', '--format=posix', '-cf']],
    ['tar', ['tar', '--format=v7', '-cf']],
  ] as const)('%s (%j)', async (suffix, command) => {
    const path = join(dir, `tool.${suffix}`)
    sh([...command, path, '-C', tree, '.'])
    await expectTree(path, 'tar')
  })

  it('zip of Python, and what xz writes in several blocks', async () => {
    const zip = join(dir, 'tool.zip')
    sh(['python3', '-m', 'zipfile', '-c', zip, 'usr'], { cwd: tree })
    const { kind, payload } = await judgeFile(zip, anyPolicy())
    // It packs what a link points to once more.
    expect([kind, [...new Set(payload.map(p => p.sha256))].sort()]).toEqual([
      'zip',
      Object.values(elfFiles(tree)).sort(),
    ])
    const tar = join(dir, 'blocks.tar')
    sh(['tar', '-cf', tar, '-C', tree, '.'])
    sh(['xz', '-T2', '--block-size=1MiB', tar])
    await expectTree(`${tar}.xz`, 'tar')
  })
})

describe('AppImage', () => {
  const compressors = ['gzip', 'xz', 'zstd'] as const

  function appImage(name: string, ...options: string[]): string {
    const image = join(dir, `${name}.squashfs`)
    sh(['mksquashfs', tree, image, '-noappend', '-quiet', '-no-progress', ...options])
    const runtime = readFileSync('/bin/true')
    runtime.write('AI\x02', 8, 'latin1')
    const path = join(dir, `${name}.AppImage`)
    writeFileSync(path, Buffer.concat([runtime, readFileSync(image)]))
    chmodSync(path, 0o755)
    return path
  }

  it.each(compressors)('with an image compressed by %s', async compressor => {
    const report = await expectTree(appImage(compressor, '-comp', compressor), 'AppImage')
    expect(report).toMatchObject({ linkage: 'dynamic-glibc', arch: report.payload[0]?.arch })
  })

  it('with blocks of 1 MiB, of 4 KiB, without fragments, with every file in fragments, with nothing compressed', async () => {
    const variants = {
      large: ['-b', '1M'],
      small: ['-b', '4K'],
      whole: ['-no-fragments'],
      tails: ['-always-use-fragments'],
      plain: ['-noI', '-noD', '-noF'],
    }
    for (const [name, options] of Object.entries(variants)) await expectTree(appImage(name, ...options), 'AppImage')
  })

  it.each(['lz4', 'lzo'])('with %s is not read, and says so', async compressor => {
    const report = await judgeFile(appImage(compressor, '-comp', compressor), anyPolicy())
    expect(report.findings[0]).toMatchObject({ id: 'payload-unreadable', evidence: compressor })
    expect(report.verified).toBe(false)
  })

  it('cut off is never verified', async () => {
    const bytes = readFileSync(appImage('cut', '-comp', 'zstd'))
    for (const share of [0.3, 0.6, 0.9, 0.999]) {
      writeFileSync(join(dir, 'cut'), bytes.subarray(0, Math.floor(bytes.length * share)), { mode: 0o755 })
      expect((await judgeFile(join(dir, 'cut'), anyPolicy())).verified).toBe(false)
    }
  })
})
