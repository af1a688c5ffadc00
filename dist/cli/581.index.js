export const id = 581;
export const ids = [581,360];
export const modules = {

/***/ 9581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  collect: () => (/* binding */ collect)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/js/build/file-error.js
var file_error = __webpack_require__(5862);
// EXTERNAL MODULE: ./.build/js/build/output.js
var output = __webpack_require__(4694);
// EXTERNAL MODULE: ./.build/js/errors.js
var errors = __webpack_require__(1541);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./.build/js/build/make-directory.js
var make_directory = __webpack_require__(8095);
// EXTERNAL MODULE: ./.build/js/build/write-file.js
var write_file = __webpack_require__(6151);
;// CONCATENATED MODULE: ./.build/js/collect/failure.js

/** Something that is wrong with the legs, as a failure of the merged report. */
function legFailure(code, message, more = {}) {
    const nowhere = { job: null, step: null, command: null };
    return { code, message, hint: errors/* errorTable */.NN[code].remedy, ...nowhere, targets: [], lines: [], ...more };
}

// EXTERNAL MODULE: ./.build/js/package/names.js
var names = __webpack_require__(1927);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js
var schemas = __webpack_require__(5156);
;// CONCATENATED MODULE: ./.build/js/collect/plan.js

const target = schemas.looseObject({ name: schemas.string(), job: schemas.string(), artifact: schemas.string(), policy: schemas.unknown() });
/** What collecting needs of a leg's plan; the rest is carried along unread. */
const planSchema = schemas.looseObject({
    projects: schemas.array(schemas.looseObject({
        name: schemas.string(),
        language: schemas.string(),
        commit: schemas.string().nullable(),
        epoch: schemas.number(),
        targets: schemas.array(target).max(1000),
        packaging: schemas.unknown(),
    }))
        .max(1000),
    jobs: schemas.array(schemas.looseObject({ id: schemas.string() })).max(10_000),
});
/** Reads the plan of a report; null: it is none. */
function readPlan(plan) {
    return planSchema.safeParse(plan).data ?? null;
}
/**
 * What all legs of one run have in common, as text. Machines differ in what they offer, so paths, tools and backends are
 * no part of it; what is promised is.
 */
function identityOf({ projects }) {
    const promised = projects.map(({ name, language, commit, epoch, targets, packaging }) => ({
        ...{ name, language, commit, epoch, packaging },
        targets: targets.map(t => ({ name: t.name, artifact: t.artifact, policy: t.policy })),
    }));
    return JSON.stringify(promised);
}

;// CONCATENATED MODULE: ./.build/js/collect/legs.js



/**
 * Holds the reports against the matrix: each leg once, all of one run, no name twice, each leg verified. A report belongs
 * to the leg whose jobs it says it has done. Pure.
 * @param expected null: every job of the plan must have been done by someone
 */
function matchLegs({ reports, broken }, expected) {
    const wanted = expected ?? legsOf(reports);
    const claimed = wanted.map(leg => ({ leg, found: reports.filter(r => sameJobs(r.report.jobs, leg.jobs)) }));
    const legs = claimed.flatMap(({ leg, found: [first] }) => (first ? [{ name: leg.name, found: first }] : []));
    const strays = reports.filter(r => !claimed.some(c => c.found.includes(r)));
    return {
        legs,
        failures: [
            ...broken.map(b => legFailure('wrong-leg', `${b.path} cannot be used: ${b.why}`)),
            ...claimed.flatMap(({ leg, found }) => countFailure(leg, found)),
            ...strays.map(r => legFailure('wrong-leg', `${r.path} is of no leg of the matrix (${r.report.jobs.join(', ')})`)),
            ...(wanted.length === 0 ? [legFailure('missing-leg', 'there is no report of any leg')] : []),
            ...disagreements(legs),
            ...legs.flatMap(ownFailures),
            ...namesTwice(legs),
        ],
    };
}
const sameJobs = (a, b) => [...a].sort().join() === [...b].sort().join();
/** Without a matrix: the legs are what reported, and each job of the plan that nobody did is a leg too. */
function legsOf(reports) {
    const sets = new Map(reports.map(r => [[...r.report.jobs].sort().join(), r.report.jobs]));
    const done = new Set(reports.flatMap(r => r.report.jobs));
    const missing = new Set(reports.flatMap(r => r.plan.jobs.map(j => j.id)).filter(id => !done.has(id)));
    return [...sets.values(), ...[...missing].map(id => [id])].map(jobs => ({ name: jobs.join('+'), jobs }));
}
function countFailure({ name }, found) {
    if (found.length === 1)
        return [];
    if (found.length === 0)
        return [legFailure('missing-leg', `the leg ${name} gave no report`)];
    const lines = found.map(f => f.path);
    return [legFailure('wrong-leg', `the leg ${name} has ${found.length} reports that differ`, { lines })];
}
/** What every leg of one run has in common. */
const shared = [
    { what: 'version of portable-build', of: l => l.found.report.tool.version },
    { what: 'commit', of: l => l.found.report.project.commit ?? 'none' },
    { what: 'plan', of: l => identityOf(l.found.plan) },
];
function disagreements([first, ...others]) {
    if (!first)
        return [];
    return others.flatMap(other => {
        const differs = shared.find(({ of }) => of(first) !== of(other));
        return differs
            ? [legFailure('wrong-leg', `the legs ${first.name} and ${other.name} have another ${differs.what}`)]
            : [];
    });
}
/** What went wrong in a leg, and what it cannot have said of itself. */
function ownFailures({ name, found: { report } }) {
    const bad = report.artifacts.filter(a => !(0,names/* isArtifactName */.k1)(a.name) || !/^[0-9a-f]{64}$/.test(a.sha256) || !a.verified);
    const failures = [
        ...report.failures,
        ...bad.map(a => legFailure('wrong-leg', `the leg ${name} hands over ${JSON.stringify(a.name)}, which is no verified artifact`)),
    ];
    const empty = report.artifacts.length === 0 || report.files.length === 0;
    const isGood = report.verified && !empty && report.files.every(f => f.verified);
    if (isGood || failures.length > 0)
        return failures;
    return [
        legFailure('wrong-leg', `the leg ${name} is not verified`, {
            targets: [...new Set(report.files.flatMap(f => f.target ?? []))],
        }),
    ];
}
function namesTwice(legs) {
    const seen = new Map();
    const failures = [];
    for (const { name: leg, found } of legs) {
        for (const artifact of found.report.artifacts) {
            const key = fileNameOf(artifact).toLowerCase();
            const other = seen.get(key);
            if (other !== undefined)
                failures.push(legFailure('wrong-leg', `the legs ${other} and ${leg} both hand over ${artifact.name}`));
            seen.set(key, leg);
        }
    }
    return failures;
}
/** What an artifact is called where all of them lie side by side: its archive's name, or its own for an executable. */
function fileNameOf({ name, path }) {
    const base = path.split('/').at(-1) ?? '';
    return ['tar.gz', 'tar.zst', 'zip'].some(ending => base === `${name}.${ending}`) ? base : name;
}

;// CONCATENATED MODULE: ./.build/js/collect/files.js










/**
 * Finds the bytes of every artifact by size and digest, whatever the file is called: CI hosts call them as they like.
 */
async function findArtifacts(artifacts, files) {
    const sizes = new Set(artifacts.map(a => a.size));
    const hashed = [];
    for (const path of files) {
        const stat = await (0,promises_.lstat)(path);
        if (stat.isFile() && sizes.has(stat.size))
            hashed.push({ path, sha256: await sha256Of(path) });
    }
    const found = new Map();
    const failures = [];
    for (const artifact of artifacts) {
        const names = [fileNameOf(artifact), (0,external_node_path_.basename)(artifact.path)];
        const same = hashed.filter(h => h.sha256 === artifact.sha256);
        const best = same.find(h => names.includes((0,external_node_path_.basename)(h.path))) ?? same[0];
        if (best)
            found.set(artifact, best.path);
        else
            failures.push(notFound(artifact, files.find(path => (0,external_node_path_.basename)(path) === names[0])));
    }
    return { found, failures };
}
function notFound({ name, target }, other) {
    const targets = [target];
    if (other === undefined)
        return legFailure('missing-artifact', `the file of ${name} is not there`, { targets });
    return legFailure('changed-artifact', `${(0,external_node_path_.basename)(other)} is not what was judged as ${name}`, {
        targets,
        lines: [other],
    });
}
async function sha256Of(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for await (const piece of await piecesOf(path))
        hash.update(piece);
    return hash.digest('hex');
}
/** A file's bytes; a link is not followed. */
async function piecesOf(path) {
    const file = await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW);
    return file.createReadStream();
}
/**
 * Copies a file beside its place, hashing what is copied: what is kept is what was checked.
 * Returns the temporary name; nothing is left of a copy that failed.
 * @throws BuildError `changed-artifact`; what the system says of a full disk
 */
