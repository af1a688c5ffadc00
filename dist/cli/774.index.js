export const id = 774;
export const ids = [774];
export const modules = {

/***/ 4190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HN: () => (/* binding */ writeManifest),
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   vS: () => (/* binding */ manifestName)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _write_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6151);



/** The file in an output directory that says what we wrote into it. */
const manifestName = '.portable-build.json';
/** Reads what earlier runs wrote; a manifest that is missing or damaged claims nothing: all files are the user's then. */
async function readManifest(outputDir) {
    try {
        const data = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(outputDir, manifestName), 'utf8'));
        const files = typeof data === 'object' && data !== null && 'files' in data ? data.files : null;
        if (typeof files !== 'object' || files === null)
            return {};
        return Object.fromEntries(Object.entries(files).filter(([path, sha]) => isOurs(path) && typeof sha === 'string'));
    }
    catch {
        return {};
    }
}
/** Replaces the manifest. @throws BuildError `disk-full`, `cannot-write` */
async function writeManifest(outputDir, files) {
    const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
    await (0,_write_file_js__WEBPACK_IMPORTED_MODULE_2__/* .writeWhole */ .f)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(outputDir, manifestName), `${JSON.stringify({ schema: 1, files: sorted }, null, 2)}\n`);
}
/** A path that leads out of the directory is not ours, whoever put it into the file. */
function isOurs(path) {
    return path !== '' && !path.startsWith('/') && !path.split('/').some(part => part === '..' || part === '');
}


/***/ }),

/***/ 4694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XY: () => (/* binding */ placeArtifacts),
/* harmony export */   jt: () => (/* binding */ keepStagedFiles),
/* harmony export */   kF: () => (/* binding */ writeOutputFiles),
/* harmony export */   vw: () => (/* binding */ checksums)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6466);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1541);
/* harmony import */ var _file_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5862);
/* harmony import */ var _make_directory_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8095);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4190);
/* harmony import */ var _write_file_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6151);










/**
 * Makes the output directory hold these executables as `<target>/<name>`, mode 0755, and removes what earlier runs of
 * ours left there beside them. All are copied under other names first: a disk that fills up changes nothing.
 * Files that are not ours are kept; one that is in the way is an error, and then nothing is changed either.
 * @throws BuildError `cannot-write`, `disk-full`, `same-name`
 */
async function placeArtifacts(outputDir, artifacts) {
    const old = await (0,_manifest_js__WEBPACK_IMPORTED_MODULE_8__/* .readManifest */ .WI)(outputDir);
    const wanted = artifacts.map(a => ({ ...a, relative: relativePath(a) }));
    for (const { relative } of wanted)
        await refuseForeign(outputDir, relative, old);
    const staged = [];
    try {
        for (const artifact of wanted) {
            const temporary = (0,_write_file_js__WEBPACK_IMPORTED_MODULE_9__/* .temporaryName */ .N)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(outputDir, artifact.relative));
            staged.push({ temporary, placed: { ...artifact, path: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(outputDir, artifact.relative), sha256: '' } });
            const sha256 = await stage(artifact.path, temporary);
            staged[staged.length - 1] = {
                temporary,
                placed: { ...artifact, path: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(outputDir, artifact.relative), sha256 },
            };
        }
        const now = Object.fromEntries(staged.map(({ placed }) => [placed.relative, placed.sha256]));
        // First what may be ours, then the files: a run that dies in between leaves nothing that nobody dares to replace.
        await (0,_manifest_js__WEBPACK_IMPORTED_MODULE_8__/* .writeManifest */ .HN)(outputDir, { ...old, ...now });
        for (const { placed, temporary } of staged)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(temporary, placed.path);
        await removeStale(outputDir, old, now);
        await (0,_manifest_js__WEBPACK_IMPORTED_MODULE_8__/* .writeManifest */ .HN)(outputDir, now);
    }
    catch (error) {
        for (const { temporary } of staged) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(temporary, { force: true }).catch(() => { });
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rmdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(temporary)).catch(() => { }); // not empty: it was there before
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rmdir)(outputDir).catch(() => { });
        throw (0,_file_error_js__WEBPACK_IMPORTED_MODULE_6__/* .writeError */ .o)(error, outputDir);
    }
    return staged.map(s => s.placed);
}
/**
 * Writes our other files (`report.json`, `SHA256SUMS`) beside the artifacts, each whole or not at all.
 * @param files by path relative to the output directory
 * @throws BuildError `cannot-write` (a file that is not ours is in the way), `disk-full`
 */
async function writeOutputFiles(outputDir, files) {
    const old = await (0,_manifest_js__WEBPACK_IMPORTED_MODULE_8__/* .readManifest */ .WI)(outputDir);
    for (const relative of Object.keys(files))
        await refuseForeign(outputDir, relative, old);
    const now = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, sha256Of(text)]));
    await (0,_manifest_js__WEBPACK_IMPORTED_MODULE_8__/* .writeManifest */ .HN)(outputDir, { ...old, ...now });
    for (const [relative, text] of Object.entries(files))
        await (0,_write_file_js__WEBPACK_IMPORTED_MODULE_9__/* .writeWhole */ .f)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(outputDir, relative), text);
}
/**
 * Gives files that were written beside their places (archives) their names, all or none, and claims them as ours.
 * @throws BuildError `cannot-write` (a file that is not ours is in the way), `disk-full`; the temporary files are gone then
 */
