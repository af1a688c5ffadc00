export const id = 639;
export const ids = [639];
export const modules = {

/***/ 639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   build: () => (/* binding */ build)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1541);
/* harmony import */ var _pipeline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9371);
/* harmony import */ var _report_outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9659);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9774);
/* harmony import */ var _show_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(224);





/** `build`: the whole flow; the table of executables (or the report) on stdout, failures on stderr. */
async function build(invocation, output) {
    const { report, interrupted } = await (0,_request_js__WEBPACK_IMPORTED_MODULE_3__.onHost)(invocation, async (host) => ({
        report: await (0,_pipeline_js__WEBPACK_IMPORTED_MODULE_1__/* .buildRun */ .y)(host, (0,_request_js__WEBPACK_IMPORTED_MODULE_3__.requestOf)(invocation)),
        interrupted: host.signal.aborted,
    }));
    const sums = report.files.some(f => f.verified) ? ['SHA256SUMS'] : [];
    (0,_show_js__WEBPACK_IMPORTED_MODULE_4__/* .showReport */ .U)(report, output, invocation.options, ['report.md', 'report.json', ...sums]);
    return interrupted ? _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.interrupted : (0,_report_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodeOf */ .F)(report);
}


/***/ }),

/***/ 224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ showReport)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/js/report/error-text.js
var error_text = __webpack_require__(1725);
// EXTERNAL MODULE: ./.build/js/report/outcome.js
var outcome = __webpack_require__(9659);
// EXTERNAL MODULE: ./.build/js/exec/plain.js
var plain = __webpack_require__(1388);
// EXTERNAL MODULE: ./.build/js/report/text.js
var report_text = __webpack_require__(4148);
;// CONCATENATED MODULE: ./.build/js/report/table.js