async function stageCopy(from, to, artifact) {
    const temporary = (0,write_file/* temporaryName */.N)(to);
    await (0,make_directory/* makeDirectory */.O)((0,external_node_path_.dirname)(to));
    const hash = (0,external_node_crypto_.createHash)('sha256');
    async function* hashed(bytes) {
        for await (const piece of bytes) {
            hash.update(piece);
            yield piece;
        }
    }
    try {
        await (0,external_node_stream_promises_.pipeline)(await piecesOf(from), hashed, (0,external_node_fs_.createWriteStream)(temporary, { flags: 'wx', mode: 0o600 }));
        await (0,promises_.chmod)(temporary, (0,external_node_path_.basename)(to) === artifact.name ? 0o755 : 0o644); // without an ending it is an executable
        if (hash.digest('hex') === artifact.sha256)
            return temporary;
        throw new errors/* BuildError */.zS('changed-artifact', `${from} changed while it was collected`);
    }
    catch (error) {
        await (0,promises_.rm)(temporary, { force: true }).catch(() => { });
        throw error;
    }
}

// EXTERNAL MODULE: ./.build/js/version.js
var version = __webpack_require__(1480);
;// CONCATENATED MODULE: ./.build/js/collect/index-file.js



const index_file_version = schemas.string().nullable();
/** `index.json`: what installers and release scripts need to know of a run. Fields are added, never renamed. */
const indexSchema = schemas.object({
    schema: schemas.literal(1),
    project: schemas.string(),
    commit: schemas.string().nullable(),
    tool: schemas.object({ name: schemas.string(), version: schemas.string() }),
    artifacts: schemas.array(schemas.object({
        name: schemas.string(),
        file: schemas.string().meta({ description: 'Beside index.json.' }),
        target: schemas.string(),
        sha256: schemas.string(),
        size: schemas.number(),
        linkage: schemas.string().meta({ description: '`mixed` where its executables differ.' }),
        floor: schemas.object({ glibc: index_file_version, musl: index_file_version }).meta({ description: 'The highest that one of them needs.' }),
        runsOn: schemas.array(schemas.string()).meta({ description: 'Of the most demanding executable.' }),
        executables: schemas.array(schemas.object({ name: schemas.string(), sha256: schemas.string() })),
    })),
});
/** Makes the index of legs that are all verified. Pure. */
function makeIndex(legs, { project, tool }) {
    return {
        ...{ schema: 1, project: project.name, commit: project.commit, tool },
        artifacts: legs.flatMap(({ found: { report } }) => report.artifacts.map(artifact => {
            const files = report.files.filter(f => artifact.files.includes(f.path));
            const linkages = [...new Set(files.map(f => f.linkage))];
            const [linkage = 'mixed'] = linkages;
            const { name, target, sha256, size } = artifact;
            return {
                ...{ name, file: fileNameOf(artifact), target, sha256, size },
                linkage: linkages.length === 1 ? linkage : 'mixed',
                floor: { glibc: highest(files, 'glibc'), musl: highest(files, 'musl') },
                runsOn: mostDemanding(files)?.runsOn ?? [],
                executables: files.map(f => ({ name: f.path.split('/').at(-1) ?? f.path, sha256: f.sha256 ?? '' })),
            };
        })),
    };
}
function highest(files, libc) {
    return files.reduce((most, { floor }) => greater(most, floor[libc]), null);
}
function greater(a, b) {
    if (a === null || b === null)
        return a ?? b;
    return (0,version/* compareVersions */.Z)(a, b) >= 0 ? a : b;
}
/** A dynamic executable demands more than a static one, and of two the one with the higher floor. */
function mostDemanding(files) {
    const weight = (f) => (f.interpreter === null ? null : (f.floor.glibc ?? f.floor.musl ?? '0'));
    return files.reduce((most, f) => {
        if (most === undefined)
            return f;
        const [a, b] = [weight(most), weight(f)];
        return greater(a, b) === a ? most : f;
    }, undefined);
}

