import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { commandLine, quote } from '../../src/build/command-line.ts'

const dir = mkdtempSync(join(tmpdir(), "pb it's a ü\n$dir "))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const bare = { path: [], passEnv: {} }
const tools = { path: ['/tools/czb'], passEnv: {} }

describe('commandLine', () => {
  it('reads well', () => {
    const step = {
      argv: ['cargo', 'build', '--target', 'x86_64-unknown-linux-musl'],
      cwd: '/src/my app',
      env: { A: 'b c' },
    }
    expect(commandLine(step, bare)).toBe(
      `cd '/src/my app' && env A='b c' cargo build --target x86_64-unknown-linux-musl`,
    )
    expect(commandLine({ ...step, env: {} }, bare)).toBe(
      `cd '/src/my app' && cargo build --target x86_64-unknown-linux-musl`,
    )
    expect(commandLine({ ...step, env: {} }, tools)).toBe(
      `cd '/src/my app' && env PATH=/tools/czb:"$PATH" cargo build --target x86_64-unknown-linux-musl`,
    )
    expect(commandLine({ ...step, env: { PATH: '/own' } }, tools)).toContain('env PATH=/tools/czb:/own cargo')
  })

  it('has what the `env` input sets, not what it takes from the environment of the user', () => {
    const step = { argv: ['make'], cwd: '/src', env: { CC: 'cc' } }
    expect(commandLine(step, { path: [], passEnv: { TOKEN: '', MODE: 'fast', CC: 'gcc' } })).toBe(
      'cd /src && env MODE=fast CC=cc make',
    )
  })

  it('runs by hand what the step runs: directory, environment and words are the same', () => {
    const script = 'pwd; printf "%s|" "$WORDS" "$@"; printf %s "$PATH"'
    const odd = ["it's", 'a b', '', '$(id) `id` "q" \\', 'ü漢\n2', '*', '-n', '~', '!x', '#']
    const line = commandLine(
      { argv: ['sh', '-c', script, 'sh', ...odd], cwd: dir, env: { WORDS: odd.join() } },
      { ...bare, path: [dir] },
    )
    const shown = execFileSync('sh', ['-c', line], { encoding: 'utf8' })
    expect(shown).toBe(`${dir}\n${[odd.join(), ...odd].map(w => `${w}|`).join('')}${dir}:${process.env.PATH}`)
  })
})

describe('quote', () => {
  it('gives one word that means the text, in sh', () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom(...'abAB01 \'"\\$`!*?[]{}()<>|&;#~=%\n\tü漢😀-') }), {
      minLength: 1,
      maxLength: 40,
    })
    fc.assert(
      fc.property(texts, words => {
        const line = `printf '%s\\0' ${words.map(quote).join(' ')}`
        expect(execFileSync('sh', ['-c', line], { encoding: 'utf8' })).toBe(words.map(w => `${w}\0`).join(''))
      }),
      { numRuns: 30 },
    )
  })

  it('shows no control character, and bash reads the text back', () => {
    const text = "\x1b[31m it's \x07\r\n\x7f\x85 \\ ü"
    const word = quote(text)
    expect(word).not.toMatch(/[\x00-\x1f\x7f-\x9f]/)
    expect(execFileSync('bash', ['-c', `printf %s ${word}`], { encoding: 'utf8' })).toBe(text)
  })
})
