export const id = 468;
export const ids = [468];
export const modules = {

/***/ 844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ onPath),
/* harmony export */   cA: () => (/* binding */ probeMachine)
/* harmony export */ });
/* unused harmony exports machineArch, parseVersion */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _arch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3753);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1541);
/* harmony import */ var _tools_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2389);







/** A program that does not answer `--version` within this time has none, ms. */
const versionTimeout = 5000;
/**
 * Looks at this machine: architecture, glibc, programs on PATH with their versions, emulators. Everything at once.
 * @throws BuildError `tool-missing` on a machine whose architecture is not in the table
 */
async function probeMachine(options) {
    const names = options.tools ?? Object.keys(_tools_js__WEBPACK_IMPORTED_MODULE_6__/* .toolTable */ .T9);
    const [found, glibc, emulators] = await Promise.all([
        Promise.all(names.map(async (name) => [name, await probeTool(name, options)])),
        findGlibc(options),
        findEmulators(options.env),
    ]);
    return {
        arch: machineArch(process.arch, (0,node_os__WEBPACK_IMPORTED_MODULE_2__.endianness)()),
        cpus: (0,node_os__WEBPACK_IMPORTED_MODULE_2__.availableParallelism)(),
        glibc,
        tools: Object.fromEntries(found),
        emulators,
        toolsDir: options.toolsDir,
    };
}
/** Node's names of architectures; those that it cannot run on are missing. */
const nodeArchs = {
    x64: 'x86_64',
    ia32: 'i686',
    arm64: 'aarch64',
    arm: 'armv7',
    riscv64: 'riscv64',
    s390x: 's390x',
    loong64: 'loongarch64',
};
/** The architecture of this machine by Node's name of it. Pure. @throws BuildError `tool-missing` */
function machineArch(node, order) {
    const arch = node === 'ppc64' ? (order === 'LE' ? 'ppc64le' : 'ppc64') : nodeArchs[node];
    if (arch)
        return arch;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .BuildError */ .zS('tool-missing', `this machine's architecture (${node}) is not one that can be built on`, {
        hint: `Builds run on: ${Object.values(nodeArchs).join(', ')}, ppc64le.`,
    });
}
async function probeTool(name, options) {
    const path = await onPath(name, options.env);
    if (path === null)
        return null;
    if (options.versions === false)
        return { path, version: null };
    const row = (0,_tools_js__WEBPACK_IMPORTED_MODULE_6__/* .rowOf */ .OB)(name);
    const version = (await versionFromFile(path, row?.versionFile)) ?? (await askVersion(path, row?.ask ?? null, options));
    return { path, version };
}
/** The first executable regular file of that name in an absolute directory of PATH (relative ones are the project's). */
async function onPath(name, env) {
    for (const dir of (env['PATH'] ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_3__.delimiter)) {
        if (!(0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(dir))
            continue;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(dir, name);
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
            if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path)).isFile())
                return path;
        }
        catch {
            // not here
        }
    }
    return null;
}
/** Go writes its version beside itself (`<goroot>/VERSION`): reading is 50 times cheaper than starting it. */
async function versionFromFile(path, file) {
    if (file === undefined)
        return null;
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(path)
        .then(real => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(real), file), 'utf8'))
        .catch(() => '');
    return parseVersion(text.split('\n')[0] ?? '');
}
async function askVersion(path, ask, options) {
    if (ask === null)
        return null;
    const set = Object.entries(options.env).filter((e) => e[1] !== undefined);
    // rustup's stand-ins must not download a compiler because we looked at them
    const env = { ...Object.fromEntries(set), LC_ALL: 'C', RUSTUP_AUTO_INSTALL: '0', GOTOOLCHAIN: 'local' };
    try {
        const command = { argv: [path, ...ask], cwd: '/', env, timeoutMs: versionTimeout, maxBytes: 1 << 16 };
        const { code, stdout, stderr } = await options.exec(command);
        return code === 0 ? parseVersion(stdout || stderr) : null;
    }
    catch {
        return null; // it is there, but will not say
    }
}
/** The first thing in a text that looks like a version (`cmake version 3.25.1` has 3.25.1), or null. Pure. */
function parseVersion(text) {
    return /(?<![0-9.])([0-9]+\.[0-9]+(?:\.[0-9]+)*)/.exec(text)?.[1] ?? null;
}
/** glibc of this machine as Node was linked against it; `getconf` where Node would not say (a static Node). */
async function findGlibc(options) {
    const version = runtimeGlibc();
    if (version !== null)
        return version;
    const getconf = await onPath('getconf', options.env);
    if (getconf === null)
        return null;
    const argv = [getconf, 'GNU_LIBC_VERSION'];
    const said = await options.exec({ argv, cwd: '/', env: {}, timeoutMs: versionTimeout }).catch(() => null);
    return said?.code === 0 ? parseVersion(said.stdout) : null;
}
function runtimeGlibc() {
    const report = process.report;
    // else it asks the name servers for the name of every open connection; Node 22.13 and newer know it, older ones ignore it
    const before = Reflect.get(report, 'excludeNetwork');
    Reflect.set(report, 'excludeNetwork', true);
    const made = report.getReport();
    Reflect.set(report, 'excludeNetwork', before);
    const header = made instanceof Object ? Reflect.get(made, 'header') : null;
    const version = header instanceof Object ? Reflect.get(header, 'glibcVersionRuntime') : null;
    return typeof version === 'string' ? version : null;
}
/**
 * By architecture: `binfmt` where the kernel starts its programs, else the path of a user-mode emulator. This machine's
 * own architecture too: there an emulator pretends the baseline CPU, which the real one goes beyond.
 */
