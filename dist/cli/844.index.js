export const id = 844;
export const ids = [844];
export const modules = {

/***/ 4463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/js/errors.js
var errors = __webpack_require__(1541);
// EXTERNAL MODULE: ./.build/js/tool.js
var tool = __webpack_require__(1688);
// EXTERNAL MODULE: ./.build/js/init/pins.js
var pins = __webpack_require__(5747);
;// CONCATENATED MODULE: ./.build/js/init/yaml.js
/** Words that YAML 1.1 or 1.2 reads as something else than a text. */
const notTexts = /^(true|false|yes|no|on|off|null|y|n)$/i;
/** A text as a YAML value on one line; quoted where it would be read as something else (`2.10` is the number 2.1). */
function scalar(text) {
    const isPlain = /^[A-Za-z./_][\w./,+=$-]*( [\w./,+=$-]+)*$/.test(text) && !notTexts.test(text);
    if (isPlain)
        return text;
    return /[^\x20-\x7e]/.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
}
/** Lines moved to the right; empty ones stay empty. */
function indent(lines, columns) {
    return lines.map(line => (line === '' ? '' : ' '.repeat(columns) + line));
}

;// CONCATENATED MODULE: ./.build/js/init/release.js


/** The lines that make a release of what was verified; docs/release.md explains them. */
const publish = [
    'sha256sum --check --strict SHA256SUMS',
    'gh release view "$TAG" >/dev/null 2>&1 || gh release create "$TAG" --draft --verify-tag --generate-notes',
    'cut -c67- SHA256SUMS | xargs -d \'\\n\' gh release upload "$TAG" --clobber SHA256SUMS',
    'gh release edit "$TAG" --draft=false',
];
/** The job of a release workflow that publishes; it has write rights and runs nothing of the project. */
function releaseJob() {
    return [
        '  release:',
        '    name: release',
        '    needs: build',
        '    runs-on: ubuntu-24.04',
        '    timeout-minutes: 15',
        '    environment: release # reviewers and rules for tags are set there, in the settings of the repository',
        '    permissions:',
        '      contents: write # the release',
        '    env: # a name of a tag is a text of others: it goes to the shell as a variable',
        `      GH_TOKEN: \${{ github.token }}`,
        `      GH_REPO: \${{ github.repository }}`,
        `      TAG: \${{ github.ref_name }}`,
        '    steps:',
        `      - uses: ${pins/* pins */.hm.download}`,
        '        with:',
        '          path: assets',
        '          merge-multiple: true',
        '      - name: Check, draft, upload what the checksums name, publish',
        '        working-directory: assets',
        '        run: |',
        ...indent(publish, 10),
    ];
}

;// CONCATENATED MODULE: ./.build/js/init/runner.js
/**
 * Programs that GitHub's ubuntu-24.04 machines do not have, and the package of Ubuntu that has them.
 * Source: the list of installed software in actions/runner-images, images/ubuntu/Ubuntu2404-Readme.md.
 */
const notInstalled = { meson: 'meson', ninja: 'ninja-build' };
/** The packages to install on a hosted runner before a build that needs these programs. */
function packagesFor(tools) {
    return tools.flatMap(tool => (Object.hasOwn(notInstalled, tool) ? [notInstalled[tool] ?? ''] : []));
}

;// CONCATENATED MODULE: ./.build/js/init/github.js






/** Inputs that a project of this kind may want next, as a comment; by language, then by build system. */
const hints = {
    rust: ['features: tls,json # Cargo features; Cargo.lock must be committed, or say `locked: false`'],
    go: ['main: ./cmd/server # when not every main package is to be shipped', 'ldflags: -X main.version=1.2.3'],
    cmake: ['args: -DBUILD_TESTING=OFF'],
    meson: ['args: -Dtests=false'],
    autotools: ['args: --disable-nls'],
    make: ['args: WITH_TESTS=0'],
};
/**
 * Writes a workflow for GitHub that builds and verifies for every push (`ci`), or for a tag, with a signed statement and a release.
 * @throws BuildError `bad-input` for a release of a project whose build needs programs that hosted runners do not have
 */
function githubWorkflow(facts) {
    const packages = packagesFor(facts.tools);
    if (facts.kind === 'ci') {
        const job = packages.length > 0 ? stepsJob(facts, packages) : reusableJob(facts);
        const text = joined([...head(facts), ...job]);
        return { path: '.github/workflows/portable-build.yml', text, canRelease: packages.length === 0 };
    }
    if (packages.length > 0) {
        throw new errors/* BuildError */.zS('bad-input', `a release is built on machines without ${packages.join(' and ')}`, {
            hint: 'Write the workflow without --release: it installs them, and its artifacts can be released by hand.',
        });
    }
    return {
        path: '.github/workflows/portable-build-release.yml',
        text: joined([...head(facts), ...reusableJob(facts), ...releaseJob()]),
        canRelease: true,
    };
}
const joined = (lines) => `${lines.join('\n')}\n`;
function head({ kind, projects }) {
    const what = projects.map(p => `${comment(p.name)} (${p.language === 'c' ? p.buildSystem : p.language})`).join(', ');
    const by = `# Written by \`${tool/* tool */.z.name} init --github${kind === 'ci' ? '' : ' --release'}\`, ${tool/* tool */.z.name} ${tool/* tool */.z.version}; it is yours now, change what you like.`;
    return kind === 'ci'
        ? [
            `# Builds and verifies ${what} for every push and pull request.`,
            by,
            '#',
            '# Each target gives an artifact, a tar so that executables stay executable, and only when it was verified. The summary of the',
            '# run says where each file runs, and why.',
            'name: portable-build',
            'on:',
            '  push: { branches: [main, master] } # not every branch: a pull request would be built twice',
            '  pull_request:',
            'permissions: {} # nothing, but for what a job below asks for',
            'concurrency:',
            `  group: \${{ github.workflow }}-\${{ github.ref }}`,
            '  cancel-in-progress: true # a newer push makes the older run useless',
            'jobs:',
        ]
        : [
            `# A tag like v1.2.3 → ${what} is built and verified for every target → a signed statement of where the files come from`,
            '# → a release, which is a draft until everything is uploaded.',
            by,
            'name: portable-build-release',
            'on:',
            '  push: { tags: ["v*"] }',
            'permissions: {} # nothing, but for what a job below asks for',
            'concurrency:',
            `  group: release-\${{ github.ref }}`,
            '  cancel-in-progress: false # a release that has begun is finished',
            'jobs:',
        ];
}
/** A project's name may be anything: in a comment it stays on its line. */
const comment = (name) => name.replace(/[^\x20-\x7e]/g, '?').slice(0, 100);
function reusableJob(facts) {
    const { kind, ref } = facts;
    const permissions = [
        'contents: read # to check out the sources',
        ...(kind === 'ci'
            ? []
            : ['id-token: write # the identity that signs the statement', 'attestations: write # to store the statement']),
    ];
    return [
        '  build:',
        '    name: build',
        '    # Plans, builds each job of the plan on a machine of its own, and collects. No job of it has more rights than these.',
        '    permissions:',
        ...indent(permissions, 6),
        ...pinningAdvice(ref, 4),
        `    uses: ${(0,pins/* own */.ZV)(`.github/workflows/${kind === 'ci' ? 'build' : 'attested'}.yml`, ref)}`,
        '    with:',
        ...indent(settings(facts), 6),
    ];
}
function stepsJob(facts, packages) {
    return [
        '  build:',
        '    name: build',
        '    runs-on: ubuntu-24.04',
        '    timeout-minutes: 60',
        '    permissions:',
        '      contents: read # to check out the sources',
        '    steps:',
        `      - uses: ${pins/* pins */.hm.checkout}`,
        '        with:',
        '          persist-credentials: false # the build needs no token',
        `      - run: sudo apt-get update -qq && sudo apt-get install -y -qq --no-install-recommends ${packages.join(' ')}`,
        ...pinningAdvice(facts.ref, 6),
        `      - uses: ${(0,pins/* own */.ZV)('', facts.ref)}`,
        '        with:',
        ...indent(settings(facts), 10),
    ];
}
/** A tag can be moved by whoever gets hold of a repository; a commit cannot. */
function pinningAdvice(ref, columns) {
    if (ref !== pins/* defaultRef */.F1)
        return [];
    return indent([
        '# A tag can be moved, a commit cannot: write the full sha of a release here, with its version as a comment, and let',
        '# Dependabot raise it. (`init --ref SHA` writes it for you.)',
    ], columns);
}
function settings({ inputs, projects }) {
    const [project] = projects;
    const next = hints[project?.language === 'c' ? project.buildSystem : (project?.language ?? '')] ?? [];
    return [
        ...Object.entries(inputs).map(([name, text]) => `${name}: ${scalar(text)}`),
        ...(Object.hasOwn(inputs, 'glibc')
            ? []
            : ["# glibc: '2.17' # for executables that use the system's glibc, from this version on"]),
        ...next.map(hint => `# ${hint}`),
        '# All inputs: docs/inputs.md. Those that are settings of the project may stand in portable-build.yml as well.',
    ];
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./.build/js/init/repository.js


/** The directory that holds `.git` (a directory, or a file in work trees), from `dir` upwards; `dir` itself without one. */
function repositoryRoot(dir) {
    for (let at = dir;; at = (0,external_node_path_.dirname)(at)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(at, '.git')))
            return at;
        if (at === (0,external_node_path_.dirname)(at))
            return dir;
    }
}

