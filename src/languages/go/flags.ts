import { BuildError } from '../../errors.ts'
import type { Inputs } from '../../inputs/inputs.ts'

/** Tags that keep the standard library's own C out (package documentation of net and os/user). */
const pureTags: readonly string[] = ['osusergo', 'netgo']

/** Flags that need a C runtime made for the machine that builds: they have no place in something to ship. */
const sanitizers: readonly string[] = ['race', 'msan', 'asan']

/** The user's `args` without what has to be merged with ours: go takes the last `-tags` and `-ldflags` only. */
interface UserFlags {
  readonly tags: readonly string[]
  readonly ldflags: readonly string[]
  readonly rest: readonly string[]
}

/** Takes `-tags` and `-ldflags` out of the user's arguments, in each spelling that the flag package knows. */
function userFlags(args: readonly string[]): UserFlags {
  const taken = { tags: [] as string[], ldflags: [] as string[] }
  const rest: string[] = []
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? ''
    const [, name, value] = /^--?(tags|ldflags)(?:=([\s\S]*))?$/.exec(arg) ?? []
    if (name === 'tags' || name === 'ldflags') taken[name].push(value ?? args[++i] ?? '')
    else rest.push(arg)
  }
  return { ...taken, rest }
}

/**
 * The arguments of the user that go to `go build` as they are.
 * @throws BuildError `bad-input` for the sanitizers
 */
export function otherArgs(inputs: Inputs): readonly string[] {
  const { rest } = userFlags(inputs.args)
  const bad = rest.find(arg => sanitizers.some(s => arg.replace(/^--?/, '').replace(/=(true|1)$/, '') === s))
  if (bad === undefined) return rest
  throw new BuildError('bad-input', `args: ${bad} cannot be built for other systems`, {
    hint: 'It needs a C runtime of its own on the machine that builds; use it in tests, not in a release.',
  })
}

/** The tags of a build: ours and the user's from `tags` and `args`, once each, as `-tags` takes them. */
export function tagsOf(inputs: Inputs): string {
  const given = [...inputs.tags, ...userFlags(inputs.args).tags].flatMap(t => t.split(/[\s,]+/))
  return [...new Set([...pureTags, ...given.filter(t => t !== '')])].join(',')
}

/**
 * One value for `-ldflags`: ours, then the user's, because the last value of a variable wins. Of `-extldflags` the linker
 * takes only the last, so the user's are joined to ours.
 * @throws BuildError `bad-input` for a quote that is not closed
 */
export function joinLdflags(ours: readonly string[], inputs: Inputs, isStatic: boolean): string {
  const given = [inputs.ldflags ?? '', ...userFlags(inputs.args).ldflags].flatMap(splitQuoted)
  if (!isStatic) return [...ours, ...given].map(quote).join(' ')
  const external: string[] = ['-static']
  const rest: string[] = []
  for (let i = 0; i < given.length; i++) {
    const word = given[i] ?? ''
    const [, value] = /^--?extldflags(?:=([\s\S]*))?$/.exec(word) ?? [null, null]
    if (value === null) rest.push(word)
    else external.push(value ?? given[++i] ?? '')
  }
  const unique = [...new Set(external.flatMap(splitQuoted))]
  return [...ours, '-linkmode=external', `-extldflags=${unique.map(quote).join(' ')}`, ...rest].map(quote).join(' ')
}

/** Splits as cmd/internal/quoted does: at white space; a word that starts with a quote ends at the next one. */
function splitQuoted(text: string): string[] {
  const words: string[] = []
  let left = text.trimStart()
  while (left !== '') {
    const mark = left[0]
    const isQuoted = mark === '"' || mark === "'"
    const end = isQuoted ? left.indexOf(mark, 1) : left.search(/\s|$/)
    if (end < 0) throw new BuildError('bad-input', `ldflags: a ${mark} is not closed in ${JSON.stringify(text)}`)
    words.push(left.slice(isQuoted ? 1 : 0, end))
    left = left.slice(isQuoted ? end + 1 : end).trimStart()
  }
  return words
}

/** The other way: quotes around a word with white space or a quote in it. */
function quote(word: string): string {
  if (word !== '' && !/[\s"']/.test(word)) return word
  if (!word.includes("'")) return `'${word}'`
  if (!word.includes('"')) return `"${word}"`
  throw new BuildError('bad-input', `ldflags: go cannot take both kinds of quotes in one flag: ${word}`)
}
