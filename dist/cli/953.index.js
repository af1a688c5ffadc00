export const id = 953;
export const ids = [953];
export const modules = {

/***/ 1492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ lockWorkDir)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1541);
/* harmony import */ var _file_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5862);
/* harmony import */ var _make_directory_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8095);
/* harmony import */ var _write_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6151);








/** How often a waiting run looks, ms. */
const pollMs = 200;
/** How often a holder shows that it lives, and after how long without a sign another place's holder is dead, ms. */
const beatMs = 5000;
const deadMs = 30_000;
/**
 * Takes the work directory (`<project>/.portable-build`) for this run; makes it, and hides it from git. A second run
 * waits, with a message that names the first. A holder that has died is not waited for: on this machine it is known by
 * process id and start time, elsewhere (another container, a network disk) by signs of life that stay away, counted by
 * our own monotonic clock.
 * @throws BuildError `interrupted` when `signal` ends the wait, `cannot-write`, `disk-full`
 */
async function lockWorkDir(dir, log, signal) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(dir, 'lock');
    const me = { pid: process.pid, start: startOf(process.pid), place: placeOf(), id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)() };
    await makeWorkDir(dir);
    let told = '';
    let sign = { at: performance.now(), text: '' };
    while (!(await take(path, me))) {
        const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(path, 'utf8').catch(() => '');
        const seen = `${text}${await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path).then(s => s.mtimeMs, () => '')}`;
        if (seen !== sign.text)
            sign = { at: performance.now(), text: seen };
        const holder = parse(text);
        if (isDead(holder, me, performance.now() - sign.at)) {
            await removeLock(path, text);
            continue;
        }
        if (told !== text && holder) {
            log.info(`another run (process ${holder.pid}) is working in ${dir}: waiting for it to end`);
            told = text;
        }
        await pause(signal, dir);
    }
    const beat = setInterval(() => void (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.utimes)(path, new Date(), new Date()).catch(() => { }), beatMs).unref();
    return {
        release: async () => {
            clearInterval(beat);
            if (parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(path, 'utf8').catch(() => ''))?.id === me.id)
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(path, { force: true });
        },
    };
}
async function makeWorkDir(dir) {
    await (0,_make_directory_js__WEBPACK_IMPORTED_MODULE_6__/* .makeDirectory */ .O)(dir);
    await (0,_write_file_js__WEBPACK_IMPORTED_MODULE_7__/* .writeWhole */ .f)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(dir, '.gitignore'), '*\n');
}
/** Whether the lock is ours now. The file is whole before it has its name, so nobody ever reads half of it. */
async function take(path, me) {
    const own = `${path}.${me.id}`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(own, JSON.stringify(me), { flag: 'wx' });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.link)(own, path);
        return true;
    }
    catch (error) {
        if ((0,_file_error_js__WEBPACK_IMPORTED_MODULE_5__/* .errno */ .b)(error) === 'EEXIST')
            return false;
        throw (0,_file_error_js__WEBPACK_IMPORTED_MODULE_5__/* .writeError */ .o)(error, path);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(own, { force: true }).catch(() => { });
    }
}
/** Removes the lock of a dead holder, unless another run has done so and taken it since we looked. */
async function removeLock(path, text) {
    const aside = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(path, aside);
    }
    catch (error) {
        if ((0,_file_error_js__WEBPACK_IMPORTED_MODULE_5__/* .errno */ .b)(error) === 'ENOENT')
            return;
        throw (0,_file_error_js__WEBPACK_IMPORTED_MODULE_5__/* .writeError */ .o)(error, path);
    }
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(aside, 'utf8')) !== text)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.link)(aside, path).catch(() => { });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(aside, { force: true });
}
function isDead(holder, me, silentMs) {
    if (holder === null || holder.place !== me.place)
        return silentMs > deadMs;
    if (holder.pid === me.pid)
        return holder.start !== me.start;
    if (!isRunning(holder.pid))
        return true;
    const start = startOf(holder.pid);
    return holder.start !== null && start !== null && start !== holder.start;
}
function isRunning(pid) {
    try {
        return process.kill(pid, 0);
    }
    catch (error) {
        return (0,_file_error_js__WEBPACK_IMPORTED_MODULE_5__/* .errno */ .b)(error) === 'EPERM'; // another user's
    }
}
/** Field 22 of proc(5)'s stat; the name before it may hold spaces and parentheses. Null where it cannot be known. */
function startOf(pid) {
    try {
        const text = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(`/proc/${pid}/stat`, 'latin1');
        return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
    }
    catch {
        return null;
    }
}
function placeOf() {
    try {
        return `${(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)('/proc/sys/kernel/random/boot_id', 'latin1').trim()} ${(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)('/proc/self/ns/pid')}`;
    }
    catch {
        return 'unknown';
    }
}
function parse(text) {
    try {
        const data = JSON.parse(text);
        return Number.isInteger(data?.pid) && data.pid > 0 && typeof data.place === 'string' ? data : null;
    }
    catch {
        return null;
    }
}
async function pause(signal, dir) {
    await new Promise(resolve => {
        const timer = setTimeout(done, pollMs);
        function done() {
            clearTimeout(timer);
            signal.removeEventListener('abort', done);
            resolve();
        }
        signal.addEventListener('abort', done);
    });
    if (signal.aborted)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .BuildError */ .zS('interrupted', `interrupted while waiting for another run in ${dir}`);
}


/***/ }),

/***/ 5004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qh: () => (/* binding */ archOf),
/* harmony export */   W5: () => (/* binding */ decideSmoke),
/* harmony export */   mv: () => (/* binding */ runnerOf)
/* harmony export */ });
/* harmony import */ var _arch_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3753);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1480);


/** Architectures whose programs a kernel of another one runs by itself. */
const alsoRuns = {
    x86_64: ['i686'],
    armv7: ['armv6', 'armel'],
};
/** A CPU model with everything that qemu-user has: for programs that are allowed to need more than the baseline. */
const allFeatures = 'max';
/**
 * Decides how a file can be started on this machine. Pure. On this machine's own architecture natively and, where a
 * qemu-user for it is installed, on the baseline CPU as well: only that shows an instruction that older CPUs lack.
 */
function decideSmoke(subject, machine) {
    const reason = unfit(subject) ?? withoutLoader(subject, machine);
    if (reason !== null)
        return { starts: [], reason };
    const arch = subject.arch;
    const starts = [...natively(arch, machine), ...emulated(arch, subject.cpu, machine)];
    const [first, ...more] = starts;
    if (first)
        return { starts: [first, ...more], reason: null };
    return {
        starts: [],
        reason: `nothing here runs ${arch} programs: install qemu-user-static (it has qemu-${_arch_js__WEBPACK_IMPORTED_MODULE_0__/* .archs */ .C[arch].qemu.name})`,
    };
}
/** The architecture of a file as one of the table, or null. */
function archOf({ arch }) {
    return arch !== null && Object.hasOwn(_arch_js__WEBPACK_IMPORTED_MODULE_0__/* .archs */ .C, arch) ? arch : null;
}
/** How programs of an architecture run here: by the kernel, else by qemu-user on the baseline CPU; null: not at all. */
function runnerOf(arch, cpu, machine) {
    return [...natively(arch, machine), ...emulated(arch, cpu, machine)][0] ?? null;
}
function unfit({ arch, linkage }) {
    if (archOf({ arch }) === null)
        return 'its architecture is not known';
    if (linkage === 'not-elf' || linkage === 'shared-library')
        return 'it is no program';
    if (linkage === 'dynamic-other')
        return 'it needs a loader that is not the one of its architecture';
    return null;
}
function withoutLoader(subject, machine) {
    const { linkage, interpreter, glibc, arch, hasLoader } = subject;
    if (interpreter === null)
        return null;
    if (!hasLoader)
        return `its loader ${interpreter} is not on this machine`;
    if (linkage !== 'dynamic-glibc' || arch !== machine.arch)
        return null;
    if (machine.glibc === null)
        return 'this machine has no glibc';
    if (glibc !== null && (0,_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Z)(machine.glibc, glibc) < 0) {
        return `it needs glibc ${glibc}, this machine has ${machine.glibc}`;
    }
    return null;
}
function natively(arch, machine) {
    if (arch === machine.arch)
        return [{ where: arch, prefix: [], env: {}, foreign: false }];
    const isKin = alsoRuns[machine.arch]?.includes(arch) === true;
    return isKin ? [{ where: `${arch} on ${machine.arch}`, prefix: [], env: {}, foreign: true }] : [];
}
function emulated(arch, cpu, machine) {
    const emulator = machine.emulators[arch];
    const isOwn = arch === machine.arch;
    // The kernel starts its own programs itself, and a CPU beyond the baseline would only fail there.
    if (emulator === undefined || (isOwn && (emulator === 'binfmt' || cpu !== null)))
        return [];
    const { name, baseline } = _arch_js__WEBPACK_IMPORTED_MODULE_0__/* .archs */ .C[arch].qemu;
    const model = cpu === null ? baseline : allFeatures;
    const where = `qemu-${name} ${model}`;
    if (emulator === 'binfmt')
        return [{ where, prefix: [], env: { QEMU_CPU: model }, foreign: true }];
    return [{ where, prefix: [emulator, '-cpu', model], env: {}, foreign: true }];
}


