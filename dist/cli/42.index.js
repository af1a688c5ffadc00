export const id = 42;
export const ids = [42];
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

/***/ 4042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sarif: () => (/* binding */ sarif)
/* harmony export */ });
/* harmony import */ var _verify_findings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3703);
/* harmony import */ var _markdown_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3280);
/* harmony import */ var _match_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7768);



const levels = { error: 'error', warning: 'warning', info: 'note' };
/**
 * The verdict as a SARIF 2.1.0 log (OASIS standard), for code scanning: a rule for each kind of finding with its help, a result
 * for each finding. A packed file is located at the package, with its own name as a logical location.
 */
function sarif({ files, comparison, verified }, tool) {
    const results = [
        ...files.flatMap(file => (0,_match_files_js__WEBPACK_IMPORTED_MODULE_1__/* .allFiles */ .Z)([file]).flatMap(each => each.findings.map(f => result(f, each.path, file.path)))),
        ...(comparison?.worse ?? []).map(change => worseResult(change)),
    ];
    const used = [...new Set(results.map(r => r.ruleId))].sort();
    const rules = used.map(ruleOf);
    return {
        $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: { driver: { name: tool.name, semanticVersion: tool.version, rules } },
                columnKind: 'utf16CodeUnits',
                artifacts: files.map(file => ({
                    location: { uri: uriOf(file.path) },
                    ...(file.size === null ? {} : { length: file.size }),
                    ...(file.sha256 === null ? {} : { hashes: { 'sha-256': file.sha256 } }),
                })),
                results: results.map(r => ({ ...r, ruleIndex: used.indexOf(r.ruleId) })),
                properties: { verified },
            },
        ],
    };
}
function result(finding, path, outer) {
    const { id, severity, message, evidence, hint } = finding;
    const inside = path === outer ? {} : { logicalLocations: [{ fullyQualifiedName: path, kind: 'member' }] };
    return {
        ruleId: id,
        level: levels[severity],
        message: { text: `${path}: ${message}${evidence === '' ? '' : ` (${evidence})`}. ${hint}`.trim() },
        locations: [{ ...place(outer), ...inside }],
        partialFingerprints: { 'findingAndFile/v1': `${id}:${path}:${evidence}` },
    };
}
function worseResult({ path, kind, message }) {
    return {
        ruleId: `worse-${kind}`,
        level: levels.error,
        message: { text: `${path}: ${message}` },
        locations: [place(path)],
        partialFingerprints: { 'findingAndFile/v1': `worse-${kind}:${path}:${message}` },
    };
}
/** Programs have no lines; code scanning services show a result only at one. */
function place(path) {
    return { physicalLocation: { artifactLocation: { uri: uriOf(path) }, region: { startLine: 1 } } };
}
/** A path as a URI reference: relative to where it was called, or a file: URI. */
function uriOf(path) {
    const parts = path.toWellFormed().split('/').map(encodeURIComponent).join('/');
    return path.startsWith('/') ? `file://${parts}` : parts.replace(/^\.\//, '');
}
function ruleOf(id) {
    const row = Object.hasOwn(_verify_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .findingTable */ .ck, id)
        ? _verify_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .findingTable */ .ck[id]
        : undefined;
    if (row === undefined) {
        const text = 'Something is worse than in the report that was given as the baseline.';
        return { id, shortDescription: { text }, help: { text } };
    }
    const page = (0,_verify_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .pageOf */ .ZZ)(id);
    const see = page === null ? '' : ` See ${page} of the documentation.`;
    return {
        id,
        name: id.replace(/(^|-)([a-z0-9])/g, (_, __, letter) => letter.toUpperCase()),
        shortDescription: { text: row.title },
        help: { text: `${row.hint}${see}`, markdown: `${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(row.hint)}${page === null ? '' : ` See ${(0,_markdown_text_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(page)}.`}` },
        defaultConfiguration: { level: levels[row.severity] },
    };
}


/***/ }),

/***/ 3703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gk: () => (/* binding */ finding),
  ck: () => (/* binding */ findingTable),
  zZ: () => (/* binding */ isFixed),
  ZZ: () => (/* binding */ pageOf),
  Tc: () => (/* binding */ sortFindings)
});

