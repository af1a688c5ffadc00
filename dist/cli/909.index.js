export const id = 909;
export const ids = [909];
export const modules = {

/***/ 1791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R5: () => (/* binding */ readInput),
/* harmony export */   TY: () => (/* binding */ judgeByDemands),
/* harmony export */   wu: () => (/* binding */ demandsOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1541);
/* harmony import */ var _inputs_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6672);
/* harmony import */ var _inputs_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6544);
/* harmony import */ var _inputs_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8212);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1254);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7563);
/* harmony import */ var _verify_cpu_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2698);
/* harmony import */ var _verify_findings_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3703);
/* harmony import */ var _verify_judge_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8304);
/* harmony import */ var _verify_outcome_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1640);
/* harmony import */ var _verify_policies_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5518);
/* harmony import */ var _verify_secrets_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5817);
/* harmony import */ var _verify_verify_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3477);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(9371);














/**
 * What the flags of `verify` demand: one policy for each target, or one for files of any architecture.
 * @throws BuildError for values that cannot be, with the nearest one that can
 */
function demandsOf(inputs) {
    const libc = readInput('libc', inputs);
    const said = readInput('policy', inputs);
    const preset = said ?? (libc === 'musl' ? 'static' : libc);
    const floor = readInput('glibc', inputs);
    const keys = {
        allowLibraries: readInput('allow-libraries', inputs),
        forbidLibraries: readInput('forbid-libraries', inputs),
        musl: readInput('musl', inputs),
        kernel: readInput('kernel', inputs),
        cpu: readCpu(inputs),
        maxPageSize: readInput('max-page-size', inputs),
        allow: readInput('allow', inputs),
        forbid: readInput('forbid', inputs),
        forbidPaths: readInput('forbid-paths', inputs),
        secrets: readInput('secrets', inputs),
    };
    const written = readInput('targets', inputs).map(_target_js__WEBPACK_IMPORTED_MODULE_4__/* .parseTarget */ .hu);
    const standard = libc ?? (floor !== null || preset === 'glibc' ? 'glibc' : 'musl');
    const { targets } = (0,_target_js__WEBPACK_IMPORTED_MODULE_4__/* .settleTargets */ .uM)(written, { libc: standard, glibc: floor === null ? null : (0,_target_js__WEBPACK_IMPORTED_MODULE_4__/* .readFloor */ .jv)(floor) });
    const [first, ...rest] = targets.map(t => (0,_verify_policies_js__WEBPACK_IMPORTED_MODULE_9__/* .policyFor */ .KV)(t, { ...keys, preset: said }));
    return first ? [first, ...rest] : [(0,_verify_policies_js__WEBPACK_IMPORTED_MODULE_9__/* .policyFrom */ .JX)(preset, { ...keys, glibc: floor })];
}
/** A value of an input by its name or one of its aliases, checked as the table says. @throws BuildError `bad-input` */
function readInput(name, inputs) {
    const row = _inputs_table_js__WEBPACK_IMPORTED_MODULE_2__/* .inputTable */ .F[name];
    const said = Object.keys(inputs).find(key => (0,_inputs_names_js__WEBPACK_IMPORTED_MODULE_1__/* .findInput */ .cu)(key) === name && inputs[key]?.trim() !== '');
    const text = said === undefined ? '' : (inputs[said] ?? '');
    const read = (0,_inputs_values_js__WEBPACK_IMPORTED_MODULE_3__/* .readValue */ .w)(name, text);
    if ('value' in read)
        return read.value;
    if (row.choices)
        throw (0,_suggest_js__WEBPACK_IMPORTED_MODULE_12__/* .notAChoice */ .Iw)(`--${said}`, text.trim(), row.choices);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS('bad-input', `--${said} ${read.problem}`);
}
/** A CPU that nothing is known of would pass every file, so it is refused here; compilers know more of them. */
function readCpu(inputs) {
    const cpu = readInput('cpu', inputs);
    if (cpu === null || (0,_verify_cpu_js__WEBPACK_IMPORTED_MODULE_5__/* .isKnownCpu */ .yN)(cpu))
        return cpu;
    const guess = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_13__/* .nearest */ .p)(cpu.replaceAll('-', '_'), _verify_cpu_js__WEBPACK_IMPORTED_MODULE_5__/* .knownCpus */ .TW);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS('bad-input', `--cpu ${JSON.stringify(cpu)} is no CPU whose level is known`, {
        hint: guess ? `Did you mean ${guess}?` : `Known: ${_verify_cpu_js__WEBPACK_IMPORTED_MODULE_5__/* .knownCpus */ .TW.join(', ')}. To lift the check: --allow isa-baseline.`,
    });
}
/**
 * Judges files by the demand that is theirs: the target of their architecture (of several, one that they fulfil).
 * @throws NothingMatched when an argument stands for no file; BuildError `bad-input` for secrets that are not set
 */
async function judgeByDemands(args, demands, given = {}) {
    const [first] = demands;
    const options = { secrets: (0,_verify_secrets_js__WEBPACK_IMPORTED_MODULE_10__/* .secretsOf */ .F)(first.secrets ?? [], process.env), ...given };
    if (demands.length === 1)
        return (0,_verify_verify_js__WEBPACK_IMPORTED_MODULE_11__/* .verifyPaths */ .g)(args, first, options);
    const { files: readable } = await (0,_verify_verify_js__WEBPACK_IMPORTED_MODULE_11__/* .verifyPaths */ .g)(args, { ...(0,_verify_policies_js__WEBPACK_IMPORTED_MODULE_9__/* .anyPolicy */ .rw)(), allowLibraries: first.allowLibraries }, { digest: 'never' });
    const files = [];
    for (const file of readable)
        files.push(await judgeByBest(file, demands, options));
    const { cgo: _, commit: __, ...common } = (0,_verify_policies_js__WEBPACK_IMPORTED_MODULE_9__/* .printedPolicy */ .b8)(first);
    return {
        schema: 1,
        files,
        policy: {
            ...common,
            target: demands.map(d => d.target).join(', '),
            arch: null,
            linkage: null,
            floor: { ...common.floor, glibc: null },
        },
        verified: files.every(f => f.verified) && files.length > 0,
    };
}
/** The judgement of a file whose arch is known; a file for none of the targets is judged by the first, and fails. */
async function judgeByBest(file, demands, options) {
    if (file.arch === null)
        return withoutTarget(file);
    const mine = demands.filter(d => d.arch === file.arch);
    // A package is what its members are: which demand they fulfil is seen by trying.
    const isPackage = file.kind !== undefined && file.linkage === 'not-elf';
    const fitting = mine.filter(d => isPackage || d.linkage === null || d.linkage.includes(file.linkage));
    let judged = null;
    for (const demand of fitting.length > 0 ? fitting : [mine[0] ?? demands[0]]) {
        judged = await (0,_verify_judge_js__WEBPACK_IMPORTED_MODULE_7__/* .judgeFile */ .G)(file.path, demand, options);
        if (judged.verified)
            return judged;
    }
    return judged ?? file;
}
/** Nobody's target: what has said why already, or a package for several architectures at once. */
function withoutTarget(file) {
    if (!file.verified)
        return file;
    const archs = [...new Set(file.payload.map(p => p.arch))].sort().join(', ');
    const message = 'the package is for several architectures, and each is another target';
    return (0,_verify_outcome_js__WEBPACK_IMPORTED_MODULE_8__/* .withFindings */ .$)(file, [
        (0,_verify_findings_js__WEBPACK_IMPORTED_MODULE_6__/* .finding */ .gk)('arch-mismatch', message, archs, { hint: 'Name its files unpacked, or verify it without `targets`.' }),
    ]);
}


