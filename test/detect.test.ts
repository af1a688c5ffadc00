import { describe, expect, it } from 'vitest'
import { detect } from '../src/detect.ts'
import { BuildError } from '../src/errors.ts'
import type { Inputs } from '../src/inputs/inputs.ts'
import { go } from '../src/languages/go.ts'
import type { Language } from '../src/languages/language.ts'
import { rust } from '../src/languages/rust.ts'
import type { BuildSystem, Tree } from '../src/project.ts'
import { inputsWith } from './support/inputs.ts'
import { memoryTree } from './support/memory-tree.ts'

const cargo = { 'Cargo.toml': '[package]\nname = "tool"\nversion = "1.0.0"\n', 'src/main.rs': 'fn main() {}\n' }
const module = { 'go.mod': 'module example.com/rover\n\ngo 1.24\n', 'main.go': 'package main\n\nfunc main() {\n}\n' }

/** C by its manifests only: which build system is C's own question. */
const c: Language = {
  ...go,
  name: 'c',
  detect(tree: Tree, inputs: Inputs) {
    const files: [string, BuildSystem][] = [
      ['CMakeLists.txt', 'cmake'],
      ['meson.build', 'meson'],
      ['Makefile', 'make'],
    ]
    const found = files.find(([file]) => tree.files.includes(file))
    const buildSystem = inputs['build-command'] === null ? found?.[1] : 'command'
    if (buildSystem === undefined) return null
    return {
      ...{ name: 'c', dir: tree.root, language: 'c', buildSystem, executables: [], toolchain: null, version: null },
      ...{ evidence: [{ fact: buildSystem, file: found?.[0] ?? '', line: null }], declined: [] },
    }
  },
}

const look = (files: Record<string, string>, inputs: Partial<Inputs> = {}) =>
  detect(memoryTree(files), inputsWith(inputs), [rust, go, c])

function refusal(act: () => unknown): BuildError {
  try {
    act()
  } catch (error) {
    if (error instanceof BuildError) return error
  }
  throw new Error('nothing was refused')
}

describe('detect', () => {
  it.each([
    ['a Go program with a Makefile', { ...module, Makefile: 'all:\n' }, 'go', 'Makefile'],
    [
      'a crate with a Makefile and C for its build.rs',
      { ...cargo, Makefile: 'all:\n', 'csrc/x.c': '' },
      'rust',
      'Makefile',
    ],
  ])('takes %s for what its manifest says, and says why not for the other', (_, files, language, other) => {
    const project = look(files)
    expect(project.language).toBe(language)
    expect(project.declined.join('\n')).toContain(other)
    expect(project.declined.join('\n')).toContain('language: c')
  })

  it('lets the directory itself win over what is below it', () => {
    expect(look({ ...cargo, 'tools/go.mod': 'module t\n', 'tools/main.go': 'package main\n' }).language).toBe('rust')
    expect(look({ ...module, 'native/CMakeLists.txt': '' }).language).toBe('go')
  })

  it.each([
    ['both manifests', { ...cargo, ...module }, ['language: rust', 'language: go']],
    ['CMake beside Cargo.toml', { ...cargo, 'CMakeLists.txt': '' }, ['language: rust', 'language: c']],
    ['Meson beside go.mod', { ...module, 'meson.build': '' }, ['language: go', 'language: c']],
  ])('asks when there are %s, and names what settles it', (_, files, hints) => {
    const error = refusal(() => look(files))
    expect(error.code).toBe('ambiguous-project')
    for (const hint of hints) expect(error.hint).toContain(hint)
    expect(error.lines).toHaveLength(2)
  })

  it('does as it is told', () => {
    expect(look({ ...cargo, ...module }, { language: 'go' }).language).toBe('go')
    expect(look({ ...cargo, 'CMakeLists.txt': '' }, { language: 'c' }).buildSystem).toBe('cmake')
    expect(look({ ...cargo, 'CMakeLists.txt': '' }, { 'build-system': 'cmake' }).language).toBe('c')
    expect(look({ ...module }, { 'build-command': 'make' }).buildSystem).toBe('command')
  })

  it('says what it looked for, and where there is a project', () => {
    const empty = refusal(() => look({}))
    expect(empty).toMatchObject({ code: 'no-project', message: '/project is empty' })
    expect(empty.hint).toContain('Cargo.toml, go.mod, pyproject.toml')
    const below = refusal(() => look({ 'README.md': '', 'a/b/go.mod': '', 'server/Cargo.toml': '' }))
    expect(below.hint).toContain('working-directory: server')
    const other = refusal(() => look(cargo, { language: 'go' }))
    expect(other).toMatchObject({ code: 'no-project', message: '/project holds no go project' })
    expect(other.hint).toContain('go.mod')
  })

  it('passes on what could not be looked at', () => {
    const tree: Tree = { ...memoryTree(module), notices: ['secret/ was not looked at: permission denied'] }
    expect(detect(tree, inputsWith(), [go]).declined).toEqual(['secret/ was not looked at: permission denied'])
  })
})