async function keepStagedFiles(outputDir, staged) {
    try {
        const old = await (0,_manifest_js__WEBPACK_IMPORTED_MODULE_8__/* .readManifest */ .WI)(outputDir);
        for (const { relative } of staged)
            await refuseForeign(outputDir, relative, old);
        await (0,_manifest_js__WEBPACK_IMPORTED_MODULE_8__/* .writeManifest */ .HN)(outputDir, { ...old, ...Object.fromEntries(staged.map(s => [s.relative, s.sha256])) });
        for (const { relative, temporary } of staged)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(temporary, (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(outputDir, relative));
    }
    catch (error) {
        for (const { temporary } of staged)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(temporary, { force: true }).catch(() => { });
        throw (0,_file_error_js__WEBPACK_IMPORTED_MODULE_6__/* .writeError */ .o)(error, outputDir);
    }
}
/** The text of SHA256SUMS, sorted, as `sha256sum -c` reads it (GNU coreutils: a name with `\` or a line end is escaped). */
function checksums(placed) {
    const lines = placed.map(({ relative, sha256 }) => {
        const escaped = relative.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
        return { key: relative, line: `${escaped === relative ? '' : '\\'}${sha256}  ${escaped}\n` };
    });
    return lines
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .map(l => l.line)
        .join('');
}
function relativePath({ target, name }) {
    const isOneName = (part) => part !== '' && part !== '.' && part !== '..' && !/[/\0]/.test(part);
    if (!isOneName(name) || !isOneName(target)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .BuildError */ .zS('cannot-write', `${JSON.stringify(`${target}/${name}`)} is no name for an executable`);
    }
    return `${target}/${name}`;
}
/** A file that no run of ours wrote is not replaced, nor do we write through a link of somebody else. */
async function refuseForeign(outputDir, relative, old) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(outputDir, relative);
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path);
    const hint = 'Move it away, or choose another place with `output-dir`.';
    const inside = directory === outputDir ? null : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(directory).catch(() => null);
    if (inside !== null && !inside.isDirectory()) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .BuildError */ .zS('cannot-write', `${directory} is in the way: it is not a directory of ours`, { hint });
    }
    const there = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(path).catch(() => null);
    if (there === null || (relative in old && !there.isDirectory()))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .BuildError */ .zS('cannot-write', `${path} is in the way: no earlier run of ours wrote it`, { hint });
}
/** Copies under a temporary name; returns the sha256 of the copy, which is what the user gets. */
async function stage(from, temporary) {
    await (0,_make_directory_js__WEBPACK_IMPORTED_MODULE_7__/* .makeDirectory */ .O)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(temporary));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.copyFile)(from, temporary, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.COPYFILE_FICLONE | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.COPYFILE_EXCL);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.chmod)(temporary, 0o755);
    return sha256OfFile(temporary);
}
/** Removes what earlier runs wrote and this one did not, unless somebody has changed it since. */
async function removeStale(outputDir, old, now) {
    for (const [relative, sha256] of Object.entries(old)) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(outputDir, relative);
        if (relative in now || (await sha256OfFile(path).catch(() => null)) !== sha256)
            continue;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(path, { force: true });
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path) !== outputDir)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rmdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path)).catch(() => { }); // not empty: somebody else's are in it
    }
}
async function sha256OfFile(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path), hash);
    return hash.digest('hex');
}
function sha256Of(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
}


/***/ }),

/***/ 9774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  onHost: () => (/* binding */ onHost),
  requestOf: () => (/* binding */ requestOf)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./.build/js/report/markdown-text.js
var markdown_text = __webpack_require__(3280);
// EXTERNAL MODULE: ./.build/js/report/text.js
var report_text = __webpack_require__(4148);
;// CONCATENATED MODULE: ./.build/js/report/summary/section.js
/** Rows of one list; the JSON has all of them. */
const mostRows = 200;
/** The lines of the first items, and how many there are beside them. */
function listed(items, lines) {
    const shown = items.slice(0, mostRows).flatMap(lines);
    return items.length > mostRows ? [...shown, '', `… and ${items.length - mostRows} more in \`report.json\`.`] : shown;
}

;// CONCATENATED MODULE: ./.build/js/report/summary/artifacts.js



/** What was built: a row for each executable, and one for each target that got none. */
function artifactsSection(report) {
    const rows = [...report.files.map(file => fileCells(file, report)), ...lostTargets(report).map(lostCells)];
    const archived = report.artifacts.length > 0;
    const titles = [
        '',
        'target',
        'executable',
        'size',
        'linkage',
        'needs',
        'started',
        ...(archived ? ['handed over as'] : []),
    ];
    const [head = '', line = ''] = (0,markdown_text/* table */.tp)(titles, []);
    const body = listed(rows, row => (0,markdown_text/* table */.tp)(titles, [row.slice(0, titles.length)]).slice(2));
    return { title: 'Artifacts', lines: rows.length === 0 ? ['None.'] : [head, line, ...body] };
}
function fileCells(file, { artifacts }) {
    const archive = artifacts.find(a => a.files.includes(file.path));
    return [
        file.verified ? '✅' : '❌',
        (0,markdown_text/* code */.aY)(file.target ?? file.arch ?? 'unknown'),
        (0,markdown_text/* code */.aY)(baseName(file.path)),
        file.size === null ? '' : unbroken((0,report_text/* humanSize */.Xe)(file.size)),
        file.linkage,
        needs(file),
        started(file),
        archive ? `${(0,markdown_text/* code */.aY)(baseName(archive.path))}<br>${unbroken((0,report_text/* humanSize */.Xe)(archive.size))}` : '',
    ];
}
/** What the machine must have. */
function needs({ floor, needed, linkage }) {
    if (linkage === 'not-elf')
        return '';
    if (needed.length === 0 && linkage.startsWith('static'))
        return 'nothing';
    const libc = [floor.glibc === null ? '' : `glibc ${floor.glibc}`, floor.musl === null ? '' : `musl ${floor.musl}`];
    const others = needed.filter(name => !/^(libc|libm|libpthread|libdl|librt|ld-linux.*|ld|ld-musl.*|libc\.musl.*)\.so/.test(name));
    return [...libc.filter(text => text !== '').map(markdown_text/* prose */.CS), ...others.slice(0, 4).map(markdown_text/* code */.aY)].join(', ');
}
/** `402 kB` on one line, however narrow the column. */
const unbroken = (text) => text.replaceAll(' ', '\u00a0');
/** Of an old system the version is what counts; the report has its name and how it was emulated. */
function started(file) {
    const starts = file.smoke ?? [];
    return (starts
        .map(s => `${s.ok ? '✅' : '❌'} ${(0,markdown_text/* prose */.CS)(s.where === file.arch ? 'here' : s.where.replace(/ \(.*/, ''))}`)
        .join('<br>') || 'not here');
}
function lostTargets({ files, failures }) {
    const built = new Set(files.map(f => f.target));
    const lost = new Map(failures.flatMap(f => f.targets.map(target => [target, f.code])).reverse());
    return [...lost].reverse().flatMap(([target, why]) => (built.has(target) ? [] : [{ target, code: why }]));
}
function lostCells({ target, code: why }) {
    return ['❌', (0,markdown_text/* code */.aY)(target), (0,markdown_text/* code */.aY)(why), '', '', '', '', ''];
}
/** The name of a file without its directory. */
function baseName(path) {
    return path.split('/').at(-1) ?? path;
}

