export const id = 450;
export const ids = [450];
export const modules = {

/***/ 5862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ errno),
/* harmony export */   o: () => (/* binding */ writeError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1541);

/** What the system says when there is no room: the device, the user's quota, a limit of the file's size. */
const full = ['ENOSPC', 'EDQUOT', 'EFBIG'];
const forbidden = [
    'EACCES',
    'EPERM',
    'EROFS',
    'ENOTDIR',
    'EEXIST',
    'EISDIR',
    'ENAMETOOLONG',
    'ELOOP',
    'ENOENT',
    'EIO',
];
/** The system's code of an error (`ENOSPC`), or an empty text. */
function errno(error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
/** Makes a failed write what a user can act on: `disk-full`, `cannot-write`; anything else stays as it is. */
function writeError(error, path) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS)
        return error;
    const code = errno(error);
    if (full.includes(code)) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS('disk-full', `there is no room to write ${path} (${code})`, { cause: error });
    }
    if (forbidden.includes(code)) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS('cannot-write', `${path} cannot be written (${code})`, { cause: error });
    }
    return error;
}


/***/ }),

/***/ 5393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oQ: () => (/* binding */ commandNames),
  Pi: () => (/* binding */ commands),
  Zo: () => (/* binding */ flagsOf),
  vP: () => (/* binding */ globalFlags),
  y9: () => (/* binding */ isCommand)
});

// EXTERNAL MODULE: ./.build/js/init/pins.js
var pins = __webpack_require__(5747);
// EXTERNAL MODULE: ./.build/js/inputs/names.js
var names = __webpack_require__(6672);
;// CONCATENATED MODULE: ./.build/js/inputs/actions.js

/** The inputs that say what is demanded of files, and how they are started: those of `verify`. */
const verifyInputs = [
    ...['targets', 'policy', 'libc', 'glibc', 'musl', 'kernel', 'cpu', 'max-page-size'],
    ...['allow', 'forbid', 'allow-libraries', 'forbid-libraries', 'forbid-paths', 'secrets'],
    ...['smoke-floor', 'smoke-command', 'mirrors'],
];
const verbose = { description: 'Print what the tools say and where each value came from. Default: `false`.' };
const config = { description: 'Read this file instead of `portable-build.yml`.' };
const only = {
    description: 'Do only these jobs of the plan: `only` of a leg of the matrix that the `plan` action gives.',
};
/** Every action. */
const actionTable = {
    build: {
        title: 'portable-build',
        description: 'Builds Rust, Go and C/C++ for many Linux architectures and hands over only executables that are proven to start there.',
        dir: '.',
        main: 'dist/main/index.js',
        own: { only, config, verbose },
        inputs: names/* inputNames */.vj,
        outputs: ['artifacts', 'artifact-names', 'checksums', 'report', 'verified', 'cache-hit'],
    },
    plan: {
        title: 'portable-build: plan',
        description: 'Says what would be built, with what and why, and gives the matrix for it. Builds nothing.',
        dir: 'plan',
        main: 'dist/plan/index.js',
        own: { only, config, verbose },
        inputs: names/* inputNames */.vj,
        outputs: ['matrix', 'plan', 'targets'],
    },
    verify: {
        title: 'portable-build: verify',
        description: 'Judges executables that any tool built from their bytes: architecture, oldest glibc, libraries, hardening.',
        dir: 'verify',
        main: 'dist/verify-action/index.js',
        own: {
            files: {
                description: 'What to verify: files, directories or patterns (`dist/**`); comma or newline.',
                required: true,
            },
            smoke: {
                description: 'Run what is verified: nothing (`off`), here (`native`), on an old system too (`floor`), or fail where it cannot run (`require`). Default: `off`.',
            },
            baseline: { description: 'An earlier report.json: fail for what got worse since.' },
            'max-growth': { description: 'With `baseline`: by how many percent a file may grow. Default: `10`.' },
            verbose,
        },
        inputs: verifyInputs,
        outputs: ['verified', 'report'],
    },
    collect: {
        title: 'portable-build: collect',
        description: 'Puts the legs of a matrix together: checks that all are there and whole; one report, SHA256SUMS and an index.',
        dir: 'collect',
        main: 'dist/collect/index.js',
        own: {
            matrix: {
                description: 'The output `matrix` of the `plan` action: it says which legs must be there.',
                required: true,
            },
            path: { description: 'A directory with the artifacts of all legs; without it they are downloaded.' },
            verbose,
        },
        inputs: ['output-dir'],
        outputs: ['artifacts', 'artifact-names', 'checksums', 'report', 'index', 'verified'],
    },
};

// EXTERNAL MODULE: ./.build/js/smoke/modes.js
var modes = __webpack_require__(3274);
// EXTERNAL MODULE: ./.build/js/cli/flags.js
var flags = __webpack_require__(2082);
// EXTERNAL MODULE: ./.build/js/cli/formats.js
var formats = __webpack_require__(7445);
;// CONCATENATED MODULE: ./.build/js/cli/commands.js





const json = (what) => (0,flags/* ownFlag */.XB)('json', null, `Print ${what} as JSON on stdout.`);
const commands_config = (0,flags/* ownFlag */.XB)('config', 'file', 'Read this file instead of portable-build.yml.');
const commands_only = (0,flags/* ownFlag */.XB)('only', 'job', 'Do only this job of the plan; may be repeated.', ',');
/** Flags of every command, before or after its name. */
const globalFlags = [
    (0,flags/* ownFlag */.XB)('quiet', null, 'Print errors and the verdict only.'),
    (0,flags/* ownFlag */.XB)('verbose', null, 'Print the output of the tools too.'),
];
const directory = {
    term: '[dir]',
    description: 'Directory of the project (default: the current one).',
    kind: 'directory',
};
/** To `verify`, targets are a demand, and what no one demands is not asked. */
const ofFiles = (flag) => flag.name === 'targets'
    ? {
        ...flag,
        description: 'What the files must be for: `x86_64-linux-musl`, `aarch64-linux-gnu.2.17`, `linux/arm64`, Rust triples, `manylinux2014_x86_64`; each file is held against those of its architecture. Comma or newline. (default: anything)',
    }
    : flag;
