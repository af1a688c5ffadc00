export const id = 175;
export const ids = [175];
export const modules = {

/***/ 2175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctor: () => (/* binding */ doctor)
});

// EXTERNAL MODULE: ./.build/js/toolchains/attempt.js
var attempt = __webpack_require__(1068);
// EXTERNAL MODULE: ./.build/js/toolchains/catalog.js + 1 modules
var catalog = __webpack_require__(6464);
// EXTERNAL MODULE: ./.build/js/version.js
var version = __webpack_require__(1480);
// EXTERNAL MODULE: ./.build/js/doctor/tools.js
var tools = __webpack_require__(2389);
;// CONCATENATED MODULE: ./.build/js/doctor/doctor.js




/** Our own minimum; package.json's `engines` says the same. */
const oldestNode = '22.15';
/** What a build writes beside the toolchains (zig's cache of C libraries, objects): measured on the examples, bytes. */
const buildSpace = 1_000_000_000;
/** What this machine has, what a build would install, what is missing and how to get it. Pure. */
function examine(machine, facts, wants) {
    return [
        ...machineRows(machine, facts, wants),
        ...programRows(machine, facts, wants),
        ...wants.toolchains.map(ref => toolchainRow(ref, machine, facts)),
        ...emulatorRows(machine),
    ];
}
/** Whether a build can start: nothing that it needs is missing. */
function isReady(rows) {
    return rows.every(row => row.state !== 'missing');
}
function machineRows(machine, facts, wants) {
    const section = 'machine';
    const libc = machine.glibc === null ? 'no glibc' : `glibc ${machine.glibc}`;
    const system = facts.distribution === null ? '' : `${facts.distribution}, `;
    const node = (0,version/* compareVersions */.Z)(facts.node, oldestNode) >= 0;
    const needed = buildSpace +
        wants.toolchains
            .filter(ref => !isInstalled(ref, facts))
            .reduce((sum, ref) => sum + ((0,catalog/* sizeOf */.$d)(ref, machine.arch)?.disk ?? 0), 0);
    const room = facts.freeBytes === null || facts.freeBytes >= needed;
    return [
        {
            section,
            name: 'system',
            state: 'ok',
            detail: `${system}${machine.arch}, ${libc}, ${machine.cpus} CPUs`,
            hint: null,
        },
        {
            section,
            name: 'node',
            state: node ? 'ok' : 'missing',
            detail: facts.node,
            hint: node ? null : `Node ${oldestNode} or newer is needed: https://nodejs.org`,
        },
        {
            section,
            name: 'tools directory',
            state: facts.canWrite ? 'ok' : 'missing',
            detail: `${machine.toolsDir}${facts.canWrite ? '' : ' cannot be written'}`,
            hint: facts.canWrite ? null : 'Set PORTABLE_BUILD_TOOLS_DIR to a directory that this user may write.',
        },
        {
            section,
            name: 'disk space',
            state: room ? 'ok' : 'missing',
            detail: facts.freeBytes === null
                ? 'not known'
                : `${(0,attempt/* shownBytes */.F)(facts.freeBytes)} free, a build needs about ${(0,attempt/* shownBytes */.F)(needed)}`,
            hint: room ? null : 'Free space, or move the toolchains with PORTABLE_BUILD_TOOLS_DIR.',
        },
    ];
}
function programRows(machine, facts, wants) {
    const asked = wants.tools.filter(w => !Object.hasOwn(machine.tools, w.tool)).map(w => w.tool);
    return [...Object.keys(machine.tools), ...asked].map(name => {
        const tool = machine.tools[name];
        const want = wants.tools.find(w => w.tool === name);
        const use = (0,tools/* rowOf */.OB)(name)?.use ?? 'this project';
        const section = 'programs';
        if (tool) {
            const pip = name === 'python3' && !facts.hasPip ? ', without pip' : '';
            const detail = `${tool.version ?? ''}${pip} ${tool.path}`.trim();
            return { section, name, state: 'ok', detail, hint: pip ? (0,tools/* howToGet */.O)('python3', facts.family) : null };
        }
        const detail = `not here; for ${use}`;
        if (!want)
            return { section, name, state: 'optional', detail, hint: (0,tools/* howToGet */.O)(name, facts.family) };
        return { section, name, state: 'missing', detail, hint: getOf(name, want.get, facts) };
    });
}
/** The distribution's own command where the table has one, else what the language says. */
function getOf(name, get, facts) {
    return (0,tools/* rowOf */.OB)(name) ? (0,tools/* howToGet */.O)(name, facts.family) : get;
}
function toolchainRow(ref, machine, facts) {
    const base = { section: 'toolchains', name: `${ref.name} ${ref.version}` };
    if (isInstalled(ref, facts))
        return { ...base, state: 'ok', detail: 'installed', hint: null };
    const size = (0,catalog/* sizeOf */.$d)(ref, machine.arch);
    if (size === null) {
        return { ...base, state: 'missing', detail: `not available for ${machine.arch}`, hint: 'Use `backend: native`.' };
    }
    const how = facts.hasPip ? 'with pip' : "from the vendor's archive or your `mirrors`";
    const detail = `a build installs it ${how}: ${(0,attempt/* shownBytes */.F)(size.download)} to download, ${(0,attempt/* shownBytes */.F)(size.disk)} on disk`;
    return { ...base, state: 'will-install', detail, hint: null };
}
function isInstalled(ref, facts) {
    return facts.installed[`${ref.name}-${ref.version}`] === true;
}
function emulatorRows(machine) {
    const here = Object.entries(machine.emulators);
    const base = { section: 'emulators', name: 'qemu-user' };
    if (here.length === 0) {
        return [
            {
                ...base,
                state: 'optional',
                detail: 'not here; only for starting what was built for other architectures (building never needs it)',
                hint: 'Debian and Ubuntu: apt-get install qemu-user-static',
            },
        ];
    }
    const kernel = here.some(([, how]) => how === 'binfmt') ? ' (by the kernel where registered)' : '';
    return [{ ...base, state: 'ok', detail: `starts ${here.map(([arch]) => arch).join(', ')}${kernel}`, hint: null }];
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/js/toolchains/context.js
var context = __webpack_require__(6334);
// EXTERNAL MODULE: ./.build/js/toolchains/marker.js
var marker = __webpack_require__(5655);
// EXTERNAL MODULE: ./.build/js/toolchains/toolchain.js
var toolchain = __webpack_require__(7430);
;// CONCATENATED MODULE: ./.build/js/doctor/facts.js







/** Gathers the facts about a machine, and about the toolchains that a build would use. */
async function gatherFacts(machine, toolchains, options) {
    const [osRelease, place, hasPip, installed] = await Promise.all([
        (0,promises_.readFile)('/etc/os-release', 'utf8').catch(() => (0,promises_.readFile)('/usr/lib/os-release', 'utf8').catch(() => '')),
        existingParent(machine.toolsDir),
        findPip(machine, options),
        Promise.all(toolchains.map(async (ref) => [
            `${ref.name}-${ref.version}`,
            await (0,marker/* isInstalled */.j)((0,toolchain/* toolchainDir */.f)(machine.toolsDir, ref), ref, machine.arch),
        ])),
    ]);
    return {
        distribution: /^PRETTY_NAME=["']?([^"'\n]*)/m.exec(osRelease)?.[1] ?? null,
        family: (0,tools/* familyOf */.Ap)(osRelease),
        node: process.versions.node,
        freeBytes: await (0,promises_.statfs)(place).then(fs => fs.bavail * fs.bsize, () => null),
        canWrite: await (0,promises_.access)(place, external_node_fs_.constants.W_OK | external_node_fs_.constants.X_OK).then(async () => (await (0,promises_.stat)(place)).isDirectory(), () => false),
        installed: Object.fromEntries(installed),
        hasPip,
    };
}
const lookForPip = 'import importlib.util, sys; sys.exit(importlib.util.find_spec("pip") is None)';
/** Whether python3 has pip: four times faster to ask Python than to start pip. */
async function findPip(machine, options) {
    const python = machine.tools['python3'];
    if (!python)
        return false;
    const argv = [python.path, '-c', lookForPip];
    const said = await options.exec({ argv, cwd: '/', env: (0,context/* clientEnv */.h)(options.env), timeoutMs: 5000 }).catch(() => null);
    return said?.code === 0;
}
/** The directory itself, or the nearest one above it that is there. */
async function existingParent(dir) {
    for (let at = dir;; at = (0,external_node_path_.dirname)(at)) {
        const is = await (0,promises_.stat)(at).then(() => true, () => false);
        if (is || at === (0,external_node_path_.dirname)(at))
            return at;
    }
}

// EXTERNAL MODULE: ./.build/js/doctor/probe.js
var probe = __webpack_require__(844);
// EXTERNAL MODULE: ./.build/js/errors.js
var errors = __webpack_require__(1541);
// EXTERNAL MODULE: ./.build/js/exec/spawn.js + 2 modules
var spawn = __webpack_require__(7147);
// EXTERNAL MODULE: ./.build/js/pipeline.js + 34 modules
var pipeline = __webpack_require__(9371);
// EXTERNAL MODULE: ./.build/js/exec/plain.js
var plain = __webpack_require__(1388);
// EXTERNAL MODULE: ./.build/js/report/text.js
var report_text = __webpack_require__(4148);
;// CONCATENATED MODULE: ./.build/js/report/doctor-text.js


const sections = ['machine', 'programs', 'toolchains', 'emulators'];
/** What the doctor found, by section: a mark, a name, what is there, and under it how to get what is not. */
function doctorText(rows, style) {
    const names = Math.max(0, ...rows.map(r => (0,report_text/* displayWidth */.F1)((0,plain/* plainLine */.h)(r.name))));
    const blocks = sections.flatMap(section => {
        const mine = rows.filter(r => r.section === section);
        return mine.length === 0 ? [] : [[style.bold(section), ...mine.flatMap(r => rowLines(r, names, style))].join('\n')];
    });
    return [...blocks, lastLine(rows, style)].join('\n\n');
}
function rowLines(row, names, style) {
    const marks = {
        ok: style.green('✓'),
        'will-install': style.cyan('↓'),
        optional: style.dim('·'),
        missing: style.red('✗'),
    };
    const line = `${marks[row.state]} ${(0,report_text/* pad */.eV)((0,plain/* plainLine */.h)(row.name), names)}  ${(0,plain/* plainLine */.h)(row.detail)}`.trimEnd();
    const shown = row.state === 'optional' ? style.dim(line) : line;
    if (row.hint === null)
        return [`  ${shown}`];
    return [`  ${shown}`, `    ${' '.repeat(names)}  ${style.dim((0,plain/* plainLine */.h)(row.hint))}`];
}
function lastLine(rows, style) {
    const missing = rows.filter(r => r.state === 'missing');
    if (missing.length > 0) {
        return style.red(`✗ ${(0,report_text/* count */.U9)(missing.length, 'thing')} missing: ${missing.map(r => (0,plain/* plainLine */.h)(r.name)).join(', ')}`);
    }
    const coming = rows.filter(r => r.state === 'will-install').map(r => (0,plain/* plainLine */.h)(r.name));
    return style.green(`✓ ready${coming.length > 0 ? `; a build installs ${coming.join(' and ')}` : ''}`);
}

// EXTERNAL MODULE: ./.build/js/cli/run/request.js + 17 modules
var request = __webpack_require__(9774);
;// CONCATENATED MODULE: ./.build/js/cli/run/doctor.js








/** `doctor`: what is here, what a build brings, what is missing; 3 when a build could not start. */
async function doctor(invocation, output) {
    const rows = await (0,request.onHost)(invocation, async (host) => {
        const wants = await findWants(invocation, host);
        const options = { exec: spawn.spawnCommand, env: process.env };
        const machine = await (0,probe/* probeMachine */.cA)({ ...options, toolsDir: host.toolsDir });
        return examine(machine, await gatherFacts(machine, wants.toolchains, options), wants);
    });
    const ready = isReady(rows);
    if (invocation.options['json'])
        output.json({ schema: 1, ready, rows });
    else
        output.print(doctorText(rows, output.style));
    return ready ? errors/* exitCodes */.hS.done : errors/* exitCodes */.hS.environment;
}
/** What the project needs. Without a directory named, a place without a project is fine: the machine alone is asked. */
async function findWants(invocation, host) {
    try {
        const { plan, subjects } = await (0,pipeline/* planRun */.n)(host, (0,request.requestOf)(invocation));
        return {
            tools: subjects.flatMap(s => s.language.needs(s.project, s.loaded.inputs)),
            toolchains: plan.jobs.flatMap(j => j.toolchains).filter(isFirst),
        };
    }
    catch (error) {
        const noProject = error instanceof errors/* BuildError */.zS && error.code === 'no-project';
        if (noProject && invocation.args.length === 0)
            return { tools: [], toolchains: [] };
        throw error;
    }
}
function isFirst(ref, i, all) {
    return all.findIndex(r => r.name === ref.name && r.version === ref.version) === i;
}


/***/ })

};
