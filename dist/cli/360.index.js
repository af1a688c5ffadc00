export const id = 360;
export const ids = [360];
export const modules = {

/***/ 4360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ reportSchema),
/* harmony export */   baselineSchema: () => (/* binding */ baselineSchema)
/* harmony export */ });
/* unused harmony export verdictSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5156);

/** The report's one definition: types, checks and the published JSON Schema come from it. Fields are added, never renamed. */
const version = zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable();
const finding = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    id: zod__WEBPACK_IMPORTED_MODULE_0__.string().meta({ description: 'Stable id of the kind of finding; docs/findings/<id>.md explains it.' }),
    severity: zod__WEBPACK_IMPORTED_MODULE_0__["enum"](['error', 'warning', 'info']),
    message: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
    evidence: zod__WEBPACK_IMPORTED_MODULE_0__.string().meta({ description: 'Data from the file: offset, symbol, text; at most 200 characters.' }),
    hint: zod__WEBPACK_IMPORTED_MODULE_0__.string().meta({ description: 'What to do about it.' }),
});
const smoke = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    where: zod__WEBPACK_IMPORTED_MODULE_0__.string().meta({ description: 'Where it was started: `x86_64`, `qemu-aarch64 cortex-a53`, `glibc 2.31`.' }),
    ok: zod__WEBPACK_IMPORTED_MODULE_0__.boolean(),
    ms: zod__WEBPACK_IMPORTED_MODULE_0__.number(),
    command: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()).optional(),
    output: zod__WEBPACK_IMPORTED_MODULE_0__.string().optional().meta({ description: 'First line that it printed, or why it did not start.' }),
});
const imported = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    library: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable().meta({ description: 'Null where the file does not say which.' }),
    version: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable(),
    weak: zod__WEBPACK_IMPORTED_MODULE_0__.boolean().meta({ description: 'The loader starts the file without the version too.' }),
    symbols: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.object({ name: zod__WEBPACK_IMPORTED_MODULE_0__.string(), weak: zod__WEBPACK_IMPORTED_MODULE_0__.boolean() })),
});
const file = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    path: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable().meta({
        description: 'Null when the file could not be read, or is too large (256 MiB) to read all of it where no build asks for it.',
    }),
    size: zod__WEBPACK_IMPORTED_MODULE_0__.number().nullable(),
    target: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable().meta({ description: 'Canonical name of the target that it was judged for.' }),
    arch: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable(),
    linkage: zod__WEBPACK_IMPORTED_MODULE_0__["enum"]([
        'static',
        'static-pie',
        'dynamic-glibc',
        'dynamic-musl',
        'dynamic-other',
        'shared-library',
        'not-elf',
    ]),
    interpreter: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable(),
    needed: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()),
    floor: zod__WEBPACK_IMPORTED_MODULE_0__.object({ glibc: version, musl: version, glibcxx: version, cxxabi: version, gcc: version }),
    explanations: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.object({ version: zod__WEBPACK_IMPORTED_MODULE_0__.string(), library: zod__WEBPACK_IMPORTED_MODULE_0__.string(), symbols: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()) })),
    runsOn: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()).meta({ description: 'First release of each distribution that has what is needed.' }),
    notOn: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()).optional().meta({ description: 'Last release of each distribution that is too old.' }),
    dependsOn: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string())
        .optional()
        .meta({ description: 'Releases that start it only if the distribution has patched its glibc.' }),
    imports: zod__WEBPACK_IMPORTED_MODULE_0__.array(imported)
        .optional()
        .meta({ description: 'All that is needed from outside, where it was asked for.' }),
    smoke: zod__WEBPACK_IMPORTED_MODULE_0__.array(smoke).optional(),
    findings: zod__WEBPACK_IMPORTED_MODULE_0__.array(finding),
    get payload() {
        return zod__WEBPACK_IMPORTED_MODULE_0__.array(file);
    },
    kind: zod__WEBPACK_IMPORTED_MODULE_0__.string().optional().meta({
        description: 'What `payload` was packed as: `tar`, `zip`, `deb`, `rpm`, `AppImage`, `PyInstaller onefile`, …',
    }),
    skipped: zod__WEBPACK_IMPORTED_MODULE_0__.number().optional().meta({ description: 'Packed files that are not ELF.' }),
    verified: zod__WEBPACK_IMPORTED_MODULE_0__.boolean(),
});
const policy = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    target: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable(),
    arch: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable(),
    linkage: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()).nullable(),
    floor: zod__WEBPACK_IMPORTED_MODULE_0__.object({ glibc: version, musl: zod__WEBPACK_IMPORTED_MODULE_0__.string().optional() }),
    allowLibraries: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()).meta({ description: '`*`: every library is allowed.' }),
    forbidLibraries: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()).optional(),
    forbidPaths: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()).optional(),
    secrets: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()).optional().meta({ description: 'Names of the variables whose values were looked for.' }),
    cpu: zod__WEBPACK_IMPORTED_MODULE_0__.string().optional(),
    kernel: zod__WEBPACK_IMPORTED_MODULE_0__.string().optional().meta({ description: 'Oldest kernel that must do.' }),
    pageSize: zod__WEBPACK_IMPORTED_MODULE_0__.number().optional().meta({ description: 'Bytes; missing: what the architecture has.' }),
    preset: zod__WEBPACK_IMPORTED_MODULE_0__["enum"](['static', 'glibc', 'musl', 'any']).optional(),
    allow: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()).optional().meta({ description: 'Findings and groups that are told but stop nothing.' }),
    forbid: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()).optional().meta({ description: 'Findings and groups that are errors.' }),
    cgo: zod__WEBPACK_IMPORTED_MODULE_0__.literal(false).optional(),
    commit: zod__WEBPACK_IMPORTED_MODULE_0__.string().optional(),
});
const step = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    id: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
    title: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
    job: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
    startMs: zod__WEBPACK_IMPORTED_MODULE_0__.number().meta({ description: 'Milliseconds since the start of the run.' }),
    ms: zod__WEBPACK_IMPORTED_MODULE_0__.number(),
    ok: zod__WEBPACK_IMPORTED_MODULE_0__.boolean(),
    leg: zod__WEBPACK_IMPORTED_MODULE_0__.string().optional().meta({ description: 'Leg of the matrix that did it, in a report of several.' }),
});
const diagnostic = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    severity: zod__WEBPACK_IMPORTED_MODULE_0__["enum"](['error', 'warning']),
    file: zod__WEBPACK_IMPORTED_MODULE_0__.string().meta({ description: 'Relative to the directory that the run was asked for.' }),
    line: zod__WEBPACK_IMPORTED_MODULE_0__.number(),
    column: zod__WEBPACK_IMPORTED_MODULE_0__.number().nullable(),
    message: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
    code: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable().meta({ description: "The compiler's own code: `E0308`, `-Wunused-variable`." }),
});
const failure = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    code: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
    message: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
    hint: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
    job: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable(),
    targets: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()),
    step: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable(),
    command: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable().meta({ description: 'Copy-pastable command line.' }),
    lines: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()),
    diagnostics: zod__WEBPACK_IMPORTED_MODULE_0__.array(diagnostic).optional().meta({ description: 'What compilers said of lines of the project.' }),
});
const artifact = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    name: zod__WEBPACK_IMPORTED_MODULE_0__.string().meta({ description: 'Unique in the run: `treesum-x86_64-linux-musl`, without an extension.' }),
    path: zod__WEBPACK_IMPORTED_MODULE_0__.string().meta({ description: 'The archive, or the executable where there is none; as paths of `files`.' }),
    target: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_0__.string().meta({ description: 'Of the file at `path`.' }),
    size: zod__WEBPACK_IMPORTED_MODULE_0__.number(),
    files: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()).meta({ description: 'Executables in it, by their paths in `files`.' }),
    verified: zod__WEBPACK_IMPORTED_MODULE_0__.boolean(),
});
/** `report.json` (design section 5). */
const reportSchema = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    schema: zod__WEBPACK_IMPORTED_MODULE_0__.literal(1),
    tool: zod__WEBPACK_IMPORTED_MODULE_0__.object({ name: zod__WEBPACK_IMPORTED_MODULE_0__.string(), version: zod__WEBPACK_IMPORTED_MODULE_0__.string() }),
    project: zod__WEBPACK_IMPORTED_MODULE_0__.object({ name: zod__WEBPACK_IMPORTED_MODULE_0__.string(), language: zod__WEBPACK_IMPORTED_MODULE_0__.string(), commit: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable() }),
    plan: zod__WEBPACK_IMPORTED_MODULE_0__.unknown().meta({ description: 'The plan, as `portable-build plan --json` prints it.' }),
    jobs: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()).meta({ description: 'Ids of the jobs of the plan that this run did.' }),
    policy: zod__WEBPACK_IMPORTED_MODULE_0__.record(zod__WEBPACK_IMPORTED_MODULE_0__.string(), policy).meta({ description: 'What was demanded, by canonical target name.' }),
    files: zod__WEBPACK_IMPORTED_MODULE_0__.array(file),
    artifacts: zod__WEBPACK_IMPORTED_MODULE_0__.array(artifact).meta({ description: 'What is handed over: one archive for each target.' }),
    cache: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.object({
        id: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
        key: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
        hit: zod__WEBPACK_IMPORTED_MODULE_0__["enum"](['exact', 'partial', 'miss', 'skipped']),
        bytes: zod__WEBPACK_IMPORTED_MODULE_0__.number(),
        ms: zod__WEBPACK_IMPORTED_MODULE_0__.number(),
        why: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
        leg: zod__WEBPACK_IMPORTED_MODULE_0__.string().optional(),
    })),
    steps: zod__WEBPACK_IMPORTED_MODULE_0__.array(step),
    failures: zod__WEBPACK_IMPORTED_MODULE_0__.array(failure),
    notices: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()),
    verified: zod__WEBPACK_IMPORTED_MODULE_0__.boolean().meta({ description: 'True only if at least one file was judged and none has an error.' }),
});
const change = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    path: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
    kind: zod__WEBPACK_IMPORTED_MODULE_0__["enum"]([
        ...['lost-file', 'lost-arch', 'arch', 'linkage', 'floor', 'library', 'cpu', 'kernel', 'hardening'],
        ...['finding', 'size', 'not-verified'],
    ]),
    message: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
    before: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable(),
    after: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable(),
});
const comparison = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    files: zod__WEBPACK_IMPORTED_MODULE_0__.number().meta({ description: 'Files that were found in both.' }),
    worse: zod__WEBPACK_IMPORTED_MODULE_0__.array(change),
});
/** What `verify --json` prints. */
const verdictSchema = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    schema: zod__WEBPACK_IMPORTED_MODULE_0__.literal(1),
    files: zod__WEBPACK_IMPORTED_MODULE_0__.array(file),
    policy,
    comparison: comparison.optional().meta({ description: 'With `--baseline`: what got worse since then.' }),
    verified: zod__WEBPACK_IMPORTED_MODULE_0__.boolean(),
});
/** What `--baseline` reads: the part that `report.json` and `verify --json` have in common. */
const baselineSchema = zod__WEBPACK_IMPORTED_MODULE_0__.object({ schema: zod__WEBPACK_IMPORTED_MODULE_0__.literal(1), files: zod__WEBPACK_IMPORTED_MODULE_0__.array(file), verified: zod__WEBPACK_IMPORTED_MODULE_0__.boolean() });


/***/ })

};