/** Every command. */
const commands = {
    build: {
        summary: 'Build a project for all its targets, judge and start what came out, write the report.',
        argument: directory,
        flags: [json('the report'), commands_config, commands_only, ...(0,flags/* inputFlags */.eJ)(flags/* allInputs */.j3)],
        examples: [
            'portable-build build --targets linux/amd64,linux/arm64',
            'portable-build build examples/c --targets x86_64-linux-gnu.2.17 --output-dir out',
        ],
    },
    plan: {
        summary: 'Say what would be built, with what, by which commands, and why. Builds nothing.',
        argument: directory,
        flags: [
            json('the plan'),
            (0,flags/* ownFlag */.XB)('matrix', null, 'Print the jobs as {"include": [...]} for a CI matrix.'),
            commands_config,
            commands_only,
            ...(0,flags/* inputFlags */.eJ)(flags/* allInputs */.j3),
        ],
        examples: ['portable-build plan --targets arm64', 'portable-build plan --matrix'],
    },
    verify: {
        summary: 'Judge executables that any tool built, from their bytes alone; nothing of them is run, unless --smoke says so.',
        argument: { term: '<file...>', description: 'Files, directories or patterns ("dist/**").', kind: 'files' },
        flags: [
            json('the verdict'),
            { ...(0,flags/* ownFlag */.XB)('format', 'format', `Print the verdict as ${formats/* formats */.Fx.join(', ')}.`), choices: formats/* formats */.Fx },
            (0,flags/* ownFlag */.XB)('output', 'file', 'Write it to this file; the verdict as text goes to stdout.'),
            (0,flags/* ownFlag */.XB)('explain', 'name', 'Say who needs a symbol, a version or a library (getrandom, GLIBC_2.25).'),
            (0,flags/* ownFlag */.XB)('baseline', 'file', 'Compare with an earlier report.json or verify --json, and fail for what got worse.'),
            (0,flags/* ownFlag */.XB)('max-growth', 'percent', 'With --baseline: how much larger a file may be (default: 10).'),
            {
                ...(0,flags/* ownFlag */.XB)('smoke', 'where', 'Run what is verified, by default nothing (off): here (native), on an old system too (floor); require: or fail.'),
                choices: modes/* smokeModes */.I,
            },
            ...(0,flags/* inputFlags */.eJ)(verifyInputs).map(ofFiles),
        ],
        examples: [
            'portable-build verify dist',
            'portable-build verify --targets aarch64-linux-musl ./server',
            'portable-build verify --glibc 2.17 --allow-libraries libz.so.1 "dist/**"',
            'portable-build verify --explain GLIBC_2.34 ./server',
            'portable-build verify --format sarif --output verify.sarif dist',
            'portable-build verify --smoke floor --glibc 2.28 ./server',
            'portable-build verify --baseline last-release.json dist',
        ],
    },
    init: {
        summary: 'Write a workflow for the project that is found; a file that is there already is left alone.',
        argument: directory,
        flags: [
            (0,flags/* ownFlag */.XB)('github', null, 'Write a workflow for GitHub: build and verify for every push and pull request.'),
            (0,flags/* ownFlag */.XB)('release', null, 'Write the one for tags instead: build, verify, sign where it was built, publish.'),
            (0,flags/* ownFlag */.XB)('ref', 'version', `Version of the action to write: a full commit sha, or a tag (default: ${pins/* defaultRef */.F1}).`),
            commands_config,
            ...(0,flags/* inputFlags */.eJ)(['targets', 'libc', 'glibc', 'language', 'build-system', 'bin']),
        ],
        examples: [
            'portable-build init --github',
            'portable-build init --github --release --targets linux/amd64,linux/arm64,linux/arm/v7',
        ],
    },
    collect: {
        summary: 'Put the legs of a CI matrix together: check that all are there and whole, write one report and an index.',
        argument: {
            term: '[dir]',
            description: 'Directory that holds the reports and artifacts of all legs (default: legs).',
            kind: 'directory',
        },
        flags: [
            json('the merged report'),
            (0,flags/* ownFlag */.XB)('matrix', 'json', 'What `plan --matrix` printed, or @file: these legs must be there.'),
            ...(0,flags/* inputFlags */.eJ)(['output-dir']),
        ],
        examples: ['portable-build collect legs --matrix @matrix.json --output-dir dist'],
    },
    doctor: {
        summary: 'Say what this machine has, what a build would install, what is missing and how to get it.',
        argument: directory,
        flags: [json('the rows'), commands_config, ...(0,flags/* inputFlags */.eJ)(flags/* allInputs */.j3)],
        examples: ['portable-build doctor', 'portable-build doctor examples/rust --json'],
    },
    completion: {
        summary: 'Print a completion script for a shell.',
        argument: {
            term: '<shell>',
            description: 'bash, zsh or fish.',
            kind: 'choice',
            choices: ['bash', 'zsh', 'fish'],
        },
        flags: [],
        examples: ['portable-build completion bash > ~/.local/share/bash-completion/completions/portable-build'],
    },
};
/** Their names, in the order of the help. */
const commandNames = Object.keys(commands);
/** Whether a word is the name of a command. */
function isCommand(word) {
    return Object.hasOwn(commands, word);
}
/** The flags that a command understands, the global ones last. */
function flagsOf(command) {
    return [...commands[command].flags, ...globalFlags];
}


/***/ }),

/***/ 2082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qk: () => (/* binding */ offSwitch),
/* harmony export */   XB: () => (/* binding */ ownFlag),
/* harmony export */   eJ: () => (/* binding */ inputFlags),
/* harmony export */   j3: () => (/* binding */ allInputs),
/* harmony export */   kN: () => (/* binding */ onSwitch)
/* harmony export */ });
/* harmony import */ var _inputs_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5316);

/** Stand for the value of a switch that is on (off) by default: help shows `--[no-]name` (`--name`) instead. */
const onSwitch = 'bool';
/** See {@link onSwitch}. */
const offSwitch = 'on';
const values = {
    text: 'text',
    list: 'list',
    words: 'words',
    script: 'lines',
    switch: onSwitch,
    choice: 'choice',
    map: 'key=value',
};
const joins = {
    text: null,
    list: '\n',
    words: ' ',
    script: '\n',
    switch: null,
    choice: null,
    map: '\n',
};
/** The flags of some inputs: their names, then the aliases as hidden flags. */
function inputFlags(names) {
    const shown = names.map(name => inputFlag(name, _inputs_table_js__WEBPACK_IMPORTED_MODULE_0__/* .inputTable */ .F[name]));
    const hidden = names.flatMap(name => _inputs_table_js__WEBPACK_IMPORTED_MODULE_0__/* .inputTable */ .F[name].aliases.map(alias => ({ ...inputFlag(alias, _inputs_table_js__WEBPACK_IMPORTED_MODULE_0__/* .inputTable */ .F[name]), hidden: true })));
    return [...shown, ...hidden];
}
/** Choices longer than this stand in the description: one long term would push all others aside. */
const longChoices = 20;
/** Every input, in the order of the table. */
const allInputs = Object.keys(_inputs_table_js__WEBPACK_IMPORTED_MODULE_0__/* .inputTable */ .F);
function inputFlag(name, row) {
    const isOff = row.kind === 'switch' && row.default === 'false';
    const standard = isOff ? undefined : (row.defaultText ?? row.default);
    const choices = row.choices?.join('|') ?? '';
    const isLong = choices.length > longChoices;
    return {
        name,
        value: isOff ? offSwitch : isLong ? 'choice' : choices || values[row.kind],
        description: [
            row.description,
            ...(isLong ? [`One of ${choices.replaceAll('|', ', ')}.`] : []),
            ...(standard ? [`(default: ${standard})`] : []),
        ].join(' '),
        choices: row.kind === 'switch' ? ['true', 'false'] : (row.choices ?? []),
        input: true,
        isSwitch: row.kind === 'switch',
        join: joins[row.kind],
        hidden: false,
        anyValue: row.kind === 'words' || row.kind === 'script' || name === 'ldflags',
    };
}
/** A flag of the command line alone. */
function ownFlag(name, value, description, join = null) {
    return { name, value, description, choices: [], input: false, isSwitch: false, join, hidden: false, anyValue: false };
}


/***/ }),

/***/ 7445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fx: () => (/* binding */ formats),
/* harmony export */   XX: () => (/* binding */ render),
/* harmony export */   be: () => (/* binding */ formatOf)
/* harmony export */ });
/* harmony import */ var _inputs_mistakes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6419);
/* harmony import */ var _tool_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1688);


/** What a verdict can be printed as. */
const formats = ['text', 'json', 'junit', 'sarif', 'markdown'];
/** The format that the flags ask for. @throws BuildError `bad-input` with the nearest one */
function formatOf(options) {
    const said = options['format'] ?? (options['json'] ? 'json' : 'text');
    const format = formats.find(f => f === said);
    if (format === undefined)
        throw (0,_inputs_mistakes_js__WEBPACK_IMPORTED_MODULE_0__/* .notAChoice */ .I)('--format', said, formats);
    return format;
}
/** Each format as a text; what makes one is loaded when it is asked for. */
const renderers = {
    json: async (verdict) => `${JSON.stringify(verdict, null, 2)}\n`,
    junit: async (verdict) => (await __webpack_require__.e(/* import() */ 463).then(__webpack_require__.bind(__webpack_require__, 463))).junit(verdict),
    sarif: async (verdict) => `${JSON.stringify((await __webpack_require__.e(/* import() */ 42).then(__webpack_require__.bind(__webpack_require__, 4042))).sarif(verdict, _tool_js__WEBPACK_IMPORTED_MODULE_1__/* .tool */ .z), null, 2)}\n`,
    markdown: async (verdict) => (await __webpack_require__.e(/* import() */ 206).then(__webpack_require__.bind(__webpack_require__, 206))).verdictMarkdown(verdict),
};
/** A verdict as a document. */
function render(format, verdict) {
    return renderers[format](verdict);
}


