import { describe, expect, it } from 'vitest'
import type { BuildError } from '../../../src/errors.ts'
import { checkAll, readActionInputs } from '../../../src/hosts/github/inputs.ts'
import { hostSettings } from '../../../src/hosts/github/settings.ts'
import { type ActionKind, actionTable } from '../../../src/inputs/actions.ts'
import { inputTable } from '../../../src/inputs/table.ts'

const read = (env: Record<string, string>, kind: ActionKind = 'build') => readActionInputs(actionTable[kind], env)

async function refusal(run: () => unknown): Promise<BuildError> {
  try {
    await run()
  } catch (error) {
    return error as BuildError
  }
  throw new Error('no error')
}

describe('the inputs of an action', () => {
  it('are variables with hyphens; blank ones are not given', () => {
    const env = {
      'INPUT_OUTPUT-DIR': 'out',
      INPUT_TARGETS: 'arm64\n',
      INPUT_ONLY: 'a,b',
      INPUT_GLIBC: ' \n',
      HOME: '/x',
    }
    expect(read(env)).toEqual({ flags: { 'output-dir': 'out', targets: 'arm64\n' }, own: { only: 'a,b' } })
  })

  it('may be aliases', () => {
    expect(read({ INPUT_PLATFORMS: 'arm64' }).flags).toEqual({ platforms: 'arm64' })
  })

  it('are refused when the action does not have them, all at once, with the nearest that it has', async () => {
    const error = await refusal(() => read({ INPUT_TARGTES: 'x', INPUT_OUTPUT_DIR: '', INPUT_ZZZZZZZZ: 'x' }))
    expect(error).toMatchObject({ code: 'unknown-flag' })
    expect(error.message).toBe(
      'portable-build has no input output_dir (did you mean output-dir?), targtes (did you mean targets?), zzzzzzzz',
    )
    expect(error.hint).toContain('artifact-name')
    expect((await refusal(() => read({ INPUT_ARCHIVE: 'zip' }, 'verify'))).code).toBe('unknown-flag')
    expect((await refusal(() => read({}, 'verify'))).message).toBe('portable-build: verify needs the input files')
  })

  it('with nonsense in every one of them give one error that lists them all', async () => {
    const nonsense = {
      text: 'a\nb',
      list: null,
      words: '"open',
      script: '\0',
      switch: 'perhaps',
      choice: 'no such',
      map: '=',
    }
    const flags = Object.fromEntries(
      Object.entries(inputTable).flatMap(([name, { kind }]) =>
        nonsense[kind] === null ? [] : [[name, nonsense[kind]]],
      ),
    )
    const request = { dir: '/nowhere', env: {}, flags: { ...flags, targets: 'a;rm -rf /' }, spell: (n: string) => n }
    const error = await refusal(() => hostSettings(request, { verbose: 'loud' }))
    expect(error.code).toBe('bad-input')
    const wrong = [...Object.keys(flags), 'verbose']
    for (const name of wrong) expect(error.lines.join('\n')).toMatch(new RegExp(`^(input )?${name}\\b`, 'm'))
    expect(error.lines.join('\n')).toContain('unknown target "a;rm -rf /"')
    expect(error.lines).toHaveLength(wrong.length + 1)
  })

  it('that are fine are given; a mistake of ours is not hidden by one of the user', async () => {
    expect(await checkAll([() => 1, async () => 'x'])).toEqual([1, 'x'])
    const bug = new TypeError('ours')
    const both = checkAll([() => Promise.reject(bug), () => read({ INPUT_X: '' })])
    await expect(both).rejects.toBe(bug)
  })
})
