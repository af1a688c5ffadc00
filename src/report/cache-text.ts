import type { ChangedIngredient, ExplainedEntry } from '../cache/explain.ts'
import { differingWords } from '../cache/explain.ts'
import { wordsOf } from '../cache/words.ts'
import { plainLine } from '../exec/plain.ts'
import type { Style } from './style.ts'
import { count, displayWidth, pad } from './text.ts'

/** How to print. */
export interface CacheTextOptions {
  readonly style: Style
  readonly columns: number
  /** All ingredients, not only those that changed. */
  readonly verbose: boolean
}

/** What `cache explain` found out. */
export interface Explanation {
  readonly entries: readonly ExplainedEntry[]
  /** What has no key now, and why. */
  readonly without: readonly { readonly id: string; readonly why: string }[]
  /** The report of the last run; null where there is none. */
  readonly report: string | null
}

const marks = {
  same: (s: Style) => s.green('✓'),
  changed: (s: Style) => s.yellow('~'),
  new: (s: Style) => s.cyan('+'),
} as const satisfies Record<ExplainedEntry['state'], unknown>

/** Why each key is another one than in the last run, for people. */
export function explanationText({ entries, without, report }: Explanation, options: CacheTextOptions): string {
  const { style } = options
  const against =
    report === null
      ? style.dim('There is no report of an earlier run to hold this against.')
      : style.dim(`Held against ${plainLine(report)}`)
  const blocks = [...entries.map(entry => entryLines(entry, options)), ...without.map(w => withoutLines(w, options))]
  if (blocks.length === 0) blocks.push(['Nothing of this project is kept in the cache.'])
  return [...blocks, [against]].map(lines => lines.join('\n')).join('\n\n')
}

function entryLines(entry: ExplainedEntry, options: CacheTextOptions): string[] {
  const { kind, name, state, changed, ingredients, key } = entry
  const { style, verbose } = options
  const title = `${marks[state](style)} ${style.bold(plainLine(`${kind} ${name}`))}: ${verdict(entry)}`
  const whole = verbose || state === 'new'
  const shown = whole ? Object.entries(ingredients).filter(([n]) => !changed.some(c => c.name === n)) : []
  const width = Math.max(0, ...[...changed.map(c => c.name), ...shown.map(([n]) => n)].map(displayWidth))
  return [
    title,
    ...changed.flatMap(c => changeLines(entry, c, width, options)),
    ...shown.map(([n, value]) => `    ${style.dim(pad(plainLine(n), width))}  ${plainLine(value)}`),
    ...(verbose ? [style.dim(`    ${plainLine(key)}`)] : []),
  ]
}

function withoutLines({ id, why }: Explanation['without'][number], { style, columns }: CacheTextOptions): string[] {
  return [`· ${plainLine(id)}: nothing is kept`, ...wrapped(plainLine(why), '  ', columns)].map(style.dim)
}

function verdict({ state, changed, ingredients, last }: ExplainedEntry): string {
  if (state === 'new') return last === null ? 'new' : 'the last run did not write down what its key was made of'
  const before = last === null ? '' : ` (last run: ${last.hit})`
  if (state === 'same') return `the same key${before}`
  return `another key, by ${changed.length} of ${count(Object.keys(ingredients).length, 'ingredient')}${before}`
}

/** On one line where both values fit, else each on a line of its own; what the ingredient is below. */
function changeLines(
  { kind }: ExplainedEntry,
  { name, before, now }: ChangedIngredient,
  width: number,
  { style, columns }: CacheTextOptions,
): string[] {
  const line = Math.min(columns, 110) - width - 6
  const values = differingWords(before ?? 'none', now ?? 'none', line)
  const [was, is] = [plainLine(values.before), plainLine(values.now)]
  const label = style.bold(pad(plainLine(name), width))
  const fits = displayWidth(`${was} → ${is}`) <= line
  const margin = ' '.repeat(width + 4)
  const lines = fits
    ? [`    ${label}  ${was} ${style.dim('→')} ${style.yellow(is)}`]
    : [`    ${label}  ${was}`, `${margin}${style.dim('→')} ${style.yellow(is)}`]
  const words = wordsOf(kind, name)
  return words === null ? lines : [...lines, ...wrapped(`another ${words}`, margin, columns).map(style.dim)]
}

function wrapped(text: string, margin: string, columns: number): string[] {
  const lines: string[] = []
  const most = Math.min(columns, 110) - margin.length - 2
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && displayWidth(`${last} ${word}`) <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.map(line => `${margin}  ${line}`)
}