// EXTERNAL MODULE: ./.build/js/verify/findings/hardening.js
var hardening = __webpack_require__(2265);
;// CONCATENATED MODULE: ./.build/js/verify/findings/integrity.js
/** Whether the file can be read, is a program, and starts. */
const integrity = {
    unreadable: {
        severity: 'error',
        title: 'The file could not be read',
        hint: 'Name a regular file that this user may read and that nothing changes meanwhile.',
        fixed: true,
    },
    malformed: {
        severity: 'error',
        title: 'The structures of the file contradict each other',
        hint: 'Was the upload or the download complete? Compare its sha256; else rebuild it.',
        fixed: true,
    },
    truncated: {
        severity: 'error',
        title: 'The file ends before its own tables do',
        hint: 'Was the upload or the download complete? Compare its sha256.',
        fixed: true,
    },
    limit: {
        severity: 'error',
        title: 'The file asks for more than any real program does',
        hint: 'It is damaged or made to harm; rebuild it.',
        fixed: true,
    },
    'not-elf': {
        severity: 'error',
        title: 'The file is no Linux executable',
        hint: 'Name the executable itself, not a script, an archive or another platform’s program.',
        fixed: true,
    },
    'elf-kind': {
        severity: 'error',
        title: 'The file is no finished program',
        hint: 'Name the executable, not the object file or the core dump.',
        fixed: true,
    },
    'os-abi': {
        severity: 'error',
        title: 'The file is for another operating system',
        hint: 'Build it for Linux.',
        fixed: true,
    },
    mode: {
        severity: 'warning',
        title: 'The file is not executable',
        hint: 'chmod +x; upload and download steps of CI lose the bit, tar keeps it.',
    },
    upx: {
        severity: 'error',
        title: 'The content is packed and cannot be inspected',
        hint: 'Verify the file before UPX packs it, and ship it unpacked or compress the download instead.',
        fixed: true,
    },
    smoke: {
        severity: 'error',
        title: 'The program did not start',
        hint: 'The evidence has the first line of what it said; `smoke-command` sets its arguments.',
        fixed: true,
        key: 'smoke',
    },
};

;// CONCATENATED MODULE: ./.build/js/verify/findings/libraries.js
/** What the file needs of the C library and of others. */
const libraries = {
    'needed-not-allowed': {
        severity: 'error',
        title: 'A shared library is needed that the target does not promise',
        hint: 'Link it statically, or allow it with `allow-libraries` and ship or document it.',
    },
    'needed-path': {
        severity: 'error',
        title: 'A needed library is named by a path',
        hint: 'Link with -l<name>, or give the library an soname.',
    },
    'needed-duplicate': { severity: 'info', title: 'A library is named twice', hint: 'Harmless.' },
    'floor-glibc': {
        severity: 'error',
        title: 'A newer glibc is needed than the target promises',
        hint: 'Build with the zig backend for the floor (`glibc: 2.17`); the symbols say what raised it.',
        fixed: true,
        key: 'glibc',
    },
    'floor-libstdcxx': {
        severity: 'error',
        title: 'A newer libstdc++ or libgcc is needed than systems with this glibc have',
        hint: 'Link with -static-libstdc++ -static-libgcc, or build with the zig backend.',
        key: 'glibc',
    },
    'floor-musl': {
        severity: 'error',
        title: 'A newer musl is needed than the policy promises',
        hint: 'Link statically, or build with the musl of the oldest Alpine that must do; the evidence says what raised it.',
        fixed: true,
        key: 'musl',
    },
    'glibc-abi-unknown': {
        severity: 'error',
        title: 'The file needs something of glibc that is not known',
        hint: 'Rebuild it with an older default of the linker (`-Wl,-z,nopack-relative-relocs`, `-mtls-dialect=gnu`).',
        fixed: true,
    },
    'glibc-private': {
        severity: 'error',
        title: 'The file is bound to one exact build of glibc',
        hint: 'It took a part of glibc out of its distribution: link against public interfaces only.',
    },
    'relr-unmarked': {
        severity: 'error',
        title: 'Relative relocations are packed without saying so',
        hint: 'Old loaders crash and new ones refuse: `-Wl,-z,nopack-relative-relocs`.',
    },
    unversioned: {
        severity: 'warning',
        title: 'glibc is needed without any version',
        hint: 'Which glibc it needs cannot be known: it was linked against a stub without versions.',
    },
    runpath: {
        severity: 'error',
        title: 'Libraries are searched in a place of the build machine',
        hint: 'Remove -rpath (CMAKE_SKIP_RPATH), or use $ORIGIN.',
    },
    'runpath-origin': { severity: 'info', title: 'Libraries are searched beside the file', hint: 'Ship them with it.' },
    audit: {
        severity: 'error',
        title: 'The file brings in other libraries by audit or filter tags',
        hint: 'Remove --audit, --filter and --auxiliary from the link.',
    },
    'static-glibc': {
        severity: 'warning',
        title: 'glibc is linked statically',
        hint: 'Name lookups and locales load parts of the system’s glibc at run time: build for musl, or dynamically with a floor.',
    },
    'static-glibc-nss': {
        severity: 'error',
        title: 'A statically linked glibc looks up names',
        hint: 'It loads the system’s own glibc for that and crashes where it differs: build for musl, or dynamically with a floor.',
    },
    'static-dlopen': {
        severity: 'warning',
        title: 'A statically linked glibc loads libraries at run time',
        hint: 'What it loads brings the system’s own glibc, which must be exactly the one that was linked: link dynamically, or build for musl without plugins.',
    },
};