/***/ }),

/***/ 7542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ smokeFindings)
/* harmony export */ });
/* harmony import */ var _verify_findings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3703);

/**
 * What the starts of a file have to say beside verify's own findings. Pure.
 * @param when the `smoke` input: `require` makes a file that cannot be started here, or not at its floor, an error
 */
function smokeFindings(result, when) {
    const findings = result.smokes
        .filter(smoke => !smoke.ok)
        .map(smoke => {
        const id = result.illegal.includes(smoke) ? 'isa-baseline' : 'smoke';
        return (0,_verify_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .finding */ .gk)(id, `the program did not start (${smoke.where})`, smoke.output ?? '');
    });
    const { cannot, notAtFloor } = result;
    if (cannot !== null)
        findings.push(notStarted(`it was not started here: ${cannot}`, hints.here, when));
    if (notAtFloor !== null)
        findings.push(notStarted(`it was not started at its floor: ${notAtFloor}`, hints.floor, when));
    return findings;
}
const hints = {
    here: 'Install what the message names, or set `smoke: auto`.',
    floor: 'A container engine, or `mirrors: debian=…`, brings the old C library; `smoke-floor: off` does without.',
};
function notStarted(message, hint, when) {
    return (0,_verify_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .finding */ .gk)('smoke', message, '', { severity: when === 'require' ? 'error' : 'info', hint });
}


/***/ }),

/***/ 8380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ makeFloors)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/js/errors.js
var errors = __webpack_require__(1541);
// EXTERNAL MODULE: ./.build/js/toolchains/context.js
var toolchains_context = __webpack_require__(6334);
// EXTERNAL MODULE: ./.build/js/doctor/probe.js
var probe = __webpack_require__(844);
// EXTERNAL MODULE: ./.build/js/toolchains/xz.js
var xz = __webpack_require__(7651);
;// CONCATENATED MODULE: ./.build/js/smoke/floor/engine.js



/** What makes each engine say that it can start something: Docker's client is nothing without its daemon. */
const engines = [
    { name: 'docker', ask: ['version', '--format', '{{.Server.Version}}'] },
    { name: 'podman', ask: ['info', '--format', '{{.Version.Version}}'] },
];
/** An engine that does not answer within this time is none, ms. */
const answerMs = 10_000;
/** An image has tens of megabytes, ms. */
const pullMs = 120_000;
/** Looks for an engine that answers; else the reason. @throws BuildError `interrupted` */
async function findEngine(context) {
    const silent = [];
    for (const { name, ask } of engines) {
        const path = await (0,probe/* onPath */.L)(name, context.env);
        if (path === null)
            continue;
        if ((await run([path, ...ask], answerMs, context)).ok)
            return { name, path };
        silent.push(name);
    }
    return { why: silent.length > 0 ? `${silent.join(' and ')} does not answer` : 'there is no docker or podman' };
}
/**
 * Makes sure that the engine has an image for a platform: a tag that is there for another one is not taken for it.
 * Returns why not, or null. @throws BuildError `interrupted`
 */
async function ensureImage(engine, image, platform, context) {
    const format = ['--format', '{{.Os}}/{{.Architecture}}'];
    const present = await run([engine.path, 'image', 'inspect', ...format, image], answerMs, context);
    if (present.ok && present.said === platform)
        return null;
    const pulled = await run([engine.path, 'pull', '--quiet', '--platform', platform, image], pullMs, context);
    return pulled.ok ? null : `${engine.name} cannot get ${image}: ${pulled.said}`;
}
/**
 * The words before a program's own that start it in a container: no network, nothing to write but a small /tmp, no
 * rights, little memory, few processes. Pure. Source: `docker run --help`, podman-run(1).
 */