// EXTERNAL MODULE: ./.build/js/report/match-files.js
var match_files = __webpack_require__(7768);
;// CONCATENATED MODULE: ./.build/js/report/summary/problems.js



/** Last lines of a tool that are shown; the report has more. */
const mostLines = 25;
/** What failed before there was a file to judge: where, the tool's last lines, the command, what to do. */
function failuresSection(failures) {
    const lines = listed(failures, f => ['', ...failureLines(f)]);
    return { title: 'Failures', lines: lines.slice(1) };
}
function failureLines({ code: id, targets, message, diagnostics = [], lines, command, hint }) {
    const where = targets.map(markdown_text/* code */.aY).join(', ');
    return [
        `${(0,markdown_text/* code */.aY)(id)}${where && ` for ${where}`}: ${(0,markdown_text/* prose */.CS)(message)}`,
        ...(diagnostics.length > 0 ? ['', ...diagnostics.map(diagnosticLine)] : []),
        ...(lines.length > 0 ? ['', ...(0,markdown_text/* block */.om)(lines.slice(-mostLines))] : []),
        ...(command ? ['', '<details><summary>Run it by hand</summary>', '', ...(0,markdown_text/* block */.om)([command]), '', '</details>'] : []),
        ...(hint ? ['', `💡 ${(0,markdown_text/* prose */.CS)(hint)}`] : []),
    ];
}
function diagnosticLine({ severity, file, line, column, message }) {
    const place = [file, line, ...(column === null ? [] : [column])].join(':');
    return `- ${severity === 'error' ? '❌' : '⚠️'} ${(0,markdown_text/* code */.aY)(place)} ${(0,markdown_text/* prose */.CS)(message)}`;
}
const marks = { error: '❌', warning: '⚠️', info: 'ℹ️' };
/** What verify holds against the files, the worst first, with what to do. */
function findingsSection(files) {
    const lines = ['error', 'warning'].flatMap(severity => findingsOf(files, severity));
    return { title: 'Findings', lines };
}
/** What verify has to say that stops nothing. */
function remarksSection(files) {
    return { title: 'Remarks', folded: true, lines: findingsOf(files, 'info') };
}
function findingsOf(files, severity) {
    const all = files.flatMap(file => (0,match_files/* allFiles */.Z)([file]).flatMap(each => each.findings.map(f => ({ f, file: each }))));
    const wanted = all.filter(({ f }) => f.severity === severity);
    return listed(wanted, ({ f, file }) => findingLines(f, file));
}
function findingLines({ severity, id, message, evidence, hint }, { path, target }) {
    const where = target === null ? (0,markdown_text/* code */.aY)(path) : `${(0,markdown_text/* code */.aY)(path)} for ${(0,markdown_text/* code */.aY)(target)}`;
    return [
        `- ${marks[severity]} ${(0,markdown_text/* code */.aY)(id)} in ${where}: ${(0,markdown_text/* prose */.CS)(message)}${evidence === '' ? '' : ` (${(0,markdown_text/* code */.aY)(evidence)})`}`,
        ...(hint === '' ? [] : [`  <br>💡 ${(0,markdown_text/* prose */.CS)(hint)}`]),
    ];
}

;// CONCATENATED MODULE: ./.build/js/report/gantt.js
/** More bars than this cannot be read, and the services that draw the chart refuse very long ones: the longest steps stay. */
const mostTasks = 60;
/** Milliseconds; what is shorter would be no bar at all. */
const shortest = 50;
/**
 * The steps as a chart of Mermaid (`gantt`; a section for each job), without its fence. Foreign text is reduced to letters,
 * digits and harmless punctuation: Mermaid has no escapes, and a line may start with a keyword (`click`), so each has a
 * number before it.
 */
function gantt(steps) {
    const shown = longest(steps);
    const jobs = [...new Set(shown.map(s => s.job))];
    return [
        'gantt',
        '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
        `  axisFormat ${axisFormat(shown)}`,
        ...jobs.flatMap(job => [
            `  section ${label(job)}`,
            ...shown
                .filter(s => s.job === job)
                .map((s, i) => `    ${i + 1} ${label(s.title)} :${s.ok ? '' : 'crit, '}${span(s)}`),
        ]),
    ];
}
/** Seconds of a short run, minutes and seconds of most, hours and minutes of a long one (formats of d3). */
function axisFormat(steps) {
    const end = Math.max(0, ...steps.map(s => s.startMs + s.ms));
    return end < 10_000 ? '%S.%L s' : end < 3_600_000 ? '%M:%S' : '%H:%M';
}
function longest(steps) {
    if (steps.length <= mostTasks)
        return steps;
    const kept = new Set([...steps].sort((a, b) => b.ms - a.ms).slice(0, mostTasks));
    return steps.filter(s => kept.has(s));
}
/** Start and end on a day of its own, without a time zone: what the axis shows is the time since the start of the run. */
function span({ startMs, ms }) {
    return [startMs, startMs + Math.max(shortest, ms)].map(moment).join(', ');
}
function moment(ms) {
    return new Date(Math.max(0, Math.round(ms))).toISOString().replace('T', ' ').replace('Z', '');
}
function label(text) {
    const clean = text
        .replace(/[^\p{L}\p{N} ._/()+-]/gu, ' ')
        .replace(/ +/g, ' ')
        .trim();
    return clean.slice(0, 60).toWellFormed() || 'step';
}

