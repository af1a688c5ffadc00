export const id = 125;
export const ids = [125];
export const modules = {

/***/ 5002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ buildEnv)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1541);

/** What a build may see of our environment without being asked: where things are, how to reach the network. */
const inherited = [
    // the user and the machine
    /^(HOME|PATH|USER|LOGNAME|TMPDIR|XDG_CACHE_HOME|XDG_CONFIG_HOME|LANG|LC_[A-Z]+)$/,
    // the network; both spellings, because curl, Go, Python and cargo disagree
    /^(http|https|all|no|HTTP|HTTPS|ALL|NO)_(proxy|PROXY)$/,
    /^(SSL_CERT_FILE|SSL_CERT_DIR|CURL_CA_BUNDLE|REQUESTS_CA_BUNDLE|GIT_SSL_CAINFO|PIP_CERT)$/,
    // Rust: https://doc.rust-lang.org/cargo/reference/environment-variables.html, rustup's book "Environment variables"
    /^(CARGO_HOME|RUSTUP_HOME|RUSTUP_TOOLCHAIN|RUSTUP_DIST_SERVER|RUSTUP_UPDATE_ROOT)$/,
    /^CARGO_(NET|HTTP|REGISTRIES|SOURCE)_[A-Z0-9_]+$/,
    // Go: `go help environment`
    /^(GOPATH|GOMODCACHE|GOCACHE|GOENV|GOPROXY|GOFLAGS|GOTOOLCHAIN|GOTMPDIR)$/,
    /^(GOPRIVATE|GONOPROXY|GONOSUMDB|GOSUMDB|GOINSECURE|GOVCS)$/,
    // compiler caches
    /^(CCACHE|SCCACHE)_(DIR|CONFIGPATH|MAXSIZE|CACHE_SIZE)$/,
];
/** Never inherited, whatever the list above says. */
const secret = /(TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|PRIVATE_KEY|API_KEY)/i;
/** Refused even when asked for: they let a build act as the CI job. Each with why. */
const refused = [
    { name: /^ACTIONS_/, why: 'it opens the caches and artifacts of the workflow run' },
    {
        name: /^GITHUB_TOKEN$/,
        why: 'it lets a build act as the workflow; give the build a token of its own, by another name',
    },
    {
        name: /^CI_JOB_(TOKEN|JWT.*)$/,
        why: 'it lets a build act as the job; give the build a token of its own, by another name',
    },
];
/** The same in every run: messages that can be read by machines, times that do not depend on the place. */
const fixed = { LC_ALL: 'C', TZ: 'UTC' };
const defaultPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/**
 * The environment of every build command, before the step's own. Pure.
 * @param env ours
 * @param passed the `env` input: name to value; an empty value is taken from `env`, and left out where it is not there
 * @param privateHome HOME where we have none: tools that would write to `/` get a directory of their own
 * @throws BuildError `bad-input` for a name that is none, or that a build must not get
 */
function buildEnv(env, passed, privateHome) {
    const result = { PATH: defaultPath };
    for (const [name, value] of Object.entries(env)) {
        if (value !== undefined && value !== '' && isInherited(name))
            result[name] = value;
    }
    if (result['HOME'] === undefined && privateHome !== undefined)
        result['HOME'] = privateHome;
    Object.assign(result, fixed);
    for (const [name, value] of Object.entries(passed)) {
        checkName(name);
        const given = value === '' ? env[name] : value;
        if (given !== undefined)
            result[name] = given;
    }
    return result;
}
function isInherited(name) {
    return inherited.some(pattern => pattern.test(name)) && !secret.test(name);
}
function checkName(name) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS('bad-input', `env: ${JSON.stringify(name)} is no name of an environment variable`);
    }
    const rule = refused.find(r => r.name.test(name));
    if (rule)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS('bad-input', `env: ${name} is never given to a build: ${rule.why}`);
}


/***/ }),

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

/***/ 8125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Sq: () => (/* binding */ backends),
  OG: () => (/* binding */ findProjects),
  kg: () => (/* binding */ gather)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./.build/js/target.js
var js_target = __webpack_require__(7563);
// EXTERNAL MODULE: ./.build/js/version.js
var js_version = __webpack_require__(1480);
;// CONCATENATED MODULE: ./.build/js/backends/filters.js
/**
 * What GNU toolchains understand and zig's compiler driver does not. Source: every row was linked with zig 0.12 to 0.17;
 * only flags that fail there, or that would make an executable wrong, are listed. Everything else goes through untouched.
 */
const layout = 'only changes the layout of the file';
const diagnostics = 'only changes what the linker prints';
const drop = (why, ...options) => options.map(option => ({ option, value: null, action: 'drop', why }));
const dropWith = (why, value, ...options) => options.map(option => ({ option, value, action: 'drop', why }));
const joined = (rules) => rules.map(rule => ({ ...rule, joined: true }));
const refuse = (why, value, ...options) => options.map(option => ({ option, value, action: 'refuse', why }));
/** Rules for `-Wl,…`, `-Xlinker …` and `-z …`. Patterns of values have no quotes, blanks or `)`: they go into sh. */
const linkerRules = [
    ...drop('lld needs no erratum workaround for the baseline', 'fix-cortex-a53-843419', 'fix-cortex-a53-835769'),
    ...drop(layout, 'no-rosegment', 'rosegment', 'relax', 'no-relax', 'no-omagic', 'gdb-index'),
    ...drop(diagnostics, 'warn-common', 'warn-once', 'fatal-warnings', 'no-fatal-warnings', 'cref', 'stats', 'trace'),
    ...drop(diagnostics, 't', 'demangle', 'no-demangle', 'no-warn-mismatch'),
    ...drop('only saves memory of the linker', 'no-keep-memory', 'reduce-memory-overheads', 'threads', 'no-threads'),
    ...drop('lld never copies them', 'copy-dt-needed-entries', 'no-copy-dt-needed-entries', 'add-needed', 'no-add-needed'),
    ...drop('only matters for shared libraries', 'Bsymbolic-functions', 'Bsymbolic-non-weak-functions'),
    ...joined(dropWith(layout, '*', 'icf', 'sort-common', 'orphan-handling')),
    ...joined(dropWith(diagnostics, '*', 'trace-symbol')),
    ...dropWith(diagnostics, '*', 'Map', 'y'),
    ...dropWith('the target says it', 'elf_*', 'm'),
    ...dropWith('lld does not search libraries of libraries', '*', 'rpath-link'),
    ...dropWith('lld optimizes without plugins', '*', 'plugin', 'plugin-opt'),
    ...dropWith('symbols of static libraries become visible', '*', 'exclude-libs'),
    ...dropWith('needs glibc 2.36 to start', 'pack-relative-relocs', 'z'),
    ...[
        'nostart-stop-gc',
        'start-stop-gc',
        'separate-code',
        'noseparate-code',
        'text',
        'combreloc',
        'shstk',
        'ibt',
    ].flatMap(value => dropWith(layout, value, 'z')),
    ...['keep-text-section-prefix', 'cet-report=*', 'nognustack'].flatMap(value => dropWith(layout, value, 'z')),
    ...refuse('zig cannot wrap symbols: call the replacement by its own name', '*', 'wrap'),
    ...refuse('zig cannot define symbols on the command line: define them in a source file', '*', 'defsym'),
    ...refuse('two definitions of one symbol: keep one of them', null, 'allow-multiple-definition'),
    ...refuse('two definitions of one symbol: keep one of them', 'muldefs', 'z'),
    ...joined(refuse('an executable with missing symbols fails when it runs: link them', '*', 'unresolved-symbols')),
    ...refuse('zig has no list of dynamic symbols: use -rdynamic or a version script', '*', 'dynamic-list'),
    ...refuse('an executable stack is a hole: remove -z execstack', 'execstack', 'z'),
];
/** By zig's name of the architecture; missing: names go through as they are. */
const cpuDialects = {
    x86_64: { baseline: ['x86-64', 'x86_64', 'generic'], spelling: 'names' },
    x86: { baseline: ['generic'], spelling: 'names' },
    aarch64: { baseline: ['armv8-a', 'armv8', 'generic'], spelling: 'armv8' },
    arm: { baseline: ['generic'], spelling: 'names', dropsMarch: true },
    riscv64: { baseline: ['rv64gc', 'rv64imafdc', 'rv64g'], spelling: 'names', dropsMarch: true },
    powerpc64le: { baseline: ['powerpc64le', 'power8', 'pwr8'], spelling: 'power' },
    powerpc64: { baseline: ['powerpc64'], spelling: 'power' },
    loongarch64: { baseline: ['loongarch64', 'la64v1.0'], spelling: 'names' },
};
/** Features of `-march=armv8-a+…` that LLVM calls otherwise. Source: GCC's manual, "AArch64 Options"; `zig targets`. */
const armFeatures = {
    fp16: 'fullfp16',
    fp: 'fp_armv8',
    simd: 'neon',
    rdma: 'rdm',
    rng: 'rand',
    memtag: 'mte',
    profile: 'spe',
};
/** Directories of this machine's own headers and libraries: never those of a target (sh patterns). */
const hostDirectories = {
    headers: ['/usr/include', '/usr/local/include'],
    libraries: ['/lib', '/lib32', '/lib64', '/usr/lib', '/usr/lib32', '/usr/lib64', '/usr/local/lib'],
};

;// CONCATENATED MODULE: ./.build/js/backends/wrapper.js



/** One word of sh that stands for any text. */
const shellWord = (text) => `'${text.replaceAll("'", "'\\''")}'`;
/** A wrapper that only adds words: `ranlib`. */
function plainWrapper(command) {
    return `#!/bin/sh\nexec ${command.map(shellWord).join(' ')} "$@"\n`;
}
/** `ar` as one word. A Makefile's own `AR = ar rcu` brings its operation; when it is replaced, `rcs` takes its place. zig cannot read thin archives (Meson's `csrDT`). */
function archiverWrapper(command) {
    return `#!/bin/sh\ncase \${1-} in *.a | */*) set -- rcs "$@" ;; --*) ;; *T*) op=$1; shift; set -- "\${op%%T*}\${op#*T}" "$@" ;; esac\nexec ${command.map(shellWord).join(' ')} "$@"\n`;
}
/**
 * A compiler as one word: POSIX sh that starts no other program than the compiler, and hands on every argument as it
 * came (blanks, quotes, newlines) except those of {@link file://./filters.ts}. Environment: `PB_SOURCE_DIR` and
 * `PB_BUILD_DIR` (left out of debug information and `__FILE__`), `PB_STRIP` (links without symbols), `ZIG_GLOBAL_CACHE_DIR`, `ZIG_LOCAL_CACHE_DIR`.
 */
function compilerWrapper(request) {
    const { target, zigArch } = request;
    return [
        '#!/bin/sh',
        `# Compiles and links for ${target.name}. Written by portable-build; every argument that is not named here goes through.`,
        `me=${shellWord(target.name)}${prelude}`,
        zigArch === null ? '' : linkerFunction(),
        zigArch === null ? '' : cpuFunction(zigArch),
        loop(request),
        ending(request),
    ]
        .filter(part => part !== '')
        .join('\n');
}
// The arguments that stay are kept as a list of references ("${1}" "$new2"): no text is ever parsed again.
const prelude = `
list= i=0 m=0 changed= next= hold= held= take= compile= source= depends= language= links=1
note() { printf 'portable-build: %s\\n' "$1" >&2; }
refuse() { note "$1"; exit 1; }
own() { changed=1; note "$1 is left out: it is this machine's, not the target's"; }
keep() { list="$list \\"\\\${$1}\\""; }
put() { m=$((m + 1)) changed=1; eval "new$m=\\$1"; list="$list \\"\\$new$m\\""; }`;
/** Judges one word for the linker: `take` is how many words stay (2: the option that waited for its value, and it). */
function linkerFunction() {
    const waiting = [...new Set(linkerRules.filter(r => r.value !== null && !r.joined).map(r => r.option))];
    const inOne = ({ option, value }) => value === null ? dashes(option) : dashes(option).map(o => (option.length === 1 ? `${o}${value}` : `${o}=${value}`));
    return `
linker() {
  if [ -n "$hold" ]; then
    held=$hold hold= take=2
    case "$held $1" in
${linkerRules
        .filter(r => r.value !== null && !r.joined)
        .map(r => arm(dashes(r.option).map(o => `'${o} '${r.value}`), r))
        .join('\n')}
    esac
    return 0
  fi
  take=1
  case $1 in
    ${waiting.flatMap(dashes).join('|')}) hold=$1 take=0 ;;
${linkerRules.map(rule => arm(inOne(rule), rule)).join('\n')}
  esac
}
dropped() { take=0 changed=1; note "the linker flag '$1' is left out: $2"; }`;
}
/** Long options may have one dash or two; one letter has one. */
const dashes = (option) => (option.length === 1 ? [`-${option}`] : [`-${option}`, `--${option}`]);
function arm(patterns, { action, why }) {
    const word = `"\${held:+$held }$1"`;
    const act = action === 'drop' ? `dropped ${word} ${shellWord(why)}` : `refuse ${refusal(why)}`;
    return `      ${patterns.join('|')}) ${act} ;;`;
}
const refusal = (why) => `"the linker flag '\${held:+$held }$1' cannot be used: "${shellWord(why)}`;
/** Sets `cpu` to zig's name for the value of `-march` or `-mcpu` ($2), or to nothing. */
function cpuFunction(zigArch) {
    const dialect = cpuDialects[zigArch] ?? { baseline: ['generic'], spelling: 'names' };
    const lines = [`${dialect.baseline.join('|')}) return 0 ;;`];
    if (dialect.spelling === 'armv8')
        lines.push(`armv*) spell "\${2%%+*}" "$2"; return 0 ;;`);
    if (dialect.spelling === 'power')
        lines.push(`power[0-9]*) cpu=pwr\${2#power}; return 0 ;;`);
    const dropsMarch = dialect.dropsMarch
        ? `\n  case $1 in -march) note "$1=$2 is left out: the target ${zigArch} says it"; return 0 ;; esac`
        : '';
    const features = dialect.spelling === 'armv8' ? armFunctions : '';
    return `
underscores() {
  rest=$1 out=
  while :; do
    case $rest in
      *-*) out=\${out}\${rest%%-*}_ rest=\${rest#*-} ;;
      *) out=$out$rest; return 0 ;;
    esac
  done
}${features}
cpu_of() {
  cpu=
  case $2 in
    ${lines.join('\n    ')}
  esac${dropsMarch}
  ${dialect.spelling === 'armv8' ? `underscores "\${2%%+*}"; cpu=$out; features "$2"` : 'underscores "$2"; cpu=$out'}
  note "$1=$2 asks for more than the baseline: the executable needs such a CPU"
}`;
}
const armFunctions = `
features() {
  case $1 in *+*) more=\${1#*+} ;; *) return 0 ;; esac
  while [ -n "$more" ]; do
    one=\${more%%+*}
    case $more in *+*) more=\${more#*+} ;; *) more= ;; esac
    sign=+
    case $one in no*) sign=- one=\${one#no} ;; esac
    case $one in
${Object.entries(armFeatures)
    .map(([gnu, llvm]) => `      ${gnu}) one=${llvm} ;;`)
    .join('\n')}
    esac
    underscores "$one"; cpu=$cpu$sign$out
  done
}
spell() {
  level=\${1#armv} level=\${level%-a}
  case $level in
    8) cpu=generic ;;
    9) cpu=generic+v9a ;;
    *.*) cpu=generic+v\${level%%.*}_\${level#*.}a ;;
  esac
  features "$2"
  note "-march=$2 asks for more than the baseline: the executable needs such a CPU"
}`;
function loop(request) {
    const { zigArch, target, cpu, command } = request;
    const native = cpu === null
        ? `refuse "$arg would build for this machine's own CPU, and the executable would crash on others: remove it from the project's flags, or name the CPU that all users have with the input 'cpu'"`
        : `note "$arg is left out: the input 'cpu' says "${shellWord(cpu)}; changed=1; continue`;
    const isGlibc = target.libc === 'glibc';
    const staticGlibc = `refuse "$arg: a static glibc still loads parts of this machine's glibc when it runs: build for "${shellWord(`${target.arch}-linux-musl`)}" to get a static executable"`;
    const arms = [
        `-march=native|-mcpu=native) ${native} ;;`,
        isGlibc ? `-static|--static|-static-pie) ${staticGlibc} ;;` : '',
        '-c) compile=1 links= ;;',
        '-S|-E|-r|-fsyntax-only|-v|--version|-###|-dump*|-print-*|--print-*) links= ;;',
        '-M|-MM) links= depends=1 ;;',
        ...(zigArch === null ? [] : zigArms(zigArch, target, command.includes('c++') ? 'c++' : 'c')),
    ].filter(a => a !== '');
    return `
for arg do
  i=$((i + 1))
${zigArch === null ? '' : operands.replace('__SAME__', sameCpu(zigArch, target))}  case $arg in
    ${arms.join('\n    ')}
  esac
  keep $i
done`;
}
const either = (dirs, prefix = '') => dirs.flatMap(d => [`${prefix}${d}`, `${prefix}${d}/*`]).join('|');
/** Words after an option that takes one. */
const operands = `  case $next in
    operand) next=; keep $i; continue ;;
    path)
      next=
      case $arg in
        ${either([...hostDirectories.headers, ...hostDirectories.libraries])}) own "$arg" ;;
        *) keep $((i - 1)); keep $i ;;
      esac
      continue ;;
    linker)
      next= held=; linker "$arg"
      case $take in
        1) keep $((i - 1)); keep $i ;;
        2) put -Xlinker; put "$held"; keep $((i - 1)); keep $i ;;
      esac
      continue ;;
    z)
      next= hold=-z; linker "$arg"
      [ "$take" = 0 ] || { keep $((i - 1)); keep $i; }
      continue ;;
    target)
      next= changed=1
      case $arg in __SAME__) continue ;; esac
      refuse "-target $arg: this compiler is for $me" ;;
  esac
`;
/** Triples that mean the target's architecture (sh pattern). */
const sameCpu = (zigArch, { arch }) => `${zigArch}-*|${arch}-*`;
function zigArms(zigArch, target, language) {
    const { libc, arch } = target;
    const wrongWord = { x86_64: '-m32|-mx32', x86: '-m64|-mx32' };
    const bits = wrongWord[zigArch];
    const { headers, libraries } = hostDirectories;
    return [
        // Where it would only tune: zig takes -mtune for -mcpu, and the executable would need that CPU.
        '-mtune=*) changed=1; continue ;;',
        // The two spellings that zig takes for a CPU and would misread.
        `-march=*|-mcpu=*) cpu_of "\${arg%%=*}" "\${arg#*=}"; [ -z "$cpu" ] || put "-mcpu=$cpu"; changed=1; continue ;;`,
        bits ? `${bits}) refuse "$arg: this compiler is for ${arch}; add a target of the other architecture" ;;` : '',
        libc === 'glibc' ? '' : '-static-pie) put -pie; continue ;;',
        `--target=*|-target=*) case \${arg#*=} in ${sameCpu(zigArch, target)}) changed=1; continue ;; esac; refuse "$arg: this compiler is for $me" ;;`,
        '-target) next=target; continue ;;',
        // Meson asks who links; zig's own answer is not one that it knows, and the linker is LLD.
        `-Wl,--version) printf 'LLD (compatible with GNU linkers)\\n'; exit 0 ;;`,
        '-fuse-ld=*) changed=1; continue ;;',
        `-Wl,*)
      rest=\${arg#-Wl} piece=
      while [ -n "$rest" ]; do
        rest=\${rest#,} word=\${rest%%,*}
        case $rest in *,*) rest=,\${rest#*,} ;; *) rest= ;; esac
        held=; linker "$word"
        case $take in 1) piece=$piece,$word ;; 2) piece=$piece,$held,$word ;; esac
      done
      if [ "-Wl$piece" = "$arg" ]; then keep $i; elif [ -n "$piece" ]; then put "-Wl$piece"; else changed=1; fi
      continue ;;`,
        '-Xlinker) next=linker; continue ;;',
        '-z) next=z; continue ;;',
        `-Wp,*_FORTIFY_SOURCE*)
      rest=\${arg#-Wp}
      while [ -n "$rest" ]; do
        rest=\${rest#,} word=\${rest%%,*}
        case $rest in *,*) rest=,\${rest#*,} ;; *) rest= ;; esac
        put "$word"
      done
      continue ;;`,
        '-I|-L|-isystem|-idirafter|-iquote) next=path; continue ;;',
        `${either(headers, '-I')}|${either(headers, '-isystem')}|${either(libraries, '-L')}) own "$arg"; continue ;;`,
        `${libraries.flatMap(d => ['a', 'so', 'so.*'].map(e => `${d}/*.${e}`)).join('|')}) refuse "$arg is a library of this machine, not of the target" ;;`,
        '-x) language=1 next=operand ;;',
        '-x?*) language=1 ;;',
        // zig hands stdin of no language to clang as it is, which does not know the floor in the target (Meson asks so).
        `-) [ -n "$language" ] || { put -x; put ${language}; } ;;`,
        '-o|-D|-U|-l|-u|-T|-e|-MF|-MT|-MQ|-include|-imacros|-Xclang|-Xassembler|-Xpreprocessor|-mllvm|-arch)',
        '  next=operand ;;',
        '-M*) depends=1 ;;',
        '-*) ;;',
        '*.c|*.cc|*.cpp|*.cxx|*.c++|*.C) source=1 ;;',
    ];
}
function ending({ command, target, zigArch, globalCache }) {
    const oldFortify = target.floor !== null && (0,js_version/* compareVersions */.Z)(target.floor, '2.17') < 0;
    const zig = [
        '[ -z "$hold" ] || put "-Wl,$hold"',
        '[ -z "$changed" ] || eval "set -- $list"',
        // zig's object cache takes two sources of one text for the same, whatever they #embed; with -MF it is not asked.
        '[ "$compile$source$depends" != 11 ] || set -- "$@" -MD -MF /dev/null',
        // The checks of old glibc lack some of the functions (__poll_chk is of 2.16).
        oldFortify ? 'set -- "$@" -U_FORTIFY_SOURCE' : '',
        `[ -n "\${ZIG_LOCAL_CACHE_DIR-}" ] || [ -z "\${PB_BUILD_DIR-}" ] || export ZIG_LOCAL_CACHE_DIR="$PB_BUILD_DIR/.zig-cache"`,
        globalCache ? `[ -n "\${ZIG_GLOBAL_CACHE_DIR-}" ] || export ZIG_GLOBAL_CACHE_DIR=${shellWord(globalCache)}` : '',
    ];
    return [
        ...(zigArch === null ? ['[ -z "$changed" ] || eval "set -- $list"'] : zig),
        `[ -z "\${PB_STRIP-}" ] || [ -z "$links" ] || set -- "$@" -s`,
        '# The last map that fits wins: the build directory may be inside of the sources.',
        `[ -z "\${PB_BUILD_DIR-}" ] || set -- "-ffile-prefix-map=$PB_BUILD_DIR=./build" "$@"`,
        `[ -z "\${PB_SOURCE_DIR-}" ] || set -- "-ffile-prefix-map=$PB_SOURCE_DIR=." "$@"`,
        `exec ${command.map(shellWord).join(' ')} "$@"`,
        '',
    ]
        .filter((l, n, all) => l !== '' || n === all.length - 1)
        .join('\n');
}
/** zig's name of the architecture of a target, or null where zig has none. */
const zigArchOf = (target) => (0,js_target/* archOf */.Qh)(target).zig?.arch ?? null;

