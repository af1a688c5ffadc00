import { describe, expect, it } from 'vitest'
import { type GatherOptions, gatherRecipe } from '../../../../src/cache/rust/recipe/gather.ts'
import type { Job, Step } from '../../../../src/plan.ts'
import { type FakeAnswer, fakeExec, when } from '../../../support/fake-exec.ts'
import { factsOf, files } from './project.ts'

const root = '/src/app'
const facts = factsOf()

const step: Step = {
  ...{ id: 'app-zig/1-build', title: 'cargo zigbuild', targets: facts.targets, cwd: root, stdout: 'cargo-json' },
  argv: facts.argv,
  env: { ...facts.env, RUSTUP_TOOLCHAIN: '1.95.0' },
}
const job: Job = {
  ...{
    id: 'app-zig',
    project: 'app',
    backend: 'zig',
    targets: facts.targets,
    runner: [],
    toolchains: facts.toolchains,
  },
  ...{ files: [], path: [], passEnv: { DATABASE_URL: '' }, steps: [step], collect: [] },
  workDir: `${root}/.portable-build/app-zig`,
}

const metadata = (members: Readonly<Record<string, readonly string[]>>) =>
  JSON.stringify({
    workspace_root: root,
    packages: Object.entries(members).map(([path, kinds]) => ({
      manifest_path: `${root}/${path}`,
      targets: kinds.map(kind => ({ kind: [kind] })),
    })),
  })

const answers: readonly FakeAnswer[] = [
  when(['rustc', '-vV'], { stdout: facts.rustc }),
  when(['cargo', '-V'], { stdout: facts.cargo }),
  when(['cargo', 'metadata'], {
    stdout: metadata({ 'crates/app/Cargo.toml': ['bin', 'custom-build'], 'crates/core/Cargo.toml': ['lib'] }),
  }),
  when(['sh'], {
    stdout: ['HOME', '/home/me', 'file:/home/me/.cargo/config.toml', facts.configs[0]?.text ?? '', ''].join('\0'),
  }),
  when(['ldd'], { stdout: 'ldd (Debian GLIBC 2.36-9+deb12u14) 2.36\n' }),
  when(['cc'], { stdout: 'cc (Debian 12.2.0-14+deb12u1) 12.2.0\n' }),
]

const disk: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`${root}/${path}`, text])),
  '/etc/os-release': 'NAME="Debian GNU/Linux"\nID=debian\nVERSION_ID="12"\n',
}

function gather(
  more: {
    readonly disk?: Readonly<Record<string, string | undefined>>
    readonly answer?: FakeAnswer
    readonly system?: string | null
  } = {},
) {
  const { exec, commands } = fakeExec(more.answer ?? (() => null), ...answers)
  const texts = { ...disk, ...more.disk }
  const read = async (path: string) => texts[path] ?? null
  const env = { PATH: '/usr/bin', HOME: '/home/me', DATABASE_URL: 'sqlite://app.db' }
  const options: GatherOptions = {
    job,
    step,
    dir: root,
    exec,
    env,
    signal: new AbortController().signal,
    read,
    system: more.system === undefined ? '' : more.system,
  }
  return { recipe: gatherRecipe(options), commands }
}

describe('gathering a recipe', () => {
  it('finds all packages, also those beside the members, and the machine', async () => {
    const { recipe } = gather()
    const { ingredients, why } = await recipe
    expect(why).toBeNull()
    expect(ingredients).toMatchObject({
      manifests: expect.stringMatching(/^3 packages/),
      lock: expect.stringMatching(/^9 crates/),
      host: 'x86_64-unknown-linux-gnu, debian 12, libc 2.36, cc 12.2.0',
      directories: expect.stringContaining('/src/app/.portable-build/app-zig, /home/me/.cargo, '),
      rustflags: '-Cforce-frame-pointers',
    })
  })

  it('asks with the toolchain and the environment of the step, and installs none', async () => {
    const { recipe, commands } = gather()
    await recipe
    const rust = commands.filter(c => c.argv[0] === 'cargo' || c.argv[0] === 'rustc')
    expect(rust).toHaveLength(3)
    for (const { cwd, env } of rust) {
      expect(cwd).toBe(root)
      expect(env).toMatchObject({ RUSTUP_TOOLCHAIN: '1.95.0', RUSTUP_AUTO_INSTALL: '0', HOME: '/home/me' })
    }
  })

  it('asks for the workspace of the Cargo.toml that is built', async () => {
    const { exec, commands } = fakeExec(...answers)
    const read = async (path: string) => disk[path] ?? null
    const argv = [...step.argv, '--manifest-path', 'sub/Cargo.toml']
    const { signal } = new AbortController()
    await gatherRecipe({ job, step: { ...step, argv }, dir: root, exec, env: {}, signal, system: '', read })
    const asked = commands.find(c => c.argv[1] === 'metadata')?.argv
    expect(asked?.slice(-2)).toEqual(['--manifest-path', 'sub/Cargo.toml'])
  })

  it('sees a build script of a package beside the workspace', async () => {
    const [before, after] = [gather(), gather({ disk: { [`${root}/helper/build.rs`]: 'fn main() {}' } })]
    expect((await before.recipe).ingredients?.['manifests']).not.toBe((await after.recipe).ingredients?.['manifests'])
  })

  it.each<[what: string, more: Parameters<typeof gather>[0], why: RegExp]>([
    ['without a lock', { disk: { [`${root}/Cargo.lock`]: undefined } }, /there is no Cargo\.lock/],
    [
      'without a compiler',
      { answer: when(['rustc'], { code: 1, stderr: 'error: not installed\n' }) },
      /rustc -vV failed: error: not installed/,
    ],
    [
      'of what cargo cannot read',
      { answer: when(['cargo', 'metadata'], { code: 101, stderr: 'error: bad\n' }) },
      /cargo metadata failed: error: bad/,
    ],
    ['of metadata of another kind', { answer: when(['cargo', 'metadata'], { stdout: '{}' }) }, /did not print/],
    [
      'of a manifest that does not parse',
      { disk: { [`${root}/helper/Cargo.toml`]: '[' } },
      /helper\/Cargo\.toml:1 is not valid TOML/,
    ],
  ])('%s gives no key, and says why', async (_, more, why) => {
    expect(await gather(more).recipe).toEqual({ ingredients: null, why: expect.stringMatching(why) })
  })

  it('knows the libraries of this machine where they can get into the executable', async () => {
    expect((await gather({ system: '0123456789abcdef' }).recipe).ingredients?.['host']).toMatch(
      /, cc 12\.2\.0, packages 0123456789abcdef$/,
    )
    expect(await gather({ system: null }).recipe).toEqual({
      ingredients: null,
      why: 'it is not known which libraries this machine has',
    })
  })

  it('goes on where this machine has no C compiler', async () => {
    const none: FakeAnswer = c => {
      if (c.argv[0] === 'cc') throw new Error('ENOENT')
      return null
    }
    expect((await gather({ answer: none }).recipe).ingredients?.['host']).toMatch(/, cc none$/)
  })

  it('is interrupted with the run', async () => {
    const controller = new AbortController()
    const exec = async () => {
      controller.abort()
      throw new Error('interrupted')
    }
    const options = {
      job,
      step,
      dir: root,
      exec,
      env: {},
      signal: controller.signal,
      system: '',
      read: async () => null,
    }
    await expect(gatherRecipe(options)).rejects.toThrow('interrupted')
  })
})