;// CONCATENATED MODULE: ./.build/js/report/summary/run.js




const results = {
    exact: '✅ restored',
    partial: '🟡 an older one',
    miss: '➖ not there',
    skipped: '➖ not asked',
};
/** What the cache gave, entry by entry. */
function cacheSection(cache) {
    if (cache.length === 0)
        return { title: 'Cache', lines: [] };
    const titles = ['entry', 'result', 'size', 'time', 'why'];
    const [head = '', line = ''] = (0,markdown_text/* table */.tp)(titles, []);
    const row = ({ id, hit, bytes, ms, why }) => {
        const measured = hit === 'exact' || hit === 'partial';
        return (0,markdown_text/* table */.tp)(titles, [
            [(0,markdown_text/* code */.aY)(id), results[hit], measured ? (0,report_text/* humanSize */.Xe)(bytes) : '', measured ? (0,report_text/* humanTime */.zK)(ms) : '', (0,markdown_text/* prose */.CS)(why)],
        ]).slice(2);
    };
    return { title: 'Cache', lines: [head, line, ...listed(cache, row)] };
}
/** Where the time went. */
function timelineSection(steps) {
    if (steps.length === 0)
        return { title: 'Timeline', lines: [] };
    return { title: 'Timeline', lines: ['```mermaid', ...gantt(steps), '```'] };
}
/** What the plan wants to be known. */
function noticesSection(notices) {
    return { title: 'Notices', lines: listed(notices, n => [`- ${(0,markdown_text/* prose */.CS)(n)}`]) };
}
/** The digests of what is handed over and of the executables in it, as `SHA256SUMS` writes them. */
function digestsSection({ artifacts, files }) {
    const all = new Map([...artifacts, ...files].flatMap(f => (f.sha256 === null ? [] : [[f.path, f.sha256]])));
    const sums = [...all].map(([path, sha256]) => `${sha256}  ${path.replace(/[\r\n]/g, ' ')}`);
    return { title: 'Digests', folded: true, lines: sums.length === 0 ? [] : (0,markdown_text/* block */.om)(sums) };
}

// EXTERNAL MODULE: ./.build/js/arch.js + 5 modules
var js_arch = __webpack_require__(3753);
// EXTERNAL MODULE: ./.build/js/verify/distributions-data.js
var distributions_data = __webpack_require__(3060);
;// CONCATENATED MODULE: ./.build/js/report/compatibility.js


/** Names of the families, in the order of {@link compatibilityOf}. */
const familyNames = distributions_data/* families */.T.map(f => f.name);
/** One answer for each family of distributions (docs/distributions.md), from what verify wrote into the file's report. */
function compatibilityOf(file) {
    return distributions_data/* families */.T.map(family => onFamily(file, family));
}
function onFamily({ arch: name, runsOn, notOn = [], dependsOn = [] }, family) {
    const arch = js_arch/* archNames */.H.find(each => each === name);
    if (arch === undefined || family.archs[arch] === undefined)
        return { runs: 'unknown' };
    if (runsOn.some(place => place.startsWith('any Linux')))
        return { runs: 'yes', releases: '', libraries: '' };
    const place = runsOn.find(p => p.startsWith(family.name));
    if (place !== undefined) {
        const [release = '', ...libraries] = place.slice(family.name.length).split(' with ');
        return { runs: 'yes', releases: release.replace(/^\/\S+/, '').trim(), libraries: libraries.join(' with ').trim() };
    }
    if (dependsOn.some(p => p.startsWith(family.name)))
        return { runs: 'depends' };
    // Somewhere it runs: then a family that is not named has another C library, or an older one.
    return runsOn.length > 0 || notOn.length > 0 ? { runs: 'no' } : { runs: 'unknown' };
}

;// CONCATENATED MODULE: ./.build/js/report/summary/runs-on.js




/** On which distributions each executable starts, and which symbols and libraries decide it. */
function runsOnSection(files) {
    const known = files.filter(f => f.runsOn.length > 0 || (f.notOn ?? []).length > 0);
    if (known.length === 0)
        return { title: 'Runs on', lines: [] };
    const titles = ['executable', ...familyNames];
    const [head = '', line = ''] = (0,markdown_text/* table */.tp)(titles, []);
    const row = (file) => (0,markdown_text/* table */.tp)(titles, [[labelOf(file, known), ...compatibilityOf(file).map(each => cell(each))]]).slice(2);
    const reasons = [
        ...staticOnes(known),
        ...listed(known.filter(f => !needsNothing(f)), f => why(f, known)),
    ];
    return { title: 'Runs on', lines: [head, line, ...listed(known, row), '', ...reasons] };
}
/** The target says which executable is meant, unless it has several. */
function labelOf(file, all) {
    const target = file.target ?? file.arch ?? '';
    const several = file.target === null || all.filter(f => f.target === file.target).length > 1;
    return several ? `${(0,markdown_text/* code */.aY)(baseName(file.path))} ${(0,markdown_text/* code */.aY)(target)}`.trim() : (0,markdown_text/* code */.aY)(target);
}
function cell(each) {
    if (each.runs === 'no')
        return '❌';
    if (each.runs === 'depends')
        return '❔ patches';
    if (each.runs === 'unknown')
        return '–';
    const mark = each.libraries === '' ? '✅' : '⚠️';
    return `${mark} ${(0,markdown_text/* prose */.CS)(each.releases)}`.trim();
}
const needsNothing = ({ linkage, needed }) => linkage.startsWith('static') && needed.length === 0;
function staticOnes(all) {
    const names = all.filter(needsNothing).map(file => labelOf(file, all));
    if (names.length === 0)
        return [];
    const more = names.length > 8 ? ` and ${names.length - 8} more` : '';
    const [is, its] = names.length === 1 ? ['is', 'its'] : ['are', 'their'];
    return [`- ${names.slice(0, 8).join(', ')}${more} ${is} static: any release that exists for ${its} architecture`];
}
/** What is behind a row of the table: a library, the C library, the symbols that ask for it. */
function why(file, all) {
    const { floor, notOn = [], explanations } = file;
    const who = labelOf(file, all);
    const libraries = compatibilityOf(file).flatMap(c => (c.runs === 'yes' && c.libraries !== '' ? [c.libraries] : []))[0];
    const facts = [
        ...(floor.glibc === null ? [] : [`needs glibc ${(0,markdown_text/* prose */.CS)(floor.glibc)} or newer`]),
        ...(floor.musl === null ? [] : [`needs musl ${(0,markdown_text/* prose */.CS)(floor.musl)} or newer`]),
        ...explanations.slice(0, 3).map(e => `because of ${reason(e)}`),
        ...(libraries === undefined ? [] : [`⚠️ needs ${(0,markdown_text/* code */.aY)(libraries)} to be installed`]),
        ...(notOn.length === 0 ? [] : [`too old: ${(0,markdown_text/* prose */.CS)(notOn.join(', '))}`]),
    ];
    return facts.length === 0 ? [] : [`- ${who} ${facts.join('; ')}`];
}
function reason({ version, library, symbols }) {
    const names = symbols.slice(0, 3).map(markdown_text/* code */.aY).join(', ');
    const more = symbols.length > 3 ? ` and ${symbols.length - 3} more` : '';
    return `${names === '' ? '' : `${names}${more} of `}${(0,markdown_text/* code */.aY)(version)} in ${(0,markdown_text/* code */.aY)(library)}`;
}

