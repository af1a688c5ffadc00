import { archNames, archs } from '../../arch.ts'

/** Go's names of architectures; which one is built is not known yet when sources are looked at. */
const goarchs: ReadonlySet<string> = new Set(archNames.flatMap(a => archs[a].go?.goarch ?? []))

/** Tags that go sets for Linux and its own compiler (`go help buildconstraint`). */
const always: ReadonlySet<string> = new Set(['linux', 'unix', 'gc', 'cgo'])

/**
 * Whether a file with these lines before its package clause is built for Linux on some architecture.
 * @param header the text before the package clause
 * @param tags what the build sets beside go's own
 */
export function isBuilt(header: string, tags: readonly string[]): boolean {
  const expression = /^\/\/go:build[ \t]+(.+?)[ \t\r]*$/m.exec(header)?.[1]
  if (expression === undefined) return true
  return [true, false].some(onArch => {
    const isSet = (tag: string) => {
      if (goarchs.has(tag)) return onArch
      return always.has(tag) || tags.includes(tag) || /^go1(\.[0-9]+)?$/.test(tag)
    }
    return evaluate(expression, isSet)
  })
}

/** `||`, `&&`, `!` and parentheses over tags; what is no expression holds back nothing, because go will name the error. */
function evaluate(expression: string, isSet: (tag: string) => boolean): boolean {
  const tokens = expression.match(/\|\||&&|[!()]|[\w.]+/g) ?? []
  let at = 0
  const either = (): boolean => {
    let value = both()
    while (tokens[at] === '||') {
      at++
      const right = both()
      value = value || right
    }
    return value
  }
  const both = (): boolean => {
    let value = one()
    while (tokens[at] === '&&') {
      at++
      const right = one()
      value = value && right
    }
    return value
  }
  const one = (): boolean => {
    const token = tokens[at++] ?? ''
    if (token === '!') return !one()
    if (token !== '(') return isSet(token)
    const value = either()
    at++
    return value
  }
  const value = either()
  return at === tokens.length ? value : true
}
