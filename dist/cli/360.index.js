export const id = 360;
export const ids = [360];
export const modules = {

/***/ 4360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   baselineSchema: () => (/* binding */ baselineSchema)
/* harmony export */ });
/* unused harmony exports reportSchema, verdictSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8816);

/** The report's one definition: types, checks and the published JSON Schema come from it. Fields are added, never renamed. */
const version = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable();
const finding = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().meta({ description: 'Stable id of the kind of finding; docs/findings/<id>.md explains it.' }),
    severity: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['error', 'warning', 'info']),
    message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    evidence: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().meta({ description: 'Data from the file: offset, symbol, text; at most 200 characters.' }),
    hint: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().meta({ description: 'What to do about it.' }),
});
const smoke = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    where: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().meta({ description: 'Where it was started: `x86_64`, `qemu-aarch64 cortex-a53`, `glibc 2.31`.' }),
    ok: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    ms: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    command: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional(),
    output: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional().meta({ description: 'First line that it printed, or why it did not start.' }),
});
const imported = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    library: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().meta({ description: 'Null where the file does not say which.' }),
    version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    weak: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().meta({ description: 'The loader starts the file without the version too.' }),
    symbols: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), weak: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY() })),
});
const file = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().meta({
        description: 'Null when the file could not be read, or is too large (256 MiB) to read all of it where no build asks for it.',
    }),
    size: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
    target: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().meta({ description: 'Canonical name of the target that it was judged for.' }),
    arch: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    linkage: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n([
        'static',
        'static-pie',
        'dynamic-glibc',
        'dynamic-musl',
        'dynamic-other',
        'shared-library',
        'not-elf',
    ]),
    interpreter: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    needed: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    floor: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ glibc: version, musl: version, glibcxx: version, cxxabi: version, gcc: version }),
    explanations: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), library: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), symbols: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()) })),
    runsOn: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).meta({ description: 'First release of each distribution that has what is needed.' }),
    notOn: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional().meta({ description: 'Last release of each distribution that is too old.' }),
    dependsOn: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
        .optional()
        .meta({ description: 'Releases that start it only if the distribution has patched its glibc.' }),
    imports: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(imported)
        .optional()
        .meta({ description: 'All that is needed from outside, where it was asked for.' }),
    smoke: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(smoke).optional(),
    findings: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(finding),
    get payload() {
        return zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(file);
    },
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional().meta({
        description: 'What `payload` was packed as: `tar`, `zip`, `deb`, `rpm`, `AppImage`, `PyInstaller onefile`, …',
    }),
    skipped: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().optional().meta({ description: 'Packed files that are not ELF.' }),
    verified: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
});
const policy = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    target: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    arch: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    linkage: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).nullable(),
    floor: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ glibc: version, musl: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional() }),
    allowLibraries: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).meta({ description: '`*`: every library is allowed.' }),
    forbidLibraries: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional(),
    forbidPaths: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional(),
    secrets: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional().meta({ description: 'Names of the variables whose values were looked for.' }),
    cpu: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    kernel: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional().meta({ description: 'Oldest kernel that must do.' }),
    pageSize: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().optional().meta({ description: 'Bytes; missing: what the architecture has.' }),
    preset: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['static', 'glibc', 'musl', 'any']).optional(),
    allow: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional().meta({ description: 'Findings and groups that are told but stop nothing.' }),
    forbid: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional().meta({ description: 'Findings and groups that are errors.' }),
    cgo: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(false).optional(),
    commit: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
});
const step = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    job: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    startMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().meta({ description: 'Milliseconds since the start of the run.' }),
    ms: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    ok: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
});
const failure = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    code: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    hint: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    job: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    targets: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    step: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    command: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().meta({ description: 'Copy-pastable command line.' }),
    lines: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
});
/** `report.json` (design section 5). */
const reportSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    tool: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    project: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), language: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), commit: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable() }),
    plan: zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J().meta({ description: 'The plan, as `portable-build plan --json` prints it.' }),
    policy: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), policy).meta({ description: 'What was demanded, by canonical target name.' }),
    files: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(file),
    cache: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        key: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        hit: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['exact', 'partial', 'miss', 'skipped']),
        bytes: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        ms: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
        why: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    })),
    steps: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(step),
    failures: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(failure),
    notices: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    verified: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().meta({ description: 'True only if at least one file was judged and none has an error.' }),
});
const change = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n([
        ...['lost-file', 'lost-arch', 'arch', 'linkage', 'floor', 'library', 'cpu', 'kernel', 'hardening'],
        ...['finding', 'size', 'not-verified'],
    ]),
    message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    before: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    after: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
});
const comparison = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    files: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().meta({ description: 'Files that were found in both.' }),
    worse: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(change),
});
/** What `verify --json` prints. */
const verdictSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    files: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(file),
    policy,
    comparison: comparison.optional().meta({ description: 'With `--baseline`: what got worse since then.' }),
    verified: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
});
/** What `--baseline` reads: the part that `report.json` and `verify --json` have in common. */
const baselineSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1), files: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(file), verified: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY() });


/***/ })

};
