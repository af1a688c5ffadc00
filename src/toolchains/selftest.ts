import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ArchName } from '../arch.ts'
import { BuildError } from '../errors.ts'
import { plainLine } from '../exec/plain.ts'
import { makeTarget, type Target, zigTarget } from '../target.ts'
import { judgeFile } from '../verify/judge.ts'
import { policyFor } from '../verify/policies.ts'
import { clientEnv, type ToolContext } from './context.ts'
import { baselineProgram, errnoProgram, throwProgram } from './selftest-programs.ts'
import { type Runner, runIfHere } from './xz.ts'

/** What the self-test needs from its run; `tell` gets what is being tested. */
export type TestContext = Pick<ToolContext, 'exec' | 'env' | 'signal' | 'arch'> & { tell(text: string): void }

interface Bench {
  readonly zig: string
  readonly dir: string
  readonly runner: Runner
  readonly host: ArchName
  readonly version: string
}

/**
 * Builds small programs with a zig and judges them: errno after a failed stat, architecture, interpreter and floor from
 * the bytes, no AVX at -O3 unless asked for, C++ exceptions in four threads. What this machine can start is started.
 * @param zig absolute path of the executable; a directory beside it is used and removed
 * @returns one line for each thing that was seen to be right
 * @throws BuildError `toolchain-refused` with what went wrong
 */
export async function testZig(zig: string, context: TestContext): Promise<readonly string[]> {
  const dir = join(dirname(zig), '.selftest')
  const caches = { ZIG_GLOBAL_CACHE_DIR: join(dir, 'global'), ZIG_LOCAL_CACHE_DIR: join(dir, 'local') }
  const runner = { exec: context.exec, env: clientEnv(context.env, caches), signal: context.signal }
  await mkdir(dir, { recursive: true })
  try {
    const said = await runIfHere([zig, 'version'], dir, runner)
    if (said?.code !== 0) throw new BuildError('toolchain-refused', `${zig} does not start on this machine`)
    const bench: Bench = { zig, dir, runner, host: context.arch, version: plainLine(said.stdout.trim()) }
    const seen: string[] = []
    for (const test of tests(bench)) {
      context.tell(`self-test of zig ${bench.version}: ${test.title}`)
      seen.push(`${test.title}: ${await test.run()}`)
    }
    return seen
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

/** The table of tests; each says what it saw or throws. */
function tests(bench: Bench): { title: string; run: () => Promise<string> }[] {
  const foreign: ArchName = bench.host === 'aarch64' ? 'x86_64' : 'aarch64'
  // each C library and each libc++ takes zig a minute of CPU, so that one target stands for several questions
  const programs = [
    { program: errnoProgram, what: 'errno and floor', target: makeTarget(bench.host, 'glibc', '2.17') },
    { program: errnoProgram, what: 'floor', target: makeTarget(foreign, 'glibc', '2.17') },
    { program: throwProgram, what: 'C++ exceptions in a static program', target: makeTarget(bench.host, 'musl', null) },
  ]
  return [
    { title: 'no AVX at -O3', run: () => testBaseline(bench) },
    ...programs.map(({ program, what, target }) => ({
      title: `${what} on ${target.name}`,
      run: () => testProgram(bench, target, program),
    })),
  ]
}

async function testProgram(bench: Bench, target: Target, program: typeof errnoProgram): Promise<string> {
  const output = join(bench.dir, `${program.name}-${target.name}`)
  const link = target.libc === 'musl' ? ['-static'] : []
  await compile(bench, target, program, ['-O2', ...link, '-pthread', '-o', output])
  const report = await judgeFile(output, policyFor(target, { allowLibraries: [] }))
  const wrong = report.findings.find(f => f.severity === 'error')
  if (!report.verified) throw refuse(bench, `${program.name} for ${target.name}: ${wrong?.message ?? 'not verified'}`)
  if (target.arch !== bench.host) return 'judged'
  const ran = await runIfHere([output], bench.dir, bench.runner)
  // a machine without this glibc cannot start it; a static program starts everywhere
  if (ran === null && target.libc === 'glibc') return 'judged, cannot start here'
  if (ran?.code !== 0 || ran.stdout.trim() !== program.prints) {
    const how = ran === null ? 'does not start' : `printed ${JSON.stringify(ran.stdout.trim().slice(0, 100))}`
    throw refuse(bench, `${program.name} for ${target.name} ${how} (${ran?.signal ?? `exit ${ran?.code}`})`)
  }
  return 'judged and ran'
}

/** Compiles to assembly: the names of the registers say it without a disassembler. */
async function testBaseline(bench: Bench): Promise<string> {
  const target = makeTarget('x86_64', 'musl', null)
  const output = join(bench.dir, 'baseline.s')
  await compile(bench, target, baselineProgram, ['-O3', '-S', '-o', output])
  const assembly = await readFile(output, 'utf8').catch(() => '')
  if (!/\bxmm[0-9]/.test(assembly))
    throw refuse(bench, 'a loop at -O3 does not use SSE2, so nothing can be said of AVX')
  const avx = /\b[yz]mm[0-9]+|\bv(?:add|mul|mov|fmadd)[a-z0-9]*ps\b/.exec(assembly)
  if (avx) throw refuse(bench, `it uses AVX (${avx[0]}) without being asked to`)
  return 'SSE2 only'
}

async function compile(
  bench: Bench,
  target: Target,
  program: { name: string; language: 'c' | 'c++'; text: string },
  args: readonly string[],
): Promise<void> {
  const source = join(bench.dir, `${program.name}.${program.language === 'c' ? 'c' : 'cc'}`)
  await writeFile(source, program.text)
  const driver = program.language === 'c' ? 'cc' : 'c++'
  const flags = ['-target', zigTarget(target) ?? '', '-fno-sanitize=undefined']
  const outcome = await runIfHere([bench.zig, driver, ...flags, source, ...args], bench.dir, bench.runner)
  if (outcome?.code === 0) return
  const lines = (outcome?.stderr ?? '').split('\n').slice(-20).map(plainLine)
  throw refuse(bench, `it cannot compile ${program.name} for ${target.name}`, lines)
}

function refuse(bench: Bench, why: string, lines: readonly string[] = []): BuildError {
  return new BuildError('toolchain-refused', `zig ${bench.version} fails the self-test: ${why}`, { lines })
}