;// CONCATENATED MODULE: ./.build/js/report/summary.js






/**
 * The report as Markdown for people, the verdict first: the job summary of a CI service, and `report.md`. Every text that
 * comes from files, tools or the project is shown as it is and cannot add markup.
 * @param maxBytes of UTF-8: when the summary is longer, whole sections are left out, the least important first, and it
 *   says which; the verdict (at most 3 kB) is always there
 */
function summaryMarkdown(report, { maxBytes }) {
    const kept = sectionsOf(report).filter(s => s.lines.length > 0);
    const dropped = [];
    let text = write(report, kept, dropped);
    while (Buffer.byteLength(text) > maxBytes && kept.length > 0) {
        const least = kept.reduce((a, b) => (worth(b) >= worth(a) ? b : a));
        kept.splice(kept.indexOf(least), 1);
        dropped.push(least.title);
        text = write(report, kept, dropped);
    }
    return text;
}
/** The titles by what they are worth when there is no room for all of them. */
const importance = [
    'Failures',
    'Artifacts',
    'Findings',
    'Runs on',
    'Cache',
    'Notices',
    'Timeline',
    'Remarks',
    'Digests',
];
const worth = ({ title }) => importance.indexOf(title);
/** In the order of reading. */
function sectionsOf(report) {
    return [
        failuresSection(report.failures),
        artifactsSection(report),
        findingsSection(report.files),
        runsOnSection(report.files),
        cacheSection(report.cache),
        timelineSection(report.steps),
        noticesSection(report.notices),
        remarksSection(report.files),
        digestsSection(report),
    ];
}
function write(report, sections, dropped) {
    const { tool } = report;
    return [
        ...verdict(report),
        ...sections.flatMap(sectionLines),
        ...(dropped.length > 0 ? ['', `Left out because the summary would be too long: ${dropped.join(', ')}.`] : []),
        '',
        `<sub>${(0,markdown_text/* prose */.CS)(tool.name)} ${(0,markdown_text/* prose */.CS)(tool.version)} · all of it as data in <code>report.json</code></sub>`,
        '',
    ].join('\n');
}
function sectionLines({ title, folded, lines }) {
    return folded
        ? ['', `<details><summary><b>${title}</b></summary>`, '', ...lines, '', '</details>']
        : ['', `### ${title}`, '', ...lines];
}
/** Characters of a name in the verdict. */
const nameWidth = 80;
function verdict({ project, files, artifacts, failures, steps, verified }) {
    const good = files.filter(f => f.verified).length;
    const of = verified
        ? `${(0,report_text/* count */.U9)(good, 'executable')} verified`
        : `${good} of ${(0,report_text/* count */.U9)(files.length, 'executable')} verified`;
    const end = Math.max(0, ...steps.map(s => s.startMs + s.ms));
    const bytes = artifacts.reduce((sum, a) => sum + a.size, 0);
    const facts = [
        (0,markdown_text/* prose */.CS)((0,report_text/* shorten */.ml)(project.language, nameWidth)),
        ...(project.commit === null ? [] : [`commit ${(0,markdown_text/* code */.aY)(project.commit.slice(0, 12))}`]),
        (0,report_text/* count */.U9)(new Set([...files.map(f => f.target), ...failures.flatMap(f => f.targets)]).size, 'target'),
        ...(artifacts.length > 0 ? [`${(0,report_text/* count */.U9)(artifacts.length, 'archive')}, ${(0,report_text/* humanSize */.Xe)(bytes)}`] : []),
        ...(end > 0 ? [(0,report_text/* humanTime */.zK)(end)] : []),
        ...(failures.length > 0 ? [`**${(0,report_text/* count */.U9)(failures.length, 'failure')}**`] : []),
    ];
    return [`## ${verified ? '✅' : '❌'} ${(0,markdown_text/* prose */.CS)((0,report_text/* shorten */.ml)(project.name, nameWidth))}: ${of}`, '', facts.join(' · ')];
}

;// CONCATENATED MODULE: ./.build/js/report/markdown.js

/** `report.md`: the summary, whatever its length. */
function reportMarkdown(report) {
    return summaryMarkdown(report, { maxBytes: Number.POSITIVE_INFINITY });
}

// EXTERNAL MODULE: ./.build/js/report/outcome.js
var outcome = __webpack_require__(9659);
// EXTERNAL MODULE: ./.build/js/build/output.js
var output = __webpack_require__(4694);
;// CONCATENATED MODULE: ./.build/js/build/reports.js



