import type { Style } from '../../report/style.ts'
import { displayWidth } from '../../report/text.ts'
import { type Block, type TopicName, topics } from './topics.ts'

/** How a topic is printed. */
interface Look {
  readonly columns: number
  readonly style: Style
}

/** Lines are not longer than this, however wide the terminal is. */
const widest = 100

/** A topic as text for a terminal. */
export function topicText(name: TopicName, { columns, style }: Look): string {
  const { title, blocks }: { title: string; blocks: readonly Block[] } = topics[name]
  const width = Math.min(columns, widest)
  const parts = blocks.map(block => blockLines(block, width, style).join('\n'))
  return `${[style.bold(title), ...parts].join('\n\n')}\n`
}

function blockLines(block: Block, width: number, style: Style): string[] {
  if ('text' in block) return wrapped(block.text, width).map(line => painted(line, style))
  if ('commands' in block) return block.commands.map(line => `  ${style.cyan(line)}`)
  const longest = Math.min(28, Math.max(...block.terms.map(([term]) => displayWidth(term))))
  return block.terms.flatMap(([term, meaning]) => {
    const [first = '', ...more] = wrapped(meaning, width - longest - 4)
    const head = `  ${style.cyan(term.padEnd(longest))}  ${painted(first, style)}`
    return [head, ...more.map(line => `${' '.repeat(longest + 4)}${painted(line, style)}`)]
  })
}

const painted = (line: string, style: Style) => line.replace(/`([^`]*)`/g, (_, typed: string) => style.cyan(typed))

/** Words in lines; what stands between backquotes stays together. */
function wrapped(text: string, width: number): string[] {
  const words = text.match(/[^\s`]*`[^`]*`\S*|\S+/g) ?? []
  const lines = ['']
  for (const word of words) {
    const line = lines.at(-1) ?? ''
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && displayWidth(longer.replaceAll('`', '')) > Math.max(20, width)) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}