;// CONCATENATED MODULE: ./.build/js/backends/native.js




/** Builds with what this machine has: Go for every target, C and Rust where this machine's glibc is old enough. */
const native_native = {
    name: 'native',
    offer(request, machine) {
        const { target, language, needsC } = request;
        if (language === 'go' && (0,js_target/* archOf */.Qh)(target).go === null)
            return no(`Go does not know ${target.arch}`);
        if (language === 'go' && !needsC)
            return yes("Go's own compiler builds for every architecture");
        if (target.arch !== machine.arch)
            return no(`this machine is ${machine.arch}: its compilers do not build for ${target.arch}`);
        if (target.libc !== 'glibc')
            return no('the C compiler of this machine does not link static musl executables');
        if (machine.glibc === null)
            return no('this machine has no glibc');
        if (target.floor !== null && (0,js_version/* compareVersions */.Z)(machine.glibc, target.floor) > 0) {
            return no(`this machine's glibc ${machine.glibc} is newer than the floor ${target.floor}`);
        }
        if (language === 'rust' && (0,js_target/* rustTriple */.X)(target) === null)
            return no(`Rust has no target for ${target.name}`);
        if (!machine.tools['cc'])
            return no('this machine has no C compiler (cc)');
        return yes(`this machine is ${machine.arch} with glibc ${machine.glibc}: its own compiler is enough`);
    },
    kit(requests, machine) {
        const sets = requests.filter(r => r.needsC || r.language !== 'go').map(r => wrappers(r, machine));
        return {
            backend: 'native',
            toolchains: [],
            files: sets.flatMap(set => set.files),
            compilers: Object.fromEntries(sets.map(set => [set.target.name, set.compilers])),
            env: {},
            path: [],
            identity: hash([
                'native',
                machine.arch,
                machine.glibc ?? '',
                machine.tools['cc']?.version ?? '',
                ...sets.map(s => s.hash),
            ]),
        };
    },
};
const no = (reason) => ({ can: false, reason });
const yes = (reason) => ({ can: true, reason });
function wrappers({ target, cpu }, machine) {
    // What comes with a C compiler is not probed for: PATH has it.
    const found = (name) => machine.tools[name]?.path ?? name;
    // GCC's runtime libraries go into the executable: their versions are a floor of their own.
    const model = cpu === null ? [] : [`-march=${cpu.replaceAll('_', '-')}`];
    const compiler = (command) => compilerWrapper({ target, command: [...command, ...model], cpu, zigArch: null });
    const texts = {
        cc: compiler([found('cc'), '-static-libgcc']),
        'c++': compiler([found('c++'), '-static-libgcc', '-static-libstdc++']),
        ar: archiverWrapper([found('ar')]),
        ranlib: plainWrapper([found('ranlib')]),
    };
    const digest = hash(Object.values(texts));
    const path = (tool) => `${machine.toolsDir}/wrappers/${digest.slice(0, 16)}/${target.name}-${tool}`;
    const files = Object.entries(texts).map(([tool, content]) => ({ path: path(tool), content, executable: true }));
    return {
        target,
        files,
        compilers: {
            ...{ cc: path('cc'), cxx: path('c++'), ar: path('ar'), ranlib: path('ranlib') },
            strip: machine.tools['strip']?.path ?? null,
            triple: (0,js_target/* archOf */.Qh)(target).gnu.glibc,
        },
        hash: digest,
    };
}
const hash = (parts) => (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex');

// EXTERNAL MODULE: ./.build/js/toolchains/catalog.js + 1 modules
var catalog = __webpack_require__(6464);
// EXTERNAL MODULE: ./.build/js/toolchains/toolchain.js
var toolchain = __webpack_require__(7430);
;// CONCATENATED MODULE: ./.build/js/backends/zig.js






/** The newest glibc that each zig can link for: asked for a newer one it warns and takes this. Measured. */
const newestGlibc = [
    ['0.12', '2.38'],
    ['0.13', '2.39'],
    ['0.14', '2.41'],
    ['0.15', '2.42'],
    ['0.16', '2.43'],
    ['0.17', '2.44'],
];
/** glibc floors that zig has no files for, although the architecture has the port. Measured with 0.15.2. */
const oldestGlibc = { ppc64le: '2.19' };
/** Machines that zig is packaged for. */
const hosts = ['x86_64', 'aarch64'];
/** Cross compiles with zig's clang and its own C libraries: no emulation, nothing of this machine in the result. */
const zig = {
    name: 'zig',
    offer(request, machine) {
        const { target, language, needsC, zigVersion: version } = request;
        if (language === 'go' && !needsC)
            return zig_no('no C to compile: Go needs no C compiler here');
        if (!hosts.includes(machine.arch))
            return zig_no(`zig ${version} is packaged for ${hosts.join(' and ')} machines`);
        if (language === 'rust' && (0,js_target/* rustTriple */.X)(target) === null)
            return zig_no(`Rust has no target for ${target.name}`);
        if ((0,js_target/* zigTarget */.m4)(target) === null)
            return zig_no(`zig does not build for ${target.arch}`);
        if (target.arch === 'ppc64' && target.libc === 'glibc') {
            return zig_no('zig makes ELFv2 programs for ppc64, and the distributions with glibc are ELFv1: take musl');
        }
        const oldest = oldestGlibc[target.arch];
        if (target.floor !== null && oldest !== undefined && (0,js_version/* compareVersions */.Z)(target.floor, oldest) < 0) {
            return zig_no(`zig ${version} has glibc for ${target.arch} only from ${oldest} on: ask for glibc ${oldest}`);
        }
        const newest = newestFor(version);
        if (target.floor !== null && (0,js_version/* compareVersions */.Z)(target.floor, newest) > 0) {
            return zig_no(`glibc ${target.floor} is newer than ${newest}, the newest that zig ${version} knows`);
        }
        return { can: true, reason: `zig ${version} compiles for ${(0,js_target/* zigTarget */.m4)(target)} without emulation` };
    },
    kit(requests, machine) {
        const version = requests[0]?.zigVersion ?? catalog/* pinnedZig */.Fv;
        const ref = { name: 'zig', version };
        const sets = requests.map(request => zig_wrappers(request, version, machine.toolsDir));
        const rust = requests.some(r => r.language === 'rust');
        const zigbuild = { name: 'cargo-zigbuild', version: catalog/* pinnedZigbuild */.JY };
        const executable = `${(0,toolchain/* toolchainDir */.f)(machine.toolsDir, ref)}/zig`;
        return {
            backend: 'zig',
            toolchains: rust ? [ref, zigbuild] : [ref],
            files: sets.flatMap(set => set.files),
            compilers: Object.fromEntries(sets.map(set => [set.target.name, set.compilers])),
            env: {
                ZIG_GLOBAL_CACHE_DIR: globalCache(machine.toolsDir),
                ...(rust && {
                    CARGO_ZIGBUILD_ZIG_PATH: executable,
                    CARGO_ZIGBUILD_CACHE_DIR: `${machine.toolsDir}/cargo-zigbuild-cache`,
                }),
            },
            path: rust ? [(0,toolchain/* toolchainDir */.f)(machine.toolsDir, zigbuild)] : [],
            identity: zig_hash([version, rust ? catalog/* pinnedZigbuild */.JY : '', ...sets.map(set => set.hash)]),
        };
    },
};
const zig_no = (reason) => ({ can: false, reason });
/** zig's C libraries and runtime, compiled once per target; safe to share, unlike its local cache. */
const globalCache = (toolsDir) => `${toolsDir}/zig-cache`;
function newestFor(version) {
    const known = newestGlibc.filter(([zigVersion]) => (0,js_version/* compareVersions */.Z)(version, zigVersion) >= 0);
    return known.at(-1)?.[1] ?? '2.17';
}
/** The compilers of one target, in a directory named after their content: another flag is another path. */
function zig_wrappers({ target, cpu }, version, toolsDir) {
    const executable = `${(0,toolchain/* toolchainDir */.f)(toolsDir, { name: 'zig', version })}/zig`;
    const triple = (0,js_target/* zigTarget */.m4)(target) ?? target.name;
    const model = cpu ?? (0,js_target/* archOf */.Qh)(target).zig?.cpu;
    // zig compiles with undefined-behaviour traps unless told otherwise: programs that run elsewhere would stop.
    const flags = [
        '-target',
        triple,
        '-fno-sanitize=undefined',
        ...(model ? [`-mcpu=${model.replaceAll('-', '_')}`] : []),
    ];
    const compiler = (driver) => compilerWrapper({
        target,
        command: [executable, driver, ...flags],
        cpu,
        zigArch: zigArchOf(target),
        globalCache: globalCache(toolsDir),
    });
    const texts = {
        cc: compiler('cc'),
        'c++': compiler('c++'),
        ar: archiverWrapper([executable, 'ar']),
        ranlib: plainWrapper([executable, 'ranlib']),
    };
    const digest = zig_hash([version, ...Object.values(texts)]);
    const path = (tool) => `${toolsDir}/wrappers/${digest.slice(0, 16)}/${target.name}-${tool}`;
    return {
        target,
        files: Object.entries(texts).map(([tool, content]) => ({ path: path(tool), content, executable: true })),
        compilers: { cc: path('cc'), cxx: path('c++'), ar: path('ar'), ranlib: path('ranlib'), strip: null, triple },
        hash: digest,
    };
}
const zig_hash = (parts) => (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex');

// EXTERNAL MODULE: ./.build/js/build/environment.js
var environment = __webpack_require__(5002);
// EXTERNAL MODULE: ./.build/js/errors.js
var errors = __webpack_require__(1541);
;// CONCATENATED MODULE: ./.build/js/detect.js


/** Files that say "a project is here" at a glance; for the hint when the directory itself holds none. */
const manifests = ['Cargo.toml', 'go.mod', 'CMakeLists.txt', 'meson.build', 'configure', 'configure.ac', 'Makefile'];
/** Manifests whose language owns the directory; a C build system beside one of them only helps it (a Makefile). */
const owners = { rust: 'Cargo.toml', go: 'go.mod' };
/**
 * Says what a directory is: its language, build system and executables, with the evidence.
 * A Makefile beside go.mod or Cargo.toml is the project's own convenience and C below a crate is the crate's; both
 * languages' manifests side by side, or a whole CMake or Meson build beside one, are a question that only an input settles.
 * @throws BuildError `no-project`, `ambiguous-project`
 */
function detect(tree, inputs, languages) {
    const asked = inputs.language ?? (inputs['build-command'] === null && inputs['build-system'] === null ? null : 'c');
    const chosen = languages.filter(l => asked === null || l.name === asked);
    const found = chosen.map(l => l.detect(tree, inputs)).filter(p => p !== null);
    const owning = found.filter(p => owners[p.language] !== undefined);
    const plain = found.filter(p => owners[p.language] === undefined);
    const rivals = [...owning, ...plain.filter(p => p.buildSystem === 'cmake' || p.buildSystem === 'meson')];
    if (rivals.length > 1)
        throw ambiguous(tree, rivals);
    const [project] = [...owning, ...plain];
    if (!project)
        throw nothing(tree, asked);
    const helpers = found.filter(p => p !== project).map(p => declined(p, project));
    return { ...project, declined: [...project.declined, ...helpers, ...(tree.notices ?? [])] };
}
function declined(other, project) {
    const file = other.evidence[0]?.file ?? other.buildSystem;
    return `${file} (${other.buildSystem}): ${owners[project.language]} beside it says that this is a ${project.language} project; \`language: ${other.language}\` builds it instead`;
}
function ambiguous(tree, rivals) {
    const languages = rivals.map(p => p.language);
    return new errors/* BuildError */.zS('ambiguous-project', `${tree.root} is a ${languages.join(' and a ')} project at once`, {
        hint: `Say which one to build with \`language: ${languages.join('` or `language: ')}\`.`,
        lines: rivals.map(p => `${p.language}: ${p.evidence[0]?.file ?? '?'} (${p.evidence[0]?.fact ?? p.buildSystem})`),
    });
}
function nothing(tree, asked) {
    const below = tree.files.filter(f => manifests.includes((0,external_node_path_.basename)(f)) && (0,external_node_path_.dirname)(f) !== '.').map(external_node_path_.dirname);
    const [nearby] = [...new Set(below)].sort((a, b) => depth(a) - depth(b));
    const what = tree.files.length === 0 ? 'is empty' : `holds no ${asked ?? ''} project`.replace('  ', ' ');
    const looked = `Looked for ${asked === null || asked === 'c' ? manifests.join(', ') : owners[asked]}.`;
    return new errors/* BuildError */.zS('no-project', `${tree.root} ${what}`, {
        hint: nearby === undefined
            ? `${looked} Another build? Set \`build-command\`.`
            : `${looked} There is one in ${JSON.stringify(nearby)}: \`working-directory: ${nearby}\`.`,
    });
}
function depth(path) {
    return path.split('/').length;
}

// EXTERNAL MODULE: ./.build/js/doctor/probe.js
var probe = __webpack_require__(844);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./.build/js/inputs/names.js
var inputs_names = __webpack_require__(6672);
// EXTERNAL MODULE: ./.build/js/inputs/table.js + 6 modules
var table = __webpack_require__(5316);
;// CONCATENATED MODULE: ./.build/js/inputs/file.js



/**
 * Reads portable-build.yml (design section 5). Numbers keep their text: `2.30` is not `2.3`.
 * @param name what messages call the file
 * @throws BuildError `bad-config` that lists every problem with its line
 */
async function readConfig(name, text) {
    const yaml = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const lines = new yaml.LineCounter();
    const document = yaml.parseDocument(text, { lineCounter: lines, uniqueKeys: true, schema: 'core' });
    const at = (offset) => `${name}:${lines.linePos(offset ?? 0).line}`;
    const problems = document.errors.map(e => `${at(e.pos[0])}: ${e.message.split('\n')[0]?.replace(/ at line .*$/, '')}`);
    const reader = new ConfigReader(yaml, at, problems);
    const result = problems.length > 0 ? { common: [], projects: [] } : reader.root(document.contents);
    if (problems.length === 0)
        return result;
    const more = problems.length > 1 ? ` and ${problems.length - 1} more` : '';
    throw new errors/* BuildError */.zS('bad-config', `${problems[0]}${more}`, problems.length > 1 ? { lines: problems } : {});
}
class ConfigReader {
    #yaml;
    #at;
    #problems;
    constructor(yaml, at, problems) {
        this.#yaml = yaml;
        this.#at = at;
        this.#problems = problems;
    }
    root(node) {
        if (node === null)
            return { common: [], projects: [] };
        if (!this.#yaml.isMap(node))
            return this.#complain(node, 'the file must be a mapping of inputs');
        const isProjects = (pair) => keyOf(pair) === 'projects';
        const list = node.items.find(isProjects);
        const common = this.#values(node, ['projects'], pair => !isProjects(pair));
        if (list === undefined)
            return { common, projects: [] };
        if (!this.#yaml.isSeq(list.value) || list.value.items.length === 0) {
            return this.#complain(list.key, '`projects` must be a list with at least one project');
        }
        return { common, projects: list.value.items.map(item => this.#project(item)) };
    }
    #project(node) {
        if (this.#yaml.isMap(node))
            return this.#values(node, [], () => true);
        if (this.#yaml.isScalar(node) && typeof node.value === 'string') {
            return [{ name: 'working-directory', text: node.value, where: this.#at(node.range?.[0]) }];
        }
        this.#complain(node, 'a project is a directory or a mapping of inputs');
        return [];
    }
    #values(map, more, wanted) {
        return map.items.filter(wanted).flatMap((pair) => {
            const name = keyOf(pair);
            const where = this.#at(pair.key?.range?.[0]);
            const input = (0,inputs_names/* findInput */.cu)(name);
            if (input === null) {
                const guess = (0,inputs_names/* suggestInput */.$A)(name, more);
                this.#problems.push(`${where}: unknown key ${JSON.stringify(name)}${guess ? `; did you mean ${guess}?` : ''}`);
                return [];
            }
            const text = this.#text(pair.value, table/* inputTable */.F[input]);
            if (text !== null)
                return [{ name, text, where }];
            this.#problems.push(`${where}: ${name} must be ${shapes[table/* inputTable */.F[input].kind]}`);
            return [];
        });
    }
    #text(node, row) {
        const { isScalar, isSeq, isMap } = this.#yaml;
        if (node === null || (isScalar(node) && node.value === null))
            return '';
        if (isScalar(node))
            return scalarText(node);
        if (isSeq(node))
            return this.#list(node, row);
        if (!isMap(node) || row.kind !== 'map')
            return null;
        const entries = node.items.map(pair => {
            const value = isScalar(pair.value) ? scalarText(pair.value) : null;
            return value === null ? null : `${keyOf(pair)}=${value}`;
        });
        return entries.some(e => e === null || e.includes('\n')) ? null : entries.join('\n');
    }
    #list(node, row) {
        const texts = node.items.map(item => (this.#yaml.isScalar(item) ? scalarText(item) : null));
        if (texts.some(t => t === null))
            return null;
        if (row.kind === 'words')
            return texts.map(t => `'${t?.replaceAll("'", `'\\''`)}'`).join(' ');
        return row.kind === 'list' || row.kind === 'map' || row.kind === 'script' ? texts.join('\n') : null;
    }
    #complain(node, message) {
        this.#problems.push(`${this.#at(node?.range?.[0])}: ${message}`);
        return { common: [], projects: [] };
    }
}
const shapes = {
    text: 'one text',
    list: 'a text or a list of texts',
    words: 'a text or a list of texts',
    script: 'a text or a list of lines',
    switch: 'true or false',
    choice: 'one text',
    map: '`name: value` pairs or `name=value` lines',
};
function keyOf(pair) {
    const key = pair.key;
    return String(key?.value ?? '');
}
/** What was written, not what YAML made of it. */
function scalarText(node) {
    return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

// EXTERNAL MODULE: ./.build/js/inputs/mistakes.js
var mistakes = __webpack_require__(6419);
// EXTERNAL MODULE: ./.build/js/inputs/values.js
var values = __webpack_require__(8212);
;// CONCATENATED MODULE: ./.build/js/inputs/load.js








/** Names of the configuration file; the first is the one that we write about. */
const configNames = ['portable-build.yml', 'portable-build.yaml'];
/** Variables of ours that are no inputs. */
const otherVariables = ['PORTABLE_BUILD_CACHE_DIR', 'PORTABLE_BUILD_TOOLS_DIR'];
/**
 * Reads all inputs: flag > `PORTABLE_BUILD_<NAME>` > file > default. A repository with `projects:` gives several.
 * @throws BuildError `bad-input` that lists every problem at once; `bad-config`, `unknown-flag`
 */
async function loadInputs(request) {
    const flags = sayFlags(request.flags, request.spell ?? inputs_names/* asFlag */.v0);
    const variables = sayVariables(request.env);
    const elsewhere = [flags, variables]
        .flat()
        .find(said => (0,inputs_names/* findInput */.cu)(said.name) === 'working-directory' && said.text.trim() !== '');
    const file = await findConfig(request, elsewhere?.text.trim());
    const common = file.common.map(said => ({ ...said, origin: 'file' }));
    const sets = file.projects.length > 0 ? file.projects : [[]];
    const problems = [];
    if (elsewhere && sets.length > 1) {
        problems.push(`${elsewhere.where}: the file has ${sets.length} projects, each with a directory of its own`);
    }
    const projects = sets.map(own => {
        const layers = [flags, variables, own.map(said => ({ ...said, origin: 'file' })), common];
        const loaded = settle(layers, problems);
        return { dir: (0,external_node_path_.resolve)(request.dir, loaded.inputs['working-directory']), loaded };
    });
    if (problems.length > 0)
        throw (0,mistakes/* badInputs */.P)([...new Set(problems)]);
    return { projects };
}
function sayFlags(flags, spell) {
    return Object.entries(flags).map(([name, text]) => {
        if ((0,inputs_names/* findInput */.cu)(name) !== null)
            return { name, text, origin: 'flag', where: spell(name) };
        const guess = (0,inputs_names/* suggestInput */.$A)(name);
        throw new errors/* BuildError */.zS('unknown-flag', `unknown input ${JSON.stringify(name)}`, {
            ...(guess ? { hint: `Did you mean ${guess}?` } : {}),
        });
    });
}
function sayVariables(env) {
    const names = inputs_names/* inputNames */.vj.flatMap(name => [name, ...table/* inputTable */.F[name].aliases]);
    const said = names.flatMap((name) => {
        const variable = (0,inputs_names/* variableOf */.Qn)(name);
        const text = env[variable];
        return text === undefined || text === '' ? [] : [{ name, text, origin: 'environment', where: variable }];
    });
    const known = [...names.map(inputs_names/* variableOf */.Qn), ...otherVariables];
    const unknown = Object.keys(env).find(v => /^PORTABLE_BUILD_[A-Z0-9_]+$/.test(v) && !known.includes(v));
    if (unknown === undefined)
        return said;
    const guess = (0,inputs_names/* suggestInput */.$A)(unknown.slice('PORTABLE_BUILD_'.length).toLowerCase());
    throw new errors/* BuildError */.zS('unknown-flag', `the variable ${unknown} names no input`, {
        hint: guess ? `Did you mean ${(0,inputs_names/* variableOf */.Qn)(guess)}?` : 'See docs/inputs.md, or unset it.',
    });
}
/** The file that was named; else the one beside the project, also when a flag says that the project is further down. */
async function findConfig(request, below) {
    const dirs = below === undefined ? [request.dir] : [(0,external_node_path_.resolve)(request.dir, below), request.dir];
    const beside = dirs.flatMap(dir => configNames.map(name => (0,external_node_path_.join)(dir, name)));
    const paths = request.config === undefined ? beside : [(0,external_node_path_.resolve)(request.config)];
    for (const path of paths) {
        try {
            return await readConfig((0,external_node_path_.basename)(path), await (0,promises_.readFile)(path, 'utf8'));
        }
        catch (cause) {
            if (cause instanceof errors/* BuildError */.zS)
                throw cause;
            const code = cause.code ?? 'unknown error';
            if (request.config === undefined && (code === 'ENOENT' || code === 'ENOTDIR'))
                continue;
            throw new errors/* BuildError */.zS('bad-config', `${path} cannot be read (${code})`, { cause });
        }
    }
    return { common: [], projects: [] };
}
function settle(layers, problems) {
    const inputs = {};
    const settings = [];
    const notices = [];
    for (const name of inputs_names/* inputNames */.vj) {
        const said = pick(name, layers, problems);
        const read = (0,values/* readValue */.w)(name, said?.text ?? '');
        if ('problem' in read)
            problems.push(`${said?.where ?? name}: ${name} ${read.problem}`);
        else
            inputs[name] = read.value;
        const fallback = table/* inputTable */.F[name].default;
        if (said)
            settings.push({ name, value: said.text, origin: said.origin, where: said.where });
        else if (fallback)
            settings.push({ name, value: fallback, origin: 'default', where: '' });
        if (said && said.name !== name)
            notices.push(`${said.where}: ${said.name} is called ${name} here`);
    }
    return { inputs: inputs, settings, notices };
}
/** The value that wins; a name and its alias that disagree in one place are a problem, not a matter of order. */
function pick(name, layers, problems) {
    for (const layer of layers) {
        const mine = layer.filter(said => (0,inputs_names/* findInput */.cu)(said.name) === name && said.text.trim() !== '');
        const [first, second] = mine;
        if (first && second && first.text !== second.text) {
            problems.push(`${first.where} and ${second.where} are the same input (${name}) with different values`);
        }
        if (first)
            return first;
    }
    return null;
}

;// CONCATENATED MODULE: ./.build/js/languages/c/layout.js


/**
 * The layout of one target. The directories are named after what they were made with: another compiler, flag or
 * argument never meets the cache of a build system or objects of an earlier run.
 * @throws BuildError `no-backend` when the kit has no compiler for the target
 */
function layoutOf(context, target) {
    const { project, inputs, kit, workDir } = context;
    const compilers = kit.compilers[target.name];
    if (!compilers) {
        throw new errors/* BuildError */.zS('no-backend', `the ${kit.backend} backend brought no C compiler for ${target.name}`);
    }
    const made = [kit.identity, compilers.cc, project.buildSystem, ...inputs.args, inputs['build-command'] ?? ''];
    const key = (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([made, inputs.env, inputs.strip]))
        .digest('hex')
        .slice(0, 8);
    const root = `${workDir}/${target.name}`;
    const buildFile = project.c?.buildFile ?? '';
    const below = buildFile.includes('/') ? `/${buildFile.slice(0, buildFile.lastIndexOf('/'))}` : '';
    const places = {
        source: `${project.dir}${below}`,
        copy: `${root}/source-${key}`,
        copiedSource: `${root}/source-${key}${below}`,
        build: `${root}/build-${key}`,
        stage: `${root}/stage`,
        empty: `${root}/no-libraries`,
    };
    return { context, target, compilers, ...places, env: layout_environment(context, places) };
}
function layout_environment(context, places) {
    const { inputs, source, kit, project } = context;
    const inCopy = project.buildSystem !== 'cmake' && project.buildSystem !== 'meson';
    const env = {
        SOURCE_DATE_EPOCH: String(source.epoch),
        LC_ALL: 'C',
        TZ: 'UTC',
        // Nothing of this machine is found by pkg-config: its libraries are not the target's.
        PKG_CONFIG_LIBDIR: places.empty,
        PB_SOURCE_DIR: inCopy ? places.copy : project.dir,
        PB_BUILD_DIR: places.build,
        // zig up to 0.16 confuses the embedded files of directories that share a local cache.
        ...(kit.backend === 'zig' && { ZIG_LOCAL_CACHE_DIR: `${places.build}.zig-cache` }),
        ...(inputs.strip && { PB_STRIP: '1' }),
    };
    return withoutUsers(env, inputs.env);
}
/** What the user sets with `env` is the user's. */
function withoutUsers(env, users) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !Object.hasOwn(users, name)));
}
/** What a link needs to be what the target says. */
function linkFlags(target) {
    return target.libc === 'musl' ? ['-static'] : [];
}
/** Removes what an earlier run installed: an executable that is no longer built must not be found. */
function cleanStage({ stage, target, context, env }) {
    return {
        title: `clean stage for ${target.name}`,
        argv: ['rm', '-rf', '--', stage],
        cwd: context.project.dir,
        env,
    };
}
/** `bin`, or null for all. */
function wantedBins({ inputs }) {
    return inputs.bin.length > 0 ? inputs.bin : null;
}

;// CONCATENATED MODULE: ./.build/js/languages/c/autotools.js



/**
 * Checks that `configure` answers by running a program, which it cannot for another architecture: it then assumes a
 * broken C library and replaces parts of it. Source: Autoconf's manual, "Particular Functions"; true for musl and glibc.
 */
const runChecks = {
    ac_cv_func_malloc_0_nonnull: 'yes',
    ac_cv_func_calloc_0_nonnull: 'yes',
    ac_cv_func_realloc_0_nonnull: 'yes',
    ac_cv_func_memcmp_working: 'yes',
    ac_cv_func_strnlen_working: 'yes',
    ac_cv_func_strtod: 'yes',
    ac_cv_func_chown_works: 'yes',
    ac_cv_func_fork_works: 'yes',
    ac_cv_func_vfork_works: 'yes',
    ac_cv_func_mmap_fixed_mapped: 'yes',
    ac_cv_func_lstat_dereferences_slashed_symlink: 'yes',
    ac_cv_func_stat_empty_string_bug: 'no',
    ac_cv_func_lstat_empty_string_bug: 'no',
    ac_cv_func_utime_null: 'yes',
};
/** The first glibc of functions that programs look for. Source: glibc's NEWS. */
const firstGlibc = {
    '2.25': ['explicit_bzero', 'getentropy', 'getrandom'],
    '2.26': ['preadv2', 'pwritev2', 'reallocarray'],
    '2.27': ['copy_file_range', 'memfd_create', 'mlock2'],
    '2.28': ['renameat2', 'statx', 'thrd_create'],
    '2.30': ['getdents64', 'gettid', 'tgkill'],
    '2.32': ['pthread_attr_setsigmask_np', 'sigabbrev_np', 'sigdescr_np', 'strerrorname_np'],
    '2.33': ['mallinfo2'],
    '2.34': ['_Fork', 'close_range', 'closefrom', 'execveat', 'timespec_getres'],
    '2.35': ['epoll_pwait2', 'posix_spawn_file_actions_addtcsetpgrp_np'],
    '2.36': ['arc4random', 'arc4random_buf', 'arc4random_uniform', 'pidfd_open', 'process_madvise'],
    '2.38': ['strlcat', 'strlcpy', 'wcslcat', 'wcslcpy'],
    '2.39': ['pidfd_spawn', 'stdc_leading_zeros'],
};
/** What `configure` is told instead of finding it out; one variable per check. */
function cacheVariables(target) {
    const { floor } = target;
    const missing = floor === null ? [] : Object.entries(firstGlibc).filter(([version]) => (0,js_version/* compareVersions */.Z)(version, floor) > 0);
    return {
        ...runChecks,
        ...Object.fromEntries(missing.flatMap(([, names]) => names.map(n => [`ac_cv_func_${n}`, 'no']))),
    };
}
/** `configure`, `make`, `make install` in a copy of the sources; what is installed is taken, else what was built. */
function autotoolsRecipe(layout) {
    const { context, target, compilers, copy, copiedSource: cwd, stage, empty } = layout;
    const { project, inputs, cpus } = context;
    const hasConfigure = project.c?.hasConfigure === true;
    const env = { ...layout.env, ...cacheVariables(target) };
    const common = { cwd, env };
    const host = (0,js_target/* archOf */.Qh)(target).gnu[target.libc === 'glibc' ? 'glibc' : 'musl'];
    const stale = { ...common, title: `make distclean for ${target.name}`, argv: ['make', 'distclean'], optional: true };
    return {
        inCopy: true,
        files: [],
        steps: [
            ...(project.c?.hasObjects ? [stale] : []),
            ...(hasConfigure ? [] : [{ ...common, title: `autoreconf for ${target.name}`, argv: ['autoreconf', '-fi'] }]),
            {
                ...common,
                title: `configure for ${target.name}`,
                argv: [
                    // A checkout has no order of times: what is generated must not be generated again.
                    ...['./configure', `--host=${host}`, '--config-cache', '--disable-shared', '--enable-static'],
                    ...(hasConfigure ? ['ACLOCAL=:', 'AUTOCONF=:', 'AUTOHEADER=:', 'AUTOMAKE=:'] : []),
                    `CC=${compilers.cc}`,
                    `CXX=${compilers.cxx}`,
                    `AR=${compilers.ar}`,
                    `RANLIB=${compilers.ranlib}`,
                    `STRIP=${compilers.strip ?? 'true'}`,
                    ...linkFlags(target).map(flag => `LDFLAGS=${flag}`),
                    ...inputs.args,
                ],
                mkdir: [empty],
            },
            { ...common, title: `make for ${target.name}`, argv: ['make', `-j${cpus}`, 'MAKEINFO=true'] },
            cleanStage(layout),
            {
                ...common,
                title: `make install for ${target.name}`,
                argv: ['make', 'install', 'MAKEINFO=true', `DESTDIR=${stage}`],
                // A project may have no rule for it: what it built is taken then.
                optional: true,
            },
        ],
        collect: { from: 'tree', target: target.name, dirs: [stage, copy], alternatives: true, bins: wantedBins(context) },
    };
}

;// CONCATENATED MODULE: ./.build/js/languages/c/cmake.js


/** CMake in a build directory of its own; executables come from its file API. */
function cmakeRecipe(layout) {
    const { context, target, source, build, empty, env } = layout;
    const toolchain = `${build}.toolchain.cmake`;
    const ninja = (context.answers['ninja']?.stdout ?? '').trim() !== '';
    return {
        inCopy: false,
        files: [
            { path: toolchain, content: toolchainFile(layout), executable: false },
            // cmake-file-api(7): the mere presence of this file asks for the answer.
            { path: `${build}/.cmake/api/v1/query/codemodel-v2`, content: '', executable: false },
        ],
        steps: [
            {
                title: `cmake for ${target.name}`,
                argv: [
                    ...['cmake', '-S', source, '-B', build, '-G', ninja ? 'Ninja' : 'Unix Makefiles'],
                    `-DCMAKE_TOOLCHAIN_FILE=${toolchain}`,
                    '-DCMAKE_BUILD_TYPE=Release',
                    ...['-DBUILD_SHARED_LIBS=OFF', '-DBUILD_TESTING=OFF', '-DCMAKE_FIND_USE_PACKAGE_REGISTRY=OFF'],
                    ...context.inputs.args,
                ],
                cwd: source,
                env,
                mkdir: [build, empty],
            },
            {
                title: `cmake --build for ${target.name}`,
                argv: ['cmake', '--build', build, '--parallel', String(context.cpus)],
                cwd: source,
                env,
            },
        ],
        collect: { from: 'cmake', target: target.name, buildDir: build, bins: wantedBins(context) },
    };
}
/**
 * cmake-toolchains(7). Programs are this machine's; headers, libraries and packages are looked for only below the
 * project and the build, so that nothing of this machine gets in by accident.
 */
function toolchainFile({ target, compilers, context, build, empty }) {
    const { project, inputs } = context;
    const set = (name, value) => `set(${name} ${bracket(value)})`;
    return [
        set('CMAKE_SYSTEM_NAME', 'Linux'),
        set('CMAKE_SYSTEM_PROCESSOR', (0,js_target/* archOf */.Qh)(target).cpu.cmake),
        set('CMAKE_C_COMPILER', compilers.cc),
        set('CMAKE_CXX_COMPILER', compilers.cxx),
        set('CMAKE_ASM_COMPILER', compilers.cc),
        ...['CMAKE_AR', 'CMAKE_C_COMPILER_AR', 'CMAKE_CXX_COMPILER_AR'].map(name => set(name, compilers.ar)),
        ...['CMAKE_RANLIB', 'CMAKE_C_COMPILER_RANLIB', 'CMAKE_CXX_COMPILER_RANLIB'].map(n => set(n, compilers.ranlib)),
        set('CMAKE_EXE_LINKER_FLAGS_INIT', linkFlags(target).join(' ')),
        // The path of a build directory is no place to load libraries from.
        'set(CMAKE_BUILD_WITH_INSTALL_RPATH ON)',
        ...(inputs.strip ? ['set(CMAKE_STRIP true)'] : []),
        ...[empty, project.dir, build].map(dir => `list(APPEND CMAKE_FIND_ROOT_PATH ${bracket(dir)})`),
        'set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)',
        ...['LIBRARY', 'INCLUDE', 'PACKAGE'].map(kind => `set(CMAKE_FIND_ROOT_PATH_MODE_${kind} ONLY)`),
        '',
    ].join('\n');
}
/** A bracket argument: nothing in it is special, whatever a path holds. */
const bracket = (text) => `[==[${text}]==]`;

;// CONCATENATED MODULE: ./.build/js/languages/c/facts.js
/** `project(name … VERSION 1.2)`, `project('name', …, version: '1.2')`, `AC_INIT([name], [1.2])`. */
const declarations = {
    cmake: {
        name: /^[ \t]*project\s*\(\s*"?([A-Za-z0-9_.+-]+)/im,
        version: /^[ \t]*project\s*\([^)]*?\bVERSION\s+"?([0-9][0-9.]*)/im,
    },
    meson: { name: /^\s*project\s*\(\s*'([^']+)'/m, version: /\bversion\s*:\s*'([0-9][^']*)'/ },
    autotools: {
        name: /^\s*AC_INIT\(\s*\[?([A-Za-z0-9_.+ -]+?)\]?\s*[,)]/m,
        version: /^\s*AC_INIT\([^,]*,\s*\[?([0-9][0-9A-Za-z.]*)/m,
    },
};
/** Reads name and version from the build file; what is computed there is not known. */
function readFacts(tree, system, file) {
    const rules = declarations[system];
    const text = file === '' ? null : tree.read(file);
    if (!rules || text === null)
        return { name: null, version: null, evidence: [] };
    const name = rules.name.exec(text);
    const version = rules.version.exec(text)?.[1] ?? null;
    if (!name?.[1])
        return { name: null, version, evidence: [] };
    const at = name.index + name[0].indexOf(name[0].trimStart());
    const fact = `project ${name[1]}${version === null ? '' : ` ${version}`}`;
    return { name: name[1].trim(), version, evidence: [{ fact, file, line: lineOf(text, at) }] };
}
/** Where executables are declared; the first group holds the names. */
const calls = {
    cmake: /^[ \t]*add_executable\s*\(\s*"?([^\s")]+)"?\s*(?!.*\b(?:ALIAS|IMPORTED)\b)/gim,
    meson: /\bexecutable\s*\(\s*'([^']+)'/g,
    autotools: /^\s*(?:s?bin_PROGRAMS)\s*\+?=((?:[^\n\\]|\\\n)*)/gm,
};
/** Executables that one build file declares: `fact` is the name. Names that are computed are left out. */
function readCalls(system, file, text, projectName) {
    const rule = calls[system];
    if (!rule)
        return [];
    return [...text.matchAll(rule)].flatMap(match => {
        const line = lineOf(text, match.index + match[0].length - match[0].trimStart().length);
        const names = (match[1] ?? '').replaceAll('\\\n', ' ').split(/\s+/);
        return names
            .map(n => n.replace(/\$\{(?:CMAKE_)?PROJECT_NAME\}/, projectName ?? '$'))
            .filter(n => n !== '' && !/[$@#]/.test(n))
            .map(fact => ({ fact, file, line }));
    });
}
function lineOf(text, offset) {
    return text.slice(0, offset).split('\n').length;
}

;// CONCATENATED MODULE: ./.build/js/languages/c/detect.js


/** Files that a build system is known by, in the order of preference: the one that says most about targets first. */
const signs = [
    { system: 'cmake', files: ['CMakeLists.txt'] },
    { system: 'meson', files: ['meson.build'] },
    { system: 'autotools', files: ['configure.ac', 'configure.in', 'configure'] },
    { system: 'make', files: ['GNUmakefile', 'Makefile', 'makefile'] },
];
/**
 * Reads a C or C++ tree. Build systems in the top directory count; one below it (`build/cmake`) only when `build-system`
 * asks for it. Null where there is none.
 * @throws BuildError `no-project` when the build system that was asked for is not there, `bad-input` without its command
 */
function detectC(tree, inputs) {
    const found = signs.flatMap(({ system, files }) => signOf(tree, system, files));
    const asked = inputs['build-system'] ?? (inputs['build-command'] === null ? null : 'command');
    if (asked === 'command')
        return project(tree, commandSign(inputs), found);
    const chosen = asked === null ? found[0] : (found.find(s => s.system === asked) ?? nested(tree, asked));
    return chosen
        ? project(tree, chosen, found.filter(s => s !== chosen))
        : null;
}
function signOf(tree, system, files) {
    const file = files.find(f => tree.files.includes(f));
    if (file === undefined)
        return [];
    return file === 'configure' && isHandWritten(tree) ? [] : [{ system, file }];
}
/** A `configure` that Autoconf did not write knows no `--host`; one too big to read is Autoconf's. */
function isHandWritten(tree) {
    const text = tree.read('configure');
    return text !== null && !/Autoconf|autoconf/.test(text);
}
function commandSign(inputs) {
    if (inputs['build-command'] === null) {
        throw new errors/* BuildError */.zS('bad-input', 'build-system: command needs a build-command', {
            hint: 'Give the shell lines that build one target and put its executables into "$PB_OUT".',
        });
    }
    return { system: 'command', file: '' };
}
/** The build file nearest to the top, for a build system that was asked for. */
function nested(tree, system) {
    const names = signs.find(s => s.system === system)?.files ?? [];
    const all = tree.files.filter(f => names.includes(f.slice(f.lastIndexOf('/') + 1)));
    const [file] = all.sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
    if (file !== undefined)
        return { system, file };
    throw new errors/* BuildError */.zS('no-project', `build-system: ${system}, but there is no ${names.join(' or ')} in ${tree.root}`);
}
function project(tree, sign, others) {
    const { system, file } = sign;
    const facts = readFacts(tree, system, file);
    const executables = executablesOf(tree, system, facts.name);
    const c = {
        buildFile: file,
        // A configure that is there is used: it needs no Autotools on this machine.
        hasConfigure: tree.files.includes(sibling(file, 'configure')),
        hasObjects: tree.files.some(f => f.endsWith('.o') || f.endsWith('.lo')),
    };
    return {
        name: facts.name ?? tree.root.slice(tree.root.lastIndexOf('/') + 1),
        dir: tree.root,
        language: 'c',
        buildSystem: system,
        executables: unique(executables.map(e => ({ name: e.fact, source: null }))),
        toolchain: null,
        version: facts.version,
        evidence: [
            ...(file === '' ? [] : [{ fact: titles[system], file, line: null }]),
            ...facts.evidence,
            ...executables.map(e => ({ ...e, fact: `executable ${e.fact}` })),
        ],
        declined: detect_declined(tree, sign, others),
        c,
    };
}
const titles = {
    cmake: 'CMake',
    meson: 'Meson',
    autotools: 'Autotools',
    make: 'make',
    command: 'build-command',
};
function detect_declined(tree, chosen, others) {
    const told = others.map(o => {
        if (chosen.system === 'autotools' && o.system === 'make')
            return `${o.file}: written by configure`;
        if (chosen.system === 'command')
            return `${o.file}: build-command says how to build`;
        return `${o.file}: ${titles[chosen.system]} says more; build-system: ${o.system} takes it`;
    });
    const isOther = tree.files.includes('configure') && isHandWritten(tree) && chosen.system !== 'command';
    return isOther ? [...told, 'configure: not made by Autoconf; a build-command can call it'] : told;
}
/** Programs that are no product: the project's own tests and samples. */
const samples = /(^|\/)(tests?|testing|examples?|samples?|bench(marks?)?|fuzz(ing)?|third[_-]?party|deps|vendor|subprojects|contrib)\//i;
/** Names of the executables with the line that says so. */
function executablesOf(tree, system, projectName) {
    const file = { cmake: 'CMakeLists.txt', meson: 'meson.build', autotools: 'Makefile.am' }[system];
    if (file === undefined)
        return [];
    return tree.files
        .filter(f => (f === file || f.endsWith(`/${file}`)) && !samples.test(f))
        .flatMap(f => readCalls(system, f, tree.read(f) ?? '', projectName));
}
function sibling(file, name) {
    return `${file.slice(0, file.lastIndexOf('/') + 1)}${name}`;
}
function unique(executables) {
    return [...new Map(executables.map(e => [e.name, e])).values()];
}

;// CONCATENATED MODULE: ./.build/js/languages/scripts.js

/**
 * The step that runs a `before-script` or `after-script` for one target, with the target's variables.
 * A `before-script` that fails ends the target; an `after-script` that fails is only told.
 */
function scriptStep(request) {
    const { kind, text, target, kit, cwd, id } = request;
    const step = {
        id,
        title: `${kind} for ${target.name}`,
        targets: [target.name],
        argv: ['sh', '-eu', '-c', text],
        cwd,
        env: { ...targetEnv(target, kit), ...request.env },
    };
    return kind === 'after-script' ? { ...step, optional: true } : step;
}
/**
 * What a script or build command can ask about its target: `PB_TARGET` (canonical name), `PB_ARCH`, `PB_LIBC`,
 * `PB_FLOOR`, Go's name of the architecture as `TARGET` and `PB_GOARCH`, the compilers as `CC CXX AR RANLIB STRIP`.
 *
 * `GOARCH` itself is left alone on purpose: with it, `go generate` would build the generators for the target and then
 * fail to start them on this machine.
 */
function targetEnv(target, kit) {
    const goarch = (0,js_target/* archOf */.Qh)(target).go?.goarch;
    const compilers = kit.compilers[target.name];
    return {
        ...kit.env,
        TARGET: goarch ?? target.arch,
        PB_TARGET: target.name,
        PB_ARCH: target.arch,
        PB_LIBC: target.libc,
        PB_FLOOR: target.floor ?? '',
        ...(goarch && { PB_GOARCH: goarch }),
        ...(compilers && {
            CC: compilers.cc,
            CXX: compilers.cxx,
            AR: compilers.ar,
            RANLIB: compilers.ranlib,
            // `true` where stripping happens at link time: a script that strips must not damage foreign files.
            STRIP: compilers.strip ?? 'true',
        }),
    };
}

;// CONCATENATED MODULE: ./.build/js/languages/c/make.js


/**
 * Plain make in a copy of the sources. Compilers are variables of the command line, which win over the Makefile's;
 * flags are variables of the environment, so that the Makefile's own `CFLAGS` and `LDFLAGS` stay.
 */
function makeRecipe(layout) {
    const { context, target, compilers, copy, copiedSource: cwd, empty } = layout;
    const { inputs, project, cpus } = context;
    const variables = [
        `CC=${compilers.cc}`,
        `CXX=${compilers.cxx}`,
        `AR=${compilers.ar}`,
        `RANLIB=${compilers.ranlib}`,
        `LD=${compilers.cc}`,
        `STRIP=${compilers.strip ?? 'true'}`,
    ];
    const env = withoutUsers({ LDFLAGS: linkFlags(target).join(' '), ...layout.env }, inputs.env);
    const stale = { cwd, env, title: `make clean for ${target.name}`, argv: ['make', 'clean'], optional: true };
    return {
        inCopy: true,
        files: [],
        steps: [
            // Objects of an earlier build in the user's tree are this machine's.
            ...(project.c?.hasObjects ? [stale] : []),
            {
                title: `make for ${target.name}`,
                argv: ['make', `-j${cpus}`, ...variables, ...inputs.args],
                cwd,
                env,
                mkdir: [empty],
            },
        ],
        collect: { from: 'tree', target: target.name, dirs: [copy], bins: wantedBins(context) },
    };
}
/** The user's own command, in a copy of the sources; what it puts into `$PB_OUT` is taken. */
function commandRecipe(layout) {
    const { context, target, copiedSource: cwd, stage, empty, env } = layout;
    const { inputs, kit } = context;
    const flags = { CFLAGS: '-O2', CXXFLAGS: '-O2', LDFLAGS: linkFlags(target).join(' '), PB_OUT: stage };
    return {
        inCopy: true,
        files: [],
        steps: [
            cleanStage(layout),
            {
                title: `build-command for ${target.name}`,
                argv: ['sh', '-eu', '-c', inputs['build-command'] ?? ''],
                cwd,
                env: withoutUsers({ ...targetEnv(target, kit), ...flags, ...env }, inputs.env),
                mkdir: [stage, empty],
            },
        ],
        collect: { from: 'tree', target: target.name, dirs: [stage], bins: wantedBins(context) },
    };
}

;// CONCATENATED MODULE: ./.build/js/languages/c/meson.js


/** Meson with a cross file, in a build directory of its own; what it installs is taken, else what it built. */
function mesonRecipe(layout) {
    const { context, target, source, build, stage, empty, env } = layout;
    const cross = `${build}.cross.ini`;
    const common = { cwd: source, env };
    return {
        inCopy: false,
        files: [{ path: cross, content: crossFile(layout), executable: false }],
        steps: [
            {
                ...common,
                title: `meson setup for ${target.name}`,
                argv: [
                    ...['meson', 'setup', '--cross-file', cross, '--buildtype', 'release'],
                    ...['--default-library', 'static', ...context.inputs.args, build, source],
                ],
                mkdir: [empty],
            },
            {
                ...common,
                title: `meson compile for ${target.name}`,
                argv: ['meson', 'compile', '-C', build, '-j', String(context.cpus)],
            },
            cleanStage(layout),
            {
                ...common,
                title: `meson install for ${target.name}`,
                argv: ['meson', 'install', '-C', build, '--no-rebuild', '--destdir', stage],
            },
        ],
        collect: { from: 'tree', target: target.name, dirs: [stage, build], alternatives: true, bins: wantedBins(context) },
    };
}
/** Meson's manual, "Cross compilation": strings are quoted like Python's. */
function crossFile({ target, compilers, empty }) {
    const { cpu, elf } = (0,js_target/* archOf */.Qh)(target);
    const flags = `[${linkFlags(target).map(quote).join(', ')}]`;
    return [
        '[binaries]',
        `c = ${quote(compilers.cc)}`,
        `cpp = ${quote(compilers.cxx)}`,
        `ar = ${quote(compilers.ar)}`,
        `strip = ${quote(compilers.strip ?? 'true')}`,
        "pkgconfig = 'pkg-config'",
        '[host_machine]',
        "system = 'linux'",
        `cpu_family = ${quote(cpu.family)}`,
        `cpu = ${quote(cpu.cmake)}`,
        `endian = '${elf.data === 'LE' ? 'little' : 'big'}'`,
        '[properties]',
        'needs_exe_wrapper = true',
        `pkg_config_libdir = ${quote(empty)}`,
        '[built-in options]',
        `c_link_args = ${flags}`,
        `cpp_link_args = ${flags}`,
        '',
    ].join('\n');
}
const quote = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

;// CONCATENATED MODULE: ./.build/js/languages/c.js








/** How each build system is told about a target, and the programs that it needs. */
const systems = {
    cmake: { recipe: cmakeRecipe, needs: ['cmake'] },
    meson: { recipe: mesonRecipe, needs: ['meson', 'ninja'] },
    autotools: { recipe: autotoolsRecipe, needs: ['make'] },
    make: { recipe: makeRecipe, needs: ['make'] },
    command: { recipe: commandRecipe, needs: [] },
};
/** How to get a program, by its name. */
const getting = {
    cmake: 'install it from your distribution (cmake) or with `pip install cmake`',
    meson: 'install it from your distribution (meson) or with `pip install meson`',
    ninja: 'install it from your distribution (ninja-build) or with `pip install ninja`',
    make: 'install it from your distribution (make)',
    autoreconf: 'install autoconf, automake and libtool from your distribution',
};
/** C and C++, by the project's own build system: CMake, Meson, Autotools, make, or the user's command. */
const c = {
    name: 'c',
    detect: detectC,
    needs(project) {
        const { needs } = systems[systemOf(project.buildSystem)];
        const more = project.buildSystem === 'autotools' && project.c?.hasConfigure !== true ? ['autoreconf'] : [];
        return [...needs, ...more].map(tool => ({ tool, get: getting[tool] ?? 'install it from your distribution' }));
    },
    probes(project) {
        if (project.buildSystem !== 'cmake')
            return [];
        return [{ id: 'ninja', argv: ['sh', '-c', 'command -v ninja || true'], cwd: project.dir, env: {} }];
    },
    defaultLibc: () => 'musl',
    needsC: () => true,
    plan(context, targets) {
        if (context.inputs.cpu === 'native') {
            throw new errors/* BuildError */.zS('native-cpu', '`cpu: native` would build for this machine, and crash on others');
        }
        const { recipe } = systems[systemOf(context.project.buildSystem)];
        const parts = targets.map(target => {
            const layout = layoutOf(context, target);
            return { target, layout, ...recipe(layout) };
        });
        const steps = parts.flatMap(part => withScripts(part, part.layout, context, part.target));
        const files = parts.flatMap(part => part.files);
        return {
            steps: steps.map((step, n) => ({ ...step, id: `${n + 1}-${verbOf(step)}` })),
            collect: parts.map(part => part.collect),
            files,
            notices: [],
        };
    },
};
function systemOf(name) {
    return name === 'cargo' || name === 'go' ? 'command' : name;
}
/** The steps of one target: the copy first, then `before-script`, the build, `after-script`. */
function withScripts(recipe, layout, { inputs, kit, project }, target) {
    const cwd = recipe.inCopy ? layout.copy : project.dir;
    const script = (kind) => {
        const text = inputs[kind];
        const env = { ...layout.env, PB_OUT: layout.stage };
        return text === null ? [] : [scriptStep({ kind, text, target, kit, cwd, id: kind, env })];
    };
    const build = recipe.steps.map((step) => ({ ...step, id: '', targets: [target.name] }));
    const [first, ...rest] = [...script('before-script'), ...build, ...script('after-script')];
    if (!first)
        return [];
    const copied = recipe.inCopy ? { ...first, copySources: { from: project.dir, to: layout.copy } } : first;
    return [copied, ...rest];
}
/** The word for a step's id: its title without the target. */
function verbOf({ title }) {
    return title.slice(0, title.lastIndexOf(' for ')).replaceAll(/[^a-z]+/g, '-');
}

// EXTERNAL MODULE: ./.build/js/arch.js + 5 modules
var js_arch = __webpack_require__(3753);
;// CONCATENATED MODULE: ./.build/js/languages/go/facts.js
/**
 * What the sources show beside their main packages, as evidence of the project: the plan prints what it was decided by,
 * and deciding needs nothing but the project.
 */
const facts = {
    importsC: 'import "C"',
    requires: 'requires other modules',
    generate: 'output of go:generate is missing',
    /** Followed by the variable's name. */
    stamp: 'version variable main.',
};
/** Whether the evidence has this fact. */
function has(project, fact) {
    return project.evidence.some(e => e.fact === fact);
}
/** The variables of package main that a release stamps (`version`, `commit`, `date`): goreleaser's names for them. */
function stamped(project) {
    const found = project.evidence.filter(e => e.fact.startsWith(facts.stamp)).map(e => e.fact.slice(facts.stamp.length));
    return [...new Set(found)];
}
/** Directories with a `go:generate` line whose output is missing, relative to the module. */
function toGenerate(project) {
    const files = project.evidence.filter(e => e.fact === facts.generate).map(e => e.file);
    return [...new Set(files.map(file => (file.includes('/') ? `./${file.slice(0, file.lastIndexOf('/'))}` : '.')))];
}

;// CONCATENATED MODULE: ./.build/js/languages/go/flags.js

/** Tags that keep the standard library's own C out (package documentation of net and os/user). */
const pureTags = ['osusergo', 'netgo'];
/** Flags that need a C runtime made for the machine that builds: they have no place in something to ship. */
const sanitizers = ['race', 'msan', 'asan'];
/** Takes `-tags` and `-ldflags` out of the user's arguments, in each spelling that the flag package knows. */
function userFlags(args) {
    const taken = { tags: [], ldflags: [] };
    const rest = [];
    for (let i = 0; i < args.length; i++) {
        const arg = args[i] ?? '';
        const [, name, value] = /^--?(tags|ldflags)(?:=([\s\S]*))?$/.exec(arg) ?? [];
        if (name === 'tags' || name === 'ldflags')
            taken[name].push(value ?? args[++i] ?? '');
        else
            rest.push(arg);
    }
    return { ...taken, rest };
}
/**
 * The arguments of the user that go to `go build` as they are.
 * @throws BuildError `bad-input` for the sanitizers
 */
function otherArgs(inputs) {
    const { rest } = userFlags(inputs.args);
    const bad = rest.find(arg => sanitizers.some(s => arg.replace(/^--?/, '').replace(/=(true|1)$/, '') === s));
    if (bad === undefined)
        return rest;
    throw new errors/* BuildError */.zS('bad-input', `args: ${bad} cannot be built for other systems`, {
        hint: 'It needs a C runtime of its own on the machine that builds; use it in tests, not in a release.',
    });
}
/** The tags of a build: ours and the user's from `tags` and `args`, once each, as `-tags` takes them. */
function tagsOf(inputs) {
    const given = [...inputs.tags, ...userFlags(inputs.args).tags].flatMap(t => t.split(/[\s,]+/));
    return [...new Set([...pureTags, ...given.filter(t => t !== '')])].join(',');
}
/**
 * One value for `-ldflags`: ours, then the user's, because the last value of a variable wins. Of `-extldflags` the linker
 * takes only the last, so the user's are joined to ours.
 * @throws BuildError `bad-input` for a quote that is not closed
 */
function joinLdflags(ours, inputs, isStatic) {
    const given = [inputs.ldflags ?? '', ...userFlags(inputs.args).ldflags].flatMap(splitQuoted);
    if (!isStatic)
        return [...ours, ...given].map(flags_quote).join(' ');
    const external = ['-static'];
    const rest = [];
    for (let i = 0; i < given.length; i++) {
        const word = given[i] ?? '';
        const [, value] = /^--?extldflags(?:=([\s\S]*))?$/.exec(word) ?? [null, null];
        if (value === null)
            rest.push(word);
        else
            external.push(value ?? given[++i] ?? '');
    }
    const unique = [...new Set(external.flatMap(splitQuoted))];
    return [...ours, '-linkmode=external', `-extldflags=${unique.map(flags_quote).join(' ')}`, ...rest].map(flags_quote).join(' ');
}
/** Splits as cmd/internal/quoted does: at white space; a word that starts with a quote ends at the next one. */
function splitQuoted(text) {
    const words = [];
    let left = text.trimStart();
    while (left !== '') {
        const mark = left[0];
        const isQuoted = mark === '"' || mark === "'";
        const end = isQuoted ? left.indexOf(mark, 1) : left.search(/\s|$/);
        if (end < 0)
            throw new errors/* BuildError */.zS('bad-input', `ldflags: a ${mark} is not closed in ${JSON.stringify(text)}`);
        words.push(left.slice(isQuoted ? 1 : 0, end));
        left = left.slice(isQuoted ? end + 1 : end).trimStart();
    }
    return words;
}
/** The other way: quotes around a word with white space or a quote in it. */
function flags_quote(word) {
    if (word !== '' && !/[\s"']/.test(word))
        return word;
    if (!word.includes("'"))
        return `'${word}'`;
    if (!word.includes('"'))
        return `"${word}"`;
    throw new errors/* BuildError */.zS('bad-input', `ldflags: go cannot take both kinds of quotes in one flag: ${word}`);
}

;// CONCATENATED MODULE: ./.build/js/languages/go/module.js
/** Reads go.mod; null where it has no module line. */
function readGoMod(text) {
    const evidence = [];
    const find = (keyword) => {
        const lines = text.split('\n');
        for (const [index, line] of lines.entries()) {
            const value = new RegExp(`^${keyword}\\s+("?)([^\\s"]+)\\1\\s*(?://.*)?$`).exec(line.trim())?.[2];
            if (value === undefined)
                continue;
            evidence.push({ fact: `${keyword} ${value}`, file: 'go.mod', line: index + 1 });
            return value;
        }
        return null;
    };
    const path = find('module');
    if (path === null)
        return null;
    const at = text.split('\n').findIndex(line => /^\s*require\b/.test(line));
    const requires = at < 0 ? null : { fact: 'require', file: 'go.mod', line: at + 1 };
    return { path, go: find('go'), toolchain: find('toolchain'), requires, evidence };
}
/** The name that `go build` gives to an executable: the last element of the path that is no major version (cmd/go, load). */
function executableName(importPath) {
    const parts = importPath.split('/');
    const last = parts.at(-1) ?? '';
    return /^v([2-9]|[1-9][0-9]+)$/.test(last) ? (parts.at(-2) ?? last) : last;
}
/** The value of GOTOOLCHAIN for a version as people write it; since Go 1.21 a release has three numbers (`go help toolchain`). */
function toolchainName(version) {
    if (/^(local|auto|path)$|\+(auto|path)$/.test(version))
        return version;
    const number = version.replace(/^go/, '');
    const [major = 1, minor = 0] = number.split('.').map(Number);
    const short = /^[0-9]+\.[0-9]+$/.test(number) && (major > 1 || minor >= 21);
    return `go${number}${short ? '.0' : ''}`;
}

;// CONCATENATED MODULE: ./.build/js/languages/go/cgo.js





/** GOTOOLCHAIN: the version that was asked for; else what go.mod says, which `auto` honours (`go help toolchain`). */
function toolchainEnv(inputs) {
    return { GOTOOLCHAIN: inputs.toolchain === null ? 'auto' : toolchainName(inputs.toolchain) };
}
/**
 * Asks go which packages outside the standard library have C, once per architecture. Nothing is asked where the tree
 * alone answers: no other modules are required, or the user said it with CGO_ENABLED.
 */
function cgoProbes(project, inputs) {
    if (inputs.env['CGO_ENABLED'] !== undefined || !has(project, facts.requires))
        return [];
    const goarchs = inputs.targets.map(text => js_arch/* archs */.C[(0,js_target/* parseTarget */.hu)(text).arch].go?.goarch).filter(g => g !== undefined);
    const format = '{{if and .CgoFiles (not .Standard)}}{{.ImportPath}}{{end}}';
    const mains = project.executables.map(e => e.source ?? '.');
    // -e: a package that does not load yet (go generate has not run) must not hide the others.
    const argv = ['go', 'list', '-e', '-deps', `-tags=${tagsOf(inputs)}`, '-f', format, '--', ...mains];
    return [...new Set(goarchs.length > 0 ? goarchs : [''])].map(goarch => ({
        id: `cgo ${goarch}`,
        argv,
        cwd: project.dir,
        env: { ...toolchainEnv(inputs), CGO_ENABLED: '1', ...(goarch === '' ? {} : { GOOS: 'linux', GOARCH: goarch }) },
    }));
}
/** Reads the answers; where go could not be asked, the tree's own sources decide and the plan says so. */
function cgoNeed(project, inputs, answers) {
    const said = inputs.env['CGO_ENABLED'];
    if (said === '0' || said === '1')
        return { needed: said === '1', why: `env says CGO_ENABLED=${said}` };
    const own = project.evidence.find(e => e.fact === facts.importsC);
    const ofModules = Object.entries(answers).filter(([id]) => id.startsWith('cgo '));
    const packages = ofModules.flatMap(([, { stdout }]) => stdout.split('\n').filter(line => line !== ''));
    const [first] = packages;
    if (first !== undefined)
        return { needed: true, why: `${first} has C` };
    const failed = ofModules.find(([, { code }]) => code !== 0)?.[1];
    if (own && (failed || ofModules.length === 0))
        return { needed: true, why: `${own.file}:${own.line} imports C` };
    if (failed) {
        const line = failed.stderr.trim().split('\n')[0] ?? '';
        return { needed: false, why: `no file here imports C; go list could not tell about other modules: ${line}` };
    }
    return { needed: false, why: 'no package outside the standard library has C' };
}

// EXTERNAL MODULE: ./.build/js/nearest.js
var nearest = __webpack_require__(1254);
;// CONCATENATED MODULE: ./.build/js/languages/go/generate.js

/** What well-known generators write, from their command line; relative to the directive's directory. */
const generators = [
    // cilium/ebpf cmd/bpf2go: `bpf2go [flags] Name source.c` writes name_bpfel.go, or name_<arch>_bpfel.go with -target
    {
        tool: /\bbpf2go\b/,
        outputs: args => {
            const named = /(?:^|\s)([A-Za-z]\w*)\s+\S+\.c(?:\s|$)/.exec(args)?.[1];
            return named === undefined ? [] : [`${named.toLowerCase()}_*bpfel*.go`];
        },
    },
    // golang.org/x/tools/cmd/stringer: -output, else <type>_string.go
    {
        tool: /\bstringer\b/,
        outputs: args => {
            const type = /-type[= ](\w+)/.exec(args)?.[1];
            return type === undefined ? [] : [/-output[= ](\S+)/.exec(args)?.[1] ?? `${type.toLowerCase()}_string.go`];
        },
    },
    // go.uber.org/mock and golang/mock: -destination
    { tool: /\bmockgen\b/, outputs: args => [/-destination[= ](\S+)/.exec(args)?.[1] ?? []].flat() },
];
/**
 * The directives whose output is evidently not there: a checkout that cannot be built before `go generate` ran.
 * Only generators whose output is known from their arguments count; to run the others unasked would be a guess.
 */
function missingOutputs(tree, directives) {
    return directives.filter(directive => {
        const generator = generators.find(g => g.tool.test(directive.command));
        const outputs = generator?.outputs(directive.command) ?? [];
        return outputs.some(name => !exists(tree, (0,external_node_path_.join)((0,external_node_path_.dirname)(directive.file), name)));
    });
}
function exists(tree, path) {
    if (!path.includes('*'))
        return tree.files.includes(path);
    const escaped = path.split('*').map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    const pattern = new RegExp(`^${escaped.join('[^/]*')}$`);
    return tree.files.some(file => pattern.test(file));
}

;// CONCATENATED MODULE: ./.build/js/languages/go/constraint.js

/** Go's names of architectures; which one is built is not known yet when sources are looked at. */
const goarchs = new Set(js_arch/* archNames */.H.flatMap(a => js_arch/* archs */.C[a].go?.goarch ?? []));
/** Tags that go sets for Linux and its own compiler (`go help buildconstraint`). */
const always = new Set(['linux', 'unix', 'gc', 'cgo']);
/**
 * Whether a file with these lines before its package clause is built for Linux on some architecture.
 * @param header the text before the package clause
 * @param tags what the build sets beside go's own
 */
function isBuilt(header, tags) {
    const expression = /^\/\/go:build[ \t]+(.+?)[ \t\r]*$/m.exec(header)?.[1];
    if (expression === undefined)
        return true;
    return [true, false].some(onArch => {
        const isSet = (tag) => {
            if (goarchs.has(tag))
                return onArch;
            return always.has(tag) || tags.includes(tag) || /^go1(\.[0-9]+)?$/.test(tag);
        };
        return evaluate(expression, isSet);
    });
}
/** `||`, `&&`, `!` and parentheses over tags; what is no expression holds back nothing, because go will name the error. */
function evaluate(expression, isSet) {
    const tokens = expression.match(/\|\||&&|[!()]|[\w.]+/g) ?? [];
    let at = 0;
    const either = () => {
        let value = both();
        while (tokens[at] === '||') {
            at++;
            const right = both();
            value = value || right;
        }
        return value;
    };
    const both = () => {
        let value = one();
        while (tokens[at] === '&&') {
            at++;
            const right = one();
            value = value && right;
        }
        return value;
    };
    const one = () => {
        const token = tokens[at++] ?? '';
        if (token === '!')
            return !one();
        if (token !== '(')
            return isSet(token);
        const value = either();
        at++;
        return value;
    };
    const value = either();
    return at === tokens.length ? value : true;
}

;// CONCATENATED MODULE: ./.build/js/languages/go/packages.js


const foreignSystems = /_(aix|android|darwin|dragonfly|freebsd|hurd|illumos|ios|js|nacl|netbsd|openbsd|plan9|solaris|wasip1|windows|zos)$/;
/** Architectures of go that we build for none of: a main of theirs is no main here. */
const foreignArchs = new Set(['wasm', 'sparc64']);
/**
 * Looks for main packages of the module in `tree`: `package main` with a `func main`, in files that Linux builds.
 * Tests, testdata, hidden directories and nested modules are not part of it (`go help packages`).
 * @param tags of the build
 */
function readSources(tree, tags) {
    const nested = tree.files.filter(f => f.endsWith('/go.mod')).map(external_node_path_.dirname);
    const mains = new Map();
    const generate = [];
    let importsC = null;
    for (const file of tree.files) {
        if (!file.endsWith('.go') || isIgnored(file) || nested.some(dir => file.startsWith(`${dir}/`)))
            continue;
        const text = tree.read(file);
        if (text === null)
            continue;
        generate.push(...directives(file, text));
        if (file.endsWith('_test.go') || !isBuiltOnLinux(file, text, tags))
            continue;
        if (importsC === null && /^import\s+"C"|^\s+"C"\r?$/m.test(text)) {
            importsC = { fact: 'import "C"', file, line: packages_lineOf(text, /^import\s+"C"|^\s+"C"\r?$/m) };
        }
        const dir = (0,external_node_path_.dirname)(file) === '.' ? '.' : `./${(0,external_node_path_.dirname)(file)}`;
        if (mains.has(dir) || !/^package\s+main\b/m.test(text) || !/^func\s+main\s*\(\s*\)/m.test(text))
            continue;
        const evidence = { fact: 'func main', file, line: packages_lineOf(text, /^func\s+main\s*\(\s*\)/m) };
        mains.set(dir, { dir, evidence, stamps: stampsOf(file, text) });
    }
    return { mains: [...mains.values()].sort((a, b) => (a.dir < b.dir ? -1 : 1)), importsC, generate };
}
function isIgnored(file) {
    return file.split('/').some(part => part.startsWith('_') || part.startsWith('.') || part === 'testdata');
}
/** Constraints by the name of the file (`_windows.go`) and by its `//go:build` line. */
function isBuiltOnLinux(file, text, tags) {
    const name = file.slice(0, -'.go'.length).split('/').at(-1) ?? '';
    const [, last = ''] = /_([a-z0-9]+)$/.exec(name) ?? [];
    if (foreignSystems.test(name) || foreignSystems.test(name.slice(0, -last.length - 1)))
        return false;
    if (foreignArchs.has(last))
        return false;
    // One known architecture of several: the package has files for others.
    return isBuilt(text.slice(0, Math.max(0, text.search(/^package\s/m))), tags);
}
function directives(file, text) {
    if (!text.includes('//go:generate'))
        return [];
    return text.split('\n').flatMap((line, index) => {
        const command = /^\/\/go:generate\s+(.+)$/.exec(line)?.[1];
        return command === undefined ? [] : [{ file, line: index + 1, command: command.trim() }];
    });
}
/** `var version = "dev"`, alone or in a group: string variables by the names that goreleaser stamps by default. */
function stampsOf(file, text) {
    return text.split('\n').flatMap((line, index) => {
        const name = /^\s*(?:var\s+)?(version|commit|date)\s*(?:string\b\s*)?(?:=\s*"[^"]*"\s*)?(?:\/\/.*)?$/.exec(line)?.[1];
        return name !== undefined && /\bvar\b/.test(text) ? [{ name, file, line: index + 1 }] : [];
    });
}
function packages_lineOf(text, pattern) {
    return text.slice(0, Math.max(0, text.search(pattern))).split('\n').length;
}

;// CONCATENATED MODULE: ./.build/js/languages/go/detect.js







/**
 * A Go module: its main packages, the version that it pins, what has to happen before it builds.
 * @throws BuildError `bad-input` when `main` or `bin` names nothing of the module, `same-name` for two of one name
 */
function detectModule(tree, inputs) {
    const text = tree.read('go.mod');
    const module = text === null ? null : readGoMod(text);
    if (module === null)
        return null;
    const sources = readSources(tree, tagsOf(inputs).split(','));
    const all = sources.mains.map(main => ({
        main,
        name: nameOf(module.path, main.dir, sources.mains.length === 1),
    }));
    const chosen = chooseBins(chooseMains(all, inputs.main, module.path), inputs.bin);
    refuseSameName(chosen);
    const missing = missingOutputs(tree, sources.generate);
    const seen = (fact, { file, line }) => ({ fact, file, line });
    return {
        name: executableName(module.path),
        dir: tree.root,
        language: 'go',
        buildSystem: 'go',
        executables: chosen.map(({ name, main }) => ({ name, source: main.dir })),
        toolchain: module.toolchain ?? module.go,
        version: null,
        evidence: [
            ...module.evidence,
            ...(module.requires ? [seen(facts.requires, module.requires)] : []),
            ...chosen.map(c => c.main.evidence),
            ...chosen.flatMap(c => c.main.stamps.map(s => seen(`${facts.stamp}${s.name}`, s))),
            ...(sources.importsC ? [seen(facts.importsC, sources.importsC)] : []),
            ...missing.map(m => seen(facts.generate, m)),
        ],
        declined: [],
    };
}
/** Directories that are called by what they are; the only program of a module is called as the module then. */
const generic = ['./cmd', './src', './main'];
function nameOf(module, dir, isOnly) {
    return executableName(dir === '.' || (isOnly && generic.includes(dir)) ? module : `${module}/${dir.slice(2)}`);
}
function chooseMains(all, wanted, module) {
    if (wanted.length === 0)
        return all;
    return wanted.map(text => {
        const inside = text === module ? '.' : text.startsWith(`${module}/`) ? `./${text.slice(module.length + 1)}` : text;
        const path = inside.replace(/(.)\/$/, '$1');
        const found = all.find(({ main }) => main.dir === path || main.dir === `./${path}`);
        if (found)
            return found;
        const known = all.map(n => n.main.dir);
        throw unknown('main', text, known);
    });
}
function chooseBins(all, bins) {
    if (bins.length === 0)
        return all;
    const known = all.map(n => n.name);
    const wrong = bins.find(bin => !known.includes(bin));
    if (wrong !== undefined)
        throw unknown('bin', wrong, known);
    return all.filter(n => bins.includes(n.name));
}
function unknown(input, text, known) {
    const guess = (0,nearest/* nearest */.p)(text, known);
    return new errors/* BuildError */.zS('bad-input', `${input}: the module has no main package ${JSON.stringify(text)}`, {
        hint: guess ? `Did you mean ${guess}?` : `It has ${known.join(', ') || 'none'}.`,
    });
}
function refuseSameName(chosen) {
    for (const { name, main } of chosen) {
        const other = chosen.find(c => c.name === name && c.main !== main);
        if (!other)
            continue;
        throw new errors/* BuildError */.zS('same-name', `${main.dir} and ${other.main.dir} both give an executable ${name}`, {
            hint: 'Choose one with `main`.',
        });
    }
}

;// CONCATENATED MODULE: ./.build/js/languages/go/plan.js






/** Levels of x86-64 as `cpu` names them and as GOAMD64 does. */
const amd64Levels = { x86_64_v2: 'v2', x86_64_v3: 'v3', x86_64_v4: 'v4' };
/**
 * One `go build` per target for all main packages: pure Go needs nothing else, cgo gets the backend's compilers.
 * @throws BuildError `no-executable`, `bad-input`, `no-backend`
 */
function planModule(context, targets) {
    const { project, inputs, answers } = context;
    if (project.executables.length === 0) {
        throw new errors/* BuildError */.zS('no-executable', `${project.name} has no main package`, {
            hint: 'A library gives nothing to ship. Is the program in another module? Set `working-directory`.',
        });
    }
    const cgo = cgoNeed(project, inputs, answers);
    const steps = [];
    const collect = [];
    for (const target of targets) {
        const id = (verb) => `${steps.length + 1}-${verb}`;
        const script = (kind, text) => {
            const env = goEnv(context, target, cgo.needed);
            // Without GOARCH and GOOS: what a script starts (go generate, go run) has to run here.
            const { GOARCH: _arch, GOOS: _os, ...rest } = env;
            if (text) {
                steps.push(scriptStep({
                    kind,
                    text,
                    target,
                    kit: context.kit,
                    cwd: project.dir,
                    id: id(kind),
                    env: { ...rest, ...scriptFlags(context) },
                }));
            }
        };
        script('before-script', inputs['before-script']);
        if (!inputs['before-script'])
            steps.push(...generateSteps(context, target, id('generate')));
        const out = `${context.workDir}/out/${target.name}`;
        steps.push(buildStep(context, target, cgo.needed, out, id('build')));
        script('after-script', inputs['after-script']);
        for (const { name } of project.executables)
            collect.push({ from: 'file', target: target.name, path: `${out}/${name}`, name });
    }
    return { steps, collect, notices: noticesOf(context, cgo.why) };
}
function buildStep(context, target, cgo, out, id) {
    const { project, inputs, source } = context;
    const only = project.executables.length === 1 ? project.executables[0] : undefined;
    // -mod is left to go: readonly is its default, and a vendor directory has to win (`go help modules`).
    const argv = [
        ...['go', 'build', ...(inputs.trimpath ? ['-trimpath'] : []), `-buildvcs=${vcsStamp(inputs['vcs-stamp'], source)}`],
        ...[`-tags=${tagsOf(inputs)}`, `-ldflags=${ldflags(context, target, cgo)}`],
        ...otherArgs(inputs),
        // A directory with several packages, a name with one: go would call the executable of ./cmd `cmd`.
        ...['-o', only ? `${out}/${only.name}` : `${out}/`, '--', ...project.executables.map(e => e.source ?? '.')],
    ];
    return {
        id,
        title: `go build for ${target.name}`,
        targets: [target.name],
        argv,
        cwd: project.dir,
        env: goEnv(context, target, cgo),
        mkdir: [out],
    };
}
/** `auto` stamps where git answers; a build never ends with "error obtaining VCS status". */
function vcsStamp(asked, source) {
    return asked === 'auto' && source.why !== null ? 'false' : asked;
}
function ldflags({ project, inputs, source }, target, cgo) {
    const changed = source.dirty ? '-dirty' : '';
    const name = source.tag ?? source.commit?.slice(0, 12);
    const values = {
        version: name === undefined ? null : `${name}${changed}`,
        commit: source.commit,
        date: source.why === null ? new Date(source.epoch * 1000).toISOString().replace('.000Z', 'Z') : null,
    };
    const stamps = inputs['vcs-stamp'] === 'false' ? [] : stamped(project);
    const known = stamps.filter(variable => values[variable]);
    const ours = [
        ...(inputs.strip ? ['-s', '-w'] : []),
        ...known.flatMap(variable => ['-X', `main.${variable}=${values[variable]}`]),
    ];
    return joinLdflags(ours, inputs, cgo && target.libc === 'musl');
}
function goEnv(context, target, cgo) {
    const { inputs, kit, source } = context;
    const { go } = (0,js_target/* archOf */.Qh)(target);
    if (!go)
        throw new errors/* BuildError */.zS('no-backend', `Go has no port for ${target.arch}`);
    const compilers = kit.compilers[target.name];
    if (cgo && !compilers)
        throw new errors/* BuildError */.zS('no-backend', `there is no C compiler for ${target.name}, and the program has C`);
    return {
        GOOS: 'linux',
        GOARCH: go.goarch,
        ...go.env,
        ...(inputs.cpu && amd64Levels[inputs.cpu] ? { GOAMD64: amd64Levels[inputs.cpu] ?? 'v1' } : {}),
        ...toolchainEnv(inputs),
        SOURCE_DATE_EPOCH: String(source.epoch),
        CGO_ENABLED: cgo ? '1' : '0',
        ...(cgo && compilers
            ? { CC: compilers.cc, CXX: compilers.cxx, AR: compilers.ar, ...noHostLibraries(context) }
            : {}),
        ...trackedOnly,
    };
}
/** `#cgo pkg-config:` must not find libraries of this machine; `env` can name a directory with those of the target. */
function noHostLibraries({ inputs, workDir }) {
    const given = inputs.env['PKG_CONFIG_LIBDIR'] ?? inputs.env['PKG_CONFIG_PATH'];
    return given === undefined ? { PKG_CONFIG_LIBDIR: `${workDir}/no-libraries`, PKG_CONFIG_PATH: '' } : {};
}
/**
 * go asks git whether the tree was changed. Files that git does not track do not count, as in `git describe --dirty`:
 * the artifacts of an earlier run would make the next one give other bytes.
 */
const trackedOnly = {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'status.showUntrackedFiles',
    GIT_CONFIG_VALUE_0: 'no',
};
/** The user's own `go build` (in a Makefile) must not die of version control either: no edit of it is needed. */
function scriptFlags({ inputs, source }) {
    if (vcsStamp(inputs['vcs-stamp'], source) !== 'false')
        return {};
    return { GOFLAGS: `${inputs.env['GOFLAGS'] ?? ''} -buildvcs=false`.trim() };
}
/** `go generate` runs its tools here, so it gets the target as TARGET and not as GOARCH. */
function generateSteps(context, target, id) {
    const dirs = toGenerate(context.project);
    if (dirs.length === 0)
        return [];
    return [
        {
            id,
            title: `go generate for ${target.name}`,
            targets: [target.name],
            argv: ['go', 'generate', ...dirs],
            cwd: context.project.dir,
            env: { ...targetEnv(target, context.kit), ...toolchainEnv(context.inputs), ...scriptFlags(context) },
        },
    ];
}
function noticesOf({ project, inputs, source }, cgo) {
    const generate = toGenerate(project);
    return [
        ...(cgo.startsWith('no package') ? [] : [`${project.name}: cgo: ${cgo}`]),
        ...(source.why !== null && inputs['vcs-stamp'] === 'auto'
            ? [`${project.name}: no version stamp: ${source.why}`]
            : []),
        ...(generate.length > 0 && !inputs['before-script']
            ? [`${project.name}: go generate runs first in ${generate.join(', ')}: its output is not in the tree`]
            : []),
    ];
}

;// CONCATENATED MODULE: ./.build/js/languages/go.js



/** Go, by its own command: pure programs without libc, cgo with the backend's compilers. */
const go = {
    name: 'go',
    detect: detectModule,
    needs: () => [{ tool: 'go', get: 'install Go from https://go.dev/dl or your distribution (golang-go)' }],
    probes: cgoProbes,
    defaultLibc: (project, inputs, answers) => (cgoNeed(project, inputs, answers).needed ? 'musl' : 'none'),
    needsC: (project, inputs, answers) => cgoNeed(project, inputs, answers).needed,
    plan: planModule,
};

// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
;// CONCATENATED MODULE: ./.build/js/languages/rust/toml.js


/**
 * Reads a TOML file of a Cargo project.
 * @param file how the error names it
 * @throws BuildError `unreadable-project` with file and line where it is not TOML
 */
function readToml(file, text) {
    try {
        return (0,dist/* parse */.qg)(text);
    }
    catch (error) {
        if (!(error instanceof dist/* TomlError */.zx))
            throw error;
        const why = error.message.split('\n')[0]?.replace(/^Invalid TOML document: /, '');
        throw new errors/* BuildError */.zS('unreadable-project', `${file}:${error.line} is not valid TOML: ${why}`, {
            hint: `Correct line ${error.line} of ${file}; cargo cannot read it either.`,
            cause: error,
        });
    }
}
/** The value as a table; an empty one where it is anything else. */
function tableOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
/** The value as a text, or null. */
function textOf(value) {
    return typeof value === 'string' ? value : null;
}
/** The texts of an array; none where the value is no array. */
function textsOf(value) {
    return Array.isArray(value) ? value.filter(v => typeof v === 'string') : [];
}
/**
 * The 1-based line on which a key stands, or null: the parser keeps no positions, and evidence needs one.
 * @param section header as it is written (`[package]`, `[[bin]]`), '' for any; @param key beginning of the line
 */
function toml_lineOf(text, section, key) {
    let inside = section === '';
    for (const [i, line] of text.split('\n').entries()) {
        const trimmed = line.trim();
        if (section !== '' && trimmed.startsWith('['))
            inside = trimmed.replace(/\s*#.*$/, '') === section;
        if (inside && key.test(trimmed))
            return i + 1;
    }
    return null;
}
/** A text that matches itself in a regular expression. */
function literal(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

;// CONCATENATED MODULE: ./.build/js/languages/rust/binaries.js

/**
 * The executables of a package: `[[bin]]`, and where `autobins` is on, `src/main.rs`, `src/bin/*.rs`, `src/bin/*\/main.rs`.
 * Rules: the Cargo Book, chapter Cargo Targets; a found file gives way to a `[[bin]]` of the same name or path.
 */
function binariesOf(tree, pkg, inputs) {
    const declared = Array.isArray(pkg.manifest['bin']) ? pkg.manifest['bin'].map(tableOf) : [];
    const enabled = enabledFeatures(pkg, inputs);
    const info = tableOf(pkg.manifest['package']);
    const found = inferred(tree, pkg);
    const binaries = [];
    const paths = [];
    for (const bin of declared) {
        const name = textOf(bin['name']);
        if (name === null)
            continue;
        paths.push(textOf(bin['path'])?.replace(/^\.\//, '') ?? found.find(f => f.name === name)?.path ?? '');
        const lacking = textsOf(bin['required-features']).filter(f => !enabled.has(f));
        const line = toml_lineOf(pkg.text, '[[bin]]', new RegExp(`^name\\s*=\\s*["']${literal(name)}["']`));
        binaries.push({ name, package: pkg.name, file: pkg.file, line, lacking });
    }
    // Edition 2015 looks for files only when nothing is declared.
    const automatic = info['autobins'] ?? (info['edition'] !== undefined || declared.length === 0);
    if (automatic === false)
        return binaries;
    for (const { name, path } of found) {
        if (binaries.some(b => b.name === name) || paths.includes(path))
            continue;
        const file = pkg.dir === '' ? path : `${pkg.dir}/${path}`;
        binaries.push({ name, package: pkg.name, file, line: null, lacking: [] });
    }
    return binaries;
}
function inferred(tree, pkg) {
    const prefix = pkg.dir === '' ? '' : `${pkg.dir}/`;
    const own = tree.files.filter(f => f.startsWith(`${prefix}src/`)).map(f => f.slice(prefix.length));
    return own.flatMap(path => {
        if (path === 'src/main.rs')
            return [{ name: pkg.name, path }];
        const name = /^src\/bin\/(?:([^/]+)\.rs|([^/]+)\/main\.rs)$/.exec(path);
        return name ? [{ name: name[1] ?? name[2] ?? '', path }] : [];
    });
}
/** The package's own features that the inputs switch on, with all that they switch on in turn. */
function enabledFeatures(pkg, inputs) {
    const features = tableOf(pkg.manifest['features']);
    const asked = inputs.features
        .flatMap(f => f.split(/[\s,]+/))
        .map(f => (f.startsWith(`${pkg.name}/`) ? f.slice(pkg.name.length + 1) : f));
    const queue = [...asked, ...(inputs['no-default-features'] ? [] : ['default'])];
    if (inputs['all-features'])
        queue.push(...Object.keys(features), ...optionalDependencies(pkg));
    const enabled = new Set();
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        // `dep:x` and `x?/y` enable no feature of this package; `x/y` enables the optional dependency x.
        const name = /^dep:|\?\//.test(next) ? '' : (next.split('/')[0] ?? '');
        if (name === '' || enabled.has(name))
            continue;
        enabled.add(name);
        queue.push(...textsOf(features[name]));
    }
    return enabled;
}
function optionalDependencies(pkg) {
    const dependencies = Object.entries(tableOf(pkg.manifest['dependencies']));
    return dependencies.filter(([, value]) => tableOf(value)['optional'] === true).map(([name]) => name);
}

;// CONCATENATED MODULE: ./.build/js/languages/rust/build-scripts.js

/** Crates that start a C compiler when they stand in `[build-dependencies]`. */
const compilerCrates = ['cc', 'cmake', 'autotools', 'cxx-build', 'meson', 'nasm-rs', 'openssl-src'];
/** Where the project or its dependencies compile C: why a Rust build brings a C compiler for every target. */
function compilesC(tree, members) {
    const own = members.flatMap((pkg) => {
        const dependencies = tableOf(pkg.manifest['build-dependencies']);
        const crate = compilerCrates.find(c => c in dependencies);
        if (crate === undefined)
            return [];
        const fact = `the build script of ${pkg.name} compiles C (${crate}): each target gets a C compiler of its own`;
        const line = toml_lineOf(pkg.text, '[build-dependencies]', new RegExp(`^${literal(crate)}\\s*[.=]`)) ??
            toml_lineOf(pkg.text, '', new RegExp(`^\\[build-dependencies\\.${literal(crate)}\\]`));
        return [{ fact, file: pkg.file, line }];
    });
    if (own.length > 0)
        return own;
    const line = toml_lineOf(tree.read('Cargo.lock') ?? '', '[[package]]', /^name = "(cc|cmake)"$/);
    if (line === null)
        return [];
    return [{ fact: 'a dependency compiles C: each target gets a C compiler of its own', file: 'Cargo.lock', line }];
}
/** Lines of the members' build scripts that ask a C compiler for the CPU of the building machine; comments do not count. */
function nativeCpuLines(tree, members) {
    return members.flatMap(pkg => {
        const path = textOf(tableOf(pkg.manifest['package'])['build']) ?? 'build.rs';
        const file = pkg.dir === '' ? path : `${pkg.dir}/${path}`;
        const lines = (tree.read(file) ?? '').split('\n');
        return lines.flatMap((line, i) => {
            const flag = /-m(?:arch|cpu)=native|target-cpu=native/.exec(line.replace(/\/\/.*$/, ''));
            return flag ? [{ fact: `the build script of ${pkg.name} uses ${flag[0]}`, file, line: i + 1 }] : [];
        });
    });
}

;// CONCATENATED MODULE: ./.build/js/languages/rust/packages.js

/**
 * The workspace whose root is the tree's root, or null without a Cargo.toml there.
 * Rules: the Cargo Book, chapter Workspaces (members and default-members are globs, exclude are paths; path dependencies
 * below the root are members too).
 * @throws BuildError `unreadable-project` for a manifest that is not TOML
 */
function readWorkspace(tree) {
    const text = tree.read('Cargo.toml');
    if (text === null)
        return null;
    const root = readToml('Cargo.toml', text);
    const workspace = tableOf(root['workspace']);
    const shared = textOf(tableOf(workspace['package'])['version']);
    const dirs = tree.files.filter(f => f.endsWith('/Cargo.toml')).map(f => f.slice(0, -'/Cargo.toml'.length));
    const excluded = textsOf(workspace['exclude']).map(normal);
    const members = [];
    const visit = (dir) => {
        if (members.some(m => m.dir === dir) || excluded.some(e => dir === e || dir.startsWith(`${e}/`)))
            return;
        const found = readPackage(tree, dir, shared);
        if (!found)
            return;
        members.push(found);
        if ('workspace' in root)
            for (const path of pathDependencies(found))
                visit(path);
    };
    visit('');
    for (const dir of matching(dirs, textsOf(workspace['members'])))
        visit(dir);
    const chosen = textsOf(workspace['default-members']);
    const defaults = chosen.length > 0 ? matching(['', ...dirs], chosen) : 'package' in root ? [''] : null;
    return { root, text, members, defaults: defaults ? members.filter(m => defaults.includes(m.dir)) : members };
}
function readPackage(tree, dir, shared) {
    const file = dir === '' ? 'Cargo.toml' : `${dir}/Cargo.toml`;
    const text = tree.read(file);
    if (text === null)
        return null;
    const manifest = readToml(file, text);
    const info = tableOf(manifest['package']);
    const name = textOf(info['name']);
    if (name === null)
        return null;
    const version = tableOf(info['version'])['workspace'] === true ? shared : textOf(info['version']);
    return { name, dir, file, text, manifest, version };
}
function pathDependencies({ dir, manifest }) {
    const tables = [manifest, ...Object.values(tableOf(manifest['target'])).map(tableOf)];
    const kinds = ['dependencies', 'build-dependencies', 'dev-dependencies'];
    const all = tables.flatMap(t => kinds.flatMap(kind => Object.values(tableOf(t[kind]))));
    return all.flatMap(dependency => {
        const path = textOf(tableOf(dependency)['path']);
        const resolved = path === null ? null : normal(`${dir}/${path}`);
        return resolved === null || resolved.startsWith('..') ? [] : [resolved];
    });
}
/** `./a/../b/` is `b`; what leads out of the tree keeps its leading `..`. */
function normal(path) {
    const parts = [];
    for (const part of path.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part === '..' && parts.length > 0 && parts.at(-1) !== '..')
            parts.pop();
        else
            parts.push(part);
    }
    return parts.join('/');
}
function matching(dirs, globs) {
    const patterns = globs.map(g => globToRegExp(normal(g)));
    return dirs.filter(dir => patterns.some(p => p.test(dir)));
}
/** The syntax of the `glob` crate, which cargo uses: `?`, `*`, `**` as a whole component, `[abc]`, `[!abc]`. */
function globToRegExp(glob) {
    const parts = glob.split('/');
    const source = parts.map((part, i) => {
        const last = i === parts.length - 1;
        if (part === '**')
            return last ? '.*' : '(?:.*/)?';
        return componentSource(part) + (last ? '' : '/');
    });
    return new RegExp(`^${source.join('')}$`);
}
function componentSource(part) {
    return part.replace(/\*+|\?|\[!?[^\]]+\]|[^*?[]+|\[/g, piece => {
        if (piece.startsWith('*'))
            return '[^/]*';
        if (piece === '?')
            return '[^/]';
        if (!piece.endsWith(']') || piece.length < 3 || !piece.startsWith('['))
            return literal(piece);
        const negated = piece[1] === '!';
        return `[${negated ? '^' : ''}${piece.slice(negated ? 2 : 1, -1).replace(/[\\^]/g, '\\$&')}]`;
    });
}

;// CONCATENATED MODULE: ./.build/js/languages/rust/pin.js

/**
 * The Rust version that the project pins, which rustup obeys by itself, or null.
 * Format: the rustup book, chapter Overrides: `rust-toolchain` wins over `rust-toolchain.toml`; the old form is one line.
 */
function readPin(tree) {
    for (const file of ['rust-toolchain', 'rust-toolchain.toml']) {
        const text = tree.files.includes(file) ? tree.read(file) : null;
        if (text === null)
            continue;
        const oneLine = /^[^\s=[\]]+$/.test(text.trim()) ? text.trim() : null;
        const channel = oneLine ?? textOf(tableOf(readToml(file, text)['toolchain'])['channel']);
        if (channel === null)
            continue;
        const line = oneLine === null ? toml_lineOf(text, '[toolchain]', /^channel\s*=/) : 1;
        return { channel, evidence: { fact: `the project pins Rust ${channel}`, file, line } };
    }
    return null;
}

;// CONCATENATED MODULE: ./.build/js/languages/rust/profiles.js

/**
 * Names of the profiles of a manifest or cargo configuration that settle `key`, by themselves or by `inherits`.
 * Rules: the Cargo Book, chapter Profiles.
 */
function profilesWith(root, key) {
    const profiles = tableOf(root['profile']);
    const settles = (name, seen) => {
        const profile = tableOf(profiles[name]);
        if (key in profile)
            return true;
        const parent = textOf(profile['inherits']);
        return parent !== null && !seen.includes(parent) && settles(parent, [...seen, parent]);
    };
    return Object.keys(profiles).filter(name => settles(name, [name]));
}

;// CONCATENATED MODULE: ./.build/js/languages/rust/detect.js







/**
 * Reads a tree with a Cargo.toml at its root: package or workspace, executables, version, pinned toolchain, C inside.
 * Null without one; a library gives a project with no executables, which the plan refuses.
 * @throws BuildError `unreadable-project` for a manifest that is not TOML
 */
function detectCargo(tree, inputs) {
    const workspace = readWorkspace(tree);
    if (!workspace)
        return null;
    const all = workspace.members.flatMap(member => binariesOf(tree, member, inputs));
    const choice = choose(workspace, all, inputs);
    const wanted = all.filter(b => choice.packages.some(p => p.name === b.package) && selected(b, inputs));
    const built = wanted.filter(b => b.lacking.length === 0);
    const main = workspace.members.find(m => m.dir === '') ?? only(choice.packages, built);
    const pin = readPin(tree);
    return {
        name: main?.name ?? (0,external_node_path_.basename)(tree.root),
        dir: tree.root,
        language: 'rust',
        buildSystem: 'cargo',
        executables: built.map(b => ({ name: b.name, source: b.package })),
        toolchain: pin?.channel ?? null,
        version: main?.version ?? only(choice.packages, built)?.version ?? null,
        evidence: [
            ...describe(workspace),
            ...choice.evidence,
            ...built.map(b => ({ fact: `executable ${b.name}`, file: b.file, line: b.line })),
            ...(pin ? [pin.evidence] : []),
            ...compilesC(tree, workspace.members),
        ],
        declined: wanted
            .filter(b => b.lacking.length > 0)
            .map(b => `executable ${b.name} is not built: it needs \`features: ${b.lacking.join(',')}\``),
        cargo: {
            packages: choice.named.map(p => p.name),
            stripSaid: profilesWith(workspace.root, 'strip'),
            locked: tree.files.includes('Cargo.lock'),
            known: { bins: [...new Set(all.map(b => b.name))], packages: workspace.members.map(m => m.name) },
            nativeCpu: nativeCpuLines(tree, workspace.members),
        },
    };
}
/** The packages to build: the inputs' own, cargo's default, or those that have the executables cargo's default lacks. */
function choose({ members, defaults }, all, inputs) {
    if (inputs.package.length > 0) {
        return { packages: members.filter(m => inputs.package.includes(m.name)), named: [], evidence: [] };
    }
    if (inputs.workspace)
        return { packages: members, named: [], evidence: [] };
    const wanted = all.filter(b => selected(b, inputs));
    const here = wanted.filter(b => defaults.some(d => d.name === b.package));
    const missing = inputs.bin.some(name => !here.some(b => b.name === name));
    if (here.length > 0 && !missing)
        return { packages: defaults, named: [], evidence: [] };
    const named = members.filter(m => wanted.some(b => b.package === m.name));
    if (named.length === 0)
        return { packages: defaults, named: [], evidence: [] };
    const evidence = named.map(p => ({
        fact: `package ${p.name} is built: what cargo builds by default has no such executable`,
        file: p.file,
        line: toml_lineOf(p.text, '[package]', /^name\s*=/),
    }));
    return { packages: named, named, evidence };
}
function selected(binary, inputs) {
    return inputs.bin.length === 0 || inputs.bin.includes(binary.name);
}
/** The package of the executables when all are of one. */
function only(packages, built) {
    const owners = packages.filter(p => built.some(b => b.package === p.name));
    return owners.length === 1 ? (owners[0] ?? null) : null;
}
function describe({ members, root, text }) {
    const main = members.find(m => m.dir === '');
    const evidence = [];
    if (main) {
        const fact = `Cargo package ${main.name}${main.version === null ? '' : ` ${main.version}`}`;
        evidence.push({ fact, file: 'Cargo.toml', line: toml_lineOf(text, '[package]', /^name\s*=/) });
    }
    if (members.length > 1 || !main) {
        const fact = `Cargo workspace of ${members.length} package${members.length === 1 ? '' : 's'}`;
        const line = 'workspace' in root ? toml_lineOf(text, '', /^\[workspace[\].]/) : null;
        evidence.push({ fact, file: 'Cargo.toml', line });
    }
    return evidence;
}

;// CONCATENATED MODULE: ./.build/js/languages/rust/check.js



/**
 * Refuses what cannot give an executable, before a compiler is started.
 * @throws BuildError `bad-input` for packages and executables that do not exist, `no-executable` for a library
 */
function checkRequest(project, inputs) {
    const known = project.cargo?.known ?? { bins: [], packages: [] };
    // `name@version` and URLs are cargo's to judge.
    refuseUnknown('package', inputs.package.filter(p => /^[\w-]+$/.test(p)), known.packages);
    refuseUnknown('bin', inputs.bin, known.bins);
    if (project.executables.length > 0)
        return;
    const why = project.declined.length > 0 ? project.declined.join('; ') : `${project.name} has libraries only`;
    throw new errors/* BuildError */.zS('no-executable', `there is no executable to build: ${why}`, {
        hint: 'A package gives one with src/main.rs, src/bin/*.rs or a [[bin]] in Cargo.toml; choose another with `package`.',
    });
}
function refuseUnknown(input, asked, known) {
    for (const name of asked) {
        // A workspace above the directory can have more than is known here.
        if (known.includes(name) || known.length === 0)
            continue;
        const guess = (0,nearest/* nearest */.p)(name, known);
        const all = known.length > 12 ? `${known.slice(0, 12).join(', ')} …` : known.join(', ');
        throw new errors/* BuildError */.zS('bad-input', `\`${input}: ${name}\` is not in this project`, {
            hint: guess === null ? `It has ${all}.` : `Did you mean ${guess}? It has ${all}.`,
        });
    }
}
/** Several `--target` in one call and `--config` came with it: Cargo's changelog. */
const oldestRust = '1.64';
/** @throws BuildError `toolchain-refused` for a Rust that is older than what the commands need */
function refuseOldRust(project, inputs) {
    const asked = inputs.toolchain ?? project.toolchain;
    const version = /^\+?([0-9]+(?:\.[0-9]+)+)/.exec(asked ?? '')?.[1];
    if (version === undefined || (0,js_version/* compareVersions */.Z)(version, oldestRust) >= 0)
        return;
    throw new errors/* BuildError */.zS('toolchain-refused', `Rust ${version} is older than ${oldestRust}, the oldest that can be used`, {
        hint: inputs.toolchain === null
            ? 'Raise the version in rust-toolchain.toml, or set `toolchain`.'
            : 'Set `toolchain` to a newer one.',
    });
}
/** @throws BuildError `native-cpu` for a build script that compiles for this machine's CPU, unless `cpu` says which one */
function refuseNativeBuildScripts(project, inputs) {
    const first = project.cargo?.nativeCpu[0];
    if (first && inputs.cpu === null) {
        throw new errors/* BuildError */.zS('native-cpu', `${first.file}:${first.line ?? 1}: ${first.fact}`);
    }
}
/** The targets with their triples. @throws BuildError `no-backend` for a target that Rust does not have */
function checkTriples(aims) {
    return aims.map(({ target, triple }) => {
        if (triple === null)
            throw new errors/* BuildError */.zS('no-backend', `Rust has no target for ${target.name}`);
        return { target, triple };
    });
}

;// CONCATENATED MODULE: ./.build/js/languages/rust/cfg.js

/**
 * Whether a `[target.<key>]` table of a cargo configuration is for this target: its triple, or a `cfg(…)` that holds.
 * Grammar: the Rust Reference, chapter Conditional compilation. What depends on more than the target is taken as false;
 * what is not of the grammar gives either answer, as cargo refuses it with an error of its own.
 */
function keyMatches(key, triple, target) {
    if (!key.startsWith('cfg('))
        return key === triple;
    const tokens = key.match(/[A-Za-z_][A-Za-z0-9_]*|"[^"]*"|[(),=]|\S/g) ?? [];
    const facts = factsOf(triple, target);
    let at = 0;
    const take = () => tokens[at++] ?? '';
    const predicate = () => {
        const word = take();
        if (tokens[at] === '(') {
            const parts = list();
            if (word === 'all' || word === 'cfg')
                return parts.every(Boolean);
            if (word === 'any')
                return parts.some(Boolean);
            return word === 'not' && parts.length === 1 && parts[0] === false;
        }
        if (tokens[at] !== '=')
            return word === 'true' || facts.has(word);
        take();
        return facts.has(`${word}=${take().slice(1, -1)}`);
    };
    const list = () => {
        const parts = [];
        take();
        while (at < tokens.length && tokens[at] !== ')') {
            parts.push(predicate());
            if (tokens[at] === ',')
                take();
        }
        take();
        return parts;
    };
    return predicate();
}
/** What `rustc --print cfg --target` says of every Linux target, and of this one. */
function factsOf(triple, target) {
    const { elf } = js_arch/* archs */.C[target.arch];
    const cpu = triple.split('-')[0] ?? '';
    const arch = rustArch(cpu);
    return new Set([
        'unix',
        'target_os=linux',
        'target_family=unix',
        'target_vendor=unknown',
        'panic=unwind',
        `target_arch=${arch}`,
        `target_env=${target.libc === 'glibc' ? 'gnu' : 'musl'}`,
        `target_endian=${elf.data === 'LE' ? 'little' : 'big'}`,
        `target_pointer_width=${elf.class}`,
    ]);
}
function rustArch(cpu) {
    if (/^i[3-6]86$/.test(cpu))
        return 'x86';
    if (cpu.startsWith('arm'))
        return 'arm';
    if (cpu.startsWith('riscv64'))
        return 'riscv64';
    return cpu.replace(/^powerpc64le$/, 'powerpc64');
}

;// CONCATENATED MODULE: ./.build/js/languages/rust/config.js




/** @throws BuildError `unreadable-project` for a configuration file that is not TOML */
function config_readConfig(surroundings) {
    // Cargo joins arrays with the nearest file last.
    const files = [...surroundings.configs].reverse().map(f => readToml(f.path, f.text));
    const env = {};
    for (const [name, value] of files.flatMap(f => Object.entries(tableOf(f['env'])))) {
        const text = textOf(value) ?? textOf(tableOf(value)['value']);
        if (text !== null)
            env[name] = text;
    }
    return {
        build: files.flatMap(f => flagsOf(tableOf(f['build'])['rustflags'])),
        targets: files.flatMap(f => Object.entries(tableOf(f['target'])).flatMap(([key, table]) => {
            const flags = flagsOf(tableOf(table)['rustflags']);
            return flags.length > 0 ? [{ key, flags }] : [];
        })),
        env,
        stripSaid: [...surroundings.configs, ...surroundings.parents].flatMap(f => profilesWith(readToml(f.path, f.text), 'strip')),
    };
}
function flagsOf(value) {
    return typeof value === 'string' ? value.split(/\s+/).filter(Boolean) : textsOf(value);
}
/** The flags of the configuration that cargo uses for a target; `own`: they are of a table of the target itself. */
function configuredFlags(config, triple, target) {
    const own = config.targets.filter(t => keyMatches(t.key, triple, target)).flatMap(t => t.flags);
    return own.length > 0 ? { flags: own, own: true } : { flags: config.build, own: false };
}
const nativeRust = /target-cpu=native/;
const nativeC = /-m(?:arch|cpu)=native/;
/**
 * Refuses flags that make the program run only on CPUs like this machine's, for example from `~/.cargo/config.toml`.
 * @param flags per place: what they are called, and the words; @throws BuildError `native-cpu` with file and line
 */
function refuseNativeCpu(flags, surroundings) {
    for (const { where, words } of flags) {
        const found = (nativeRust.exec(words.join(' ')) ?? nativeC.exec(words.join(' ')))?.[0];
        if (found === undefined)
            continue;
        const files = surroundings.configs.map(f => ({ path: f.path, line: toml_lineOf(f.text, '', new RegExp(`.*${found}`)) }));
        const file = where === 'config' ? files.find(f => f.line !== null) : undefined;
        const place = file ? `${file.path}:${file.line}` : where === 'config' ? 'the cargo configuration' : where;
        throw new errors/* BuildError */.zS('native-cpu', `${place} asks for this machine's own CPU (${found})`);
    }
}

;// CONCATENATED MODULE: ./.build/js/languages/rust/flags.js

/**
 * The directories whose names must not get into the executable, so that the same commit gives the same bytes anywhere.
 * The last that matches wins, in rustc as in C compilers: what lies inside another comes after it.
 */
function remaps(places, surroundings) {
    const { cargoHome, cwd, parents } = surroundings;
    const root = parents.find(p => /^\s*\[workspace[\].]/m.test(p.text))?.path.replace(/\/Cargo\.toml$/, '');
    const all = [];
    if (cargoHome !== null)
        all.push({ from: cargoHome, to: '/cargo' });
    if (root !== undefined && root !== '')
        all.push({ from: root, to: '/workspace' });
    all.push({ from: places.projectDir, to: '/project' }, { from: places.targetDir, to: '/target' });
    if (cwd !== null && cwd !== places.projectDir) {
        all.push({ from: cwd, to: '/project' });
        if (places.targetDir.startsWith(`${places.projectDir}/`)) {
            all.push({ from: cwd + places.targetDir.slice(places.projectDir.length), to: '/target' });
        }
    }
    return all;
}
/**
 * Our rustc flags beside the user's own. Cargo takes flags from one place only (RUSTFLAGS, else the target's tables, else
 * `build`), so ours go where the user's are: into RUSTFLAGS when it is set, else into the target's table, together with
 * those of `build` when no table of the user's is for this target. Flags of a target do not rebuild build scripts.
 * @throws BuildError `native-cpu`
 */
function rustflags(targets, inputs, mapped, surroundings, config) {
    const common = mapped.map(m => `--remap-path-prefix=${m.from}=${m.to}`);
    const given = (name) => inputs.env[name] || surroundings.env[name] || '';
    const encoded = given('CARGO_ENCODED_RUSTFLAGS');
    const words = encoded ? encoded.split('\x1f') : given('RUSTFLAGS').split(' ').filter(Boolean);
    if (words.length > 0) {
        const cpu = cpuFlag(inputs.cpu, targets);
        if (cpu.length === 0)
            refuseNativeCpu([{ where: 'RUSTFLAGS', words }], surroundings);
        const all = [...words, ...common, ...linkage(targets), ...cpu];
        const plain = !encoded && all.every(f => !/\s/.test(f));
        return { args: [], env: plain ? { RUSTFLAGS: all.join(' ') } : { CARGO_ENCODED_RUSTFLAGS: all.join('\x1f') } };
    }
    const fromBuild = given('CARGO_BUILD_RUSTFLAGS').split(' ').filter(Boolean);
    const args = targets.flatMap(({ target, triple }) => {
        const theirs = configuredFlags({ ...config, build: [...config.build, ...fromBuild] }, triple, target);
        const own = given(`CARGO_TARGET_${triple.toUpperCase().replaceAll('-', '_')}_RUSTFLAGS`);
        const cpu = cpuFlag(inputs.cpu, [{ target }]);
        if (cpu.length === 0) {
            const places = [
                { where: 'config', words: theirs.flags },
                { where: 'the environment', words: [own] },
            ];
            refuseNativeCpu(places, surroundings);
        }
        const kept = theirs.own || own ? [] : theirs.flags;
        const flags = [...kept, ...common, ...linkage([{ target }]), ...cpu];
        return ['--config', `target.${triple}.rustflags=${JSON.stringify(flags)}`];
    });
    return { args, env: {} };
}
/** Static where all targets are musl: said in words, because rustc has musl targets that are dynamic by default. */
function linkage(targets) {
    return targets.every(({ target }) => target.libc === 'musl') ? ['-Ctarget-feature=+crt-static'] : [];
}
/** `x86_64_v3` is `x86-64-v3` to rustc; a CPU of x86 is not asked of other architectures. Last, it overrides the user's. */
function cpuFlag(cpu, targets) {
    if (cpu === null)
        return [];
    if (/^x86[-_]64/.test(cpu) && targets.some(({ target }) => target.arch !== 'x86_64'))
        return [];
    return [`-Ctarget-cpu=${cpu.replaceAll('_', '-')}`];
}
/**
 * The same path remapping for the C and C++ inside crates: the `cc` crate takes `CFLAGS_<triple>` beside the user's CFLAGS
 * (older releases take only the most specific variable, so the user's flags are repeated in it).
 * @throws BuildError `native-cpu` when the user's own flags ask for it and `cpu` does not
 */
function cflags(triple, inputs, mapped, surroundings, config) {
    const spaced = mapped.some(m => /[\s'"\\]/.test(m.from));
    const ours = mapped.map(m => {
        const flag = `-ffile-prefix-map=${m.from}=${m.to}`;
        return spaced ? `'${flag.replaceAll("'", `'\\''`)}'` : flag;
    });
    const env = {};
    for (const name of ['CFLAGS', 'CXXFLAGS']) {
        const own = `${name}_${triple.replaceAll('-', '_')}`;
        const places = [own, `${name}_${triple}`, `TARGET_${name}`, name];
        const theirs = places.map(p => inputs.env[p] || surroundings.env[p] || config.env[p]).find(Boolean);
        if (theirs !== undefined && inputs.cpu === null)
            refuseNativeCpu([{ where: name, words: [theirs] }], surroundings);
        env[own] = [...(theirs === undefined ? [] : [theirs]), ...ours].join(' ');
    }
    // Without it the cc crate splits the flags at every space.
    return spaced ? { ...env, CC_SHELL_ESCAPED_FLAGS: '1' } : env;
}

;// CONCATENATED MODULE: ./.build/js/languages/rust/command.js

/** The cargo call for a group of targets. @throws BuildError `native-cpu` */
function cargoStep(id, { aims, targetDir }, context, surroundings, config) {
    const { project, inputs, source, kit, workDir } = context;
    const zig = kit.backend === 'zig';
    const mapped = remaps({ projectDir: project.dir, targetDir }, surroundings);
    const flags = rustflags(aims, inputs, mapped, surroundings, config);
    const written = (a) => (zig && a.target.floor !== null ? `${a.triple}.${a.target.floor}` : a.triple);
    const names = aims.map(a => a.target.name);
    return {
        id,
        title: `cargo ${zig ? 'zigbuild' : 'build'} for ${names.join(', ')}`,
        targets: names,
        argv: [
            ...['cargo', zig ? 'zigbuild' : 'build'],
            ...aims.flatMap(a => ['--target', written(a)]),
            ...selection(context, surroundings),
            ...['--target-dir', targetDir, '--message-format', 'json-render-diagnostics'],
            ...stripArgs(context, config),
            ...flags.args,
            ...inputs.args,
        ],
        cwd: project.dir,
        env: {
            ...(inputs.toolchain === null ? {} : { RUSTUP_TOOLCHAIN: inputs.toolchain.replace(/^\+/, '') }),
            SOURCE_DATE_EPOCH: String(source.epoch),
            CARGO_INCREMENTAL: '0',
            // A build directory of the user's own configuration would be one for all floors.
            CARGO_BUILD_BUILD_DIR: targetDir,
            ...flags.env,
            ...Object.assign({}, ...aims.map(a => command_targetEnv(a, context, cflags(a.triple, inputs, mapped, surroundings, config)))),
            // zig up to 0.16 confuses the embedded files of directories that share a local cache.
            ...(zig ? { ZIG_LOCAL_CACHE_DIR: `${workDir}/zig-cache` } : {}),
        },
        stdout: 'cargo-json',
    };
}
function command_targetEnv({ target, triple }, { kit, inputs, workDir }, flags) {
    const env = { ...flags };
    const upper = triple.toUpperCase().replaceAll('-', '_');
    // jemalloc fixes the page size when it is built; aarch64 kernels have up to 64 KiB.
    if (target.arch === 'aarch64')
        env[`${upper}_JEMALLOC_SYS_WITH_LG_PAGE`] = '16';
    const lower = triple.replaceAll('-', '_');
    // An empty place: libraries of this machine are not the target's, even where the triple is the machine's own.
    const places = Object.keys(inputs.env).some(name => name.startsWith('PKG_CONFIG_LIBDIR'));
    if (kit.backend === 'zig' && !places)
        env[`PKG_CONFIG_LIBDIR_${lower}`] = `${workDir}/no-pkgconfig`;
    const compilers = kit.compilers[target.name];
    // cargo-zigbuild sets its own, which know what rustc passes to a linker.
    if (kit.backend === 'zig' || !compilers)
        return env;
    env[`CARGO_TARGET_${upper}_LINKER`] = compilers.cc;
    env[`CC_${lower}`] = compilers.cc;
    env[`CXX_${lower}`] = compilers.cxx;
    env[`AR_${lower}`] = compilers.ar;
    env[`RANLIB_${lower}`] = compilers.ranlib;
    return env;
}
function selection({ project, inputs }, surroundings) {
    const packages = inputs.package.length > 0 ? inputs.package : (project.cargo?.packages ?? []);
    const locked = inputs.locked && hasLock(project.cargo?.locked, surroundings);
    return [
        ...(inputs.profile === 'release' ? ['--release'] : ['--profile', inputs.profile]),
        ...(inputs.workspace ? ['--workspace'] : packages.flatMap(p => ['--package', p])),
        ...(inputs.bin.length > 0 ? inputs.bin.flatMap(b => ['--bin', b]) : ['--bins']),
        ...(inputs.features.length > 0 ? ['--features', inputs.features.join(',')] : []),
        ...(inputs['all-features'] ? ['--all-features'] : []),
        ...(inputs['no-default-features'] ? ['--no-default-features'] : []),
        ...(locked ? ['--locked'] : []),
    ];
}
/** Strips what the project's own profile does not settle. */
function stripArgs({ project, inputs }, config) {
    const { profile } = inputs;
    const said = [...(project.cargo?.stripSaid ?? []), ...config.stripSaid].includes(profile);
    const byVariable = `CARGO_PROFILE_${profile.toUpperCase().replaceAll('-', '_')}_STRIP` in inputs.env;
    return inputs.strip && !said && !byVariable ? ['--config', `profile.${profile}.strip="symbols"`] : [];
}
/** Whether the versions of the dependencies are settled, here or in the workspace above. */
function hasLock(here, surroundings) {
    return here === true || surroundings.lock;
}

;// CONCATENATED MODULE: ./.build/js/languages/rust/host-compiler.js

/**
 * Build scripts and procedural macros run on this machine, and rustc links them with `cc`. Where there is none, zig does
 * it: a machine with Rust alone can build. Only for glibc, the C library of the Rust that runs here then.
 */
function hostCompiler(kit, workDir, { withoutCompiler }) {
    const zig = kit.env['CARGO_ZIGBUILD_ZIG_PATH'];
    const arch = js_arch/* archNames */.H.find(a => a === withoutCompiler || js_arch/* archs */.C[a].aliases.some(alias => alias === withoutCompiler));
    const name = arch && js_arch/* archs */.C[arch].zig?.arch;
    if (withoutCompiler === null || zig === undefined || name === undefined)
        return { files: [], path: [], notices: [] };
    const dir = `${workDir}/host`;
    const quoted = `'${zig.replaceAll("'", `'\\''`)}'`;
    const compile = (driver) => `${quoted} ${driver} -target ${name}-linux-gnu.2.17 -fno-sanitize=undefined`;
    const commands = { cc: compile('cc'), 'c++': compile('c++'), ar: `${quoted} ar` };
    return {
        files: Object.entries(commands).map(([file, command]) => ({
            path: `${dir}/${file}`,
            content: `#!/bin/sh\nexec ${command} "$@"\n`,
            executable: true,
        })),
        path: [dir],
        notices: ['this machine has no C compiler (cc): zig links the build scripts and procedural macros'],
    };
}

;// CONCATENATED MODULE: ./.build/js/languages/rust/probe.js

/** Variables of the build's environment that a plan must know so as not to lose what the user put there. */
const variables = [
    ...['HOME', 'CARGO_HOME', 'RUSTFLAGS', 'CARGO_ENCODED_RUSTFLAGS', 'CARGO_BUILD_RUSTFLAGS'],
    ...['CFLAGS', 'CXXFLAGS', 'TARGET_CFLAGS', 'TARGET_CXXFLAGS'],
];
/**
 * Prints key and value, each ended by NUL: the variables, the real path of the directory, the kind of machine and whether
 * it has a C compiler (Rust links build scripts and procedural macros with `cc`), and the files that cargo reads
 * beside the project's own: `.cargo/config.toml` here, in every parent and in CARGO_HOME, and the manifests of the parents
 * (the project may be a member of a workspace above it). Source: the Cargo Book, chapter Configuration.
 */
const script = String.raw `
say() { printf '%s\0%s\0' "$1" "$2"; }
show() { [ -f "$1" ] && printf 'file:%s\0' "$1" && cat "$1" && printf '\0'; }
for name in ${variables.join(' ')}; do
  eval "value=\${$name-}"
  [ -z "$value" ] || say "$name" "$value"
done
here=$(pwd -P)
say cwd "$here"
dir=$here
while :; do
  show "$dir/.cargo/config" || show "$dir/.cargo/config.toml"
  [ "$dir" = "$here" ] || show "$dir/Cargo.toml"
  [ ! -f "$dir/Cargo.lock" ] || say lock "$dir/Cargo.lock"
  [ "$dir" != / ] || break
  dir=$(dirname "$dir")
done
say machine "$(uname -m)"
for musl in /lib/ld-musl-*; do [ ! -e "$musl" ] || say musl "$musl"; done
command -v cc >/dev/null || say nocc "$PATH"
home=${'$'}{CARGO_HOME:-$HOME/.cargo}
show "$home/config" || show "$home/config.toml"
exit 0
`;
const id = 'cargo-surroundings';
/** The question that {@link readSurroundings} reads the answer of; about 10 ms, nothing of the project is run. */
function surroundingsProbe(project) {
    return { id, argv: ['sh', '-c', script], cwd: project.dir, env: {} };
}
/** Reads what the probe printed; nothing is known where it could not run. */
function readSurroundings(answers) {
    const parts = (answers[id]?.stdout ?? '').split('\0');
    const env = {};
    const files = new Map();
    const found = {};
    for (let i = 0; i + 1 < parts.length; i += 2) {
        const [key = '', value = ''] = [parts[i], parts[i + 1]];
        if (key.startsWith('file:'))
            files.set(key.slice('file:'.length).replace(/^\/\//, '/'), value);
        else if (variables.includes(key))
            env[key] = value;
        else
            found[key] = value;
    }
    const all = [...files].map(([path, text]) => ({ path, text }));
    const home = env['HOME'];
    return {
        cargoHome: env['CARGO_HOME'] ?? (home === undefined ? null : `${home}/.cargo`),
        cwd: found['cwd'] ?? null,
        env,
        configs: all.filter(f => !f.path.endsWith('/Cargo.toml')),
        parents: all.filter(f => f.path.endsWith('/Cargo.toml')).sort((a, b) => probe_depth(b.path) - probe_depth(a.path)),
        lock: 'lock' in found,
        withoutCompiler: 'nocc' in found && !('musl' in found) ? (found['machine'] ?? null) : null,
    };
}
function probe_depth(path) {
    return (0,external_node_path_.dirname)(path).split('/').length;
}

;// CONCATENATED MODULE: ./.build/js/languages/rust/plan.js







/**
 * One cargo call for all targets, so that build scripts and procedural macros are compiled once. Two floors of one triple
 * would overwrite each other's files: they get calls and target directories of their own.
 * @throws BuildError `no-executable`, `bad-input`, `native-cpu`, `no-backend`, `toolchain-refused`, `unreadable-project`
 */
function planCargo(context, targets) {
    const { project, inputs, kit } = context;
    checkRequest(project, inputs);
    refuseOldRust(project, inputs);
    refuseNativeBuildScripts(project, inputs);
    const surroundings = readSurroundings(context.answers);
    const config = config_readConfig(surroundings);
    const steps = [];
    const collect = [];
    const script = (kind, { target, triple }) => {
        const text = inputs[kind];
        if (!text)
            return;
        const id = `${steps.length + 1}-${kind}`;
        steps.push(scriptStep({ kind, text, target, kit, cwd: project.dir, id, env: { PB_RUST_TARGET: triple } }));
    };
    const aims = checkTriples(targets.map(target => ({ target, triple: (0,js_target/* rustTriple */.X)(target) })));
    for (const aim of aims)
        script('before-script', aim);
    for (const group of grouped(aims, context.workDir)) {
        const id = `${steps.length + 1}-build`;
        steps.push(plan_buildStep(id, group, context, surroundings, config));
        collect.push({
            from: 'cargo-json',
            step: id,
            triples: Object.fromEntries(group.aims.map(a => [a.triple, a.target.name])),
            bins: inputs.bin.length > 0 ? inputs.bin : null,
        });
    }
    for (const aim of aims)
        script('after-script', aim);
    const { files, path, notices } = hostCompiler(kit, context.workDir, surroundings);
    return { steps, collect, files, path, notices: [...notices, ...plan_noticesOf(context, surroundings)] };
}
/** The first floor of a triple keeps the shared directory; each other has one named after it, so that both stay warm. */
function grouped(aims, workDir) {
    const groups = [];
    for (const aim of aims) {
        const group = groups.find(g => g.aims.every(a => a.triple !== aim.triple));
        if (group)
            group.aims.push(aim);
        else {
            const name = groups.length === 0 ? 'target' : `target-${aim.target.floor ?? groups.length}`;
            groups.push({ aims: [aim], targetDir: `${workDir}/${name}` });
        }
    }
    return groups;
}
function plan_buildStep(id, group, context, surroundings, config) {
    const whole = cargoStep(id, group, context, surroundings, config);
    if (group.aims.length === 1)
        return whole;
    const fallback = group.aims.map(aim => cargoStep(`${id}-${aim.target.name}`, { ...group, aims: [aim] }, context, surroundings, config));
    return { ...whole, fallback };
}
function plan_noticesOf({ project, inputs }, surroundings) {
    if (!inputs.locked || hasLock(project.cargo?.locked, surroundings))
        return [];
    return [
        `${project.name} has no Cargo.lock: this build chooses the versions of its dependencies; commit Cargo.lock to get the same program again`,
    ];
}

;// CONCATENATED MODULE: ./.build/js/languages/rust.js



/** Rust, by Cargo: every crate type that gives an executable, with the C that crates compile. */
const rust = {
    name: 'rust',
    detect: detectCargo,
    needs: () => [
        { tool: 'cargo', get: 'install Rust with rustup (https://rustup.rs) or from your distribution (rustc and cargo)' },
    ],
    probes: project => [surroundingsProbe(project)],
    defaultLibc: (_project, inputs) => (inputs.glibc === null ? 'musl' : 'glibc'),
    // rustc always needs a linker for the target, and crates compile C with the same compiler.
    needsC: () => true,
    plan: planCargo,
};

;// CONCATENATED MODULE: ./.build/js/source.js

/** SOURCE_DATE_EPOCH without git: 1980-01-01, the first date that a zip file can hold. */
const fixedEpoch = 315_532_800;
/** The last second of the year 9999: what every tool that reads the variable can write down. */
const maxEpoch = 253_402_300_799;
const timeoutMs = 10_000;
/** git's messages (in the C locale) and what they mean for a reader. */
const reasons = [
    { says: /dubious ownership/, why: 'owned by another user: git asks for safe.directory' },
    { says: /not a git repository/, why: 'not a repository' },
    { says: /does not have any commits yet|bad default revision|ambiguous argument 'HEAD'/, why: 'no commit yet' },
];
/**
 * Asks git for the commit of a directory. Whatever git answers, the build goes on: `why` says what is not known.
 * git gets PATH and HOME only, like the build's own calls, so that what works here works there.
 * @param env ours: SOURCE_DATE_EPOCH (seconds) wins over the commit's time
 * @throws BuildError `bad-input` for a SOURCE_DATE_EPOCH that is no number of seconds
 */
async function readSource(dir, exec, env) {
    const given = readEpoch(env);
    const git = (...args) => ask(dir, exec, env, args);
    const [log, status] = await Promise.all([
        git('log', '-1', '--no-show-signature', '--format=%H %ct %D', '--decorate=full', '--decorate-refs=refs/tags/*'),
        git('status', '--porcelain', '--untracked-files=no'),
    ]);
    const said = typeof log === 'string' ? null : /^([0-9a-f]{40,64}) ([0-9]+) ?(.*)$/m.exec(log.stdout);
    if (typeof log === 'string' || log.code !== 0 || !said) {
        const why = typeof log === 'string' ? log : explain(log);
        return { commit: null, tag: null, epoch: given ?? fixedEpoch, dirty: false, why };
    }
    const [, commit = '', seconds = '', names = ''] = said;
    const dirty = typeof status !== 'string' && status.stdout.trim() !== '';
    return { commit, tag: versionTag(names), epoch: given ?? Number(seconds), dirty, why: null };
}
function readEpoch(env) {
    const text = env['SOURCE_DATE_EPOCH'];
    if (text === undefined || text === '')
        return null;
    const seconds = /^[0-9]{1,12}$/.test(text) ? Number(text) : Number.NaN;
    if (seconds <= maxEpoch)
        return seconds;
    throw new errors/* BuildError */.zS('bad-input', `SOURCE_DATE_EPOCH is ${JSON.stringify(text)}: it must be seconds since 1970`, {
        hint: 'Unset it (the time of the commit is used then), or set it to the output of `git log -1 --format=%ct`.',
    });
}
/** git's answer, or why there is none. `core.fsmonitor` is off: a repository must not start programs by being looked at. */
async function ask(dir, exec, env, args) {
    const { PATH = '', HOME } = env;
    try {
        const answer = await exec({
            argv: ['git', '-c', 'core.fsmonitor=false', ...args],
            cwd: dir,
            env: { PATH, ...(HOME === undefined ? {} : { HOME }), LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
            timeoutMs,
        });
        return answer.timedOut ? 'git did not answer' : answer;
    }
    catch (error) {
        if (error instanceof errors/* BuildError */.zS && error.code === 'interrupted')
            throw error;
        return 'no git';
    }
}
function explain(log) {
    const first = log.stderr.split('\n').find(line => line.trim() !== '') ?? `exit status ${log.code}`;
    return reasons.find(r => r.says.test(log.stderr))?.why ?? first.replace(/^fatal: /, '').slice(0, 200);
}
/** The greatest-looking version among the tags of the commit: `v1.2.3`, `1.2.3`, `v2.0.0-rc.1`. */
function versionTag(names) {
    const tags = names.split(', ').map(n => n.replace(/^tag: /, '').replace(/^refs\/tags\//, ''));
    return tags.find(t => /^v?[0-9]+\.[0-9]+(\.[0-9]+)?([-+][0-9A-Za-z.+-]+)?$/.test(t)) ?? null;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./.build/js/tree.js



/** Limits of one look: enough for every real project, and an end for a home directory given by mistake. */
const defaultLimits = { files: 20_000, depth: 12 };
/** Bytes. */
const maxText = 1024 * 1024;
/** Directories that hold no sources of the project, by name. */
const skippedNames = new Set(['.git', '.hg', '.svn', '.portable-build', 'node_modules']);
/** Files whose presence says that their directory was made by a tool: https://bford.info/cachedir/, PEP 405. */
const generatedMarks = new Set(['CACHEDIR.TAG', 'pyvenv.cfg']);
/** Dependencies that are checked in: only their own index (`vendor/modules.txt`) is of interest. */
const shallowNames = new Set(['vendor']);
/**
 * Looks at a project directory: near files first, so that the limits cut off only what is deep. Links are not followed.
 * @param skip directories to leave out, absolute or relative to `dir`: where artifacts go
 * @throws BuildError `unreadable-project` when `dir` itself cannot be listed; what cannot be read below it is in `notices`
 */
function readTree(dir, skip = ['dist'], limits = defaultLimits) {
    const root = (0,external_node_path_.resolve)(dir);
    const skipped = new Set(skip.map(s => (0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(root, s))));
    const files = [];
    const notices = [];
    let level = [''];
    for (let depth = 0; level.length > 0 && depth <= limits.depth && files.length <= limits.files; depth++) {
        const next = [];
        for (const path of level) {
            const found = listDirectory(root, path, notices);
            files.push(...found.files);
            next.push(...found.dirs.filter(d => !skipped.has(d)));
        }
        level = next;
    }
    if (files.length > limits.files)
        notices.push(`only the first ${limits.files} files were looked at`);
    else if (level.length > 0)
        notices.push(`directories more than ${limits.depth} deep were not looked at`);
    const kept = files.slice(0, limits.files).sort();
    const known = new Set(kept);
    return { root, files: kept, notices, read: path => (known.has(path) ? readText((0,external_node_path_.join)(root, path)) : null) };
}
/** The files of one directory and the directories to look at next, as paths relative to `root`. */
function listDirectory(root, path, notices) {
    const nothing = { files: [], dirs: [] };
    const entries = list(root, path, notices);
    if (path !== '' && entries.some(e => e.isFile() && generatedMarks.has(e.name)))
        return nothing;
    const at = (name) => (path === '' ? name : `${path}/${name}`);
    const isCargo = entries.some(e => e.name === 'Cargo.toml');
    const isShallow = shallowNames.has(path.slice(path.lastIndexOf('/') + 1));
    const dirs = entries.filter(e => e.isDirectory() && !isShallow && !skippedNames.has(e.name) && !(isCargo && e.name === 'target'));
    return { files: entries.filter(e => e.isFile()).map(e => at(e.name)), dirs: dirs.map(e => at(e.name)).sort() };
}
function list(root, path, notices) {
    try {
        return (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(root, path), { withFileTypes: true });
    }
    catch (error) {
        if (path !== '') {
            notices.push(`${path}/ was not looked at: ${reason(error)}`);
            return [];
        }
        throw new errors/* BuildError */.zS('unreadable-project', `${root} cannot be read: ${reason(error)}`, { cause: error });
    }
}
const tree_reasons = {
    ENOENT: 'it does not exist',
    ENOTDIR: 'it is not a directory',
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    ELOOP: 'its links go in circles',
};
function reason(error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return tree_reasons[code] ?? code;
}
/** The text of a small UTF-8 file, or null. A file that became a link or a pipe meanwhile is not opened. */
function readText(path) {
    let file = null;
    try {
        if (!(0,external_node_fs_.statSync)(path).isFile())
            return null;
        file = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
        if ((0,external_node_fs_.fstatSync)(file).size > maxText)
            return null;
        return new TextDecoder('utf-8', { fatal: true }).decode((0,external_node_fs_.readFileSync)(file));
    }
    catch {
        return null;
    }
    finally {
        if (file !== null)
            (0,external_node_fs_.closeSync)(file);
    }
}

;// CONCATENATED MODULE: ./.build/js/pipeline/gather.js













/** Every language, in the order in which they are asked. */
const languages = [rust, go, c];
/** Every backend, the preferred one first (design section 4). */
const backends = [native_native, zig];
/** Reads inputs and the projects' files, and nothing else. @throws BuildError bad inputs, no project, more than one answer */
async function findProjects(request) {
    const { projects } = await loadInputs(request);
    for (const { dir } of projects)
        refuseLineEnds(dir);
    return projects.map(({ dir, loaded }) => {
        const outputDir = (0,external_node_path_.resolve)(dir, loaded.inputs['output-dir']);
        const project = detect(readTree(dir, [outputDir]), loaded.inputs, languages);
        return { loaded, outputDir, project, language: languageOf(project) };
    });
}
/** Reads inputs and projects, asks the machine and the tools; changes nothing. @throws BuildError what the user must settle */
async function gather(request, exec, { toolsDir, signal }) {
    const found = await findProjects(request);
    const tools = found.flatMap(f => f.language.needs(f.project, f.loaded.inputs).map(n => n.tool));
    const [machine, subjects] = await Promise.all([
        (0,probe/* probeMachine */.cA)({ exec, env: request.env, toolsDir, tools: [...new Set(['git', ...tools])] }),
        Promise.all(found.map(async (f) => ({
            ...f,
            source: await readSource(f.project.dir, exec, request.env),
            answers: await gather_ask(f.language, f.project, f.loaded.inputs, exec, request.env, signal),
        }))),
    ]);
    return { machine, subjects };
}
/** Go refuses such a directory, and the dependency files of C compilers cannot name it: said here, before a compiler fails oddly. */
function refuseLineEnds(dir) {
    if (!/[\n\r]/.test(dir))
        return;
    throw new errors/* BuildError */.zS('bad-input', `the path ${JSON.stringify(dir)} has a line end: compilers cannot build there`, {
        hint: 'Rename the directory; every other character is fine.',
    });
}
function languageOf(project) {
    const language = languages.find(l => l.name === project.language);
    if (!language)
        throw new Error(`no language ${project.language}`);
    return language;
}
/** Asks a language's questions. A tool that is missing is an answer too: the build names it, a plan can do without. */
async function gather_ask(language, project, inputs, exec, env, signal) {
    const own = (0,environment/* buildEnv */.W)(env, inputs.env, `${project.dir}/.portable-build/home`);
    const answers = language.probes(project, inputs).map(async (probe) => {
        try {
            const { code, stdout, stderr } = await exec({
                argv: probe.argv,
                cwd: probe.cwd,
                env: { ...own, ...probe.env },
                signal,
            });
            return [probe.id, { code: code ?? 1, stdout, stderr }];
        }
        catch (error) {
            if (signal.aborted)
                throw error;
            return [probe.id, { code: 127, stdout: '', stderr: error instanceof Error ? error.message : String(error) }];
        }
    });
    return Object.fromEntries(await Promise.all(answers));
}


/***/ }),

/***/ 6464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U$: () => (/* binding */ catalog),
  Jm: () => (/* binding */ checkZigVersion),
  T4: () => (/* binding */ isPinned),
  Fv: () => (/* binding */ pinnedZig),
  JY: () => (/* binding */ pinnedZigbuild),
  $d: () => (/* binding */ sizeOf)
});

// EXTERNAL MODULE: ./.build/js/errors.js
var errors = __webpack_require__(1541);
// EXTERNAL MODULE: ./.build/js/version.js
var js_version = __webpack_require__(1480);
;// CONCATENATED MODULE: ./.build/js/toolchains/catalog.json
const catalog_namespaceObject = /*#__PURE__*/JSON.parse('{"zig":{"version":"0.15.2","package":"ziglang","executable":"zig","vendor":"https://ziglang.org/download/0.15.2","vendorMirrors":["https://pkg.machengine.org/zig","https://zigmirror.hryx.net/zig","https://zig.linus.dev/zig","https://zig.squirl.dev","https://zig.mirror.mschae23.de/zig","https://ziglang.freetls.fastly.net","https://zig.tilok.dev","https://zig-mirror.tsimnet.eu/zig","https://zig.karearl.com/zig","https://pkg.earth/zig","https://fs.liujiacai.net/zigbuilds","https://zigmirror.com","https://zig.chainsafe.dev","https://zig.savalione.com"],"hosts":{"x86_64":{"wheel":{"file":"ziglang-0.15.2-py3-none-manylinux_2_12_x86_64.manylinux2010_x86_64.musllinux_1_1_x86_64.whl","sha256":"806316453d1ede7174ed3fefb8e5348154629089c3bb5fe812dfd0e172fac130","bytes":93508126,"unpacked":343269120,"root":"ziglang/"},"archive":{"file":"zig-x86_64-linux-0.15.2.tar.xz","sha256":"02aa270f183da276e5b5920b1dac44a63f1a49e55050ebde3aecc9eb82f93239","bytes":53733924,"root":"zig-x86_64-linux-0.15.2/"}},"aarch64":{"wheel":{"file":"ziglang-0.15.2-py3-none-manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64.whl","sha256":"edc0aa60ec964a4cf462d40f68d7de242ddf37fd9a80f2afaee6397059463230","bytes":90542084,"unpacked":329823048,"root":"ziglang/"},"archive":{"file":"zig-aarch64-linux-0.15.2.tar.xz","sha256":"958ed7d1e00d0ea76590d27666efbf7a932281b3d7ba0c6b01b0ff26498f667f","bytes":49471996,"root":"zig-aarch64-linux-0.15.2/"}}}},"cargo-zigbuild":{"version":"0.24.0","package":"cargo-zigbuild","executable":"cargo-zigbuild","crate":"cargo-zigbuild","hosts":{"x86_64":{"wheel":{"file":"cargo_zigbuild-0.24.0-py3-none-manylinux_2_5_x86_64.manylinux1_x86_64.whl","sha256":"484412e39e4c6039474535ce97ee75a22bab22d58233056f8ec8a8f9034bb957","bytes":1655102,"unpacked":4068200,"root":"cargo_zigbuild-0.24.0.data/scripts/"}},"aarch64":{"wheel":{"file":"cargo_zigbuild-0.24.0-py3-none-manylinux_2_17_aarch64.manylinux2014_aarch64.whl","sha256":"6942e4320f7b05d8fb29e0a8ce5670bcbb3d254275100b85b5b7c86552f9a744","bytes":1534566,"unpacked":3412240,"root":"cargo_zigbuild-0.24.0.data/scripts/"}}}}}');
;// CONCATENATED MODULE: ./.build/js/toolchains/catalog.js



/**
 * Pinned toolchains with their sources and sha256; written by `scripts/catalog.mjs`. Sources of the numbers: the wheels
 * themselves, and the vendor's published download index for the archives.
 */
const catalog = catalog_namespaceObject;
/** The version of zig that everything was tested with. */
const pinnedZig = catalog.zig.version;
/** The version of cargo-zigbuild that everything was tested with. */
const pinnedZigbuild = catalog['cargo-zigbuild'].version;
/** The oldest zig that is not known to build wrong programs. */
const oldestZig = '0.12.0';
/**
 * Checks the `zig-version` input; null is the pin. Returns the exact version. Pure.
 * @throws BuildError `bad-input` for a text that is no release, `toolchain-refused` for one that builds wrong programs
 */
function checkZigVersion(text) {
    const version = (text ?? pinnedZig).trim().replace(/^v/, '');
    if (!/^[0-9]+\.[0-9]+\.[0-9]+(\.post[0-9]+)?$/.test(version)) {
        throw new errors/* BuildError */.zS('bad-input', `zig-version: ${JSON.stringify(text)} is no release of zig`, {
            hint: `Give a whole version such as ${pinnedZig}, or leave it empty.`,
        });
    }
    if ((0,js_version/* compareVersions */.Z)(version.replace(/\.post[0-9]+$/, ''), oldestZig) < 0) {
        throw new errors/* BuildError */.zS('toolchain-refused', `zig ${version} builds programs that misread errors: before ${oldestZig}, a failed stat() left errno unset for glibc before 2.33`, { hint: `Leave zig-version empty for ${pinnedZig}, or use ${oldestZig} or newer.` });
    }
    return version;
}
/** Whether this is the version whose files the catalog knows by sha256. */
function isPinned(ref, from) {
    return from[ref.name].version === ref.version;
}
/** What an installation takes on disk and from the network, bytes; null for a kind of machine that has no files. */
function sizeOf(ref, arch) {
    const files = catalog[ref.name].hosts[arch];
    return files ? { disk: files.wheel.unpacked, download: files.wheel.bytes } : null;
}


/***/ }),

/***/ 7430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ toolchainDir)
/* harmony export */ });
/** Where a toolchain is (or will be) installed; pure, so that a plan can print the paths before anything is downloaded. */
function toolchainDir(toolsDir, ref) {
    return `${toolsDir}/${ref.name}-${ref.version}`;
}


/***/ })

};
