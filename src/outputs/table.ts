/** What an action hands to the steps after it: one source for every action.yml and for the reference pages. */
export const outputTable = {
  artifacts:
    'What is handed over, as JSON: `[{"name", "path", "target", "sha256", "size", "verified"}]`, one for each target (with `archive: none` for each executable). Only verified files are in it.',
  'artifact-names': 'Names of the uploaded artifacts, one a line.',
  checksums: 'Path of `SHA256SUMS`, which `sha256sum -c` reads.',
  report: 'Path of `report.json`: files, findings, where each file runs, times.',
  index: 'Path of `index.json`: every artifact of every leg with its target, digest, size and where it runs.',
  verified: '`true` when everything that was asked for is there and verified, else `false`.',
  'cache-hit':
    '`true` when every toolchain and all that was compiled of dependencies was here or came back, else `false`.',
  matrix: 'For `strategy.matrix`: `{"include": [{"name", "only", "targets", "project", "backend", "runner"}]}`.',
  plan: 'The plan as JSON: what would be built, by which commands, and why.',
  targets: 'Canonical names of the targets, as a JSON array.',
} as const satisfies Record<string, string>

/** The name of an output. */
export type OutputName = keyof typeof outputTable
