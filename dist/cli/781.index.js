export const id = 781;
export const ids = [781];
export const modules = {

/***/ 8781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verify: () => (/* binding */ verify)
});

// EXTERNAL MODULE: ./.build/js/errors.js
var errors = __webpack_require__(1541);
// EXTERNAL MODULE: ./.build/js/report/error-text.js
var error_text = __webpack_require__(1725);
// EXTERNAL MODULE: ./.build/js/report/verdict-text.js
var verdict_text = __webpack_require__(8472);
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
        matched = (await take(path, false, found, seen)) || matched;
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
            matched = (await take(path, entry.isFile(), found, seen)) || matched;
    }
    return matched;
}
async function take(path, isFile, found, seen) {
    const wanted = await isCandidate(path, isFile, seen);
    (wanted ? found.files : found.skipped).add(path);
    return wanted;
}
/**
 * ELF files, once under their real name, and files that cannot be read: nobody knows what those are. Links into nothing,
 * pipes and devices are no files.
 */
async function isCandidate(path, isFile, seen) {
    const opened = await (0,verify_open/* openRegular */.l)(path);
    if ('reason' in opened)
        return isFile;
    try {
        const start = Buffer.alloc(4);
        await opened.handle.read(start, 0, 4, 0);
        if (!(0,header/* hasMagic */.qt)(start))
            return false;
        const real = await (0,promises_.realpath)(path);
        if (seen.has(real))
            return false;
        seen.add(real);
        return true;
    }
    catch {
        return true;
    }
    finally {
        await opened.handle.close();
    }
}

// EXTERNAL MODULE: ./.build/js/verify/findings.js
var findings = __webpack_require__(3676);
// EXTERNAL MODULE: ./.build/js/verify/judge.js + 16 modules
var judge = __webpack_require__(2565);
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
    const { files, unreadable, skipped, unmatched } = await expand(args);
    if (unmatched.length > 0 || files.length + unreadable.length === 0) {
        throw new NothingMatched(unmatched, skipped, verdictOf([], policy));
    }
    const reports = unreadable.map(({ path, refusal }) => (0,judge/* withFindings */.$c)((0,judge/* blank */.hQ)(path, policy), [
        (0,findings/* finding */.gk)('unreadable', `the directory cannot be read: ${refusal.reason}`, refusal.evidence),
    ]));
    for (const path of files) {
        const report = await (0,judge/* judgeFile */.GP)(path, policy, { forbiddenPaths: options.forbiddenPaths ?? [] });
        options.onFile?.(report);
        reports.push(report);
    }
    return verdictOf(reports.sort((a, b) => (a.path < b.path ? -1 : 1)), policy);
}
/** A run is verified only if something was judged and all of it is verified. */
function verdictOf(files, policy) {
    const { linkage, allowLibraries, ...rest } = policy;
    return {
        schema: 1,
        files: [...files],
        policy: { ...rest, linkage: linkage && [...linkage], allowLibraries: [...allowLibraries] },
        verified: files.length > 0 && files.every(f => f.verified),
    };
}

// EXTERNAL MODULE: ./.build/js/cli/output.js
var cli_output = __webpack_require__(6684);
// EXTERNAL MODULE: ./.build/js/glibc.js
var js_glibc = __webpack_require__(2025);
// EXTERNAL MODULE: ./.build/js/target.js
var target = __webpack_require__(7563);
// EXTERNAL MODULE: ./.build/js/verify/policies.js
var policies = __webpack_require__(468);
// EXTERNAL MODULE: ./.build/js/cli/suggest.js
var suggest = __webpack_require__(9371);
;// CONCATENATED MODULE: ./.build/js/cli/run/demands.js







const libcs = ['musl', 'glibc'];
/**
 * What the flags of `verify` demand: one policy for each target, or one for files of any architecture.
 * @throws BuildError for targets and versions that cannot be
 */
