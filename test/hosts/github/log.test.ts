import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type GithubLog, makeGithubLog } from '../../../src/hosts/github/log.ts'
import { styleFor } from '../../../src/report/style.ts'

let lines: string[]
let log: GithubLog

function open(verbose = false): void {
  lines = []
  let tokens = 0
  const write = (line: string) => void lines.push(line)
  log = makeGithubLog({ write, style: styleFor(false), clock: Date.now, token: () => `t${++tokens}`, verbose })
}

beforeEach(() => {
  vi.useFakeTimers()
  open()
})
afterEach(() => {
  log.close()
  vi.useRealTimers()
})

describe('the output of a tool', () => {
  it('is a group in which no command is taken', () => {
    const output = log.output('go build')
    output.line('::set-output name=x::y')
    output.line('\x1b[31mred\x1b[0m')
    output.end(true)
    expect(lines).toEqual([
      ...['::group::go build', '::stop-commands::t1', '\\::set-output name=x::y', 'red', '::t1::', '::endgroup::'],
    ])
  })

  it('leaves no group when the tool says nothing', () => {
    log.output('go build').end(true)
    expect(lines).toEqual([])
  })

  it('is closed before anything of ours is said, and opened again with another word', () => {
    const output = log.output('make')
    output.line('a')
    log.warn('careful', 'do this')
    output.line('b')
    log.close()
    expect(lines).toEqual([
      ...['::group::make', '::stop-commands::t1', 'a', '::t1::', '::endgroup::'],
      '::warning::careful%0Ado this',
      ...['::group::make (after 1 line)', '::stop-commands::t2', 'b', '::t2::', '::endgroup::'],
    ])
  })
})

describe('a task', () => {
  it('is a line when it begins and when it ends', () => {
    const task = log.task('zig', 'downloading')
    vi.advanceTimersByTime(1500)
    task.done('installed')
    vi.advanceTimersByTime(60_000)
    expect(lines).toEqual(['  zig  downloading', '✓ zig  1.5s  installed'])
  })

  it('says every ten seconds at most where it is, and only what is new', () => {
    const task = log.task('zig', 'downloading')
    for (let i = 1; i <= 1000; i++) {
      task.update(`${i} of 1000`)
      vi.advanceTimersByTime(25)
    }
    vi.advanceTimersByTime(120_000)
    task.fail('no network')
    expect(lines).toEqual([
      ...['  zig  downloading', '… zig  10s  400 of 1000', '… zig  20s  800 of 1000', '… zig  30s  1000 of 1000'],
      '✗ zig  2m25s  no network',
    ])
  })

  it('is silent while the tool is talking itself', () => {
    const task = log.task('x86_64-linux', 'building')
    const output = log.output('cargo build')
    output.line('Compiling a')
    task.update('Compiling a')
    vi.advanceTimersByTime(30_000)
    expect(lines.at(-1)).toBe('Compiling a')
    output.end(true)
    task.done('built')
  })
})

describe('what we say', () => {
  it('cannot be a command by the names in it', () => {
    log.info('::error::x\nsee ##[group]y')
    log.print('\x1b[1m::warning::z')
    log.task('::debug::a', 'b').done('c')
    expect(lines.slice(0, 4)).toEqual([
      '\\::error::x',
      'see ##\\[group]y',
      '\x1b[1m\\::warning::z',
      '  \\::debug::a  b',
    ])
  })

  it('is an annotation with its place', () => {
    log.annotate('error', 'mismatched types', { title: 'E0308', file: 'src/a,b.rs', line: 3, column: 5 })
    expect(lines).toEqual(['::error file=src/a%2Cb.rs,line=3,col=5,title=E0308::mismatched types'])
  })

  it('is a detail for debug logging, or a line when one asked for it', () => {
    log.detail('key: abc')
    expect(lines).toEqual(['::debug::key: abc'])
    log.close()
    open(true)
    log.detail('key: abc')
    expect(lines).toEqual(['key: abc'])
  })
})