;// CONCATENATED MODULE: ./.build/js/collect/matrix.js

/** GitHub allows 256 legs; a matrix is a few hundred bytes for each. */
const longest = 4 * 1024 * 1024;
/**
 * Reads the matrix as `plan --matrix` printed it.
 * @throws BuildError `bad-input`
 */
async function readMatrix(text) {
    const { z } = await __webpack_require__.e(/* import() */ 618).then(__webpack_require__.bind(__webpack_require__, 2618));
    const schema = z.object({ include: z.array(z.object({ name: z.string().min(1), only: z.string().min(1) })).min(1) });
    const refuse = (why) => new errors/* BuildError */.zS('bad-input', `the matrix ${why}`, { hint: 'Give what `portable-build plan --matrix` has printed.' });
    if (text.length > longest)
        throw refuse('is too long');
    let data;
    try {
        data = JSON.parse(text);
    }
    catch {
        throw refuse('is no JSON');
    }
    const read = schema.safeParse(data);
    if (!read.success)
        throw refuse(`is none: ${read.error.issues[0]?.path.join('.')} ${read.error.issues[0]?.message}`);
    const legs = read.data.include.map(({ name, only }) => ({ name, jobs: only.split(',').map(id => id.trim()) }));
    const names = legs.map(l => l.name);
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice !== undefined)
        throw refuse(`has two legs ${JSON.stringify(twice)}`);
    return legs;
}

// EXTERNAL MODULE: ./.build/js/tool.js
var tool = __webpack_require__(1688);
;// CONCATENATED MODULE: ./.build/js/collect/merge.js

