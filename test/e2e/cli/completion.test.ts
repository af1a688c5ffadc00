import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { completionScript } from '../../../src/cli/completion.ts'

let dir = ''
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb-completion-'))
  for (const shell of ['zsh', 'fish']) writeFileSync(join(dir, shell), `${completionScript(shell)}\n`)
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** What fish offers for a line, without the descriptions. */
function fish(line: string): string[] {
  const script = `source ${join(dir, 'fish')}; complete -C '${line}'`
  const { status, stdout, stderr } = spawnSync('fish', ['--no-config', '-c', script], { encoding: 'utf8', cwd: dir })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stdout.split('\n').map(l => l.split('\t')[0] ?? '')
}

/**
 * What zsh offers: its completion works in a terminal only, so one is made (zpty), a line typed, Tab pressed, and the words
 * that it had to choose from are read from the screen.
 */
function zsh(line: string): string {
  const script = `
zmodload zsh/zpty
zpty -b shell zsh -f -i
zpty -w shell 'PS1= ; LISTMAX=10000; COLUMNS=200; autoload -Uz compinit; compinit -u -d ${dir}/dump; source ${dir}/zsh; zstyle ":completion:*" list-prompt ""; echo ready'
zpty -r -m shell text '*ready*ready*' 2>/dev/null
zpty -w -n shell '${line}'$'\\t\\t'
sleep 3
while zpty -r -t shell part 2>/dev/null; do print -rn -- "$part"; done
zpty -d shell`
  return spawnSync('zsh', ['-f', '-c', script], { encoding: 'utf8', cwd: dir, timeout: 60_000 }).stdout
}

describe('completion in fish', () => {
  it('offers commands, topics, flags of a command and their values', () => {
    expect(fish('portable-build ')).toEqual(expect.arrayContaining(['build', 'verify', 'help']))
    expect(fish('portable-build plan --ma')).toEqual(expect.arrayContaining(['--matrix', '--main']))
    expect(fish('portable-build verify --matr')).toEqual([''])
    expect(fish('portable-build build --backend z')).toContain('zig')
    expect(fish('portable-build help flo')).toContain('floor')
    expect(fish('portable-build completion ')).toEqual(expect.arrayContaining(['bash', 'zsh', 'fish']))
  })
})

describe('completion in zsh', () => {
  it('is a valid script', () => {
    const { status, stderr } = spawnSync('zsh', ['-n', join(dir, 'zsh')], { encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  it('offers commands, topics, and flags of a command', () => {
    expect(zsh('portable-build ver')).toContain('portable-build verify')
    expect(zsh('portable-build help flo')).toContain('portable-build help floor')
    const flags = zsh('portable-build plan --ma')
    for (const flag of ['--matrix', '--main', '--max-page-size']) expect(flags).toContain(flag)
  })
})