// EXTERNAL MODULE: ./.build/js/exec/plain.js
var plain = __webpack_require__(1388);
;// CONCATENATED MODULE: ./.build/js/init/text.js


const starts = {
    ci: ['Commit it and push, or open a pull request; the summary of the run says where each file runs.'],
    release: [
        'Make an environment `release` in the settings of the repository, with reviewers, for tags `v*` only.',
        'Commit it, then push a tag: git tag v0.1.0 && git push origin v0.1.0',
    ],
};
/** What was written and what to do next, for people. */
function initText({ path, kind, ref, canRelease, projects, targets }) {
    const what = projects.map(p => `${(0,plain/* plainLine */.h)(p.name)} (${p.language === 'c' ? p.buildSystem : p.language})`).join(', ');
    const steps = [
        'Read it: each line that matters says why it is there.',
        ...starts[kind],
        ...(ref === pins/* defaultRef */.F1 ? ['Pin it: put the full sha of a release where it says so.'] : []),
        ...(kind === 'ci' && canRelease ? ['For releases: portable-build init --github --release'] : []),
    ];
    return [
        `written: ${path}`,
        `for ${what}, ${targets === null ? 'targets as in portable-build.yml' : `targets ${targets}`}`,
        '',
        'Next:',
        ...steps.map((step, i) => `  ${i + 1}. ${step}`),
    ].join('\n');
}