/** Writes `report.json` and `report.md` into every output directory of the plan. @throws BuildError `cannot-write`, `disk-full` */
async function writeReports(report) {
    const json = `${JSON.stringify(report, null, 2)}\n`;
    const markdown = reportMarkdown(report);
    for (const dir of (0,outcome/* outputDirs */.w)(report)) {
        await (0,output/* writeOutputFiles */.kF)(dir, { 'report.json': json, 'report.md': markdown });
    }
}

// EXTERNAL MODULE: ./.build/js/errors.js
var errors = __webpack_require__(1541);
// EXTERNAL MODULE: ./.build/js/report/style.js
var report_style = __webpack_require__(5758);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./.build/js/hosts/places.js

/**
 * Directories of toolchains and caches: `PORTABLE_BUILD_TOOLS_DIR`, `PORTABLE_BUILD_CACHE_DIR`, else the user's cache
 * directory (XDG Base Directory Specification: a relative `XDG_CACHE_HOME` is ignored), else the temporary directory.
 */
function placesOf({ env, home, uid, tmp, cwd }) {
    const given = (name) => (env[name] ? (0,external_node_path_.resolve)(cwd, env[name]) : null);
    const tools = given('PORTABLE_BUILD_TOOLS_DIR');
    const cache = given('PORTABLE_BUILD_CACHE_DIR');
    const xdg = env['XDG_CACHE_HOME'];
    const own = [env['HOME'], home].find(h => h && (0,external_node_path_.isAbsolute)(h) && h !== '/');
    const parent = xdg && (0,external_node_path_.isAbsolute)(xdg) ? xdg : own ? (0,external_node_path_.join)(own, '.cache') : null;
    const base = parent === null ? (0,external_node_path_.join)(tmp, `portable-build-${uid}`) : (0,external_node_path_.join)(parent, 'portable-build');
    return {
        toolsDir: tools ?? (0,external_node_path_.join)(base, 'tools'),
        cacheDir: cache ?? (0,external_node_path_.join)(base, 'cache'),
        shared: parent === null && (tools === null || cache === null) ? base : null,
    };
}

;// CONCATENATED MODULE: ./.build/js/hosts/signals.js

/**
 * Listens to signals: the first one aborts, so that children end and nothing is left half-written; the second one ends
 * the process at once. @param told called for the first signal; @param leave called before the process ends
 */
function listenTo(names, told, leave) {
    const controller = new AbortController();
    const onSignal = (name) => {
        if (controller.signal.aborted) {
            leave();
            process.exit(errors/* exitCodes */.hS.interrupted);
        }
        told(name);
        controller.abort(new errors/* BuildError */.zS('interrupted', `the run was interrupted by ${name}`));
    };
    for (const name of names)
        process.on(name, onSignal);
    return {
        signal: controller.signal,
        release() {
            for (const name of names)
                process.off(name, onSignal);
        },
    };
}

;// CONCATENATED MODULE: ./.build/js/hosts/terminal/frame.js

const spinner = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const spinMs = 100;
/** Names are aligned up to this width; a longer one moves the rest of its own line only. */
const nameColumns = 32;
/**
 * The live picture: one line per running task (spinner, name, elapsed, step, last line of its tool), never wider or
 * higher than the terminal. @param now milliseconds on the clock that the tasks were started by
 */
function frame_frame(tasks, size, now, style) {
    const room = Math.max(1, size.rows - 2);
    const shown = tasks.length > room ? tasks.slice(0, room - 1) : tasks;
    const names = frame_nameWidth(tasks);
    const spin = style.cyan(spinner[Math.floor(now / spinMs) % spinner.length] ?? '');
    const lines = shown.map(t => `${spin} ${taskLine(t, names, (0,report_text/* humanTime */.zK)(now - t.startedMs), size.columns - 3, style)}`);
    const hidden = tasks.length - shown.length;
    return hidden > 0 ? [...lines, style.dim(`  and ${(0,report_text/* count */.U9)(hidden, 'more task')}`)] : lines;
}
/** The line that stays when a task has ended, aligned with the tasks that ran beside it. */
function endLine(task, ending, beside, columns, now, style) {
    const mark = ending.ok ? style.green('✓') : style.red('✗');
    const names = frame_nameWidth([task, ...beside]);
    const ended = { ...task, text: ending.text };
    return `${mark} ${taskLine(ended, names, (0,report_text/* humanTime */.zK)(now - task.startedMs), columns - 3, style)}`;
}
function taskLine(task, names, time, columns, style) {
    const head = `${(0,report_text/* pad */.eV)(task.name, names)}  ${(0,report_text/* pad */.eV)(time, 5, 'left')}`;
    if ((0,report_text/* displayWidth */.F1)(head) + 3 > columns)
        return (0,report_text/* shorten */.ml)(head, columns);
    return `${style.bold((0,report_text/* pad */.eV)(task.name, names))}  ${style.dim((0,report_text/* pad */.eV)(time, 5, 'left'))}  ${(0,report_text/* shorten */.ml)(task.text || task.title, columns - (0,report_text/* displayWidth */.F1)(head) - 2)}`;
}
function frame_nameWidth(tasks) {
    return Math.min(nameColumns, Math.max(0, ...tasks.map(t => (0,report_text/* displayWidth */.F1)(t.name))));
}

;// CONCATENATED MODULE: ./.build/js/hosts/terminal/live.js