/***/ }),

/***/ 450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./.build/js/report/error-text.js
var error_text = __webpack_require__(1725);
// EXTERNAL MODULE: ./.build/js/build/file-error.js
var file_error = __webpack_require__(5862);
// EXTERNAL MODULE: ./.build/js/errors.js
var errors = __webpack_require__(1541);
// EXTERNAL MODULE: ./.build/js/tool.js
var tool = __webpack_require__(1688);
;// CONCATENATED MODULE: ./.build/js/report/thrown.js



/**
 * Any thrown thing as an error for people: ours as it is, the system's full disks and forbidden paths by their code.
 * @returns null for a mistake of this program, which {@link bugText} tells
 */
function asBuildError(error) {
    if (error instanceof errors/* BuildError */.zS)
        return error;
    const path = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : 'a file';
    const known = (0,file_error/* errno */.b)(error) === '' ? error : (0,file_error/* writeError */.o)(error, path);
    return known instanceof errors/* BuildError */.zS ? known : null;
}
/** What to say when this program itself is wrong. */
function bugText(error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `${stack}\n\nThis is a mistake in ${tool/* tool */.z.name} ${tool/* tool */.z.version}. Please report it with the lines above.`;
}
/** The exit code of a run that ended by this error; an interruption hides what it broke. */
function exitCodeFor(error, interrupted) {
    if (interrupted)
        return errors/* exitCodes */.hS.interrupted;
    return error?.exitCode ?? errors/* exitCodes */.hS.failed;
}

// EXTERNAL MODULE: ./.build/js/cli/output.js
var cli_output = __webpack_require__(6684);
// EXTERNAL MODULE: ./.build/js/inputs/mistakes.js
var mistakes = __webpack_require__(6419);
// EXTERNAL MODULE: ./.build/js/cli/commands.js + 1 modules
var commands = __webpack_require__(5393);
// EXTERNAL MODULE: ./.build/js/cli/flags.js
var cli_flags = __webpack_require__(2082);
// EXTERNAL MODULE: ./.build/js/nearest.js
var nearest = __webpack_require__(1254);
;// CONCATENATED MODULE: ./.build/js/cli/suggest.js



/** A flag that a command does not have: the nearest one that it has, or the command that has it. */
function unknownFlag(written, command) {
    const name = written.replace(/=.*$/s, '');
    const owner = commands/* commandNames */.oQ.find(c => c !== command && (0,commands/* flagsOf */.Zo)(c).some(f => `--${f.name}` === name));
    const known = command === null ? ['--help', '--version'] : spellings(command);
    const guess = (0,nearest/* nearest */.p)(name, known);
    const hint = guess
        ? `Did you mean ${guess}?`
        : owner
            ? `${name} is a flag of \`portable-build ${owner}\`.`
            : `\`portable-build ${command === null ? '' : `${command} `}--help\` lists all flags.`;
    const where = command === null ? '' : ` for \`${command}\``;
    return new errors/* BuildError */.zS('unknown-flag', `unknown flag ${name}${where}`, { hint });
}
function spellings(command) {
    const flags = (0,commands/* flagsOf */.Zo)(command);
    const negated = flags.filter(f => f.isSwitch).map(f => `--no-${f.name}`);
    return [...flags.filter(f => !f.hidden).map(f => `--${f.name}`), '--help', ...negated];
}
/** A word where a command must stand. */
function unknownCommand(word) {
    const guess = (0,nearest/* nearest */.p)(word, commands/* commandNames */.oQ);
    const hint = guess
        ? `Did you mean \`portable-build ${guess}\`?`
        : /^\.|\//.test(word)
            ? `To build it: \`portable-build build ${word}\`.`
            : `Commands: ${commands/* commandNames */.oQ.join(', ')}.`;
    return new errors/* BuildError */.zS('unknown-flag', `unknown command ${JSON.stringify(word)}`, { hint });
}
/** More words than a command takes. */
function tooManyArguments(command, extra) {
    const words = extra.map(w => JSON.stringify(w)).join(', ');
    return new errors/* BuildError */.zS('unknown-flag', `\`${command}\` takes ${commands/* commands */.Pi[command].argument.term} only, not ${words} too`, {
        hint: 'Quote a value that has spaces; lists are separated by commas.',
    });
}

;// CONCATENATED MODULE: ./.build/js/cli/words.js

const bools = new Set(['true', 'false']);
/**
 * Makes every switch an explicit value, so that no word after it is taken for one: `--locked` becomes `--locked=true`,
 * `--no-locked` `--locked=false`, `--locked false` `--locked=false`. Other words stay; after `--` nothing is touched.
 * @throws BuildError `bad-input` when a flag's value is missing or is another flag
 */
function spellSwitches(words, flags) {
    const byName = new Map(flags.map(f => [`--${f.name}`, f]));
    const negated = new Map(flags.filter(f => f.isSwitch).map(f => [`--no-${f.name}`, f]));
    const spelled = [];
    for (let i = 0; i < words.length; i++) {
        const word = words[i] ?? '';
        const next = words[i + 1];
        const flag = byName.get(word);
        const off = flag ? undefined : negated.get(word);
        if (word === '--')
            return [...spelled, ...words.slice(i)];
        if (off)
            spelled.push(`--${off.name}=false`);
        else if (flag?.isSwitch) {
            const said = next !== undefined && bools.has(next);
            spelled.push(`${word}=${said ? next : 'true'}`);
            if (said)
                i++;
        }
        else if (flag && flag.value !== null) {
            if (next === undefined)
                throw new errors/* BuildError */.zS('bad-input', `${word} needs a value`, { hint: valueHint(flag) });
            if (!flag.anyValue && (byName.has(next) || negated.has(next))) {
                const hint = `${valueHint(flag)} If ${next} is meant as the value, write ${word}=${next}.`;
                throw new errors/* BuildError */.zS('bad-input', `${word} needs a value, but ${next} follows`, { hint });
            }
            spelled.push(`${word}=${next}`);
            i++;
        }
        else
            spelled.push(word);
    }
    return spelled;
}
function valueHint(flag) {
    return `${flag.description.replace(/ \(default: .*\)$/s, '')}`;
}

;// CONCATENATED MODULE: ./.build/js/cli/parse.js







