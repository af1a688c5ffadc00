import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type GitlabLog, makeGitlabLog } from '../../../src/hosts/gitlab/log.ts'
import { masker } from '../../../src/hosts/gitlab/masks.ts'
import { styleFor } from '../../../src/report/style.ts'

let said: string
let log: GitlabLog

beforeEach(() => {
  vi.useFakeTimers()
  said = ''
  log = makeGitlabLog({
    write: text => {
      said += text
    },
    style: styleFor(false),
    clock: Date.now,
    time: () => 17,
    masked: masker({ CI_JOB_TOKEN: 'glcbt-0123456789abcdef', KEY: 'correct horse', PIN: '1' }, ['KEY', 'PIN']),
    quiet: false,
    verbose: false,
  })
})
afterEach(() => {
  log.close()
  vi.useRealTimers()
})

const start = (n: number, title: string) =>
  `\x1b[0Ksection_start:17:portable_build_${n}[collapsed=true]\r\x1b[0K${title}\n`
const end = (n: number) => `\x1b[0Ksection_end:17:portable_build_${n}\r\x1b[0K\n`

describe('the output of a tool', () => {
  it('is a collapsed section', () => {
    const output = log.output('go build')
    output.line('compiling')
    output.end(true)
    expect(said).toBe(`${start(1, 'go build')}compiling\n${end(1)}`)
  })

  it('leaves none when the tool says nothing', () => {
    log.output('go build').end(true)
    expect(said).toBe('')
  })

  it('is closed before anything of ours is said, and opened again under another name', () => {
    const output = log.output('make')
    output.line('a')
    log.warn('careful')
    output.line('b')
    output.end(true)
    expect(said).toBe(`${start(1, 'make')}a\n${end(1)}warning: careful\n${start(2, 'make (after 1 line)')}b\n${end(2)}`)
  })

  it('cannot end its section, or begin one', () => {
    const output = log.output('make\x1b[0Ksection_end:1:x\r\x1b[0K')
    output.line(end(1))
    output.line('\rsection_start:1:mine\r\x1b[0Kmine')
    output.end(true)
    const marks = said.match(/section_(start|end):\d+:\S+?(?=\r|\[)\S*\r\x1b\[0K/g)
    expect(marks).toEqual([
      'section_start:17:portable_build_1[collapsed=true]\r\x1b[0K',
      'section_end:17:portable_build_1\r\x1b[0K',
    ])
  })
})

describe('a task', () => {
  it('is a line when it begins and when it ends, and never one that is renewed', () => {
    const task = log.task('zig', 'downloading')
    task.update('10%')
    vi.advanceTimersByTime(1500)
    task.done('installed')
    expect(said).toBe('  zig  downloading\n✓ zig   1.5s  installed\n')
  })
})

describe('secrets', () => {
  it('are in no line, whoever says them', () => {
    log.info('by correct horse')
    const output = log.output('env')
    output.line('CI_JOB_TOKEN=glcbt-0123456789abcdef')
    log.close()
    expect(said).toContain('by [MASKED]')
    expect(said).toContain('CI_JOB_TOKEN=[MASKED]')
    expect(said).not.toMatch(/correct horse|0123456789abcdef/)
  })

  it('of several lines are in no line either', () => {
    const masked = masker({ PEM: '-----BEGIN-----\r\nMIIEvQIBADANBg\n-----END-----\nab\n' }, ['PEM'])
    expect(masked('key: MIIEvQIBADANBg')).toBe('key: [MASKED]')
    expect(masked('ab')).toBe('ab')
  })

  it('that are in every line by chance are left', () => {
    log.info('1 job')
    expect(said).toBe('1 job\n')
  })
})