async function findEmulators(env) {
    const found = await Promise.all(_arch_js__WEBPACK_IMPORTED_MODULE_4__/* .archNames */ .H.map(async (arch) => {
        const name = `qemu-${_arch_js__WEBPACK_IMPORTED_MODULE_4__/* .archs */ .C[arch].qemu.name}`;
        if (await binfmtEnabled(name))
            return [arch, 'binfmt'];
        return [arch, (await onPath(`${name}-static`, env)) ?? (await onPath(name, env))];
    }));
    return Object.fromEntries(found.filter(([, how]) => how !== null));
}
/** The kernel's table of interpreters; entries are named by whoever registered them, all use `qemu-<arch>`. */
async function binfmtEnabled(name) {
    const dir = '/proc/sys/fs/binfmt_misc';
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(dir).catch(() => []);
    if (!entries.includes(name))
        return false;
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(dir, name), 'utf8').catch(() => '');
    return text.startsWith('enabled');
}


/***/ }),

/***/ 2389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ap: () => (/* binding */ familyOf),
/* harmony export */   O: () => (/* binding */ howToGet),
/* harmony export */   OB: () => (/* binding */ rowOf),
/* harmony export */   T9: () => (/* binding */ toolTable)
/* harmony export */ });
const version = ['--version'];
const same = (name) => ({ apt: name, dnf: name, apk: name, pacman: name, zypper: name, brew: name });
const rustup = 'Install Rust with rustup: https://rustup.rs';
const go = 'Install Go: https://go.dev/dl';
/** Every program that a build may start or that the installation of a toolchain may use. */
const toolTable = {
    sh: { use: 'scripts', ask: null, packages: {} },
    git: { use: 'commit and dates', ask: version, packages: same('git') },
    python3: {
        use: 'installing toolchains with pip',
        ask: version,
        packages: { apt: 'python3 python3-pip', dnf: 'python3-pip', apk: 'py3-pip', pacman: 'python-pip', brew: 'python3' },
    },
    xz: {
        use: 'unpacking toolchains from archives',
        ask: version,
        packages: { apt: 'xz-utils', dnf: 'xz', apk: 'xz', pacman: 'xz', zypper: 'xz', brew: 'xz' },
    },
    cargo: { use: 'Rust', ask: version, packages: {}, get: rustup },
    rustc: { use: 'Rust', ask: version, packages: {}, get: rustup },
    rustup: { use: 'adding Rust targets', ask: version, packages: {}, get: rustup },
    go: { use: 'Go', ask: ['version'], versionFile: '../VERSION', packages: {}, get: go },
    cmake: { use: 'CMake projects', ask: version, packages: same('cmake') },
    ninja: {
        use: 'CMake and Meson projects',
        ask: version,
        packages: { ...same('ninja'), apt: 'ninja-build', dnf: 'ninja-build', apk: 'ninja-build' },
    },
    meson: { use: 'Meson projects', ask: version, packages: same('meson') },
    make: { use: 'make and Autotools projects', ask: version, packages: same('make') },
    autoreconf: { use: 'Autotools projects without configure', ask: version, packages: same('autoconf') },
    libtoolize: { use: 'Autotools projects with libraries', ask: version, packages: same('libtool') },
    'pkg-config': {
        use: 'finding libraries',
        ask: version,
        packages: { apt: 'pkg-config', dnf: 'pkgconf-pkg-config', apk: 'pkgconf', pacman: 'pkgconf', brew: 'pkgconf' },
    },
    gcc: {
        use: 'the native backend, build scripts of crates',
        ask: ['-dumpfullversion'],
        packages: { apt: 'build-essential', dnf: 'gcc', apk: 'build-base', pacman: 'base-devel', zypper: 'gcc' },
    },
};
/** What is known of a program, or null. */
function rowOf(name) {
    const rows = toolTable;
    return Object.hasOwn(rows, name) ? (rows[name] ?? null) : null;
}
const install = {
    apt: 'apt-get install',
    dnf: 'dnf install',
    apk: 'apk add',
    pacman: 'pacman -S',
    zypper: 'zypper install',
    brew: 'brew install',
};
/** The family that an os-release file speaks of; null: none that we know. Format: os-release(5), ID and ID_LIKE. Pure. */
function familyOf(osRelease) {
    const value = (key) => new RegExp(`^${key}=["']?([^"'\\n]*)`, 'm').exec(osRelease)?.[1] ?? '';
    const ids = `${value('ID')} ${value('ID_LIKE')}`.toLowerCase().split(/\s+/);
    const known = [
        ['apt', ['debian', 'ubuntu']],
        ['dnf', ['fedora', 'rhel', 'centos', 'amzn']],
        ['apk', ['alpine', 'wolfi']],
        ['pacman', ['arch']],
        ['zypper', ['suse', 'opensuse', 'opensuse-leap', 'opensuse-tumbleweed']],
    ];
    return known.find(([, names]) => ids.some(id => names.includes(id)))?.[0] ?? null;
}
/** How to get a program here: a command for this distribution, else a place, else its bare name. Pure. */
function howToGet(name, family) {
    const row = rowOf(name);
    if (row?.get)
        return row.get;
    const packages = family && row?.packages[family];
    return packages ? `${install[family]} ${packages}` : `Install ${name} with the package manager of this system.`;
}


