import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../support/places.ts'
import { buildPython, project, target } from './build.ts'
import { startOnOld } from './old-root.ts'

describe('one file by Nuitka', () => {
  it('has ssl, sqlite3, ctypes, multiprocessing and a wheel with C in it, and starts on glibc 2.31 from a floor of 2.17', async () => {
    const dir = project({})
    const isSource = (path: string) => !/\/(dist|\.portable-build)(\/|$)/.test(path.slice(root.length))
    cpSync(join(root, 'examples/python'), dir, { recursive: true, filter: isSource })
    const { report, artifact, said } = await buildPython(dir)
    const path = artifact(target, 'pystat')
    const [file] = report.files
    expect(file?.kind).toBe('Nuitka onefile')
    expect(file?.payload.length).toBeGreaterThan(20)
    const newest = file?.payload.map(p => Number(p.floor.glibc?.split('.')[1] ?? 0)) ?? []
    expect(Math.max(...newest)).toBeLessThanOrEqual(17)
    // the wheel's library is in it, and nothing of this machine
    expect(file?.payload.map(p => p.path).some(p => /yaml.*_yaml.*\.so$/.test(p))).toBe(true)
    expect(file?.payload.map(p => p.path).filter(p => /libz\.so|libcrypt|libssl|libpython/.test(p))).toEqual([])
    expect(report.notices.join('\n')).toMatch(/noexec[\s\S]*\/dev\/shm/)
    expect(said.some(line => /\d+ of \d+ C files compiled/.test(line))).toBe(true)

    const facts = await startOnOld(path, 'pystat', ['--facts'])
    expect(facts.stderr).toBe('')
    expect(facts.stdout).toMatch(
      /^pid: true\nopenssl: OpenSSL 3\.\S+.*\nsqlite: 3\.\S+\nlibyaml: true\npython: 3\.11\.2\n/,
    )
    const files = { 'tree/a.txt': 'x', 'tree/b.txt': 'xy', 'tree/deep/c.md': 'xyz' }
    const counted = await startOnOld(path, 'pystat', ['tree'], { files })
    expect(counted.stdout.trim().split(/\s+/)).toEqual(['.md', '1', '3', '.txt', '2', '3'])

    // what the report says that a machine must have, it must have
    const noexec = await startOnOld(path, 'pystat', ['--version'], { tmp: 'mode=1777,noexec' })
    expect(noexec).toMatchObject({ code: 2, stderr: expect.stringContaining('Permission denied') })
    const locale = await startOnOld(path, 'pystat', ['--version'], { env: { LC_ALL: 'xx_YY.UTF-8' } })
    expect(locale.stdout).toBe('pystat 1.0.0\n')
  })

  it('is the program that was built, and not the one that an earlier build embedded', async () => {
    const program = (word: string) => ({ 'say.py': `if __name__ == "__main__":\n    print(${JSON.stringify(word)})\n` })
    for (const word of ['first', 'second']) {
      const { artifact } = await buildPython(project(program(word)), { 'smoke-command': 'now' })
      expect((await startOnOld(artifact(target, 'say'), 'say', [])).stdout).toBe(`${word}\n`)
    }
  })
})