/** Reads a command line (without `node` and the script). @throws BuildError `unknown-flag`, `bad-input` with the nearest known name */
async function parseCommandLine(argv, look) {
    const commander = await __webpack_require__.e(/* import() */ 375).then(__webpack_require__.bind(__webpack_require__, 7375));
    const said = { help: '' };
    const program = makeProgram(new commander.Command(), look, said);
    for (const name of commands/* commandNames */.oQ)
        addCommand(program, name, commander, look, said);
    const { words, command, asked } = readCommand(argv);
    try {
        program.parse([...words], { from: 'user' });
    }
    catch (error) {
        if (error instanceof commander.CommanderError)
            return { help: helpOf(error, command, words, said.help), asked };
        throw error;
    }
    return said.run ? { run: said.run } : { help: said.help, asked };
}
function readCommand(argv) {
    const position = argv.findIndex(w => !w.startsWith('-')); // global flags have no values
    const word = argv[position];
    if (word === undefined) {
        const stray = argv.find(w => !programFlags.includes(w));
        if (stray !== undefined)
            throw unknownFlag(stray, null);
        const asked = argv.includes('--help') || argv.includes('-h');
        return { words: ['--help'], command: null, asked };
    }
    if (word === 'help') {
        const rest = argv.filter((_, i) => i !== position);
        return rest.length === 0 ? { words: ['--help'], command: null, asked: true } : readCommand([...rest, '--help']);
    }
    if (!(0,commands/* isCommand */.y9)(word))
        throw unknownCommand(word);
    return { words: spellSwitches(argv, (0,commands/* flagsOf */.Zo)(word)), command: word, asked: true };
}
const programFlags = [...commands/* globalFlags */.vP.map(f => `--${f.name}`), '-h', '--help', '-V', '--version'];
/** Commander ends help, and every mistake, with an error of its own: mistakes become ours. */
function helpOf(error, command, words, help) {
    const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
    if (error.code.startsWith('commander.help'))
        return help;
    if (error.code === 'commander.unknownOption')
        throw unknownFlag(quoted, command);
    if (error.code === 'commander.unknownCommand')
        throw unknownCommand(quoted);
    if (command !== null && error.code === 'commander.missingArgument') {
        const { term, description } = commands/* commands */.Pi[command].argument;
        throw new errors/* BuildError */.zS('bad-input', `\`${command}\` needs ${term}`, { hint: description });
    }
    if (command !== null && error.code === 'commander.excessArguments') {
        throw tooManyArguments(command, words.filter(w => !w.startsWith('-')).slice(2));
    }
    throw new errors/* BuildError */.zS('bad-input', error.message.replace(/^error: /, ''));
}
function makeProgram(program, look, said) {
    const { style } = look;
    program
        .name(tool/* tool */.z.name)
        .usage('<command> [options]')
        .description('Builds Rust, Go and C/C++ projects into executables that start on any Linux of every architecture asked for,\nand proves it by reading the bytes.')
        .helpOption('-h, --help', 'Print this help.')
        .helpCommand('help [command]', 'Print the help of a command.')
        .exitOverride()
        .configureOutput({
        writeOut: text => {
            said.help += text;
        },
        writeErr: () => { },
        getOutHelpWidth: () => Math.min(look.columns, 110),
        getOutHasColors: () => true, // the style decides
        getErrHasColors: () => true,
    })
        .configureHelp({
        showGlobalOptions: true,
        optionTerm: option => helpTerm(option.flags),
        styleTitle: text => style.bold(text),
        styleCommandText: text => style.cyan(text),
        styleOptionTerm: text => style.cyan(text),
        styleSubcommandTerm: text => style.cyan(text),
        styleArgumentTerm: text => style.cyan(text),
    })
        .addHelpText('after', `\nMore: ${style.cyan('portable-build <command> --help')}. Every input is a flag, PORTABLE_BUILD_<NAME>, or a key of portable-build.yml.`)
        .version(`${tool/* tool */.z.name} ${tool/* tool */.z.version}`, '-V, --version', 'Print the version.');
    for (const flag of commands/* globalFlags */.vP)
        program.option(`--${flag.name}`, flag.description);
    return program;
}
function addCommand(program, name, { Option }, look, said) {
    const row = commands/* commands */.Pi[name];
    const inputs = {};
    const options = {};
    const command = program.command(`${name} ${row.argument.term}`).summary(row.summary).description(row.summary);
    command.helpOption('-h, --help', 'Print this help.');
    const argument = command.registeredArguments[0];
    if (argument)
        argument.description = row.argument.description;
    for (const flag of row.flags) {
        const option = new Option(termOf(flag), flag.description).helpGroup(flag.input ? 'Inputs:' : 'Options:');
        const into = flag.input ? inputs : options;
        command.addOption(option.hideHelp(flag.hidden));
        command.on(`option:${flag.name}`, (value) => {
            const before = into[flag.name];
            const text = value ?? 'true';
            into[flag.name] = flag.join !== null && before !== undefined ? `${before}${flag.join}${text}` : text;
        });
    }
    if (row.examples.length > 0) {
        const lines = row.examples.map(e => `  ${e}`).join('\n');
        command.addHelpText('after', `\n${look.style.bold('Examples:')}\n${lines}`);
    }
    command.action(() => {
        const args = command.args;
        const { choices } = row.argument;
        for (const arg of args)
            if (choices && !choices.includes(arg))
                throw (0,mistakes/* notAChoice */.I)(row.argument.term, arg, choices);
        const global = commands/* globalFlags */.vP.filter(f => program.opts()[f.name] === true).map(f => [f.name, 'true']);
        said.run = { command: name, args, inputs, options: { ...options, ...Object.fromEntries(global) } };
    });
}
function termOf(flag) {
    return flag.value === null ? `--${flag.name}` : `--${flag.name} <${flag.value}>`;
}
/** How help writes a flag: switches have no value there. */
function helpTerm(flags) {
    const [name = '', value] = flags.split(' ');
    if (value === `<${cli_flags/* onSwitch */.kN}>`)
        return name.replace('--', '--[no-]');
    return value === `<${cli_flags/* offSwitch */.Qk}>` ? name : flags;
}

;// CONCATENATED MODULE: ./.build/js/cli/main.js





/** Runs one command line and returns its exit code (design section 5); every error has been told. */
async function main(argv) {
    const { env, stdout, stderr } = process;
    const output = (0,cli_output/* standardOutput */.d)(stdout, env);
    stderr.on('error', () => { }); // nobody reads it: nothing to tell, and no reason to stop a build
    const code = await attempt(() => dispatch(argv, output), argv, output);
    return attempt(() => output.flush().then(() => code), [], output);
}
async function attempt(run, argv, output) {
    try {
        return await run();
    }
    catch (thrown) {
        const error = asBuildError(thrown);
        tell(error, thrown);
        if (error && argv.includes('--json'))
            output.json((0,error_text/* errorJson */.d)(error));
        return exitCodeFor(error, error?.code === 'interrupted');
    }
}
function tell(error, thrown) {
    process.stderr.write(`${error ? (0,error_text/* errorText */.k)(error, (0,cli_output/* errorStyle */.Q)()) : bugText(thrown)}\n`);
}
async function dispatch(argv, output) {
    if (argv.every(w => w.startsWith('-')) && argv.some(w => w === '--version' || w === '-V')) {
        output.print(`${tool/* tool */.z.name} ${tool/* tool */.z.version}`);
        return 0;
    }
    const parsed = await parseCommandLine(argv, { columns: output.columns, style: output.style });
    if ('run' in parsed)
        return runCommand(parsed.run, output);
    if (parsed.asked)
        output.print(parsed.help.trimEnd());
    else
        process.stderr.write(parsed.help);
    return parsed.asked ? 0 : 2;
}
/** Each command is loaded when it is asked for: `verify` starts without what `build` needs. */
async function runCommand(invocation, output) {
    switch (invocation.command) {
        case 'build':
            return (await Promise.all(/* import() */[__webpack_require__.e(292), __webpack_require__.e(774), __webpack_require__.e(247), __webpack_require__.e(551), __webpack_require__.e(125), __webpack_require__.e(953), __webpack_require__.e(371), __webpack_require__.e(639)]).then(__webpack_require__.bind(__webpack_require__, 639))).build(invocation, output);
        case 'plan':
            return (await Promise.all(/* import() */[__webpack_require__.e(292), __webpack_require__.e(774), __webpack_require__.e(247), __webpack_require__.e(551), __webpack_require__.e(125), __webpack_require__.e(953), __webpack_require__.e(371), __webpack_require__.e(83)]).then(__webpack_require__.bind(__webpack_require__, 7083))).plan(invocation, output);
        case 'verify':
            return (await Promise.all(/* import() */[__webpack_require__.e(247), __webpack_require__.e(551), __webpack_require__.e(281), __webpack_require__.e(100)]).then(__webpack_require__.bind(__webpack_require__, 4100))).verify(invocation, output);
        case 'init':
            return (await Promise.all(/* import() */[__webpack_require__.e(292), __webpack_require__.e(774), __webpack_require__.e(247), __webpack_require__.e(125), __webpack_require__.e(844)]).then(__webpack_require__.bind(__webpack_require__, 4463))).init(invocation, output);
        case 'collect':
            return (await Promise.all(/* import() */[__webpack_require__.e(156), __webpack_require__.e(774), __webpack_require__.e(247), __webpack_require__.e(551), __webpack_require__.e(281), __webpack_require__.e(581)]).then(__webpack_require__.bind(__webpack_require__, 9581))).collect(invocation, output);
        case 'doctor':
            return (await Promise.all(/* import() */[__webpack_require__.e(292), __webpack_require__.e(774), __webpack_require__.e(247), __webpack_require__.e(551), __webpack_require__.e(125), __webpack_require__.e(953), __webpack_require__.e(371), __webpack_require__.e(175)]).then(__webpack_require__.bind(__webpack_require__, 2175))).doctor(invocation, output);
        case 'completion':
            return (await __webpack_require__.e(/* import() */ 777).then(__webpack_require__.bind(__webpack_require__, 8777))).completion(invocation, output);
    }
}


