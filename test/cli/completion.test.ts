import { execFileSync, spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { commandNames, commands } from '../../src/cli/commands.ts'
import { completionScript } from '../../src/cli/completion.ts'

const hasBash = spawnSync('bash', ['-c', ':']).status === 0

/** What bash offers for a line whose last word is being typed. */
function offered(...words: string[]): string[] {
  const script = [
    completionScript('bash'),
    'COMP_WORDS=(portable-build "$@"); COMP_CWORD=$#; COMPREPLY=()',
    `_portable_build; printf "%s\\n" "\${COMPREPLY[@]}"`,
  ].join('\n')
  return execFileSync('bash', ['-c', script, 'bash', ...words], { encoding: 'utf8' })
    .trim()
    .split('\n')
}

describe.skipIf(!hasBash)('completion in bash', () => {
  it('is a valid script', () => {
    execFileSync('bash', ['-n'], { input: completionScript('bash') })
  })

  it('offers commands, the flags of a command, and values', () => {
    expect(offered('')).toEqual(expect.arrayContaining(commandNames))
    expect(offered('pl')).toEqual(['plan'])
    expect(offered('plan', '--ma')).toEqual(['--matrix', '--main', '--max-page-size'])
    expect(offered('verify', '--mat')).toEqual([''])
    expect(offered('build', '--no-lo')).toEqual(['--no-locked'])
    expect(offered('build', '--backend', 'z')).toEqual(['zig'])
    expect(offered('build', '--targets', 'aarch64-linux-m')).toEqual(['aarch64-linux-musl'])
    expect(offered('completion', 'f')).toEqual(['fish'])
  })
})

describe.each(['bash', 'zsh', 'fish'])('completion for %s', shell => {
  it('knows every command and every flag that help shows', () => {
    const script = completionScript(shell)
    for (const name of commandNames) {
      expect(script).toContain(name)
      for (const flag of commands[name].flags.filter(f => !f.hidden)) expect(script).toContain(flag.name)
    }
  })

  it('has balanced quotes', () => {
    const [code] = [completionScript(shell).replace(/\\'/g, '')]
    expect((code.match(/'/g) ?? []).length % 2).toBe(0)
  })
})