/** One report of all legs; steps and cache entries say whose they are. Verified only when all legs are and nothing is wrong. Pure. */
function mergeReports({ legs, failures, artifacts, outputDir }) {
    const reports = legs.map(l => l.found.report);
    const [first] = legs;
    const inLeg = (rows) => legs.flatMap(({ name, found }) => rows(found.report).map(row => ({ ...row, leg: name })));
    const plan = first?.found.plan;
    return {
        schema: 1,
        tool: first?.found.report.tool ?? tool/* tool */.z,
        project: first?.found.report.project ?? { name: '', language: '', commit: null },
        plan: {
            ...plan,
            projects: (plan?.projects ?? [nobody]).map((project, i) => ({
                ...project,
                outputDir,
                targets: project.targets.map((target, n) => doneBy(legs, i, n) ?? target),
            })),
            jobs: legs.flatMap(({ found }) => found.plan.jobs.filter(j => found.report.jobs.includes(j.id))),
        },
        jobs: reports.flatMap(r => r.jobs),
        policy: Object.assign({}, ...reports.map(r => r.policy)),
        files: reports.flatMap(r => r.files),
        artifacts: [...artifacts],
        cache: inLeg(r => r.cache),
        steps: inLeg(r => r.steps),
        failures: [...failures],
        notices: [...new Set(reports.flatMap(r => r.notices))],
        verified: failures.length === 0 && artifacts.length > 0,
    };
}
/** Where no leg has said what was built, the report has a place all the same. */
const nobody = { name: '', targets: [] };
/** The target as the leg planned it that built it: its machine decided how. */
function doneBy(legs, project, target) {
    return legs
        .map(({ found }) => ({ jobs: found.report.jobs, planned: found.plan.projects[project]?.targets[target] }))
        .find(({ jobs, planned }) => planned && jobs.includes(planned.job))?.planned;
}

// EXTERNAL MODULE: ./.build/js/report/schema.js
var schema = __webpack_require__(4360);
;// CONCATENATED MODULE: ./.build/js/collect/read.js








/** Bytes of a report; one of a thousand files has about three million. */
const largestReport = 64 * 1024 * 1024;
const mostFiles = 100_000;
/** `report.json`, and as CI artifacts are called. */
const reportName = /^report\.json$|^portable-build-report-.*$/;
/**
 * Finds the reports and the files below a directory, which may be anyone's: links are not followed, sizes are bounded,
 * everything is checked by the report's schema.
 * @param skip absolute path of a directory to leave out
 * @throws BuildError `bad-input` when the directory cannot be read or holds too much
 */