/***/ }),

/***/ 290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verify: () => (/* binding */ verify_verify)
});

// EXTERNAL MODULE: ./.build/js/build/write-file.js
var write_file = __webpack_require__(6151);
// EXTERNAL MODULE: ./.build/js/errors.js
var errors = __webpack_require__(1541);
// EXTERNAL MODULE: ./.build/js/report/error-text.js
var error_text = __webpack_require__(1725);
// EXTERNAL MODULE: ./.build/js/exec/plain.js
var plain = __webpack_require__(1388);
// EXTERNAL MODULE: ./.build/js/report/text.js
var report_text = __webpack_require__(4148);
;// CONCATENATED MODULE: ./.build/js/report/explain-text.js


/** Who needs what was asked for: by version and library, with where that version is and what to do. */
function explainText({ query, needs, hint, nearest }, style) {
    if (needs.length === 0) {
        const guess = nearest === null ? '' : `\n  ${style.cyan('help')}: did you mean ${(0,plain/* plainLine */.h)(nearest)}?`;
        return `nothing needs ${(0,plain/* plainLine */.h)(query)}${guess}`;
    }
    const groups = Map.groupBy(needs, n => `${n.version ?? 'no version'}${n.library === null ? '' : ` of ${n.library}`}`);
    const lines = [...groups].flatMap(([title, group]) => groupLines(title, group, style));
    const files = new Set(needs.map(n => n.path)).size;
    const help = hint === null ? [] : [`${style.cyan('help')}: ${(0,plain/* plainLine */.h)(hint)}`];
    return [...lines, ...help, `${(0,plain/* plainLine */.h)(query)} is needed by ${(0,report_text/* count */.U9)(files, 'file')}`].join('\n');
}
const mostSymbols = 8;
function groupLines(title, needs, style) {
    const [first] = needs;
    const where = (name, places = []) => places.length === 0 ? [] : [`  ${style.dim(name)} ${places.join(', ')}`];
    return [
        style.bold((0,plain/* plainLine */.h)(title)),
        ...where('is in    ', first?.since),
        ...where('is not in', first?.notOn),
        ...needs.map(need => `  ${style.cyan((0,plain/* plainLine */.h)(need.path))}: ${symbolsOf(need)}${need.weak ? style.dim(' (the file starts without it)') : ''}`),
    ];
}
function symbolsOf({ symbols }) {
    const shown = symbols.slice(0, mostSymbols).map(s => (0,plain/* plainLine */.h)(s.name) + (s.weak ? ' (weak)' : ''));
    const more = symbols.length > mostSymbols ? ` and ${symbols.length - mostSymbols} more` : '';
    return `${shown.join(', ') || 'the file as a whole'}${more}`;
}

// EXTERNAL MODULE: ./.build/js/report/match-files.js
var match_files = __webpack_require__(7768);
// EXTERNAL MODULE: ./.build/js/report/style.js
var style = __webpack_require__(5758);
// EXTERNAL MODULE: ./.build/js/report/verdict-text.js + 1 modules
var verdict_text = __webpack_require__(4964);
// EXTERNAL MODULE: ./.build/js/report/verdict-words.js
var verdict_words = __webpack_require__(9574);
// EXTERNAL MODULE: ./.build/js/nearest.js
var nearest = __webpack_require__(1254);
// EXTERNAL MODULE: ./.build/js/verify/distributions.js
var distributions = __webpack_require__(3431);
// EXTERNAL MODULE: ./.build/js/verify/distributions-data.js
var distributions_data = __webpack_require__(3060);
// EXTERNAL MODULE: ./.build/js/verify/explain.js
var explain = __webpack_require__(475);
// EXTERNAL MODULE: ./.build/js/verify/floors.js
var floors = __webpack_require__(1157);
// EXTERNAL MODULE: ./.build/js/verify/gcc.js
var gcc = __webpack_require__(7283);
;// CONCATENATED MODULE: ./.build/js/verify/explain-query.js






/**
 * Who needs a symbol (`getrandom`, `getrandom@GLIBC_2.25`), a version (`GLIBC_2.25`) or a library (`libstdc++.so.6`). Pure.
 * @param files judged with their imports, packed files included
 */