/***/ }),

/***/ 6684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ errorStyle),
/* harmony export */   d: () => (/* binding */ standardOutput)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1541);
/* harmony import */ var _report_style_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5758);


/** Colours of stderr, where errors go. */
function errorStyle() {
    return (0,_report_style_js__WEBPACK_IMPORTED_MODULE_1__/* .styleFor */ .j)((0,_report_style_js__WEBPACK_IMPORTED_MODULE_1__/* .wantsColor */ .z)(process.env, process.stderr.isTTY));
}
/** The process's own stdout. A reader that has seen enough (`| head`) is no error; a full disk behind it is one. */
function standardOutput(stdout, env) {
    let failure = null;
    stdout.on('error', error => {
        failure ??= error;
    });
    const print = (text) => void stdout.write(`${text}\n`);
    return {
        style: (0,_report_style_js__WEBPACK_IMPORTED_MODULE_1__/* .styleFor */ .j)((0,_report_style_js__WEBPACK_IMPORTED_MODULE_1__/* .wantsColor */ .z)(env, stdout.isTTY)),
        columns: stdout.isTTY ? stdout.columns || 80 : Number.POSITIVE_INFINITY,
        print,
        json: value => print(JSON.stringify(value, null, 2)),
        async flush() {
            await new Promise(resolve => stdout.write('', resolve));
            const code = failure && 'code' in failure ? failure.code : null;
            if (failure && code !== 'EPIPE') {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS('cannot-write', `the answer could not be written to stdout (${code ?? failure})`, {
                    hint: 'Check where stdout goes: a full disk or a closed file.',
                });
            }
        },
    };
}


/***/ }),

/***/ 1541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NN: () => (/* binding */ errorTable),
/* harmony export */   hS: () => (/* binding */ exitCodes),
/* harmony export */   zS: () => (/* binding */ BuildError)
/* harmony export */ });
/** What a failed run means to the caller; the values are the process's exit codes (design: 0 done, 130 interrupted). */
const exitCodes = { done: 0, failed: 1, usage: 2, environment: 3, interrupted: 130 };
/**
 * Every error that a user can cause, by its stable code. `docs/troubleshooting.md` is generated from this table:
 * `title` says what happened, `remedy` what to do in general; the message of an instance has the particulars.
 */
const errorTable = {
    // usage: nothing was started
    'unknown-flag': {
        kind: 'usage',
        title: 'A flag, command or input name is not known',
        remedy: 'Use the suggested name, or `portable-build <command> --help` for all of them.',
    },
    'bad-input': {
        kind: 'usage',
        title: 'An input has a value that it cannot have',
        remedy: 'The message names each input, where its value came from and what it accepts.',
    },
    'bad-config': {
        kind: 'usage',
        title: 'portable-build.yml cannot be used',
        remedy: 'The message names the line; `schema/portable-build.schema.json` describes the file for editors.',
    },
    'unknown-target': {
        kind: 'usage',
        title: 'A target is not known',
        remedy: 'Use a canonical name (`x86_64-linux-musl`, `aarch64-linux-gnu.2.17`), a Rust triple or `linux/arm64`.',
    },
    'duplicate-target': {
        kind: 'usage',
        title: 'Two spellings name the same target',
        remedy: 'Remove one of the two.',
    },
    'unknown-glibc': {
        kind: 'usage',
        title: 'A glibc version does not exist',
        remedy: 'Use the nearest version that the message names: a compiler asked for an unknown one silently takes another.',
    },
    'impossible-floor': {
        kind: 'usage',
        title: 'A floor is older than the first glibc of its architecture',
        remedy: 'Use the floor that the message names, or give the floor for all targets with `glibc:`, which is raised where needed.',
    },
    'no-project': {
        kind: 'usage',
        title: 'The directory holds nothing that can be built',
        remedy: 'Run it in the directory of Cargo.toml, go.mod, CMakeLists.txt, meson.build, configure or Makefile, or set `build-command`.',
    },
    'ambiguous-project': {
        kind: 'usage',
        title: 'The directory can be built in more than one way',
        remedy: 'Settle it with the input that the message names (`language`, `build-system`, `bin`).',
    },
    'unreadable-project': {
        kind: 'usage',
        title: 'The project directory cannot be read',
        remedy: 'Check that the directory exists and that this user may read it.',
    },
    'no-backend': {
        kind: 'usage',
        title: 'No backend can build a target',
        remedy: 'The message has the reason of each backend; change the target, the floor or `backend`.',
    },
    'native-cpu': {
        kind: 'usage',
        title: "The build asks for this machine's own CPU",
        remedy: 'Remove `-march=native` / `target-cpu=native`, or name the CPU that users have with `cpu`.',
    },
    'same-artifact': {
        kind: 'usage',
        title: 'Two artifacts of a run would have the same name',
        remedy: 'Put the placeholder that the message names into `artifact-name`.',
    },
    'file-exists': {
        kind: 'usage',
        title: 'A file that would be written is there already',
        remedy: 'Nothing was changed. Move the file away, or take over by hand what you want of the new one.',
    },
    'nothing-matched': {
        kind: 'usage',
        title: 'An argument matched no file',
        remedy: 'Check the path or the pattern: a check of nothing is a failed check.',
    },
    // failed: the build or the verification
    'step-failed': {
        kind: 'failed',
        title: 'A build command failed',
        remedy: 'The last lines of its output are shown with the exact command to run by hand.',
    },
    'no-executable': {
        kind: 'failed',
        title: 'The build produced no executable',
        remedy: 'Check `bin`, `package` and `build-command`; libraries alone give nothing to ship.',
    },
    'same-name': {
        kind: 'failed',
        title: 'Two executables of one target have the same name',
        remedy: 'Choose with `bin` or `package`, or rename one of them.',
    },
    'artifact-exists': {
        kind: 'failed',
        title: 'The workflow run has an artifact with this name already',
        remedy: 'Put the placeholder that the message names into `artifact-name`: every job uploads under names of its own.',
    },
    'missing-leg': {
        kind: 'failed',
        title: 'A leg of the matrix gave no report',
        remedy: 'Look at the log of its job: it ended before it could say anything.',
    },
    'wrong-leg': {
        kind: 'failed',
        title: 'A report cannot be used, or contradicts the others',
        remedy: 'Collect the reports of one run only: one commit, one version of portable-build, each leg once.',
    },
    'missing-artifact': {
        kind: 'failed',
        title: 'A file that a report names is not there',
        remedy: 'Download what the legs uploaded into the directory too.',
    },
    'changed-artifact': {
        kind: 'failed',
        title: 'A file is not the one that was judged',
        remedy: 'Nothing was collected. Build again, and find out who writes to the artifacts in between.',
    },
    // environment: something is missing here
    'artifact-failed': {
        kind: 'environment',
        title: 'The artifact service of the CI host did not take or give a file',
        remedy: 'Run the job again; https://www.githubstatus.com says whether the service is well.',
    },
    'tool-missing': {
        kind: 'environment',
        title: 'A program that the build needs is not installed',
        remedy: 'Install it as the message says; `portable-build doctor` lists all of them.',
    },
    'download-failed': {
        kind: 'environment',
        title: 'A toolchain could not be downloaded from any of its sources',
        remedy: 'Check the network and the proxy, or point `mirrors` to a directory or URL that holds the file.',
    },
    'digest-mismatch': {
        kind: 'environment',
        title: 'A downloaded file is not the one that is pinned',
        remedy: 'Nothing of it was used. Check the mirror or proxy that served it.',
    },
    'unsafe-archive': {
        kind: 'environment',
        title: 'An archive has members that must not be unpacked',
        remedy: 'Nothing of it was used. Report it to whoever serves the archive.',
    },
    'toolchain-refused': {
        kind: 'environment',
        title: 'A toolchain failed its self-test or is known to build wrong programs',
        remedy: 'Use the pinned version (leave the version input empty).',
    },
    'disk-full': {
        kind: 'environment',
        title: 'The disk is full',
        remedy: 'Free space, or move the caches with PORTABLE_BUILD_CACHE_DIR and PORTABLE_BUILD_TOOLS_DIR.',
    },
    'cannot-write': {
        kind: 'environment',
        title: 'A directory cannot be written',
        remedy: 'Check the owner and the mount, or choose another place with `output-dir`.',
    },
    interrupted: {
        kind: 'interrupted',
        title: 'The run was interrupted',
        remedy: 'Start it again: finished downloads and compiled objects are kept.',
    },
};
/** An error that a user can cause or cure: a stable code, one sentence, what to do. */
class BuildError extends Error {
    code;
    hint;
    lines;
    constructor(code, message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.name = 'BuildError';
        this.code = code;
        this.hint = details.hint ?? errorTable[code].remedy;
        this.lines = details.lines ?? [];
    }
    /** The exit code of a run that ends with this error. */
    get exitCode() {
        return exitCodes[errorTable[this.code].kind];
    }
}