/** The rows of a finished run: a line for each artifact, then one for each target that failed before it had any. */
function tableRows(report) {
    const project = report.project.name;
    const files = report.files.map(file => fileRow(project, file));
    const built = new Set(report.files.map(f => f.target));
    const lost = report.failures.flatMap(f => f.targets
        .filter(t => !built.has(t))
        .map((target) => {
        return { project, target, file: '', size: null, linkage: '', runsOn: '', started: '', ok: false, why: f.code };
    }));
    return [...files, ...lost.filter((row, i) => lost.findIndex(r => r.target === row.target) === i)];
}
function fileRow(project, file) {
    const errors = file.findings.filter(f => f.severity === 'error');
    return {
        project,
        target: file.target ?? file.arch ?? '',
        file: file.path.split('/').at(-1) ?? file.path,
        size: file.size,
        linkage: file.linkage,
        runsOn: file.runsOn.join(', '),
        started: startedText(file),
        ok: file.verified,
        why: file.verified ? '' : [...new Set(errors.map(f => f.id))].join(', ') || 'not verified',
    };
}
/** Where a file was started, in a few words: `here`, `qemu-aarch64 cortex-a53`, `glibc 2.31`, `not here`. */
function startedText(file) {
    const starts = file.smoke ?? [];
    if (starts.length === 0)
        return 'not here';
    const failed = starts.find(s => !s.ok);
    if (failed)
        return `failed: ${failed.where}`;
    // of an old system the version is what counts; the report has its name and how it was emulated
    return starts.map(s => (s.where === file.arch ? 'here' : s.where.replace(/ \(.*/, ''))).join(', ');
}
const columns = [
    { title: 'project', cell: r => r.project },
    { title: 'target', cell: r => r.target },
    { title: 'file', cell: r => r.file || '–' },
    { title: 'size', cell: r => (r.size === null ? '–' : (0,report_text/* humanSize */.Xe)(r.size)), side: 'left' },
    { title: 'linkage', cell: r => r.linkage || '–' },
    { title: 'started', cell: r => r.started || '–' },
    { title: 'runs on', cell: r => r.runsOn || '–' },
];
/**
 * The table that a run ends in, as lines: a tick or a cross, what was built, how it is linked, where it was started and
 * where it runs, the verdict. Only the last column is cut where the terminal is narrow.
 */
function tableLines(rows, style, width) {
    const shown = columns.filter(c => c.title !== 'project' || new Set(rows.map(r => r.project)).size > 1);
    const cells = rows.map(row => shown.map(c => (0,plain/* plainLine */.h)(row.ok || c.title !== 'runs on' ? c.cell(row) : row.why)));
    const widths = shown.map((c, i) => Math.max((0,report_text/* displayWidth */.F1)(c.title), ...cells.map(line => (0,report_text/* displayWidth */.F1)(line[i] ?? ''))));
    const fixed = widths.slice(0, -1).reduce((sum, w) => sum + w + 2, 2);
    const last = Math.max(12, width - fixed);
    const layout = (line) => line.map((cell, i) => (i === shown.length - 1 ? (0,report_text/* shorten */.ml)(cell, last) : (0,report_text/* pad */.eV)(cell, widths[i] ?? 0, shown[i]?.side)));
    const head = style.dim(`  ${layout(shown.map(c => c.title)).join('  ')}`.trimEnd());
    const body = rows.map((row, i) => {
        const texts = layout(cells[i] ?? []);
        const painted = texts.map((text, c) => paint(shown[c]?.title ?? '', row, style)(text));
        return `${row.ok ? style.green('✓') : style.red('✗')} ${painted.join('  ')}`.trimEnd();
    });
    return [head, ...body];
}
function paint(title, row, style) {
    if (title === 'target')
        return style.bold;
    if (title === 'runs on')
        return row.ok ? style.green : style.red;
    if (title === 'started' && row.started.startsWith('failed'))
        return style.red;
    return title === 'size' || title === 'project' ? style.dim : text => text;
}
/** The one sentence that a run ends with; `--quiet` prints it alone. */
function summaryLine(rows, verified, style) {
    const good = rows.filter(r => r.ok).length;
    const targets = new Set(rows.filter(r => r.ok).map(r => r.target)).size;
    if (verified && good === rows.length && good > 0) {
        return `${style.green('✓ verified')}: ${(0,report_text/* count */.U9)(good, 'executable')} for ${(0,report_text/* count */.U9)(targets, 'target')}`;
    }
    if (rows.length === 0)
        return `${style.red('✗ not verified')}: nothing was built`;
    return `${style.red('✗ not verified')}: ${good} of ${(0,report_text/* count */.U9)(rows.length, 'executable')} passed`;
}

// EXTERNAL MODULE: ./.build/js/report/verdict-text.js + 1 modules
var verdict_text = __webpack_require__(4964);
// EXTERNAL MODULE: ./.build/js/cli/output.js
var output = __webpack_require__(6684);
;// CONCATENATED MODULE: ./.build/js/cli/run/show.js






/** Shows a report: what failed on stderr, the table of executables (or the report as JSON) on stdout. */
function showReport(report, output, options, written) {
    tellFailures(report);
    if (options['json'])
        output.json(report);
    else
        printTable(report, output, options['quiet'] === 'true' ? null : written);
}
function tellFailures(report) {
    const style = (0,output/* errorStyle */.Q)();
    for (const failure of report.failures)
        process.stderr.write(`\n${(0,error_text/* errorText */.k)(failure, style)}\n`);
    const bad = report.files.filter(f => !f.verified);
    for (const file of bad)
        process.stderr.write(`\n${(0,verdict_text/* failedText */.dz)(file, style)}\n`);
}
function printTable(report, output, written) {
    const rows = tableRows(report);
    const lines = tableLines(rows, output.style, output.columns);
    if (written !== null && rows.length > 0)
        output.print(['', ...lines, ''].join('\n'));
    output.print(summaryLine(rows, report.verified, output.style));
    if (written === null)
        return;
    for (const dir of (0,outcome/* outputDirs */.w)(report)) {
        const path = (0,external_node_path_.relative)('', dir);
        output.print(output.style.dim(`  in ${path.startsWith('..') ? dir : path || '.'}, with ${written.join(', ')}`));
    }
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


/***/ })

};