function demandsOf(inputs) {
    const given = (...names) => names.map(n => inputs[n]).find(v => v !== undefined && v.trim() !== '') ?? null;
    const allowLibraries = listOf(given('allow-libraries'));
    const said = given('libc');
    const libc = libcs.find(l => l === said) ?? null;
    if (said !== null && libc === null)
        throw (0,suggest/* notAChoice */.Iw)('--libc', said, libcs);
    const floor = given('glibc', 'glibc-version', 'manylinux');
    const glibc = floor === null ? null : (0,target/* readFloor */.jv)(floor);
    const written = listOf(given('targets', 'target', 'platforms')).map(target/* parseTarget */.hu);
    const { targets } = (0,target/* settleTargets */.uM)(written, { libc: libc ?? (glibc === null ? 'musl' : 'glibc'), glibc });
    const [first, ...rest] = targets.map(t => (0,policies/* policyFor */.K)(t, { allowLibraries }));
    return first ? [first, ...rest] : [forAnyTarget(libc, glibc, allowLibraries)];
}
function listOf(text) {
    const items = (text ?? '').split(/[,\n]/).map(t => t.trim());
    return items.filter(t => t !== '');
}
/** Demands that hold for every architecture. */
function forAnyTarget(libc, glibc, allowLibraries) {
    if (glibc !== null && !(0,js_glibc/* isKnownGlibc */.d)(glibc)) {
        throw new errors/* BuildError */.zS('unknown-glibc', `glibc ${glibc} does not exist`, {
            hint: `The nearest version is ${(0,js_glibc/* nearestGlibc */.E)(glibc)}.`,
        });
    }
    const any = (0,policies/* anyPolicy */.r)();
    const linkage = libc === 'musl' ? ['static', 'static-pie'] : libc === 'glibc' || glibc !== null ? ['dynamic-glibc'] : null;
    const libraries = linkage === null && allowLibraries.length === 0 ? any.allowLibraries : allowLibraries;
    return { ...any, linkage, floor: { glibc }, allowLibraries: libraries };
}
/**
 * Judges files by the demand that is theirs: the target of their architecture (of several, one that they fulfil).
 * @throws NothingMatched when an argument stands for no file
 */
async function judgeByDemands(args, demands) {
    if (demands.length === 1)
        return verifyPaths(args, demands[0]);
    const { files: readable } = await verifyPaths(args, { ...(0,policies/* anyPolicy */.r)(), allowLibraries: demands[0].allowLibraries });
    const files = [];
    for (const file of readable)
        files.push(await judgeByBest(file, demands));
    return {
        schema: 1,
        files,
        policy: {
            target: demands.map(d => d.target).join(', '),
            arch: null,
            linkage: null,
            floor: { glibc: null },
            allowLibraries: [...demands[0].allowLibraries],
        },
        verified: files.every(f => f.verified) && files.length > 0,
    };
}
/** The judgement of a file whose arch is known; a file for none of the targets is judged by the first, and fails. */
async function judgeByBest(file, demands) {
    if (file.arch === null)
        return { ...file, verified: false };
    const mine = demands.filter(d => d.arch === file.arch);
    const fitting = mine.filter(d => d.linkage?.includes(file.linkage));
    let judged = null;
    for (const demand of fitting.length > 0 ? fitting : [mine[0] ?? demands[0]]) {
        judged = await (0,judge/* judgeFile */.GP)(file.path, demand);
        if (judged.verified)
            return judged;
    }
    return judged ?? file;
}

;// CONCATENATED MODULE: ./.build/js/cli/run/verify.js






/** `verify`: judges files that any tool built; 0 only when at least one was judged and all are as demanded. */
async function verify(invocation, output) {
    const { args, options } = invocation;
    const demands = demandsOf(invocation.inputs);
    try {
        const verdict = await judgeByDemands(args, demands);
        if (options['json'])
            output.json(verdict);
        else if (options['quiet'])
            output.print((0,verdict_text/* verdictLine */.M)(verdict, output.style));
        else
            output.print(`${(0,verdict_text/* verdictText */.n)(verdict.files, output.style)}\n${(0,verdict_text/* verdictLine */.M)(verdict, output.style)}`);
        return verdict.verified ? errors/* exitCodes */.hS.done : errors/* exitCodes */.hS.failed;
    }
    catch (error) {
        if (!(error instanceof NothingMatched))
            throw error;
        process.stderr.write(`${(0,error_text/* errorText */.k)(error, (0,cli_output/* errorStyle */.Q)())}\n`);
        if (options['json'])
            output.json({ ...error.verdict, ...(0,error_text/* errorJson */.d)(error) });
        return error.exitCode;
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
