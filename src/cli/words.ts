import { BuildError } from '../errors.ts'
import type { Flag } from './flags.ts'

const bools = new Set(['true', 'false'])

/**
 * Makes every switch an explicit value, so that no word after it is taken for one: `--locked` becomes `--locked=true`,
 * `--no-locked` `--locked=false`, `--locked false` `--locked=false`. Other words stay; after `--` nothing is touched.
 * @throws BuildError `bad-input` when a flag's value is missing or is another flag
 */
export function spellSwitches(words: readonly string[], flags: readonly Flag[]): string[] {
  const byName = new Map(flags.map(f => [`--${f.name}`, f]))
  const negated = new Map(flags.filter(f => f.isSwitch).map(f => [`--no-${f.name}`, f]))
  const spelled: string[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    const next = words[i + 1]
    const flag = byName.get(word)
    const off = flag ? undefined : negated.get(word)
    if (word === '--') return [...spelled, ...words.slice(i)]
    if (off) spelled.push(`--${off.name}=false`)
    else if (flag?.isSwitch) {
      const said = next !== undefined && bools.has(next)
      spelled.push(`${word}=${said ? next : 'true'}`)
      if (said) i++
    } else if (flag && flag.value !== null) {
      if (next === undefined) throw new BuildError('bad-input', `${word} needs a value`, { hint: valueHint(flag) })
      if (!flag.anyValue && (byName.has(next) || negated.has(next))) {
        const hint = `${valueHint(flag)} If ${next} is meant as the value, write ${word}=${next}.`
        throw new BuildError('bad-input', `${word} needs a value, but ${next} follows`, { hint })
      }
      spelled.push(`${word}=${next}`)
      i++
    } else spelled.push(word)
  }
  return spelled
}

function valueHint(flag: Flag): string {
  return `${flag.description.replace(/ \(default: .*\)$/s, '')}`
}