/***/ }),

/***/ 5468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readStart: () => (/* binding */ readStart),
  startVerified: () => (/* binding */ startVerified)
});

// EXTERNAL MODULE: ./.build/js/doctor/probe.js
var probe = __webpack_require__(844);
// EXTERNAL MODULE: ./.build/js/inputs/mistakes.js
var mistakes = __webpack_require__(6419);
// EXTERNAL MODULE: ./.build/js/inputs/names.js
var names = __webpack_require__(6672);
// EXTERNAL MODULE: ./.build/js/verify/demands.js
var demands = __webpack_require__(3340);
// EXTERNAL MODULE: ./.build/js/smoke/floor/floors.js + 2 modules
var floors = __webpack_require__(8380);
// EXTERNAL MODULE: ./.build/js/smoke/modes.js
var modes = __webpack_require__(3274);
// EXTERNAL MODULE: ./.build/js/verify/outcome.js
var outcome = __webpack_require__(1640);
// EXTERNAL MODULE: ./.build/js/smoke/findings.js
var findings = __webpack_require__(7542);
// EXTERNAL MODULE: ./.build/js/smoke/smoke.js + 1 modules
var smoke = __webpack_require__(2373);
;// CONCATENATED MODULE: ./.build/js/smoke/verdict.js



/**
 * Starts the files of a verdict that are verified: what the bytes rule out is not run.
 * @throws BuildError `interrupted`; `disk-full`, `cannot-write` for the temporary directory
 */
async function startVerdict(verdict, how) {
    const files = [];
    for (const file of verdict.files)
        files.push(await start(file, how));
    return { ...verdict, files, verified: files.length > 0 && files.every(f => f.verified) };
}
async function start(file, how) {
    // a library in a directory of files is no program, and nothing is said of that
    if (!file.verified || file.linkage === 'shared-library' || file.linkage === 'not-elf')
        return file;
    const floor = how.floor === null ? null : { ...how.floor, promised: how.promised(file) };
    const result = await (0,smoke/* smokeFile */.a)({ ...how, floor, path: file.path, file });
    return (0,outcome/* withFindings */.$)({ ...file, smoke: [...result.smokes] }, (0,findings/* smokeFindings */.O)(result, how.when));
}

;// CONCATENATED MODULE: ./.build/js/smoke/start.js







/** What was asked, or null when nothing is to be started. @throws BuildError `bad-input` */
function readStart(said, written, spell = names/* asFlag */.v0) {
    const mode = modes/* smokeModes */.I.find(m => m === said.trim());
    if (mode === undefined)
        throw (0,mistakes/* notAChoice */.I)(spell('smoke'), said, modes/* smokeModes */.I);
    const setting = (0,demands/* readInput */.R5)('smoke-floor', written, spell);
    const words = (0,demands/* readInput */.R5)('smoke-command', written, spell);
    const mirror = (0,demands/* readInput */.R5)('mirrors', written, spell)['debian'] ?? null;
    return mode === 'off' ? null : { mode, setting, command: words.length > 0 ? words : null, mirror };
}
/** Starts the verified files of a verdict. @throws BuildError `interrupted`, and what startVerdict throws */
async function startVerified(verdict, { mode, setting, command, mirror }, demands, { host, exec, env }) {
    const context = { exec, env, log: host.log, signal: host.signal, toolsDir: host.toolsDir };
    return startVerdict(verdict, {
        machine: await (0,probe/* probeMachine */.cA)({ ...context, tools: [] }),
        command,
        cpu: demands[0]?.cpu ?? null,
        floor: mode === 'native' ? null : { setting, mirror, floors: (0,floors/* makeFloors */.k)(context) },
        promised: file => demands.find(d => d.target === file.target)?.floor.glibc ?? null,
        when: mode === 'require' ? 'require' : 'auto',
        exec,
        signal: host.signal,
    });
}


/***/ })

};