const hideCursor = '\x1b[?25l';
const showCursor = '\x1b[?25h';
const clearBelow = '\x1b[J';
const clearRight = '\x1b[K';
const drawMs = 100;
/** A view that renews its lines in place; each picture is one write, so that it does not flicker. */
function liveView(screen, style, clock) {
    const tasks = new Map();
    /** The tasks since nothing ran: their lines are aligned. */
    const seen = [];
    let next = 0;
    let height = 0;
    let timer = null;
    let closed = false;
    /** Writes lines that stay above a new picture. */
    const draw = (staying = []) => {
        if (closed)
            return;
        const size = { columns: screen.columns(), rows: screen.rows() };
        const lines = frame_frame([...tasks.values()], size, clock(), style);
        const up = height > 0 ? `\x1b[${height}A\r` : '';
        const text = [...staying, ...lines].map(l => `${l}${clearRight}\n`).join('');
        screen.write(`${up}${text}${clearBelow}`);
        height = lines.length;
    };
    const animate = () => {
        if (tasks.size === 0) {
            if (timer) {
                clearInterval(timer);
                screen.write(showCursor);
            }
            timer = null;
        }
        else if (!timer) {
            screen.write(hideCursor);
            timer = setInterval(draw, drawMs).unref();
        }
    };
    return {
        line(text) {
            draw(text.split('\n'));
        },
        begin(task) {
            if (tasks.size === 0)
                seen.length = 0;
            seen.push(task);
            tasks.set(next, task);
            animate();
            draw();
            return next++;
        },
        update(id, text) {
            const task = tasks.get(id);
            if (task)
                tasks.set(id, { ...task, text });
        },
        end(id, ending) {
            const task = tasks.get(id);
            if (!task)
                return;
            tasks.delete(id);
            draw([endLine(task, ending, seen, screen.columns(), clock(), style)]);
            animate();
        },
        close() {
            if (closed)
                return;
            tasks.clear();
            draw();
            animate();
            closed = true;
        },
    };
}

// EXTERNAL MODULE: ./.build/js/exec/plain.js
var plain = __webpack_require__(1388);
;// CONCATENATED MODULE: ./.build/js/hosts/terminal/log.js

const silent = { update() { }, done() { }, fail() { } };
/** A log that makes every text harmless and shows it through a view. @param clock milliseconds, as the view's */
function makeLog(view, loudness, style, clock) {
    const say = (word, text, hint) => {
        const [first = '', ...more] = text.split('\n').map(plain/* plainLine */.h);
        const lines = [`${word}${first}`, ...more.map(l => `  ${l}`)];
        if (hint)
            lines.push(`  ${style.cyan('help')}: ${(0,plain/* plainLine */.h)(hint)}`);
        view.line(lines.join('\n'));
    };
    return {
        info: text => void (loudness.quiet || say('', text)),
        warn: (text, hint) => void (loudness.quiet || say(`${style.yellow('warning')}: `, text, hint)),
        error: (text, hint) => say(`${style.red('error')}: `, text, hint),
        detail: text => void (loudness.verbose && say(style.dim('  '), text)),
        task(name, title) {
            if (loudness.quiet)
                return silent;
            return viewedTask(view, { name: (0,plain/* plainLine */.h)(name), title: (0,plain/* plainLine */.h)(title), text: '', startedMs: clock() });
        },
        output: () => ({ line: text => void (loudness.verbose && say(style.dim('  '), text)), end() { } }),
    };
}
function viewedTask(view, state) {
    const id = view.begin(state);
    return {
        update: text => view.update(id, (0,plain/* plainLine */.h)(text.split('\n').at(-1) ?? '')),
        done: text => view.end(id, { ok: true, text: (0,plain/* plainLine */.h)(text) }),
        fail: text => view.end(id, { ok: false, text: (0,plain/* plainLine */.h)(text) }),
    };
}

;// CONCATENATED MODULE: ./.build/js/hosts/terminal/plain.js


/** How often a task that says nothing shows that it is alive: CI services end a job that is silent for minutes. */
const heartbeatMs = 30_000;
/** A view for logs: a line when a task begins and ends, and a sign of life every 30 s. Lines are never cut. */
function plainView(screen, style, clock) {
    const tasks = new Map();
    let next = 0;
    const line = (text) => screen.write(`${text}\n`);
    const beat = (id) => {
        const state = tasks.get(id)?.state;
        if (!state)
            return;
        line(`… ${state.name}  ${(0,report_text/* humanTime */.zK)(clock() - state.startedMs)}  ${state.text || state.title}`);
    };
    const stop = (id) => {
        clearInterval(tasks.get(id)?.timer);
        tasks.delete(id);
    };
    return {
        line,
        begin(state) {
            const id = next++;
            line(`  ${[state.name, state.title, state.text].filter(t => t !== '').join('  ')}`);
            tasks.set(id, { state, timer: setInterval(beat, heartbeatMs, id).unref() });
            return id;
        },
        update(id, text) {
            const task = tasks.get(id);
            if (task)
                task.state = { ...task.state, text };
        },
        end(id, ending) {
            const task = tasks.get(id);
            if (!task)
                return;
            stop(id);
            line(endLine(task.state, ending, [], Number.POSITIVE_INFINITY, clock(), style));
        },
        close() {
            for (const id of tasks.keys())
                stop(id);
        },
    };
}

;// CONCATENATED MODULE: ./.build/js/hosts/local.js










/**
 * A person's machine, or any machine without a better host: progress on stderr, files in the output directories.
 * The first SIGINT, SIGTERM or SIGHUP aborts `signal`, the second ends the process at once.
 * @throws BuildError `cannot-write` when only a temporary directory of someone else is left for the toolchains
 */