async function readLegs(dir, skip) {
    const all = await filesBelow((0,external_node_path_.resolve)(dir), skip);
    const reports = [];
    const broken = [];
    for (const path of all.filter(p => reportName.test((0,external_node_path_.basename)(p)))) {
        const name = path.slice((0,external_node_path_.resolve)(dir).length + 1);
        const read = await readReport(path);
        if (read === null)
            continue;
        if ('why' in read)
            broken.push({ path: name, why: read.why });
        else if (!reports.some(r => r.sha256 === read.sha256))
            reports.push({ path: name, ...read });
    }
    return { reports, broken, files: all.filter(p => !reportName.test((0,external_node_path_.basename)(p))) };
}
async function filesBelow(root, skip) {
    const found = [];
    const queue = [root];
    for (let dir = queue.pop(); dir !== undefined; dir = queue.pop()) {
        const entries = await (0,promises_.readdir)(dir, { withFileTypes: true }).catch((cause) => {
            throw new errors/* BuildError */.zS('bad-input', `${dir} is no directory that can be read`, { cause });
        });
        for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
            const path = (0,external_node_path_.join)(dir, entry.name);
            if (entry.isDirectory() && path !== skip)
                queue.push(path);
            else if (entry.isFile())
                found.push(path);
        }
        if (found.length + queue.length > mostFiles)
            throw new errors/* BuildError */.zS('bad-input', `${root} holds over ${mostFiles} files`);
    }
    return found.sort();
}
/** Null: a `report.json` of some other tool. */
async function readReport(path) {
    const bytes = await readBounded(path);
    if (bytes === null)
        return { why: `it is larger than ${largestReport} bytes, or cannot be read` };
    let data;
    try {
        data = JSON.parse(bytes.toString('utf8'));
    }
    catch {
        return { why: 'it is no JSON: cut off, or never finished' };
    }
    if (!isOurs(data))
        return null;
    const report = schema/* reportSchema */.Q.safeParse(data);
    if (!report.success) {
        const [issue] = report.error.issues;
        return { why: `it is no report of schema 1: ${issue?.path.join('.')}: ${issue?.message}` };
    }
    const plan = readPlan(report.data.plan);
    if (plan === null)
        return { why: 'its plan is none' };
    return { sha256: (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex'), report: report.data, plan };
}
function isOurs(data) {
    if (!(data instanceof Object) || !('tool' in data) || !(data.tool instanceof Object))
        return false;
    return 'name' in data.tool && data.tool.name === tool/* tool */.z.name;
}
async function readBounded(path) {
    try {
        const file = await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW);
        try {
            return (await file.stat()).size > largestReport ? null : await file.readFile();
        }
        finally {
            await file.close();
        }
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./.build/js/collect/run.js











/**
 * Puts the legs of a matrix together: every leg is there once, is verified, and its files are the bytes that were judged.
 * Only then the artifacts go to the output directory, flat, with SHA256SUMS and index.json; the merged report always.
 * @throws BuildError `bad-input`, `cannot-write`, `disk-full`, `interrupted`
 */
async function collectRun(host, request) {
    const dir = (0,external_node_path_.resolve)(request.dir);
    const outputDir = (0,external_node_path_.resolve)(request.outputDir);
    if (outputDir === dir || dir.startsWith(outputDir + external_node_path_.sep)) {
        throw new errors/* BuildError */.zS('bad-input', `${outputDir} is where the legs are`, { hint: 'Choose another `output-dir`.' });
    }
    const expected = request.matrix === null ? null : await readMatrix(request.matrix);
    const gathered = await readLegs(dir, outputDir);
    const { legs, failures: wrong } = matchLegs(gathered, expected);
    const artifacts = legs.flatMap(l => l.found.report.artifacts);
    const { found, failures: gone } = await findArtifacts(artifacts, gathered.files);
    if (host.signal.aborted)
        throw new errors/* BuildError */.zS('interrupted', 'the run was interrupted');
    const failures = [...wrong, ...gone];
    await (0,output/* placeArtifacts */.XY)(outputDir, []); // what an earlier run left there is not this run's result
    const kept = failures.length === 0 ? await keep(legs, found, outputDir) : [];
    const report = mergeReports({ legs, failures, artifacts: kept, outputDir });
    await host.publish(report);
    return report;
}
/** Copies all artifacts, or none; the list of them and the index come last. Returns them with their new paths. */
async function keep(legs, found, outputDir) {
    const staged = [];
    try {
        for (const [artifact, path] of found) {
            const name = fileNameOf(artifact);
            const temporary = await stageCopy(path, (0,external_node_path_.join)(outputDir, name), artifact);
            staged.push({ relative: name, temporary, sha256: artifact.sha256 });
        }
    }
    catch (error) {
        for (const { temporary } of staged)
            await (0,promises_.rm)(temporary, { force: true }).catch(() => { });
        throw (0,file_error/* writeError */.o)(error, outputDir);
    }
    await (0,output/* keepStagedFiles */.jt)(outputDir, staged);
    const [first] = legs;
    const index = first ? makeIndex(legs, first.found.report) : null;
    await (0,output/* writeOutputFiles */.kF)(outputDir, {
        SHA256SUMS: (0,output/* checksums */.vw)(staged),
        'index.json': `${JSON.stringify(index, null, 2)}\n`,
    });
    return [...found.keys()].map(a => ({ ...a, path: (0,external_node_path_.relative)('.', (0,external_node_path_.join)(outputDir, fileNameOf(a))) }));
}

// EXTERNAL MODULE: ./.build/js/report/outcome.js
var outcome = __webpack_require__(9659);
// EXTERNAL MODULE: ./.build/js/verify/demands.js
var demands = __webpack_require__(3340);
// EXTERNAL MODULE: ./.build/js/cli/run/request.js + 17 modules
var run_request = __webpack_require__(9774);
// EXTERNAL MODULE: ./.build/js/cli/run/show.js + 1 modules
var show = __webpack_require__(224);
;// CONCATENATED MODULE: ./.build/js/cli/run/collect.js







/** `collect`: the legs of a matrix as one result; 0 only when all are there, verified and whole. */
async function collect(invocation, output) {
    const { args, inputs, options } = invocation;
    const matrix = options['matrix'] === undefined ? null : await readMatrixText(options['matrix']);
    const request = { dir: args[0] ?? 'legs', outputDir: (0,demands/* readInput */.R5)('output-dir', inputs), matrix };
    const report = await (0,run_request.onHost)(invocation, host => collectRun(host, request));
    const more = report.verified ? ['SHA256SUMS', 'index.json'] : [];
    (0,show/* showReport */.U)(report, output, options, ['report.md', 'report.json', ...more]);
    return (0,outcome/* exitCodeOf */.F)(report);
}
/** The text itself, or with `@` the file that holds it. */
async function readMatrixText(given) {
    if (!given.startsWith('@'))
        return given;
    const path = given.slice(1);
    return (0,promises_.readFile)(path, 'utf8').catch((cause) => {
        throw new errors/* BuildError */.zS('bad-input', `--matrix: ${path} cannot be read`, { cause });
    });
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

/***/ 1927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ artifactName),
/* harmony export */   IK: () => (/* binding */ executableName),
/* harmony export */   Mb: () => (/* binding */ checkUnique),
/* harmony export */   k1: () => (/* binding */ isArtifactName)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1541);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1254);


const placeholders = ['bin', 'target', 'project', 'version', 'arch'];
const known = placeholders.map(p => `$${p}`).join(', ');
/**
 * Names are file names, names of CI artifacts, release assets and provenance subjects at once: flat, ASCII, without `=`
 * (subjects of attestations are `name=digest` lines) and without what a shell or an option parser would take for its own.
 */
const safeName = /^[A-Za-z0-9_+][A-Za-z0-9._+-]*$/;
/** Room for an ending, and for the name of a temporary file beside it, in the 255 bytes of a file name. */
const longest = 200;
/** What a run writes beside its artifacts, and what a CI host calls the reports of legs. */
const taken = /^(SHA256SUMS|index\.json|report\.(json|md|html)|junit\.xml|portable-build-report-.*)$/i;
/**
 * Fills in the placeholders of `artifact-name`. The values become safe (a project can be called anything); what was
 * written between them must be.
 * @throws BuildError `bad-input` for a placeholder that there is not, one without a value, or a name that is none
 */
function artifactName(template, parts) {
    const name = template.replace(/\$(?:\{([^}]*)\}|([A-Za-z]*))/g, (written, braced, bare) => fillIn(braced ?? bare ?? '', written, parts));
    return checkName(name, template);
}
/** The name of one of several executables that are handed over unpacked. */
function executableName(artifact, executable) {
    return checkName(`${artifact}-${safePart(executable)}`, artifact);
}
/** Whether a text from elsewhere can be the name of an artifact. */
function isArtifactName(name) {
    return safeName.test(name) && name.length <= longest && !taken.test(name);
}
function fillIn(word, written, parts) {
    const placeholder = placeholders.find(p => p === word);
    if (placeholder === undefined) {
        const guess = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(word, placeholders);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS('bad-input', `artifact-name has ${JSON.stringify(written)}, which is no placeholder`, {
            hint: guess ? `Did you mean $${guess}? There are ${known}.` : `There are ${known}.`,
        });
    }
    const value = parts[placeholder];
    if (value !== null)
        return safePart(value);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS('bad-input', `artifact-name asks for $version, but ${parts.project} has none`, {
        hint: 'Write one into its manifest, tag the commit (v1.2.3), or leave $version out.',
    });
}
function safePart(value) {
    return value.replace(/[^A-Za-z0-9._+-]+/g, '-').replace(/^[-.]+|-+$/g, '') || 'executable';
}
function checkName(name, template) {
    const refuse = (why) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS('bad-input', `artifact-name ${JSON.stringify(template)} gives ${JSON.stringify(name)}, ${why}`);
    if (!safeName.test(name))
        throw refuse('but names are letters, digits and `. _ + -`, and start with no dot or dash');
    if (name.length > longest)
        throw refuse(`which has ${name.length} characters; ${longest} are possible`);
    if (taken.test(name))
        throw refuse('which is the name of another file of the run');
    return name;
}
/**
 * Every name is there once, also where upper and lower case are the same.
 * @throws BuildError `same-artifact` that says which placeholder would tell the two apart
 */
