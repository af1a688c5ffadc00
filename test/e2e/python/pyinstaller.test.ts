import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { root, toolsDir } from '../support/places.ts'
import { sh } from '../support/shell.ts'
import { buildPython, project, target } from './build.ts'
import { startOnOld } from './old-root.ts'

const isSource = (path: string) => !/\/(dist|\.portable-build)(\/|$)/.test(path.slice(root.length))

function pystat(): string {
  const dir = project({})
  cpSync(join(root, 'examples/python'), dir, { recursive: true, filter: isSource })
  return dir
}

describe('one file by PyInstaller', () => {
  it('has a bootloader and a library of Python that start on the floor', async () => {
    const { report, artifact } = await buildPython(pystat(), { 'python-freezer': 'pyinstaller' })
    const path = artifact(target, 'pystat')
    const [file] = report.files
    expect(file?.kind).toBe('PyInstaller onefile')
    expect(file?.needed).not.toContain('libz.so.1')
    expect(file?.payload.map(p => p.path)).toContain('libpython3.11.so.1.0')
    expect((await startOnOld(path, 'pystat', ['--facts'])).stdout).toContain('libyaml: true')
  })
})

describe('an interpreter from elsewhere', () => {
  let mirror = ''
  beforeAll(async () => {
    // what the provider `source` made, packed as python-build-standalone packs its own
    const home = join(toolsDir, 'python')
    const made = readdirSync(home).find(name => name.startsWith(`cpython-3.11.2-${target}-`))
    mirror = join(toolsDir, 'pbs-mirror')
    mkdirSync(mirror, { recursive: true })
    const file = 'cpython-3.11.2+20260101-x86_64-unknown-linux-gnu-install_only_stripped.tar.gz'
    sh(['tar', '-czf', join(mirror, file), '--transform', `s,^${made},python,`, '-C', home, String(made)])
    const digest = createHash('sha256')
      .update(readFileSync(join(mirror, file)))
      .digest('hex')
    writeFileSync(join(mirror, 'SHA256SUMS'), `${digest}  ${file}\n`)
  })

  it('is taken from a mirror by its sha256, and works from another directory', async () => {
    const app = 'import ssl, sys\nif __name__ == "__main__":\n    print("app 1.0", ssl.OPENSSL_VERSION)\n'
    const flags = { 'python-provider': 'pbs', 'python-freezer': 'pyinstaller', mirrors: `python=${mirror}` }
    const { artifact } = await buildPython(project({ 'app.py': app }), flags)
    expect((await startOnOld(artifact(target, 'app'), 'app', [])).stdout).toMatch(/^app 1\.0 OpenSSL 3/)
  })
})
