import { buildRows } from './rows/build.ts'
import { ciRows } from './rows/ci.ts'
import { containerRows } from './rows/container.ts'
import { demandRows } from './rows/demands.ts'
import { languageRows } from './rows/languages.ts'
import { projectRows } from './rows/project.ts'
import { pythonRows } from './rows/python.ts'
import { resultRows } from './rows/results.ts'
import type { InputRow } from './rows/row.ts'

export type { InputRow } from './rows/row.ts'

/**
 * Every input, once: the command line's flags, `portable-build.yml`, `PORTABLE_BUILD_<NAME>`, the JSON Schema and the
 * reference tables and the inputs of action.yml (and, with its issue, of the GitLab component) come from these rows.
 *
 * kinds: `text`; `list` (comma or newline); `words` (one shell-like line, split into argv, never given to a shell);
 * `script` (lines for `sh -eu`, run with the target's variables); `switch` (true or false); `choice`; `map` (`key=value` lines).
 */
export const inputTable = {
  ...projectRows,
  ...buildRows,
  ...languageRows,
  ...pythonRows,
  ...containerRows,
  ...demandRows,
  ...resultRows,
  ...ciRows,
} as const satisfies Record<string, InputRow>

/** The name of an input; names are the field's terms, with hyphens. */
export type InputName = keyof typeof inputTable

/** The inputs by subject, for reference pages; every row is in exactly one. */
export const inputSubjects: readonly { readonly title: string; readonly rows: Readonly<Record<string, InputRow>> }[] = [
  { title: 'What to build, and for what', rows: projectRows },
  { title: 'How it is built, in every language', rows: buildRows },
  { title: 'Rust and Go', rows: languageRows },
  { title: 'Python', rows: pythonRows },
  { title: 'In a container', rows: containerRows },
  { title: 'What must be true of the result', rows: demandRows },
  { title: 'What is handed over', rows: resultRows },
  { title: 'On a CI host', rows: ciRows },
]