/***/ }),

/***/ 1388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ plainLine)
/* harmony export */ });
/** Colours, cursor movements, titles and hyperlinks: ECMA-48 CSI and OSC sequences and the two-byte escapes. */
const sequences = /\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-Z\\^-~]|\x9b[0-?]*[ -/]*[@-~]/g;
/** C0 without tab, DEL, C1, and the marks that turn or hide text (bidirectional controls, zero width). */
const controls = /[\x00-\x08\x0a-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
/** One line of a tool's output as harmless text: escape sequences dropped, other control characters written `\x1b`. */
function plainLine(line) {
    return line.replace(sequences, '').replace(controls, escapeControl).trimEnd();
}
function escapeControl(char) {
    const code = char.charCodeAt(0);
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`;
}


/***/ }),

/***/ 5747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ defaultRef),
/* harmony export */   ZV: () => (/* binding */ own),
/* harmony export */   hm: () => (/* binding */ pins)
/* harmony export */ });
/** Actions of others that written workflows use: full commit shas, which cannot move; a test holds them against our own workflows. */
const pins = {
    checkout: 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
    download: 'actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1',
};
/** This action, as workflows name it. */
const repository = 'org/portable-build';
/** The version that is written when nobody names one. */
const defaultRef = 'v1';
/** A reference to this action at a version: `own('verify', 'v1')`, `own('', sha)`. */
function own(path, ref) {
    return `${repository}${path === '' ? '' : `/${path}`}@${ref}`;
}


/***/ }),

/***/ 6419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ notAChoice),
/* harmony export */   P: () => (/* binding */ badInputs)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1541);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1254);


/** A value that is none of the choices. @param what the input or argument, as it was written */
function notAChoice(what, value, choices) {
    const guess = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(value, choices);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS('bad-input', `${what} cannot be ${JSON.stringify(value)}`, {
        hint: guess ? `Did you mean ${guess}?` : `It is one of ${choices.join(', ')}.`,
    });
}
/** One error that lists every problem; a single one is the sentence itself. */
function badInputs(problems) {
    const [first = ''] = problems;
    if (problems.length === 1)
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS('bad-input', first);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BuildError */ .zS('bad-input', `${problems.length} inputs cannot be used`, { lines: problems });
}


/***/ }),

/***/ 6672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $A: () => (/* binding */ suggestInput),
/* harmony export */   Qn: () => (/* binding */ variableOf),
/* harmony export */   cu: () => (/* binding */ findInput),
/* harmony export */   v0: () => (/* binding */ asFlag),
/* harmony export */   vj: () => (/* binding */ inputNames)
/* harmony export */ });
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1254);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5316);


/** The names of all inputs, in the order of the table. */
const inputNames = Object.keys(_table_js__WEBPACK_IMPORTED_MODULE_0__/* .inputTable */ .F);
const aliases = new Map(inputNames.flatMap(name => _table_js__WEBPACK_IMPORTED_MODULE_0__/* .inputTable */ .F[name].aliases.map((alias) => [alias, name])));
/** The input that a name or alias means, or null. */
function findInput(name) {
    return inputNames.find(known => known === name) ?? aliases.get(name) ?? null;
}
/** The known name (or one of `more`) that a mistyped one is most like, or null. */
function suggestInput(name, more = []) {
    return (0,_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(name.replaceAll('_', '-'), [...inputNames, ...aliases.keys(), ...more]);
}
/** As on a command line: `--glibc`. */
const asFlag = name => `--${name}`;
/** The environment variable of an input: `PORTABLE_BUILD_OUTPUT_DIR`. */
function variableOf(name) {
    return `PORTABLE_BUILD_${name.toUpperCase().replaceAll('-', '_')}`;
}


/***/ }),

/***/ 5316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ inputTable)
});

// UNUSED EXPORTS: inputSubjects

;// CONCATENATED MODULE: ./.build/js/inputs/rows/build.js
/** How it is built, in every language. */
const buildRows = {
    toolchain: {
        kind: 'text',
        description: 'Version of Rust or Go; else the pin of the project (rust-toolchain.toml, go.mod), else what is installed.',
        aliases: ['rust-toolchain', 'go-version'],
    },
    args: {
        kind: 'words',
        description: 'More arguments for cargo, go build, cmake, meson setup, configure or make.',
        aliases: ['build-flags'],
    },
    'before-script': {
        kind: 'script',
        description: 'Shell lines to run before the build, once per target, with `TARGET`, `PB_TARGET`, `PB_ARCH`, `PB_GOARCH`, `CC` set.',
        aliases: ['pre-build', 'before-all'],
    },
    'after-script': {
        kind: 'script',
        description: 'Shell lines to run after the build of a target, before its executables are judged.',
        aliases: ['post-command'],
    },
    'build-command': {
        kind: 'script',
        description: 'Shell lines that build one target of a C project that has no known build system. They get `CC CXX AR RANLIB STRIP CFLAGS LDFLAGS PKG_CONFIG_LIBDIR PB_TARGET PB_ARCH PB_OUT` and put executables into `$PB_OUT`.',
        aliases: [],
    },
    env: {
        kind: 'map',
        description: 'Environment for the build, `NAME=value` or `NAME` (taken from this environment); nothing else is passed but HOME, PATH, proxies and locale.',
        aliases: [],
    },
    cpu: {
        kind: 'text',
        description: 'CPU that users are sure to have (`x86_64_v3`, `cortex_a72`), beyond the baseline of the architecture.',
        aliases: [],
    },
    strip: { kind: 'switch', default: 'true', description: 'Remove symbols and debug information.', aliases: [] },
    'zig-version': {
        kind: 'text',
        description: 'Another zig than the pinned one; it must pass a self-test.',
        aliases: [],
    },
    mirrors: {
        kind: 'map',
        description: 'Other places for downloads: `zig=`, `cargo-zigbuild=` (directory or URL that holds the file), `debian=` (an archive with `pool/`, for `smoke-floor`).',
        aliases: [],
    },
};

;// CONCATENATED MODULE: ./.build/js/inputs/rows/ci.js
/** On a CI host. */
const ciRows = {
    distribute: {
        kind: 'choice',
        choices: ['auto', 'always', 'never'],
        default: 'auto',
        description: 'How `plan --matrix` spreads the work over runners: a leg for each job of the plan (`auto`), for each target (`always`), or one for all (`never`).',
        aliases: [],
    },
    runner: {
        kind: 'map',
        defaultText: '`default=ubuntu-24.04`',
        description: 'Runner of each leg: `default=ubuntu-24.04`, `linux/arm64=ubuntu-24.04-arm`, `aarch64=self-hosted,linux,arm64` (several labels with commas).',
        aliases: ['runners'],
    },
    cache: {
        kind: 'choice',
        choices: ['auto', 'true', 'false', 'read-only'],
        default: 'auto',
        description: 'Keep downloaded toolchains in the cache of the CI host: where its trigger may be trusted (`auto`: reads and saves on branches, only reads for pull requests of forks, neither for tags and releases), always, never, or only read.',
        aliases: [],
    },
};

;// CONCATENATED MODULE: ./.build/js/inputs/rows/demands.js
/** What must be true of the result. */
const demandRows = {
    smoke: {
        kind: 'choice',
        choices: ['auto', 'off', 'require'],
        default: 'auto',
        description: 'Start each executable: where it can run here, never, or fail where it cannot.',
        aliases: [],
    },
    'smoke-floor': {
        kind: 'text',
        default: 'auto',
        description: 'Start dynamic executables with the C library of an old system too: the nearest to the oldest one promised (`auto`), to this glibc (`2.28`), or never (`off`).',
        pattern: '^(auto|off|2\\.[0-9]+(\\.[0-9]+)?)$',
        accepts: '`auto`, `off` or a version of glibc such as `2.28`',
        aliases: [],
    },
    'smoke-command': {
        kind: 'words',
        description: 'Arguments to start each executable with; default `--version`, then `--help`.',
        aliases: [],
    },
    policy: {
        kind: 'choice',
        choices: ['static', 'glibc', 'musl', 'any'],
        description: 'What executables may need: nothing (`static`), only glibc (`glibc`), only musl (`musl`), whatever they like (`any`). Default: what their target says.',
        aliases: [],
    },
    allow: {
        kind: 'list',
        description: 'Findings that are told but stop nothing: ids of docs/findings, or `libraries`, `rpath`, `hardening`, `build-paths`, `nss`.',
        aliases: [],
    },
    forbid: {
        kind: 'list',
        description: 'Findings that are errors (`hardening`, `no-build-id`, `not-stripped`, `build-paths`, ids of docs/findings).',
        aliases: [],
    },
    'allow-libraries': {
        kind: 'list',
        description: 'Shared libraries that a dynamic executable may need beside the C library (`libz.so.1`).',
        aliases: [],
    },
    'forbid-libraries': {
        kind: 'list',
        description: 'Shared libraries that no executable may need, whatever is allowed (`libssl.so.1.1`).',
        aliases: [],
    },
    'forbid-paths': {
        kind: 'list',
        description: 'Directories that the executables must not name; a build looks for the project, its work directory and the home directory anyway.',
        aliases: [],
    },
    secrets: {
        kind: 'list',
        description: 'Names of environment variables whose values must not be in the executables.',
        aliases: [],
    },
    musl: {
        kind: 'text',
        description: 'Oldest musl on which executables linked with it dynamically must start (`1.2.3`).',
        aliases: [],
    },
    kernel: {
        kind: 'text',
        description: 'Oldest Linux kernel that must do (`3.10`), where an executable says which one it needs.',
        aliases: [],
    },
    'max-page-size': {
        kind: 'text',
        defaultText: 'what kernels of the architecture have',
        description: 'Largest memory page of the kernels that must load the executables: `4K`, `16K`, `64K`.',
        aliases: [],
    },
};

;// CONCATENATED MODULE: ./.build/js/inputs/rows/languages.js
/** Rust and Go. */
const languageRows = {
    package: { kind: 'list', description: 'Cargo packages to build.', aliases: [] },
    workspace: {
        kind: 'switch',
        default: 'false',
        description: 'Build every package of the Cargo workspace.',
        aliases: [],
    },
    features: { kind: 'list', description: 'Cargo features.', aliases: [] },
    'all-features': { kind: 'switch', default: 'false', description: 'All Cargo features.', aliases: [] },
    'no-default-features': { kind: 'switch', default: 'false', description: 'No default Cargo features.', aliases: [] },
    profile: { kind: 'text', default: 'release', description: 'Cargo profile.', aliases: [] },
    locked: { kind: 'switch', default: 'true', description: 'Cargo.lock must be up to date.', aliases: [] },
    main: { kind: 'list', description: 'Go main packages (`./cmd/x`); all of the module when empty.', aliases: [] },
    tags: { kind: 'list', description: 'Go build tags, beside osusergo and netgo.', aliases: [] },
    ldflags: { kind: 'text', description: 'Go linker flags, beside `-s -w`.', aliases: [] },
    trimpath: {
        kind: 'switch',
        default: 'true',
        description: 'Go: no paths of this machine in the executable.',
        aliases: [],
    },
    'vcs-stamp': {
        kind: 'choice',
        choices: ['auto', 'true', 'false'],
        default: 'auto',
        description: 'Go: put commit and time into the executable; `auto`: when git can be asked safely.',
        aliases: [],
    },
};

;// CONCATENATED MODULE: ./.build/js/inputs/rows/project.js
/** What to build, and for what. */
const projectRows = {
    targets: {
        kind: 'list',
        default: '',
        defaultText: "this machine's architecture",
        description: 'What to build for: `x86_64-linux-musl`, `aarch64-linux-gnu.2.17`, `linux/arm64`, `arm64`, Rust triples, `manylinux2014_x86_64`. Comma or newline.',
        aliases: ['target', 'platforms'],
    },
    libc: {
        kind: 'choice',
        choices: ['musl', 'glibc'],
        description: 'C library of the targets that name none. Default: musl (static); with `glibc` set, glibc.',
        aliases: [],
    },
    glibc: {
        kind: 'text',
        description: 'Oldest glibc on which the executables must start (`2.17`), for the targets that name none.',
        aliases: ['glibc-version', 'manylinux'],
    },
    language: {
        kind: 'choice',
        choices: ['rust', 'go', 'c'],
        description: 'Language of the project; detected when empty.',
        aliases: [],
    },
    'build-system': {
        kind: 'choice',
        choices: ['cmake', 'meson', 'autotools', 'make', 'command'],
        description: 'Build system of a C or C++ project; detected when empty.',
        aliases: [],
    },
    backend: {
        kind: 'choice',
        choices: ['auto', 'native', 'zig'],
        default: 'auto',
        description: 'How to build: `native` (the tools of this machine), `zig` (cross, no emulation) or the best of them.',
        aliases: ['build-tool'],
    },
    bin: {
        kind: 'list',
        description: 'Names of the executables to build and keep; all of the project when empty.',
        aliases: ['binary'],
    },
    'bin-name': {
        kind: 'text',
        description: 'Name to give to the only executable.',
        pattern: '^(?!\\.{1,2}$)[^/\\u0000]+$',
        accepts: 'a file name without directories',
        aliases: [],
    },
    'working-directory': {
        kind: 'text',
        default: '.',
        description: 'Directory of the project.',
        aliases: ['workdir', 'source-dir', 'project-path'],
    },
};

;// CONCATENATED MODULE: ./.build/js/inputs/rows/results.js
/** What is handed over. */
const resultRows = {
    'output-dir': {
        kind: 'text',
        default: 'dist',
        description: 'Where the artifacts and the report go: `<output-dir>/<target>/<executable>`.',
        aliases: [],
    },
    archive: {
        kind: 'choice',
        choices: ['tar.gz', 'tar.zst', 'zip', 'none'],
        default: 'tar.gz',
        description: 'What each target is packed into, beside its directory: the executables and what `include` names, with the exec bit, byte for byte the same from the same files; `none` packs nothing.',
        aliases: [],
    },
    include: {
        kind: 'list',
        description: 'Files that go into the archives too: names or patterns below the project (`LICENSE`, `docs/*.md`).',
        aliases: [],
    },
    'leading-dir': {
        kind: 'switch',
        default: 'false',
        description: 'Put everything in an archive into one directory that has the name of the archive.',
        aliases: [],
    },
    'artifact-name': {
        kind: 'text',
        default: '$bin-$target',
        defaultText: '`$bin-$target`; with several executables `$project-$target`',
        description: 'Name of an archive (without its ending) and of the uploaded artifact; `$bin`, `$target`, `$project`, `$version` and `$arch` are filled in.',
        pattern: '^[^/\\\\\\u0000":<>|*?]+$',
        accepts: 'a name without `/ \\ " : < > | * ?`',
        aliases: ['asset-name'],
    },
    'artifact-upload': {
        kind: 'switch',
        default: 'true',
        description: 'GitHub: upload what was verified, one artifact per target.',
        aliases: [],
    },
    'artifact-retention-days': {
        kind: 'text',
        defaultText: 'what the repository says',
        description: 'GitHub: after how many days uploaded artifacts are deleted.',
        pattern: '^[1-9][0-9]{0,2}$',
        accepts: 'a number of days from 1 to 999',
        aliases: ['retention-days'],
    },
    'keep-failed': {
        kind: 'switch',
        default: 'false',
        description: 'Keep executables that were not verified too, to look into them: under another name, never as a result.',
        aliases: [],
    },
};

;// CONCATENATED MODULE: ./.build/js/inputs/table.js






/**
 * Every input, once: the command line's flags, `portable-build.yml`, `PORTABLE_BUILD_<NAME>`, the JSON Schema and the
 * reference tables and the inputs of action.yml (and, with its issue, of the GitLab component) come from these rows.
 *
 * kinds: `text`; `list` (comma or newline); `words` (one shell-like line, split into argv, never given to a shell);
 * `script` (lines for `sh -eu`, run with the target's variables); `switch` (true or false); `choice`; `map` (`key=value` lines).
 */
const inputTable = {
    ...projectRows,
    ...buildRows,
    ...languageRows,
    ...demandRows,
    ...resultRows,
    ...ciRows,
};
/** The inputs by subject, for reference pages; every row is in exactly one. */
const inputSubjects = [
    { title: 'What to build, and for what', rows: projectRows },
    { title: 'How it is built, in every language', rows: buildRows },
    { title: 'Rust and Go', rows: languageRows },
    { title: 'What must be true of the result', rows: demandRows },
    { title: 'What is handed over', rows: resultRows },
    { title: 'On a CI host', rows: ciRows },
];


/***/ }),