;// CONCATENATED MODULE: ./.build/js/verify/findings/origin.js
/** What the file tells about how and where it was built. */
const origin = {
    'go-cgo': {
        severity: 'error',
        title: 'A Go program that should use no libc was built with cgo',
        hint: 'CGO_ENABLED=0, or name a target with a libc.',
        fixed: true,
        key: 'targets',
    },
    'go-arch': {
        severity: 'error',
        title: 'Go’s build information names another architecture',
        hint: 'Do not copy executables between targets.',
        fixed: true,
        key: 'targets',
    },
    'go-revision': {
        severity: 'error',
        title: 'The Go program was built from another commit',
        hint: 'Remove stale files from the output directory and build again.',
    },
    'go-modified': {
        severity: 'warning',
        title: 'The Go program was built from changed sources',
        hint: 'Build from a clean checkout; generated files belong into .gitignore.',
    },
    'go-trimpath': {
        severity: 'warning',
        title: 'The Go program holds paths of the build machine',
        hint: 'Build with -trimpath (`trimpath: true`).',
    },
    'auditable-corrupt': {
        severity: 'warning',
        title: 'The embedded list of crates cannot be read',
        hint: 'Rebuild with cargo-auditable; a post-processing step may have damaged the section.',
    },
    'leaked-path': {
        severity: 'warning',
        title: 'The file holds paths of the build machine',
        hint: 'C: -ffile-prefix-map, Rust: --remap-path-prefix, Go: -trimpath; strip debug information.',
    },
    'not-stripped': {
        severity: 'info',
        title: 'Symbols or debug information are in the file',
        hint: 'Link with -s, or strip.',
    },
    'build-id': { severity: 'info', title: 'The build id', hint: 'Finds debug information.' },
    toolchain: { severity: 'info', title: 'The compilers that took part', hint: 'As the file says itself.' },
    'no-build-id': {
        severity: 'info',
        title: 'The file has no build id',
        hint: 'Link with --build-id=sha1 (Go: -ldflags=-B=gobuildid): without one, debug information and crash reports do not find each other.',
    },
    secret: {
        severity: 'error',
        title: 'The file holds a secret',
        hint: 'Rotate it: whoever has the file has the secret. Then keep it out of the compiler’s environment and arguments.',
        fixed: true,
        key: 'secrets',
    },
};

;// CONCATENATED MODULE: ./.build/js/verify/findings/payload.js
/** What is packed inside the file or follows it. */
const payload = {
    'payload-unreadable': {
        severity: 'error',
        title: 'What is packed inside the file cannot be read',
        hint: 'Was the file cut or changed after it was packed? Build it again; zstd needs Node 22.15 or newer.',
        fixed: true,
    },
    'payload-path': {
        severity: 'error',
        title: 'A packed file would be unpacked outside of its directory',
        hint: 'Never unpack it: the name is absolute, leaves the directory or holds a NUL. Build the package again.',
        fixed: true,
    },
    'payload-member': {
        severity: 'error',
        title: 'A packed file has errors of its own',
        hint: 'See the findings of the packed file: what is inside runs on the same systems as its package.',
        fixed: true,
    },
    'payload-unknown': {
        severity: 'warning',
        title: 'Something is packed inside the file that cannot be inspected',
        hint: 'Verify what goes into the package before it is packed.',
    },
    'payload-floor': {
        severity: 'info',
        title: 'A packed file needs a newer libc than the file itself',
        hint: 'The whole runs only where all of it does: build or choose that part for an older system to reach more of them.',
    },
    'trailing-data': { severity: 'info', title: 'Data follows the end of the program', hint: 'It was not inspected.' },
};

