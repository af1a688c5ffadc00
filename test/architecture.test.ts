import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The layers of design section 3, outermost first: a file may import from its own layer and from those after it. */
const layers: readonly { readonly name: string; readonly files: RegExp }[] = [
  { name: 'doors', files: /^(cli|main|cli\/.*|hosts\/.*)\.ts$/ },
  { name: 'pipeline', files: /^pipeline(\/.*)?\.ts$/ },
  { name: 'planning', files: /^planner(\/.*)?\.ts$/ },
  {
    name: 'parts',
    files:
      /^((languages|backends|toolchains|doctor|cache|payload|verify|smoke|build|package|collect|report|inputs|outputs|init|exec)\/.*|languages\/.*|detect|tree|source)\.ts$/,
  },
  { name: 'words', files: /^(plan|project|machine|host|exec|tool)\.ts$|^toolchains\/toolchain\.ts$/ },
  { name: 'tables', files: /^(target|arch(\/[a-z0-9-]+)?|glibc|epoch|nearest|version|errors|elf\/.*)\.ts$/ },
]

const files = globSync('src/**/*.ts').map(f => f.slice('src/'.length))
const text = (file: string) => readFileSync(join('src', file), 'utf8')

interface Import {
  readonly from: string
  readonly typeOnly: boolean
  /** `import()`. */
  readonly dynamic: boolean
}

function importsOf(file: string): Import[] {
  const found = text(file).matchAll(/^(?:import|export)\s+(type\s+)?[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)/gm)
  return [...found].map(m => ({
    from: m[2] ?? m[3] ?? '',
    typeOnly: m[1] !== undefined,
    dynamic: m[3] !== undefined,
  }))
}

const layerOf = (file: string) => layers.findLastIndex(l => l.files.test(file))

describe('the architecture', () => {
  it('has a layer for every file', () => {
    expect(files.length).toBeGreaterThan(20)
    expect(files.filter(f => layerOf(f) < 0)).toEqual([])
  })

  it('has dependencies that point one way', () => {
    const back = files.flatMap(file =>
      importsOf(file)
        .filter(i => i.from.startsWith('.') && !i.typeOnly)
        .map(i => normalize(join(dirname(file), i.from)))
        .filter(to => to.endsWith('.ts') && layerOf(to) < layerOf(file))
        .map(to => `${file} (${layers[layerOf(file)]?.name}) imports ${to} (${layers[layerOf(to)]?.name})`),
    )
    expect(back).toEqual([])
  })

  it('keeps the hosts’ packages in the hosts', () => {
    const strays = files.flatMap(file =>
      importsOf(file)
        .filter(i => /^@(actions|azure)\//.test(i.from) && !file.startsWith('hosts/github'))
        .concat(importsOf(file).filter(i => i.from.startsWith('@docker/') && !file.startsWith('backends/container')))
        .map(i => `${file}: ${i.from}`),
    )
    expect(strays).toEqual([])
  })

  it('starts children in one place only', () => {
    const users = files.filter(f => importsOf(f).some(i => i.from === 'node:child_process'))
    expect(users).toEqual(['exec/spawn.ts'])
  })

  it('has no file over 300 lines', () => {
    expect(files.filter(f => text(f).split('\n').length > 301)).toEqual([])
  })

  it('decides without effects: pure parts import no file system, network or process', () => {
    const pure =
      /^(planner(\/.*)?|package\/(names|layout)|collect\/(merge|identity|index-file)|plan|target|arch(\/.*)?|glibc|epoch|version|nearest|detect|languages\/.*|backends\/.*|report\/.*|verify\/(check|explain|policies|policy|findings|distributions).*)\.ts$/
    const effects = /^node:(fs|child_process|http|https|net|os|process)(\/|$)/
    const impure = files
      .filter(f => pure.test(f))
      .flatMap(f =>
        importsOf(f)
          .filter(i => effects.test(i.from) && !i.typeOnly)
          .map(i => `${f}: ${i.from}`),
      )
    expect(impure).toEqual([])
  })

  it('starts fast: what only some runs need is imported where it is called', () => {
    const heavy = /^(zod|yaml|commander|tar-stream|yauzl|xz-decompress|@(actions|azure)\/.*)$/
    const doors = ['hosts/github', ...['build', 'plan', 'verify'].map(name => `hosts/github/run/${name}`), 'cli/main']
    const loaded = doors.flatMap(door => [...loadedBy(`${door}.ts`)])
    expect(loaded.length).toBeGreaterThan(100)
    expect(loaded.filter(name => heavy.test(name))).toEqual([])
  })
})

/** Modules and packages that are loaded with a file: imports with `from` that are not types alone. */
function loadedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  if (!files.includes(file)) return seen
  for (const { from } of importsOf(file).filter(i => !i.typeOnly && !i.dynamic)) {
    loadedBy(from.startsWith('.') ? normalize(join(dirname(file), from)) : from, seen)
  }
  return seen
}
