import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** Runs a program on a terminal of its own; what is written to stdin is typed. */
const onTerminal = 'import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))'

let dir = ''

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb-tty-'))
  for (const name of ['bin', 'go']) mkdirSync(join(dir, name))
  writeFileSync(join(dir, 'go/go.mod'), 'module example.com/hello\n\ngo 1.22\n')
  writeFileSync(join(dir, 'go/main.go'), 'package main\n\nfunc main() {}\n')
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

async function build(go: string, react: (text: string, type: (keys: string) => void) => void) {
  writeFileSync(
    join(dir, 'bin/go'),
    `#!/bin/sh\ncase $1 in version) echo go version go1.26.8 linux/amd64 ;; build) ${go} ;; esac\n`,
  )
  chmodSync(join(dir, 'bin/go'), 0o755)
  const env = { PATH: `${dir}/bin:${process.env['PATH']}`, HOME: dir, TERM: 'xterm-256color' }
  const words = ['-c', onTerminal, process.execPath, resolve('src/cli.ts'), 'build', 'go', '--targets', 'linux/amd64']
  const child = spawn('python3', words, { cwd: dir, env })
  let text = ''
  child.stdout.on('data', chunk => {
    text += chunk
    react(text, keys => void child.stdin.write(keys))
  })
  child.stderr.on('data', chunk => {
    text += chunk
  })
  const [code] = await once(child, 'close')
  return { code, text }
}

describe('on a terminal', () => {
  it('shows what the tool says in one line, and gives the cursor back at Ctrl-C', async () => {
    let typed = false
    const { code, text } = await build('echo "compiling \u65e5\u672c" >&2; sleep 1000', (seen, type) => {
      if (typed || !seen.includes('compiling \u65e5\u672c')) return
      typed = true
      type('\u0003')
    })
    expect(code).toBe(130)
    expect(text).toContain('SIGINT: stopping')
    expect(text.lastIndexOf('\u001b[?25h')).toBeGreaterThan(text.lastIndexOf('\u001b[?25l'))
    expect(text).toContain('error[interrupted]')
  })

  it('ends at once at the second Ctrl-C, even when the tool does not want to', async () => {
    let times = 0
    const { code, text } = await build(
      "trap '' TERM INT; echo started >&2; while :; do sleep 1; done",
      (seen, type) => {
        if (times === 0 && seen.includes('started')) times = 1
        else if (times === 1 && seen.includes('stopping')) times = 2
        else return
        type('\u0003')
      },
    )
    expect(code).toBe(130)
    expect(text.lastIndexOf('\u001b[?25h')).toBeGreaterThan(text.lastIndexOf('\u001b[?25l'))
  })
})
