import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { readFreezer } from '../../../src/languages/python/freezers.ts'
import { mainScript, presetScript } from '../../../src/languages/python/main-script.ts'
import { jobsFor } from '../../../src/languages/python/memory.ts'
import { dataFile, pluginText } from '../../../src/languages/python/nuitka.ts'
import { pipTarget, platformTags } from '../../../src/languages/python/platforms.ts'
import { presetPackages, presets } from '../../../src/languages/python/presets.ts'
import { selfTest } from '../../../src/languages/python/provider/selftest.ts'
import { ownError, ranOutOfMemory, reasonOf } from '../../../src/languages/python/said.ts'
import { wheelsScript } from '../../../src/languages/python/wheels.ts'
import { makeTarget } from '../../../src/target.ts'

/** Those of the texts that Python does not parse, by their place. */
function notPython(texts: readonly string[]): string {
  const script =
    'import ast, json, sys\nfor i, text in enumerate(json.load(sys.stdin)):\n  try: ast.parse(text)\n  except SyntaxError: print(i)'
  const done = spawnSync('python3', ['-c', script], { input: JSON.stringify(texts), encoding: 'utf8' })
  return done.stdout + done.stderr
}

describe('platform tags of a floor', () => {
  it('are all that start there, the newest first, with their older names', () => {
    expect(platformTags(makeTarget('x86_64', 'glibc', '2.17')).slice(0, 3)).toEqual([
      'manylinux_2_17_x86_64',
      'manylinux2014_x86_64',
      'manylinux_2_16_x86_64',
    ])
    expect(platformTags(makeTarget('x86_64', 'glibc', '2.17')).at(-1)).toBe('manylinux1_x86_64')
    expect(platformTags(makeTarget('armv7', 'glibc', '2.28'))[0]).toBe('manylinux_2_28_armv7l')
    expect(platformTags(makeTarget('aarch64', 'glibc', '2.28'))).not.toContain('manylinux_2_34_aarch64')
  })

  it('tell pip of Python and its stable ABI', () => {
    const words = pipTarget(makeTarget('x86_64', 'glibc', '2.5'), '3.11.2')
    expect(words.join(' ')).toBe(
      '--only-binary=:all: --implementation cp --python-version 3.11 --abi cp311 --abi abi3 --abi none --platform manylinux_2_5_x86_64 --platform manylinux1_x86_64',
    )
  })
})

describe('freezers', () => {
  it('are read in any spelling', () => {
    expect(readFreezer('PyInstaller')).toBe('pyinstaller')
  })

  it.each([
    ['cx_Freeze', 'makes a directory'],
    ['py2exe', 'Windows only'],
    ['PyOxidizer', 'no release since'],
    ['nuitkaa', 'is not known'],
  ])('say why %s is none', (name, why) => {
    expect(() => readFreezer(name)).toThrow(why)
  })
})

describe('programs of ours', () => {
  it('are Python', () => {
    const starts = ['pkg.cli:main', 'pkg.cli:app.run', '-m pkg.sub'].map(source => mainScript(source) ?? '(')
    const preset = presetScript(presets.ansible, 'ansible-playbook')
    expect(notPython([...starts, preset, pluginText(['app']), pluginText(null), wheelsScript, selfTest])).toBe('')
    expect(notPython(['x = 1', '('])).toBe('1\n')
  })

  it('leave a script of the project as it is', () => {
    expect(mainScript('tools/serve.py')).toBeNull()
  })

  it('are the command that they are called by', () => {
    const stub = `import sys, types
for name in ('playbook', 'vault'):
    module = types.ModuleType('ansible.cli.' + name)
    module.main = lambda name=name: print(name, sys.argv[0].rsplit('/')[-1])
    for full in ('ansible', 'ansible.cli'): sys.modules.setdefault(full, types.ModuleType(full))
    sys.modules[module.__name__] = module
`
    const text = `${stub}sys.argv[0] = sys.argv[1]\n__name__ = '__main__'\n${presetScript(presets.ansible, 'ansible-playbook')}`
    const called = (name: string) => spawnSync('python3', ['-c', text, name], { encoding: 'utf8' }).stdout
    expect(called('/opt/ansible-vault')).toBe('vault ansible-vault\n')
    expect(called('/opt/ap-x86_64')).toBe('playbook ansible-playbook\n')
  })
})

describe('packages of a preset', () => {
  it('are pinned, unless the user settles them', () => {
    expect(presetPackages(presets.ansible, [])).toEqual(['ansible-core==2.19.14'])
    expect(presetPackages(presets.ansible, ['Ansible_Core==2.17.1', 'boto3'])).toEqual([])
    expect(presetPackages(presets.ansible, ['ansible==11.0.0'])).toEqual([])
  })
})

describe('data files', () => {
  it('are found in the project', () => {
    expect(dataFile('conf/a.yml=a.yml', '/src')).toEqual({ source: '/src/conf/a.yml', destination: 'a.yml' })
    expect(() => dataFile('conf/a.yml', '/src')).toThrow('is no `source=destination`')
  })
})

describe('jobs', () => {
  const answer = (stdout: string) => ({ code: 0, stdout, stderr: '' })

  it('are as many as memory allows, and at least one', () => {
    expect(jobsFor(8, answer('max\nMemAvailable:   16000000 kB\n'))).toBe(8)
    expect(jobsFor(8, answer('max\nMemAvailable:    5000000 kB\n'))).toBe(3)
    expect(jobsFor(8, answer('1073741824\nMemAvailable:   16000000 kB\n'))).toBe(1)
    expect(jobsFor(8, undefined)).toBe(8)
  })
})

describe('what tools say of a failure', () => {
  it('is one line of theirs', () => {
    const lines = ['Nuitka-Options: Used command line', 'FATAL: Error, unrecognized option', 'Nuitka:WARNING: x']
    expect(reasonOf('nuitka', lines)).toBe('Error, unrecognized option')
    expect(
      reasonOf('nuitka', [
        'app.build/module.x.c:3:1: error: unknown type name',
        'FATAL: Failed unexpectedly in Scons C backend compilation.',
      ]),
    ).toBe('app.build/module.x.c:3:1: error: unknown type name')
    const twice = ['FATAL: Error, no clang', 'FATAL: Failed unexpectedly in Scons C backend compilation.']
    expect(reasonOf('nuitka', twice)).toBe('Error, no clang')
    expect(reasonOf('pyinstaller', ['12 INFO: x', '345 ERROR: Script file missing'])).toBe('Script file missing')
    expect(reasonOf('nuitka', ['nothing to see'])).toBeNull()
  })

  it('is our own sentence with its code', () => {
    expect(ownError(['x', 'portable-build: error[no-wheel]: x 1 has none', 'y'])).toEqual({
      code: 'no-wheel',
      text: 'x 1 has none',
    })
    expect(ownError(['error[no-wheel]: x'])).toBeNull()
  })

  it('may be that memory ran out', () => {
    expect(ranOutOfMemory({ code: 1, signal: null }, ['clang: error: unable to execute command: Killed'])).toBe(true)
    expect(ranOutOfMemory({ code: null, signal: 'SIGKILL' }, [])).toBe(true)
    expect(ranOutOfMemory({ code: 1, signal: null }, ['SyntaxError: invalid syntax'])).toBe(false)
  })
})