function explainQuery(files, query) {
    const [name = '', at] = query.split(/@@?/);
    const needs = [];
    const names = new Set();
    for (const file of files) {
        for (const group of file.imports ?? []) {
            for (const known of [group.version, group.library, ...group.symbols.map(s => s.name)]) {
                if (known !== null)
                    names.add(known);
            }
            if (at !== undefined && at !== group.version)
                continue;
            const whole = name === group.version || name === group.library || (at !== undefined && name === '');
            const symbols = whole ? group.symbols : group.symbols.filter(s => s.name === name);
            if (!whole && symbols.length === 0)
                continue;
            const { library, version, weak } = group;
            const { runsOn, fails } = whereIs(file, library, version);
            needs.push({ path: file.path, arch: file.arch, library, version, weak, symbols, since: runsOn, notOn: fails });
        }
    }
    // 3.4.9 comes before 3.4.26.
    const { compare } = new Intl.Collator('en', { numeric: true });
    const order = (n) => [n.library ?? '', n.version ?? '', n.path].join(' ');
    needs.sort((a, b) => compare(order(a), order(b)));
    const symbols = needs.flatMap(n => n.symbols.map(s => s.name));
    return {
        query,
        needs,
        hint: needs.length === 0 ? null : (0,explain/* causeOf */.rl)(symbols, needs[0]?.library ?? null),
        nearest: needs.length === 0 ? ((0,nearest/* nearest */.p)(name, [...names]) ?? null) : null,
    };
}
const nowhere = { runsOn: [], fails: [] };
/** The releases that have a version of a library of the C library or of GCC. */
function whereIs(file, library, version) {
    if (file.arch === null || library === null || version === null)
        return nowhere;
    const arch = file.arch;
    const libc = file.linkage === 'dynamic-musl' ? 'musl' : 'glibc';
    const meaning = (0,floors/* meaningOf */.Pr)({ library, version, weak: false, index: 0 });
    if (meaning.kind !== 'version')
        return nowhere;
    if (meaning.series !== 'glibc')
        return (0,distributions/* reach */.g)(arch, libc, null, { gcc: (0,gcc/* gccWith */.m)(meaning.series, meaning.number) });
    return Object.hasOwn(distributions_data/* backports */.I, version)
        ? (0,distributions/* reach */.g)(arch, 'glibc', null, { markers: [version] })
        : (0,distributions/* reach */.g)(arch, 'glibc', meaning.number);
}

// EXTERNAL MODULE: ./.build/js/verify/verify.js + 1 modules
var verify = __webpack_require__(3477);
// EXTERNAL MODULE: ./.build/js/cli/formats.js
var formats = __webpack_require__(7445);
// EXTERNAL MODULE: ./.build/js/cli/output.js
var cli_output = __webpack_require__(6684);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./.build/js/build/file-error.js
var file_error = __webpack_require__(5862);
// EXTERNAL MODULE: ./.build/js/verify/findings/hardening.js
var hardening = __webpack_require__(2265);
// EXTERNAL MODULE: ./.build/js/version.js
var version = __webpack_require__(1480);
;// CONCATENATED MODULE: ./.build/js/report/baseline.js




/**
 * What got worse between two reports, worst kinds first; an improvement and a new file are no news. Pure.
 * @param growth percent that a file may grow before it is told; so small a file that nobody minds may grow more
 */
function compareReports(before, after, growth) {
    const { pairs, lost } = (0,match_files/* matchFiles */.x)(before.files, after.files);
    const archs = new Set((0,match_files/* allFiles */.Z)(after.files).map(f => f.arch));
    const gone = lost.map(file => lostFile(file, file.arch !== null && !archs.has(file.arch)));
    const worse = [...gone, ...pairs.flatMap(pair => comparisons.flatMap(compare => compare(pair, growth)))];
    const rank = (c) => order.indexOf(c.kind);
    return {
        files: pairs.length,
        worse: worse.sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    };
}
const order = [
    ...['lost-arch', 'lost-file', 'not-verified', 'arch', 'linkage', 'floor', 'library'],
    ...['cpu', 'kernel', 'hardening', 'finding', 'size'],
];
function lostFile(file, wholeArch) {
    const message = wholeArch ? `nothing is there for ${file.arch} any more` : 'the file is not there any more';
    return { path: file.path, kind: wholeArch ? 'lost-arch' : 'lost-file', message, before: file.arch, after: null };
}
/** Every comparison of two reports of one file. */
const comparisons = [
    verification,
    architecture,
    linkage,
    baseline_floors,
    libraries,
    findings,
    size,
];
function verification({ before, after }) {
    if (!before.verified || after.verified)
        return [];
    const change = { path: after.path, kind: 'not-verified', before: 'verified', after: 'not verified' };
    return [{ ...change, message: 'it was verified and is not any more' }];
}
function architecture({ before, after }) {
    if (before.arch === null || before.arch === after.arch)
        return [];
    const message = `it is for ${after.arch ?? 'nothing known'}, it was for ${before.arch}`;
    return [{ path: after.path, kind: 'arch', message, before: before.arch, after: after.arch }];
}
/** From least to most that a file expects of the system that it runs on. */
const dependence = ['static-pie', 'static', 'dynamic-musl', 'dynamic-glibc'];
function linkage({ before, after }) {
    const expects = (file) => (file.linkage.startsWith('static') ? 0 : dependence.indexOf(file.linkage));
    if (before.linkage === after.linkage)
        return [];
    if (expects(after) >= 0 && expects(before) >= expects(after))
        return [];
    const message = `it is linked ${after.linkage}, it was ${before.linkage}`;
    return [{ path: after.path, kind: 'linkage', message, before: before.linkage, after: after.linkage }];
}
const series = {
    glibc: 'glibc',
    musl: 'musl',
    glibcxx: 'libstdc++ (GLIBCXX)',
    cxxabi: 'libstdc++ (CXXABI)',
    gcc: 'libgcc (GCC)',
};
function baseline_floors({ before, after }) {
    return Object.entries(series).flatMap(([key, name]) => {
        const [was, is] = [before.floor[key], after.floor[key]];
        if (is === null || (was !== null && (0,version/* compareVersions */.Z)(is, was) <= 0))
            return [];
        const message = `${name} ${is} is needed, it was ${was ?? 'none'}${because(after, is)}`;
        return [{ path: after.path, kind: 'floor', message, before: was, after: is }];
    });
}
/** The symbols that are behind a version, where the report says. */
function because(file, version) {
    const symbols = file.explanations.find(e => e.version.endsWith(`_${version}`))?.symbols ?? [];
    return symbols.length === 0 ? '' : `, because of ${symbols.slice(0, 3).join(', ')}`;
}
function libraries({ before, after }) {
    return after.needed
        .filter(name => !before.needed.includes(name))
        .map(name => ({ path: after.path, kind: 'library', message: `${name} is needed now`, before: null, after: name }));
}
const kinds = {
    ...Object.fromEntries(Object.keys(hardening/* hardening */.n).map(id => [id, 'hardening'])),
    'isa-baseline': 'cpu',
    'kernel-floor': 'kernel',
};
const weights = { info: 0, warning: 1, error: 2 };
/** Findings that are told by a comparison of their own, with the numbers. */
const told = /^floor-|^linkage-mismatch$|^arch-mismatch$|^needed-not-allowed$/;
function findings({ before, after }) {
    const weight = (file, id) => Math.max(0, ...file.findings.filter(f => f.id === id).map(f => weights[f.severity]));
    const ids = [...new Set(after.findings.map(f => f.id))].filter(id => !told.test(id));
    return ids
        .filter(id => weight(after, id) > weight(before, id))
        .map(id => {
        const worst = after.findings.find(f => f.id === id && weights[f.severity] === weight(after, id));
        const message = `${id}: ${worst?.message ?? ''}`;
        const severity = (file) => file.findings.find(f => f.id === id)?.severity ?? null;
        const kind = kinds[id] ?? 'finding';
        return { path: after.path, kind, message, before: severity(before), after: worst?.severity ?? null };
    });
}
/** Bytes that a file may always grow by. */
const unnoticed = 65_536;
function size({ before, after }, growth) {
    if (before.size === null || after.size === null)
        return [];
    const more = after.size - before.size;
    if (more <= unnoticed || more <= (before.size * growth) / 100)
        return [];
    const percent = Math.round((more / Math.max(1, before.size)) * 100);
    const message = `${(0,report_text/* humanSize */.Xe)(after.size)}, it was ${(0,report_text/* humanSize */.Xe)(before.size)} (+${percent} %)`;
    return [{ path: after.path, kind: 'size', message, before: String(before.size), after: String(after.size) }];
}

