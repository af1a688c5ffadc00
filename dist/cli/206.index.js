export const id = 206;
export const ids = [206];
export const modules = {

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

/***/ 4148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ displayWidth),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   Xe: () => (/* binding */ humanSize),
/* harmony export */   eV: () => (/* binding */ pad),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   zK: () => (/* binding */ humanTime)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

/** Takes two columns: East Asian wide and full-width forms, emoji (Unicode, EastAsianWidth.txt, rounded to blocks). */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
/** Takes none: marks on the letter before, formatting characters. */
const empty = /[\p{Mn}\p{Me}\p{Cf}]/u;
/** Columns that a text takes on a terminal; escape codes of colours take none. */
function displayWidth(text) {
    let width = 0;
    for (const char of (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text))
        width += empty.test(char) ? 0 : wide.test(char) ? 2 : 1;
    return width;
}
/** A text without escape codes, cut to so many columns; what was cut shows as `…`. */
function shorten(text, width) {
    if (displayWidth(text) <= width)
        return text;
    let kept = '';
    let used = 1; // the ellipsis
    for (const char of text) {
        used += displayWidth(char);
        if (used > width)
            break;
        kept += char;
    }
    return width < 1 ? '' : `${kept}…`;
}
/** Fills a text (that may have colours) with spaces to so many columns. */
function pad(text, width, side = 'right') {
    const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
    return side === 'right' ? text + space : space + text;
}
/** Bytes as people read them: `812 B`, `1.4 MB` (decimal units, as file managers and package sites do). */
function humanSize(bytes) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let value = bytes;
    let unit = 0;
    for (; value >= 999.5 && unit < units.length - 1; unit++)
        value /= 1000;
    return `${unit === 0 || value >= 99.95 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}
/** Milliseconds as people read them: `0.4s`, `12s`, `3m05s`, `1h02m`. */
function humanTime(ms) {
    const seconds = ms / 1000;
    if (seconds < 9.95)
        return `${seconds.toFixed(1)}s`;
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole}s`;
    if (whole < 3600)
        return `${Math.floor(whole / 60)}m${String(whole % 60).padStart(2, '0')}s`;
    return `${Math.floor(whole / 3600)}h${String(Math.floor((whole % 3600) / 60)).padStart(2, '0')}m`;
}
/** `1 file`, `2 files`. */
function count(n, noun) {
    return `${n} ${noun}${n === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verdictMarkdown: () => (/* binding */ verdictMarkdown)
/* harmony export */ });
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3280);
/* harmony import */ var _match_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7768);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4148);
/* harmony import */ var _verdict_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9574);




/** So many files get a row, or a section, each; a summary of CI has a limit of 1 MiB. */
const mostRows = 100;
/** The verdict as Markdown for a summary or a comment: every text that comes from files is shown as it is and adds no markup. */
function verdictMarkdown(verdict) {
    const { files, comparison } = verdict;
    const failed = files.filter(f => !f.verified);
    const good = files.length - failed.length;
    return [
        `# ${titleOf(verdict, good)}`,
        ...(failed.length > 0
            ? [
                '',
                (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)((0,_verdict_words_js__WEBPACK_IMPORTED_MODULE_2__/* .tally */ .N4)((0,_match_files_js__WEBPACK_IMPORTED_MODULE_0__/* .allFiles */ .Z)(files), 'error')
                    .map(t => `${t.id} in ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(t.files, 'file')}`)
                    .join(', ')),
            ]
            : []),
        ...comparisonSection(comparison),
        ...failedSection(failed),
        ...filesSection(files),
        '',
    ].join('\n');
}
function titleOf(verdict, good) {
    const files = (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(verdict.files.length, 'file');
    if ((0,_verdict_words_js__WEBPACK_IMPORTED_MODULE_2__/* .isGood */ .Kg)(verdict))
        return `✅ Verified: ${files}`;
    return verdict.verified
        ? `❌ Worse than the baseline: ${files} verified`
        : `❌ Not verified: ${good} of ${files} passed`;
}
function comparisonSection(comparison) {
    if (!comparison)
        return [];
    const { worse, files } = comparison;
    if (worse.length === 0)
        return ['', `Nothing is worse than in the baseline (${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(files, 'file')} compared).`];
    const rows = worse.slice(0, mostRows).map(c => [c.kind, (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(c.path), (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(c.message)]);
    return ['', '## Worse than the baseline', '', ...(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(['what', 'file', 'how'], rows), ...more(worse.length)];
}
function failedSection(files) {
    if (files.length === 0)
        return [];
    const sections = files.slice(0, mostRows).flatMap(file => ['', ...failedLines(file)]);
    return ['', '## What is wrong', ...sections, ...more(files.length)];
}
function failedLines(file) {
    const own = (0,_match_files_js__WEBPACK_IMPORTED_MODULE_0__/* .allFiles */ .Z)([file]).flatMap(f => f.findings.filter(x => x.severity !== 'info').map(x => findingLine(x, f === file ? null : f.path)));
    const reasons = file.explanations.map(e => `- because of ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)((0,_verdict_words_js__WEBPACK_IMPORTED_MODULE_2__/* .reasonOf */ .A3)(e, 6))}`);
    return [`### ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(file.path)}`, '', ...own, ...reasons];
}
function findingLine(finding, inside) {
    const where = inside === null ? '' : ` in ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(inside)}`;
    const evidence = finding.evidence === '' ? '' : ` (${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(finding.evidence)})`;
    const hint = finding.hint === '' ? '' : ` *${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(finding.hint)}*`;
    return `- **${finding.severity}** ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(finding.id)}${where}: ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(finding.message)}${evidence}.${hint}`;
}
function filesSection(files) {
    if (files.length === 0)
        return [];
    const rows = files.length > mostRows ? groupRows(files) : files.map(fileRow);
    const titles = files.length > mostRows ? ['files', 'what'] : ['ok', 'file', 'for', 'linkage', 'size', 'runs on', 'because of'];
    return ['', '## Files', '', ...(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(titles, rows)];
}
const groupRows = (files) => (0,_verdict_words_js__WEBPACK_IMPORTED_MODULE_2__/* .groupsOf */ .c1)(files).map(g => [String(g.files), (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(g.what)]);
function fileRow(file) {
    return [
        file.verified ? '✅' : '❌',
        (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(file.path),
        (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(file.target ?? file.arch ?? 'unknown'),
        file.linkage,
        file.size === null ? '' : (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .humanSize */ .Xe)(file.size),
        (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)((0,_verdict_words_js__WEBPACK_IMPORTED_MODULE_2__/* .placesOf */ .ek)(file)),
        (0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(file.explanations.map(e => (0,_verdict_words_js__WEBPACK_IMPORTED_MODULE_2__/* .reasonOf */ .A3)(e, 3)).join('; ')),
    ];
}
const more = (n) => (n > mostRows ? ['', `… and ${n - mostRows} more; the JSON has all of them.`] : []);


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
