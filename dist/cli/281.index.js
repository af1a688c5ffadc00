export const id = 281;
export const ids = [281];
export const modules = {

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

/***/ 3340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R5: () => (/* binding */ readInput),
/* harmony export */   TY: () => (/* binding */ judgeByDemands),
/* harmony export */   wu: () => (/* binding */ demandsOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1541);
/* harmony import */ var _inputs_mistakes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6419);
/* harmony import */ var _inputs_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6672);
/* harmony import */ var _inputs_table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5316);
/* harmony import */ var _inputs_values_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8212);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1254);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7563);
/* harmony import */ var _cpu_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2698);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3703);
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8304);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1640);
/* harmony import */ var _policies_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5518);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5817);
/* harmony import */ var _verify_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3477);














/** The inputs that are keys of a policy. */
const policyInputs = [
    ...['libc', 'policy', 'glibc', 'musl', 'kernel', 'cpu', 'max-page-size', 'targets'],
    ...['allow', 'forbid', 'allow-libraries', 'forbid-libraries', 'forbid-paths', 'secrets'],
];
/**
 * What the inputs of `verify` demand: one policy for each target, or one for files of any architecture.
 * @throws BuildError for values that cannot be, all of them at once; for a single one with the nearest that can
 */
function demandsOf(written, spell = _inputs_names_js__WEBPACK_IMPORTED_MODULE_2__/* .asFlag */ .v0) {
    const given = readInputs(policyInputs, written, spell);
    const mistakes = [];
    const targets = given.targets.flatMap(name => noting(mistakes, () => [(0,_target_js__WEBPACK_IMPORTED_MODULE_5__/* .parseTarget */ .hu)(name)]) ?? []);
    const floor = given.glibc === null ? null : (0,_target_js__WEBPACK_IMPORTED_MODULE_5__/* .readFloor */ .jv)(given.glibc);
    const cpu = noting(mistakes, () => checkCpu(given.cpu, spell)) ?? null;
    throwAll(mistakes);
    const { libc, policy: said } = given;
    const preset = said ?? (libc === 'musl' ? 'static' : libc);
    const keys = {
        allowLibraries: given['allow-libraries'],
        forbidLibraries: given['forbid-libraries'],
        musl: given.musl,
        kernel: given.kernel,
        cpu,
        maxPageSize: given['max-page-size'],
        allow: given.allow,
        forbid: given.forbid,
        forbidPaths: given['forbid-paths'],
        secrets: given.secrets,
    };
    const standard = libc ?? (floor !== null || preset === 'glibc' ? 'glibc' : 'musl');
    const settled = (0,_target_js__WEBPACK_IMPORTED_MODULE_5__/* .settleTargets */ .uM)(targets, { libc: standard, glibc: floor });
    const [first, ...rest] = settled.targets.map(t => (0,_policies_js__WEBPACK_IMPORTED_MODULE_10__/* .policyFor */ .KV)(t, { ...keys, preset: said }));
    return first ? [first, ...rest] : [(0,_policies_js__WEBPACK_IMPORTED_MODULE_10__/* .policyFrom */ .JX)(preset, { ...keys, glibc: given.glibc })];
}
/** The value of an input by its name or one of its aliases. @throws BuildError `bad-input` */
function readInput(name, written, spell = _inputs_names_js__WEBPACK_IMPORTED_MODULE_2__/* .asFlag */ .v0) {
    return readInputs([name], written, spell)[name];
}
/** Values of inputs by their names or aliases, checked as the table says. @throws BuildError `bad-input` for all that are wrong */
function readInputs(names, written, spell) {
    const mistakes = [];
    const values = {};
    for (const name of names) {
        const said = Object.keys(written).find(key => (0,_inputs_names_js__WEBPACK_IMPORTED_MODULE_2__/* .findInput */ .cu)(key) === name && written[key]?.trim() !== '') ?? name;
        const text = written[said] ?? '';
        const read = (0,_inputs_values_js__WEBPACK_IMPORTED_MODULE_4__/* .readValue */ .w)(name, text);
        const { choices } = _inputs_table_js__WEBPACK_IMPORTED_MODULE_3__/* .inputTable */ .F[name];
        if ('value' in read)
            values[name] = read.value;
        else if (choices)
            mistakes.push((0,_inputs_mistakes_js__WEBPACK_IMPORTED_MODULE_1__/* .notAChoice */ .I)(spell(said), text.trim(), choices));
        else
            mistakes.push(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS('bad-input', `${spell(said)} ${read.problem}`));
    }
    throwAll(mistakes);
    return values;
}
/** What `read` gives, or undefined when it made a mistake, which is noted. */
function noting(mistakes, read) {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS))
            throw error;
        mistakes.push(error);
        return undefined;
    }
}
function throwAll(mistakes) {
    const [first] = mistakes;
    if (first === undefined)
        return;
    throw mistakes.length === 1 ? first : (0,_inputs_mistakes_js__WEBPACK_IMPORTED_MODULE_1__/* .badInputs */ .P)(mistakes.map(m => `${m.message}. ${m.hint}`));
}
/** A CPU that nothing is known of would pass every file, so it is refused here; compilers know more of them. */
function checkCpu(cpu, spell) {
    if (cpu === null || (0,_cpu_js__WEBPACK_IMPORTED_MODULE_6__/* .isKnownCpu */ .yN)(cpu))
        return cpu;
    const guess = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_13__/* .nearest */ .p)(cpu.replaceAll('-', '_'), _cpu_js__WEBPACK_IMPORTED_MODULE_6__/* .knownCpus */ .TW);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS('bad-input', `${spell('cpu')} ${JSON.stringify(cpu)} is no CPU whose level is known`, {
        hint: guess
            ? `Did you mean ${guess}?`
            : `Known: ${_cpu_js__WEBPACK_IMPORTED_MODULE_6__/* .knownCpus */ .TW.join(', ')}. To lift the check: ${spell('allow')} isa-baseline.`,
    });
}
/**
 * Judges files by the demand that is theirs: the target of their architecture (of several, one that they fulfil).
 * @throws NothingMatched when an argument stands for no file; BuildError `bad-input` for secrets that are not set
 */