function checkUnique(named) {
    const seen = new Map();
    for (const { name, parts } of named) {
        const other = seen.get(name.toLowerCase());
        if (other === undefined)
            seen.set(name.toLowerCase(), parts);
        else {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS('same-artifact', `${describe(other)} and ${describe(parts)} give artifacts named ${name}`, {
                hint: hintFor(other, parts),
            });
        }
    }
}
const describe = ({ project, target }) => `${project} for ${target}`;
/** Most telling first: two targets differ in `$target` for sure, in `$arch` perhaps. */
const telling = ['target', 'project', 'bin'];
function hintFor(one, other) {
    const missing = telling.find(p => one[p] !== other[p]);
    return missing
        ? `Put $${missing} into artifact-name.`
        : 'Give one of the two projects an artifact-name of its own in portable-build.yml.';
}


/***/ }),

/***/ 4360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ reportSchema),
/* harmony export */   baselineSchema: () => (/* binding */ baselineSchema)
/* harmony export */ });
/* unused harmony export verdictSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5156);

/** The report's one definition: types, checks and the published JSON Schema come from it. Fields are added, never renamed. */
const version = zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable();
const finding = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    id: zod__WEBPACK_IMPORTED_MODULE_0__.string().meta({ description: 'Stable id of the kind of finding; docs/findings/<id>.md explains it.' }),
    severity: zod__WEBPACK_IMPORTED_MODULE_0__["enum"](['error', 'warning', 'info']),
    message: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
    evidence: zod__WEBPACK_IMPORTED_MODULE_0__.string().meta({ description: 'Data from the file: offset, symbol, text; at most 200 characters.' }),
    hint: zod__WEBPACK_IMPORTED_MODULE_0__.string().meta({ description: 'What to do about it.' }),
});
const smoke = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    where: zod__WEBPACK_IMPORTED_MODULE_0__.string().meta({ description: 'Where it was started: `x86_64`, `qemu-aarch64 cortex-a53`, `glibc 2.31`.' }),
    ok: zod__WEBPACK_IMPORTED_MODULE_0__.boolean(),
    ms: zod__WEBPACK_IMPORTED_MODULE_0__.number(),
    command: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()).optional(),
    output: zod__WEBPACK_IMPORTED_MODULE_0__.string().optional().meta({ description: 'First line that it printed, or why it did not start.' }),
});
const imported = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    library: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable().meta({ description: 'Null where the file does not say which.' }),
    version: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable(),
    weak: zod__WEBPACK_IMPORTED_MODULE_0__.boolean().meta({ description: 'The loader starts the file without the version too.' }),
    symbols: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.object({ name: zod__WEBPACK_IMPORTED_MODULE_0__.string(), weak: zod__WEBPACK_IMPORTED_MODULE_0__.boolean() })),
});
const file = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    path: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable().meta({
        description: 'Null when the file could not be read, or is too large (256 MiB) to read all of it where no build asks for it.',
    }),
    size: zod__WEBPACK_IMPORTED_MODULE_0__.number().nullable(),
    target: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable().meta({ description: 'Canonical name of the target that it was judged for.' }),
    arch: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable(),
    linkage: zod__WEBPACK_IMPORTED_MODULE_0__["enum"]([
        'static',
        'static-pie',
        'dynamic-glibc',
        'dynamic-musl',
        'dynamic-other',
        'shared-library',
        'not-elf',
    ]),
    interpreter: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable(),
    needed: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()),
    floor: zod__WEBPACK_IMPORTED_MODULE_0__.object({ glibc: version, musl: version, glibcxx: version, cxxabi: version, gcc: version }),
    explanations: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.object({ version: zod__WEBPACK_IMPORTED_MODULE_0__.string(), library: zod__WEBPACK_IMPORTED_MODULE_0__.string(), symbols: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()) })),
    runsOn: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()).meta({ description: 'First release of each distribution that has what is needed.' }),
    notOn: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()).optional().meta({ description: 'Last release of each distribution that is too old.' }),
    dependsOn: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string())
        .optional()
        .meta({ description: 'Releases that start it only if the distribution has patched its glibc.' }),
    imports: zod__WEBPACK_IMPORTED_MODULE_0__.array(imported)
        .optional()
        .meta({ description: 'All that is needed from outside, where it was asked for.' }),
    smoke: zod__WEBPACK_IMPORTED_MODULE_0__.array(smoke).optional(),
    findings: zod__WEBPACK_IMPORTED_MODULE_0__.array(finding),
    get payload() {
        return zod__WEBPACK_IMPORTED_MODULE_0__.array(file);
    },
    kind: zod__WEBPACK_IMPORTED_MODULE_0__.string().optional().meta({
        description: 'What `payload` was packed as: `tar`, `zip`, `deb`, `rpm`, `AppImage`, `PyInstaller onefile`, …',
    }),
    skipped: zod__WEBPACK_IMPORTED_MODULE_0__.number().optional().meta({ description: 'Packed files that are not ELF.' }),
    verified: zod__WEBPACK_IMPORTED_MODULE_0__.boolean(),
});
const policy = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    target: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable(),
    arch: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable(),
    linkage: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()).nullable(),
    floor: zod__WEBPACK_IMPORTED_MODULE_0__.object({ glibc: version, musl: zod__WEBPACK_IMPORTED_MODULE_0__.string().optional() }),
    allowLibraries: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()).meta({ description: '`*`: every library is allowed.' }),
    forbidLibraries: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()).optional(),
    forbidPaths: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()).optional(),
    secrets: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()).optional().meta({ description: 'Names of the variables whose values were looked for.' }),
    cpu: zod__WEBPACK_IMPORTED_MODULE_0__.string().optional(),
    kernel: zod__WEBPACK_IMPORTED_MODULE_0__.string().optional().meta({ description: 'Oldest kernel that must do.' }),
    pageSize: zod__WEBPACK_IMPORTED_MODULE_0__.number().optional().meta({ description: 'Bytes; missing: what the architecture has.' }),
    preset: zod__WEBPACK_IMPORTED_MODULE_0__["enum"](['static', 'glibc', 'musl', 'any']).optional(),
    allow: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()).optional().meta({ description: 'Findings and groups that are told but stop nothing.' }),
    forbid: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()).optional().meta({ description: 'Findings and groups that are errors.' }),
    cgo: zod__WEBPACK_IMPORTED_MODULE_0__.literal(false).optional(),
    commit: zod__WEBPACK_IMPORTED_MODULE_0__.string().optional(),
});
const step = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    id: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
    title: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
    job: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
    startMs: zod__WEBPACK_IMPORTED_MODULE_0__.number().meta({ description: 'Milliseconds since the start of the run.' }),
    ms: zod__WEBPACK_IMPORTED_MODULE_0__.number(),
    ok: zod__WEBPACK_IMPORTED_MODULE_0__.boolean(),
    leg: zod__WEBPACK_IMPORTED_MODULE_0__.string().optional().meta({ description: 'Leg of the matrix that did it, in a report of several.' }),
});
const diagnostic = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    severity: zod__WEBPACK_IMPORTED_MODULE_0__["enum"](['error', 'warning']),
    file: zod__WEBPACK_IMPORTED_MODULE_0__.string().meta({ description: 'Relative to the directory that the run was asked for.' }),
    line: zod__WEBPACK_IMPORTED_MODULE_0__.number(),
    column: zod__WEBPACK_IMPORTED_MODULE_0__.number().nullable(),
    message: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
    code: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable().meta({ description: "The compiler's own code: `E0308`, `-Wunused-variable`." }),
});
const failure = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    code: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
    message: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
    hint: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
    job: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable(),
    targets: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()),
    step: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable(),
    command: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable().meta({ description: 'Copy-pastable command line.' }),
    lines: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()),
    diagnostics: zod__WEBPACK_IMPORTED_MODULE_0__.array(diagnostic).optional().meta({ description: 'What compilers said of lines of the project.' }),
});
const artifact = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    name: zod__WEBPACK_IMPORTED_MODULE_0__.string().meta({ description: 'Unique in the run: `treesum-x86_64-linux-musl`, without an extension.' }),
    path: zod__WEBPACK_IMPORTED_MODULE_0__.string().meta({ description: 'The archive, or the executable where there is none; as paths of `files`.' }),
    target: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_0__.string().meta({ description: 'Of the file at `path`.' }),
    size: zod__WEBPACK_IMPORTED_MODULE_0__.number(),
    files: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()).meta({ description: 'Executables in it, by their paths in `files`.' }),
    verified: zod__WEBPACK_IMPORTED_MODULE_0__.boolean(),
});
/** `report.json` (design section 5). */
const reportSchema = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    schema: zod__WEBPACK_IMPORTED_MODULE_0__.literal(1),
    tool: zod__WEBPACK_IMPORTED_MODULE_0__.object({ name: zod__WEBPACK_IMPORTED_MODULE_0__.string(), version: zod__WEBPACK_IMPORTED_MODULE_0__.string() }),
    project: zod__WEBPACK_IMPORTED_MODULE_0__.object({ name: zod__WEBPACK_IMPORTED_MODULE_0__.string(), language: zod__WEBPACK_IMPORTED_MODULE_0__.string(), commit: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable() }),
    plan: zod__WEBPACK_IMPORTED_MODULE_0__.unknown().meta({ description: 'The plan, as `portable-build plan --json` prints it.' }),
    jobs: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()).meta({ description: 'Ids of the jobs of the plan that this run did.' }),
    policy: zod__WEBPACK_IMPORTED_MODULE_0__.record(zod__WEBPACK_IMPORTED_MODULE_0__.string(), policy).meta({ description: 'What was demanded, by canonical target name.' }),
    files: zod__WEBPACK_IMPORTED_MODULE_0__.array(file),
    artifacts: zod__WEBPACK_IMPORTED_MODULE_0__.array(artifact).meta({ description: 'What is handed over: one archive for each target.' }),
    cache: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.object({
        id: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
        key: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
        hit: zod__WEBPACK_IMPORTED_MODULE_0__["enum"](['exact', 'partial', 'miss', 'skipped']),
        bytes: zod__WEBPACK_IMPORTED_MODULE_0__.number(),
        ms: zod__WEBPACK_IMPORTED_MODULE_0__.number(),
        why: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
        leg: zod__WEBPACK_IMPORTED_MODULE_0__.string().optional(),
    })),
    steps: zod__WEBPACK_IMPORTED_MODULE_0__.array(step),
    failures: zod__WEBPACK_IMPORTED_MODULE_0__.array(failure),
    notices: zod__WEBPACK_IMPORTED_MODULE_0__.array(zod__WEBPACK_IMPORTED_MODULE_0__.string()),
    verified: zod__WEBPACK_IMPORTED_MODULE_0__.boolean().meta({ description: 'True only if at least one file was judged and none has an error.' }),
});
const change = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    path: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
    kind: zod__WEBPACK_IMPORTED_MODULE_0__["enum"]([
        ...['lost-file', 'lost-arch', 'arch', 'linkage', 'floor', 'library', 'cpu', 'kernel', 'hardening'],
        ...['finding', 'size', 'not-verified'],
    ]),
    message: zod__WEBPACK_IMPORTED_MODULE_0__.string(),
    before: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable(),
    after: zod__WEBPACK_IMPORTED_MODULE_0__.string().nullable(),
});
const comparison = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    files: zod__WEBPACK_IMPORTED_MODULE_0__.number().meta({ description: 'Files that were found in both.' }),
    worse: zod__WEBPACK_IMPORTED_MODULE_0__.array(change),
});
/** What `verify --json` prints. */
const verdictSchema = zod__WEBPACK_IMPORTED_MODULE_0__.object({
    schema: zod__WEBPACK_IMPORTED_MODULE_0__.literal(1),
    files: zod__WEBPACK_IMPORTED_MODULE_0__.array(file),
    policy,
    comparison: comparison.optional().meta({ description: 'With `--baseline`: what got worse since then.' }),
    verified: zod__WEBPACK_IMPORTED_MODULE_0__.boolean(),
});
/** What `--baseline` reads: the part that `report.json` and `verify --json` have in common. */
const baselineSchema = zod__WEBPACK_IMPORTED_MODULE_0__.object({ schema: zod__WEBPACK_IMPORTED_MODULE_0__.literal(1), files: zod__WEBPACK_IMPORTED_MODULE_0__.array(file), verified: zod__WEBPACK_IMPORTED_MODULE_0__.boolean() });


/***/ })

};