function containerPrefix(engine, start) {
    // podman without root maps its user to the container's root
    const user = engine.name === 'docker' ? ['--user', start.user] : [];
    const variables = Object.entries({ HOME: '/tmp', ...start.env }).flatMap(([k, v]) => ['--env', `${k}=${v}`]);
    return [
        ...[engine.path, 'run', '--rm', '--name', start.name, '--pull', 'never', '--platform', start.platform],
        ...['--network', 'none', '--read-only', '--tmpfs', '/tmp:rw,exec,size=64m', '--workdir', '/tmp'],
        ...['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges', '--security-opt', 'label=disable'],
        ...['--memory', '1g', '--memory-swap', '1g', '--pids-limit', '128', ...user, ...variables],
        ...['--mount', mount(start.path, start.program), start.image],
    ];
}
/** The value of `--mount` is a line of CSV: a path with a comma or a quote stands in quotes. Source: RFC 4180. */
function mount(source, target) {
    const from = `source=${source}`;
    const field = /[",\n\r]/.test(from) ? `"${from.replaceAll('"', '""')}"` : from;
    return `type=bind,${field},target=${target},readonly`;
}
async function run(argv, timeoutMs, { exec, env, signal }) {
    const outcome = await exec({ argv, cwd: '/', env: (0,toolchains_context/* clientEnv */.h)(env), timeoutMs, maxBytes: 1 << 16, signal });
    if (outcome.timedOut)
        return { ok: false, said: `no answer within ${timeoutMs / 1000} s` };
    return { ok: outcome.code === 0, said: outcome.code === 0 ? outcome.stdout.trim() : (0,xz/* lastLine */.fM)(outcome) };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./.build/js/build/lock.js
var build_lock = __webpack_require__(1492);
// EXTERNAL MODULE: ./.build/js/toolchains/acquire.js + 1 modules
var acquire = __webpack_require__(4109);
// EXTERNAL MODULE: ./.build/js/toolchains/proxy.js
var proxy = __webpack_require__(3273);
// EXTERNAL MODULE: ./.build/js/toolchains/unpack.js + 3 modules
var unpack = __webpack_require__(5797);
;// CONCATENATED MODULE: ./.build/js/smoke/floor/packages.js










/** A few megabytes that take longer than this are not worth the wait for a start; the next run goes on from there, ms. */
const patienceMs = 30_000;
/** Between attempts, ms at most: a build does not wait long for what it can do without. */
const pauseMs = 500;
/**
 * Unpacks the libraries of packages into private directories below `toolsDir`, once, checked by sha256. Returns the
 * directories in the order of `names`; nothing is installed on this machine.
 * @throws BuildError `download-failed`, `digest-mismatch`, `unsafe-archive`, `tool-missing` (no xz and no python3),
 *   `disk-full`, `cannot-write`, `interrupted`
 */
async function libraryDirs(request, context) {
    const { system, arch, names } = request;
    const home = (0,external_node_path_.join)(context.toolsDir, `${slug(system.name)}-${arch}`);
    const wanted = names.map(name => {
        const pin = system.archs[arch]?.[name];
        if (!pin)
            throw new errors/* BuildError */.zS('download-failed', `${system.name} has no pinned package ${name} for ${arch}`);
        return { name, pin, dir: (0,external_node_path_.join)(home, `${name}-${pin.sha256.slice(0, 16)}`) };
    });
    if (wanted.every(w => (0,external_node_fs_.existsSync)(w.dir)))
        return wanted.map(w => w.dir);
    const work = (0,external_node_path_.join)(context.toolsDir, '.install', `${slug(system.name)}-${arch}`);
    const lock = await (0,build_lock/* lockWorkDir */.c)(work, context.log, context.signal);
    try {
        for (const { name, pin, dir } of wanted) {
            if (!(0,external_node_fs_.existsSync)(dir))
                await install(name, pin, dir, work, request, context);
        }
    }
    finally {
        await lock.release();
    }
    return wanted.map(w => w.dir);
}
async function install(name, pin, dir, work, request, context) {
    const scratch = (0,external_node_path_.join)(work, 'scratch');
    await (0,promises_.rm)(scratch, { recursive: true, force: true });
    await (0,promises_.mkdir)(scratch, { recursive: true });
    const title = `${name} of ${request.system.name} for ${request.arch}`;
    const task = context.log.task(`${name}-${request.arch}`, `getting ${title}`);
    const patience = AbortSignal.timeout(patienceMs);
    const limited = { ...context, signal: AbortSignal.any([context.signal, patience]) };
    const restoreProxy = await (0,proxy/* useProxy */.C)(context.env, context.log);
    try {
        const archive = await fetchAny(pin, { work, scratch, task, pause }, request, limited);
        const fresh = (0,external_node_path_.join)(scratch, 'fresh');
        await (0,unpack/* unpack */.l)({ ...archive, name: (0,external_node_path_.basename)(pin.pool) }, fresh, {
            exec: context.exec,
            env: (0,toolchains_context/* clientEnv */.h)(context.env),
            signal: limited.signal,
        });
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(dir), { recursive: true });
        await (0,promises_.rename)(fresh, dir);
        if (archive.part)
            await (0,promises_.rm)(archive.part, { force: true });
        task.done(`${title} is here`);
    }
    catch (error) {
        task.fail(`${title} cannot be had`);
        if (!patience.aborted || context.signal.aborted)
            throw error;
        throw new errors/* BuildError */.zS('download-failed', `packages of ${request.system.name} do not come in ${patienceMs / 1000} s`);
    }
    finally {
        restoreProxy();
        await (0,promises_.rm)(scratch, { recursive: true, force: true }).catch(() => { });
    }
}
async function fetchAny(pin, desk, request, context) {
    const failures = [];
    for (const source of packageSources(pin, request.system, request.mirror)) {
        const got = await (0,acquire/* fetchFrom */.p)(source, desk, { ...context, arch: request.arch, mirrors: {} });
        if (!Array.isArray(got) && got.archive !== null) {
            return { path: got.archive.path, root: pin.root, ...(got.part === undefined ? {} : { part: got.part }) };
        }
        if (Array.isArray(got))
            failures.push(...got);
    }
    const code = failures.some(f => f.mismatch) ? 'digest-mismatch' : 'download-failed';
    const [first] = failures;
    // what one architecture could not get, the next one will not: the message is for both
    const why = first ? ` (${first.where.replace(pin.pool, '')}: ${first.why})` : '';
    throw new errors/* BuildError */.zS(code, `packages of ${request.system.name} cannot be had${why}`, {
        hint: 'Check the network and the proxy, or set `mirrors: debian=<directory or URL of an archive>`.',
        lines: failures.map(f => `${f.where}: ${f.why}`),
    });
}
/**
 * Where a package can come from: the user's mirror alone when there is one (a machine that names it reaches nothing
 * else), else the archives. Pure. A directory may be an archive (`pool/…`) or hold the files themselves.
 */
function packageSources(pin, system, mirror) {
    const { sha256, bytes, root } = pin;
    const file = { file: (0,external_node_path_.basename)(pin.pool), sha256, bytes, root };
    if (mirror !== null && !/^https?:\/\//i.test(mirror)) {
        const path = mirror.replace(/^file:\/\//i, '');
        return [path, (0,external_node_path_.join)(path, (0,external_node_path_.dirname)(pin.pool))].map(at => ({ from: 'directory', path: at, files: [file] }));
    }
    const bases = mirror === null ? system.archives : [mirror];
    return [{ from: 'url', urls: bases.map(base => `${base.replace(/\/+$/, '')}/${pin.pool}`), file }];
}
function slug(name) {
    return name.toLowerCase().replace(/[^a-z0-9.]+/g, '-');
}
async function pause(ms, signal) {
    await (0,external_node_timers_promises_.setTimeout)(Math.min(ms, pauseMs), undefined, { signal }).catch(() => {
        throw new errors/* BuildError */.zS('interrupted', 'interrupted while waiting to try a download again');
    });
}

;// CONCATENATED MODULE: ./.build/js/smoke/floor/floors.js






/** Makes the old systems of one run; nothing is asked or downloaded before it is needed. */
function makeFloors(context) {
    let engine = null;
    const failed = new Map();
    const askEngine = () => {
        engine ??= findEngine(context);
        return engine;
    };
    return {
        engine: askEngine,
        async prepare(place, program) {
            const source = place.from === 'container' ? 'container' : `packages ${program.mirror ?? ''}`;
            const before = failed.get(source);
            if (before !== undefined)
                return { why: before };
            try {
                if (place.from === 'packages')
                    return await byLoader(place, program, context);
                const answering = await askEngine();
                if ('why' in answering)
                    return answering;
                const why = await ensureImage(answering, place.image, place.platform, context);
                return why === null ? inContainer(place, program, answering, context) : { why };
            }
            catch (error) {
                if (context.signal.aborted || !(error instanceof errors/* BuildError */.zS))
                    throw error;
                // a network that is down stays down: the next file does not wait for it again
                if (error.code === 'download-failed')
                    failed.set(source, error.message);
                return { why: error.message };
            }
        },
    };
}
async function byLoader(place, program, context) {
    const { system, packages, runner, where } = place;
    const { arch, mirror, path } = program;
    const dirs = await libraryDirs({ system, arch, names: packages, mirror }, context);
    if (dirs.some(dir => /[:;]/.test(dir))) {
        return { why: `the loader takes no list of directories with a colon or semicolon in their names: ${dirs[0]}` };
    }
    const loader = (0,external_node_path_.join)(dirs[0] ?? '', place.loader);
    // the cache of the machine's own libraries is another loader's
    const options = place.loader === 'libc.so' ? ['--library-path'] : ['--inhibit-cache', '--library-path'];
    const prefix = [...runner.prefix, loader, ...options, dirs.join(':')];
    return { where, prefix, env: runner.env, foreign: true, floor: { by: 'loader', program: path } };
}
function inContainer(place, { path }, engine, context) {
    const { image, platform, where, runner } = place;
    const program = '/app';
    const name = `portable-build-smoke-${(0,external_node_crypto_.randomUUID)()}`;
    const user = `${process.getuid?.() ?? 65534}:${process.getgid?.() ?? 65534}`;
    const prefix = containerPrefix(engine, { image, platform, path, program, name, env: runner.env, user });
    const cleanUp = [engine.path, 'rm', '--force', name];
    // the environment is the client's: it knows where the engine is
    return { where, prefix, env: (0,toolchains_context/* clientEnv */.h)(context.env), foreign: true, floor: { by: 'container', program, cleanUp } };
}


/***/ }),

/***/ 2373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ smokeFile)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/js/build/file-error.js
var file_error = __webpack_require__(5862);
// EXTERNAL MODULE: ./.build/js/errors.js
var errors = __webpack_require__(1541);
// EXTERNAL MODULE: ./.build/js/smoke/decide.js
var decide = __webpack_require__(5004);
// EXTERNAL MODULE: ./.build/js/exec/plain.js
var plain = __webpack_require__(1388);
;// CONCATENATED MODULE: ./.build/js/smoke/judge.js

