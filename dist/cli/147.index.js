export const id = 147;
export const ids = [147];
export const modules = {

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


/***/ })

};
