import { z } from 'zod'

/** The report's one definition: types, checks and the published JSON Schema come from it. Fields are added, never renamed. */
const version = z.string().nullable()

const finding = z.object({
  id: z.string().meta({ description: 'Stable id of the kind of finding; docs/findings/<id>.md explains it.' }),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  evidence: z.string().meta({ description: 'Data from the file: offset, symbol, text; at most 200 characters.' }),
  hint: z.string().meta({ description: 'What to do about it.' }),
})

const smoke = z.object({
  where: z.string().meta({ description: 'Where it was started: `x86_64`, `qemu-aarch64 cortex-a53`, `glibc 2.31`.' }),
  ok: z.boolean(),
  ms: z.number(),
  command: z.array(z.string()).optional(),
  output: z.string().optional().meta({ description: 'First line that it printed, or why it did not start.' }),
})

const imported = z.object({
  library: z.string().nullable().meta({ description: 'Null where the file does not say which.' }),
  version: z.string().nullable(),
  weak: z.boolean().meta({ description: 'The loader starts the file without the version too.' }),
  symbols: z.array(z.object({ name: z.string(), weak: z.boolean() })),
})

const file = z.object({
  path: z.string(),
  sha256: z.string().nullable().meta({
    description:
      'Null when the file could not be read, or is too large (256 MiB) to read all of it where no build asks for it.',
  }),
  size: z.number().nullable(),
  target: z.string().nullable().meta({ description: 'Canonical name of the target that it was judged for.' }),
  arch: z.string().nullable(),
  linkage: z.enum([
    'static',
    'static-pie',
    'dynamic-glibc',
    'dynamic-musl',
    'dynamic-other',
    'shared-library',
    'not-elf',
  ]),
  interpreter: z.string().nullable(),
  needed: z.array(z.string()),
  floor: z.object({ glibc: version, musl: version, glibcxx: version, cxxabi: version, gcc: version }),
  explanations: z.array(z.object({ version: z.string(), library: z.string(), symbols: z.array(z.string()) })),
  runsOn: z.array(z.string()).meta({ description: 'First release of each distribution that has what is needed.' }),
  notOn: z.array(z.string()).optional().meta({ description: 'Last release of each distribution that is too old.' }),
  dependsOn: z
    .array(z.string())
    .optional()
    .meta({ description: 'Releases that start it only if the distribution has patched its glibc.' }),
  imports: z
    .array(imported)
    .optional()
    .meta({ description: 'All that is needed from outside, where it was asked for.' }),
  smoke: z.array(smoke).optional(),
  findings: z.array(finding),
  get payload() {
    return z.array(file)
  },
  kind: z.string().optional().meta({
    description: 'What `payload` was packed as: `tar`, `zip`, `deb`, `rpm`, `AppImage`, `PyInstaller onefile`, …',
  }),
  skipped: z.number().optional().meta({ description: 'Packed files that are not ELF.' }),
  verified: z.boolean(),
})

const policy = z.object({
  target: z.string().nullable(),
  arch: z.string().nullable(),
  linkage: z.array(z.string()).nullable(),
  floor: z.object({ glibc: version, musl: z.string().optional() }),
  allowLibraries: z.array(z.string()).meta({ description: '`*`: every library is allowed.' }),
  forbidLibraries: z.array(z.string()).optional(),
  forbidPaths: z.array(z.string()).optional(),
  secrets: z.array(z.string()).optional().meta({ description: 'Names of the variables whose values were looked for.' }),
  cpu: z.string().optional(),
  kernel: z.string().optional().meta({ description: 'Oldest kernel that must do.' }),
  pageSize: z.number().optional().meta({ description: 'Bytes; missing: what the architecture has.' }),
  preset: z.enum(['static', 'glibc', 'musl', 'any']).optional(),
  allow: z.array(z.string()).optional().meta({ description: 'Findings and groups that are told but stop nothing.' }),
  forbid: z.array(z.string()).optional().meta({ description: 'Findings and groups that are errors.' }),
  cgo: z.literal(false).optional(),
  commit: z.string().optional(),
})

const step = z.object({
  id: z.string(),
  title: z.string(),
  job: z.string(),
  startMs: z.number().meta({ description: 'Milliseconds since the start of the run.' }),
  ms: z.number(),
  ok: z.boolean(),
  leg: z.string().optional().meta({ description: 'Leg of the matrix that did it, in a report of several.' }),
})

const diagnostic = z.object({
  severity: z.enum(['error', 'warning']),
  file: z.string().meta({ description: 'Relative to the directory that the run was asked for.' }),
  line: z.number(),
  column: z.number().nullable(),
  message: z.string(),
  code: z.string().nullable().meta({ description: "The compiler's own code: `E0308`, `-Wunused-variable`." }),
})