// EXTERNAL MODULE: ./.build/js/build/file-error.js
var file_error = __webpack_require__(5862);
// EXTERNAL MODULE: ./.build/js/build/make-directory.js
var make_directory = __webpack_require__(8095);
;// CONCATENATED MODULE: ./.build/js/init/write.js





/**
 * Writes a file that is not there yet, and makes its directory. What is there, a link too, stays as it is.
 * @throws BuildError `file-exists`, `disk-full`, `cannot-write`
 */
async function writeNew(path, text) {
    await (0,make_directory/* makeDirectory */.O)((0,external_node_path_.dirname)(path));
    try {
        await (0,promises_.writeFile)(path, text, { flag: 'wx' });
    }
    catch (error) {
        if ((0,file_error/* errno */.b)(error) === 'EEXIST') {
            throw new errors/* BuildError */.zS('file-exists', `${path} is there already, it was not touched`, { cause: error });
        }
        await (0,promises_.rm)(path, { force: true }).catch(() => { });
        throw (0,file_error/* writeError */.o)(error, path);
    }
}

// EXTERNAL MODULE: ./.build/js/pipeline/gather.js + 44 modules
var gather = __webpack_require__(8125);
// EXTERNAL MODULE: ./.build/js/target.js
var target = __webpack_require__(7563);
// EXTERNAL MODULE: ./.build/js/cli/run/request.js + 17 modules
var run_request = __webpack_require__(9774);
;// CONCATENATED MODULE: ./.build/js/cli/run/init.js











/** What most people want; both are built on one machine. */
const usualTargets = 'linux/amd64, linux/arm64';
/** A branch, a tag or a sha, which nothing can be hidden in. */
const refs = /^[\w][\w.-]*$/;
/** `init`: writes a workflow for the project of a directory into its repository. */
async function init(invocation, output) {
    const { options } = invocation;
    if (options['github'] !== 'true') {
        throw new errors/* BuildError */.zS('bad-input', '`init` needs to know for which host', { hint: 'Say `--github`.' });
    }
    const ref = options['ref'] ?? pins/* defaultRef */.F1;
    if (!refs.test(ref))
        throw new errors/* BuildError */.zS('bad-input', `--ref is ${JSON.stringify(ref)}, not a commit sha or a tag`);
    // Variables of this shell do not reach a workflow: what it would do without them is asked for.
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PORTABLE_BUILD_')));
    const request = { ...(0,run_request.requestOf)(invocation), env };
    const found = await (0,gather/* findProjects */.OG)(request);
    for (const { loaded } of found)
        loaded.inputs.targets.forEach(target/* parseTarget */.hu);
    const dir = await (0,promises_.realpath)(request.dir);
    const root = repositoryRoot(dir);
    const below = (0,external_node_path_.relative)(root, dir);
    // What the file says is read again by the workflow; what was said here is said there.
    const settings = found.flatMap(f => f.loaded.settings);
    const said = settings.filter(s => s.origin === 'flag').map(s => [s.name, s.value.trim().replaceAll('\n', ',')]);
    const hasTargets = settings.some(s => s.name === 'targets' && (s.origin === 'flag' || s.origin === 'file'));
    const inputs = {
        ...(below === '' ? {} : { 'working-directory': below }),
        ...(hasTargets ? {} : { targets: usualTargets }),
        ...Object.fromEntries(said),
    };
    const kind = options['release'] === 'true' ? 'release' : 'ci';
    const projects = found.map(f => f.project);
    const tools = found.flatMap(f => f.language.needs(f.project, f.loaded.inputs).map(n => n.tool));
    const { path, text, canRelease } = githubWorkflow({ kind, projects, tools, inputs, ref });
    await writeNew((0,external_node_path_.join)(root, path), text);
    output.print(initText({ path, kind, ref, canRelease, projects, targets: inputs.targets ?? null }));
    return 0;
}


/***/ })

};