;// CONCATENATED MODULE: ./.build/js/cli/run/baseline.js




/**
 * An earlier `report.json`, or what `verify --json` printed.
 * @throws BuildError `bad-input` when it is not there, or is something else: a comparison with nothing would pass
 */
async function readBaseline(path) {
    const refuse = (why) => new errors/* BuildError */.zS('bad-input', `--baseline ${path}: ${why}`, {
        hint: 'Give a report.json of `build`, or what `verify --json` printed.',
    });
    let data;
    try {
        data = JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
    }
    catch (error) {
        throw refuse(error instanceof SyntaxError ? 'it is not JSON' : `it cannot be read (${(0,file_error/* errno */.b)(error) || 'error'})`);
    }
    const { baselineSchema } = await Promise.all(/* import() */[__webpack_require__.e(816), __webpack_require__.e(360)]).then(__webpack_require__.bind(__webpack_require__, 4360));
    const read = baselineSchema.safeParse(data);
    if (!read.success) {
        const [issue] = read.error.issues;
        throw refuse(`it is no report of schema 1 (${issue?.path.join('.') || 'the document'}: ${issue?.message ?? ''})`);
    }
    if (read.data.files.length === 0)
        throw refuse('it has no files');
    return read.data;
}
/** The growth of a file that is no news, percent. */
const usualGrowth = 10;
/** The verdict with what got worse. @throws BuildError `bad-input` for a growth that is no percentage */
function compared(verdict, baseline, growth) {
    const percent = growth === undefined ? usualGrowth : Number(growth.replace(/%$/, ''));
    if (!Number.isFinite(percent) || percent < 0 || growth === '') {
        throw new errors/* BuildError */.zS('bad-input', `--max-growth ${JSON.stringify(growth)} is no percentage`, {
            hint: 'Write a number: `--max-growth 25`.',
        });
    }
    return { ...verdict, comparison: compareReports(baseline, verdict, percent) };
}

// EXTERNAL MODULE: ./.build/js/cli/run/demands.js
var run_demands = __webpack_require__(1791);
;// CONCATENATED MODULE: ./.build/js/cli/run/verify.js














/**
 * `verify`: judges files that any tool built; 0 only when at least one was judged, all are as demanded and nothing is worse than
 * the baseline.
 */
async function verify_verify(invocation, output) {
    const { options } = invocation;
    const format = (0,formats/* formatOf */.be)(options);
    if (options['explain'] !== undefined)
        return verify_explain(invocation, options['explain'], output);
    const baseline = options['baseline'] === undefined ? null : await readBaseline(options['baseline']);
    const verdict = await judged(invocation, output);
    if (verdict === null)
        return errors/* exitCodes */.hS.usage;
    const whole = baseline === null ? verdict : compared(verdict, baseline, options['max-growth']);
    const document = format === 'text' ? null : await (0,formats/* render */.XX)(format, whole);
    const file = options['output'];
    if (document !== null && file === undefined)
        output.print(document.trimEnd());
    else
        output.print(textOf(whole, invocation, output));
    if (file !== undefined)
        await (0,write_file/* writeWhole */.f)(file, document ?? `${textOf(whole, invocation, verify_plain(output))}\n`);
    return (0,verdict_words/* isGood */.Kg)(whole) ? errors/* exitCodes */.hS.done : errors/* exitCodes */.hS.failed;
}
/** Formats that say the sha256 of each file. */
const hashed = new Set(['json', 'sarif']);
const verify_plain = (output) => ({ ...output, style: (0,style/* styleFor */.j)(false), columns: Number.POSITIVE_INFINITY });
function textOf(verdict, { options }, { style, columns }) {
    if (options['quiet'])
        return (0,verdict_text/* verdictLine */.MT)(verdict, style);
    return (0,verdict_text/* verdictText */.nt)(verdict, { style, columns, verbose: options['verbose'] === 'true' });
}
/** The verdict, or null when nothing was there to be judged: that has been told then. */
async function judged(invocation, output) {
    const { args, inputs, options } = invocation;
    const imports = options['explain'] !== undefined;
    // Hashing costs more than all the rest, so only what prints a sha256 asks for it.
    const digest = hashed.has((0,formats/* formatOf */.be)(options)) && !imports ? 'auto' : 'never';
    try {
        const demands = (0,run_demands/* demandsOf */.wu)(inputs);
        const verdict = await (0,run_demands/* judgeByDemands */.TY)(args, demands, imports ? { imports, digest } : { digest });
        if ((options['smoke'] ?? 'off') === 'off')
            return verdict;
        const { startVerified } = await Promise.all(/* import() */[__webpack_require__.e(436), __webpack_require__.e(167)]).then(__webpack_require__.bind(__webpack_require__, 3167));
        return await startVerified(verdict, invocation, demands);
    }
    catch (error) {
        if (!(error instanceof verify/* NothingMatched */.o))
            throw error;
        process.stderr.write(`${(0,error_text/* errorText */.k)(error, (0,cli_output/* errorStyle */.Q)())}\n`);
        if ((0,formats/* formatOf */.be)(options) === 'json')
            output.json({ ...error.verdict, ...(0,error_text/* errorJson */.d)(error) });
        return null;
    }
}
/** `--explain`: who needs it; 1 when nobody does, as grep says it. */
async function verify_explain(invocation, query, output) {
    const format = (0,formats/* formatOf */.be)(invocation.options);
    if (format !== 'text' && format !== 'json') {
        throw new errors/* BuildError */.zS('bad-input', `--explain has no ${format} format`, { hint: 'It prints text, or JSON.' });
    }
    const verdict = await judged(invocation, output);
    if (verdict === null)
        return errors/* exitCodes */.hS.usage;
    const explained = explainQuery((0,match_files/* allFiles */.Z)(verdict.files), query);
    if (format === 'json')
        output.json({ schema: 1, ...explained });
    else
        output.print(explainText(explained, output.style));
    return explained.needs.length > 0 ? errors/* exitCodes */.hS.done : errors/* exitCodes */.hS.failed;
}


