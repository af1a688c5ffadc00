import { BuildError } from '../../errors.ts'
import { checkRequest } from '../../languages/rust/check.ts'
import { cargoSelection } from '../../languages/rust/command.ts'
import { cargoProfile } from '../../languages/rust/pr.ts'
import { rustTriple } from '../../target.ts'
import { type DockerfileFacts, kept, type Leg, run, type Stages, word } from './facts.ts'
import { toolImages, toolStage, variables, zig, zigCache, zigEnv, zigName } from './tools.ts'

/** The release whose recipes were seen to stay the same when only the version of the project changes. */
const chefVersion = '0.1.78'

const registry = [kept('/usr/local/cargo/registry'), kept('/usr/local/cargo/git')]

/** A version or a channel of rustup: `1.85`, `nightly-2026-01-01`. */
const channels = /^[\w.-]+$/

/**
 * Rust: crates from outside are compiled from cargo-chef's recipe, in a layer that stays until they change; one call of
 * cargo-zigbuild for all targets.
 * @throws BuildError `no-executable`, `bad-input`, `no-backend`
 */
export function rustStages({ project, inputs }: DockerfileFacts, legs: readonly Leg[]): Stages {
  checkRequest(project, inputs)
  const names = inputs.bin.length > 0 ? inputs.bin : project.executables.map(e => e.name)
  if (names.length === 0) throw new BuildError('no-executable', `${project.name} has no program to build`)
  const triples = legs.map(({ target }) => ({ target, zig: zigName(target), triple: rustName(target) }))
  const written = triples.map(({ triple, target: { floor } }) => (floor === null ? triple : `${triple}.${floor}`))
  const build = [
    ...['cargo', 'zigbuild', ...written.flatMap(name => ['--target', name])],
    ...['--target-dir', '/build/target', ...cargoSelection({ project, inputs }, project.cargo?.locked === true)],
    ...inputs.args,
  ]
  const command = build.map(word).join(' ')
  const mounts = [...registry, zigCache]
  const profile = cargoProfile(project, inputs)
  const made = (triple: string) => `/build/target/${triple}/${profile === 'dev' ? 'debug' : profile}`
  return {
    images: { RUST_IMAGE: 'rust:1-bookworm', ...toolImages },
    lines: [
      ...toolStage(['zig', 'cargo-zigbuild'], inputs['zig-version']),
      '',
      `FROM --platform=$BUILDPLATFORM \${RUST_IMAGE} AS chef`,
      ...variables({ CARGO_HOME: '/usr/local/cargo', PATH: '/opt/tools/bin:/usr/local/cargo/bin:$PATH' }),
      ...run(registry, [`cargo install --locked cargo-chef@${chefVersion}`]),
      ...toolchain(inputs.toolchain ?? project.toolchain, [...new Set(triples.map(t => t.triple))]),
      'COPY --from=tools /opt/tools /opt/tools',
      ...variables({
        ...zigEnv,
        CARGO_ZIGBUILD_ZIG_PATH: zig,
        CARGO_ZIGBUILD_CACHE_DIR: '/build/zigbuild',
        CARGO_INCREMENTAL: '0',
        ...stripping(project, profile, inputs.strip),
        ...Object.assign({}, ...triples.map(({ triple, target }) => targetEnv(triple, target.arch))),
      }),
      '',
      '# The project without its sources and its own versions: the same recipe until a dependency changes.',
      'FROM chef AS planner',
      'WORKDIR /src',
      'COPY . .',
      'RUN cargo chef prepare --recipe-path /recipe.json',
      '',
      'FROM chef AS build',
      '# The crates from outside, all targets in one call. Beside the sources, so that nothing that was compiled of placeholders is',
      '# ever taken for the project; and by our own call, because cargo-chef loses its way where a target has a glibc (cargo-chef#367).',
      'WORKDIR /recipe',
      'COPY --from=planner /recipe.json .',
      ...run(mounts, ['cargo chef cook --no-build --recipe-path recipe.json', command]),
      '# The project.',
      'WORKDIR /src',
      'COPY . .',
      ...run(mounts, [command]),
      ...legs.flatMap(({ dir }, n) => {
        const from = made(triples[n]?.triple ?? '')
        return run([], [`mkdir -p /out/${dir}`, `cp ${names.map(b => word(`${from}/${b}`)).join(' ')} /out/${dir}/`])
      }),
    ],
  }
}

function rustName(target: Leg['target']): string {
  const triple = rustTriple(target)
  if (triple === null) throw new BuildError('no-backend', `Rust has no target for ${target.name}`)
  return triple
}

/** The toolchain that the project pins, else that of the image. rustup's variable wins over rust-toolchain.toml, which has the same. */
function toolchain(pin: string | null, triples: readonly string[]): string[] {
  if (pin === null) return [`RUN rustup target add ${triples.join(' ')}`]
  const channel = pin.replace(/^\+/, '')
  if (!channels.test(channel)) throw new BuildError('bad-input', `toolchain: ${JSON.stringify(pin)} is no name of one`)
  return [
    ...run(
      [],
      [
        `rustup toolchain install --profile minimal ${channel}`,
        `rustup target add --toolchain ${channel} ${triples.join(' ')}`,
      ],
    ),
    `ENV RUSTUP_TOOLCHAIN=${channel}`,
  ]
}

/** Strips what the project's own profile does not settle. */
function stripping({ cargo }: DockerfileFacts['project'], profile: string, strip: boolean): Record<string, string> {
  if (!strip || cargo?.stripSaid.includes(profile)) return {}
  return { [`CARGO_PROFILE_${profile.toUpperCase().replaceAll('-', '_')}_STRIP`]: 'symbols' }
}

function targetEnv(triple: string, arch: string): Record<string, string> {
  return {
    // Libraries of the builder are not the target's.
    [`PKG_CONFIG_LIBDIR_${triple.replaceAll('-', '_')}`]: '/nowhere',
    // jemalloc fixes the page size when it is built; aarch64 kernels have up to 64 KiB.
    ...(arch === 'aarch64' ? { [`${triple.toUpperCase().replaceAll('-', '_')}_JEMALLOC_SYS_WITH_LG_PAGE`]: '16' } : {}),
  }
}
