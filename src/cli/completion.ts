import { archNames } from '../arch.ts'
import { tool } from '../tool.ts'
import { type CommandName, commandNames, commands, flagsOf } from './commands.ts'
import type { Flag } from './flags.ts'
import { topicNames } from './help/topics.ts'

/** The completion script for `bash`, `zsh` or `fish`, made from the same tables as the parser. */
export function completionScript(shell: string): string {
  if (shell === 'zsh') return zsh()
  return shell === 'fish' ? fish() : bash()
}

const helpSummary = 'Explain a command or a topic.'

/** What `help` can explain. */
const subjects = [...new Set([...commandNames, ...topicNames])]

/** Values worth offering after a flag. */
function valuesOf(flag: Flag): readonly string[] {
  if (flag.name === 'targets') return archNames.flatMap(a => [`${a}-linux-musl`, `${a}-linux-gnu`])
  return flag.choices
}

const takesPath = (flag: Flag) => flag.value === 'file' || /(^|-)dir(ectory)?$/.test(flag.name)

function offered(command: CommandName): string[] {
  const flags = flagsOf(command).filter(f => !f.hidden)
  return [...flags.flatMap(f => (f.isSwitch ? [`--${f.name}`, `--no-${f.name}`] : [`--${f.name}`])), '--help']
}

function bash(): string {
  const values = new Map<string, readonly string[]>()
  const paths = new Set<string>()
  for (const flag of commandNames.flatMap(flagsOf).filter(f => !f.hidden && f.value !== null && !f.isSwitch)) {
    if (valuesOf(flag).length > 0) values.set(flag.name, valuesOf(flag))
    if (takesPath(flag)) paths.add(flag.name)
  }
  const cases = [...values].map(
    ([name, words]) => `    --${name}) COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$cur")); return ;;`,
  )
  const perCommand = commandNames.map(name => {
    const { argument, second } = commands[name]
    const words = argument.kind === 'choice' ? (argument.choices ?? []).join(' ') : ''
    const kind =
      argument.kind === 'directory' ? '-d' : argument.kind === 'files' ? '-f' : `${second ? '-d ' : ''}-W '${words}'`
    return `    ${name}) flags='${offered(name).join(' ')}'; rest=(${kind}) ;;`
  })
  return `# bash completion for ${tool.name}
_portable_build() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command= word flags
  local -a rest
  case $prev in
${cases.join('\n')}
    ${[...paths].map(p => `--${p}`).join('|')}) COMPREPLY=($(compgen -f -- "$cur")); return ;;
  esac
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in ${[...commandNames, 'help'].join('|')}) command=$word; break ;; esac
  done
  case $command in
${perCommand.join('\n')}
    help) flags=--help; rest=(-W '${subjects.join(' ')}') ;;
    *) COMPREPLY=($(compgen -W '${[...commandNames, 'help', '--help', '--version'].join(' ')}' -- "$cur")); return ;;
  esac
  if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W "$flags" -- "$cur"))
  else COMPREPLY=($(compgen "\${rest[@]}" -- "$cur")); fi
}
complete -o filenames -F _portable_build ${tool.name}`
}

/** A text in single quotes for sh-like shells. */
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

function zsh(): string {
  const describe = (text: string) => text.replaceAll('[', '(').replaceAll(']', ')').replaceAll(':', '\\:')
  const spec = (flag: Flag): string[] => {
    const text = `[${describe(flag.description)}]`
    const repeat = flag.join === null ? '' : '*'
    if (flag.isSwitch) return [quoted(`--${flag.name}${text}`), quoted(`--no-${flag.name}${text}`)]
    if (flag.value === null) return [quoted(`--${flag.name}${text}`)]
    const values = valuesOf(flag).length > 0 ? `(${valuesOf(flag).join(' ')})` : takesPath(flag) ? '_files' : ''
    return [quoted(`${repeat}--${flag.name}=${text}:${describe(flag.value)}:${values}`)]
  }
  const action = (name: CommandName) => {
    const { argument } = commands[name]
    if (argument.kind === 'choice') {
      const label = argument.term.replace(/[<>]/g, '')
      const words = quoted(`1:${label}:(${(argument.choices ?? []).join(' ')})`)
      return commands[name].second ? `${words} ${quoted('2:directory:_files -/')}` : words
    }
    return argument.kind === 'directory' ? quoted('1:directory:_files -/') : quoted('*:file:_files')
  }
  const perCommand = commandNames.map(name => {
    const flags = flagsOf(name).filter(f => !f.hidden)
    return `    ${name}) _arguments ${[...flags.flatMap(spec), action(name)].join(' \\\n      ')} ;;`
  })
  const told = [...commandNames.map(n => [n, commands[n].summary] as const), ['help', helpSummary] as const]
  const names = told.map(([name, summary]) => quoted(`${name}:${describe(summary)}`)).join(' ')
  return `#compdef ${tool.name}
_portable_build() {
  local -a names=(${names})
  if (( CURRENT == 2 )); then _describe command names; return; fi
  local command=$words[2]
  shift words; (( CURRENT-- ))
  case $command in
${perCommand.join('\n')}
    help) _arguments ${quoted(`1:subject:(${subjects.join(' ')})`)} ;;
  esac
}
compdef _portable_build ${tool.name}`
}

function fish(): string {
  const say = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  const lines = commandNames.flatMap(name => {
    const row = commands[name]
    const here = `complete -c ${tool.name} -n '__fish_seen_subcommand_from ${name}'`
    const flags = flagsOf(name)
      .filter(f => !f.hidden)
      .flatMap(f => {
        const values = valuesOf(f)
        const given = values.length > 0 ? ` -x -a ${say(values.join(' '))}` : takesPath(f) ? ' -r -F' : ' -x'
        if (!f.isSwitch) return [`${here} -l ${f.name}${f.value === null ? '' : given} -d ${say(f.description)}`]
        return [`${here} -l ${f.name} -d ${say(f.description)}`, `${here} -l no-${f.name} -d ${say(f.description)}`]
      })
    const { argument } = row
    const choices = [...(argument.choices ?? []), ...(row.second ? ['(__fish_complete_directories)'] : [])]
    const words = argument.kind === 'choice' ? say(choices.join(' ')) : "'(__fish_complete_directories)'"
    return [
      `complete -c ${tool.name} -n __fish_use_subcommand -a ${name} -d ${say(row.summary)}`,
      argument.kind === 'files' ? `${here} -F` : `${here} -f -a ${words}`,
      ...flags,
    ]
  })
  const help = [
    `complete -c ${tool.name} -n __fish_use_subcommand -a help -d ${say(helpSummary)}`,
    `complete -c ${tool.name} -n '__fish_seen_subcommand_from help' -f -a ${say(subjects.join(' '))}`,
  ]
  return [`# fish completion for ${tool.name}`, `complete -c ${tool.name} -f`, ...lines, ...help].join('\n')
}
