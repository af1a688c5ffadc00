import { compareVersions } from '../../version.ts'

/** What a clause of `requires-python` asks of a version; `~=3.11` is `>=3.11` and `==3.*`. */
const clauses: Readonly<Record<string, (version: string, asked: string, isPrefix: boolean) => boolean>> = {
  '>=': (version, asked) => compareVersions(version, asked) >= 0,
  '<=': (version, asked) => compareVersions(version, asked) <= 0,
  '>': (version, asked) => compareVersions(version, asked) > 0,
  '<': (version, asked) => compareVersions(version, asked) < 0,
  '==': (version, asked, isPrefix) => (isPrefix ? begins(version, asked) : compareVersions(version, asked) === 0),
  '!=': (version, asked, isPrefix) => !(isPrefix ? begins(version, asked) : compareVersions(version, asked) === 0),
  '~=': (version, asked) =>
    compareVersions(version, asked) >= 0 && begins(version, asked.slice(0, asked.lastIndexOf('.'))),
}

const begins = (version: string, prefix: string): boolean => version === prefix || version.startsWith(`${prefix}.`)

/**
 * Whether a Python is one that `requires-python` allows (PEP 440, "Version specifiers": numbers and `.*`). What is written
 * otherwise is left to pip. Pure.
 */
export function isAllowed(version: string, requires: string): boolean {
  return requires.split(',').every(text => {
    const [, operator = '', asked = '', prefix] =
      /^\s*([<>=!~]{1,2})\s*([0-9]+(?:\.[0-9]+)*)(\.\*)?\s*$/.exec(text) ?? []
    return clauses[operator]?.(version, asked, prefix !== undefined) ?? true
  })
}
