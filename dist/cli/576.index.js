export const id = 576;
export const ids = [576];
export const modules = {

/***/ 7576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  testZig: () => (/* binding */ testZig)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/js/errors.js
var errors = __webpack_require__(1541);
// EXTERNAL MODULE: ./.build/js/exec/plain.js
var plain = __webpack_require__(1388);
// EXTERNAL MODULE: ./.build/js/target.js
var js_target = __webpack_require__(7563);
// EXTERNAL MODULE: ./.build/js/verify/judge.js + 34 modules
var judge = __webpack_require__(8304);
// EXTERNAL MODULE: ./.build/js/verify/policies.js + 1 modules
var policies = __webpack_require__(5518);
// EXTERNAL MODULE: ./.build/js/toolchains/context.js
var toolchains_context = __webpack_require__(6334);
;// CONCATENATED MODULE: ./.build/js/toolchains/selftest-programs.js
/** zig before 0.12 lost errno of a failed stat() for glibc before 2.33 (the wrappers around __xstat). */
const errnoProgram = {
    name: 'errno',
    language: 'c',
    prints: 'ENOENT',
    text: `#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
int main(void) {
  struct stat s;
  errno = 0;
  if (stat("/portable-build/does/not/exist", &s) == 0) return 2;
  if (errno != ENOENT) return printf("errno %d\\n", errno), 1;
  return puts("ENOENT") < 0;
}
`,
};
/** Exceptions need the unwinder's tables and its own synchronisation; static programs get both from zig. */
const throwProgram = {
    name: 'throw',
    language: 'c++',
    prints: '400',
    text: `#include <atomic>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>
static std::atomic<int> caught{0};
static void deep(int n) {
  std::string held(static_cast<size_t>(n) + 1, 'x');
  if (n == 0) throw std::runtime_error("thrown");
  deep(n - 1);
}
int main() {
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; t++)
    threads.emplace_back([] {
      for (int i = 0; i < 100; i++) try { deep(10); } catch (const std::exception& e) {
        if (std::string(e.what()) == "thrown") caught++;
      }
    });
  for (auto& t : threads) t.join();
  std::printf("%d\\n", caught.load());
}
`,
};
/** A loop that every optimizer turns into vector code: with which registers is the question. */
const baselineProgram = {
    name: 'baseline',
    language: 'c',
    prints: '',
    text: `void scale(float *restrict to, const float *restrict from, float by, int n) {
  for (int i = 0; i < n; i++) to[i] += from[i] * by;
}
`,
};

// EXTERNAL MODULE: ./.build/js/toolchains/xz.js
var xz = __webpack_require__(7651);
;// CONCATENATED MODULE: ./.build/js/toolchains/selftest.js










/**
 * Builds small programs with a zig and judges them: errno after a failed stat, architecture, interpreter and floor from
 * the bytes, no AVX at -O3 unless asked for, C++ exceptions in four threads. What this machine can start is started.
 * @param zig absolute path of the executable; a directory beside it is used and removed
 * @returns one line for each thing that was seen to be right
 * @throws BuildError `toolchain-refused` with what went wrong
 */
async function testZig(zig, context) {
    const dir = (0,external_node_path_.join)((0,external_node_path_.dirname)(zig), '.selftest');
    const caches = { ZIG_GLOBAL_CACHE_DIR: (0,external_node_path_.join)(dir, 'global'), ZIG_LOCAL_CACHE_DIR: (0,external_node_path_.join)(dir, 'local') };
    const runner = { exec: context.exec, env: (0,toolchains_context/* clientEnv */.h)(context.env, caches), signal: context.signal };
    await (0,promises_.mkdir)(dir, { recursive: true });
    try {
        const said = await (0,xz/* runIfHere */.n6)([zig, 'version'], dir, runner);
        if (said?.code !== 0)
            throw new errors/* BuildError */.zS('toolchain-refused', `${zig} does not start on this machine`);
        const bench = { zig, dir, runner, host: context.arch, version: (0,plain/* plainLine */.h)(said.stdout.trim()) };
        const seen = [];
        for (const test of tests(bench)) {
            context.tell(`self-test of zig ${bench.version}: ${test.title}`);
            seen.push(`${test.title}: ${await test.run()}`);
        }
        return seen;
    }
    finally {
        await (0,promises_.rm)(dir, { recursive: true, force: true });
    }
}
/** The table of tests; each says what it saw or throws. */
function tests(bench) {
    const foreign = bench.host === 'aarch64' ? 'x86_64' : 'aarch64';
    // each C library and each libc++ takes zig a minute of CPU, so that one target stands for several questions
    const programs = [
        { program: errnoProgram, what: 'errno and floor', target: (0,js_target/* makeTarget */.mh)(bench.host, 'glibc', '2.17') },
        { program: errnoProgram, what: 'floor', target: (0,js_target/* makeTarget */.mh)(foreign, 'glibc', '2.17') },
        { program: throwProgram, what: 'C++ exceptions in a static program', target: (0,js_target/* makeTarget */.mh)(bench.host, 'musl', null) },
    ];
    return [
        { title: 'no AVX at -O3', run: () => testBaseline(bench) },
        ...programs.map(({ program, what, target }) => ({
            title: `${what} on ${target.name}`,
            run: () => testProgram(bench, target, program),
        })),
    ];
}
async function testProgram(bench, target, program) {
    const output = (0,external_node_path_.join)(bench.dir, `${program.name}-${target.name}`);
    const link = target.libc === 'musl' ? ['-static'] : [];
    await compile(bench, target, program, ['-O2', ...link, '-pthread', '-o', output]);
    const report = await (0,judge/* judgeFile */.G)(output, (0,policies/* policyFor */.KV)(target, { allowLibraries: [] }));
    const wrong = report.findings.find(f => f.severity === 'error');
    if (!report.verified)
        throw refuse(bench, `${program.name} for ${target.name}: ${wrong?.message ?? 'not verified'}`);
    if (target.arch !== bench.host)
        return 'judged';
    const ran = await (0,xz/* runIfHere */.n6)([output], bench.dir, bench.runner);
    // a machine without this glibc cannot start it; a static program starts everywhere
    if (ran === null && target.libc === 'glibc')
        return 'judged, cannot start here';
    if (ran?.code !== 0 || ran.stdout.trim() !== program.prints) {
        const how = ran === null ? 'does not start' : `printed ${JSON.stringify(ran.stdout.trim().slice(0, 100))}`;
        throw refuse(bench, `${program.name} for ${target.name} ${how} (${ran?.signal ?? `exit ${ran?.code}`})`);
    }
    return 'judged and ran';
}
/** Compiles to assembly: the names of the registers say it without a disassembler. */
async function testBaseline(bench) {
    const target = (0,js_target/* makeTarget */.mh)('x86_64', 'musl', null);
    const output = (0,external_node_path_.join)(bench.dir, 'baseline.s');
    await compile(bench, target, baselineProgram, ['-O3', '-S', '-o', output]);
    const assembly = await (0,promises_.readFile)(output, 'utf8').catch(() => '');
    if (!/\bxmm[0-9]/.test(assembly))
        throw refuse(bench, 'a loop at -O3 does not use SSE2, so nothing can be said of AVX');
    const avx = /\b[yz]mm[0-9]+|\bv(?:add|mul|mov|fmadd)[a-z0-9]*ps\b/.exec(assembly);
    if (avx)
        throw refuse(bench, `it uses AVX (${avx[0]}) without being asked to`);
    return 'SSE2 only';
}
async function compile(bench, target, program, args) {
    const source = (0,external_node_path_.join)(bench.dir, `${program.name}.${program.language === 'c' ? 'c' : 'cc'}`);
    await (0,promises_.writeFile)(source, program.text);
    const driver = program.language === 'c' ? 'cc' : 'c++';
    const flags = ['-target', (0,js_target/* zigTarget */.m4)(target) ?? '', '-fno-sanitize=undefined'];
    const outcome = await (0,xz/* runIfHere */.n6)([bench.zig, driver, ...flags, source, ...args], bench.dir, bench.runner);
    if (outcome?.code === 0)
        return;
    const lines = (outcome?.stderr ?? '').split('\n').slice(-20).map(plain/* plainLine */.h);
    throw refuse(bench, `it cannot compile ${program.name} for ${target.name}`, lines);
}
function refuse(bench, why, lines = []) {
    return new errors/* BuildError */.zS('toolchain-refused', `zig ${bench.version} fails the self-test: ${why}`, { lines });
}


/***/ })

};