/***/ }),

/***/ 7768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ allFiles),
/* harmony export */   x: () => (/* binding */ matchFiles)
/* harmony export */ });
/** A name without its directory and without what looks like a version: `tool-1.2.3-linux` is `tool-linux`. */
function withoutVersion(path) {
    const name = path.split(/[/!]/).at(-1) ?? path;
    return name.replace(/[-_.]?v?[0-9]+(\.[0-9]+)+([-+.](alpha|beta|rc|pre)[.0-9]*)?/gi, '');
}
const nameOf = (file) => file.path.split(/[/!]/).at(-1) ?? file.path;
/** What makes two files the same, surest first: directories, version numbers and floors change between releases. */
const keys = [
    f => [f.path, f.target, f.arch].join('\0'),
    f => [f.path, f.arch].join('\0'),
    f => (f.target === null ? null : [nameOf(f), f.target].join('\0')),
    f => (f.arch === null ? null : [nameOf(f), f.arch].join('\0')),
    f => (f.arch === null ? null : [withoutVersion(f.path), f.arch].join('\0')),
    f => f.path, // the same place, now for another architecture or not readable any more
];
/** Every file and everything that is packed in it; a packed file is named `package!member`. */
function allFiles(files) {
    return files.flatMap(file => {
        const inside = file.payload.map(member => ({ ...member, path: memberPath(file.path, member.path) }));
        return [file, ...allFiles(inside)];
    });
}
/** The name of a packed file for those who do not see its package beside it. */
function memberPath(outer, member) {
    return member.startsWith(`${outer}!`) ? member : `${outer}!${member}`;
}
/** Finds each file's earlier self. A key that fits several files on one side decides nothing: nothing is guessed. */
function matchFiles(before, after) {
    let [old, now] = [allFiles(before), allFiles(after)];
    const pairs = [];
    for (const key of keys) {
        const olds = single(old, key);
        const found = [...single(now, key)].flatMap(([k, file]) => {
            const earlier = olds.get(k);
            return earlier ? [{ before: earlier, after: file }] : [];
        });
        pairs.push(...found);
        const taken = new Set(found.flatMap(p => [p.before, p.after]));
        old = old.filter(f => !taken.has(f));
        now = now.filter(f => !taken.has(f));
    }
    return { pairs, lost: old };
}
/** The files that are alone with their key. */
function single(files, key) {
    const found = new Map();
    for (const file of files) {
        const k = key(file);
        if (k !== null)
            found.set(k, found.has(k) ? null : file);
    }
    return new Map([...found].flatMap(([k, file]) => (file ? [[k, file]] : [])));
}


/***/ }),

/***/ 4964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dz: () => (/* binding */ failedText),
  MT: () => (/* binding */ verdictLine),
  nt: () => (/* binding */ verdictText)
});

// EXTERNAL MODULE: ./.build/js/exec/plain.js
var plain = __webpack_require__(1388);
// EXTERNAL MODULE: ./.build/js/report/match-files.js
var match_files = __webpack_require__(7768);
// EXTERNAL MODULE: ./.build/js/report/text.js
var report_text = __webpack_require__(4148);
// EXTERNAL MODULE: ./.build/js/verify/findings.js + 5 modules
var findings = __webpack_require__(3703);
// EXTERNAL MODULE: ./.build/js/report/verdict-words.js
var verdict_words = __webpack_require__(9574);
;// CONCATENATED MODULE: ./.build/js/report/verdict-file-text.js