async function judgeByDemands(args, demands, given = {}) {
    const [first] = demands;
    const options = { secrets: (0,_secrets_js__WEBPACK_IMPORTED_MODULE_11__/* .secretsOf */ .F)(first.secrets ?? [], process.env), ...given };
    if (demands.length === 1)
        return (0,_verify_js__WEBPACK_IMPORTED_MODULE_12__/* .verifyPaths */ .g)(args, first, options);
    const { files: readable } = await (0,_verify_js__WEBPACK_IMPORTED_MODULE_12__/* .verifyPaths */ .g)(args, { ...(0,_policies_js__WEBPACK_IMPORTED_MODULE_10__/* .anyPolicy */ .rw)(), allowLibraries: first.allowLibraries }, { digest: 'never' });
    const files = [];
    for (const file of readable)
        files.push(await judgeByBest(file, demands, options));
    const { cgo: _, commit: __, ...common } = (0,_policies_js__WEBPACK_IMPORTED_MODULE_10__/* .printedPolicy */ .b8)(first);
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
        judged = await (0,_judge_js__WEBPACK_IMPORTED_MODULE_8__/* .judgeFile */ .G)(file.path, demand, options);
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
    return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_9__/* .withFindings */ .$)(file, [
        (0,_findings_js__WEBPACK_IMPORTED_MODULE_7__/* .finding */ .gk)('arch-mismatch', message, archs, { hint: 'Name its files unpacked, or verify it without `targets`.' }),
    ]);
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
    const kind = kindOf(arg);
    if (kind === 'directory')
        return walk(arg, found);
    if (kind !== 'missing') {
        found.files.add(arg);
        return true;
    }
    let matched = false;
    for (const path of (0,external_node_fs_.globSync)(arg).sort()) {
        // `**` matches the directories and the files in them; other patterns stand for the directory itself.
        const isDirectory = kindOf(path) === 'directory';
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
/** Not asynchronous: a hop to another thread costs ten times as much, and a thousand files are a thousand of them. */
function kindOf(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isDirectory() ? 'directory' : 'other';
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
