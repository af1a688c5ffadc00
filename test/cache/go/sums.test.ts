import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readAnswers } from '../../../src/cache/go/facts.ts'
import { localModules, localPaths, moduleFiles, readSums } from '../../../src/cache/go/sums.ts'
import { makeTree, scratchDir } from '../../support/cache/trees.ts'

describe('archives of a go.sum', () => {
  it('are named as the module cache names them, without the digests that go believes', () => {
    const sums = `github.com/BurntSushi/toml v1.3.2 h1:x=
github.com/BurntSushi/toml v1.3.2/go.mod h1:y=
golang.org/x/mod v0.1.0/go.mod h1:z=

broken line`
    expect([...moduleFiles(sums)].sort()).toEqual([
      'github.com/!burnt!sushi/toml/@v/v1.3.2.info',
      'github.com/!burnt!sushi/toml/@v/v1.3.2.mod',
      'github.com/!burnt!sushi/toml/@v/v1.3.2.zip',
      'golang.org/x/mod/@v/v0.1.0.mod',
    ])
  })

  it('never lead out of the module cache', () => {
    const files = [...moduleFiles('/etc v1.0.0 h1:x=\n../../x v1.0.0/../.. h1:x=\n')]
    expect(files.filter(file => file.split('/').includes('..'))).toEqual([])
  })

  it('are those of a workspace and its modules', async () => {
    const dir = makeTree(scratchDir(), {
      'go.work': 'go 1.22\n\nuse (\n\t./app\n\t./lib // ours\n)\n',
      'go.work.sum': 'work',
      'app/go.mod': 'module a\n\nreplace example.com/b v1.0.0 => ../b\n',
      'app/go.sum': 'app',
      'lib/go.sum': 'lib',
    })
    const answers = { GOVERSION: 'go1.26', GOMOD: join(dir, 'app/go.mod'), GOWORK: join(dir, 'go.work') }
    const read = readAnswers(JSON.stringify(answers))
    if (read === null) throw new Error('go has answered')
    expect(await readSums(read)).toBe('app\nlib\nwork')
    expect((await localModules(read)).sort()).toEqual(['app', 'b', 'lib'].map(name => join(dir, name)))
  })
})

describe('paths in go.mod and go.work', () => {
  it.each([
    ['replace a => ../b', ['../b']],
    ['replace a v1.2.3 => "./b"', ['./b']],
    ['replace (\n\ta => /abs/b\n\tc => example.com/d v1.0.0\n)', ['/abs/b']],
    ['use .', ['.']],
    ['use (\n\t./a\n\t../b\n)', ['./a', '../b']],
    ['require example.com/a v1.0.0 // indirect', []],
    ['// see ../docs', []],
  ])('%s', (text, want) => {
    expect(localPaths(text)).toEqual(want)
  })
})
