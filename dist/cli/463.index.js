export const id = 463;
export const ids = [463];
export const modules = {

/***/ 463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   junit: () => (/* binding */ junit)
/* harmony export */ });
/* harmony import */ var _exec_plain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1388);
/* harmony import */ var _match_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7768);
/* harmony import */ var _verdict_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9574);



/**
 * JUnit XML as CI services read it (the schema `junit-10.xsd` of Jenkins' xUnit plugin): a test for each file, packed ones
 * included, and a suite of its own for what got worse.
 */
function junit({ files, comparison }) {
    const cases = (0,_match_files_js__WEBPACK_IMPORTED_MODULE_0__/* .allFiles */ .Z)(files).map(fileCase);
    const suites = [suite('verify', cases, (0,_match_files_js__WEBPACK_IMPORTED_MODULE_0__/* .allFiles */ .Z)(files).filter(f => !f.verified).length)];
    if (comparison)
        suites.push(suite('baseline', baselineCases(comparison.worse), comparison.worse.length));
    const tests = suites.reduce((sum, s) => sum + s.tests, 0);
    const failures = suites.reduce((sum, s) => sum + s.failures, 0);
    const head = `<testsuites name="portable-build" tests="${tests}" failures="${failures}" errors="0">`;
    return ['<?xml version="1.0" encoding="UTF-8"?>', head, ...suites.flatMap(s => s.lines), '</testsuites>', ''].join('\n');
}
function suite(name, cases, failures) {
    const tests = cases.length;
    const head = `  <testsuite name="portable-build ${name}" tests="${tests}" failures="${failures}" errors="0" skipped="0" time="0">`;
    return { tests, failures, lines: [head, ...cases.flat(), '  </testsuite>'] };
}
function fileCase(file) {
    const open = `    <testcase classname="${attribute(file.target ?? file.arch ?? file.linkage)}" name="${attribute(file.path)}" time="0">`;
    const told = [(0,_verdict_words_js__WEBPACK_IMPORTED_MODULE_1__/* .whatOf */ .Em)(file), (0,_verdict_words_js__WEBPACK_IMPORTED_MODULE_1__/* .placesOf */ .ek)(file) && `runs on ${(0,_verdict_words_js__WEBPACK_IMPORTED_MODULE_1__/* .placesOf */ .ek)(file)}`, ...soft(file).map(sentence)];
    const out = told.filter(t => t !== '').map(_exec_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .plainLine */ .h);
    const lines = [open];
    if (!file.verified)
        lines.push(failureOf(file));
    if (out.length > 0)
        lines.push(`      <system-out>${text(out.join('\n'))}</system-out>`);
    return [...lines, '    </testcase>'];
}
const soft = (file) => file.findings.filter(f => f.severity === 'warning');
function failureOf(file) {
    const errors = file.findings.filter(f => f.severity === 'error');
    const ids = [...new Set(errors.map(f => f.id))].join(' ') || 'payload-member';
    const message = errors[0]?.message ?? 'a packed file is not verified';
    const body = errors.map(f => [sentence(f), ...(f.hint === '' ? [] : [`  help: ${f.hint}`])].join('\n'));
    return `      <failure type="${attribute(ids)}" message="${attribute(message)}">${text(body.join('\n'))}</failure>`;
}
function sentence(finding) {
    const evidence = finding.evidence === '' ? '' : ` (${finding.evidence})`;
    return `${finding.severity}[${finding.id}]: ${finding.message}${evidence}`;
}
function baselineCases(worse) {
    return worse.map(change => [
        `    <testcase classname="baseline.${change.kind}" name="${attribute(`${change.path}: ${change.message}`)}" time="0">`,
        `      <failure type="${change.kind}" message="${attribute(change.message)}">${text(`${change.path}: ${change.message}`)}</failure>`,
        '    </testcase>',
    ]);
}
/** Characters that XML 1.0 cannot hold, not even as references; lone surrogates become U+FFFD. */
const impossible = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
function text(value) {
    const lines = value.toWellFormed().split('\n').map(_exec_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .plainLine */ .h).join('\n');
    return lines.replace(impossible, '\ufffd').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
function attribute(value) {
    return text(value.replace(/[\t\n\r]/g, ' ')).replaceAll('"', '&quot;');
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
