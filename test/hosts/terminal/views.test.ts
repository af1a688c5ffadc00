import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { liveView } from '../../../src/hosts/terminal/live.ts'
import { type Loudness, makeLog } from '../../../src/hosts/terminal/log.ts'
import { plainView } from '../../../src/hosts/terminal/plain.ts'
import { styleFor } from '../../../src/report/style.ts'

const plain = styleFor(false)
const clock = () => Date.now()
let written = ''
function write(text: string): void {
  written += text
}
const screen = { write, columns: () => 60, rows: () => 10 }

beforeEach(() => {
  written = ''
  vi.useFakeTimers({ now: 0 })
})
afterEach(() => void vi.useRealTimers())

/** What a terminal shows after these bytes: the few sequences that the live view uses, on a grid of lines. */
function shown(bytes: string): string[] {
  const lines: string[] = ['']
  let row = 0
  let column = 0
  for (const [token] of bytes.matchAll(/\u001b\[[0-9?]*[A-Za-z]|[\s\S]/gu)) {
    const line = lines[row] ?? ''
    if (token === '\n') {
      row++
      column = 0
      if (row === lines.length) lines.push('')
    } else if (token === '\r') column = 0
    else if (/^\u001b\[[0-9]+A$/.test(token)) row -= Number(token.slice(2, -1))
    else if (token === '\u001b[K') lines[row] = line.slice(0, column)
    else if (token === '\u001b[J') {
      lines[row] = line.slice(0, column)
      lines.length = row + 1
    } else if (!token.startsWith('\u001b')) {
      lines[row] = line.slice(0, column) + token + line.slice(column + 1)
      column++
    }
  }
  return lines.filter(l => l !== '')
}

describe('the live view', () => {
  it('renews its lines in place and keeps what has ended above them', () => {
    const view = liveView(screen, plain, clock)
    const first = view.begin({ name: 'amd64', title: 'build', text: '', startedMs: 0 })
    const second = view.begin({ name: 'arm64', title: 'build', text: '', startedMs: 0 })
    view.update(second, 'Compiling a very long name')
    vi.advanceTimersByTime(2000)
    expect(shown(written)).toEqual([
      expect.stringMatching(/^. amd64 {3}2\.0s {2}build$/),
      expect.stringMatching(/^. arm64 {3}2\.0s {2}Compiling a very long name$/),
    ])
    view.end(first, { ok: true, text: 'built' })
    view.line('a note')
    view.update(second, 'short')
    vi.advanceTimersByTime(100)
    expect(shown(written)).toEqual([
      '✓ amd64   2.0s  built',
      'a note',
      expect.stringMatching(/^. arm64 {3}2\.1s {2}short$/),
    ])
    view.close()
  })

  it('hides the cursor while it runs and gives it back, also when it is cut off', () => {
    const view = liveView(screen, plain, clock)
    view.begin({ name: 'amd64', title: 'build', text: '', startedMs: 0 })
    view.close()
    view.line('too late')
    vi.advanceTimersByTime(1000)
    expect(written.match(/\u001b\[\?25[lh]/g)).toEqual(['\u001b[?25l', '\u001b[?25h'])
    expect(shown(written)).toEqual([])
  })
})

describe('the plain view', () => {
  it('tells beginning, signs of life and end, and never moves the cursor', () => {
    const view = plainView(screen, plain, clock)
    const id = view.begin({ name: 'amd64', title: 'build', text: '', startedMs: 0 })
    view.update(id, 'Compiling serde')
    vi.advanceTimersByTime(65_000)
    view.end(id, { ok: false, text: 'failed' })
    view.close()
    vi.advanceTimersByTime(65_000)
    expect(written).toBe(
      [
        '  amd64  build',
        '… amd64  30s  Compiling serde',
        '… amd64  1m00s  Compiling serde',
        '✗ amd64  1m05s  failed',
        '',
      ].join('\n'),
    )
  })
})

describe('the log', () => {
  const logWith = (loudness: Partial<Loudness>) =>
    makeLog(plainView(screen, plain, clock), { quiet: false, verbose: false, ...loudness }, plain, clock)
  const sayAll = (loudness: Partial<Loudness>) => {
    const log = logWith(loudness)
    log.info('info')
    log.warn('warn', 'do this')
    log.error('error')
    log.detail('detail')
    log.task('task', 'title').done('done')
    return written.split('\n').filter(l => l !== '')
  }

  it('is for people', () => {
    expect(sayAll({})).toEqual([
      'info',
      'warning: warn',
      '  help: do this',
      'error: error',
      '  task  title',
      '✓ task   0.0s  done',
    ])
  })

  it('says errors only when it is to be quiet', () => {
    expect(sayAll({ quiet: true })).toEqual(['error: error'])
  })

  it('shows the tools’ output when it is to be verbose', () => {
    expect(sayAll({ verbose: true })).toContain('  detail')
  })

  it('lets no tool reach the terminal', () => {
    const log = logWith({ verbose: true })
    const task = log.task('a\u001b[2J', 'b\u0007')
    task.update('\u001b]0;title\u0007c')
    vi.advanceTimersByTime(30_000)
    task.done('\u009bm')
    log.detail('\u001b[?1049h')
    expect(written).not.toMatch(/[\u001b\u0007\u009b]/)
  })
})
