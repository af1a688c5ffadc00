export const id = 83;
export const ids = [83];
export const modules = {

/***/ 7083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  plan: () => (/* binding */ plan)
});

// EXTERNAL MODULE: ./.build/js/pipeline.js + 34 modules
var pipeline = __webpack_require__(9371);
;// CONCATENATED MODULE: ./.build/js/report/matrix.js
/** The name of the leg that does everything, where that is several projects. */
const everything = 'all';
/**
 * The plan's jobs as `strategy.matrix` takes them, a leg each; the jobs of projects with `distribute: never` share the
 * first leg.
 */
function matrixOf(plan) {
    const stays = (job) => projectOf(plan, job)?.distribute === 'never';
    const together = plan.jobs.filter(stays);
    const alone = plan.jobs.filter(job => !stays(job)).map(job => legOf(job.id, [job]));
    if (together.length === 0)
        return { include: alone };
    const [only, ...others] = new Set(together.map(j => j.project));
    const base = others.length > 0 || only === undefined ? everything : (together[0]?.id ?? everything);
    return { include: [legOf(base, together), ...alone] };
}
function projectOf(plan, job) {
    return plan.projects.find(p => p.targets.some(t => t.job === job.id));
}
function legOf(name, jobs) {
    const each = (values) => [...new Set(values)].join(',');
    return {
        name,
        only: each(jobs.map(j => j.id)),
        targets: each(jobs.flatMap(j => j.targets)),
        project: each(jobs.map(j => j.project)),
        backend: each(jobs.map(j => j.backend)),
        runner: runsOn(jobs),
    };
}
/** What only its own machine can do decides where all of a leg goes. */
function runsOn(jobs) {
    const labels = (jobs.find(j => j.backend === 'native') ?? jobs[0])?.runner ?? [];
    return JSON.stringify(labels.length === 1 ? labels[0] : labels);
}

// EXTERNAL MODULE: ./.build/js/build/command-line.js
var command_line = __webpack_require__(6865);
// EXTERNAL MODULE: ./.build/js/exec/plain.js
var plain = __webpack_require__(1388);
// EXTERNAL MODULE: ./.build/js/toolchains/toolchain.js
var toolchain = __webpack_require__(7430);
// EXTERNAL MODULE: ./.build/js/report/text.js
var report_text = __webpack_require__(4148);
;// CONCATENATED MODULE: ./.build/js/report/plan-text.js




