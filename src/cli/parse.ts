import type { Command as Program } from 'commander'
import { BuildError } from '../errors.ts'
import { notAChoice } from '../inputs/mistakes.ts'
import type { Style } from '../report/style.ts'
import { tool } from '../tool.ts'
import { type CommandName, commandNames, commands, flagsOf, globalFlags, isCommand } from './commands.ts'
import { type Flag, offSwitch, onSwitch } from './flags.ts'
import { isTopic, type TopicName, topicNames } from './help/topics.ts'
import { tooManyArguments, unknownCommand, unknownFlag, unknownTopic } from './suggest.ts'
import { spellSwitches } from './words.ts'

/** What a command line says. */
export interface Invocation {
  readonly command: CommandName
  readonly args: readonly string[]
  /** Inputs, by name or alias. */
  readonly inputs: Readonly<Record<string, string>>
  /** Flags of the command line alone: `json`, `config`, …; a flag without a value is `true`. */
  readonly options: Readonly<Record<string, string>>
}

/** Either something to do, or a help text to print. */
export type Parsed = { readonly run: Invocation } | { readonly help: string; readonly asked: boolean }

/** How help is printed. */
export interface HelpLook {
  readonly columns: number
  readonly style: Style
}

/** Reads a command line (without `node` and the script). @throws BuildError `unknown-flag`, `bad-input` with the nearest known name */
export async function parseCommandLine(argv: readonly string[], look: HelpLook): Promise<Parsed> {
  const commander = await import('commander')
  const said: { run?: Invocation; help: string } = { help: '' }
  const program = makeProgram(new commander.Command(), look, said)
  for (const name of commandNames) addCommand(program, name, commander, look, said)
  const { words, command, asked, topic } = readCommand(argv)
  const about = topic === null ? '' : (await import('./help/text.ts')).topicText(topic, look)
  if (command === null && topic !== null) return { help: about, asked }
  try {
    program.parse([...words], { from: 'user' })
  } catch (error) {
    if (error instanceof commander.CommanderError) {
      return { help: `${helpOf(error, command, words, said.help)}${about === '' ? '' : `\n${about}`}`, asked }
    }
    throw error
  }
  return said.run ? { run: said.run } : { help: said.help, asked }
}

/** A command line with its command; `help x` becomes `x --help`, with what there is to say of it; nothing at all is a question for help. */
interface CommandLine {
  readonly words: readonly string[]
  readonly command: CommandName | null
  readonly asked: boolean
  readonly topic: TopicName | null
}

function readCommand(argv: readonly string[]): CommandLine {
  const position = argv.findIndex(w => !w.startsWith('-')) // global flags have no values
  const word = argv[position]
  if (word === undefined) {
    const stray = argv.find(w => !programFlags.includes(w))
    if (stray !== undefined) throw unknownFlag(stray, null)
    const asked = argv.includes('--help') || argv.includes('-h')
    return { words: ['--help'], command: null, asked, topic: null }
  }
  if (word === 'help') {
    const rest = argv.filter((_, i) => i !== position)
    const [subject] = rest.filter(w => !w.startsWith('-'))
    const topic = subject !== undefined && isTopic(subject) ? subject : null
    if (subject === undefined || (topic !== null && !isCommand(subject))) {
      return { words: ['--help'], command: null, asked: true, topic }
    }
    if (!isCommand(subject)) throw unknownTopic(subject)
    return { ...readCommand([...rest, '--help']), topic }
  }
  if (!isCommand(word)) throw unknownCommand(word)
  return { words: spellSwitches(argv, flagsOf(word)), command: word, asked: true, topic: null }
}

const programFlags = [...globalFlags.map(f => `--${f.name}`), '-h', '--help', '-V', '--version']

/** Commander ends help, and every mistake, with an error of its own: mistakes become ours. */
function helpOf(
  error: { code: string; message: string },
  command: CommandName | null,
  words: readonly string[],
  help: string,
) {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  if (error.code.startsWith('commander.help')) return help
  if (error.code === 'commander.unknownOption') throw unknownFlag(quoted, command)
  if (error.code === 'commander.unknownCommand') throw unknownCommand(quoted)
  if (command !== null && error.code === 'commander.missingArgument') {
    const { term, description } = commands[command].argument
    throw new BuildError('bad-input', `\`${command}\` needs ${term}`, { hint: description })
  }
  if (command !== null && error.code === 'commander.excessArguments') {
    const taken = commands[command].second ? 3 : 2
    throw tooManyArguments(command, words.filter(w => !w.startsWith('-')).slice(taken))
  }
  throw new BuildError('bad-input', error.message.replace(/^error: /, ''))
}

