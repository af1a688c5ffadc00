import { describe, expect, it } from 'vitest'
import { buildPython, project } from './build.ts'

const app = { 'app.py': 'if __name__ == "__main__":\n    print("app 1.0")\n' }

/** The only failure of a build. */
async function failure(files: Record<string, string>, flags: Record<string, string>) {
  const { report } = await buildPython(project(files), flags)
  expect(report.verified).toBe(false)
  expect(report.failures).toHaveLength(1)
  return { code: report.failures[0]?.code, message: report.failures[0]?.message }
}

describe('a Python application that cannot be built', () => {
  it('says which version of a package fits the floor', async () => {
    const { code, message } = await failure(app, { 'python-packages': 'numpy==2.3.5' })
    expect(code).toBe('no-wheel')
    expect(message).toMatch(
      /^numpy==2\.3\.5 has no wheel for Python 3\.11 on glibc 2\.17; the newest that fits is numpy \d/,
    )
  })

  it('says that a package would have to be compiled', async () => {
    expect(await failure(app, { 'python-packages': 'docopt==0.6.2' })).toEqual({
      code: 'no-wheel',
      message:
        'docopt has no wheel for Python 3.11 on glibc 2.17 in any version: it would have to be compiled from its sources',
    })
  })

  it('says that a package wants another Python', async () => {
    const { message } = await failure(app, { 'python-packages': 'ansible-core==2.20.1' })
    expect(message).toBe(
      'ansible-core==2.20.1 wants Python >=3.12, and this is Python 3.11 on glibc 2.17: set python-version',
    )
  })

  it('has the reason of Nuitka, not its log', async () => {
    const { code, message } = await failure(app, { 'nuitka-args': '--include-package=no_such_package' })
    expect(code).toBe('step-failed')
    expect(message).toMatch(/no_such_package/)
  })

  it('is not verified when an import fails at run time only', async () => {
    const late = {
      'app.py': 'import importlib\nif __name__ == "__main__":\n    importlib.import_module("".join(["no_", "such"]))\n',
    }
    const { report } = await buildPython(project(late))
    expect(report.verified).toBe(false)
    expect(report.files[0]?.smoke?.[0]?.output).toMatch(/No module named 'no_such'/)
  })
})
