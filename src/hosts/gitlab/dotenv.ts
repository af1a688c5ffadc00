import type { Outputs } from '../../outputs/of-report.ts'

/** What a later job gets as variables, and what had to be left out. */
export interface Dotenv {
  readonly text: string
  readonly left: readonly string[]
}

/** Bytes of a file that GitLab takes. Source: https://docs.gitlab.com/ci/yaml/artifacts_reports/#artifactsreportsdotenv */
const largest = 5 * 1024

/**
 * Outputs as `artifacts:reports:dotenv` takes them: the names of the action's outputs with `PB_` before them, `-` as `_`, upper case;
 * values as they are, on one line each (lists with commas). The largest value is left out while there is too much. Pure.
 */
export function dotenvOf(outputs: Outputs): Dotenv {
  const lines = Object.entries(outputs).map(([name, value]) => ({ name: variableOf(name), value: oneLine(value) }))
  const left: string[] = []
  let kept = lines
  while (bytesOf(kept) > largest) {
    const most = kept.reduce((a, b) => (b.value.length > a.value.length ? b : a))
    left.push(most.name)
    kept = kept.filter(line => line !== most)
  }
  return { text: textOf(kept), left }
}

type Line = { readonly name: string; readonly value: string }

const variableOf = (name: string) => `PB_${name.toUpperCase().replaceAll('-', '_')}`
const oneLine = (value: string) => value.trim().replace(/[\r\n]+/g, ',')
const textOf = (lines: readonly Line[]) => lines.map(({ name, value }) => `${name}=${value}\n`).join('')
const bytesOf = (lines: readonly Line[]) => Buffer.byteLength(textOf(lines))
