import type { NeedName } from './support/needs.ts'

/** A set of end-to-end tests: the directory `test/e2e/<name>`, with what a machine needs to run it. */
export interface Suite {
  readonly name: string
  /** What it shows, for the list of suites that did not run. */
  readonly shows: string
  readonly needs: readonly NeedName[]
  /** Whether it needs the pinned zig and cargo-zigbuild installed before it starts. */
  readonly compiles: boolean
  /** Longest time for one test, milliseconds: compilers on a busy two-core machine are slow, a hang is not. */
  readonly testTimeout: number
  /** Runs once before its files, and what it exports as `teardown` after them. */
  readonly setup?: string
  /** Needs more than a machine for tests usually has: PB_REQUIRE=all does without it. */
  readonly extra?: true
  /** Takes too long for every run: it runs where it is named, as a stage or in PB_REQUIRE, and is listed elsewhere. */
  readonly long?: true
}

const minutes = (n: number) => n * 60_000

/** All suites, cheapest first; a suite runs where every need is met, and is named with the way to enable it elsewhere. */
export const suites: readonly Suite[] = [
  {
    name: 'cli',
    shows: 'the committed dist/ as users start it, completion in zsh and fish',
    needs: ['shells'],
    compiles: false,
    testTimeout: minutes(1),
  },
  {
    name: 'html',
    shows:
      'report.html in a real browser: quiet, readable on a phone, by keyboard, by everybody, whatever files are called',
    needs: ['chromium'],
    compiles: false,
    testTimeout: minutes(2),
  },
  {
    name: 'services',
    shows: 'the cache and the artifacts of GitHub: ours, the official clients and BuildKit’s against one service',
    needs: ['registries', 'go'],
    compiles: false,
    testTimeout: minutes(5),
  },
  {
    name: 'action',
    shows: 'the action and its sub-actions under a runner like GitHub’s: builds, legs, cache, cancellation, bad input',
    needs: ['registries', 'c-builders', 'go', 'rust-targets'],
    compiles: true,
    testTimeout: minutes(5),
  },
  {
    name: 'verify',
    shows: 'the verifier against binutils, on real files and on those of fifteen targets, and starts at the floor',
    needs: ['registries', 'binutils', 'qemu'],
    compiles: true,
    testTimeout: minutes(10),
  },
  {
    name: 'payload',
    shows: 'what is inside of packages made by their own tools: deb, rpm, AppImage, PyInstaller, Nuitka',
    needs: ['registries', 'packers'],
    compiles: false,
    testTimeout: minutes(5),
  },
  {
    name: 'package',
    shows:
      'the package of npm in an empty directory, with the oldest Node that it allows; commands of other CI in a bare shell',
    needs: ['registries', 'c-builders'],
    compiles: true,
    testTimeout: minutes(10),
  },
  {
    name: 'engine',
    shows: 'starts at the floor in a container, and the GitLab component with the docker executor',
    needs: ['registries', 'debian-sources', 'engine', 'image-makers', 'gitlab-ci-local'],
    compiles: true,
    testTimeout: minutes(5),
    extra: true,
  },
  {
    name: 'container',
    shows: 'builds in images and by Dockerfiles: judged like others, arm64 under QEMU, limits, rights, bad days',
    needs: ['registries', 'debian-sources', 'engine', 'image-makers'],
    compiles: false,
    setup: 'test/e2e/container/support/machine.setup.ts',
    testTimeout: minutes(5),
    extra: true,
  },
  {
    name: 'toolchains',
    shows: 'downloads, self-test, two installations at once',
    needs: ['registries'],
    compiles: false,
    testTimeout: minutes(10),
  },
  {
    name: 'c',
    shows: 'CMake, Meson, Autotools, make and build-command for two architectures',
    needs: ['registries', 'binutils', 'qemu', 'c-builders'],
    compiles: true,
    testTimeout: minutes(10),
  },
  {
    name: 'go',
    shows: 'Go with and without cgo',
    needs: ['registries', 'binutils', 'qemu', 'go'],
    compiles: true,
    testTimeout: minutes(10),
  },
  {
    name: 'rust',
    shows: 'Cargo workspaces and crates that compile C',
    needs: ['registries', 'binutils', 'qemu', 'rust-targets'],
    compiles: true,
    testTimeout: minutes(30),
  },
  {
    name: 'rust-caches',
    shows: 'cargo-chef and sccache in the place of our own packs',
    needs: ['registries', 'rust-targets', 'rust-caches'],
    compiles: true,
    testTimeout: minutes(5),
  },
  {
    name: 'act',
    shows: 'the workflows of this repository and of the examples: plan, matrix, collect, cache, forks',
    needs: ['registries', 'act', 'go', 'c-builders', 'rust-targets'],
    compiles: false,
    testTimeout: minutes(10),
  },
  {
    name: 'gitlab',
    shows: 'the GitLab component: whole pipelines of the examples with the shell executor, and bad days',
    needs: ['registries', 'gitlab-ci-local', 'go', 'c-builders', 'rust-targets'],
    compiles: true,
    testTimeout: minutes(10),
  },
  {
    name: 'cache',
    shows:
      'what cargo, go, ccache, configure and zig compiled comes back and gives the bytes of a clean build; packs and stores',
    needs: ['registries', 'go', 'c-builders', 'ccache', 'tmpfs', 'unshare', 'rust-targets'],
    compiles: true,
    testTimeout: minutes(10),
  },
  {
    name: 'bad-days',
    shows: 'bad input, full disk, interrupts, no network',
    needs: ['registries', 'binutils', 'go', 'tmpfs', 'unshare'],
    compiles: true,
    testTimeout: minutes(10),
  },
  {
    name: 'python',
    shows: 'Python as one file: an interpreter from its sources, wheels, Nuitka, PyInstaller, started on glibc 2.31',
    needs: ['registries', 'debian-sources', 'unshare', 'python-builders', 'ccache'],
    compiles: true,
    testTimeout: minutes(40),
  },
  {
    name: 'ansible',
    shows: 'ansible-playbook as one file runs a playbook on glibc 2.31; Nuitka compiles 311 modules for it',
    needs: ['registries', 'debian-sources', 'unshare', 'python-builders', 'ccache'],
    compiles: true,
    testTimeout: minutes(60),
    long: true,
  },
  {
    name: 'demo',
    shows: 'the demo of the README, all three languages',
    needs: ['registries', 'binutils', 'qemu', 'c-builders', 'go', 'rust-targets'],
    compiles: true,
    testTimeout: minutes(20),
  },
  {
    name: 'projects',
    shows: 'lua, jq, zstd, sqlite, ripgrep, fd, goimports and go-sqlite3 for two architectures',
    needs: ['registries', 'binutils', 'qemu', 'c-builders', 'go', 'rust-targets', 'debian-sources'],
    compiles: true,
    testTimeout: minutes(25),
  },
]