/** Everything about a file: what it is, what is wrong with it and in it, and what to do. */
function fileLines(file, look, indent = '') {
    const { style } = look;
    const head = `${file.verified ? style.green('✓') : style.red('✗')} ${style.bold((0,plain/* plainLine */.h)(file.path))}: ${(0,plain/* plainLine */.h)((0,verdict_words/* whatOf */.Em)(file))}`;
    const findings = file.findings.filter(f => f.severity !== 'info' || look.verbose);
    const own = [...findingsLines(findings, file, look), ...(look.verbose ? whereLines(file, style) : [])];
    // A package is as long as what is wrong in it.
    const inside = file.payload.filter(p => !p.verified || look.verbose);
    const below = inside.flatMap(p => fileLines(p, look, `${indent}  `));
    return [...[head, ...own].map(l => indent + l), ...below];
}
/** Where a file runs, where it does not, and what is in the way there. */
function whereLines(file, style) {
    const line = (name, text) => (text === '' ? [] : [`  ${style.dim(name)} ${(0,plain/* plainLine */.h)(text)}`]);
    const reasons = file.explanations.map(e => (0,verdict_words/* reasonOf */.A3)(e, 5));
    const depends = (file.dependsOn ?? []).join(', ');
    return [
        ...line('runs on', (0,verdict_words/* placesOf */.ek)(file)),
        ...line('started', (file.smoke ?? []).map(s => `${s.ok ? '' : 'failed: '}${s.where}`).join('; ')),
        ...line('not on ', (file.notOn ?? []).join(', ')),
        ...line('depends', depends && `on the patches of the distribution: ${depends}`),
        ...reasons.flatMap((r, i) => line(i === 0 ? 'because' : '       ', r)),
    ];
}
const colors = { error: 'red', warning: 'yellow', info: 'cyan' };
/** So many findings of one kind are shown of one file. */
const mostAlike = 4;
function findingsLines(findings, file, { style, hints }) {
    const alike = Map.groupBy(findings, f => [f.severity, f.id, f.hint].join('\0'));
    return [...alike.values()].flatMap(group => {
        const [first] = group;
        const more = group.length - mostAlike;
        return [
            ...group.slice(0, mostAlike).flatMap(f => findingLines(f, file, style)),
            ...(more > 0 ? [`    ${style.dim(`and ${more} more of this kind`)}`] : []),
            ...(hints && first ? hintLines(first, style) : []),
        ];
    });
}
function findingLines(finding, file, style) {
    const reasons = reasonLines(finding, file);
    const evidence = finding.evidence === '' || reasons.length > 0 ? '' : style.dim(` (${(0,plain/* plainLine */.h)(finding.evidence)})`);
    const kind = style[colors[finding.severity]](`${finding.severity}[${finding.id}]`);
    return [
        `  ${kind}: ${(0,plain/* plainLine */.h)(finding.message)}${evidence}`,
        ...reasons.map(r => `    ${style.dim('because of')} ${(0,plain/* plainLine */.h)(r)}`),
    ];
}
/** What to do about a finding, and the page that says more. */
function hintLines({ id, severity, hint }, style) {
    const page = severity === 'error' ? (0,findings/* pageOf */.ZZ)(id) : null;
    return [
        ...(hint === '' ? [] : [`    ${style.cyan('help')}: ${(0,plain/* plainLine */.h)(hint)}`]),
        ...(page === null ? [] : [`    ${style.dim(`see ${page}`)}`]),
    ];
}
/** So many versions of a floor are named; `--explain` knows all. */
const mostVersions = 4;
/** The versions and symbols behind a floor, greatest first, in place of the evidence that lists them. */
function reasonLines(finding, file) {
    const series = finding.id.startsWith('floor-') ? /^[A-Z]+_/.exec(finding.evidence)?.[0] : undefined;
    if (series === undefined)
        return [];
    const reasons = file.explanations.filter(e => e.version.startsWith(series)).reverse();
    const more = reasons.length - mostVersions;
    const shown = reasons.slice(0, mostVersions).map(r => (0,verdict_words/* reasonOf */.A3)(r, 4));
    return more > 0 ? [...shown, `${(0,report_text/* count */.U9)(more, 'older version')} too`] : shown;
}

;// CONCATENATED MODULE: ./.build/js/report/verdict-text.js





/** So many verified files get a line each; more are counted by what they are. */
const manyFiles = 50;
/** So many failed files are summed up by their findings. */
const summedUp = 5;
/**
 * What there is to say about judged files: one line for a file that is as demanded, and for one that is not each finding with
 * its evidence, the symbols behind its floor and what to do; those come last, where they are read. Then what got worse, then
 * the verdict.
 */
function verdictText(verdict, look) {
    const { files, comparison } = verdict;
    const good = files.filter(f => f.verified);
    const bad = files.filter(f => !f.verified);
    const full = { ...look, hints: true };
    const goodLines = look.verbose
        ? good.flatMap(f => fileLines(f, full))
        : good.length > manyFiles
            ? groupLines(good, look)
            : good.map(f => goodLine(f, look));
    const worse = comparison ? comparisonLines(comparison, look.style) : [];
    const legend = bad.length >= summedUp;
    const lines = [...goodLines, ...bad.flatMap(f => fileLines(f, { ...full, hints: !legend }))];
    const end = legend
        ? [verdictHead(verdict, look.style), ...legendLines(files, look.style)]
        : [verdictLine(verdict, look.style)];
    return [...lines, ...worse, ...end].join('\n');
}
/** What there is to say about one file that is not as demanded. */
function failedText(file, style) {
    return fileLines(file, { style, verbose: false, hints: true }).join('\n');
}
/** The last line of the verdict, which `--quiet` prints alone; of many failed files it has the reasons by number. */
function verdictLine(verdict, style) {
    const { files } = verdict;
    const head = verdictHead(verdict, style);
    if (files.filter(f => !f.verified).length < summedUp)
        return head;
    const numbers = (0,verdict_words/* tally */.N4)((0,match_files/* allFiles */.Z)(files), 'error').map(t => `${t.id} in ${(0,report_text/* count */.U9)(t.files, 'file')}`);
    return `${head}\n  ${style.dim(numbers.join(', '))}`;
}
function verdictHead(verdict, style) {
    const { files, verified, comparison } = verdict;
    const good = files.filter(f => f.verified).length;
    if ((0,verdict_words/* isGood */.Kg)(verdict))
        return style.green(`✓ verified: ${(0,report_text/* count */.U9)(files.length, 'file')}`);
    if (verified) {
        const worse = (0,report_text/* count */.U9)(comparison?.worse.length ?? 0, 'thing');
        return style.red(`✗ worse than the baseline: ${worse}; ${(0,report_text/* count */.U9)(files.length, 'file')} verified`);
    }
    if (files.length === 0)
        return style.red('✗ not verified: no file was judged');
    return style.red(`✗ not verified: ${good} of ${(0,report_text/* count */.U9)(files.length, 'file')} passed`);
}
/** What to do, once for each kind of error: a thousand files have few of them. */
function legendLines(files, style) {
    const all = (0,match_files/* allFiles */.Z)(files);
    return (0,verdict_words/* tally */.N4)(all, 'error').flatMap(({ id, files: n }) => {
        const first = all.flatMap(f => f.findings).find(f => f.id === id && f.severity === 'error');
        return [`  ${style.red(id)} in ${(0,report_text/* count */.U9)(n, 'file')}`, ...(first ? hintLines(first, style) : [])];
    });
}
/** `✓ server: x86_64, dynamic-glibc, glibc 2.25 (getrandom): Debian 10+, …` */
function goodLine(file, { style, columns }) {
    const cause = file.explanations.find(e => e.version.startsWith('GLIBC_'))?.symbols[0];
    const places = (0,verdict_words/* placesOf */.ek)(file);
    const warnings = [...new Set((0,match_files/* allFiles */.Z)([file]).flatMap(f => f.findings.filter(w => w.severity === 'warning')))];
    const ids = [...new Set(warnings.map(w => w.id))].join(', ');
    const packed = file.payload.length > 0 ? `, ${(0,report_text/* count */.U9)((0,match_files/* allFiles */.Z)(file.payload).length, 'file')} inside` : '';
    const text = `${(0,verdict_words/* whatOf */.Em)(file)}${cause ? ` (${cause})` : ''}${packed}${startedText(file)}${places === '' ? '' : `: ${places}`}`;
    const path = (0,plain/* plainLine */.h)(file.path);
    const rest = (0,report_text/* shorten */.ml)((0,plain/* plainLine */.h)(text), Math.max(20, columns - (0,report_text/* displayWidth */.F1)(path) - 4 - (ids === '' ? 0 : ids.length + 3)));
    return `${style.green('✓')} ${style.bold(path)}: ${rest}${ids === '' ? '' : style.yellow(` [${ids}]`)}`;
}
/** Where it was started, if that was asked for. */
function startedText({ smoke = [] }) {
    return smoke.length === 0 ? '' : `, started on ${smoke.map(s => s.where).join(' and ')}`;
}
function groupLines(files, { style }) {
    const lines = (0,verdict_words/* groupsOf */.c1)(files).map(g => `${style.green('✓')} ${style.bold((0,report_text/* count */.U9)(g.files, 'file'))}: ${g.what}`);
    const warnings = (0,verdict_words/* tally */.N4)((0,match_files/* allFiles */.Z)(files), 'warning').map(t => `${t.id} in ${(0,report_text/* count */.U9)(t.files, 'file')}`);
    return warnings.length === 0 ? lines : [...lines, `  ${style.yellow('warnings')}: ${warnings.join(', ')}`];
}
function comparisonLines({ files, worse }, style) {
    const head = `Compared with the baseline: ${(0,report_text/* count */.U9)(files, 'file')} in both, ${(0,report_text/* count */.U9)(worse.length, 'thing')} worse`;
    const lines = worse.map(c => `  ${style.red(`worse[${c.kind}]`)} ${style.bold((0,plain/* plainLine */.h)(c.path))}: ${(0,plain/* plainLine */.h)(c.message)}`);
    return ['', head, ...lines, ''];
}


