import { archNames, archs } from '../../arch.ts'
import { exitCodes } from '../../errors.ts'
import { usualFiles } from '../../report/files.ts'
import { presetNames, presets } from '../../verify/presets.ts'

/** A paragraph, a list of terms with what they mean, or lines to type. In texts, `backquotes` mark what is typed. */
export type Block =
  | { readonly text: string }
  | { readonly terms: readonly (readonly [term: string, meaning: string])[] }
  | { readonly commands: readonly string[] }

/** Something that `portable-build help <topic>` explains; the man page has all of them. */
interface Topic {
  readonly title: string
  readonly blocks: readonly Block[]
}

const archTerms = archNames.map(name => {
  const { aliases, defaultFloor } = archs[name]
  const also = aliases.length > 0 ? `also ${aliases.join(', ')}; ` : ''
  return [name, `${also}floor ${defaultFloor}`] as const
})

/** Short texts by name. What is a list somewhere else is made from there. */
export const topics = {
  targets: {
    title: 'What executables are for',
    blocks: [
      {
        text: 'A target is `<arch>-linux[-<libc>[.<floor>]]`: `x86_64-linux-musl` is static, `aarch64-linux-gnu.2.17` starts on glibc 2.17 and newer, `x86_64-linux` is a Go program without C. Accepted as well: `linux/arm64`, `arm64`, `linux_arm64`, Rust triples, `manylinux2014_x86_64`.',
      },
      {
        commands: [
          'portable-build build --targets linux/amd64,linux/arm64',
          'portable-build plan --targets x86_64-linux-gnu.2.17',
        ],
      },
      { text: 'Architectures, with the oldest glibc that they are built for when nothing else is said:' },
      { terms: archTerms },
    ],
  },
  floor: {
    title: 'The oldest C library on which an executable starts',
    blocks: [
      {
        text: 'A program that is linked against glibc starts only where glibc is at least as new as the newest symbol version that it asks for. `--glibc 2.17` (or `-gnu.2.17` in a target) promises the oldest one: the program is linked for it, and every symbol of what came out is held against it.',
      },
      {
        text: 'Static programs (`-musl`) have no floor. A floor that an architecture never had is refused in a target, and raised when `--glibc` is for all of them.',
      },
      {
        commands: [
          'portable-build build --glibc 2.17',
          'portable-build verify --glibc 2.17 ./server',
          'portable-build verify --explain GLIBC_2.34 ./server',
        ],
      },
    ],
  },
  verify: {
    title: 'What is demanded of an executable',
    blocks: [
      {
        text: 'The bytes are read as the loader reads them; nothing is run unless `--smoke` says so. One error is enough, and nothing matched is one. `--policy` says in a word what passes:',
      },
      { terms: presetNames.map(name => [name, presets[name].title] as const) },
      {
        text: '`--forbid` and `--allow` take findings by their id, or a group of them (`hardening`, `libraries`, `rpath`, `build-paths`, `nss`). `--baseline` fails for what got worse since an earlier report.',
      },
    ],
  },
  cache: {
    title: 'What is kept between runs',
    blocks: [
      {
        text: 'Toolchains, downloaded modules and crates, and what was compiled, each under a key that is made of everything that can change it. `cache explain` shows the keys and what made one another; `--cache false` does without.',
      },
      {
        terms: [
          ['PORTABLE_BUILD_CACHE_DIR', 'where packs are kept on this machine (default: the user’s cache directory)'],
          ['PORTABLE_BUILD_TOOLS_DIR', 'where toolchains are installed'],
        ],
      },
      {
        commands: [
          'portable-build cache list',
          'portable-build cache explain',
          'portable-build cache prune --max-size 2GB',
        ],
      },
    ],
  },
  config: {
    title: 'Where settings come from',
    blocks: [
      {
        text: 'Every input has one name everywhere. The first place of this list that says something counts, and `plan` tells for each value which one it was:',
      },
      {
        terms: [
          ['--name value', 'a flag (or an input of the action or the component)'],
          ['PORTABLE_BUILD_NAME', 'a variable: upper case, `_` for `-`'],
          ['portable-build.yml', 'a file in the project: `name: value`, or `projects:` with a list of such'],
          ['what was detected', 'from Cargo.toml, go.mod, CMakeLists.txt and their like'],
        ],
      },
      { commands: ['portable-build plan', 'portable-build plan --config ci/portable-build.yml'] },
    ],
  },
  'exit-codes': {
    title: 'What a run ends with',
    blocks: [
      {
        terms: [
          [String(exitCodes.done), 'everything was built and verified'],
          [String(exitCodes.failed), 'the build or the verification failed'],
          [String(exitCodes.usage), 'wrong usage or input, or nothing matched: nothing was started'],
          [String(exitCodes.environment), 'the machine lacks something: network, tool, disk'],
          [String(exitCodes.interrupted), 'interrupted'],
        ],
      },
    ],
  },
  files: {
    title: 'What a run writes',
    blocks: [
      {
        text: `In the output directory (\`--output-dir\`, default \`dist\`): \`<target>/<executable>\`, an archive for each target, \`SHA256SUMS\`, and ${usualFiles.map(f => `\`${f}\``).join(', ')}. Only files that an earlier run wrote are replaced or removed.`,
      },
    ],
  },
  ci: {
    title: 'On a CI service',
    blocks: [
      {
        terms: [
          ['GitHub', '`portable-build init --github` writes the workflow'],
          ['GitLab', '`portable-build init --gitlab` writes the pipeline'],
          ['an image', '`portable-build init --dockerfile` writes a Dockerfile that cross compiles'],
          ['Jenkins, cron', '`npx portable-build build`: exit code, `junit.xml` and `report.html` say the rest'],
        ],
      },
      {
        text: 'To spread a build over machines: `plan --matrix` prints the legs, `build --only` does one of them, `collect` puts the results together and checks every digest again.',
      },
      {
        commands: [
          'portable-build plan --matrix > matrix.json',
          'portable-build build --only treesum-zig',
          'portable-build collect legs --matrix @matrix.json --output-dir dist',
        ],
      },
    ],
  },
} as const satisfies Record<string, Topic>

/** The name of a topic. */
export type TopicName = keyof typeof topics

/** Their names, in the order of the man page. */
export const topicNames = Object.keys(topics) as TopicName[]

/** Whether a word names a topic. */
export function isTopic(word: string): word is TopicName {
  return Object.hasOwn(topics, word)
}
