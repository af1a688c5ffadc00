import { describe, expect, it } from 'vitest'
import { BuildError } from '../../../src/errors.ts'
import { detectModule } from '../../../src/languages/go/detect.ts'
import { facts, stamped, toGenerate } from '../../../src/languages/go/facts.ts'
import { executableName, toolchainName } from '../../../src/languages/go/module.ts'
import { inputsWith } from '../../support/inputs.ts'
import { memoryTree } from '../../support/memory-tree.ts'

const main = 'package main\n\nfunc main() {\n}\n'
const goMod = 'module example.com/acme/rover/v2\n\ngo 1.24.0\n\ntoolchain go1.24.5\n'
const detect = (files: Record<string, string>, inputs = {}) => detectModule(memoryTree(files), inputsWith(inputs))
const names = (files: Record<string, string>, inputs = {}) => detect(files, inputs)?.executables.map(e => e.name)

function refusal(act: () => unknown): BuildError {
  try {
    act()
  } catch (error) {
    if (error instanceof BuildError) return error
  }
  throw new Error('nothing was refused')
}

describe('detectModule', () => {
  it('is not for a directory without go.mod', () => {
    expect(detect({ 'main.go': main })).toBeNull()
  })

  it('names the executable as go does, and shows the lines that it was read from', () => {
    const project = detect({ 'go.mod': goMod, 'main.go': main })
    expect(project).toMatchObject({
      name: 'rover',
      toolchain: 'go1.24.5',
      executables: [{ name: 'rover', source: '.' }],
    })
    expect(project?.evidence).toEqual([
      { fact: 'module example.com/acme/rover/v2', file: 'go.mod', line: 1 },
      { fact: 'go 1.24.0', file: 'go.mod', line: 3 },
      { fact: 'toolchain go1.24.5', file: 'go.mod', line: 5 },
      { fact: 'func main', file: 'main.go', line: 3 },
    ])
  })

  it('calls the only program of a module as the module when it is in a directory like cmd', () => {
    expect(names({ 'go.mod': goMod, 'cmd/main.go': main })).toEqual(['rover'])
    expect(names({ 'go.mod': goMod, 'cmd/main.go': main, 'tool/main.go': main })).toEqual(['cmd', 'tool'])
  })

  it.each([
    ['ignore', false],
    ['windows || darwin', false],
    ['integration', false],
    ['!integration', true],
    ['pro && linux', true],
    ['linux && (amd64 || arm64)', true],
    ['!amd64', true],
    ['!(linux || freebsd)', false],
    ['unix && !js && go1.21', true],
    ['linux &&', true],
  ])('a main with the constraint %s is built: %s', (constraint, isBuilt) => {
    const files = { 'go.mod': goMod, 'main.go': `// Text.\r\n\r\n//go:build ${constraint}\r\n\r\n${main}` }
    expect(names(files, { tags: ['pro'] })).toEqual(isBuilt ? ['rover'] : [])
  })

  it('finds every main package and nothing that is none', () => {
    const files = {
      'go.mod': goMod,
      'cmd/a/main.go': main,
      'cmd/b/main.go': main,
      'cmd/win/main_windows.go': main,
      'cmd/tool/gen.go': `//go:build ignore\n\n${main}`,
      'internal/x/x_test.go': main,
      'testdata/t/main.go': main,
      '_old/main.go': main,
      'nested/go.mod': 'module other\n',
      'nested/main.go': main,
      'lib/lib.go': 'package lib\n',
      'cmd/multi/main_linux_arm64.go': main,
    }
    expect(names(files)).toEqual(['a', 'b', 'multi'])
  })

  it('builds what `main` and `bin` name, and suggests for a mistyped name', () => {
    const files = { 'go.mod': goMod, 'cmd/server/main.go': main, 'cmd/client/main.go': main }
    expect(names(files, { main: ['./cmd/client/'] })).toEqual(['client'])
    expect(names(files, { main: ['example.com/acme/rover/v2/cmd/server'] })).toEqual(['server'])
    expect(names(files, { bin: ['server'] })).toEqual(['server'])
    expect(refusal(() => names(files, { main: ['./cmd/clinet'] })).hint).toContain('./cmd/client')
    expect(refusal(() => names(files, { bin: ['sevrer'] })).hint).toContain('server')
  })

  it('refuses two main packages whose executables have one name', () => {
    const files = { 'go.mod': goMod, 'a/app/main.go': main, 'b/app/main.go': main }
    expect(refusal(() => names(files)).code).toBe('same-name')
    expect(names(files, { main: ['./a/app'] })).toEqual(['app'])
  })

  it('sees C, version variables and generators whose output is missing', () => {
    const project = detect({
      'go.mod': `${goMod}\nrequire github.com/cilium/ebpf v0.17.0\n`,
      'main.go': `package main\n\nvar (\n\tversion = "dev"\n\tcommit string\n)\n\nfunc main() {}\n`,
      'bpf/gen.go': 'package bpf\n\n//go:generate go run github.com/cilium/ebpf/cmd/bpf2go -target bpf Rover rover.c\n',
      'net/c.go': 'package net\n\n/*\n#include <errno.h>\n*/\nimport "C"\n',
      'kind/kind.go': 'package kind\n//go:generate stringer -type=Kind\n',
      'kind/kind_string.go': 'package kind\n',
    })
    if (project === null) throw new Error('not detected')
    expect(stamped(project)).toEqual(['version', 'commit'])
    expect(toGenerate(project)).toEqual(['./bpf'])
    expect(project.evidence).toContainEqual({ fact: facts.importsC, file: 'net/c.go', line: 6 })
  })

  it('runs no generator whose output is there', () => {
    const project = detect({
      'go.mod': goMod,
      'main.go': main,
      'gen.go': 'package main\n//go:generate bpf2go -target amd64,arm64 Rover rover.c -- -I.\n',
      'rover_x86_bpfel.go': 'package main\n',
    })
    expect(project && toGenerate(project)).toEqual([])
  })
})

describe('names', () => {
  it.each([
    ['example.com/a/rover', 'rover'],
    ['example.com/a/rover/v2', 'rover'],
    ['gopkg.in/yaml.v3', 'yaml.v3'],
    ['example.com/a/v1', 'v1'],
    ['main', 'main'],
  ])('the executable of %s is %s', (path, name) => expect(executableName(path)).toBe(name))

  it.each([
    ['1.24', 'go1.24.0'],
    ['1.24.5', 'go1.24.5'],
    ['go1.24.5', 'go1.24.5'],
    ['1.20', 'go1.20'],
    ['1.26rc1', 'go1.26rc1'],
    ['local', 'local'],
    ['go1.24.5+auto', 'go1.24.5+auto'],
  ])('toolchain %s is %s', (text, name) => expect(toolchainName(text)).toBe(name))
})