/***/ 1254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/**
 * The known name that a mistyped one is most like, or null when none is close (at most a third of it differs).
 * Optimal string alignment distance; two swapped letters cost less than a wrong one, so `amr64` is `arm64`, not `amd64`.
 */
function nearest(text, known) {
    let best = null;
    let least = Math.max(1, Math.floor(text.length / 3)) + 1;
    for (const name of known) {
        const d = distance(text.toLowerCase(), name.toLowerCase(), least);
        if (d < least)
            [best, least] = [name, d];
    }
    return best;
}
const swapCost = 0.9;
function distance(a, b, limit) {
    if (Math.abs(a.length - b.length) >= limit)
        return limit;
    let before = [];
    let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const cost = a[i - 1] === b[j - 1] ? 0 : 1;
            let d = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
                d = Math.min(d, (before[j - 2] ?? 0) + swapCost);
            row.push(d);
        }
        before = previous;
        previous = row;
    }
    return previous[b.length] ?? limit;
}


/***/ }),

/***/ 1725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ errorJson),
/* harmony export */   k: () => (/* binding */ errorText)
/* harmony export */ });
/* harmony import */ var _exec_plain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1388);

/**
 * An error as people read it on a terminal: `error[code]: sentence`, the lines that show it, the command to run by
 * hand, `help: what to do`. Text of tools and files is made harmless.
 */