/***/ }),

/***/ 9574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   Em: () => (/* binding */ whatOf),
/* harmony export */   Kg: () => (/* binding */ isGood),
/* harmony export */   N4: () => (/* binding */ tally),
/* harmony export */   c1: () => (/* binding */ groupsOf),
/* harmony export */   ek: () => (/* binding */ placesOf)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4148);

/** Whether a run is a success: everything verified, and nothing worse than the baseline. */
function isGood({ verified, comparison }) {
    return verified && (comparison?.worse.length ?? 0) === 0;
}
/** `x86_64, dynamic-glibc, glibc 2.34`: what a file is and what the machine must have. */
function whatOf(file) {
    const { glibc, musl } = file.floor;
    const floor = glibc !== null ? `glibc ${glibc}` : musl !== null ? `musl ${musl}` : '';
    // A package has no linkage of its own.
    const linkage = file.kind !== undefined && file.linkage === 'not-elf' ? '' : file.linkage;
    return [file.target ?? file.arch, linkage, file.kind ?? '', floor].filter(w => w !== null && w !== '').join(', ');
}
/** `Debian 12+, Ubuntu 22.04+, with libz.so.1`: the libraries that every release must have are named once. */
function placesOf({ runsOn, dependsOn }) {
    const [first = ''] = runsOn;
    const at = first.indexOf(' with ');
    const tail = at < 0 ? '' : first.slice(at);
    const shared = tail !== '' && runsOn.every(r => r.endsWith(tail));
    const places = shared ? `${runsOn.map(r => r.slice(0, -tail.length)).join(', ')},${tail}` : runsOn.join(', ');
    return dependsOn?.length ? `${places}; on older ones it depends on the distribution’s patches` : places;
}
/** Columns of a symbol: mangled names of C++ have no end. */
const longName = 48;
/** `getrandom, getentropy (GLIBC_2.25 of libc.so.6)`: which symbols are behind a version; at most so many of them. */
function reasonOf({ version, library, symbols }, most) {
    const more = symbols.length > most ? ` and ${symbols.length - most} more` : '';
    const shown = symbols.slice(0, most).map(s => (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(s, longName));
    return `${shown.join(', ') || 'the file as a whole'}${more} (${version} of ${library})`;
}
/** Files that are alike, as one line: how many there are of each kind, most first. */
function groupsOf(files) {
    const groups = new Map();
    for (const file of files)
        groups.set(whatOf(file), (groups.get(whatOf(file)) ?? 0) + 1);
    return [...groups]
        .map(([what, n]) => ({ what, files: n }))
        .sort((a, b) => b.files - a.files || (a.what < b.what ? -1 : 1));
}
/** How many files have each finding of a severity, most first. */
function tally(files, severity) {
    const counts = new Map();
    for (const file of files) {
        const ids = new Set(file.findings.filter(f => f.severity === severity).map(f => f.id));
        for (const id of ids)
            counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return [...counts].map(([id, n]) => ({ id, files: n })).sort((a, b) => b.files - a.files || (a.id < b.id ? -1 : 1));
}


/***/ }),

/***/ 3477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ NothingMatched),
  g: () => (/* binding */ verifyPaths)
});

// EXTERNAL MODULE: ./.build/js/errors.js
var errors = __webpack_require__(1541);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/js/elf/header.js
var header = __webpack_require__(1665);
// EXTERNAL MODULE: ./.build/js/verify/open.js
var verify_open = __webpack_require__(2962);
;// CONCATENATED MODULE: ./.build/js/verify/expand.js





const magic = Buffer.alloc(4);
/**
 * Finds the files: a path that exists is that file or directory, whatever characters it has; else it is a pattern
 * (`*`, `?`, `[…]`, `{a,b}`, `**`). Directories give the ELF files below them; links to directories are not followed.
 */