function localHost(options) {
    const { env, stderr } = options;
    const style = (0,report_style/* styleFor */.j)((0,report_style/* wantsColor */.z)(env, stderr.isTTY));
    const clock = () => performance.now();
    const view = isLive(env, stderr)
        ? liveView(screenOf(stderr), style, clock)
        : plainView(screenOf(stderr), style, clock);
    const log = makeLog(view, options, style, clock);
    const places = findPlaces(env);
    if (places.shared !== null) {
        log.warn(`there is no home directory: toolchains are kept in ${places.shared}`, 'Set HOME, or PORTABLE_BUILD_TOOLS_DIR and PORTABLE_BUILD_CACHE_DIR.');
    }
    const { signal, release } = listenTo(['SIGINT', 'SIGTERM', 'SIGHUP'], name => log.warn(`${name}: stopping; once more to stop at once`), () => view.close());
    const restore = () => view.close();
    process.on('exit', restore); // whatever ends us, the cursor comes back
    return {
        name: 'local',
        log,
        toolsDir: places.toolsDir,
        cacheDir: places.cacheDir,
        cache: null,
        signal,
        publish: writeReports,
        close() {
            release();
            process.off('exit', restore);
            restore();
        },
    };
}
function isLive(env, stream) {
    return stream.isTTY && env['TERM'] !== 'dumb' && !env['CI'];
}
function screenOf(stream) {
    return {
        write: text => void stream.write(text),
        columns: () => stream.columns || 80,
        rows: () => stream.rows || 24,
    };
}
function findPlaces(env) {
    const uid = process.getuid?.() ?? 0;
    const places = placesOf({ env, home: homeOf(), uid, tmp: (0,external_node_os_.tmpdir)(), cwd: process.cwd() });
    if (places.shared !== null)
        claim(places.shared, uid);
    return places;
}
function homeOf() {
    try {
        return (0,external_node_os_.userInfo)().homedir;
    }
    catch {
        return null; // no entry in the user database
    }
}
/** Anyone can make a directory in /tmp under our name and put compilers into it: only this user's own will do. */
function claim(dir, uid) {
    (0,external_node_fs_.mkdirSync)(dir, { recursive: true, mode: 0o700 });
    const stat = (0,external_node_fs_.lstatSync)(dir);
    if (stat.isDirectory() && stat.uid === uid && (stat.mode & 0o022) === 0)
        return;
    throw new errors/* BuildError */.zS('cannot-write', `${dir} is not a directory that only this user can write`, {
        hint: 'Set HOME, or PORTABLE_BUILD_TOOLS_DIR and PORTABLE_BUILD_CACHE_DIR.',
    });
}

;// CONCATENATED MODULE: ./.build/js/cli/run/request.js

/** What the pipeline is asked, from what was typed. */
function requestOf({ args, inputs, options }) {
    const { config, only } = options;
    return {
        dir: args[0] ?? '.',
        flags: inputs,
        env: process.env,
        ...(config === undefined ? {} : { config }),
        ...(only === undefined ? {} : { only: only.split(',').map(id => id.trim()) }),
    };
}
/**
 * Runs something on this machine's host and gives the terminal back whatever happens. An interruption wins over the
 * errors that it caused.
 */
async function onHost({ options }, run) {
    const loudness = { quiet: options['quiet'] === 'true', verbose: options['verbose'] === 'true' };
    const host = localHost({ ...loudness, env: process.env, stderr: process.stderr });
    try {
        return await run(host);
    }
    catch (error) {
        throw host.signal.aborted ? host.signal.reason : error;
    }
    finally {
        host.close();
    }
}


/***/ }),

/***/ 3280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   om: () => (/* binding */ block),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var _exec_plain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1388);

/** Punctuation that means something in GitHub's and GitLab's Markdown; `_` only where it could start emphasis. */
const special = /[\\`*[\]<>|#~!&$@]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g;
/**
 * A sentence that may hold foreign names, as Markdown that shows it as it is, on one line. Services make links of what looks
 * like a person, an issue or an address even where it is escaped; an empty comment in it is what keeps them from it.
 */
function prose(text) {
    return oneLine(text)
        .replace(special, '\\$&')
        .replace(/\\([@#])(?=\w)/g, '\\$1<!-- -->')
        .replace(/:\/\//g, ':<!-- -->//')
        .replace(/www\./gi, '$&<!-- -->')
        .replace(/^(?=[-+=])/, '\\')
        .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}
/**
 * A foreign text as a code span: the fence is longer than any run of backticks in it. With a `|` it is HTML, because in a
 * table's cell no span can hold `\\|`: readers do not agree on what the backslashes escape.
 */
function code(text) {
    const line = oneLine(text);
    if (line === '')
        return '';
    if (line.includes('|'))
        return `<code>${entities(line)}</code>`;
    const fence = '`'.repeat(longestRun(line) + 1);
    const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
    return `${fence}${space}${line}${space}${fence}`;
}
/** Foreign lines as a fenced block that they cannot end. */
function block(lines) {
    const clean = lines.map(_exec_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h);
    const fence = '`'.repeat(Math.max(3, ...clean.map(l => longestRun(l) + 1)));
    return [`${fence}text`, ...clean, fence];
}
/** A table with as many columns as titles; cells are Markdown already. */
function table(titles, rows) {
    const line = (cells) => `| ${cells.map(c => c || '–').join(' | ')} |`;
    return [`| ${titles.join(' | ')} |`, `|${' --- |'.repeat(titles.length)}`, ...rows.map(line)];
}
function oneLine(text) {
    return text
        .split(/\r\n|\r|\n/)
        .map(_exec_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h)
        .join(' ')
        .trim();
}
/** Nothing in it is Markdown, HTML or the name of a person. */
function entities(line) {
    return line.replace(/[^\p{L}\p{N} ]/gu, c => `&#${c.codePointAt(0)};${c === '@' ? '<!-- -->' : ''}`);
}
function longestRun(text) {
    return Math.max(0, ...[...text.matchAll(/`+/g)].map(m => m[0].length));
}


/***/ }),

/***/ 9659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ exitCodeOf),
/* harmony export */   w: () => (/* binding */ outputDirs)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1541);

/**
 * The exit code of a finished run: 0 only when it is verified and nothing failed; 130 when it was interrupted; 3 (or 2)
 * when every failure is the environment's (the input's) and no build or check failed; else 1.
 */
function exitCodeOf(report) {
    const kinds = new Set(report.failures.map(f => kindOf(f.code)));
    if (kinds.has('interrupted'))
        return _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.interrupted;
    if (kinds.size === 0)
        return report.verified ? _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.done : _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.failed;
    if (kinds.has('failed'))
        return _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.failed;
    return kinds.has('environment') ? _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.environment : _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.usage;
}
function kindOf(code) {
    return code in _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorTable */ .NN ? _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorTable */ .NN[code].kind : 'failed';
}
/** The output directories of a run, absolute: the report carries the plan as plain JSON. */
function outputDirs({ plan }) {
    const projects = plan?.projects ?? [];
    return [...new Set(projects.flatMap(p => p.outputDir ?? []))];
}


/***/ })

};