/** What loaders and shells say of what they could not start: glibc, musl, qemu-user; sh, which execvp(3) gives unknown formats to. */
const notStarted = /version [`'](GLIBC|GLIBCXX|CXXABI|GCC)_[^']*' not found|error while loading shared libraries|Error loading shared library|Error relocating|symbol lookup error|Could not open '[^']*ld[^']*'|[Ee]xec format error|cannot execute|FATAL: kernel too old|CPU ISA level is lower|^.*: [0-9]+: Syntax error: |^.*: line [0-9]+: syntax error near unexpected/m;
/** What qemu-user says when it itself cannot. Source: linux-user/main.c, cpu.c. */
const emulatorFailed = /unable to find CPU model|qemu-\S+: (unknown option|Unable to|Unsupported|Error mapping|Some features requested in the CPU model)/;
/** A crash that ends in an ordinary exit status: Go, Rust, Python, C++, glibc. */
const crashed = /^(panic: |fatal error: .*\n(\[signal |\n)|thread '.*' (\([0-9]+\) )?panicked at|Traceback \(most recent call last\)|terminate called|\*\*\* .* \*\*\*: terminated)/m;
/** What programs say of flags that they do not have, and the help that follows. */
const aboutFlags = /usage|unknown|unrecogni[sz]ed|unexpected|invalid|illegal option|not defined|bad option|option|argument|flag|help/i;
const signals = {
    4: 'SIGILL',
    5: 'SIGTRAP',
    6: 'SIGABRT',
    7: 'SIGBUS',
    8: 'SIGFPE',
    9: 'SIGKILL',
    11: 'SIGSEGV',
};
/** Judges one start. Pure. */
function judgeStart(outcome, { foreign, floor, startedBefore }) {
    const said = `${outcome.stderr}\n${outcome.stdout}`;
    const line = firstLine(outcome);
    const signal = outcome.signal ?? signals[(outcome.code ?? 0) - 128] ?? null;
    const failed = (why) => ({ verdict: 'failed', output: line === '' ? why : `${why}: ${line}` });
    const tooOld = floor === undefined ? null : loadersWord(said, floor.program);
    if (tooOld !== null)
        return { verdict: 'failed', output: tidy(tooOld) };
    if (floor?.by === 'container' && outcome.code === engineFailed)
        return { verdict: 'unfit', output: line };
    if (outcome.timedOut)
        return { ...failed('it did not end in time'), verdict: 'hung' };
    if (signal === 'SIGILL')
        return { verdict: 'illegal-instruction', output: 'SIGILL: an instruction that this CPU does not have' };
    if (signal !== null)
        return failed(`ended by ${signal}`);
    if (outcome.code === 0)
        return { verdict: 'ok', output: line };
    if (emulatorFailed.test(said))
        return { verdict: 'unfit', output: line };
    if (notStarted.test(said) || outcome.code === 126 || outcome.code === 127) {
        const shown = said.split('\n').find(text => notStarted.test(text)) ?? line;
        return { verdict: foreign ? 'unfit' : 'failed', output: tidy(shown) || `exit status ${outcome.code}` };
    }
    // started by its loader, a program that looks for itself finds the loader
    if (floor?.by === 'loader' && startedBefore && !aboutFlags.test(said))
        return { verdict: 'unfit', output: line };
    if (crashed.test(said))
        return failed(`exit status ${outcome.code}`);
    if (aboutFlags.test(said))
        return { verdict: 'refused', output: line };
    return failed(`exit status ${outcome.code}`);
}
/** The exit status of `docker run` and `podman run` for failures of their own. */
const engineFailed = 125;
/** What the old loader says of what the program itself, not a library, needs and it does not have; null: nothing. */
function loadersWord(said, program) {
    for (const line of said.split('\n')) {
        // `<program>: <directory>/libc.so.6: version `GLIBC_2.34' not found (required by <program>)`: the places are our own
        const missing = /([^/ ]+: version [`'][^']*' not found)(?: \(required by (.*)\))?/.exec(line);
        if (missing?.[1] && (missing[2] === undefined || missing[2] === program))
            return missing[1];
        const symbol = `symbol lookup error: ${program}: `;
        if (line.includes(symbol))
            return line.slice(line.indexOf(symbol) + symbol.length);
    }
    return null;
}
/** The first line that has something to say, of stdout before stderr. */
function firstLine({ stdout, stderr }) {
    const lines = `${stdout}\n${stderr}`.split('\n').map(tidy);
    return lines.find(text => text !== '') ?? '';
}
function tidy(line) {
    return (0,plain/* plainLine */.h)(line).trim().slice(0, 200);
}

;// CONCATENATED MODULE: ./.build/js/smoke/smoke.js








/** A program has started long before, ms; one that serves for ever needs a `smoke-command`. */
const timeoutMs = 20_000;
/** Output of a start that is kept, bytes. */
const maxBytes = 64 * 1024;
/** What is asked when the user names no arguments, in this order. */
const questions = [['--version'], ['--help']];
/**
 * Starts a file wherever this machine can: natively, on the baseline CPU of an installed qemu-user, and with the C library
 * of an old system; a start that does not end is the last. It gets an empty directory as HOME and working directory, a PATH
 * of the system, and nothing else of our environment.
 * @throws BuildError `interrupted`; `disk-full`, `cannot-write` for the temporary directory
 */
async function smokeFile(request) {
    const { file, machine, cpu } = request;
    const hasLoader = file.interpreter !== null && (0,external_node_fs_.existsSync)(file.interpreter);
    const { starts, reason } = (0,decide/* decideSmoke */.W5)({ ...file, glibc: file.floor.glibc, cpu, hasLoader }, machine);
    const done = { smokes: [], illegal: [], hung: false };
    let cannot = reason;
    for (const start of starts) {
        if (!done.hung)
            cannot = (await tryOne(request, start, done)) ?? cannot;
    }
    const { startAtFloor } = await __webpack_require__.e(/* import() */ 986).then(__webpack_require__.bind(__webpack_require__, 5986));
    const floors = done.hung ? { ...request, floor: null } : request;
    const notAtFloor = await startAtFloor(floors, hasLoader, start => tryOne(request, start, done));
    const { smokes, illegal } = done;
    return { smokes, cannot: smokes.length > 0 ? null : cannot, notAtFloor, illegal };
}
/** Adds one start to what is done; returns why it does not count, or null. */
async function tryOne(request, start, done) {
    const { smoke, verdict } = await tryStart(request, start, done.smokes.some(s => s.ok));
    if (verdict === 'unfit')
        return `${start.where}: ${smoke.output}`;
    done.smokes.push(smoke);
    if (verdict === 'hung')
        done.hung = true;
    if (verdict === 'illegal-instruction')
        done.illegal.push(smoke);
    return null;
}
/** Asks until an answer settles it: a program that knows none of the flags has started nevertheless. */
async function tryStart(request, start, startedBefore) {
    const { command } = request;
    const tried = [];
    for (const args of command === null ? questions : [command]) {
        const one = await startOnce(request, start, args, startedBefore);
        tried.push(one);
        if (one.verdict !== 'refused')
            return one;
    }
    const last = tried.at(-1);
    if (!last)
        throw new Error('nothing was asked');
    if (command !== null)
        return { ...last, verdict: 'failed' };
    const output = `it started, but knows neither --version nor --help: ${last.smoke.output}`;
    return { verdict: 'ok', smoke: { ...last.smoke, ok: true, output } };
}
async function startOnce(request, start, args, startedBefore) {
    const home = await makeHome();
    const path = (0,external_node_path_.resolve)(request.path);
    const told = { where: start.where, command: [...args] };
    try {
        const outcome = await request.exec({
            argv: [...start.prefix, start.floor?.program ?? path, ...args],
            cwd: home,
            env: { ...environment(home), ...start.env },
            timeoutMs,
            maxBytes,
            signal: request.signal,
        });
        if (outcome.timedOut)
            await cleanUp(request, start);
        const { verdict, output } = judgeStart(outcome, { ...start, startedBefore });
        return { verdict, smoke: { ...told, ok: verdict === 'ok', ms: outcome.ms, output } };
    }
    catch (error) {
        await cleanUp(request, start);
        if (!(error instanceof errors/* BuildError */.zS) || error.code === 'interrupted')
            throw error;
        // Neither a mount that forbids execution nor an emulator that is gone is the program's fault.
        const output = `${error.message} (in ${(0,external_node_path_.dirname)(path)})`;
        return { verdict: 'unfit', smoke: { ...told, ok: false, ms: 0, output } };
    }
    finally {
        await (0,promises_.rm)(home, { recursive: true, force: true }).catch(() => { });
    }
}
/** A container goes on when its client is ended. */
async function cleanUp({ exec }, { floor, env }) {
    if (floor?.cleanUp)
        await exec({ argv: floor.cleanUp, cwd: '/', env, timeoutMs, maxBytes }).catch(() => { });
}
async function makeHome() {
    try {
        return await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'portable-build-smoke-'));
    }
    catch (error) {
        throw (0,file_error/* writeError */.o)(error, (0,external_node_os_.tmpdir)());
    }
}
function environment(home) {
    return { PATH: '/usr/bin:/bin', HOME: home, TMPDIR: home, LC_ALL: 'C', TZ: 'UTC', TERM: 'dumb', NO_COLOR: '1' };
}


/***/ }),

/***/ 4109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ fetchFrom)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/js/exec/plain.js
var plain = __webpack_require__(1388);
// EXTERNAL MODULE: ./.build/js/toolchains/attempt.js
var attempt = __webpack_require__(1068);
// EXTERNAL MODULE: ./.build/js/toolchains/context.js
var toolchains_context = __webpack_require__(6334);
// EXTERNAL MODULE: ./.build/js/toolchains/download.js
var download = __webpack_require__(6221);
// EXTERNAL MODULE: ./.build/js/errors.js
var errors = __webpack_require__(1541);
// EXTERNAL MODULE: ./.build/js/toolchains/xz.js
var xz = __webpack_require__(7651);
;// CONCATENATED MODULE: ./.build/js/toolchains/pip.js





/** How often the size of what pip has written is looked at, ms. */
const lookMs = 500;
/**
 * Downloads a wheel with `python3 -m pip download` into `dir`: index, proxy and certificates are the user's settings.
 * With a pinned file pip is given its sha256 and refuses any other; nothing of a package is ever executed.
 * @param progress called with the bytes that pip has written so far
 * @throws BuildError `disk-full`, `interrupted`
 */
async function pipDownload(source, dir, runner, progress) {
    const where = `pip (${source.package} ${source.version})`;
    const temporary = (0,external_node_path_.join)(dir, 'tmp');
    const to = (0,external_node_path_.join)(dir, 'wheel');
    await (0,promises_.mkdir)(temporary, { recursive: true });
    const requirements = (0,external_node_path_.join)(dir, 'requirements.txt');
    const requirement = `${source.package}==${source.version}`;
    await (0,promises_.writeFile)(requirements, `${requirement}${source.file ? ` --hash=sha256:${source.file.sha256}` : ''}\n`);
    const argv = [
        ...['python3', '-m', 'pip', 'download', '--no-deps', '--only-binary', ':all:', '--no-cache-dir', '--no-input'],
        ...['--disable-pip-version-check', '--progress-bar', 'off', '--dest', to],
        ...source.platforms.flatMap(p => ['--platform', p]),
        ...(source.file ? ['--require-hashes'] : []),
        ...['--requirement', requirements],
    ];
    const timer = setInterval(() => void sizeBelow(temporary).then(progress), lookMs);
    let outcome;
    try {
        // pip writes to TMPDIR first: where the toolchain goes, and not to a small /tmp
        outcome = await (0,xz/* runIfHere */.n6)(argv, dir, { ...runner, env: { ...runner.env, TMPDIR: temporary } });
    }
    finally {
        clearInterval(timer);
    }
    if (outcome === null)
        return { where, why: 'python3 is not installed' };
    if (outcome.code !== 0) {
        if ((0,xz/* saysDiskFull */.lw)(outcome))
            throw new errors/* BuildError */.zS('disk-full', `there is no room for ${source.package} in ${dir}`);
        return { where, ...reasonOf(outcome) };
    }
    const [name] = (await (0,promises_.readdir)(to)).filter(n => n.endsWith('.whl'));
    if (name === undefined)
        return { where, why: 'pip brought no wheel' };
    const path = (0,external_node_path_.join)(to, name);
    const sha256 = await (0,download/* sha256Of */.B)(path);
    if (source.file && sha256 !== source.file.sha256) {
        return { where, why: `${name} has sha256 ${sha256} instead of ${source.file.sha256}`, mismatch: true };
    }
    return { path, name, sha256 };
}
/** Sources of the texts: pip's own messages (`pip/_internal/exceptions.py`, urllib3's retry warnings). */
function reasonOf(outcome) {
    const said = outcome.stderr + outcome.stdout;
    if (/No module named pip/.test(said))
        return { why: 'python3 has no pip (Debian and Ubuntu: python3-pip)' };
    if (/DO NOT MATCH THE HASHES/.test(said)) {
        const got = /Got\s+([0-9a-f]{64})/.exec(said)?.[1];
        return { why: `the index serves another file than the pinned one${got ? ` (sha256 ${got})` : ''}`, mismatch: true };
    }
    if (/Retrying \(Retry|NewConnectionError|ConnectTimeout|ProxyError|Max retries exceeded/.test(said)) {
        return { why: 'pip cannot reach its index (network, proxy or index settings)' };
    }
    return { why: (0,xz/* lastLine */.fM)(outcome) };
}
/** Bytes in files below a directory; files that go away meanwhile count as none. */
async function sizeBelow(dir) {
    const entries = await (0,promises_.readdir)(dir, { recursive: true, withFileTypes: true }).catch(() => []);
    const sizes = entries
        .filter(e => e.isFile())
        .map(e => (0,promises_.stat)((0,external_node_path_.join)(e.parentPath, e.name)).then(s => s.size, () => 0));
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

;// CONCATENATED MODULE: ./.build/js/toolchains/acquire.js








/** Progress is told no more often, ms. */
const tellMs = 250;
/**
 * Tries one source. Returns what it gave, or why not, by address.
 * @throws BuildError `disk-full`, `cannot-write`, `interrupted`: no other source would help
 */
async function fetchFrom(source, desk, context) {
    const runner = { exec: context.exec, env: (0,toolchains_context/* clientEnv */.h)(context.env), signal: context.signal };
    switch (source.from) {
        case 'directory':
            return fromDirectory(source.path, source.files);
        case 'url':
            return fromUrls(source.urls, source.file, desk, context);
        case 'pip': {
            const tell = teller(desk, `pip downloads ${source.package}`, source.file?.bytes);
            const got = await pipDownload(source, desk.scratch, runner, tell);
            if (!('path' in got))
                return [{ ...got, why: (0,plain/* plainLine */.h)(got.why) }];
            const archive = { path: got.path, name: got.name, root: source.root };
            return { archive, file: got.name, sha256: got.sha256 };
        }
        case 'cargo':
            return fromCargo(source, desk, runner);
    }
}
async function fromDirectory(path, files) {
    const failures = [];
    const isFile = await (0,promises_.stat)(path).then(s => s.isFile(), () => false);
    for (const file of files) {
        const candidate = isFile ? path : (0,external_node_path_.join)(path, file.file);
        try {
            await (0,promises_.access)(candidate);
        }
        catch {
            failures.push({ where: candidate, why: 'is not there or cannot be read' });
            continue;
        }
        const sha256 = await (0,download/* sha256Of */.B)(candidate);
        if (sha256 === file.sha256) {
            return { archive: { path: candidate, name: file.file, root: file.root }, file: file.file, sha256, local: true };
        }
        failures.push({ where: candidate, why: `has sha256 ${sha256} instead of ${file.sha256}`, mismatch: true });
    }
    return failures;
}
async function fromUrls(urls, file, desk, context) {
    // its own name and digest: what an interrupted run has left is this file's beginning
    const part = (0,external_node_path_.join)(desk.work, `${file.sha256.slice(0, 16)}-${file.file}`);
    const tell = teller(desk, (0,attempt/* shownUrl */.z)(urls[0] ?? ''), file.bytes);
    const failures = await (0,download/* download */.R)({ urls, file, to: part }, { signal: context.signal, progress: tell, pause: desk.pause });
    if (failures.length > 0)
        return [...failures];
    return { archive: { path: part, name: file.file, root: file.root }, file: file.file, sha256: file.sha256, part };
}
/** `--locked`: the versions that the crate's authors tested; cargo checks every crate against its registry's checksums. */
async function fromCargo(source, desk, runner) {
    const where = `cargo install ${source.crate} ${source.version}`;
    const root = (0,external_node_path_.join)(desk.scratch, 'cargo');
    desk.task.update(`${where} (built from source, about two minutes)`);
    const env = { ...runner.env, CARGO_TARGET_DIR: (0,external_node_path_.join)(desk.scratch, 'cargo-target') };
    const argv = ['cargo', 'install', source.crate, '--version', `=${source.version}`, '--locked', '--root', root];
    const outcome = await (0,xz/* runIfHere */.n6)(argv, desk.scratch, { ...runner, env });
    if (outcome === null)
        return [{ where, why: 'cargo is not installed' }];
    if (outcome.code !== 0)
        return [{ where, why: (0,plain/* plainLine */.h)((0,xz/* lastLine */.fM)(outcome)) }];
    return { archive: null, dir: (0,external_node_path_.join)(root, 'bin'), file: null, sha256: null };
}
/** Tells how far a download is: bytes, the whole, seconds. */
function teller(desk, what, total) {
    const start = performance.now();
    let last = start;
    desk.task.update(what);
    return bytes => {
        const now = performance.now();
        if (now - last < tellMs)
            return;
        last = now;
        const seconds = `${Math.round((now - start) / 1000)} s`;
        const of = total === undefined ? '' : ` of ${(0,attempt/* shownBytes */.F)(total)}`;
        // pip asks its index first
        desk.task.update(bytes === 0 ? `${what}, ${seconds}` : `${what}: ${(0,attempt/* shownBytes */.F)(bytes)}${of}, ${seconds}`);
    };
}


/***/ }),

/***/ 1068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ shownBytes),
/* harmony export */   z: () => (/* binding */ shownUrl)
/* harmony export */ });
/** A URL as it may be shown: without user, password, query and fragment. */
function shownUrl(url) {
    try {
        const { protocol, host, pathname } = new URL(url);
        return `${protocol}//${host}${pathname}`;
    }
    catch {
        return JSON.stringify(url);
    }
}
/** Bytes as a reader wants them: `12 kB`, `53.7 MB`, `79.8 GB` (decimal units). */
function shownBytes(bytes) {
    if (bytes < 1e6)
        return `${Math.ceil(bytes / 1e3)} kB`;
    return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}


/***/ }),