/** The plan for people: what was found and why, what builds each target and what could not, then every command. */
function planText(plan, { style, toolsDir, verbose }) {
    const parts = [
        ...plan.projects.map(p => projectLines(p, style, verbose)),
        ...plan.jobs.map(j => jobLines(j, toolsDir, style)),
        plan.notices.map(n => `${style.yellow('note')}: ${(0,plain/* plainLine */.h)(n)}`),
        [style.dim(`${(0,report_text/* count */.U9)(plan.jobs.length, 'job')}. Nothing was built; \`portable-build build\` runs this plan.`)],
    ];
    return parts
        .filter(lines => lines.length > 0)
        .map(lines => lines.join('\n'))
        .join('\n\n');
}
function projectLines(project, style, verbose) {
    const commit = project.commit === null ? 'no commit' : `commit ${project.commit.slice(0, 12)}`;
    return [
        `${style.bold(`project ${(0,plain/* plainLine */.h)(project.name)}`)}  ${project.language}, built with ${project.buildSystem}`,
        `  ${style.dim('directory')}  ${(0,plain/* plainLine */.h)(project.dir)} (${commit}, SOURCE_DATE_EPOCH ${project.epoch})`,
        `  ${style.dim('output')}     ${(0,plain/* plainLine */.h)(project.outputDir)}`,
        ...titled('executables', executableLines(project), style),
        ...titled('evidence', project.evidence.map(evidenceLine(style)), style),
        ...titled('declined', project.declined.map(plain/* plainLine */.h), style),
        ...titled('settings', settingLines(project.settings, style, verbose), style),
        ...titled('calls', project.tools.map(toolLine(style)), style),
        ...titled('targets', project.targets.flatMap(t => targetLines(t, style)), style),
    ];
}
function titled(title, lines, style) {
    return lines.length === 0 ? [] : [`  ${style.dim(title)}`, ...lines.map(l => `    ${l}`)];
}
function executableLines({ executables, binName }) {
    if (executables.length === 0)
        return ['known when it is built'];
    return executables.map(e => {
        const name = binName !== null && executables.length === 1 ? binName : e.name;
        return (0,plain/* plainLine */.h)(e.source === null ? name : `${name} (${e.source})`);
    });
}
function toolLine(style) {
    return ({ name, version, path }) => path === null
        ? `${name} ${style.yellow('is not installed')}`
        : `${name}${version === null ? '' : ` ${(0,plain/* plainLine */.h)(version)}`} ${style.dim((0,plain/* plainLine */.h)(path))}`;
}
function evidenceLine(style) {
    return ({ fact, file, line }) => `${(0,plain/* plainLine */.h)(fact)} ${style.dim(`(${(0,plain/* plainLine */.h)(file)}${line === null ? '' : `:${line}`})`)}`;
}
/** What someone said or what was found; defaults would hide it, so they are shown only when asked for. */
function settingLines(settings, style, verbose) {
    const said = settings.filter(s => verbose || s.origin !== 'default');
    const rest = settings.length - said.length;
    const names = Math.max(0, ...said.map(s => (0,report_text/* displayWidth */.F1)(s.name)));
    const lines = said.map(s => {
        const value = s.value.split('\n').map(plain/* plainLine */.h).join(', ');
        return `${(0,report_text/* pad */.eV)((0,plain/* plainLine */.h)(s.name), names)}  ${value} ${style.dim(`(${[s.origin, (0,plain/* plainLine */.h)(s.where)].filter(t => t !== '').join(': ')})`)}`;
    });
    return rest === 0
        ? lines
        : [...lines, style.dim(`${(0,report_text/* count */.U9)(rest, 'more setting')} at the default (--verbose shows all)`)];
}
function targetLines(target, style) {
    const names = Math.max(...target.offers.map(o => o.backend.length));
    const { policy } = target;
    const floor = policy.floor.glibc === null ? '' : `, glibc at most ${policy.floor.glibc}`;
    return [
        `${style.bold(target.name)} ${style.dim(`must be ${policy.linkage?.join(' or ') ?? 'anything'}${floor}`)}`,
        ...target.offers.map(o => {
            const mark = o.chosen ? style.green('✓') : style.dim('·');
            const text = `${(0,report_text/* pad */.eV)(o.backend, names)}  ${o.chosen ? '' : o.can ? 'could too: ' : 'declined: '}${(0,plain/* plainLine */.h)(o.reason)}`;
            return `  ${mark} ${o.chosen ? text : style.dim(text)}`;
        }),
    ];
}
function jobLines(job, toolsDir, style) {
    const toolchains = job.toolchains.map(t => `${t.name} ${t.version} ${style.dim((0,toolchain/* toolchainDir */.f)(toolsDir, t))}`);
    const files = job.files.map(f => `${(0,plain/* plainLine */.h)(f.path)}${f.executable ? style.dim(' (executable)') : ''}`);
    return [
        `${style.bold(`job ${job.id}`)}  ${job.targets.join(', ')}`,
        ...titled('toolchains', toolchains, style),
        ...titled('writes', files, style),
        ...titled('runs', job.steps.flatMap(s => stepLines(s, job, style)), style),
    ];
}
function stepLines(step, job, style) {
    const copy = step.copySources;
    const notes = [
        ...(copy ? [`copies ${(0,plain/* plainLine */.h)(copy.from)} to ${(0,plain/* plainLine */.h)(copy.to)}`] : []),
        ...(step.optional ? ['a failure is only told'] : []),
        ...(step.fallback ? [`if it fails: each target by itself (${(0,report_text/* count */.U9)(step.fallback.length, 'command')})`] : []),
    ];
    return [
        `${style.cyan(`# ${(0,plain/* plainLine */.h)(step.title)}`)}`,
        ...notes.map(n => style.dim(`# ${n}`)),
        ...(step.mkdir ?? []).map(d => `mkdir -p ${(0,command_line/* quote */.h)(d)}`),
        (0,command_line/* commandLine */.a)(step, job),
    ];
}

// EXTERNAL MODULE: ./.build/js/cli/run/request.js + 17 modules
var run_request = __webpack_require__(9774);
;// CONCATENATED MODULE: ./.build/js/cli/run/plan.js




/** `plan`: what a build would do, for people, as JSON, or as a CI matrix. */
async function plan(invocation, output) {
    const request = (0,run_request.requestOf)(invocation);
    const { options } = invocation;
    await (0,run_request.onHost)(invocation, async (host) => {
        const planned = (await (0,pipeline/* planRun */.n)(host, request)).plan;
        const jobs = planned.jobs.filter(j => request.only === undefined || request.only.includes(j.id));
        const chosen = { ...planned, jobs };
        if (options['matrix'])
            output.print(JSON.stringify(matrixOf(chosen)));
        else if (options['json'])
            output.json(chosen);
        else
            output.print(planText(chosen, { style: output.style, toolsDir: host.toolsDir, verbose: options['verbose'] === 'true' }));
    });
    return 0;
}


/***/ })

};
