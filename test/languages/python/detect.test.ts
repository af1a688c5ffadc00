import { describe, expect, it } from 'vitest'
import type { Inputs } from '../../../src/inputs/inputs.ts'
import { python } from '../../../src/languages/python.ts'
import { inputsWith } from '../../support/inputs.ts'
import { memoryTree } from '../../support/memory-tree.ts'

const detect = (files: Record<string, string>, inputs: Partial<Inputs> = {}) =>
  python.detect(memoryTree(files), inputsWith(inputs))

const entries = (files: Record<string, string>, inputs: Partial<Inputs> = {}) =>
  detect(files, inputs)?.executables.map(e => `${e.name} = ${e.source}`)

const program = 'import sys\n\nif __name__ == "__main__":\n    sys.exit(0)\n'

describe('what is a Python application', () => {
  it('takes scripts and gui-scripts of pyproject.toml, with the lines that say so', () => {
    const project = detect({
      'pyproject.toml':
        '[build-system]\nrequires = ["hatchling"]\n[project]\nname = "Tool-Box"\nversion = "1.2"\nrequires-python = ">=3.9"\ndependencies = ["rich>=13"]\n[project.scripts]\ntool = "toolbox.cli:main"\n[project.gui-scripts]\nwindow = "toolbox.gui:run"\n',
      'src/toolbox/__init__.py': '',
      'src/toolbox/cli.py': '',
    })
    expect(project).toMatchObject({ name: 'Tool-Box', version: '1.2', language: 'python' })
    expect(project?.executables).toEqual([
      { name: 'tool', source: 'toolbox.cli:main' },
      { name: 'window', source: 'toolbox.gui:run' },
    ])
    expect(project?.evidence).toContainEqual({
      fact: 'entry point tool = toolbox.cli:main',
      file: 'pyproject.toml',
      line: 9,
    })
    expect(project?.python).toEqual({
      installable: true,
      roots: ['src', '.'],
      modules: ['toolbox'],
      dependencies: ['rich>=13'],
      requirements: [],
      requires: '>=3.9',
    })
  })

  it('takes console_scripts of setup.cfg', () => {
    const cfg =
      '[metadata]\nname = old\nversion = attr: old.__version__\n[options]\ninstall_requires =\n    requests>=2\n    # a comment\n    attrs\n[options.entry_points]\nconsole_scripts =\n    old = old.main:run\n    old-admin = old.admin:run [extra]\n'
    expect(entries({ 'setup.cfg': cfg, 'old/__init__.py': '' })).toEqual([
      'old = old.main:run',
      'old-admin = old.admin:run',
    ])
    expect(detect({ 'setup.cfg': cfg })).toMatchObject({
      version: null,
      python: { dependencies: ['requests>=2', 'attrs'] },
    })
  })

  it('reads entry points as they may be written', () => {
    const toml = `[project]
name = "a"
[project.scripts]
spaced = "a.cli : main [color]"
[tool.poetry.scripts]
long = { callable = "a.long:main" }
file = { reference = "bin/x.sh", type = "file" }
`
    expect(entries({ 'pyproject.toml': toml })).toEqual(['spaced = a.cli:main', 'long = a.long:main'])
  })

  it.each([
    ['tool = "a.cli"', 'pyproject.toml:4: entry point "tool": "a.cli" names no function'],
    ['"../../x" = "a:b"', 'entry point "../../x": its name cannot be that of a file'],
    ['"-rf" = "a:b"', 'entry point "-rf": its name cannot be that of a file'],
  ])('refuses an entry point that cannot be a program: %s', (line, why) => {
    const files = { 'pyproject.toml': `[project]\nname = "a"\n[project.scripts]\n${line}\n` }
    expect(() => detect(files)).toThrow(why)
    // it is nothing to a project of another language
    expect(detect({ ...files, 'Cargo.toml': '' })).toBeNull()
  })

  it('takes packages with a __main__.py, and scripts that start something', () => {
    expect(entries({ 'app/__init__.py': '', 'app/__main__.py': '', 'requirements.txt': 'rich\n' })).toEqual([
      'app = -m app',
    ])
    expect(entries({ 'serve.py': program, 'helper.py': 'x = 1\n' })).toEqual(['serve = serve.py'])
    expect(entries({ 'a.py': program, 'b.py': program })).toEqual(['a = a.py', 'b = b.py'])
  })

  it('chooses with `bin`, and guesses what a wrong one means', () => {
    const files = { 'serve.py': program, 'load.py': program }
    expect(entries(files, { bin: ['load'] })).toEqual(['load = load.py'])
    expect(() => detect(files, { bin: ['lod'] })).toThrow('bin: the project has no entry point "lod"')
  })

  it.each([
    ['a crate with scripts', { 'Cargo.toml': '', 'release.py': program }],
    ['a module with scripts', { 'go.mod': 'module x\n', 'gen.py': program }],
    ['bindings of a CMake project', { 'CMakeLists.txt': '', 'pyproject.toml': '[project]\nname = "x"\n' }],
    ['a Makefile with scripts', { Makefile: '', 'gen.py': program }],
    ['settings of tools alone', { 'pyproject.toml': '[tool.ruff]\nline-length = 100\n', 'main.c': '' }],
    ['nothing', { 'README.md': '' }],
  ])('leaves %s alone', (_, files) => {
    expect(detect(files)).toBeNull()
  })

  it('is asked for with `language: python` beside anything', () => {
    expect(entries({ 'Cargo.toml': '', 'tool.py': program }, { language: 'python' })).toEqual(['tool = tool.py'])
  })

  it('has requirements.txt, or the files that are named', () => {
    const files = { 'app.py': program, 'requirements.txt': '', 'deploy/more.txt': '' }
    expect(detect(files)?.python?.requirements).toEqual(['requirements.txt'])
    expect(detect(files, { requirements: ['./deploy/more.txt'] })?.python?.requirements).toEqual(['deploy/more.txt'])
    expect(() => detect(files, { requirements: ['gone.txt'] })).toThrow(
      'requirements: gone.txt is no file of the project',
    )
  })

  it('says where pyproject.toml is no TOML', () => {
    expect(() => detect({ 'pyproject.toml': '[project]\nname = \n' })).toThrow('pyproject.toml:2 is not valid TOML')
  })

  it('is the application of a preset in any directory', () => {
    expect(detect({}, { preset: 'ansible' })).toMatchObject({ name: 'ansible-playbook', language: 'python' })
    expect(entries({}, { preset: 'ansible', bin: ['ansible-vault'] })).toEqual(['ansible-vault = preset ansible'])
    expect(() => detect({}, { preset: 'ansible', bin: ['ansible-playbok'] })).toThrow('no entry point')
  })
})