/***/ 6334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ clientEnv)
/* harmony export */ });
/** The environment for the package clients: ours, because index, certificates and proxies are the user's settings. */
function clientEnv(env, more = {}) {
    const own = Object.entries(env).filter((e) => e[1] !== undefined);
    return { ...Object.fromEntries(own), LC_ALL: 'C.UTF-8', ...more };
}


/***/ }),

/***/ 6221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ sha256Of),
/* harmony export */   R: () => (/* binding */ download)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6466);
/* harmony import */ var _build_file_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5862);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1541);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1068);







/** Before each round through the addresses, ms. A round takes the addresses whose last failure may be a passing one. */
const waits = [0, 1000, 4000];
/** An address that sends nothing for so long is down, ms. */
const idleMs = 30_000;
const passingStatus = [408, 425, 429, 500, 502, 503, 504];
/**
 * Downloads into `to` and checks size and sha256. Retried with growing waits; continued with a Range request, also from
 * another address, because the digest says in the end whether the parts belong together.
 * @returns the failure of each address, or none when `to` is the pinned file
 * @throws BuildError `disk-full`, `cannot-write`, `interrupted`
 */
async function download(wanted, context) {
    let left = [...wanted.urls];
    const failures = new Map();
    for (const wait of waits) {
        if (left.length === 0)
            break;
        if (wait > 0)
            await context.pause(wait, context.signal);
        const again = [];
        for (const url of left) {
            if (context.signal.aborted)
                throw interrupted(wanted);
            const ended = await get(url, wanted, context);
            if (ended.ok)
                return [];
            failures.set(url, { where: (0,_attempt_js__WEBPACK_IMPORTED_MODULE_6__/* .shownUrl */ .z)(url), why: ended.why, ...(ended.mismatch ? { mismatch: true } : {}) });
            if (ended.passing)
                again.push(url);
        }
        left = again;
    }
    return [...failures.values()];
}
async function get(url, wanted, context) {
    const have = await sizeOnDisk(wanted.to);
    if (have === wanted.file.bytes)
        return check(wanted, true);
    const idle = new AbortController();
    let timer = setTimeout(() => idle.abort(), idleMs);
    const alive = () => {
        clearTimeout(timer);
        timer = setTimeout(() => idle.abort(), idleMs);
    };
    try {
        const { address, headers } = withoutPassword(url);
        const response = await fetch(address, {
            // an encoded body has another length than the file
            headers: { ...headers, 'accept-encoding': 'identity', ...(have > 0 ? { range: `bytes=${have}-` } : {}) },
            signal: AbortSignal.any([context.signal, idle.signal]),
        });
        if (response.status === 416)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(wanted.to, { force: true });
        if (!response.ok || !response.body) {
            await response.body?.cancel();
            const why = `HTTP ${response.status} ${response.statusText}`.trim();
            return { ok: false, why, passing: passingStatus.includes(response.status) || response.status === 416 };
        }
        const resumed = response.status === 206 && response.headers.get('content-range')?.startsWith(`bytes ${have}-`);
        if (response.status === 206 && !resumed) {
            await response.body.cancel();
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(wanted.to, { force: true });
            return { ok: false, why: 'answered with another part than asked for', passing: true };
        }
        const size = await write(response.body, wanted, resumed ? have : 0, bytes => {
            alive();
            context.progress(bytes);
        });
        if (size < wanted.file.bytes) {
            return { ok: false, why: `ended after ${size} of ${wanted.file.bytes} bytes`, passing: true };
        }
        return await check(wanted, resumed === true);
    }
    catch (error) {
        if (context.signal.aborted)
            throw interrupted(wanted);
        const fault = (0,_build_file_error_js__WEBPACK_IMPORTED_MODULE_4__/* .writeError */ .o)(error, wanted.to);
        if (fault instanceof _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .BuildError */ .zS) {
            if (fault.code === 'disk-full')
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(wanted.to, { force: true });
            throw fault;
        }
        if (idle.signal.aborted)
            return { ok: false, why: `sent nothing for ${idleMs / 1000} s`, passing: true };
        return { ok: false, ...networkReason(error) };
    }
    finally {
        clearTimeout(timer);
    }
}
/** fetch takes no user and password in an address; they go into a header. */
function withoutPassword(text) {
    const address = new URL(text);
    const { username, password } = address;
    if (username === '' && password === '')
        return { address, headers: {} };
    address.username = '';
    address.password = '';
    const secret = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
    return { address, headers: { authorization: `Basic ${secret}` } };
}
/** Writes a body behind the first `from` bytes; stops after one byte too many. Returns the size of the file. */
async function write(body, wanted, from, progress) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(wanted.to, from > 0 ? 'r+' : 'w');
    let size = from;
    try {
        for await (const chunk of body) {
            await file.write(chunk, 0, chunk.length, size);
            size += chunk.length;
            progress(size);
            if (size > wanted.file.bytes)
                break;
        }
    }
    finally {
        await file.close();
    }
    return size;
}
/** Judges a whole file; one that is not the pinned one is removed. `mixed`: it was put together from several answers. */
async function check(wanted, mixed) {
    const size = await sizeOnDisk(wanted.to);
    const sha256 = size > wanted.file.bytes ? null : await sha256Of(wanted.to);
    if (sha256 === wanted.file.sha256)
        return { ok: true };
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(wanted.to, { force: true });
    const why = sha256 === null
        ? `sends more than the ${(0,_attempt_js__WEBPACK_IMPORTED_MODULE_6__/* .shownBytes */ .F)(wanted.file.bytes)} of the pinned file`
        : `has sha256 ${sha256} instead of ${wanted.file.sha256}`;
    return { ok: false, why, passing: mixed, mismatch: true };
}
/** The sha256 of a file, hexadecimal. */
async function sha256Of(path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path), hash);
    return hash.digest('hex');
}
async function sizeOnDisk(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path).then(s => s.size, () => 0);
}
const reasons = {
    ECONNREFUSED: 'the connection was refused',
    ECONNRESET: 'the connection was cut',
    UND_ERR_SOCKET: 'the connection was cut',
    ENOTFOUND: 'the host name is not known',
    EAI_AGAIN: 'the host name cannot be looked up (no network?)',
    ENETUNREACH: 'there is no network',
    EHOSTUNREACH: 'the host cannot be reached',
    ETIMEDOUT: 'the connection timed out',
    UND_ERR_CONNECT_TIMEOUT: 'the connection timed out',
};
/** fetch hides the reason in `cause`, some of them in an AggregateError of all addresses. */
function networkReason(error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const known = reasons[code];
    if (known !== undefined)
        return { why: `${known} (${code})`, passing: code !== 'ENOTFOUND' };
    const text = cause instanceof Error ? cause.message : String(cause);
    if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) {
        return { why: `its certificate is not trusted (${code}; NODE_EXTRA_CA_CERTS names more)`, passing: false };
    }
    return { why: `${text || 'it failed'}${code ? ` (${code})` : ''}`, passing: !/Invalid URL|parse URL/i.test(text) };
}
function interrupted(wanted) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .BuildError */ .zS('interrupted', `interrupted while ${wanted.file.file} was downloaded`);
}