const failure = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string(),
  job: z.string().nullable(),
  targets: z.array(z.string()),
  step: z.string().nullable(),
  command: z.string().nullable().meta({ description: 'Copy-pastable command line.' }),
  lines: z.array(z.string()),
  diagnostics: z.array(diagnostic).optional().meta({ description: 'What compilers said of lines of the project.' }),
})

const artifact = z.object({
  name: z.string().meta({ description: 'Unique in the run: `treesum-x86_64-linux-musl`, without an extension.' }),
  path: z.string().meta({ description: 'The archive, or the executable where there is none; as paths of `files`.' }),
  target: z.string(),
  sha256: z.string().meta({ description: 'Of the file at `path`.' }),
  size: z.number(),
  files: z.array(z.string()).meta({ description: 'Executables in it, by their paths in `files`.' }),
  verified: z.boolean(),
})

/** `report.json` (design section 5). */
export const reportSchema = z.object({
  schema: z.literal(1),
  tool: z.object({ name: z.string(), version: z.string() }),
  project: z.object({ name: z.string(), language: z.string(), commit: z.string().nullable() }),
  plan: z.unknown().meta({ description: 'The plan, as `portable-build plan --json` prints it.' }),
  jobs: z.array(z.string()).meta({ description: 'Ids of the jobs of the plan that this run did.' }),
  policy: z.record(z.string(), policy).meta({ description: 'What was demanded, by canonical target name.' }),
  files: z.array(file),
  artifacts: z.array(artifact).meta({ description: 'What is handed over: one archive for each target.' }),
  cache: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      hit: z.enum(['exact', 'partial', 'miss', 'skipped']),
      bytes: z.number(),
      ms: z.number(),
      why: z.string(),
      leg: z.string().optional(),
      ingredients: z
        .record(z.string(), z.string())
        .optional()
        .meta({ description: 'What the key is made of, by name; values are short or digests.' }),
      changed: z
        .array(z.string())
        .optional()
        .meta({ description: 'Ingredients in which the entry that came differs from the one that was asked for.' }),
      saved: z
        .enum(['saved', 'exists', 'not-allowed', 'failed'])
        .optional()
        .meta({ description: 'The row tells of saving an entry, not of asking for it; `hit` is `skipped` then.' }),
      reused: z.number().optional().meta({ description: 'How many of `unit` were not compiled again.' }),
      compiled: z.number().optional().meta({ description: 'How many of `unit` were compiled.' }),
      unit: z.enum(['crates', 'packages', 'files']).optional(),
      savedMs: z.number().optional().meta({
        description: 'Estimate: what the build took that compiled all of it, less what bringing it back took.',
      }),
    }),
  ),
  steps: z.array(step),
  failures: z.array(failure),
  notices: z.array(z.string()),
  verified: z.boolean().meta({ description: 'True only if at least one file was judged and none has an error.' }),
})

const change = z.object({
  path: z.string(),
  kind: z.enum([
    ...(['lost-file', 'lost-arch', 'arch', 'linkage', 'floor', 'library', 'cpu', 'kernel', 'hardening'] as const),
    ...(['finding', 'size', 'not-verified'] as const),
  ]),
  message: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})

const comparison = z.object({
  files: z.number().meta({ description: 'Files that were found in both.' }),
  worse: z.array(change),
})

/** What `verify --json` prints. */
export const verdictSchema = z.object({
  schema: z.literal(1),
  files: z.array(file),
  policy,
  comparison: comparison.optional().meta({ description: 'With `--baseline`: what got worse since then.' }),
  verified: z.boolean(),
})

/** What `--baseline` reads: the part that `report.json` and `verify --json` have in common. */
export const baselineSchema = z.object({ schema: z.literal(1), files: z.array(file), verified: z.boolean() })

/** One file's verdict. */
export type FileReport = z.infer<typeof file>
/** One thing that verify has to say about one file. */
export type Finding = z.infer<typeof finding>
/** One start of an artifact. */
export type Smoke = z.infer<typeof smoke>
/** A step as it went. */
export type StepReport = z.infer<typeof step>
/** What failed, with the command to run by hand. */
export type Failure = z.infer<typeof failure>
/** What a compiler said of a line of the project. */
export type Diagnostic = z.infer<typeof diagnostic>
/** What is handed over for one target. */
export type ReportedArtifact = z.infer<typeof artifact>
/** What one entry of the cache did. */
export type CacheReport = Report['cache'][number]
/** The result of a run. */
export type Report = z.infer<typeof reportSchema>
/** The result of `verify`. */
export type Verdict = z.infer<typeof verdictSchema>
/** One thing that got worse since a baseline. */
export type Change = z.infer<typeof change>
/** How files compare with an earlier report. */
export type Comparison = z.infer<typeof comparison>
