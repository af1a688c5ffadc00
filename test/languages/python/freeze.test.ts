import { describe, expect, it } from 'vitest'
import type { Inputs } from '../../../src/inputs/inputs.ts'
import type { Context } from '../../../src/languages/language.ts'
import { planPython } from '../../../src/languages/python/plan.ts'
import { isAllowed } from '../../../src/languages/python/requires.ts'
import { python } from '../../../src/languages/python.ts'
import { makeTarget } from '../../../src/target.ts'
import { inputsWith } from '../../support/inputs.ts'
import { memoryTree } from '../../support/memory-tree.ts'

const target = makeTarget('x86_64', 'glibc', '2.17')

function planOf(files: Readonly<Record<string, string>>, inputs: Partial<Inputs> = {}) {
  const all = inputsWith(inputs)
  const project = python.detect(memoryTree(files), all)
  if (!project) throw new Error('not detected')
  const compilers = { cc: '/w/cc', cxx: '/w/c++', ar: '/w/ar', ranlib: '/w/ranlib', strip: null, triple: 't' }
  const context: Context = {
    ...{ project, inputs: all, answers: {}, workDir: '/src/.portable-build/job', cpus: 2, toolsDir: '/tools' },
    source: { commit: null, tag: null, epoch: 1, dirty: false, why: null },
    kit: {
      ...{ backend: 'zig', toolchains: [], files: [], env: {}, path: [], identity: 'zig 1' },
      compilers: { [target.name]: compilers },
    },
  }
  return planPython(context, [target])
}

const script = { 'app.py': 'if __name__ == "__main__":\n    print(1)\n', 'requirements.txt': '' }

describe('several entry points', () => {
  it('have a program each, also where their names are alike', () => {
    const toml = '[project]\nname = "a"\n[project.scripts]\na-b = "a.one:main"\na_b = "a.two:main"\n'
    const { files = [], collect } = planOf({ 'pyproject.toml': toml })
    const mains = files.filter(f => f.path.endsWith('_main.py'))
    expect(new Set(mains.map(f => f.path)).size).toBe(2)
    expect(mains.map(f => /from (\S+)/.exec(f.content)?.[1])).toEqual(['a.one', 'a.two'])
    expect(collect).toMatchObject([{ name: 'a-b' }, { name: 'a_b' }])
  })
})

describe('arguments for Nuitka', () => {
  const argumentsOf = (words: readonly string[]) =>
    planOf(script, { 'nuitka-args': [...words] }).steps.find(s => s.tool === 'nuitka')?.argv

  it('may say where a onefile unpacks itself', () => {
    const word = '--onefile-tempdir-spec={CACHE_DIR}/app'
    expect(argumentsOf([word])).toContain(word)
  })

  it.each([
    ['--zig'],
    ['--clang-cl'],
    ['--output-dir=/tmp'],
    ['-o'],
    ['-j8'],
    ['--onefile'],
    ['--mode=app'],
    ['--run'],
  ])('may not be %s', word => expect(() => argumentsOf([word])).toThrow(`nuitka-args: ${word} cannot be given`))
})

describe('PyInstaller', () => {
  const argumentsOf = (data: readonly string[]) => {
    const { steps } = planOf(script, { 'python-freezer': 'pyinstaller', 'include-data-files': [...data] })
    return steps.find(s => s.tool === 'pyinstaller')?.argv ?? []
  }

  it('gets the directory of a data file', () => {
    const argv = argumentsOf(['conf/a.yml=conf/a.yml', 'd.yml=d.yml', '*.txt=texts/'])
    expect(argv).toContain('--add-data=/project/conf/a.yml:conf')
    expect(argv).toContain('--add-data=/project/d.yml:.')
    expect(argv).toContain('--add-data=/project/*.txt:texts')
  })

  it('cannot give it another name, or put sources in', () => {
    expect(() => argumentsOf(['conf/a.yml=conf/b.yml'])).toThrow('cannot become b.yml')
    expect(() => planOf({}, { preset: 'ansible', 'python-freezer': 'pyinstaller' })).toThrow(
      'puts in no sources as data',
    )
  })
})

describe('packages that the freezer wants, too', () => {
  it('are those of the lock in the end', () => {
    const pip = planOf(script).steps.filter(s => s.tool === 'pip' && s.argv.includes('install'))
    expect(pip.map(s => s.argv.some(word => word.startsWith('nuitka==')))).toEqual([true, false])
    expect(pip.at(-1)?.argv).toEqual(expect.arrayContaining(['--force-reinstall', '--require-hashes']))
  })
})

describe('requires-python', () => {
  it.each([
    ['>=3.9', true],
    ['>=3.12', false],
    ['>= 3.8, <4', true],
    ['<3.11', false],
    ['>3.11', true],
    ['<=3.11.2', true],
    ['==3.11.*', true],
    ['==3.10.*', false],
    ['!=3.11.*', false],
    ['!=3.11.2', false],
    ['~=3.9', true],
    ['~=3.10.1', false],
    ['~=3.11.1', true],
    ['^3.12', true], // Poetry's own: pip is asked
  ])('%s allows 3.11.2: %s', (requires, allowed) => expect(isAllowed('3.11.2', requires)).toBe(allowed))

  it('is asked before anything is compiled', () => {
    const toml = '[project]\nname = "a"\nrequires-python = ">=3.12"\n[project.scripts]\na = "a:main"\n'
    expect(() => planOf({ 'pyproject.toml': toml })).toThrow('a wants Python >=3.12, and the interpreter is 3.11.2')
  })
})

describe('.python-version', () => {
  it('is named where there is no such interpreter, with what overrides it', () => {
    const files = { ...script, '.python-version': '3.13\n' }
    expect(() => planOf(files)).toThrow(
      expect.objectContaining({
        message: '.python-version: there is no recipe for Python 3.13',
        hint: expect.stringContaining('`python-version` overrides the file'),
      }),
    )
    expect(planOf(files, { 'python-version': '3.11' }).steps.length).toBeGreaterThan(3)
  })
})

describe('the Python index', () => {
  it('is another one, and nothing secret, which would be in the report', () => {
    const mirrors = (pypi: string) => planOf(script, { mirrors: { pypi } }).steps.map(s => s.env['PIP_INDEX_URL'])
    expect(mirrors('https://pypi.example/simple')).toContain('https://pypi.example/simple')
    expect(() => mirrors('https://u:hidden@pypi.example/simple')).toThrow('a user or a password')
  })
})