/***/ }),

/***/ 3273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ useProxy)
/* harmony export */ });
let users = 0;
let restore = () => { };
/**
 * Makes our own downloads use the proxy of the environment (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`), which Node does
 * not do by itself. Returns what undoes it. Node before 24.14 cannot be told at run time: there the user is told to set
 * NODE_USE_ENV_PROXY=1 (Node 22.21 and newer); pip, rustup and cargo use the proxy in any case.
 * Source: Node's documentation of `http.setGlobalProxyFromEnv`, "Built-in Proxy Support".
 */
async function useProxy(env, log) {
    const names = ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY'];
    const set = Object.fromEntries(names.flatMap(n => (env[n] ? [[n, env[n]]] : [])));
    if (!Object.keys(set).some(n => /^https?_/i.test(n)) || env['NODE_USE_ENV_PROXY'] === '1')
        return () => { };
    const http = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19));
    if (http.setGlobalProxyFromEnv) {
        // toolchains are installed side by side: the first one sets it, the last one takes it back
        if (users++ === 0)
            restore = http.setGlobalProxyFromEnv(set);
        return () => {
            if (--users === 0)
                restore();
        };
    }
    log.warn(`Node ${process.versions.node} does not use ${Object.keys(set).join(', ')} for downloads of ours`, 'Use Node 24.14 or newer, or set NODE_USE_ENV_PROXY=1 (Node 22.21 or newer).');
    return () => { };
}


