import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { judgeFile } from '../../../src/verify/judge.ts'
import { anyPolicy } from '../../../src/verify/policies.ts'
import { maxVersion } from '../../../src/version.ts'
import { prepared } from '../support/prepared.ts'
import { sh } from '../support/shell.ts'
import { elfFiles, membersOf } from './tree.ts'

const minutes = (n: number) => n * 60_000

/** A Python application as one file, made by a packer of the Python index; made once per machine. */
function oneFile(packer: string, requirements: readonly string[], command: readonly string[]): Promise<string> {
  return prepared(`onefile/${packer}`, async dir => {
    const modules = join(dir, 'modules')
    sh(['python3', '-m', 'pip', 'install', '-q', '--no-cache-dir', '--target', modules, ...requirements])
    mkdirSync(join(dir, 'work'))
    writeFileSync(join(dir, 'work/app.py'), 'import json, zlib\nprint(json.dumps({"ok": True}))\n')
    const env = { ...process.env, PYTHONPATH: modules }
    sh(['nice', 'python3', ...command, 'app.py'], { cwd: join(dir, 'work'), env })
  })
}

describe('PyInstaller', () => {
  it(
    '--onefile: every library that it unpacks is judged',
    async () => {
      const dir = await oneFile(
        'pyinstaller-6.22.3',
        ['pyinstaller==6.22.3'],
        ['-m', 'PyInstaller', '--onefile', '-y', '--log-level=WARN'],
      )
      const path = join(dir, 'work/dist/app')
      const report = await judgeFile(path, anyPolicy())
      expect(report.kind).toBe('PyInstaller onefile')
      const listed = sh(
        [
          'python3',
          '-c',
          `from PyInstaller.archive.readers import CArchiveReader
for name, entry in CArchiveReader(${JSON.stringify(path)}).toc.items():
    if entry[-1] == 'b': print(name)`,
        ],
        { env: { ...process.env, PYTHONPATH: join(dir, 'modules') } },
      )
      expect(report.payload.map(p => p.path).sort()).toEqual(listed.trim().split('\n').sort())
      expect(report.payload.length).toBeGreaterThan(5)
      expect(report.floor.glibc).toBe(report.payload.map(p => p.floor.glibc).reduce(maxVersion, null))
    },
    minutes(15),
  )
})

describe('Nuitka', () => {
  const options = ['--onefile', '--assume-yes-for-downloads', '--lto=no', '--low-memory']

  // 4.0 appends the payload, 4.1 and later link it in.
  it.each(['4.3.3', '4.0.8'])(
    '%s --onefile: what it unpacks is what it packed',
    async version => {
      const dir = await oneFile(`nuitka-${version}`, [`nuitka==${version}`, 'zstandard'], ['-m', 'nuitka', ...options])
      const work = join(dir, 'work')
      const report = await judgeFile(join(work, 'app.bin'), anyPolicy())
      expect(report.kind).toBe('Nuitka onefile')
      const packed = elfFiles(join(work, readdirSync(work).find(n => n.endsWith('.dist')) ?? ''))
      expect(membersOf(report)).toEqual(packed)
      expect(report.payload.length).toBeGreaterThan(3)
    },
    minutes(40),
  )
})
