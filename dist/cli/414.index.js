export const id = 414;
export const ids = [414];
export const modules = {

/***/ 6414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  build: () => (/* binding */ build)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/js/errors.js
var errors = __webpack_require__(1541);
// EXTERNAL MODULE: ./.build/js/pipeline.js + 79 modules
var pipeline = __webpack_require__(6092);
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
/** Where a file was started, in a few words: `here`, `qemu-aarch64`, `not here`. */
function startedText(file) {
    const starts = file.smoke ?? [];
    if (starts.length === 0)
        return 'not here';
    const failed = starts.find(s => !s.ok);
    if (failed)
        return `failed: ${failed.where}`;
    return starts.map(s => (s.where === file.arch ? 'here' : s.where)).join(', ');
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

// EXTERNAL MODULE: ./.build/js/report/verdict-text.js
var verdict_text = __webpack_require__(8472);
// EXTERNAL MODULE: ./.build/js/cli/output.js
var output = __webpack_require__(6684);
// EXTERNAL MODULE: ./.build/js/cli/run/request.js + 8 modules
var request = __webpack_require__(8948);
;// CONCATENATED MODULE: ./.build/js/cli/run/build.js









/** `build`: the whole flow; the table of artifacts (or the report) on stdout, failures on stderr. */
async function build(invocation, output) {
    const { report, interrupted } = await (0,request/* onHost */.G)(invocation, async (host) => ({
        report: await (0,pipeline/* buildRun */.y)(host, (0,request/* requestOf */.f)(invocation)),
        interrupted: host.signal.aborted,
    }));
    tellFailures(report);
    if (invocation.options['json'])
        output.json(report);
    else
        printTable(report, output, invocation.options['quiet'] === 'true');
    return interrupted ? errors/* exitCodes */.hS.interrupted : (0,outcome/* exitCodeOf */.F)(report);
}
function tellFailures(report) {
    const style = (0,output/* errorStyle */.Q)();
    for (const failure of report.failures)
        process.stderr.write(`\n${(0,error_text/* errorText */.k)(failure, style)}\n`);
    const bad = report.files.filter(f => !f.verified);
    for (const file of bad)
        process.stderr.write(`\n${(0,verdict_text/* verdictText */.n)([file], style)}\n`);
}
function printTable(report, output, quiet) {
    const rows = tableRows(report);
    const lines = tableLines(rows, output.style, output.columns);
    if (!quiet && rows.length > 0)
        output.print(['', ...lines, ''].join('\n'));
    output.print(summaryLine(rows, report.verified, output.style));
    if (quiet)
        return;
    const files = ['report.md', 'report.json', ...(rows.some(r => r.ok) ? ['SHA256SUMS'] : [])].join(', ');
    for (const dir of (0,outcome/* outputDirs */.w)(report)) {
        const path = (0,external_node_path_.relative)('', dir);
        output.print(output.style.dim(`  in ${path.startsWith('..') ? dir : path || '.'}, with ${files}`));
    }
}


/***/ }),

/***/ 8472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ verdictLine),
/* harmony export */   n: () => (/* binding */ verdictText)
/* harmony export */ });
/* harmony import */ var _exec_plain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1388);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4148);


/**
 * What there is to say about judged files: one line for a file that is as demanded, and for one that is not each finding with its evidence,
 * the symbols behind its floor and what to do.
 */
function verdictText(files, style) {
    return files.flatMap(f => fileLines(f, style, '')).join('\n');
}
/** The last line of the verdict, which `--quiet` prints alone. */
function verdictLine({ files, verified }, style) {
    const good = files.filter(f => f.verified).length;
    if (verified)
        return style.green(`✓ verified: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(files.length, 'file')}`);
    return style.red(`✗ not verified: ${files.length === 0 ? 'no file was judged' : `${good} of ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(files.length, 'file')} passed`}`);
}
function fileLines(file, style, indent) {
    const path = style.bold((0,_exec_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLine */ .h)(file.path));
    const what = [file.target ?? file.arch, file.linkage, requirement(file)].filter(w => w !== null && w !== '');
    const where = file.runsOn.length > 0 ? `runs on ${file.runsOn.join(', ')}` : '';
    const head = `${file.verified ? style.green('✓') : style.red('✗')} ${path}: ${(0,_exec_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLine */ .h)([...what, where].filter(Boolean).join(', '))}`;
    const findings = file.findings.filter(f => f.severity !== 'info'); // --json has them too
    const reasons = file.verified ? [] : file.explanations.map(e => `  ${style.dim('because')} ${explain(e)}`);
    const below = file.payload.flatMap(p => fileLines(p, style, `${indent}  `));
    return [...[head, ...findings.flatMap(f => findingLines(f, style)), ...reasons].map(l => indent + l), ...below];
}
/** `needs glibc 2.34`: what the machine must have; nothing for a static file. */
function requirement({ floor }) {
    if (floor.glibc !== null)
        return `needs glibc ${floor.glibc}`;
    return floor.musl === null ? '' : `needs musl ${floor.musl}`;
}
/** `GLIBC_2.34 from libc.so.6: __libc_start_main, …`. */
function explain({ version, library, symbols }) {
    const shown = symbols.slice(0, 5).join(', ');
    const more = symbols.length > 5 ? ` and ${symbols.length - 5} more` : '';
    return (0,_exec_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLine */ .h)(`${version} (${library}) is needed for ${shown || 'the file as a whole'}${more}`);
}
const colors = { error: 'red', warning: 'yellow', info: 'cyan' };
function findingLines(finding, style) {
    const evidence = finding.evidence === '' ? '' : style.dim(` (${(0,_exec_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLine */ .h)(finding.evidence)})`);
    const head = `  ${style[colors[finding.severity]](`${finding.severity}[${finding.id}]`)}: ${(0,_exec_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLine */ .h)(finding.message)}${evidence}`;
    return finding.hint === '' ? [head] : [head, `    ${style.cyan('help')}: ${(0,_exec_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLine */ .h)(finding.hint)}`];
}


/***/ })

};