/***/ }),

/***/ 5797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ unpack)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./.build/js/build/file-error.js
var file_error = __webpack_require__(5862);
// EXTERNAL MODULE: ./.build/js/errors.js
var errors = __webpack_require__(1541);
// EXTERNAL MODULE: ./.build/js/payload/ar.js
var ar = __webpack_require__(66);
;// CONCATENATED MODULE: ./.build/js/toolchains/deb.js





/** A binary package has three members; more than a few are not one. */
const maxMembers = 16;
/**
 * Copies the files' archive (`data.tar.xz`) out of a Debian package. Source: deb(5).
 * @throws BuildError `unsafe-archive` for what is no such package, or one that is compressed in another way
 */
async function extractDebData(path, to, signal) {
    const file = await (0,promises_.open)(path);
    let data;
    try {
        data = await findData(file, path);
    }
    finally {
        await file.close();
    }
    const reading = (0,external_node_fs_.createReadStream)(path, { start: data.offset, end: data.offset + data.size - 1 });
    await (0,external_node_stream_promises_.pipeline)(reading, (0,external_node_fs_.createWriteStream)(to, { flags: 'wx' }), { signal });
}
async function findData(file, path) {
    const refuse = (why) => new errors/* BuildError */.zS('unsafe-archive', `${path} is no Debian package: ${why}`);
    const { size: total } = await file.stat();
    if ((await textAt(file, 0, ar/* arMagic */.xc.length)) !== ar/* arMagic */.xc)
        throw refuse('it does not begin as one');
    let at = ar/* arMagic */.xc.length;
    for (let n = 0; n < maxMembers && at + ar/* arHeaderSize */.mp <= total; n++) {
        const header = (0,ar/* readArHeader */.Fp)(await textAt(file, at, ar/* arHeaderSize */.mp));
        const offset = at + ar/* arHeaderSize */.mp;
        if (header === null || offset + header.size > total)
            throw refuse(`its member ${n + 1} is damaged`);
        const { name, size } = header;
        if (name === 'data.tar.xz' && size > 0)
            return { offset, size };
        at = offset + size + (size % 2);
    }
    throw refuse('it has no data.tar.xz');
}
async function textAt(file, at, length) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
    return buffer.toString('latin1', 0, bytesRead);
}

;// CONCATENATED MODULE: ./.build/js/toolchains/members.js


/**
 * @param archive name for messages
 * @param root the directory of the archive that holds the toolchain, with a slash at its end
 */
function makeGate(archive, root) {
    const links = new Map();
    const placed = new Set();
    const refuse = (name, why) => {
        throw new errors/* BuildError */.zS('unsafe-archive', `${archive} has a member that ${why}: ${JSON.stringify(name)}`);
    };
    return {
        place(member) {
            const { name } = member;
            if (name.startsWith('/') || /^[a-z]:/i.test(name))
                refuse(name, 'has an absolute path');
            if (/[\x00-\x1f\x7f\\]/.test(name))
                refuse(name, 'has a control character or a backslash in its name');
            if (name.split('/').includes('..'))
                refuse(name, 'climbs out of its directory');
            if (member.kind === 'other')
                refuse(name, `is ${member.detail ?? 'no file'}`);
            const path = external_node_path_.posix.normalize(name).replace(/\/$/, '');
            const top = external_node_path_.posix.normalize(root);
            if (!`${path}/`.startsWith(top) || `${path}/` === top)
                return null;
            const inside = path.slice(top.length);
            if (member.kind === 'link')
                links.set(inside, member.detail ?? '');
            else
                placed.add(inside);
            return inside;
        },
        finish() {
            for (const [link, to] of links) {
                if (placed.has(link))
                    refuse(link, 'is both a link and a file');
                if (!staysInside(link, to, links))
                    refuse(link, `links out of it, to ${JSON.stringify(to)}`);
            }
            for (const path of [...placed, ...links.keys()]) {
                if (parents(path).some(p => links.has(p)))
                    refuse(path, 'lies below a link');
            }
        },
    };
}
function parents(path) {
    const parts = path.split('/');
    return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('/'));
}
/** Walks a link's target step by step: it must not leave the toolchain, and not pass through another link. */
function staysInside(link, to, links) {
    if (to === '' || to.startsWith('/'))
        return false;
    const at = external_node_path_.posix.dirname(link) === '.' ? [] : external_node_path_.posix.dirname(link).split('/');
    const steps = to.split('/').filter(s => s !== '' && s !== '.');
    return steps.every((step, i) => {
        if (step === '..')
            return at.pop() !== undefined;
        at.push(step);
        return i === steps.length - 1 || !links.has(at.join('/'));
    });
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./.build/js/toolchains/unzip.js


/** Members that are read and written at the same time. */
const parallel = 8;
/** A member up to this size is inflated in one go: for the 18,000 small files of zig that is three times as fast. */
const smallBytes = 1 << 20;
/** Stored and deflated (APPNOTE 4.4.5); the others are yauzl's to refuse. */
const methods = [0, 8];
/**
 * Gives every member of a zip archive to the writer; yauzl reads the directory and checks names and sizes.
 * @throws Error what yauzl or zlib say of a broken archive; whatever the writer throws
 */
async function unpackZip(path, writer) {
    const { openPromise } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 663, 19));
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true });
    const file = await (0,promises_.open)(path);
    const running = new Set();
    const failures = [];
    try {
        for await (const entry of zip.eachEntry()) {
            const work = unpackMember(zip, file, entry, writer)
                .catch(error => void failures.push(error))
                .finally(() => running.delete(work));
            running.add(work);
            if (running.size >= parallel)
                await Promise.race(running);
            if (failures.length > 0)
                break;
        }
    }
    finally {
        await Promise.all(running);
        await file.close();
        zip.close();
    }
    if (failures.length > 0)
        throw failures[0];
}
async function unpackMember(zip, file, entry, writer) {
    const unixMode = entry.externalFileAttributes >>> 16;
    const member = memberOf(entry, unixMode);
    if (member.kind !== 'file')
        return writer.other(member);
    await writer.file(member, (unixMode & 0o111) !== 0, async () => entry.uncompressedSize <= smallBytes && methods.includes(entry.compressionMethod) && !entry.isEncrypted()
        ? readSmall(zip, file, entry)
        : zip.openReadStreamPromise(entry));
}
async function readSmall(zip, file, entry) {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = Buffer.alloc(entry.compressedSize);
    const { bytesRead } = await file.read(packed, 0, packed.length, fileDataStart);
    const whole = packed.subarray(0, bytesRead);
    // zlib takes no limit of 0
    const limit = { maxOutputLength: Math.max(1, entry.uncompressedSize) };
    const data = entry.compressionMethod === 0 ? whole : (0,external_node_zlib_.inflateRawSync)(whole, limit);
    if (data.length !== entry.uncompressedSize || (0,external_node_zlib_.crc32)(data) !== entry.crc32) {
        throw new Error(`${JSON.stringify(entry.fileName)} is damaged`);
    }
    return data;
}
/** Wheels have files only; the type of a member is in the upper half of its attributes (APPNOTE 4.4.15, stat(2)). */
function memberOf(entry, unixMode) {
    const name = entry.fileName;
    const type = unixMode & 0o170000;
    if (type === 0o120000)
        return { name, kind: 'other', detail: 'a symbolic link, which wheels cannot have' };
    if (type !== 0 && type !== 0o100000 && type !== 0o040000)
        return { name, kind: 'other', detail: 'a device' };
    return { name, kind: name.endsWith('/') ? 'directory' : 'file' };
}

