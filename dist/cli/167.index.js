export const id = 167;
export const ids = [167];
export const modules = {

/***/ 3167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  startVerified: () => (/* binding */ startVerified)
});

// EXTERNAL MODULE: ./.build/js/doctor/probe.js
var probe = __webpack_require__(844);
// EXTERNAL MODULE: ./.build/js/exec/spawn.js + 2 modules
var spawn = __webpack_require__(7147);
// EXTERNAL MODULE: ./.build/js/smoke/floor/floors.js + 2 modules
var floors = __webpack_require__(8380);
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

// EXTERNAL MODULE: ./.build/js/cli/formats.js
var formats = __webpack_require__(7445);
// EXTERNAL MODULE: ./.build/js/cli/suggest.js
var suggest = __webpack_require__(9371);
// EXTERNAL MODULE: ./.build/js/cli/run/demands.js
var run_demands = __webpack_require__(1791);
// EXTERNAL MODULE: ./.build/js/cli/run/request.js + 7 modules
var request = __webpack_require__(7126);
;// CONCATENATED MODULE: ./.build/js/cli/run/start.js








/** Starts the verified files of a verdict as `--smoke` says. @throws BuildError `bad-input`, `interrupted` */
async function startVerified(verdict, invocation, demands) {
    const said = invocation.options['smoke'] ?? 'off';
    const mode = formats/* smokeModes */.Ik.find(m => m === said);
    if (mode === undefined)
        throw (0,suggest/* notAChoice */.Iw)('--smoke', said, formats/* smokeModes */.Ik);
    const setting = (0,run_demands/* readInput */.R5)('smoke-floor', invocation.inputs);
    const words = (0,run_demands/* readInput */.R5)('smoke-command', invocation.inputs);
    const mirror = (0,run_demands/* readInput */.R5)('mirrors', invocation.inputs)['debian'] ?? null;
    if (mode === 'off')
        return verdict;
    return (0,request/* onHost */.G)(invocation, async ({ log, signal, toolsDir }) => {
        const context = { exec: spawn/* spawnCommand */.n, env: process.env, log, signal, toolsDir };
        const machine = await (0,probe/* probeMachine */.cA)({ ...context, tools: [] });
        return startVerdict(verdict, {
            machine,
            command: words.length > 0 ? words : null,
            cpu: demands[0]?.cpu ?? null,
            floor: mode === 'native' ? null : { setting, mirror, floors: (0,floors/* makeFloors */.k)(context) },
            promised: file => demands.find(d => d.target === file.target)?.floor.glibc ?? null,
            when: mode === 'require' ? 'require' : 'auto',
            exec: spawn/* spawnCommand */.n,
            signal,
        });
    });
}


/***/ })

};
