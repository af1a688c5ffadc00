import { type CommandName, commandNames, commands, globalFlags } from '../../src/cli/commands.ts'
import { allInputs, type Flag, inputFlags, offSwitch, onSwitch } from '../../src/cli/flags.ts'
import { type Block, topicNames, topics } from '../../src/cli/help/topics.ts'
import { tool } from '../../src/tool.ts'

/**
 * `man/portable-build.1` from the tables that help, parsing and completion are made from, in the macros of man(7). Without a
 * date: it changes with what it says, and with nothing else.
 */
export function manPage(): string {
  return [
    '.\\" Written by `npm run generate` from the tables in src/; do not edit by hand.',
    `.TH PORTABLE-BUILD 1 "" "${tool.name} ${tool.version}" "User Commands"`,
    '.nh',
    '.ad l',
    '.SH NAME',
    `${roff(tool.name)} \\- build executables that start on any Linux, and prove it by reading the bytes`,
    '.SH SYNOPSIS',
    ...commandNames.flatMap(synopsis),
    '.SH DESCRIPTION',
    roff(
      'Builds Rust, Go and C/C++ projects for all architectures that are asked for, without emulation; judges every file that came out by its bytes, starts it where it can, and hands over only what is verified.',
    ),
    '.SH COMMANDS',
    ...commandNames.flatMap(commandSection),
    '.SH OPTIONS OF EVERY COMMAND',
    ...globalFlags.flatMap(flagLines),
    '.SH INPUTS',
    roff('Each is a flag of `build`, `plan` and `doctor`; other commands take those that matter to them.'),
    ...inputFlags(allInputs)
      .filter(f => !f.hidden)
      .flatMap(flagLines),
    ...topicNames.flatMap(name => [
      `.SH ${roff(topics[name].title).toUpperCase()}`,
      ...topics[name].blocks.flatMap(blockLines),
    ]),
    '.SH EXAMPLES',
    ...literal(commandNames.flatMap(name => commands[name].examples)),
    '',
  ].join('\n')
}

function synopsis(name: CommandName): string[] {
  const { argument, second } = commands[name]
  const terms = [argument.term, ...(second ? [second.term] : [])].map(term => roff(term)).join(' ')
  return [`.B ${roff(tool.name)} ${roff(name)}`, `[\\fIoptions\\fR] ${terms}`, '.br']
}

function commandSection(name: CommandName): string[] {
  const { summary, argument, flags } = commands[name]
  const own = flags.filter(f => !f.input && !f.hidden)
  return [
    `.SS ${roff(name)}`,
    roff(summary),
    '.TP',
    `.I ${roff(argument.term)}`,
    roff(argument.description),
    ...own.flatMap(flagLines),
  ]
}

function flagLines({ name, value, description, isSwitch }: Flag): string[] {
  const placeholder = value === null || value === onSwitch || value === offSwitch ? '' : ` \\fI${roff(value)}\\fR`
  const spelled = isSwitch && value === onSwitch ? `--[no-]${name}` : `--${name}`
  return ['.TP', `\\fB${roff(spelled)}\\fR${placeholder}`, roff(description)]
}

function blockLines(block: Block): string[] {
  if ('text' in block) return ['.PP', roff(block.text)]
  if ('commands' in block) return literal(block.commands)
  return block.terms.flatMap(([term, meaning]) => ['.TP', `\\fB${roff(term)}\\fR`, roff(meaning)])
}

function literal(lines: readonly string[]): string[] {
  return ['.PP', '.nf', '.RS 4', ...lines.map(line => roff(line)), '.RE', '.fi']
}

/** A text as roff shows it: no escapes and no requests in it, hyphens that can be copied, what is typed in bold. */
function roff(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('’', '\\(cq')
    .replace(/`([^`]*)`/g, '\\fB$1\\fR')
    .replace(/^(?=[.'])/, '\\&')
}