// EXTERNAL MODULE: ./.build/js/toolchains/xz.js
var xz = __webpack_require__(7651);
;// CONCATENATED MODULE: ./.build/js/toolchains/unpack.js










/**
 * Unpacks an archive into a new directory. Nothing is written outside `to` (and `<to>.tar*`, `<to>.deb*`, for xz); permissions are 755 or 644, whatever the
 * archive says.
 * @throws BuildError `unsafe-archive`, `disk-full`, `cannot-write`, `interrupted`, `tool-missing` (no xz and no python3)
 */
async function unpack(archive, to, runner) {
    const target = await makeWriter(makeGate(archive.name, archive.root), to, runner.signal);
    try {
        if (archive.name.endsWith('.whl'))
            await unpackZip(archive.path, target);
        else {
            const isDeb = archive.name.endsWith('.deb');
            const compressed = isDeb ? `${to}.deb-data` : archive.path;
            if (isDeb)
                await extractDebData(archive.path, compressed, runner.signal);
            await (0,xz/* decompressXz */.ct)(compressed, `${to}.tar`, runner);
            await unpackTar(`${to}.tar`, target);
        }
        await target.finish();
    }
    catch (error) {
        if (runner.signal.aborted)
            throw new errors/* BuildError */.zS('interrupted', `interrupted while ${archive.name} was unpacked`);
        // a name that comes twice is the archive's fault, not the directory's
        const fault = (0,file_error/* errno */.b)(error) === 'EEXIST' ? error : (0,file_error/* writeError */.o)(error, to);
        if (fault instanceof errors/* BuildError */.zS)
            throw fault;
        const why = error instanceof Error ? error.message : String(error);
        throw new errors/* BuildError */.zS('unsafe-archive', `${archive.name} cannot be unpacked: ${why}`, { cause: error });
    }
}
async function makeWriter(gate, to, signal) {
    const made = new Set();
    const links = [];
    await (0,promises_.mkdir)(to, { recursive: true });
    return {
        async file(member, executable, content) {
            signal.throwIfAborted();
            const place = gate.place(member);
            if (place === null)
                return false;
            const path = (0,external_node_path_.join)(to, place);
            if (!made.has((0,external_node_path_.dirname)(path))) {
                await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
                made.add((0,external_node_path_.dirname)(path));
            }
            // `wx`: a name that comes twice is refused by the system, so that nothing is written through what is there
            const options = { flag: 'wx', mode: executable ? 0o755 : 0o644 };
            const data = await content();
            if (Buffer.isBuffer(data))
                await (0,promises_.writeFile)(path, data, options);
            else
                await (0,external_node_stream_promises_.pipeline)(data, (0,external_node_fs_.createWriteStream)(path, { flags: options.flag, mode: options.mode }), { signal });
            return true;
        },
        other(member) {
            const place = gate.place(member);
            if (place !== null && member.kind === 'link')
                links.push({ path: (0,external_node_path_.join)(to, place), to: member.detail ?? '' });
        },
        async finish() {
            gate.finish();
            for (const link of links) {
                await (0,promises_.mkdir)((0,external_node_path_.dirname)(link.path), { recursive: true });
                await (0,promises_.symlink)(link.to, link.path);
            }
        },
    };
}
async function unpackTar(path, writer) {
    const { extract } = await __webpack_require__.e(/* import() */ 118).then(__webpack_require__.t.bind(__webpack_require__, 6118, 19));
    const tar = extract();
    const reading = (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path), tar);
    reading.catch(() => { }); // the loop below meets the same error
    for await (const entry of tar) {
        const { name, type, linkname, mode } = entry.header;
        if (type === 'file' || type === 'contiguous-file') {
            const member = { name, kind: 'file' };
            const written = await writer.file(member, ((mode ?? 0) & 0o111) !== 0, async () => entry);
            if (!written)
                entry.resume();
            continue;
        }
        if (type === 'directory')
            writer.other({ name, kind: 'directory' });
        else if (type === 'symlink')
            writer.other({ name, kind: 'link', detail: linkname ?? '' });
        else
            writer.other({ name, kind: 'other', detail: type === 'link' ? 'a hard link' : `a ${type}` });
        entry.resume();
    }
    await reading;
}


/***/ }),

/***/ 7651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ct: () => (/* binding */ decompressXz),
/* harmony export */   fM: () => (/* binding */ lastLine),
/* harmony export */   lw: () => (/* binding */ saysDiskFull),
/* harmony export */   n6: () => (/* binding */ runIfHere)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1541);
/* harmony import */ var _exec_plain_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1388);




const python = `import lzma, shutil, sys
with lzma.open(sys.argv[1]) as source, open(sys.argv[2], 'xb') as target:
    shutil.copyfileobj(source, target, 1 << 20)`;
/**
 * Decompresses an xz file into `to` (which is new); Node has no xz, so one of two programs does it.
 * @throws BuildError `tool-missing`, `disk-full`, `unsafe-archive` for a file that is no whole xz stream
 */
async function decompressXz(path, to, runner) {
    // xz writes beside what it reads, and the archive may lie in a directory of the user's
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.symlink)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path), `${to}.xz`);
    const attempts = [
        ['xz', '--decompress', '--keep', '--force', '--threads=0', `${to}.xz`],
        ['python3', '-c', python, path, to],
    ];
    for (const argv of attempts) {
        const outcome = await runIfHere(argv, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(to), runner);
        if (outcome === null)
            continue;
        if (outcome.code === 0)
            return;
        if (saysDiskFull(outcome))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS('disk-full', `there is no room to decompress ${path}`);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS('unsafe-archive', `${path} cannot be decompressed: ${(0,_exec_plain_js__WEBPACK_IMPORTED_MODULE_3__/* .plainLine */ .h)(lastLine(outcome))}`);
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS('tool-missing', 'neither xz nor python3 is here to decompress a .tar.xz archive', {
        hint: 'Install xz (Debian and Ubuntu: apt-get install xz-utils), or python3 with pip to use the wheel.',
    });
}
/** Runs a program; null when it is not installed. */
async function runIfHere(argv, cwd, runner) {
    try {
        return await runner.exec({ argv, cwd, env: runner.env, signal: runner.signal, maxBytes: 1 << 20 });
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BuildError */ .zS && error.code === 'tool-missing')
            return null;
        throw error;
    }
}
/** Whether a program failed because the disk is full: none of them has an exit status for it. */
function saysDiskFull(outcome) {
    return /No space left on device|Disk quota exceeded/i.test(outcome.stderr + outcome.stdout);
}
/** The line that says why: the last one that is an error, else the last one at all. */
function lastLine(outcome) {
    const lines = `${outcome.stdout}\n${outcome.stderr}`.split('\n').filter(line => line.trim() !== '');
    const line = lines.findLast(l => /error/i.test(l)) ?? lines.at(-1);
    return line?.trim().slice(0, 300) ?? (outcome.code === null ? `ended by ${outcome.signal}` : `exit ${outcome.code}`);
}


/***/ })

};
