import { describe, expect, it } from 'vitest'
import { commandNames, commands } from '../../src/cli/commands.ts'
import { parseCommandLine } from '../../src/cli/parse.ts'
import { BuildError } from '../../src/errors.ts'
import { type InputRow, inputTable } from '../../src/inputs/table.ts'
import { styleFor } from '../../src/report/style.ts'

const look = { columns: Number.POSITIVE_INFINITY, style: styleFor(false) }
const parse = (...argv: string[]) => parseCommandLine(argv, look)
async function run(...argv: string[]) {
  const parsed = await parse(...argv)
  if (!('run' in parsed)) throw new Error('that is help')
  return parsed.run
}
async function help(...argv: string[]) {
  const parsed = await parse(...argv)
  return 'help' in parsed ? parsed.help : ''
}
const mistake = (...argv: string[]) =>
  parse(...argv).then(
    () => null,
    error => (error instanceof BuildError ? { code: error.code, message: error.message, hint: error.hint } : error),
  )

describe('a command line', () => {
  it('is a command, a place, inputs and flags', async () => {
    expect(await run('build', 'examples/c', '--targets', 'amd64,arm64', '--no-strip', '--json', '--verbose')).toEqual({
      command: 'build',
      args: ['examples/c'],
      inputs: { targets: 'amd64,arm64', strip: 'false' },
      options: { json: 'true', verbose: 'true' },
    })
  })

  it('takes lists, maps and jobs several times; of a text the last counts', async () => {
    const said = await run(
      'build',
      '--bin',
      'a',
      '--bin',
      'b',
      '--env',
      'A=1',
      '--env',
      'B=2',
      '--only',
      'x',
      '--only',
      'y',
      '--profile',
      'dev',
      '--profile',
      'release',
    )
    expect(said.inputs).toEqual({ bin: 'a\nb', env: 'A=1\nB=2', profile: 'release' })
    expect(said.options).toEqual({ only: 'x,y' })
  })

  it('takes global flags before the command too', async () => {
    expect((await run('--quiet', 'plan')).options).toEqual({ quiet: 'true' })
  })

  it('hands an alias on under its own name, so that the plan can tell', async () => {
    expect((await run('build', '--platforms', 'linux/arm64')).inputs).toEqual({ platforms: 'linux/arm64' })
  })

  it('knows --no-default-features as an input, not as a negation', async () => {
    expect((await run('build', '--no-default-features')).inputs).toEqual({ 'no-default-features': 'true' })
  })

  it('takes every input as a flag', async () => {
    for (const name of Object.keys(inputTable))
      expect((await run('build', `--${name}=v`)).inputs).toEqual({ [name]: 'v' })
  })

  it('takes words after -- as they are', async () => {
    expect((await run('verify', '--', '--odd-name')).args).toEqual(['--odd-name'])
  })
})

describe('help', () => {
  it.each(commandNames.map(name => [name]))('of %s names its flags and no hidden one', async name => {
    const text = await help(name, '--help')
    for (const flag of commands[name].flags) {
      expect(new RegExp(`--(\\[no-\\])?${flag.name}\\b`).test(text), flag.name).toBe(!flag.hidden)
    }
    expect(text).toContain('--verbose')
  })

  it('of build has every input with its description and default', async () => {
    const text = (await help('build', '--help')).replace(/\s+/g, ' ')
    for (const row of Object.values<InputRow>(inputTable)) expect(text).toContain(row.description.replace(/\s+/g, ' '))
    expect(text).toContain('(default: dist)')
  })

  it('lists the commands, and is what `help` prints', async () => {
    const text = await help('--help')
    for (const name of commandNames) expect(text).toContain(`  ${name}`)
    expect(await help('help', 'plan')).toBe(await help('plan', '--help'))
    expect(await parse()).toEqual({ help: text, asked: false })
  })
})

describe('a mistyped command line', () => {
  it.each([
    [['bulid'], 'unknown command "bulid"', 'Did you mean `portable-build build`?'],
    [['./examples/c'], 'unknown command "./examples/c"', 'To build it: `portable-build build ./examples/c`.'],
    [['build', '--traget', 'x'], 'unknown flag --traget for `build`', 'Did you mean --targets?'],
    [['build', '--no-lokced'], 'unknown flag --no-lokced for `build`', 'Did you mean --no-locked?'],
    [['build', '--lokced=false'], 'unknown flag --lokced for `build`', 'Did you mean --locked?'],
    [['build', '--matrix'], 'unknown flag --matrix for `build`', '--matrix is a flag of `portable-build plan`.'],
    [['--versoin'], 'unknown flag --versoin', 'Did you mean --version?'],
    [['help', 'paln'], 'no help for "paln"', 'Did you mean `portable-build help plan`?'],
    [
      ['build', 'a', 'b'],
      '`build` takes [dir] only, not "b" too',
      'Quote a value that has spaces; lists are separated by commas.',
    ],
    [
      ['build', 'a', '--bin', 'b c', 'd'],
      '`build` takes [dir] only, not "d" too',
      'Quote a value that has spaces; lists are separated by commas.',
    ],
  ])('%j', async (argv, message, hint) => {
    expect(await mistake(...argv)).toEqual({ code: 'unknown-flag', message, hint })
  })

  it('has a value for what needs one', async () => {
    expect(await mistake('verify')).toMatchObject({ code: 'bad-input', message: '`verify` needs <file...>' })
    expect(await mistake('completion', 'bsh')).toMatchObject({ code: 'bad-input', hint: 'Did you mean bash?' })
    expect(await mistake('completion')).toMatchObject({ code: 'bad-input', message: '`completion` needs <shell>' })
  })
})