function makeProgram(program: Program, look: HelpLook, said: { help: string }): Program {
  const { style } = look
  program
    .name(tool.name)
    .usage('<command> [options]')
    .description(
      'Builds Rust, Go and C/C++ projects into executables that start on any Linux of every architecture asked for,\nand proves it by reading the bytes.',
    )
    .helpOption('-h, --help', 'Print this help.')
    .helpCommand(
      'help [command|topic]',
      `Print the help of a command, or of ${topicNames.filter(t => !isCommand(t)).join(', ')}.`,
    )
    .exitOverride()
    .configureOutput({
      writeOut: text => {
        said.help += text
      },
      writeErr: () => {},
      getOutHelpWidth: () => Math.min(look.columns, 110),
      getOutHasColors: () => true, // the style decides
      getErrHasColors: () => true,
    })
    .configureHelp({
      showGlobalOptions: true,
      optionTerm: option => helpTerm(option.flags),
      styleTitle: text => style.bold(text),
      styleCommandText: text => style.cyan(text),
      styleOptionTerm: text => style.cyan(text),
      styleSubcommandTerm: text => style.cyan(text),
      styleArgumentTerm: text => style.cyan(text),
    })
    .addHelpText(
      'after',
      `\nMore: ${style.cyan('portable-build <command> --help')}. Every input is a flag, PORTABLE_BUILD_<NAME>, or a key of portable-build.yml.`,
    )
    .version(`${tool.name} ${tool.version}`, '-V, --version', 'Print the version.')
  for (const flag of globalFlags) program.option(`--${flag.name}`, flag.description)
  return program
}

type Commander = typeof import('commander')

function addCommand(
  program: Program,
  name: CommandName,
  { Option }: Commander,
  look: HelpLook,
  said: { run?: Invocation },
) {
  const row = commands[name]
  const inputs: Record<string, string> = {}
  const options: Record<string, string> = {}
  const terms = [row.argument, ...(row.second ? [row.second] : [])]
  const words = [name, ...terms.map(t => t.term)].join(' ')
  const command = program.command(words).summary(row.summary).description(row.summary)
  command.helpOption('-h, --help', 'Print this help.')
  for (const [i, argument] of command.registeredArguments.entries()) argument.description = terms[i]?.description ?? ''
  for (const flag of row.flags) {
    const option = new Option(termOf(flag), flag.description).helpGroup(flag.input ? 'Inputs:' : 'Options:')
    const into = flag.input ? inputs : options
    command.addOption(option.hideHelp(flag.hidden))
    command.on(`option:${flag.name}`, (value: string | null) => {
      const before = into[flag.name]
      const text = value ?? 'true'
      into[flag.name] = flag.join !== null && before !== undefined ? `${before}${flag.join}${text}` : text
    })
  }
  if (row.examples.length > 0) {
    const lines = row.examples.map(e => `  ${e}`).join('\n')
    command.addHelpText('after', `\n${look.style.bold('Examples:')}\n${lines}`)
  }
  command.action(() => {
    const args = command.args
    const { choices } = row.argument
    const chosen = args.slice(0, 1)
    for (const arg of chosen) if (choices && !choices.includes(arg)) throw notAChoice(row.argument.term, arg, choices)
    const global = globalFlags.filter(f => program.opts()[f.name] === true).map(f => [f.name, 'true'])
    said.run = { command: name, args, inputs, options: { ...options, ...Object.fromEntries(global) } }
  })
}

function termOf(flag: Flag): string {
  return flag.value === null ? `--${flag.name}` : `--${flag.name} <${flag.value}>`
}

/** How help writes a flag: switches have no value there. */
function helpTerm(flags: string): string {
  const [name = '', value] = flags.split(' ')
  if (value === `<${onSwitch}>`) return name.replace('--', '--[no-]')
  return value === `<${offSwitch}>` ? name : flags
}