;// CONCATENATED MODULE: ./.build/js/verify/findings/platform.js
/** Which machines, loaders and CPUs the file is for. */
const platform = {
    'arch-unknown': {
        severity: 'error',
        title: 'The architecture is not known',
        hint: 'Nothing is known of this machine, so nothing can be promised.',
        fixed: true,
    },
    'arch-mismatch': {
        severity: 'error',
        title: 'The file is for another architecture than its target',
        hint: 'Check which entry of `targets` gave this file; a build that ignores its compiler builds for its host.',
        fixed: true,
        key: 'targets',
    },
    'abi-flags': {
        severity: 'error',
        title: 'The ABI flags of the header do not fit the architecture',
        hint: 'Float ABI or instruction set differ: check the triple and the -mabi and -mfloat-abi options.',
        fixed: true,
        key: 'targets',
    },
    'linkage-mismatch': {
        severity: 'error',
        title: 'The file is linked in another way than demanded',
        hint: 'Static: build for musl, or Go with CGO_ENABLED=0. Dynamic: build for a gnu target.',
        fixed: true,
        key: 'policy',
    },
    interpreter: {
        severity: 'error',
        title: 'The loader that the file names is not that of its architecture',
        hint: 'The program only starts where this loader exists: link with the default of the target, without --dynamic-linker.',
    },
    'interp-without-needed': {
        severity: 'warning',
        title: 'The file names a loader but needs no library',
        hint: 'It starts neither on Alpine nor in an empty container. Go: build without -buildmode=pie.',
    },
    'page-size': {
        severity: 'error',
        title: 'The file does not load on kernels with large pages',
        hint: 'Link with -z max-page-size=0x10000 (the message has the size).',
    },
    'isa-baseline': {
        severity: 'error',
        title: 'A newer CPU is needed than the target promises',
        hint: 'Remove -march=native and the like (Go: GOAMD64=v1), or promise less with `cpu`.',
    },
    'kernel-floor': {
        severity: 'error',
        title: 'A newer kernel is needed than the policy promises',
        hint: 'Use the C library or Go release of an older system, or promise less with `kernel`.',
        key: 'kernel',
    },
};

// EXTERNAL MODULE: ./.build/js/verify/printable.js
var printable = __webpack_require__(8175);
;// CONCATENATED MODULE: ./.build/js/verify/findings.js







/** Every kind of finding by its stable id: what verify can say about a file. Each has a page in docs/findings. */
const findingTable = {
    ...integrity,
    ...platform,
    ...libraries,
    ...hardening/* hardening */.n,
    ...origin,
    ...payload,
};
/** Whether no policy can allow it. */
function isFixed(id) {
    const row = findingTable[id];
    return row.fixed === true;
}
/** The page of a finding in the repository, or null for an id that is none. */
function pageOf(id) {
    return Object.hasOwn(findingTable, id) ? `docs/findings/${id}.md` : null;
}
/**
 * Makes a finding from its row. Evidence comes from the file: it is made printable and cut at 200 characters.
 * @param change severity or hint where they differ from the row's
 */
function finding(id, message, evidence, change = {}) {
    const { severity, hint } = findingTable[id];
    return { id, severity, message: (0,printable/* printable */.g)(message, 1000), evidence: (0,printable/* printable */.g)(evidence, 200), hint, ...change };
}
const order = ['error', 'warning', 'info'];
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
/** Sorts findings so that two runs print the same: severity, id, evidence, message. */
function sortFindings(findings) {
    return [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) ||
        compare(a.id, b.id) ||
        compare(a.evidence, b.evidence) ||
        compare(a.message, b.message));
}


/***/ }),

/***/ 2265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ hardening)
/* harmony export */ });
/** How the kernel and the loader map the file. */
const hardening = {
    'exec-stack': {
        severity: 'error',
        title: 'The stack is executable',
        hint: 'Link with -z noexecstack; an assembler file lacks `.section .note.GNU-stack,"",%progbits`.',
    },
    'rwx-segment': {
        severity: 'error',
        title: 'Memory is writable and executable at once',
        hint: 'Remove -N (omagic) or the linker script that puts code and data together.',
    },
    textrel: {
        severity: 'warning',
        title: 'Code is changed while it is loaded',
        hint: 'Compile everything with -fPIC; musl and SELinux refuse it.',
    },
    relro: { severity: 'warning', title: 'Tables of the loader stay writable', hint: 'Link with -z relro -z now.' },
    'bind-now': { severity: 'warning', title: 'Functions are bound late', hint: 'Link with -z now.' },
    'no-pie': { severity: 'warning', title: 'The file always loads at the same address', hint: 'Link with -pie.' },
};


/***/ }),

/***/ 8175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
/** What is shown as it is: almost every text, and told faster than by what is not. */
const plain = /^[ -~]*$/;
/**
 * Text from a file, safe to show: control, formatting and undecodable characters escaped, at most `most` characters.
 * Bidirectional marks are among them: they could make a verdict read as another one.
 */
function printable(text, most) {
    if (text.length <= most && plain.test(text))
        return text;
    // The rest of a very long text is not even looked at.
    const shown = text
        .slice(0, most + 1)
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffd]/gu, c => `\\u{${c.codePointAt(0)?.toString(16)}}`);
    return shown.length <= most ? shown : `${shown.slice(0, most - 1)}…`;
}


/***/ })

};