function errorText(error, style) {
    const [sentence = '', ...more] = error.message.split('\n').map(_exec_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h);
    const bar = style.dim('|');
    const lines = [...more, ...error.lines.map(_exec_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h)].map(l => `  ${bar} ${l}`.trimEnd());
    const text = [`${style.red(`error[${error.code}]`)}${style.bold(`: ${sentence}`)}`, ...lines];
    if (error.command)
        text.push(`  ${style.cyan('run')}: ${(0,_exec_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h)(error.command)}`);
    const help = error.hint.split('\n').filter(l => l.trim() !== '');
    help.forEach((l, i) => {
        text.push(i === 0 ? `  ${style.cyan('help')}: ${(0,_exec_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h)(l)}` : `        ${(0,_exec_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLine */ .h)(l)}`);
    });
    return text.join('\n');
}
/** An error as JSON: what `--json` prints when there is no report. */
function errorJson(error) {
    return { error: { code: error.code, message: error.message, hint: error.hint, lines: error.lines } };
}


/***/ }),

/***/ 5758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ styleFor),
/* harmony export */   z: () => (/* binding */ wantsColor)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

/** The colours, or texts as they are where none are wanted. */
function styleFor(color) {
    const paint = (format) => (text) => color && text !== '' ? (0,node_util__WEBPACK_IMPORTED_MODULE_0__.styleText)(format, text, { validateStream: false }) : text;
    return {
        bold: paint('bold'),
        dim: paint('dim'),
        red: paint(['bold', 'red']),
        green: paint('green'),
        yellow: paint('yellow'),
        cyan: paint('cyan'),
    };
}
/** Whether a stream gets colours: `NO_COLOR` and `FORCE_COLOR` decide (no-color.org), then `TERM`, then what the stream is. */
function wantsColor(env, isTerminal) {
    const force = env['FORCE_COLOR'];
    if (env['NO_COLOR'] && !force)
        return false;
    if (force !== undefined)
        return force !== '0' && force !== 'false';
    return isTerminal && env['TERM'] !== 'dumb';
}


/***/ }),

/***/ 3274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ smokeModes)
/* harmony export */ });
/** What `verify` can be asked to start: nothing unless one says so. */
const smokeModes = ['off', 'native', 'floor', 'require'];


/***/ }),

/***/ 1688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ tool)
/* harmony export */ });
/** This program, as plans and reports name it; a test holds the version against package.json. */
const tool = { name: 'portable-build', version: '0.1.0' };


/***/ })

};
