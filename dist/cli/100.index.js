export const id = 100;
export const ids = [100];
export const modules = {

/***/ 4100:
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
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./.build/js/build/file-error.js
var file_error = __webpack_require__(5862);
// EXTERNAL MODULE: ./.build/js/inputs/names.js
var names = __webpack_require__(6672);
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
    floors,
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
function floors({ before, after }) {
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

;// CONCATENATED MODULE: ./.build/js/verify/baseline.js





/**
 * An earlier `report.json`, or what `verify --json` printed.
 * @throws BuildError `bad-input` when it is not there, or is something else: a comparison with nothing would pass
 */
async function readBaseline(path, spell = names/* asFlag */.v0) {
    const refuse = (why) => new errors/* BuildError */.zS('bad-input', `${spell('baseline')} ${path}: ${why}`, {
        hint: 'Give a report.json of `build`, or what `verify --json` printed.',
    });
    let data;
    try {
        data = JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
    }
    catch (error) {
        throw refuse(error instanceof SyntaxError ? 'it is not JSON' : `it cannot be read (${(0,file_error/* errno */.b)(error) || 'error'})`);
    }
    const { baselineSchema } = await Promise.all(/* import() */[__webpack_require__.e(156), __webpack_require__.e(360)]).then(__webpack_require__.bind(__webpack_require__, 4360));
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
function compared(verdict, baseline, growth, spell = names/* asFlag */.v0) {
    const percent = growth === undefined ? usualGrowth : Number(growth.replace(/%$/, ''));
    if (!Number.isFinite(percent) || percent < 0 || growth === '') {
        throw new errors/* BuildError */.zS('bad-input', `${spell('max-growth')} ${JSON.stringify(growth)} is no percentage`, {
            hint: 'Write a number, such as 25.',
        });
    }
    return { ...verdict, comparison: compareReports(baseline, verdict, percent) };
}

// EXTERNAL MODULE: ./.build/js/verify/demands.js
var verify_demands = __webpack_require__(3340);
// EXTERNAL MODULE: ./.build/js/nearest.js
var nearest = __webpack_require__(1254);
// EXTERNAL MODULE: ./.build/js/verify/distributions.js
var distributions = __webpack_require__(3431);
// EXTERNAL MODULE: ./.build/js/verify/distributions-data.js
var distributions_data = __webpack_require__(3060);
// EXTERNAL MODULE: ./.build/js/verify/explain.js
var explain = __webpack_require__(475);
// EXTERNAL MODULE: ./.build/js/verify/floors.js
var verify_floors = __webpack_require__(1157);
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
    const meaning = (0,verify_floors/* meaningOf */.Pr)({ library, version, weak: false, index: 0 });
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
        const demands = (0,verify_demands/* demandsOf */.wu)(inputs);
        const verdict = await (0,verify_demands/* judgeByDemands */.TY)(args, demands, imports ? { imports, digest } : { digest });
        if ((options['smoke'] ?? 'off') === 'off')
            return verdict;
        return await started(verdict, invocation, demands);
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
/** Starts what is verified as `--smoke` says; loaded when it is asked for. @throws BuildError `bad-input`, `interrupted` */
async function started(verdict, invocation, demands) {
    const [{ readStart, startVerified }, { onHost }, { spawnCommand }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(953), __webpack_require__.e(468)]).then(__webpack_require__.bind(__webpack_require__, 5468)),
        __webpack_require__.e(/* import() */ 774).then(__webpack_require__.bind(__webpack_require__, 9774)),
        __webpack_require__.e(/* import() */ 147).then(__webpack_require__.bind(__webpack_require__, 7147)),
    ]);
    const wish = readStart(invocation.options['smoke'] ?? 'off', invocation.inputs);
    if (wish === null)
        return verdict;
    return onHost(invocation, host => startVerified(verdict, wish, demands, { host, exec: spawnCommand, env: process.env }));
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


/***/ })

};