async function expand(args) {
    const found = { files: new Set(), unreadable: new Map(), skipped: new Set() };
    const unmatched = [];
    for (const arg of args) {
        const before = found.files.size + found.unreadable.size;
        const matched = await expandOne(arg, found);
        // The same file named twice is a match; a directory without ELF is none.
        if (!matched && found.files.size + found.unreadable.size === before)
            unmatched.push(arg);
    }
    return {
        files: [...found.files].sort(),
        unreadable: [...found.unreadable]
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([path, refusal]) => ({ path, refusal })),
        skipped: found.skipped.size,
        unmatched,
    };
}
/** Whether the argument stands for at least one file. */
async function expandOne(arg, found) {
    const kind = await kindOf(arg);
    if (kind === 'directory')
        return walk(arg, found);
    if (kind !== 'missing') {
        found.files.add(arg);
        return true;
    }
    let matched = false;
    for (const path of (0,external_node_fs_.globSync)(arg).sort()) {
        // `**` matches the directories and the files in them; other patterns stand for the directory itself.
        const isDirectory = (await kindOf(path)) === 'directory';
        if (isDirectory && arg.includes('**'))
            continue;
        if (isDirectory)
            matched = (await walk(path, found)) || matched;
        else {
            found.files.add(path);
            matched = true;
        }
    }
    return matched;
}
async function kindOf(path) {
    try {
        return (await (0,promises_.stat)(path)).isDirectory() ? 'directory' : 'other';
    }
    catch (error) {
        const { evidence } = (0,verify_open/* refuseError */.h)(error);
        // What is there but cannot be looked at is named, so that judging says why.
        return evidence === 'ENOENT' || evidence === 'ENOTDIR' ? 'missing' : 'other';
    }
}
/** Takes the ELF files of a tree; links last, so that a file is named by its own name where it has one there. */
async function walk(root, found) {
    const links = [];
    const seen = new Set();
    let matched = await walkDirectory(root, found, links, seen);
    for (const path of links)
        matched = take(path, false, found, seen) || matched;
    return matched;
}
async function walkDirectory(dir, found, links, seen) {
    let entries;
    try {
        entries = await (0,promises_.readdir)(dir, { withFileTypes: true });
    }
    catch (error) {
        found.unreadable.set(dir, (0,verify_open/* refuseError */.h)(error));
        return true;
    }
    let matched = false;
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const path = (0,external_node_path_.join)(dir, entry.name);
        if (entry.isSymbolicLink())
            links.push(path);
        else if (entry.isDirectory())
            matched = (await walkDirectory(path, found, links, seen)) || matched;
        else
            matched = take(path, entry.isFile(), found, seen) || matched;
    }
    return matched;
}
function take(path, isFile, found, seen) {
    const wanted = isCandidate(path, isFile, seen);
    (wanted ? found.files : found.skipped).add(path);
    return wanted;
}
/**
 * ELF files, once under their real name, and files that cannot be read: nobody knows what those are. Links into nothing,
 * pipes and devices are no files.
 */
function isCandidate(path, isFile, seen) {
    const opened = (0,verify_open/* openRegular */.l)(path);
    if ('reason' in opened)
        return isFile;
    try {
        if ((0,external_node_fs_.readSync)(opened.fd, magic, 0, magic.length, 0) < magic.length || !(0,header/* hasMagic */.qt)(magic))
            return false;
        const real = external_node_fs_.realpathSync.native(path);
        if (seen.has(real))
            return false;
        seen.add(real);
        return true;
    }
    catch {
        return true;
    }
    finally {
        (0,external_node_fs_.closeSync)(opened.fd);
    }
}

// EXTERNAL MODULE: ./.build/js/verify/findings.js + 5 modules
var findings = __webpack_require__(3703);
// EXTERNAL MODULE: ./.build/js/verify/judge.js + 34 modules
var judge = __webpack_require__(8304);
// EXTERNAL MODULE: ./.build/js/verify/nested-report.js + 1 modules
var nested_report = __webpack_require__(963);
// EXTERNAL MODULE: ./.build/js/verify/outcome.js
var outcome = __webpack_require__(1640);
// EXTERNAL MODULE: ./.build/js/verify/policies.js + 1 modules
var policies = __webpack_require__(5518);
// EXTERNAL MODULE: ./.build/js/verify/printable.js
var printable = __webpack_require__(8175);
;// CONCATENATED MODULE: ./.build/js/verify/verify.js








/** Thrown when an argument stands for no file: nothing was judged, and the verdict for `--json` says so. */
class NothingMatched extends errors/* BuildError */.zS {
    verdict;
    constructor(unmatched, skipped, verdict) {
        const names = unmatched.map(name => JSON.stringify((0,printable/* printable */.g)(name, 200))).join(', ');
        const others = skipped > 0 ? `; ${skipped} ${skipped === 1 ? 'file' : 'files'} skipped, not ELF` : '';
        const verb = unmatched.length === 1 ? 'matches' : 'match';
        super('nothing-matched', unmatched.length === 0 ? 'no file was named' : `${names} ${verb} nothing to verify${others}`);
        this.verdict = verdict;
    }
}
/**
 * Judges everything that the arguments stand for: files, patterns, directories (notes on each: {@link expand}). A named
 * file is always judged; in directories only ELF files are.
 * @throws NothingMatched when one of the arguments stands for nothing
 */
async function verifyPaths(args, policy, options = {}) {
    const { onFile, ...judging } = options;
    const { files, unreadable, skipped, unmatched } = await expand(args);
    if (unmatched.length > 0 || files.length + unreadable.length === 0) {
        throw new NothingMatched(unmatched, skipped, verdictOf([], policy));
    }
    const refused = new Map(unreadable.map(({ path, refusal }) => [path, refusal]));
    const reports = [];
    const empty = [];
    for (const path of [...files, ...refused.keys()].sort()) {
        const report = await judgeOne(path, refused.get(path), policy, judging);
        // An archive without any ELF file stands for nothing, like such a directory.
        const judged = !(0,nested_report/* isNothing */.qv)(report);
        (judged ? reports : empty).push(report);
        if (judged)
            onFile?.(report);
    }
    if (empty.length > 0) {
        const others = empty.reduce((sum, r) => sum + (r.skipped ?? 0), skipped);
        throw new NothingMatched(empty.map(r => r.path), others, verdictOf([], policy));
    }
    return verdictOf(reports, policy);
}
async function judgeOne(path, refusal, policy, options) {
    if (refusal === undefined)
        return (0,judge/* judgeFile */.G)(path, policy, options);
    const cause = (0,findings/* finding */.gk)('unreadable', `the directory cannot be read: ${refusal.reason}`, refusal.evidence);
    return (0,outcome/* withFindings */.$)((0,outcome/* blank */.h)(path, policy), [cause]);
}
/** A run is verified only if something was judged and all of it is verified. */
function verdictOf(files, policy) {
    return {
        schema: 1,
        files: [...files],
        policy: (0,policies/* printedPolicy */.b8)(policy),
        verified: files.length > 0 && files.every(f => f.verified),
    };
}


/***/ })

};
