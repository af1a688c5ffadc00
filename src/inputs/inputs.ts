import type { InputName, InputRow, inputTable } from './table.ts'

/** Where a value came from; an earlier place wins. */
export type Origin = 'flag' | 'environment' | 'file' | 'detected' | 'default'

/** An input with its value as text and where it was said (`portable-build.yml:3`), for the plan. */
export interface Setting {
  readonly name: string
  readonly value: string
  readonly origin: Origin
  readonly where: string
}

type Typed<R extends InputRow> = R['kind'] extends 'list' | 'words'
  ? readonly string[]
  : R['kind'] extends 'switch'
    ? boolean
    : R['kind'] extends 'map'
      ? Readonly<Record<string, string>>
      : R extends { choices: readonly (infer C)[]; default: string }
        ? C
        : R extends { choices: readonly (infer C)[] }
          ? C | null
          : R extends { default: string }
            ? string
            : string | null

/** Every input of one project, checked and typed: lists and maps may be empty, texts without a default are null. */
export type Inputs = { readonly [N in InputName]: Typed<(typeof inputTable)[N]> }

/** The inputs of one project with their origins. */
export interface LoadedInputs {
  readonly inputs: Inputs
  readonly settings: readonly Setting[]
  /** Deprecated aliases that were used. */
  readonly notices: readonly string[]
}
