import { BuildError } from '../errors.ts'
import { nearest } from '../nearest.ts'
import { type CommandName, commandNames, commands, flagsOf } from './commands.ts'
import { topicNames } from './help/topics.ts'

/** A flag that a command does not have: the nearest one that it has, or the command that has it. */
export function unknownFlag(written: string, command: CommandName | null): BuildError {
  const name = written.replace(/=.*$/s, '')
  const owner = commandNames.find(c => c !== command && flagsOf(c).some(f => `--${f.name}` === name))
  const known = command === null ? ['--help', '--version'] : spellings(command)
  const guess = nearest(name, known)
  const hint = guess
    ? `Did you mean ${guess}?`
    : owner
      ? `${name} is a flag of \`portable-build ${owner}\`.`
      : `\`portable-build ${command === null ? '' : `${command} `}--help\` lists all flags.`
  const where = command === null ? '' : ` for \`${command}\``
  return new BuildError('unknown-flag', `unknown flag ${name}${where}`, { hint })
}

function spellings(command: CommandName): string[] {
  const flags = flagsOf(command)
  const negated = flags.filter(f => f.isSwitch).map(f => `--no-${f.name}`)
  return [...flags.filter(f => !f.hidden).map(f => `--${f.name}`), '--help', ...negated]
}

/** A word where a command must stand. */
export function unknownCommand(word: string): BuildError {
  const guess = nearest(word, commandNames)
  const hint = guess
    ? `Did you mean \`portable-build ${guess}\`?`
    : /^\.|\//.test(word)
      ? `To build it: \`portable-build build ${word}\`.`
      : `Commands: ${commandNames.join(', ')}.`
  return new BuildError('unknown-flag', `unknown command ${JSON.stringify(word)}`, { hint })
}

/** A word that `help` cannot explain. */
export function unknownTopic(word: string): BuildError {
  const known = [...new Set([...commandNames, ...topicNames])]
  const guess = nearest(word, known)
  const hint = guess ? `Did you mean \`portable-build help ${guess}\`?` : `There is help for ${known.join(', ')}.`
  return new BuildError('unknown-flag', `no help for ${JSON.stringify(word)}`, { hint })
}

/** More words than a command takes. */
export function tooManyArguments(command: CommandName, extra: readonly string[]): BuildError {
  const { argument, second } = commands[command]
  const terms = [argument, ...(second ? [second] : [])].map(t => t.term).join(' ')
  const words = extra.map(w => JSON.stringify(w)).join(', ')
  return new BuildError('unknown-flag', `\`${command}\` takes ${terms} only, not ${words} too`, {
    hint: 'Quote a value that has spaces; lists are separated by commas.',
  })
}
