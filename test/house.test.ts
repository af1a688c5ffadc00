import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { tool } from '../src/tool.ts'

const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
const page = readFileSync('docs/dependencies.md', 'utf8')
const rows = [...page.matchAll(/^\| ([a-z@*/0-9, -]+) \|/gm)].flatMap(m => (m[1] ?? '').split(', '))

describe('the house', () => {
  it('says one version', () => {
    expect(tool).toMatchObject({ name: manifest.name, version: manifest.version })
  })

  it('says for each dependency what it is for, and of nothing else', () => {
    const node = JSON.parse(readFileSync('tools/node24/package.json', 'utf8'))
    const all = [...Object.keys(manifest.devDependencies), ...Object.keys(node.optionalDependencies)]
    const names = all.map(name => (name.startsWith('@types/') ? '@types/*' : name))
    const named = rows.filter(row => row !== 'package' && row !== '---')
    expect(named.sort()).toEqual([...new Set(names)].sort())
  })

  it('has nothing to install with the package, and nothing that runs then', () => {
    const kinds = ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies']
    expect(kinds.filter(kind => kind in manifest)).toEqual([])
    const hooks = ['preinstall', 'install', 'postinstall', 'prepare', 'prepack', 'postpack']
    expect(hooks.filter(name => name in manifest.scripts)).toEqual([])
  })

  it('pins what it runs exactly', () => {
    const loose = Object.entries<string>(manifest.devDependencies).filter(
      ([name, version]) => !name.startsWith('@types/') && !/^\d+\.\d+\.\d+$/.test(version),
    )
    expect(loose).toEqual([])
  })
})
