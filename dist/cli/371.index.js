export const id = 371;
export const ids = [371,147];
export const modules = {

/***/ 6865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ commandLine),
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/** Needs no quotes in any shell, at any place of a command. */
const safe = /^[A-Za-z0-9_@%+=:,./-]+$/;
/** Would act on the terminal that shows it: all of C0 but line feed and tab, DEL, C1, marks that turn text around. */
const control = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;
/**
 * The line that runs a step by hand, from any directory: `cd DIR && env A=b PATH=…:"$PATH" program …`. Only the
 * environment that differs from the user's is part of it. For sh; text with control characters needs bash (`$'…'`).
 */
function commandLine(step, { path, passEnv }) {
    const given = Object.entries(passEnv).filter(([, value]) => value !== ''); // the others are in the user's own
    const { PATH: ownPath, ...rest } = { ...Object.fromEntries(given), ...step.env };
    const env = Object.entries(rest).map(([name, value]) => `${name}=${quote(value)}`);
    if (ownPath !== undefined)
        env.push(`PATH=${quote([...path, ownPath].join(':'))}`);
    else if (path.length > 0)
        env.push(`PATH=${quote(`${path.join(':')}:`)}"$PATH"`);
    const prefix = env.length > 0 ? ['env', ...env] : [];
    return `cd ${quote(step.cwd)} && ${[...prefix, ...step.argv.map(quote)].join(' ')}`;
}
/** One word for a shell that stays the text that it is. */
function quote(text) {
    if (safe.test(text))
        return text;
    if (control.test(text))
        return `$'${text.replace(/[\\']/g, '\\$&').replace(/[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, escapeByte)}'`;
    return `'${text.replaceAll("'", `'\\''`)}'`;
}
function escapeByte(char) {
    const bytes = [...Buffer.from(char)];
    return bytes.map(byte => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}


/***/ }),

/***/ 7147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  spawnCommand: () => (/* binding */ spawnCommand)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./.build/js/errors.js
var errors = __webpack_require__(1541);
;// CONCATENATED MODULE: ./.build/js/exec/group.js

/** Process groups that we started and that may still run; each is named by the process id of its leader. */
const live = new Set();
/** From SIGTERM to SIGKILL, ms: within the 7.5 s that a cancelled CI job gives between its two signals. */
const graceMs = 5000;
/** How long to wait for the kernel after SIGKILL, ms. */
const reapMs = 1000;
/** Ends every group at once when this process ends in whatever way it still can tell. */
function killAll() {
    for (const pid of live)
        signalGroup(pid, 'SIGKILL');
}
/** Remembers a group until {@link forgetGroup}, so that no child outlives us. */
function watchGroup(pid) {
    if (live.size === 0)
        process.on('exit', killAll);
    live.add(pid);
}
/** The group has ended, or what is left of it is not ours to end. */
function forgetGroup(pid) {
    live.delete(pid);
    if (live.size === 0)
        process.off('exit', killAll);
}
/**
 * Ends a whole group: SIGTERM (and SIGCONT, a stopped process would not see it), SIGKILL after `grace` ms.
 * Resolves when none of it runs any more; grandchildren are waited for too, because they may still write files.
 */
async function endGroup(pid, grace = graceMs) {
    if (!signalGroup(pid, 'SIGTERM'))
        return;
    signalGroup(pid, 'SIGCONT');
    if (await gone(pid, grace))
        return;
    signalGroup(pid, 'SIGKILL');
    await gone(pid, reapMs);
}
async function gone(pid, withinMs) {
    const end = performance.now() + withinMs;
    while (signalGroup(pid, 0) && hasLiving(pid)) {
        if (performance.now() > end)
            return false;
        await new Promise(resolve => setTimeout(resolve, 25));
    }
    return true;
}
/** Whether the group has a process, be it a zombie. */
function signalGroup(pid, signal) {
    try {
        return process.kill(-pid, signal);
    }
    catch {
        return false;
    }
}
/** Whether one of the group is no zombie: a container's first process often reaps late or never. Source: proc(5). */
function hasLiving(group) {
    return (0,external_node_fs_.readdirSync)('/proc').some(name => {
        if (!/^[0-9]+$/.test(name))
            return false;
        try {
            const stat = (0,external_node_fs_.readFileSync)(`/proc/${name}/stat`, 'latin1');
            const [state = '', , pgrp] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
            return Number(pgrp) === group && !'ZX'.includes(state);
        }
        catch {
            return false; // it ended meanwhile
        }
    });
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./.build/js/exec/lines.js

/** Longest line that is handed on, in characters; the rest of a longer one is dropped. */
const maxLine = 1024 * 1024;
/**
 * Cuts a byte stream into lines: UTF-8 across chunk borders, `\n`, `\r\n` and a lone `\r` (progress bars) end a line,
 * a line without end is bounded. The line ends are not part of what `onLine` gets.
 */
function splitLines(onLine) {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    let rest = '';
    let afterReturn = false;
    let overlong = false;
    const emit = (line) => {
        if (!overlong)
            onLine(line);
        overlong = false;
    };
    const add = (text) => {
        if (text === '')
            return;
        const parts = (afterReturn && text.startsWith('\n') ? text.slice(1) : text).split(/\r\n|\n|\r/);
        afterReturn = text.endsWith('\r');
        const last = parts.pop() ?? '';
        for (const part of parts) {
            emit(rest + part);
            rest = '';
        }
        if (!overlong)
            rest += last;
        if (rest.length > maxLine) {
            onLine(`${rest.slice(0, maxLine)}…`);
            rest = '';
            overlong = true;
        }
    };
    return {
        write: chunk => add(decoder.write(chunk)),
        end: () => {
            add(decoder.end());
            if (rest !== '')
                emit(rest);
            rest = '';
        },
    };
}

;// CONCATENATED MODULE: ./.build/js/exec/spawn.js





/** Bytes of each stream that are kept unless the command says otherwise. */
const defaultMaxBytes = 64 * 1024 * 1024;
/** A process that a finished command left behind may hold its pipes open: wait no longer than this for them, ms. */
const drainMs = 500;
/**
 * Starts a child in a process group of its own and waits for its end. On abort and on timeout the whole group ends:
 * SIGTERM, after 5 s SIGKILL; only then the promise settles. A failing exit status is an outcome, not an error.
 * @throws BuildError `interrupted` on abort, `tool-missing` when the program cannot be started,
 *   `unreadable-project` when the working directory is not there
 */
const spawnCommand = async (command) => {
    if (command.signal?.aborted)
        throw interrupted(command);
    const start = performance.now();
    const child = startChild(command);
    const ended = await new Promise((resolve, reject) => watch(child, command, resolve, reject));
    return { ...ended, ms: Math.round(performance.now() - start) };
};
function startChild(command) {
    const [program = '', ...args] = command.argv;
    try {
        return (0,external_node_child_process_.spawn)(program, args, {
            cwd: command.cwd,
            env: { ...command.env },
            detached: true,
            stdio: [command.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
        });
    }
    catch (error) {
        throw cannotStart(command, error);
    }
}
function watch(child, command, resolve, reject) {
    const { pid } = child;
    const stdout = keep(command, 'stdout', fail);
    const stderr = keep(command, 'stderr', fail);
    let timedOut = false;
    let ending = null;
    let failure = null;
    let exit = null;
    function end() {
        if (pid === undefined || ending !== null)
            return;
        ending = endGroup(pid);
        // A process that not even SIGKILL ends (a dead network disk) must not hold us.
        void ending.then(() => setTimeout(() => void settle(), drainMs).unref());
    }
    function fail(error) {
        failure ??= error;
        end();
    }
    const abort = () => fail(interrupted(command));
    const timer = command.timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            end();
        }, command.timeoutMs);
    let drain;
    let settled = false;
    async function settle() {
        if (settled)
            return;
        settled = true;
        clearTimeout(timer);
        clearTimeout(drain);
        await ending;
        command.signal?.removeEventListener('abort', abort);
        child.stdout?.destroy();
        child.stderr?.destroy();
        stdout.lines?.end();
        stderr.lines?.end();
        if (pid !== undefined)
            forgetGroup(pid);
        if (failure !== null)
            return reject(failure);
        const truncated = stdout.truncated() || stderr.truncated() ? { truncated: true } : {};
        resolve({
            code: exit?.code ?? null,
            signal: exit?.signal ?? null,
            stdout: stdout.text(),
            stderr: stderr.text(),
            timedOut,
            ...truncated,
        });
    }
    if (pid !== undefined)
        watchGroup(pid);
    command.signal?.addEventListener('abort', abort, { once: true });
    child.stdout?.on('data', stdout.take);
    child.stderr?.on('data', stderr.take);
    child.stdin?.on('error', () => { }); // it ended without reading: its exit status says the rest
    child.stdin?.end(command.stdin);
    child.once('error', error => {
        failure ??= cannotStart(command, error);
        void settle();
    });
    child.once('exit', (code, signal) => {
        exit = { code, signal };
        drain = setTimeout(() => void settle(), drainMs);
    });
    child.once('close', () => void settle());
}
/** Keeps the first bytes of a stream and hands its lines on; an error of the receiver ends the command. */
function keep(command, stream, fail) {
    const { onLine, maxBytes = defaultMaxBytes } = command;
    const chunks = [];
    let size = 0;
    let cut = false;
    const lines = onLine
        ? splitLines(line => {
            try {
                onLine(line, stream);
            }
            catch (error) {
                fail(error);
            }
        })
        : null;
    return {
        lines,
        take: chunk => {
            lines?.write(chunk);
            const part = chunk.subarray(0, Math.max(0, maxBytes - size));
            cut ||= part.length < chunk.length;
            size += part.length;
            if (part.length > 0)
                chunks.push(part);
        },
        text: () => Buffer.concat(chunks).toString('utf8'),
        truncated: () => cut,
    };
}
function interrupted(command) {
    return new errors/* BuildError */.zS('interrupted', `interrupted while ${command.argv[0]} ran`, { cause: command.signal?.reason });
}
/** Node says ENOENT for the program and for the working directory alike. */
function cannotStart(command, error) {
    const program = command.argv[0] ?? '';
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const cwd = (0,external_node_fs_.statSync)(command.cwd, { throwIfNoEntry: false });
    if (!cwd?.isDirectory()) {
        return new errors/* BuildError */.zS('unreadable-project', `${program} cannot start: ${command.cwd} is not a directory`, {
            cause: error,
        });
    }
    if (code === 'ENOENT') {
        return new errors/* BuildError */.zS('tool-missing', `${program} is not installed (not found on PATH)`, { cause: error });
    }
    if (code === 'EACCES') {
        return new errors/* BuildError */.zS('tool-missing', `${program} may not be executed by this user`, {
            hint: `Check the permissions of ${program} and whether its file system is mounted noexec.`,
            cause: error,
        });
    }
    const why = error instanceof Error ? error.message : String(error);
    return new errors/* BuildError */.zS('tool-missing', `${program} cannot be started: ${why}`, { cause: error });
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

/***/ 9371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ buildRun),
  n: () => (/* binding */ planRun)
});

// EXTERNAL MODULE: ./.build/js/exec/spawn.js + 2 modules
var spawn = __webpack_require__(7147);
// EXTERNAL MODULE: ./.build/js/pipeline/gather.js + 44 modules
var gather = __webpack_require__(8125);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./.build/js/errors.js
var errors = __webpack_require__(1541);
;// CONCATENATED MODULE: ./.build/js/languages/rust/messages.js

/**
 * The executables that cargo reported on stdout (`--message-format json…`): of kind `bin`, of the triples and names that
 * were asked for. The triple is the directory that cargo put the file in: `<target-dir>/<triple>/<profile>/<name>`.
 * @param lines stdout of the step and of its fallbacks; other lines than cargo's (of build scripts) are passed over
 * @throws BuildError `same-name` where two packages gave the same file
 */
function executablesFromCargo(lines, collect) {
    const found = new Map();
    for (const line of lines) {
        const artifact = readArtifact(line);
        if (!artifact || (collect.bins !== null && !collect.bins.includes(artifact.target.name)))
            continue;
        const path = artifact.executable;
        const triple = path.split('/').at(-3) ?? '';
        const target = Object.hasOwn(collect.triples, triple) ? collect.triples[triple] : undefined;
        if (target === undefined)
            continue;
        const other = found.get(path);
        if (other && other.owner !== artifact.package_id) {
            const who = [other.owner, artifact.package_id].map(packageName).join(' and ');
            throw new errors/* BuildError */.zS('same-name', `${who} both build an executable ${artifact.target.name}: one overwrote the other`);
        }
        found.set(path, { target, name: artifact.target.name, path, owner: artifact.package_id });
    }
    return [...found.values()].map(({ target, name, path }) => ({ target, name, path }));
}
function readArtifact(line) {
    // Most lines are long and of no interest; parsing them all costs more than everything else here.
    if (!line.startsWith('{') || !line.includes('"compiler-artifact"'))
        return null;
    try {
        const message = JSON.parse(line);
        const { reason, target, executable, package_id } = message;
        if (reason !== 'compiler-artifact' || typeof executable !== 'string' || typeof package_id !== 'string')
            return null;
        return target?.kind.includes('bin') ? { reason, target, executable, package_id } : null;
    }
    catch {
        return null;
    }
}
/** `path+file:///p/app#1.0.0`, `registry+…#app@1.0.0` and the older `app 1.0.0 (…)` to `app`. */
function packageName(id) {
    const [url = '', fragment] = id.split('#');
    if (fragment === undefined)
        return url.split(' ')[0] ?? id;
    return fragment.includes('@') ? (fragment.split('@')[0] ?? id) : (url.split('/').at(-1) ?? id);
}
const noise = /^error(: could not compile|: aborting due to|: build failed)/;
/**
 * The compile errors in cargo's output, whole (message, source lines, notes), to be shown as the last lines of a failure:
 * warnings of a hundred crates would push them out of sight.
 * @param lines stderr of the step, or stdout with `compiler-message`s; @param most lines to return
 */
function compileErrors(lines, most = 40) {
    const text = lines.flatMap(line => rendered(line) ?? [line]);
    const errors = [];
    let inside = false;
    for (const line of text) {
        const plain = line.replace(/\x1b\[[0-9;]*m/g, '');
        if (/^error(\[E[0-9]+\])?: /.test(plain))
            inside = !noise.test(plain);
        else if (/^(warning(: |\[)|\s+(Compiling|Finished|Checking|Fresh|Running) )/.test(plain))
            inside = false;
        if (inside)
            errors.push(line);
    }
    while (errors.at(-1)?.trim() === '')
        errors.pop();
    return errors.slice(0, most);
}
/** The text of a `compiler-message` that is an error. */
function rendered(line) {
    if (!line.startsWith('{') || !line.includes('"compiler-message"'))
        return null;
    try {
        const { message } = JSON.parse(line);
        return message?.level === 'error' ? (message.rendered ?? '').split('\n') : [];
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./.build/js/build/find-cmake.js


/**
 * The executables that CMake's file API reply names and that were built. Without `bins`: those with an install rule,
 * because tests and examples have none; all of them where nothing has one.
 * @param bins names of targets or of their files
 */
function findInCmake(buildDir, bins) {
    const targets = readTargets((0,external_node_path_.join)(buildDir, '.cmake/api/v1/reply')).filter(t => t.type === 'EXECUTABLE');
    const wanted = bins ? targets.filter(t => namesOf(t).some(n => bins.includes(n))) : targets;
    const installed = wanted.filter(t => t.install !== undefined);
    return (bins === null && installed.length > 0 ? installed : wanted).flatMap(target => {
        const path = target.artifacts?.[0]?.path;
        if (path === undefined)
            return [];
        const absolute = (0,external_node_path_.resolve)(buildDir, path);
        const isBuilt = (0,external_node_fs_.statSync)(absolute, { throwIfNoEntry: false })?.isFile() === true;
        return isBuilt ? [{ name: (0,external_node_path_.basename)(absolute), path: absolute }] : [];
    });
}
function namesOf(target) {
    return [target.name, target.nameOnDisk].filter(name => name !== undefined);
}
function readTargets(reply) {
    const index = readJson(reply, lastIndex(reply));
    const model = objectsOf(index).find(o => o['kind'] === 'codemodel');
    const codemodel = readJson(reply, model?.['jsonFile']);
    return listOf(codemodel, 'configurations')
        .flatMap(configuration => listOf(configuration, 'targets'))
        .map(target => readJson(reply, target['jsonFile']));
}
/** The reply that counts is the last by name (cmake-file-api(7), "v1 Reply Files"). */
function lastIndex(reply) {
    try {
        return (0,external_node_fs_.readdirSync)(reply)
            .filter(name => name.startsWith('index-'))
            .sort()
            .at(-1);
    }
    catch {
        return undefined;
    }
}
function objectsOf(index) {
    return listOf(index, 'objects');
}
function listOf(value, key) {
    const list = value[key];
    return Array.isArray(list) ? list.filter(isJson) : [];
}
function isJson(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** A file of the reply; what is missing or damaged says nothing. A name with a path is not CMake's. */
function readJson(reply, name) {
    if (typeof name !== 'string' || (0,external_node_path_.basename)(name) !== name)
        return {};
    try {
        const value = JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(reply, name), 'utf8'));
        return isJson(value) ? value : {};
    }
    catch {
        return {};
    }
}

// EXTERNAL MODULE: ./.build/js/elf/elf.js + 11 modules
var elf_elf = __webpack_require__(2435);
// EXTERNAL MODULE: ./.build/js/elf/header.js
var header = __webpack_require__(1665);
// EXTERNAL MODULE: ./.build/js/elf/problem.js
var problem = __webpack_require__(4001);
;// CONCATENATED MODULE: ./.build/js/build/elf-kind.js




/**
 * Whether a regular file is a program that one starts: ET_EXEC, or ET_DYN that has an interpreter or says that it is a
 * PIE; not an object, a core or a shared library. A damaged ELF file counts: it is for verify to refuse it, not for us
 * to overlook it.
 */
function isProgram(path, size) {
    const file = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
    try {
        const start = new Uint8Array(4);
        if ((0,external_node_fs_.readSync)(file, start, 0, 4, 0) < 4 || !(0,header/* hasMagic */.qt)(start))
            return false;
        return isStartable((0,elf_elf/* readElf */.oU)({ size, read: (target, position) => (0,external_node_fs_.readSync)(file, target, 0, target.length, position) }));
    }
    catch (error) {
        if (error instanceof problem/* ElfError */.Q)
            return true;
        throw error;
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
function isStartable(elf) {
    if (elf.header.type === header/* elfTypes */.tp.executable)
        return true;
    return elf.header.type === header/* elfTypes */.tp.dynamic && (elf.interpreter !== null || (0,elf_elf/* isPie */.nZ)(elf));
}

;// CONCATENATED MODULE: ./.build/js/build/find-tree.js



/** What build systems make for themselves: compiler checks (CMake, Meson, Autotools) and libtool's relinked copies. */
const byproductDirectories = ['CMakeFiles', 'meson-private', '.git', 'autom4te.cache'];
const byproducts = /^(conftest|lt-.+|a\.out|.+\.(o|lo|a|so|so\.[0-9.]+))$/;
/**
 * Every program below some directories, sorted by path. Links are not followed, unless one has a name that was asked
 * for (`bin/lua` → `lua5.4`): a link is another name of a program, not another program.
 * @param bins names that were asked for; null takes all
 */
function findInTree(dirs, bins) {
    const found = [];
    for (const dir of dirs)
        walk((0,external_node_path_.resolve)(dir), bins, found);
    return found;
}
function walk(dir, bins, found) {
    for (const name of list(dir)) {
        const path = (0,external_node_path_.join)(dir, name);
        const stat = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
        if (stat?.isDirectory()) {
            if (!byproductDirectories.includes(name))
                walk(path, bins, found);
        }
        else if (stat && isWanted(name, bins) && isStarted(path, stat, bins)) {
            found.push({ name, path });
        }
    }
}
function isWanted(name, bins) {
    return bins === null ? !byproducts.test(name) : bins.includes(name);
}
function isStarted(path, stat, bins) {
    if (stat.isSymbolicLink()) {
        if (bins === null)
            return false;
        const target = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
        return target?.isFile() === true && isProgram((0,external_node_fs_.realpathSync)(path), target.size);
    }
    return stat.isFile() && (stat.mode & 0o111) !== 0 && isProgram(path, stat.size);
}
/** Names in a directory; a directory that is not there holds nothing. */
function list(dir) {
    try {
        return (0,external_node_fs_.readdirSync)(dir).sort();
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./.build/js/build/collect.js






/**
 * Finds the executables of every target that did not fail, as the plan says. A target that gives nothing, lacks a name
 * that was asked for, gives two different programs of one name or a link out of the build's directories has a failure;
 * the other targets keep theirs.
 */
async function collectArtifacts(job, result) {
    const failures = [];
    const found = [];
    for (const collect of job.collect) {
        try {
            found.push(...carryOut(collect, result));
        }
        catch (error) {
            if (!(error instanceof errors/* BuildError */.zS))
                throw error;
            failures.push(failure(job, error.code, error.message, targetsOf(collect)));
        }
    }
    const artifacts = [];
    for (const target of job.targets.filter(t => !result.failed.includes(t))) {
        if (failures.some(f => f.targets.includes(target)))
            continue;
        const mine = found.filter(f => f.target === target);
        const rules = job.collect.filter(c => targetsOf(c).includes(target));
        const { kept, problems } = check(job, target, mine, rules);
        artifacts.push(...kept);
        failures.push(...problems);
    }
    return { artifacts, failures };
}
function targetsOf(collect) {
    return collect.from === 'cargo-json' ? Object.values(collect.triples) : [collect.target];
}
function carryOut(collect, { messages }) {
    switch (collect.from) {
        case 'file': {
            const { target, name, path } = collect;
            return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() ? [{ target, name, path }] : [];
        }
        case 'cargo-json':
            return executablesFromCargo(messages[collect.step] ?? [], collect).filter(a => (0,external_node_fs_.existsSync)(a.path));
        case 'tree':
            return treesOf(collect).map(f => ({ target: collect.target, ...f }));
        case 'cmake':
            return findInCmake(collect.buildDir, collect.bins).map(f => ({ target: collect.target, ...f }));
    }
}
function treesOf({ dirs, bins, alternatives }) {
    if (!alternatives)
        return findInTree(dirs, bins);
    return dirs.map(dir => findInTree([dir], bins)).find(found => found.length > 0) ?? [];
}
/** Where a rule looks, for the message. */
function placeOf(collect) {
    switch (collect.from) {
        case 'file':
            return collect.path;
        case 'cargo-json':
            return `the messages of ${collect.step}`;
        case 'tree':
            return collect.dirs.join(', ');
        case 'cmake':
            return `${collect.buildDir} (CMake file API)`;
    }
}
function check(job, target, found, rules) {
    const problems = [];
    const say = (code, message, lines = []) => problems.push(failure(job, code, message, [target], lines));
    const roots = rootsOf(job, rules);
    const inside = found.filter(artifact => {
        const real = (0,external_node_fs_.realpathSync)(artifact.path);
        if (roots.some(root => real.startsWith(root + external_node_path_.sep)))
            return true;
        say('no-executable', `${artifact.path} is ${real}, which this build did not make`);
        return false;
    });
    const kept = [];
    for (const name of new Set(inside.map(a => a.name))) {
        const same = different(inside.filter(a => a.name === name));
        const [first] = same;
        if (same.length === 1 && first)
            kept.push(first);
        else
            say('same-name', `${target} has ${same.length} executables named ${name}`, same.map(a => a.path));
    }
    for (const name of missing(found, rules)) {
        say('no-executable', `the build for ${target} produced no executable ${name}`, looked(rules));
    }
    if (found.length === 0 && problems.length === 0) {
        say('no-executable', `the build for ${target} produced no executable`, looked(rules));
    }
    return { kept, problems };
}
function looked(rules) {
    return rules.map(rule => `looked in ${placeOf(rule)}`);
}
/** Names that were asked for and are not there. CMake's may be those of targets, whose files can have others. */
function missing(found, rules) {
    const asked = rules.flatMap(rule => {
        if (rule.from === 'file')
            return [rule.name];
        const bins = rule.bins ?? [];
        return rule.from === 'cmake' && found.length >= bins.length ? [] : bins;
    });
    return [...new Set(asked)].filter(name => !found.some(f => f.name === name));
}
/** The directories that the build may have written to, with the links above them followed: a project may live behind one. */
function rootsOf(job, rules) {
    const elsewhere = rules.flatMap(placesOf).filter(place => !place.startsWith(job.workDir + external_node_path_.sep));
    return [job.workDir, ...elsewhere].filter(place => (0,external_node_fs_.existsSync)(place)).map(place => (0,external_node_fs_.realpathSync)(place));
}
function placesOf(collect) {
    if (collect.from === 'tree')
        return collect.dirs;
    if (collect.from === 'cmake')
        return [collect.buildDir];
    return collect.from === 'file' ? [(0,external_node_path_.dirname)(collect.path)] : [];
}
/** One path of each program: the same file twice, or two files with the same bytes, are one. */
function different(artifacts) {
    const kept = [];
    for (const artifact of artifacts) {
        const bytes = () => (0,external_node_fs_.readFileSync)(artifact.path);
        if (!kept.some(k => (0,external_node_fs_.realpathSync)(k.artifact.path) === (0,external_node_fs_.realpathSync)(artifact.path) || k.bytes().equals(bytes()))) {
            kept.push({ artifact, bytes });
        }
    }
    return kept.map(k => k.artifact);
}
function failure(job, code, message, targets, lines = []) {
    const { remedy: hint } = errors/* errorTable */.NN[code];
    return { code, message, hint, job: job.id, targets: [...targets], step: null, command: null, lines: [...lines] };
}

// EXTERNAL MODULE: ./.build/js/build/environment.js
var environment = __webpack_require__(5002);
// EXTERNAL MODULE: ./.build/js/exec/plain.js
var plain = __webpack_require__(1388);
;// CONCATENATED MODULE: ./.build/js/report/diagnostics/dialects.js
/** The numbers of a place; absent ones are null. */
const place = (line, column) => ({
    line: Number(line),
    column: column === undefined ? null : Number(column),
});
/** `main.c:3:5: fatal error: x.h: No such file or directory [-Wsome-flag]`: gcc, clang and zig cc. */
const c = line => {
    const m = /^([^\s:][^:]*):(\d+):(?:(\d+):)? (fatal error|error|warning): (.+?)(?: \[(-W[^\]]+)\])?$/.exec(line);
    if (!m)
        return null;
    const [, file = '', at, column, kind, message = '', code = null] = m;
    return {
        found: {
            severity: kind === 'warning' ? 'warning' : 'error',
            file,
            ...place(at, column),
            message,
            code,
            base: 'cwd',
        },
    };
};
/** `./main.go:3:5: undefined: x`, then perhaps `\thave (int)`; `vet: ` before it when `go vet` could not type-check. */
const go = line => {
    const m = /^(?:vet: )?([^\s:][^:]*\.(?:go|mod|work)):(\d+):(?:(\d+):)? (.+)$/.exec(line);
    if (!m)
        return null;
    const [, file = '', at, column, message = ''] = m;
    return { found: { severity: 'error', file, ...place(at, column), message, code: null, base: 'cwd' }, next: goDetail };
};
function goDetail(reading, line) {
    if (!/^\t(have|want|go get) /.test(line))
        return null;
    return { ...reading, found: { ...reading.found, message: `${reading.found.message} ${line.trim()}` } };
}
/** `error[E0308]: mismatched types`, then ` --> src/main.rs:3:5`: rustc, and cargo about its own files. */
const rust = line => {
    const m = /^(error|warning)(?:\[([\w:]+)\])?: (.+)$/.exec(line);
    if (!m)
        return null;
    const [, severity, code = null, message = ''] = m;
    return {
        found: { severity: severity === 'error' ? 'error' : 'warning', message, code, base: 'cwd' },
        next: rustPlace,
    };
};
/** More of the message (until the arrow), or the arrow; what comes after it is for people. */
function rustPlace(reading, line) {
    const m = /^ *--> (.+?):(\d+):(\d+)$/.exec(line);
    if (m)
        return { found: { ...reading.found, file: m[1] ?? '', ...place(m[2], m[3]) } };
    return line === '' || /^(error|warning|note|help)\b/.test(line) ? null : reading;
}
/** `CMake Error at src/CMakeLists.txt:3 (add_executable):`, then indented text up to the call stack. */
const cmake = line => {
    const m = /^CMake (Error|Warning|Deprecation Warning)(?: \(dev\))? (?:at|in) ([^:]+):(\d+)(?: \((\w+)\))?:$/.exec(line);
    if (!m)
        return null;
    const [, kind, file = '', at, command] = m;
    const severity = kind === 'Error' ? 'error' : 'warning';
    const found = {
        severity,
        file,
        ...place(at, undefined),
        message: '',
        code: command ?? null,
        base: 'sources',
    };
    return { found, next: cmakeText };
};
function cmakeText(reading, line) {
    const { message } = reading.found;
    if (line === '')
        return message === '' ? reading : null; // the first paragraph says it
    if (!line.startsWith('  '))
        return null;
    return { ...reading, found: { ...reading.found, message: `${message} ${line.trim()}`.trim() } };
}
/** `../meson.build:3:0: ERROR: Dependency "x" not found`. */
const meson = line => {
    const m = /^([^\s:][^:]*):(\d+):(\d+): ERROR: (.+)$/.exec(line);
    if (!m)
        return null;
    const [, file = '', at, , message = ''] = m;
    return { found: { severity: 'error', file, ...place(at, undefined), message, code: null, base: 'cwd' } };
};
/** Every family, in the order in which a line is offered to them: the stricter patterns first. */
const dialects = [cmake, meson, c, go, rust];

;// CONCATENATED MODULE: ./.build/js/report/diagnostics.js



/** GitHub shows so many annotations of a severity for each step of a job, and drops the others. */
const most = 10;
/**
 * What compilers said of lines of the project: the errors, then the warnings, each in the order of the output and each
 * once (an error of two targets is one error), at most ten of both. Places outside of the project are left out: nobody
 * can annotate a line of the C library. So is what has no line, like an undefined symbol.
 * @param lines the output of a command that failed, escape codes and cargo's JSON messages included
 */
function diagnosticsOf(lines, places) {
    const found = new Map();
    for (const each of readAll(lines, places.cwd)) {
        const file = mapped(each, places);
        if (file === null)
            continue;
        const { severity, line, column, message, code } = each;
        const key = [severity, file, line, column, message].join('\n');
        found.set(key, found.get(key) ?? { severity, file, line, column, message, code });
    }
    const all = [...found.values()];
    return ['error', 'warning'].flatMap(severity => all.filter(d => d.severity === severity).slice(0, most));
}
function readAll(lines, cwd) {
    const found = [];
    const dirs = [cwd];
    let open = null;
    const close = (reading) => {
        if (reading !== null && isWhole(reading.found))
            found.push({ ...reading.found, dir: dirs.at(-1) ?? cwd });
    };
    for (const line of lines.flatMap(diagnostics_rendered).map(clean)) {
        const more = goOn(open, line);
        if (more === null) {
            close(open);
            move(dirs, line);
            open = start(line);
        }
        else {
            open = more;
        }
    }
    close(open);
    return found;
}
function goOn(reading, line) {
    return reading?.next?.(reading, line) ?? null;
}
function start(line) {
    for (const dialect of dialects) {
        const reading = dialect(line);
        if (reading)
            return reading;
    }
    return null;
}
function isWhole(found) {
    return found.file !== undefined && found.line !== undefined && found.column !== undefined && found.message !== '';
}
/** Recursive makes and ninja say where they go; names are relative to there. */
function move(dirs, line) {
    const m = /^(?:\S*make(?:\[\d+\])?|ninja): (Entering|Leaving) directory [`'‘](.+)['’]$/.exec(line);
    if (!m)
        return;
    const [, way, dir = ''] = m;
    if (way === 'Entering')
        dirs.push((0,external_node_path_.join)((0,external_node_path_.isAbsolute)(dir) ? '' : (dirs.at(-1) ?? ''), dir));
    else if (dirs.length > 1)
        dirs.pop();
}
/** A `compiler-message` of cargo's JSON as the lines that rustc rendered; another line as it is. */
function diagnostics_rendered(line) {
    if (!line.startsWith('{') || !line.includes('"compiler-message"'))
        return [line];
    try {
        const { message } = JSON.parse(line);
        return typeof message?.rendered === 'string' ? message.rendered.split('\n') : [];
    }
    catch {
        return [];
    }
}
/** Without escape codes, and without the prefix under which cargo repeats what a build script's C compiler said. */
function clean(line) {
    return (0,plain/* plainLine */.h)(line).replace(/^warning: [^\s:@]+@[^\s:]+: /, '');
}
function mapped(found, { projectDir, requestDir, copies, cwd }) {
    const sources = copies.find(copy => copy.to === cwd || isBelow(cwd, copy.to))?.to ?? copies[0]?.to ?? projectDir;
    const base = found.base === 'sources' ? sources : found.dir;
    const path = (0,external_node_path_.isAbsolute)(found.file) ? (0,external_node_path_.normalize)(found.file) : (0,external_node_path_.join)(base, found.file);
    const copy = copies.find(each => isBelow(path, each.to));
    const own = copy ? (0,external_node_path_.join)(copy.from, (0,external_node_path_.relative)(copy.to, path)) : path;
    if (!isBelow(own, projectDir) || isBelow(own, (0,external_node_path_.join)(projectDir, '.portable-build')))
        return null;
    return isBelow(own, requestDir) ? (0,external_node_path_.relative)(requestDir, own) : null;
}
function isBelow(path, dir) {
    const way = (0,external_node_path_.relative)(dir, path);
    return way !== '' && way !== '..' && !way.startsWith('../');
}

// EXTERNAL MODULE: ./.build/js/build/command-line.js
var command_line = __webpack_require__(6865);
;// CONCATENATED MODULE: ./.build/js/build/failure.js



const noSpace = /No space left on device|Disk quota exceeded|ENOSPC/;
/** A step that ended badly, as the report tells it, with the lines of the project that its compilers complained of. */
function stepFailure(job, step, targets, { ended, lines, output }, dirs) {
    const error = ended instanceof errors/* BuildError */.zS ? ended : judge(step, targets, ended, lines);
    return {
        code: error.code,
        message: error.message,
        hint: error.hint,
        job: job.id,
        targets: [...targets],
        step: step.id,
        command: (0,command_line/* commandLine */.a)(step, job),
        lines: [...error.lines, ...lines],
        diagnostics: diagnosticsOf(output, {
            cwd: step.cwd,
            projectDir: dirs.project,
            requestDir: dirs.request,
            copies: job.steps.flatMap(each => each.copySources ?? []),
        }),
    };
}
function judge(step, targets, outcome, lines) {
    const what = `${step.title} failed for ${targets.join(', ')}`;
    if (lines.some(line => noSpace.test(line))) {
        return new errors/* BuildError */.zS('disk-full', `${what}: no space left on the device`);
    }
    if (outcome.signal === 'SIGKILL' || outcome.code === 137) {
        return new errors/* BuildError */.zS('step-failed', `${what}: it was killed`, {
            hint: 'Something outside killed it, most often because memory ran out: free some, or let fewer jobs run at a time.',
        });
    }
    const how = outcome.signal === null ? `exit status ${outcome.code}` : `ended by ${outcome.signal}`;
    return new errors/* BuildError */.zS('step-failed', `${what} (${how})`, {
        hint: 'Its last lines are shown; the command can be run by hand as printed.',
    });
}

// EXTERNAL MODULE: ./.build/js/build/make-directory.js
var make_directory = __webpack_require__(8095);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./.build/js/build/file-error.js
var file_error = __webpack_require__(5862);
// EXTERNAL MODULE: ./.build/js/build/manifest.js
var manifest = __webpack_require__(4190);
// EXTERNAL MODULE: ./.build/js/build/write-file.js
var write_file = __webpack_require__(6151);
;// CONCATENATED MODULE: ./.build/js/build/copy.js








/** Never part of a copy, at any depth: history, our own work, what package managers unpack. */
const skipped = ['.git', '.hg', '.svn', '.portable-build', 'node_modules'];
/** Entries between two looks at signals and progress: a wait for each of thousands of small files costs more than the copy. */
const breath = 64;
/**
 * Makes `to` a copy of the tree `from`: modes, times and links as they are (links are never followed, so a loop is
 * just a link), data shared where the file system can. A later copy replaces only what differs, so that what was
 * compiled stays; what an earlier copy brought and the source no longer has is removed. Sockets and devices are left out.
 * @throws BuildError `unreadable-project`, `disk-full`, `cannot-write`, `interrupted`
 */
async function copySources(request) {
    const listPath = `${request.to}.copied`;
    const before = await readList(listPath);
    const done = [];
    await (0,make_directory/* makeDirectory */.O)(request.to);
    try {
        await copyDirectory({ ...request, done }, '');
    }
    catch (error) {
        await (0,write_file/* writeWhole */.f)(listPath, JSON.stringify([...new Set([...before, ...done])])).catch(() => { });
        throw error;
    }
    const now = new Set(done);
    for (const path of before.filter(p => !now.has(p))) {
        writing(inside(request.to, path), target => (0,external_node_fs_.rmSync)(target, { recursive: true, force: true }));
    }
    await (0,write_file/* writeWhole */.f)(listPath, JSON.stringify(done));
}
async function copyDirectory(copier, path) {
    const { from, to, signal, done } = copier;
    await pause(signal);
    const source = inside(from, path);
    const [stat, read] = reading(source, () => [(0,external_node_fs_.lstatSync)(source), (0,external_node_fs_.readdirSync)(source, 'buffer')]);
    const names = read.map(name => name.toString('latin1')).sort();
    if (path !== '' && names.includes(manifest/* manifestName */.vS))
        return; // an output directory of ours
    if (path !== '')
        replaceByDirectory(inside(to, path));
    const children = names.filter(name => !skipped.includes(name)).map(name => `${path}/${name}`);
    done.push(...children);
    const directories = [];
    for (const [index, child] of children.entries()) {
        if (index % breath === 0)
            await pause(signal);
        copyEntry(copier, child, directories);
    }
    for (const child of directories)
        await copyDirectory(copier, child);
    writing(inside(to, path), target => {
        (0,external_node_fs_.chmodSync)(target, (stat.mode & 0o777) | 0o700);
        (0,external_node_fs_.lutimesSync)(target, stat.atime, stat.mtimeMs / 1000);
    });
}
/** Copies a file or a link; a directory is only noted. */
function copyEntry(copier, path, directories) {
    const source = inside(copier.from, path);
    const target = inside(copier.to, path);
    const stat = reading(source, () => (0,external_node_fs_.lstatSync)(source));
    if (stat.isDirectory())
        directories.push(path);
    if (!stat.isFile() && !stat.isSymbolicLink())
        return;
    if (isSame(stat, source, target))
        return;
    writing(target, () => (0,external_node_fs_.rmSync)(target, { recursive: true, force: true }));
    if (stat.isSymbolicLink()) {
        const link = reading(source, () => (0,external_node_fs_.readlinkSync)(source, 'buffer'));
        writing(target, () => (0,external_node_fs_.symlinkSync)(link, target));
    }
    else {
        readable(source, stat);
        writing(target, () => (0,external_node_fs_.copyFileSync)(source, target, external_node_fs_.constants.COPYFILE_FICLONE));
        writing(target, () => (0,external_node_fs_.chmodSync)(target, (stat.mode & 0o777) | 0o600));
    }
    writing(target, () => (0,external_node_fs_.lutimesSync)(target, stat.atime, stat.mtimeMs / 1000));
}
/** Equal, not newer: a clock that is wrong here or was wrong there changes nothing. Times lose some digits on the way. */
function isSame(stat, source, target) {
    const there = (0,external_node_fs_.lstatSync)(target, { throwIfNoEntry: false });
    if (there === undefined || Math.abs(there.mtimeMs - stat.mtimeMs) > 0.01)
        return false;
    if (stat.isSymbolicLink()) {
        return there.isSymbolicLink() && (0,external_node_fs_.readlinkSync)(target, 'buffer').equals((0,external_node_fs_.readlinkSync)(source, 'buffer'));
    }
    return there.isFile() && there.size === stat.size && (there.mode & 0o777) === ((stat.mode & 0o777) | 0o600);
}
/** Makes a directory whose parent is there; a file of that name gives way. */
function replaceByDirectory(target) {
    writing(target, () => {
        const there = (0,external_node_fs_.lstatSync)(target, { throwIfNoEntry: false });
        if (there?.isDirectory())
            return;
        (0,external_node_fs_.rmSync)(target, { force: true });
        (0,external_node_fs_.mkdirSync)(target);
    });
}
async function pause(signal) {
    await (0,external_node_timers_promises_.setImmediate)();
    if (signal.aborted)
        throw new errors/* BuildError */.zS('interrupted', 'interrupted while the sources were copied');
}
async function readList(path) {
    try {
        const list = JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
        return Array.isArray(list) ? list.filter(isInside) : [];
    }
    catch {
        return [];
    }
}
function isInside(path) {
    return typeof path === 'string' && path.startsWith('/') && !path.split('/').includes('..');
}
function inside(root, path) {
    return Buffer.concat([Buffer.from(root), Buffer.from(path, 'latin1')]);
}
/** copyFile says EACCES for either end: ask for the source first. */
function readable(source, stat) {
    if ((stat.mode & 0o444) !== 0o444 && process.getuid?.() !== 0) {
        reading(source, () => (0,external_node_fs_.accessSync)(source, external_node_fs_.constants.R_OK));
    }
}
function reading(path, read) {
    try {
        return read();
    }
    catch (error) {
        throw new errors/* BuildError */.zS('unreadable-project', `${path} cannot be read (${(0,file_error/* errno */.b)(error)})`, { cause: error });
    }
}
function writing(path, write) {
    try {
        write(path);
    }
    catch (error) {
        throw (0,file_error/* writeError */.o)(error, path.toString());
    }
}

;// CONCATENATED MODULE: ./.build/js/build/step.js





/** Lines of a failed tool that are shown. */
const shown = 40;
/** Lines that are kept to find its errors among its warnings, and characters of each. */
const kept = 4000;
const width = 2000;
/** Output of which only the last lines matter is not kept as a whole. */
const tailBytes = 64 * 1024;
/**
 * Carries one step out: its directories, its copy of the sources, its command. A failure is a result.
 * @throws BuildError `interrupted`
 */
async function runStep(step, context) {
    const isCargo = step.stdout === 'cargo-json';
    const tail = [];
    const keep = (line, stream) => {
        const isMessage = isCargo && stream === 'stdout' && line.startsWith('{');
        if (isMessage && !line.includes('"compiler-message"'))
            return;
        tail.push(line.slice(0, isMessage ? line.length : width));
        if (tail.length > kept)
            tail.splice(0, kept / 2);
        if (!isMessage && line.trim() !== '')
            context.onLine((0,plain/* plainLine */.h)(line));
    };
    try {
        await prepare(step, context.signal);
        const ended = await context.exec({
            argv: step.argv,
            cwd: step.cwd,
            env: context.env,
            signal: context.signal,
            onLine: keep,
            ...(isCargo ? {} : { maxBytes: tailBytes }),
        });
        const ok = ended.code === 0;
        const messages = isCargo ? ended.stdout.split('\n') : [];
        return ok ? { ended, ok, messages, lines: [], output: [] } : { ended, ok, messages, ...left(tail, isCargo) };
    }
    catch (error) {
        if (!(error instanceof errors/* BuildError */.zS) || error.code === 'interrupted')
            throw error;
        return { ended: error, ok: false, messages: [], ...left(tail, isCargo) };
    }
}
async function prepare({ mkdir: directories = [], copySources: copy }, signal) {
    for (const directory of directories)
        await (0,make_directory/* makeDirectory */.O)(directory);
    if (copy)
        await copySources({ ...copy, signal });
}
const left = (tail, isCargo) => ({ lines: lastLines(tail, isCargo), output: tail });
function lastLines(tail, isCargo) {
    const errors = isCargo ? compileErrors(tail, shown) : [];
    const lines = errors.length > 0 ? errors : tail.filter(line => !(isCargo && line.startsWith('{')));
    return lines.map(plain/* plainLine */.h).slice(-shown);
}

;// CONCATENATED MODULE: ./.build/js/build/run.js







/**
 * Runs the steps of a job in order. A step that fails fails its targets: what follows for these alone is skipped,
 * everything else goes on, so that one target's error costs no other target's artifact.
 * @throws BuildError `interrupted`; `cannot-write`, `disk-full` when the job cannot even start; `bad-input` for a
 *   variable that a build must not get
 */
async function runJob(job, context) {
    const home = (0,external_node_path_.join)((0,external_node_path_.dirname)(job.workDir), 'home'); // the one of the questions before planning: what they fetched is there
    const env = (0,environment/* buildEnv */.W)(context.env, job.passEnv, home);
    if (env['HOME'] === home)
        await (0,make_directory/* makeDirectory */.O)(home);
    await run_prepare(job);
    const run = new JobRun(job, context, env);
    try {
        for (const [index, step] of job.steps.entries()) {
            await run.step(step);
            const later = new Set(job.steps.slice(index + 1).flatMap(s => run_targetsOf(job, s)));
            for (const target of job.targets)
                if (!later.has(target))
                    run.finish(target);
        }
    }
    catch (error) {
        run.stop(error);
        throw error;
    }
    return run.result();
}
async function run_prepare(job) {
    await (0,make_directory/* makeDirectory */.O)(job.workDir);
    for (const file of job.files)
        await (0,write_file/* writeWhole */.f)(file.path, file.content, file.executable ? 0o755 : 0o644);
}
/** A step that names no target is for all of the job. */
function run_targetsOf(job, step) {
    return step.targets.length > 0 ? step.targets : job.targets;
}
/** The state of a job while it runs. */
class JobRun {
    #job;
    #context;
    #env;
    #steps = [];
    #failures = [];
    #failed = new Set();
    #messages = {};
    /** Lines of progress by target; removed when they are finished. */
    #tasks = new Map();
    constructor(job, context, env) {
        this.#job = job;
        this.#context = context;
        this.#env = env;
    }
    async step(step) {
        const alive = run_targetsOf(this.#job, step).filter(target => !this.#failed.has(target));
        if (alive.length === 0)
            return;
        const end = await this.#carryOut(step, alive, step.id);
        if (end.ok)
            return;
        // What could not even start (no program, no room) fails the same way a second time.
        const fallbacks = end.ended instanceof errors/* BuildError */.zS ? [] : (step.fallback ?? []);
        if (fallbacks.length > 0)
            this.#context.host.log.info(`${step.title} failed: each target is tried alone`);
        for (const alone of fallbacks)
            await this.#fallBack(alone, step.id);
        const covered = new Set(fallbacks.flatMap(alone => run_targetsOf(this.#job, alone)));
        const lost = alive.filter(target => !covered.has(target));
        if (lost.length > 0)
            this.#fail(step, lost, end);
    }
    async #fallBack(step, messagesOf) {
        const alive = run_targetsOf(this.#job, step).filter(target => !this.#failed.has(target));
        if (alive.length === 0)
            return;
        const end = await this.#carryOut(step, alive, messagesOf);
        if (!end.ok)
            this.#fail(step, alive, end);
    }
    async #carryOut(step, targets, messagesOf) {
        const { host, exec, startedAt } = this.#context;
        const start = performance.now();
        const tasks = targets.map(target => this.#task(target, step.title));
        const output = host.log.output(step.title);
        const path = [...this.#job.path, step.env['PATH'] ?? this.#env['PATH'] ?? ''];
        const carriedOut = runStep(step, {
            exec,
            signal: host.signal,
            env: { ...this.#env, ...step.env, PATH: path.join(':') },
            onLine: line => {
                output.line(line);
                for (const task of tasks)
                    task.update(`${step.title}: ${line}`);
            },
        });
        const end = await carriedOut.catch(error => {
            output.end(false);
            throw error;
        });
        output.end(end.ok);
        if (step.stdout === 'cargo-json') {
            this.#messages[messagesOf] = [...(this.#messages[messagesOf] ?? []), ...end.messages];
        }
        this.#steps.push({
            id: step.id,
            title: step.title,
            job: this.#job.id,
            startMs: Math.round(start - startedAt),
            ms: Math.round(performance.now() - start),
            ok: end.ok,
        });
        return end;
    }
    #task(target, title) {
        const open = this.#tasks.get(target);
        if (open) {
            open.update(title);
            return open;
        }
        const task = this.#context.host.log.task(target, title);
        this.#tasks.set(target, task);
        return task;
    }
    #fail(step, targets, end) {
        const failure = stepFailure(this.#job, step, targets, end, this.#context.dirs);
        if (step.optional) {
            this.#context.host.log.warn(failure.message, 'It is optional: the build goes on.');
            return;
        }
        this.#failures.push(failure);
        for (const target of targets) {
            this.#failed.add(target);
            this.#tasks.get(target)?.fail(failure.message);
            this.#tasks.delete(target);
        }
    }
    /** Nothing more will be done for this target. */
    finish(target) {
        this.#tasks.get(target)?.done('built');
        this.#tasks.delete(target);
    }
    /** The run ends here: no line of progress stays open. */
    stop(error) {
        const why = error instanceof errors/* BuildError */.zS && error.code === 'interrupted' ? 'interrupted' : 'stopped';
        for (const task of this.#tasks.values())
            task.fail(why);
        this.#tasks.clear();
    }
    result() {
        return { steps: this.#steps, failures: this.#failures, failed: [...this.#failed], messages: this.#messages };
    }
}

// EXTERNAL MODULE: ./.build/js/smoke/findings.js
var findings = __webpack_require__(7542);
// EXTERNAL MODULE: ./.build/js/smoke/smoke.js + 1 modules
var smoke = __webpack_require__(2373);
// EXTERNAL MODULE: ./.build/js/verify/judge.js + 34 modules
var verify_judge = __webpack_require__(8304);
// EXTERNAL MODULE: ./.build/js/verify/outcome.js
var outcome = __webpack_require__(1640);
// EXTERNAL MODULE: ./.build/js/verify/secrets.js
var verify_secrets = __webpack_require__(5817);
// EXTERNAL MODULE: ./.build/js/nearest.js
var nearest = __webpack_require__(1254);
;// CONCATENATED MODULE: ./.build/js/pipeline/preflight.js



/** Names every program that is missing at once, before anything is downloaded or built. @throws BuildError `tool-missing` */
function checkTools(subjects, machine) {
    const missing = new Map();
    for (const { language, project, loaded } of subjects) {
        for (const { tool, get } of language.needs(project, loaded.inputs)) {
            if (!machine.tools[tool])
                missing.set(tool, get);
        }
    }
    if (missing.size === 0)
        return;
    const [[tool, get] = ['', '']] = missing;
    if (missing.size === 1)
        throw new errors/* BuildError */.zS('tool-missing', `${tool} is not installed`, { hint: get });
    throw new errors/* BuildError */.zS('tool-missing', `${[...missing.keys()].join(', ')} are not installed`, {
        lines: [...missing].map(([name, how]) => `${name}: ${how}`),
    });
}
/** Every secret that will be looked for has a value. @throws BuildError `bad-input` */
function checkSecrets(plan, env) {
    (0,verify_secrets/* secretsOf */.F)(plan.projects.flatMap(p => p.targets.flatMap(t => t.policy.secrets ?? [])), env);
}
/** The jobs to run, in the plan's order. @throws BuildError `bad-input` for an id that the plan does not have */
function chooseJobs(plan, only) {
    const ids = plan.jobs.map(job => job.id);
    for (const id of only) {
        if (ids.includes(id))
            continue;
        const guess = (0,nearest/* nearest */.p)(id, ids);
        throw new errors/* BuildError */.zS('bad-input', `the plan has no job ${JSON.stringify(id)}`, {
            hint: guess ? `Did you mean ${guess}?` : `Its jobs are ${ids.join(', ')}.`,
        });
    }
    return only.length === 0 ? plan.jobs : plan.jobs.filter(job => only.includes(job.id));
}
/** The project that a job builds, as planned and as gathered. */
function projectOf({ plan, subjects }, job) {
    const index = plan.projects.findIndex(p => p.targets.some(t => t.job === job.id));
    const planned = plan.projects[index];
    const subject = subjects[index];
    if (!planned || !subject)
        throw new Error(`job ${job.id} belongs to no project of the plan`);
    return { planned, subject };
}

;// CONCATENATED MODULE: ./.build/js/pipeline/job.js











/** Builds one job and judges what came out. @throws BuildError `interrupted`, and what concerns the whole run */
async function buildJob(run, job) {
    const { host, exec, request, startedAt } = run;
    const { planned } = projectOf(run, job);
    const dirs = { project: planned.dir, request: (0,external_node_path_.resolve)(request.dir) };
    const result = await runJob(job, { host, exec, env: request.env, dirs, startedAt });
    const { artifacts, failures } = await collectArtifacts(job, result);
    const judged = [];
    for (const artifact of rename(artifacts, planned.binName)) {
        if (host.signal.aborted)
            throw new errors/* BuildError */.zS('interrupted', 'the run was interrupted');
        judged.push({ artifact, job: job.id, file: await job_judge(run, planned, job, artifact) });
    }
    return { steps: result.steps, failures: [...result.failures, ...failures], judged };
}
/** Reads the bytes, then starts the file: what does not start is not verified, whatever its bytes say. */
async function job_judge(run, planned, job, artifact) {
    const { exec, machine, host, floors } = run;
    const target = planned.targets.find(t => t.name === artifact.target);
    if (!target)
        throw new Error(`${artifact.target} is no target of the plan`);
    const forbiddenPaths = [planned.dir, job.workDir, (0,external_node_os_.homedir)()].filter(path => path.length > 1);
    const secrets = (0,verify_secrets/* secretsOf */.F)(target.policy.secrets ?? [], run.request.env);
    const read = await (0,verify_judge/* judgeFile */.G)(artifact.path, target.policy, { digest: 'always', forbiddenPaths, secrets });
    if (planned.smoke.when === 'off' || !read.verified)
        return read;
    const { command, when } = planned.smoke;
    const cpu = target.policy.cpu ?? null;
    const mirror = projectOf(run, job).subject.loaded.inputs.mirrors['debian'] ?? null;
    const floor = { setting: planned.smoke.floor, promised: target.policy.floor.glibc, mirror, floors };
    const result = await (0,smoke/* smokeFile */.a)({
        path: artifact.path,
        file: read,
        machine,
        command,
        cpu,
        floor,
        exec,
        signal: host.signal,
    });
    return (0,outcome/* withFindings */.$)({ ...read, smoke: [...result.smokes] }, (0,findings/* smokeFindings */.O)(result, when));
}
/** Gives the only executable of each target the name that was asked for. @throws BuildError `bad-input` for several */
function rename(artifacts, name) {
    if (name === null)
        return artifacts;
    return artifacts.map(artifact => {
        const several = artifacts.filter(a => a.target === artifact.target);
        if (several.length === 1)
            return { ...artifact, name };
        throw new errors/* BuildError */.zS('bad-input', `bin-name: ${artifact.target} has ${several.length} executables`, {
            hint: `Choose one with \`bin\`: ${several.map(a => a.name).join(', ')}.`,
        });
    });
}

// EXTERNAL MODULE: ./.build/js/build/lock.js
var build_lock = __webpack_require__(1492);
;// CONCATENATED MODULE: ./.build/js/pipeline/locks.js



/** Holds the work directories of the jobs' projects while `act` runs, taken in one order, so that two runs never wait for each other. */
async function withLocks(run, jobs, act) {
    const dirs = [...new Set(jobs.map(job => (0,external_node_path_.join)(projectOf(run, job).planned.dir, '.portable-build')))].sort();
    const held = [];
    try {
        for (const dir of dirs)
            held.push(await (0,build_lock/* lockWorkDir */.c)(dir, run.host.log, run.host.signal));
        return await act();
    }
    finally {
        for (const lock of held.reverse())
            await lock.release();
    }
}

// EXTERNAL MODULE: ./.build/js/verify/policies.js + 1 modules
var policies = __webpack_require__(5518);
;// CONCATENATED MODULE: ./.build/js/pipeline/outcome.js

/**
 * Puts the report together. It is verified only when every chosen job gave verified files for all of its targets and
 * nothing failed: a target that gave nothing is a failure of its own before this is called.
 */
function makeReport(plan, { jobs, cache, outcomes, packaged }) {
    const failures = [...outcomes.flatMap(o => o.failures), ...packaged.failures];
    const files = packaged.files.map(p => p.file);
    const { projects } = plan;
    const both = (values) => [...new Set(values)].join(', ');
    return {
        schema: 1,
        tool: plan.tool,
        project: {
            name: both(projects.map(p => p.name)),
            language: both(projects.map(p => p.language)),
            commit: projects[0]?.commit ?? null,
        },
        plan,
        policy: Object.fromEntries(projects.flatMap(p => p.targets.map(t => [t.name, (0,policies/* printedPolicy */.b8)(t.policy)]))),
        jobs: jobs.map(j => j.id),
        files,
        artifacts: [...packaged.artifacts],
        cache: [...cache],
        steps: outcomes.flatMap(o => [...o.steps]),
        failures,
        notices: [...plan.notices],
        verified: files.length > 0 && failures.length === 0 && files.every(f => f.verified),
    };
}

// EXTERNAL MODULE: ./.build/js/build/output.js
var output = __webpack_require__(4694);
;// CONCATENATED MODULE: ./.build/js/package/include.js



/** What is in a project's directory and no part of it. */
const never = ['.git', '.portable-build'];
/** So many files are no mistake in a pattern any more. */
const include_most = 10_000;
/**
 * The files that `include` names, by their paths in the project; a directory stands for everything below it. A link is
 * the file that it leads to, if that is in the project.
 * @param project absolute
 * @param skip absolute paths of directories to leave out: the output directory
 * @throws BuildError `bad-input` for a pattern or a link that leads out; `nothing-matched` for a pattern without files
 */
function findIncluded(project, patterns, skip) {
    const root = (0,external_node_fs_.realpathSync)(project);
    const out = [...never.flatMap(name => [(0,external_node_path_.join)(project, name), (0,external_node_path_.join)(root, name)]), ...skip];
    const found = new Map();
    for (const pattern of patterns) {
        const paths = match(project, pattern).filter(path => !isIn(path, out));
        const files = paths.flatMap(path => filesBelow(path, out));
        if (files.length === 0) {
            throw new errors/* BuildError */.zS('nothing-matched', `include: ${JSON.stringify(pattern)} matches no file of the project`, {
                hint: `It is looked for in ${project}.`,
            });
        }
        for (const path of files)
            found.set(path, memberOf(path, { project, root, out }));
        if (found.size > include_most)
            throw new errors/* BuildError */.zS('bad-input', `include: over ${include_most} files match`);
    }
    return [...found.values()];
}
function match(project, pattern) {
    const parts = pattern.split('/');
    if ((0,external_node_path_.isAbsolute)(pattern) || parts.includes('..') || /\p{Cc}/u.test(pattern)) {
        throw new errors/* BuildError */.zS('bad-input', `include: ${JSON.stringify(pattern)} is no pattern below the project`);
    }
    const literal = (0,external_node_path_.join)(project, pattern);
    // A name is that file, whatever characters it has.
    return statOf(literal)
        ? [literal.replace(/\/+$/, '')]
        : (0,external_node_fs_.globSync)(pattern, { cwd: project }).map(p => (0,external_node_path_.join)(project, p));
}
function statOf(path) {
    try {
        return (0,external_node_fs_.lstatSync)(path);
    }
    catch {
        return null;
    }
}
/** Links to directories are not followed: they can lead back. */
function filesBelow(path, out) {
    if (out.includes(path))
        return [];
    const stat = statOf(path);
    if (!stat?.isDirectory())
        return [path];
    return (0,external_node_fs_.readdirSync)(path).flatMap(name => filesBelow((0,external_node_path_.join)(path, name), out));
}
const isIn = (path, dirs) => dirs.some(dir => path === dir || path.startsWith(dir + external_node_path_.sep));
function memberOf(path, { project, root, out }) {
    const name = (0,external_node_path_.relative)(project, path).split(external_node_path_.sep).join('/');
    const refuse = (why) => new errors/* BuildError */.zS('bad-input', `include: ${JSON.stringify(name)} ${why}`);
    if (/\p{Cc}/u.test(name))
        throw refuse('has a control character in its name');
    try {
        const real = (0,external_node_fs_.realpathSync)(path);
        if (!real.startsWith(root + external_node_path_.sep) || isIn(real, out))
            throw refuse('is a link that leads out of the project');
        const stat = (0,external_node_fs_.statSync)(real);
        if (!stat.isFile())
            throw refuse('is no file');
        return { kind: 'file', name, executable: (stat.mode & 0o111) !== 0, path: real, size: stat.size, sha256: null };
    }
    catch (error) {
        if (error instanceof errors/* BuildError */.zS)
            throw error;
        throw refuse('cannot be read');
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./.build/js/package/member.js



/** Permission bits of a member: whatever the umask was, everybody may read and nobody but the owner may write. */
function modeOf(member) {
    return member.kind === 'directory' || member.executable ? 0o755 : 0o644;
}
/** A file is not the one that was judged or measured any more; what was written of it is thrown away. */
class MemberChanged extends Error {
    member;
    constructor(member, cause) {
        super(`${member.path} is not what it was`, { cause });
        this.name = 'MemberChanged';
        this.member = member;
    }
}
/** Pieces are of one size, so that what a compressor makes of them does not depend on how they came. */
const pieceSize = 64 * 1024;
/**
 * The content of a file, opened without following a link and hashed while it is read: what is archived is what was
 * judged, and there is no second look in between.
 * @throws MemberChanged at the end at the latest
 */
async function* contentOf(member) {
    let file = null;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let left = member.size;
    try {
        file = await (0,promises_.open)(member.path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
        if (!(await file.stat()).isFile())
            throw new MemberChanged(member);
        for (;;) {
            // One byte more than expected is asked for: a file that has grown is another file.
            const piece = Buffer.allocUnsafe(pieceSize);
            const { bytesRead } = await readFully(file, piece);
            left -= bytesRead;
            if (left < 0)
                throw new MemberChanged(member);
            hash.update(piece.subarray(0, bytesRead));
            if (bytesRead > 0)
                yield piece.subarray(0, bytesRead);
            if (bytesRead < pieceSize)
                break;
        }
    }
    catch (error) {
        throw error instanceof MemberChanged ? error : new MemberChanged(member, error);
    }
    finally {
        await file?.close();
    }
    const sha256 = hash.digest('hex');
    if (left !== 0 || (member.sha256 !== null && member.sha256 !== sha256))
        throw new MemberChanged(member);
}
async function readFully(file, piece) {
    let at = 0;
    while (at < piece.length) {
        const { bytesRead } = await file.read(piece, at, piece.length - at);
        if (bytesRead === 0)
            break;
        at += bytesRead;
    }
    return { bytesRead: at };
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./.build/js/package/compress.js


/** Level 9 takes twice the time to save 0.3 % of an executable (measured). */
const deflateLevel = 6;
const zstdLevel = 12;
/** Raw deflate (RFC 1951) of fixed level. */
function deflated(source) {
    return through(source, (0,external_node_zlib_.createDeflateRaw)({ level: deflateLevel }));
}
/**
 * gzip (RFC 1952) without time, name and system (255: unknown). zlib writes the system that it was built for, so the
 * header is ours.
 */
async function* gzipped(source) {
    yield Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
    const sums = { crc: 0, size: 0 };
    yield* deflated(summed(source, sums));
    const trailer = Buffer.alloc(8);
    trailer.writeUInt32LE(sums.crc, 0);
    trailer.writeUInt32LE(sums.size % 2 ** 32, 4);
    yield trailer;
}
async function* summed(source, sums) {
    for await (const piece of source) {
        sums.crc = (0,external_node_zlib_.crc32)(piece, sums.crc);
        sums.size += piece.length;
        yield piece;
    }
}
/** Zstandard (RFC 8878) of fixed level, by one thread, with a checksum of the content. */
function zstandard(source) {
    const params = {
        [external_node_zlib_.constants.ZSTD_c_compressionLevel]: zstdLevel,
        [external_node_zlib_.constants.ZSTD_c_checksumFlag]: 1,
        [external_node_zlib_.constants.ZSTD_c_nbWorkers]: 0,
    };
    return through(source, (0,external_node_zlib_.createZstdCompress)({ params }));
}
/** What comes out of a compressor; whichever side fails or stops, the other one ends too. */
async function* through(source, compressor) {
    const fed = (0,external_node_stream_promises_.pipeline)(source, compressor);
    fed.catch(() => { }); // said by the compressor, which is destroyed with the error
    try {
        for await (const piece of compressor)
            yield piece;
        await fed;
    }
    finally {
        compressor.destroy();
    }
}

;// CONCATENATED MODULE: ./.build/js/package/tar.js


const block = 512;
const nothing = Buffer.alloc(block);
/** Octal digits of the size field: 8 GiB. */
const largest = 8 ** 11 - 1;
const longest = { name: 100, prefix: 155 };
/**
 * A tar archive in the ustar format (POSIX.1-1988, "ustar Interchange Format"), the same bytes for the same members:
 * no owner, no names of users, no extended headers. Our own writer: tar-stream writes a pax header for every name
 * beyond ASCII, while the bytes of UTF-8 are what every unpacker takes in a plain one.
 * @param epoch seconds since 1970
 * @throws BuildError `bad-input` for what the format cannot hold; MemberChanged
 */
async function* tarBytes(members, epoch) {
    const headers = members.map(member => headerOf(member, epoch)); // everything is checked before the first byte
    for (const [i, member] of members.entries()) {
        yield headers[i] ?? nothing;
        if (member.kind === 'directory')
            continue;
        yield* contentOf(member);
        const over = member.size % block;
        if (over > 0)
            yield nothing.subarray(over);
    }
    yield Buffer.concat([nothing, nothing]);
}
function headerOf(member, epoch) {
    const { name, prefix } = splitName(member.name);
    const size = member.kind === 'file' ? member.size : 0;
    if (size > largest) {
        throw new errors/* BuildError */.zS('bad-input', `${member.name} has ${size} bytes: a tar archive holds files up to 8 GiB`, {
            hint: 'Set `archive: none`.',
        });
    }
    const header = Buffer.alloc(block);
    name.copy(header, 0);
    octal(header, 100, 8, modeOf(member));
    octal(header, 108, 8, 0); // uid
    octal(header, 116, 8, 0); // gid
    octal(header, 124, 12, size);
    octal(header, 136, 12, Math.min(Math.max(0, epoch), largest));
    header.write('        ', 148, 'latin1'); // the sum counts its own field as blanks
    header.write(member.kind === 'directory' ? '5' : '0', 156, 'latin1');
    header.write('ustar\x0000', 257, 'latin1');
    octal(header, 329, 8, 0); // device numbers: GNU tar writes zeros for files too
    octal(header, 337, 8, 0);
    prefix.copy(header, 345);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    return header;
}
function octal(header, at, length, value) {
    header.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at, 'latin1');
}
/** A name of over 100 bytes is cut at a `/` where both parts have room: the first one that leaves the rest short enough. */
function splitName(text) {
    const bytes = Buffer.from(text);
    if (bytes.length <= longest.name)
        return { name: bytes, prefix: nothing.subarray(0, 0) };
    const slash = bytes.indexOf('/', bytes.length - longest.name - 1);
    if (slash > 0 && slash <= longest.prefix && slash < bytes.length - 1) {
        return { name: bytes.subarray(slash + 1), prefix: bytes.subarray(0, slash) };
    }
    throw new errors/* BuildError */.zS('bad-input', `the name ${JSON.stringify(text)} is too long for a tar archive`, {
        hint: 'Shorten it, or set `archive: zip`.',
    });
}

;// CONCATENATED MODULE: ./.build/js/package/zip.js




/** APPNOTE 6.3: 4.3.7 local file header, 4.3.9 data descriptor, 4.3.12 central directory, 4.3.16 its end. */
const signatures = { local: 0x04034b50, descriptor: 0x08074b50, entry: 0x02014b50, end: 0x06054b50 };
/** Version 2.0, which has directories and deflate; made by it on Unix (3), so that the mode counts. */
const version = 20;
const madeBy = (3 << 8) | version;
/** Bit 11: names are UTF-8. Bit 3: size and sum follow the data, so that nothing is read twice. */
const flags = { utf8: 1 << 11, descriptor: 1 << 3 };
const methods = { stored: 0, deflate: 8 };
const fileTypes = { file: 0o100000, directory: 0o040000 };
const msdosDirectory = 0x10;
const zip_largest = 0xffff_ffff;
const zip_most = 0xffff;
/**
 * A zip archive (APPNOTE 6.3), the same bytes for the same members: UTC times, no extra fields, the mode in the external
 * attributes. Our own writer: those of the registry put local time into the headers.
 * @param epoch seconds since 1970; before 1980 is 1980
 * @throws BuildError `bad-input` for what the format cannot hold without zip64; MemberChanged
 */
async function* zipBytes(members, epoch) {
    checkSizes(members);
    const time = dosTime(epoch);
    const written = [];
    let at = 0;
    for (const member of members) {
        const start = at;
        const local = localHeader(member, time);
        at += local.length;
        yield local;
        const sums = { crc: 0, packed: 0 };
        if (member.kind === 'file') {
            for await (const piece of deflated(zip_summed(member, sums))) {
                sums.packed += piece.length;
                yield piece;
            }
            const descriptor = words(signatures.descriptor, sums.crc, sums.packed, member.size);
            at += sums.packed + descriptor.length;
            yield descriptor;
        }
        written.push({ member, at: start, ...sums });
    }
    const directory = Buffer.concat(written.map(w => entry(w, time)));
    if (at + directory.length > zip_largest)
        throw tooLarge('the archive');
    yield Buffer.concat([directory, endOf(written.length, directory.length, at)]);
}
async function* zip_summed(member, sums) {
    for await (const piece of contentOf(member)) {
        sums.crc = (0,external_node_zlib_.crc32)(piece, sums.crc);
        yield piece;
    }
}
function checkSizes(members) {
    if (members.length > zip_most)
        throw tooLarge(`an archive of ${members.length} files`);
    for (const member of members) {
        if (member.kind === 'file' && member.size > zip_largest)
            throw tooLarge(member.name);
        if (Buffer.byteLength(member.name) > zip_most)
            throw tooLarge('a name');
    }
}
function tooLarge(what) {
    return new errors/* BuildError */.zS('bad-input', `${what} is too large for a zip archive`, { hint: 'Set `archive: tar.gz`.' });
}
/** Date and time as MS-DOS has them: two seconds exact, 1980 to 2107; ours are UTC. */
function dosTime(epoch) {
    const seconds = Math.min(Math.max(epoch, Date.UTC(1980, 0) / 1000), Date.UTC(2107, 11, 31, 23, 59, 58) / 1000);
    const t = new Date(seconds * 1000);
    const date = ((t.getUTCFullYear() - 1980) << 9) | ((t.getUTCMonth() + 1) << 5) | t.getUTCDate();
    const time = (t.getUTCHours() << 11) | (t.getUTCMinutes() << 5) | (t.getUTCSeconds() >> 1);
    return ((date << 16) | time) >>> 0;
}
/** The fields that a local header and a directory entry have in common, without sums and lengths. */
function common(member, time) {
    const isFile = member.kind === 'file';
    const start = halves(version, flags.utf8 | (isFile ? flags.descriptor : 0), isFile ? methods.deflate : methods.stored);
    return Buffer.concat([start, words(time)]);
}
function localHeader(member, time) {
    const name = Buffer.from(member.name);
    return Buffer.concat([words(signatures.local), common(member, time), words(0, 0, 0), halves(name.length, 0), name]);
}
function entry({ member, at, crc, packed }, time) {
    if (at > zip_largest || packed > zip_largest)
        throw tooLarge('the archive');
    const name = Buffer.from(member.name);
    const attributes = (((fileTypes[member.kind] | modeOf(member)) << 16) >>> 0) + (member.kind === 'directory' ? msdosDirectory : 0);
    return Buffer.concat([
        words(signatures.entry),
        halves(madeBy),
        common(member, time),
        words(crc, packed, member.kind === 'file' ? member.size : 0),
        halves(name.length, 0, 0, 0, 0),
        words(attributes, at),
        name,
    ]);
}
function endOf(entries, size, at) {
    return Buffer.concat([words(signatures.end), halves(0, 0, entries, entries), words(size, at), halves(0)]);
}
/** Little-endian numbers of four bytes. */
function words(...values) {
    const bytes = Buffer.alloc(values.length * 4);
    for (const [i, value] of values.entries())
        bytes.writeUInt32LE(value, i * 4);
    return bytes;
}
/** Little-endian numbers of two bytes. */
function halves(...values) {
    const bytes = Buffer.alloc(values.length * 2);
    for (const [i, value] of values.entries())
        bytes.writeUInt16LE(value, i * 2);
    return bytes;
}

;// CONCATENATED MODULE: ./.build/js/package/archive.js













const writers = {
    'tar.gz': (members, epoch) => gzipped(tarBytes(members, epoch)),
    'tar.zst': (members, epoch) => zstandard(tarBytes(members, epoch)),
    zip: zipBytes,
};
/**
 * Writes an archive beside its place; the same members and epoch give the same bytes. Nothing is left of one that could
 * not be finished.
 * @throws BuildError `bad-input` (a name or size that the format cannot hold), `disk-full`, `cannot-write`, `interrupted`;
 *   MemberChanged when a file is not the one that was judged
 */
async function stageArchive({ kind, path, members, epoch, signal }) {
    const temporary = (0,write_file/* temporaryName */.N)(path);
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    async function* hashed(bytes) {
        for await (const piece of bytes) {
            hash.update(piece);
            size += piece.length;
            yield piece;
        }
    }
    try {
        await (0,make_directory/* makeDirectory */.O)((0,external_node_path_.dirname)(path));
        const file = (0,external_node_fs_.createWriteStream)(temporary, { flags: 'wx', mode: 0o600 });
        await (0,external_node_stream_promises_.pipeline)(hashed(writers[kind](members, epoch)), file, { signal });
        await (0,promises_.chmod)(temporary, 0o644);
        return { temporary, sha256: hash.digest('hex'), size };
    }
    catch (error) {
        await (0,promises_.rm)(temporary, { force: true }).catch(() => { });
        if (error instanceof MemberChanged)
            throw error;
        if (signal.aborted)
            throw new errors/* BuildError */.zS('interrupted', 'the run was interrupted', { cause: error });
        throw (0,file_error/* writeError */.o)(error, path);
    }
}

;// CONCATENATED MODULE: ./.build/js/package/layout.js

/**
 * The members of an archive in their order: sorted by bytes, which puts a directory before what is in it, in a leading
 * directory where one is asked for. Pure.
 * @param executables named as they are called; they stand at the top
 * @param included named by their paths in the project
 * @throws BuildError `bad-input` when two files want one name
 */
function layOut(executables, included, leadingDir) {
    const top = leadingDir === null ? '' : `${leadingDir}/`;
    const files = [...executables, ...included].map((file) => ({ ...file, name: `${top}${file.name}` }));
    const directories = new Set(files.flatMap(file => parentsOf(file.name)));
    const members = [...files, ...[...directories].map(name => ({ kind: 'directory', name }))];
    const seen = new Set();
    for (const { name } of members) {
        const key = name.replace(/\/$/, '');
        if (seen.has(key)) {
            throw new errors/* BuildError */.zS('bad-input', `include: ${JSON.stringify(key)} is the name of an executable too`, {
                hint: 'Leave it out, rename it, or give the executable another name with `bin-name`.',
            });
        }
        seen.add(key);
    }
    return members.sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
}
/** `a/b/c` → `a/`, `a/b/`. */
function parentsOf(name) {
    return [...name.matchAll(/\//g)].map(({ index }) => name.slice(0, index + 1));
}

// EXTERNAL MODULE: ./.build/js/package/names.js
var names = __webpack_require__(1927);
;// CONCATENATED MODULE: ./.build/js/package/pack.js




/**
 * Makes what is handed over for a target: one archive with its executables, or the executables as they are.
 * @throws BuildError and MemberChanged, see stageArchive; BuildError `bad-input` from layOut
 */
async function packTarget(request) {
    const { target, packaging, outputDir, executables, included, epoch, signal } = request;
    const { archive } = packaging;
    if (archive === 'none')
        return { artifacts: unpacked(target.artifact, executables), staged: [] };
    const relative = `${target.artifact}.${archive}`;
    const path = (0,external_node_path_.join)(outputDir, relative);
    const members = layOut(executables, included, packaging.leadingDir ? target.artifact : null);
    const { temporary, sha256, size } = await stageArchive({ kind: archive, path, members, epoch, signal });
    const names = executables.map(e => e.name);
    return {
        artifacts: [{ name: target.artifact, path, sha256, size, executables: names }],
        staged: [{ relative, temporary, sha256 }],
    };
}
function unpacked(artifact, executables) {
    return executables.map(({ name, path, sha256, size }) => ({
        name: executables.length === 1 ? artifact : (0,names/* executableName */.IK)(artifact, name),
        path,
        sha256,
        size,
        executables: [name],
    }));
}

// EXTERNAL MODULE: ./.build/js/verify/findings.js + 5 modules
var verify_findings = __webpack_require__(3703);
;// CONCATENATED MODULE: ./.build/js/pipeline/package.js









/**
 * Makes one archive of each target of these jobs that is verified as a whole, beside its executables, and SHA256SUMS of
 * both. What is archived is what was judged: a file that is another one by now is a finding. All archives get their
 * names when all are written.
 * @throws BuildError `cannot-write`, `disk-full`, `interrupted`
 */
async function packageAll(run, jobs, outcomes, placed) {
    const failed = outcomes.flatMap(o => o.failures);
    const work = { files: [...placed], artifacts: [], failures: [], staged: new Map() };
    try {
        for (const project of run.plan.projects) {
            const include = once(() => findIncluded(project.dir, project.packaging.include, [project.outputDir]));
            for (const target of project.targets.filter(t => jobs.some(j => j.id === t.job))) {
                const isMine = (p) => p.job === target.job && p.artifact.target === target.name;
                const isHurt = failed.some(f => f.job === target.job && f.targets.includes(target.name));
                const mine = placed.filter(isMine);
                if (mine.length > 0 && !isHurt && mine.every(p => p.file.verified)) {
                    await pack(run, { project, target, mine, include }, work);
                }
            }
        }
        for (const [dir, staged] of work.staged)
            await (0,output/* keepStagedFiles */.jt)(dir, staged);
    }
    catch (error) {
        for (const { temporary } of [...work.staged.values()].flat())
            await (0,promises_.rm)(temporary, { force: true }).catch(() => { });
        throw error;
    }
    await writeChecksums(run, work);
    return work;
}
async function pack(run, { project, target, mine, include }, work) {
    const { packaging, outputDir, epoch } = project;
    try {
        const executables = mine.map(package_memberOf);
        const included = packaging.archive === 'none' ? [] : include();
        const { signal } = run.host;
        const packed = await packTarget({ target, packaging, outputDir, executables, included, epoch, signal });
        const row = (a) => ({
            ...{ name: a.name, path: (0,external_node_path_.relative)(run.request.dir, a.path), target: target.name },
            ...{ sha256: a.sha256, size: a.size, verified: true },
            files: mine.filter(p => a.executables.includes(p.artifact.name)).map(p => p.file.path),
        });
        work.staged.set(outputDir, [...(work.staged.get(outputDir) ?? []), ...packed.staged]);
        work.artifacts.push(...packed.artifacts.map(row));
    }
    catch (error) {
        tell(error, target, mine, work);
    }
}
/** What concerns one target is told with it; what concerns the machine ends the run. */
function tell(error, target, mine, work) {
    const culprit = error instanceof MemberChanged ? mine.find(p => p.copy?.path === error.member.path) : undefined;
    if (culprit) {
        const file = (0,outcome/* withFindings */.$)(culprit.file, [(0,verify_findings/* finding */.gk)('unreadable', 'the file changed before it was packed', '')]);
        work.files[work.files.findIndex(p => p.copy === culprit.copy)] = { ...culprit, file };
        return;
    }
    const known = error instanceof MemberChanged
        ? new errors/* BuildError */.zS('bad-input', `include: ${error.member.name} changed while it was packed`)
        : error;
    if (!(known instanceof errors/* BuildError */.zS) || known.exitCode !== errors/* exitCodes */.hS.usage)
        throw error;
    const { code, message, hint, lines } = known;
    const nowhere = { step: null, command: null };
    work.failures.push({ code, message, hint, job: target.job, targets: [target.name], ...nowhere, lines: [...lines] });
}
function package_memberOf({ artifact, copy, file }) {
    if (copy === null || file.sha256 === null || file.size === null)
        throw new Error(`${artifact.name} is not placed`);
    const { sha256, size } = file;
    return { kind: 'file', name: artifact.name, executable: true, path: copy.path, size, sha256 };
}
async function writeChecksums({ plan }, { files, staged }) {
    for (const dir of new Set(plan.projects.map(p => p.outputDir))) {
        const copies = files.flatMap(({ copy }) => (copy?.path === `${dir}/${copy?.relative}` ? [copy] : []));
        const sums = [...copies, ...(staged.get(dir) ?? [])];
        if (sums.length > 0)
            await (0,output/* writeOutputFiles */.kF)(dir, { SHA256SUMS: (0,output/* checksums */.vw)(sums) });
    }
}
function once(make) {
    let made = null;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}

;// CONCATENATED MODULE: ./.build/js/pipeline/place.js




/**
 * Puts what is verified into the output directories; a file that is not stays where it was built.
 * Returns every file with its report, which names it by its path relative to the directory that the run was asked for.
 * @throws BuildError `cannot-write`, `disk-full`
 */
async function placeAll(run, outcomes) {
    const judged = outcomes.flatMap(o => o.judged);
    const files = [];
    for (const [outputDir, mine] of byOutputDir(run, judged)) {
        const verified = mine.filter(j => j.file.verified);
        const placed = await (0,output/* placeArtifacts */.XY)(outputDir, verified.map(j => j.artifact));
        for (const { artifact, job, file } of mine) {
            const copy = placed.find(p => p.target === artifact.target && p.name === artifact.name) ?? null;
            const named = { ...file, path: (0,external_node_path_.relative)(run.request.dir, copy?.path ?? artifact.path) };
            const isOther = copy !== null && copy.sha256 !== file.sha256;
            files.push({ artifact, job, copy, file: isOther ? (0,outcome/* withFindings */.$)(named, [changed(copy.sha256)]) : named });
        }
    }
    return files;
}
/** Also the directories of projects that gave nothing: what an earlier run left there is not this run's result. */
function byOutputDir({ plan }, judged) {
    const dirs = new Map(plan.projects.map(p => [p.outputDir, []]));
    for (const one of judged) {
        const project = plan.projects.find(p => p.targets.some(t => t.job === one.job));
        if (project)
            dirs.get(project.outputDir)?.push(one);
    }
    return dirs;
}
function changed(sha256) {
    return (0,verify_findings/* finding */.gk)('unreadable', 'the file changed between being judged and being copied', sha256);
}

// EXTERNAL MODULE: ./.build/js/toolchains/acquire.js + 1 modules
var acquire = __webpack_require__(4109);
;// CONCATENATED MODULE: ./.build/js/cache/policy.js
/**
 * Begins the keys of files that are checked against a pinned sha256 after they came back. Every key of ours begins with
 * `portable-build-`, so that people can find and delete them.
 */
const toolchainPrefix = 'portable-build-toolchain-';
/** Events that run only what someone with write access has put into the repository. An event that is not here is not trusted. */
const trustedEvents = [
    'merge_group',
    'pull_request',
    'push',
    'repository_dispatch',
    'schedule',
    'workflow_dispatch',
];
/**
 * Who may use what; the first row that fits. A release is built from its sources alone. What others can start may neither
 * leave anything behind nor use what is executed unchecked (the cache of the default branch can be reached from there).
 */
const rows = [
    {
        when: t => !trustedEvents.includes(t.event) && t.event !== 'release',
        policy: {
            restore: 'toolchains',
            save: false,
            reason: 'others can start this event, so only pinned toolchains come from the cache',
        },
    },
    {
        when: t => t.isFork,
        policy: {
            restore: 'toolchains',
            save: false,
            reason: 'the code comes from a fork, so only pinned toolchains come from the cache',
        },
    },
    {
        when: t => t.isTag || t.event === 'release',
        policy: { restore: 'none', save: false, reason: 'a release is built without a cache' },
    },
    {
        when: t => t.isDefaultBranch || t.event === 'schedule',
        policy: { restore: 'all', save: true, reason: 'the default branch reads and saves' },
    },
    {
        when: () => true,
        policy: { restore: 'all', save: true, reason: 'a branch reads all and saves for itself' },
    },
];
const off = (reason) => ({ restore: 'none', save: false, reason });
const readOnly = (policy, reason) => policy.save ? { ...policy, save: false, reason } : policy;
/** What the input makes of the row: it can take away everything, and give back only what a release goes without. */
const settings = {
    auto: policy => policy,
    true: policy => policy.restore === 'none' ? { restore: 'all', save: true, reason: 'cache: true, also for a release' } : policy,
    false: () => off('cache: false'),
    'read-only': policy => readOnly(policy, 'cache: read-only'),
};
/** Values of `ACTIONS_CACHE_MODE`; the service's clients take any other value for none given. */
const modes = {
    none: () => off('the workflow says cache-mode: none'),
    read: policy => readOnly(policy, 'the workflow says cache-mode: read'),
    'write-only': policy => ({ ...policy, restore: 'none', reason: 'the workflow says cache-mode: write-only' }),
};
/**
 * What a run may restore and save. Pure.
 * @param from the trigger, the `cache` input and the host's own mode (`ACTIONS_CACHE_MODE`, null when there is none)
 */
function cachePolicy(from) {
    const { trigger, setting, mode } = from;
    const row = rows.find(r => r.when(trigger))?.policy ?? off('');
    const wanted = settings[setting](row);
    const limit = modes[mode?.trim().toLowerCase() ?? ''];
    return limit ? limit(wanted) : wanted;
}
/** Whether an entry may be brought back. */
function mayRestore(policy, key) {
    return policy.restore === 'all' || (policy.restore === 'toolchains' && key.startsWith(toolchainPrefix));
}

// EXTERNAL MODULE: ./.build/js/toolchains/catalog.js + 1 modules
var catalog = __webpack_require__(6464);
// EXTERNAL MODULE: ./.build/js/toolchains/download.js
var download = __webpack_require__(6221);
;// CONCATENATED MODULE: ./.build/js/toolchains/cached.js






/** Where to look for a toolchain before anything is downloaded; null for one whose digest is not known here. Pure. */
function cachedArchive(ref, arch, cache, pins) {
    const hosts = pins[ref.name].hosts[arch];
    if (cache === null || !hosts || !(0,catalog/* isPinned */.T4)(ref, pins))
        return null;
    const files = hosts.archive ? [hosts.archive, hosts.wheel] : [hosts.wheel];
    const digest = (0,external_node_crypto_.createHash)('sha256')
        .update(files.map(f => `${f.sha256}\n`).join(''))
        .digest('hex');
    return { cache, files, key: `${toolchainPrefix}${ref.name}-${ref.version}-${arch}-${digest.slice(0, 16)}` };
}
/**
 * Brings a toolchain's archive back into `scratch`. What came is checked like a download: an entry is only as good as
 * whoever could write to the cache. Null: it has to be downloaded.
 * @throws BuildError `interrupted`, `disk-full`, `cannot-write`
 */
async function restoreArchive(ref, { key, cache, files }, scratch, context) {
    const path = (0,external_node_path_.join)(scratch, 'cached');
    const start = performance.now();
    const restored = await cache.restore({ key, fallbacks: [], path });
    const tell = (hit, bytes, why) => context.onCache?.({
        id: `toolchain ${ref.name}-${ref.version}`,
        key,
        hit,
        bytes,
        ms: Math.round(performance.now() - start),
        why,
    });
    if (restored.key === null) {
        tell(restored.asked ? 'miss' : 'skipped', 0, restored.why);
        return null;
    }
    const sha256 = await (0,download/* sha256Of */.B)(path);
    const file = files.find(f => f.sha256 === sha256);
    if (file === undefined) {
        await (0,promises_.rm)(path, { force: true });
        context.log.warn(`the cache has another file than ${ref.name} ${ref.version} under its key: nothing of it is used (sha256 ${sha256})`, `Find out who could write it, and delete it: gh cache delete ${key}`);
        tell('miss', restored.bytes, 'the entry was not the pinned file, and was not used');
        return null;
    }
    tell('exact', restored.bytes, `sha256 of ${file.file} checked`);
    return { archive: { path, name: file.file, root: file.root }, file: file.file, sha256 };
}

// EXTERNAL MODULE: ./.build/js/toolchains/context.js
var toolchains_context = __webpack_require__(6334);
// EXTERNAL MODULE: ./.build/js/toolchains/marker.js
var marker = __webpack_require__(5655);
// EXTERNAL MODULE: ./.build/js/toolchains/proxy.js
var proxy = __webpack_require__(3273);
;// CONCATENATED MODULE: ./.build/js/toolchains/sources.js


/** How many of the vendor's mirrors are tried before the vendor itself. */
const mirrorsTried = 3;
/**
 * Where to look for a toolchain, in order: the user's mirror, pip, the vendor's mirrors and the vendor, cargo. Pure.
 * @param mirror the `mirrors` input for this toolchain, if given
 * @param random numbers in [0, 1): the vendor asks its users to spread over the mirrors
 * @param from the pins
 * @throws BuildError `tool-missing` where there are no files for this kind of machine
 */
function sourcesOf(ref, arch, mirror, random, from) {
    const entry = from[ref.name];
    const files = entry.hosts[arch];
    if (!files) {
        throw new errors/* BuildError */.zS('tool-missing', `${ref.name} is not available for ${arch} machines`, {
            hint: `Run the build on one of: ${Object.keys(entry.hosts).join(', ')}; \`backend: native\` works everywhere.`,
        });
    }
    const { wheel, archive } = files;
    const pinned = (0,catalog/* isPinned */.T4)(ref, from);
    const sources = [];
    if (mirror !== undefined && pinned)
        sources.push(...mirrorSources(mirror, archive ? [archive, wheel] : [wheel]));
    sources.push({
        from: 'pip',
        package: entry.package,
        version: ref.version,
        platforms: platformsOf(wheel.file),
        root: pinned ? wheel.root : wheel.root.replace(entry.version, ref.version),
        file: pinned ? wheel : null,
    });
    if (pinned && archive && entry.vendor) {
        const mirrors = pick(entry.vendorMirrors ?? [], random).map(base => `${base}/${archive.file}?source=portable-build`);
        sources.push({ from: 'url', urls: [...mirrors, `${entry.vendor}/${archive.file}`], file: archive });
    }
    if (entry.crate)
        sources.push({ from: 'cargo', crate: entry.crate, version: ref.version });
    return sources;
}
/** The platform tags of a wheel's name: `a-1-py3-none-x.y.whl` has `x` and `y` (PEP 425). */
function platformsOf(wheel) {
    return (wheel
        .replace(/\.whl$/, '')
        .split('-')
        .at(-1) ?? '').split('.');
}
function mirrorSources(mirror, files) {
    if (!/^https?:\/\//i.test(mirror)) {
        return [{ from: 'directory', path: mirror.replace(/^file:\/\//i, ''), files }];
    }
    const named = files.find(f => new URL(mirror).pathname.endsWith(`/${f.file}`));
    if (named)
        return [{ from: 'url', urls: [mirror], file: named }];
    return files.map(file => ({ from: 'url', urls: [`${mirror.replace(/\/+$/, '')}/${file.file}`], file }));
}
function pick(mirrors, random) {
    const left = [...mirrors];
    const chosen = [];
    while (left.length > 0 && chosen.length < mirrorsTried) {
        chosen.push(...left.splice(Math.floor(random() * left.length), 1));
    }
    return chosen;
}

// EXTERNAL MODULE: ./.build/js/toolchains/toolchain.js
var toolchain = __webpack_require__(7430);
// EXTERNAL MODULE: ./.build/js/toolchains/unpack.js + 3 modules
var unpack = __webpack_require__(5797);
;// CONCATENATED MODULE: ./.build/js/toolchains/install.js
















/**
 * Makes sure that a toolchain is in its directory below `toolsDir`, and returns that directory. Installed at once or not
 * at all: downloaded and unpacked beside it, checked, then renamed. Two runs at once: the second waits and uses it.
 * @throws BuildError `download-failed` or `digest-mismatch` (each source with its reason), `unsafe-archive`,
 *   `toolchain-refused`, `tool-missing`, `disk-full`, `cannot-write`, `interrupted`
 */
async function installToolchain(ref, context) {
    const dir = (0,toolchain/* toolchainDir */.f)(context.toolsDir, ref);
    const pins = context.catalog ?? catalog/* catalog */.U$;
    if (await (0,marker/* isInstalled */.j)(dir, ref, context.arch, pins))
        return dir;
    const work = (0,external_node_path_.join)(context.toolsDir, '.install', `${ref.name}-${ref.version}`);
    try {
        const lock = await (0,build_lock/* lockWorkDir */.c)(work, context.log, context.signal);
        try {
            if (!(await (0,marker/* isInstalled */.j)(dir, ref, context.arch, pins)))
                await installInto(dir, work, ref, { ...context, catalog: pins });
            return dir;
        }
        finally {
            await lock.release();
        }
    }
    catch (error) {
        throw withPlace(error, dir);
    }
}
async function installInto(dir, work, ref, context) {
    const scratch = (0,external_node_path_.join)(work, 'scratch'); // what a killed run left is there too
    await (0,promises_.rm)(scratch, { recursive: true, force: true });
    await (0,promises_.mkdir)(scratch, { recursive: true });
    const restoreProxy = await (0,proxy/* useProxy */.C)(context.env, context.log);
    const task = context.log.task(`${ref.name}-${ref.version}`, `installing ${ref.name} ${ref.version}`);
    const start = performance.now();
    try {
        const fresh = (0,external_node_path_.join)(scratch, 'fresh');
        const cached = cachedArchive(ref, context.arch, context.cache ?? null, context.catalog);
        const kept = cached && (await restoreArchive(ref, cached, scratch, context));
        const fetched = kept ?? (await fetchAny(ref, { work, scratch, task }, context));
        const runner = { exec: context.exec, env: (0,toolchains_context/* clientEnv */.h)(context.env), signal: context.signal };
        if (fetched.archive) {
            task.update(`unpacking ${fetched.archive.name}`);
            await (0,unpack/* unpack */.l)(fetched.archive, fresh, runner);
        }
        else
            await (0,promises_.rename)(fetched.dir, fresh);
        const selfTest = await prove(fresh, ref, context, text => task.update(text));
        const origin = { file: fetched.file, sha256: fetched.sha256, selfTest };
        await (0,marker/* writeMarker */.e)(fresh, ref, context.arch, origin, context.catalog);
        await replace(dir, fresh, scratch);
        if (cached && !kept)
            await keepArchive(cached, fetched, context);
        if (fetched.part)
            await (0,promises_.rm)(fetched.part, { force: true });
        const seconds = `${Math.round((performance.now() - start) / 1000)} s${kept ? ', from the cache' : ''}`;
        task.done(`${ref.name} ${ref.version} is installed (${seconds})`);
    }
    catch (error) {
        task.fail(`${ref.name} ${ref.version} is not installed`);
        throw error;
    }
    finally {
        restoreProxy();
        await (0,promises_.rm)(scratch, { recursive: true, force: true }).catch(() => { });
    }
}
/** Saves what was downloaded for other machines; a directory of the user's is near enough to be asked each time. */
async function keepArchive({ key, cache }, fetched, context) {
    if (fetched.archive === null || fetched.local)
        return;
    const result = await cache.save({ key, path: fetched.archive.path });
    context.log.detail(`cache: ${key}: ${result}`);
}
async function fetchAny(ref, places, context) {
    const mirror = context.mirrors[ref.name];
    if (!(0,catalog/* isPinned */.T4)(ref, context.catalog)) {
        context.log.warn(`${ref.name} ${ref.version} is not the pinned ${context.catalog[ref.name].version}: no sha256 of it is known here, so the Python index's own is used`, mirror === undefined ? undefined : `mirrors: ${ref.name}= is not used, because its file could not be checked.`);
    }
    const failures = [];
    for (const source of sourcesOf(ref, context.arch, mirror, Math.random, context.catalog)) {
        const got = await (0,acquire/* fetchFrom */.p)(source, { ...places, pause: context.pause ?? install_pause }, context);
        if (!Array.isArray(got))
            return got;
        failures.push(...got);
        for (const { where, why } of got)
            context.log.detail(`${ref.name}: ${where}: ${why}`);
        const swapped = got.find(f => f.mismatch);
        if (swapped)
            context.log.warn(`${swapped.where}: not the pinned file, nothing of it is used (${swapped.why})`);
    }
    const code = failures.some(f => f.mismatch) ? 'digest-mismatch' : 'download-failed';
    const what = code === 'digest-mismatch'
        ? 'has no source that serves the pinned file'
        : 'cannot be downloaded from any of its sources';
    throw new errors/* BuildError */.zS(code, `${ref.name} ${ref.version} ${what}`, {
        hint: `Check the network and the proxy, install python3 with pip, or set \`mirrors: ${ref.name}=<directory or URL>\` to a place that holds ${wantedFiles(ref, context)}.`,
        lines: failures.map(f => `${f.where}: ${f.why}`),
    });
}
function wantedFiles(ref, context) {
    const files = context.catalog[ref.name].hosts[context.arch];
    return [files?.archive?.file, files?.wheel.file].filter(f => f !== undefined).join(' or ');
}
/** The executable is there and may be executed; a version that nobody tested before has to pass the self-test. */
async function prove(dir, ref, context, tell) {
    const executable = (0,external_node_path_.join)(dir, context.catalog[ref.name].executable);
    try {
        await (0,promises_.access)(executable);
    }
    catch (error) {
        throw new errors/* BuildError */.zS('unsafe-archive', `the archive of ${ref.name} ${ref.version} has no ${executable}`, {
            cause: error,
        });
    }
    await (0,promises_.chmod)(executable, 0o755);
    if ((0,catalog/* isPinned */.T4)(ref, context.catalog) || ref.name !== 'zig')
        return null;
    const { testZig } = await __webpack_require__.e(/* import() */ 576).then(__webpack_require__.bind(__webpack_require__, 7576));
    return testZig(executable, { ...context, tell });
}
/** Puts `fresh` at `dir`; what is there (another pin's files, a half from elsewhere) goes away afterwards. */
async function replace(dir, fresh, scratch) {
    const old = (0,external_node_path_.join)(scratch, `old-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`);
    await (0,promises_.rename)(dir, old).catch(error => {
        if (error?.code !== 'ENOENT')
            throw error;
    });
    await (0,promises_.rename)(fresh, dir);
}
function withPlace(error, dir) {
    const fault = (0,file_error/* writeError */.o)(error, dir);
    if (fault instanceof errors/* BuildError */.zS && fault.code === 'cannot-write') {
        return new errors/* BuildError */.zS('cannot-write', fault.message, {
            hint: 'Set PORTABLE_BUILD_TOOLS_DIR to a directory that this user may write.',
            cause: error,
        });
    }
    return fault;
}
async function install_pause(ms, signal) {
    await (0,external_node_timers_promises_.setTimeout)(ms, undefined, { signal }).catch(() => {
        throw new errors/* BuildError */.zS('interrupted', 'interrupted while waiting to try a download again');
    });
}

// EXTERNAL MODULE: ./.build/js/toolchains/xz.js
var xz = __webpack_require__(7651);
;// CONCATENATED MODULE: ./.build/js/toolchains/rust.js






const getRustup = 'Install Rust with rustup (https://rustup.rs), which also brings the targets.';
/**
 * Makes sure that the compiler of a project has the standard library of each triple. A toolchain that has them is used
 * as it is, with no call of rustup; else `rustup target add` brings what is missing, and the toolchain itself first.
 * @throws BuildError `tool-missing` (no compiler, or no way to get a target here), `download-failed`, `disk-full`
 */
async function ensureRustTargets(needs, context) {
    const shell = rustShell(needs, context);
    const sysroot = await findSysroot(needs, shell);
    const missing = await withoutStd(sysroot, needs.triples);
    if (missing.length === 0)
        return;
    const outcome = await shell.run(['rustup', 'target', 'add', ...missing], `adding ${missing.join(', ')} to Rust`);
    if (outcome === null) {
        throw new errors/* BuildError */.zS('tool-missing', `${sysroot} has no standard library for ${missing.join(', ')}`, {
            hint: `There is no rustup to add it. ${getRustup} Distributions have it for some targets (Debian: libstd-rust-dev of that architecture, Fedora: rust-std-static-<triple>).`,
        });
    }
    if (outcome.code !== 0)
        throw rustupError(`rustup cannot add ${missing.join(', ')}`, outcome, sysroot);
    const still = await withoutStd(sysroot, missing);
    if (still.length > 0) {
        throw new errors/* BuildError */.zS('tool-missing', `rustup reported success, but ${sysroot} has no ${still.join(', ')}`, {
            hint: 'Another toolchain is active than the one that rustup changed: compare `rustup show` with `rustc --print sysroot`.',
        });
    }
}
/** The directory of the compiler that cargo would use in the project. */
async function findSysroot(needs, shell) {
    const ask = () => shell.run(['rustc', '--print', 'sysroot'], `preparing Rust ${needs.toolchain ?? ''}`.trim());
    let outcome = await ask();
    if (outcome === null)
        throw new errors/* BuildError */.zS('tool-missing', 'rustc is not installed', { hint: getRustup });
    const absent = /toolchain '([^']+)' is not installed/.exec(outcome.stderr)?.[1];
    if (outcome.code !== 0 && absent !== undefined) {
        const argv = ['rustup', 'toolchain', 'install', absent, '--profile', 'minimal', '--no-self-update'];
        const installed = await shell.run(argv, `installing Rust ${(0,plain/* plainLine */.h)(absent)}`);
        if (installed && installed.code !== 0)
            throw rustupError(`rustup cannot install Rust ${absent}`, installed, null);
        outcome = (await ask()) ?? outcome;
    }
    if (outcome.code !== 0)
        throw rustupError('rustc does not start', outcome, null);
    return outcome.stdout.trim();
}
/** The triples whose std is not there: `<sysroot>/lib/rustlib/<triple>/lib` has rlibs in every kind of distribution. */
async function withoutStd(sysroot, triples) {
    const found = await Promise.all(triples.map(async (triple) => {
        const names = await (0,promises_.readdir)((0,external_node_path_.join)(sysroot, 'lib', 'rustlib', triple, 'lib')).catch(() => []);
        return names.some(name => /^libstd-.*\.rlib$/.test(name));
    }));
    return triples.filter((_, i) => !found[i]);
}
function rustShell(needs, context) {
    const chosen = needs.toolchain === null ? {} : { RUSTUP_TOOLCHAIN: needs.toolchain.replace(/^\+/, '') };
    // rustup shows its own backtrace where the project's developers want theirs
    const env = (0,toolchains_context/* clientEnv */.h)(context.env, { ...chosen, RUST_BACKTRACE: '0' });
    return {
        async run(argv, title) {
            let task = null;
            const tell = (line, stream) => {
                if (stream !== 'stderr' || line.trim() === '' || /^(error|help):/.test(line))
                    return; // those are in the BuildError
                task ??= context.log.task('rust', title);
                task.update((0,plain/* plainLine */.h)(line).slice(0, 200));
            };
            const exec = command => context.exec({ ...command, onLine: tell });
            const outcome = await (0,xz/* runIfHere */.n6)(argv, needs.dir, { exec, env, signal: context.signal });
            const started = task;
            if (outcome?.code === 0)
                started?.done(title);
            else
                started?.fail(title);
            return outcome;
        },
    };
}
/** Sources of the texts: rustup's own messages (`src/errors.rs`, `src/dist/mod.rs`). */
function rustupError(what, outcome, sysroot) {
    const lines = `${outcome.stdout}\n${outcome.stderr}`.split('\n').map(plain/* plainLine */.h);
    const tail = lines.filter(line => line !== '').slice(-10);
    if ((0,xz/* saysDiskFull */.lw)(outcome))
        return new errors/* BuildError */.zS('disk-full', `${what}: there is no room`, { lines: tail });
    if (/could not download|download error|network|dns error|timed out|connection/i.test(outcome.stderr)) {
        return new errors/* BuildError */.zS('download-failed', `${what}: its server cannot be reached`, {
            hint: 'Check the network, HTTPS_PROXY and RUSTUP_DIST_SERVER.',
            lines: tail,
        });
    }
    const custom = sysroot !== null && /custom toolchain|does not support components/i.test(outcome.stderr);
    return new errors/* BuildError */.zS('tool-missing', `${what}: ${lines.find(l => l.startsWith('error:')) ?? (0,plain/* plainLine */.h)((0,xz/* lastLine */.fM)(outcome))}`, {
        hint: custom
            ? `${sysroot} is a linked toolchain: add the targets to it the way it was made, or set \`toolchain\` to one of rustup's.`
            : 'See `rustup target list` for the targets of this toolchain; a tier 3 target has no prebuilt standard library.',
        lines: tail,
    });
}

;// CONCATENATED MODULE: ./.build/js/pipeline/toolchains.js



/**
 * Installs what the jobs need, each toolchain once. Returns what the host's cache did for it.
 * @throws BuildError see installToolchain and ensureRustTargets
 */
async function prepareToolchains(run, jobs) {
    const { host, exec, machine, request } = run;
    const refs = new Map();
    for (const job of jobs) {
        const { mirrors } = projectOf(run, job).subject.loaded.inputs;
        for (const ref of job.toolchains)
            refs.set(`${ref.name}-${ref.version}`, { ref, mirrors });
    }
    const rows = [];
    const context = {
        exec,
        env: request.env,
        log: host.log,
        signal: host.signal,
        toolsDir: host.toolsDir,
        arch: machine.arch,
        cache: host.cache,
        onCache: (row) => void rows.push(row),
    };
    await Promise.all([...refs.values()].map(({ ref, mirrors }) => installToolchain(ref, { ...context, mirrors })));
    for (const job of jobs) {
        const triples = job.collect.flatMap(c => (c.from === 'cargo-json' ? Object.keys(c.triples) : []));
        if (triples.length === 0)
            continue;
        const { planned, subject } = projectOf(run, job);
        const toolchain = subject.loaded.inputs.toolchain;
        await ensureRustTargets({ dir: planned.dir, toolchain, triples: [...new Set(triples)] }, context);
    }
    return rows.sort((a, b) => a.id.localeCompare(b.id, 'en'));
}

// EXTERNAL MODULE: ./.build/js/arch.js + 5 modules
var arch = __webpack_require__(3753);
// EXTERNAL MODULE: ./.build/js/target.js
var target = __webpack_require__(7563);
;// CONCATENATED MODULE: ./.build/js/planner/runners.js




/** GitHub's hosted runners by architecture; jobs of a plan go where the plan was made, so that it comes out the same. */
const hosted = {
    x86_64: 'ubuntu-24.04',
    aarch64: 'ubuntu-24.04-arm',
};
const mostLabels = 10;
const longestLabel = 256;
/**
 * Reads `runner`: the keys are `default`, an architecture or any spelling of a target, the values labels with commas.
 * @throws BuildError `bad-input`
 */
function readRunners(map) {
    const own = [];
    let standard = null;
    for (const [key, text] of Object.entries(map)) {
        const labels = readLabels(key, text);
        if (key === 'default')
            standard = labels;
        else {
            const of = readKey(key);
            const twice = own.find(o => sameKey(o.of, of));
            if (twice)
                throw new errors/* BuildError */.zS('bad-input', `runner: ${twice.of.text} and ${key} are the same`);
            own.push({ of, labels });
        }
    }
    return { standard, own };
}
function readLabels(key, text) {
    const labels = text.split(',').map(label => label.trim());
    const problem = labels.includes('') || labels.some(l => l.length > longestLabel)
        ? 'is no list of labels'
        : labels.length > mostLabels
            ? `has ${labels.length} labels; ${mostLabels} are possible`
            : labels.some(l => /\p{Cc}/u.test(l))
                ? 'has a label with a control character'
                : null;
    if (problem === null)
        return labels;
    throw new errors/* BuildError */.zS('bad-input', `runner: ${key}=${JSON.stringify(text)} ${problem}`, {
        hint: 'Write `ubuntu-24.04-arm`, or several labels with commas: `self-hosted,linux,arm64`.',
    });
}
function readKey(key) {
    try {
        const written = (0,target/* parseTarget */.hu)(key);
        return written.floor === null ? written : { ...written, floor: (0,target/* readFloor */.jv)(written.floor) };
    }
    catch (error) {
        if (!(error instanceof errors/* BuildError */.zS))
            throw error;
        const guess = (0,nearest/* nearest */.p)(key, ['default', ...arch/* archNames */.H.flatMap(a => [a, ...arch/* archs */.C[a].aliases])]);
        throw new errors/* BuildError */.zS('bad-input', `runner: ${JSON.stringify(key)} is no target, no architecture and not default`, {
            hint: guess ? `Did you mean ${guess}?` : error.hint,
        });
    }
}
const sameKey = (a, b) => a.arch === b.arch && a.libc === b.libc && a.floor === b.floor;
/** The labels that the user wrote for a target itself, the most exact line; null: it goes where all others go. */
function ownRunner(target, { own }) {
    const fits = own.filter(({ of }) => of.arch === target.arch &&
        (of.libc === null || of.libc === target.libc) &&
        (of.floor === null || of.floor === target.floor));
    const exactness = ({ of }) => Number(of.libc !== null) + Number(of.floor !== null);
    return (fits.reduce((best, one) => (best === null || exactness(one) > exactness(best) ? one : best), null)?.labels ?? null);
}
/** The labels for whatever has none of its own. */
function standardRunner({ standard }, planned) {
    return standard ?? [hosted[planned] ?? 'ubuntu-24.04'];
}

;// CONCATENATED MODULE: ./.build/js/planner/share.js

/**
 * The jobs of one backend: one for all of its targets, but a target that goes to a runner of its own has its own job.
 * The id of such a job does not name the backend: planned again on that runner, another one may be the better.
 */
function share({ project, loaded }, offered, backend, machine) {
    const { distribute, runner } = loaded.inputs;
    const runners = readRunners(runner);
    const standard = standardRunner(runners, machine.arch);
    const all = offered
        .filter(o => o.backend === backend.name)
        .map(o => ({ o, labels: ownRunner(o.target, runners) ?? standard }));
    const isAlone = ({ labels }) => distribute === 'always' || (distribute === 'auto' && labels.join() !== standard.join());
    const together = all.filter(one => !isAlone(one));
    const base = slug(project.name);
    const shared = {
        name: `${base}-${backend.name}`,
        backend,
        mine: together.map(t => t.o),
        runner: commonLabels(together, standard),
    };
    const alone = all
        .filter(isAlone)
        .map(({ o, labels }) => ({ name: `${base}-${o.target.name}`, backend, mine: [o], runner: labels }));
    return together.length > 0 ? [shared, ...alone] : alone;
}
/** Where targets that stay together go: where they all want to, else where everything goes. */
function commonLabels(together, standard) {
    const [first] = together;
    return first && together.every(t => t.labels.join() === first.labels.join()) ? first.labels : standard;
}
/** A name that is safe as a directory and in a CI matrix. */
function slug(name) {
    return name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[-.]+|-+$/g, '') || 'project';
}

// EXTERNAL MODULE: ./.build/js/tool.js
var tool = __webpack_require__(1688);
;// CONCATENATED MODULE: ./.build/js/planner.js







/**
 * Decides everything: which backend builds which target, in which jobs, by which commands. Pure.
 * @param backends in order of preference: the first that can build a target gets it
 * @throws BuildError for targets that cannot be, and `no-backend` with the reason of each backend
 */
function makePlan(subjects, machine, backends) {
    const projects = [];
    const jobs = [];
    const notices = [];
    const named = [];
    for (const subject of subjects) {
        const { targets, notices: raised } = planner_targetsOf(subject, machine);
        const offered = targets.map(target => offer(subject, target, machine, backends));
        const planned = [];
        for (const { name, backend, mine, runner } of backends.flatMap(b => share(subject, offered, b, machine))) {
            const id = unique(name, jobs);
            const { job, notices: said } = makeJob(id, subject, mine, backend, machine, runner);
            planned.push(job);
            jobs.push(job);
            notices.push(...said);
        }
        notices.push(...subject.loaded.notices, ...raised);
        const names = targets.map(target => nameOf(subject, target));
        named.push(...names);
        projects.push(describe(subject, offered, planned, machine, names));
    }
    (0,names/* checkUnique */.Mb)(named);
    return { schema: 1, tool: tool/* tool */.z, projects, jobs, notices: [...new Set(notices)] };
}
function planner_targetsOf({ project, loaded: { inputs }, language, answers }, machine) {
    const written = (inputs.targets.length > 0 ? inputs.targets : [machine.arch]).map(target/* parseTarget */.hu);
    const wantsGlibc = inputs.glibc !== null || inputs.policy === 'glibc';
    const libc = inputs.libc ?? (wantsGlibc ? 'glibc' : language.defaultLibc(project, inputs, answers));
    return (0,target/* settleTargets */.uM)(written, { libc, glibc: inputs.glibc === null ? null : (0,target/* readFloor */.jv)(inputs.glibc) });
}
function offer(subject, target, machine, backends) {
    const { project, language, answers } = subject;
    const { inputs } = subject.loaded;
    const request = {
        target,
        project,
        language: language.name,
        needsC: language.needsC(project, inputs, answers),
        cpu: inputs.cpu,
        zigVersion: (0,catalog/* checkZigVersion */.Jm)(inputs['zig-version']),
    };
    const said = backends.map(b => ({ backend: b.name, ...consider(b, request, machine, inputs) }));
    const best = said.find(s => s.can);
    if (!best) {
        throw new errors/* BuildError */.zS('no-backend', `nothing here can build ${project.name} for ${target.name}`, {
            lines: said.map(s => `${s.backend}: ${s.reason}`),
        });
    }
    const offers = said.map(s => ({ ...s, chosen: s === best }));
    return { target, request, backend: best.backend, offers };
}
function consider(backend, request, machine, inputs) {
    if (inputs.backend !== 'auto' && inputs.backend !== backend.name) {
        return { can: false, reason: `\`backend: ${inputs.backend}\` was asked for` };
    }
    return backend.offer(request, machine);
}
function nameOf({ project, source, loaded: { inputs } }, target) {
    const [only, ...others] = project.executables.length > 0 ? project.executables.map(e => e.name) : inputs.bin;
    const bin = inputs['bin-name'] ?? (others.length === 0 ? only : undefined) ?? project.name;
    const version = project.version ?? source.tag?.replace(/^v/, '') ?? null;
    const parts = { bin, target: target.name, project: project.name, version, arch: target.arch };
    return { name: (0,names/* artifactName */.Cs)(inputs['artifact-name'], parts), parts };
}
function makeJob(id, subject, mine, backend, machine, runner) {
    const kit = backend.kit(mine.map(o => o.request), machine);
    const { project, source, answers, language, loaded } = subject;
    const workDir = `${project.dir}/.portable-build/${id}`;
    const context = { project, inputs: loaded.inputs, source, answers, kit, workDir, cpus: machine.cpus };
    const targets = mine.map(o => o.target);
    const recipe = language.plan(context, targets);
    const job = {
        id,
        project: project.name,
        backend: backend.name,
        targets: targets.map(t => t.name),
        runner,
        toolchains: kit.toolchains,
        files: [...kit.files, ...(recipe.files ?? [])],
        path: [...kit.path, ...(recipe.path ?? [])],
        passEnv: loaded.inputs.env,
        steps: recipe.steps.map(s => withEnv(s, id, kit.env)),
        collect: recipe.collect.map(c => (c.from === 'cargo-json' ? { ...c, step: `${id}/${c.step}` } : c)),
        workDir,
    };
    return { job, notices: recipe.notices };
}
/** Ids become unique in the plan, and what the kit demands is part of every command that one can copy. */
function withEnv(step, job, env) {
    const own = { ...step, id: `${job}/${step.id}`, env: { ...env, ...step.env } };
    return step.fallback ? { ...own, fallback: step.fallback.map(s => withEnv(s, job, env)) } : own;
}
function describe(subject, offered, jobs, machine, names) {
    const { project, source, loaded, language } = subject;
    const { inputs } = loaded;
    const targets = offered.map((o, i) => ({
        name: o.target.name,
        job: jobs.find(j => j.targets.includes(o.target.name))?.id ?? '',
        artifact: names[i]?.name ?? '',
        offers: o.offers,
        policy: (0,policies/* policyFor */.KV)(o.target, {
            preset: inputs.policy,
            allowLibraries: inputs['allow-libraries'],
            forbidLibraries: inputs['forbid-libraries'],
            forbidPaths: inputs['forbid-paths'],
            secrets: inputs.secrets,
            musl: inputs.musl,
            kernel: inputs.kernel,
            maxPageSize: inputs['max-page-size'],
            allow: inputs.allow,
            forbid: inputs.forbid,
            cpu: inputs.cpu,
            commit: source.commit,
        }),
    }));
    const command = inputs['smoke-command'];
    return {
        name: project.name,
        dir: project.dir,
        language: project.language,
        buildSystem: project.buildSystem,
        executables: project.executables,
        evidence: project.evidence,
        declined: project.declined,
        commit: source.commit,
        epoch: source.epoch,
        outputDir: subject.outputDir,
        targets,
        tools: language.needs(project, inputs).map(({ tool: name }) => ({
            name,
            version: machine.tools[name]?.version ?? null,
            path: machine.tools[name]?.path ?? null,
        })),
        settings: loaded.settings,
        smoke: { when: inputs.smoke, command: command.length > 0 ? command : null, floor: inputs['smoke-floor'] },
        binName: inputs['bin-name'],
        packaging: { archive: inputs.archive, include: inputs.include, leadingDir: inputs['leading-dir'] },
        distribute: inputs.distribute,
    };
}
function unique(id, jobs) {
    let name = id;
    for (let n = 2; jobs.some(j => j.id === name); n++)
        name = `${id}-${n}`;
    return name;
}

// EXTERNAL MODULE: ./.build/js/smoke/floor/floors.js + 2 modules
var floor_floors = __webpack_require__(8380);
;// CONCATENATED MODULE: ./.build/js/pipeline.js











/**
 * Decides everything and starts nothing but questions (`go list`, `git`).
 * @throws BuildError what the user must settle first
 */
async function planRun(host, request, exec = spawn.spawnCommand) {
    const gathered = await (0,gather/* gather */.kg)(request, exec, host);
    const plan = makePlan(gathered.subjects, gathered.machine, gather/* backends */.Sq);
    chooseJobs(plan, request.only ?? []);
    return { ...gathered, plan };
}
/**
 * The whole flow. A build or a verification that fails is a report that says so; the artifacts of the targets that
 * passed are there. Only what concerns the run as a whole is thrown.
 * @throws BuildError wrong inputs, a missing tool, no network, a full disk, an interruption
 */
async function buildRun(host, request, exec = spawn.spawnCommand) {
    const startedAt = performance.now();
    const planned = await planRun(host, request, exec);
    const { log, signal, toolsDir } = host;
    const floors = (0,floor_floors/* makeFloors */.k)({ exec, env: request.env, log, signal, toolsDir });
    const run = { ...planned, host, request, exec, floors, startedAt };
    const jobs = chooseJobs(run.plan, request.only ?? []);
    for (const notice of run.plan.notices)
        host.log.info(notice);
    // Everything that is missing is named at once, before anything is downloaded.
    checkTools(run.subjects, run.machine);
    checkSecrets(run.plan, request.env);
    return withLocks(run, jobs, async () => {
        // Compilers: from this machine, from the host's cache, or downloaded; by their sha256 in any case.
        const cache = await prepareToolchains(run, jobs);
        // Here is the place of `restore`: compiled objects of earlier runs, as far as the policy of the cache allows.
        // Build, find the executables, read their bytes, start those that can be started.
        const outcomes = [];
        for (const job of jobs)
            outcomes.push(await buildJob(run, job));
        // Only what is verified reaches the output directory.
        const placed = await placeAll(run, outcomes);
        // One archive for each verified target, of the bytes that were judged.
        const packaged = await packageAll(run, jobs, outcomes, placed);
        // Here is the place of `save`: also after a failure, because what is whole is worth keeping.
        const report = makeReport(run.plan, { jobs, cache, outcomes, packaged });
        await host.publish(report);
        return report;
    });
}


/***/ }),

/***/ 5655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ writeMarker),
/* harmony export */   j: () => (/* binding */ isInstalled)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _build_write_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6151);
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6464);




const fileName = '.portable-build.json';
/** Marks an unpacked toolchain as whole and checked. */
async function writeMarker(dir, ref, arch, origin, pins) {
    const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, pins[ref.name].executable));
    const marker = { schema: 1, ...ref, arch, ...origin, executableBytes: size };
    await (0,_build_write_file_js__WEBPACK_IMPORTED_MODULE_2__/* .writeWhole */ .f)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, fileName), `${JSON.stringify(marker, null, 2)}\n`);
}
/** Whether a directory holds this toolchain, whole, for this machine, and from a file that is pinned today. */
async function isInstalled(dir, ref, arch, pins = _catalog_js__WEBPACK_IMPORTED_MODULE_3__/* .catalog */ .U$) {
    try {
        const marker = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, fileName), 'utf8'));
        const entry = pins[ref.name];
        const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, entry.executable));
        const same = marker.name === ref.name && marker.version === ref.version && marker.arch === arch;
        if (!same || marker.executableBytes !== size)
            return false;
        if (!(0,_catalog_js__WEBPACK_IMPORTED_MODULE_3__/* .isPinned */ .T4)(ref, pins))
            return ref.name !== 'zig' || Array.isArray(marker.selfTest);
        const files = entry.hosts[arch];
        const known = [files?.wheel.sha256, files?.archive?.sha256, entry.crate ? null : undefined];
        return marker.sha256 !== undefined && known.includes(marker.sha256);
    }
    catch {
        return false;
    }
}


/***/ })

};
